"""Words arranged by what they begin with are found where the plain alternation finds them."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from core.lexicon import Opening, closing, may_begin, may_hold, needed, one_of, pattern, where_it_begins
from core.lexicon.choice import may_close

WORDS = [
    "增", "增长", "增(?!值)", "(?<![新倍])增", "增?长", "[升降]至", "(?:同|环)比", "[0-9]{1,2}月", "一+", "二*三",
    "比?", "新.{0,2}?长", "[^新]比", "(?P<sign>一|二)月{1,2}?",
]
SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def _groups() -> list[tuple[str, list[str]]]:
    found = []
    for table in ("words", "masks"):
        with resources.path("lexicon", f"{table}.toml").open("rb") as file:
            found += [(f"{table}.{name}", list(group["words"])) for name, group in tomllib.load(file).items()]
    return found


def _text(words: list[str]) -> str:
    """Report text with pieces of the words thrown in, so that words and half words stand everywhere."""
    chance = random.Random(7)
    report = (SEEDS / "county-2024.txt").read_text(encoding="utf-8")[:3000]
    pieces = [re.sub(r"[\\\[\](){}?*+^$|<>!=:]", "", word) for word in words]
    thrown = (chance.choice(pieces)[: chance.randint(1, 6)] + report[(at := chance.randrange(2990)) : at + 3]
              for _ in range(400))
    return report + "".join(thrown)


@pytest.mark.parametrize(("name", "words"), _groups(), ids=[name for name, _ in _groups()])
def test_every_group_of_the_lexicon_finds_what_its_plain_alternation_finds(name: str, words: list[str]) -> None:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    text = _text(ordered)
    for arranged in (one_of(ordered), where_it_begins("|".join(ordered))):
        found = [match.span() for match in re.finditer(arranged, text)]
        assert found == [match.span() for match in re.finditer("|".join(ordered), text)], name


@given(
    words=st.lists(st.sampled_from(WORDS[:-1]), min_size=1, max_size=7),
    text=st.text(alphabet="增长值新升降至同环比19月一二三", max_size=30),
)
def test_the_first_word_that_fits_is_taken_as_in_a_plain_alternation(words: list[str], text: str) -> None:
    plain = [match.span() for match in re.finditer("|".join(words), text)]
    assert [match.span() for match in re.finditer(one_of(words), text)] == plain
    assert [match.span() for match in re.finditer(where_it_begins("|".join(words)), text)] == plain


def test_words_whose_beginning_is_open_stay_as_they_are() -> None:
    assert one_of([".长", "增"]) == "(?:.长|增)"
    assert where_it_begins(r"\d+月|年") == r"\d+月|年"


def test_what_comes_first_shows_a_search_where_to_look() -> None:
    assert where_it_begins("(?P<a>(?<!第)[一二]个?)|三") == "(?=[一二三])(?:(?P<a>(?<!第)[一二]个?)|三)"


def test_what_may_be_left_out_does_not_hide_what_follows_it() -> None:
    """A repeat of nothing or more is left out as a ? or * is."""
    for expression in ("(?:基本){0,2}清零", "基?清零", "基*清零", "[全已]{0,1}清零"):
        assert re.search(where_it_begins(expression), "存量清零") is not None
        assert {"清"} <= (may_begin(expression) or set())


def test_what_stands_at_the_beginning_is_tried_there_once() -> None:
    """An open beginning that is tied to the start of the text does not slow the search for all others."""
    assert where_it_begins("^.长|三|^二") == "^(?:.长|二)|(?=三)(?:三)"
    found = {text: bool(re.search(where_it_begins("^.长|三|^二"), text)) for text in ("增长", "快增长", "第三", "十二")}
    assert found == {"增长": True, "快增长": False, "第三": True, "十二": False}


@given(parts=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
       text=st.text(alphabet="增长值新升降至同环比19月一二三", max_size=30))
def test_every_match_holds_a_word_that_is_said_to_be_needed(parts: list[str], text: str) -> None:
    for expression in ("|".join(parts), "".join(parts)):
        wanted = needed(expression)
        for match in re.finditer(expression, text):
            assert not wanted or any(word in match[0] for word in wanted)


def test_the_rarest_part_of_an_expression_is_what_is_needed() -> None:
    assert needed("(?P<names>[^，]{2,60}?)分别(?P<values>[^，]{2,120})") == ("分别",)
    assert needed("下降了?[0-9]+倍|减少一?半") == ("下降", "减少")
    assert needed(r"\d+|增长") == ()
    assert needed("十[一二]五(?!十)|一(?:年|个(?!月))") == ("十一五", "十二五", "一年", "一个")


@given(parts=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
       text=st.text(alphabet="增长值新升降至同环比19月一二三", max_size=12))
def test_every_match_begins_and_closes_with_a_sign_that_is_said_to(parts: list[str], text: str) -> None:
    """A search is left out where the sign at hand is none of these: one that was missing would lose a reading."""
    for expression in ("|".join(parts), "".join(parts)):
        first, last = may_begin(expression), may_close(expression)
        for match in re.finditer(f"(?:{expression})$", text):
            assert first is None or match[0][:1] in first
            assert last is None or match[0][-1:] in last


def test_what_looks_ahead_for_words_closes_no_text() -> None:
    assert may_close("增长|比.{1,4}(?=增)") == {"长"}
    assert may_close("[^，]{1,3}") is None
    assert may_close("增?") is None


@pytest.mark.parametrize(("template", "text"), [
    ("%own_target%", "完成年初确定的目标"), ("%own_target%", "增长5%"),
    ("%rise+fall%$", "比上年增长"), ("%rise+fall%$", "增长率"),
    ("%of_plan%$", "为年度计划的"), ("%of_plan%$", "计划外"),
])
def test_looking_for_what_is_needed_first_changes_no_search(template: str, text: str) -> None:
    found = pattern(template).search(text)
    assert may_hold(text, template) or found is None
    if template.endswith("$"):
        close = closing(template, text, 0, len(text))
        assert (close and close.span()) == (found and found.span())


@given(
    words=st.lists(st.sampled_from([word for word in WORDS[:-1] if word != "比?"]), min_size=1, max_size=7),
    text=st.text(alphabet="增长值新升降至同环比19月一二三", max_size=30),
    ends=st.tuples(st.integers(0, 30), st.integers(0, 30)),
)
def test_words_sorted_by_their_first_sign_fit_where_their_alternation_fits(
    words: list[str], text: str, ends: tuple[int, int]
) -> None:
    """At every place and with every end the same word is taken, those that may begin with any sign among them."""
    start, end = min(*ends, len(text)), min(max(ends), len(text))
    plain = re.compile("|".join(f"(?:{word})" for word in words)).match(text, start, end)
    found = Opening(words).match(text, start, end)
    assert (found and found.span()) == (plain and plain.span())
