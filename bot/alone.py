"""One bot at a time on a data folder and a database: two would say everything twice."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from bot.platforms import Misconfigured

NAME = "running"
"""The file in the data folder that is locked; it stays empty."""
LOCK = 0x6B6F6D72
"""The advisory lock on PostgreSQL."""
PATIENCE, PAUSE = 10.0, 0.2
"""Seconds for another one to end, as when a new version takes over, and between two looks."""
TAKEN = "Another Kommune serves this KOMMUNE_DATA or KOMMUNE_DATABASE: stop it first."


@asynccontextmanager
async def alone(engine: Engine, data: Path) -> AsyncIterator[None]:
    """In here nobody else serves; raises Misconfigured where another one does not end.

    The operating system and the database let go of the locks when the process dies.
    """
    with ExitStack() as held:
        file = held.enter_context((data / NAME).open("ab"))
        await _patiently(lambda: _locked(file.fileno()))
        if engine.dialect.name == "postgresql":
            connection = held.enter_context(engine.connect())
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.detach()  # In the pool it would keep the lock.
            await _patiently(lambda: _granted(connection))
        yield


async def _patiently(taken: Callable[[], bool]) -> None:
    for _ in range(int(PATIENCE / PAUSE)):
        if taken():
            return
        await asyncio.sleep(PAUSE)
    raise Misconfigured(TAKEN)


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _granted(connection: Connection) -> bool:
    return bool(connection.scalar(select(func.pg_try_advisory_lock(LOCK))))
