"""Heartbeats: lines that are due are said, by an APScheduler that remembers nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()
BEAT = 1
"""Seconds between two heartbeats."""


class Clock:
    """Beats; the database remembers what was promised."""

    def __init__(self, beat: Callable[[], Awaitable[None]]) -> None:
        """`beat` says what is due."""
        self._beat = beat
        self._scheduler = AsyncIOScheduler()
        self._between = asyncio.Lock()

    def start(self) -> None:
        """Begin to beat."""
        self._scheduler.add_job(
            self._safe_beat,
            "interval",
            seconds=BEAT,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()

    async def _safe_beat(self) -> None:
        async with self._between:
            try:
                await self._beat()
            except Exception as broken:
                log.error("heartbeat missed", reason=type(broken).__name__)

    async def stop(self) -> None:
        """Beat no more; a beat that has begun is finished, for the scheduler would cut it off."""
        self._scheduler.pause()
        async with self._between:
            self._scheduler.shutdown(wait=False)
