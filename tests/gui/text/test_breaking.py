"""Line breaks by Chinese custom."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.views.text import breaking
from gui.views.text.breaking import CLOSING, EMPTY, HANG, OPENING, Line, body_lines, heading_lines, unbroken

EM = 10.0


def _widths(text: str) -> list[float]:
    return [0.0 if breaking.attached(sign) else EM / 2 if sign.isascii() else EM for sign in text]


def _lines(text: str, column: int, together: tuple[tuple[int, int], ...] = ()) -> list[str]:
    inside = unbroken(text, together)
    return [text[line.start : line.end] for line in body_lines(text, _widths(text), column * EM, EM, inside)]


def test_a_comma_at_the_end_hangs_rather_than_beginning_a_line() -> None:
    """The mark that does not fit is let out by half a character."""
    assert _lines("一二三四，五六七八九", 4) == ["一二三四，", "五六七八", "九"]


def test_a_closing_bracket_takes_the_character_before_it_along() -> None:
    """What may not hang pulls its neighbour to the next line."""
    assert _lines("一二三四）五六", 4) == ["一二三", "四）五六"]


def test_an_opening_quote_never_ends_a_line() -> None:
    """It goes with the words that it opens."""
    assert _lines("一二三“四五六", 4) == ["一二三", "“四五六"]


def test_a_number_stays_whole() -> None:
    """11.5% is never parted."""
    assert _lines("一二三11.5%四", 4) == ["一二三", "11.5%四"]


def test_a_ratio_stays_whole() -> None:
    """14.7：39.0：46.3 is one figure: no line ends behind its sign, though a full-width colon may hang elsewhere."""
    assert _lines("一二三14.7：39.0四", 7) == ["一二三", "14.7：39.0四"]
    assert _lines("一二三四：五六", 4) == ["一二三四：", "五六"]


def test_a_figure_keeps_its_unit() -> None:
    """5.17亿元 goes to the next line whole when the reading says that it is one figure."""
    text = "一二三5.17亿元四"
    start = text.index("5")
    assert _lines(text, 5, ((start, start + 6),)) == ["一二三", "5.17亿元四"]


def test_a_word_longer_than_the_column_is_broken_all_the_same() -> None:
    """An address without spaces never runs out of the page."""
    assert all(len(line) <= 9 for line in _lines("a" * 100, 4))


def test_a_heading_is_parted_at_the_comma_nearest_its_middle() -> None:
    """Parallel headings stand as two halves."""
    text = "坚持生态优先，在保护中发展，彰显底色"
    lines = heading_lines(text, _widths(text), 14 * EM, EM, ())
    assert [text[line.start : line.end] for line in lines] == ["坚持生态优先，", "在保护中发展，彰显底色"]


def test_a_title_is_parted_where_its_source_was() -> None:
    """The printed break comes before any comma."""
    text = "在新征程上 书写新的，篇章"
    lines = heading_lines(text, _widths(text), 9 * EM, EM, (5,))
    assert [text[line.start : line.end] for line in lines] == ["在新征程上 ", "书写新的，篇章"]


def test_white_is_drawn_between_han_and_digits_only() -> None:
    """Not before punctuation, not inside a number."""
    text = "增长11.5%，约3成"
    after, within = breaking.white_of(text, _widths(text), EM)
    assert [text[place] for place, white in after.items() if white] == ["长", "约", "3"]
    assert [text[place] for place in sorted(within)] == ["1", "1", ".", "5"]


def test_han_behind_a_number_stand_on_whole_pixels() -> None:
    """The part of a pixel that a number has is given to the white on both of its sides."""
    text = "约37亿，比12年多1.5成"
    width = [4.3 if sign.isascii() else EM for sign in text]
    after = breaking.white_of(text, width, EM).after
    places = [0.0]
    for place, one in enumerate(width):
        places.append(places[-1] + one + after.get(place, 0.0))
    assert all(abs(x - round(x)) < 1e-9 for x, sign in zip(places, text, strict=False) if not sign.isascii())
    assert abs(after[0] - after[2]) <= 1 / 64, "as much before the number as behind it"


def test_words_of_a_latin_text_keep_their_own_widths() -> None:
    """No sign that has to stand on a whole pixel follows them."""
    text = "growth of 5.2 percent"
    assert breaking.white_of(text, [4.3] * len(text), EM).after == {}


@settings(max_examples=300)
@given(
    st.text(st.sampled_from("国家统计增长，。；“”（）11.5% aé\u0301𠮷😀"), min_size=1, max_size=120), st.integers(6, 20)
)
def test_lines_cover_the_text_once_and_keep_to_the_column(text: str, column: int) -> None:
    """Nothing is lost or doubled; only one mark hangs; white at a line's end takes no room."""
    inside = unbroken(text, ())
    lines: list[Line] = body_lines(text, _widths(text), column * EM, EM, inside)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(line.width <= (column + HANG + EMPTY) * EM + 0.02 for line in lines)
    assert not any(breaking.attached(text[line.start]) for line in lines[1:])


@settings(max_examples=300)
@given(st.text(st.sampled_from("国家统计增长量，。；“”（）"), min_size=1, max_size=120), st.integers(8, 20))
def test_no_line_begins_or_ends_with_what_may_not(text: str, column: int) -> None:
    """避头尾, wherever the text offers any place at all for the break."""
    pieces = _lines(text, column)
    for before, after in pairwise(pieces):
        if after[0] in CLOSING or before[-1] in OPENING:
            # Only where the whole line has no lawful place may the law be broken.
            inside = range(1, len(before))
            assert all(before[place] in CLOSING or before[place - 1] in OPENING for place in inside)


def test_a_ratio_is_never_parted_before_its_sign() -> None:
    """14.7∶39.0∶46.3 may go on in the next line after a sign, never begin one with it, in either of its signs."""
    for sign in "∶：":
        text = f"三次产业结构调整为14.7{sign}39.0{sign}46.3。实施重点项目116个。"
        start = text.index("14.7")
        for column in range(8, 30):
            inside = unbroken(text, [(start, start + 14)])
            lines = body_lines(text, [1.0 if ord(each) > 0x2000 else 0.55 for each in text], column, 1, inside)
            assert all(text[line.start] != sign for line in lines)


def test_a_long_figure_may_be_parted_between_number_and_unit() -> None:
    """Keeping it whole would leave a short ragged line; its number is never parted."""
    text = "完成投资1234567.89万千瓦时以上"
    figure = (4, len(text) - 2)
    assert 4 + len("1234567.89") not in unbroken(text, [figure])
    assert set(range(5, 14)) <= unbroken(text, [figure])


def test_a_heading_of_three_lines_begins_a_line_where_the_source_did() -> None:
    """In a narrow pane 在新征程上 书 / 写… parted a word, though the source had begun a line right before it."""
    text = "在新时代新征程上 书写更加精彩的东区新篇章"
    lines = breaking.heading_lines(text, _widths(text), 9 * EM, EM, (8,))
    assert [text[line.start : line.end].strip() for line in lines] == [
        "在新时代新征程上", "书写更加精彩的东区", "新篇章",
    ]  # fmt: skip
    assert "".join(text[line.start : line.end] for line in lines) == text


def test_breaks_of_the_source_make_no_heading_longer() -> None:
    """A column of a newspaper breaks every few characters: those breaks are not kept."""
    text = "书写更加 精彩的东 区新篇章 再创佳绩 开新局"
    breaks = tuple(place for place, sign in enumerate(text) if sign == " ")
    lines = breaking.heading_lines(text, _widths(text), 9 * EM, EM, breaks)
    assert len(lines) == len(breaking.body_lines(text, _widths(text), 9 * EM, EM, unbroken(text, ())))
