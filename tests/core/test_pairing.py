"""Target beside actual: what belongs together, what stays open, what is judged."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core import pairing
from core.judging import judge
from core.model import Indicator, Metric
from core.model.pair import Pair
from core.pairing import pairs
from core.pipeline import report_of
from core.readers import read_bytes
from tests.core.charts.making import TEXT, metric, metrics, report


def _row(name: str) -> Pair:
    return next(pair for pair in pairs(report()) if pair.indicator == name)


def test_a_target_stands_beside_the_actual_of_the_same_indicator_and_kind() -> None:
    """The comparison table's first promise: 增长5.5%左右 beside 增长6.1%, not beside the rank."""
    pair = _row("地区生产总值")
    assert pair.target and pair.actual
    assert (pair.target.id, pair.actual.id, pair.unit, pair.comparison) == ("m9", "m1", "%", "about")
    assert pair.target_text == "增长5.5%左右"


def test_a_target_of_next_year_is_not_judged_by_the_actual_of_this_year() -> None:
    """Side by side is not a verdict: 2023 does not decide on 2024."""
    assert _row("地区生产总值").result == "not_due"


def test_targets_in_words_stay_in_sight_with_what_they_are_measured_against() -> None:
    """失业率控制在市定目标内 has no number; the row may not vanish."""
    kinds = {pair.indicator: pair.comparison for pair in pairs(report()) if pair.has_target and pair.target is None}
    assert kinds == {"失业率": "deferred", "水质": "state", "居民收入": "pegged"}


def test_a_state_in_words_of_the_results_is_found_for_a_target_in_words() -> None:
    """水质保持在Ⅲ类 is answered by 水质稳定在Ⅲ类 only for names long enough to be sure."""
    text = TEXT.replace("水质", "断面水质")
    shorter = report(())
    shift = [replace(claim, span=replace(claim.span)) for claim in shorter.claims]
    lines = [line for line in text.split("\n") if line]
    moved = tuple(
        replace(claim, span=replace(claim.span, start=text.index(line), end=text.index(line) + len(line)))
        for claim, line in zip(shift, (lines[2], lines[3], lines[5]), strict=True)
    )
    pair = next(p for p in pairs(replace(shorter, text=text, claims=moved)) if p.indicator == "断面水质")
    assert (pair.actual_text, pair.target_text) == ("稳定在Ⅲ类", "保持在Ⅲ类")


def test_every_words_span_quotes_the_report() -> None:
    """A click on a row leads to the very words."""
    for pair in pairs(report()):
        for span in (pair.target_span, pair.actual_span):
            assert span is None or span.quote(TEXT).strip()


def test_growth_without_a_target_is_listed_after_the_targets() -> None:
    """Results that nobody promised are shown as such, not dropped."""
    unpaired = [pair.indicator for pair in pairs(report()) if not pair.has_target]
    assert unpaired == ["工业增加值", "零售额", "办结率"]


def test_a_bare_word_does_not_pair_unlike_counts() -> None:
    """企业 597 helped and 企业 40 planned are two things."""
    made = (
        metric("a", "项目", "300余项", "300", kind="level", unit="项"),
        metric("b", "项目", "5172万元", "40", kind="level", unit="项", role="target", period="2024"),
    )
    assert next(pairs for pairs in pairs(report(made)) if pairs.target).actual is None


def _of(number: str, bound: str = "eq", **fields: object) -> Metric:
    return replace(metrics()[0], value=Decimal(number), bound=bound, period="2024", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "actual", "better", "result"),
    [
        (_of("5", "ge"), _of("5"), None, "met"),
        (_of("5", "ge"), _of("4.9"), None, "missed"),
        (_of("5", "gt"), _of("5"), None, "missed"),
        (_of("5", "le"), _of("4.5"), None, "met"),
        (_of("5.5", "about"), _of("5.3"), None, "inside_tolerance"),
        (_of("5.5", "about"), _of("5.5"), None, "met"),
        (_of("5.5", "about"), _of("5.1"), None, None),
        (_of("5.5", "about"), _of("5.1"), "higher", "missed"),
        (_of("5.5", "about"), _of("7"), "higher", "met"),
        (_of("5"), _of("6"), None, None),
        (_of("5"), _of("6"), "higher", "met"),
        (_of("5"), _of("6"), "lower", "missed"),
        (_of("5", value_max=Decimal(6)), _of("5.5"), None, "met"),
        (_of("5", value_max=Decimal(6)), _of("6.5"), None, "missed"),
        (_of("5", "ge"), _of("4", "gt"), None, None),
        (_of("5", "ge"), _of("6", "gt"), None, "met"),
        (_of("5", "ge"), _of("6", unit="元"), None, None),
        # a fall is told without its sign: 下降3%以上 is −3 or less, 降幅不超过4% is −4 or more
        (_of("-3", "ge"), _of("-3.5"), None, "met"),
        (_of("-3", "ge"), _of("-2.5"), None, "missed"),
        (_of("-3", "ge"), _of("-3", "gt"), None, "met"),
        (_of("-3", "gt"), _of("-3"), None, "missed"),
        (_of("-4", "le"), _of("-5"), None, "missed"),
        (_of("-4", "le"), _of("-3"), None, "met"),
        (_of("-3", value_max=Decimal(-4)), _of("-3.5"), None, "met"),
        (_of("-3", value_max=Decimal(-4)), _of("-2.5"), None, "missed"),
        (_of("-1.2", "le", surface="-1.2‰"), _of("-1.5", surface="-1.5‰"), None, "met"),
    ],
)
def test_bounds_tolerance_and_direction_decide(
    target: Metric, actual: Metric, better: str | None, result: str | None
) -> None:
    """The printed rules of judging, one line each; what the bounds leave open is None."""
    assert judge(target, actual, better=better) == result  # type: ignore[arg-type] # a plain word


def test_a_target_of_the_results_year_without_actual_says_no_data() -> None:
    """Last year's target that nobody answered is named so."""
    due = replace(metrics()[8], period="2023", indicator=Indicator("某指标", "某指标", None))
    assert next(iter(pairs(report((due,))))).result == "no_data"


def test_words_of_a_cell_are_its_figure() -> None:
    """The row of a table is no clause: | 43067 | -5.8 | quotes -5.8."""
    text = "# 清河市2023年统计公报\n\n表1 产量\n\n|产品|产量（吨）|比上年增长（%）|\n|---|---|---|\n|粮食|43067|-5.8|\n"
    told = pairs(report_of(read_bytes(text.encode(), "a.md")))
    assert [pair.actual_text for pair in told] == ["-5.8"]


def test_words_of_a_target_are_free_of_marks_of_emphasis() -> None:
    """**加快建设。**续建艺术馆等10项 quotes 续建艺术馆等10项."""
    text = "# 清河市2025年政府工作报告\n\n## 2025年工作安排\n\n**加快建设。**续建艺术馆等10项工程，新建学校2所。\n"
    told = pairs(report_of(read_bytes(text.encode(), "a.md")))
    assert [pair.target_text for pair in told][:1] == ["续建艺术馆等10项工程"]


def test_a_part_stands_beside_the_part_of_the_results() -> None:
    """完成投资…，其中…完成投资…: whole and part have one name; the part is not set against the whole."""
    text = (
        "临江市2019年政府工作报告\n一、2018年工作回顾\n120个重大项目完成投资300亿元，其中20个重点项目完成投资90亿元。\n"
        "二、2019年工作安排\n抓好130个重大项目，力争完成投资320亿元，其中25个重点项目完成投资110亿元。\n"
    )
    found = report_of(read_bytes(text.encode(), "report.txt"))
    beside = {pair.target.surface: pair.actual.surface for pair in pairs(found) if pair.target and pair.actual}
    assert (beside["320亿元"], beside["110亿元"]) == ("300亿元", "90亿元")


def _beside(results: str, aims: str) -> dict[str, tuple[str, str]]:
    """What is printed of each target, and beside it of its actual."""
    return {aim: (indicator, actual) for indicator, aim, actual in _rows(results, aims)}


def test_a_years_growth_is_not_set_against_the_average_of_five() -> None:
    """五年年均增长9.2% stands first in a report of a term; the aim of a year answers the growth of the year before."""
    results = "五年来，地区生产总值年均增长9.2%。2021年，地区生产总值增长10.3%。"
    assert _beside(results, "地区生产总值增长9%以上。") == {"增长9%以上": ("地区生产总值", "增长10.3%")}
    alone = _beside("五年来，地区生产总值年均增长9.2%。", "地区生产总值增长9%以上。")
    assert alone == {"增长9%以上": ("地区生产总值", "年均增长9.2%")}, "better than none, and its words say what it is"
    yearly = _beside(results, "到2026年，地区生产总值年均增长8%。")
    assert yearly == {"年均增长8%": ("地区生产总值", "年均增长9.2%")}


def test_what_many_years_add_up_to_is_not_set_against_one() -> None:
    """翻两番 until 2020 is 300 %: the 9.6 % of last year are no part of that scale."""
    told = _beside("2021年，地区生产总值增长9.6%。", "到2030年，地区生产总值比2020年翻两番。")
    assert [actual for _, actual in told.values()] == [""]


def test_growth_over_other_spans_is_not_judged() -> None:
    """An average of five years neither meets nor misses the aim of one."""
    aim = _of("9", "ge")
    assert judge(aim, _of("8.5"), better="higher") == "missed"
    assert judge(aim, _of("8.5", basis="cagr"), better="higher") is None
    assert judge(replace(aim, basis=None), _of("8.5"), better="higher") == "missed"


def test_each_of_two_figures_in_a_clause_has_its_own_words() -> None:
    """城镇、农村…增长9%和10%左右, and 51亿元和…投资36亿元: the neighbour is in no other row."""
    told = _beside("城乡居民人均可支配收入年均增长8.4%和9.9%。", "城乡居民人均可支配收入增长9%和10%左右。")
    assert told == {
        "增长9%": ("城镇居民人均可支配收入", "年均增长8.4%"), "增长10%左右": ("农村居民人均可支配收入", "年均增长9.9%"),
    }
    told = _beside("全年完成工业投资48亿元。", "完成工业投资51亿元左右和交通投资36亿元。")
    assert list(told) == ["51亿元左右", "36亿元"]


def test_shares_of_three_are_told_one_by_one() -> None:
    """三次产业结构调整到12.5：46.2：41.3 gives three rows, each with its own share."""
    text = "临江市2022年政府工作报告\n一、2021年工作回顾\n三次产业结构调整到12.5：46.2：41.3。\n"
    told = pairs(report_of(read_bytes(text.encode(), "report.txt")))
    assert [pair.actual_text for pair in told] == ["调整到12.5", "调整到46.2", "调整到41.3"]


def test_figures_that_nothing_joins_keep_their_clause() -> None:
    """达到4000亿元增长8%: each has the words before it."""
    told = _beside("地区生产总值3700亿元增长7%。", "地区生产总值达到4000亿元增长8%。")
    assert list(told) == ["达到4000亿元", "增长8%"]


def test_where_a_change_began_is_told_with_where_it_ends() -> None:
    """由67%提高到73% is one statement."""
    told = _beside("农作物机械化率由67%提高到73%。", "农作物机械化率提高到75%。")
    assert told == {"提高到75%": ("农作物机械化率", "由67%提高到73%")}


def test_how_something_is_done_is_no_indicator() -> None:
    """稳步提升…水平 was listed under 稳步; what stands before its own verb keeps its name."""
    aims = "完成企业上云160家，稳步提升智能化水平；完成技改80家，营商环境稳步提升。"
    text = f"临江市2022年政府工作报告\n一、2022年工作安排\n{aims}\n"
    told = {pair.target_text: pair.indicator for pair in pairs(report_of(read_bytes(text.encode(), "report.txt")))}
    assert told["稳步提升智能化水平"] == ""
    assert told["稳步提升"] == "营商环境"


@pytest.mark.parametrize(("aim", "name"), [
    ("城镇化水平有所提高", "城镇化水平"),
    ("资源节约和环境保护取得成效", "资源节约和环境保护"),
    ("空气质量持续改善", "空气质量"),
    ("居民生活质量有较大提高", "居民生活质量"),
    ("年内产业结构力求优化", "产业结构"),
    ("装备水平在持续提升", "装备水平"),
])
def test_the_name_of_an_aim_in_words_ends_before_how_it_fares(aim: str, name: str) -> None:
    """有所提高 and 取得成效 say of it what it is to come to."""
    text = f"临江市2022年政府工作报告\n一、2022年工作安排\n主要目标是：生产总值增长6%；{aim}。\n"
    named = {pair.indicator for pair in pairs(report_of(read_bytes(text.encode(), "report.txt")))}
    assert name in named


def _rows(results: str, aims: str) -> list[tuple[str, str, str]]:
    """Each row with a target in figures: its indicator, what is aimed at, what came before."""
    text = f"临江市2022年政府工作报告\n一、2021年工作回顾\n{results}\n二、2022年目标\n{aims}\n"
    told = pairs(report_of(read_bytes(text.encode(), "report.txt")))
    return [(pair.indicator, pair.target_text, pair.actual_text) for pair in told if pair.target]


def test_a_target_of_several_indicators_has_a_row_for_each() -> None:
    """A和B均增长9% was said to be unreported, though the report tells how each of the two grew."""
    results = "城镇居民人均可支配收入增长8%，农民人均纯收入增长10%，全口径财政收入增长12%，地方级财政收入增长14%。"
    aims = "城镇居民人均可支配收入和农民人均纯收入均增长9%，全口径财政收入、地方级财政收入增长11%。"
    assert _rows(results, aims) == [
        ("城镇居民人均可支配收入", "均增长9%", "增长8%"), ("农民人均纯收入", "均增长9%", "增长10%"),
        ("全口径财政收入", "增长11%", "增长12%"), ("地方级财政收入", "增长11%", "增长14%"),
    ]


def test_an_actual_of_several_indicators_answers_the_target_of_each() -> None:
    """固定资产投资和社会消费品零售总额均增长12% stands beside the aims of both."""
    aims = "固定资产投资增长10%，社会消费品零售总额增长11%。"
    assert _rows("固定资产投资和社会消费品零售总额均增长12%。", aims) == [
        ("固定资产投资", "增长10%", "均增长12%"), ("社会消费品零售总额", "增长11%", "均增长12%"),
    ]


@pytest.mark.parametrize(("results", "aims", "indicator"), [
    ("研究与试验发展经费投入增长20%。", "研究与试验发展经费投入增长15%。", "研究与试验发展经费投入"),
    ("新建道路3条，改造管网5公里。", "道路和管网投入增长5%。", "道路和管网投入"),
])
def test_a_name_with_a_joint_stays_whole_where_its_parts_are_not_known(
    results: str, aims: str, indicator: str
) -> None:
    """研究 is no indicator, and 道路 has no figure of its own kind that anyone could mean."""
    assert [row[0] for row in _rows(results, aims)] == [indicator]


def test_a_level_of_several_indicators_is_their_sum_unless_each_reaches_it() -> None:
    """财政收入和社会投资达到20亿元 is one amount; 均达到20亿元 are two."""
    results = "固定资产投资18亿元，社会消费品零售总额17亿元。"
    whole = _rows(results, "固定资产投资和社会消费品零售总额达到40亿元。")
    assert [row[0] for row in whole] == ["固定资产投资和社会消费品零售总额"]
    each = _rows(results, "固定资产投资和社会消费品零售总额均达到20亿元。")
    assert [(row[0], row[2]) for row in each] == [("固定资产投资", "18亿元"), ("社会消费品零售总额", "17亿元")]


def test_what_numbers_a_clause_is_no_part_of_it() -> None:
    """一是营商环境 was listed as an indicator, and 三是改造建设100个 as what is aimed at."""
    text = "临江市2022年政府工作报告\n一、2022年目标\n一是营商环境更加优化。二是改造建设100个综合服务中心。\n"
    told = {pair.indicator: pair.target_text for pair in pairs(report_of(read_bytes(text.encode(), "report.txt")))}
    assert told == {"营商环境": "更加优化", "综合服务中心": "改造建设100个综合服务中心"}
    assert _rows("地区生产总值增长7%。", "城镇新增就业9.5万人，农业增加值98.2亿元。") == [
        ("城镇新增就业", "9.5万人", ""), ("农业增加值", "98.2亿元", ""),
    ], "the whole part of a decimal numbers nothing"


def test_what_one_project_costs_answers_no_other() -> None:
    """总投资10亿元的…项目 stood beside the 总投资 of others; a name that both have still answers."""
    results = "引进项目12个，总投资130亿元。投资2亿元的东湖食品项目建成投产，城区污水管网投资完成3亿元。"
    aims = "抓好总投资10亿元的南山灯具项目、投资1亿元的西河纸业项目建设，城区污水管网投资完成4亿元。"
    told = {target: actual for _, target, actual in _rows(results, aims)}
    assert [actual for target, actual in told.items() if "南山" in target or "西河" in target] == ["", ""]
    assert told["完成4亿元"] == "完成3亿元"


def test_economic_growth_is_the_growth_of_the_gross_product() -> None:
    """经济增长7% as an aim was said to be unreported beside 国内生产总值增长8.3%; its level is another thing."""
    assert _rows("国内生产总值9800亿元，增长8.3%。", "经济增长7%左右。") == [("经济增长", "7%左右", "增长8.3%")]
    assert _rows("国内生产总值9800亿元。", "经济增长7%左右。") == [("经济增长", "7%左右", "")]


def test_only_what_is_measured_is_measured_against_another_figure() -> None:
    """坚持通水与通电同步 tells two works, 支持平台经济 holds no 持平; 居民收入与经济增长同步 is an aim."""
    works = "坚持修路与植树并举、通水与通电同步。支持平台经济发展。建立与新型城镇相适应的服务体系。"
    text = f"一、2022年工作回顾\n新增就业8300人。\n二、2023年工作目标\n{works}居民收入增长与经济增长基本同步。\n"
    told = pairs(report_of(read_bytes(text.encode(), "report.txt")))
    assert [pair.indicator for pair in told if pair.comparison == "pegged"] == ["居民收入"]


def test_a_long_report_asks_each_figure_as_often_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each target went through all figures: a quarter of a million characters took two minutes to be shown."""
    def asked(lines: int) -> int:
        results = "".join(f"第{n}产业园产值{n}.5亿元，增长{n % 9 + 1}%。\n" for n in range(1, lines))
        plan = "".join(f"第{n}产业园产值增长{n % 9 + 2}%，工作水平保持稳定。\n" for n in range(1, lines))
        text = f"一、2022年工作回顾\n{results}二、2023年工作目标\n{plan}"
        made = report_of(read_bytes(text.encode(), "a.txt"))
        calls: list[Metric] = []
        names = pairing._names
        monkeypatch.setattr(pairing, "_names", lambda one: (calls.append(one), names(one))[1])
        assert len(pairs(made)) > lines / 2
        monkeypatch.undo()
        return len(calls)

    assert asked(120) < 5 * asked(30)


def test_a_budget_stands_beside_what_was_spent_of_it() -> None:
    """Neither names what it is of: in the section of an item of a final account that is the item."""
    text = (
        "青溪县水务局2024年度部门决算\n\n一、支出决算具体情况\n\n一般公共预算财政拨款支出年初预算为812.5万元，支出决算为806.3万元，"
        "完成年初预算的99.24%。其中：\n\n1、农林水支出（类）水利（款）行政运行（项）。年初预算为305.6万元，支出决算为301.2万元。\n\n"
        "2、农林水支出（类）水利（款）防汛（项）。年初预算为92.4万元，支出决算为96.8万元。决算数大于预算数的主要原因：汛情增多。\n"
    )
    found = pairs(report_of(read_bytes(text.encode(), "a.txt")))
    assert [(one.indicator, one.target_text, one.actual_text) for one in found if one.has_target] == [
        ("一般公共预算财政拨款支出", "812.5万元", "806.3万元"), ("行政运行", "305.6万元", "301.2万元"),
        ("防汛", "92.4万元", "96.8万元"),
    ]


def test_a_budget_of_next_year_stands_beside_what_came_in() -> None:
    """政府性基金收入预算 is of 政府性基金收入, in its amount and in how it is to grow."""
    text = (
        "青溪县2023年预算执行情况和2024年预算草案的报告\n\n一、2023年预算执行情况\n\n政府性基金收入完成5.3亿元，增长2.4%。\n\n"
        "二、2024年预算草案\n\n政府性基金收入预算安排5.6亿元，增长5.7%。\n"
    )
    found = pairs(report_of(read_bytes(text.encode(), "a.txt")))
    assert [(one.indicator, one.target_text, one.actual_text) for one in found] == [
        ("政府性基金收入", "安排5.6亿元", "完成5.3亿元"), ("政府性基金收入", "增长5.7%", "增长2.4%"),
    ]


def test_words_of_a_figure_end_before_a_bracket_that_its_clause_leaves_open() -> None:
    """平均得分97.6分（其中，…）: nothing of what the bracket tells stands behind the figure."""
    text = "青溪县2024年工作总结\n\n一、2024年工作情况\n\n绩效自评平均得分率97.6%（其中，优的项目6个）。\n"
    found = pairs(report_of(read_bytes(text.encode(), "a.txt")))
    assert [one.actual_text for one in found] == ["97.6%"]
