"""The ledgers: what the text gives, what people write, and one source of truth for what belongs to a claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import seeds
from core.ledgers import NAMES, Ledger, LedgerName, LedgerRow, Material, ledger
from core.ledgers.charges import charge_of
from core.ledgers.tasks import task_of
from core.model import Span
from core.pipeline import read_report
from core.project import AnswerHit, AttachEvidence, DismissClaim, EvidenceDraft, FillEntry, Project, SetVerdict
from core.vocabulary import keys


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of the sample with the most targets."""
    source = next(sample.file for sample in seeds.samples() if sample.file.name.startswith("county"))
    report, original = read_report(source)
    return Project.create(tmp_path / "a.prv", report, original, created_by="甲")


def made(project: Project, name: LedgerName) -> Ledger:
    return ledger(name, Material(
        project.report(), project.claims(), project.evidence(), project.ledger_entries(), hits=project.hits()
    ))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_leads_to_its_place_and_has_every_cell(project: Project, name: LedgerName) -> None:
    """No number without a place in the text, no hole in the table."""
    text = project.report().text
    project.do(AnswerHit(project.hits()[0].id, "confirmed"))
    found = made(project, name)
    assert found.rows
    assert len({row.key for row in found.rows}) == len(found.rows)
    for row in found.rows:
        assert 0 <= row.span.start < row.span.end <= len(text)
        assert set(row.cells) >= {column.key for column in found.columns}
        assert row.cells["place"].value


def test_a_target_stands_beside_what_the_text_gives(project: Project) -> None:
    """Indicator, unit, target and its comparison come from the text; the outcome of a coming year is left open."""
    rows = [row for row in made(project, "targets").rows if row.cells["target_value"].value is not None]
    assert rows
    for row in rows:
        assert isinstance(row.cells["target_value"].value, Decimal)
        assert row.cells["indicator"].value and row.cells["comparison"].value and row.cells["target_text"].value
    assert {row.paired for row in made(project, "targets").rows} == {True, False}


def test_completion_is_worked_out_from_what_a_person_writes(project: Project) -> None:
    """The share of an amount's target, by the number that was filled in; words give none, a rate gives none."""
    level = next(row for row in made(project, "targets").rows if row.cells["target_value"].value is not None
                 and row.indicator.startswith("level") and row.cells["unit"].value not in ("%", "‰") and row.claim)
    wanted = level.cells["target_value"].value
    assert isinstance(wanted, Decimal)
    project.do(FillEntry(level.claim, level.indicator, "actual", f"{wanted * 3 / 2:f}"))
    cells = next(row for row in made(project, "targets").rows if row.key == level.key).cells
    assert cells["completion"].value == Decimal("150.0")
    assert cells["actual"].by_hand and cells["actual"].read is None
    project.do(FillEntry(level.claim, level.indicator, "actual", "未统计"))
    cells = next(row for row in made(project, "targets").rows if row.key == level.key).cells
    assert cells["completion"].value is None and cells["actual"].value == "未统计"
    growth = next(row for row in made(project, "targets").rows if row.indicator.startswith("growth")
                  and row.cells["target_value"].value is not None and row.claim)
    project.do(FillEntry(growth.claim, growth.indicator, "actual", "6.1%"))
    cells = next(row for row in made(project, "targets").rows if row.key == growth.key).cells
    assert cells["actual"].value == Decimal("6.1") and cells["completion"].value is None


def test_the_responsible_unit_of_a_claim_is_one_in_every_ledger(project: Project) -> None:
    """Written in one ledger it stands in the others too; so do the judgement and the evidence."""
    shared = {row.claim for row in made(project, "targets").rows} & {
        row.claim for row in made(project, "commitments").rows
    } - {""}
    key = sorted(shared)[0]
    project.do(FillEntry(key, "", "lead_unit", "区发改委"))
    project.do(SetVerdict(key, "on_track", "fulfilment"))
    project.do(AttachEvidence(key, EvidenceDraft(title="通报", kind="notice", excerpt="按期")))
    for name in ("targets", "commitments"):
        rows = [row for row in made(project, name).rows if row.claim == key]
        assert rows
        for row in rows:
            assert row.cells["lead_unit"].value == "区发改委" and row.cells["lead_unit"].by_hand
            assert row.cells["fulfilment"].value == "on_track"
            assert row.cells["evidence"].value == "E-0001"


def test_two_figures_of_one_claim_keep_their_cells_apart(project: Project) -> None:
    """What is written for one indicator must not show at its neighbour."""
    rows = made(project, "results").rows
    first = next(row for row in rows if sum(other.claim == row.claim and row.claim != "" for other in rows) > 1)
    project.do(FillEntry(first.claim, first.indicator, "source", "统计公报"))
    now = [row for row in made(project, "results").rows if row.claim == first.claim]
    assert [row.cells["source"].value for row in now if row.indicator == first.indicator] == ["统计公报"]
    assert not any(row.cells["source"].value for row in now if row.indicator != first.indicator)


def test_a_dismissed_claim_has_no_row(project: Project) -> None:
    """What a person put aside as no claim is no task and no target."""
    key = made(project, "commitments").rows[0].claim
    project.do(DismissClaim(key, "套话"))
    assert all(row.claim != key for name in NAMES for row in made(project, name).rows)


@pytest.mark.parametrize(("words", "verb", "deliverable", "deadline"), [
    ("新建公办幼儿园12所，新增学位3600个。", "新建、新增", "公办幼儿园12所；学位3600个", ""),
    ("一是加快推进老旧小区改造，6月底前完成设计。", "推进、完成", "老旧小区改造；设计", "6月底前"),
    ("推进河道治理，推进污水管网建设，让水更清。", "推进", "河道治理；污水管网建设", ""),
    ("力争年底前建成投用市民中心。", "建成投用", "市民中心", "年底前"),
    ("大力推进实体经济与数字经济融合。", "推进", "实体经济与数字经济融合", ""),
    ("加快园区建设，统筹发展和安全。", "加快、统筹", "园区建设；发展和安全", ""),
    ("为老年人免费接种流感疫苗，坚持把资源引进来。", "接种、坚持", "流感疫苗；把资源引进来", ""),
    ("防范和化解金融风险，支持、鼓励民营企业上市。", "防范和化解、支持、鼓励", "金融风险；民营企业上市", ""),
    ("新建道路5公里（责任单位：县交通运输局；完成时限：10月底）。", "新建", "道路5公里", ""),
    ("各级政府要落实落细惠企政策。", "落实落细", "惠企政策", ""),
    ("引进来才有活力。", "", "", ""),
    ("实施北环路等5条道路提升，三季度前通车。", "实施", "北环路等5条道路提升", "三季度前"),
    ("天更蓝、水更清。", "", "", ""),
    ("将适应新形势作为工作主线，将培育20家企业。", "培育", "20家企业", ""),
])
def test_a_task_is_taken_apart(words: str, verb: str, deliverable: str, deadline: str) -> None:
    """Verb, deliverable and deadline where the words have them, nothing where they have none."""
    task = task_of(words)
    assert (task.verb, task.deliverable, task.deadline) == (verb, deliverable, deadline)


@pytest.mark.parametrize(("text", "told"), [
    ("（县交通运输局牵头，县财政局、各镇配合）。", {"lead_unit": "县交通运输局", "support_units": "县财政局、各镇"}),
    ("。硬化巷道20条。（县交通运输局、县财政局等按职责分工负责）", {"lead_unit": "县交通运输局、县财政局"}),
    ("。（县交通运输局、各镇等负责。列第一位者牵头，下同）", {"lead_unit": "县交通运输局、各镇"}),
    ("。\n牵头单位：县交通运输局；配合单位：各镇\n", {"lead_unit": "县交通运输局", "support_units": "各镇"}),
    ("（责任单位：县交通运输局，责任领导：李某某）。", {"lead_unit": "县交通运输局", "leader": "李某某"}),
    (
        "。\n责任单位：县交通运输局\n责任人：李某某\n完成时限：2024年10月底\n\n二、其他",
        {"lead_unit": "县交通运输局", "person": "李某某", "deadline": "2024年10月底"},
    ),
    ("。新建泵站3座（县水利局负责）。", {}),
    ("（含桥梁2座）。\n县交通运输局负责人介绍了情况。", {}),
])
def test_who_is_in_charge_is_read_where_the_text_says_so(text: str, told: dict[str, str]) -> None:
    """The columns that an inspection office fills first; for a paragraph they are told once, at its end."""
    task = "新建道路5公里"
    bracket = text.find("）") + 1 if text.startswith("（") else 0
    assert charge_of(task + text, Span(0, len(task) + bracket)) == told


def test_confirmed_checks_are_issues_the_gravest_first(project: Project) -> None:
    """What a person confirmed is listed with its question and words; what is open or dismissed is none."""
    assert made(project, "issues").rows == ()
    first, second, third, *_ = project.hits()
    for hit in (third, first):
        project.do(AnswerHit(hit.id, "confirmed"))
    project.do(AnswerHit(second.id, "dismissed", "口径已说明"))
    rows = made(project, "issues").rows
    assert {row.hit for row in rows} == {first.id, third.id}
    order = keys("severity")
    weights = [order.index(str(row.cells["severity"].value)) for row in rows]
    assert weights == sorted(weights)
    row = next(row for row in rows if row.hit == first.id)
    span = first.finding.spans[0]
    assert row.span == span and row.cells["quote"].value == " ".join(span.quote(project.report().text).split())
    assert row.cells["question"].value and row.cells["check"].value != first.finding.check


def test_how_an_issue_is_put_right_is_its_own(project: Project) -> None:
    """Measures and deadline stand beside the issue alone, the responsible unit is the claim's in every ledger."""
    project.do(AnswerHit(project.hits()[0].id, "confirmed"))
    row = made(project, "issues").rows[0]
    project.do(FillEntry(row.claim, row.indicator, "next_steps", "补充口径", project.report_ids()[0], row.span))
    row = made(project, "issues").rows[0]
    assert row.cells["next_steps"].value == "补充口径" and row.cells["next_steps"].by_hand
    project.do(FillEntry(row.claim, "", "lead_unit", "统计局"))
    assert made(project, "issues").rows[0].cells["lead_unit"].value == "统计局"
    others = [other for name in NAMES[:3] for other in made(project, name).rows if other.claim == row.claim]
    assert all(other.cells["lead_unit"].value == "统计局" for other in others)
    assert all(other.cells["next_steps"].value is None for other in others if "next_steps" in other.cells)


def test_the_claims_at_a_place_are_found_without_asking_each(project: Project) -> None:
    """Two thousand targets asked four thousand claims each; a claim of several passages counts with all of them."""
    claims = list(project.claims())
    text, anchors = project.report().text, (claims[7].anchors[0], claims[2].anchors[0])
    claims[7] = replace(claims[7], anchors=anchors)
    material = Material(project.report(), claims, (), ())
    for start in range(0, len(text) - 40, 13):
        span = Span(start, start + start % 37 + 1)
        assert material.touching(span) == [claim for claim in claims if claim.touches(span)]


def test_a_text_that_names_nobody_in_charge_is_not_asked_for_each_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the time that a ledger of two thousand tasks took; one bracket anywhere and all are asked."""
    from core.ledgers import charges

    asked: list[str] = []
    monkeypatch.setattr(charges, "_told", lambda words: asked.append(words) or {})
    plain = "新建桥梁6座（含人行桥2座）。\n改造管网19公里。\n"
    assert charge_of(plain, Span(0, 6)) == {} and not asked
    charge_of(f"{plain}整治河道8公里（区水务局牵头）。\n", Span(0, 6))
    assert asked


def _targets(tmp_path: Path, text: str) -> tuple[LedgerRow, ...]:
    """The rows of targets of a project on a report of these words."""
    source = tmp_path / "report.txt"
    source.write_text(text, "utf-8")
    report, original = read_report(source)
    return made(Project.create(tmp_path / "report.prv", report, original, created_by="甲"), "targets").rows


def test_amounts_keep_the_unit_that_the_report_prints(tmp_path: Path) -> None:
    """0.84万元 beside 0.79万元 is told in 万元, as the rows around it, and not as 8,400元."""
    rows = _targets(
        tmp_path,
        "青溪县水务局2024年度部门决算\n\n一、支出决算具体情况\n\n1、农林水支出（类）水利（款）宣传（项）。年初预算为0.84万元，支出决算为0.79万元。\n\n"
        "2、农林水支出（类）水利（款）防汛（项）。年初预算为92.4万元，支出决算为96.8万元。\n",
    )
    cells = [(row.cells["unit"].value, row.cells["target_value"].value, row.cells["actual"].value) for row in rows]
    assert cells == [
        ("万元", Decimal("0.84"), Decimal("0.79")), ("万元", Decimal("92.4"), Decimal("96.8")),
    ]


def test_an_average_of_years_says_so_in_the_column_of_the_last(tmp_path: Path) -> None:
    """Where the report tells no growth of the last year, what stands there is 年均8.6, and no 8.6."""
    rows = _targets(
        tmp_path,
        "青溪县2022年政府工作报告\n\n一、过去五年工作回顾\n\n五年来，财政收入年均增长8.6%。2021年，粮食产量增长1.4%。\n\n"
        "二、2022年工作安排\n\n财政收入增长7%，粮食产量增长1%。\n",
    )
    assert [(row.cells["last_actual"].value, row.cells["target_value"].value) for row in rows] == [
        ("年均8.6", Decimal(7)), (Decimal("1.4"), Decimal(1)),
    ]
