"""The same day on Telegram, on Matrix and on the console comes to the same state."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.composing import stage
from bot.store import Store, keys
from bot.transcript import Spoken
from models.base import Base
from models.sealed import SealedColumn
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.matrix_people import Person
from tests.process.bot import Bot
from tests.process.matrix import account
from tests.process.state import Facts, found
from tests.process.test_kills_matrix import Streets as Homeserver
from tests.process.test_kills_telegram import Streets as Double
from tests.process.town import Act, Thing, Town
from tests.synapse import Synapse

PEOPLE = ("ana", "ben", "cem")
OF_A_PLATFORM = {
    *("accounts", "alembic_version", "bookmarks", "chats", "heard", "letters", "promises", "steps"),
}
BY_CHANCE = {"door", "fields", "hash", "language", "previous", "salt"}
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
    Act("ana", "rent", "/remind 2035-05-05 09:00 Keys"),
    Act("ben", "", "/remind 2035-05-05 10:00 Bread"),
]


def town() -> Town:
    cards = [Thing("poll", "rent", 1, "Paint"), Thing("meeting", "rent", 1, "Plenum")]
    return Town(Random(0), PEOPLE, ("rent",), things=cards)


def dump(session: Session) -> Facts:
    """All rows of what belongs to no platform, without ids, moments and sealed words."""
    facts: Facts = []
    for table in Base.metadata.sorted_tables:
        kept = [
            column
            for column in table.columns
            if not (column.primary_key or column.foreign_keys)
            and not isinstance(column.type, SealedColumn)
            and column.name not in BY_CHANCE
        ]
        if table.name in OF_A_PLATFORM:
            continue
        for row in session.execute(select(table)).mappings():
            values = [row[column.name] for column in kept]
            shown = [value for value in values if not isinstance(value, datetime)]
            facts.append((table.name, repr(shown)))
    return sorted(facts) + found(session)


async def on_console(folder: Path) -> Facts:
    store = Store(f"sqlite:///{folder}/console.db", keys(folder))
    Base.metadata.create_all(store.engine)
    acted = stage(store, lambda shown: None, language="en", zone="Europe/Berlin")
    for act in DAY:
        room = f"#{act.room}" if act.room else ""
        await acted.speak(Spoken(0, act.who, room, act.text or f"[{act.label}]"))
    with store.session() as session:
        facts = dump(session)
    store.close()
    return facts


async def on_telegram(folder: Path) -> Facts:
    folder.mkdir()
    async with BotApi() as api:
        bot = Bot(folder, {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": api.url})
        streets = Double(api, town())
        await bot.start()
        try:
            for act in DAY:
                streets.act(act)
                await api.until(lambda: not api.queue and api.called("getUpdates"), timeout=30)
                await bot.has_said_all()
            assert await bot.stop() == 0
        finally:
            await bot.end()
        assert api.violations == []
        with bot.session() as session:
            return dump(session)


async def on_matrix(folder: Path, synapse: Synapse) -> Facts:
    folder.mkdir()
    bot = Bot(folder, account(synapse))
    async with AsyncExitStack() as stack:
        people = {who: await stack.enter_async_context(Person(synapse, who)) for who in PEOPLE}
        for name, person in people.items():
            await person.show_as(name.title())
        streets = Homeserver(bot, town(), people)
        await bot.start()
        try:
            await streets.open()
            for act in DAY:
                await streets.act(act)
                await streets.heard_all()
                await bot.has_said_all()
            assert await bot.stop() == 0
        finally:
            await bot.end()
    with bot.session() as session:
        return dump(session)


async def test_the_same_day_everywhere(tmp_path: Path, synapse: Synapse) -> None:
    console = await on_console(tmp_path)
    assert ("task", "rent", 1, "Sweep", (("cem", "taken"),), True) in console
    assert await on_telegram(tmp_path / "telegram") == console
    assert await on_matrix(tmp_path / "matrix", synapse) == console
