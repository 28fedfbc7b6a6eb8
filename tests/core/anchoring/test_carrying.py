"""Places survive a corrected text: found where they truly are, or said to be moved or lost, never wrong silently."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.anchoring import Carrier, Compact, aligned_runs, same_words
from core.model import Span
from tests.core.anchoring.edited import Edited, edited, misread, spans

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
REPORT = (SEEDS / "county-2024.txt").read_text(encoding="utf-8")

#: Characters that break careless code: two units of UTF-16, combining marks, CRLF, a byte order mark, joined emoji.
AWKWARD = st.text(st.sampled_from("全区𠮷增长，。；5.\r\n\ufeff\u0301e👩\u200d🏫　 "), max_size=60)
SENTENCES = (
    "全面完成各项任务。", "坚持稳中求进工作总基调，扎实推进。", "一般公共预算收入增长百分之五点二。", "各位代表：",
    "新建学校三所。", "污水处理率达到百分之九十。", "一是抓项目。",
)  # fmt: skip


def where(old: str, new: str, words: str) -> tuple[str, str]:
    """What becomes of the first place of the words: why, and the quote there."""
    start = old.index(words)
    placed = Carrier(old, new).place(Span(start, start + len(words)))
    return placed.how, placed.span.quote(new)


@st.composite
def a_text_and_a_place(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(AWKWARD.filter(lambda words: bool(words.strip())))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(a_text_and_a_place())
def test_the_same_text_keeps_every_place(made: tuple[str, Span]) -> None:
    """Reading again must move nothing."""
    text, span = made
    placed = Carrier(text, text).place(span)
    assert (placed.span, placed.state) == (span, "ok")


@given(a_text_and_a_place(), AWKWARD)
def test_what_is_told_as_unchanged_says_the_same(made: tuple[str, Span], before: str) -> None:
    """Whatever the characters: a place that is said to be kept has its words, and a span never leaves the text."""
    text, span = made
    new = before + text
    placed = Carrier(text, new).place(span)
    assert 0 <= placed.span.start <= placed.span.end <= len(new)
    if placed.state == "ok":
        assert same_words(placed.span.quote(new), span.quote(text))
    if placed.state == "orphan":
        assert placed.span.start == placed.span.end


@given(st.text(st.sampled_from("𠮷👩\u200d🏫\u0301\ufeffabc\r\n"), min_size=1, max_size=30))
def test_words_put_in_front_shift_every_place_by_their_length(front: str) -> None:
    """Offsets are code points, whatever stands in front of them."""
    new = front + "\n" + REPORT
    carrier = Carrier(REPORT, new)
    for span in spans(REPORT, 20, seed=3):
        placed = carrier.place(span)
        assert placed.span == Span(span.start + len(front) + 1, span.end + len(front) + 1)
        assert placed.span.quote(new) == span.quote(REPORT)
        assert placed.state == "ok"


@given(AWKWARD)
def test_the_compact_form_leads_back_to_each_character(text: str) -> None:
    """White space is left out of the comparison and never out of the offsets."""
    compact = Compact(text)
    for place in range(len(compact.words)):
        start, end = compact.outside(place, place + 1)
        assert end - start == 1
        assert not text[start].isspace()
        assert compact.inside(start, end) == (place, place + 1)


@given(AWKWARD, AWKWARD)
def test_runs_are_equal_words_in_one_order(old: str, new: str) -> None:
    """An alignment that crossed itself would exchange two claims."""
    left = right = 0
    for run in aligned_runs(old, new):
        assert run.length > 0
        assert run.old >= left
        assert run.new >= right
        assert old[run.old : run.old_end] == new[run.new : run.new_end]
        left, right = run.old_end, run.new_end


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12), st.data())
def test_one_edit_among_repeated_sentences_is_never_silently_wrong(sentences: list[str], data: st.DataObject) -> None:
    """The same sentence three times running: which one was struck out, nobody knows, and nothing may pretend to."""
    old = "".join(sentences)
    ends = list(accumulate(map(len, sentences)))
    places = [Span(end - len(words), end) for words, end in zip(sentences, ends, strict=True)]
    pieces = [[(old[at], at) for at in range(span.start, span.end)] for span in places]
    at = data.draw(st.integers(0, len(pieces) - 1))
    if data.draw(st.booleans()):
        del pieces[at]
    else:
        pieces.insert(at, [(character, -1) for character in data.draw(st.sampled_from(SENTENCES))])
    made = Edited(old, pieces)
    carrier = Carrier(made.old, made.new)
    assert all(made.fate(span, carrier.place(span)) != "silently wrong" for span in places)


@pytest.mark.parametrize("seed", range(4))
def test_ninety_nine_of_a_hundred_places_survive_five_percent_of_edits(seed: int) -> None:
    """The bar of the format: right again, and none wrong without a word."""
    fates = []
    for made in (edited(REPORT, 0.05, seed), misread(REPORT, 0.01, seed)):
        carrier = Carrier(made.old, made.new)
        fates += [made.fate(span, carrier.place(span)) for span in spans(REPORT, 500, seed)]
    assert fates.count("silently wrong") == 0
    assert fates.count("right") >= 0.99 * len(fates)


OLD = (
    "各位代表：\n2023年，全区地区生产总值完成120亿元，同比增长5.6%。一般公共预算收入完成8.1亿元，同比增长3.2%。\n"
    "新建学校三所，改造老旧小区十二个，惠及群众四千余户。\n全年空气质量优良天数比例达到九成，位列全市第二。\n"
)


def test_a_figure_that_was_corrected_moves_the_claim_and_shows_its_new_words() -> None:
    """The reviewer has to see that 5.6 became 6.5."""
    new = OLD.replace("5.6%", "6.5%")
    claim = "全区地区生产总值完成120亿元，同比增长5.6%"
    assert where(OLD, new, claim) == ("changed", claim.replace("5.6%", "6.5%"))


def test_a_short_quote_with_one_other_character_is_found_between_its_neighbours() -> None:
    """Nine tenths of six characters are all six; the sentence about them says where they are."""
    assert where(OLD, OLD.replace("改造老旧小区", "改建老旧小区"), "改造老旧小区") == ("changed", "改建老旧小区")


def test_a_sentence_that_stands_elsewhere_is_found_there() -> None:
    """Paragraphs are moved about in a final version."""
    sentence = "新建学校三所，改造老旧小区十二个，惠及群众四千余户。\n"
    new = sentence + OLD.replace(sentence, "")
    assert where(OLD, new, sentence.strip()) == ("elsewhere", sentence.strip())


def test_words_whose_sentence_was_changed_about_them_are_said_to_need_a_look() -> None:
    """What they are said of may be another thing now."""
    words = "改造老旧小区十二个，惠及群众四千余户"
    assert where(OLD, OLD.replace("新建学校三所", "城中村全面启动征收"), words) == ("around", words)


def test_a_sentence_that_changed_places_with_its_neighbour_is_said_to_have_moved() -> None:
    """Its words are the same and nothing beside it is: somebody should see where it went."""
    first = "新建学校三所，改造老旧小区十二个，惠及群众四千余户。\n"
    second = "全年空气质量优良天数比例达到九成，位列全市第二。\n"
    new = OLD.replace(first + second, second + first)
    assert {where(OLD, new, words.strip())[0] for words in (first, second)} <= {"around", "elsewhere", "doubtful"}


def test_a_few_words_in_another_sentence_are_not_the_same_words() -> None:
    """同比增长 of another indicator is the same quote and another claim."""
    new = OLD.replace("一般公共预算收入完成8.1亿元", "社会消费品零售总额突破二十亿元大关")
    assert where(OLD, new, "同比增长3.2%") == ("lost", "")


def test_a_struck_out_sentence_leaves_an_orphan_where_it_stood() -> None:
    """Its quote does not jump to other words; the place is where it would be."""
    sentence = "一般公共预算收入完成8.1亿元，同比增长3.2%。"
    new = OLD.replace(sentence, "")
    start = OLD.index(sentence)
    placed = Carrier(OLD, new).place(Span(start, start + len(sentence)))
    assert placed.state == "orphan"
    assert new[placed.span.start :].lstrip().startswith("新建学校")


def test_other_line_breaks_and_full_width_digits_are_the_same_words() -> None:
    """A PDF first and a Word file later differ in layout alone."""
    new = OLD.replace("同比增长5.6%", "同比\r\n增长５.６％")
    claim = "全区地区生产总值完成120亿元，同比增长5.6%"
    assert where(OLD, new, claim) == ("same", "全区地区生产总值完成120亿元，同比\r\n增长５.６％")


def test_a_blank_that_makes_two_figures_of_one_is_a_change() -> None:
    """120 and 1 20 differ in white space only."""
    claim = "全区地区生产总值完成120亿元"
    assert where(OLD, OLD.replace("120", "1 20"), claim) == ("changed", "全区地区生产总值完成1 20亿元")


def test_white_space_alone_is_a_place_that_is_lost() -> None:
    """There are no words to find."""
    placed = Carrier("一二。\n\n三四。", "一二。三四。五").place(Span(3, 5))
    assert placed.state == "orphan"


def test_words_lost_before_are_found_once_they_are_back() -> None:
    """An orphan of one version may be at home in the next; twice the same words are no home."""
    quote = "改造老旧小区十二个"
    carrier = Carrier("各位代表：", OLD)
    assert carrier.seek(quote, "新建学校三所，", "，惠及").span.quote(OLD) == quote
    assert Carrier("各位代表：", OLD).seek("同比增长", "", "").state == "orphan"


def test_progress_is_told_and_can_stop_the_work() -> None:
    """A cancel button must reach a long alignment."""
    told: list[float] = []
    made = misread(REPORT, 0.05, 1)
    Carrier(made.old, made.new, told.append)
    assert told == sorted(told)
    assert 0 < told[-1] <= 1

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Carrier(made.old, made.new, stop)
