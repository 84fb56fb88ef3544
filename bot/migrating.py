"""Migrations at start, each after an encrypted backup."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import structlog
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from bot.backup import back_up
from models.base import Base
from models.sealed import Keyring

log = structlog.get_logger()
LOCK = 0x6B6F6D6D
"""One process migrates at a time, on PostgreSQL."""


def config(connection: Connection) -> Config:
    """Alembic's settings for an open connection."""
    settings = Config()
    settings.set_main_option("script_location", "models:migrations")
    settings.attributes["connection"] = connection
    return settings


def migrate(engine: Engine, ring: Keyring, backups: Path, now: datetime) -> None:
    """Bring the tables up to date; what was there before is backed up first."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({LOCK})")
            connection.commit()
        try:
            _migrate(connection, ring, backups, now)
        finally:
            if engine.dialect.name == "postgresql":
                connection.rollback()
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({LOCK})")
                connection.commit()


def _migrate(connection: Connection, ring: Keyring, backups: Path, now: datetime) -> None:
    settings = config(connection)
    wanted = ScriptDirectory.from_config(settings).get_current_head()
    current = MigrationContext.configure(connection).get_current_revision()
    if current == wanted:
        connection.rollback()
        return
    if inspect(connection).has_table("persons"):
        file = back_up(connection, ring, backups, now)
        log.info("backup written", file=file.name)
    connection.rollback()
    with connection.begin():
        command.upgrade(settings, "head")
    log.info("tables up to date", revision=wanted)


def drift(connection: Connection) -> list[object]:
    """How the tables differ from what the models say: nothing, if a migration covers all."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))
