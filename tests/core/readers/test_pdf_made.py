"""PDF files of our own making: columns, notes, tables, furniture, turned pages, passwords, damage."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable

import pytest

from core.messages import PolicyReviewError
from core.model import Span
from core.readers import Reading, ReadingOptions, read_bytes
from core.readers.places import span_boxes
from core.readers.printed.hyphens import Hyphens
from tests.core.readers.conftest import printed_bytes
from tests.core.readers.encrypting import encrypted_pdf

PROSE = "全年地区生产总值完成262.5亿元，增长6.8%；一般公共预算收入完成12.84亿元，增长7.2%，税收占比达到67.1%。"
Made = Callable[..., Reading]


def hand_made(*streams: str, page: str = "", trailer: str = "") -> bytes:
    """A PDF of Helvetica pages from their content streams; `page` adds to each page, `trailer` to the trailer."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, stream in enumerate(streams):
        packed = zlib.compress(stream.encode("latin-1"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R {page} >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = f"<< /Root 1 0 R /Size {len(objects) + 1} {trailer} >>"
    start = len(written)
    return (written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
            + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (head.encode(), start))


def line(words: str, x: float, y: float, size: float = 12, turn: str = "1 0 0 1") -> str:
    """One printed line at a place."""
    return f"BT /F {size} Tf {turn} {x} {y} Tm ({words}) Tj ET\n"


def paragraphs(reading: Reading) -> list[str]:
    """The text by paragraphs."""
    return reading.text.split("\n")


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_another_below_a_heading_across_them(made: Made, columns: int) -> None:
    """Lines of neighbouring columns must not run into one another."""
    body = "\n\n".join(f"第{number}段。{PROSE}{PROSE}" for number in range(1, 9))
    reading = made(f'#align(center, text(16pt)[澜溪县政府工作报告摘要])\n#columns({columns})[{body}]', '"a4"')
    assert paragraphs(reading) == ["澜溪县政府工作报告摘要", *(f"第{n}段。{PROSE}{PROSE}" for n in range(1, 9))]


def test_a_table_across_the_columns_stands_between_what_is_above_and_below(made: Made) -> None:
    """Columns end above a table and begin anew below it."""
    body = "".join(f"第{number}段。{PROSE}#parbreak()" for number in range(1, 7))
    cells = "".join(f"[指标{n}], [{n}.5], [{n}.8], " for n in range(1, 5))
    reading = made(f"#columns(2)[{body}]\n#table(columns: (2fr, 1fr, 1fr), {cells})\n#columns(2)[{body}]", '"a3"')
    assert len(reading.layout.tables) == 1
    lines = paragraphs(reading)
    assert lines[:6] == lines[-6:] == [f"第{number}段。{PROSE}" for number in range(1, 7)]
    assert lines[6:10] == [f"指标{n}\t{n}.5\t{n}.8" for n in range(1, 5)]


def test_a_sentence_goes_on_behind_the_notes_at_the_foot(made: Made) -> None:
    """A note between the two halves of a sentence would cut its figures off."""
    text = f"首句#footnote[按现价计算。]。{PROSE * 40}末句。"
    reading = made(f"#set par(justify: true)\n{text}", '"a5"')
    assert len(reading.layout.pages) > 1
    whole = next(words for words in paragraphs(reading) if words.endswith("末句。"))
    assert whole.startswith("首句") and PROSE * 40 in whole
    assert any("按现价计算。" in words and words != whole for words in paragraphs(reading))


def test_a_table_goes_on_over_the_page_and_its_head_is_read_once(made: Made) -> None:
    """Two halves are one table; a head printed again is no row."""
    cells = "".join(f"[项目{n}], [{n}.25], [{n}.5], " for n in range(1, 41))
    body = ("#align(center)[表1 主要指标]\n#align(right)[单位：万元]\n#table(columns: (2fr, 1fr, 1fr), "
            f"table.header([项目], [本年], [上年]), {cells})")
    reading = made(body, '"a5"')
    (table,) = reading.layout.tables
    assert len(reading.layout.pages) > 1
    assert (table.rows, table.columns) == (41, 3)
    assert table.caption and table.caption.quote(reading.text) == "表1 主要指标"
    assert table.unit_note and table.unit_note.quote(reading.text) == "单位：万元"
    assert [piece.words for piece in reading.layout.left_out if piece.kind == "repeated"] == ["项目 本年 上年"]
    heads = [cell.span.quote(reading.text) for cell in table.cells if cell.head]
    assert heads == ["项目", "本年", "上年", *(f"项目{n}" for n in range(1, 41))]


def test_merged_cells_of_a_ruled_table_keep_their_width_and_height(made: Made) -> None:
    """A head over two columns belongs to both."""
    reading = made(
        "#table(columns: 3, table.cell(rowspan: 2)[指标], table.cell(colspan: 2)[绝对数], [本年], [上年],"
        " [粮食产量], [12.5], [11.8], [油料产量], [3.5], [3.8])"
    )
    (table,) = reading.layout.tables
    found = {cell.span.quote(reading.text): (cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells}
    assert found["指标"] == (0, 0, 2, 1)
    assert found["绝对数"] == (0, 1, 1, 2)
    assert found["上年"] == (1, 2, 1, 1)
    assert found["3.8"] == (3, 2, 1, 1)


def test_a_table_without_lines_is_found_by_its_columns(made: Made) -> None:
    """Many communiques print no lines; an empty cell stays empty."""
    rows = "".join(f"[{name}], [{one}], [{two}], " for name, one, two in (
        ("指标", "绝对数", "增长"), ("粮食产量", "902.61", "-3.2"), ("油料产量", "", "6.8"),
        ("蔬菜", "1186.96", "4.2")))
    reading = made(f"{PROSE}\n\n#table(columns: (2fr, 1fr, 1fr), stroke: none, {rows})\n\n{PROSE}", '"a5"')
    (table,) = reading.layout.tables
    assert (table.rows, table.columns) == (4, 3)
    assert [cell.span.quote(reading.text) for cell in table.cells if cell.row == 2] == ["油料产量", "", "6.8"]
    assert paragraphs(reading)[0] == paragraphs(reading)[-1] == PROSE


def test_a_table_of_contents_is_no_table(made: Made) -> None:
    """Its page numbers are no figures of the report."""
    rows = "".join(f"[第{n}章 工作], [{n * 3}], " for n in range(1, 7))
    reading = made(f"{PROSE}\n#table(columns: (1fr, auto), stroke: none, {rows})", '"a5"')
    assert reading.layout.tables == ()


def test_furniture_that_was_put_back_is_text_again(made: Made) -> None:
    """The program proposes, a person decides; the ids are those of every reading of the file."""
    page = '"a5", header: [澜溪县统计局], footer: context align(center)[#counter(page).display()]'
    body = PROSE * 30
    first = made(body, page)
    kinds = {piece.kind for piece in first.layout.left_out}
    assert kinds == {"header", "page_number"}
    assert "澜溪县统计局" not in first.text
    chosen = next(piece for piece in first.layout.left_out if piece.kind == "header" and piece.page == 2)
    second = made(body, page, ReadingOptions(put_back=frozenset({chosen.id})))
    assert second.text.count("澜溪县统计局") == 1
    assert second.layout.page_of(second.text.index("澜溪县统计局")) == 2
    ids = {piece.id for piece in first.layout.left_out}
    assert {piece.id for piece in second.layout.left_out} == ids - {chosen.id}


def test_left_out_pieces_know_where_they_stood(made: Made) -> None:
    """The dialog shows them at their place."""
    page = '"a5", header: [澜溪县统计局], footer: context align(center)[— #counter(page).display() —]'
    reading = made(PROSE * 30, page)
    for piece in reading.layout.left_out:
        span = reading.layout.pages[(piece.page or 0) - 1]
        assert piece.offset == (span.start if piece.kind == "header" else span.end)


def test_a_hyphen_at_the_end_of_a_line_is_none_of_the_word(made: Made) -> None:
    """A word that a layout broke is whole again."""
    words = "Infrastructure modernisation programmes internationally coordinated for regional enterprises. " * 8
    body = f'#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n{words}'
    reading = made(body, "width: 260pt, margin: 30pt")
    assert " ".join(reading.text.split()) == words.strip()


@pytest.mark.parametrize(("before", "after", "known", "hyphen"), [
    ("the state\ufffe", "owned banks", "State-owned firms grew.", "-"),  # so it stands elsewhere
    ("the inform\ufffe", "ation office", "All information is here.", ""),  # and so does this
    ("low\ufffe", "carbon growth", "Carbon is low here.", "-"),  # two words, and no word of both
    ("under\ufffe", "stand it", "They stand under it.", ""),  # English writes it as one
    ("in\ufffe", "put of it", "They put in more.", ""),
    ("mod\ufffe", "ernisation", "Nothing of it.", ""),  # what most lines are parted for
    ("Beijing\ufffe", "Tianjin line", "", "-"), ("AI\ufffe", "driven tools", "", "-"),
    ("2023\ufffe", "24 plan", "", "-"),
    ("day-to\ufffe", "day work", "", "-"),
])
def test_a_hyphen_of_a_words_own_stays(before: str, after: str, known: str, hyphen: str) -> None:
    """state-/owned is no stateowned; the text itself shows which hyphen was only made for the line."""
    assert Hyphens([known, before, after]).at(before, after) == hyphen


def test_hyphens_in_a_narrow_column_are_told_apart(made: Made) -> None:
    """All the way from a page, with the place of each word kept."""
    known = "The state and an owned market, oriented to reform. "
    words = known + "State-owned firms and market-oriented reform internationally coordinated. " * 12
    body = f'#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n{words}'
    reading = made(body, "width: 190pt, height: 400pt, margin: 30pt")
    assert reading.text.replace("\n", " ") == words.strip()
    last = reading.text.rindex("owned")
    assert span_boxes(reading.data, "a.pdf", reading.text, reading.layout, Span(last, last + 5))


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    """Accounts are often printed across; their lines must not fall apart into columns of signs."""
    upright = line("GDP grew by 6.8 percent last year", 60, 500) + line("and exports by 8.1 percent", 60, 480)
    plain = read_bytes(hand_made(upright), "a.pdf")
    # the same words, drawn upwards, on a page that is shown turned by a quarter
    drawn = line("GDP grew by 6.8 percent last year", 100, 60, turn="0 1 -1 0") + line(
        "and exports by 8.1 percent", 120, 60, turn="0 1 -1 0")
    turned = read_bytes(hand_made(drawn, page="/Rotate 90"), "a.pdf")
    sideways = read_bytes(hand_made(drawn), "a.pdf")
    assert turned.text == plain.text == sideways.text


def test_a_figure_on_a_turned_page_is_marked_where_it_is_seen() -> None:
    """Shares are those of the page as it is shown."""
    drawn = line("Growth 6.8 percent", 100, 60, turn="0 1 -1 0")
    reading = read_bytes(hand_made(drawn + line("of all", 120, 60, turn="0 1 -1 0"), page="/Rotate 90"), "a.pdf")
    at = reading.text.index("6.8")
    (box,) = span_boxes(reading.data, "a.pdf", reading.text, reading.layout, Span(at, at + 3))
    assert 0.1 < box.left < box.right < 0.3 and 0.1 < box.top < box.bottom < 0.3
    assert box.bottom - box.top < 0.06


def test_lines_that_run_down_the_page_are_read_from_the_right() -> None:
    """Older yearbooks and plaques are set so."""
    def down(words: str, x: float) -> str:
        return "".join(line(sign, x, 500 - 14 * place) for place, sign in enumerate(words))

    reading = read_bytes(hand_made(down("GROWTHOFEXPORTS", 300) + down("ROSEBYAFIFTH", 270)), "a.pdf")
    assert "".join(reading.text.split()) == "GROWTHOFEXPORTSROSEBYAFIFTH"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_short_words_on_their_side_make_lines_all_the_same(turned: int) -> None:
    """A page scanned or saved on its side has words of two letters too; each on a line of its own is no sentence."""
    drawn = line("It is up by 6.1 in all of us", 60, 500) + line("and so on in 22", 60, 480)
    reading = read_bytes(hand_made(drawn, page=f"/Rotate {turned}"), "a.pdf")
    assert " ".join(reading.text.split()) == "It is up by 6.1 in all of us and so on in 22"
    assert len(paragraphs(reading)) <= 2


def test_what_stands_beside_the_page_is_not_read() -> None:
    """Marks of the printer and halves of cut pages are there, but nobody sees them."""
    shown, cut = line("Growth of 6.1 percent", 60, 500), line("Growth of 99 percent", 60, 5000)
    assert read_bytes(hand_made(cut + shown), "a.pdf").text == "Growth of 6.1 percent"
    assert read_bytes(hand_made(cut), "a.pdf").text == "Growth of 99 percent"  # then it is the page's box that errs


def test_what_was_filled_into_a_form_is_read_and_marked() -> None:
    """Self-assessments come as forms; their answers are what a reviewer wants."""
    stream = b"/Tx BMC BT /F 12 Tf 2 4 Td (Growth 7.2 percent) Tj ET EMC"
    look = (b"<< /Type /XObject /Subtype /Form /BBox [0 0 240 20] /Resources << /Font << /F 3 0 R >> >> /Length %d >>"
            b"\nstream\n%s\nendstream" % (len(stream), stream))
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [60 440 300 460] /F 4 /AP << /N 6 0 R >> >>"
    plain = hand_made(line("Output of the county", 60, 500), page=f"/Annots [{field}]")
    place = plain.index(b"xref\n0")
    data = plain[:place] + b"6 0 obj\n%s\nendobj\n" % look + plain[place:]
    reading = read_bytes(data, "a.pdf")
    assert reading.text == "Output of the county Growth 7.2 percent"
    at = reading.text.index("7.2")
    assert span_boxes(data, "a.pdf", reading.text, reading.layout, Span(at, at + 3))


@pytest.fixture(scope="module")
def locked() -> bytes:
    """A PDF that opens with the password 政府2024 or, in our case, with plain letters: secret."""
    return encrypted_pdf("Revenue grew by 7.2 percent last year", 1, "secret")


def test_a_locked_file_asks_for_its_password_and_opens_with_it(locked: bytes) -> None:
    """The password is asked, a wrong one is told from none, the right one reads."""
    for password, key in ((None, "password-needed"), ("wrong", "wrong-password")):
        with pytest.raises(PolicyReviewError) as error:
            read_bytes(locked, "a.pdf", ReadingOptions(password=password))
        assert error.value.key == key
    reading = read_bytes(locked, "a.pdf", ReadingOptions(password="secret"))
    assert reading.text == "Revenue grew by 7.2 percent last year"
    at = reading.text.index("7.2")
    assert span_boxes(locked, "a.pdf", reading.text, reading.layout, Span(at, at + 3), "secret")


def test_a_damaged_page_is_passed_over_and_named() -> None:
    """One broken page must not cost the other ones."""
    words = [line(f"Page {number} says that revenue grew", 60, 500) for number in range(1, 4)]
    data = hand_made(*words).replace(b"6 0 obj\n<< /Type /Page ", b"6 0 obj\n<< /Type /Pagx ")
    reading = read_bytes(data, "a.pdf")
    assert paragraphs(reading)[0] == "Page 1 says that revenue grew"
    assert paragraphs(reading)[-1] == "Page 3 says that revenue grew"
    assert len(reading.layout.pages) == 3
    assert [(notice.key, notice.params) for notice in reading.layout.notices] == [("pages-damaged", {"pages": "2"})]


def test_a_page_that_is_a_picture_is_named() -> None:
    """A reviewer must know that an annex is not in the text."""
    picture = "q 300 0 0 400 50 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
    reading = read_bytes(hand_made(line("Revenue grew by 7.2 percent last year", 60, 500), picture), "a.pdf")
    assert [(notice.key, notice.params) for notice in reading.layout.notices] == [("pages-pictures", {"pages": "2"})]


def test_reading_tells_its_progress_and_can_be_called_off() -> None:
    """Nobody waits for a file that was opened by mistake."""
    data = hand_made(*(line(f"Page {number} says that revenue grew", 60, 500) for number in range(20)))
    shares: list[float] = []
    read_bytes(data, "a.pdf", progress=shares.append)
    assert shares == sorted(shares) and len(shares) > 20

    def cancel(share: float) -> None:
        if share > 0.4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_bytes(data, "a.pdf", progress=cancel)
    assert read_bytes(data, "a.pdf").text  # the library was left in order


def test_radicals_fold_and_every_sign_keeps_its_place() -> None:
    """One for one: a folded text is as long as the printed one."""
    from core.readers.printed.text import folded

    printed = "⼯作⻓期⾼质量，⺠⽣"
    assert folded(printed) == "工作长期高质量，民生" and len(folded(printed)) == len(printed)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_and_truncated_files_end_in_a_text_or_a_sentence(seed: int) -> None:
    """Whatever a mail server did to a file, the window stays."""
    rows = "".join(f"[项目{n}], [{n}.5], " for n in range(6))
    good = printed_bytes(f'#set text(font: "Noto Sans SC")\n{PROSE}\n#table(columns: 2, {rows})')
    dice = random.Random(seed)
    for _ in range(12):
        data = bytearray(good)
        for _ in range(dice.choice((1, 5, 40, 400))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        if dice.random() < 0.4:
            del data[dice.randrange(len(data)) :]
        try:
            read_bytes(bytes(b"%PDF-1.7" + data[8:]), "a.pdf")
        except PolicyReviewError as error:
            assert error.sentence("zh")
