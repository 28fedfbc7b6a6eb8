"""Qt's system libraries on Linux: found missing, named in one command, installed when asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_scripts.environment import SetUpError

#: Debian 12, Ubuntu 22.04 and later. What PySide6's own wheel does not carry: first for any use, then for X11.
PACKAGES = (
    "libglib2.0-0", "libegl1", "libgl1", "libx11-6", "libdbus-1-3", "libfontconfig1", "libfreetype6", "libxkbcommon0",
    "libbrotli1", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1",
    "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon-x11-0", "libxcb-glx0",
    "libwayland-client0", "libwayland-cursor0", "libwayland-egl1",
)


def command() -> list[str]:
    """The one command that installs what Qt needs on Debian and Ubuntu."""
    rights = [] if os.name != "nt" and os.geteuid() == 0 else ["sudo"]
    return [*rights, "apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]


def require_qt(python: Path, *, install: bool) -> None:
    """Make sure that Qt loads.

    Raises:
        SetUpError: a system library is missing; the message holds the command that installs it.
    """
    if not sys.platform.startswith("linux"):
        return
    if install:
        update = command()[: command().index("apt-get") + 1]
        subprocess.run([*update, "update"], check=True)
        subprocess.run(command(), check=True)
    trouble = _trouble(python)
    if trouble:
        words = " ".join(command())
        raise SetUpError(f"a system library of Qt is missing ({trouble}).\nInstall it with\n  {words}\n"
                         "or run the same command again with --system.")


def _trouble(python: Path) -> str:
    probe = "import PySide6.QtWidgets, PySide6.QtSvg; PySide6.QtWidgets.QApplication([])"
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run([python, "-c", probe], env=environment, capture_output=True, text=True, check=False)
    return done.stderr.strip().splitlines()[-1] if done.returncode and done.stderr.strip() else ""
