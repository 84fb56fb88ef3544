"""Killed at random moments on Telegram: every line is done once, every letter said."""

from __future__ import annotations

import asyncio
from collections import Counter
from random import Random

import pytest

from models.line import SetAside
from tests.platforms.botapi import BotApi, Person
from tests.process.bot import Bot
from tests.process.state import found, rows, wanted
from tests.process.town import Act, Town


class Streets:
    """The town on Telegram's double."""

    def __init__(self, api: BotApi, town: Town) -> None:
        self.api, self.town = api, town
        self.people: dict[str, Person] = {}
        for who in town.people:
            self.people[who] = api.person(who.title(), language="en")
        self.groups = {room: api.group(room.title(), *self.people.values()) for room in town.rooms}

    def act(self, act: Act) -> None:
        """Do it; a button on a card that has not come yet cannot be pressed."""
        who = self.people[act.who]
        if not act.card:
            self.api.say(who, act.text, self.groups[act.room] if act.room else None)
            return
        chat = self.groups[act.room]
        if (card := self._card(chat, act.card)) is not None:
            self.api.press(who, chat, act.label, card)
            self.town.happened(act)

    def _card(self, chat: int, title: str) -> int | None:
        for number, message in reversed(self.api.chats[chat].messages.items()):
            head = message.get("text", "").partition(" · ")[0].rstrip("?")
            if "reply_markup" in message and head.endswith(f" {title}"):
                return number
        return None

    def bots_messages(self) -> Counter[int]:
        """How many messages of the bot stand in each chat."""
        bot = self.api.bot.id
        return Counter(
            chat.id
            for chat in self.api.chats.values()
            for message in chat.messages.values()
            if message["from"]["id"] == bot
        )


@pytest.mark.parametrize(
    ("kills", "acts"),
    [(30, 300), pytest.param(500, 2000, marks=pytest.mark.nightly)],
)
async def test_killed_at_random_moments(
    botapi: BotApi, bot: Bot, kills: int, acts: int, seed: int
) -> None:
    random = Random(seed)
    town = Town(random, ("ana", "ben", "cem", "dilan", "eva"), ("rent", "cafe"))
    streets = Streets(botapi, town)
    for act in town.opening():
        streets.act(act)
    await bot.start()
    for _ in range(kills):
        calls = len(botapi.calls) + random.randint(1, 80)
        for _ in range(acts // kills):
            streets.act(town.next())
            await asyncio.sleep(random.uniform(0, 0.01))
        await _some_moment(botapi, random, calls)
        await bot.kill()
        await bot.start()
    await botapi.until(lambda: not botapi.queue, timeout=120)
    await bot.has_said_all()
    assert await bot.stop() == 0
    with bot.session() as session:
        assert found(session) == wanted(town)
        assert rows(session, SetAside) == 0
    _all_arrived_and_hardly_any_twice(botapi, bot, streets, kills)


async def _some_moment(api: BotApi, random: Random, calls: int) -> None:
    """While it starts, or at a call that chance has chosen, or when nothing is left to hear."""
    if random.random() < 0.3:
        await asyncio.sleep(random.uniform(0, 0.7))
    else:
        await api.until(lambda: len(api.calls) >= calls or not api.queue, timeout=120)
        await asyncio.sleep(random.uniform(0, 0.05))


def _all_arrived_and_hardly_any_twice(api: BotApi, bot: Bot, streets: Streets, kills: int) -> None:
    said = Counter(
        int(chat)
        for chat, ref in bot.rows(
            "select chats.ref, letters.ref from letters join chats on chats.id = chat_id "
            "where kind = 'message' and letters.ref != ''"
        )
    )
    twice = streets.bots_messages() - said
    assert streets.bots_messages() >= said
    assert twice.total() <= kills
    assert set(api.presses.values()) <= {"answered"}
