"""The package for Debian and Ubuntu: what it puts where, and what it says of itself."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from build_scripts import debian
from build_scripts.environment import ROOT, SetUpError
from core.registration import ENDING, MEDIA_TYPE, desktop_files

needs_dpkg = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here: packages are made on Debian and Ubuntu"
)


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """A folder as the build leaves it, of a few bytes, made by somebody whose files nobody else may read."""
    folder = tmp_path / "dist" / "policy-review"
    inner = folder / "_internal"
    inner.mkdir(parents=True)
    program = folder / "policy-review"
    program.write_text("#!/bin/sh\necho started $0\n", "ascii")
    program.chmod(0o700)
    (inner / "libQt6Core.so.6.11").write_bytes(b"\x7fELF" + bytes(3000))
    (inner / "libQt6Core.so.6").symlink_to("libQt6Core.so.6.11")
    (inner / "报告.txt").write_text("样本", "utf-8")
    (inner / "报告.txt").chmod(0o600)
    return folder


@pytest.fixture
def package(application: Path) -> Path:
    """The package of that folder."""
    return debian.build(application, application.parent)


def _entries(package: Path, folder: Path) -> dict[str, tarfile.TarInfo]:
    file = folder / "contents.tar"
    with file.open("wb") as out:
        subprocess.run(["dpkg-deb", "--fsys-tarfile", package], stdout=out, check=True)
    with tarfile.open(file) as contents:
        return {entry.name.removeprefix("."): entry for entry in contents}


@needs_dpkg
def test_a_package_with_text_recognition_takes_the_place_of_the_plain_one(application: Path) -> None:
    """Same name, and newer for dpkg: installing it adds recognition, and both can be told apart by their files."""
    plain = debian.version()
    (application / "_internal" / "rapidocr").mkdir()
    made = debian.build(application, application.parent)
    assert made.name.startswith(f"policy-review_{plain}+ocr_")
    newer = subprocess.run(["dpkg", "--compare-versions", f"{plain}+ocr", "gt", plain], check=False)
    assert newer.returncode == 0


@needs_dpkg
def test_the_package_says_what_it_is_and_needs(package: Path, application: Path) -> None:
    """Version as in pyproject, the libraries that a bare system lacks, its size; and no scripts."""
    shown = subprocess.run(["dpkg-deb", "--field", package], capture_output=True, text=True, check=True).stdout
    fields = dict(line.split(": ", 1) for line in shown.splitlines() if line[:1] != " ")
    assert f'version = "{fields["Version"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert fields["Package"] == "policy-review"
    assert package.name == f"policy-review_{fields['Version']}_{fields['Architecture']}.deb"
    needed = fields["Depends"].split(", ")
    assert needed[0] == f"libc6 (>= {platform.libc_ver()[1]})"
    assert {"libgl1", "libegl1", "libxcb1", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"} < {*needed}
    assert 10 < int(fields["Installed-Size"]) < 100, "a fake application, our own files and some folders, in KiB"
    assert [path.name for path in application.parent.iterdir() if path.name.startswith("debian-")] == []
    control = application.parent / "control"
    subprocess.run(["dpkg-deb", "--control", package, control], check=True)
    assert [path.name for path in control.iterdir()] == ["control"]


@needs_dpkg
def test_everything_stands_in_its_place_readable_by_all_and_root_s(package: Path, tmp_path: Path) -> None:
    """Whoever built it, and with whatever umask."""
    entries = _entries(package, tmp_path)
    assert entries["/usr/bin/policy-review"].linkname == "/opt/policy-review/policy-review"
    assert entries["/opt/policy-review/_internal/libQt6Core.so.6"].linkname == "libQt6Core.so.6.11"
    assert entries["/opt/policy-review/policy-review"].mode == 0o755
    assert entries["/opt/policy-review/_internal/报告.txt"].mode == 0o644
    assert "MIT License" in (_unpacked(package, tmp_path) / "usr/share/doc/policy-review/copyright").read_text("utf-8")
    assert {(entry.uid, entry.gid) for entry in entries.values()} == {(0, 0)}
    assert {entry.mode for entry in entries.values() if entry.isdir()} == {0o755}


@needs_dpkg
def test_the_desktop_learns_type_icon_and_entry(package: Path, tmp_path: Path) -> None:
    """The very files that `policy-review register` writes for one user, with the command of the package."""
    share = _unpacked(package, tmp_path) / "usr" / "share"
    wanted = desktop_files(["/usr/bin/policy-review"], debian.HOME)
    assert {place: (share / place).read_bytes() for place in wanted} == wanted
    entry = (share / "applications" / "policy-review.desktop").read_text("utf-8").splitlines()
    assert 'Exec="/usr/bin/policy-review" %f' in entry
    assert "Path=/opt/policy-review" in entry
    if shutil.which("update-mime-database"):
        subprocess.run(["update-mime-database", share / "mime"], check=True)
        assert f"{MEDIA_TYPE}:*{ENDING}" in (share / "mime" / "globs").read_text("utf-8")


@pytest.mark.parametrize(
    ("python", "debian_s"), [("0.2.0", "0.2.0"), ("0.3.0rc1", "0.3.0~rc1"), ("1.0.dev2", "1.0~dev2")]
)
def test_a_version_before_a_release_is_older_for_dpkg_too(python: str, debian_s: str) -> None:
    """Otherwise the release would not replace its own candidate."""
    assert debian.version(python) == debian_s


def test_what_is_missing_is_said_before_anything_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that names it and the way on, on each system."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SetUpError, match=r"dpkg-deb is missing.*`bundle`"):
        debian.require_tools()
    for system in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        with pytest.raises(SetUpError, match=r"made on Linux.*`bundle`"):
            debian.require_tools()


def _unpacked(package: Path, folder: Path) -> Path:
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "--extract", package, tree], check=True)
    return tree
