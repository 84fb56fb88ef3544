"""The bot inside the test's process, on a time that can be moved."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Self

from bot.composing import profiles, running
from bot.platforms import Platform
from bot.replay import START
from bot.store import Store, keys
from models.base import Base
from tests.process.bot import Bot


class Time:
    """It passes as ever, and may jump."""

    def __init__(self) -> None:
        self._jumped, self._at = monotonic(), START

    def __call__(self) -> datetime:
        """The present time, aware."""
        return self._at + timedelta(seconds=monotonic() - self._jumped)

    def jump(self, to: datetime) -> None:
        """Never back."""
        self._jumped, self._at = monotonic(), max(to, self())


class Inside(Bot):
    """A whole house around its platforms, for as long as the `with` lasts."""

    def __init__(
        self, folder: Path, platform: Platform, settings: dict[str, str], *others: Platform
    ) -> None:
        super().__init__(folder, settings)
        self.store = Store(f"sqlite:///{self.database}", keys(folder / "data"))
        Base.metadata.create_all(self.store.engine)
        self.time = Time()
        platforms = {one.name: one for one in (platform, *others)}
        self.house = running(self.store, platforms, self.time, language="en", zone="Europe/Berlin")
        self._stop = asyncio.Event()

    async def __aenter__(self) -> Self:
        shown = profiles(self.house.words)
        self._serving = asyncio.create_task(self.house.run(shown, self._stop))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stop.set()
        await self._serving
        self.store.close()

    async def pass_time(self, until: datetime) -> None:
        """Let time pass: what is due on the way is said at its time."""
        while (due := await self.store.run(self.house.next_due)) and due <= until:
            self.time.jump(due)
            await self.store.run(lambda: self.house.ear.due(self.time()))
        self.time.jump(until)
        self.house.courier.wake()
