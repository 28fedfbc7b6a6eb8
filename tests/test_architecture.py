"""The house stays as it is drawn."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"core", "gui", "resources", "seeds", "tests", "build_scripts"}
FILES = {"pyproject.toml", "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE"}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


def tracked() -> list[str]:
    """What git tracks; in an unpacked archive without git, what lies there."""
    words = ("git", "-c", "core.quotePath=off", "ls-files")
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.split("\n") if done.returncode == 0 and done.stdout else [p.name for p in ROOT.iterdir()]


def test_imports_go_downwards_only() -> None:
    """A storey that imports from above would make the core depend on the window."""
    done = run("-c", "from importlinter.cli import lint_imports_command as c; c()")
    assert done.returncode == 0, done.stdout


def test_core_imports_without_qt_pandas_or_typst() -> None:
    """The command line and batch runs must not pay for, or need, a screen."""
    code = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "import core.pipeline, core.cli, core.project, core.charts, core.export.pdf, core.tables\n"
        "print([name for name in ('pandas', 'numpy', 'typst') if name in sys.modules])"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_top_level_holds_only_what_was_agreed() -> None:
    """The user fixed the layout; a stray folder is a mistake."""
    names = {name.split("/")[0] for name in tracked() if name}
    assert {name for name in names if not name.startswith(".")} <= FOLDERS | FILES


def test_no_index_address_is_written_down() -> None:
    """Packages come by name from the index that the machine knows."""
    for path in (ROOT / "build_scripts").rglob("*"):
        if path.suffix in {".txt", ".py", ".spec"}:
            words = path.read_text(encoding="utf-8")
            assert "index-" "url" not in words, path
            assert "find-" "links" not in words, path


def test_no_file_is_longer_than_it_should_be() -> None:
    """Past five hundred lines a file is split by subject."""
    long = [name for name in tracked() if name.endswith(".py")
            and (ROOT / name).is_file() and len((ROOT / name).read_text(encoding="utf-8").splitlines()) > 500]
    assert long == []
