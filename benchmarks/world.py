"""A neighbourhood of any size in a database, and Telegram's updates as they come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session
from telegram import Bot, User

from bot.composing import running
from bot.migrating import migrate
from bot.platforms import Delivery
from bot.platforms.telegram import Telegram
from bot.platforms.telegram.reading import read
from bot.running import Running
from bot.serving import settle
from bot.store import Store, keys
from models.assembly import Admission, Assembly, Chat, Membership, Sort
from models.ballot import Ballot
from models.decision import Decision
from models.ending import Ending
from models.option import Option
from models.person import Account, Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
VOTERS = 1000
GROUP = -1001
CHUNK = 20_000


@dataclass(slots=True)
class World:
    """A house on Telegram, with one poll in one group of a thousand."""

    running: Running
    decision: int
    options: list[int]
    told: int = 0

    def votes(self, number: int) -> list[dict[str, Any]]:
        """So many presses as raw updates, by one member after the other."""
        updates = []
        for _ in range(number):
            self.told += 1
            voter, option = self.told * 7 % VOTERS, self.options[self.told % 2]
            updates.append(press(self.told, voter + 1, f"/vote {self.decision} {option}"))
        return updates

    def hear(self, updates: list[dict[str, Any]]) -> None:
        """What the adapter and the house do with raw updates, up to the commit."""
        lines = [line for raw in updates for line in read(raw, BOT, ME)]
        self.running.ear.hear(Delivery("telegram", tuple(lines), str(self.told + 1)), NOW)


BOT = Bot("1:benchmark")
ME = User(1, "Kommune", True, username="kommune_bot")


def press(number: int, person: int, line: str) -> dict[str, Any]:
    """A press as Telegram tells it."""
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": {
                "id": person,
                "is_bot": False,
                "first_name": f"Person {person}",
                "username": f"person{person}",
                "language_code": "de",
            },
            "chat_instance": "1",
            "data": line,
            "message": {
                "message_id": 5,
                "date": 1903953600,
                "chat": {"id": GROUP, "type": "supergroup", "title": "Wedding"},
                "from": {"id": 1, "is_bot": True, "first_name": "Kommune"},
                "text": "Tor streichen?",
            },
        },
    }


@contextmanager
def world(*, assemblies: int = 1) -> Iterator[World]:
    """A fresh house on SQLite; `assemblies` of ten members and ten ballots each around it."""
    with TemporaryDirectory() as folder:
        path = Path(folder)
        ring = keys(path)
        store = Store(f"sqlite:///{path}/kommune.db", ring)
        migrate(store.engine, ring, path, NOW)
        adapter = Telegram("1:benchmark")
        house = running(
            store, {"telegram": adapter}, lambda: NOW, language="de", zone="Europe/Berlin"
        )
        with store.session() as session, session.begin():
            decision, options = _group(session)
            _others(session, assemblies - 1)
        with store.engine.connect() as connection:
            connection.exec_driver_sql("ANALYZE")
        settle()
        yield World(house, decision, options)
        store.close()


def _group(session: Session) -> tuple[int, list[int]]:
    assembly = Assembly(
        sort=Sort.KIEZ,
        name="Wedding",
        language="de",
        zone="Europe/Berlin",
        founded_at=NOW,
        door="d",
        admission=Admission.OPEN,
    )
    session.add(Chat(platform="telegram", ref=str(GROUP), assembly=assembly))
    for number in range(1, VOTERS + 1):
        person = Person(name=f"Person {number}")
        username = f"person{number}"
        session.add(
            Account(
                person=person, platform="telegram", ref=str(number), username=username, seen_at=NOW
            )
        )
        session.add(Membership(person=person, assembly=assembly, since=NOW))
    decision = Decision(
        assembly=assembly,
        number=1,
        title="Tor streichen?",
        opened_at=NOW,
        closes_at=NOW + timedelta(days=3),
        options=[Option(place=1, stance="yes"), Option(place=2, stance="no")],
    )
    session.add(decision)
    session.flush()
    return decision.id, [option.id for option in decision.options]


def _others(session: Session, assemblies: int) -> None:
    """Ten people to each, ten memberships, one closed decision with ten ballots."""
    first = 1_000_000
    for start in range(0, assemblies, CHUNK // 10):
        some = range(first + start, first + min(start + CHUNK // 10, assemblies))
        people = [(place, place * 10 + n) for place in some for n in range(10)]
        rows: list[tuple[type, list[dict[str, Any]]]] = [
            (Person, [{"id": person, "name": "P"} for _, person in people]),
            (
                Assembly,
                [
                    {
                        "id": place,
                        "sort": Sort.KIEZ,
                        "name": "K",
                        "language": "de",
                        "zone": "Europe/Berlin",
                        "founded_at": NOW,
                        "door": str(place),
                    }
                    for place in some
                ],
            ),
            (
                Membership,
                [{"person_id": p, "assembly_id": place, "since": NOW} for place, p in people],
            ),
            (
                Decision,
                [
                    {
                        "id": place,
                        "assembly_id": place,
                        "number": 1,
                        "title": "?",
                        "opened_at": NOW,
                        "closes_at": NOW,
                        "closed_at": NOW,
                        "outcome": Ending.PASSED,
                    }
                    for place in some
                ],
            ),
            (Option, [{"id": place, "decision_id": place, "place": 1} for place in some]),
            (
                Ballot,
                [{"decision_id": place, "person_id": p, "option_id": place} for place, p in people],
            ),
        ]
        for table, values in rows:
            session.execute(insert(table), values)
