"""One town for all tests of this room: each tries its lines and leaves nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.composing import running
from bot.replay import VirtualTime
from bot.store import Store, keys
from models.base import Base
from tests.bot.conftest import START, Scene, Wire, scene
from tests.safety.world import Town, say, settle

__all__ = ["scene"]


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Communes, a committee and a council with one of everything."""
    folder = tmp_path_factory.mktemp("town")
    store = Store(f"sqlite:///{folder}/town.db", keys(folder))
    Base.metadata.create_all(store.engine)
    wire, time = Wire(), VirtualTime(START)
    house = running(store, {"wire": wire}, time, language="en", zone="Europe/Berlin", strict=True)
    scene = Scene(house, wire, time)

    async def begin() -> None:
        await say(scene, "ana g /found Wedding", "ben g /join", "cem g /join")
        await settle(scene)

    asyncio.run(begin())
    yield scene
    store.close()


@pytest.fixture(scope="package")
def here(town: Scene) -> Town:
    """What there is in Wedding."""
    with town.running.store.session() as session:
        return Town.of(session, "Wedding")


@pytest.fixture(scope="package")
def elsewhere(town: Scene) -> Town:
    """What there is in Neukölln."""
    with town.running.store.session() as session:
        return Town.of(session, "Neukölln")
