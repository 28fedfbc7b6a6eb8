"""Expressions compiled ahead are those that the engine would compile, and a file that does not fit does no harm."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core import programs as programs_kept
from core.lexicon import alternation, unit_pattern
from core.programs import Kept, Key, Program, keep, kept, load, quick, recorded

ROOT = Path(__file__).resolve().parents[2]
COMPILER: Any = re._compiler  # type: ignore[attr-defined]


def _refuse(expression: Any, flags: int) -> re.Pattern[str]:
    raise AssertionError(f"compiled: {expression} with {flags}")


def _record(expression: str, flags: int = 0) -> dict[Key, Program]:
    with recorded() as reading:
        COMPILER.compile(expression, flags)
    return reading.programs


@pytest.mark.parametrize(("expression", "flags"), [
    ("增长|下降", 0), ("(?P<year>20[0-9]{2})年(?P<part>[上下]半年)?", 0), ("(?i)gdp", 0), ("", 0),
    ("gdp", re.IGNORECASE.value),
    (r"(?<![0-9])\d+(?:\.\d+)?%$", 0), (unit_pattern(arabic=True), 0), (alternation("doing", "acting"), 0),
])
def test_a_kept_program_is_the_pattern_that_the_library_makes(expression: str, flags: int, tmp_path: Path) -> None:
    """Equal patterns have the same program and flags; groups must be found by their names as well."""
    wanted = re.compile(expression, flags)
    keep(Kept(_record(expression, flags), {}), tmp_path / "programs")
    programs = load(tmp_path / "programs").programs
    made = quick(COMPILER, _refuse, lambda: programs)(expression, flags)
    assert made == wanted
    assert (made.groups, made.groupindex) == (wanted.groups, wanted.groupindex)
    if found := wanted.search("2024年上半年GDP增长5.0%"):
        again = made.search("2024年上半年GDP增长5.0%")
        assert again and (again.span(), again.groupdict(), again.lastgroup) == (
            found.span(), found.groupdict(), found.lastgroup
        )


def test_what_is_not_kept_is_compiled() -> None:
    """So are other flags of the same expression, and bytes that look like it."""
    compiled = quick(COMPILER, COMPILER.compile, lambda: programs)
    programs = _record("gdp")
    assert compiled("gdp", re.IGNORECASE.value).match("GDP")
    assert compiled(b"gdp", 0).match(b"gdp")  # type: ignore[call-overload]
    assert compiled("cpi", 0).match("cpi")
    assert list(programs) == [("gdp", 0)]


def test_a_program_that_is_not_sound_is_not_run() -> None:
    """The engine refuses it, and the expression is compiled."""
    programs: dict[Key, Program] = {("增长", 0): (32, b"\xff\xff\xff\x7f" * 3, 0, {}, (None,))}
    assert quick(COMPILER, COMPILER.compile, lambda: programs)("增长", 0) == re.compile("增长")


@pytest.mark.parametrize("contents", [
    b"", b"no marshal", marshal.dumps(7),
    marshal.dumps(("another interpreter", 0, {("增长", 0): (32, b"", 0, {}, (None,))}, {})),
])
def test_a_file_that_does_not_fit_is_as_none(tmp_path: Path, contents: bytes) -> None:
    """Programs of another interpreter would be read wrongly, and a broken file must not keep anyone from reading."""
    (tmp_path / "programs").write_bytes(contents)
    assert load(tmp_path / "programs") == ({}, {})
    assert load(tmp_path / "no such file") == ({}, {})


def test_answers_are_kept_until_the_words_are_arranged_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer of an older arrangement would be a wrong one; a packaged application has no source to look at."""
    asked: list[str] = []

    @kept
    def twice(word: str) -> str:
        asked.append(word)
        return word + word

    source, store = tmp_path / "choice.py", tmp_path / "programs"
    source.write_text("one", encoding="utf-8")
    with recorded() as reading:
        assert twice("增") == "增增"
    assert reading.answers == {("twice", "增"): "增增"}
    keep(reading, store, source)
    known = load(store, source)
    monkeypatch.setattr(programs_kept, "_of_set_up", lambda: known)
    assert (twice("增"), twice("减"), asked) == ("增增", "减减", ["增", "减"])
    assert load(store, tmp_path / "no source") == known
    source.write_text("two", encoding="utf-8")
    assert load(store, source) == (known.programs, {})


def test_a_report_is_read_with_what_was_kept(tmp_path: Path) -> None:
    """With the programs of a first reading at hand, a second process compiles next to none of its expressions."""
    code = f"""
import re, sys
from pathlib import Path
import core.programs
from core.programs import keep, recorded
store = Path({str(tmp_path / "programs")!r})
core.programs.STORE = store
with recorded() as reading:
    parsed = []
    parse, re._parser.parse = re._parser.parse, lambda *given: parsed.append(given[0]) or parse(*given)
    from core.pipeline import read_report
    read_report(Path("seeds/digest-2024.txt"))
keep(reading, store)
print(len(parsed))
"""
    command = [sys.executable, "-c", code]
    first, second = (
        int(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout) for _ in range(2)
    )
    # A few expressions of the library are of bytes, and are not kept.
    assert second * 20 < first
