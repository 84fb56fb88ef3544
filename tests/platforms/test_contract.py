"""One contract, three networks: the console, Telegram's double and a real homeserver."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from bot.markup import Markup, Span, plain
from bot.platforms import Delivery, Gone, Key, Kind, Outgoing, Place, Platform, Utterance
from bot.platforms.console import Console
from bot.platforms.telegram import Telegram
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.botapi import Person as Phone
from tests.platforms.botapi.hearing import Ear
from tests.platforms.matrix.conftest import Bot, new_bot
from tests.platforms.matrix_people import Person
from tests.synapse import Synapse

HOSTILE = "<b>&amp;</b> *x* _y_ `z` [a](b) \u202e\u200b " + "ñ" * 300


class Driver(Protocol):
    """One person, Ana, and a group with her and the bot."""

    platform: Platform
    group: Place

    async def say(self, text: str) -> Utterance:
        """Ana says something in the group; what the house would hear."""

    async def press(self, ref: str, label: str) -> Utterance:
        """Ana presses a button, or what stands for one; what the house would hear."""

    async def look(self, ref: str) -> str:
        """What a message reads now, "" if it is not there."""

    async def count(self) -> int:
        """How many messages of the bot are in the group."""

    async def leave(self) -> None:
        """The bot is thrown out of the group."""


class OnConsole:
    def __init__(self) -> None:
        self.console = Console(lambda shown: None)
        self.platform: Platform = self.console
        self.group = Place("console", "#rent", title="rent")

    async def say(self, text: str) -> Utterance:
        return _only(self.console.typed("ana", "#rent", text))

    async def press(self, ref: str, label: str) -> Utterance:
        return _only(self.console.typed("ana", "#rent", f"[{label}]"))

    async def look(self, ref: str) -> str:
        return plain(self.console.messages[ref].letter.text)

    async def count(self) -> int:
        return len(self.console.messages)

    async def leave(self) -> None:
        pytest.skip("nobody is thrown out of the console")


class OnTelegram:
    def __init__(self, api: BotApi, telegram: Telegram, ear: Ear) -> None:
        self.api, self.ear = api, ear
        self.platform: Platform = telegram
        self.ana: Phone = api.person("Ana")
        self.chat = api.group("Rent", self.ana)
        self.group = Place("telegram", str(self.chat), title="Rent")

    async def say(self, text: str) -> Utterance:
        self.api.say(self.ana, text, self.chat)
        return await self.ear.heard(text)

    async def press(self, ref: str, label: str) -> Utterance:
        before = len(self.ear.utterances)
        self.api.press(self.ana, self.chat, label, _number(ref))
        await self.ear.until(lambda: len(self.ear.utterances) > before)
        return self.ear.utterances[-1]

    async def look(self, ref: str) -> str:
        return str(self.api.chats[self.chat].messages.get(_number(ref), {}).get("text", ""))

    async def count(self) -> int:
        return len(self.api.texts(self.chat))

    async def leave(self) -> None:
        self.api.kick_bot(self.chat, self.ana)


class OnMatrix:
    def __init__(self, bot: Bot, ana: Person, room: str) -> None:
        self.bot, self.ana, self.room = bot, ana, room
        self.platform: Platform = bot.matrix
        self.group = bot.room(room)

    async def say(self, text: str) -> Utterance:
        await self.ana.say(self.room, text.replace("/", "!", 1))
        return await self.bot.ear.utterance(text)

    async def press(self, ref: str, label: str) -> Utterance:
        before = len(self.bot.ear.said)
        await self.ana.react(self.room, ref, label)
        await self.bot.ear.until(lambda: len(self.bot.ear.said) > before)
        return self.bot.ear.said[-1]

    async def look(self, ref: str) -> str:
        edits = [
            event["content"]["m.new_content"]["body"]
            for event in await self.ana.catch_up(self.room)
            if event["content"].get("m.relates_to", {}).get("event_id") == ref
            and "m.new_content" in event["content"]
        ]
        if edits:
            return str(edits[-1])
        return str((await self.ana.event(self.room, ref))["content"].get("body", ""))

    async def count(self) -> int:
        events = await self.ana.catch_up(self.room)
        return len([e for e in events if e["sender"] == self.bot.id and _is_new(e)])

    async def leave(self) -> None:
        await self.ana.kick(self.room, self.bot.id)


def _number(ref: str) -> int:
    return int(ref.rpartition(":")[2])


def _is_new(event: dict[str, object]) -> bool:
    return event["type"] == "m.room.message" and "m.new_content" not in str(event["content"])


def _only(delivery: Delivery | None) -> Utterance:
    assert delivery is not None
    (line,) = delivery.lines
    assert isinstance(line, Utterance)
    return line


@pytest.fixture(params=["console", "telegram", "matrix"])
async def driver(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Driver]:
    if request.param == "console":
        yield OnConsole()
    elif request.param == "telegram":
        async with BotApi() as api:
            telegram = Telegram(TOKEN, api.url, poll_timeout=1, first_wait=0.01)
            ear = Ear()
            async with _listening(telegram, ear):
                yield OnTelegram(api, telegram, ear)
            await telegram.close()
            assert api.violations == []
    else:
        synapse: Synapse = request.getfixturevalue("synapse")
        bot = new_bot(synapse, tmp_path)
        await bot.start()
        async with Person(synapse, "ana") as ana:
            room = await ana.create_room(bot.id, name="rent")
            await bot.ear.event("added", room)
            yield OnMatrix(bot, ana, room)
        await bot.stop()


@contextlib.asynccontextmanager
async def _listening(platform: Platform, ear: Ear) -> AsyncIterator[None]:
    task = asyncio.create_task(platform.listen(ear.hear, None))
    yield
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def letter(text: Markup | str, *labels: str, id: str = "1.1", **more: object) -> Outgoing:
    keys = tuple(Key(label, line=f"/vote 1 {n}") for n, label in enumerate(labels, 1))
    tree: Markup = (text,) if isinstance(text, str) else text
    return replace(Outgoing(id, Kind.MESSAGE, tree, keys), **more)  # type: ignore[arg-type]


async def test_a_line_of_a_group_is_heard_with_who_and_where(driver: Driver) -> None:
    line = await driver.say("/poll Paint?")
    assert (line.text, line.place.chat, line.place.private) == (
        "/poll Paint?",
        driver.group.chat,
        False,
    )
    assert line.speaker.name.lower().startswith("ana")
    assert line.speaker.account and line.ref and line.message
    assert (await driver.say("/polls")).ref != line.ref


async def test_a_message_is_edited_in_its_place(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter("first"))
    assert ref and "first" in await driver.look(ref)
    again = letter("second", id="1.2", kind=Kind.EDIT, ref=ref)
    assert await driver.platform.say(driver.group, again) == ref
    assert "second" in await driver.look(ref) and "first" not in await driver.look(ref)
    assert await driver.count() == 1


async def test_a_button_says_its_line_or_its_label(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter("Paint?", "yes", "no"))
    press = await driver.press(ref, "no")
    assert press.message == ref
    assert (press.pressed and press.text == "/vote 1 2") or press.label == "no"
    toast = Outgoing("2.1", Kind.TOAST, ("Your vote: no",), press=press.press, reply_to=ref)
    await driver.platform.say(driver.group, toast)


async def test_hostile_words_are_shown_as_they_are(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter((Span("strong", (HOSTILE,)),)))
    assert HOSTILE.strip() in await driver.look(ref)


async def test_a_very_long_text_arrives(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter("word " * 20_000, "yes"))
    assert (await driver.look(ref)).startswith("word word")


async def test_who_was_thrown_out_says_nothing_more(driver: Driver) -> None:
    await driver.platform.say(driver.group, letter("hello"))
    await driver.leave()
    with pytest.raises(Gone):
        await driver.platform.say(driver.group, letter("still here", id="2.1"))
