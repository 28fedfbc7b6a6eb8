"""The ledgers of targets, results and commitments, to be completed by hand."""

from gui.views.ledgers.pane import LedgerPane

__all__ = ["LedgerPane"]
