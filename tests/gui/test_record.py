"""The review as a record: codebook, evidence, links, both scales, signatures; each by the window's own means."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.model import ReviewClaim, Span
from core.project import AttachEvidence, EvidenceDraft, LinkClaims, MarkClaim, SetNote, SetSetting, SetVerdict
from gui import settings
from gui.mainwindow import MainWindow
from gui.models.history import entry_words


def claim_now(window: MainWindow, key: str) -> ReviewClaim:
    """The claim as the project has it."""
    found = window.session.claim(key)
    assert found is not None
    return found


def first_claim(window: MainWindow) -> ReviewClaim:
    """The first claim, selected."""
    claim = window.session.claims()[0]
    window.session.select("claim", claim.id)
    window.refresh()
    return claim


def test_a_code_is_defined_moved_and_deleted_and_undo_brings_it_back(opened: MainWindow) -> None:
    """The codebook is part of the review: what is done to it can be taken back."""
    dialog = opened.record.ask_codebook()
    project = opened.session.project
    assert project is not None
    before = project.tags()
    dialog.add()
    dialog.name.setText("营商环境")
    dialog.definition.setPlainText("审批、政务服务与市场准入")
    dialog.include.setPlainText("有办理时限的")
    dialog.keep()
    made = next(tag for tag in project.tags() if tag.name == "营商环境")
    assert (made.definition, made.include) == ("审批、政务服务与市场准入", "有办理时限的")
    dialog.up_button.click()
    assert project.tags()[-2].id == made.id
    dialog.delete_button.click()
    assert [tag.id for tag in project.tags()] == [tag.id for tag in before]
    opened.session.undo()
    assert any(tag.name == "营商环境" for tag in project.tags())


def test_two_codes_of_one_name_are_refused_in_the_dialog(opened: MainWindow) -> None:
    """What is wrong is said where it was typed; the code keeps its name."""
    dialog = opened.record.ask_codebook()
    project = opened.session.project
    assert project is not None
    dialog.add()
    dialog.name.setText(project.tags()[0].name)
    dialog.keep()
    assert dialog.problem.text()
    assert len({tag.name for tag in project.tags()}) == len(project.tags())


def test_a_codebook_goes_out_and_comes_in(opened: MainWindow, tmp_path: Path) -> None:
    """One reviewer's codes are another's, through a table."""
    dialog = opened.record.ask_codebook()
    table = tmp_path / "codes.csv"
    dialog.give_out(table)
    table.write_text(table.read_text("utf-8-sig") + "新的编码,它的定义\n", encoding="utf-8-sig")
    dialog.take_in(table)
    project = opened.session.project
    assert project is not None
    assert any(tag.name == "新的编码" for tag in project.tags())
    table.write_bytes(b"\x00\x01")
    dialog.take_in(table)
    assert dialog.problem.text()


def test_every_field_of_the_register_is_kept_and_can_be_changed(opened: MainWindow) -> None:
    """What an auditor asks of evidence has its place, and what was typed there is there again."""
    claim = first_claim(opened)
    dialog = opened.attaching.ask(claim.id, "interview")
    dialog.words_field.setPlainText("局长称数据为快报数")
    fields = dialog.fields
    fields.title.setText("访谈")
    fields.provider.setText("统计局")
    fields.page.setText("3")
    fields.table.setText("表 2")
    fields.cell.setText("第4行第2列")
    fields.data_period.setText("2023")
    fields.vintage.set_key("preliminary")
    fields.independence_group.setText("统计局口径")
    fields.signature.set_key("refused")
    dialog.finish()
    assert dialog.problem.text(), "a refusal needs its reason"
    fields.signature_reason.setText("称需请示")
    dialog.finish()
    project = opened.session.project
    assert project is not None
    (item,) = project.evidence()
    assert (item.kind, item.excerpt, item.page, item.table, item.cell) == (
        "interview", "局长称数据为快报数", "3", "表 2", "第4行第2列",
    )  # fmt: skip
    assert (item.vintage, item.signature, item.signature_reason) == ("preliminary", "refused", "称需请示")
    opened.session.select("evidence", item.id)
    change = opened.record.change_evidence()
    assert change is not None
    assert change.fields.cell.text() == "第4行第2列"
    change.fields.cell.setText("第5行第2列")
    change.finish()
    (changed,) = project.evidence()
    assert changed.cell == "第5行第2列"
    assert changed.retrieved_at == item.retrieved_at, "what was not touched stays, to the second"


def test_a_file_left_outside_is_checked_and_taken_in(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A linked file that changed is told; one that is as it was can be taken into the project."""
    file = tmp_path / "公报.txt"
    file.write_text("粮食产量 12.5 万吨", encoding="utf-8")
    claim = first_claim(opened)
    dialog = opened.attaching.ask(claim.id, "file", str(file))
    dialog.embed.setChecked(False)
    dialog.finish()
    project = opened.session.project
    assert project is not None
    assert project.evidence()[0].holding == "linked"
    opened.record.verify_evidence()
    qtbot.waitUntil(lambda: "match" in opened.band.sentence, timeout=10_000)
    file.write_text("粮食产量 13.5 万吨", encoding="utf-8")
    opened.record.verify_evidence()
    qtbot.waitUntil(lambda: "not as registered" in opened.band.sentence, timeout=10_000)
    file.write_text("粮食产量 12.5 万吨", encoding="utf-8")
    opened.record.embed_linked()
    qtbot.waitUntil(lambda: project.evidence()[0].holding == "embedded", timeout=10_000)
    file.unlink()
    assert project.evidence_bytes(project.evidence()[0].id).decode() == "粮食产量 12.5 万吨"


def test_claims_are_linked_from_the_keyboard_and_seen_from_both_sides(opened: MainWindow, qtbot: QtBot) -> None:
    """L, some words, Enter: the link stands at both claims, and leads from one to the other."""
    first, other = opened.session.claims()[0], opened.session.claims()[5]
    opened.session.select("claim", first.id)
    dialog = opened.reviewing.link()
    assert dialog is not None
    dialog.field.setText(str(other.number))
    dialog.relations.set_current("contradicts")
    dialog.note.setText("两处口径不同")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (link,) = claim_now(opened, other.id).links
    assert (link.claim, link.other, link.relation, link.note) == (first.id, other.id, "contradicts", "两处口径不同")
    opened.session.select("claim", other.id)
    assert opened.contents is not None
    (row,) = opened.contents.inspector.claim_page.links.rows
    assert row.accessibleName().startswith("Contradicted by")
    row.click()
    assert opened.session.selection.id == first.id
    qtbot.keyClick(opened.contents.inspector.claim_page.links.rows[0], Qt.Key.Key_Delete)
    assert claim_now(opened, other.id).links == ()


def test_each_scale_has_its_own_value_and_reason(opened: MainWindow) -> None:
    """Whether it is true and whether it was done are two questions; neither answer overwrites the other."""
    claim = first_claim(opened)
    assert opened.contents is not None
    page = opened.contents.inspector.claim_page
    opened.reviewing.judge("mostly", stay=True)
    page.rationale.field.setPlainText("与公报一致")
    page.scales.chosen.emit("fulfilment")
    page.fulfilment.keys[0].click()
    page.rationale.field.setPlainText("尚未启动")
    page.flush()
    now = claim_now(opened, claim.id)
    assert now.verdict is not None
    assert now.fulfilment is not None
    assert (now.veracity, now.verdict.rationale) == ("mostly", "与公报一致")
    assert (now.fulfilled, now.fulfilment.rationale) == ("not_started", "尚未启动")


def test_many_claims_are_answered_in_one_step(opened: MainWindow) -> None:
    """A selection in the list is one edit and one undo, whatever is done to it."""
    keys = tuple(claim.id for claim in opened.session.claims()[:4])
    opened.many.accept(keys)
    assert {claim_now(opened, key).answer for key in keys} == {"accepted"}
    opened.many.judge(keys, "unproven")
    opened.many.set_status(keys, "to_second")
    assert {claim_now(opened, key).status for key in keys} == {"to_second"}
    opened.many.dismiss(keys).given.emit("重复")
    assert {claim_now(opened, key).dismissed for key in keys} == {"重复"}
    opened.session.undo()
    assert {claim_now(opened, key).dismissed for key in keys} == {None}
    opened.session.undo()
    opened.session.undo()
    assert {claim_now(opened, key).veracity for key in keys} == {None}


def test_the_list_selects_many_and_opens_their_menu(opened: MainWindow, qtbot: QtBot) -> None:
    """Ctrl+A or a group's head, then the context menu: all of them are meant."""
    assert opened.contents is not None
    navigator = opened.contents.navigator
    navigator.tabs.chosen.emit("claims")
    view = navigator.lists["claims"]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = view.chosen_ids()
    assert len(chosen) == len(opened.session.claims())
    menu = opened.many.menu(chosen)
    assert isinstance(menu, QMenu)
    assert "Accept" in [action.text() for action in menu.actions()]


def test_a_signed_review_is_locked_until_a_new_version_says_why(opened: MainWindow) -> None:
    """Three signatures lock it; the next change is a new version with its corrections note."""
    claim = first_claim(opened)
    for name, then in (("编制甲", "signed again"), ("复核乙", "signed again"), ("审定丙", "locked")):
        dialog = opened.record.ask_signature()
        dialog.name.setText(name)
        dialog.finish()
        assert not dialog.problem.text()
        assert name in opened.band.sentence and then in opened.band.sentence, "who signed, and what follows"
    project = opened.session.project
    assert project is not None
    opened.refresh()
    assert project.versions()[-1].locked
    assert not opened.actions_table.action("verdict_1").isEnabled()
    opened.reviewing.judge("supported", stay=True)
    assert claim_now(opened, claim.id).veracity is None
    assert opened.top_bar.document.state == "signed" and opened.top_bar.document.state_words() == "Signed"
    opened.actions_table.action("saved").trigger()
    assert "locked" in opened.band.sentence and opened.band.buttons, "the next version is one press away"
    dialog = opened.record.ask_signature()
    assert dialog.locked
    dialog.finish()
    assert dialog.problem.text(), "a new version needs its reason"
    dialog.comment.setPlainText("更正第一条判定")
    dialog.finish()
    opened.reviewing.judge("supported", stay=True)
    assert claim_now(opened, claim.id).veracity == "supported"
    assert project.versions()[-1].corrections == "更正第一条判定"


def test_the_trail_lists_every_step_and_verifies_the_record(opened: MainWindow, qtbot: QtBot) -> None:
    """Who did what when, also what was taken back; one press says whether the record is whole."""
    claim = first_claim(opened)
    opened.reviewing.judge("refuted", stay=True)
    opened.session.undo()
    dialog = opened.record.show_trail()
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() >= 3, timeout=10_000)
    steps = [str(dialog.table.model().index(row, 3).data()) for row in range(2)]
    assert "undone" in steps[0]
    assert "Refuted" in steps[1]
    dialog.field.setText("Refuted")
    assert 1 <= dialog.table.model().rowCount() < 3
    dialog.verify()
    qtbot.waitUntil(lambda: "whole" in dialog.lead.text(), timeout=10_000)
    dialog.table.activated.emit(dialog.table.model().index(0, 0))
    assert opened.session.selection.id == claim.id


def test_what_the_review_says_of_itself_is_one_step(opened: MainWindow) -> None:
    """Several fields changed at once are taken back at once."""
    dialog = opened.record.ask_info()
    dialog.fields["title"].setText("评审一")  # type: ignore[union-attr]
    dialog.fields["organisation"].setText("某区督查室")  # type: ignore[union-attr]
    dialog.finish()
    project = opened.session.project
    assert project is not None
    assert (project.setting("title"), project.setting("organisation")) == ("评审一", "某区督查室")
    opened.session.undo()
    assert (project.setting("title"), project.setting("organisation")) == ("", "")


def test_removing_evidence_takes_it_off_its_claims_and_undo_returns_it(opened: MainWindow) -> None:
    """Nothing is lost by a slip of the hand."""
    claim = first_claim(opened)
    opened.session.do(AttachEvidence(claim.id, EvidenceDraft(kind="quote", excerpt="原文")))
    opened.session.do(LinkClaims(claim.id, opened.session.claims()[1].id, "repeats"))
    project = opened.session.project
    assert project is not None
    opened.session.select("evidence", project.evidence()[0].id)
    opened.record.remove_evidence()
    assert project.evidence() == ()
    assert claim_now(opened, claim.id).evidence == ()
    opened.session.undo()
    assert len(claim_now(opened, claim.id).evidence) == 1


def test_an_entry_of_the_register_is_attached_to_further_claims(opened: MainWindow) -> None:
    """One report of a bureau proves many claims; it is kept and counted once."""
    project = opened.session.project
    assert project is not None
    first, second, third, fourth = (claim.id for claim in opened.session.claims()[:4])
    item = project.do(AttachEvidence(first, EvidenceDraft(title="统计公报", provider="统计局"), content=b"1")).subject
    project.do(AttachEvidence(None, EvidenceDraft(title="台账"), content=b"2"))
    dialog = opened.attaching.ask(second)
    dialog.sources._buttons["register"].click()
    dialog.registered.field.setText("统计局")
    dialog.stances.set_current("refutes")
    dialog.note.setText("第三页所列不同")
    dialog.finish()
    (link,) = claim_now(opened, second).evidence
    assert (link.evidence, link.stance, link.note) == (item, "refutes", "第三页所列不同")
    opened.attaching.ask_registered([third, fourth]).finish()
    assert [len(claim_now(opened, key).evidence) for key in (third, fourth)] == [1, 1]
    assert len(project.evidence()) == 2
    opened.session.undo()
    assert [len(claim_now(opened, key).evidence) for key in (third, fourth)] == [0, 0]
    free = opened.attaching.ask(first).registered
    assert free.list.count() == 1  # what a claim has already is not offered to it


def test_how_evidence_bears_on_a_claim_is_said_in_words(opened: MainWindow) -> None:
    """The words stand in the PDF, so they can be written and changed in the window."""
    project = opened.session.project
    assert project is not None
    claim = first_claim(opened).id
    item = project.do(AttachEvidence(claim, EvidenceDraft(title="统计公报"), content=b"1")).subject
    dialog = opened.attaching.ask_bearing(claim, item)
    assert dialog is not None
    dialog.field.setText("口径相同")
    dialog.stances.set_current("context")
    dialog.finish()
    (link,) = claim_now(opened, claim).evidence
    assert (link.stance, link.note) == ("context", "口径相同")


def test_a_claim_of_one_s_own_is_removed_and_undo_returns_it(opened: MainWindow) -> None:
    """A mark set by mistake can be taken off; what the program found can only be dismissed."""
    session = opened.session
    session.select("claim", first_claim(opened).id)
    opened.refresh()
    assert not opened.actions_table.action("remove_claim").isEnabled()
    project = session.project
    assert project is not None
    key = project.do(MarkClaim("r1", Span(3, 9))).subject
    session.select("claim", key)
    opened.refresh()
    opened.actions_table.action("remove_claim").trigger()
    assert session.claim(key) is None and session.selection.subject == "none"
    session.undo()
    assert session.claim(key) is not None


def test_the_name_under_which_edits_are_recorded_is_told_where_it_is_another_s(
    opened: MainWindow, qtbot: QtBot
) -> None:
    """A project passed on must not record one person's decisions under another's name unnoticed."""
    project = opened.session.project
    assert project is not None
    path = project.path
    project.do(SetSetting("reviewer", "甲"))
    opened.files.close_project()
    settings.set_reviewer("乙")
    with qtbot.waitSignal(opened.ready):
        opened.open_file(path)
    assert "甲" in opened.band.sentence
    opened.band.buttons[0].click()
    key = first_claim(opened).id
    opened.session.do(SetNote(key, "x"))
    project = opened.session.project
    assert project is not None and project.history(key)[-1].by == "乙"


def test_what_the_review_says_of_itself_half_typed_survives_a_crash(opened: MainWindow, qtbot: QtBot) -> None:
    """The overall view is the longest text of a review; it comes back over what was there."""
    project = opened.session.project
    assert project is not None
    project.do(SetSetting("overall_view", "初稿"))
    dialog = opened.record.ask_info()
    field = dialog.fields["overall_view"]
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("改到一半的总体评价")
    qtbot.waitUntil(lambda: bool(project.take_drafts()))
    again = opened.record.ask_info()  # the first one was never finished
    words = again.fields["overall_view"]
    assert isinstance(words, QPlainTextEdit) and words.toPlainText() == "改到一半的总体评价"
    again.finish()
    assert project.setting("overall_view") == "改到一半的总体评价" and project.take_drafts() == {}


def test_a_dialog_is_high_enough_for_lines_that_are_broken(opened: MainWindow, qtbot: QtBot) -> None:
    """A long quote at its top must not push the list over the field below."""
    claim = max(opened.session.claims(), key=lambda claim: len(claim.anchor.exact))
    dialog = opened.reviewing.link_claim(claim.id)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.geometry().bottom() < dialog.note.geometry().top())
    assert dialog.lead.height() >= dialog.lead.heightForWidth(dialog.lead.width())


def test_files_left_outside_are_checked_when_the_project_is_opened(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Whoever goes on with a review learns at once which of its outside files is another by now, or gone."""
    project = opened.session.project
    assert project is not None
    path, outside = project.path, tmp_path / "年鉴.txt"
    outside.write_text("as it was")
    project.do(AttachEvidence(first_claim(opened).id, EvidenceDraft(), file=outside, link=True))
    opened.files.close_project()
    for content, told in (("as it was", False), ("altered!!", True), (None, True)):
        if content is None:
            outside.unlink()
        else:
            outside.write_text(content)
        with qtbot.waitSignal(opened.ready, timeout=20_000):
            opened.open_file(path)
        qtbot.waitUntil(lambda: not opened.record.jobs.running, timeout=20_000)
        assert bool(opened.band.sentence) == told, content
        opened.files.close_project()


def test_what_was_done_cites_as_its_language_does(opened: MainWindow) -> None:
    """Chinese sets its quotes close: 判定“属实”; English parts words."""
    session = opened.session
    assert session.project is not None
    claim = session.claims()[0].id
    session.do(SetVerdict(claim, "supported"))
    entry = session.project.history(claim)[-1]
    assert entry_words(entry, {}, "zh").endswith("判定“属实”")
    assert entry_words(entry, {}, "en").endswith(" “Supported”")
