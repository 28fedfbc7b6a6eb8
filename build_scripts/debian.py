"""The package for Debian and Ubuntu: the built application under /opt, its command and its files known to the machine.

No scripts run at installation: shared-mime-info, desktop-file-utils and hicolor-icon-theme watch /usr/share by dpkg's
triggers, so the desktop knows project files as soon as the package is in, and forgets them when it is out.
Fields after the Debian Policy Manual, chapter 5; the copyright file after its chapter 12.5.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path, PurePosixPath

from build_scripts.environment import ROOT, SetUpError
from core.registration import desktop_files

NAME = "policy-review"
HOME = PurePosixPath("/opt") / NAME
COMMAND = PurePosixPath("/usr/bin") / NAME

#: What the application does not carry itself, found by running it in a bare Debian 12; the C library comes on top.
LIBRARIES = ("libgl1", "libegl1", "libxcb1", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
#: Whose triggers tell the desktop.
DESKTOP = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")

CONTROL = """\
Package: {name}
Version: {version}
Section: text
Priority: optional
Architecture: {architecture}
Maintainer: The Policy Review authors
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: libreoffice-writer
Description: review of Chinese policy reports (政策报告评审)
 Opens a Chinese policy report (government work report, newspaper digest,
 statistical communiqué, plan), finds its sections, figures, claims and
 doubtful spots, and lets a reviewer give verdicts and attach evidence.
 A signed review PDF comes out at the end. Works offline; a review is one
 local file.
"""

PARTS = """\
{home} also holds parts by others, each as files of its own and under its own licence: those are named,
with their texts where the authors give them, in the *.dist-info folders of {home}/_internal.
Qt and PySide6 are used under the GNU Lesser General Public License, version 3, which stands in
/usr/share/common-licenses/LGPL-3; their libraries can be replaced in that folder. Noto Sans SC and Noto Serif SC are
under the SIL Open Font License 1.1.

The application itself:

"""


def require_tools() -> None:
    """Say what is missing before anything is built.

    Raises:
        SetUpError: not on Linux, or without dpkg-deb.
    """
    if not sys.platform.startswith("linux"):
        raise SetUpError("the package is for Debian and Ubuntu and is made on Linux; use `bundle` on this system.")
    if shutil.which("dpkg-deb") is None:
        raise SetUpError(
            "dpkg-deb is missing, which packs for Debian and Ubuntu. It is part of these systems; on another Linux "
            "install its package dpkg, or use `bundle`."
        )


def build(application: Path, folder: Path) -> Path:
    """Pack the folder of the built application; gives the package, written into `folder`.

    Raises:
        subprocess.CalledProcessError: dpkg-deb refused.
    """
    machine = _output("dpkg", "--print-architecture")
    with tempfile.TemporaryDirectory(prefix="debian-", dir=folder) as name:
        tree = Path(name)
        _fill(tree, application)
        control = tree / "DEBIAN" / "control"
        size = _installed_size(tree)
        control.parent.mkdir()
        number = version() + ("+ocr" if has_recognition(application) else "")
        control.write_text(_control(machine, size, number), encoding="utf-8")
        _set_modes(tree)
        package = folder / f"{NAME}_{number}_{machine}.deb"
        print(f"Packing {size // 1024} MB, which takes some minutes ...", flush=True)
        # xz: the zstd that Ubuntu's dpkg-deb takes by itself cannot be read by Debian 11.
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package], check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
    return package


def has_recognition(application: Path) -> bool:
    """Whether the application was built with `--ocr`; its package is newer than the plain one and takes its place."""
    return (application / "_internal" / "rapidocr").is_dir()


def version(python: str | None = None) -> str:
    """The project's version as Debian sorts it: 0.3.0rc1 comes before 0.3.0 only if it is written 0.3.0~rc1."""
    if python is None:
        with (ROOT / "pyproject.toml").open("rb") as file:
            python = str(tomllib.load(file)["project"]["version"])
    return re.sub(r"\.?(a|b|rc|dev)(?=\d)", r"~\1", python)


def _fill(tree: Path, application: Path) -> None:
    shutil.copytree(application, _under(tree, HOME), symlinks=True)
    link = _under(tree, COMMAND)
    link.parent.mkdir(parents=True)
    link.symlink_to(HOME / NAME)
    files = {f"doc/{NAME}/copyright": PARTS.format(home=HOME).encode() + (ROOT / "LICENSE").read_bytes()}
    files |= desktop_files([str(COMMAND)], HOME)
    for place, content in files.items():
        file = tree / "usr" / "share" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _control(machine: str, size: int, number: str) -> str:
    # The libraries that the application took from this machine may need its C library, and none older.
    libc = f"libc6 (>= {platform.libc_ver()[1]})"
    return CONTROL.format(name=NAME, version=number, architecture=machine, size=size,
                          depends=", ".join((libc, *LIBRARIES)), recommends=", ".join(DESKTOP))  # fmt: skip


def _installed_size(tree: Path) -> int:
    """In KiB: files rounded up each, one for anything else."""
    plain = (path.is_file() and not path.is_symlink() and path.stat().st_size for path in tree.rglob("*"))
    return sum(-(-size // 1024) if size else 1 for size in plain)


def _set_modes(tree: Path) -> None:
    """Whatever the umask of the person who builds: all can read, none but root can write."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _under(tree: Path, place: PurePosixPath) -> Path:
    return tree / place.relative_to("/")


def _output(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
