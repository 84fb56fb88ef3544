from __future__ import annotations

import pytest

from tests.element import Element, Peer, element
from tests.platforms.matrix.conftest import Bot
from tests.synapse import Synapse

__all__ = ["element"]


@pytest.fixture
async def dora(element: Element, synapse: Synapse) -> Peer:
    """Somebody with today's Element."""
    return await element.person(synapse, "dora")


@pytest.fixture
async def sealed(bot: Bot, dora: Peer) -> str:
    """Dora's encrypted room, which the bot has joined."""
    made = await dora.create_room(bot.id, name="rent")
    await bot.ear.event("added", made)
    return made
