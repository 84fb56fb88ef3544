"""However much there is: a question offers twenty at most, a list says how much is left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.markup import plain
from models.assembly import Assembly, Membership, Sort
from models.ballots import take_down
from models.case import Care, Case, Topic
from models.counting import METHODS
from models.counting.column import dump_method
from models.decision import Decision
from models.delegation import send
from models.election import Election, Kind
from models.office import Office
from models.option import Option
from models.person import Person
from models.seat import Seat
from tests.bot.conftest import START, Scene, scene

__all__ = ["scene"]

MANY = 35
MOST_OFFERED = 20
MOST_LISTED = 30

Fill = Callable[[Session, Assembly, Person], None]


def with_cases(session: Session, home: Assembly, ben: Person) -> None:
    for number in range(1, MANY + 1):
        nobody = Person(name=f"n{number}", digest_at="")
        case = Case(person=nobody, commune=home, opened_at=START, pseudonym="blue heron")
        session.add(case)
        note = case.hear("the heating is off", START)
        session.flush()
        session.add(note)
        case.bring(Topic.RENT, home, number)
        session.add(Care(case_id=case.id, person_id=ben.id, since=START))


def deciding(method: str, *, secret: bool) -> Fill:
    def fill(session: Session, home: Assembly, ben: Person) -> None:
        for number in range(1, MANY + 1):
            asked = Decision(
                assembly=home,
                number=number,
                title=f"Question {number}",
                opener=ben,
                opened_at=START,
                closes_at=START + timedelta(days=9),
                options=[Option(place=n, stance=s) for n, s in enumerate(("yes", "objection"), 1)],
                method=dump_method(METHODS[method]),
                secret=secret,
            )
            session.add(asked)
            session.flush()
            if secret:
                take_down(session, asked)

    return fill


def with_offices(session: Session, home: Assembly, ben: Person) -> None:
    election = Election(
        assembly=home,
        number=1,
        kind=Kind.OTHER,
        title="Keys",
        days=7,
        begun_at=START,
        stands_until=START,
    )
    session.add(election)
    session.flush()
    until = START + timedelta(days=99)
    for number in range(MANY):
        office = Office(
            assembly=home,
            election_id=election.id,
            person=ben,
            words=f"Key {number}",
            since=START,
            until=until,
        )
        session.add(office)


def with_councils(session: Session, home: Assembly, ben: Person) -> None:
    for number in range(1, MANY + 1):
        council = Assembly(
            sort=Sort.COUNCIL, name=f"Council {number}", language="en", zone="UTC", founded_at=START
        )
        seat = Seat(assembly=home, number=number, council=council, invited_at=START, since=START)
        session.add(seat)
        session.flush()
        send(session, seat, ben, START)


async def answer(scene: Scene, fill: Fill, chat: str, line: str) -> tuple[str, int]:
    """What Ben is told to a line, and how many buttons it has."""
    with scene.running.store.session() as session, session.begin():
        home = session.scalars(select(Assembly)).one()
        ben = session.scalars(select(Person).filter_by(name="Ben")).one()
        fill(session, home, ben)
        assert session.scalars(select(Membership).filter_by(person=ben)).first()
    await scene.say("ben", chat, line)
    (_, said) = (await scene.carry())[-1]
    return plain(said.text), len(said.keys)


OFFERS: list[tuple[str, Fill]] = [
    ("/care", with_cases),
    ("/tell", with_cases),
    ("/hand", with_cases),
    ("/secret", deciding("proposal", secret=True)),
    ("/object", deciding("consent", secret=False)),
    ("/objections", deciding("consent", secret=False)),
    ("/report", with_councils),
]
LISTS: list[tuple[str, Fill, int]] = [
    ("/cases", with_cases, MANY),
    ("/delegates", with_councils, MANY),
    ("/offices", with_offices, MANY + 1),
]


@pytest.mark.parametrize(("line", "fill"), OFFERS, ids=[line for line, _ in OFFERS])
async def test_a_question_offers_some_of_many(scene: Scene, line: str, fill: Fill) -> None:
    _, offered = await answer(scene, fill, "ben", line)
    assert offered == MOST_OFFERED


@pytest.mark.parametrize(("line", "fill", "there"), LISTS, ids=[line for line, _, _ in LISTS])
async def test_a_list_says_how_much_it_leaves_out(
    scene: Scene, line: str, fill: Fill, there: int
) -> None:
    told, _ = await answer(scene, fill, "g", line)
    assert len(told.splitlines()) == 1 + MOST_LISTED + 1
    assert told.splitlines()[-1] == f"… and {there - MOST_LISTED} more."
