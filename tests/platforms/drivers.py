"""Behind one contract, three networks, each with Ana, the bot and a group of both."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any, Protocol

import aiohttp

from bot.markup import plain
from bot.platforms import Delivery, Event, Place, Platform, Utterance
from bot.platforms.console import Console
from bot.platforms.telegram import Telegram
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.botapi import Person as Phone
from tests.platforms.botapi.hearing import Ear
from tests.platforms.in_rooms import Asked, InRooms
from tests.platforms.matrix.conftest import new_bot
from tests.platforms.matrix_people import Person, Said
from tests.synapse import Synapse


class Driver(Protocol):
    """Ana, and a group with her and the bot."""

    platform: Platform
    group: Place

    async def say(self, text: str) -> Utterance:
        """Ana says something in the group; what the house would hear."""

    async def whisper(self, text: str) -> Utterance:
        """Ana says something in private; what the house would hear."""

    async def answer(self, ref: str, text: str) -> Utterance:
        """Ana replies to a message in the group; what the house would hear."""

    async def press(self, ref: str, label: str) -> Utterance:
        """Ana presses a button, or what stands for one; what the house would hear."""

    async def choose(self, ref: str, *answers: str) -> Utterance:
        """Ana answers a poll of the group, or takes it back; what the house would hear."""

    async def poll(self, ref: str) -> Asked:
        """A poll of the group as the app shows it."""

    async def look(self, place: Place, ref: str) -> str:
        """What a message reads now, "" if it is not there."""

    async def open(self, ref: str) -> bytes:
        """The file in a message of the group."""

    async def count(self) -> int:
        """How many messages of the bot are in the group."""


class Movable(Driver, Protocol):
    """Where groups change their ids, and the bot can be thrown out of them."""

    async def move(self) -> Event:
        """The group gets another id; what the house would hear."""

    async def leave(self) -> None:
        """The bot is thrown out of the group."""


class OnConsole:
    def __init__(self) -> None:
        self.console = Console(lambda shown: None)
        self.platform: Platform = self.console
        self.group = Place("console", "#rent", title="rent")

    async def say(self, text: str) -> Utterance:
        return _only(self.console.typed("ana", "#rent", text))

    async def whisper(self, text: str) -> Utterance:
        return _only(self.console.typed("ana", "", text))

    async def answer(self, ref: str, text: str) -> Utterance:
        return _only(self.console.typed("ana", "#rent", text, reply=True))

    async def press(self, ref: str, label: str) -> Utterance:
        return _only(self.console.typed("ana", "#rent", f"[{label}]"))

    async def choose(self, ref: str, *answers: str) -> Utterance:
        raise AssertionError("there are no polls here")

    async def poll(self, ref: str) -> Asked:
        raise AssertionError("there are no polls here")

    async def look(self, place: Place, ref: str) -> str:
        shown = self.console.messages[ref]
        assert shown.place == place
        return plain(shown.letter.text)

    async def open(self, ref: str) -> bytes:
        return self.console.messages[ref].letter.file

    async def count(self) -> int:
        return len([m for m in self.console.messages.values() if m.place == self.group])


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

    async def whisper(self, text: str) -> Utterance:
        self.api.say(self.ana, text)
        return await self.ear.heard(text)

    async def answer(self, ref: str, text: str) -> Utterance:
        self.api.say(self.ana, text, self.chat, reply_to=_number(ref))
        return await self.ear.heard(text)

    async def press(self, ref: str, label: str) -> Utterance:
        before = len(self.ear.utterances)
        self.api.press(self.ana, self.chat, label, _number(ref))
        await self.ear.until(lambda: len(self.ear.utterances) > before)
        return self.ear.utterances[-1]

    async def choose(self, ref: str, *answers: str) -> Utterance:
        before = len(self.ear.utterances)
        self.api.answer(self.ana, self.chat, _number(ref), *answers)
        await self.ear.until(lambda: len(self.ear.utterances) > before)
        return self.ear.utterances[-1]

    async def poll(self, ref: str) -> Asked:
        shown = self.api.chats[self.chat].messages[_number(ref)]["poll"]
        answers = tuple(option["text"] for option in shown["options"])
        return Asked(shown["question"], answers, shown["is_closed"])

    async def look(self, place: Place, ref: str) -> str:
        message = self.api.chats[int(place.chat)].messages.get(_number(ref), {})
        return str(message.get("text") or message.get("caption") or "")

    async def open(self, ref: str) -> bytes:
        message = self.api.chats[self.chat].messages[_number(ref)]
        sort = "photo" if "photo" in message else "document"
        (sent,) = self.api.called(f"send{sort.title()}")
        return bytes(sent[sort])

    async def count(self) -> int:
        return len(self.api.texts(self.chat))

    async def move(self) -> Event:
        self.api.migrate(self.chat, self.ana)
        await self.ear.until(lambda: self.ear.events)
        return self.ear.events[-1]

    async def leave(self) -> None:
        self.api.kick_bot(self.chat, self.ana)


class OnMatrix(InRooms[Person]):
    async def events(self) -> Iterable[tuple[str, str, Any]]:
        events = await self.ana.catch_up(self.room)
        return [(event["event_id"], event["type"], event["content"]) for event in events]

    async def press(self, ref: str, label: str) -> Utterance:
        before = len(self.bot.ear.said)
        await self.ana.react(self.room, ref, label)
        await self.bot.ear.until(lambda: len(self.bot.ear.said) > before)
        return self.bot.ear.said[-1]

    async def look(self, place: Place, ref: str) -> str:
        edits = [
            event["content"]["m.new_content"]["body"]
            for event in await self.ana.catch_up(place.chat)
            if event["content"].get("m.relates_to", {}).get("event_id") == ref
            and "m.new_content" in event["content"]
        ]
        if edits:
            return str(edits[-1])
        return str((await self.ana.event(place.chat, ref))["content"].get("body", ""))

    async def open(self, ref: str) -> bytes:
        sent = str((await self.ana.event(self.room, ref))["content"]["url"])
        url = f"{self.bot.synapse.url}/_matrix/client/v1/media/download/{sent[6:]}"
        headers = {"Authorization": f"Bearer {self.ana.token}"}
        async with aiohttp.ClientSession() as http, http.get(url, headers=headers) as answer:
            assert answer.status == 200
            return await answer.read()

    async def count(self) -> int:
        events = await self.ana.catch_up(self.room)
        return len([e for e in events if e["sender"] == self.bot.id and _is_new(e)])


@contextlib.asynccontextmanager
async def on_telegram() -> AsyncIterator[OnTelegram]:
    """The double, and the adapter listening to it."""
    async with BotApi() as api:
        telegram = Telegram(TOKEN, api.url, poll_timeout=1, first_wait=0.01)
        ear = Ear()
        task = asyncio.create_task(telegram.listen(ear.hear, None))
        yield OnTelegram(api, telegram, ear)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await telegram.close()
        assert api.violations == []


@contextlib.asynccontextmanager
async def on_matrix(synapse: Synapse, folder: Path) -> AsyncIterator[OnMatrix]:
    """The homeserver, and the adapter in a room of Ana's."""
    bot = new_bot(synapse, folder)
    await bot.start()
    async with Person(synapse, "ana") as ana:
        room = await ana.create_room(bot.id, name="rent")
        await bot.ear.event("added", room)
        yield OnMatrix(bot, ana, room)
    await bot.stop()


def _number(ref: str) -> int:
    return int(ref.rpartition(":")[2])


def _is_new(event: Said) -> bool:
    return event["type"] == "m.room.message" and "m.new_content" not in event["content"]


def _only(delivery: Delivery | None) -> Utterance:
    assert delivery is not None
    (line,) = delivery.lines
    assert isinstance(line, Utterance)
    return line
