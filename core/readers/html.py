"""Web pages: the article as lines of text, without the page around it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

import resources
from core.messages import PolicyReviewError
from core.readers.decoding import decode

#: Containers with less text than this are teasers and captions, not the article.
_SHORTEST_ARTICLE = 200
_LABEL = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_WIDE = r"\u2e80-\u9fff\u3000-\u303f\uff00-\uffef"
#: A line break of the source between two Han characters is none on the page.
_SOURCE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
#: Parts the cells of a row until the white space has been dealt with.
_CELL = "\x1f"
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "thead", "tfoot", "caption", "tr", "ul",
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_GB = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "euc-cn", "hz-gb-2312"})


def article(data: bytes, name: str) -> tuple[str, str]:
    """The article's text, one paragraph a line and table cells set apart by tabs, and the page's encoding.

    Raises:
        PolicyReviewError: the bytes are no text.
    """
    page, encoding = _decoded(data, name)
    tree = LexborHTMLParser(page)
    title = _title(tree)
    for selector in _selectors()["furniture"]:
        for node in tree.css(selector):
            if node.tag not in ("html", "body") and node.parent is not None:
                node.decompose()
    text = _text_of(_container(tree))
    if title and title not in _WHITE.sub("", text[:600]).replace("\u3000", ""):
        text = f"{title}\n{text}"
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    label = _LABEL.search(data[:4096])
    if label:
        named = label[1].decode("ascii").lower()
        encoding = "gb18030" if named in _GB else named  # pages say gb2312 and use characters beyond it
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, name)


@cache
def _selectors() -> dict[str, list[str]]:
    with resources.path("lexicon", "articles.toml").open("rb") as file:
        return tomllib.load(file)


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in _selectors()["titles"]:
        node = tree.css_first(selector)
        if node is not None:
            words = (node.attributes.get("content") or "") if node.tag == "meta" else node.text(deep=True)
            title = _WHITE.sub("", words).replace("\u3000", "")
            if 4 <= len(title) <= 80:
                return title
    return None


def _container(tree: LexborHTMLParser) -> LexborNode:
    body = tree.body or tree.root
    if body is None:
        raise PolicyReviewError("no-words", name="html")
    whole = len(body.text(deep=True))
    for selector in _selectors()["containers"]:
        nodes = tree.css(selector)
        node = max(nodes, key=lambda found: len(found.text(deep=True)), default=None)
        if node is not None and len(node.text(deep=True).strip()) >= min(_SHORTEST_ARTICLE, whole / 2):
            return node
    return body


def _text_of(root: LexborNode) -> str:
    """Lines as a browser would break them."""
    lines: list[list[str]] = [[]]
    stack: list[tuple[LexborNode, bool]] = [(root, False)]  # a loop, not recursion: pages may nest without end
    while stack:
        node, leaving = stack.pop()
        tag = node.tag or ""
        if leaving or tag == "br":
            lines.append([])
            continue
        if tag == "-text":
            lines[-1].append((node.text_content or "").replace(_CELL, " "))
            continue
        if tag == "-comment" or _HIDDEN.search(node.attributes.get("style") or ""):
            continue
        if tag in ("td", "th"):
            if any(part.strip() for part in lines[-1]):
                lines[-1].append(_CELL)
        elif tag in _BLOCKS and not _in_cell(node):
            lines.append([])
            stack.append((node, True))
        children = list(node.iter(include_text=True))
        stack.extend((child, False) for child in reversed(children))
    printed = (_line("".join(line)) for line in lines)
    return "\n".join(line for line in printed if line)


def _line(raw: str) -> str:
    """The white space of one line as a browser would show it."""
    shown = _WHITE.sub(" ", _SOURCE_BREAK.sub("", raw))
    return "\t".join(cell.lstrip(" ").rstrip(" \xa0") for cell in shown.split(_CELL)).rstrip("\t")


def _in_cell(node: LexborNode) -> bool:
    """A paragraph that is alone in a table cell breaks no line: the row stays one line."""
    parent = node.parent
    if node.tag != "p" or parent is None or parent.tag not in ("td", "th"):
        return False
    return not any(beside.tag == "p" for beside in (_beside(node, "prev"), _beside(node, "next")) if beside is not None)


def _beside(node: LexborNode, side: Literal["prev", "next"]) -> LexborNode | None:
    """The nearest element before or behind, white space and comments passed over."""
    other = node.prev if side == "prev" else node.next
    while other is not None and (other.tag or "-").startswith("-") and not (other.text(deep=False) or "").strip():
        other = other.prev if side == "prev" else other.next
    return other
