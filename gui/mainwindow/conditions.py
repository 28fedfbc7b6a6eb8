"""What can be done now: the conditions of the commands, and the names of the steps that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.vocabulary import label
from gui import settings
from gui.mainwindow.attaching import clipboard_holds_something

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow


def available_now(window: MainWindow) -> set[str]:
    """The conditions that are met now, by the names that `needs` in resources/actions.toml has for them."""
    project, claim = window.session.project, window.reviewing.claim()
    words = window.selected_words() is not None
    conditions = {
        "project": project is not None,
        "writable": project is not None and project.editable,
        "signable": project is not None and not project.read_only,
        "evidence": window.record.evidence() is not None,
        "linked": window.record.linked(),
        "claim": claim is not None,
        "alone": not window.session.together,
        "attachable": not window.session.together or bool(project and project.evidence()),
        "own_claim": claim is not None and claim.origin == "person",
        "answerable": claim is not None or window.reviewing.hit() is not None,
        "words": words,
        **window.placing.available(),
        **window.headings.available(),
        **window.figures.available(),
        "taggable": words or claim is not None,
        "undo": project is not None and project.can_undo,
        "redo": project is not None and project.can_redo,
        "clipboard": clipboard_holds_something(),
        "triage": window.triage.on,
        "own_layout": window.layouts.is_own,
    }
    return {need for need, met in conditions.items() if met}


def steps_now(window: MainWindow) -> dict[str, str]:
    """What undo and redo would take back or make again, in the window's language."""
    project = window.session.project
    if project is None:
        return {}
    kinds = {"undo": project.undo_label(), "redo": project.redo_label()}
    language = settings.language()
    return {key: label("edit", kind, language).lower() for key, kind in kinds.items() if kind}
