"""Migrations at start, each after an encrypted backup."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files
from pathlib import Path

import structlog
from sqlalchemy import Connection, Engine, inspect, text

from bot.backup import back_up
from models.base import Base
from models.sealed import Keyring

log = structlog.get_logger()
LOCK = 0x6B6F6D6D
"""One process migrates at a time, on PostgreSQL."""


def migrate(engine: Engine, ring: Keyring, data: Path, now: datetime) -> None:
    """Bring the tables up to date; what was there before is backed up first."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({LOCK})")
            connection.commit()
        try:
            _migrate(connection, ring, data, now)
        finally:
            if engine.dialect.name == "postgresql":
                connection.rollback()
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({LOCK})")
                connection.commit()


def begun(engine: Engine) -> bool:
    """Whether the database holds a house already."""
    with engine.connect() as connection:
        return inspect(connection).has_table("persons")


def _migrate(connection: Connection, ring: Keyring, data: Path, now: datetime) -> None:
    current, wanted = _current(connection), _newest()
    if current == wanted:
        connection.rollback()
        return
    if inspect(connection).has_table("persons"):
        file = back_up(connection, ring, data, now)
        log.info("backup written", file=file.name)
    connection.rollback()
    with connection.begin():
        _upgrade(connection)
    log.info("tables up to date", revision=wanted)


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(found[0]) if found else None


def _newest() -> str:
    """The last migration: their files begin with their numbers."""
    versions = files("models.migrations.versions").iterdir()
    return max(file.name.partition("_")[0] for file in versions if file.name[0].isdecimal())


def _upgrade(connection: Connection) -> None:
    # Alembic is loaded when there is something to migrate: it costs megabytes for years otherwise.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    settings = Config()
    settings.set_main_option("script_location", "models:migrations")
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")


def drift(connection: Connection) -> list[object]:
    """How the tables differ from what the models say: nothing, if a migration covers all."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))
