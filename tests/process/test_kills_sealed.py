"""Killed at random moments in encrypted rooms: nothing is lost, doubled or unreadable."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from random import Random

import pytest

from tests.element import Element, Event, Peer
from tests.platforms.sealed import is_edit, number, shown
from tests.process.bot import Bot
from tests.process.streets import Streets
from tests.process.test_kills_matrix import bot
from tests.process.town import Town
from tests.synapse import Synapse

__all__ = ["bot"]


class SealedStreets(Streets[Peer]):
    """The town in encrypted rooms, where people press by saying the number they read."""

    async def press(self, who: Peer, room: str, card: str, label: str) -> str:
        words = shown(who.timeline(room), card)
        return await who.reply(room, card, number(words, label)) if words else ""

    async def bots_messages(self) -> list[str]:
        """Every message of the bot in any room, edits left out; all are read by all."""
        found: list[str] = []
        for name, room in self.rooms.items():
            readers = [self.people[name]] if name in self.people else [*self.people.values()]
            first, *others = [await self._from_bot(who, room) for who in readers]
            assert all(other == first for other in others)
            found += first
        return found

    async def _from_bot(self, who: Peer, room: str) -> list[str]:
        events = await who.catch_up(room)
        assert [event for event in events if event.error is not None] == []
        me = self.bot.settings["MATRIX_USER"]
        mine = [event for event in events if event.sender == me and _is_said(event)]
        assert {(event.encrypted, event.shield) for event in mine} <= {(True, "none")}
        return [event.id for event in mine if not is_edit(event)]


def _is_said(event: Event) -> bool:
    return event.kind not in ("m.room.member", "m.room.redaction")


@pytest.fixture
async def streets(bot: Bot, synapse: Synapse, element: Element, seed: int) -> SealedStreets:
    """The town, and nothing has happened there yet."""
    town = Town(Random(seed), ("ana", "ben", "cem"), ("rent", "cafe"))
    people = {who: await element.person(synapse, who) for who in town.people}
    return SealedStreets(bot, town, people)


@pytest.mark.parametrize(
    ("kills", "acts"),
    [(50, 100), pytest.param(300, 1500, marks=pytest.mark.nightly)],
)
async def test_killed_at_random_moments(
    bot: Bot, streets: SealedStreets, kills: int, acts: int
) -> None:
    await bot.start()
    await streets.open()
    for act in streets.town.opening():
        await streets.act(act)
    await streets.killed(kills, acts)
    await streets.all_is_well()
    with closing(sqlite3.connect(bot.folder / "data" / "matrix.db")) as keys:
        assert keys.execute("SELECT * FROM late").fetchall() == []
    assert bot.rows("SELECT ref FROM heard WHERE ref LIKE 'unreadable:%'") == []
    assert "could not be decrypted" not in bot.errors
