"""The pages of the data: two charts each, or the table."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from gui.views.controls import Segment
from gui.views.data.charts import ChartKey

Page = Literal["growth", "figures", "review", "evidence", "table"]

PAGES: Final[dict[Page, tuple[ChartKey, ChartKey] | None]] = {
    "growth": ("growth", "targets"), "figures": ("rates", "amounts"), "review": ("verdicts", "coverage"),
    "evidence": ("evidence", "coverage"), "table": None,
}
_ICONS: Final[dict[Page, str]] = {"growth": "chart", "figures": "metric", "review": "triage", "evidence": "evidence",
                                "table": "table"}


def page_segments(*, with_table: bool) -> list[Segment]:
    """The pages as parts of a switch, in the language now in force."""
    translate = QCoreApplication.translate
    words: dict[Page, str] = {
        "growth": translate("DataPane", "Growth and targets"), "figures": translate("DataPane", "Rates and amounts"),
        "review": translate("DataPane", "State of the review"), "evidence": translate("DataPane", "Grades of evidence"),
        "table": translate("DataPane", "Table of figures"),
    }
    return [Segment(page, _ICONS[page], words[page]) for page in PAGES if with_table or page != "table"]
