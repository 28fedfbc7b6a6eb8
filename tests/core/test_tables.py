"""The tables that go to spreadsheets, the clipboard and the window."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from pandas import DataFrame

from core.export.words import word
from core.model import ClaimLink, EvidenceLink, Finding, Hit, Tag, Verdict
from core.tables import (
    CLAIM_COLUMNS,
    EVIDENCE_COLUMNS,
    FINDING_COLUMNS,
    METRIC_COLUMNS,
    claims_table,
    evidence_table,
    findings_table,
    metrics_table,
)
from core.vocabulary import Language
from tests.core.charts.making import TEXT, evidence, link, place, report, review_claim


def _cells(table: DataFrame, *columns: str) -> list[object]:
    return [table.loc[0, column] for column in columns]


def test_every_column_has_a_head_in_both_languages() -> None:
    """A key in a spreadsheet's head would be our own jargon."""
    for column in (*METRIC_COLUMNS, *CLAIM_COLUMNS, *EVIDENCE_COLUMNS, *FINDING_COLUMNS):
        assert word(f"column.{column}", "zh") and word(f"column.{column}", "en")


def test_metrics_keep_numbers_typed_and_offsets_exact() -> None:
    """5172万元 is 51720000 元, a whole number; its offsets quote the text."""
    table = metrics_table(report(), "zh")
    row = table[table["id"] == "m7"].iloc[0]
    assert row["value"] == 51720000 and isinstance(row["value"], int)
    assert TEXT[row["start"] : row["end"]] == row["surface"] == "5172万元"
    assert list(table["rank"].dropna()) == [2]


@pytest.mark.parametrize(("language", "sign"), [("zh", "约"), ("en", "≈")])
def test_an_approximate_value_is_told_in_the_language_of_its_table(language: Language, sign: str) -> None:
    """An English spreadsheet had the Chinese word among its signs ≥ and <."""
    first, *others = report().metrics
    table = metrics_table(replace(report(), metrics=(replace(first, bound="about"), *others)), language)
    assert table.loc[0, "bound"] == sign


def test_unknown_cells_are_empty_not_zero() -> None:
    """None stays None through the table."""
    table = metrics_table(report(), "en")
    assert table.loc[0, "value-max"] is None and table.loc[0, "kind"] == "Growth"


def test_claims_carry_verdict_tags_and_evidence_numbers() -> None:
    """What the person decided, in words and printed numbers."""
    items = [evidence("e1", "E-0001")]
    claims = [review_claim("a", 1, "mostly", tags=("t1", "t9"), evidence=(link("a", "e1"),))]
    row = claims_table(report(), claims, "zh", tags={"t1": Tag("t1", "就业", "", "#000000", 1).name}, evidence=items)
    assert _cells(row, "verdict", "certainty", "tags", "evidence") == ["基本属实", "高", "就业|t9", "E-0001"]


def test_evidence_names_the_claims_that_rest_on_it() -> None:
    """The register reads both ways."""
    items = [evidence("e1", "E-0001"), evidence("e2", "E-0002")]
    claims = [review_claim("a", 3, evidence=(link("a", "e1"),)), review_claim("b", 5, evidence=(link("b", "e1"),))]
    assert evidence_table(items, claims, "zh")["claims"].tolist() == ["3|5", ""]


def test_findings_name_their_section() -> None:
    """A query in a spreadsheet still says where it stands."""
    hit = Hit("h1", "r1", Finding("SUP-01", "minor", (place("第二"),)), "new", "")
    table = findings_table(report(), [hit], "zh", messages={"h1": "请查询"})
    assert _cells(table, "section", "quote", "message") == ["2023年工作回顾", "第二", "请查询"]


def test_pandas_is_not_imported_with_the_module() -> None:
    """Start-up: the window is shown before pandas is touched."""
    code = "import sys, core.tables, core.charts, core.pairing, core.export.pdf; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_claims_carry_both_scales_all_places_and_links() -> None:
    """A promise's rating, every passage and what stands against what are columns of their own."""
    first = review_claim(
        "a", 1, "mostly", fulfilment=Verdict("met", "low", "按期", "李", ""), status="reviewed",
        links=(ClaimLink("a", "b", "contradicts"), ClaimLink("b", "a", "repeats")),
    )  # fmt: skip
    table = claims_table(report(), [first, review_claim("b", 2, None)], "zh", tags={})
    columns = ("answer", "status", "fulfilment", "fulfilment-certainty", "fulfilment-rationale", "links")
    assert _cells(table, *columns) == ["已采纳", "已复核", "完成", "低", "按期", "矛盾 2"]
    assert table.loc[0, "places"] == f"{first.span.start}-{first.span.end}"
    assert table.loc[1, "fulfilment"] is None


def test_evidence_says_how_it_bears_on_each_claim() -> None:
    """Stance and its note, by the claims' numbers; the other fields in words."""
    item = replace(evidence("e1", "E-0001"), method="search", signature="refused", signature_reason="无人", cell="B4")
    claim = review_claim("a", 7, "mostly", evidence=(EvidenceLink("a", "e1", "refutes", "口径不同"),))
    table = evidence_table([item], [claim], "zh")
    assert _cells(table, "bearing", "method", "signature", "cell") == ["7 反驳 口径不同", "检索", "拒绝签章 无人", "B4"]
