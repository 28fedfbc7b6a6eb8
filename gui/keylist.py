"""All keys on paper: the list as HTML, by menu, in the window's language."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from gui import settings
from gui.actions import Command, commands, key_text, keys_of, menus


def by_menu() -> dict[str, list[Command]]:
    """The commands that have a key now, by their menu, in the order of the menus."""
    rows: dict[str, list[Command]] = {}
    for command in commands():
        if command.menu and keys_of(command):
            rows.setdefault(command.menu, []).append(command)
    return rows


def command_words(command: Command) -> str:
    """A command's words in the window's language; the name of its step left out."""
    return command.words.of(settings.language()).replace("{step}", "").strip()


def keys_as_html() -> str:
    """A page with every command that has a key, to be printed or kept."""
    language = settings.language()
    title = escape(QCoreApplication.translate("KeyList", "Keys of Policy Review"))
    parts = [
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>',
        "body { font-family: 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }",
        "h1 { font-size: 16pt; } h2 { font-size: 11pt; margin-bottom: 2pt; } td { font-size: 9.5pt; padding: 2pt 0; }",
        f"table {{ width: 100%; }} td.k {{ text-align: right; }}</style></head><body><h1>{title}</h1>",
    ]
    for menu, rows in by_menu().items():
        parts.append(f"<h2>{escape(menus()[menu][0].of(language))}</h2><table width='100%'>")
        for command in rows:
            keys = escape("   ".join(key_text(each) for each in keys_of(command)))
            parts.append(f"<tr><td>{escape(command_words(command))}</td><td class='k' align='right'>{keys}</td></tr>")
        parts.append("</table>")
    return "\n".join([*parts, "</body></html>"])
