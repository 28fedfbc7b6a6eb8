"""The characters of one PDF page, and the segments that they make.

Asking PDFium for the place of every character would cost as much as reading the page; only the two ends of a run are
asked for, and all of them only where a run must be cut.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING

from core.readers.printed.calls import Floats, address_of, is_generated, loose_box
from core.readers.printed.shapes import Segment
from core.readers.printed.text import CELL_GAP, HAN, HAN_GAP, MIXED_GAP, folded, narrow

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Box = tuple[float, float, float, float]

#: A run ends at white space, and behind a hyphen that the library marked at the end of a line.
_RUN = re.compile("[^ \t\r\n\ufffe\u00ad\x02]+[\ufffe\u00ad\x02]?")
_LINE = re.compile("[^\r\n]+")
_UNSURE = re.compile("[\t\ufffe\u00ad\x02]| {2}")
_NO_BOX = (0.0, 0.0, 0.0, 0.0)
#: So many characters on one page are a map or an attack; more would only cost time.
MOST_CHARACTERS = 60_000


class Characters:
    """The characters of an open page; to be closed before the page is.

    `width` and `height` are those of the page as it is shown. It is `upright` where its own coordinates are just those.
    """

    def __init__(self, page: PdfPage) -> None:
        import pypdfium2.raw as pdfium

        self._words = page.get_textpage()
        self._raw = self._words.raw
        self._address = address_of(self._raw)
        self._box = Floats()
        count = int(pdfium.FPDFText_CountChars(self._raw))
        self.text = self._read(min(count, MOST_CHARACTERS))
        self._unsure = _UNSURE.search(self.text) is not None
        self.width, self.height = map(float, page.get_size())
        self._turn = int(page.get_rotation()) // 90 % 4
        left, bottom, right, top = page.get_bbox()
        self._frame: Box = (float(left), float(bottom), float(right), float(top))
        # one character of the text may be none or two of the page's; the library's own count is asked then
        self._same = count == len(self.text) and (self.text.isascii() or max(self.text, default="") <= "\uffff")
        self.turned = False
        self.upright = self._turn == 0 and self._frame[:2] == (0.0, 0.0)

    def close(self) -> None:
        """Give the library's memory back."""
        self._words.close()

    def _read(self, count: int) -> str:
        import pypdfium2.raw as pdfium

        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (2 * count + 1))()
        written = int(pdfium.FPDFText_GetText(self._raw, 0, count, buffer))
        return bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")

    def box(self, position: int) -> Box:
        """Left, bottom, right, top of the character at a position of `text`, on the page as it is shown."""
        if not loose_box(self._address, position if self._same else self._index(position), self._box.address):
            return _NO_BOX
        left, top, right, bottom = self._box.read()
        return (left, bottom, right, top) if self.upright else self.shown((left, bottom, right, top))

    def ink(self, position: int) -> Box:
        """Left, bottom, right, top of what is black of the character at a position of `text`."""
        import pypdfium2.raw as pdfium

        west, east, south, north = (ctypes.c_double() for _ in range(4))
        index = position if self._same else self._index(position)
        if not pdfium.FPDFText_GetCharBox(self._raw, index, west, east, south, north):
            return self.box(position)
        return self.shown((west.value, south.value, east.value, north.value))

    def shown(self, place: Box) -> Box:
        """A place in the page's own coordinates on the page as it is shown."""
        if self.upright:
            return place
        left, bottom, right, top = self._frame
        west, south, east, north = place[0] - left, place[1] - bottom, place[2] - left, place[3] - bottom
        across, down = right - left, top - bottom
        match self._turn:
            case 1:
                return (south, across - east, north, across - west)
            case 2:
                return (across - east, down - north, across - west, down - south)
            case 3:
                return (down - north, west, down - south, east)
        return (west, south, east, north)

    def turn(self) -> bool:
        """See the page turned so that print that stands on its side stands upright; whether that changed anything."""
        turn = self._side()
        if turn == self._turn:
            return False
        if (turn - self._turn) % 2:
            self.width, self.height = self.height, self.width
        self._turn = turn
        self.upright = False
        self.turned = True
        return True

    def _side(self) -> int:
        """By how many quarters the page must be turned for most of its print to stand upright."""
        import pypdfium2.raw as pdfium

        quarters = [0, 0, 0, 0]
        step = max(1, len(self.text) // 200)
        for position in range(0, len(self.text), step):
            if not self.text[position].isspace():
                angle = pdfium.FPDFText_GetCharAngle(self._raw, position if self._same else self._index(position))
                quarters[-round(angle / (math.pi / 2)) % 4] += 1
        most = max(range(4), key=quarters.__getitem__)
        return most if quarters[most] * 2 > sum(quarters) else self._turn

    def _index(self, position: int) -> int:
        import pypdfium2.raw as pdfium

        return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, position)))

    def segments(self) -> list[Segment]:
        """The runs of print in the order of the file, parted where the gap is wide."""
        made = self._segments()
        tall = sum([top - bottom - right + left for text, left, bottom, right, top, _, _ in made if len(text) > 2])
        single = len(made) > 6 and len(made) * 2 > sum(len(one.text) for one in made)
        if (single or tall > 0) and self.turn():
            made = self._segments()
        return self._seen(made)

    def _seen(self, segments: list[Segment]) -> list[Segment]:
        """Those that stand on the page at least in part; what is cut off, nobody sees."""
        seen = [
            one for one in segments
            if one[3] > 0.0 and one[1] < self.width and one[4] > 0.0 and one[2] < self.height
        ]  # fmt: skip
        return seen or segments  # the page's box may be wrong

    def _segments(self) -> list[Segment]:
        text, made = self.text, []
        for found in _LINE.finditer(text):
            start, end = found.span()
            words = found[0]
            plain = self._plain(words, start, end)
            if plain is not None:
                made.append(plain)
            else:
                made += self._runs(start, end)
        return made

    def _plain(self, words: str, start: int, end: int) -> Segment | None:
        """A line of the library as one segment, where its two ends show that no wide gap is in it; else None."""
        stripped = words.strip()
        blanks = stripped.count(" ")
        whole = not blanks and len(stripped) == len(words.strip(" "))
        if not stripped or (len(stripped) < 4 and not whole):
            return None
        if self._unsure and _UNSURE.search(stripped):
            return None
        start += words.index(stripped[0])
        end = start + len(stripped)
        first, last = self.box(start), self.box(end - 1)
        if not last[1] < (first[1] + first[3]) / 2 < last[3] or not first[1] < (last[1] + last[3]) / 2 < first[3]:
            return None
        if whole and last[2] >= first[0]:  # one run, however far it is stretched
            return Segment(
                folded(stripped), first[0], min(first[1], last[1]), last[2], max(first[3], last[3]), start, end
            )
        size = max((first[2] - first[0]) * (stripped[0] > HAN), (last[2] - last[0]) * (stripped[-1] > HAN))
        latin = narrow(stripped)
        if size <= 0.0:
            if blanks and len(stripped) > latin + blanks:
                return None
            size = (last[3] - last[1]) * 0.8
        free = (last[2] - first[0]) / size - (len(stripped) - latin / 2 - blanks / 2)
        if free > 0.4 + 0.3 * blanks + 0.06 * latin or free < -0.3 * len(stripped) - 1:
            return None
        written = self._closed(stripped, start) if blanks else stripped
        if written is None:
            return None
        return Segment(
            folded(written), first[0], min(first[1], last[1]), last[2], max(first[3], last[3]), start, end
        )

    def _closed(self, words: str, start: int) -> str | None:
        """The words of a line without the blanks that stand for the quarter of white beside figures; None where two
        Han stand apart, for then it depends on how far."""
        parts = []
        done = 0
        place = words.find(" ")
        while place >= 0:
            before, after = words[place - 1] > HAN, words[place + 1] > HAN
            if before and after:
                return None
            if before != after and self._made_up(start + place):
                parts.append(words[done:place])
                done = place + 1
            place = words.find(" ", place + 1)
        parts.append(words[done:])
        return "".join(parts)

    def _runs(self, low: int, high: int) -> list[Segment]:
        """The segments of one line of the library, each run looked at. The work is written out: it is done often."""
        text, get_box = self.text, self.box
        made: list[Segment] = []
        start = end = -1
        left = bottom = right = top = 0.0
        written, last = "", _NO_BOX
        for found in _RUN.finditer(text, low, high):
            begin, finish = found.span()
            first = get_box(begin)
            if start >= 0:
                middle = (first[1] + first[3]) / 2
                size = max(right - last[0], first[2] - first[0], (last[3] - last[1]) * 0.6, 1.0)
                gap = (first[0] - right) / size
                if (
                    not last[1] < middle < last[3]
                    or gap > CELL_GAP
                    or gap < -1.0
                    or text[end - 1] in "\ufffe\u00ad\x02"
                ):
                    made.append(Segment(folded(written), left, bottom, right, top, start, end))
                    start = -1
                else:
                    limit = (HAN_GAP, MIXED_GAP, 0.0)[(text[end - 1] < HAN) + (text[begin] < HAN)]
                    blank = text[end:begin]
                    if gap < limit and begin - end == 1 and self._made_up(end):
                        blank = ""
                    written += blank
            if start < 0:
                start, written = begin, ""
                left, bottom, right, top = first
            written += found[0]
            last = get_box(finish - 1) if finish - begin > 1 else first
            if not last[1] < (first[1] + first[3]) / 2 < last[3] or last[2] < first[0]:
                self._cut(begin, finish, made, start, written)
                start = -1
                continue
            end, right = finish, last[2]
            if last[3] > top:
                top = last[3]
            if last[1] < bottom:
                bottom = last[1]
        if start >= 0:
            made.append(Segment(folded(written), left, bottom, right, top, start, end))
        return made

    def _cut(self, begin: int, finish: int, made: list[Segment], start: int, written: str) -> None:
        """A run whose ends are not on one line: print without white space that goes on to another line, or down."""
        if start < begin:
            text = written[: len(written) - (finish - begin)].rstrip()
            made.append(self._joined(folded(text), start, max(start + 1, begin - 1)))
        boxes = [self.box(position) for position in range(begin, finish)]
        pieces, piece = [], [0]
        for number in range(1, len(boxes)):
            one, two = boxes[number - 1], boxes[number]
            on_line = one[1] < (two[1] + two[3]) / 2 < one[3] and -0.6 * (one[2] - one[0]) < two[0] - one[2]
            below = abs(one[0] + one[2] - two[0] - two[2]) < (one[2] - one[0]) and -3 < (one[1] - two[3]) < 8
            straight = len(piece) == 1 or (_down(boxes[piece[-2]], one) == (below and not on_line))
            if (on_line or below) and straight:
                piece.append(number)
            else:
                pieces.append(piece)
                piece = [number]
        pieces.append(piece)
        ends = ((begin + piece[0], begin + piece[-1] + 1) for piece in pieces)
        made.extend(self._joined(folded(self.text[first:last]), first, last) for first, last in ends)

    def _joined(self, words: str, start: int, end: int) -> Segment:
        places = [place for place in map(self.box, range(start, end)) if place != _NO_BOX] or [_NO_BOX]
        return Segment(
            words,
            min(place[0] for place in places),
            min(place[1] for place in places),
            max(place[2] for place in places),
            max(place[3] for place in places),
            start,
            end,
        )

    def _made_up(self, position: int) -> bool:
        """Whether the library put a blank where the file has none."""
        return bool(is_generated(self._address, position if self._same else self._index(position)) == 1)

    def parted(self, segment: Segment, edges: list[float]) -> list[Segment]:
        """A segment cut where it crosses one of the upright lines at `edges`."""
        pieces: list[list[int]] = []
        before = None
        for position in range(segment.start, segment.end):
            if self.text[position].isspace():
                continue
            place = self.box(position)
            column = sum(edge <= (place[0] + place[2]) / 2 for edge in edges)
            if column != before:
                pieces.append([])
            before = column
            pieces[-1].append(position)
        return [self._again(piece[0], piece[-1] + 1) for piece in pieces]

    def _again(self, start: int, end: int) -> Segment:
        words = " ".join(self.text[start:end].split())
        return self._joined(folded(words), start, end)


def _down(one: Box, two: Box) -> bool:
    return not one[1] < (two[1] + two[3]) / 2 < one[3]
