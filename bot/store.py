"""The database: one engine, one thread, migrations at start, keys beside it."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection, Engine, Executable, create_engine, event, inspect
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from models.assembly import Membership
from models.base import Base
from models.sealed import Keyring
from models.secret import ERASED

log = structlog.get_logger()
T = TypeVar("T")
BUSY_MS = 2_000
"""So long a statement waits for a lock; whoever is told no tries again, and can stop meanwhile."""
UNSEEN = {"synchronize_session": False}
"""For statements about rows of which the session holds no objects."""


class LostKeys(Exception):
    """The key file is gone: its text says what to do."""


class Noting(Session):
    """A session that notes whether it has written, and which memberships began in it."""

    def __init__(self, bind: Engine | Connection, **options: Any) -> None:
        super().__init__(bind, expire_on_commit=False, **options)
        self.written = False
        self.begun: list[Membership] = []


# Listening to each session, in place of to all of them at once, costs as much as a statement.
@event.listens_for(Noting, "after_flush")
def _note_flush(session: Noting, _context: object) -> None:
    session.written = True


@event.listens_for(Noting, "after_attach")
def _note_membership(session: Noting, thing: object) -> None:
    if isinstance(thing, Membership):
        session.begun.append(thing)


def upsert(session: Session, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, or overwrite those with the same primary key; one statement for all."""
    connection = session.connection()
    connection.execute(_upserting(connection.dialect.name, table, tuple(rows[0])), list(rows))


def insert_new(
    session: Session, table: type[Base], rows: Sequence[Mapping[str, Any]], returned: str
) -> set[Any]:
    """Insert those rows that are not there yet; the column `returned` of each of them."""
    connection = session.connection()
    found = connection.execute(_inserting(connection.dialect.name, table, returned), list(rows))
    return set(found.scalars())


@cache
def _inserting(dialect: str, table: type[Base], returned: str) -> Any:
    statement = import_module(f"sqlalchemy.dialects.{dialect}").insert(table.__table__)
    return statement.on_conflict_do_nothing().returning(table.__table__.c[returned])


@cache
def _upserting(dialect: str, table: type[Base], names: tuple[str, ...]) -> Executable:
    # Only the dialect in use is loaded: the other one would cost megabytes for nothing.
    statement = import_module(f"sqlalchemy.dialects.{dialect}").insert(table.__table__)
    key = [column.name for column in inspect(table).primary_key]
    values = {name: statement.excluded[name] for name in names if name not in key}
    found: Executable = statement.on_conflict_do_update(index_elements=key, set_=values)
    return found


class Store:
    """Plain synchronous sessions in the one database thread."""

    def __init__(self, url: str, ring: Keyring) -> None:
        """Open the engine; nothing is read or written yet."""
        self.engine = open_engine(url, ring)
        self._url, self._ring = url, ring
        self.owes = False
        """Whether the file is still to be written anew: something kept it from being."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")

    def session(self) -> Noting:
        """A session for use in the database thread."""
        return Noting(self.engine)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session of one's own in any thread: it only reads, all of it as of one moment."""
        engine = open_engine(self._url, self._ring, reads=True)
        try:
            with Session(engine, autoflush=False) as session:
                yield session
        finally:
            engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Noting]:
        """A session in a transaction; where it erases for good, the files are cleaned after it."""
        with self.session() as session, session.begin():
            yield session
        if session.info.get(ERASED):
            try:
                self.compact()
            except OperationalError:
                log.warning("the file is in use, it is written anew later")

    async def run(self, work: Callable[..., T], *args: Any) -> T:
        """Run `work` in the database thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *args)

    def empty_log(self) -> None:
        """Empty SQLite's write-ahead log: what was erased is still written there."""
        if self.engine.dialect.name != "sqlite":
            return
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            # Whoever reads just now, a backup say, is not waited for: the next hour will do.
            cursor.execute("PRAGMA busy_timeout=0")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        finally:
            connection.close()

    def compact(self) -> None:
        """Write SQLite's file anew: where erased rows lay, and in which order, is told no more.

        On PostgreSQL a table that was dropped is a file that was deleted.
        """
        if self.engine.dialect.name == "sqlite":
            self.owes = True
            connection = self.engine.raw_connection()
            try:
                connection.cursor().execute("VACUUM")
            finally:
                connection.close()
            self.empty_log()
        self.owes = False

    def close(self) -> None:
        """Finish what runs, then let go."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self.engine.dispose()


def open_engine(url: str, ring: Keyring, *, reads: bool = False) -> Engine:
    """An engine whose connections are set up for safety first; `reads`: to read alone."""
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        if reads:
            event.listen(engine, "connect", _read_only)
        engine.dialect.do_begin = _begin_reading if reads else _begin  # type: ignore[assignment, method-assign]
    elif reads:
        engine = create_engine(url, isolation_level="REPEATABLE READ", hide_parameters=True)
        engine = engine.execution_options(postgresql_readonly=True)
    else:
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine.dialect.keyring = ring  # type: ignore[attr-defined]
    return engine


def _begin(connection: Any) -> None:
    """Take the right to write at once: a line that reads first must not find it gone later."""
    connection.execute("BEGIN IMMEDIATE")


def _begin_reading(connection: Any) -> None:
    """Wait for nobody who writes, and keep nobody waiting."""
    connection.execute("BEGIN")


def _read_only(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "secure_delete=ON",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def keys(folder: Path, begun: Callable[[], bool] = lambda: False) -> Keyring:
    """The key ring kept outside the database; made at first start, readable by its owner only.

    Raises LostKeys where the key file is not there but the database has `begun`.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "keys.json"
    if not file.exists():
        if begun():
            raise LostKeys(f"Put {file} back: without it what is sealed in the database is lost.")
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as new:
            json.dump({"1": secrets.token_hex(32)}, new)
            new.flush()
            os.fsync(new.fileno())
    try:
        written = json.loads(file.read_text())
        return Keyring({int(version): bytes.fromhex(key) for version, key in written.items()})
    except (ValueError, AttributeError, TypeError):
        raise LostKeys(f"Put {file} back as it was: these are no keys.") from None
