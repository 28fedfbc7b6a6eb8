"""The codebook: rules, order, codes under codes, and its way out to a spreadsheet and in again."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import PolicyReviewError
from core.model import Tag
from core.project import (
    AddTag,
    CodeEntry,
    DefineTag,
    DeleteTag,
    ImportCodebook,
    OrderTags,
    Project,
    ProjectError,
    export_codebook,
    read_codebook,
)


def tag(project: Project, name: str) -> Tag:
    """The code of that name."""
    return next(tag for tag in project.tags() if tag.name == name)


def test_a_code_has_its_rules_and_keeps_what_is_not_named(project: Project) -> None:
    """Renaming in a dialog that knows less does not wipe rules."""
    key = project.do(DefineTag(None, "营商", "d", "#123456", "适用", "不适用", "例", "industry")).subject
    project.do(DefineTag(key, "营商环境", "d2", "#123456"))
    assert tag(project, "营商环境") == Tag(key, "营商环境", "d2", "#123456", 18, "适用", "不适用", "例", "industry")
    project.do(DefineTag(key, "营商环境", "d2", "#123456", include="", parent=""))
    assert tag(project, "营商环境") == Tag(key, "营商环境", "d2", "#123456", 18, "", "不适用", "例", None)


def test_codes_never_stand_in_a_circle(project: Project) -> None:
    """A code under itself could not be shown."""
    project.do(DefineTag("industry", "工业", "", "#123456", parent="macro"))
    for parent in ("industry", "macro"):
        with pytest.raises(ProjectError) as caught:
            project.do(DefineTag("macro", "综合", "", "#123456", parent="industry"))
        assert caught.value.key == "tag-under-itself", parent
    with pytest.raises(ProjectError):
        project.do(DefineTag("macro", "综合", "", "#123456", parent="nothing"))


def test_deleting_a_code_moves_those_under_it_up_and_undo_puts_them_back(project: Project) -> None:
    """No code is lost with the one above it."""
    project.do(DefineTag("industry", "工业", "", "#123456", parent="macro"))
    project.do(DefineTag("trade", "贸易", "", "#123456", parent="industry"))
    project.do(AddTag("r1.c1", "industry"))
    before = project.tags()
    project.do(DeleteTag("industry"))
    assert tag(project, "贸易").parent == "macro"
    project.undo()
    assert project.tags() == before
    assert project.claims()[0].tags == ("industry",)


def test_the_order_is_the_persons_and_chips_follow_it(project: Project) -> None:
    """Codes that are not named keep their places behind; claims show their tags in the new order."""
    project.do(AddTag("r1.c1", "macro"))
    project.do(AddTag("r1.c1", "city"))
    project.do(OrderTags(("city", "environment", "city")))
    order = [tag.id for tag in project.tags()]
    assert order[:3] == ["city", "environment", "macro"]
    assert len(order) == 17 == len(set(order))
    assert project.claims()[0].tags == ("city", "macro")


def test_a_codebook_goes_out_and_in_without_loss(project: Project, tmp_path: Path) -> None:
    """What one project writes another takes in whole; a second import changes nothing."""
    project.do(DefineTag(None, "=营商", '含"引号"，逗号\n换行', "#ABCDEF", "-1", "+2", "@x", "macro"))
    target = export_codebook(project.tags(), tmp_path / "编码簿.csv", "zh")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    entries = read_codebook(target)
    assert len(entries) == 18
    assert entries[-1] == CodeEntry("=营商", '含"引号"，逗号\n换行', "-1", "+2", "@x", "#ABCDEF", "综合经济")
    before = project.content_hash()
    project.do(ImportCodebook(entries))
    assert project.content_hash() == before
    for row in target.read_text("utf-8-sig").split("\n"):
        for cell in row.split(","):
            assert not cell.lstrip(' "').startswith(("=", "+", "-", "@"))


def test_import_merges_by_name_and_loses_nothing(project: Project) -> None:
    """Known codes keep their id, colour and words and get the new words below them; new ones stand where they say."""
    own = tag(project, "工业")
    entries = (CodeEntry("工业", "另一定义", example="例", colour="#000000"), CodeEntry("子项", parent="工业"))
    project.do(ImportCodebook(entries))
    now = tag(project, "工业")
    assert (now.id, now.colour, now.example) == (own.id, own.colour, "例")
    assert now.definition == f"{own.definition}\n另一定义"
    assert tag(project, "子项").parent == own.id
    assert tag(project, "子项").position == 18
    again = project.content_hash()
    project.do(ImportCodebook(entries))
    assert project.content_hash() == again
    project.undo()
    assert len(project.tags()) == 17


def test_tables_of_other_spreadsheets_are_read(tmp_path: Path) -> None:
    """A head in English, semicolons, an old Chinese encoding, columns nobody asked for, rows without a name."""
    (tmp_path / "a.csv").write_bytes("other;Name;colour\n1; 新  码 ;#aabbcc\n2;;\n3;乙;red\n".encode("gb18030"))
    assert read_codebook(tmp_path / "a.csv") == (CodeEntry("新 码", colour="#AABBCC"), CodeEntry("乙"))


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    """Codes are kept in workbooks; a formula is its saved value, other sheets are passed over, codes may be numbers."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["说明"])
    sheet = book.create_sheet("编码")
    for row in (["名称", "定义", "颜色"], [101, '=HYPERLINK("http://x")', "#aabbcc"], [None, "x"], ["乙", None, "red"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    assert read_codebook(tmp_path / "a.xlsx") == (CodeEntry("101", colour="#AABBCC"), CodeEntry("乙"))
    (tmp_path / "b.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes()[:900])
    with pytest.raises(PolicyReviewError) as caught:
        read_codebook(tmp_path / "b.xlsx")
    assert caught.value.key == "damaged"


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xff\xff", b"\x00" * 100, b'"' * 1001])
def test_what_is_no_codebook_is_said_so(tmp_path: Path, content: bytes) -> None:
    """Another table, an empty file or rubbish ends in a sentence."""
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(PolicyReviewError) as caught:
        read_codebook(tmp_path / "a.csv")
    assert caught.value.key == "not-a-codebook"
    with pytest.raises(PolicyReviewError):
        read_codebook(tmp_path / "none.csv")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9), min_size=4, max_size=4))
def test_any_words_come_back_as_they_went(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    """Signs that a spreadsheet would run, quotes, line ends: all come back as they were typed."""
    target = tmp_path_factory.mktemp("book") / "a.csv"
    export_codebook([Tag("t1", "名", words[0], "#123456", 1, *words[1:])], target, "en")
    (entry,) = read_codebook(target)
    assert [entry.definition, entry.include, entry.exclude, entry.example] == words
