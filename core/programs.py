"""Expressions compiled ahead, so that a first report does not wait for a thousand of them to be compiled.

The engine of `re` runs programs, lists of numbers, and Python makes one of each expression: for all the rules of
reading this takes longer than to read a report by them. So the programs are kept in a file at set-up
(`build_scripts.assets`), just as those of the modules are, by the very interpreter that takes them out again. The file
only saves time. What it does not hold is compiled as ever, and so is everything where there is no file, where another
interpreter made it, or where the library has another form; and the engine itself looks through each program before it
takes it. How the words of the lexicons are arranged to expressions (`core.lexicon.choice`) is kept beside the programs.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, NamedTuple, TypeVar

import resources

#: An expression and its flags.
Key = tuple[str | bytes, int]
#: What the engine makes a pattern of: all flags, the numbers, how many groups, groups by name, names by group.
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

#: A function by its name, and what it was asked.
Question = tuple[str, str | tuple[str, ...]]
Asked = TypeVar("Asked", str, tuple[str, ...])
Answer = TypeVar("Answer")


class Kept(NamedTuple):
    """What need not be worked out again."""

    programs: dict[Key, Program]
    answers: dict[Question, Any]


STORE: Final = resources.path("patterns", "programs.marshal")
#: The numbers of a program are of this width.
_NUMBER: Final = "I"
#: Whose functions' answers are kept. They hold as long as it is written as it was.
_ARRANGING: Final = Path(__file__).parent / "lexicon" / "choice.py"
_UNKNOWN: Final = object()
#: The answers that are given while they are recorded.
_noted: dict[Question, Any] | None = None


def install() -> None:
    """Let the compiler of expressions look for a program that was kept, from now on."""
    compiler: Any = getattr(re, "_compiler", None)
    library: Any = getattr(compiler, "compile", None)
    code = getattr(library, "__code__", None)
    names = code.co_varnames[: code.co_argcount] if code is not None else ()
    if names == ("p", "flags") and hasattr(compiler, "_sre"):
        compiler.compile = quick(compiler, library, lambda: _of_set_up().programs)


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


def kept(function: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """A function of `core.lexicon.choice` that depends on nothing but what it is asked: what it answers is kept too."""

    @wraps(function)
    def known(asked: Asked) -> Answer:
        question = function.__name__, asked
        found = _of_set_up().answers.get(question, _UNKNOWN)
        answer: Answer = function(asked) if found is _UNKNOWN else found
        if _noted is not None:
            _noted[question] = answer
        return answer

    return known


@cache
def _of_set_up() -> Kept:
    return load(STORE)


def load(store: Path, arranging: Path = _ARRANGING) -> Kept:
    """What is in a file, if this interpreter made it and the words are still arranged as then; else nothing."""
    try:
        made_by, arranged_by, programs, answers = marshal.loads(store.read_bytes())
    except (OSError, EOFError, TypeError, ValueError):
        return Kept({}, {})
    if made_by != sys.version:
        return Kept({}, {})
    # A packaged application has no source to be changed.
    return Kept(programs, answers if _state_of(arranging) in (arranged_by, None) else {})


def _state_of(source: Path) -> int | None:
    try:
        return zlib.crc32(source.read_bytes())
    except OSError:
        return None


def keep(what: Kept, store: Path = STORE, arranging: Path = _ARRANGING) -> None:
    """Write a file."""
    store.parent.mkdir(parents=True, exist_ok=True)
    store.write_bytes(marshal.dumps((sys.version, _state_of(arranging), *what)))


@contextmanager
def recorded() -> Iterator[Kept]:
    """All programs that the library makes meanwhile and all answers, also those that were kept before."""
    global _noted
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
    compiler.compile, _noted = compiled, {}
    try:
        yield Kept(programs, _noted)
    finally:
        compiler._sre, compiler.compile, _noted = engine, usual, None
