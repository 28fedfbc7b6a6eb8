"""Where a sentence and a clause end. Quotation marks and brackets hold together what stands inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import ascii_letters
from typing import Final

from core.model.spans import Span

_PAIRS: Final = dict(zip("“‘「『《（(【〔[", "”’」』》）)】〕]", strict=True))
_CLOSERS: Final = frozenset(_PAIRS.values())
#: A pair that is not closed within so many characters is a slip of the pen and holds nothing together.
_LONGEST_PAIR: Final = 120
#: No sentence is longer: a text without full stops is cut at its weaker marks, lest it be one sentence as a whole,
#: within which a figure belongs to whatever stands before it.
_LONGEST_SENTENCE: Final = 2000
_WEAKER_ENDS: Final = "；;，,、 \t\n"
_ENDS: Final = frozenset("。！？!?")
#: Behind the end of a sentence the marks of Markdown (。**) close what they emphasise.
_CLOSING: Final = _CLOSERS | _ENDS | {"*"}
_CLAUSE_ENDS: Final = frozenset("，；。：！？!?;:")
_ENGLISH_END: Final = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(]?[A-Z0-9]|\s*$)")
_ABBREVIATION: Final = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|etc|e\.g|i\.e|U\.S|a\.m|p\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff]*")
#: The sign of a digest's item within a line: ●新增企业86家　●入境旅客1.2万人次.
_ITEM_SIGN: Final = re.compile("[●■◆►▶➤❖✦✔]")
_ITEM: Final = re.compile(rf"(?<=\S)\s*(?={_ITEM_SIGN.pattern}\s*[\u3400-\u9fffA-Za-z“0-9])")


def language_of(text: str) -> str:
    """"zh" where Han characters make up a fair share of the letters (or nothing is written), else "en"."""
    sample = text if len(text) <= 60_000 else text[:20_000] + text[len(text) // 2 :][:20_000] + text[-20_000:]
    plain = sample.encode("ascii", "ignore")
    latin = len(plain) - len(plain.translate(None, ascii_letters.encode()))
    han = 0
    for run in _HAN.finditer(sample):
        if 4 * han >= latin:
            break
        han += run.end() - run.start()
    return "en" if latin > 4 * han else "zh"


def sentences(view: str, start: int = 0, end: int | None = None, language: str = "zh") -> list[Span]:
    """The sentences of `view[start:end]`, each with its end mark and closing quotes, without outer white space
    and without the marks of Markdown behind it.

    The end of the range ends the last sentence, with or without a mark. A 。 inside a short pair of quotes or
    brackets ends nothing: he said “走在前。作表率。” is one sentence. The sign of an item (●) begins one. What would
    be longer than any sentence is cut at a weaker mark.
    """
    end = len(view) if end is None else end
    cuts: Iterable[int] = _english_cuts(view, start, end) if language == "en" else _cuts(view, start, end, _ENDS)
    if _ITEM_SIGN.search(view, start, end):
        cuts = sorted({*cuts, *(match.end() for match in _ITEM.finditer(view, start, end))})
    if end - start > _LONGEST_SENTENCE:
        cuts = _none_too_long(view, start, end, cuts)
    return _pieces(view, start, end, cuts)


def _none_too_long(view: str, start: int, end: int, cuts: Iterable[int]) -> Iterator[int]:
    """The cuts, and between any two that lie too far apart others behind the last semicolon, comma or blank."""
    for cut in (*cuts, end):
        while cut - start > _LONGEST_SENTENCE:
            last = start + _LONGEST_SENTENCE
            found = (view.rfind(mark, start, last) + 1 for mark in _WEAKER_ENDS)
            start = next((at for at in found if at > start + _LONGEST_SENTENCE // 2), last)
            yield start
        yield cut
        start = cut


def clauses(view: str, start: int = 0, end: int | None = None, marks: frozenset[str] = _CLAUSE_ENDS) -> list[Span]:
    """The clauses of `view[start:end]`, cut behind ，；。：！ outside quotes and brackets, each with its mark.

    A colon or comma between digits (3.9:39.0, 2,490) cuts nothing. `marks` narrows what cuts: {"；"} alone gives
    the parts between semicolons.
    """
    end = len(view) if end is None else end
    return _pieces(view, start, end, _cuts(view, start, end, marks))


def _pieces(view: str, start: int, end: int, cuts: Iterable[int]) -> list[Span]:
    found: list[Span] = []
    for cut in (*cuts, end):
        left, right = start, cut
        while left < right and view[left].isspace():
            left += 1
        # **一句话。**: the marks of emphasis are none of what is said.
        while right > left and (view[right - 1].isspace() or view[right - 1] == "*"):
            right -= 1
        if left < right:
            found.append(Span(left, right))
        start = cut
    return found


@cache
def _opening_or(marks: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted({*_PAIRS, *marks})))}]")


def _cuts(view: str, start: int, end: int, marks: frozenset[str]) -> list[int]:
    """Where `view[start:end]` is cut: behind those of `marks` that stand outside every closed pair.

    An end mark that closes a quotation cuts behind it, if it is one of `marks`.
    """
    cuts: list[int] = []
    position = start
    for match in _opening_or(marks).finditer(view, start, end):
        at = match.start()
        if at < position:
            continue
        sign = view[at]
        if sign in _PAIRS:
            # An inner pair of the same sign ends the search early; that only cuts one sentence more.
            closed = view.find(_PAIRS[sign], at + 1, min(end, at + 1 + _LONGEST_PAIR))
            if closed < 0:
                continue
            position = closed + 1
            at = closed - 1
            sign = view[at]
            if sign not in _ENDS or sign not in marks or view[match.start()] in "（([《":
                continue
        if sign in ":,;" and _between_digits(view, at, end):
            continue
        after = at + 1
        while after < end and view[after] in _CLOSING:
            # The marks and closing quotes that follow belong to what is cut off.
            after += 1
        position = after
        # “…。”的 goes on: what is quoted is part of the sentence around it.
        if view[after - 1] not in _CLOSERS or after >= end or view[after] not in "的，、；":
            cuts.append(after)
    return cuts


def _between_digits(view: str, position: int, end: int) -> bool:
    return view[position - 1 : position].isdigit() and view[position + 1 : min(position + 2, end)].isdigit()


def _english_cuts(view: str, start: int, end: int) -> Iterator[int]:
    for match in _ENGLISH_END.finditer(view, start, end):
        if not _ABBREVIATION.search(view, max(start, match.start() - 6), match.start()):
            yield match.end()
