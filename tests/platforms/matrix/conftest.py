from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.platforms import Place
from bot.platforms.matrix import Matrix
from bot.platforms.matrix.crypto.client import Client
from bot.platforms.matrix.crypto.vault import Vault
from bot.platforms.matrix.session import Session
from bot.serving import present
from models.sealed import Keyring
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
        self.matrix = adapter(self.synapse.url, self.id, self.data)
        await self.start(self.ear.bookmark)

    def room(self, room: str) -> Place:
        return Place("matrix", room)


RING = Keyring({1: bytes(32)})


def adapter(
    url: str, user: str, data: Path, password: str = PASSWORD, now: Callable[[], datetime] = present
) -> Matrix:
    """The adapter for an account, with its keys where the same ones are found again."""
    return Matrix(url, user, password, data=data, ring=RING, now=now, sync_timeout=5_000)


def offline(user: str, data: Path, password: str = PASSWORD) -> Session:
    """An account on a homeserver that is not there."""
    client = Client("http://127.0.0.1:1", user, data, Vault(data, RING), present)
    return Session(client, password, data)


People = Callable[[str], Awaitable[Person]]


def new_bot(synapse: Synapse, data: Path) -> Bot:
    account = synapse.register(f"kommune-{secrets.token_hex(4)}", PASSWORD)
    matrix = adapter(synapse.url, account["user_id"], data)
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
