"""The same day on Telegram, on Matrix and on the console comes to the same state."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from bot.composing import stage
from bot.platforms.telegram import Telegram
from bot.replay import START
from bot.store import Store, keys
from bot.transcript import Spoken
from models.base import Base
from models.line import Promise
from models.sealed import Envelope
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.matrix.conftest import adapter
from tests.platforms.matrix_people import Person, shown
from tests.process.inside import Inside
from tests.process.matrix import account
from tests.process.state import Facts, found
from tests.process.streets import Streets as Homeserver
from tests.process.test_kills_telegram import Streets as Double
from tests.process.town import Act, Thing, Town
from tests.synapse import Synapse

PEOPLE = ("ana", "ben", "cem")
NEIGHBOUR = "nura"
"""In no group, and no member."""
STEP = timedelta(minutes=5)
"""Between two acts; the same to the step is the same time."""
# Off the hours at which the clock looks again: with a second's delay they would not be reached.
LATER = START + timedelta(days=4, hours=1)
OF_A_PLATFORM = {
    *("accounts", "alembic_version", "bookmarks", "chats", "heard", "letters", "promises", "steps"),
}
BY_CHANCE = {"_pseudonym", "door", "fields", "hash", "language", "previous", "salt"}
"""Drawn at random, or made of what was; a person's language is the platform's hint."""
DAY = [
    Act("ana", "rent", "/found Rent kiez"),
    *(Act(who, "rent", "/join") for who in PEOPLE[1:]),
    *(Act(who, "", "/start") for who in PEOPLE),
    Act("ana", "rent", "/poll Paint? | red | green"),
    Act("ana", "rent", card="Paint", label="red"),
    Act("ben", "rent", card="Paint", label="green"),
    Act("cem", "rent", "/vote 1 1"),
    Act("ben", "rent", card="Paint", label="red"),
    Act("ana", "rent", "/close 1"),
    Act("ben", "rent", "/task Sweep"),
    Act("cem", "rent", "/take 1"),
    Act("cem", "", "/done 1"),
    Act("cem", "rent", "/meet 2035-05-05 19:00 Plenum"),
    Act("ana", "rent", card="Plenum", label="coming"),
    Act("ben", "rent", card="Plenum", label="maybe"),
    Act("ben", "rent", card="Plenum", label="not"),
    Act("ana", "rent", "/remind 2030-05-05 09:00 Keys"),
    Act("ana", "rent", "/remind every monday 09:00 Bins"),
    Act("ben", "", "/remind 2030-05-05 10:00 Bread"),
    Act("ben", "", "/remind 2035-05-05 10:00 Cake"),
    Act(NEIGHBOUR, "", "The heating is off, and we have a baby."),
    Act(NEIGHBOUR, "", label="Rent & home"),
    Act("ben", "rent", label="I’ll look after it"),
    Act("ben", "", "/tell 1 Come at six, and we go there with you."),
    Act(NEIGHBOUR, "", "Thank you, I will!"),
    Act("ben", "", "/solve 1"),
    Act(NEIGHBOUR, "", label="It is solved"),
]


def town() -> Town:
    cards = [Thing("poll", "rent", 1, "Paint"), Thing("meeting", "rent", 1, "Plenum")]
    return Town(Random(0), PEOPLE, ("rent",), things=cards)


def dump(session: Session) -> Facts:
    """All rows of what belongs to no platform, opened, without ids; and what is promised."""
    facts: Facts = []
    for table in Base.metadata.sorted_tables:
        kept = [
            column
            for column in table.columns
            if not (column.primary_key or column.foreign_keys) and column.name not in BY_CHANCE
        ]
        if table.name in OF_A_PLATFORM:
            continue
        for row in session.execute(select(table)).mappings():
            values = [_told(column, row[column.name], row.get("id")) for column in kept]
            facts.append((table.name, repr(values)))
    for promise in session.scalars(select(Promise)):
        facts.append(("promise", promise.command, _about(promise.due_at)))
    return sorted(facts, key=repr) + found(session)


def _told(column: Column[Any], value: object, row: object) -> object:
    if isinstance(value, Envelope):
        return value.text(f"{column.table.name}.{column.name.lstrip('_')}.{row}")
    return _about(value) if isinstance(value, datetime) else value


def _about(moment: datetime) -> str:
    return f"{moment - (moment - START) % STEP:%Y-%m-%d %H:%M}"


async def on_console(folder: Path) -> Facts:
    store = Store(f"sqlite:///{folder}/console.db", keys(folder))
    Base.metadata.create_all(store.engine)
    acted = stage(store, lambda shown: None, language="en", zone="Europe/Berlin")
    await store.run(lambda: acted.running.ear.plant(acted.time()))
    for number, act in enumerate(DAY):
        await acted.pass_time(START + number * STEP)
        room = f"#{act.room}" if act.room else ""
        await acted.speak(Spoken(0, act.who, room, act.text or f"[{act.label}]"))
    await acted.pass_time(LATER)
    with store.session() as session:
        facts = dump(session)
    store.close()
    return facts


async def on_telegram(folder: Path) -> Facts:
    async with BotApi() as api:
        telegram = Telegram(TOKEN, api.url, poll_timeout=1)
        streets = Double(api, town())
        streets.people[NEIGHBOUR] = api.person(NEIGHBOUR.title(), language="en")
        async with Inside(folder, telegram, {}) as bot:
            for number, act in enumerate(DAY):
                await bot.pass_time(START + number * STEP)
                if act.label and not act.card:
                    who = streets.people[act.who]
                    api.press(who, streets.groups[act.room] if act.room else who.id, act.label)
                else:
                    streets.act(act)
                await api.until(lambda: not api.queue and api.called("getUpdates"), timeout=30)
                await bot.has_said_all()
            await bot.pass_time(LATER)
            await bot.has_said_all()
        assert api.violations == []
        assert [text for text in api.texts(streets.groups["rent"]) if "Keys" in text]
    with bot.session() as session:
        return dump(session)


async def on_matrix(folder: Path, synapse: Synapse) -> Facts:
    settings = account(synapse)
    me = settings["MATRIX_USER"]
    matrix = adapter(synapse.url, me, folder)
    async with AsyncExitStack() as stack:
        people = {
            who: await stack.enter_async_context(Person(synapse, who))
            for who in (*PEOPLE, NEIGHBOUR)
        }
        await people[NEIGHBOUR].show_as(NEIGHBOUR.title())
        bot = await stack.enter_async_context(Inside(folder, matrix, settings))
        streets = Homeserver(bot, town(), {who: people[who] for who in PEOPLE})
        await streets.open()
        neighbour = streets.people[NEIGHBOUR] = people[NEIGHBOUR]
        streets.rooms[NEIGHBOUR] = await neighbour.open_chat(me)
        await neighbour.until_member(streets.rooms[NEIGHBOUR], me)
        for number, act in enumerate(DAY):
            await bot.pass_time(START + number * STEP)
            if act.label and not act.card:
                await tap(streets, act)
            else:
                await streets.act(act)
            await streets.heard_all()
            await bot.has_said_all()
        await bot.pass_time(LATER)
        await bot.has_said_all()
    with bot.session() as session:
        return dump(session)


async def tap(streets: Homeserver[Person], act: Act) -> None:
    """React to the newest message of the bot that offers this."""
    who, room = streets.people[act.who], streets.rooms[act.room or act.who]
    page = await who.call("GET", f"/rooms/{quote(room)}/messages?dir=b&limit=100")
    ref = next(ref for ref, body in map(shown, page["chunk"]) if act.label in body)
    streets.said.add(await who.react(room, ref, act.label))


async def test_the_same_day_everywhere(tmp_path: Path, synapse: Synapse) -> None:
    console = await on_console(tmp_path)
    assert ("task", "rent", 1, "Sweep", (("cem", "taken"),), True) in console
    assert "Stage.SOLVED" in repr(console) and "Come at six" in repr(console)
    assert "set_aside" not in {fact[0] for fact in console}
    reminders = [fact for fact in console if fact[0] == "reminder"]
    assert reminders == [("reminder", "ana", "rent", "Bins"), ("reminder", "ben", "", "Cake")]
    async with asyncio.TaskGroup() as both:
        telegram = both.create_task(on_telegram(tmp_path / "telegram"))
        matrix = both.create_task(on_matrix(tmp_path / "matrix", synapse))
    assert telegram.result() == console
    assert matrix.result() == console
