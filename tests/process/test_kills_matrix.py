"""Killed at random moments on Matrix: every line is done once, every letter said once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest

from models.line import SetAside
from tests.platforms.matrix_people import Person, Said
from tests.process.bot import Bot
from tests.process.matrix import account
from tests.process.state import found, rows, wanted
from tests.process.town import Act, Town
from tests.synapse import Synapse

SLOTS = {"poll": ("decisions", "decision"), "meeting": ("meetings", "meeting")}


class Streets:
    """The town on a homeserver."""

    def __init__(self, bot: Bot, town: Town, people: dict[str, Person]) -> None:
        self.bot, self.town, self.people = bot, town, people
        self.rooms: dict[str, str] = {}
        self.said: set[str] = set()
        """What the bot must hear."""
        self.tapped: set[tuple[str, str, str]] = set()

    async def open(self) -> None:
        """Everybody is in every room and has a room of their own with the bot, who joined."""
        me = self.bot.settings["MATRIX_USER"]
        first, *others = self.people.values()
        for name in self.town.rooms:
            room = await first.create_room(me, *(who.id for who in others), name=name)
            self.rooms[name] = room
            for who in others:
                await who.join(room)
        for name, who in self.people.items():
            self.rooms[name] = await who.open_chat(me)
            await who.sees_member(self.rooms[name], me, "join")
        for name in self.town.rooms:
            await first.sees_member(self.rooms[name], me, "join")

    async def act(self, act: Act) -> None:
        """Do it; a card that has not come yet, or was tapped so before, cannot be tapped."""
        who, room = self.people[act.who], self.rooms[act.room or act.who]
        if not act.card:
            self.said.add(await who.say(room, act.text.replace("/", "!", 1)))
            return
        card = self._card(act.card)
        if card and (act.who, card, act.label) not in self.tapped:
            self.tapped.add((act.who, card, act.label))
            self.said.add(await who.react(room, card, act.label))
            self.town.happened(act)

    def _card(self, title: str) -> str:
        shown = next(thing.kind for thing in self.town.things if thing.title == title)
        table, kind = SLOTS[shown]
        query = (
            f"select letters.ref from letters join {table} as things "
            f"on letters.slot = '{kind}:' || things.id where things.title in (?, ? || '?')"
        )
        return "".join(ref for (ref,) in self.bot.rows(query, title, title))

    async def heard_all(self) -> None:
        async with asyncio.timeout(60):
            while self.said - {ref for (ref,) in self.bot.rows("select ref from heard")}:
                await asyncio.sleep(0.1)

    async def bots_messages(self) -> list[str]:
        """Every message of the bot in any room, edits left out."""
        found: list[str] = []
        for name, room in self.rooms.items():
            who = self.people.get(name) or next(iter(self.people.values()))
            start = ""
            while True:
                path = f"/rooms/{quote(room)}/messages?dir=f&limit=1000{start}"
                page = await who.call("GET", path)
                found += [event["event_id"] for event in page["chunk"] if self._bots(event)]
                if not page.get("end"):
                    break
                start = f"&from={page['end']}"
        return found

    def _bots(self, event: Said) -> bool:
        if event["type"] != "m.room.message":
            return False
        mine = event["sender"] == self.bot.settings["MATRIX_USER"]
        edit = event["content"].get("m.relates_to", {}).get("rel_type") == "m.replace"
        return mine and not edit


@pytest.fixture
async def bot(tmp_path: Path, synapse: Synapse) -> AsyncIterator[Bot]:
    """The bot, not started yet, with an account on the homeserver."""
    made = Bot(tmp_path, account(synapse))
    yield made
    await made.end()


@pytest.mark.parametrize(
    ("kills", "acts"),
    [(30, 300), pytest.param(500, 2000, marks=pytest.mark.nightly)],
)
async def test_killed_at_random_moments(
    bot: Bot, synapse: Synapse, kills: int, acts: int, seed: int
) -> None:
    random = Random(seed)
    town = Town(random, ("ana", "ben", "cem", "dilan"), ("rent", "cafe"))
    async with AsyncExitStack() as stack:
        people = {who: await stack.enter_async_context(Person(synapse, who)) for who in town.people}
        for name, person in people.items():
            await person.show_as(name.title())
        streets = Streets(bot, town, people)
        await bot.start()
        await streets.open()
        for act in town.opening():
            await streets.act(act)
        for _ in range(kills):
            for _ in range(acts // kills):
                await streets.act(town.next())
            await asyncio.sleep(random.uniform(0, 1.2))
            await bot.kill()
            await bot.start()
        await streets.heard_all()
        await bot.has_said_all()
        assert await bot.stop() == 0
        with bot.session() as session:
            assert found(session) == wanted(town)
            assert rows(session, SetAside) == 0
        said = bot.rows("select ref from letters where kind != 'deed' and ref != ''")
        assert sorted(await streets.bots_messages()) == sorted(ref for (ref,) in said)
