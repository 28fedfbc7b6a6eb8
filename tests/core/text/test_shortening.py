"""What has no room ends in …, and never in half a number."""

from __future__ import annotations

import pytest

from core.text import shortened


@pytest.mark.parametrize(
    ("words", "most", "kept"),
    [
        ("全年投资增长7.8%", 10, "全年投资增长7.8%"),
        ("贷款余额分别增长7.8%和13.5%。", 16, "贷款余额分别增长7.8%和…"),
        ("贷款余额分别增长7.8%和13.5%。", 17, "贷款余额分别增长7.8%和…"),
        ("全年完成工业投资1,318亿元", 12, "全年完成工业投资…"),
        ("新建学校三所，改造道路，绿化河岸", 8, "新建学校三所…"),
        ("12345678", 4, "123…"),
    ],
)
def test_no_number_is_cut(words: str, most: int, kept: str) -> None:
    """增长7.8%和13.… says thirteen, and 投资13… an amount that nobody named."""
    assert shortened(words, most) == kept
    assert len(shortened(words, most)) <= most
