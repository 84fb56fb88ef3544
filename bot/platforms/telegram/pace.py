"""How fast Telegram may be spoken to: 30 a second, 1 a second per chat, 20 a minute per group."""

from __future__ import annotations

import random
from collections import OrderedDict

from aiolimiter import AsyncLimiter

from bot.platforms import Kind, Outgoing, Place, TryLater

CHATS = 10_000
SPOKEN = {Kind.MESSAGE, Kind.FILE}


class Pace:
    """Spends the allowance of all chats and of each one."""

    def __init__(self) -> None:
        # A leaky bucket lets through what it holds and what leaks meanwhile; both together stay
        # below the limit in any window: 5 + 25 a second, 5 + 15 a minute.
        self._all = AsyncLimiter(5, 0.2)
        self._chats: OrderedDict[str, tuple[AsyncLimiter, AsyncLimiter]] = OrderedDict()

    async def spend(self, place: Place, letter: Outgoing) -> None:
        """Wait up to a second for leave to say it; raises TryLater where it takes longer."""
        if letter.kind in SPOKEN:
            second, minute = self._of(place.chat)
            if not place.private:
                if not minute.has_capacity():
                    # The courier may put a newer version in its place meanwhile.
                    raise TryLater(minute.time_period / minute.max_rate)
                await minute.acquire()
            await second.acquire()
        elif letter.kind is Kind.EDIT:
            await self._of(place.chat)[0].acquire()
        elif letter.kind is Kind.TOAST:
            return  # An answer to a press counts against no limit.
        await self._all.acquire()

    def _of(self, chat: str) -> tuple[AsyncLimiter, AsyncLimiter]:
        limits = self._chats.pop(chat, None) or (AsyncLimiter(3, 3), AsyncLimiter(5, 20))
        self._chats[chat] = limits
        if len(self._chats) > CHATS:
            self._chats.popitem(last=False)
        return limits


class Backoff:
    """Waits that grow from `first` to thirty seconds, with jitter."""

    def __init__(self, first: float, most: float = 30.0) -> None:
        self.first, self._most = first, most
        self._next = first

    def wait(self) -> float:
        """The next wait, in seconds."""
        base, self._next = self._next, min(self._most, self._next * 2)
        return base * random.uniform(0.75, 1.0)

    def rest(self) -> None:
        """All is well: begin again with the shortest wait."""
        self._next = self.first
