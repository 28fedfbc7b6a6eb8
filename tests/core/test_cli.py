"""The command line does the whole job without a window, and answers mistakes with one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import seeds
from core import cli
from core.messages import PolicyReviewError
from core.model import Report
from core.pipeline import read_report
from core.project import Project, SetVerdict
from core.readers import files
from core.readers.kinds import Kind
from core.readers.reading import ReadingOptions, Words
from gui.__main__ import main as policy_review

DIGEST = seeds.samples()[0].file


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of the digest, made by the command itself."""
    file = tmp_path / "评审.prv"
    assert cli.main(["review", str(DIGEST), "--project", str(file), "--reviewer", "李审"]) == 0
    return file


def test_extract_prints_the_object_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    """Scores and other programs read standard output."""
    assert cli.main(["extract", str(DIGEST)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "policy-review/extraction"
    assert found["text"] == DIGEST.read_text("utf-8")
    assert found["metrics"] and "reasons" not in found["metrics"][0]


def test_explain_adds_the_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    """Every figure can say why it was read so."""
    assert cli.main(["extract", str(DIGEST), "--explain"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(metric["reasons"] for metric in found["metrics"])
    assert all(reason["why"] for metric in found["metrics"] for reason in metric["reasons"])
    assert all(passed["surface"] and passed["why"] != passed["rule"] for passed in found["passed_over"])


def test_extract_writes_to_a_file_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --out nothing but one line is printed."""
    target = tmp_path / "out.json"
    assert cli.main(["extract", str(DIGEST), "--out", str(target), "--language", "en"]) == 0
    assert json.loads(target.read_text("utf-8"))["version"] == 1
    assert str(target) in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [target]


def test_review_makes_the_project_that_the_window_would_make(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was read is in it, and the command says where it is and what was found."""
    project = tmp_path / "评审.prv"
    assert cli.main(["review", str(DIGEST), "--project", str(project)]) == 0
    report, _ = read_report(DIGEST)
    with Project.open(project, read_only=True) as made:
        assert made.report() == report
        assert len(made.claims()) == len(report.claims)
    said = capsys.readouterr().out
    assert str(project) in said and str(len(report.metrics)) in said


def test_a_project_that_exists_is_never_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A day's verdicts are worth more than a repeated command."""
    before = project.read_bytes()
    assert cli.main(["review", str(DIGEST), "--project", str(project)]) == 1
    assert "已存在" in capsys.readouterr().err
    assert project.read_bytes() == before


def test_force_keeps_the_old_project_under_another_name(project: Path) -> None:
    """Even when asked to replace it, nothing is lost."""
    before = project.read_bytes()
    assert cli.main(["review", str(DIGEST), "--project", str(project), "--force"]) == 0
    assert project.with_name("评审.1.prv").read_bytes() == before
    assert project.exists()


def test_force_puts_the_old_project_back_when_the_new_one_fails(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a command must not leave the reviewer without a project."""

    def fail(*_: object, **__: object) -> Report:
        raise RuntimeError

    before = project.read_bytes()
    monkeypatch.setattr("core.project.Project.create", fail)
    with pytest.raises(RuntimeError):
        cli.main(["review", str(DIGEST), "--project", str(project), "--force"])
    assert project.read_bytes() == before
    assert [file.name for file in project.parent.glob("*.prv")] == [project.name]


def test_a_corrected_version_is_compared_first_and_then_put_in(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the window's dialog shows is printed; --dry-run changes nothing, and reading again finds nothing new."""
    with Project.open(project) as made:
        kept, lost = made.claims()[2], made.claims()[4]
        made.do(SetVerdict(kept.id, "mostly"))
        made.do(SetVerdict(lost.id, "refuted"))
        before = made.content_hash()
    text = DIGEST.read_text("utf-8")
    corrected = tmp_path / "更正.txt"
    corrected.write_text(text.replace(lost.anchor.exact, ""), "utf-8")
    assert cli.main(["correct", str(project), str(corrected), "--dry-run", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert lost.id in said and "1 in place, 0 to check, 1 not found" in said
    with Project.open(project, read_only=True) as made:
        assert made.content_hash() == before
    assert cli.main(["correct", str(project), str(corrected)]) == 0
    with Project.open(project, read_only=True) as made:
        claims = {claim.id: claim for claim in made.claims()}
        assert made.report().source.name == "更正.txt"
        assert (claims[kept.id].state, claims[lost.id].state, claims[lost.id].veracity) == ("ok", "orphan", "refuted")
        after = made.content_hash()
    assert cli.main(["correct", str(project), "--language", "en"]) == 0
    assert "the same as before" in capsys.readouterr().out
    with Project.open(project, read_only=True) as made:
        assert made.content_hash() == after


def test_encoding_and_password_reach_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a person knows of a file can be said without a window; a password is read from a file, never an argument."""
    asked: list[ReadingOptions] = []

    def plain(data: bytes, name: str, options: ReadingOptions, _progress: object) -> Words:
        asked.append(options)
        if options.password is None:
            raise PolicyReviewError("password-needed", name=name)
        return Words(data.decode("utf-8"), "utf-8")

    monkeypatch.setitem(files._READERS, Kind.TEXT, plain)
    secret, report = tmp_path / "secret", tmp_path / "a.txt"
    secret.write_text("right\n", encoding="utf-8")
    report.write_text("某县2023年政府工作报告", encoding="utf-8")
    assert cli.main(["extract", str(report), "--language", "en"]) == 1
    assert "password" in capsys.readouterr().err
    arguments = ["--encoding", "GB18030", "--password-file", str(secret), "--recognise"]
    assert cli.main(["extract", str(report), *arguments]) == 0
    assert asked[-1] == ReadingOptions(encoding="gb18030", password="right", recognise=True)
    assert cli.main(["extract", str(report), "--encoding", "klingon"]) == 2


def test_export_writes_the_pdf_of_a_project(project: Path, tmp_path: Path) -> None:
    """The end of every review; the project itself is only read."""
    before = project.read_bytes()
    target = tmp_path / "报告.pdf"
    assert cli.main(["export", str(project), "--pdf", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert project.read_bytes() == before


def test_export_writes_the_whole_review_as_json(project: Path, tmp_path: Path) -> None:
    """What other programs get holds the extraction itself."""
    target = tmp_path / "out.json"
    assert cli.main(["export", str(project), "--json", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["report"]["text"] == DIGEST.read_text("utf-8")


def test_export_writes_tables_into_a_folder_that_it_makes(project: Path, tmp_path: Path) -> None:
    """One file a table, ready for a spreadsheet."""
    folder = tmp_path / "表格"
    assert cli.main(["export", str(project), "--csv", str(folder), "--xlsx", str(tmp_path / "a.xlsx")]) == 0
    assert (tmp_path / "a.xlsx").stat().st_size > 5_000
    files = sorted(folder.iterdir())
    assert len(files) >= 3 and all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["extract", "没有.txt"], 1, "找不到文件"),
        (["extract", "没有.txt", "--language", "en"], 1, "There is no file"),
        (["--language", "en", "extract", "没有.txt"], 1, "There is no file"),
        (["review", "没有.txt", "--project", "a.prv"], 1, "找不到文件"),
        (["review", "{digest}", "--project", "no-such-folder/a.prv"], 1, "no-such-folder"),
        (["extract", "{digest}", "--out", "{digest}"], 1, "同一个文件"),
        (["review", "{digest}", "--project", "a.prv", "--pdf", "{digest}"], 1, "同一个文件"),
        (["export", "没有.prv", "--pdf", "a.pdf"], 1, "没有.prv"),
        (["export", "没有.prv"], 2, "--pdf"),
        (["export", "{digest}", "--pdf", "a.pdf"], 1, "digest-2024.txt"),
        (["extract"], 2, "REPORT"),
        (["review", "a.txt"], 2, "--project"),
        (["print", "a.txt"], 2, "print"),
        ([], 2, "COMMAND"),
    ],
)
def test_a_mistake_is_answered_with_a_code_and_a_sentence(
    words: list[str], code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Never a traceback, and nothing left behind."""
    monkeypatch.chdir(tmp_path)
    before = DIGEST.read_bytes()
    assert cli.main([word.format(digest=DIGEST) for word in words]) == code
    error = capsys.readouterr().err
    assert said in error and "Traceback" not in error
    assert list(tmp_path.iterdir()) == []
    assert DIGEST.read_bytes() == before


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for, it goes to standard output."""
    assert policy_review(["--help"]) == 0
    assert "extract" in capsys.readouterr().out


def test_a_reader_that_has_seen_enough_ends_the_output_quietly() -> None:
    """`policy-review extract … | head` is everyday use; and output is UTF-8 whatever the console says."""
    words = [sys.executable, "-m", "gui", "extract", str(DIGEST)]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root, env=environment
    ) as process:
        assert process.stdout and process.stderr
        first = process.stdout.read(5000)
        process.stdout.close()
        assert "潮起岚江" in first.decode("utf-8", "ignore")
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_command_loads_neither_the_window_nor_pandas(tmp_path: Path) -> None:
    """A batch over thousands of reports should not pay for a screen."""
    code = (
        "import sys, gui.__main__ as m; m.main(['extract', sys.argv[1], '--out', sys.argv[2]]); "
        "print([name for name in ('PySide6', 'pandas', 'pyqtgraph', 'typst', 'docx') if name in sys.modules])"
    )
    words = [sys.executable, "-c", code, str(DIGEST), str(tmp_path / "out.json")]
    ran = subprocess.run(words, capture_output=True, cwd=Path(__file__).resolve().parents[2], check=True)
    assert ran.stdout.decode().strip().endswith("[]")
