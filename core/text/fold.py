"""A view of the text that patterns can read: as long as the text, so no position ever needs mapping."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from core.text.traditional import simplified

#: Full-width signs that the grammar of a sentence rests on stay as they are: （ ） ， ； ！ ？ and their like.
_SIGNS: Final = dict(
    zip("％℅＋－／．：＝＜＞＆＃＠＊～∶︰﹕﹪﹣−〓﹑﹐﹔―‐‑‒", "%%+-/.:=<>&#@*~:::%--:、，；—---", strict=True)
)
_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def _table() -> dict[int, str]:
    table = {ord(sign): ascii_sign for sign, ascii_sign in _SIGNS.items()}
    table |= {ord(space): " " for space in _SPACES}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
    # PDF writers leave radicals (⼯) where characters (工) are meant; each folds to exactly one.
    for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6)):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    return table


_TABLE: Final = {chr(code): folded for code, folded in _table().items()}
_FOLDED: Final = re.compile(f"[{re.escape(''.join(_TABLE))}]")
#: Behind a fraction it parts none: 4.5，860.
_THOUSANDS: Final = re.compile(r"，(?<=[0-9]，)(?<!\.[0-9]，)(?<!\.[0-9][0-9]，)(?=[0-9]{3}(?![0-9]))")
#: A half-width comma or semicolon in a Chinese sentence; one between digits may part thousands.
_HALF_WIDTH: Final = re.compile(
    r"[,;](?:(?<=[\u3400-\u9fff”’）》】)%‰][,;])|(?<=[0-9][,;])(?= *[\u3400-\u9fff“‘（《(]))"
)
_WIDE: Final = {",": "，", ";": "；"}
#: "三个翻番"目标: straight quotes around Chinese words.
_STRAIGHT: Final = re.compile('"(?=[^"\n]{0,60}[\u3400-\u9fff])([^"\n]{1,60})"')
#: A line in which each opens or closes one: "12345"市民热线 has no word inside that could tell it.
_QUOTED_LINE: Final = re.compile(r'(?m)^(?:[^"\r\n]*"[^"\r\n]*")+[^"\r\n]*(?=\r?$)')
_HAN: Final = re.compile("[\u3400-\u9fff]")
_QUOTED: Final = re.compile("[\u3400-\u9fff0-9]")
#: **农村公路**→新建农村公路120万公里: the arrow parts a head from what is said of it.
_ARROW: Final = re.compile(r"(?<=[\u3400-\u9fff*])→(?=[\u3400-\u9fff0-9])")
#: Two and more half-width question marks are what a wrong conversion left of white space, entities what a web page did.
_LOST_SPACES: Final = re.compile(r"\?\?+|&(?:nbsp|ensp|emsp);")
#: Pictographs with which a post on the web ends its lines: no sentence and no heading ends with one.
_PICTOGRAPHS: Final = re.compile("[\U0001F000-\U0001FAFF\u200d\ufe0f]+(?=[ \t]*(?:[\r\n]|$))")
#: 12·5亿元, 11·2:45·7:43·1: the decimal point of older typesetting; 3·15 and 5·12 are days.
_MIDDLE_POINT: Final = re.compile(
    r"[·•・](?<=[0-9].)(?:(?=[0-9]{1,4}(?: ?[%‰百千万亿元吨亩]|个百分点|倍|:[0-9]{1,3}[·•・][0-9]))"
    r"|(?:(?<=:[0-9].)|(?<=:[0-9]{2}.))(?=[0-9]{1,2}(?![0-9])))"
)


def _curved(line: re.Match[str]) -> str:
    """A Chinese line with its straight quotes curved in turn, but those around words of another script."""
    if _HAN.search(line[0]) is None:
        return line[0]
    pieces = line[0].split('"')
    for place in range(1, len(pieces), 2):
        opens, closes = "“”" if _QUOTED.search(pieces[place]) else '""'
        pieces[place] = f"{opens}{pieces[place]}{closes}"
    return "".join(pieces)


def fold(text: str) -> str:
    """The text with full-width digits, letters and number signs as ASCII and all blanks as spaces.

    ， becomes a comma only as a thousands separator (２，４９０), and a half-width comma or semicolon beside a Chinese
    word the full-width one, straight quotes of a Chinese line the curved ones, an arrow between words a colon; ∶
    becomes a colon, `??` and `&nbsp;` (lost white space) and pictographs that end a line spaces, a middle point inside
    a figure (12·5亿元) a decimal point, a CJK radical its character, a traditional sign the simplified one.
    `len(fold(text)) == len(text)`.
    """
    view = simplified(text)
    # Few different signs are ever folded in one text: to replace each is much faster than to translate all.
    for sign in set(_FOLDED.findall(text)):
        view = view.replace(sign, _TABLE[sign])
    view = _PICTOGRAPHS.sub(lambda match: " " * len(match[0]), view)
    # Before the signs that look at what stands behind such blanks.
    if "??" in view or "sp;" in view:
        view = _LOST_SPACES.sub(lambda match: " " * len(match[0]), view)
    if "，" in view:
        view = _THOUSANDS.sub(",", view)
    if "," in view or ";" in view:
        view = _HALF_WIDTH.sub(lambda match: _WIDE[match[0]], view)
    if "·" in view or "•" in view or "・" in view:
        view = _MIDDLE_POINT.sub(".", view)
    if '"' in view:
        view = _STRAIGHT.sub("“\\1”", _QUOTED_LINE.sub(_curved, view))
    if "→" in view:
        view = _ARROW.sub(":", view)
    return view
