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


def test_short_paragraphs_beside_a_copy_are_copied_with_it() -> None:
    """Equal words beside the original and the copy; other words beside it, or far from any copy, are not."""
    first = "全县粮食总产量稳步增长，农民收入持续增加，乡村面貌明显改善，社会保持稳定。"
    second = "县城道路全部改造完成，新的公园已经开放，居民出行更加方便，环境更加整洁。"
    short = "驰名商标"
    assert repeats([short, first, short, second, "", first, short, second, "知名品牌", short]) == [
        None, None, None, None, None, 1, 2, 3, None, None
    ]
    assert repeats([short, first, second, short, first]) == [None, None, None, 0, 1]
