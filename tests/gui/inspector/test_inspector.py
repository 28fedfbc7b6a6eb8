"""The inspector writes what a person decides, loses nothing that was typed, and leads to every place it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from core.messages import PolicyReviewError
from core.model import Indicator, ReviewClaim, Span
from core.model.review import VERACITIES
from core.project import (
    AddTag,
    AttachEvidence,
    EvidenceDraft,
    FillEntry,
    Project,
    SetRationale,
    SetVerdict,
)
from gui import settings
from gui.session import Selection, Session, Subject
from gui.theme import Theme, app_font
from gui.views.inspector import Inspector
from gui.views.inspector.checks import reason_menu
from gui.views.inspector.hit import _excerpt


@pytest.fixture
def claim(session: Session, inspector: Inspector) -> ReviewClaim:  # noqa: ARG001  it has to be there to follow
    """The first claim with two figures, selected."""
    found = next(each for each in session.claims() if len(each.metrics) > 1)
    session.select("claim", found.id)
    return found


def now(session: Session, claim: ReviewClaim) -> ReviewClaim:
    """The claim as the project has it."""
    found = session.claim(claim.id)
    assert found is not None
    return found


def words_of(widget: Inspector) -> str:
    """Everything that the labels of the page in front say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("digit", range(1, 8))
def test_each_verdict_key_writes_its_verdict(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim, digit: int
) -> None:
    """A click on the key is the judgement; a second click takes it back."""
    key = inspector.claim_page.verdicts.keys[digit - 1]
    qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    assert now(session, claim).veracity == VERACITIES[digit - 1]
    qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    assert now(session, claim).veracity is None


def test_digits_judge_from_the_keyboard(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """1 to 7 judge, 0 clears."""
    qtbot.keyClick(inspector, Qt.Key.Key_5)
    assert now(session, claim).veracity == "refuted"
    qtbot.keyClick(inspector, Qt.Key.Key_0)
    assert now(session, claim).veracity is None


def test_confidence_is_written_and_taken_back(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """高 中 低 by click; the same again clears."""
    control = inspector.claim_page.confidence
    place = control.rect_of("low").center().toPoint()
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=place)
    verdict = now(session, claim).verdict
    assert verdict is not None
    assert verdict.confidence == "low"
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=place)
    assert now(session, claim).verdict is None


def test_typing_survives_a_change_of_selection(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """What was typed goes to the claim that it was typed for, although nothing was pressed to save it."""
    inspector.focus_rationale()
    qtbot.keyClicks(inspector.claim_page.rationale.field, "checked")
    other = next(each for each in session.claims() if each.id != claim.id)
    session.select("claim", other.id)
    verdict = now(session, claim).verdict
    assert verdict is not None
    assert verdict.rationale == "checked"
    assert inspector.claim_page.rationale.field.toPlainText() == ""
    session.select("claim", claim.id)
    assert inspector.claim_page.rationale.field.toPlainText() == "checked"


def test_typing_saves_itself_after_a_pause(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """Nobody has to press anything, and typing on is still one undo step."""
    field = inspector.claim_page.note.field
    inspector.focus_note()
    qtbot.keyClicks(field, "ask")
    qtbot.waitUntil(lambda: now(session, claim).note == "ask", timeout=3000)
    qtbot.keyClicks(field, " them")
    assert inspector.flush()
    assert now(session, claim).note == "ask them"
    session.undo()
    assert now(session, claim).note == ""
    assert field.toPlainText() == ""


def test_typing_survives_closing_and_opening_again(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """`flush` before closing writes the last words into the file."""
    inspector.focus_rationale()
    qtbot.keyClicks(inspector.claim_page.rationale.field, "last words")
    inspector.flush()
    assert session.project is not None
    path = session.project.path
    session.close()
    session.open(Project.open(path))
    verdict = now(session, claim).verdict
    assert verdict is not None
    assert verdict.rationale == "last words"


def test_typing_is_kept_when_it_cannot_be_written(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: the words come back with the claim, and are written when they can be."""
    assert session.project is not None
    full = PolicyReviewError("picture-not-saved", name="x")
    told: list[object] = []
    session.failed.connect(told.append)

    def fail(_edit: object) -> object:
        raise full

    inspector.focus_rationale()
    qtbot.keyClicks(inspector.claim_page.rationale.field, "held")
    with monkeypatch.context() as broken:
        broken.setattr(session.project, "write", fail)
        session.select("claim", next(each.id for each in session.claims() if each.id != claim.id))
    assert told
    session.select("claim", claim.id)
    assert inspector.claim_page.rationale.field.toPlainText() == "held"
    assert inspector.flush()
    assert (now(session, claim).verdict or claim.verdict).rationale == "held"  # type: ignore[union-attr]


def test_an_undo_elsewhere_shows_in_the_field(inspector: Inspector, session: Session, claim: ReviewClaim) -> None:
    """The field holds no truth of its own."""
    session.do(SetRationale(claim.id, "先写的"))
    assert inspector.claim_page.rationale.field.toPlainText() == "先写的"
    session.undo()
    assert inspector.claim_page.rationale.field.toPlainText() == ""


def test_a_verdict_without_rationale_is_marked(inspector: Inspector, session: Session, claim: ReviewClaim) -> None:
    """1 to 5 want a reason; 6 and 7 do not."""
    session.do(SetVerdict(claim.id, "refuted"))
    assert inspector.claim_page.rationale._missing
    session.do(SetVerdict(claim.id, "unproven"))
    assert not inspector.claim_page.rationale._missing


def test_types_and_tags_can_be_changed(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """A type by its menu's entry, a tag off by Del on its chip, + asks for the dialog."""
    inspector.claim_page.toggle_type("problem")
    assert "problem" in now(session, claim).types
    assert session.project is not None
    tag = session.project.tags()[0]
    session.do(AddTag(claim.id, tag.id))
    chip = next(each for each in inspector.claim_page.chips.chips if each.content.id == tag.id)
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert now(session, claim).tags == ()
    with qtbot.waitSignal(inspector.tag_requested) as asked:
        qtbot.mouseClick(inspector.claim_page._plus, Qt.MouseButton.LeftButton)
    assert asked.args == [claim.id]


def test_every_figure_of_a_claim_leads_to_its_reading(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """A click in the reading table selects the figure everywhere and shows its place."""
    shown: list[Span] = []
    session.reveal.connect(shown.append)
    for place, key in enumerate(claim.metrics):
        session.select("claim", claim.id, reveal=False)
        spot = inspector.claim_page.reading.row_rect(place).center().toPoint()
        qtbot.mouseClick(inspector.claim_page.reading, Qt.MouseButton.LeftButton, pos=spot)
        assert session.selection == Selection("metric", key)
    assert shown == [metric.value_span for key in claim.metrics if (metric := session.metric(key))]


def test_a_figure_says_why_it_is_read_so(inspector: Inspector, session: Session) -> None:
    """Each reason is a sentence, and the claim behind the figure is one press away."""
    assert session.report is not None
    metric = next(each for each in session.report.metrics if each.reasons and session.claim_of_metric(each.id))
    session.select("metric", metric.id)
    said = words_of(inspector)
    assert metric.indicator is None or metric.indicator.canonical in said
    assert "。" in said
    inspector.metric_page.claim.pressed.emit()
    claim = session.claim_of_metric(metric.id)
    assert claim is not None
    assert session.selection == Selection("claim", claim.id)


def test_evidence_cards_show_and_detach(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """Enter shows the piece of evidence, Del takes it off the claim; it stays in the register."""
    session.do(AttachEvidence(claim.id, EvidenceDraft(kind="quote", title="摘录", excerpt="一段话")))
    card = inspector.claim_page.evidence.cards[0]
    assert "摘录" in card.accessibleName()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert session.selection == Selection("evidence", card.item.id)
    assert "一段话" in words_of(inspector)
    inspector.evidence_page.claim_pressed.emit(claim.id)
    qtbot.keyClick(inspector.claim_page.evidence.cards[0], Qt.Key.Key_Delete)
    assert now(session, claim).evidence == ()
    assert session.project is not None
    assert len(session.project.evidence()) == 1


def test_a_picture_is_shown(qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path) -> None:
    """Evidence that is a picture can be looked at without leaving."""
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    picture.save(str(tmp_path / "p.png"))
    session.do(AttachEvidence(None, EvidenceDraft(kind="photo"), file=tmp_path / "p.png"))
    assert session.project is not None
    session.select("evidence", session.project.evidence()[0].id)
    qtbot.waitUntil(lambda: not inspector.evidence_page.picture.pixmap().isNull())


def test_evidence_of_one_source_stands_together(inspector: Inspector, session: Session, claim: ReviewClaim) -> None:
    """Two papers repeating one release are one source: the reviewer must see that at a glance."""
    for title, group in (("甲报", "通稿"), ("公报", ""), ("乙报", "通稿")):
        draft = EvidenceDraft(kind="news", title=title, independence_group=group)
        session.do(AttachEvidence(claim.id, draft))
    cards = inspector.claim_page.evidence.cards
    assert [card.item.title for card in cards] == ["甲报", "乙报", "公报"]
    assert ["same source" in card.accessibleName() for card in cards] == [True, True, False]


def test_dropping_files_asks_to_attach_them(
    qtbot: QtBot, inspector: Inspector, claim: ReviewClaim, tmp_path: Path
) -> None:
    """The whole pane is a drop zone for the claim that it shows."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(inspector.evidence_dropped) as told:
        inspector.dropEvent(event)
    assert told.args is not None
    assert told.args[0] == claim.id
    assert told.args[1][0].value == str(tmp_path / "a.pdf")
    with qtbot.waitSignal(inspector.attach_requested):
        qtbot.mouseClick(inspector.claim_page.drop_zone, Qt.MouseButton.LeftButton)


def test_a_check_is_answered_where_it_stands(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    """Confirm by its button on the claim's page, take it back on the check's own page."""
    assert session.project is not None
    hit = next(
        each for each in session.project.hits()
        if any(claim.span.overlaps(span) for claim in session.claims() for span in each.finding.spans)
    )
    owner = next(c for c in session.claims() if any(c.span.overlaps(span) for span in hit.finding.spans))
    session.select("claim", owner.id)
    row = next(each for each in inspector.claim_page.checks.rows if each.hit.id == hit.id)
    qtbot.mouseClick(row.confirm, Qt.MouseButton.LeftButton)
    assert next(each for each in session.project.hits() if each.id == hit.id).state == "confirmed"
    session.select("hit", hit.id)
    spot = inspector.hit_page.answers.rect_of("confirmed").center().toPoint()
    qtbot.mouseClick(inspector.hit_page.answers, Qt.MouseButton.LeftButton, pos=spot)
    assert next(each for each in session.project.hits() if each.id == hit.id).state == "new"


def test_a_check_is_dismissed_with_a_reason(inspector: Inspector, session: Session) -> None:
    """The usual reasons are one press away; a reason of one's own is asked for with the check selected."""
    assert session.project is not None
    hit = session.project.hits()[0]
    session.select("hit", hit.id)
    wanted: list[str] = []
    inspector.dismiss_requested.connect(wanted.append)
    menu = reason_menu(
        inspector, lambda reason: inspector.hit_page.answered.emit("dismissed", reason),
        inspector.hit_page.reason_wanted.emit,
    )
    menu.actions()[1].trigger()
    answered = next(each for each in session.project.hits() if each.id == hit.id)
    assert answered.state == "dismissed"
    assert answered.reason in menu.actions()[1].text()
    menu.actions()[3].trigger()
    assert wanted == [hit.id]


def test_every_place_of_every_check_can_be_shown(inspector: Inspector, session: Session) -> None:
    """100 % of the spans of all checks are quoted and lead to their words."""
    shown: list[Span] = []
    session.reveal.connect(shown.append)
    assert session.project is not None
    expected: list[Span] = []
    for hit in session.project.hits():
        session.select("hit", hit.id, reveal=False)
        for quote in inspector.hit_page.quotes:
            quote.pressed.emit()
        expected += hit.finding.spans
    assert shown == expected
    assert expected


def test_the_arrows_step_through_claims(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    """↓ goes to the next claim, ↑ back; the head says where one is."""
    first, second = session.claims()[:2]
    session.select("claim", first.id)
    qtbot.mouseClick(inspector.next, Qt.MouseButton.LeftButton)
    assert session.selection.id == second.id
    assert str(len(session.claims())) in inspector.count.text()
    qtbot.mouseClick(inspector.previous, Qt.MouseButton.LeftButton)
    assert session.selection.id == first.id


def test_a_read_only_project_can_be_read_but_not_changed(
    qtbot: QtBot, inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """Controls stay visible and say why they do nothing."""
    assert session.project is not None
    path = session.project.path
    session.close()
    session.open(Project.open(path, read_only=True))
    session.select("claim", claim.id)
    assert not inspector.claim_page.verdicts.isEnabled()
    assert inspector.claim_page.rationale.field.isReadOnly()
    assert inspector.claim_page.verdicts.toolTip()
    qtbot.keyClick(inspector, Qt.Key.Key_1)
    assert now(session, claim).veracity is None


def test_nothing_is_wider_than_the_narrowest_inspector(
    inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """In both languages every page fits 320 px: no word pushes the cards out of sight."""
    session.do(SetVerdict(claim.id, "not_checkable"))
    assert session.project is not None
    session.do(AttachEvidence(claim.id, EvidenceDraft(kind="notice", url="https://example.org/" + "a" * 90)))
    inspector.resize(320, 600)
    evidence = session.project.evidence()[0].id
    subjects: tuple[tuple[Subject, str], ...] = (
        ("claim", claim.id), ("metric", claim.metrics[0]),
        ("hit", session.project.hits()[0].id), ("evidence", evidence),
    )
    for language in ("en", "zh"):
        settings.set_language(language)
        inspector.retranslate()
        for subject, key in subjects:
            session.select(subject, key)
            area = inspector._pages.currentWidget()
            assert isinstance(area, QScrollArea)
            page = area.widget()
            assert page is not None
            QApplication.processEvents()  # the layout is made again
            assert page.width() <= area.viewport().width(), (language, subject)


def test_nothing_selected_says_what_to_press(inspector: Inspector, session: Session) -> None:
    """Three keys, in words for screen readers, too."""
    session.select("none")
    assert "1–7" in inspector.blank_page.accessibleName()


def test_the_language_and_the_theme_change_while_it_is_open(
    inspector: Inspector, session: Session, claim: ReviewClaim, theme: Theme
) -> None:
    """The verdicts' names follow the language, the picture follows the theme."""
    session.do(SetVerdict(claim.id, "mostly"))
    settings.set_language("en")
    inspector.retranslate()
    assert inspector.claim_page.verdicts.keys[1].accessibleName() == "Mostly supported"
    light = inspector.grab().toImage()
    theme.use("dark")
    dark = inspector.grab().toImage()
    assert dark.pixelColor(4, 700).lightness() < 60 < light.pixelColor(4, 700).lightness()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [300, 352])
def test_the_meaning_of_a_verdict_is_never_cut(
    inspector: Inspector, session: Session, claim: ReviewClaim, language: str, width: int
) -> None:
    """Where it does not fit behind the name it wraps below it; so does the hint while there is no verdict."""
    settings.set_language("en" if language == "en" else "zh")
    inspector.retranslate()
    inspector.resize(width, 724)
    line = inspector.claim_page.verdict_line
    for verdict in (None, *VERACITIES):
        session.do(SetVerdict(claim.id, verdict))
        QApplication.processEvents()
        metrics, room = QFontMetricsF(app_font(12)), line.words_rect()
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRectF(0, 0, room.width(), 1000), flags, line.words())
        assert needed.height() <= room.height() + 1, verdict
        assert needed.width() <= room.width() + 1, verdict


def test_a_claim_without_figures_has_one_hairline(inspector: Inspector, session: Session) -> None:
    """An empty table between two lines looked like a fault."""
    bare = next(each for each in session.claims() if not each.metrics)
    session.select("claim", bare.id)
    page = inspector.claim_page
    assert not page.reading.isVisible()
    assert sum(line.isVisible() for line in page.findChildren(QFrame) if line.property("line")) == 1
    session.select("claim", next(each for each in session.claims() if each.metrics).id)
    assert sum(line.isVisible() for line in page.findChildren(QFrame) if line.property("line")) == 2


def test_a_long_indicator_gets_lines_of_its_own(inspector: Inspector, session: Session, claim: ReviewClaim) -> None:
    """The name that the report uses is read whole, and its row can be clicked."""
    metric = session.metric(claim.metrics[0])
    assert metric is not None
    name = "限额以上单位家用电器和音像器材类、体育娱乐用品类零售额"
    long = replace(metric, indicator=Indicator(name, "零售额", None))
    table = inspector.claim_page.reading
    table.show_metrics([metric, long])
    assert table.row_rect(1).height() > table.row_rect(0).height()
    assert table.height() >= table.row_rect(1).bottom()
    assert name in table.accessibleName()


def test_a_check_is_shown_in_its_own_sentence(inspector: Inspector, session: Session) -> None:
    """No tail of the sentence before, and its own end where it is near; the head counts."""
    assert session.project is not None
    hit = session.project.hits()[0]
    session.select("hit", hit.id)
    words = inspector.hit_page.quotes[0].accessibleName()
    assert words[0] not in "。；，"
    assert inspector.title.text().endswith("1")


def test_chips_get_their_width_back(inspector: Inspector, session: Session, claim: ReviewClaim) -> None:
    """A chip that had to be cut in a narrow pane is whole again in a wide one."""
    assert session.project is not None
    settings.set_language("en")
    session.do(AddTag(claim.id, session.project.tags()[0].id))
    row = inspector.claim_page.chips
    row.resize(60, row.height())
    assert row.chips[-1].width() <= 60
    row.resize(300, row.height())
    assert row.chips[-1].width() == row.chips[-1].sizeHint().width()


def test_an_excerpt_begins_and_ends_with_a_clause() -> None:
    """…3年底 is no year; a long sentence is cut at its commas."""
    before = "截至2023年底，全市十七个省级以上地表水目标考核断面全部达到目标值要求，"
    text = "前一句。" + before + "累计平均达标率为100%，" + "续" * 90 + "。"
    at = text.index("100%")
    words, spans = _excerpt(text, Span(at, at + 4))
    assert words[1:].startswith(("截至", "全市"))
    assert spans[0].quote(words) == "100%"
    assert len(words) < 140


def test_what_the_ledgers_have_of_a_claim_stands_in_the_inspector(
    inspector: Inspector, session: Session, claim: ReviewClaim
) -> None:
    """Responsible unit and deadline are one truth, wherever they are shown; a figure's own cells stay in the ledger."""
    assert inspector.claim_page._ledger.isHidden()
    assert session.do(FillEntry(claim.id, "", "lead_unit", "区发改委"))
    assert session.do(FillEntry(claim.id, "growth x", "reason", "外需走弱"))
    shown = [label.text() for label in inspector.claim_page._ledger.findChildren(QLabel)]
    assert "区发改委" in shown and "外需走弱" not in shown
    assert not inspector.claim_page._ledger.isHidden()
    session.undo()
    session.undo()
    assert inspector.claim_page._ledger.isHidden()
