"""`core.project` and `core.readers` load each of their names when it is asked for."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType

import pytest

import core.project
import core.readers

LATE = pytest.mark.parametrize("package", [core.project, core.readers], ids=lambda package: package.__name__)


@LATE
def test_every_name_is_found_where_the_type_checker_finds_it(package: ModuleType) -> None:
    """Two lists of one thing would part company unseen."""
    assert package.__file__ is not None
    tree = ast.parse(Path(package.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    stated = {
        node.module.rpartition(".")[2]: {name.name for name in node.names}
        for node in guarded.body if isinstance(node, ast.ImportFrom) and node.module
    }
    assert {module: set(names) for module, names in package._HOMES.items()} == stated
    assert set(package.__all__) == {name for names in stated.values() for name in names}
    for name in package.__all__:
        assert getattr(package, name) is not None


@LATE
def test_another_name_is_refused_as_by_any_module(package: ModuleType) -> None:
    """A misspelt name must not look like a part of the package."""
    with pytest.raises(AttributeError, match="Projekt"):
        package.Projekt  # noqa: B018
