"""Expressions compiled ahead, so that a first report does not wait for a thousand of them to be compiled.

The engine of `re` runs programs, lists of numbers, and Python makes one of each expression: for all the rules of
reading this takes longer than to read a report by them. So the programs are kept in a file at set-up
(`build_scripts.assets`), just as those of the modules are, by the very interpreter that takes them out again. The file
only saves time. What it does not hold is compiled as ever, and so is everything where there is no file, where another
interpreter made it, or where the library has another form; and the engine itself looks through each program before it
takes it.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import resources

#: An expression and its flags.
Key = tuple[str | bytes, int]
#: What the engine makes a pattern of: all flags, the numbers, how many groups, groups by name, names by group.
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

STORE: Final = resources.path("patterns", "programs.marshal")
#: The numbers of a program are of this width.
_NUMBER: Final = "I"


def install() -> None:
    """Let the compiler of expressions look for a program that was kept, from now on."""
    compiler: Any = getattr(re, "_compiler", None)
    library: Any = getattr(compiler, "compile", None)
    code = getattr(library, "__code__", None)
    names = code.co_varnames[: code.co_argcount] if code is not None else ()
    if names == ("p", "flags") and hasattr(compiler, "_sre"):
        compiler.compile = quick(compiler, library, _of_set_up)


def quick(
    compiler: Any, library: Callable[[Any, int], re.Pattern[str]], stored: Callable[[], dict[Key, Program]]
) -> Callable[..., re.Pattern[str]]:
    """The library's function, for which what is `stored` need not be compiled."""

    def compiled(expression: Any, flags: int = 0) -> re.Pattern[str]:
        # A pattern holds its own copy, and the library keeps the pattern.
        program = stored().pop((expression, flags), None) if isinstance(expression, str) else None
        if program is not None:
            every, numbers, groups, names, order = program
            try:
                made: re.Pattern[str] = compiler._sre.compile(
                    expression, every, array(_NUMBER, numbers).tolist(), groups, names, order
                )
            except (RuntimeError, TypeError, ValueError):
                pass
            else:
                return made
        return library(expression, flags)

    return compiled


@cache
def _of_set_up() -> dict[Key, Program]:
    return load(STORE)


def load(store: Path) -> dict[Key, Program]:
    """The programs in a file, if this interpreter made it; else none."""
    try:
        made_by, programs = marshal.loads(store.read_bytes())
    except (OSError, EOFError, TypeError, ValueError):
        return {}
    return programs if made_by == sys.version else {}


def keep(programs: dict[Key, Program], store: Path = STORE) -> None:
    """Write programs to a file."""
    store.parent.mkdir(parents=True, exist_ok=True)
    store.write_bytes(marshal.dumps((sys.version, programs)))


@contextmanager
def recorded() -> Iterator[dict[Key, Program]]:
    """The programs of all expressions that the library compiles meanwhile, also of those that were kept before."""
    compiler: Any = getattr(re, "_compiler")  # noqa: B009 - unknown to the type checker
    engine, usual = compiler._sre, compiler.compile
    programs: dict[Key, Program] = {}
    given: list[Program] = []

    def note(expression: str, every: int, numbers: list[int], *rest: Any) -> re.Pattern[str]:
        given.append((int(every), array(_NUMBER, numbers).tobytes(), *rest))
        made: re.Pattern[str] = engine.compile(expression, every, numbers, *rest)
        return made

    def compiled(expression: Any, flags: int = 0) -> re.Pattern[str]:
        made: re.Pattern[str] = usual(expression, flags)
        programs[expression, flags] = given.pop()
        return made

    compiler._sre = SimpleNamespace(**{**vars(engine), "compile": note})
    compiler.compile = compiled
    try:
        yield programs
    finally:
        compiler._sre, compiler.compile = engine, usual
