"""A council asks a thousand assemblies, while people vote elsewhere."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from statistics import quantiles
from typing import Any

from sqlalchemy import Select, func, insert, select, text
from sqlalchemy.orm import Session

from benchmarks.world import BOT, GROUP, ME, NOW, World, world
from bot.platforms import Delivery, Place, Speaker, Utterance
from bot.platforms.telegram.reading import read
from models.assembly import Assembly, Chat, Membership, Sort
from models.ballot import Ballot
from models.decision import Decision
from models.delegation import send
from models.item import Item
from models.line import Promise, SetAside
from models.motion import Motion
from models.option import Option
from models.person import Account, Person
from models.post import Letter
from models.referral import Referral, Stand
from models.seat import Seat

ASSEMBLIES = 1_000
MEMBERS = 3
COUNCIL = "-3000000"
SPOKEN = 10_000_000
"""Telegram's id of the first delegate."""
PAUSE = 0.05
"""Seconds between two votes elsewhere."""
TICK = 0.001
SIZE = text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")


class Meanwhile:
    """Votes in another group, heard all the while, and how long the loop was held."""

    def __init__(self, world: World) -> None:
        self._world, self._over = world, False
        self.waits: list[float] = []
        """Seconds from each vote to its commit."""
        self.held = 0.0

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Vote and look while something else goes on; every vote is waited for."""
        self._over = False
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._vote(tasks))
            tasks.create_task(self._look())
            try:
                yield
            finally:
                self._over = True

    async def _vote(self, tasks: asyncio.TaskGroup) -> None:
        while not self._over:
            tasks.create_task(self._one())
            await asyncio.sleep(PAUSE)

    async def _one(self) -> None:
        lines = [line for raw in self._world.votes(1) for line in read(raw, BOT, ME)]
        start = time.perf_counter()
        await self._world.running.hear(Delivery("telegram", tuple(lines)))
        self.waits.append(time.perf_counter() - start)

    async def _look(self) -> None:
        while not self._over:
            start = time.perf_counter()
            await asyncio.sleep(TICK)
            self.held = max(self.held, time.perf_counter() - start - TICK)


def council(session: Session) -> None:
    """A council, and a delegate from each of its assemblies."""
    above = _assembly("Rat", Sort.COUNCIL, COUNCIL)
    session.add(above)
    for number in range(ASSEMBLIES):
        below = _assembly(f"Kiez {number}", Sort.KIEZ, f"-4{number:06}")
        people = [_person(SPOKEN + number * MEMBERS + n) for n in range(MEMBERS)]
        below.memberships = [Membership(person=person, since=NOW) for person in people]
        seat = Seat(assembly=below, number=1, council=above, invited_at=NOW, since=NOW)
        session.add_all([*people, seat])
        session.flush()
        send(session, seat, people[0], NOW)


def _assembly(name: str, sort: Sort, chat: str) -> Assembly:
    home = Assembly(
        sort=sort, name=name, language="de", zone="Europe/Berlin", founded_at=NOW, door=chat
    )
    home.chats = [Chat(platform="telegram", ref=chat)]
    return home


def _person(ref: int) -> Person:
    account = Account(platform="telegram", ref=str(ref), seen_at=NOW)
    return Person(name=f"Person {ref}", accounts=[account])


def vote(session: Session) -> datetime:
    """Two of three vote everywhere; when it ends below."""
    found = session.execute(
        select(Decision.id, Membership.person_id, Option.id, Option.place)
        .join(Referral, Referral.decision_id == Decision.id)
        .join(Membership, Membership.assembly_id == Decision.assembly_id)
        .join(Option, Option.decision_id == Decision.id)
    )
    rows = [
        {"decision_id": decision, "person_id": person, "option_id": option}
        for decision, person, option, place in found
        if person % MEMBERS and place == 1 + (decision % 3 == 0)
    ]
    session.execute(insert(Ballot), rows)
    return session.scalars(select(func.max(Decision.closes_at)).join(Referral.decision)).one()


class Way:
    """Down and up again; time passes as it does, but for the days of voting."""

    def __init__(self, world: World) -> None:
        self._world, self._store, self._leap = world, world.running.store, timedelta()
        self._began = time.perf_counter()
        world.running.now = self._now
        self.meanwhile = Meanwhile(world)
        self.took: list[float] = []
        """Seconds until all are asked, until the result stands, until all have heard of it."""

    def _now(self) -> datetime:
        return NOW + self._leap + timedelta(seconds=time.perf_counter() - self._began)

    async def go(self) -> None:
        """Ask everybody, let them vote, count, tell everybody."""
        await self._say("/decide Am 1. Juni streiken?", "draft")
        motion = await self._store.run(self._read, select(Motion.id))
        async with self.meanwhile.watched():
            start = time.perf_counter()
            await self._say(f"/motion-open {motion}", "open", pressed=True)
            await self._until(start, select(func.count()).where(Referral.stand == Stand.SENT))
        with self._store.session() as session, session.begin():
            self._leap = vote(session) - self._now() + timedelta(seconds=1)
        async with self.meanwhile.watched():
            start = time.perf_counter()
            await self._until(start, select(func.count()).where(Item.closed_at.is_(None)))
            await self._until(start, select(func.count()).where(Promise.due_at <= self._now()))

    async def _until(self, start: float, left: Select[Any]) -> None:
        """Say what is due, as the clock does, until nothing is left."""
        due = self._world.running.ear.due
        while True:
            kept = await self._store.run(lambda: due(self._now()))
            if not await self._store.run(self._read, left):
                break
            if not kept:
                await asyncio.sleep(TICK)
        self.took.append(time.perf_counter() - start)

    def _read(self, query: Select[Any]) -> int:
        with self._store.session() as session:
            found: int = session.scalars(query).one()
            return found

    async def _say(self, words: str, ref: str, *, pressed: bool = False) -> None:
        speaker = Speaker(str(SPOKEN), "Person", language="de")
        place = Place("telegram", COUNCIL)
        line = Utterance(ref, place, speaker, words, pressed=pressed, press=ref if pressed else "")
        await self._world.running.hear(Delivery("telegram", (line,)))


def main() -> None:
    """Print how long it took, and how long everybody else waited."""
    with world() as small:
        store = small.running.store
        with store.session() as session, session.begin():
            council(session)
        way = Way(small)
        asyncio.run(way.go())
        with store.session() as session:
            elsewhere = select(Chat.id).where(Chat.ref == str(GROUP))
            own = select(func.count()).where(Letter.chat_id.not_in(elsewhere))
            letters = session.scalars(own).one()
            item = session.scalars(select(Item)).one()
            assert item.result is not None and item.result["ballots"] == ASSEMBLIES, item.result
            assert session.scalar(select(func.count()).select_from(SetAside)) == 0
            size = session.execute(SIZE).scalar_one() / 1e6
    asked, stands, told = way.took
    waits, held = quantiles(way.meanwhile.waits, n=20), way.meanwhile.held * 1000
    print(
        f"{ASSEMBLIES:,} assemblies decide         {stands:8.2f} s, all asked after {asked:.2f} s"
    )
    print(f"  all have heard of it           {told:8.2f} s, {letters:,} letters, {size:.1f} MB")
    print(
        f"  votes elsewhere, of 20 in 19   {waits[-1]:8.2f} s at most, the loop held {held:.0f} ms"
    )


if __name__ == "__main__":
    main()
