"""Hostile files end in a report or in one clear sentence: no crash, no hang, no bomb, nothing read or fetched besides.

Each is read in a worker process with ten seconds, two gigabytes, no sockets, and a watch on every file that is opened.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

import pytest

from core.messages import PolicyReviewError
from core.readers import read_bytes
from tests.benchmarks.fuzz_readers import fuzz, run

#: Mutated files in the daily run; tests/benchmarks/fuzz_readers.py reads twenty thousand.
FILES = 250
SENTENCE = "全年地区生产总值增长6.8%，城镇新增就业4268人。"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))


def packed(document: str, **more: str) -> bytes:
    """A Word file with this document; `more` are further parts, `__` standing for `/` and `_dot_` for a point."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document)
        for name, words in more.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), words)
    return file.getvalue()


def body(inner: str, before: str = "") -> str:
    """A document part with this in its body."""
    return f"<?xml version='1.0'?>{before}<w:document {W}><w:body>{inner}</w:body></w:document>"


def paragraph(words: str = SENTENCE) -> str:
    """One paragraph."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def utf8(*words: str) -> bytes:
    """Words as a file."""
    return "".join(words).encode()


def claiming(size: int) -> bytes:
    """A zip with an entry that says that it unpacks to `size` bytes."""
    good = packed(body(paragraph()))
    place = good.rfind(b"PK\x01\x02", 0, good.rfind(b"word/document.xml"))
    return good[: place + 24] + struct.pack("<I", min(size, 0xFFFFFFFE)) + good[place + 28 :]


@cache
def zeros(megabytes: int) -> bytes:
    """A Word file whose document really unpacks to so many megabytes out of less than a hundredth of it."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        with archive.open("word/document.xml", "w", force_zip64=True) as entry:
            entry.write(body(paragraph())[:-20].encode())
            for _ in range(megabytes):
                entry.write(b" " * 2**20)
    return file.getvalue()


def crowded() -> bytes:
    """A hundred thousand empty entries."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", body(paragraph()))
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"word/{number}"), b"")
    return file.getvalue()


def endless() -> bytes:
    """A PDF whose pages are their own children, with a stream that is its own length."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 99999 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources 3 0 R >>",
        b"<< /Length 4 0 R /Filter /FlateDecode >>\nstream\n" + zlib.compress(bytes(2**20)) + b"\nendstream",
    )
    file = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(objects, 1))
    return file + b"trailer\n<< /Root 1 0 R /Size 5 /Prev 0 >>\nstartxref\n0\n%%EOF\n"


def linked() -> bytes:
    """Relationships that lead out of the file, by every way there is."""
    ways = ("file:///etc/hostname", "../../../../etc/hostname", "/etc/hostname", "http://127.0.0.1:9/x", "//host/x")
    kinds = ("footnotes", "styles", "numbering", "header", "image")
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{way}" {mode}/>'
        for number, (way, kind, mode) in enumerate(
            (way, kind, mode) for way in ways for kind in kinds for mode in ("", 'TargetMode="External"')
        )
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    inside = f'<Relationships xmlns="{space}">{relations}</Relationships>'
    note = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    return packed(body(paragraph() + note), **{"word/_rels/document_dot_xml_dot_rels": inside})


def symbolic() -> bytes:
    """An entry that is a symbolic link, and names that climb out of the folder."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("word/styles.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("../../../../tmp/policy-review-climbed", "x")
        archive.writestr("/tmp/policy-review-climbed", "x")
        archive.writestr("word/document.xml", body(paragraph()))
    return file.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    "laughs.docx": lambda: packed(body(paragraph("&a11;"), f"<!DOCTYPE w [{LAUGHS}]>")),
    "laughs-in-attribute.docx": lambda: packed(
        body('<w:p w:x="&a11;"/>' + paragraph(), f"<!DOCTYPE w [{LAUGHS}]>").replace("?>", "?>" + " " * 100_000, 1)
    ),
    "laughs.html": lambda: utf8(f"<!DOCTYPE html [{LAUGHS}]><p>&a11;{SENTENCE}</p>"),
    "laughs.xml": lambda: utf8(f"<?xml version='1.0'?><!DOCTYPE a [{LAUGHS}]><a>&a11;{SENTENCE}</a>"),
    "outside.docx": lambda: packed(
        body(paragraph("&x;"), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    ),
    "outside.html": lambda: utf8(
        "<link rel=stylesheet href=http://127.0.0.1:9/a.css><img src=http://127.0.0.1:9/a.png>",
        f"<iframe src=file:///etc/hostname></iframe><script src=//127.0.0.1:9/></script><p>{SENTENCE}</p>",
    ),
    "linked.docx": linked,
    "symbolic.docx": symbolic,
    "claims-10-gigabytes.docx": lambda: claiming(10 * 2**30),
    "claims-little.docx": lambda: claiming(3),
    "unpacks-to-300-megabytes.docx": lambda: zeros(300),
    "100000-entries.docx": crowded,
    "deep.docx": lambda: packed(body("<w:sdt><w:sdtContent>" * 5000 + paragraph() + "</w:sdtContent></w:sdt>" * 5000)),
    "deep-tables.docx": lambda: packed(body(
        "<w:tbl><w:tr><w:tc>" * 60 + paragraph() + "</w:tc></w:tr></w:tbl>" * 60
    )),
    "deep.html": lambda: utf8("<div>" * 100_000, SENTENCE),
    "deep-tables.html": lambda: utf8("<table><tr><td>" * 3000, SENTENCE),
    "deep-inline.html": lambda: utf8(f"<p>{SENTENCE}</p>", "<b><i><a>" * 20_000, SENTENCE),
    "deep.md": lambda: utf8("> " * 100_000, "- " * 100_000, "[" * 100_000, SENTENCE),
    "pipes.md": lambda: utf8("|" * 200_000, "\n", "|-" * 100_000, "\n", "|5" * 100_000),
    "pipe-lines.md": lambda: utf8("| a | 5 |\n" * 30_000),
    "blanks.txt": lambda: utf8(("\u3000 " * 1500 + "五\n") * 200),
    "tabs.txt": lambda: utf8("1\t2\t3\n" * 20_000, SENTENCE),
    "wide-attribute.html": lambda: utf8(f"<p title='{'x' * 20_000_000}'>{SENTENCE}</p>"),
    "wide-attribute.docx": lambda: packed(body(f'<w:p w:x="{"x" * 12_000_000}"/>' + paragraph())),
    "wide-span.html": lambda: utf8(
        "<table>", "<tr><td rowspan=65535 colspan=65535>5<td>6</tr>" * 300, "</table>", SENTENCE
    ),
    "endless.pdf": endless,
    "nul.txt": lambda: b"\0" * 5_000_000,
    "nuls-between.txt": lambda: SENTENCE.encode() + b"\0" * 3 + SENTENCE.encode() * 400,
    "surrogates.txt": lambda: (SENTENCE * 40).encode() + b"\xed\xa0\x80\xed\xbf\xbf" + (SENTENCE * 40).encode(),
    "surrogates.html": lambda: utf8(f"<p>&#xD800;&#xDFFF;&#x110000;{SENTENCE}</p>"),
    "surrogates-utf16.txt": lambda: (SENTENCE * 5).encode("utf-16") + b"\x00\xd8" * 3,
    "one-line.txt": lambda: SENTENCE.encode() * 1_700_000,
    "one-line.md": lambda: b"a|" * 50_000_000,
    "one-line.html": lambda: b"<p>" + b"x" * 100_000_000,
    "comments.html": lambda: b"<!--" * 400_000,
    "digits.txt": lambda: b"1" * 400_000 + SENTENCE.encode(),
    "brackets.txt": lambda: utf8("（" * 50_000, SENTENCE),
}


def made() -> Iterator[tuple[str, bytes]]:
    """All of them, each made when it is wanted."""
    for name, make in MADE.items():
        yield name, make()


def test_no_hostile_file_crashes_hangs_unpacks_or_reaches_out() -> None:
    """The names of those that did are the message."""
    outcome = run(made(), workers=1, batch_size=1)
    assert [(name, way) for name, way, _ in outcome.failures] == []
    assert sum(sum(counts.values()) for counts in outcome.counts.values()) == len(MADE)


def test_some_hundred_mutated_files_end_in_a_report_or_a_sentence() -> None:
    """The same at every run; the benchmark reads twenty thousand, and others with another seed."""
    outcome = fuzz(FILES, seed=7, workers=1)
    assert [(name, way) for name, way, _ in outcome.failures] == []
    read = {kind: counts["read"] for kind, counts in outcome.counts.items()}
    assert min(read.values()) >= 10, read


def test_a_file_that_takes_too_long_is_a_failure() -> None:
    """A harness that sees nothing would find nothing."""
    from tests.benchmarks import fuzz_readers

    good = fuzz_readers.seeds()["utf8.txt"]
    outcome = run(iter([("a.txt", good)]), workers=1, seconds=-1.0)
    assert {way for _, way, _ in outcome.failures} == {"hang"}
    assert outcome.table().count("\n") == len(fuzz_readers.FORMATS)


@pytest.mark.parametrize("name", ["unpacks-to-300-megabytes.docx", "outside.docx", "laughs.docx"])
def test_bombs_and_entities_are_refused_by_name(name: str) -> None:
    """A person is told that the file is no report, not shown half of it."""
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(MADE[name](), name)
    assert told.value.key in ("too-large", "damaged")


@pytest.mark.parametrize(
    "name", ["linked.docx", "symbolic.docx", "outside.html", "surrogates.html", "deep-tables.html"]
)
def test_what_is_good_in_a_hostile_file_is_still_read(name: str) -> None:
    """An address in a page is no reason to refuse the page."""
    assert SENTENCE in read_bytes(MADE[name](), name).text
