"""Word's styles: which paragraphs the writer's own outline calls headings, and which words are hidden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.readers.looks import Look

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_OFF = ("0", "false", "off")
#: A chain of styles longer than this goes in a circle.
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Styles:
    """The styles of one document by id."""

    by_id: dict[str, Element] = field(default_factory=dict)
    #: What holds for every run that says nothing else.
    defaults: Element | None = None

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of a document, none where it has no part for them."""
        found = root.findall(_W + "style") if root is not None else []
        defaults = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr") if root is not None else None
        return cls({style.get(_W + "styleId") or "": style for style in found}, defaults)

    def chain(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """The paragraph's style and those that it is based on, each with its id."""
        key = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        for _ in range(_LONGEST_CHAIN):
            style = self.by_id.get(key)
            if style is None:
                return
            yield key, style
            key = _value(style.find(_W + "basedOn"))

    def level(self, paragraph: Element) -> int | None:
        """The level of the outline (1 is the highest) that paragraph or style gives; None for text."""
        own = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        if own is not None:
            return _outline(own)
        for _, style in self.chain(paragraph):
            level = style.find(f"{_W}pPr/{_W}outlineLvl")
            if level is not None:
                return _outline(level)
            named = _NAMED.fullmatch(_value(style.find(_W + "name")))
            if named:
                return int(named[1])
        return None

    def look(self, paragraph: Element) -> Look:
        """How most of a paragraph is set: by its runs, their styles, its own style and the document's defaults."""
        weights: Counter[tuple[float, str, bool]] = Counter()
        style = [found for _, one in self.chain(paragraph) if (found := one.find(_W + "rPr")) is not None]
        for run in paragraph.iterchildren(_W + "r", _W + "hyperlink", _W + "ins", _W + "smartTag"):
            length = sum(len((text.text or "").strip()) for text in run.iter(_W + "t"))
            if length:
                own = run.find(f".//{_W}rPr")
                named = self._of_run(own)
                given = [one for one in (own, named, *style, *self._defaults()) if one is not None]
                weights[_size(given), _font(given), _is_on(given, "b")] += length
        (size, font, bold), _ = weights.most_common(1)[0] if weights else ((0.0, "", False), 0)
        bold = bold and all(one[2] for one in weights)
        places = [paragraph, *(one for _, one in self.chain(paragraph))]
        side = next((found for one in places if (found := one.find(f"{_W}pPr/{_W}jc")) is not None), None)
        return Look(size, font, bold, _value(side) == "center")

    def _of_run(self, properties: Element | None) -> Element | None:
        if properties is None:
            return None
        style = self.by_id.get(_value(properties.find(_W + "rStyle")))
        return style.find(_W + "rPr") if style is not None else None

    def _defaults(self) -> Iterator[Element]:
        if self.defaults is not None:
            yield self.defaults

    def hidden(self, run: Element) -> bool:
        """Whether the words of a run are hidden, by its own mark or by its style."""
        properties = run.find(_W + "rPr")
        if properties is None:
            return False
        own = properties.find(_W + "vanish")
        if own is None:
            named = self._of_run(properties)
            own = named.find(_W + "vanish") if named is not None else None
        return own is not None and own.get(_W + "val") not in _OFF


def _outline(element: Element) -> int | None:
    value = _value(element)
    return int(value) + 1 if value in tuple("012345678") else None


def _size(given: Iterable[Element]) -> float:
    """The first size that is given, in points; Word counts half points, and 10 where nothing is said."""
    value = next((_value(found) for one in given if (found := one.find(_W + "sz")) is not None), "")
    return min(int(value), 3276) / 2 if value.isascii() and value.isdigit() and len(value) < 6 else 10.0


def _font(given: Iterable[Element]) -> str:
    """The face of the Han, else that of other letters."""
    for name in ("eastAsia", "ascii"):
        for one in given:
            fonts = one.find(_W + "rFonts")
            if fonts is not None and (face := fonts.get(_W + name)):
                return str(face)
    return ""


def _is_on(given: Iterable[Element], name: str) -> bool:
    mark = next((found for one in given if (found := one.find(_W + name)) is not None), None)
    return mark is not None and mark.get(_W + "val") not in _OFF


def _value(element: Element | None) -> str:
    return (element.get(_W + "val") or "") if element is not None else ""
