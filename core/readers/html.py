"""Web pages: the article as lines of text; what stands around it is left out, and remembered.

Nothing is fetched: pictures, frames and scripts of a page stay what they are, addresses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.lexicon.table import contents
from core.messages import PolicyReviewError
from core.model.layout import FurnitureKind
from core.readers.building import Box, TextBuilder
from core.readers.decoding import Decoded, decode
from core.readers.looks import Look
from core.readers.reading import ReadingOptions, Words

#: Containers with less text than this are teasers and captions, not the article.
_SHORTEST_ARTICLE = 200
#: A page with more characters than this, pictures in its addresses left aside, is no report.
_LONGEST_PAGE = 20_000_000
_LABEL = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
#: The parser looks through all open elements at each new one: deeper than this a page takes minutes.
_DEEPEST = 30_000
#: Tags, but for those of elements that hold nothing or end where the next of them begins.
_NESTED = re.compile(
    r"<(/?)(?!(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|br|img|hr|input|meta|link|col|area|base|embed"
    r"|param|source|track|wbr)\b)[a-z]", re.I
)
_DATA = re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s]{100,}")
_PRE = re.compile(r"<pre\b", re.I)
#: What a text that is shown as it was typed is cut by: tags, which stay, line ends, and blanks that set columns apart.
_TYPED = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z]*)[^<>]*>|(?P<line>(?:[ \t]*[\r\n])+)|[ \t]{2,}|\t")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_WIDE = r"\u2e80-\u9fff\u3000-\u303f\uff00-\uffef"
#: A line break of the source between two Han characters is none on the page.
_SOURCE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav", "aside", "section", "hr", "html",
    "li", "main", "ol", "p", "pre", "summary", "table", "tbody", "thead", "tfoot", "caption", "tr", "td", "th", "ul",
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d{1,3})?)\s*(pt|px)", re.I)
_FACE = re.compile(r"font-family\s*:\s*([^;,]{1,40})", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
#: So far up from its words the elements are looked at that say how they are set.
_DEEPEST_LOOK = 12
_GB = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "euc-cn", "hz-gb-2312"})
#: A cell longer than this, or of more paragraphs, is a part of the page, not the cell of a table.
_LONGEST_CELL, _MOST_PARAGRAPHS = 600, 4
_LONGEST_WORDS_LEFT_OUT = 4000

_Break = Literal["break"]


def article(data: bytes, name: str, options: ReadingOptions) -> Words:
    """The article's text, one paragraph a line and table cells set apart by tabs, with what was left out.

    Raises:
        PolicyReviewError: the bytes are no text, or more than a report holds.
    """
    decoded = _decoded(data, name, options.encoding)
    page = _DATA.sub("data:,", decoded.text) if "base64," in decoded.text else decoded.text
    if len(page) > _LONGEST_PAGE:
        raise PolicyReviewError("too-long", name=name, limit=f"{_LONGEST_PAGE:,}")
    if _PRE.search(page):
        page = _as_typed(page)
    if _nesting(page) > _DEEPEST:
        raise PolicyReviewError("damaged", name=name, kind="html")
    tree = LexborHTMLParser(page)
    out = TextBuilder(options.put_back)
    if decoded.damaged:
        out.notice("text-damaged", count=str(decoded.damaged))
    title = _title(tree)
    for selector in _selectors()["unseen"]:
        for node in tree.css(selector):
            if node.tag not in ("html", "body") and node.parent is not None:
                node.decompose()
    body = tree.body or tree.root
    if body is None:
        raise PolicyReviewError("no-words", name=name)
    container = _container(tree, body)
    walk = _Walk(out, container, _furniture(tree, body, container))
    walk.whole(body, title)
    if tree.css_first("frame[src], iframe[src]") is not None and walk.printed < _SHORTEST_ARTICLE:
        out.notice("html-frames")
    return out.finished(decoded.encoding)


def _decoded(data: bytes, name: str, wished: str | None) -> Decoded:
    if wished is not None:
        return decode(data, name, wished)
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    label = _LABEL.search(data[:4096])
    if label:
        named = label[1].decode("ascii").lower()
        encoding = "gb18030" if named in _GB else named  # pages say gb2312 and use characters beyond it
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    return decode(data, name)


def _as_typed(page: str) -> str:
    """The page with the line ends and columns of its preformatted parts written as a browser shows them."""
    typed = False

    def shown(match: re.Match[str]) -> str:
        nonlocal typed
        if match["name"] is not None:
            if match["name"].lower() == "pre":
                typed = not match["close"]
            return match[0]
        if not typed:
            return match[0]
        return "<br>" if match["line"] else match[0].replace("\t", "    ").replace(" ", "\xa0")

    return _TYPED.sub(shown, page)


def _nesting(page: str) -> int:
    """How deep elements that no other closes may stand in one another."""
    depth = deepest = 0
    for match in _NESTED.finditer(page):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


@cache
def _selectors() -> dict[str, list[str]]:
    return contents("articles")


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in _selectors()["titles"]:
        node = tree.css_first(selector)
        if node is not None:
            words = (node.attributes.get("content") or "") if node.tag == "meta" else node.text(deep=True)
            title = _WHITE.sub("", words).replace("\u3000", "")
            if 4 <= len(title) <= 80:
                return title
    return None


def _container(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    whole = len(body.text(deep=True))
    for selector in _selectors()["containers"]:
        nodes = tree.css(selector)
        node = max(nodes, key=lambda found: len(found.text(deep=True)), default=None)
        if node is not None and len(node.text(deep=True).strip()) >= min(_SHORTEST_ARTICLE, whole / 2):
            return node
    return body


def _furniture(tree: LexborHTMLParser, body: LexborNode, container: LexborNode) -> dict[int, FurnitureKind]:
    """The nodes that are no part of the article; one with most of the page in it is none, whatever it is called."""
    whole = len(body.text(deep=True))
    above = {node.mem_id for node in _with_parents(container)}
    found: dict[int, FurnitureKind] = {}
    kinds: tuple[tuple[str, FurnitureKind], ...] = (("furniture", "navigation"), ("hidden", "hidden"))
    for name, kind in kinds:
        for selector in _selectors()[name]:
            for node in tree.css(selector):
                if node.mem_id not in above and node.tag not in ("html", "body"):
                    share = len(node.text(deep=True)) / max(1, whole)
                    if kind == "hidden" or share < (0.5 if whole > 2 * _SHORTEST_ARTICLE else 0.7):
                        found.setdefault(node.mem_id, kind)
    return found


def _with_parents(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None:
        yield node
        node = node.parent


@dataclass(slots=True)
class _Walk:
    """Goes over a page in the order of its nodes and prints lines as a browser would break them."""

    out: TextBuilder
    container: LexborNode
    furniture: dict[int, FurnitureKind]
    line: list[str] = field(default_factory=list)
    looks: Counter[Look] = field(default_factory=Counter)
    printed: int = 0
    left: int = 0

    def whole(self, body: LexborNode, title: str | None) -> None:
        """The page: what stands before the article, the article under its title, what stands behind."""
        path = {node.mem_id for node in _with_parents(self.container)}
        stack: list[LexborNode] = [body]
        behind: list[LexborNode] = []
        seen = False
        # not recursion: pages may nest without end
        while stack:
            node = stack.pop()
            if node.mem_id == self.container.mem_id:
                seen = True
            elif node.mem_id in path:
                stack.extend(reversed(list(node.iter(include_text=True))))
            elif seen:
                behind.append(node)
            else:
                self._aside(node, self.furniture.get(node.mem_id, "navigation"))
        if title and title not in _WHITE.sub("", self.container.text(deep=True)[:2000]).replace("\u3000", ""):
            self.out.line(title, 1)
        self._print(self.container, top=True)
        for node in behind:
            self._aside(node, self.furniture.get(node.mem_id, "navigation"))

    def _aside(self, node: LexborNode, kind: FurnitureKind) -> None:
        """Words beside the article: left out under a name that is the same at every reading, or put back."""
        lines = list(_lines(node))
        if not lines:
            return
        self.left += 1
        key = f"{kind}.{self.left}"
        if key in self.out.put_back:
            self._print(node, top=True, wanted=True)
        else:
            self.out.leave_out(key, kind, "\n".join(lines)[:_LONGEST_WORDS_LEFT_OUT])

    def _print(self, root: LexborNode, *, top: bool, wanted: bool = False) -> None:
        """The words of a node as lines, its tables as tables."""
        stack: list[LexborNode | _Break] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, str):  # not ==, with which nodes compare all that is in them
                self._end_line()
                continue
            tag = node.tag or ""
            if tag == "-text":
                words = node.text_content or ""
                self.line.append(words)
                if bare := words.strip():
                    self.looks[_look(node)] += len(bare)
                continue
            if tag.startswith("-"):
                continue
            if tag == "br":
                self._end_line()
                continue
            if not (top and node is root) and not wanted:
                kind = self.furniture.get(node.mem_id) or ("hidden" if _is_hidden(node) else None)
                if kind:
                    self._aside(node, kind)
                    continue
            if tag == "table" and (rows := _rows_of(node)) is not None:
                self._end_line()
                self._table(node, rows)
                continue
            if tag in _BLOCKS:
                self._end_line()
                stack.append("break")
                if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                    self._heading(node, int(tag[1]))
                    continue
            stack.extend(reversed(list(node.iter(include_text=True))))
        self._end_line()

    def _heading(self, node: LexborNode, level: int) -> None:
        for line in _lines(node):
            self._say(line, level)

    def _table(self, node: LexborNode, rows: list[list[Box]]) -> None:
        for caption in node.css("caption"):
            for line in _lines(caption):
                self._say(line)
        self.out.table(rows)
        self.printed += sum(len(box.words) for row in rows for box in row)

    def _end_line(self) -> None:
        line = _shown("".join(self.line))
        self.line.clear()
        if line:
            look = self.looks.most_common(1)[0][0] if self.looks else None
            if look is not None and not all(one.bold for one in self.looks):
                look = look._replace(bold=False)
            self._say(line, look=look)
        self.looks.clear()

    def _say(self, line: str, level: int | None = None, look: Look | None = None) -> None:
        self.printed += len(line)
        self.out.line(line, level, look=look)


def _lines(root: LexborNode) -> Iterator[str]:
    """The lines of a part of the page, its tables as their cells one after another."""
    line: list[str] = []
    stack: list[LexborNode | _Break] = [root]
    while stack:
        node = stack.pop()
        tag = "br" if isinstance(node, str) else node.tag or ""
        if not isinstance(node, str):
            if tag == "-text":
                line.append(node.text_content or "")
                continue
            if tag.startswith("-"):
                continue
            if tag in _BLOCKS:
                stack.append("break")
            stack.extend(reversed(list(node.iter(include_text=True))))
        if tag == "br" or tag in _BLOCKS:
            if shown := _shown("".join(line)):
                yield shown
            line = []
    if shown := _shown("".join(line)):
        yield shown


def _shown(raw: str) -> str:
    """The white space of one line as a browser would show it."""
    return _WHITE.sub(" ", _SOURCE_BREAK.sub("", raw)).strip(" ").rstrip(" \xa0")


def _look(text: LexborNode) -> Look:
    """How a piece of text is set, by the elements around it up to its paragraph."""
    size, font, bold, centred = 0.0, "", False, False
    node = text.parent
    for _ in range(_DEEPEST_LOOK):
        if node is None or node.tag in ("body", "html"):
            break
        bold = bold or node.tag in ("strong", "b")
        style = _styled((node.attributes.get("style") or "")[:300])
        size, font = size or style.size, font or style.font
        bold, centred = bold or style.bold, centred or style.centred or node.tag == "center"
        centred = centred or (node.attributes.get("align") or "").lower() == "center"
        if node.tag in _BLOCKS:
            break
        node = node.parent
    return Look(size, font, bold, centred)


@lru_cache(maxsize=256)
def _styled(style: str) -> Look:
    """What a style attribute says of size, face, weight and side."""
    size = _SIZE.search(style)
    font = _FACE.search(style)
    points = float(size[1]) * (0.75 if size[2].lower() == "px" else 1) if size else 0.0
    return Look(points, font[1].strip("\"' ") if font else "", bool(_BOLD.search(style)), bool(_CENTRED.search(style)))


def _is_hidden(node: LexborNode) -> bool:
    style = node.attributes.get("style")
    return bool(style and _HIDDEN.search(style))


def _rows_of(table: LexborNode) -> list[list[Box]] | None:
    """The rows of a table of data; None for one that only lays out the page."""
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return None
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return None
    rows: list[list[Box]] = []
    for row in table.css("tr"):
        boxes: list[Box] = []
        in_head = row.parent is not None and row.parent.tag == "thead"
        for cell in row.iter():
            if cell.tag not in ("td", "th"):
                continue
            lines = list(_lines(cell))
            words = " ".join(line.replace("\t", " ") for line in lines)
            if len(words) > _LONGEST_CELL or len(lines) > _MOST_PARAGRAPHS:
                return None
            boxes.append(Box(
                words, _count(cell, "rowspan"), _count(cell, "colspan"), head=in_head or cell.tag == "th"
            ))
        if boxes:
            rows.append(boxes)
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return None
    return rows


def _count(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(int(value), 1000) if value.isascii() and value.isdigit() and len(value) < 6 else 1
