"""Digests on virtual time: each once a local day, in a fixed number of queries."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, event, select

from bot.composing import running
from bot.replay import VirtualTime
from bot.running import Running
from bot.store import Store, keys
from models.assembly import Assembly, Chat, Membership, Role
from models.base import Base
from models.daily import MOST, Hour
from models.decision import Decision
from models.line import Promise
from models.person import Account, Person
from models.post import Letter, Priority

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Africa/Casablanca",
)
START = datetime(2030, 1, 1, tzinfo=UTC)
YEARS = timedelta(days=731)


@dataclass
class Town:
    """A house without a network, in whose database whole communes are put."""

    running: Running
    time: VirtualTime

    def commune(self, name: str, zone: str, *, at: str = "08:00", chat_at: str = "") -> int:
        """A commune with an organiser called as it is, a chat, and a poll that never ends."""
        with self.running.store.session() as session, session.begin():
            assembly = Assembly(
                name=name, language="en", zone=zone, founded_at=START, digest_at=chat_at
            )
            person = Person(name=name, digest_at=at)
            account = Account(platform="wire", ref=name, person=person, seen_at=START)
            decision = Decision(
                assembly=assembly,
                number=1,
                title=f"Paint {name}?",
                opened_at=START,
                closes_at=START + 2 * YEARS,
            )
            member = Membership(person=person, assembly=assembly, since=START, role=Role.ORGANISER)
            private = Chat(platform="wire", ref=name, account=account)
            group = Chat(platform="wire", ref=f"#{name}", assembly=assembly)
            session.add_all([assembly, person, account, decision, member, private, group])
            session.flush()
            return person.id

    def begin(self) -> None:
        """The house is started for the first time."""
        with self.running.store.session() as session, session.begin():
            session.add(Promise(due_at=self.time.present, command="digests", key="digests"))
        self.running.ear.due(self.time.present)

    def look(self) -> datetime:
        """Move to the next promise and keep it."""
        due = self.running.next_due()
        assert due is not None
        self.time.present = max(due, self.time.present)
        self.running.ear.due(self.time.present)
        return self.time.present

    def until(self, end: datetime) -> None:
        """Keep every promise up to a time."""
        while (due := self.running.next_due()) is not None and due <= end:
            self.look()
        self.time.present = end

    def given(self) -> dict[str, list[datetime]]:
        """When digests were written, by chat; they are taken away."""
        found: dict[str, list[datetime]] = defaultdict(list)
        with self.running.store.session() as session, session.begin():
            letters = select(Letter).where(Letter.priority == Priority.DIGEST)
            for letter in session.scalars(letters.order_by(Letter.written_at)):
                found[letter.chat.ref].append(letter.written_at)
            session.execute(delete(Letter))
        return found


def hasten(connection: sqlite3.Connection, _: object) -> None:
    """Nothing here is about a disk that fails."""
    connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    store = Store(f"sqlite:///{tmp_path}/town.db", keys(tmp_path))
    event.listen(store.engine, "connect", hasten)
    Base.metadata.create_all(store.engine)
    time = VirtualTime(START)
    house = running(store, {}, time, language="en", zone="UTC", strict=True)
    yield Town(house, time)
    store.close()


def changes(zone: str) -> list[datetime]:
    """Every midnight, in UTC, before the clocks of a zone change."""
    days = [START + timedelta(days=n) for n in range(YEARS.days)]
    here = ZoneInfo(zone)
    return [
        day
        for day in days
        if day.astimezone(here).utcoffset()
        != (day + timedelta(days=1)).astimezone(here).utcoffset()
    ]


@pytest.mark.parametrize("at", ["02:30", "08:00"])
@pytest.mark.parametrize("zone", ZONES)
async def test_across_every_clock_change_of_two_years(town: Town, zone: str, at: str) -> None:
    """The days around each change are heard, those between are slept through."""
    town.commune("ana", zone, at=at)
    town.begin()
    for change in changes(zone) or [START + YEARS / 2]:
        town.time.present = change - timedelta(days=3)
        town.until(change - timedelta(days=2))
        town.given()
        town.until(change + timedelta(days=3))
        times = [given.astimezone(ZoneInfo(zone)) for given in town.given()["ana"]]
        days = [given.date() for given in times]
        assert days == [days[0] + timedelta(days=n) for n in range(5)]
        moved = {f"{given:%H:%M}" for given in times} - {at}
        assert moved <= ({"03:30"} if at == "02:30" else set()), "skipped by the clocks"


async def test_nobody_and_nothing_is_given_twice_or_late(town: Town) -> None:
    for zone in ZONES:
        town.commune(zone, zone, chat_at="18:00")
    town.begin()
    town.until(START + timedelta(days=10, hours=3))
    given = town.given()
    assert {len(times) for times in given.values()} == {10, 11}
    assert len(given) == 2 * len(ZONES)
    for zone in ZONES:
        assert {at.astimezone(ZoneInfo(zone)).hour for at in given[zone]} == {8}
        assert {at.astimezone(ZoneInfo(zone)).hour for at in given[f"#{zone}"]} == {18}


async def test_what_was_missed_is_given_once_and_what_is_stale_is_not(town: Town) -> None:
    town.commune("ana", "Europe/Berlin", at="08:00")
    town.commune("ben", "Europe/Berlin", at="20:00")
    town.begin()
    town.until(START + timedelta(days=1, hours=5))
    town.given()
    awake = START + timedelta(days=4, hours=10)
    town.time.present = awake
    town.until(awake)
    assert town.given() == {"ana": [awake]}, "what Ben would have read last evening is over"
    town.until(awake + timedelta(days=1))
    assert {name: len(times) for name, times in town.given().items()} == {"ana": 1, "ben": 1}


async def test_who_has_another_hour_does_not_read_twice_on_a_day(town: Town) -> None:
    ana = town.commune("ana", "Europe/Berlin", at="08:00")
    town.begin()
    town.until(START + timedelta(hours=9))
    assert len(town.given()["ana"]) == 1
    with town.running.store.session() as session, session.begin():
        session.get_one(Person, ana).digest_at = "18:00"
    town.until(START + timedelta(hours=23))
    assert town.given() == {}
    town.until(START + timedelta(days=1, hours=18))
    assert town.given() == {"ana": [START + timedelta(days=1, hours=17)]}


async def test_nothing_to_say_and_nobody_who_organises_any_more(town: Town) -> None:
    quiet = town.commune("quiet", "Europe/Berlin")
    town.commune("gone", "Europe/Berlin")
    town.commune("off", "Europe/Berlin", at="")
    with town.running.store.session() as session, session.begin():
        for decision in session.scalars(select(Decision)):
            if decision.title == "Paint quiet?":
                decision.closed_at = START
        for membership in session.scalars(select(Membership)):
            if membership.person.name == "gone":
                membership.role_until = START
    town.begin()
    town.until(START + timedelta(days=2))
    assert town.given() == {}
    with town.running.store.session() as session:
        assert session.get_one(Person, quiet).digested_on == "2030-01-02"


async def test_many_readers_cost_no_more_queries_and_each_reads_once(town: Town) -> None:
    for number in range(3):
        town.commune(f"p{number}", "Europe/Berlin")
    town.begin()
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    def morning() -> int:
        due = town.running.next_due()
        while due is not None and due.hour != 7:
            town.look()
            due = town.running.next_due()
        event.listen(town.running.store.engine, "before_cursor_execute", note)
        statements.clear()
        town.look()
        event.remove(town.running.store.engine, "before_cursor_execute", note)
        return len(statements)

    few = morning()
    assert len(town.given()) == 3
    for number in range(3, 60):
        town.commune(f"p{number}", "Europe/Berlin")
    many = morning()
    assert len(town.given()) == 60
    assert many == few <= 30


async def test_more_than_one_batch(town: Town) -> None:
    for number in range(MOST + 5):
        town.commune(f"p{number}", "Europe/Berlin")
    town.begin()
    town.until(START + timedelta(hours=8))
    assert {len(times) for times in town.given().values()} == {1}
    town.until(START + timedelta(days=1, hours=8))
    assert len(town.given()) == MOST + 5


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", ["00:00", "02:30", "08:00", "23:59"])
def test_an_hour_comes_once_a_day_whatever_the_clocks_do(zone: str, at: str) -> None:
    hour, now = Hour(at, zone), START
    days = []
    while now < START + YEARS:
        before, now = now, hour.next(now)
        assert hour.due(before, now)
        assert not hour.due(now, now + timedelta(minutes=1))
        days.append(now.astimezone(ZoneInfo(zone)).date())
        assert not Hour(at, zone, days[-1].isoformat()).due(before, now)
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]


def test_a_skipped_hour_moves_on_and_a_doubled_one_is_the_first() -> None:
    berlin = Hour("02:30", "Europe/Berlin")
    assert berlin.next(datetime(2030, 3, 30, 12, tzinfo=UTC)) == datetime(
        2030, 3, 31, 1, 30, tzinfo=UTC
    )
    assert berlin.next(datetime(2030, 10, 26, 12, tzinfo=UTC)) == datetime(
        2030, 10, 27, 0, 30, tzinfo=UTC
    )
