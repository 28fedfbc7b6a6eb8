"""The original out of its project, made ready to be shown; for work off the GUI thread."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from core.model import Report
from core.project import Project
from core.values import dataclass
from gui.views.original.drawing import picture_sizes


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came. `sizes` are those of its pages; a file without pages has `words`, perhaps as HTML."""

    data: bytes = field(repr=False)
    name: str
    sizes: tuple[tuple[float, float], ...] = ()
    words: str = field(default="", repr=False)
    html: bool = False

    @property
    def printed(self) -> bool:
        """Whether its words stand on pages, where they can be found again; a picture has none."""
        return b"%PDF-" in self.data[:1024]


def original_of(project: Path, report: Report, password: str | None) -> Original:
    """Read the original of the report under review from the project file.

    Raises:
        PolicyReviewError: the project cannot be read, or the file wants a password.
    """
    with Project.open(project, read_only=True) as opened:
        data = opened.original()
    name, kind = report.source.name, report.source.media_type
    if b"%PDF-" in data[:1024]:
        from core.readers.pages import page_sizes

        return Original(data, name, page_sizes(data, name, password))
    if kind.startswith("image/"):
        return Original(data, name, picture_sizes(data))
    if report.source.encoding is None:  # a word processor's file: its words, as they were read
        return Original(data, name, words=report.text)
    words = data.decode(report.source.encoding, "replace")
    if kind == "text/html":
        return Original(data, name, words=plain_html(words), html=True)
    return Original(data, name, words=words)


def plain_html(source: str) -> str:
    """A saved page without what Qt would take from it that is not words: scripts, styles, colours of its own."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    for node in tree.css("script, style, link, meta, iframe, object, embed, img, svg, video, audio, input, button"):
        node.decompose()
    for node in tree.css("*"):
        for name in list(node.attributes):
            if name not in ("colspan", "rowspan"):
                del node.attrs[name]
    return tree.html or ""
