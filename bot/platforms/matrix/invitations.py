"""Rooms the bot is asked into."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from bot.platforms import Gone, TryLater
from bot.platforms.matrix.answers import Declined
from bot.platforms.matrix.junk import Source, at, words
from bot.platforms.matrix.rooms import MEMBER
from bot.platforms.matrix.session import Session

_RARELY = 3600.0
_REFUSALS = 6
"""So often a homeserver may say no; one elsewhere invites before it knows of it itself."""


@dataclass(slots=True)
class Waiting:
    """A room the bot has been asked into and has not joined yet."""

    via: str
    due: float = 0.0
    tries: int = 0
    refusals: int = 0


class Invitations:
    """Follows them all; those that cannot be followed yet wait."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: dict[str, Waiting] = {}
        self.late: set[str] = set()
        """Rooms whose invitation is older than the bot's memory: nothing said there counts yet."""

    def invited(self, room: str, via: str) -> None:
        """Take an invitation; `join` follows it."""
        self._waiting.setdefault(room, Waiting(via))

    async def join(self) -> None:
        """Follow every invitation that is due; one that cannot be followed yet waits."""
        now = asyncio.get_running_loop().time()
        for room, asked in list(self._waiting.items()):
            if asked.due > now:
                continue
            server = asked.via.partition(":")[2]
            path = f"/join/{quote(room, safe='')}?{urlencode({'via': server})}"
            try:
                await self._session.raw("POST", path, {})
            except TryLater as later:
                asked.tries += 1
                asked.due = now + max(later.wait, min(2.0**asked.tries, _RARELY))
                continue
            except (Gone, Declined):
                asked.refusals += 1
                if asked.refusals < _REFUSALS:
                    asked.due = now + 2.0**asked.refusals / 8
                    continue
            del self._waiting[room]

    def patience(self, longest: int) -> int:
        """How many ms may pass before an invitation is due, at most `longest`."""
        now = asyncio.get_running_loop().time()
        soonest = min(
            (int((one.due - now) * 1000) for one in self._waiting.values()), default=longest
        )
        return max(1, min(soonest, longest))


def invitation(state: list[Any], me: str) -> Source:
    """The member event that invites the bot, among what an invitation comes with."""
    for event in state:
        source = event.source
        if words(source, "type") == MEMBER and at(source, "state_key") == me:
            return dict(source)
    return {}
