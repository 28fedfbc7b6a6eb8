"""What one pane shows as selected, or under the pointer, and which things of another pane that is."""

from __future__ import annotations

from gui.session import Selection, Session


def about(session: Session, selection: Selection) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of all that a selection is about, and those of figures among them.

    A claim is also each figure in it; a figure is itself, so that of a claim's many figures one alone is lit.
    """
    match selection.subject:
        case "metric":
            key = frozenset({selection.id})
            return key, key
        case "claim":
            claim = session.claim(selection.id)
            metrics = frozenset(claim.metrics) if claim else frozenset()
            return metrics | {selection.id}, metrics
        case "section":
            return frozenset({selection.id}), frozenset()
        case _:
            return frozenset(), frozenset()
