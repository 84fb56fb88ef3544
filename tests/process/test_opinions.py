"""An opinion asked on both networks: each puts its own poll, and all answers are counted."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.composing import profiles, running
from bot.platforms import Platform
from bot.platforms.telegram import Telegram
from bot.running import Running
from bot.store import Store, keys
from models.assembly import Assembly, Chat
from models.ballot import Ballot
from models.base import Base
from models.option import Option
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.botapi import Person as Phone
from tests.platforms.in_rooms import POLL
from tests.platforms.matrix.conftest import new_bot
from tests.platforms.matrix_people import Person, Said
from tests.process.inside import Time
from tests.synapse import Synapse

pytestmark = pytest.mark.xdist_group("synapse")


@dataclass
class Town:
    """One assembly in a group on Telegram (Ana, Ben) and in a room on Matrix (Cem)."""

    api: BotApi
    house: Running
    ana: Phone
    ben: Phone
    cem: Person
    group: int
    room: str
    me: str

    async def typed(self, text: str, *words: str) -> str:
        """Ana writes in the group; what the bot then says there with these words."""
        self.api.say(self.ana, text, self.group)
        return await self.hears(*words)

    async def hears(self, *words: str) -> str:
        return await self.api.said(self.group, lambda text: all(word in text for word in words))

    async def written(self, text: str, *words: str) -> str:
        """Cem writes in the room; what the bot then says there with these words."""
        await self.cem.say(self.room, text)
        return await self.reads(*words)

    async def reads(self, *words: str) -> str:
        def wanted(event: Said) -> bool:
            body = str(event["content"].get("body", ""))
            return event["sender"] == self.me and all(word in body for word in words)

        return str((await self.cem.awaits(self.room, wanted))["content"]["body"])

    async def event(self, what: str) -> Said:
        """The poll's beginning or end in the room."""
        return await self.cem.awaits(self.room, lambda event: event["type"] == f"{POLL}.{what}")

    async def votes(self, *places: int) -> None:
        """Wait until these are the votes, by the order of the options."""

        def counted() -> list[int]:
            with self.house.store.session() as session:
                query = select(Option.place).join(Ballot, Ballot.option_id == Option.id)
                return sorted(session.scalars(query))

        async with asyncio.timeout(20):
            while await self.house.store.run(counted) != sorted(places):
                await asyncio.sleep(0.05)

    async def answer(self, poll: str, *chosen: str) -> None:
        relation = {"rel_type": "m.reference", "event_id": poll}
        content: Any = {"m.relates_to": relation, f"{POLL}.response": {"answers": list(chosen)}}
        await self.cem.send(self.room, f"{POLL}.response", content)


@pytest.fixture
async def town(botapi: BotApi, synapse: Synapse, tmp_path: Path) -> AsyncIterator[Town]:
    account = new_bot(synapse, tmp_path)
    telegram = Telegram(TOKEN, botapi.url, poll_timeout=1, first_wait=0.01)
    store = Store(f"sqlite:///{tmp_path}/town.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    platforms: dict[str, Platform] = {"telegram": telegram, "matrix": account.matrix}
    house = running(store, platforms, Time(), language="en", zone="Europe/Berlin")
    ana, ben = botapi.person("Ana", language="en"), botapi.person("Ben", language="en")
    group = botapi.group("Rent", ana, ben)
    async with served(house), Person(synapse, "cem") as cem:
        room = await cem.create_room(account.id, name="rent")
        await cem.until_member(room, account.id)
        town = Town(botapi, house, ana, ben, cem, group, room, account.id)
        await town.typed("/found Wedding", "is founded")
        await bound(town, store)
        yield town
    store.close()


@contextlib.asynccontextmanager
async def served(house: Running) -> AsyncIterator[None]:
    stop = asyncio.Event()
    serving = asyncio.create_task(house.run(profiles(house.words), stop))
    yield
    stop.set()
    await serving


async def bound(town: Town, store: Store) -> None:
    """The room belongs to the same assembly, without linked accounts; all belong to it."""
    await town.reads("Kommune")

    def bind() -> None:
        with store.session() as session, session.begin():
            room = session.scalars(select(Chat).where(Chat.ref == town.room)).one()
            room.assembly = session.scalars(select(Assembly)).one()

    await store.run(bind)
    town.api.say(town.ben, "/join", town.group)
    await town.hears("Ben", "belong")
    await town.written("!join", "belong")


async def test_all_answers_are_counted_and_the_result_is_said_on_both(town: Town) -> None:
    api, group = town.api, town.group
    await town.typed("/decide Which colour? | red | green | blue", "how it will look")
    api.press(town.ana, group, "method")
    await town.hears("opinion:")
    api.press(town.ana, group, "opinion")
    await town.hears("decides nothing")
    api.press(town.ana, group, "open now")
    (poll,) = await api.until(lambda: api.polls(group))
    begun = await town.event("start")
    question = begun["content"][f"{POLL}.start"]["question"]["body"]
    assert poll["poll"]["question"] == question
    assert "Which colour? · 1 · only an opinion, it decides nothing" in question

    api.answer(town.ana, group, poll["message_id"], "green")
    api.answer(town.ben, group, poll["message_id"], "red")
    for chosen in (("3",), ("2",)):
        await town.answer(begun["event_id"], *chosen)
    await town.votes(1, 2, 2)
    api.answer(town.ben, group, poll["message_id"])
    await town.votes(2, 2)

    result = await town.typed("/close 1", "nothing is decided")
    assert "red: 0 · green: 2 · blue: 0; 2 of 3 voted" in result
    assert await town.reads("nothing is decided") == result
    ended = await town.event("end")
    assert ended["content"]["m.relates_to"]["event_id"] == begun["event_id"]
    await api.until(lambda: poll["poll"]["is_closed"], timeout=20)
    assert len(api.polls(group)) == len(api.called("sendPoll")) == 1
