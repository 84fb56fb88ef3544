"""Every method on Telegram and on Matrix: drafted in a group, voted on in private, in the group and
in one line, as people do there; and what they read at its end."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from aiolimiter import AsyncLimiter

from bot.platforms.telegram import Telegram, pace
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.matrix.conftest import adapter
from tests.platforms.matrix_people import Person, shown
from tests.process.inside import Inside
from tests.process.matrix import account
from tests.synapse import Synapse
from tests.talks import TALKS, Talk

PEOPLE = ("ana", "ben", "cem")


class Street(ABC):
    """Three people and the bot, in a group and each in private."""

    def __init__(self, bot: Inside) -> None:
        self.bot = bot

    @abstractmethod
    async def say(self, who: str, text: str, *, private: bool = False) -> None:
        """Say a line, and wait until the bot has answered."""

    @abstractmethod
    async def tap(self, who: str, label: str, *, private: bool = False) -> None:
        """Press a button, or do what stands for it, and wait for the answer."""

    @abstractmethod
    async def reads(self) -> str:
        """All that stands in the group, as it reads now."""

    async def hold(self, number: int, talk: Talk) -> str:
        """One decision from its draft to its end; what the group reads."""
        await self.say("ana", talk.line)
        for label in (*talk.drafted, "open now"):
            await self.tap("ana", label)
        if talk.ana:
            await self.tap("ana", talk.ana)
        else:
            await self.fill("ana", number, talk.tapped)
        await self.fill("ben", number, talk.tapped)
        if talk.words:
            await self.say("ben", talk.words, private=True)
        await self.say("cem", f"/cast {number} {talk.typed}")
        await self.say("ana", f"/close {number}")
        return await self.reads()

    async def fill(self, who: str, number: int, taps: tuple[str, ...]) -> None:
        """Fill in one's ballot in private."""
        await self.say(who, f"/ballot {number}", private=True)
        for label in taps:
            await self.tap(who, label, private=True)


class OnTelegram(Street):
    def __init__(self, bot: Inside, api: BotApi) -> None:
        super().__init__(bot)
        self.api = api
        self.people = {who: api.person(who.title(), language="en") for who in PEOPLE}
        self.group = api.group("Rent", *self.people.values())

    async def say(self, who: str, text: str, *, private: bool = False) -> None:
        self.api.say(self.people[who], text, None if private else self.group)
        await self._answered()

    async def tap(self, who: str, label: str, *, private: bool = False) -> None:
        person = self.people[who]
        self.api.press(person, person.id if private else self.group, label)
        await self._answered()

    async def reads(self) -> str:
        return "\n".join(self.api.texts(self.group))

    async def _answered(self) -> None:
        await self.api.until(lambda: not self.api.queue and self.api.called("getUpdates"))
        await self.bot.has_said_all(cards=True)


class OnMatrix(Street):
    def __init__(self, bot: Inside, people: dict[str, Person], rooms: dict[str, str]) -> None:
        super().__init__(bot)
        self.people, self.rooms = people, rooms

    async def say(self, who: str, text: str, *, private: bool = False) -> None:
        room = self.rooms[who if private else "rent"]
        await self._heard(await self.people[who].say(room, text.replace("/", "!", 1)))

    async def tap(self, who: str, label: str, *, private: bool = False) -> None:
        """In the group by a reaction, in private by the number that stands before it."""
        person, room = self.people[who], self.rooms[who if private else "rent"]
        offer = re.compile(rf"(?:^|· )(\d+) {re.escape(label)}(?= ·|$)", re.MULTILINE)
        shown = [(ref, offer.findall(body)) for ref, body in await self._messages(who, room)]
        offered = [(ref, found) for ref, found in shown if found]
        assert offered, (label, (await self._messages(who, room))[-4:])
        ref, numbers = offered[-1]
        if private:
            await self._heard(await person.say(room, numbers[-1]))
        else:
            await self._heard(await person.react(room, ref, label))

    async def reads(self) -> str:
        return "\n".join(body for _, body in await self._messages("ana", self.rooms["rent"]))

    async def _messages(self, who: str, room: str) -> list[tuple[str, str]]:
        """What the bot has said there, as it reads now, in the order in which it was said."""
        path = f"/rooms/{quote(room)}/messages?dir=b&limit=80"
        page = await self.people[who].call("GET", path)
        now: dict[str, str] = {}
        for event in reversed(page["chunk"]):
            if event["sender"] == self.bot.settings["MATRIX_USER"]:
                now |= dict([shown(event)])
        return list(now.items())

    async def _heard(self, ref: str) -> None:
        await self.bot.holds("select 1 from heard where ref = ?", ref)
        await self.bot.has_said_all(cards=True)


@asynccontextmanager
async def on_telegram(folder: Path, synapse: Synapse) -> AsyncIterator[Street]:
    """On the double of the Bot API."""
    async with BotApi() as api:
        telegram = Telegram(TOKEN, api.url, poll_timeout=1)
        telegram.edit_pace = 0
        async with Inside(folder, telegram, {}) as bot:
            yield OnTelegram(bot, api)
        assert api.violations == []


@asynccontextmanager
async def on_matrix(folder: Path, synapse: Synapse) -> AsyncIterator[Street]:
    """On a homeserver."""
    settings = account(synapse)
    me = settings["MATRIX_USER"]
    async with AsyncExitStack() as stack:
        people = {who: await stack.enter_async_context(Person(synapse, who)) for who in PEOPLE}
        matrix = adapter(synapse.url, me, folder)
        matrix.edit_pace = 0
        bot = await stack.enter_async_context(Inside(folder, matrix, settings))
        for who, person in people.items():
            await person.show_as(who.title())
        first, *others = people.values()
        rooms = {"rent": await first.create_room(me, *(p.id for p in others), name="Rent")}
        for person in others:
            await person.join(rooms["rent"])
        for who, person in people.items():
            rooms[who] = await person.open_chat(me)
            await person.until_member(rooms[who], me)
        await first.until_member(rooms["rent"], me)
        yield OnMatrix(bot, people, rooms)


Open = Callable[[Path, Synapse], Any]


@pytest.mark.parametrize("begin", [on_telegram, on_matrix])
async def test_every_method_from_its_draft_to_what_people_read(
    begin: Open, tmp_path: Path, synapse: Synapse, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the platforms bear in a minute is shown elsewhere.
    monkeypatch.setattr(pace, "AsyncLimiter", lambda *_: AsyncLimiter(1000, 1))
    async with begin(tmp_path, synapse) as street:
        await street.say("ana", "/found Rent group")
        for who in PEOPLE[1:]:
            await street.say(who, "/join")
        for who in PEOPLE:
            await street.say(who, "/start", private=True)
        for number, talk in enumerate(TALKS, 1):
            read = await street.hold(number, talk)
            for words in talk.told:
                assert words in read, (talk.title, words, read[-1500:])
