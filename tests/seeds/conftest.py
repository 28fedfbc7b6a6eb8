"""`--update-golden` writes the golden files anew; a look at the diff is part of the change."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option is known when pytest is called on tests/seeds."""
    parser.addoption("--update-golden", action="store_true", help="write the golden extractions of the samples anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden", default=False))
