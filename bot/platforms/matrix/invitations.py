"""Rooms the bot is asked into."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from bot.platforms import Gone, Misconfigured, TryLater
from bot.platforms.matrix.answers import Declined, Revoked
from bot.platforms.matrix.junk import Source, at, words
from bot.platforms.matrix.rooms import MEMBER
from bot.platforms.matrix.session import Session

_RARELY = 3600.0
_TRIES = 16
"""So often a homeserver may be away: about half a day."""
_REFUSALS = 6
"""So often one may say no; one elsewhere invites before it knows of it itself."""


@dataclass(slots=True)
class Waiting:
    """A room the bot has been asked into and has not joined yet."""

    via: str
    due: float = 0.0
    tries: int = 0
    refusals: int = 0

    @property
    def server(self) -> str:
        """The homeserver of whoever asked, which knows the room."""
        return self.via.partition(":")[2]


class Invitations:
    """Follows them all, one at a time; those that cannot be followed yet wait, and not for ever."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: dict[str, Waiting] = {}
        self._in_vain: Counter[str] = Counter()
        """How often each homeserver was away."""
        self._news = asyncio.Event()
        self.late: set[str] = set()
        """Rooms whose invitation is older than the bot's memory: nothing said there counts yet."""

    def invited(self, room: str, via: str) -> None:
        """Take an invitation; `follow` follows it."""
        self._waiting.setdefault(room, Waiting(via))
        self._news.set()

    async def follow(self) -> None:
        """Follow them until cancelled; whoever listens meanwhile waits for no homeserver."""
        while True:
            self._news.clear()
            while await self.join():
                pass
            with suppress(TimeoutError):
                async with asyncio.timeout(self._until_next()):
                    await self._news.wait()

    async def join(self) -> bool:
        """Follow one that is due, if any is; those of homeservers that were away come last."""
        now = asyncio.get_running_loop().time()
        due = [room for room, asked in self._waiting.items() if asked.due <= now]
        if not due:
            return False
        room = min(due, key=lambda one: self._in_vain[self._waiting[one].server])
        asked = self._waiting[room]
        try:
            await self._try(room, asked)
        except (TryLater, Revoked, Misconfigured) as why:
            self._in_vain[asked.server] += 1
            asked.tries += 1
            after = why.wait if isinstance(why, TryLater) else 0.0
            self._postpone(asked, max(after, min(2.0**asked.tries, _RARELY)))
        except (Gone, Declined):
            asked.refusals += 1
            self._postpone(asked, 2.0**asked.refusals / 8)
        else:
            del self._waiting[room]
            del self._in_vain[asked.server]
        if asked.tries >= _TRIES or asked.refusals >= _REFUSALS:
            await self._reject(room)
        return True

    def _postpone(self, asked: Waiting, wait: float) -> None:
        asked.due = asyncio.get_running_loop().time() + wait

    async def _try(self, room: str, asked: Waiting) -> None:
        path = f"/join/{quote(room, safe='')}?{urlencode({'via': asked.server})}"
        await self._session.raw("POST", path, {})

    async def _reject(self, room: str) -> None:
        del self._waiting[room]
        # It may have been taken back, or never have been one.
        with suppress(TryLater, Revoked, Misconfigured, Gone, Declined):
            await self._session.raw("POST", f"/rooms/{quote(room, safe='')}/leave", {})

    def _until_next(self) -> float | None:
        soonest = min((one.due for one in self._waiting.values()), default=None)
        now = asyncio.get_running_loop().time()
        return None if soonest is None else max(0.0, soonest - now)


def invitation(state: list[Any], me: str) -> Source:
    """The member event that invites the bot, among what an invitation comes with."""
    for event in state:
        source = event.source
        if words(source, "type") == MEMBER and at(source, "state_key") == me:
            return dict(source)
    return {}
