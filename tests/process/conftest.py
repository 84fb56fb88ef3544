from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.platforms.botapi import TOKEN, BotApi
from tests.process.bot import Bot


@pytest.fixture
async def botapi() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api
        assert api.violations == []


@pytest.fixture
async def bot(tmp_path: Path, botapi: BotApi) -> AsyncIterator[Bot]:
    """The bot, not started yet, on Telegram's double."""
    made = Bot(tmp_path, {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": botapi.url})
    yield made
    await made.end()


@pytest.fixture
def seed() -> int:
    """What chance begins with, printed where a test fails; KOMMUNE_SEED repeats it."""
    chosen = int(os.environ.get("KOMMUNE_SEED") or secrets.randbelow(10**6))
    print(f"KOMMUNE_SEED={chosen}")
    return chosen
