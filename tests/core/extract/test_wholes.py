"""Parts of a whole say what is measured of them, so that a table or chart of figures can be read without the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.extract.wholes import part_of_whole
from core.model import ByHand
from core.model.figures import called
from tests.core.extract.readings import read


@pytest.mark.parametrize(
    ("whole", "part", "name"),
    [
        ("居民人均可支配收入", "城镇", "城镇居民人均可支配收入"),
        ("居民人均可支配收入", "农村居民", "农村居民人均可支配收入"),
        ("社会消费品零售总额", "乡村", "乡村消费品零售额"),
        ("社会消费品零售总额", "餐饮", "餐饮零售额"),
        ("全社会固定资产投资", "第二产业", "第二产业投资"),
        ("规模以上工业增加值", "轻工业", "轻工业增加值"),
        ("规模以上工业企业利润", "国有控股企业", "国有控股企业利润"),
        ("地区生产总值", "建筑业", "建筑业增加值"),
        ("粮食总产量", "秋粮", "秋粮产量"),
        ("全社会用电量", "居民生活用电", "居民生活用电量"),
        ("用水总量", "生态补水", "生态补水量"),
        ("服务进出口总额", "服务进口", "服务进口总额"),
        ("各项贷款余额", "短期贷款", "短期贷款余额"),
        ("保费收入", "财产险", "财产险保费收入"),
        ("常住人口", "男性", "男性常住人口"),
        ("常住人口", "65岁及以上", "65岁及以上常住人口"),
    ],
)
def test_a_part_takes_from_the_whole_what_is_measured(whole: str, part: str, name: str) -> None:
    assert part_of_whole(whole, part) == name


@pytest.mark.parametrize(("whole", "part"), [("市场主体", "企业"), ("城镇居民人均可支配收入", "农村")])
def test_a_thing_counted_and_one_side_beside_another_are_left_as_they_are(whole: str, part: str) -> None:
    assert part_of_whole(whole, part) is None


def _names(text: str) -> list[tuple[str, str]]:
    return [(one.indicator.text, one.indicator.canonical) for one in read(text) if one.indicator]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "居民人均可支配收入3.5万元，增长5.5%，其中，城镇增长4.8%，农村增长6.9%。",
            ["全体居民人均可支配收入"] * 2 + ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
        ),
        ("固定资产投资增长5%。分产业看，第一产业下降3%，民间增长1%。", ["固定资产投资", "第一产业投资", "民间投资"]),
        ("居民消费价格上涨1.2%，城市上涨0.9%。", ["居民消费价格指数", "城市居民消费价格"]),
        ("新增高新技术企业6家，总数达到28家。", ["新增高新技术企业", "高新技术企业数"]),
        ("全年进出口总额80亿元，其中出口50亿元，增长3%。", ["货物进出口总额", "出口总额", "出口总额"]),
    ],
)
def test_parts_told_behind_a_whole_are_completed(text: str, names: list[str]) -> None:
    read_names = _names(text)
    assert [canonical for _, canonical in read_names] == names
    # What is printed stays what is printed.
    assert all(printed in text for printed, _ in read_names)


@pytest.mark.parametrize(
    "text",
    [
        "新增市场主体2000户，其中企业800户。",
        "建成学校31所，其中投资1.2亿元。",
        "粮食产量43万吨，钢材增长2.1%。",
        "粮食产量43万吨，其中农户受益2万人。",
        "外贸进出口增长5%，其中利用外资3亿美元。",
        "参加失业保险1.5万人，医疗保险4.3万人。1.1万城镇居民享受低保。",
    ],
)
def test_what_is_no_part_of_the_measure_keeps_its_own_name(text: str) -> None:
    printed, canonical = _names(text)[-1]
    assert printed == canonical or canonical == "实际利用外资"


def test_the_whole_is_the_reason() -> None:
    text = "粮食产量43万吨，其中夏粮20万吨。"
    summer = read(text)[-1]
    (reason,) = [one for one in summer.reasons if one.rule == "indicator.part"]
    assert reason.span is not None and reason.span.quote(text) == "粮食产量"
    assert summer.indicator and summer.indicator.span and summer.indicator.span.quote(text) == "夏粮"


def test_ages_say_who_are_counted() -> None:
    people = read("常住人口50万人，其中0-14岁8万人，60岁及以上占20%。")
    assert [one.surface for one in people] == ["50万人", "8万人", "20%"]
    assert [one.surface for one in read("人均预期寿命80岁，提高1岁。")] == ["80岁", "1岁"]


def test_a_stock_at_the_end_of_the_year_is_not_what_was_added() -> None:
    assert _names("新增用户4900万户，年末达到2.6亿户。")[-1][0] == "用户"


def test_a_count_has_no_standard_name_that_is_a_rate() -> None:
    """10件惠民实事 are not how many of them were done."""
    assert _names("着力办好10件惠民实事。") == [("惠民实事", "惠民实事")]
    assert _names("惠民实事完成率达到98%。")[0][1] != "惠民实事"


def test_people_call_a_part_by_its_whole_and_keep_their_own_words() -> None:
    """A bar or row called 城镇 would say nothing; what a person wrote stays as it is."""
    part = read("居民人均可支配收入增长5.5%，其中城镇增长4.8%。")[-1]
    assert called(part) == "城镇居民人均可支配收入"
    assert part.indicator
    own = replace(part, indicator=replace(part.indicator, text="城镇居民"), by_hand=ByHand("f1", "a", "2024", part))
    assert called(own) == "城镇居民"
    assert called(read("地区生产总值增长5%。")[0]) == "地区生产总值"
