"""Sets of signs are compiled to the same tables as by Python itself."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

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
SIGNS = st.one_of(
    st.integers(0, 300), st.integers(0x4E00, 0x4E20), st.integers(0xFE00, 0x10010), st.integers(0, 0x10FFFF)
)
SPANS = st.builds(lambda start, length: (start, start + length), st.integers(0, 0x10100), st.integers(0, 700))
ITEMS = st.lists(
    st.one_of(
        st.builds(lambda sign: (LIBRARY.LITERAL, sign), SIGNS),
        st.builds(lambda span: (LIBRARY.RANGE, span), SPANS),
        st.just((LIBRARY.CATEGORY, "category")),
    ),
    min_size=1, max_size=12,
)


@given(ITEMS, st.booleans())
def test_a_set_comes_out_as_the_library_makes_it(items: list[Any], negated: bool) -> None:
    """One wrong bit, and a sign would be read as another."""
    charset = [(LIBRARY.NEGATE, None), *items] if negated else items
    assert QUICK(list(charset)) == LIBRARY._optimize_charset(list(charset))


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
