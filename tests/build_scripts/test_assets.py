"""What is made at set-up is made beside and then put in its place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import assets

_WORDS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>A</name>
<message><source>Open</source><translation>{}</translation></message></context></TS>
"""


def test_a_window_that_runs_keeps_the_words_that_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt has the file in its memory; written over while a window was open, it ended the process at the next word."""
    monkeypatch.setattr(assets, "TRANSLATIONS", tmp_path)
    source, made = tmp_path / "zh_CN.ts", tmp_path / "zh_CN.qm"
    source.write_text(_WORDS.format("打开"), encoding="utf-8")
    assets.make_translations()
    with made.open("rb") as held:
        before = held.read()
        source.write_text(_WORDS.format("打开另一个文件"), encoding="utf-8")
        os.utime(source, (made.stat().st_mtime + 2, made.stat().st_mtime + 2))
        if os.name == "nt":  # there an open file cannot be replaced, and nothing is written over it
            with pytest.raises(PermissionError):
                assets.make_translations()
            return
        assets.make_translations()
        held.seek(0)
        assert held.read() == before
    assert made.read_bytes() != before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["zh_CN.qm", "zh_CN.ts"]


def test_expressions_are_found_where_they_are_written() -> None:
    """With flags, or put together, they are left to the module itself: another expression would help nobody."""
    lines = (
        "import re", 'A = re.compile("a" "b+")', 'B = re.compile(f"{A}c")', 'C = re.compile("d", re.I)',
        'D = x.compile("e")',
    )
    assert list(assets.expressions_in("\n".join(lines))) == ["ab+"]


def test_what_opening_a_report_asks_for_is_compiled_ahead() -> None:
    """Not only what reads it: pairs, particulars and ledgers compiled a hundred expressions at the first report."""
    asked = """
import re
from build_scripts.assets import open_seeds
from core.programs import recorded
with recorded() as kept:
    open_seeds()
from core import accounts, pairing
from core.ledgers import charges, tasks
from core.sections import particulars
known = {expression for expression, _ in kept.programs}
for module in (accounts, pairing, charges, tasks, particulars):
    own = {each.pattern for each in vars(module).values() if isinstance(each, re.Pattern)}
    assert own <= known, (module.__name__, own - known)
assert len(known) > 1000, len(known)
words = [each for each in known if isinstance(each, str)]
assert any("统计快报" in each for each in words), "particulars are compiled when they are asked for"
assert any("只降不升" in each for each in words), "and so are the words of targets"
"""
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", asked], cwd=root, check=True, timeout=120)
