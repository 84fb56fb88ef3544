"""People on Telegram's double and on a homeserver, who act when they have read something."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable

from tests.platforms.botapi import BotApi
from tests.platforms.botapi import Person as Phone
from tests.platforms.matrix_people import Person, Said, shown
from tests.process.bot import Bot

PRIVATE = ""
"""The place where somebody is alone with the bot."""


class Side(ABC):
    """One platform, with its people and its groups by name."""

    @abstractmethod
    async def say(self, who: str, place: str, text: str) -> None:
        """Write a line, as people begin commands there."""

    @abstractmethod
    async def tap(self, who: str, place: str, label: str, *on: str) -> None:
        """Answer the message with these words, once it is there: press, react or write a number."""

    @abstractmethod
    async def reads(self, who: str, place: str, *words: str) -> str:
        """Wait for a message of the bot with all these words; its text."""


class OnTelegram(Side):
    def __init__(self, api: BotApi, *people: str) -> None:
        self.api = api
        self.people: dict[str, Phone] = {
            who: api.person(who.title(), language="en") for who in people
        }
        self.groups: dict[str, int] = {}

    def gather(self, place: str, *people: str) -> None:
        """A group with the bot in it."""
        self.groups[place] = self.api.group(place, *(self.people[who] for who in people))

    async def say(self, who: str, place: str, text: str) -> None:
        self.api.say(self.people[who], text, self.groups[place] if place else None)

    async def tap(self, who: str, place: str, label: str, *on: str) -> None:
        chat = self._chat(who, place)

        def offered() -> list[int]:
            keyboards = self.api.chats[chat].keyboards if chat in self.api.chats else {}
            messages = self.api.chats[chat].messages if keyboards else {}
            return [
                number
                for number in keyboards
                if number in messages
                and all(word in str(messages[number].get("text", "")) for word in on)
                and any(button["text"] == label for button in keyboards[number])
            ]

        numbers = await self.api.until(offered)
        self.api.press(self.people[who], chat, label, max(numbers))

    async def reads(self, who: str, place: str, *words: str) -> str:
        chat = self._chat(who, place)
        return await self.api.said(chat, lambda text: all(word in text for word in words))

    def _chat(self, who: str, place: str) -> int:
        return self.groups[place] if place else self.people[who].id


class OnMatrix(Side):
    def __init__(self, bot: Bot, people: dict[str, Person]) -> None:
        self.bot, self.people = bot, people
        self.me = bot.settings["MATRIX_USER"]
        self.rooms: dict[str, str] = {}

    async def gather(self, place: str, *people: str) -> None:
        """A room with the bot in it."""
        first, *others = (self.people[who] for who in people)
        room = self.rooms[place] = await first.create_room(
            self.me, *(person.id for person in others), name=place
        )
        for person in others:
            await person.join(room)
        await first.until_member(room, self.me)

    async def open(self, who: str) -> None:
        """A room of one's own with the bot, and the name under which one is known."""
        person = self.people[who]
        await person.show_as(who.title())
        self.rooms[who] = await person.open_chat(self.me)
        await person.until_member(self.rooms[who], self.me)

    async def say(self, who: str, place: str, text: str) -> None:
        await self.people[who].say(self.rooms[place or who], text.replace("/", "!", 1))

    async def tap(self, who: str, place: str, label: str, *on: str) -> None:
        offer = re.compile(rf"(?:^|· )(\d+) {re.escape(label)}(?= ·|$)", re.MULTILINE)
        event = await self._awaits(who, place, offer.search, *on)
        ref, body = shown(event)
        # Nobody is quicker than the bot at writing down what it has just said.
        await self.bot.holds("select 1 from letters where ref = ?", ref)
        if place:
            await self.people[who].react(self.rooms[place], ref, label)
        else:
            number = offer.search(body)
            assert number is not None
            await self.people[who].say(self.rooms[who], number[1])

    async def reads(self, who: str, place: str, *words: str) -> str:
        return shown(await self._awaits(who, place, bool, *words))[1]

    async def _awaits(
        self, who: str, place: str, fits: Callable[[str], object], *words: str
    ) -> Said:
        def wanted(event: Said) -> bool:
            body = shown(event)[1]
            mine = event["sender"] == self.me and all(word in body for word in words)
            return mine and bool(fits(body))

        person, room = self.people[who], self.rooms[place or who]
        try:
            return await person.awaits(room, wanted)
        except TimeoutError as error:
            read = [shown(event)[1] for event in person.seen.get(room, [])]
            error.add_note("\n".join([f"{who} in {place!r} waits for {words}", *read[-8:]]))
            raise
