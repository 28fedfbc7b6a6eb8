"""Sets of signs are compiled to the same tables as by Python itself."""

from __future__ import annotations

import importlib.util
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from core.charsets import quick

ROOT = Path(__file__).resolve().parents[2]
COMPILER: Any = re._compiler  # type: ignore[attr-defined]


def _library() -> Any:
    """The compiler of expressions as Python brings it, untouched."""
    spec = importlib.util.spec_from_file_location("re._untouched", COMPILER.__file__)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LIBRARY = _library()
QUICK = quick(LIBRARY, LIBRARY._optimize_charset)


def _sign(dice: random.Random) -> int:
    """A sign below, inside, at the end of and beyond the table."""
    return dice.randint(*dice.choice(((0, 300), (0x4E00, 0x4E20), (0xFE00, 0x10010), (0, 0x10FFFF))))


def _item(dice: random.Random) -> tuple[Any, Any]:
    kind = dice.choice(("sign",) * 6 + ("span",) * 3 + ("class",))
    if kind == "span":
        start = dice.randint(0, 0x10100)
        return LIBRARY.RANGE, (start, start + dice.choice((0, 1, 5, 700)))
    return (LIBRARY.LITERAL, _sign(dice)) if kind == "sign" else (LIBRARY.CATEGORY, "category")


def test_a_set_comes_out_as_the_library_makes_it() -> None:
    """One wrong bit, and a sign would be read as another."""
    dice = random.Random(7)
    tables = 0
    for _ in range(600):
        charset = [_item(dice) for _ in range(dice.randint(1, 9))]
        if dice.random() < 0.2:
            charset.insert(0, (LIBRARY.NEGATE, None))
        found = QUICK(list(charset))
        assert found == LIBRARY._optimize_charset(list(charset))
        tables += any(kind is LIBRARY.BIGCHARSET for kind, _ in found[0])
    assert tables > 100, "the sets that it is about were among them"


def test_every_block_may_be_taken() -> None:
    """A set that leaves no stretch of the table empty, and one that fills it."""
    for span in ([(0, 65535)], [(place, place + 3) for place in range(7, 65536, 250)]):
        charset = [(LIBRARY.RANGE, each) for each in span]
        assert QUICK(charset) == LIBRARY._optimize_charset(charset)


def test_letters_of_either_case_are_left_to_the_library() -> None:
    """They need more than the set."""
    assert re.compile("[甲乙丁k]", re.IGNORECASE).fullmatch("K")
    assert not re.compile("[甲乙丁k]", re.IGNORECASE).fullmatch("丙")


def test_the_core_takes_the_quick_way() -> None:
    """It saves most of what the first report of a process waits for; another form of the library is let alone."""
    code = (
        "import re; compiler = re._compiler; before = compiler._optimize_charset\n"
        "import core; print(compiler._optimize_charset is not before)\n"
        "compiler._optimize_charset = other = lambda charset: charset\n"
        "from core.charsets import install; install(); print(compiler._optimize_charset is other)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
