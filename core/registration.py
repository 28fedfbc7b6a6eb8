"""Making project files known to the desktop: their type, their icon, and which program opens them.

`register` does it for one user; a package does it for a machine, on Linux with the same files (`desktop_files`).
Linux: files in a data folder after the shared MIME database and desktop entry specifications of freedesktop.org.
Windows: keys under HKEY_CURRENT_USER\\Software\\Classes. macOS reads it from the application's own Info.plist.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath

import resources
from core.messages import PolicyReviewError

#: The ending of project files, and their media type: a format of our own kept in SQLite (RFC 6838 vendor tree).
ENDING = ".prv"
MEDIA_TYPE = "application/vnd.policy-review.project+sqlite3"

_APPLICATION_ID = "PRV1"
_CLASS = "PolicyReview.Project"

#: What a desktop's data folder gets, and the resource that it is made of.
_SOURCES = {
    "applications/policy-review.desktop": ("desktop", "policy-review.desktop"),
    "mime/packages/policy-review.xml": ("desktop", "policy-review.xml"),
    "icons/hicolor/scalable/apps/policy-review.svg": ("icons", "app.svg"),
    "icons/hicolor/scalable/mimetypes/policy-review-project.svg": ("icons", "project.svg"),
}


def register() -> tuple[str, ...]:
    """Make the type known; gives the places written. A second call writes the same again.

    Raises:
        PolicyReviewError: "register-failed" where a place cannot be written.
    """
    with _explained():
        if sys.platform == "win32":
            return _write_keys()
        if sys.platform == "darwin":
            return ()
        return tuple(map(str, _write_files(_data_home())))


def unregister() -> tuple[str, ...]:
    """Take back what `register` wrote; gives the places that were removed.

    Raises:
        PolicyReviewError: "register-failed" where a place cannot be removed.
    """
    with _explained():
        if sys.platform == "win32":
            return _remove_keys()
        if sys.platform == "darwin":
            return ()
        home = _data_home()
        gone = [path for path in _places(home) if path.exists()]
        for path in gone:
            path.unlink()
        _tell_desktop(home)
        return tuple(map(str, gone))


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise PolicyReviewError("register-failed", name=error.filename or "", reason=reason) from error


def command() -> tuple[list[str], Path]:
    """How this program is started, and the folder in which: packaged by itself, from source by its Python."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        if sys.platform == "win32":
            program = program.with_name("policy-review.exe")  # not the one of the command line
        return [str(program)], program.parent
    return [sys.executable, "-m", "gui"], resources.path().parent


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def desktop_files(words: Sequence[str], folder: PurePath) -> dict[str, bytes]:
    """All that makes project files known to a freedesktop.org desktop, by place within a data folder of it.

    A data folder is $XDG_DATA_HOME for one user, /usr/share for all of a machine.

    Args:
        words: the command that starts the program; the file to open is added.
        folder: where it is started.
    """
    values = {
        "command": " ".join(map(_quoted, words)), "folder": str(folder), "media_type": MEDIA_TYPE, "ending": ENDING,
        "application_id": _APPLICATION_ID,
    }  # fmt: skip
    files = {}
    for place, source in _SOURCES.items():
        content = resources.path(*source).read_bytes()
        is_template = source[0] == "desktop"
        files[place] = content.decode("utf-8").format_map(values).encode("utf-8") if is_template else content
    return files


def _write_files(home: Path) -> tuple[Path, ...]:
    for place, content in desktop_files(*command()).items():
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        (home / place).write_bytes(content)
    _tell_desktop(home)
    return _places(home)


def _places(home: Path) -> tuple[Path, ...]:
    return tuple(home / place for place in _SOURCES)


def _quoted(word: str) -> str:
    """A word of an Exec line: quoted, with the characters escaped that the desktop entry specification names."""
    for character in ("\\", '"', "`", "$"):
        word = word.replace(character, "\\" + character)
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _tell_desktop(home: Path) -> None:
    """Let the desktop's own tools read it anew; without them it does so at the next login."""
    for tool, folder in (("update-mime-database", home / "mime"), ("update-desktop-database", home / "applications")):
        program = shutil.which(tool)
        if program and folder.is_dir():
            subprocess.run([program, str(folder)], check=False, capture_output=True, timeout=60)


if sys.platform == "win32":
    import winreg

    def _keys() -> dict[str, str]:
        words, _ = command()
        line = " ".join(f'"{word}"' for word in words)
        icon = resources.path("icons", "project.ico")
        keys = {
            ENDING: _CLASS,
            f"{_CLASS}": "政策报告评审项目 Policy Review project",
            rf"{_CLASS}\shell\open\command": f'{line} "%1"',
        }
        return keys | ({rf"{_CLASS}\DefaultIcon": str(icon)} if icon.exists() else {})

    def _write_keys() -> tuple[str, ...]:
        for key, value in _keys().items():
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{key}") as opened:
                winreg.SetValueEx(opened, "", 0, winreg.REG_SZ, value)
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{ENDING}") as opened:
            winreg.SetValueEx(opened, "Content Type", 0, winreg.REG_SZ, MEDIA_TYPE)
        return tuple(_keys())

    def _remove_keys() -> tuple[str, ...]:
        gone = []
        below = (rf"{_CLASS}\shell\open\command", rf"{_CLASS}\shell\open", rf"{_CLASS}\shell", rf"{_CLASS}\DefaultIcon")
        for key in (*below, _CLASS, ENDING):
            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{key}")
            except FileNotFoundError:
                continue
            gone.append(key)
        return tuple(gone)
