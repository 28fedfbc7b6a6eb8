"""Writing beside first: an older file is never lost, and what is no file is never replaced."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from core.export.writing import replacing
from core.messages import PolicyReviewError


def test_a_failure_leaves_the_older_file(tmp_path: Path) -> None:
    """Nothing stays beside it, either."""
    target = tmp_path / "a.json"
    target.write_text("older")
    with pytest.raises(ValueError, match="stop"), replacing(target) as place:
        place.write_text("half")
        raise ValueError("stop")
    assert target.read_text() == "older"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_told_as_one_and_leaves_the_older_file(tmp_path: Path) -> None:
    """It was told as a fault of the program, to be reported with the log."""
    target = tmp_path / "a.xlsx"
    target.write_text("older")
    with pytest.raises(PolicyReviewError) as told, replacing(target) as place:
        place.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert (told.value.key, told.value.params["name"]) == ("disk-full", "a.xlsx")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["older"]


def test_what_else_fails_while_writing_is_not_told_as_a_full_disk(tmp_path: Path) -> None:
    """A picture of the project that cannot be read says nothing of the place written to."""
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.json"):
        raise FileNotFoundError("evidence.png")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no such device")
def test_a_device_that_takes_nothing_is_full() -> None:
    """And it is still there."""
    with pytest.raises(PolicyReviewError) as told, replacing(Path("/dev/full")) as place:
        place.write_bytes(b"words" * 10_000)
    assert told.value.key == "disk-full"
    assert Path("/dev/full").exists()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written."""
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("older")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("this system lets nobody make a link")
    with replacing(link) as place:
        place.write_text("newer")
    assert link.is_symlink()
    assert real.read_text() == "newer"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    """A pipe here, /dev/null or /dev/stdout elsewhere: replaced by a file, a device would be gone for everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with replacing(pipe) as place:
        place.write_bytes(b"words")
    reader.join(10)
    assert got == [b"words"]
    assert pipe.is_fifo()
