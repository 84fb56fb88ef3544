"""A house with a network that the test holds in its hands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from bot.composing import running
from bot.platforms import Delivery, Hear, Kind, Outgoing, Place, Profile, Speaker, Utterance
from bot.replay import VirtualTime
from bot.running import Running
from bot.store import Store, keys
from models.base import Base

START = datetime(2030, 5, 4, 12, tzinfo=UTC)


@dataclass
class Wire:
    """A network double: what is said piles up, unless it answers with `trouble`."""

    name: str = "wire"
    numbered: bool = False
    first: bool = True
    edit_pace: float = 0
    exact: bool = True
    polls: bool = False
    seeds: bool = False
    meanwhile: Callable[[str, Outgoing, str], Awaitable[None]] | None = None
    """What happens while the buttons of a message are put below it."""
    said: list[tuple[str, Outgoing]] = field(default_factory=list)
    trouble: dict[str, list[Exception]] = field(default_factory=dict)
    """Errors by chat, raised one after the other; toasts have none."""
    numbers: count[int] = field(default_factory=lambda: count(1))

    async def listen(self, hear: Hear, bookmark: str | None) -> None:
        await hear(Delivery(self.name, ()))

    async def introduce(self, profiles: Mapping[str, Profile]) -> None:
        return None

    async def admit(self, place: Place, letter: Outgoing) -> None:
        return None

    async def say(self, place: Place, letter: Outgoing) -> str:
        if self.trouble.get(place.chat) and letter.kind is not Kind.TOAST:
            raise self.trouble[place.chat].pop(0)
        self.said.append((place.chat, letter))
        if letter.kind is Kind.EDIT:
            return letter.ref
        ref = f"{place.chat}:{next(self.numbers)}"
        shown = self.polls and letter.poll is not None and not letter.poll.closed
        return f"{ref} poll-{ref}" if shown else ref

    async def seed(self, place: Place, letter: Outgoing, ref: str) -> None:
        if self.meanwhile is not None:
            await self.meanwhile(place.chat, letter, ref)

    async def close(self) -> None:
        return None


@dataclass
class Scene:
    """A running house on virtual time, and people who speak in it."""

    running: Running
    wire: Wire
    time: VirtualTime
    numbers: count[int] = field(default_factory=lambda: count(1))

    def line(self, who: str, chat: str, text: str, ref: str = "", pressed: str = "") -> Utterance:
        """Something said in a group, or in private when the chat is the person."""
        return Utterance(
            ref or f"r{next(self.numbers)}",
            Place("wire", chat, private=chat == who),
            Speaker(who, who.title(), who, "en"),
            text,
            message=f"{chat}:0",
            pressed=bool(pressed),
            press=pressed,
        )

    async def hear(self, *lines: Utterance, bookmark: str | None = None) -> None:
        await self.running.hear(Delivery("wire", lines, bookmark))

    async def say(self, who: str, chat: str, text: str) -> None:
        await self.hear(self.line(who, chat, text))

    async def carry(self) -> list[tuple[str, Outgoing]]:
        """Everything that is due now, as it was said."""
        before = len(self.wire.said)
        await self.running.courier.drain()
        return self.wire.said[before:]


def empty_scene(folder: Path, url: str = "", *, first: bool = True, polls: bool = False) -> Scene:
    """A house in which nothing has been founded yet, with its database at `url` or in a file.

    `first`: it may write first to people. `polls`: the network has some of its own.
    """
    store = Store(url or f"sqlite:///{folder}/scene.db", keys(folder))
    Base.metadata.create_all(store.engine)
    wire, time = Wire(first=first, polls=polls), VirtualTime(START)
    house = running(store, {"wire": wire}, time, language="en", zone="Europe/Berlin", strict=True)
    return Scene(house, wire, time)


async def begin(scene: Scene) -> None:
    """A commune in chat "g": Ana (organiser), Ben and Cem belong to it."""
    await scene.say("ana", "g", "/found Wedding")
    for who in ("ben", "cem"):
        await scene.say(who, "g", "/join")
    await scene.carry()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """A house with a commune in chat "g": Ana (organiser), Ben and Cem belong to it."""
    scene = empty_scene(tmp_path)
    await begin(scene)
    yield scene
    scene.running.store.close()
