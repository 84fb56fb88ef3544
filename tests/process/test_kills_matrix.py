"""Killed at random moments on Matrix: every line is done once, every letter said once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest

from tests.platforms.matrix_people import Person
from tests.process.born import Born
from tests.process.bot import Bot
from tests.process.matrix import account
from tests.process.streets import Streets
from tests.process.town import Town
from tests.synapse import Synapse


@pytest.fixture
async def bot(tmp_path: Path, synapse: Synapse) -> AsyncIterator[Bot]:
    """The bot, not started yet, with an account on the homeserver."""
    made = Born(tmp_path, account(synapse))
    yield made
    await made.end()


@pytest.mark.parametrize(
    ("kills", "acts"),
    [(30, 300), pytest.param(500, 2000, marks=pytest.mark.nightly)],
)
async def test_killed_at_random_moments(
    bot: Bot, synapse: Synapse, kills: int, acts: int, seed: int
) -> None:
    town = Town(Random(seed), ("ana", "ben", "cem", "dilan"), ("rent", "cafe"))
    async with AsyncExitStack() as stack:
        people = {who: await stack.enter_async_context(Person(synapse, who)) for who in town.people}
        streets = Streets(bot, town, people)
        await bot.start()
        await streets.open()
        for act in town.opening():
            await streets.act(act)
        await streets.killed(kills, acts)
        await streets.all_is_well()
