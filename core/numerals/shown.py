"""Numbers as people read them."""

from __future__ import annotations

from decimal import Decimal


def number_text(value: Decimal) -> str:
    """A number for reading: no trailing zeros, thousands apart, a true minus sign."""
    return f"{value.normalize():,f}".replace("-", "−")
