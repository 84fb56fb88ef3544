"""A listener that keeps what it hears, and can be out of order for a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from bot.platforms import Delivery, Event, Utterance


class Ear:
    """Stands where the house would: `hear` is handed to a platform's `listen`."""

    def __init__(self) -> None:
        self.deliveries: list[Delivery] = []
        self.refused: list[Delivery] = []
        self.caught_up = False
        """All that waited while the bot was away has been handed over."""
        self.broken = 0
        """How many deliveries are yet to be refused."""
        self.gate: asyncio.Event | None = None
        self._event = asyncio.Event()

    async def hear(self, delivery: Delivery) -> None:
        if self.broken:
            self.broken -= 1
            self.refused.append(delivery)
            self._wake()
            raise OSError("the disk is full")
        if delivery == Delivery(delivery.platform, ()):
            self.caught_up = True
        else:
            self.deliveries.append(delivery)
        self._wake()
        if self.gate is not None:
            await self.gate.wait()

    @property
    def lines(self) -> list[Utterance | Event]:
        return [line for delivery in self.deliveries for line in delivery.lines]

    @property
    def utterances(self) -> list[Utterance]:
        return [line for line in self.lines if isinstance(line, Utterance)]

    @property
    def events(self) -> list[Event]:
        return [line for line in self.lines if isinstance(line, Event)]

    async def until(self, true: Callable[[], Any], timeout: float = 5.0) -> None:
        async with asyncio.timeout(timeout):
            while not true():
                await self._event.wait()

    async def heard(self, text: str) -> Utterance:
        """Wait for an utterance of that text."""
        await self.until(lambda: any(line.text == text for line in self.utterances))
        return next(line for line in reversed(self.utterances) if line.text == text)

    def _wake(self) -> None:
        event, self._event = self._event, asyncio.Event()
        event.set()
