"""The demo and the replay: the house in a terminal, on virtual time."""

from __future__ import annotations

import contextlib
import signal
import sys
import tempfile
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.composing import stage
from bot.markup import terminal
from bot.migrating import migrate
from bot.platforms.console import Shown
from bot.replay import START, Stage, replay
from bot.store import Store, keys
from bot.transcript import Spoken, read, written
from models.phrase import Choice, Moment, Phrase, Value

ZONE = "Europe/Berlin"
ITSELF = {"kommune", "bot"}
"""Names under which nobody else takes a seat."""


@asynccontextmanager
async def empty_store() -> AsyncIterator[Store]:
    """A store that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        ring = keys(Path(folder))
        store = Store(f"sqlite:///{folder}/demo.db", ring)
        try:
            migrate(store.engine, ring, Path(folder), START)
            yield store
        finally:
            store.close()


async def play(text: str, language: str, zone: str) -> str:
    """A transcript with what the bot says to it."""
    async with empty_store() as store:

        def on(show: Callable[[Shown], None]) -> Stage:
            return stage(store, show, language=language, zone=zone)

        return await replay(text, on)


async def demo(language: str) -> None:
    """A seeded neighbourhood to talk with, until the input ends."""
    with contextlib.suppress(ImportError):
        __import__("readline")  # arrow keys and history, where the terminal has them
    signal.signal(signal.SIGINT, signal.default_int_handler)  # asyncio's own would wait for Enter
    async with empty_store() as store:
        told: list[Shown] = []
        acted = stage(store, told.append, language=language, zone=ZONE)
        await acted.running.store.run(lambda: acted.running.ear.plant(acted.time()))
        for spoken in read(_seed(language)):
            await acted.speak(spoken)
        told.clear()
        await Visit(acted, told, Seat(), sys.stdout.isatty()).talk()


def _seed(language: str) -> str:
    return (files("locales") / language / "demo.txt").read_text(encoding="utf-8")


@dataclass(slots=True)
class Seat:
    """Who speaks, and where."""

    who: str = "ayse"
    room: str = "#wedding"

    @property
    def prompt(self) -> str:
        """As transcripts write it."""
        return f"{self.who}{' ' * bool(self.room)}{self.room}> "

    def moved(self, text: str) -> bool:
        """Whether this only changes the seat: `@ben` in private, `#rent` into a room, or both."""
        moves = [(word[0], _plain(word[1:])) for word in text.split()]
        if not moves or any(m not in {"@", "#"} or n in ITSELF | {""} for m, n in moves):
            return False
        for mark, name in moves:
            if mark == "@":
                self.who, self.room = name, ""
            else:
                self.room = f"#{name}"
        return True


def _plain(name: str) -> str:
    """As accounts and rooms are written here: `Ayşe` is `ayse`."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum() or letter in "_-")


@dataclass(slots=True)
class Visit:
    """A stranger in the neighbourhood: what they type, and what they see of it."""

    acted: Stage
    told: list[Shown]
    seat: Seat
    colour: bool

    async def talk(self) -> None:
        """Until the input ends."""
        self._say("demo-welcome")
        self._show_seat()
        while (line := _line(self.seat.prompt)) is not None:
            text = line.strip()
            if self.seat.moved(text):
                self._show_seat()
            elif text.startswith(":"):
                await self._pass_time(text)
            elif text:
                await self._speak(text)

    async def _speak(self, text: str) -> None:
        if text.startswith("[") and text.endswith("]") and not self._can_press(text):
            self._say("demo-no-button", label=text)
            return
        reply = text.startswith("^") and len(text) > 1
        said = text.removeprefix("^").strip() if reply else text
        seat = self.seat
        heard = await self.acted.speak(Spoken(0, seat.who, seat.room, said, reply))
        self._show_told()
        if not heard:
            self._say("demo-not-meant")

    def _can_press(self, text: str) -> bool:
        shown = self.acted.console.keys.get(self.seat.room or self.seat.who, [])
        return text[1:-1].strip().casefold() in {key.label.casefold() for _, key in shown}

    async def _pass_time(self, text: str) -> None:
        word, _, until = text.partition(" ")
        try:
            if word != ":clock":
                raise ValueError(word)
            target = self.acted.time.target(_in_utc(until.strip()))
        except (KeyError, ValueError, OverflowError):
            self._say("demo-clock")
            return
        if target < self.acted.time():
            self._say("demo-clock-back")
            return
        await self.acted.pass_time(target)
        self._show_told()
        self._say("demo-time")

    def _show_told(self) -> None:
        for shown in self.told:
            print(written(shown, self.acted.console, colour=self.colour), flush=True)
        self.told.clear()

    def _show_seat(self) -> None:
        """Where one is now, and the newest there that can be pressed."""
        seat, console = self.seat, self.acted.console
        where = Choice("room" if seat.room else "private")
        self._say("demo-seat", where=where, person=seat.who, room=seat.room)
        standing = console.newest_with_keys(seat.room or seat.who)
        if standing is not None:
            print(written(replace(standing, edited=False), console, colour=self.colour), flush=True)

    def _say(self, key: str, **values: Value) -> None:
        now = self.acted.time()
        phrase = Phrase(key, {"now": Moment(now), **values})
        said = self.acted.running.words.say(
            phrase, language=self.acted.language, zone=ZONE, now=now
        )
        print(terminal(said, self.colour), flush=True)


def _in_utc(said: str) -> str:
    """A date somebody reads off the screen, as transcripts write it."""
    if said.startswith("+"):
        return said
    at = datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(ZONE))
    return at.astimezone(UTC).replace(tzinfo=None).isoformat()


def _line(prompt: str) -> str | None:
    """What is typed; None at the end. Where input is piped, it is shown as if typed."""
    try:
        line = input(prompt)
    except (EOFError, KeyboardInterrupt):
        print(flush=True)
        return None
    if not sys.stdin.isatty():
        print(line, flush=True)
    return line
