"""What Ana does on Matrix, whatever her app is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.platforms import Event, Platform, Utterance
from tests.element import Peer
from tests.platforms.matrix.conftest import Bot
from tests.platforms.matrix_people import Person

Someone = TypeVar("Someone", Person, Peer)
POLL = "org.matrix.msc3381.poll"
TEXT = "org.matrix.msc1767.text"


@dataclass(frozen=True)
class Asked:
    """What an app shows of a poll."""

    question: str
    answers: tuple[str, ...]
    ended: bool


class InRooms(ABC, Generic[Someone]):
    """On Matrix, whatever Ana's app is."""

    def __init__(self, bot: Bot, ana: Someone, room: str) -> None:
        self.bot, self.room = bot, room
        self.ana: Someone = ana
        self.platform: Platform = bot.matrix
        self.group = bot.room(room)

    async def say(self, text: str) -> Utterance:
        await self.ana.say(self.room, text.replace("/", "!", 1))
        return await self.bot.ear.utterance(text)

    async def whisper(self, text: str) -> Utterance:
        room = await self.ana.open_chat(self.bot.id)
        await self.ana.say(room, text)
        return await self.bot.ear.utterance(text)

    async def answer(self, ref: str, text: str) -> Utterance:
        await self.ana.reply(self.room, ref, text)
        return await self.bot.ear.utterance(text)

    @abstractmethod
    async def events(self) -> Iterable[tuple[str, str, Any]]:
        """What can be read in the group: id, kind and content."""

    async def choose(self, ref: str, *answers: str) -> Utterance:
        asked = await self.poll(ref)
        chosen = [str(asked.answers.index(answer) + 1) for answer in answers]
        relation = {"rel_type": "m.reference", "event_id": ref}
        content = {"m.relates_to": relation, f"{POLL}.response": {"answers": chosen}}
        before = len(self.bot.ear.said)
        await self.ana.send(self.room, f"{POLL}.response", content)
        await self.bot.ear.until(lambda: len(self.bot.ear.said) > before)
        return self.bot.ear.said[-1]

    async def poll(self, ref: str) -> Asked:
        events = list(await self.events())
        content = next(content for id, kind, content in events if id == ref)
        shown = content[f"{POLL}.start"]
        ends = [content for _, kind, content in events if kind == f"{POLL}.end"]
        return Asked(
            shown["question"][TEXT],
            tuple(answer[TEXT] for answer in shown["answers"]),
            any(end["m.relates_to"]["event_id"] == ref for end in ends),
        )

    async def move(self) -> Event:
        await self.ana.invite(await self.ana.upgrade(self.room), self.bot.id)
        return await self.bot.ear.event("moved")

    async def leave(self) -> None:
        await self.ana.kick(self.room, self.bot.id)
