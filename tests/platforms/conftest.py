from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

import pytest

from bot.platforms.telegram import Telegram
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.botapi.hearing import Ear

Listening = Callable[[Ear], "asyncio.Task[None]"]


@pytest.fixture
async def botapi() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api
        assert api.violations == []


@pytest.fixture
async def telegram(botapi: BotApi) -> AsyncIterator[Telegram]:
    adapter = Telegram(TOKEN, botapi.url, poll_timeout=1, first_wait=0.01)
    yield adapter
    await adapter.close()


@pytest.fixture
async def listening(telegram: Telegram) -> AsyncIterator[Listening]:
    tasks: list[asyncio.Task[None]] = []

    def listen(ear: Ear, bookmark: str | None = None) -> asyncio.Task[None]:
        task = asyncio.create_task(telegram.listen(ear.hear, bookmark))
        tasks.append(task)
        return task

    yield listen
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def ear(listening: Listening) -> Ear:
    """Hears all that the adapter hands over."""
    heard = Ear()
    listening(heard)
    return heard
