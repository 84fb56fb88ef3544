"""The house at work: platforms are heard, letters carried, promises kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

import structlog
from sqlalchemy import select

from bot.app import Ear
from bot.backup import throw_away
from bot.clock import Clock
from bot.courier import Courier
from bot.house import House
from bot.logs import where_of
from bot.making import Workshop
from bot.platforms import Delivery, Misconfigured, Platform, Profile
from bot.store import Store
from models.line import Bookmark, Promise

log = structlog.get_logger()
CATCH_UP = timedelta(seconds=60)
"""How long deadlines wait at start for platforms that have not caught up."""
LAST_WAIT = 60.0
"""Seconds, at most, before a platform that broke is heard again."""
TIDY = timedelta(hours=1)
"""How often what was erased is erased from the database's log and from old backups."""


class Running:
    """One process: store, ear, courier and clock around some platforms."""

    def __init__(
        self,
        store: Store,
        house: House,
        platforms: Mapping[str, Platform],
        now: Callable[[], datetime],
    ) -> None:
        """`now` is the present time, aware."""
        self.store, self.platforms, self.now = store, platforms, now
        self.words = house.words
        self.ear = Ear(store, house)
        self.courier = Courier(store, platforms, now, self.hear, Workshop(store, house))
        self.first_wait = 1.0
        """Seconds before a platform that broke is heard again, for the first time."""
        self._behind = set(platforms)
        self._started = now()
        self._stopping = False
        self._tidied: datetime | None = None
        self.backups: Path | None = None
        """Where backups lie that are to be thrown away in time."""

    async def hear(self, delivery: Delivery) -> None:
        """Hear a delivery; returns once it is committed."""
        if delivery.lines or delivery.bookmark is not None:
            await self.store.run(lambda: self.ear.hear(delivery, self.now()))
            self.courier.fleeting.take(self.ear.take_passing())
            self.courier.wake()
        if not delivery.lines:
            self._behind.discard(delivery.platform)

    async def beat(self) -> None:
        """Say what is due, unless a platform still has to be heard first."""
        if self._behind and self.now() - self._started < CATCH_UP:
            return
        while not self._stopping:
            kept = await self.store.run(lambda: self.ear.due(self.now()))
            if not kept:
                break
            self.courier.wake()
        if self._tidied is None or self.now() - self._tidied >= TIDY:
            self._tidied = self.now()
            await self.store.run(self._tidy)

    def _tidy(self) -> None:
        """What was erased goes where nobody looks, too."""
        if self.backups is not None:
            throw_away(self.backups, self.now())
        if self.store.owes:
            self.store.compact()
        self.store.empty_log()

    def bookmark(self, platform: str) -> str | None:
        """How far a platform has been heard."""
        with self.store.session() as session:
            return session.scalars(
                select(Bookmark.value).where(Bookmark.platform == platform)
            ).first()

    async def healthy(self) -> bool:
        """Whether the store answers."""
        try:
            await asyncio.wait_for(self.store.run(self.bookmark, ""), 3)
        except Exception as broken:
            log.error("the store does not answer", reason=type(broken).__name__)
            return False
        return True

    def next_due(self) -> datetime | None:
        """When the clock speaks next."""
        with self.store.session() as session:
            return session.scalars(select(Promise.due_at).order_by(Promise.due_at).limit(1)).first()

    async def run(self, profiles: Mapping[str, Profile], stop: asyncio.Event) -> None:
        """Serve until `stop` is set; what was taken is finished, letters stay due."""
        await self.store.run(lambda: self.ear.plant(self.now()))
        clock = Clock(self.beat)
        clock.start()
        tasks = [asyncio.create_task(self.courier.run())]
        for name, platform in self.platforms.items():
            tasks.append(asyncio.create_task(self._serve(name, platform, profiles)))
        stopped = asyncio.create_task(stop.wait())
        try:
            done, _ = await asyncio.wait([stopped, *tasks], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopped}:
                task.result()
        finally:
            self._stopping = True
            await clock.stop()
            for task in [stopped, *tasks]:
                task.cancel()
            await asyncio.gather(*tasks, stopped, return_exceptions=True)
            await self.courier.close()
            for platform in self.platforms.values():
                await platform.close()

    async def _serve(self, name: str, platform: Platform, profiles: Mapping[str, Profile]) -> None:
        """Listen for ever; the introduction, many questions long, goes on beside it."""
        introducing = asyncio.create_task(self._introduce(name, platform, profiles))
        try:
            await self._listen(name, platform)
        finally:
            introducing.cancel()
            await asyncio.gather(introducing, return_exceptions=True)

    async def _introduce(
        self, name: str, platform: Platform, profiles: Mapping[str, Profile]
    ) -> None:
        """Introduce the bot, again if that breaks; what is misconfigured is told by listening."""
        wait = self.first_wait
        while True:
            try:
                return await platform.introduce(profiles)
            except Misconfigured:
                return None
            except Exception as broken:
                reason = f"{type(broken).__name__} {where_of(broken)}"
            log.error("introduction broke, it is tried again", platform=name, reason=reason)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LAST_WAIT)

    async def _listen(self, name: str, platform: Platform) -> None:
        """Listen for ever: after whatever breaks, again from the bookmark, ever more slowly."""
        wait = self.first_wait
        while True:
            began = monotonic()
            try:
                await platform.listen(self.hear, await self.store.run(self.bookmark, name))
                reason = "it stopped listening"
            except Misconfigured:
                raise
            except Exception as broken:
                reason = f"{type(broken).__name__} {where_of(broken)}"
            if monotonic() - began > LAST_WAIT:
                wait = self.first_wait
            log.error("platform broke, it is heard again", platform=name, reason=reason, wait=wait)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LAST_WAIT)
