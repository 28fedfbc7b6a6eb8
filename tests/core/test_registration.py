"""The desktop opens project files with this program, and forgets them when asked."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from core import cli
from core.project import APPLICATION_ID
from core.registration import ENDING, MEDIA_TYPE, _quoted

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="files of a freedesktop.org desktop")
_NAMES = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's data folder of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def test_registering_writes_type_icon_and_entry_and_removing_takes_them_back(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is left behind."""
    assert cli.main(["register", "--language", "en"]) == 0
    told = capsys.readouterr().out
    written = [path for path in home.rglob("*policy-review*") if path.is_file() and path.parent.name != "application"]
    assert len(written) >= 4
    assert all(str(path) in told for path in written)
    assert cli.main(["register", "--remove"]) == 0
    assert not [path for path in written if path.exists()]
    assert cli.main(["register", "--remove", "--language", "en"]) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_the_entry_starts_this_program_with_the_file(home: Path) -> None:
    """A double click must open the window on that file."""
    cli.main(["register"])
    lines = (home / "applications" / "policy-review.desktop").read_text("utf-8").splitlines()
    entry = dict(line.split("=", 1) for line in lines if "=" in line)
    words = shlex.split(entry["Exec"])
    assert words[0] == sys.executable
    assert words[-1] == "%f"
    assert MEDIA_TYPE in entry["MimeType"]
    assert Path(entry["Path"], "gui", "__main__.py").is_file()


def test_the_type_is_told_by_ending_and_by_content(home: Path) -> None:
    """A project that lost its ending in the mail is still one: SQLite's head, and our own mark at byte 68."""
    cli.main(["register"])
    root = ElementTree.parse(home / "mime" / "packages" / "policy-review.xml").getroot()
    (glob,) = root.findall(".//m:glob", _NAMES)
    assert glob.get("pattern") == f"*{ENDING}"
    inner = root.find(".//m:match/m:match", _NAMES)
    assert inner is not None
    assert inner.get("offset") == "68"
    assert str(inner.get("value")).encode() == APPLICATION_ID.to_bytes(4, "big")


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="the desktop's own tools are not here")
def test_the_desktops_own_tool_takes_the_type(home: Path) -> None:
    """It complains about what it cannot read."""
    cli.main(["register"])
    done = subprocess.run(["update-mime-database", str(home / "mime")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"{MEDIA_TYPE}:*{ENDING}" in (home / "mime" / "globs").read_text("utf-8")


def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, no traceback."""
    file = tmp_path / "file"
    file.write_bytes(b"")
    monkeypatch.setenv("XDG_DATA_HOME", str(file))
    assert cli.main(["register", "--language", "en"]) == 1
    assert "not registered" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["/opt/政策 评审/app", 'a"b', "a$b", "a`b", "a%b"])
def test_odd_places_are_quoted(word: str) -> None:
    """A folder's name must not become a second word or a command."""
    quoted = _quoted(word)
    assert quoted.startswith('"') and quoted.endswith('"')
    read = re.sub(r"\\(.)", r"\1", quoted[1:-1].replace("%%", "%").replace("\\\\", "\\"))
    assert read == word, "first the field codes and the file's escapes are read, then the quoting"
