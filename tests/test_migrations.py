"""The tables that migrations make are those that the models say, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.util import CommandError
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.backup import read
from bot.migrating import drift, migrate
from bot.store import keys, open_engine
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def test_migrations_make_what_the_models_say(database_url: str, tmp_path: Path) -> None:
    engine = open_engine(database_url, keys(tmp_path))
    migrate(engine, keys(tmp_path), tmp_path, NOW)
    with engine.connect() as connection:
        assert drift(connection) == []
    assert not (tmp_path / "backups").exists()
    engine.dispose()


def test_what_was_there_is_backed_up_before_a_migration(database_url: str, tmp_path: Path) -> None:
    ring = keys(tmp_path)
    engine = open_engine(database_url, ring)
    migrate(engine, ring, tmp_path, NOW)
    with Session(engine) as session, session.begin():
        session.add(Person(name="Ana"))
        session.execute(text("UPDATE alembic_version SET version_num = 'another'"))
    with pytest.raises(CommandError):
        migrate(engine, ring, tmp_path, NOW)
    (file,) = (tmp_path / "backups").glob("*.backup")
    found = [block for block in read(file, ring) if block.get("table") == "persons"]
    assert [row["name"] for row in found[0]["rows"]] == ["Ana"]
    assert b"Ana" not in file.read_bytes()
    engine.dispose()
