"""Repeated paragraphs."""

from __future__ import annotations

from core.text import repeats

LONG = "全区上下抢抓机遇、迎难而上，积极融入区域发展战略，着力构建现代产业体系，聚力优化营商环境，努力塑造新优势。"


def test_a_copy_a_tail_and_a_near_copy_point_to_the_first() -> None:
    """A block may be printed again whole, from its middle on, or with a word changed."""
    other = "别的话说了很多很多，和前面没有任何关系，只是为了隔开。"
    assert repeats([LONG, other, LONG, LONG[18:], LONG.replace("努力", "奋力")]) == [None, None, 0, 0, 0]


def test_short_lines_tables_and_other_figures_repeat_nothing() -> None:
    """Salutations and rows of tables recur; the same sentence with another figure is another statement."""
    row = "项目甲\t12.5\t13.6\t14.7\t15.8\t16.9\t17.0"
    first = "全年完成固定资产投资120亿元，实施重点项目86个，全部开工建设，完成年度计划，形成新的增长点。"
    assert repeats(["各位代表！", "各位代表！", row, row, first, first.replace("120", "135")]) == [None] * 6
