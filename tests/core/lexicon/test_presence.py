"""One look at a text's signs for many expressions loses none of them."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.extract.claim_words import any_of, claim_words
from core.lexicon import Presence
from core.text import sentences

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
EXPRESSIONS = [
    "增长", "增长|下降", "(?:同比|环比)增长", "(?:增长|下降)$", "^[0-9]+月", "了", "(?<!新)增.{0,3}长", "[^，]{2}",
    "𠮷野?家|𠮷祥", "(?:上升|(?<=下)降|[0-9]%)", "新(?!增)", "(?:增(?:长|加)|减少).*[升降]",
    "^(?:新|环)[^，]{1,3}比", "(?<![下至])升", "上升了?(?=，|$)",
]


@given(
    chosen=st.lists(st.sampled_from(EXPRESSIONS), min_size=1, max_size=6, unique=True),
    texts=st.lists(st.text(alphabet="增长加新升降至同环比下上了减少1%月，𠮷野家祥\ud842", max_size=14), max_size=6),
)
def test_an_expression_is_found_where_a_search_finds_it(chosen: list[str], texts: list[str]) -> None:
    presence = Presence({each: each for each in chosen})
    for text in texts:
        there = [each for each in chosen if re.search(each, text)]
        assert [each for each in chosen if presence.found(each, text)] == there
        assert all(presence.may_be(each, text) for each in there)
        bits = presence.bits_of(chosen)
        assert presence.holds(text, bits) == bool(there)
        assert any(test(text) for test in presence.left(text, bits)) == bool(there)


def test_only_what_may_stand_in_a_text_is_searched_for() -> None:
    presence = Presence({"change": "增长|下降|(?:上升|回落)了", "time": "去年"})
    texts = ["产值增长", "产值下降", "产值上升了", "产值回落了", "去年"]
    left = presence.left("投资增长，价格持平", presence.bits_of(["change", "time"]))
    assert [[test(text) for text in texts] for test in left] == [[True, False, False, False, False]]
    left = presence.left("投资增长，价格回落了", presence.bits_of(["change", "time"]))
    assert [[test(text) for text in texts] for test in left] == [
        [True, False, False, False, False], [False, False, True, True, False],
    ]
    assert not presence.may_be("time", "投资增长")


def test_claims_are_found_as_their_plain_patterns_find_them() -> None:
    words = claim_words()
    for name in ("county-2024.txt", "digest-2024.txt"):
        text = (SEEDS / name).read_text(encoding="utf-8")
        for span in sentences(text):
            sentence = span.quote(text)
            for pattern in ("problem.opens", "rhetoric.pattern", "target.state", "time.ahead", "ranking.pattern"):
                assert words.found(pattern, sentence) == (words.patterns[pattern].search(sentence) is not None)
                assert words.holds(sentence, any_of(pattern)) == words.found(pattern, sentence)
