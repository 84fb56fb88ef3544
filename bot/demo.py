"""The demo and the replay: the house in a terminal, on virtual time."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import typer

from bot.composing import stage
from bot.platforms.console import Shown
from bot.replay import Stage, replay
from bot.store import Store, keys
from bot.transcript import Spoken, read, written
from models.base import Base

ZONE = "Europe/Berlin"


@asynccontextmanager
async def empty_store() -> AsyncIterator[Store]:
    """A store that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        ring = keys(Path(folder))
        store = Store(f"sqlite:///{folder}/demo.db", ring)
        try:
            Base.metadata.create_all(store.engine)
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
    colour = sys.stdout.isatty()
    async with empty_store() as store:
        told: list[Shown] = []
        acted = stage(store, told.append, language=language, zone=ZONE)
        await acted.running.store.run(lambda: acted.running.ear.plant(acted.time()))
        for spoken in read(_seed(language)):
            await acted.speak(spoken)
        told.clear()
        await _talk(acted, told, colour)


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
        """Whether this only changes the seat: `@ben` in private, `#rent` into a room."""
        if " " in text or text[:1] not in {"@", "#"} or len(text) < 2:
            return False
        if text.startswith("@"):
            self.who, self.room = text[1:].lower(), ""
        else:
            self.room = text
        return True

    def spoken(self, text: str) -> Spoken:
        """What is said from this seat; `:clock` lets time pass."""
        if text.startswith(":clock"):
            return Spoken(0, "clock", "", text.removeprefix(":clock").strip())
        return Spoken(0, self.who, self.room, text)


async def _talk(acted: Stage, told: list[Shown], colour: bool) -> None:
    words, seat = acted.running.words, Seat()
    typer.echo(words.text("demo-welcome", acted.language))
    while (line := _line(seat.prompt)) is not None:
        text = line.strip()
        if not text or seat.moved(text):
            continue
        try:
            heard = await acted.speak(seat.spoken(text))
        except (KeyError, ValueError):
            typer.echo(words.text("demo-clock", acted.language))
            continue
        for shown in told:
            typer.echo(written(shown, acted.console, colour=colour))
        if not heard:
            typer.echo(words.text("demo-not-meant", acted.language))
        told.clear()


def _line(prompt: str) -> str | None:
    """What is typed; None at the end. Where input is piped, it is shown as if typed."""
    try:
        line = input(prompt)
    except EOFError:
        typer.echo()
        return None
    if not sys.stdin.isatty():
        typer.echo(line)
    return line
