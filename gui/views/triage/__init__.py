"""Judging one by one: the queue in the navigator's place, and the page at the end of a round."""

from gui.views.triage.ending import Ending, NextStep
from gui.views.triage.queue import QueuePane

__all__ = ["Ending", "NextStep", "QueuePane"]
