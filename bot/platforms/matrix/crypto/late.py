"""Messages whose keys have not come yet: waited for, handled in their place, or given up."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bot.platforms import TryLater
from bot.platforms.matrix.crypto.client import Client
from bot.platforms.matrix.crypto.machine import NoKeyYet
from bot.platforms.matrix.crypto.store import Store, Waiting
from bot.platforms.matrix.junk import Source, words

_log = logging.getLogger(__name__)
ENCRYPTED = "m.room.encrypted"
PATIENCE = timedelta(minutes=5)
_AFRESH = timedelta(minutes=1)
"""So long keys may take to come after a start, however long the bot was away."""
_RARELY = timedelta(hours=1)
_MOST = 500
_IN_ONE_ROOM = 50
"""So many messages are waited for; where more come that nobody can read, the oldest give way."""


class Late:
    """What the bot could not read by now."""

    def __init__(self, client: Client, now: Callable[[], datetime]) -> None:
        self._client, self._now = client, now
        self._begun = now()
        self._waiting: dict[str, Waiting] | None = None
        self._come: dict[str, Waiting] = {}
        self._lost: dict[str, Waiting] = {}
        """Like those whose keys have come, shown again and again until they are handed over."""
        self._told: dict[str, datetime] = {}
        """When a room was last told that something could not be read."""
        self._given_up = 0

    def read(self, source: Source, room: str) -> Source | None:
        """The event inside an encrypted one; None where it must be waited for, or never opens."""
        if not words(source, "content", "ciphertext"):
            return None
        try:
            found = self._open(source, room)
        except NoKeyYet:
            event = words(source, "event_id")
            if event and event not in self._all():
                self._wait(Waiting(event, room, source, self._now().timestamp()))
            return None
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
            self._come[late.event] = late
            if found is not None:
                yield late.room, found

    def lost(self) -> Iterator[tuple[str, Source]]:
        """Rooms in which something was given up, and the last such event; a room once an hour."""
        now, given_up = self._now(), dict[str, Source]()
        if now - self._begun < _AFRESH:
            return
        for late in self._all().values():
            if late.since <= (now - PATIENCE).timestamp() and late.event not in self._come:
                self._lost[late.event] = late
                given_up[late.room] = late.source
        self._told = {room: at for room, at in self._told.items() if now - at < _RARELY}
        for room in given_up.keys() - self._told.keys():
            yield room, given_up[room]

    def handed_over(self) -> None:
        """What was read or given up has been heard: it need not be kept."""
        for late in self._lost.values():
            self._told.setdefault(late.room, self._now())
        if self._lost:
            self._given_up += len(self._lost)
            _log.warning("Matrix: %d messages could not be decrypted so far", self._given_up)
        done = self._come | self._lost
        if done:
            self._store.done(done)
        for event in done:
            self._all().pop(event, None)
        self._come.clear()
        self._lost.clear()

    def remember(self) -> None:
        """Keep what may never be read twice as something else."""
        if self._client.store is not None:
            self._client.store.remember()

    def _wait(self, late: Waiting) -> None:
        waiting = self._all()
        self._store.wait(late)
        waiting[late.event] = late
        rooms = Counter(one.room for one in waiting.values())
        full = late.room if rooms[late.room] > _IN_ONE_ROOM else ""
        if len(waiting) > _MOST:
            full = max(rooms, key=lambda room: rooms[room])
        # What has been read meanwhile stays until it is handed over.
        theirs = (one.event for one in waiting.values() if one.room == full)
        oldest = next((event for event in theirs if event not in self._come), None)
        if oldest is not None:
            self._store.done([oldest])
            del waiting[oldest]

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
