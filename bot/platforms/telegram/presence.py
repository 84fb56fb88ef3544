"""Whether somebody who presses a button in a group is still in it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.platforms import Event, Utterance
from bot.platforms.telegram.reading import present

Line = Utterance | Event
DAY = 86_400.0
PAIRS = 20_000
AT_ONCE = 8
PATIENCE = 2.0
"""Seconds."""

log = structlog.get_logger(__name__)


class Presence:
    """Remembers for a day who was seen in which group, and asks about the others."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._seen: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._asking = asyncio.Semaphore(AT_ONCE)

    async def confirm(self, lines: Iterable[Line]) -> list[Line]:
        """The lines; before a press by somebody who has left, that they have left."""
        lines = list(lines)
        asked = {_pair(line): line for line in lines if self._in_doubt(line)}
        answers = await asyncio.gather(*(self._is_gone(*pair) for pair in asked))
        gone = {pair for pair, is_gone in zip(asked, answers, strict=True) if is_gone}
        told: list[Line] = []
        for line in lines:
            if isinstance(line, Utterance) and line.pressed and _pair(line) in gone:
                told.append(Event(f"{line.ref}.left", line.place, "left", line.speaker))
                gone.discard(_pair(line))
            told.append(line)
            self._note(line)
        return told

    def _in_doubt(self, line: Line) -> bool:
        if not isinstance(line, Utterance) or not line.pressed or line.place.private:
            return False
        seen = self._seen.get(_pair(line))
        return seen is None or asyncio.get_running_loop().time() - seen > DAY

    async def _is_gone(self, chat: str, account: str) -> bool:
        try:
            # All deliveries wait for this one: better not known than nobody heard.
            async with asyncio.timeout(PATIENCE), self._asking:
                member = await self._bot.get_chat_member(int(chat), int(account))
        except (TelegramError, TimeoutError) as error:
            # Not known to have left: the rights are checked when the line is heard, as always.
            log.info("telegram does not tell who is in a chat", error=type(error).__name__)
            return False
        if present(member):
            self._saw((chat, account))
            return False
        return True

    def _note(self, line: Line) -> None:
        if line.place.private:
            return
        if isinstance(line, Event):
            if line.name == "joined":
                self._saw(_pair(line))
            elif line.name == "left":
                self._seen.pop(_pair(line), None)
        elif not line.pressed and not line.poll:
            self._saw(_pair(line))

    def _saw(self, pair: tuple[str, str]) -> None:
        self._seen.pop(pair, None)
        self._seen[pair] = asyncio.get_running_loop().time()
        if len(self._seen) > PAIRS:
            self._seen.popitem(last=False)


def _pair(line: Line) -> tuple[str, str]:
    person = line.speaker if isinstance(line, Utterance) else line.about
    return line.place.chat, person.account if person else ""
