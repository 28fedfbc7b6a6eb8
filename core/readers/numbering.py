"""Word's automatic list numbers (一、 （一） 1.), which are printed but stand in no text of the file."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import TYPE_CHECKING

from core.readers.styles import Styles
from core.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN = "零一二三四五六七八九"
_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
})  # fmt: skip
#: Digit by digit, with the zero of each: 10 is 一〇.
_DIGITWISE = {
    "ideographDigital": "〇一二三四五六七八九", "taiwaneseDigital": "○一二三四五六七八九",
    "japaneseDigitalTenThousand": "〇一二三四五六七八九",
}  # fmt: skip
#: Signs in a fixed order, which begins again at its end.
_CYCLES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}  # fmt: skip
#: Enclosed digits: the first sign and how many there are, after ECMA-376 part 1, 17.18.59.
_ENCLOSED = {
    "decimalEnclosedCircle": (0x2460, 20), "decimalEnclosedCircleChinese": (0x2460, 20),
    "decimalEnclosedParen": (0x2474, 20), "decimalEnclosedFullstop": (0x2488, 20),
}  # fmt: skip
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: Word's bullets are glyphs of symbol fonts in the private area; printed they are these.
_BULLETS = {"\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0b7": "●", "\uf0d8": "➢", "\uf0fc": "✔", "\uf0a7": "■"}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str
    #: The style that is tied to the level, and whether all its numbers print as digits.
    style: str = ""
    legal: bool = False
    #: It begins anew behind a paragraph of a level above this one, counted from 0; None: of any level above its own.
    restart: int | None = None


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document, in order; ask for each paragraph once, from the top."""

    styles: Styles = field(default_factory=Styles)
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Numbering:
        """The numbering of a document out of its part for it and its styles, none where it has none."""
        numbering = cls(styles)
        if root is not None:
            numbering._read_levels(root)
        return numbering

    def label(self, paragraph: Element) -> str:
        """What is printed before the paragraph, "" where nothing is."""
        place = self._place(paragraph)
        if place is None:
            return ""
        key, depth = place
        levels = self.levels.get(key, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.abstract.get(key, key), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            limit = levels[deeper].restart if deeper in levels else None
            if limit is None or depth < limit:
                del counts[deeper]
        if level.format == "bullet":
            return _BULLETS.get(level.pattern, level.pattern if level.pattern.isprintable() else "●")
        printed = re.sub(
            r"%(\d)", lambda hole: self._number(levels, counts, int(hole[1]) - 1, legal=level.legal), level.pattern
        )
        return printed + (" " if printed[-1:].isascii() and printed else "")

    def _number(self, levels: dict[int, _Level], counts: dict[int, int], depth: int, *, legal: bool) -> str:
        level = levels.get(depth)
        return formatted(counts.get(depth, level.start), "decimal" if legal else level.format) if level else ""

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        inherited = self._of_style(paragraph)
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        if own is None:
            return inherited
        key = _value(own, "numId") or (inherited[0] if inherited else "")
        depth = _digits(_value(own, "ilvl"), inherited[1] if inherited else 0)
        return None if key in ("", "0") else (key, depth)  # list 0: numbering taken off

    def _of_style(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level that a paragraph's style gives, or a style that this one is based on."""
        first = ""
        for key, style in self.styles.chain(paragraph):
            first = first or key
            numbered = style.find(f"{_W}pPr/{_W}numPr")
            if numbered is None:
                continue
            number = _value(numbered, "numId")
            if number == "0":
                return None
            tied = [depth for depth, level in self.levels.get(number, {}).items() if level.style in (first, key)]
            if number:
                return number, _digits(_value(numbered, "ilvl"), tied[0] if tied else 0)
        return None

    def _read_levels(self, root: Element) -> None:
        abstract: dict[str, dict[int, _Level]] = {}
        named: dict[str, str] = {}
        lists = root.findall(_W + "abstractNum")
        for element in lists:
            key = element.get(_W + "abstractNumId") or ""
            abstract[key] = {
                _digits(level.get(_W + "ilvl") or "", 0): _level(level) for level in element.findall(_W + "lvl")
            }
            named[_value(element, "styleLink")] = key
        for element in lists:  # a list may be that of a style, which stands elsewhere
            link = _value(element, "numStyleLink")
            if link and link in named:
                abstract[element.get(_W + "abstractNumId") or ""] = abstract[named[link]]
        for element in root.findall(_W + "num"):
            key, base = element.get(_W + "numId") or "", _value(element, "abstractNumId")
            self.levels[key] = dict(abstract.get(base, {}))
            overrides = element.findall(_W + "lvlOverride")
            self.abstract[key] = f"{base}/{key}" if overrides else base  # lists with an override count for themselves
            for override in overrides:
                depth, start = _digits(override.get(_W + "ilvl") or "", 0), _value(override, "startOverride")
                own = override.find(_W + "lvl")
                level = _level(own) if own is not None else self.levels[key].get(depth)
                if level is not None:
                    self.levels[key][depth] = replace(level, start=_digits(start, level.start))


def formatted(number: int, style: str) -> str:
    """A list number in one of Word's number formats; formats that are not known print as digits."""
    if style in _CHINESE:
        return _han(number)
    if style in _DIGITWISE:
        return "".join(_DIGITWISE[style][int(digit)] for digit in str(max(number, 0)))
    if style in _CYCLES and number > 0:
        return _CYCLES[style][(number - 1) % len(_CYCLES[style])]
    if style in _ENCLOSED and 1 <= number <= _ENCLOSED[style][1]:
        return chr(_ENCLOSED[style][0] + number - 1)
    match style:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 21 <= number <= 50:
            return chr((0x3251 - 21 if number <= 35 else 0x32B1 - 36) + number)
        case "chineseLegalSimplified" if 0 < number < 100:
            return _han(number, _LEGAL, "拾", "壹拾")
        case "ideographLegalTraditional" if 0 < number < 100:
            return _han(number, _LEGAL_TRADITIONAL, "拾", "壹拾")
        case "numberInDash":
            return f"- {number} -"
        case "ordinal":
            last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{last}"
        case "decimalFullWidth":
            return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
        case "lowerLetter" | "upperLetter" if 1 <= number <= 780:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if style == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 1 <= number < 4000:
            return _roman(number) if style == "upperRoman" else _roman(number).lower()
        case _:
            return str(number)


def _han(number: int, signs: str = _HAN, ten: str = "十", first: str = "十") -> str:
    """十一, 二十, 一百零五; from ten thousand on digit by digit."""
    if not 0 < number < 10_000:
        return "".join(signs[int(digit)] for digit in str(number)) if number >= 0 else str(number)
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    printed = (signs[thousands] + "千" if thousands else "") + (signs[hundreds] + "百" if hundreds else "")
    gap = (thousands and not hundreds and rest) or (hundreds and not tens and ones)
    printed += signs[0] if gap else ""
    printed += "" if not tens else first if tens == 1 and not printed else signs[tens] + ten
    return printed + (signs[ones] if ones else "")


def _roman(number: int) -> str:
    printed = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        printed += sign * times
    return printed


def _level(element: Element) -> _Level:
    kind = element.find(_W + "numFmt")
    custom = element.find(f".//{_W}numFmt") if kind is None else kind
    legal = element.find(_W + "isLgl")
    return _Level(
        _digits(_value(element, "start"), 1), (custom.get(_W + "val") if custom is not None else "") or "decimal",
        _value(element, "lvlText"), _value(element, "pStyle"),
        legal is not None and legal.get(_W + "val") not in ("0", "false", "off"),
        None if element.find(_W + "lvlRestart") is None else _digits(_value(element, "lvlRestart"), 0),
    )


def _digits(written: str, otherwise: int) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else otherwise


def _value(element: Element, name: str) -> str:
    child = element.find(_W + name)
    return (child.get(_W + "val") or "") if child is not None else ""
