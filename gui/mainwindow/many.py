"""What can be done with several claims at once: each is one edit, and one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from core.model import ReviewClaim
from core.model.review import CLAIM_STATUSES, FULFILMENTS, VERACITIES, ClaimStatus, Fulfilment, Scale, Veracity
from core.project import (
    AcceptClaim,
    DismissClaim,
    Edit,
    RestoreClaim,
    SetStatus,
    Together,
    tag_name,
)
from core.vocabulary import label
from gui import settings
from gui.actions import Handler
from gui.models.together import judge_all, tag_all
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.dialogs.words import ReasonDialog
    from gui.views.inspector.many import ManyPage

#: The commands that `answer` does for all claims that are selected at once.
_ANSWERS: Final = {"accept": "accept", "dismiss": "dismiss", "tag": "tag", "attach_evidence": "evidence"}


class Many(QObject):
    """Turns a selection of claims into one edit.

    `attach` asks for an entry of the register for claims, `ask_tags` for their tags; `page` is the inspector's page of
    several claims, and `show_page` brings it into sight.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        window: QWidget,
        attach: Callable[[Sequence[str]], object],
        ask_tags: Callable[[Sequence[str]], object],
        page: Callable[[], ManyPage],
        show_page: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._ask_tags = ask_tags
        self._page = page
        self._show_page = show_page
        self._attach = attach
        self._session = session
        self._theme = theme
        self._window = window

    def over(self, handlers: Mapping[str, Handler]) -> dict[str, Handler]:
        """The commands of the window; those that answer a claim answer all claims that are selected at once."""
        own: dict[str, Handler] = {
            "verdict_0": partial(self._judge, None),
            "confidence": lambda: self._page().step_confidence(),
            **{f"fulfilment_{step}": partial(self._judge, step, "fulfilment") for step in FULFILMENTS},
            **{f"status_{status}": partial(self._mark, status) for status in CLAIM_STATUSES},
            **{key: partial(self.answer, what) for key, what in _ANSWERS.items()},
        }
        for digit, value in enumerate(VERACITIES, 1):
            own |= {key: partial(self._judge, value) for key in (f"verdict_{digit}", f"stay_{digit}")}
        return {**handlers, **{key: partial(self._either, many, handlers[key]) for key, many in own.items()}}

    def answer(self, what: str) -> None:
        """Do for all claims that are selected at once what the inspector or a key asks for."""
        claims = self._session.together
        match what:
            case "accept":
                self.accept(claims)
            case "dismiss":
                self.dismiss(claims)
            case "evidence":
                self._attach(claims)
            case "tag":
                self._ask_tags(claims)

    def ask(self, claims: Sequence[str], place: QPoint) -> QMenu:
        """Open the menu for these claims at a place of the screen."""
        menu = self.menu(claims)
        menu.popup(place)
        return menu

    def menu(self, claims: Sequence[str]) -> QMenu:
        """What can be done with these claims."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        project, language = self._session.project, settings.language()
        found = self._claims(claims)
        writable = project is not None and project.editable
        if len(found) > 1:
            menu.addAction(self.tr("{count} claims").format(count=len(found))).setEnabled(False)
            menu.addSeparator()
        self._add(menu, self.tr("Accept"), partial(self.accept, claims), writable)
        self._add(menu, self.tr("Dismiss with reason…"), partial(self.dismiss, claims), writable)
        dismissed = any(claim.dismissed is not None for claim in found)
        self._add(menu, self.tr("Take in again"), partial(self.restore, claims), writable and dismissed)
        menu.addSeparator()
        verdicts = menu.addMenu(self.tr("Verdict"))
        for value in VERACITIES:
            self._add(verdicts, label("veracity", value, language), partial(self.judge, claims, value), writable)
        verdicts.addSeparator()
        self._add(verdicts, self.tr("None"), partial(self.judge, claims, None), writable)
        steps = menu.addMenu(label("scale", "fulfilment", language))
        for step in FULFILMENTS:
            self._add(steps, label("fulfilment", step, language), partial(self.rate, claims, step), writable)
        states = menu.addMenu(self.tr("Status"))
        for status in CLAIM_STATUSES:
            word = label("claim_status", status, language)
            self._add(states, word, partial(self.set_status, claims, status), writable)
        filled = project is not None and bool(project.evidence())
        proof = self.tr("Attach evidence of the register…")
        self._add(menu, proof, partial(self._attach, claims), writable and filled)
        tags = menu.addMenu(self.tr("Tags"))
        for tag in project.tags() if project else ():
            on = bool(found) and all(tag.id in claim.tags for claim in found)
            action = tags.addAction(tag_name(tag, language))
            action.setCheckable(True)
            action.setChecked(on)
            action.setEnabled(writable)
            action.triggered.connect(partial(self._tag, claims, tag.id, not on))
        return menu

    def accept(self, claims: Sequence[str]) -> None:
        """Agree with the program's suggestions as they stand."""
        self._do([AcceptClaim(key) for key in claims], "accept_claim")

    def restore(self, claims: Sequence[str]) -> None:
        """Take the dismissed ones among them in again."""
        kept = [claim.id for claim in self._claims(claims) if claim.dismissed is not None]
        self._do([RestoreClaim(key) for key in kept], "restore_claim")

    def dismiss(self, claims: Sequence[str]) -> ReasonDialog:
        """Ask why, and put them all aside with that reason."""
        found = self._claims(claims)
        words = found[0].anchor.exact if found else ""
        lead = self.tr("{count} claims, the first:").format(count=len(found)) if len(found) > 1 else ""
        from gui.dialogs.words import ReasonDialog

        dialog = ReasonDialog(self._theme, self._window, words, lead)
        dialog.follow(self._session)
        dialog.given.connect(lambda reason: self._do([DismissClaim(key, reason) for key in claims], "dismiss_claim"))
        dialog.open()
        return dialog

    def judge(self, claims: Sequence[str], value: Veracity | None) -> None:
        """Give them all the same verdict."""
        self._session.do(judge_all(claims, value))

    def rate(self, claims: Sequence[str], value: Fulfilment) -> None:
        """Say of all of them how far the promise is kept."""
        self._session.do(judge_all(claims, value, "fulfilment"))

    def set_status(self, claims: Sequence[str], status: ClaimStatus) -> None:
        """Say of all of them how far their review has come."""
        self._do([SetStatus(key, status) for key in claims], "set_status")

    def tag(self, claims: Sequence[str], tag: str, on: bool) -> None:
        """Put a tag on all of them, or take it off."""
        self._session.do(tag_all(claims, tag, on))

    def _tag(self, claims: Sequence[str], tag: str, on: bool, _checked: bool = False) -> None:
        self.tag(claims, tag, on)

    def _either(self, many: Handler, one: Handler) -> object:
        return many() if self._session.together else one()

    def _mark(self, status: ClaimStatus) -> None:
        self.set_status(self._session.together, status)

    def _judge(self, value: Veracity | Fulfilment | None, scale: Scale = "veracity") -> None:
        """Judge all; a question that this raises is in sight."""
        if not self._page().judge(value, scale):
            self._show_page()

    def _claims(self, keys: Sequence[str]) -> list[ReviewClaim]:
        return [claim for key in keys if (claim := self._session.claim(key)) is not None]

    def _do(self, edits: Sequence[Edit], word: str) -> None:
        if edits:
            self._session.do(edits[0] if len(edits) == 1 else Together(edits, word))

    def _add(self, menu: QMenu, words: str, slot: Callable[[], object], enabled: bool) -> None:
        action = menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: slot())
