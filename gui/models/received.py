"""A file as it was received and read, before a project is made of it: what the import dialog shows and changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from core.messages import PolicyReviewError
from core.model import Report, Span
from core.model.layout import LeftOut, Notice
from core.model.particulars import Guess, Particulars, Years
from core.readers import Reading, ReadingOptions
from core.values import dataclass

#: The files that are offered where a report is chosen; what a file is, is told by its content.
PATTERNS: Final = (
    "*.txt *.md *.html *.htm *.docx *.doc *.wps *.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp"
)
#: How wide the first page is drawn, in pixels: sharp on a screen of twice the density.
_PAGE: Final = 480
#: The flag of the settings that says whether a person sees what was read before each import.
BEFORE_EACH: Final = "import_dialog"
#: What stops the reading and can be mended: by a password, by recognising the text, by naming the encoding.
PASSWORD: Final = frozenset({"password-needed", "wrong-password"})
PICTURES: Final = frozenset({"scanned", "recognition-missing"})
ENCODING: Final = frozenset({"undecodable", "wrong-encoding"})
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")
# Asked for here, in the GUI thread: Qt's classes are made when first asked for, which other threads must not do.
_RGB32: Final = QImage.Format.Format_RGB32
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
#: The check that finds repeated blocks, and how much of a text (in characters, and as a share) has to stand twice to be
#: told before the review.
_REPEATED: Final = "STR-01"
_LEAST_TWICE: Final = 300
_SHARE_TWICE: Final = 0.15
_SHARES: Final = {"sections": 0.55, "metrics": 0.65, "claims": 0.8, "checks": 0.9}


class Printed(NamedTuple):
    """One printed line by its words: `nth` counts the lines of the same words from 0.

    A line is told by its words because its offset is another as soon as something before it is put back.
    """

    words: str
    nth: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wants of the reading, in terms that outlast another reading of the file."""

    encoding: str | None = None
    password: str | None = field(default=None, repr=False)
    put_back: frozenset[str] = frozenset()
    as_text: frozenset[Printed] = frozenset()
    as_furniture: frozenset[Printed] = frozenset()
    recognise: bool = False

    def options(self) -> ReadingOptions:
        """The options that do not need the text."""
        return ReadingOptions(
            encoding=self.encoding, password=self.password, put_back=self.put_back, recognise=self.recognise
        )


@dataclass(frozen=True, slots=True)
class Page:
    """The first page as a picture: rows of blue, green, red, unused, a byte each."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)
    count: int


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was read. `guesses` are by the fields of `Particulars`, and `year`, `target_year`.

    `put_back` are the pieces that the reader had left out and that a person wanted in the text, `lines` the printed
    lines: of a long report it takes a while to find them.
    """

    path: Path
    reading: Reading = field(repr=False)
    report: Report = field(repr=False)
    guesses: Mapping[str, Guess]
    page: Page | None = field(default=None, repr=False)
    wishes: Wishes = field(default_factory=Wishes)
    put_back: tuple[LeftOut, ...] = ()
    lines: tuple[tuple[Span, Printed], ...] = field(default=(), repr=False)

    def proposed(self) -> Particulars:
        """All guesses as particulars."""
        return Particulars(**{
            name: self.guesses[name].value for name in Particulars.__slots__ if name in self.guesses
        })

    def notices(self) -> tuple[Notice, ...]:
        """What a person should know before the review: what the reader met, and that the text stands twice."""
        return (*self.reading.layout.notices, *_twice(self.report))


@dataclass(frozen=True, slots=True)
class Blocked:
    """A file in which nothing could be read yet, and the sentence that says why."""

    path: Path
    error: PolicyReviewError
    wishes: Wishes
    page: Page | None = None


def _twice(report: Report) -> tuple[Notice, ...]:
    """That a large part of the text repeats what stands before it, and where the longest such part begins.

    A paragraph printed twice is a check of the review; this is for a text that was saved or copied twice over.
    """
    repeated = [one for one in report.findings if one.check == _REPEATED]
    longest = max(repeated, key=lambda one: int(one.params["length"]), default=None)
    if longest is None or int(longest.params["length"]) < max(_LEAST_TWICE, len(report.text) * _SHARE_TWICE):
        return ()
    start = longest.spans[0].start
    params = {"quote": longest.params["quote"], "length": f"{int(longest.params['length']):,}"}
    pages = report.layout.pages
    if len(pages) > 1:
        page = sum(span.start <= start for span in pages)
        return (Notice("twice-on-page", {**params, "page": str(page)}),)
    return (Notice("twice", {**params, "line": str(report.text.count("\n", 0, start) + 1)}),)


def _nobody_asks(_stage: str, _number: int = 0, _count: int = 0) -> None:
    """Nobody is shown what is being done."""


def receive(
    path: Path, wishes: Wishes, progress: Callable[[float], None], before: Received | None = None,
    at: Callable[[str, int, int], None] = _nobody_asks,
) -> Received:
    """Read a file and all that is found in it; read `before` with other wishes, its bytes are at hand.

    `at` is told the stage, "pages" or "figures", and at which page of how many it is where that is known, else 0 of 0.

    Raises:
        PolicyReviewError: it cannot be read as a report; see `core.readers.read_bytes`.
    """
    from core.pipeline import report_of  # readers and rules are loaded when a report is read, not at start-up
    from core.readers import read, read_bytes
    from core.readers.pages import page_count
    from core.sections.particulars import guessed

    options = wishes.options()
    pages = page_count(before.reading.data if before else path, wishes.password)

    def reading_done(share: float) -> None:
        progress(share * 0.5)
        at("pages", min(pages, int(share * pages) + 1), pages)

    if before is None:
        reading = read(path, options, reading_done)
    else:
        reading = read_bytes(before.reading.data, path.name, options, reading_done)
    lines = _spans(reading.text, wishes.as_text), _spans(reading.text, wishes.as_furniture)
    at("figures", 0, 0)
    layout = replace(reading.layout, as_text=lines[0], as_furniture=lines[1])
    reading = replace(reading, layout=layout)
    report = report_of(reading, lambda stage: progress(_SHARES.get(stage, 0.5)))
    progress(0.95)
    page = before.page if before else first_page(reading.data, path.name, wishes.password)
    lines_now = tuple(printed_lines(report.text))
    return Received(path, reading, report, guessed(report), page, wishes, _put_back(reading, before), lines_now)


def _put_back(reading: Reading, before: Received | None) -> tuple[LeftOut, ...]:
    """What was left out before and is text now; a reading does not tell it any more."""
    if before is None:
        return ()
    out = {one.id for one in reading.layout.left_out}
    earlier = {one.id: one for one in (*before.put_back, *before.reading.layout.left_out)}
    return tuple(one for key, one in earlier.items() if key in reading.options.put_back and key not in out)


def first_page(data: bytes, name: str, password: str | None = None) -> Page | None:
    """The first page of a PDF, or the picture that a file is; None where there is none to be drawn."""
    if b"%PDF-" not in data[:1024]:
        return _picture(data)
    from core.readers.pages import page_picture

    try:
        drawn = page_picture(data, name, 0, _PAGE, password)
    except PolicyReviewError:
        return None
    return Page(drawn.width, drawn.height, drawn.stride, drawn.pixels, drawn.count)


def _picture(data: bytes) -> Page | None:
    if not data.startswith(_PICTURES):
        return None
    image = QImage.fromData(data)
    if image.isNull():
        return None
    if image.width() > _PAGE:
        image = image.scaledToWidth(_PAGE, _SMOOTH)
    image = image.convertToFormat(_RGB32)
    return Page(image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits()), 1)


def settled(received: Received, years: Years, progress: Callable[[float], None]) -> Report:
    """The report with the years that a person gave; read again where they are not those that the text told."""
    report = received.report
    if years == (report.year, report.target_year):
        return report
    from core.pipeline import read_again

    return read_again(report, received.reading.data, lambda stage: progress(_SHARES.get(stage, 0.5) - 0.5), years)


def printed_lines(text: str) -> Iterator[tuple[Span, Printed]]:
    """The printed lines of a text that hold words, each with the name under which it is found again."""
    from core.text import fold
    from core.text import printed_lines as lines

    seen: dict[str, int] = {}
    for line in lines(fold(text)):
        if line.blank:
            continue
        words = line.span.quote(text)
        nth = seen.get(words, 0)
        seen[words] = nth + 1
        yield line.span, Printed(words, nth)


def _spans(text: str, wanted: frozenset[Printed]) -> tuple[Span, ...]:
    if not wanted:
        return ()
    return tuple(span for span, name in printed_lines(text) if name in wanted)
