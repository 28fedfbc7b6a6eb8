"""A sentence as one run of characters: layout breaks, blanks and note marks left out, each position known."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from string import ascii_letters
from typing import Final

from core.model.document import Sentence
from core.model.records import record
from core.model.spans import Span
from core.text import fold

#: Characters that can only be residue inside a Chinese sentence: blanks, zero-width signs, note marks ①②.
#: So is what a writer says of all the figures that follow: （下同）, （预计数，下同）.
_RESIDUE: Final = re.compile(
    r"[\s\u200b\ufeff\u2460-\u249b\u24ea\u2776-\u2793]|(?<![0-9*])\*\*+"
    r"|\\[rn]|[\[［][0-9]{1,3}[\]］]|[（(][^（）()0-9]{0,10}下同[）)]"
)
#: One of these stands in every residue: one set of signs is looked for much faster than the three ways of it.
_SUSPECT: Final = re.compile(r"[\s\u200b\ufeff\u2460-\u249b\u24ea\u2776-\u2793\\\[［*]")
#: 1 9 9 7, 1 2 . 5 %: digits spread out by a typesetter.
_SPREAD: Final = re.compile(
    r"(?<![0-9A-Za-z.])[0-9](?: [0-9.])+(?![0-9A-Za-z/])"
    # 3 400万: thousands parted by blanks, as Hong Kong prints them.
    r"|(?<![0-9A-Za-z.第])[1-9][0-9]{0,2}(?: [0-9](?:\n?[0-9]){2})+(?:\.[0-9]+)?"
    r"(?=\s{0,2}[百千万亿元%人名个户家间公吨宗项套所座件辆张幢条处口头只株台亩羽匹棵盏块米平立斤箱册种场次起例篇])"
)
#: 二○○三年, 一九九八年, 二〇〇三—二〇〇七年: years digit by digit, with every sign that is typed for a zero.
_DIGIT: Final = "[〇○零一二三四五六七八九Oo0]"
_HAN_YEAR: Final = f"[一二](?=[〇○零九Oo0]){_DIGIT}{{3}}"
_HAN_YEARS: Final = re.compile(f"{_HAN_YEAR}(?=(?:[-—–~至到]{{1,2}}{_HAN_YEAR})?年)")
_DIGITS: Final = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
#: A run of so many numeral signs is no number but garbled text, and each pattern would try every part of it.
_GARBLED: Final = re.compile("[-0-9.,:〇○零一二三四五六七八九十百千万亿兆两几数半余多]{80,}")
#: In sentences no longer than this such a run costs little.
_LONG: Final = 400
_CHANGE_SIGN: Final = re.compile("[↑↗⬆↓↘⬇+]")
#: 社零总额186亿元（+9.8%）, 工业增加值↑7.4%, 同比+11天: signs that stand for the verbs of change.
_CHANGED: Final = re.compile(
    r"(?:(?<=[\u3400-\u9fff（）：:，、%])|(?<=[\u3400-\u9fff%]\())(?:[↑↗⬆↓↘⬇](?=[0-9])|\+(?=[0-9]+(?:\.[0-9]+)?(?:%|个百分点)))"
    r"|(?<=[同环]比)\+(?=[0-9])|^(?:[↑↗⬆↓↘⬇](?=[0-9])|\+(?=[0-9.]+(?:%|个百分点)))"
)
_WORDLIKE: Final = frozenset("0123456789" + ascii_letters)


@record
class Flat:
    """The sentence's characters and, where some were left out, the position of each in the report's text."""

    text: str
    start: int
    at: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """The place in the report of the half-open range [start, end) of `text`; `start` < `end`."""
        if self.at is None:
            return Span(self.start + start, self.start + end)
        return Span(self.at[start], self.at[end - 1] + 1)

    def position(self, place: int) -> int:
        """Where the character at `place` of the report stands in `text`; where the next one does, if it is left out."""
        return place - self.start if self.at is None else bisect_left(self.at, place)


class Flats:
    """The sentences of one text as they were meant to be read, each worked out when it is first asked for."""

    def __init__(self, view: str) -> None:
        self._view = view
        self._known: dict[int, Flat] = {}

    def of(self, sentence: Sentence) -> Flat:
        """A whole sentence of the text."""
        start = sentence.span.start
        flat = self._known.get(start)
        if flat is None:
            flat = self._known[start] = flatten(self._view, sentence)
        return flat


def flatten(view: str, sentence: Sentence) -> Flat:
    """The sentence as it was meant to be read. A blank stays only between two Latin words or two numbers.

    A year in Chinese digits (二○○三年) is given in ASCII digits, of which it has as many. A garbled run of numerals
    in a long sentence becomes as many #, an arrow or a plus that tells a change (↑7.4%, +9.8%) the verb 增 or 降.
    """
    start, end = sentence.span.start, sentence.span.end
    text = view[start:end]
    if not sentence.breaks and not _SUSPECT.search(text) and "下同" not in text:
        return Flat(_legible(text), start)
    left_out = [(gap.start, gap.end) for gap in sentence.breaks]
    if " " in text:
        for match in _SPREAD.finditer(text):
            left_out += [(start + at, start + at + 1) for at in range(match.start(), match.end()) if text[at] == " "]
    for match in _RESIDUE.finditer(text):
        if not _parts_words(text, match):
            left_out.append((start + match.start(), start + match.end()))
    if not left_out:
        return Flat(_legible(fold(text)), start)
    kept = []
    position = start
    for gap_start, gap_end in sorted(left_out):
        if gap_start > position:
            kept.append(range(position, gap_start))
        position = max(position, gap_end)
    kept.append(range(position, end))
    words = "".join(view[piece.start : piece.stop] for piece in kept)
    # Folded again: a separator that stood at the end of a line has its digits beside it now.
    return Flat(_legible(fold(words)), start, tuple(chain.from_iterable(kept)))


def _legible(text: str) -> str:
    if len(text) > _LONG:
        text = _GARBLED.sub(lambda match: "#" * len(match[0]), text)
    if _CHANGE_SIGN.search(text):
        text = _CHANGED.sub(lambda match: "降" if match[0] in "↓↘⬇" else "增", text)
    return _HAN_YEARS.sub(lambda match: match[0].translate(_DIGITS), text) if "年" in text else text


def _parts_words(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    if text[at] != " " or not 0 < at < len(text) - 1:
        return False
    return text[at - 1] in _WORDLIKE and text[at + 1] in _WORDLIKE
