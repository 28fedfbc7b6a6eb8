"""Projects that older versions of the program wrote open today with all that they held, and undo goes on.

`old/vN-*.prv` were written by the program when its format was N; `old/vN-*.json` is what that program said of them:
`now` what it showed, `steps` what it showed at each place of undo, `history` what it told of some subjects, `log` the
hashes of its log.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from core.project import Project, ProjectError, SetNote, SetVerdict, migrations, schema, snapshots
from tests.core.project.making import Clock

OLD = Path(__file__).parent / "old"
FILES = sorted(path.stem for path in OLD.glob("v*.prv"))


@pytest.fixture(params=FILES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an old file."""
    return Path(shutil.copy(OLD / f"{request.param}.prv", tmp_path))


def said(path: Path) -> dict[str, Any]:
    """What the old program said of it."""
    found: dict[str, Any] = json.loads((OLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    return found


def shown(project: Project) -> dict[str, Any]:
    """What is shown now, in the words of the old program."""
    return {
        "claims": [
            [
                c.id, c.number, c.origin, c.span.start, c.span.end, list(c.types), list(c.tags), c.note, c.dismissed,
                c.decided, c.verdict and [c.verdict.value, c.verdict.confidence, c.verdict.rationale, c.verdict.by,
                c.verdict.at],
                [[link.evidence, "partly" if link.note.startswith("部分支持") else link.stance] for link in c.evidence],
            ]
            for c in project.claims() if c.decided
        ],
        "count": len(project.claims()),
        "evidence": [
            [
                e.id, e.no, e.title, e.kind, e.url, e.excerpt, e.file_name, e.media_type, e.sha256, e.size, e.provider,
                e.published_on, e.retrieved_at, e.retrieved_by, e.locator, e.reliability, e.credibility, e.notes,
            ]
            for e in project.evidence()
        ],
        "tags": [[t.id, t.name, t.definition, t.colour, t.position] for t in project.tags()],
        "hits": [[hit.id, hit.state, hit.reason] for hit in project.hits() if hit.state != "new"],
        "settings": {key: project.setting(key) for key in ("reviewer", "scope", "title")},
    }  # fmt: skip


def test_there_is_an_old_file_of_each_version() -> None:
    """No format that was ever released is left out of these tests."""
    assert {int(name[1]) for name in FILES} == set(range(1, schema.VERSION)) == set(migrations.MIGRATIONS)
    assert set(migrations.FINGERPRINTS) == set(migrations.MIGRATIONS)


def test_an_old_project_opens_with_all_that_it_held(old: Path) -> None:
    """Claims, judgements, tags, evidence with its bytes, answers and settings are what they were; a copy is kept."""
    before = old.read_bytes()
    told = said(old)
    with Project.open(old) as project:
        assert not project.read_only
        assert shown(project) == told["now"]
        assert (project.identity().id, project.identity().version) == (told["identity"], schema.VERSION)
        assert project.check() == []
        for item in project.evidence():
            if item.sha256:
                assert item.holding == "embedded" and len(project.evidence_bytes(item.id)) == item.size
        assert [version.number for version in project.versions()] == [1]
        assert project.report_ids()[-1] == "r1"
        filled = [(entry.field, entry.text) for entry in project.ledger_entries()]
        assert (filled, project.pins()) == (
            ([("lead_unit", "区发展改革局")], ("growth",)) if old.stem.startswith("v3") else ([], ())
        )
        assert project.figures() == ()
        assert len(project.original()) > 0
    (kept,) = snapshots.listed(old)
    assert kept.reason == "migration"
    connection = sqlite3.connect(kept.path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == int(old.stem[1])
    connection.close()
    assert before != old.read_bytes()
    with Project.open(old) as again:
        assert shown(again) == told["now"]


def test_undo_goes_on_to_the_first_step_of_the_old_program_and_forward_again(old: Path) -> None:
    """Every state that the old program could go back to is there, on the way back and on the way forward."""
    told = said(old)
    with Project.open(old, clock=Clock()) as project:
        at = told["at"]
        while project.redo():
            at += 1
            assert [project.undo_label(), shown(project)] == told["steps"][at]
        assert at == len(told["steps"]) - 1
        last = project.content_hash()
        while project.undo():
            at -= 1
            assert [project.undo_label(), shown(project)] == told["steps"][at]
        assert at == 0
        while project.redo():
            pass
        assert project.content_hash() == last
        assert project.check() == []


def test_edits_after_the_migration_undo_across_it(old: Path) -> None:
    """New steps and old ones are one line of time."""
    with Project.open(old, clock=Clock()) as project:
        key = project.claims()[0].id
        start = project.content_hash()
        project.do(SetVerdict(key, "met", "fulfilment"))
        project.do(SetNote(key, "今天"))
        project.undo()
        project.undo()
        assert project.content_hash() == start
        assert project.undo() is not None
        assert project.redo() is not None
        assert project.content_hash() == start


def test_the_old_log_is_kept_word_for_word_with_its_hashes(old: Path) -> None:
    """Migrating rewrites nothing of the record: the old entries are those that were signed by their hashes."""
    told = said(old)
    with Project.open(old) as project:
        for subject, entries in told["history"].items():
            history = project.history(subject)[: len(entries)]
            now = [[e.seq, e.at, e.by, e.action, e.kind, dict(e.before), dict(e.after)] for e in history]
            for entry in entries:
                for image in entry[5:]:
                    partly = [key for key, value in image.items() if value == "partly" and "." in key]
                    image.update((key, "supports") for key in partly)
            assert now == entries
    connection = sqlite3.connect(old)
    log = [list(row) for row in connection.execute("SELECT seq, hash FROM log ORDER BY seq")]
    last = connection.execute("SELECT action, kind FROM log ORDER BY seq DESC").fetchone()
    connection.close()
    assert log[: len(told["log"])] == told["log"]
    if old.stem.startswith("v1"):
        assert last == ("migrate", "migrate_1_2")
    else:  # the tables that came with formats 3 and 4 are empty: nothing is to be told of them
        assert len(log) == len(told["log"])


def test_a_migration_that_fails_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either wholly or not at all: after a failure the file is byte for byte what it was."""
    before = old.read_bytes()

    def fail(connection: sqlite3.Connection, _at: str) -> None:
        connection.execute("DELETE FROM claim_tag")
        raise sqlite3.DatabaseError("made to fail")

    monkeypatch.setattr(migrations, "MIGRATIONS", dict.fromkeys(migrations.MIGRATIONS, fail))
    with pytest.raises(ProjectError) as caught:
        Project.open(old)
    assert caught.value.key == "project-damaged"
    assert old.read_bytes() == before


def test_an_old_project_that_cannot_be_written_says_what_to_do(old: Path) -> None:
    """Reading alone cannot bring a file up to date."""
    with pytest.raises(ProjectError) as caught:
        Project.open(old, read_only=True)
    assert caught.value.key == "project-older"


@pytest.mark.parametrize("statement", [
    "CREATE TRIGGER evil AFTER DELETE ON claim BEGIN DELETE FROM file; END",
    "CREATE TABLE extra (x)",
    "DROP INDEX claim_tag_by_tag",
])  # fmt: skip
def test_an_old_file_with_other_statements_is_refused_untouched(old: Path, statement: str) -> None:
    """What a crafted file would run while it is brought up to date never runs."""
    connection = sqlite3.connect(old)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = old.read_bytes()
    with pytest.raises(ProjectError) as caught:
        Project.open(old)
    assert caught.value.key == "project-damaged"
    assert old.read_bytes() == before
