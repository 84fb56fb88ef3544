from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.platforms import Place
from bot.platforms.matrix import Matrix
from tests.platforms.matrix.ear import Ear
from tests.platforms.matrix_people import Person
from tests.synapse import Synapse

PASSWORD = "open sesame"


@dataclass
class Bot:
    """The adapter, listening with an account of its own."""

    synapse: Synapse
    data: Path
    id: str
    matrix: Matrix
    ear: Ear = field(default_factory=Ear)
    listening: asyncio.Task[None] | None = None

    async def start(self, bookmark: str | None = None) -> None:
        """Listen; returns once the first sync was handed over."""
        heard = len(self.ear.deliveries)
        self.listening = asyncio.create_task(self.matrix.listen(self.ear.hear, bookmark))
        if bookmark is None:
            await self.ear.until(lambda: len(self.ear.deliveries) > heard)

    async def deafen(self) -> None:
        """Hear nothing any more, but still speak."""
        if self.listening is not None:
            self.listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.listening

    async def stop(self) -> None:
        """End as a killed process does: without a word."""
        await self.deafen()
        await self.matrix.close()

    async def restart(self) -> None:
        """Begin anew with what was committed."""
        await self.stop()
        self.matrix = Matrix(self.synapse.url, self.id, PASSWORD, self.data, sync_timeout=5_000)
        await self.start(self.ear.bookmark)

    def room(self, room: str) -> Place:
        return Place("matrix", room)


People = Callable[[str], Awaitable[Person]]


def new_bot(synapse: Synapse, data: Path) -> Bot:
    account = synapse.register(f"kommune-{secrets.token_hex(4)}", PASSWORD)
    matrix = Matrix(synapse.url, account["user_id"], PASSWORD, data, sync_timeout=5_000)
    return Bot(synapse, data, account["user_id"], matrix)


@pytest.fixture
async def bot(synapse: Synapse, tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot, having been through its first sync."""
    made = new_bot(synapse, tmp_path)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def person(synapse: Synapse) -> AsyncIterator[People]:
    """Makes people by name."""
    async with contextlib.AsyncExitStack() as stack:

        async def make(name: str) -> Person:
            return await stack.enter_async_context(Person(synapse, name))

        yield make


@pytest.fixture
async def ana(person: People) -> Person:
    return await person("ana")


@pytest.fixture
async def room(bot: Bot, ana: Person) -> str:
    """Ana's room, which the bot has joined."""
    made = await ana.create_room(bot.id, name="rent")
    await bot.ear.event("added", made)
    return made


@pytest.fixture
async def chat(bot: Bot, ana: Person) -> str:
    """Ana's direct room with the bot."""
    made = await ana.open_chat(bot.id)
    await bot.ear.event("opened", made)
    return made
