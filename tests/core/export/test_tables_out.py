"""CSV and JSON: nothing lost, nothing run."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.export.csv import export_csv
from core.export.json import export_json
from core.interchange.extraction import report_from
from core.messages import PolicyReviewError
from tests.core.export.conftest import MadeReview

LEDGERS = ("对照表.csv", "实绩.csv", "台账.csv", "问题.csv")


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_opens_in_a_spreadsheet_with_heads_in_the_language(full: MadeReview, tmp_path: Path) -> None:
    """The byte order mark tells Excel that it is UTF-8."""
    written = export_csv(full, tmp_path, "zh")
    tables = ["指标.csv", "陈述.csv", "证据目录.csv", "机检.csv", "人工读数.csv"]
    assert [path.name for path in written] == [*tables, *LEDGERS]
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in written)
    rows = _read(written[0])
    assert len(rows) == len(full.report().metrics) and "标准名称" in rows[0]
    assert export_csv(full, tmp_path, "en")[1].name == "claims.csv"


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1"])
def test_text_that_looks_like_a_formula_stays_text(full: MadeReview, tmp_path: Path, words: str) -> None:
    """A report or a note must not run anything in the reader's spreadsheet."""
    note = replace(full.claimed[0], note=words)
    hostile = replace(full, claimed=(note,))
    row = _read(export_csv(hostile, tmp_path, "en")[1])[0]
    assert row["Note"] == f"'{words}"


def test_negative_numbers_stay_numbers(full: MadeReview, tmp_path: Path) -> None:
    """The guard is for words; a fall of 3.2 per cent is a number."""
    fallen = replace(full.made.metrics[0], value=Decimal("-3.2"))
    made = replace(full, made=replace(full.made, metrics=(fallen,)))
    assert _read(export_csv(made, tmp_path, "en")[0])[0]["Value"] == "-3.2"


def test_offsets_in_csv_quote_the_text(full: MadeReview, tmp_path: Path) -> None:
    """Start and end are code points of the text as it was read."""
    text = full.report().text
    for row in _read(export_csv(full, tmp_path, "en")[0]):
        assert "".join(text[int(row["Start"]) : int(row["End"])].split()) == "".join(row["As printed"].split())


def test_json_gives_the_report_back(full: MadeReview, tmp_path: Path) -> None:
    """The extraction inside is the one that `extract` prints, and can be read again."""
    data = json.loads(export_json(full, tmp_path / "x.json").read_text(encoding="utf-8"))
    assert report_from(data["report"]).text == full.report().text
    assert data["format"] == "policy-review/review" and data["content_hash"] == full.content_hash()
    judged = [claim for claim in data["claims"] if claim["verdict"]]
    assert judged and judged[0]["verdict"]["by"] == "李明"
    assert {item["sha256"] for item in data["evidence"]} == {"cd" * 32, None}
    for claim in data["claims"]:
        for anchor in claim["anchors"]:
            assert full.report().text[anchor["start"] : anchor["end"]] == anchor["exact"]


def test_a_missing_folder_is_named(full: MadeReview, tmp_path: Path) -> None:
    """Before anything is written."""
    nowhere = tmp_path / "no"
    for export in (lambda: export_csv(full, nowhere, "zh"), lambda: export_json(full, nowhere / "x.json")):
        with pytest.raises(PolicyReviewError) as caught:
            export()
        assert caught.value.key == "no-such-folder"
