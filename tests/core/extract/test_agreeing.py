"""Roles of figures agree with the types of the claim that holds them."""

from __future__ import annotations

from core.extract import read_metrics
from core.extract.agreeing import agreeing
from core.extract.claims import read_claims
from core.model.report import Metric
from core.sections import read_structure

_AIMS = """关于2019年全市国民经济和社会发展计划的报告

全市经济社会发展主要预期目标为：

——地区生产总值增长7%左右；——城镇新增就业3万人；——居民收入增长与经济增长基本同步。
"""
_MIXED = "今年，全市完成投资30亿元。\n\n粮食产量12万吨，粮食单产居全市第二。\n"


def _read(text: str) -> list[Metric]:
    document = read_structure(text)
    metrics = read_metrics(document)
    return list(agreeing(document, metrics, read_claims(document, metrics)))


def test_figures_of_listed_aims_are_targets_though_their_own_lines_do_not_say_so() -> None:
    """The line above the list says that these are aims; claim and figures must not contradict one another."""
    metrics = _read(_AIMS)
    assert [metric.role for metric in metrics] == ["target", "target"]
    assert [reason.rule for reason in metrics[0].reasons if reason.field == "role"] == ["role.claim"]


def test_figures_of_what_was_done_stay_as_they_were_read() -> None:
    """Only a claim that sets targets decides, and only where nothing else did."""
    assert [metric.role for metric in _read(_MIXED)] == ["actual"] * 3


def test_the_share_of_a_plan_that_was_fulfilled_plans_nothing() -> None:
    """完成年度投资计划114% tells of work done; 计划新建 beside it is a plan."""
    text = "2020年青河区工作亮点\n\n新增企业87家；63个重点项目完成年度投资计划114%。\n\n计划新建学校5所。\n"
    assert [metric.role for metric in _read(text)] == ["actual", "actual", "actual", "target"]


def test_an_aim_by_its_claim_is_of_the_year_planned_and_includes_its_number() -> None:
    """今年再减少1000人以上。扶贫资金增长30%以上: the second sentence says nothing itself, its paragraph lists aims."""
    text = (
        "精准加力补短板\n\n2017年3月10日\n\n《政府工作报告》部署2017年重点工作任务，罗列年度计划：\n\n"
        "要深入实施精准扶贫，今年再减少贫困人口1000人以上，搬迁300人。扶贫资金增长30%以上。\n\n"
        "数据显示，2016年减少贫困人口2000人以上。\n"
    )
    found = [(one.role, one.period, one.bound) for one in _read(text)]
    assert found == [
        ("target", "2017", "ge"), ("target", "2017", "eq"), ("target", "2017", "ge"), ("actual", "2016", "gt"),
    ]


def test_what_falls_short_of_the_aim_of_the_year_begun_is_no_aim() -> None:
    """年初预期目标 was set before, wherever the sentence stands."""
    told = "受洪灾影响，零售总额仅增长1.3%，低于年初预期目标5.7个百分点。"
    figures = _read(f"临江县2017年工作总结\n\n去年，我们破获案件512起。\n\n{told}\n\n一产增加值23.4亿元。\n")
    assert {metric.role for metric in figures} == {"actual"}
