"""A review with one of everything, out of a project file, in every format."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.export.csv import export_csv
from core.export.json import export_json
from core.export.material import gather
from core.export.pdf import export_pdf
from core.model.particulars import Particulars
from core.project import (
    AttachEvidence,
    BeginVersion,
    EvidenceDraft,
    LinkClaims,
    MarkClaim,
    Project,
    ReplaceReport,
    SetRationale,
    SetVerdict,
    Sign,
    carried,
)
from tests.core.export.reading import flat, pages
from tests.core.project.making import ORIGINAL, Clock, corrected_report, made_project, made_report, span_of


@pytest.fixture
def whole(tmp_path: Path) -> Project:
    """Approved once, corrected, approved again."""
    report = replace(made_report(), findings=())
    project = Project.create(tmp_path / "评审.prv", report, ORIGINAL, created_by="王编制", clock=Clock())
    spans = (span_of("𠮷祥路通车"), span_of("群众😀满意"))
    key = project.do(MarkClaim("r1", spans[0], ("commitment",), spans[1:])).subject
    project.do(SetVerdict(key, "partly", "fulfilment"))
    project.do(SetRationale(key, "只通车一段", "fulfilment"))
    project.do(LinkClaims(key, "r1.c1", "part_of", "同一项目"))
    outside = tmp_path / "验收.txt"
    outside.write_text("验收")
    draft = EvidenceDraft(
        kind="project_file", title="验收单", provider="住建局", signature="refused", signature_reason="经办人外出",
        table="附表2", cell="B4", data_period="2023年", vintage="final", independence_group="住建", page="3",
    )  # fmt: skip
    project.do(AttachEvidence(key, draft, file=outside, link=True, stance="neutral", note="只到六月"))
    for corrections in ("", "第二版更正了落实情况"):
        if corrections:
            project.do(BeginVersion(corrections))
        project.do(Sign("preparer", "王编制"))
        project.do(Sign("reviewer", "李复核"))
        project.do(Sign("approver", "赵审定", comment="同意发布"))
    return project


def test_the_json_holds_the_whole_model(whole: Project, tmp_path: Path) -> None:
    """Places, scales, links, evidence fields, signatures; nothing that tells of this computer."""
    text = export_json(whole, tmp_path / "a.json").read_text(encoding="utf-8")
    data = json.loads(text)
    claim = next(claim for claim in data["claims"] if claim["origin"] == "person")
    assert [anchor["exact"] for anchor in claim["anchors"]] == ["𠮷祥路通车", "群众😀满意"]
    assert (claim["fulfilment"]["value"], claim["fulfilment"]["rationale"]) == ("partly", "只通车一段")
    assert (claim["status"], claim["answer"], claim["suggestion"]) == ("in_review", "accepted", None)
    assert claim["links"] == [{"claim": claim["id"], "other": "r1.c1", "relation": "part_of", "note": "同一项目"}]
    assert claim["evidence"][0]["note"] == "只到六月"
    (item,) = data["evidence"]
    assert (item["holding"], item["table"], item["cell"], item["vintage"]) == ("linked", "附表2", "B4", "final")
    assert [version["stage"] for version in data["versions"]] == ["approved", "approved"]
    assert data["versions"][1]["sign_offs"][2]["content_hash"] == data["content_hash"]
    assert data["versions"][1]["corrections"] == "第二版更正了落实情况"
    assert str(tmp_path) not in text


def test_the_tables_hold_the_new_columns(whole: Project, tmp_path: Path) -> None:
    """What a spreadsheet is asked for: rating, places, links, place in the source, how it bears on what."""
    (tmp_path / "t").mkdir()
    tables = {path.stem: path for path in export_csv(whole, tmp_path / "t", "zh")}
    claims = _read(tables["陈述"])
    mine = next(row for row in claims if row["落实情况"])
    assert (mine["落实情况"], mine["关联陈述"], mine["全部位置"].count("|")) == ("部分完成", "属于 1", 1)
    (item,) = _read(tables["证据目录"])
    assert (item["单元格"], item["签章"], item["存放"]) == ("B4", "拒绝签章 经办人外出", "外部链接")
    assert item["对各陈述"].endswith("中性 只到六月")


def test_the_pdf_prints_them_and_is_signed(whole: Project, tmp_path: Path) -> None:
    """The claim's sheet, the register and the last page of an approved second version."""
    printed = [flat(page) for page in pages(export_pdf(whole, tmp_path / "a.pdf", language="zh"))]
    everything = "".join(printed)
    for words in ("部分完成", "只通车一段", "群众", "同一项目", "经办人外出", "单元格B4", "同源组", "只到六月"):
        assert words in everything
    for words in ("王编制", "李复核", "赵审定", "同意发布", "第二版更正了落实情况"):
        assert words in printed[-1]
    assert "征求意见稿" not in everything and "第2版" in printed[0]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_lost_claim_is_printed_with_its_old_words_and_what_became_of_it(tmp_path: Path) -> None:
    """After a corrected version its place is empty; nothing of it may leave the report in silence."""
    with made_project(tmp_path) as project:
        project.do(SetVerdict("r1.c4", "not_checkable"))
        project.do(ReplaceReport(carried(project, corrected_report(), b"corrected")))
        claim = next(claim for claim in project.claims() if claim.id == "r1.c4")
        material = gather(project, "zh")
        assert material.passage(claim.anchor) == "努力书写新篇章。 [未找到位置]"
        assert material.passage(claim.anchor, 5) == "努力书写… [未找到位置]"
        (tmp_path / "t").mkdir()
        tables = {path.stem: path for path in export_csv(project, tmp_path / "t", "zh")}
        states = {row["编号"]: row["位置状态"] for row in _read(tables["陈述"])}
        assert states["r1.c4"] == "未找到位置"
        export_pdf(project, tmp_path / "out.pdf", language="zh")
        assert "努力书写新篇章。[未找到位置]" in flat(" ".join(pages(tmp_path / "out.pdf")))


def test_what_the_report_is_stands_on_the_cover(tmp_path: Path) -> None:
    """Issuer, kind, level, fidelity, date and source as a person said them; what nobody said takes no line."""
    said = Particulars(
        "新题", "某区人民政府", "某区", "county", "work_report", "official_full", "某区日报", "2024-01-05"
    )
    path = tmp_path / "封面.pdf"
    with Project.create(
        tmp_path / "a.prv", made_report(), ORIGINAL, created_by="王编制", particulars=said
    ) as project:
        export_pdf(project, path, language="zh")
    cover = flat(pages(path)[0])
    for words in ("新题", "某区人民政府", "政府工作报告·县级·官方全文", "2024年1月5日", "某区日报"):
        assert words in cover
    with Project.create(tmp_path / "b.prv", made_report(), ORIGINAL, created_by="王编制") as project:
        export_pdf(project, path, language="zh")
    assert "文种" not in flat(pages(path)[0])
