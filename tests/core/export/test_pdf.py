"""The review report: complete, searchable, vector, and deaf to anything that a report says."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core import workers
from core.export import pdf as exporting
from core.export.pdf import export_pdf
from core.messages import PolicyReviewError
from core.model import (
    Anchor,
    EvidenceLink,
    Finding,
    Hit,
    Indicator,
    Section,
    SignOff,
    Source,
    Span,
    Verdict,
    Version,
)
from core.model.review import SignRole
from core.vocabulary import Language
from tests.core.charts.making import evidence, metrics, report, review_claim
from tests.core.export.conftest import HOSTILE, MadeReview
from tests.core.export.reading import IMAGE, bookmarks, flat, kinds, links, pages

Export = Callable[[MadeReview, Language], Path]


def test_the_reports_own_words_are_found_again_to_the_letter(full: MadeReview, pdf: Export) -> None:
    """Search and copy work: of all pieces of 12 characters at least 99 in 100 stand in the PDF's text."""
    printed = flat("".join(_body(page) for page in pages(pdf(full, "zh"))))
    text = flat(full.report().text)
    pieces = [text[start : start + 12] for start in range(0, len(text) - 12, 3)]
    found = sum(piece in printed for piece in pieces)
    assert found / len(pieces) >= 0.99, [piece for piece in pieces if piece not in printed][:5]


def _body(page: str) -> str:
    """Without running head and foot, which interrupt a sentence that runs over the page."""
    furniture = re.compile(r"^(评审报告|征求意见稿$|第 \d+ 页 / 共)")
    return "\n".join(line for line in page.splitlines() if not furniture.match(line.strip()))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_says_its_number_of_all(full: MadeReview, pdf: Export, language: Language) -> None:
    """第 x 页 / 共 y 页: a missing leaf shows."""
    texts = pages(pdf(full, language))
    for number, text in enumerate(texts, 1):
        said = f"第{number}页/共{len(texts)}页" if language == "zh" else f"Page{number}/{len(texts)}"
        assert said in flat(text)


def test_bookmarks_lead_through_the_document_and_the_reports_sections(full: MadeReview, pdf: Export) -> None:
    """The outline holds our parts at the top and the report's headings below the annex."""
    marks = bookmarks(pdf(full, "zh"))
    top = [title for level, title in marks if level == 0]
    assert [re.sub(r"^[一二三四五六七八]、\s*", "", title) for title in top][:8] == [
        "概要", "依据与方法", "目标任务完成情况对照表", "主要指标", "承诺事项台账", "机检查询",
        "陈述与判定", "证据目录",
    ]  # fmt: skip
    sections = [flat(section.heading.quote(full.report().text)) for section in full.report().sections]
    assert sections[0] in [flat(title) for level, title in marks if level > 0]


def test_claims_evidence_and_text_link_to_one_another(full: MadeReview, pdf: Export) -> None:
    """A reader on screen goes from a claim to its evidence, from the evidence back, and from the text to the claim."""
    path = pdf(full, "zh")
    starts = {title: next(n for n, text in enumerate(pages(path)) if n > 1 and title in flat(text)) for title in (
        "陈述与判定", "证据目录", "原文标注",
    )}  # fmt: skip
    claims, register, text = (range(starts[a], b) for a, b in (
        ("陈述与判定", starts["证据目录"]), ("证据目录", starts["原文标注"]), ("原文标注", len(pages(path))),
    ))  # fmt: skip
    found = links(path)
    for source, target in ((claims, register), (register, claims), (text, claims), (claims, text)):
        assert any(a in source and b in target for a, b in found)


@pytest.mark.parametrize("review", ["full", "bare"])
def test_nothing_is_a_picture_of_dots(review: str, pdf: Export, request: pytest.FixtureRequest) -> None:
    """Charts and shapes are vector at any zoom."""
    assert IMAGE not in kinds(pdf(request.getfixturevalue(review), "zh"))


def test_words_of_a_chart_are_words(full: MadeReview, pdf: Export) -> None:
    """A rank badge, printed nowhere but in the chart, can be searched for: charts are not outlines of letters."""
    assert any(re.search(r"全市第\d", flat(text)) for text in pages(pdf(full, "zh")))


def test_all_fonts_are_embedded(full: MadeReview, pdf: Export) -> None:
    """The document looks the same where our fonts are not installed."""
    data = pdf(full, "zh").read_bytes()
    assert data.count(b"/FontFile") >= 3
    assert data.count(b"/FontDescriptor") >= data.count(b"/FontFile")
    assert b"NotoSerifSC" in data and b"NotoSansSC" in data


def test_markup_in_a_report_is_printed_not_run(full: MadeReview, pdf: Export) -> None:
    """#read("/etc/passwd") in a rationale or a title stays those letters."""
    printed = flat("".join(pages(pdf(full, "zh"))))
    assert flat(HOSTILE) in printed
    assert "root:x:0" not in printed


@pytest.fixture
def english() -> MadeReview:
    """A review in Latin letters throughout: a claim that is judged and one that is not."""
    text = "Annual report\n1. Results\nOutput grew by 5%. Roads were built.\n"
    sentence = Span(text.index("Output"), text.index("5%") + 3)
    claim = review_claim("c1", 1, "mostly", anchors=(Anchor(sentence, sentence.quote(text), "", ""),), metrics=("m1",))
    claim = replace(
        claim, verdict=Verdict("mostly", "high", "It is so.", "A. Reader", "2024-05-01T09:00:00Z"),
        evidence=(EvidenceLink("c1", "e1", "refutes"),), types=("achievement", "ranking"),
    )  # fmt: skip
    value = Span(text.index("5%"), text.index("5%") + 2)
    made = replace(
        report((replace(metrics()[0], indicator=Indicator("Output", "Output", None), span=value, value_span=value),)),
        text=text, title="Annual report", place=None, claims=(), title_span=Span(0, 13),
        sections=(Section("s1", None, 1, "Results", Span(14, 24), Span(14, len(text)), "results", 2023),),
        source=Source("annual.txt", "00" * 32, "text/plain", "utf-8", None),
    )  # fmt: skip
    item = evidence("e1", "E-0001", title="Yearbook", file_name="y.pdf", provider="Office", locator="p. 3")
    item = replace(item, retrieved_by="A. Reader")
    hit = Hit("h1", "r1", Finding("NEW-99", "major", (value,)), "deferred", "later")
    waiting = replace(claim, id="c2", number=2, verdict=None, evidence=(), decided=False, metrics=())
    return MadeReview(made, b"", (claim, waiting), (hit,), (item,), path=Path("annual.prv"))


def test_the_english_document_has_no_chinese_word_of_ours(english: MadeReview, tmp_path: Path) -> None:
    """Not one Chinese character is printed."""
    printed = "".join(pages(export_pdf(english, tmp_path / "x.pdf", language="en")))
    assert re.findall(r"[\u4e00-\u9fff]+", printed) == []


def test_no_word_in_a_column_of_a_table_is_parted(english: MadeReview, tmp_path: Path) -> None:
    """“Achievement, Rank-ing” stood beside each claim that was not judged."""
    printed = " ".join(" ".join(pages(export_pdf(english, tmp_path / "x.pdf", language="en"))).split())
    assert printed.count("Achievement, Ranking") >= 2


def test_what_is_empty_says_so(bare: MadeReview, pdf: Export) -> None:
    """No verdicts, no evidence, no queries, no charts: a sentence each, no blank space."""
    printed = flat("".join(pages(pdf(bare, "zh"))))
    for sentence in (
        "没有可核查的陈述。", "机检没有提出查询。", "还没有登记证据。", "报告中没有读出目标。", "报告中没有读出增速。",
        "没有忽略任何查询或陈述。", "未填写总体意见。",
    ):  # fmt: skip
        assert sentence in printed


def test_the_same_review_gives_the_same_file(full: MadeReview, tmp_path: Path) -> None:
    """Dates come from the review, not from the clock: two exports can be compared by hash."""
    first = export_pdf(full, tmp_path / "a.pdf", language="zh")
    second = export_pdf(full, tmp_path / "b.pdf", language="zh")
    assert first.read_bytes() == second.read_bytes()


def test_characters_without_a_glyph_are_replaced_and_named(bare: MadeReview, tmp_path: Path) -> None:
    """𠮷 becomes 〓 and the last page says which character it was: nothing vanishes in silence."""
    text = "𠮷祥路通车，\x07群众😀满意。\n" + bare.made.text
    shifted = MadeReview(replace(bare.made, text=text, sections=(), title_span=None, noise=(), breaks=()), bare.data)
    printed = flat("".join(pages(export_pdf(shifted, tmp_path / "x.pdf", language="zh"))))
    assert "〓祥路通车，群众〓满意" in printed
    assert "U+1F600,U+20BB7" in printed


def test_a_signed_review_is_no_draft(bare: MadeReview, tmp_path: Path) -> None:
    """The draft mark stands until the review is approved; then the last page says who agreed, as what, and when."""
    roles: tuple[SignRole, ...] = ("preparer", "reviewer", "approver")
    signs = tuple(
        SignOff(
            2, role, f"签{number}人", "accepted", "同意" if number == 3 else "",
            f"2024-06-0{number}T09:00:00+08:00", bare.content_hash(),
        )
        for number, role in enumerate(roles, 1)
    )  # fmt: skip
    version = Version(2, "签1人", "2024-05-30T09:00:00+08:00", "首版第三条判定有误", signs)
    signed = MadeReview(bare.made, bare.data, signed=(Version(1, "签1人", "2024-05-01T09:00:00+08:00", ""), version))
    draft = [flat(page) for page in pages(export_pdf(bare, tmp_path / "a.pdf", language="zh"))]
    assert "征求意见稿" in draft[0] and "□认可" in draft[-1]
    printed = [flat(page) for page in pages(export_pdf(signed, tmp_path / "b.pdf", language="zh"))]
    assert not any("征求意见稿" in page for page in printed)
    assert "2024年6月3日" in printed[0] and "第2版" in printed[0] and "首版第三条判定有误" in printed[0]
    for words in ("签1人", "签2人", "签3人", "认可", "同意", "2024年6月2日", "首版第三条判定有误"):
        assert words in printed[-1]
    assert "□" not in printed[-1]


def test_a_signature_for_an_older_content_is_not_printed(bare: MadeReview, tmp_path: Path) -> None:
    """Nobody's name stands under words that they have not signed."""
    old = SignOff(1, "preparer", "签一人", "accepted", "", "2024-06-01T09:00:00+08:00", "0" * 64)
    review = MadeReview(bare.made, bare.data, signed=(Version(1, "李", "2024-05-01T09:00:00+08:00", "", (old,)),))
    last = flat(pages(export_pdf(review, tmp_path / "a.pdf", language="zh"))[-1])
    assert "签一人" not in last and "□认可" in last


def test_the_last_page_carries_the_fingerprint(full: MadeReview, pdf: Export) -> None:
    """Hash of the original and of the review, in full."""
    last = flat(pages(pdf(full, "zh"))[-1])
    assert full.report().source.sha256 in last and full.content_hash() in last
    assert all(role in last for role in ("编制人", "复核人", "审定人"))


def test_a_missing_folder_gets_one_clear_sentence(bare: MadeReview, tmp_path: Path) -> None:
    """Said before any work is done."""
    with pytest.raises(PolicyReviewError) as caught:
        export_pdf(bare, tmp_path / "nowhere" / "x.pdf", language="zh")
    assert caught.value.key == "no-such-folder"


@pytest.mark.parametrize(("step", "key"), [("touch", "cannot-write"), ("replace", "target-open")])
def test_a_target_that_cannot_be_written_gets_one_clear_sentence(
    bare: MadeReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, key: str
) -> None:
    """A folder without write access is told at the start, a PDF open in a reader at the end; the old file stays."""
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch, pytest.raises(PolicyReviewError) as caught:
        patch.setattr(Path, step, refuse)
        export_pdf(bare, target, language="zh")
    assert caught.value.key == key
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]


def test_a_folder_of_the_targets_name_is_told_apart(bare: MadeReview, tmp_path: Path) -> None:
    """The reason is another, and so is what to do."""
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(PolicyReviewError) as caught:
        export_pdf(bare, tmp_path / "x.pdf", language="zh")
    assert caught.value.key == "target-is-folder"


def test_an_older_file_stays_when_the_export_is_called_off(bare: MadeReview, tmp_path: Path) -> None:
    """Cancel is a raise from the progress; the old PDF is whole and no part file lies about."""
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def stop(share: float) -> None:
        if share > 0.2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_pdf(bare, target, language="zh", progress=stop)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_only_grows_and_ends_at_one(bare: MadeReview, tmp_path: Path) -> None:
    """A bar that runs backwards is worse than none."""
    told: list[float] = []
    export_pdf(bare, tmp_path / "x.pdf", language="zh", progress=told.append)
    assert told == sorted(told) and told[0] == 0 and told[-1] == 1


def test_a_worker_that_dies_is_told_in_a_sentence(
    bare: MadeReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback reaches the reviewer, no file the folder."""
    monkeypatch.setattr(workers, "command", lambda *_: [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(PolicyReviewError) as caught:
        export_pdf(bare, tmp_path / "x.pdf", language="zh")
    assert caught.value.key == "pdf-failed" and not list(tmp_path.iterdir())


def test_a_disk_that_is_full_under_the_worker_is_told_as_one(
    bare: MadeReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document is set by another process; a person has to hear what to do all the same."""
    full = (
        "import sys; from core.export import worker; import errno\n"
        "def full(_job): raise OSError(errno.ENOSPC, 'No space left on device')\n"
        "worker._render = full; sys.exit(worker.main(sys.argv))"
    )
    monkeypatch.setattr(workers, "command", lambda *words: [sys.executable, "-c", full, *words])
    with pytest.raises(PolicyReviewError) as caught:
        export_pdf(bare, tmp_path / "x.pdf", language="zh")
    assert (caught.value.key, caught.value.params["name"]) == ("disk-full", "x.pdf")
    assert not list(tmp_path.iterdir())


def test_a_worker_that_hangs_is_stopped(bare: MadeReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time allowed is part of the promise."""
    monkeypatch.setattr(exporting, "_PATIENCE", 0.3)
    monkeypatch.setattr(exporting, "_PATIENCE_PER_THOUSAND", 0.0)
    sleeping = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(workers, "command", lambda *_: sleeping)
    with pytest.raises(PolicyReviewError) as caught:
        export_pdf(bare, tmp_path / "x.pdf", language="zh")
    assert caught.value.key == "pdf-timeout"


def test_a_report_without_title_or_text_still_makes_a_document(bare: MadeReview, tmp_path: Path) -> None:
    """The narrowest case has its sentences too; what has no title is called by its file, as in the window."""
    empty = replace(
        bare.made, text="", title=None, title_span=None, sections=(), place=None, noise=(), breaks=(),
        source=Source("岚汀月报.txt", "00" * 32, "text/plain", None, None),
    )  # fmt: skip
    printed = flat("".join(pages(export_pdf(MadeReview(empty, b""), tmp_path / "x.pdf", language="zh"))))
    assert "评审对象岚汀月报报告期" in printed and "报告没有文字。" in printed
