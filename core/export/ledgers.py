"""The ledgers in words: heads and cells for the window, the clipboard, CSV, spreadsheets and the document."""

from __future__ import annotations

from decimal import Decimal

from core import ledgers
from core.export.material import Material
from core.export.words import word
from core.ledgers import Cell, Column, Ledger, LedgerName
from core.ledgers.model import Value
from core.numerals import number_text
from core.vocabulary import Language, bound_sign, label


def ledger_of(name: LedgerName, material: Material) -> Ledger:
    """One ledger of a review read from its project."""
    return ledgers.ledger(name, ledgers.Material(
        material.report, material.claims, material.evidence, material.entries, material.language, hits=material.hits
    ))


def head(column: Column, language: Language) -> str:
    """The head of a column."""
    return label("ledger_field" if column.fill else "ledger_column", column.key, language)


def typed(column: Column, cell: Cell, language: Language) -> str | int | float | None:
    """The cell for a spreadsheet: numbers as numbers, keys as words, None for an empty one."""
    value = _said(column, cell.value, language)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value or None if isinstance(value, str) else value


def text(column: Column, cell: Cell, language: Language) -> str:
    """The cell for reading: thousands apart, a true minus, "" for an empty one."""
    value = _said(column, cell.value, language)
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    words = number_text(Decimal(value))
    return f"{words}%" if column.kind == "percent" else words


def _said(column: Column, value: Value, language: Language) -> str | int | Decimal | None:
    if value is None or not isinstance(value, str) or not value:
        return value
    match column.kind:
        case "comparison":
            return word(f"comparison.{value}", language)
        case "result":
            return word(f"result.{value}", language)
        case "fulfilment" | "veracity" | "severity":
            return label(column.kind, value, language)
        case "types":
            comma = "、" if language == "zh" else ", "
            return comma.join(label("claim_type", key, language) for key in value.split())
        case _:
            return bound_sign(value, language) if column.key == "bound" else value
