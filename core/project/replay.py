"""The decisions as the log tells them: every entry made again from the first on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from core.project import schema
from core.project.changes import Row, RowChange
from core.project.errors import ProjectError

#: Of each table its rows by key, the key's parts as text.
State = dict[str, dict[tuple[str, ...], Row]]


def replayed(changes: Iterable[RowChange]) -> State:
    """The rows after all changes.

    Raises:
        ProjectError: "project-damaged", when a change does not fit the ones before it.
    """
    state: State = {table: {} for table in schema.DECISIONS}
    for change in changes:
        rows = state[change.table]
        there = rows.get(change.key)
        if (there is None) != (change.before is None):
            raise ProjectError("project-damaged", name="log")
        if any(there is None or there.get(name) != value for name, value in (change.before or {}).items()):
            raise ProjectError("project-damaged", name="log")
        _make(rows, change)
    return state


def go_on(state: State, changes: Iterable[RowChange]) -> None:
    """Make changes whose forerunners are lost, as far as they can be understood: what they left is what counts."""
    for change in changes:
        rows = state[change.table]
        if change.before is not None and change.after is not None and change.key not in rows:
            continue  # some columns of a row of which nothing else is known
        _make(rows, change)


def held(connection: sqlite3.Connection) -> State:
    """The rows that are in the tables."""
    return {
        table: {
            tuple(str(row[name]) for name in spec.key): row
            for row in (
                dict(zip(spec.columns, values, strict=True))
                for values in connection.execute(f"SELECT {', '.join(spec.columns)} FROM {table}")
            )
        }
        for table, spec in schema.DECISIONS.items()
    }


def differences(before: State, after: State) -> Iterator[RowChange]:
    """What leads from one state to the other: rows that go, children first; then the others, parents first."""
    for table in reversed(schema.DECISIONS):
        for key, row in before[table].items():
            if key not in after[table]:
                yield RowChange(table, key, row, None)
    for table in schema.DECISIONS:
        for key, row in after[table].items():
            there = before[table].get(key)
            if there is None:
                yield RowChange(table, key, None, row)
            elif changed := [name for name, value in row.items() if there[name] != value]:
                yield RowChange(table, key, {n: there[n] for n in changed}, {n: row[n] for n in changed})


def _make(rows: dict[tuple[str, ...], Row], change: RowChange) -> None:
    if change.after is None:
        rows.pop(change.key, None)
    else:
        rows[change.key] = {**rows.get(change.key, {}), **change.after}
