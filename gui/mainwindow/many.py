"""What can be done with several claims at once: each is one edit, and one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from core.model import ReviewClaim
from core.model.review import CLAIM_STATUSES, FULFILMENTS, VERACITIES, ClaimStatus, Fulfilment, Veracity
from core.project import (
    AcceptClaim,
    AddTag,
    DismissClaim,
    Edit,
    RemoveTag,
    RestoreClaim,
    SetStatus,
    SetVerdict,
    Together,
    tag_name,
)
from core.vocabulary import label
from gui import settings
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.dialogs.words import ReasonDialog


class Many(QObject):
    """Turns a selection of claims into one edit."""

    def __init__(
        self, session: Session, theme: Theme, window: QWidget, attach: Callable[[Sequence[str]], object]
    ) -> None:
        super().__init__(window)
        self._attach = attach
        self._session = session
        self._theme = theme
        self._window = window

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
        words = " ".join(found[0].anchor.exact.split())[:80] if found else ""
        if len(found) > 1:
            words = self.tr("{count} claims, the first: {words}").format(count=len(found), words=words)
        from gui.dialogs.words import ReasonDialog

        dialog = ReasonDialog(self._theme, self._window, words)
        dialog.follow(self._session)
        dialog.given.connect(lambda reason: self._do([DismissClaim(key, reason) for key in claims], "dismiss_claim"))
        dialog.open()
        return dialog

    def judge(self, claims: Sequence[str], value: Veracity | None) -> None:
        """Give them all the same verdict."""
        self._do([SetVerdict(key, value) for key in claims], "set_verdict")

    def rate(self, claims: Sequence[str], value: Fulfilment) -> None:
        """Say of all of them how far the promise is kept."""
        self._do([SetVerdict(key, value, "fulfilment") for key in claims], "set_verdict")

    def set_status(self, claims: Sequence[str], status: ClaimStatus) -> None:
        """Say of all of them how far their review has come."""
        self._do([SetStatus(key, status) for key in claims], "set_status")

    def tag(self, claims: Sequence[str], tag: str, on: bool) -> None:
        """Put a tag on all of them, or take it off."""
        if on:
            self._do([AddTag(key, tag) for key in claims], "add_tag")
        else:
            self._do([RemoveTag(key, tag) for key in claims], "remove_tag")

    def _tag(self, claims: Sequence[str], tag: str, on: bool, _checked: bool = False) -> None:
        self.tag(claims, tag, on)

    def _claims(self, keys: Sequence[str]) -> list[ReviewClaim]:
        return [claim for key in keys if (claim := self._session.claim(key)) is not None]

    def _do(self, edits: Sequence[Edit], word: str) -> None:
        if edits:
            self._session.do(edits[0] if len(edits) == 1 else Together(edits, word))

    def _add(self, menu: QMenu, words: str, slot: Callable[[], object], enabled: bool) -> None:
        action = menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: slot())
