"""What the keys of a reviewer do: judge, tag, mark, answer, and go from one claim to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from core.model import Hit, ReviewClaim, Span
from core.model.review import (
    CLAIM_STATUSES,
    FULFILMENTS,
    VERACITIES,
    ClaimRelation,
    ClaimStatus,
    Confidence,
    Fulfilment,
    Veracity,
)
from core.project import (
    AcceptClaim,
    AnswerHit,
    DefineTag,
    DismissClaim,
    LinkClaims,
    MarkClaim,
    RemoveClaim,
    SetConfidence,
    SetSetting,
    SetStatus,
    SetVerdict,
)
from core.project.edits import Edit
from gui import settings
from gui.actions import Handler
from gui.models.claims import trimmed
from gui.models.together import tag_all
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.dialogs.linking import LinkDialog
    from gui.dialogs.tags import TagDialog
    from gui.dialogs.words import NameDialog, ReasonDialog

_CONFIDENCES: Final[tuple[Confidence, ...]] = ("high", "medium", "low")
_ADVANCE_AFTER = 250
_TAG_COLOURS: Final = ("#3B4FA3", "#0A6A8F", "#507B3C", "#8B6B00", "#A94727", "#8E1C3F", "#4B5460")


class Reviewing(QObject):
    """Turns commands into edits about what is selected. `words` gives the span selected in the text, or None."""

    def __init__(self, session: Session, theme: Theme, window: QWidget, words: Callable[[], Span | None]) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window
        self._words = words

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        verdicts: dict[str, Handler] = {"verdict_0": lambda: self.judge(None, stay=True)}
        for digit, value in enumerate(VERACITIES, 1):
            verdicts[f"verdict_{digit}"] = partial(self.judge, value, stay=False)
            verdicts[f"stay_{digit}"] = partial(self.judge, value, stay=True)
        return verdicts | {
            "mark_claim": self.mark, "tag": self.tag, "confidence": self.step_confidence, "accept": self.accept,
            "dismiss": self.dismiss, "later": self.later, "advance": self._switch_advance,
            "next_claim": partial(self.step, 1), "previous_claim": partial(self.step, -1),
            "next_unjudged": self.next_unjudged,
            "next_section": partial(self.step_section, 1), "previous_section": partial(self.step_section, -1),
            "remove_claim": self.remove, "set_reviewer": self.ask_name, "link_claims": self.link,
            **{f"status_{status}": partial(self.set_status, status) for status in CLAIM_STATUSES},
            **{f"fulfilment_{step}": partial(self.rate, step) for step in FULFILMENTS},
        }

    def claim(self) -> ReviewClaim | None:
        """The selected claim, or the claim of the selected metric."""
        selection = self._session.selection
        if selection.subject == "claim":
            return self._session.claim(selection.id)
        return self._session.claim_of_metric(selection.id) if selection.subject == "metric" else None

    def hit(self) -> Hit | None:
        """The selected check hit."""
        selection, project = self._session.selection, self._session.project
        if selection.subject != "hit" or project is None:
            return None
        return next((hit for hit in project.hits() if hit.id == selection.id), None)

    def judge(self, value: Veracity | None, *, stay: bool) -> None:
        """Give the selected claim a verdict; the same one again leaves it. Then go on, if the user likes that."""
        claim = self.claim()
        if claim is None or not self._session.do(SetVerdict(claim.id, value)):
            return
        if not stay and settings.flag("advance", False):
            QTimer.singleShot(_ADVANCE_AFTER, self, self.next_unjudged)

    def rate(self, value: Fulfilment) -> None:
        """Say how far what the selected claim promises is done."""
        claim = self.claim()
        if claim is not None:
            self._session.do(SetVerdict(claim.id, value, "fulfilment"))

    def set_status(self, status: ClaimStatus) -> None:
        """Say how far the review of the selected claim has come."""
        claim = self.claim()
        if claim is not None:
            self._session.do(SetStatus(claim.id, status))

    def link(self) -> LinkDialog | None:
        """Link the selected claim to another one."""
        claim = self.claim()
        return self.link_claim(claim.id) if claim is not None else None

    def link_claim(self, key: str) -> LinkDialog | None:
        """Link one claim to another one that is asked for."""
        claim = self._session.claim(key)
        if claim is None:
            return None
        from gui.dialogs.linking import LinkDialog

        dialog = LinkDialog(self._theme, self._window, claim, self._session.claims())

        def link(other: str, relation: str, note: str) -> None:
            self._session.do(LinkClaims(key, other, cast("ClaimRelation", relation), note))

        dialog.chosen.connect(link)
        dialog.follow(self._session)
        dialog.open()
        return dialog

    def step_confidence(self) -> None:
        """High, then medium, then low, then none."""
        claim = self.claim()
        if claim is None:
            return
        ring: tuple[Confidence | None, ...] = (None, *_CONFIDENCES)
        now = claim.verdict.confidence if claim.verdict else None
        self._session.do(SetConfidence(claim.id, ring[(ring.index(now) + 1) % len(ring)]))

    def mark(self) -> str | None:
        """Make the words selected in the text a claim and select it; gives its id."""
        words, project, report = self._words(), self._session.project, self._session.report
        span = trimmed(report.text, words) if report and words else None
        if span is None or project is None:
            return None
        made = self._do(MarkClaim(project.report_ids()[0], span))
        if made:
            self._session.select("claim", made, reveal=False)
        return made

    def tag(self) -> TagDialog | None:
        """Choose tags for the selected claim; words selected in the text become a claim first."""
        claim = self.claim()
        key = claim.id if claim is not None and self._words() is None else self.mark()
        return self.ask_tags((key,)) if key else None

    def ask_tags(self, keys: Sequence[str]) -> TagDialog | None:
        """Choose tags for claims; those that each of them has are on."""
        project = self._session.project
        claims = [claim for key in keys if (claim := self._session.claim(key)) is not None]
        if project is None or not claims:
            return None
        from gui.dialogs.tags import TagDialog

        on = [tag.id for tag in project.tags() if all(tag.id in claim.tags for claim in claims)]
        dialog = TagDialog(self._theme, self._window, project.tags(), on)
        dialog.switched.connect(lambda tag, put: self._session.do(tag_all(keys, tag, put)))
        dialog.made.connect(partial(self._tag_anew, keys))
        dialog.open()
        return dialog

    def accept(self) -> None:
        """Confirm the selected check hit, or agree with the program's reading of the selected claim."""
        hit, claim = self.hit(), self.claim()
        if hit is not None:
            self._session.do(AnswerHit(hit.id, "confirmed"))
        elif claim is not None:
            self._session.do(AcceptClaim(claim.id))

    def later(self) -> None:
        """Put the selected check hit off, or leave the selected claim for another time."""
        hit = self.hit()
        if hit is not None:
            self._session.do(AnswerHit(hit.id, "deferred"))
        else:
            self.next_unjudged()

    def dismiss(self) -> ReasonDialog | None:
        """Ask why, and dismiss the selected check hit or claim."""
        hit, claim, report = self.hit(), self.claim(), self._session.report
        if report is None or (hit is None and claim is None):
            return None
        span = hit.finding.spans[0] if hit is not None else claim.span if claim is not None else Span(0, 0)
        from gui.dialogs.words import ReasonDialog

        dialog = ReasonDialog(self._theme, self._window, span.quote(report.text))

        def give(reason: str) -> None:
            if hit is not None:
                self._session.do(AnswerHit(hit.id, "dismissed", reason))
            elif claim is not None:
                self._session.do(DismissClaim(claim.id, reason))

        dialog.given.connect(give)
        dialog.follow(self._session)
        dialog.open()
        return dialog

    def remove(self) -> None:
        """Take the selected claim, which a person marked, off the text with all that hangs on it; undo returns it."""
        claim = self.claim()
        if claim is not None and self._session.do(RemoveClaim(claim.id)):
            self._session.select("none")

    def step(self, by: int) -> None:
        """Select the next claim or the one before; check hits are stepped through when one is selected."""
        project = self._session.project
        if project is None:
            return
        if self._session.selection.subject == "hit":
            keys = [hit.id for hit in project.hits() if hit.state != "dismissed"]
            self._select_near("hit", keys, by)
            return
        self._select_near("claim", [claim.id for claim in self._session.claims() if claim.dismissed is None], by)

    def next_unjudged(self) -> None:
        """Select the next claim without a verdict, from here on and then from the top."""
        claims = [claim for claim in self._session.claims() if claim.dismissed is None]
        here = self.claim()
        position = next((i for i, claim in enumerate(claims) if here is not None and claim.id == here.id), -1)
        for claim in claims[position + 1 :] + claims[: position + 1]:
            if claim.veracity is None and claim.checkable:
                self._session.select("claim", claim.id)
                return

    def step_section(self, by: int) -> None:
        """Go to the heading of the next section or the one before."""
        report = self._session.report
        if report is None or not report.sections:
            return
        span = self._session.span_of(self._session.selection)
        place = span.start if span else -1
        heads = [section.heading.start for section in report.sections]
        if by > 0:
            position = next((i for i, start in enumerate(heads) if start > place), len(heads) - 1)
        else:
            position = next((i for i in reversed(range(len(heads))) if heads[i] < place), 0)
        self._session.select("section", report.sections[position].id)

    def ask_name(self) -> NameDialog:
        """Ask for the reviewer's name."""
        from gui.dialogs.words import NameDialog

        dialog = NameDialog(self._theme, self._window, settings.reviewer())

        def keep(name: str) -> None:
            settings.set_reviewer(name)
            if self._session.project is not None:
                self._session.do(SetSetting("reviewer", settings.reviewer()))

        dialog.given.connect(keep)
        dialog.open()
        return dialog

    def _select_near(self, subject: str, keys: list[str], by: int) -> None:
        if not keys:
            return
        claim = self.claim()
        here = claim.id if subject == "claim" and claim is not None else self._session.selection.id
        position = max(0, min(len(keys) - 1, keys.index(here) + by)) if here in keys else self._nearest(subject, by)
        self._session.select("hit" if subject == "hit" else "claim", keys[position])

    def _nearest(self, subject: str, by: int) -> int:
        """The first claim after, or the last before, what is selected now; the first of all when nothing is."""
        span = self._session.span_of(self._session.selection)
        if span is None or subject == "hit":
            return 0
        claims = [claim for claim in self._session.claims() if claim.dismissed is None]
        after = next((i for i, claim in enumerate(claims) if claim.span.start >= span.start), len(claims) - 1)
        return after if by > 0 else max(0, after - 1)

    def _tag_anew(self, keys: Sequence[str], name: str) -> None:
        project = self._session.project
        if project is None:
            return
        colour = _TAG_COLOURS[len(project.tags()) % len(_TAG_COLOURS)]
        made = self._do(DefineTag(None, name, "", colour))
        if made:
            self._session.do(tag_all(keys, made, True))

    def _do(self, edit: Edit) -> str | None:
        """Make an edit and give the id of what it made, None if it could not be made."""
        made: list[str] = []

        def hear(changes: object) -> None:
            made.append(str(getattr(changes, "subject", "")))

        self._session.changed.connect(hear)
        try:
            done = self._session.do(edit)
        finally:
            self._session.changed.disconnect(hear)
        return made[0] if done and made else None

    def _switch_advance(self) -> None:
        settings.set_flag("advance", not settings.flag("advance", False))
