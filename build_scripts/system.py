"""Qt's system libraries on Linux: found missing, named in one command, installed when asked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from build_scripts.environment import SetUpError

#: Debian 12, Ubuntu 22.04 and later. What PySide6's own wheel does not carry: first for any use, then for a window.
PACKAGES = (
    "libglib2.0-0", "libegl1", "libgl1", "libx11-6", "libdbus-1-3", "libfontconfig1", "libfreetype6", "libxkbcommon0",
    "libbrotli1", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1",
    "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon-x11-0", "libxcb-glx0",
    "libwayland-client0", "libwayland-cursor0", "libwayland-egl1",
)
WITHOUT_SCREEN = ("Qt/lib/libQt6Widgets.so.6", "Qt/lib/libQt6Svg.so.6", "Qt/plugins/platforms/libqoffscreen.so")
WITH_SCREEN = (*WITHOUT_SCREEN, "Qt/plugins/platforms/libqxcb.so")


def command() -> list[str]:
    """The one command that installs what Qt needs on Debian and Ubuntu."""
    return [*_rights(), "apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]


def require_qt(python: Path, *, screen: bool, install: bool) -> None:
    """Make sure that Qt finds its libraries, those of a window too if `screen`; install them if told to.

    Raises:
        SetUpError: a system library is missing; the message holds the command that installs it.
    """
    if not sys.platform.startswith("linux"):
        return
    lacking = missing(python, screen=screen)
    if lacking and install:
        subprocess.run([*_rights(), "apt-get", "update"], check=True)
        subprocess.run(command(), check=True)
        lacking = missing(python, screen=screen)
    if lacking:
        raise SetUpError(
            f"Qt's system libraries are missing ({', '.join(lacking)}).\nInstall them with\n  "
            f"{' '.join(command())}\nor run the same command again with --system."
        )


def missing(python: Path, *, screen: bool) -> list[str]:
    """The shared libraries that the loader does not find for Qt."""
    (package,) = python.parent.parent.glob("lib/python3*/site-packages/PySide6")
    found = set()
    for name in WITH_SCREEN if screen else WITHOUT_SCREEN:
        listing = subprocess.run(["ldd", package / name], capture_output=True, text=True, check=True).stdout
        found.update(re.findall(r"(\S+) => not found", listing))
    return sorted(found)


def _rights() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo"]
