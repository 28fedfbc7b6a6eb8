"""Tables as evidence: what a spreadsheet shows is what the look shows, and no file takes the window with it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from core.messages import PolicyReviewError
from core.readers import sheets as reader
from core.readers.sheets import sheets


def _book(**tables: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_table_in_text_is_cut_into_its_cells(encoding: str, delimiter: str) -> None:
    """Statistics offices send all of these; a comma inside quotes parts no cell."""
    lines = (("指标", "单位", "数值"), ("粮食产量", "万吨", '"1,234.5"'), ("油料产量", "万吨", "3.4"))
    data = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    (sheet,) = sheets(data, "产量.csv")
    assert sheet.name == "产量"
    assert sheet.rows == (("指标", "单位", "数值"), ("粮食产量", "万吨", "1,234.5"), ("油料产量", "万吨", "3.4"))
    assert not sheet.more


def test_every_sheet_of_a_workbook_is_shown_with_its_saved_values() -> None:
    """A formula is not computed here: what was saved with it is shown, nothing where nothing was saved."""
    first, second = sheets(_book(产量=[["指标", "数值"], ["粮食", 12.5], ["合计", "=B2*2"]], 说明=[["口径"]]), "a.xlsx")
    assert (first.name, first.rows) == ("产量", (("指标", "数值"), ("粮食", "12.5"), ("合计", "")))
    assert second.rows == (("口径",),), "a sheet is as wide as its own cells"


def test_a_long_or_wide_table_is_cut_and_says_so() -> None:
    """A look needs the beginning; a million rows would fill the memory."""
    (long,) = sheets("\n".join(f"{n},{n}" for n in range(50)).encode(), "a.csv", rows=10)
    assert len(long.rows) == 10
    assert long.more
    (wide,) = sheets(_book(a=[list(range(30))]), "a.xlsx", columns=5)
    assert wide.rows == (("0", "1", "2", "3", "4"),)
    assert wide.more


@pytest.mark.parametrize("damage", [b"PK\x03\x04nothing of a workbook", _book(a=[["x"]])[:-200]])
def test_a_damaged_workbook_is_named(damage: bytes) -> None:
    """Whatever breaks in it, the sentence is ours."""
    with pytest.raises(PolicyReviewError) as error:
        sheets(damage, "a.xlsx")
    assert error.value.key == "damaged"


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip bomb is told by its own list of contents."""
    monkeypatch.setattr(reader, "LARGEST_UNPACKED_MB", 1)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (2 * 2**20))
    with pytest.raises(PolicyReviewError) as error:
        sheets(out.getvalue(), "a.xlsx")
    assert error.value.key == "too-large"
