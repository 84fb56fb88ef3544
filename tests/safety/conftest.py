"""One town for all tests of this room: each tries its lines and leaves nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.bot.conftest import Scene, empty_scene, scene
from tests.safety.world import Town, say, settle

__all__ = ["scene"]


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Communes, a committee and a council with one of everything."""
    scene = empty_scene(tmp_path_factory.mktemp("town"))

    async def begin() -> None:
        await say(scene, "ana g /found Wedding", "ben g /join", "cem g /join")
        await settle(scene)

    asyncio.run(begin())
    yield scene
    scene.running.store.close()


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
