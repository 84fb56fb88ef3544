"""A database for rules that need one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from bot.store import Store, keys, open_engine
from models.base import Base
from models.sealed import Keyring

RING = Keyring({1: b"k" * 32})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Empty tables, for all tests of a module."""
    folder = tmp_path_factory.mktemp("models")
    store = Store(f"sqlite:///{folder}/models.db", keys(folder))
    Base.metadata.create_all(store.engine)
    yield store
    store.close()


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    """A session whose changes are taken back."""
    with store.session() as session:
        yield session
        session.rollback()


@pytest.fixture(name="session")
def everywhere(database_url: str) -> Iterator[Session]:
    """For modules that import it: empty tables for each test, on SQLite and on PostgreSQL."""
    engine = open_engine(database_url, RING)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()
