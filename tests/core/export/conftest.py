"""A review of one of our sample reports, made once, and the PDFs of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import seeds
from core.export.pdf import export_pdf
from core.model import (
    Anchor,
    Evidence,
    EvidenceLink,
    Hit,
    LedgerEntry,
    Report,
    ReviewClaim,
    Tag,
    Verdict,
    Version,
)
from core.model.review import VERACITIES, HitState
from core.pipeline import read_report
from core.vocabulary import Language
from tests.core.charts.making import evidence

HOSTILE = '#read("/etc/passwd") *粗* $x^2$ <lab> @ref // 注释 \\u{41} #set page(fill: red)'


@dataclass
class MadeReview:
    """A review without a project file."""

    made: Report
    data: bytes
    claimed: tuple[ReviewClaim, ...] = ()
    asked: tuple[Hit, ...] = ()
    register: tuple[Evidence, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    path: Path = Path("东山区.prv")
    filled: tuple[LedgerEntry, ...] = ()
    pinned: tuple[str, ...] = ()
    signed: tuple[Version, ...] = (Version(1, "李明", "2024-05-01T09:00:00+08:00", ""),)

    def report(self) -> Report:
        return self.made

    def original(self) -> bytes:
        return self.data

    def claims(self) -> tuple[ReviewClaim, ...]:
        return self.claimed

    def hits(self) -> tuple[Hit, ...]:
        return self.asked

    def tags(self) -> tuple[Tag, ...]:
        return (Tag("own", "待核", "", "#000000", 1),)

    def evidence(self) -> tuple[Evidence, ...]:
        return self.register

    def file_state(self, item: Evidence) -> str | None:
        return "present" if item.sha256 else None

    def links(self) -> tuple[EvidenceLink, ...]:
        return tuple(link for claim in self.claimed for link in claim.evidence)

    def setting(self, key: str, default: str = "") -> str:
        return self.settings.get(key, default)

    def ledger_entries(self) -> tuple[LedgerEntry, ...]:
        return self.filled

    def pins(self) -> tuple[str, ...]:
        return self.pinned

    def versions(self) -> tuple[Version, ...]:
        return self.signed

    def at_one_moment(self) -> AbstractContextManager[None]:
        return nullcontext()

    def content_hash(self) -> str:
        return hashlib.sha256(repr(self.claimed).encode()).hexdigest()


def _claims(report: Report, register: tuple[Evidence, ...]) -> tuple[ReviewClaim, ...]:
    made = []
    for number, claim in enumerate(report.claims, 1):
        judged = number % 2 == 0 and number < 40 and claim.types != ("rhetoric",)
        day = f"2024-05-{number % 28 + 1:02}T09:00:00+08:00"
        verdict = Verdict(VERACITIES[number // 2 % 7], "medium", HOSTILE, "李明", day)
        links = (EvidenceLink(claim.id, register[number % len(register)].id, "neutral"),) if judged else ()
        made.append(
            ReviewClaim(
                claim.id, "r1", number, "program", (Anchor(claim.span, claim.span.quote(report.text), "", ""),),
                claim.section, claim.types, claim.score, claim.metrics, ("own",) if judged else (),
                verdict if judged else None, "", links, judged, "通行说法" if number == 41 else None,
            )
        )  # fmt: skip
    return tuple(made)


@pytest.fixture(scope="session")
def digest() -> tuple[Report, bytes]:
    """The sample that the application begins with, read."""
    return read_report(seeds.samples()[0].file)


@pytest.fixture(scope="session")
def full(digest: tuple[Report, bytes]) -> MadeReview:
    """Claims judged in every way, evidence of every sort, hits in every state."""
    report, data = digest
    register = (
        evidence("e1", "E-0001"),
        evidence("e2", "E-0002", file_name=None, sha256=None, size=None, url="https://example.org/a?b=c#d"),
        evidence("e3", "E-0003", title=HOSTILE, excerpt=HOSTILE, reliability=None),
    )
    states: tuple[HitState, ...] = ("new", "confirmed", "dismissed", "deferred")
    asked = tuple(
        Hit(f"h{n}", "r1", finding, states[n % 4], "已核对" if n % 4 else "")
        for n, finding in enumerate(report.findings)
    )
    return MadeReview(
        report, data, _claims(report, register), asked, register,
        {"reviewer": "李明", "overall_view": "基本属实。"},
    )  # fmt: skip


@pytest.fixture(scope="session")
def bare(digest: tuple[Report, bytes]) -> MadeReview:
    """The same report with nothing found and nothing decided."""
    report, data = digest
    return MadeReview(replace(report, metrics=(), claims=(), findings=(), year=None, target_year=None), data)


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[MadeReview, Language], Path]:
    """Exports a review once for each language and gives the file."""
    folder = tmp_path_factory.mktemp("pdf")
    done: dict[tuple[int, str], Path] = {}

    def export(review: MadeReview, language: Language) -> Path:
        key = (id(review), language)
        if key not in done:
            done[key] = export_pdf(review, folder / f"{len(done)}.pdf", language=language)
        return done[key]

    return export
