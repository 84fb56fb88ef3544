"""Serving: a platform that breaks is heard again, one that is misconfigured ends the process."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.composing import running
from bot.platforms import Delivery, Hear, Misconfigured, Place, Profile, Speaker, Utterance
from bot.replay import VirtualTime
from bot.running import Running
from bot.store import Store, keys
from models.base import Base
from tests.bot.conftest import START, Wire


@dataclass
class Fragile(Wire):
    """A network whose listening ends with these, one after the other; then it goes on."""

    ends: list[Exception] = field(default_factory=list)
    bookmarks: list[str | None] = field(default_factory=list)
    listens: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self, hear: Hear, bookmark: str | None) -> None:
        self.bookmarks.append(bookmark)
        number = str(len(self.bookmarks))
        place, ana = Place(self.name, "g"), Speaker("ana", "Ana", "ana", "en")
        line = Utterance(number, place, ana, "/help")
        await hear(Delivery(self.name, (line,), number))
        if self.ends:
            raise self.ends.pop(0)
        self.listens.set()
        await asyncio.Event().wait()


@dataclass
class Shy(Fragile):
    """A network whose introductions end with these; the last one never ends."""

    refusals: list[Exception] = field(default_factory=list)
    waits: asyncio.Event = field(default_factory=asyncio.Event)

    async def introduce(self, profiles: Mapping[str, Profile]) -> None:
        if self.refusals:
            raise self.refusals.pop(0)
        self.waits.set()
        await asyncio.Event().wait()


def house(folder: Path, wire: Wire) -> Running:
    store = Store(f"sqlite:///{folder}/serving.db", keys(folder))
    Base.metadata.create_all(store.engine)
    time = VirtualTime(START)
    made = running(store, {wire.name: wire}, time, language="en", zone="Europe/Berlin")
    made.first_wait = 0.001
    return made


async def test_a_platform_that_breaks_is_heard_again_from_the_bookmark(tmp_path: Path) -> None:
    wire = Fragile(ends=[KeyError("ana"), AttributeError("ben"), OSError("cem")])
    serving, stop = house(tmp_path, wire), asyncio.Event()
    with capture_logs() as logs:
        work = asyncio.create_task(serving.run({}, stop))
        await asyncio.wait_for(wire.listens.wait(), 5)
        stop.set()
        await asyncio.wait_for(work, 5)
    serving.store.close()
    assert wire.bookmarks == [None, "1", "2", "3"]
    broke = [log for log in logs if log["event"].startswith("platform broke")]
    assert [log["reason"].partition(" ")[0] for log in broke] == [
        "KeyError",
        "AttributeError",
        "OSError",
    ]
    assert [log["wait"] for log in broke] == [0.001, 0.002, 0.004]
    assert "ana" not in str(broke)


async def test_a_platform_that_is_misconfigured_ends_the_process(tmp_path: Path) -> None:
    wire = Fragile(ends=[OSError(), Misconfigured("Set KOMMUNE_WIRE.")])
    serving = house(tmp_path, wire)
    with pytest.raises(Misconfigured, match="KOMMUNE_WIRE"):
        await asyncio.wait_for(serving.run({}, asyncio.Event()), 5)
    serving.store.close()


async def test_nobody_waits_for_the_introduction(tmp_path: Path) -> None:
    wire = Shy(refusals=[KeyError("ana"), OSError()])
    serving, stop = house(tmp_path, wire), asyncio.Event()
    with capture_logs() as logs:
        work = asyncio.create_task(serving.run({}, stop))
        await asyncio.wait_for(wire.listens.wait(), 5)
        await asyncio.wait_for(wire.waits.wait(), 5)
        stop.set()
        await asyncio.wait_for(work, 5)
    serving.store.close()
    assert wire.bookmarks == [None]
    reasons = [log["reason"] for log in logs if log["event"].startswith("introduction broke")]
    assert [reason.partition(" ")[0] for reason in reasons] == ["KeyError", "OSError"]
    assert "ana" not in str(reasons)


def test_a_driver_is_loaded_by_the_store_alone(tmp_path: Path) -> None:
    look = """
import sys
from bot.serving import chosen, opened
from bot.settings import Settings
settings = Settings.read(None)
store, ring = opened(settings)
before = "psycopg" in sys.modules
chosen(settings, ring)
print(before, "psycopg" in sys.modules)
import psycopg.errors
"""
    given = {
        "KOMMUNE_DATA": str(tmp_path),
        "KOMMUNE_MATRIX_HOMESERVER": "https://localhost",
        "KOMMUNE_MATRIX_USER": "@kommune:localhost",
        "KOMMUNE_MATRIX_PASSWORD": "x",
    }
    said = subprocess.check_output([sys.executable, "-c", look], env=os.environ | given, text=True)
    assert said == "False False\n"
