"""What a ledger is: columns of a fixed meaning (handbook §3), and rows that lead to a place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from core.model import Span
from core.values import dataclass

LedgerName = Literal["targets", "results", "commitments", "issues"]
NAMES: Final[tuple[LedgerName, ...]] = ("targets", "results", "commitments", "issues")

#: What a cell holds: `words` and `number` speak for themselves; `percent` is a number of hundredths; the others are
#: keys: `comparison` and `result` of a pair, `fulfilment` and `veracity` of the claim's judgements, `types` of a claim,
#: `severity` of a check.
Kind = Literal["words", "number", "percent", "comparison", "result", "fulfilment", "veracity", "types", "severity"]
Value: TypeAlias = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `fill` lets a person write into it: `figure` for each row, `claim` once for the claim as a whole.

    What is written for the claim as a whole is the same in every ledger in which the claim stands.
    """

    key: str
    kind: Kind = "words"
    fill: Literal["", "figure", "claim"] = ""


def _columns(*columns: tuple[str, Kind, Literal["", "figure", "claim"]] | str) -> tuple[Column, ...]:
    return tuple(Column(each) if isinstance(each, str) else Column(*each) for each in columns)


#: Handbook §3: 对照表, 主要指标核查表, 督查台账, 问题清单.
COLUMNS: Final[Mapping[LedgerName, tuple[Column, ...]]] = {
    "targets": _columns(
        ("number", "number", ""), "indicator", "unit", ("last_actual", "number", "figure"), "target_text",
        ("target_value", "number", ""), ("comparison", "comparison", ""), ("actual", "number", "figure"),
        ("growth", "number", "figure"), ("completion", "percent", ""), ("progress", "percent", "figure"),
        ("result", "result", ""), ("fulfilment", "fulfilment", ""), ("reason", "words", "figure"),
        ("source", "words", "figure"), "evidence", ("lead_unit", "words", "claim"), "place",
    ),
    "results": _columns(
        ("number", "number", ""), "indicator", "unit", ("last_actual", "number", "figure"),
        ("actual", "number", ""), "bound", ("growth", "number", "figure"), "rank", "period",
        ("veracity", "veracity", ""), ("source", "words", "figure"), "evidence", ("lead_unit", "words", "claim"),
        ("remarks", "words", "figure"), "place",
    ),
    "commitments": _columns(
        ("number", "number", ""), "place", "task", ("types", "types", ""), "verb", "deliverable", "quantity",
        ("lead_unit", "words", "claim"), ("support_units", "words", "claim"), ("leader", "words", "claim"),
        ("person", "words", "claim"), ("deadline", "words", "claim"), ("milestones", "words", "claim"),
        ("state", "words", "claim"), ("fulfilment", "fulfilment", ""), ("problems", "words", "claim"),
        ("next_steps", "words", "claim"), "evidence", ("reminders", "number", "claim"), ("warning", "words", "claim"),
        ("closed_on", "words", "claim"), ("remarks", "words", "claim"),
    ),
    "issues": _columns(
        ("number", "number", ""), ("severity", "severity", ""), "check", "question", "quote",
        ("lead_unit", "words", "claim"), ("next_steps", "words", "figure"), ("deadline", "words", "figure"),
        ("state", "words", "figure"), ("closed_on", "words", "figure"), ("remarks", "words", "figure"), "place",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: `value`, and whether a person wrote it; `read` is what the program found there."""

    value: Value = None
    by_hand: bool = False
    read: Value = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row. `claim` is the review's claim that it is about, "" where the figure stands in none; `indicator` names
    the figure or the check within it, "" for a row about the claim as a whole. `span` is its place in the text.

    `metrics` are the figures that it shows; `paired` is False where a target has no actual or an actual no target.
    `hit` is the confirmed check that the row is about, "" in the other ledgers.
    """

    claim: str
    indicator: str
    span: Span
    cells: Mapping[str, Cell] = field(default_factory=dict)
    metrics: tuple[str, ...] = ()
    paired: bool = True
    hit: str = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from all other rows of its ledger."""
        return self.claim, self.indicator, self.span.start


@dataclass(frozen=True, slots=True)
class Ledger:
    """One of the ledgers with its rows: in reading order, issues the gravest first."""

    name: LedgerName
    rows: tuple[LedgerRow, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns from left to right."""
        return COLUMNS[self.name]
