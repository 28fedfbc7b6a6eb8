"""All keys on paper: the list as HTML, by menu, in the window's language."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from gui import settings
from gui.actions import Command, commands, key_text, keys_of, menus
from gui.theme import app_font


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


def in_columns() -> tuple[list[str], list[str]]:
    """The menus whose commands have keys, in two columns that are about as long as each other."""
    columns: tuple[list[str], list[str]] = ([], [])
    heights = [0, 0]
    for menu, rows in by_menu().items():
        shorter = heights.index(min(heights))
        columns[shorter].append(menu)
        heights[shorter] += len(rows) + 2  # its title, and the room before it
    return columns


def keys_as_html() -> str:
    """A page with every command that has a key, to be printed or kept: one sheet to pin beside the screen."""
    language = settings.language()
    title = escape(QCoreApplication.translate("KeyList", "Keys of Policy Review"))
    families = ", ".join(f"'{family}'" if " " in family else family for family in app_font().families())
    parts = [
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>',
        f"body {{ font-family: {families}; }}",
        "h1 { font-size: 13pt; } td { font-size: 9pt; }",
        "p { font-size: 10pt; font-weight: bold; margin: 10px 0 3px 0; }",
        "td.column { vertical-align: top; } td.key { text-align: right; white-space: pre; }",
        f"</style></head><body><h1>{title}</h1><table width='100%'><tr>",
    ]
    rows = by_menu()
    for place, menus_here in enumerate(in_columns()):
        parts.append("<td width='6%'></td>" if place else "")
        parts.append("<td class='column' width='47%'>")
        for menu in menus_here:
            parts.append(f"<p>{escape(menus()[menu][0].of(language))}</p><table width='100%'>")
            for command in rows[menu]:
                keys = escape("   ".join(key_text(each) for each in keys_of(command))).replace(" ", "&nbsp;")
                words = escape(command_words(command))
                parts.append(f"<tr><td>{words}</td><td class='key' align='right'>{keys}</td></tr>")
            parts.append("</table>")
        parts.append("</td>")
    return "\n".join([*parts, "</tr></table></body></html>"])
