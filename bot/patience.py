"""Waiting for a store that is out of order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()
STORE_AGAIN = 1.0
"""Seconds after which it is asked again."""


async def until_it_holds(work: Callable[[], Awaitable[None]]) -> None:
    """Again until it is written down: said and not written down, a letter would be said again."""
    while True:
        try:
            return await work()
        except Exception as broken:
            log.error("letters wait, the store is out of order", reason=type(broken).__name__)
            await asyncio.sleep(STORE_AGAIN)
