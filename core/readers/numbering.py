"""Word's automatic list numbers (一、 （一） 1.), which are printed but stand in no text of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN = "零一二三四五六七八九"
_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital", "ideographTraditional",
    "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
})  # fmt: skip
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


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document, in order; ask for each paragraph once, from the top."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Numbering:
        """The numbering of a document, without any where it has none."""
        numbering = cls()
        parts = {part.partname: part for part in document.part.package.iter_parts()}
        if "/word/numbering.xml" in parts:
            numbering._read_levels(document.part.numbering_part.element)
        numbering._read_styles(document.styles.element)
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
            del counts[deeper]
        if level.format == "bullet":
            return _BULLETS.get(level.pattern, level.pattern if level.pattern.isprintable() else "●")
        printed = re.sub(r"%(\d)", lambda hole: self._number(levels, counts, int(hole[1]) - 1), level.pattern)
        return printed + (" " if printed[-1:].isascii() and printed else "")

    def _number(self, levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        return formatted(counts.get(depth, level.start), level.format) if level else ""

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(_W + "pPr")
        if properties is None:
            return None
        style = properties.find(_W + "pStyle")
        inherited = self.styles.get(style.get(_W + "val") or "") if style is not None else None
        own = properties.find(_W + "numPr")
        if own is None:
            return inherited
        key = _value(own, "numId") or (inherited[0] if inherited else "")
        depth = _value(own, "ilvl") or (str(inherited[1]) if inherited else "0")
        return None if key in ("", "0") else (key, int(depth))  # list 0: numbering taken off

    def _read_levels(self, root: Element) -> None:
        abstract = {
            element.get(_W + "abstractNumId") or "": {
                int(level.get(_W + "ilvl") or 0): _level(level) for level in element.findall(_W + "lvl")
            }
            for element in root.findall(_W + "abstractNum")
        }
        for element in root.findall(_W + "num"):
            key, base = element.get(_W + "numId") or "", _value(element, "abstractNumId")
            self.levels[key] = dict(abstract.get(base, {}))
            overrides = element.findall(_W + "lvlOverride")
            self.abstract[key] = f"{base}/{key}" if overrides else base  # lists with an override count for themselves
            for override in overrides:
                depth, start = int(override.get(_W + "ilvl") or 0), _value(override, "startOverride")
                own = override.find(_W + "lvl")
                level = _level(own) if own is not None else self.levels[key].get(depth)
                if level is not None:
                    self.levels[key][depth] = _Level(int(start or level.start), level.format, level.pattern)

    def _read_styles(self, root: Element) -> None:
        for style in root.findall(_W + "style"):
            numbered = style.find(f"{_W}pPr/{_W}numPr")
            if numbered is not None and (key := _value(numbered, "numId")) not in ("", "0"):
                self.styles[style.get(_W + "styleId") or ""] = (key, int(_value(numbered, "ilvl") or 0))


def formatted(number: int, style: str) -> str:
    """A list number in one of Word's number formats; formats that are not known print as digits."""
    if style in _CHINESE:
        return _han(number)
    match style:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 1 <= number <= 20:
            return chr(0x2460 + number - 1)
        case "decimalFullWidth":
            return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
        case "lowerLetter" | "upperLetter" if 1 <= number <= 780:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if style == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 1 <= number < 4000:
            return _roman(number) if style == "upperRoman" else _roman(number).lower()
        case _:
            return str(number)


def _han(number: int) -> str:
    if not 0 < number < 100:
        return "".join(_HAN[int(digit)] for digit in str(number)) if number >= 0 else str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十"
    return head + (_HAN[ones] if ones else "")


def _roman(number: int) -> str:
    printed = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        printed += sign * times
    return printed


def _level(element: Element) -> _Level:
    start = _value(element, "start")
    return _Level(int(start or 1), _value(element, "numFmt") or "decimal", _value(element, "lvlText"))


def _value(element: Element, name: str) -> str:
    child = element.find(_W + name)
    return (child.get(_W + "val") or "") if child is not None else ""
