"""Charts to take along, as pictures of dots or of lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.vocabulary import Language
from gui.views.data.charts import Chart, svg

if TYPE_CHECKING:
    from gui.views.data.view import ChartView  # brings the library of the charts with it

#: How wide a picture of dots is: sharp over the width of a page.
WIDTH: Final = 1800


def write(chart: Chart, view: ChartView, path: Path, language: Language) -> None:
    """Write a chart that is shown as PNG or SVG, by the path's suffix.

    Raises:
        OSError: it could not be written.
    """
    if path.suffix == ".svg":
        path.write_text(svg(chart, language), encoding="utf-8")
    elif not view.image(WIDTH).save(str(path)):
        raise OSError(path)
