"""Ledgers that fall out of the text: targets beside actuals, results, commitments; people fill in what is missing."""

from core.ledgers.build import Material, ledger, ledger_rows
from core.ledgers.model import COLUMNS, NAMES, Cell, Column, Ledger, LedgerName, LedgerRow

__all__ = [
    "COLUMNS", "NAMES", "Cell", "Column", "Ledger", "LedgerName", "LedgerRow", "Material", "ledger", "ledger_rows",
]
