"""Messages that are kept nowhere: said after the commit or, where a crash comes between, never."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, replace

import structlog

from bot.platforms import Key, Kind, Lost, Outgoing, Place, Platform, TryLater

log = structlog.get_logger()
MOST_STANDING = 1000
TRIES = 3
"""How often a platform that asks to wait is asked again."""


@dataclass(frozen=True, slots=True)
class Passing:
    """A message on its way that no letter holds."""

    chat_id: int
    place: Place
    outgoing: Outgoing
    after: int
    """The number of the letter that comes next: a newer one has the newer buttons."""
    answer: str = ""
    """The wire form that the next words continue."""


class Standing:
    """What fleeting messages wait for: their buttons, said by number, and the next words."""

    def __init__(self) -> None:
        self._chats: dict[int, Passing] = {}

    def put(self, passing: Passing) -> None:
        """It stands in its chat now, in place of the one before."""
        if passing.outgoing.kind is Kind.TOAST:
            return
        self._chats.pop(passing.chat_id, None)
        if passing.outgoing.keys:
            self._chats[passing.chat_id] = passing
        if len(self._chats) > MOST_STANDING:
            del self._chats[next(iter(self._chats))]

    def meant(self, chat_id: int, reply_to: str, newest: int) -> tuple[str, tuple[Key, ...]] | None:
        """Its reference and its buttons, unless another message is meant.

        `newest`: the number of the newest letter there that has buttons.
        """
        passing = self._chats.get(chat_id)
        if passing is None:
            return None
        ref = passing.outgoing.ref
        if (reply_to != ref) if reply_to else (newest >= passing.after):
            return None
        return ref, passing.outgoing.keys

    def expects(self, chat_id: int) -> str:
        """The wire form that words continue in a chat; empty: none."""
        passing = self._chats.get(chat_id)
        return passing.answer if passing is not None else ""


class Runner:
    """Says fleeting messages: in order within a chat, and beside the letters."""

    def __init__(
        self,
        platforms: Mapping[str, Platform],
        start: Callable[[Coroutine[None, None, None]], None],
    ) -> None:
        """`start` runs something beside what runs already."""
        self._platforms, self._start = platforms, start
        self._waiting: dict[int, deque[Passing]] = {}

    def take(self, messages: Iterable[Passing]) -> None:
        """Say these as soon as may be."""
        for passing in messages:
            if passing.chat_id in self._waiting:
                self._waiting[passing.chat_id].append(passing)
            else:
                self._waiting[passing.chat_id] = deque([passing])
                self._start(self._run(passing.chat_id))

    async def _run(self, chat_id: int) -> None:
        waiting = self._waiting[chat_id]
        while waiting:
            try:
                await self._say(waiting.popleft())
            except Exception as broken:
                log.warning("fleeting message not said", reason=type(broken).__name__)
        del self._waiting[chat_id]

    async def _say(self, passing: Passing) -> None:
        platform, outgoing = self._platforms[passing.place.platform], passing.outgoing
        for _ in range(TRIES):
            try:
                await platform.say(passing.place, outgoing)
                return
            except TryLater as later:
                await asyncio.sleep(later.wait)
            except Lost:
                outgoing = replace(outgoing, kind=Kind.MESSAGE, ref="")
        log.warning("fleeting message not said", reason="TryLater")
