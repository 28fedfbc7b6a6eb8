"""Where the words of an old text stand in a corrected one: texts aligned, places carried over, nothing guessed."""

from core.anchoring.alignment import Run, aligned_runs
from core.anchoring.compact import Compact, same_words
from core.anchoring.places import Carrier, Placed, similarity

__all__ = ["Carrier", "Compact", "Placed", "Run", "aligned_runs", "same_words", "similarity"]
