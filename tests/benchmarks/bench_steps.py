"""What one kind of step leaves behind: each kind by itself, again and again, in the real window.

    python tests/benchmarks/bench_steps.py [TIMES] [KIND …]

A kind is a step of the walk (`tests/gui/walking.py`), a command of its table or a dialog, by its name; without any, all
of them. Each is taken some times first, then TIMES (100) times, twice. Printed is what one step of the second round
left: bytes of the C library's heap (Qt, SQLite), pieces of Python's memory, and for the round as a whole resident
memory after all that is free was given back, widgets, objects of Qt, open files; then the types of Python's objects of
which each step left one or more. A kind that leaves nothing stands at 0; caches that still fill stand a little above.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bench_hour import walking

TIMES = 100
FIRST = 20


def kinds_of(walk: object) -> dict[str, Callable[[], None]]:
    """Every kind of step by its name."""
    from tests.gui.walking import COMMANDS, DIALOGS, Walk, name_of

    assert isinstance(walk, Walk)
    table = {name_of(step): step for _, step in walk.steps}
    table |= {f"act {key}": partial(walk.act, key) for key in COMMANDS}
    table |= {f"visit {key}": partial(walk.visit, key) for key in DIALOGS}
    return table


def types() -> Counter[str]:
    """How many of Python's objects there are of each type."""
    return Counter(f"{type(held).__module__}.{type(held).__qualname__}" for held in gc.get_objects())


def give_back() -> None:
    """Let the C library give back to the system what is free."""
    if sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim"):
        ctypes.CDLL(None).malloc_trim(0)


def main(words: list[str]) -> None:
    """Take and print."""
    times = int(words[0]) if words else TIMES
    print(f"{'kind':<24} {'heap B':>9} {'blocks':>8} {'MB':>7} {'widgets':>8} {'Qt':>5} {'files':>6}  types")
    with walking(1) as (walk, _):
        table = kinds_of(walk)
        if unknown := [name for name in words[1:] if name not in table]:
            sys.exit(f"no such kind: {', '.join(unknown)}; there are: {', '.join(table)}")
        for name in words[1:] or table:
            walk.open("digest")
            walk.window.session.select("claim", walk.window.session.claims()[0].id)
            walk.repeat(table[name], FIRST)
            walk.repeat(table[name], times)
            give_back()
            before, kinds = walk.count(), types()
            walk.repeat(table[name], times)
            give_back()
            after = walk.count()
            left = {kind: more for kind, count in types().items() if (more := count - kinds[kind]) >= times}
            print(
                f"{name:<24} {(after.heap - before.heap) * 2**20 / times:>9.0f}"
                f" {(after.blocks - before.blocks) / times:>8.1f} {after.memory - before.memory:>7.2f}"
                f" {after.widgets - before.widgets:>8} {after.qt - before.qt:>5} {after.files - before.files:>6}"
                f"  {', '.join(f'{kind} {more}' for kind, more in left.items())}",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
