from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.serving import settle
from tests.element import element
from tests.federation import federation
from tests.postgres import Postgres
from tests.synapse import synapse

__all__ = ["element", "federation", "synapse"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that needs a homeserver runs where one is already up."""
    for item in items:
        needed = getattr(item, "fixturenames", ())
        for homeserver in ("synapse", "federation"):
            if homeserver in needed:
                item.add_marker(pytest.mark.xdist_group(homeserver))
                break


@pytest.fixture(scope="session", autouse=True)
def settled() -> None:
    """Thousands of collected tests are not looked at again by every round of the collector."""
    settle()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL, one for each worker."""
    with Postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> str:
    """A new, empty database on PostgreSQL."""
    return postgres.fresh()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new, empty database: once on SQLite, once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'kommune.db'}"
    return str(request.getfixturevalue("postgres_url"))
