"""Printed lines."""

from __future__ import annotations

import pytest

from core.text import printed_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\\r\\n", "\\n", "\u2028", "\x0c"])
def test_every_line_end_parts_lines(end: str) -> None:
    """Dumps write line ends as letters; the text itself is never changed for it."""
    text = f"一、回顾{end}  正文。{end}{end}尾"
    lines = printed_lines(text)
    assert [line.span.quote(text) for line in lines] == ["一、回顾", "正文。", "", "尾"]
    assert [line.indent for line in lines] == [0, 2, 0, 0]


def test_a_path_with_a_backslash_is_no_line_end() -> None:
    """C:\\new is one word."""
    assert len(printed_lines("C:\\new")) == 1
