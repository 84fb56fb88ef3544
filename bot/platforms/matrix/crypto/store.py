"""The crypto store: nio's, and beside it what nio forgets when its process ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nio.crypto import GroupSessionStore, InboundGroupSession  # type: ignore[import-untyped]
from nio.store import SqliteStore  # type: ignore[import-untyped]

from bot.platforms.matrix.junk import Source

NAME = "matrix.db"
Key = tuple[str, str, str]
"""The room that a key is for, the device that made it, and the key's own name.

All three: whoever knows a key can say that another was named like it.
"""
LIFE = timedelta(days=90)
"""So long a key for a room is kept after it was last used."""

_TABLES = (
    # nio's own table would let one member's key take the place of another's.
    "CREATE TABLE IF NOT EXISTS room_keys (room TEXT, sender TEXT, session TEXT, signing TEXT,"
    " pickle BLOB, used REAL, PRIMARY KEY (room, sender, session)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS seen (room TEXT, sender TEXT, session TEXT, number INTEGER,"
    " event TEXT, at INTEGER, PRIMARY KEY (room, sender, session, number)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS late (event TEXT PRIMARY KEY, room TEXT, source TEXT, since REAL)",
)
_OF_KEY = "room = ? AND sender = ? AND session = ?"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An encrypted event whose key has not come yet; `since` in seconds."""

    event: str
    room: str
    source: Source
    since: float


class Store(SqliteStore):  # type: ignore[misc]
    """The keys of one device, and those to rooms that former devices of the account were given."""

    def __init__(
        self, user: str, device: str, folder: Path, passphrase: str, now: Callable[[], datetime]
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NAME).touch(0o600)
        super().__init__(user, device, str(folder), passphrase, NAME)
        self._now = now
        self._unwritten: dict[tuple[Key, int], tuple[str, int]] = {}
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", *_TABLES):
            self._sql(statement)

    def whole(self) -> AbstractContextManager[Any]:
        """What is stored within is stored together, or not at all."""
        found: AbstractContextManager[Any] = self.database.atomic()
        return found

    def load_inbound_group_sessions(self) -> GroupSessionStore:
        """The keys to what others say in rooms."""
        found = GroupSessionStore()
        query = "SELECT pickle, signing, sender, room FROM room_keys"
        for pickle, signing, sender, room in self._sql(query).fetchall():
            key = InboundGroupSession.from_pickle(pickle, signing, sender, room, self.pickle_key)
            found.add(key)
        return found

    def save_inbound_group_session(self, session: InboundGroupSession) -> None:
        """Keep a key; a lesser one that comes later does not take its place."""
        place = (session.room_id, session.sender_key, session.id)
        row = (*place, session.ed25519, session.pickle(self.pickle_key), self._now().timestamp())
        self._sql("INSERT OR IGNORE INTO room_keys VALUES (?, ?, ?, ?, ?, ?)", row)

    def add_outgoing_key_request(self, key_request: object) -> None:
        """Not kept: after a start, whatever is still missing is asked for again."""

    def is_new(self, key: Key, number: int, event: str, at: int) -> bool:
        """Whether a ciphertext has never been another event; `remember` writes it down."""
        place = (key, number)
        known = self._unwritten.get(place)
        if known is None:
            query = f"SELECT event, at FROM seen WHERE {_OF_KEY} AND number = ?"
            known = self._sql(query, (*key, number)).fetchone()
        if known is None:
            self._unwritten[place] = (event, at)
        return known in (None, (event, at))

    def remember(self) -> None:
        """Write down which ciphertexts were read, all at once."""
        rows = [(*key, number, *event) for (key, number), event in self._unwritten.items()]
        used = [(self._now().timestamp(), *key) for key in {key for key, _ in self._unwritten}]
        with self.whole():
            self._each("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, ?, ?)", rows)
            self._each(f"UPDATE room_keys SET used = ? WHERE {_OF_KEY}", used)
        self._unwritten.clear()

    def waiting(self) -> list[Waiting]:
        """Events that wait for their keys, the oldest first."""
        rows = self._sql("SELECT event, room, source, since FROM late ORDER BY rowid").fetchall()
        return [Waiting(event, room, json.loads(source), at) for event, room, source, at in rows]

    def wait(self, late: Waiting) -> None:
        """Keep an event until its key comes."""
        row = (late.event, late.room, json.dumps(late.source), late.since)
        self._sql("INSERT OR IGNORE INTO late VALUES (?, ?, ?, ?)", row)

    def done(self, events: Iterable[str]) -> None:
        """These events need not wait any longer."""
        with self.whole():
            self._each("DELETE FROM late WHERE event = ?", [(event,) for event in events])

    def throw_away(self) -> None:
        """Delete former devices, and the keys that nobody has used for long."""
        before, me = ((self._now() - LIFE).timestamp(),), (self.device_id,)
        theirs = "SELECT id FROM accounts WHERE device_id != ?"
        known = f"SELECT id FROM devicekeys WHERE account_id IN ({theirs})"
        with self.whole():
            for table in ("keys", "devicetruststate"):
                self._sql(f"DELETE FROM {table} WHERE device_id IN ({known})", me)
            self._sql("DELETE FROM accounts WHERE device_id != ?", me)
            self._sql("DELETE FROM room_keys WHERE used < ?", before)
            known = "SELECT room, sender, session FROM room_keys"
            self._sql(f"DELETE FROM seen WHERE (room, sender, session) NOT IN ({known})")

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _each(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            self._sql(statement, row)

    def _sql(self, statement: str, values: tuple[Any, ...] = ()) -> Any:
        return self.database.execute_sql(statement, values)
