"""`core.project` loads each of its names when it is asked for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import core.project


def test_every_name_is_found_where_the_type_checker_finds_it() -> None:
    """Two lists of one thing would part company unseen."""
    tree = ast.parse(Path(core.project.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    stated = {
        node.module.rpartition(".")[2]: {name.name for name in node.names}
        for node in guarded.body if isinstance(node, ast.ImportFrom) and node.module
    }
    assert {module: set(names) for module, names in core.project._HOMES.items()} == stated
    assert set(core.project.__all__) == {name for names in stated.values() for name in names}
    for name in core.project.__all__:
        assert getattr(core.project, name) is not None


def test_another_name_is_refused_as_by_any_module() -> None:
    """A misspelt name must not look like a part of the project."""
    with pytest.raises(AttributeError, match="Projekt"):
        core.project.Projekt  # noqa: B018
