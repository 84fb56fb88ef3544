"""Backups: what is restored is what was there; what is damaged or foreign is refused."""

from __future__ import annotations

import errno
import importlib
import pkgutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    String,
    Table,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.orm import Session

import models
from bot.backup import MAGIC, ROWS, NotBackedUp, NotRestored, back_up, read, restore, throw_away
from bot.composing import running
from bot.replay import VirtualTime
from bot.store import Store, open_engine
from models.base import Base
from models.person import Person
from models.privacy import KEPT
from models.sealed import Envelope, Keyring
from tests.rows import NOW, Rows

for module in pkgutil.iter_modules(models.__path__):
    importlib.import_module(f"models.{module.name}")

RING = Keyring({1: b"k" * 32})
VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32)))
OTHER = Keyring({1: b"o" * 32})
MANY = ROWS * 2 + 7


@contextmanager
def house(url: str, revision: str = "0007") -> Iterator[Engine]:
    """A database as migrations leave it."""
    engine = open_engine(url, RING)
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        if not inspect(connection).has_table(VERSION.name):
            VERSION.create(connection)
            connection.execute(insert(VERSION).values(version_num=revision))
    try:
        yield engine
    finally:
        engine.dispose()


@pytest.fixture
def another_url(database_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A second empty database of the same kind."""
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path}/another.db"
    return str(request.getfixturevalue("postgres").fresh())


def everything(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """All rows, with what is sealed as it lies in the database."""
    found = {}
    for table in Base.metadata.sorted_tables:
        rows = connection.execute(select(table).order_by(*table.primary_key)).mappings()
        found[table.name] = [
            {n: v.sealed if isinstance(v, Envelope) else v for n, v in row.items()} for row in rows
        ]
    return found


def fill(engine: Engine) -> None:
    """A row in every table, and more people than one block holds."""
    with Session(engine) as session:
        rows = Rows(session)
        for table in Base.metadata.sorted_tables:
            rows.row(table.name, "Ünï-" + "😀")
        people = [{"id": 10_000 + n, "name": f"P{n}"} for n in range(MANY)]
        session.execute(insert(Base.metadata.tables["persons"]), people)
        session.commit()


def test_what_is_restored_is_what_was_there(
    database_url: str, another_url: str, tmp_path: Path
) -> None:
    with house(database_url) as old, house(another_url) as new:
        fill(old)
        with old.connect() as connection:
            before = everything(connection)
            file = back_up(connection, RING, tmp_path, NOW)
        with new.begin() as connection:
            rows = restore(connection, RING, tmp_path, file)
        with new.connect() as connection:
            assert everything(connection) == before
        assert all(before.values())
        assert rows == sum(len(found) for found in before.values())
        assert len(before["persons"]) > MANY


def test_what_is_restored_can_be_lived_in(
    database_url: str, another_url: str, tmp_path: Path
) -> None:
    """Sealed words open in their new place, and new rows find numbers that are free."""
    with house(database_url) as old, house(another_url) as new:
        fill(old)
        with old.connect() as connection:
            file = back_up(connection, RING, tmp_path, NOW)
        with new.begin() as connection:
            restore(connection, RING, tmp_path, file)
        with Session(new) as session:
            newest = session.scalar(select(func.max(Person.id)))
            session.add(Person(name="Newcomer"))
            session.flush()
            assert session.scalar(select(func.max(Person.id))) != newest
            table = Base.metadata.tables["letters"]
            row = session.execute(select(table)).mappings().first()
            assert row is not None
            assert row["_body"].text(f"letters.body.{row['id']}").startswith("Ünï-😀.letters")


def test_a_backup_goes_from_one_database_to_the_other(tmp_path: Path, postgres_url: str) -> None:
    with house(f"sqlite:///{tmp_path}/small.db") as small, house(postgres_url) as large:
        fill(small)
        with small.connect() as connection:
            before = everything(connection)
            file = back_up(connection, RING, tmp_path, NOW)
        with large.begin() as connection:
            restore(connection, RING, tmp_path, file)
        with large.connect() as connection:
            assert everything(connection) == before


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    with house(f"sqlite:///{tmp_path}/kommune.db") as engine:
        fill(engine)
        with engine.connect() as connection:
            return back_up(connection, RING, tmp_path, NOW)


def test_a_backup_is_sealed_and_its_owners_alone(backup: Path) -> None:
    content = backup.read_bytes()
    for word in ("persons", "Ünï", "anybody", "revision"):
        assert word.encode() not in content
    assert backup.stat().st_mode & 0o077 == 0
    assert backup.name == "2030-05-04-120000.backup"
    assert list(backup.parent.iterdir()) == [backup]


def cut_in_half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def without_the_end(content: bytes) -> bytes:
    """Cut off exactly between two blocks."""
    place, starts = len(MAGIC), []
    while place < len(content):
        starts.append(place)
        place += 4 + int(struct.unpack(">I", content[place : place + 4])[0])
    return content[: starts[-1]]


def with_two_blocks_exchanged(content: bytes) -> bytes:
    place, blocks = len(MAGIC), []
    while place < len(content):
        end = place + 4 + int(struct.unpack(">I", content[place : place + 4])[0])
        blocks.append(content[place:end])
        place = end
    blocks[1], blocks[2] = blocks[2], blocks[1]
    return MAGIC + b"".join(blocks)


def with_one_bit_turned(content: bytes) -> bytes:
    place = len(content) // 3
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def of_something_else(content: bytes) -> bytes:
    return b"SQLite format 3\0" + content


@pytest.mark.parametrize(
    "damage",
    [
        cut_in_half,
        without_the_end,
        with_two_blocks_exchanged,
        with_one_bit_turned,
        of_something_else,
    ],
)
def test_a_damaged_backup_is_refused(
    backup: Path, damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    backup.write_bytes(damage(backup.read_bytes()))
    with pytest.raises(NotRestored, match=r"2030-05-04-120000\.backup"):
        list(read(backup, RING))
    with (
        house(f"sqlite:///{tmp_path}/empty.db") as engine,
        pytest.raises(NotRestored),
        engine.begin() as connection,
    ):
        restore(connection, RING, backup.parent, backup)
    with house(f"sqlite:///{tmp_path}/empty.db") as engine, engine.connect() as connection:
        assert not any(everything(connection).values())


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.backup"
    file.touch()
    with pytest.raises(NotRestored, match="not a backup"):
        list(read(file, RING))


def test_the_wrong_key_is_refused(backup: Path) -> None:
    with pytest.raises(NotRestored, match="keys"):
        list(read(backup, OTHER))


def test_only_an_empty_database_is_restored_into(backup: Path, tmp_path: Path) -> None:
    with house(f"sqlite:///{tmp_path}/kommune.db") as engine, engine.begin() as connection:
        before = everything(connection)
        with pytest.raises(NotRestored, match="empty"):
            restore(connection, RING, backup.parent, backup)
        assert everything(connection) == before


def test_a_backup_of_another_version_is_refused(backup: Path, tmp_path: Path) -> None:
    with house(f"sqlite:///{tmp_path}/new.db", "0008") as engine, engine.begin() as connection:
        with pytest.raises(NotRestored, match="another version"):
            restore(connection, RING, backup.parent, backup)
        assert not any(everything(connection).values())


def test_every_table_is_in_it(backup: Path) -> None:
    found = {block["table"] for block in read(backup, RING) if "table" in block}
    assert found == set(Base.metadata.tables)
    assert set(KEPT) <= found


def test_backups_are_thrown_away_after_two_weeks(tmp_path: Path) -> None:
    names = {
        "2030-04-20-120000.backup": False,
        "2030-04-20-110000.unfinished": False,
        "2030-04-20-120001.backup": True,
        "2030-05-04-115959.unfinished": True,
        "before the move.backup": True,
        "2001-01-01-000000.txt": True,
    }
    for name in names:
        (tmp_path / name).touch()
    throw_away(tmp_path, NOW)
    throw_away(tmp_path / "not there", NOW)
    assert {name: (tmp_path / name).exists() for name in names} == names


async def test_the_house_tidies_up_every_hour(tmp_path: Path) -> None:
    """Erased words leave the log beside the database, and old backups go, while it runs."""
    store, time = Store(f"sqlite:///{tmp_path}/kommune.db", RING), VirtualTime()
    Base.metadata.create_all(store.engine)
    house = running(store, {}, time, language="en", zone="UTC")
    house.backups = tmp_path
    log, old = tmp_path / "kommune.db-wal", tmp_path / "2030-04-21-120000.backup"
    old.touch()
    await house.beat()
    assert log.stat().st_size == 0
    fill(store.engine)
    assert log.stat().st_size > 0
    await house.beat()
    assert log.stat().st_size > 0
    time.present += timedelta(days=1)
    await house.beat()
    assert log.stat().st_size == 0
    assert not old.exists()
    store.close()


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/kommune.db", RING)
    Base.metadata.create_all(engine)
    fill(engine)

    class Full(Keyring):
        def seal(self, plain: bytes, bound_to: str) -> bytes:
            if bound_to == "backup.2":
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().seal(plain, bound_to)

    with engine.connect() as connection, pytest.raises(NotBackedUp, match="make room"):
        back_up(connection, Full({1: b"k" * 32}), tmp_path, NOW)
    assert inspect(engine).has_table("persons")
    engine.dispose()
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """A data folder with what Matrix keeps in it, while it is being written to."""
    (tmp_path / "matrix.keys").write_bytes(b"sealed")
    (tmp_path / "matrix.json").write_text("the login")
    with closing(sqlite3.connect(tmp_path / "matrix.db")) as store:
        store.execute("PRAGMA journal_mode=WAL")
        store.execute("CREATE TABLE keys (key BLOB)")
        store.execute("INSERT INTO keys VALUES (zeroblob(3000000))")
        store.commit()
        store.execute("INSERT INTO keys VALUES ('not committed')")
        yield tmp_path


def keys_in(folder: Path) -> list[int]:
    with closing(sqlite3.connect(folder / "matrix.db")) as store:
        return [length for (length,) in store.execute("SELECT length(key) FROM keys")]


def test_what_platforms_keep_beside_the_database_is_in_the_backup(
    kept: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    with house(f"sqlite:///{tmp_path}/a.db") as old, old.connect() as connection:
        file = back_up(connection, RING, kept, NOW)
    assert b"sealed" not in file.read_bytes()
    with house(f"sqlite:///{tmp_path}/b.db") as new, new.begin() as connection:
        restore(connection, RING, other, file)
    assert (other / "matrix.keys").read_bytes() == b"sealed"
    assert keys_in(other) == [3_000_000]
    assert not (other / "matrix.json").exists()
    assert {file.stat().st_mode & 0o077 for file in other.iterdir()} == {0}


def test_what_is_there_already_is_newer_and_stays(kept: Path, tmp_path: Path) -> None:
    with house(f"sqlite:///{tmp_path}/a.db") as old, old.connect() as connection:
        file = back_up(connection, RING, kept, NOW)
    (kept / "matrix.keys").write_bytes(b"newer")
    with house(f"sqlite:///{tmp_path}/b.db") as new, new.begin() as connection:
        restore(connection, RING, kept, file)
    assert (kept / "matrix.keys").read_bytes() == b"newer"
    assert (kept / "matrix.json").exists()


def test_a_restored_store_ends_the_login_it_belonged_to(kept: Path, tmp_path: Path) -> None:
    """Its device went on since: to go on from the past would make it unreadable for others."""
    with house(f"sqlite:///{tmp_path}/a.db") as old, old.connect() as connection:
        file = back_up(connection, RING, kept, NOW)
    (kept / "matrix.db").unlink()
    with house(f"sqlite:///{tmp_path}/b.db") as new, new.begin() as connection:
        restore(connection, RING, kept, file)
    assert keys_in(kept) == [3_000_000]
    assert not (kept / "matrix.json").exists()
