"""Numbers that are no figures, each with the reason."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from core.explain import explained
from core.extract import read_metrics
from core.extract.passed import passed_over
from core.lexicon import explain
from core.pipeline import read_report
from core.sections import read_structure
from core.vocabulary import Language
from seeds import samples

FRAME = "一、2022年工作回顾\n全县坚持稳中求进，各项工作扎实推进。\n{}\n二、2023年工作安排\n继续抓好各项工作落实。\n"


def _passed(words: str) -> list[tuple[str, str]]:
    text = FRAME.format(words)
    document = read_structure(text)
    start = text.index(words)
    return [
        (one.span.quote(text), one.rule.removeprefix("passed."))
        for one in passed_over(document, read_metrics(document))
        if start <= one.span.start < start + len(words)
    ]


@pytest.mark.parametrize(
    ("words", "surface", "rule"),
    [
        ("2022年，全县克服了重重困难。", "2022年", "date"),
        ("全面开通12345热线，群众反映及时办理。", "12345热线", "hotline"),
        ("5G网络实现乡镇全覆盖。", "5G", "road_and_grade"),
        ("落实“三个一批”要求，推动项目建设。", "三个", "quoted"),
        ("七台河转型发展全面推进。", "七台", "place"),
        ("认真办好以下十个方面的工作，抓好落实。", "十个", "set_phrase"),
        ("亿元以上、500万元以上项目加快建设。", "500万元", "threshold"),
        ("建成110千伏变电站，供电能力提高。", "110千伏", "voltage"),
        ("新平台V3投入运营。", "3", "letters"),
        ("省道242线完成大修，群众出行更加方便。", "242", "no_unit"),
        ("今后五年，我们将继续努力奋斗。", "五年", "enumerated"),
        ("印发《扶持企业八条措施》，支持企业发展。", "八条", "title"),
        ("财政收入７１$1.$2５亿元。", "７１$1", "destroyed"),
        ("坚持两条：1、严格日常管理；2、加强监督检查。", "1", "item"),
        ("小学生人数全市最多的年份是近三年，情况有了好转。", "三年", "era"),
    ],
)
def test_each_number_says_why_it_is_no_figure(words: str, surface: str, rule: str) -> None:
    """One example a rule; the surface is that of the untouched text."""
    assert (surface, rule) in _passed(words)


def test_furniture_tables_headings_and_copies_are_told_apart() -> None:
    """What is not a sentence of the report has its place as the reason."""
    body = "全年实施重点项目26个，完成投资18.6亿元，新建道路42公里，改造管网15公里，绿化面积3.2万亩，惠及群众12万人。"
    text = FRAME.format(f"{body}\n- 3 -\n| 粮食 | 12.5 |\n{body}")
    document = read_structure(text)
    metrics = read_metrics(document)
    told = {one.rule for one in passed_over(document, metrics)}
    assert {"passed.furniture", "passed.table", "passed.repeated", "passed.heading"} <= told


@pytest.mark.parametrize("file", [sample.file for sample in samples()], ids=lambda file: str(file.stem))
def test_every_arabic_number_of_a_sample_is_a_figure_or_told(file: Path) -> None:
    """Nothing is passed over in silence, and every reason has words in both languages."""
    report, _ = read_report(file)
    document = read_structure(report.text)
    passed = passed_over(document, report.metrics)
    covered = [*(metric.value_span for metric in report.metrics), *(one.span for one in passed)]
    digits = {index for index, sign in enumerate(document.view) if sign.isdigit() and sign.isascii()}
    assert digits <= {index for span in covered for index in range(span.start, span.end)}
    assert not any(one.span.overlaps(metric.value_span) for one in passed for metric in report.metrics)
    languages: tuple[Language, ...] = ("zh", "en")
    assert all(explain(one.rule, language) != one.rule for one in passed for language in languages)


def test_the_terms_of_a_claim_make_up_its_score() -> None:
    """Each term can be shown by itself; squeezed together they are the score."""
    report, _ = read_report(samples()[0].file)
    claims: Any = explained(report)["claims"]
    for claim in claims:
        total = sum(term["weight"] for term in claim["terms"])
        assert claim["score"] == pytest.approx(1 / (1 + math.exp(-total)), abs=0.001)
