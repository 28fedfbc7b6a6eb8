"""Going back to a snapshot. It is an edit like any other, so the log keeps what was before, and undo brings it back."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from core.project import database, integrity, schema
from core.project.edits import Edit
from core.project.errors import ProjectError, named_errors
from core.project.replay import State, differences, held
from core.project.transaction import Transaction
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class RestoreSnapshot(Edit):
    """Make all decisions again as they are in a snapshot of this project. Signatures are not taken back."""

    kind = "restore_snapshot"
    snapshot: Path

    def apply(self, tx: Transaction) -> None:
        with named_errors(self.snapshot.name), closing(database.connect(self.snapshot, writable=False)) as then:
            if integrity.identity(then).id != tx.project_id():
                raise ProjectError("snapshot-other-project", name=self.snapshot.name)
            present, past = _present(tx), held(then)
            for table, spec in schema.DECISIONS.items():
                if not spec.signed:
                    past[table] = present[table]
            for change in differences(present, past):
                tx.apply(change)


def bring_up_to_date(snapshot: Path) -> None:
    """Turn a snapshot of an older format into one of today's.

    Raises:
        ProjectError: it cannot be read, or its folder cannot be written.
    """
    with named_errors(snapshot.name), database.beside(snapshot) as new:
        shutil.copyfile(snapshot, new)
        database.connect(new, writable=True).close()
        database.sync(new)
        new.replace(snapshot)
        database.sync(snapshot.parent)


def _present(tx: Transaction) -> State:
    return {
        table: {tuple(str(row[name]) for name in spec.key): row for row in tx.rows(table)}
        for table, spec in schema.DECISIONS.items()
    }
