"""What is proposed of a report beside its text, from small texts that say it in one way each."""

from __future__ import annotations

import pytest

from core.model.layout import Layout, LeftOut
from core.pipeline import report_of
from core.readers import Reading, read_bytes
from core.readers.reading import ReadingOptions
from core.sections.particulars import guessed

_BODY = "\n\n各位代表：\n\n全年地区生产总值增长6.1%，城镇新增就业1.2万人，居民收入继续增长。\n"


_LABELLED = "发文单位：澜溪县人民政府办公室\n发布时间：2023-01-12\n\n澜溪县2023年政府工作报告"


def guesses(text: str) -> dict[str, str]:
    """Field and value of every guess."""
    report = report_of(read_bytes(text.encode(), "a.txt"))
    return {name: guess.value for name, guess in guessed(report).items()}


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("澜溪县2023年政府工作报告", "issuer", "澜溪县人民政府"),
        ("澜溪县2023年政府工作报告", "level", "county"),
        ("澜溪县2023年政府工作报告", "kind", "work_report"),
        ("周口市2023年政府工作报告", "level", "prefecture"),
        ("巩义市2023年政府工作报告", "level", "county"),
        ("北京市2023年政府工作报告", "level", "province"),
        ("广西壮族自治区2023年政府工作报告", "level", "province"),
        ("2023年澜溪县国民经济和社会发展统计公报\n\n澜溪县统计局\n\n2024年3月29日", "issuer", "澜溪县统计局"),
        ("2023年澜溪县国民经济和社会发展统计公报\n\n澜溪县统计局\n\n2024年3月29日", "kind", "bulletin"),
        ("2023年澜溪县国民经济和社会发展统计公报\n\n澜溪县统计局\n\n2024年3月29日", "published_on", "2024-03-29"),
        ("2023年澜溪县国民经济和社会发展统计公报\n\n澜溪县统计局\n\n2024年3月29日", "fidelity", "official_full"),
        ("在新征程上书写澜溪县新篇章\n\n◆ 本报记者 张三", "fidelity", "press_digest"),
        ("在新征程上书写澜溪县新篇章\n\n◆ 本报记者 张三", "kind", "digest"),
        (_LABELLED, "issuer", "澜溪县人民政府办公室"),
        (_LABELLED, "published_on", "2023-01-12"),
        ("来源：澜溪日报\n\n澜溪县2023年政府工作报告", "source", "澜溪日报"),
        ("（来源：澜溪日报）\n\n澜溪县2023年政府工作报告", "source", "澜溪日报"),
        # Courts and the like report as well, and no government signs for them.
        ("澜溪市中级人民法院工作报告", "issuer", "澜溪市中级人民法院"),
        ("澜溪县人民检察院2023年工作报告", "issuer", "澜溪县人民检察院"),
        ("source: https://example.gov.cn/a/1.html\n\n澜溪县2023年政府工作报告", "source", "https://example.gov.cn/a/1.html"),
    ],
)
def test_a_report_says_it_of_itself(front: str, field: str, value: str) -> None:
    """Each of these is said by the front of the text, and proposed."""
    assert guesses(front + _BODY)[field] == value


@pytest.mark.parametrize("field", ["issuer", "level", "kind", "fidelity", "source", "published_on"])
def test_what_is_not_said_is_not_proposed(field: str) -> None:
    """A text that says nothing of itself stays unknown; 数据来源 is no source of the page, 全年 no place."""
    assert field not in guesses("一份说明\n\n数据来源：各部门上报，其中部分为预计数。\n\n全年各项工作有序推进。\n")


@pytest.mark.parametrize(
    ("front", "field"),
    [
        ("来源：网友投稿\n\n一份说明", "source"),
        ("来源：不详\n\n一份说明", "source"),
        ("来源：sp20241123\n\n一份说明", "source"),
        ("一份说明\n\n截至2017年12月31日，各项支出均已入账。", "published_on"),
        ("关于2022年度区本级预算执行的审计报告\n\n根据《中华人民共和国审计法》，我局进行了审计。", "level"),
    ],
)
def test_what_only_looks_like_it_is_not_proposed(front: str, field: str) -> None:
    """A source that is none, the day of a stock, a law that is cited."""
    assert field not in guesses(front + "\n\n全年各项工作有序推进。\n")


def test_furniture_that_the_reader_left_out_counts_as_well() -> None:
    """The line with the date and the office is no part of the text, and the best witness."""
    text = "澜溪县2023年政府工作报告" + _BODY
    layout = Layout(left_out=(LeftOut("a", "navigation", "发布日期：2023-02-01 发布机构：澜溪县人民政府办公室", 0),))
    read = read_bytes(text.encode(), "a.txt")
    report = report_of(Reading(read.data, read.text, read.source, layout))
    found = guessed(report)
    assert found["published_on"].value == "2023-02-01"
    assert found["issuer"].value == "澜溪县人民政府办公室"


def test_a_person_s_years_overrule_the_text() -> None:
    """Years hold for sections and figures; one that the report does not have is not made up again."""
    text = "澜溪县2023年政府工作报告" + _BODY
    read = read_bytes(text.encode(), "a.txt", ReadingOptions(years=(2018, None)))
    report = report_of(read)
    assert (report.year, report.target_year) == (2018, None)
    assert {metric.period for metric in report.metrics} == {"2018"}
    assert report.given_years == (2018, None)
