"""What would become of the review under a corrected version of its report, shown before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from html import escape
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from core.project import CarriedClaim, Correction
from core.text import on_one_line
from core.vocabulary import Language, label
from gui import settings
from gui.dialogs.sheet import Sheet
from gui.theme import Theme, report_font

#: More rows than this of one kind are counted and not shown.
_MOST: Final = 200
#: Longer quotes are shown without marking what differs.
_LONGEST: Final = 1500
_HEIGHT: Final = 560  # as it opens
_LEAST_HEIGHT: Final = 160  # of what changes, which scrolls by itself


class CorrectionDialog(Sheet):
    """Counts first, then each claim that is not as it was, with its words before and after side by side.

    `same` says that the new reading is the old one to the letter: then there is nothing to accept.
    """

    def __init__(self, theme: Theme, parent: QWidget, correction: Correction, name: str, *, same: bool) -> None:
        super().__init__(theme, parent, width=860)
        self.correction = correction
        self._same = same
        self._name = name
        self.rows = QTextBrowser(self)
        self.rows.setOpenLinks(False)
        self.rows.setSource(QUrl())
        self.rows.setMinimumHeight(_LEAST_HEIGHT)
        self.content.addWidget(self.rows, 1)
        self.retranslate()
        self.rows.setVisible(not same)
        self.done_button.setVisible(not same)
        if not same:
            self.resize(self.minimumWidth(), _HEIGHT)

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        super().retranslate()
        again = self.correction.reads_again
        self.describe(
            self.tr("Read again") if again else self.tr("Corrected version: {name}").format(name=self._name),
            self._lead(),
            self.tr("Use the new reading") if again else self.tr("Replace the report"),
        )
        if self._same:
            self.cancel_button.setText(self.tr("Close"))
        self.rows.setAccessibleName(self.tr("What changes"))
        self.rows.setHtml(self._html())

    def _lead(self) -> str:
        if self._same:
            return self.tr("The program reads the same as before. There is nothing to take over.")
        made = self.correction
        counts = self.tr(
            "Claims that you worked on: {all}. In place: {ok}. To check: {moved}. Not found again: {lost}."
        ).format(
            all=len(made.claims), ok=len(made.of_state("ok")), moved=len(made.of_state("moved")),
            lost=len(made.of_state("orphan")),
        )
        after = self.tr("Verdicts, notes and evidence stay with their claims. Undo takes the whole step back.")
        return f"{counts}\n{after}"

    def _html(self) -> str:
        made = self.correction
        changed = [claim for claim in made.of_state("moved") if claim.changed_words]
        moved = [claim for claim in made.of_state("moved") if not claim.changed_words]
        parts = [
            self._claims(self.tr("Words changed"), changed),
            self._claims(self.tr("Stands elsewhere, or its sentence changed"), moved),
            self._claims(self.tr("Not found again; kept with their words"), made.of_state("orphan")),
            self._part(
                self.tr("Checks to be answered again"),
                [(f"{hit.finding.check} · {label('hit_state', hit.state, self._language)}", quote, "", "")
                 for hit, quote in made.asked_again],
            ),
            self._part(
                self.tr("New suggestions"),
                [(self._types(claim.types), "", claim.span.quote(made.report.text), "") for claim in made.added],
            ),
            self._part(
                self.tr("Suggestions that are no more; nobody had worked on them"),
                [(self._types(claim.types), claim.anchor.exact, "", "") for claim in made.gone],
            ),
        ]
        words = "".join(parts)
        if not words:
            nothing = self.tr("Nothing that was found or decided changes.")
            words = f"<p>{escape(nothing)}</p>"
        color, said = self._theme.color, ", ".join(f"'{family}'" for family in report_font(13).families())
        return (
            f"<style>body {{ color: {color('text').name()}; }} h3 {{ margin: 14px 0 4px 0; font-size: 13px; }}"
            f" td {{ padding: 5px 8px; vertical-align: top; }}"
            f" .quote {{ font-family: {said}; }} .head {{ color: {color('muted').name()}; }}"
            f" .was {{ text-decoration: line-through; background: {color('hit_tint').name()}; }}"
            f" .is {{ text-decoration: underline; background: {color('accent_soft').name()}; }}"
            f"</style>{words}"
        )

    def _claims(self, title: str, claims: Sequence[CarriedClaim]) -> str:
        rows = []
        for carried in claims:
            number = self.tr("Claim {number}").format(number=carried.claim.number)
            before = " … ".join(anchor.exact for anchor in carried.claim.anchors)
            after = " … ".join(anchor.exact for anchor in carried.after if anchor.state != "orphan")
            lost = self.tr("not found") if not after else ""
            rows.append((number, before, after, lost))
        return self._part(title, rows)

    def _part(self, title: str, rows: Iterable[tuple[str, str, str, str]]) -> str:
        """One group: a head, the words before, the words after, and what is said in their place."""
        made = list(rows)
        if not made:
            return ""
        lines = [f"<h3>{escape(title)} · {len(made)}</h3><table width='100%' cellspacing='0'>"]
        for head, before, after, instead in made[:_MOST]:
            left, right = _side_by_side(on_one_line(before), on_one_line(after))
            voice = "quote" if right else "head"
            lines.append(
                f"<tr><td class='head' width='14%'>{escape(head)}</td><td class='quote' width='43%'>{left}</td>"
                f"<td class='{voice}' width='43%'>{right or escape(instead)}</td></tr>"
            )
        lines.append("</table>")
        if len(made) > _MOST:
            more = self.tr("and {count} more").format(count=len(made) - _MOST)
            lines.append(f"<p class='head'>{escape(more)}</p>")
        return "".join(lines)

    def _types(self, types: Iterable[str]) -> str:
        return " · ".join(label("claim_type", key, self._language) for key in types)

    @property
    def _language(self) -> Language:
        return settings.language()


def _side_by_side(before: str, after: str) -> tuple[str, str]:
    """Both quotes as HTML; what one has and the other has not is struck through or underlined."""
    if not before or not after or before == after or max(len(before), len(after)) > _LONGEST:
        return escape(before), escape(after)
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = escape(before[a:b]), escape(after[c:d])
        left.append(gone if kind == "equal" or not gone else f"<span class='was'>{gone}</span>")
        right.append(come if kind == "equal" or not come else f"<span class='is'>{come}</span>")
    return "".join(left), "".join(right)
