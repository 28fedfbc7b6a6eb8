"""The option that takes the present look as the right one, and what the pictures depend on: platform and words."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import resources
from build_scripts import assets


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-pictures`, where this folder is named on the command line."""
    parser.addoption("--update-pictures", action="store_true", help="rewrite the reference pictures of the panes")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the references are to be rewritten."""
    return bool(request.config.getoption("--update-pictures", False))


@pytest.fixture
def drawn_alike() -> None:
    """Other platforms rasterise the same fonts differently."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the reference pictures were drawn on Linux; fonts are rasterised differently here")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words of now: those compiled in the checkout may be older than their source."""
    folder = tmp_path_factory.mktemp("translations")
    for source in resources.path("translations").glob("*.ts"):
        shutil.copy(source, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "TRANSLATIONS", folder)
        assets.make_translations()
    return folder


@pytest.fixture
def words_of_now(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window speaks with the words of now."""
    usual = resources.path
    monkeypatch.setattr(resources, "path", lambda *parts: compiled if parts == ("translations",) else usual(*parts))
