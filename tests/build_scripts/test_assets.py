"""What is made at set-up is made beside and then put in its place."""

from __future__ import annotations

import os
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
