"""Where words stand in a text."""

from __future__ import annotations

from core.model import Span
from core.text import finding, matches


def test_a_search_through_many_texts_prepares_its_words_once() -> None:
    """Every claim is asked for the same words; to make the pattern takes longer than to look a claim through."""
    finding._pattern.cache_clear()
    texts = [f"第{number}项工作，增长 {number}％" for number in range(50)]
    assert all(matches(text, "增长", wrapped=False) for text in texts)
    assert finding._pattern.cache_info().misses == 1
    assert matches("增\n长", "增长", wrapped=True) == [Span(0, 3)] and not matches("增\n长", "增长", wrapped=False)
    assert not matches("增长", "  ", wrapped=False)
    assert matches(texts[7], "7%", wrapped=False) and not matches(texts[7], "8%", wrapped=False)
