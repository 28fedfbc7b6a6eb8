"""What a change of the rules gains and loses over whole folders of reports.

    python -m build_scripts corpus-diff                    the last commit against the working tree
    python -m build_scripts corpus-diff main~3             any revision of git
    python -m build_scripts corpus-diff --only metrics --limit 5 --folder ~/reports

Every report of the folders (default: ../shared/corpus, where it is, and the samples) is read twice, with the code of
the revision and with that of the working tree, each in its own process. Printed are metrics, headings, claims and
findings that are new (+), gone (-) or read otherwise (~, field by field), with the words around them, and totals.
"sure" is whether a metric's confidence reaches 0.9.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from build_scripts.environment import ROOT, SetUpError
from build_scripts.extraction_diff import PARTS, Change, Extraction, changes, counts, quoted

FOLDERS = (ROOT.parent / "shared" / "corpus", ROOT / "seeds")
TREES = ROOT / ".build" / "corpus-diff"
ENDINGS = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"})
_WORKER = Path(__file__).with_name("corpus_worker.py")


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print. 0 whether or not anything differs; 1 when a folder or revision is not there."""
    arguments = _parser().parse_args(argv)
    folders = arguments.folder or [folder for folder in FOLDERS if folder.is_dir()]
    try:
        files = reports_in(folders)
        before, after = read_both(tree_of(arguments.revision), ROOT, files)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    parts = frozenset(arguments.only or ["report", *PARTS])
    try:
        for line in told(before, after, parts, arguments.limit):
            print(line)
    except BrokenPipeError:
        # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def reports_in(folders: Iterable[Path]) -> list[Path]:
    """The reports that stand in the folders themselves, by name.

    Raises:
        SetUpError: a folder is not there, or none of them holds a report.
    """
    found: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise SetUpError(f"{folder} is no folder")
        found += sorted(file for file in folder.iterdir() if file.suffix.lower() in ENDINGS)
    if not found:
        raise SetUpError(f"no report ({' '.join(sorted(ENDINGS))}) in the folders")
    return found


def tree_of(revision: str) -> Path:
    """The code of a revision, unpacked once under `.build/corpus-diff`.

    Raises:
        SetUpError: git does not know the revision.
    """
    commit = git_says("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    folder = TREES / commit[:16]
    if not folder.is_dir():
        beside = folder.with_name(f"{folder.name}.{os.getpid()}")
        with tarfile.open(fileobj=io.BytesIO(git_says("archive", commit, "core", "resources"))) as packed:
            packed.extractall(beside, filter="data")
        beside.rename(folder)
    return folder


def git_says(*words: str) -> bytes:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise SetUpError(f"git {words[0]} failed for {words[-1]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def read_both(
    before: Path, after: Path, files: Sequence[Path]
) -> tuple[dict[Path, Mapping[str, Any]], dict[Path, Mapping[str, Any]]]:
    """What the code of each tree reads in each file: {"extraction": …} or {"error": …}."""
    shares = max(1, (os.cpu_count() or 2) // 2)
    by_size = sorted(files, key=lambda file: -file.stat().st_size)
    work = [(tree, by_size[share::shares]) for tree in (before, after) for share in range(shares)]
    read: dict[Path, dict[Path, Mapping[str, Any]]] = {before: {}, after: {}}
    with ThreadPoolExecutor(len(work)) as pool:
        for (tree, _), lines in zip(work, pool.map(lambda item: read_one(*item), work), strict=True):
            for line in lines:
                told_of = json.loads(line)
                read[tree][Path(told_of["file"])] = told_of
    return ({file: read[before][file] for file in files}, {file: read[after][file] for file in files})


def read_one(tree: Path, files: Sequence[Path]) -> list[bytes]:
    """One JSON line a file, as the code of one tree reads it (see corpus_worker).

    Raises:
        SetUpError: the tree's code does not run at all.
    """
    if not files:
        return []
    # -P: the worker's own folder is not to stand on the path before the tree.
    command = [sys.executable, "-B", "-P", str(_WORKER), str(tree), *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False, env=dict(os.environ, PYTHONUTF8="1"))
    if done.returncode:
        raise SetUpError(f"the code of {tree} does not run: {done.stderr.decode(errors='replace').strip()[-400:]}")
    return done.stdout.splitlines()


def told(
    before: Mapping[Path, Mapping[str, Any]], after: Mapping[Path, Mapping[str, Any]], parts: frozenset[str],
    limit: int | None,
) -> Iterator[str]:
    """The lines for a person: each report that is read otherwise, then the totals."""
    total: Counter[tuple[str, str]] = Counter()
    fields: Counter[str] = Counter()
    alike = unread = 0
    for file, former in before.items():
        later = after[file]
        if "error" in former or "error" in later:
            unread += 1
            if former.get("error") != later.get("error"):
                yield f"\n== {file.name}: {former.get('error', 'was read')} → {later.get('error', 'is read')}"
            continue
        one, other = former["extraction"], later["extraction"]
        for part in PARTS:
            total[part, "before"] += counts(one)[part]
            total[part, "after"] += counts(other)[part]
        found = [change for change in changes(one, other) if change.part in parts]
        alike += not found
        for change in found:
            total[change.part, change.sign] += 1
            fields.update(f"{change.part}.{name}" for name, _, _ in change.differing())
        yield from _report(file.name, one, other, found, limit)
    yield f"\n{len(before)} reports, {alike} read alike" + (f", {unread} not read" if unread else "")
    yield from _totals(total, fields)


def _report(
    name: str, before: Extraction, after: Extraction, found: Sequence[Change], limit: int | None
) -> Iterator[str]:
    if not found:
        return
    yield f"\n== {name}" + (" (its text is read otherwise)" if before["text"] != after["text"] else "")
    for part in ("report", *PARTS):
        own = [change for change in found if change.part == part]
        if not own:
            continue
        signs = Counter(change.sign for change in own)
        yield f"  {part}  +{signs['+']} -{signs['-']} ~{signs['~']}"
        shown = own if limit is None else own[:limit]
        for change in shown:
            yield from _lines(change, before["text"], after["text"])
        if len(own) > len(shown):
            yield f"    … and {len(own) - len(shown)} more"


def _lines(change: Change, before: str, after: str) -> Iterator[str]:
    former, later = change.before, change.after
    if former is not None and later is not None:
        yield f"    ~ {quoted(after, later)}" if later.end else "    ~"
        if quoted(before, former) != quoted(after, later):
            yield f"        was {quoted(before, former)}"
        for name, old, new in change.differing():
            yield f"        {name}: {old} → {new}"
        return
    for thing, text in ((former, before), (later, after)):
        if thing is not None:
            rest = " | ".join(value for value in thing.fields.values() if value not in ("None", "-"))
            yield f"    {change.sign} {quoted(text, thing)}  {f'{thing.key} ' if thing.key else ''}{rest}"


def _totals(total: Counter[tuple[str, str]], fields: Counter[str]) -> Iterator[str]:
    columns = ("before", "after", "+", "-", "~")
    yield " " * 10 + "".join(f"{column:>8}" for column in columns)
    for part in PARTS:
        yield f"{part:10}" + "".join(f"{total[part, column]:>8}" for column in columns)
    if fields:
        yield "changed fields: " + ", ".join(f"{name} {count}" for name, count in fields.most_common())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m build_scripts corpus-diff", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("revision", nargs="?", default="HEAD", metavar="REV", help="a git revision (default: HEAD)")
    parser.add_argument("--folder", type=Path, action="append", metavar="DIR", help="reports to read; may be repeated")
    parser.add_argument("--limit", type=int, metavar="N", help="show at most N changes of a kind for each report")
    parser.add_argument(
        "--only", choices=("report", *PARTS), action="append", help="show only these; may be repeated"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
