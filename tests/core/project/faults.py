"""Does things to projects on a failing disk, in a process of its own: `… -m tests.core.project.faults SCENE FOLDER`.

Each scene does one thing again and again on a fresh copy of the same files, with a fault at the first operation of the
disk, the second, and so on until it gets through; and each time looks at what a killed process would leave, at what
the open project says, and whether work can go on. Prints one JSON object; exits with 3 where SQLite cannot be reached.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import json
import os
import random
import re
import secrets
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.project import (
    AddTag,
    AttachEvidence,
    Edit,
    EvidenceDraft,
    MarkClaim,
    Project,
    ProjectError,
    RestoreSnapshot,
    SetNote,
    SetVerdict,
    aside,
    database,
    snapshots,
)
from core.project.repair import repair
from tests.core.project.disk import BROKEN, FULL, Disk, Failing, NoLibraryError, Platter
from tests.core.project.making import Clock, made_project, span_of

OLD = Path(__file__).parent / "old" / "v1-county.prv"
NO_LIBRARY = 3
SNAPSHOT = "20260301T010000Z.prv"
#: What a fault may be told as.
TOLD = {"disk-full", "project-not-writable", "project-busy", "project-damaged", "project-unreadable"}
#: What a fault can look like: the error, whether the disk is gone for good, how much of a write or delete is done.
LOOKS: dict[str, Callable[[int], Failing]] = {
    "full": lambda at: Failing(at, lambda kind: FULL if kind == "write" else BROKEN[kind], ("write", "truncate")),
    "error": lambda at: Failing(at, BROKEN.__getitem__),
    "gone": lambda at: Failing(at, BROKEN.__getitem__, for_good=True),
    "torn": lambda at: Failing(at, BROKEN.__getitem__, ("write",), for_good=True, share=0.5),
    "done all the same": lambda at: Failing(at, BROKEN.__getitem__, ("write", "delete"), share=1.0),
    "read": lambda at: Failing(at, BROKEN.__getitem__, ("read",)),
    "lock": lambda at: Failing(at, BROKEN.__getitem__, ("lock",)),
}


@dataclass
class Scene:
    """Something that is done with an open project, in one transaction."""

    act: Callable[[Project], object]
    prepare: Callable[[Path], Path] = field(default_factory=lambda: _prepared)


@dataclass
class FileScene:
    """Something that writes whole files: from the folder as `prepare` leaves it, `act` makes `target` new.

    What failed leaves in the folder no other names than were there before, or than are there when all goes well.
    Every `step`-th operation is made to fail.
    """

    prepare: Callable[[Path], object]
    act: Callable[[Path], object]
    target: str
    step: int = 1


def _prepared(folder: Path) -> Path:
    with made_project(folder, "p.prv") as project:
        key = project.do(MarkClaim("r1", span_of("𠮷祥路通车"))).subject
        project.do(AddTag(key, "city"))
        project.do(AttachEvidence(key, EvidenceDraft(title="old"), content=b"\x01" * 9000))
        project.do(SetNote("r1.c1", "before"))
        project.do(SetVerdict("r1.c1", "mostly"))
        return project.path


def _with_snapshot(folder: Path) -> Path:
    path = _prepared(folder)
    snapshots.take(path, clock=Clock())
    with Project.open(path, clock=Clock()) as project:
        project.do(SetNote("r1.c2", "since the snapshot"))
        project.do(SetVerdict("r1.c1", None))
    return path


SCENES: dict[str, Scene] = {
    "note": Scene(lambda project: project.do(SetNote("r1.c2", "长" * 3000))),
    "evidence": Scene(
        lambda project: project.do(AttachEvidence("r1.c2", EvidenceDraft(title="new"), content=b"\x02" * 30_000))
    ),
    "undo": Scene(lambda project: project.undo()),
    "restore": Scene(
        lambda project: project.do(RestoreSnapshot(aside.folder_of(project.path) / SNAPSHOT)), _with_snapshot
    ),
}


def _copied(folder: Path) -> None:
    with Project.open(folder / "p.prv", clock=Clock()) as project:
        project.save_copy(folder / "copy.prv")


def _damaged(folder: Path) -> None:
    """One page of a table is rubbish, of which the log has all."""
    path = _prepared(folder)
    data = bytearray(path.read_bytes())
    place = data.index(b"before") // 4096 * 4096
    data[place : place + 4096] = bytes(4096)
    path.write_bytes(data)


def _with_older_copy(folder: Path) -> None:
    path = _prepared(folder)
    _copied(folder)
    with Project.open(path) as project:
        project.do(SetNote("r1.c4", "since the copy"))


FILE_SCENES: dict[str, FileScene] = {
    "create": FileScene(lambda _folder: None, lambda folder: made_project(folder, "new.prv").close(), "new.prv"),
    "copy over": FileScene(_with_older_copy, _copied, "copy.prv"),
    "migrate": FileScene(
        lambda folder: shutil.copy(OLD, folder / "p.prv"),
        lambda folder: Project.open(folder / "p.prv", clock=Clock()).close(),
        "p.prv",
        step=61,
    ),
    "repair": FileScene(_damaged, lambda folder: repair(folder / "p.prv"), "p.prv", step=7),
    "snapshot": FileScene(
        _prepared,
        lambda folder: snapshots.take(folder / "p.prv", clock=Clock()),
        f"p.prv-backups/{SNAPSHOT}",
    ),
}


def file_faults(folder: Path, scene: FileScene, disk: Disk) -> dict[str, int]:
    """Run a scene of whole files through every fault; gives how many of each look were made.

    Raises:
        AssertionError: the target is neither as before nor as after, or something else is left behind.
    """
    source = _made(folder / "source")
    scene.prepare(source)
    plain = _copy(source, folder / "plain")
    scene.act(plain)
    before, after = (_left(place, folder / "seen", scene.target) for place in (source, plain))
    assert (before == after) == (scene is FILE_SCENES["migrate"])  # opening it to look at it migrates it, too
    names = _names(source) | _names(plain)
    counts = dict.fromkeys(LOOKS, 0)
    for look, make in LOOKS.items():
        for at in itertools.count(1, scene.step):
            fault = make(at)
            fresh = _copy(source, folder / "faulty")
            disk.fault = fault
            try:
                scene.act(fresh)
                acknowledged = True
            except (ProjectError, snapshots.WriterWaitsError):
                acknowledged = False
            finally:
                disk.fault = None
            where = (look, at, fault.hits, acknowledged)
            found = _left(fresh, folder / "died", scene.target)
            assert found in ({after} if acknowledged else {before, after}), where
            left = _names(fresh) - names
            untidy = fault.for_good or fault.last == "delete"  # where nothing can be deleted nothing is tidied away
            assert not left or untidy, (where, left)
            if not fault.hits:
                break
            counts[look] += 1
    return counts


def _left(folder: Path, beside: Path, name: str) -> str:
    """What the file `name` in a folder holds when it is opened in a copy `beside`, and that it is sound.

    Many faults leave the same bytes under the same names, and the same bytes need one look.
    """
    digest = hashlib.sha256(name.encode())
    for path in sorted(item for item in folder.rglob("*") if item.is_file() and item.suffix != ".lock"):
        digest.update(f"\n{path.relative_to(folder)}\n{path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    if digest.digest() not in _seen:
        _seen[digest.digest()] = _state_of(_copy(folder, beside) / name)
    return _seen[digest.digest()]


def _state_of(path: Path) -> str:
    if not path.exists():
        return "none"
    try:
        with Project.open(path) as project:
            assert project.check() == []
            return project.content_hash()
    except ProjectError as error:
        return error.key


def _system_calls(disk: Disk) -> None:
    """Let the disk's faults happen in Python's own calls as well."""

    def failing(kind: str, call: Callable[..., object]) -> Callable[..., object]:
        def made(path: Path, *arguments: object, **words: object) -> object:
            error = disk.fault(kind, Path(path).name) if disk.fault is not None else None
            result = call(path, *arguments, **words) if error is None or error[1] == 1 else None
            if error is not None:
                raise OSError(errno.ENOSPC if error[0] == FULL else errno.EIO, "made to fail")
            return result

        return made

    database.sync = failing("sync", lambda _path: None)
    for name in ("replace", "hardlink_to", "rename", "unlink"):
        setattr(Path, name, failing("write" if name != "unlink" else "delete", getattr(Path, name)))


def all_faults(folder: Path, scene: Scene, disk: Disk) -> dict[str, int]:
    """Run a scene through every fault at every operation; gives how many faults of each look were made.

    Raises:
        AssertionError: a project was neither as before nor as after, or an acknowledged edit is lost.
    """
    source = folder / "source"
    source.mkdir()
    path = scene.prepare(source)
    before, after = _outcome(folder, path, scene)
    counts = dict.fromkeys(LOOKS, 0)
    for look, make in LOOKS.items():
        for at in itertools.count(1):
            fault = make(at)
            _one_fault(folder, path, scene, disk, fault, (before, after))
            if not fault.hits:
                break
            counts[look] += 1
    return counts


def _outcome(folder: Path, path: Path, scene: Scene) -> tuple[str, str]:
    fresh = _copy(path.parent, folder / "plain") / path.name
    with _opened(fresh) as project:
        before = project.content_hash()
        _keys.restart()
        scene.act(project)
        after = project.content_hash()
        assert project.check() == []
    assert before != after
    return before, after


def _one_fault(
    folder: Path, path: Path, scene: Scene, disk: Disk, fault: Failing, hashes: tuple[str, str]
) -> None:
    before, after = hashes
    fresh = _copy(path.parent, folder / "faulty") / path.name
    project = _opened(fresh)
    project.claims()
    try:
        disk.fault = fault
        _keys.restart()
        try:
            scene.act(project)
            acknowledged = True
        except ProjectError as error:
            acknowledged = False
            assert error.key in TOLD, error.key
        finally:
            disk.fault = None
        where = (fault.at, fault.hits, acknowledged)
        allowed = {after} if acknowledged else {before, after}
        assert _left(fresh.parent, folder / "died", path.name) in allowed, ("died", where)
        assert project.content_hash() in allowed, ("lives", where)
        shown = {claim.id: (claim.note, claim.verdict, claim.evidence) for claim in project.claims()}
        project.do(SetNote("r1.c3", "goes on"))
        assert shown.items() - {c.id: (c.note, c.verdict, c.evidence) for c in project.claims()}.items() <= {
            ("r1.c3", shown["r1.c3"])
        }, ("memory", where)
        assert project.check() == [], ("lives", where)
        last = project.content_hash()
    finally:
        project.close()
    assert _left(fresh.parent, folder / "again", path.name) == last, ("again", where)
    assert _names(fresh.parent) == _names(path.parent), where


def power_cuts(folder: Path, disk: Disk, images: int, seed: int) -> dict[str, int]:
    """A session of edits on a disk whose power fails after every operation, `images` times each, with what was not
    synced there, gone or in part; and after every operation but a write once with all of it there.

    Raises:
        AssertionError: a state that is neither before nor after an edit, or an acknowledged edit is lost.
    """
    path = _prepared(_made(folder / "session"))
    start = {item.name: item.read_bytes() for item in path.parent.iterdir()}
    edits: list[Edit | None] = [
        SetVerdict("r1.c2", "supported"), SetNote("r1.c2", "x" * 5000), AddTag("r1.c3", "city"), None,
        AttachEvidence("r1.c4", EvidenceDraft(title="two"), content=b"\x03" * 20_000), None, SetNote("r1.c4", "y"),
    ]  # fmt: skip
    with _opened(path) as project:
        disk.recording = True
        states = [project.content_hash()]
        for edit in edits:
            _ = project.undo() if edit is None else project.do(edit)
            disk.mark("acknowledged")
            states.append(project.content_hash())
        disk.recording = False
        record = disk.record
    chance = random.Random(seed)
    platter = Platter(start)
    done = 0
    counts = {"operations": len(record), "images": 0, "before": 0, "after": 0}
    for number, operation in enumerate(record):
        done += operation.kind == "mark"
        platter.play(operation)
        whole = [platter.intact()] if operation.kind != "write" else []
        for image in [*whole, *(platter.after_power_cut(chance) for _ in range(images))]:
            place = _made(folder / "image")
            for name, content in image.items():
                (place / name).write_bytes(content)
            with _opened(place / path.name) as project:
                found = project.content_hash()
                assert found in states[done : done + 2], (number, operation.kind, operation.name)
                assert project.check() == [], (number, operation.kind, operation.name)
            counts["images"] += 1
            counts["before" if found == states[done] else "after"] += 1
    return counts


def _opened(path: Path) -> Project:
    project = Project.open(path, clock=Clock())
    assert not project.read_only
    return project


def _made(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _names(folder: Path) -> set[str]:
    """The names in a folder and below, times in them left out."""
    return {re.sub(r"\d{8}.?\d{6}", "TIME", str(item.relative_to(folder))) for item in folder.rglob("*")}


def _copy(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.lock")))


def main() -> None:
    """Run the scene that the command line names and print what was seen."""
    scene, place, *rest = sys.argv[1:]
    disk = Disk()
    try:
        disk.mount()
    except NoLibraryError:
        os._exit(NO_LIBRARY)
    secrets.token_hex = lambda size=None: f"{next(_keys):0{2 * (size or 4)}x}"
    folder = Path(place)
    try:
        if scene == "power":
            result = power_cuts(folder, disk, int(rest[0]), int(rest[1]))
        elif scene in FILE_SCENES:
            _system_calls(disk)
            result = file_faults(folder, FILE_SCENES[scene], disk)
        else:
            result = all_faults(folder, SCENES[scene], disk)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
    print(json.dumps(result), flush=True)
    os._exit(0)  # SQLite calls functions of this disk until the very end, when Python has taken them away


class _Keys:
    """Numbers in place of chance, so that the same edit gives the same ids."""

    def __init__(self) -> None:
        self._number = 0

    def restart(self) -> None:
        self._number = 1_000_000

    def __next__(self) -> int:
        self._number += 1
        return self._number


_keys = _Keys()
#: What was found in files that were looked at, by their names and bytes.
_seen: dict[bytes, str] = {}


if __name__ == "__main__":
    main()
