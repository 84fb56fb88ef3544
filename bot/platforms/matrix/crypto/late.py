"""Messages whose keys have not come yet: waited for, handled in their place, or given up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bot.platforms import TryLater
from bot.platforms.matrix.crypto.client import Client
from bot.platforms.matrix.crypto.machine import NoKeyYet
from bot.platforms.matrix.crypto.store import Store, Waiting
from bot.platforms.matrix.junk import Source, words

ENCRYPTED = "m.room.encrypted"
PATIENCE = timedelta(minutes=5)
_AFRESH = timedelta(minutes=1)
"""So long keys may take to come after a start, however long the bot was away."""
_RARELY = timedelta(hours=1)
_MOST = 500
"""So many messages are waited for; whoever sends more that nobody can read waits in vain."""


class Late:
    """What the bot could not read by now."""

    def __init__(self, client: Client, now: Callable[[], datetime]) -> None:
        self._client, self._now = client, now
        self._begun = now()
        self._waiting: dict[str, Waiting] | None = None
        self._done: list[str] = []
        self._told: dict[str, datetime] = {}
        """When a room was last told that something could not be read."""
        self.given_up = 0
        """How many messages could not be read at all since the start."""

    def read(self, source: Source, room: str) -> Source | None:
        """The event inside an encrypted one; None where it must be waited for, or never opens."""
        if not words(source, "content", "ciphertext"):
            return None
        try:
            found = self._open(source, room)
        except NoKeyYet:
            waiting, event = self._all(), words(source, "event_id")
            if len(waiting) < _MOST and event:
                late = Waiting(event, room, source, self._now().timestamp())
                self._store.wait(late)
                waiting.setdefault(event, late)
            return None
        if found is None:
            self.given_up += 1
        return found

    def glance(self, source: Source, room: str) -> Source:
        """The event inside an encrypted one if it can be had now, else the event as it is."""
        if words(source, "type") != ENCRYPTED:
            return source
        try:
            return self._open(source, room) or source
        except NoKeyYet:
            return source

    def come(self) -> Iterator[tuple[str, Source]]:
        """Rooms and what was said there, for which the keys have come; in the order it was said."""
        for late in list(self._all().values()):
            try:
                found = self._open(late.source, late.room)
            except NoKeyYet:
                continue
            self._let_go(late)
            if found is not None:
                yield late.room, found
            else:
                self.given_up += 1

    def lost(self) -> Iterator[tuple[str, Source]]:
        """Rooms in which something was given up, and the last such event; a room once an hour."""
        now, given_up = self._now(), dict[str, Source]()
        if now - self._begun < _AFRESH:
            return
        for late in list(self._all().values()):
            if late.since <= (now - PATIENCE).timestamp():
                self._let_go(late)
                self.given_up += 1
                given_up[late.room] = late.source
        self._told = {room: at for room, at in self._told.items() if now - at < _RARELY}
        for room in given_up.keys() - self._told.keys():
            self._told[room] = now
            yield room, given_up[room]

    def handed_over(self) -> None:
        """What was read or given up has been heard: it need not be kept."""
        if self._done:
            self._store.done(self._done)
            self._done.clear()

    def _let_go(self, late: Waiting) -> None:
        self._all().pop(late.event, None)
        self._done.append(late.event)

    def _all(self) -> dict[str, Waiting]:
        if self._waiting is None:
            self._waiting = {late.event: late for late in self._store.waiting()}
        return self._waiting

    def _open(self, source: Source, room: str) -> Source | None:
        if self._client.olm is None:
            raise NoKeyYet("no device")
        return self._client.olm.open(source, room)

    @property
    def _store(self) -> Store:
        if self._client.store is None:
            raise TryLater(1)
        return self._client.store
