"""One row of the target-against-actual table."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from core.model.report import Metric
from core.model.spans import Span
from core.values import dataclass

Comparison = Literal[
    "eq", "about", "gt", "ge", "lt", "le", "range", "pegged", "deferred", "state", "direction", "unstated"
]
Result = Literal["met", "inside_tolerance", "missed", "no_data", "not_due"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One indicator with its target and its actual; either may be missing.

    `target_text` and `actual_text` are short words of the report, `target_span` and `actual_span` their places.
    `comparison` is how the actual must lie to the target's value (下降3%以上 asks for −3 or less: `le`).
    `claim` is the id of the target's claim. `tolerance` is the half width of the band about an approximate target,
    in `unit`. `result` is None where the two cannot be judged against each other.
    """

    indicator: str
    target: Metric | None
    actual: Metric | None
    target_text: str
    actual_text: str
    target_span: Span | None
    actual_span: Span | None
    claim: str | None
    section: str | None
    unit: str
    comparison: Comparison | None
    result: Result | None
    tolerance: Decimal = Decimal(0)

    @property
    def has_target(self) -> bool:
        """Whether the report sets a target here, in figures or in words."""
        return self.target_span is not None
