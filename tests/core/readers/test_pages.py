"""Pages as pictures: the page asked for, at the size asked for, from whatever thread asks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import typst

from core.messages import PolicyReviewError
from core.readers.pages import page_picture

BLUE_THEN_RED = b"""#set page(width: 100pt, height: 200pt, fill: rgb("#0000ff"))
x #pagebreak() #set page(fill: rgb("#ff0000"))
y"""


@pytest.fixture(scope="module")
def document() -> bytes:
    """Two pages: the first is blue, the second red."""
    return typst.compile(BLUE_THEN_RED, ignore_system_fonts=True)


def test_the_page_that_was_asked_for_is_drawn(document: bytes) -> None:
    """A reviewer who follows a locator must see that page and no other."""
    for page, pixel in ((0, b"\xff\x00\x00"), (1, b"\x00\x00\xff")):
        drawn = page_picture(document, "a.pdf", page, 150)
        assert (drawn.count, drawn.width, drawn.height) == (2, 150, 300)
        assert drawn.pixels[:3] == pixel
        assert len(drawn.pixels) == drawn.stride * drawn.height


def test_a_page_that_is_not_there_gives_the_last_one(document: bytes) -> None:
    """Locators are typed by people."""
    assert page_picture(document, "a.pdf", 99, 50).pixels == page_picture(document, "a.pdf", 1, 50).pixels


def test_many_threads_may_ask_at_once(document: bytes) -> None:
    """The PDF library is not made for that; an unguarded call ends the process."""
    with ThreadPoolExecutor(8) as pool:
        pictures = list(pool.map(lambda page: page_picture(document, "a.pdf", page % 2, 60), range(40)))
    assert {picture.pixels[:3] for picture in pictures} == {b"\xff\x00\x00", b"\x00\x00\xff"}


def test_a_damaged_document_is_named() -> None:
    """No picture is better than a wrong one."""
    with pytest.raises(PolicyReviewError) as error:
        page_picture(b"%PDF-1.7 nothing", "a.pdf", 0, 100)
    assert error.value.key == "damaged"
