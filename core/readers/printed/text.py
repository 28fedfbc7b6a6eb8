"""Questions about printed words: how wide, Han or Latin, a number or not, and what stands between two runs."""

from __future__ import annotations

import re
from functools import cache

import resources

HAN = "\u2000"
SOFT_HYPHENS = "\ufffe\u00ad\x02"
_HYPHENS = SOFT_HYPHENS + "-"
#: In sizes of a Han character. A wider gap within a line parts two cells; a narrower one is mere spacing: a stretched
#: line between two Han, the quarter that typesetting puts between Han and Latin.
CELL_GAP = 1.4
HAN_GAP = 0.22
MIXED_GAP = 0.4
_HYPHEN = re.compile(rf"[{SOFT_HYPHENS}]+$|(?<=[A-Za-z])-$")
_NARROW = re.compile("[\x00-\u1fff]+")
_LATIN = re.compile("[\x21-\u1fff]+")
_NUMBER = re.compile(r"[-—－−+＋]?[\d,，.]*\d[\d,，.]*[%‰％]?|[-—－–…/*]{1,4}")
_LETTER = re.compile(r"[^\W\d_]")


def units(text: str) -> float:
    """The width in characters: 1 for a Han character, a half for a Latin one."""
    if text.isascii():
        return len(text) / 2
    return len(text) - sum(map(len, _NARROW.findall(text))) / 2


def narrow(text: str) -> int:
    """How many of the characters are half as wide as a Han character, blanks left out."""
    return len(text) - text.count(" ") if text.isascii() else sum(map(len, _LATIN.findall(text)))


def is_number(words: str) -> bool:
    """Whether a cell holds a figure, or the dash that stands for none."""
    return _NUMBER.fullmatch(words) is not None


def is_wording(words: str) -> bool:
    """Whether a cell holds words."""
    return _LETTER.search(words) is not None


def between(before: str, after: str) -> str:
    """What stands between two runs that a layout broke: a space between Latin words, nothing beside Han."""
    last, first = before[-1:], after[:1]
    return " " if last.isascii() and first.isascii() and (last.isalpha() or first.isalpha()) else ""


def ends_parted(text: str) -> bool:
    """Whether a line ends with a hyphen; at the end of a page the library leaves it as it is."""
    return text[-1:] in _HYPHENS and bool(text) and _HYPHEN.search(text) is not None


def unparted(text: str) -> str:
    """A line without the hyphen at its end."""
    return _HYPHEN.sub("", text) if ends_parted(text) else text


def gap_text(before: str, after: str, gap: float) -> str:
    """What stands between two runs on one line; `gap` is in sizes of a Han character."""
    if gap > CELL_GAP:
        return "\t"
    limit = (HAN_GAP, MIXED_GAP, 0.12)[(before[-1:] < HAN) + (after[:1] < HAN)]
    return "" if gap < limit else " "


def folded(text: str) -> str:
    """The text with CJK and Kangxi radicals as the characters that they stand for, one for one."""
    return text if _pattern().search(text) is None else text.translate(_radicals())


@cache
def _radicals() -> dict[int, str]:
    rows = resources.path("lexicon", "radicals.tsv").read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {ord(radical): ideograph for radical, ideograph in pairs}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, _radicals())))}]")
