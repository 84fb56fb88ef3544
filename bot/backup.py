"""Backups: every table, and what platforms keep beside it, as encrypted lines.

They are the same for SQLite and PostgreSQL.
"""

from __future__ import annotations

import base64
import json
import os
import struct
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, LargeBinary, MetaData, Table, func, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.types import DateTime

from bot.belongings import pack, unpack
from models.box import LIVE
from models.sealed import Keyring, Unopenable
from models.secret import open_lost_boxes

FOLDER = "backups"
"""Where in the data folder they lie."""
MAGIC = b"kommune1"
NAME = "%Y-%m-%d-%H%M%S"
LIFE = timedelta(days=14)
"""So long what was erased may still stand in a backup."""
ROWS = 500
"""Rows in one sealed block."""


class NotBackedUp(Exception):
    """A backup cannot be written: says what to do."""


class NotRestored(Exception):
    """A backup cannot be read, or there is no empty place for it: says what to do."""


def back_up(connection: Connection, ring: Keyring, data: Path, now: datetime) -> Path:
    """Write all rows, and the files in `data`, into a new sealed file: complete, or not there.

    Raises NotBackedUp where the disk does not take it.
    """
    file = data / FOLDER / f"{now:{NAME}}.backup"
    unfinished = file.with_suffix(".unfinished")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_all(unfinished, ring, chain(_blocks(connection), _files(data)))
        unfinished.rename(file)
    except OSError as broken:
        wrong = f"No backup can be written to {file.parent} ({broken.strerror}): make room there."
        raise NotBackedUp(wrong) from broken
    finally:
        unfinished.unlink(missing_ok=True)
    return file


def throw_away(folder: Path, now: datetime) -> None:
    """Delete backups whose time is over, and what was never finished; other files stay."""
    for file in [*folder.glob("*.backup"), *folder.glob("*.unfinished")]:
        try:
            written = datetime.strptime(file.stem, NAME).replace(tzinfo=UTC)
        except ValueError:
            continue
        if now - written >= LIFE:
            file.unlink(missing_ok=True)


def restore(connection: Connection, ring: Keyring, data: Path, file: Path) -> int:
    """Put a backup's rows into empty tables of the same revision, its files into `data`.

    Returns how many rows there were. Secret votes that are open begin anew.
    """
    tables = _tables(connection)
    for table in tables.values():
        if table.name != "alembic_version" and connection.execute(select(table).limit(1)).first():
            raise NotRestored("Restore into an empty database: name a new one in KOMMUNE_DATABASE.")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    rows = 0
    parts: list[tuple[str, bytes]] = []
    for block in read(file, ring):
        if "file" in block:
            parts.append((block["file"], base64.b64decode(block["part"])))
            continue
        if "revision" in block:
            _same_revision(connection, block["revision"])
            continue
        table = tables[block["table"]]
        values = [_typed(table, row) for row in block["rows"]]
        connection.execute(insert(table), values)
        rows += len(values)
    if connection.dialect.name == "postgresql":
        _go_on_counting(connection, tables.values())
    with Session(connection) as session:
        open_lost_boxes(session)
        session.flush()
    unpack(data, parts)
    return rows


def read(file: Path, ring: Keyring) -> Iterator[dict[str, Any]]:
    """The blocks of a backup, in order; raises NotRestored for one that is damaged or cut off."""
    with file.open("rb") as source:
        if source.read(len(MAGIC)) != MAGIC:
            raise NotRestored(f"{file.name} is not a backup of Kommune.")
        number = 0
        while True:
            head = source.read(4)
            sealed = source.read(struct.unpack(">I", head)[0]) if len(head) == 4 else b""
            try:
                block = json.loads(ring.open(sealed, f"backup.{number}"))
            except Unopenable:
                raise NotRestored(
                    f"{file.name} is damaged, or keys.json is not the one it was written with."
                ) from None
            if "end" in block:
                return
            yield block
            number += 1


def _write_all(file: Path, ring: Keyring, blocks: Iterable[dict[str, Any]]) -> None:
    with file.open("wb") as out:
        file.chmod(0o600)
        out.write(MAGIC)
        number = 0
        for block in blocks:
            _write(out, ring, number, block)
            number += 1
        _write(out, ring, number, {"end": number})
        out.flush()
        os.fsync(out.fileno())


def _write(out: BinaryIO, ring: Keyring, number: int, block: dict[str, Any]) -> None:
    sealed = ring.seal(json.dumps(block).encode(), f"backup.{number}")
    out.write(struct.pack(">I", len(sealed)) + sealed)


def _blocks(connection: Connection) -> Iterator[dict[str, Any]]:
    tables = _tables(connection)
    version = tables.pop("alembic_version", None)
    found = connection.execute(select(version)).first() if version is not None else None
    yield {"revision": found[0] if found else None}
    for table in tables.values():
        order = list(table.primary_key.columns)
        rows = connection.execute(select(table).order_by(*order)).mappings()
        while some := rows.fetchmany(ROWS):
            yield {"table": table.name, "rows": [_plain(row) for row in some]}


def _files(data: Path) -> Iterator[dict[str, Any]]:
    for name, part in pack(data):
        yield {"file": name, "part": base64.b64encode(part).decode()}


def _tables(connection: Connection) -> dict[str, Table]:
    """The tables as they are, whatever the models say by now; those pointed at come first."""
    metadata = MetaData()
    # Of an open secret vote two backups would tell who voted in between, and what.
    metadata.reflect(connection, only=lambda name, _: not name.startswith(LIVE))
    return {table.name: table for table in metadata.sorted_tables}


def _same_revision(connection: Connection, revision: str | None) -> None:
    tables = _tables(connection)
    found = connection.execute(select(tables["alembic_version"])).first()
    if found is None or found[0] != revision:
        raise NotRestored("The backup is of another version of Kommune: restore it with that one.")


def _go_on_counting(connection: Connection, tables: Iterable[Table]) -> None:
    """PostgreSQL counts ids beside the tables, and would begin with 1 again."""
    for table in tables:
        if "id" in table.c:
            name = func.pg_get_serial_sequence(table.name, "id")
            highest = select(func.max(table.c.id)).scalar_subquery()
            connection.execute(select(func.setval(name, highest)).where(highest.is_not(None)))


def _plain(row: Any) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    typed = dict(row)
    for column in table.columns:
        value = row.get(column.name)
        if isinstance(value, str) and isinstance(column.type, LargeBinary):
            typed[column.name] = base64.b64decode(value)
        elif isinstance(value, str) and isinstance(column.type, DateTime):
            typed[column.name] = datetime.fromisoformat(value)
    return typed
