"""What the palette lists: every command, section, figure and claim."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from core.model import Metric
from core.text import on_one_line
from core.vocabulary import Language, label
from gui import settings
from gui.actions import ActionTable, commands, menus, reason
from gui.models.metrics import indicator_name, standard_name
from gui.models.titles import short_titles
from gui.session import Session
from gui.views.controls import verdict_icon
from gui.views.palette import PaletteItem

_QUOTE = 80


def palette_items(actions: ActionTable, session: Session) -> list[PaletteItem]:
    """Everything that the palette can find now."""
    return [*places(session), *command_items(actions)]


def places(session: Session) -> list[PaletteItem]:
    """The sections, figures and claims of the open report."""
    return [*_sections(session), *_metrics(session), *_claims(session)]


def command_items(actions: ActionTable) -> Iterator[PaletteItem]:
    """The commands of the menus; those that cannot be done now say why."""
    language = settings.language()
    for command in commands():
        if not command.menu or command.id in {"palette", "go_to"}:
            continue
        missing = actions.missing(command.id)
        menu = menus()[command.menu][0].of(language)
        words = actions.words(command.id)
        if menus()[command.menu][1]:  # in a menu of its own the words may rest on its name: Theme: Light
            words = f"{menu}{'：' if language == 'zh' else ': '}{words}"
        both = f"{command.words.zh}\n{command.words.en}\n{menu}".replace("{step}", "")
        yield PaletteItem(
            f"command:{command.id}", "command", words, menu, command.icon or "arrow-right",
            partial(actions.trigger, command.id), also=both, keys=actions.key(command.id),
            why_not=reason(missing, language) if missing else "",
        )


def _sections(session: Session) -> Iterator[PaletteItem]:
    sections = session.report.sections if session.report else ()
    short = short_titles(sections)
    for section in sections:
        parent = session.section(section.parent) if section.parent else None
        yield PaletteItem(
            f"section:{section.id}", "section", section.title, short.get(parent.id, "") if parent else "", "section",
            partial(session.select, "section", section.id), quoted=True,
        )


def _metrics(session: Session) -> Iterator[PaletteItem]:
    language = settings.language()
    for metric in session.report.metrics if session.report else ():
        name = indicator_name(metric) or metric.surface
        standard = standard_name(metric)
        yield PaletteItem(
            f"metric:{metric.id}", "metric", f"{name}  {metric.surface}", _about(metric, standard, language), "metric",
            partial(session.select, "metric", metric.id), quoted=True,
            also=standard,
        )


def _about(metric: Metric, standard: str, language: Language) -> str:
    words = [standard] if standard else []
    words += [label("kind", metric.kind, language)]
    if metric.role != "actual":
        words.append(label("role", metric.role, language))
    if metric.period:
        words.append(metric.period)
    return " · ".join(words)


def _claims(session: Session) -> Iterator[PaletteItem]:
    language = settings.language()
    for claim in session.claims():
        words = on_one_line(claim.anchor.exact)
        yield PaletteItem(
            f"claim:{claim.id}", "claim", words[:_QUOTE], f"{claim.number} · "
            + label("veracity", claim.veracity or "not_judged", language), verdict_icon(claim.veracity),
            partial(session.select, "claim", claim.id), also=str(claim.number), quoted=True,
        )
