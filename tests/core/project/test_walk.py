"""A random walk over every edit, undo, redo, closing and opening: time goes back to the start and forward again."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.model import FigureReading, Span
from core.model.review import FULFILMENTS, VERACITIES
from core.project import (
    AcceptClaim,
    AddFigure,
    AddPlace,
    AddTag,
    AnswerHit,
    AttachEvidence,
    ChangeEvidence,
    Changes,
    CodeEntry,
    ConfirmPlaces,
    CorrectFigure,
    DefineTag,
    DeleteTag,
    DismissClaim,
    Edit,
    EmbedLinked,
    EvidenceDraft,
    EvidencePatch,
    ImportCodebook,
    LinkClaims,
    LinkEvidence,
    MarkClaim,
    OrderTags,
    PlaceAgain,
    Project,
    ProjectError,
    RefuseFigure,
    RemoveClaim,
    RemoveEvidence,
    RemovePlace,
    RemoveTag,
    ReplaceReport,
    RestoreClaim,
    RestoreFigure,
    SetConfidence,
    SetEvidenceFile,
    SetNote,
    SetRationale,
    SetSetting,
    SetStatus,
    SetTypes,
    SetVerdict,
    Together,
    UnlinkClaims,
    UnlinkEvidence,
    carried,
)
from core.project.rows import CLAIM_TYPES, CONFIDENCES, HIT_STATES, RELATIONS, STANCES, STATUSES
from tests.core.project.making import TEXT, Clock, corrected_report, made_project, made_report

#: `POLICY_REVIEW_NIGHTLY=1` walks far.
NIGHTLY = bool(os.environ.get("POLICY_REVIEW_NIGHTLY"))

pick = st.integers(0, 10_000)
words = st.text(max_size=12)
places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30))


class Walk(RuleBasedStateMachine):
    """One project; `hashes` holds the content after each step that can be undone, `at` where we are among them."""

    @initialize()
    def start(self) -> None:
        """Make the project."""
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.project = made_project(self.folder, clock=self.clock)
        self.outside = self.folder / "outside.txt"
        self.outside.write_text("outside")
        self.hashes = [self.project.content_hash()]
        self.at = 0

    def teardown(self) -> None:
        """Undo to the start, redo to the end: the same content each way, in a sound file."""
        while self.at > 0:
            self.undo()
        assert self.project.undo() is None
        while self.at < len(self.hashes) - 1:
            self.redo()
        assert self.project.redo() is None
        assert self.project.check() == []
        self.project.close()
        shutil.rmtree(self.folder)

    def edit(self, edit: Edit) -> None:
        """Do it and note the content; an edit of what is not there, or of nothing, must not change it."""
        before, could_undo = self.project.content_hash(), self.steps()
        try:
            changes = self.project.do(edit)
        except ProjectError:
            assert self.project.content_hash() == before
            return
        if changes == Changes(label=edit.named, subject=changes.subject):
            assert self.project.content_hash() == before
            return
        if self.steps() == could_undo and self.at == len(self.hashes) - 1:  # typing went on in the same step
            assert edit.typing
            self.hashes[self.at] = self.project.content_hash()
            return
        del self.hashes[self.at + 1 :]
        self.hashes.append(self.project.content_hash())
        self.at += 1

    def steps(self) -> int:
        """How many steps are done and not undone, as the file says."""
        return self.project._history.position()

    def claim(self, number: int) -> str:
        """One of the claims."""
        claims = self.project.claims()
        return claims[number % len(claims)].id

    def item(self, number: int) -> str:
        """One of the register's entries, or one that is not there."""
        evidence = self.project.evidence()
        return evidence[number % len(evidence)].id if evidence else "e-none"

    def tag(self, number: int) -> str:
        """One of the tags."""
        tags = self.project.tags()
        return tags[number % len(tags)].id if tags else "t-none"

    @rule(start=pick, length=st.integers(1, 30), types=st.sets(st.sampled_from(CLAIM_TYPES)))
    def mark(self, start: int, length: int, types: set[str]) -> None:
        """Mark any passage."""
        chosen = tuple(word for word in CLAIM_TYPES if word in types)
        self.edit(MarkClaim(self.project.report_ids()[0], self.passage(start, length), chosen))

    def passage(self, start: int, length: int) -> Span:
        """Any passage of the report under review."""
        whole = len(self.project.report().text)
        return Span(start % whole, min(whole, start % whole + length))

    @rule(number=pick, start=pick, length=st.integers(1, 30), choice=st.integers(0, 3))
    def place(self, number: int, start: int, length: int, choice: int) -> None:
        """Say where a claim stands."""
        key = self.claim(number)
        makers: list[Callable[[], Edit]] = [
            lambda: AddPlace(key, self.passage(start, length)),
            lambda: RemovePlace(key, number % 3),
            lambda: PlaceAgain(key, number % 3, self.passage(start, length)),
            lambda: ConfirmPlaces(key),
        ]
        self.edit(makers[choice]())

    @rule(number=pick, start=pick, length=st.integers(1, 30), choice=st.integers(0, 3))
    def read_so(self, number: int, start: int, length: int, choice: int) -> None:
        """Say how a figure is read, that it is none, or that words are one."""
        report, span = self.project.report_ids()[0], self.passage(start, length)
        held = self.project.figures()
        reading = FigureReading("指标", Decimal(number), None, "%", "growth", "actual", None, None, "eq", None, None)
        makers: list[Callable[[], Edit]] = [
            lambda: CorrectFigure(report, span, reading),
            lambda: AddFigure(report, span, reading),
            lambda: RefuseFigure(report, span),
            lambda: RestoreFigure(held[number % len(held)].id if held else "f-none"),
        ]
        self.edit(makers[choice]())

    @rule()
    def correct(self) -> None:
        """Import the other version of the report."""
        other = corrected_report() if self.project.report().text == TEXT else made_report()
        self.edit(ReplaceReport(carried(self.project, other, other.text.encode())))

    @rule(number=pick, text=words, choice=st.integers(0, 8))
    def decide(self, number: int, text: str, choice: int) -> None:
        """Decide something about a claim."""
        key = self.claim(number)
        makers: list[Callable[[], Edit]] = [
            lambda: RemoveClaim(key),
            lambda: SetTypes(key, (CLAIM_TYPES[number % len(CLAIM_TYPES)],)),
            lambda: DismissClaim(key, text),
            lambda: RestoreClaim(key),
            lambda: SetVerdict(key, VERACITIES[number % 7] if number % 8 else None),
            lambda: SetConfidence(key, CONFIDENCES[number % 3] if number % 4 else None),
            lambda: SetRationale(key, text),
            lambda: SetNote(key, text),
            lambda: SetSetting(text or "scope", str(number)),
        ]
        self.edit(makers[choice]())

    @rule(number=pick, other=pick, text=words, spans=st.lists(places, min_size=1, max_size=3), choice=st.integers(0, 6))
    def relate(self, number: int, other: int, text: str, spans: list[tuple[int, int]], choice: int) -> None:
        """Say where claims stand, how they are rated as promises, and how one stands to another."""
        key, second = self.claim(number), self.claim(other)
        several = tuple(Span(start, min(len(TEXT), start + length)) for start, length in spans)
        makers: list[Callable[[], Edit]] = [
            lambda: MarkClaim(self.project.report_ids()[-1], several[0], (), several[1:]),
            lambda: AcceptClaim(key, accepted=bool(other % 2)),
            lambda: SetStatus(key, STATUSES[other % len(STATUSES)]),
            lambda: SetVerdict(key, FULFILMENTS[other % len(FULFILMENTS)], "fulfilment"),
            lambda: SetRationale(key, text, "fulfilment"),
            lambda: LinkClaims(key, second, RELATIONS[number % len(RELATIONS)], text),
            lambda: UnlinkClaims(key, second),
        ]
        self.edit(makers[choice]())

    @rule(numbers=st.lists(pick, max_size=4), other=pick, text=words)
    def many(self, numbers: list[int], other: int, text: str) -> None:
        """Do the same to several claims at once."""
        keys = [self.claim(number) for number in numbers]
        tag = self.tag(other)
        makers: list[Callable[[str], Edit]] = [
            lambda key: AddTag(key, tag), lambda key: DismissClaim(key, text), lambda key: SetNote(key, text),
        ]  # fmt: skip
        make = makers[other % len(makers)]
        self.edit(Together([make(key) for key in keys]))

    @rule(number=pick, other=pick, text=words, choice=st.integers(0, 7))
    def code(self, number: int, other: int, text: str, choice: int) -> None:
        """Work with the codebook."""
        key, tag = self.claim(number), self.tag(other)
        makers: list[Callable[[], Edit]] = [
            lambda: AddTag(key, tag),
            lambda: RemoveTag(key, tag),
            lambda: DefineTag(None, text, text, "#123456"),
            lambda: DefineTag(tag, text, text, "#654321"),
            lambda: DeleteTag(tag),
            lambda: OrderTags((tag, self.tag(number))),
            lambda: DefineTag(tag, text, text, "#654321", text, None, text, self.tag(number)),
            lambda: ImportCodebook([CodeEntry(text or "x", text, parent="工业"), CodeEntry("工业", text)]),
        ]
        self.edit(makers[choice]())

    @rule(number=pick, other=pick, text=words, content=st.none() | st.binary(max_size=9), choice=st.integers(0, 8))
    def prove(self, number: int, other: int, text: str, content: bytes | None, choice: int) -> None:
        """Work with the register."""
        key, item, stance = self.claim(number), self.item(other), STANCES[number % len(STANCES)]
        makers: list[Callable[[], Edit]] = [
            lambda: AttachEvidence(key, EvidenceDraft(title=text, excerpt=text), content=content, stance=stance),
            lambda: AttachEvidence(None, EvidenceDraft(kind="news", file_name=text), content=content),
            lambda: LinkEvidence(key, item, stance),
            lambda: UnlinkEvidence(key, item),
            lambda: ChangeEvidence(item, EvidencePatch(title=text, url=text, kind="audit_report")),
            lambda: RemoveEvidence(item),
            lambda: AttachEvidence(key, EvidenceDraft(title=text), file=self.outside, link=True, note=text),
            lambda: SetEvidenceFile(item, content=content, file_name=text),
            EmbedLinked,
        ]
        self.edit(makers[choice]())

    @rule(number=pick, text=words)
    def answer(self, number: int, text: str) -> None:
        """Answer a finding."""
        found = self.project.hits()
        key = found[number % len(found)].id if found else "h-none"
        self.edit(AnswerHit(key, HIT_STATES[number % 4], text))

    @rule(seconds=st.floats(0, 100))
    def wait(self, seconds: float) -> None:
        """Let time pass, so that typing merges or not."""
        self.clock.pass_by(seconds)

    @rule()
    def undo(self) -> None:
        """Go back one step."""
        assert (self.project.undo() is None) == (self.at == 0)
        self.at = max(0, self.at - 1)
        assert self.project.content_hash() == self.hashes[self.at]

    @rule()
    def redo(self) -> None:
        """Go forward one step."""
        last = len(self.hashes) - 1
        assert (self.project.redo() is None) == (self.at == last)
        self.at = min(last, self.at + 1)
        assert self.project.content_hash() == self.hashes[self.at]

    @rule()
    def reopen(self) -> None:
        """Close and open."""
        self.project.close()
        self.project = Project.open(self.project.path, clock=self.clock)
        assert not self.project.read_only

    @invariant()
    def memory_equals_the_file(self) -> None:
        """What is shown is what another reader of the file would be shown."""
        with Project.open(self.project.path, read_only=True) as fresh:
            assert fresh.claims() == self.project.claims()
            assert fresh.hits() == self.project.hits()
            assert fresh.report() == self.project.report()
            assert fresh.tags() == self.project.tags()
            assert fresh.evidence() == self.project.evidence()
            assert fresh.claim_links() == self.project.claim_links()
            assert fresh.content_hash() == self.hashes[self.at]


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=100 if NIGHTLY else 8,
    stateful_step_count=1000 if NIGHTLY else 40,
    derandomize=not NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
