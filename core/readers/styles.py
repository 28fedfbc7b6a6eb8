"""Word's styles: which paragraphs the writer's own outline calls headings, and which words are hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of a document, none where it has no part for them."""
        found = root.findall(_W + "style") if root is not None else []
        return cls({style.get(_W + "styleId") or "": style for style in found})

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

    def hidden(self, run: Element) -> bool:
        """Whether the words of a run are hidden, by its own mark or by its style."""
        properties = run.find(_W + "rPr")
        if properties is None:
            return False
        own = properties.find(_W + "vanish")
        if own is None:
            style = self.by_id.get(_value(properties.find(_W + "rStyle")))
            own = style.find(f"{_W}rPr/{_W}vanish") if style is not None else None
        return own is not None and own.get(_W + "val") not in _OFF


def _outline(element: Element) -> int | None:
    value = _value(element)
    return int(value) + 1 if value in tuple("012345678") else None


def _value(element: Element | None) -> str:
    return (element.get(_W + "val") or "") if element is not None else ""
