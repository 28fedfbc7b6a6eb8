"""The project's own virtual environment: made once, from pinned and hashed requirements.

Everything here runs with a bare Python: standard library only. The environment is `.venv` at the top of
the checkout; a stamp in it says which requirements it holds, so that a second call costs nothing.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "build_scripts" / "requirements"
OLDEST = (3, 11)


class SetUpError(Exception):
    """A step of the set-up failed; the message says which, and what to do."""


def interpreter(folder: Path = VENV) -> Path:
    """The environment's Python, on any of the three systems."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure(*, developer: bool = False, ocr: bool = False) -> Path:
    """Make or bring up to date the environment and the made assets; answer its Python.

    Args:
        developer: also the test, lint and packaging tools.
        ocr: also text recognition for scanned reports (about 300 MB).

    Raises:
        SetUpError: Python is too old, or pip could not install.
    """
    if sys.version_info < OLDEST:
        raise SetUpError("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    python = interpreter()
    if not python.exists():
        print(f"Making the environment {VENV} ...", flush=True)
        venv.EnvBuilder(with_pip=True, upgrade_deps=False).create(VENV)
    for name in ("app", *(["dev"] if developer else []), *(["ocr"] if ocr else [])):
        _install(python, REQUIREMENTS / f"{name}.txt")
    subprocess.run([python, "-m", "build_scripts.assets"], cwd=ROOT, check=True)
    return python


def _install(python: Path, requirements: Path) -> None:
    stamp = VENV / f"installed-{requirements.stem}"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Installing {requirements.name} (pinned and hashed) ...", flush=True)
    command: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
               "--require-hashes", "--only-binary", ":all:", "--requirement", requirements]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SetUpError(f"pip could not install {requirements.name}; is the package index within reach?")
    stamp.write_text(wanted, encoding="ascii")
