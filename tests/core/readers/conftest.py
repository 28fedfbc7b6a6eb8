"""PDF files of our own making."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import typst

import resources
from core.readers import Reading, ReadingOptions, read_bytes


def printed_bytes(source: str) -> bytes:
    """A PDF that typst sets from `source`, in the application's own fonts."""
    return typst.compile(source.encode(), font_paths=[str(resources.path("fonts"))], ignore_system_fonts=True)


@pytest.fixture
def made() -> Callable[..., Reading]:
    """Sets a page of Chinese from typst's markup and reads it."""

    def read(body: str, page: str = '"a5"', options: ReadingOptions | None = None) -> Reading:
        source = f'#set page({page})\n#set text(font: "Noto Sans SC", size: 10pt, lang: "zh")\n{body}'
        return read_bytes(printed_bytes(source), "报告.pdf", options or ReadingOptions())

    return read
