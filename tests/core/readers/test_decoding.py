"""Text files of any encoding come out as the characters that were typed."""

from __future__ import annotations

import pytest

from core.messages import PolicyReviewError
from core.readers import ReadingOptions, read_bytes
from core.readers.decoding import decode_as, ranked

REPORT = "２０２３年，全县地区生产总值增长6.8%，城镇新增就业4268人。\r\n　　◆ 主要目标\r\n\r\n"
TRADITIONAL = "政府工作報告：去年經濟增長百分之三點二，失業率維持在低水平。"
ENGLISH = "It’s the government’s report – growth of 5.5% – for the year.\r\n" * 3


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (REPORT, "utf-8", "utf-8"),
        (REPORT, "utf-8-sig", "utf-8-sig"),
        (REPORT, "gb18030", "gb18030"),
        (REPORT, "gbk", "gb18030"),
        (REPORT, "utf-16", "utf-16"),
        (REPORT, "utf-16-le", "utf-16-le"),
        (REPORT, "utf-16-be", "utf-16-be"),
        (REPORT, "utf-32", "utf-32"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-16-le", "utf-16-le"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        ("Québec’s output – naïvely put – grew by 6.1% last year, exports by 4%.", "cp1252", "cp1252"),
        ("工作报告", "gb18030", "gb18030"),
        ("新增城镇就业9735人", "gb18030", "gb18030"),
        ("𠮷祥县工作报告，全年生产总值", "gb18030", "gb18030"),
        ("plain words", "ascii", "utf-8"),
    ],
)
def test_every_character_survives_its_encoding(text: str, written: str, named: str) -> None:
    """Offsets, quotes and figures all rest on the text: a wrong encoding spoils everything after it."""
    reading = read_bytes(text.encode(written), "report.txt")
    assert (reading.text, reading.source.encoding) == (text, named)


def test_a_long_report_in_gb18030_is_not_taken_for_another_encoding() -> None:
    """Rare characters and many digits must not tip the scales."""
    text = "湟水河、瓦窑沟、滹沱河、鄱阳湖水质达到Ⅲ类，镕、堃、喆、翀等名字常见。１９９８" * 400
    assert read_bytes(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_text_cut_off_in_mid_character_is_still_read(encoding: str) -> None:
    """A download that broke off is worth reading; the broken place is marked, not hidden."""
    data = (REPORT * 10 + "县").encode(encoding)[:-1]
    text = read_bytes(data, "a.txt").text
    assert text.startswith(REPORT * 10)
    assert text[len(REPORT) * 10 :] == "\ufffd"


@pytest.mark.parametrize(("mark", "encoding"), [
    (b"\xef\xbb\xbf", "gb18030"), (b"\xff\xfe", "utf-8"), (b"\xfe\xff", "utf-8"),
])
def test_a_mark_that_lies_does_not_spoil_the_text(mark: bytes, encoding: str) -> None:
    """Editors and scripts leave a mark before a text that was written on in another encoding."""
    assert read_bytes(mark + (REPORT * 10).encode(encoding), "a.txt").text == REPORT * 10


@pytest.mark.parametrize("data", ["Экономика выросла на 6%".encode("koi8-r"), "政府の報告によると".encode("shift_jis")])
def test_other_languages_are_not_taken_for_english(data: bytes) -> None:
    """Letters without sense would be read as a report."""
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(data, "a.txt")
    assert told.value.key == "undecodable"


def test_line_ends_spaces_and_marks_stay_as_they_are() -> None:
    """Nothing is tidied on the way in: the original's layout is the reviewer's to judge."""
    text = "一\r\n二\n三\r四\t 五　六\u00a0七\\r\\n"
    assert read_bytes(text.encode(), "a.txt").text == text


def test_markdown_is_kept_with_its_marks() -> None:
    """Spans point into the file as the reviewer knows it."""
    text = "# 公报\n\n| 指标 | 值 |\n| --- | --- |\n| 粮食 | 23.4 |\n"
    reading = read_bytes(text.encode(), "公报.md")
    assert (reading.text, reading.source.media_type) == (text, "text/markdown")


@pytest.mark.parametrize(("text", "written"), [
    (REPORT, "utf-8"), (REPORT, "gb18030"), (REPORT, "utf-16-le"), (REPORT, "utf-16-be"), (TRADITIONAL, "big5"),
    (ENGLISH, "cp1252"),
])  # fmt: skip
def test_the_right_encoding_is_the_first_of_the_ranked(text: str, written: str) -> None:
    """The dialog offers the others behind it, and none that makes no sense of the bytes."""
    found = ranked(text.encode(written))
    assert found[0] == written
    assert len(found) == len(set(found))


def test_an_encoding_that_a_person_chose_is_taken_and_its_losses_are_told() -> None:
    """A wrong choice shows at once: marked characters and a notice, or a clear refusal."""
    data = (REPORT + "县").encode("gb18030")[:-1]
    reading = read_bytes(data, "a.txt", ReadingOptions(encoding="gbk"))
    assert (reading.source.encoding, reading.text) == ("gbk", REPORT + "\ufffd")
    assert [(notice.key, notice.params) for notice in reading.layout.notices] == [("text-damaged", {"count": "1"})]
    for wrong in ("ascii", "no-such-encoding", "rot13", "hex"):
        with pytest.raises(PolicyReviewError) as told:
            read_bytes(REPORT.encode(), "a.txt", ReadingOptions(encoding=wrong))
        assert told.value.key == "wrong-encoding"


def test_a_preview_shows_what_another_encoding_would_make_of_the_bytes() -> None:
    """A person sees it before deciding."""
    assert decode_as(TRADITIONAL.encode("big5"), "big5").text == TRADITIONAL
    assert decode_as(TRADITIONAL.encode("big5"), "gb18030").text != TRADITIONAL
    assert decode_as("\ufeff文".encode("utf-16-le"), "utf-16-le").text == "文"


def test_a_text_with_a_damaged_stretch_is_read_and_says_so() -> None:
    """One bad sector must not cost the whole report."""
    data = (REPORT * 20).encode("gb18030")
    reading = read_bytes(data[:400] + b"\xff\xfe\x80\xff" * 4 + data[400:], "a.txt")
    assert reading.source.encoding == "gb18030"
    assert reading.text.endswith(REPORT * 5)
    assert [notice.key for notice in reading.layout.notices] == ["text-damaged"]


def test_a_text_that_no_report_is_as_long_as_is_refused_at_once() -> None:
    """A hundred million characters on one line would keep the machine busy for an hour."""
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(b"a" * 3_000_000, "a.txt")
    assert told.value.key == "too-long"
