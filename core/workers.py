"""Processes of our own beside this one: how each is called, from source and in the packaged application."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

_WINDOWS: Final = os.name == "nt"
#: No console window opens for a worker on Windows.
FLAGS: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
#: The words that call a worker of the packaged application, and the module that does its work.
WORKERS: Final = {"--render": "core.export.worker", "--read-pages": "core.readers.printed.worker"}


def command(option: str, *words: str) -> list[str]:
    """The call of the worker of this `option`: from source its module, in the packaged application that itself."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", WORKERS[option], *words]
    program = Path(sys.executable)
    # a windowed program has no standard input and output there; its twin for the command line has
    console = program.with_name("policy-review-cli.exe")
    return [str(console if _WINDOWS and console.is_file() else program), option, *words]


def environment() -> dict[str, str]:
    """What the worker finds around it: also our own packages, wherever this process was started."""
    found = dict(os.environ)
    if not getattr(sys, "frozen", False):
        roots = [str(Path(__file__).resolve().parents[1]), found.get("PYTHONPATH", "")]
        found["PYTHONPATH"] = os.pathsep.join(root for root in roots if root)
    return found
