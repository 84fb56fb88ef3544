"""Heartbeats: lines that are due are said, by an APScheduler that remembers nothing."""

from __future__ import annotations

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
        try:
            await self._beat()
        except Exception as broken:
            log.error("heartbeat missed", reason=type(broken).__name__)

    def stop(self) -> None:
        """Beat no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
