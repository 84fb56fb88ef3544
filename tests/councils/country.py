"""Communes and councils in a house, and people who say lines there, without waiting for time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Select, select

from bot.composing import running
from bot.platforms import Delivery, Place, Speaker, Utterance
from bot.replay import START, VirtualTime
from bot.store import Store
from models.assembly import Assembly, Chat, Membership, Role, Sort
from models.ballot import Elector
from models.decision import Decision
from models.ending import Ending
from models.line import Promise, SetAside
from models.person import Account, Person
from tests.bot.conftest import Wire

PEOPLE, COMMUNES, COUNCILS = 7, 4, 3


class Country:
    """Everything is said through the ear; what is due is said at once."""

    def __init__(self, store: Store) -> None:
        self.store, self.time = store, VirtualTime()
        self._refs = count(1)
        self.ear = running(
            store, {"wire": Wire()}, self.time, language="en", zone="UTC", strict=True
        ).ear
        with store.session() as session, session.begin():
            people = [_person(f"p{n}") for n in range(PEOPLE)]
            communes = [_assembly(f"c{n}", Sort.KIEZ) for n in range(COMMUNES)]
            councils = [_assembly(f"k{n}", Sort.COUNCIL) for n in range(COUNCILS)]
            session.add_all([*people, *communes, *councils])
            session.flush()
            for council in councils:
                session.add(_organises(people[0], council))
            asked = Decision(
                assembly=communes[0], number=1, title="?", opened_at=START, closes_at=START,
                closed_at=START, outcome=Ending.PASSED,
            )  # fmt: skip
            communes[0].counters = {"decision": 1}
            session.add(asked)
            session.flush()
            self.asked = asked.id
            self.people = [person.id for person in people]
            self.communes = [one.id for one in communes]
            self.councils = [one.id for one in councils]

    @property
    def now(self) -> datetime:
        """The present time."""
        return self.time.present

    def chat_of(self, assembly: int) -> str:
        """What the platform calls the chat of an assembly."""
        everywhere = [*self.communes, *self.councils]
        place = everywhere.index(assembly)
        return f"c{place}" if place < COMMUNES else f"k{place - COMMUNES}"

    def press(self, person: int, assembly: int, line: str) -> None:
        """Somebody presses a button in an assembly's chat, and what follows at once, follows."""
        who, ref = f"p{self.people.index(person)}", f"r{next(self._refs)}"
        spoken = Utterance(
            ref,
            Place("wire", self.chat_of(assembly)),
            Speaker(who, who, who, "en"),
            line,
            message="m",
            pressed=True,
            press=ref,
        )
        self.ear.hear(Delivery("wire", (spoken,)), self.now)
        self.settle()

    def promise(self, at: datetime, command: str, key: str | None = None, **args: int) -> None:
        """Let the clock say something."""
        named = {name: str(value) for name, value in args.items()}
        with self.store.session() as session, session.begin():
            session.add(Promise(due_at=at, command=command, args=named, key=key, tries=0))

    def settle(self) -> None:
        """Say what is due now."""
        while self.ear.due(self.now):
            pass

    def pass_time(self, length: timedelta) -> None:
        """What is due on the way is said at its time."""
        until = self.now + length
        while True:
            due = self.one(select(Promise.due_at).order_by(Promise.due_at).limit(1))
            if due is None or due > until:
                break
            self.time.present = max(due, self.now)
            self.settle()
        self.time.present = until

    def one(self, query: Select[Any]) -> Any:
        """The first answer of a query."""
        with self.store.session() as session:
            return session.scalars(query).unique().first()

    def all(self, query: Select[Any]) -> Sequence[Any]:
        """Every answer of a query."""
        with self.store.session() as session:
            return session.scalars(query).unique().all()

    def members(self, assemblies: Collection[int]) -> set[int]:
        """Who belongs to any of them."""
        query = select(Membership.person_id).where(
            Membership.assembly_id.in_(assemblies), Membership.left_at.is_(None)
        )
        return set(self.all(query))

    def elects(self, decision: int, person: int) -> bool:
        """Whether somebody was taken down as a voter of a decision that is open."""
        query = select(Elector).where(Elector.decision_id == decision, Elector.person_id == person)
        return self.one(query) is not None

    def broken(self) -> list[str]:
        """What no handler could hear or keep."""
        return list(self.all(select(SetAside.reason)))


def _person(name: str) -> Person:
    return Person(name=name, accounts=[Account(platform="wire", ref=name, seen_at=START)])


def _assembly(name: str, sort: Sort) -> Assembly:
    home = Assembly(
        sort=sort, name=name, language="en", zone="UTC", founded_at=START, door=f"door{name}"
    )
    home.chats = [Chat(platform="wire", ref=name, greeted=True)]
    return home


def _organises(person: Person, council: Assembly) -> Membership:
    held = Membership(person=person, assembly=council, since=START)
    held.give(Role.ORGANISER, START)
    return held
