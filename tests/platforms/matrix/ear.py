"""The house behind the adapter, as far as it matters here: it hears, and keeps the bookmark."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.platforms import Delivery, Event, Utterance

Line = Utterance | Event


class Ear:
    """Keeps the deliveries it heard, and lets tests wait for lines."""

    def __init__(self) -> None:
        self.deliveries: list[Delivery] = []
        self.refused: list[Delivery] = []
        self.refusals = 0
        self.caught_up = False
        """All that waited while the bot was away has been handed over."""
        self._news = asyncio.Condition()

    async def hear(self, delivery: Delivery) -> None:
        async with self._news:
            self._news.notify_all()
            if self.refusals:
                self.refusals -= 1
                self.refused.append(delivery)
                raise RuntimeError("the store is out of order")
            if delivery == Delivery(delivery.platform, ()):
                self.caught_up = True
            else:
                self.deliveries.append(delivery)

    @property
    def lines(self) -> list[Line]:
        return [line for delivery in self.deliveries for line in delivery.lines]

    @property
    def said(self) -> list[Utterance]:
        return [line for line in self.lines if isinstance(line, Utterance)]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.said]

    @property
    def bookmark(self) -> str | None:
        return next((one.bookmark for one in reversed(self.deliveries) if one.bookmark), None)

    async def until(self, enough: Callable[[], bool]) -> None:
        async with asyncio.timeout(20), self._news:
            await self._news.wait_for(enough)

    async def utterance(self, text: str) -> Utterance:
        """The line with this text, as soon as it is heard."""
        await self.until(lambda: text in self.texts)
        return next(line for line in self.said if line.text == text)

    async def event(self, name: str, chat: str = "") -> Event:
        """The event of this name, as soon as it is heard."""

        def told() -> list[Event]:
            return [
                line
                for line in self.lines
                if isinstance(line, Event) and line.name == name and chat in ("", line.place.chat)
            ]

        await self.until(lambda: bool(told()))
        return told()[0]
