"""A town with one of everything, and a way to try a line there that leaves nothing behind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, event, func, select
from sqlalchemy.orm import Session

from bot.app import Ear
from bot.markup import Markup, load, plain
from bot.platforms import Delivery, Event, Place, Speaker, Utterance
from bot.store import Noting
from bot.words import Words
from handlers.filing import Arg
from handlers.turn import wire
from models.argument import Argument
from models.assembly import Assembly, Membership
from models.campaign import Campaign
from models.case import Case
from models.decision import Decision
from models.delegation import Delegation, relieve, send
from models.election import Election
from models.inquiry import Inquiry
from models.line import Promise
from models.meeting import Meeting
from models.motion import Motion
from models.newcomer import Newcomer
from models.objection import Objection
from models.office import Office
from models.person import Person
from models.phrase import Phrase
from models.post import Letter
from models.questioning import Question
from models.recall import Recall
from models.referral import Referral
from models.reminder import Reminder
from models.report import Report
from models.seat import Seat
from models.task import Task
from tests.bot.conftest import Scene

HERE = ("ana", "fae", "olu", "mia", "ben", "cem", "dan", "kim", "pia")
THERE = ("hana", "ida", "nora", "noor", "ned", "zoe")
NUMBERED = (
    Task,
    Decision,
    Newcomer,
    Reminder,
    Case,
    Delegation,
    Report,
    Recall,
    Inquiry,
    Election,
    Question,
)
PASSING = {"heard", "letters", "bookmarks"}
"""Tables in which every line leaves a trace."""
WRITES = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")


async def say(scene: Scene, *lines: str) -> None:
    """Lines of the form `who chat words`; `*` as the chat is the private one."""
    for line in lines:
        who, chat, words = line.split(" ", 2)
        await scene.say(who, who if chat == "*" else chat, words)
        await scene.carry()


async def press(scene: Scene, who: str, chat: str, name: str, *args: Arg) -> None:
    """Somebody presses a button."""
    numbers = scene.numbers
    line = scene.line(who, chat, wire(name, *args), pressed=f"p{next(numbers)}")
    await scene.hear(line)
    await scene.carry()


async def pass_time(scene: Scene, time: timedelta) -> None:
    """Time passes and what is due is said."""
    scene.time.present += time
    while scene.running.ear.due(scene.time()):
        await scene.carry()


async def settle(scene: Scene) -> None:
    """Ana organises Wedding, Fae facilitates, Olu began everything, Mia and Ben belong.

    Zoe is a stranger, Dan has left, Hana organises Neukölln, Kim a committee of Wedding and
    Pia the council above it; Nora has brought a case, Ned wants to join.
    """
    people = [*HERE, *THERE]
    await say(scene, *(f"{who} * /start" for who in people))
    await say(scene, *(f"{who} g /join" for who in HERE if who not in {"ana", "ben", "cem"}))
    await say(scene, "ana g /role fae facilitator", "hana h /found Neukölln", "ida h /join")
    await say(scene, "kim k /committee Heating", "pia c /council Town")
    for chat, who in (("g", "olu"), ("h", "hana")):
        await _furnish(scene, who, chat)
    await _send(scene)
    for who in ("dan", "kim", "pia"):
        place = Place("wire", "g")
        left = Event(f"left-{who}", place, "left", Speaker(who, who.title(), who))
        await scene.running.hear(Delivery("wire", (left,)))
    # What Ana could take back is the same in every town.
    await say(scene, "ana g /admission open", "ana g /admission vouched")
    await scene.carry()


async def _furnish(scene: Scene, who: str, chat: str) -> None:
    await say(
        scene,
        f"{who} {chat} /meet tomorrow 10:00 Past @ Café",
        f"{who} {chat} /meet 3.6. 10:00 Plenum @ Café",
        f"{who} {chat} /agenda 2 Heating",
        f"{who} {chat} /poll Paint the gate? | yes | no | until 2 June 18:00",
        f"{who} {chat} /for 1 It is time",
        f"{who} {chat} /decide Buy a ladder?",
        f"{who} {chat} /decide Plant a tree",
        f"{who} {chat} /task Print flyers by 3 June",
        f"{who} {chat} /take 1",
        f"{who} {chat} /remind 2.6. 10:00 bring the key",
        f"{who} {chat} /elect Treasurer until 2 June 18:00",
        f"{who} {chat} /question 1 How often?",
        f"{who} {chat} /campaign Clean the yard | 3 June",
    )
    neighbour = {"g": "nora", "h": "noor"}[chat]
    with scene.running.store.session() as session:
        home = {"g": "Wedding", "h": "Neukölln"}[chat]
        door = only(session, Assembly, name=home).door
    await say(scene, f"{neighbour} * /start case_{door}", f"{neighbour} * The boiler is broken")
    with scene.running.store.session() as session:
        brought = select(Case).join(Case.person).where(Person.name == neighbour.title())
        case = session.scalars(brought).one()
    await press(scene, neighbour, neighbour, "case-topic", case, "rent")
    other = {"g": "ben", "h": "ida"}[chat]
    with scene.running.store.session() as session:
        home = only(session, Assembly, name={"g": "Wedding", "h": "Neukölln"}[chat])
        meeting = only(session, Meeting, assembly_id=home.id, number=2)
    await press(scene, other, chat, "attend", meeting, "maybe")
    for carer in (who, other):
        await press(scene, carer, chat, "care", case)
    await _propose(scene, who, chat)
    _appoint(scene, who, chat)
    with scene.running.store.session() as session:
        campaign = only(session, Campaign, assembly_id=home.id)
    await press(scene, who, chat, "campaign-add", campaign, "Buy brooms")
    organiser = {"g": "ana", "h": "hana"}[chat]
    await say(scene, f"{organiser} {chat} /admission vouched")
    await say(scene, f"{'ned' if chat == 'g' else 'nora'} {chat} /join")


def _appoint(scene: Scene, who: str, chat: str) -> None:
    """Somebody holds an office."""
    with scene.running.store.session() as session, session.begin():
        home = only(session, Assembly, name={"g": "Wedding", "h": "Neukölln"}[chat])
        election = only(session, Election, assembly_id=home.id)
        now = scene.time()
        office = Office(
            assembly=home,
            election_id=election.id,
            person=only(session, Person, name=who.title()),
            words="Keys",
            since=now,
            until=now + timedelta(days=99),
        )
        session.add(office)


async def _propose(scene: Scene, who: str, chat: str) -> None:
    """A decision by consent, to which somebody objects."""
    with scene.running.store.session() as session:
        home = only(session, Assembly, name={"g": "Wedding", "h": "Neukölln"}[chat])
        motion = only(session, Motion, assembly_id=home.id, title="Plant a tree")
    await press(scene, who, chat, "motion-set", motion, "method", "consent")
    await press(scene, who, chat, "motion-open", motion)
    with scene.running.store.session() as session:
        decision = only(session, Decision, assembly_id=home.id, title="Plant a tree")
    await press(scene, who, chat, "object", decision, "all", "Trees need water")


async def _send(scene: Scene) -> None:
    """Olu is Wedding's delegate to the council, Ida Neukölln's; it has met, and asks something."""
    with scene.running.store.session() as session, session.begin():
        for name, who in (("Wedding", "Olu"), ("Neukölln", "Ida")):
            sit(session, name, "Town", who, scene.time())
        relieve(session, only(session, Assembly, name="Town"), scene.time())
    await _ask(scene)
    await say(scene, "ida c /meet tomorrow 10:00 Council")
    await pass_time(scene, timedelta(days=2))
    await say(scene, "olu * /report We met", "olu g /minutes 1 We met")
    await say(scene, "ida * /report We met", "hana h /minutes 1 We met")
    for who, chat, name in (("fae", "g", "Wedding"), ("hana", "h", "Neukölln")):
        with scene.running.store.session() as session:
            report = only(session, Report, assembly_id=only(session, Assembly, name=name).id)
        await press(scene, who, chat, "report-ask", report, "When?")
        await say(scene, f"{who} {chat} /recall 1")
    scene.time.present += timedelta(minutes=1)


def sit(session: Session, below: str, above: str, who: str, now: datetime) -> None:
    """An assembly takes a seat in a council and sends somebody there."""
    home, council = (only(session, Assembly, name=name) for name in (below, above))
    number = home.next_number("seat")
    seat = Seat(assembly=home, number=number, council=council, invited_at=now, since=now)
    session.add(seat)
    session.flush()
    send(session, seat, only(session, Person, name=who), now)


async def _ask(scene: Scene) -> None:
    """The council puts a question to its assemblies, and they are deciding."""
    await say(scene, "olu c /decide A march?")
    with scene.running.store.session() as session:
        town = only(session, Assembly, name="Town")
        motion = only(session, Motion, assembly_id=town.id)
    await press(scene, "olu", "c", "motion-open", motion)
    await pass_time(scene, timedelta(minutes=1))


def only(session: Session, kind: type[Any], **which: Any) -> Any:
    """The one row."""
    return session.scalars(select(kind).filter_by(**which)).unique().one()


@dataclass
class Town:
    """Ids of what there is in one assembly."""

    ids: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, name: str) -> Town:
        """What there is in an assembly."""
        home = only(session, Assembly, name=name)
        town = cls({"assembly": home.id})
        for kind in NUMBERED:
            query = select(kind).filter_by(assembly_id=home.id).order_by(kind.number)
            found = session.scalars(query).unique().first()
            if found is not None:
                town.ids[kind.__name__.lower()] = found.id  # type: ignore[attr-defined]
        town.ids["office"] = only(session, Office, assembly_id=home.id).id
        town.ids["motion"] = only(session, Motion, assembly_id=home.id, title="Buy a ladder?").id
        past, ahead = session.scalars(
            select(Meeting).filter_by(assembly_id=home.id).order_by(Meeting.number).limit(2)
        )
        town.ids |= {"past": past.id, "meeting": ahead.id}
        town.ids["point"] = ahead.points[0].id
        decision = session.get_one(Decision, town.ids["decision"])
        town.ids["option"] = decision.options[0].id
        consent = only(session, Decision, assembly_id=home.id, title="Plant a tree")
        town.ids["consent"] = consent.id
        objection = select(Objection).filter_by(decision_id=consent.id)
        town.ids["objection"] = session.scalars(objection).one().id
        town.ids["argument"] = only(session, Argument, decision_id=decision.id).id
        campaign = only(session, Campaign, assembly_id=home.id)
        town.ids |= {"campaign": campaign.id, "piece": campaign.pieces[0].id}
        plain = session.scalars(
            select(Membership).filter_by(assembly_id=home.id, role=None).order_by(Membership.id)
        )
        seat = only(session, Seat, assembly_id=home.id)
        referral = only(session, Referral, seat_id=seat.id)
        town.ids |= {"seat": seat.id, "referral": referral.id, "item": referral.item_id}
        town.ids["lowered"] = referral.decision_id or 0
        member = next(one for one in plain if one.left_at is None and one.person.name != "Mia")
        town.ids |= {"membership": member.id, "person": member.person_id}
        return town


class Try:
    """Says lines in a transaction that is rolled back."""

    def __init__(self, scene: Scene, connection: Connection) -> None:
        self._scene, self._connection = scene, connection
        self.keys: list[str] = []
        """The sentences that were said last."""
        self.written: set[str] = set()
        """Tables in which anything was written, but for those where every line leaves a trace."""
        self.statements: list[str] = []
        event.listen(connection, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self.statements.append(statement)
        found = WRITES.match(statement)
        if found and found[1] not in PASSING:
            self.written.add(found[1])

    def session(self) -> Noting:
        """A session whose commits are undone in the end."""
        return Noting(self._connection, join_transaction_mode="create_savepoint")

    @contextmanager
    def transaction(self) -> Iterator[Noting]:
        """One of them in a transaction."""
        with self.session() as session, session.begin():
            yield session

    def keep(self, command: str, **args: int | str) -> list[str]:
        """What the bot says when the clock says a line."""
        with self.session() as session:
            due = {name: str(arg) for name, arg in args.items()}
            promise = Promise(due_at=self._scene.time(), command=command, args=due, tries=0)
            session.add(promise)
            session.commit()
        return self.hear(promise=promise)

    def hear(self, *lines: Utterance | Event, promise: Promise | None = None) -> list[str]:
        """What the bot says to it, as plain text."""
        newest = self._connection.execute(select(func.max(Letter.id))).scalar_one()
        house = self._scene.running.ear.house
        listener = Listener(house.words)
        ear = Ear(self, replace(house, words=listener))  # type: ignore[arg-type]
        ear.number = newest + 1
        self.statements.clear()
        if promise is None:
            ear.hear(Delivery("wire", lines), self._scene.time())
        else:
            ear.due(self._scene.time())
        self.keys = listener.keys
        with self.session() as session:
            said = session.scalars(select(Letter).where(Letter.id > newest))
            return [plain(load(json.loads(letter.body))) for letter in said if letter.body]


class Listener:
    """The house's words; it remembers which sentences were said."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.keys: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._words, name)

    def say(self, phrase: Phrase, **reader: Any) -> Markup:
        """As ever."""
        self.keys.append(phrase.key)
        return self._words.say(phrase, **reader)


@contextmanager
def trying(scene: Scene) -> Iterator[Try]:
    """A chance to say anything; afterwards nothing has happened."""
    with scene.running.store.engine.connect() as connection:
        outer = connection.begin()
        try:
            yield Try(scene, connection)
        finally:
            outer.rollback()
