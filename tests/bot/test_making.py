"""Files are made where nobody waits for them, and made again until they have arrived."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs

from bot.markup import plain
from bot.platforms import Kind, Outgoing, Place
from bot.running import Running
from bot.store import Store, keys
from handlers import router
from handlers.exports import Form
from handlers.filing import Making
from handlers.routing import Router
from models.assembly import Assembly
from models.base import Base, Refused
from models.person import Person
from models.post import Letter, State
from tests.bot.conftest import Scene, Wire, empty_scene


@dataclass
class Heeded(Wire):
    """A network on which somebody waits for something to be said."""

    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def say(self, place: Place, letter: Outgoing) -> str:
        ref = await super().say(place, letter)
        self.news.set()
        return ref

    async def until(self, come: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not come():
                self.news.clear()
                await self.news.wait()

    def files(self) -> list[Outgoing]:
        return [letter for _, letter in self.said if letter.kind is Kind.FILE]


class Bench:
    """A maker that the test holds up, or breaks."""

    def __init__(self) -> None:
        self.begun, self.go_on, self.times = threading.Event(), threading.Event(), 0
        self.trouble: Exception | None = None

    def make(self, making: Making, assembly: Assembly, form: Form, until: int) -> bytes:
        self.times += 1
        self.begun.set()
        assert self.go_on.wait(20)
        if self.trouble is not None:
            raise self.trouble
        return f"{assembly.name} {form} {until}".encode()

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self.begun.wait, 20)


def house(scene: Scene, bench: Bench, wire: Wire, store: Store) -> Running:
    """The same house with another maker of records."""
    hindered = Router.of(router)
    hindered.maker("record")(bench.make)
    known = replace(scene.running.ear.house, router=hindered)
    return Running(store, known, {"wire": wire}, scene.time)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[tuple[Scene, Bench]]:
    scene, bench = empty_scene(tmp_path), Bench()
    scene.wire = Heeded()
    scene.running = house(scene, bench, scene.wire, scene.running.store)
    await scene.say("ana", "g", "/found Wedding")
    await scene.say("ben", "g", "/join")
    await scene.say("ana", "g", "/poll Paint? | yes | no")
    await scene.carry()
    yield scene, bench
    bench.go_on.set()
    await scene.running.courier.close()
    scene.running.store.close()


async def test_votes_go_through_while_a_file_is_made(bench: tuple[Scene, Bench]) -> None:
    scene, slow = bench
    wire = scene.wire
    assert isinstance(wire, Heeded)
    carrying = asyncio.create_task(scene.running.courier.run())
    await scene.say("ana", "ana", "/export markdown")
    await slow.has_begun()
    await scene.say("ben", "g", "/vote 1 yes")
    await wire.until(lambda: any("1 of 2 votes" in plain(one.text) for _, one in wire.said))
    assert not wire.files()
    slow.go_on.set()
    await wire.until(lambda: bool(wire.files()))
    assert wire.files()[0].file == b"Wedding markdown 1"
    assert wire.files()[0].file_name == "record-2030-05-04.md"
    carrying.cancel()


async def test_a_crash_while_a_file_is_made_loses_nothing(
    bench: tuple[Scene, Bench], tmp_path: Path
) -> None:
    scene, slow = bench
    await scene.say("ana", "ana", "/export markdown")
    carrying = asyncio.create_task(scene.running.courier.run())
    await slow.has_begun()
    carrying.cancel()
    for task in scene.running.courier._tasks:
        task.cancel()
    again, wire = Bench(), Heeded()
    again.go_on.set()
    store = Store(f"sqlite:///{tmp_path}/scene.db", keys(tmp_path))
    after = house(scene, again, wire, store)
    await after.courier.drain()
    await after.courier.drain()
    assert [letter.file for letter in wire.files()] == [b"Wedding markdown 1"]
    assert isinstance(scene.wire, Heeded) and not scene.wire.files()
    await after.courier.close()
    store.close()


async def test_what_cannot_be_made_is_told_once_to_each(bench: tuple[Scene, Bench]) -> None:
    scene, broken = bench
    broken.trouble = ValueError("Ana's secret")
    broken.go_on.set()
    with capture_logs() as logs:
        await scene.say("ana", "ana", "/export json")
        for _ in range(10):
            await scene.carry()
            scene.time.present += timedelta(seconds=5)
    assert broken.times == 3
    assert [entry["event"] for entry in logs] == ["file not made"]
    assert logs[0]["reason"] == "ValueError" and "secret" not in str(logs)
    told = [plain(letter.text) for chat, letter in scene.wire.said if chat == "ana"]
    assert [text for text in told if "could not make this file" in text] == told[-1:]
    with scene.running.store.session() as session:
        assert not session.scalars(select(Letter).where(Letter.state == State.DUE)).all()


async def test_a_maker_may_refuse(bench: tuple[Scene, Bench]) -> None:
    scene, strict = bench
    strict.trouble = Refused("picture-nothing", title="Paint?")
    strict.go_on.set()
    with capture_logs() as logs:
        await scene.say("ana", "ana", "/export json")
        await scene.carry()
    assert (strict.times, logs) == (1, [])
    assert plain(scene.wire.said[-1][1].text).startswith("There is no result of “Paint?”")


def test_what_reads_for_a_file_neither_writes_nor_keeps_anybody_waiting(
    database_url: str, tmp_path: Path
) -> None:
    store = Store(database_url, keys(tmp_path))
    Base.metadata.create_all(store.engine)
    with store.reading() as reading:
        assert reading.scalars(select(Person)).all() == []
        with store.transaction() as writing:
            writing.add(Person(name="Ana"))
        assert reading.scalars(select(Person)).all() == [], "all as of one moment"
        reading.add(Person(name="Ben"))
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            reading.flush()
        reading.rollback()
    with store.reading() as reading:
        assert [person.name for person in reading.scalars(select(Person))] == ["Ana"]
    store.close()
