"""Arguments are read in a fair order, and nobody says too many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models.argument import MOST_ARGUMENTS, Side, argue, in_turn, unsay
from models.assembly import Assembly
from models.base import Refused
from models.decision import Decision
from models.erasing import erase
from models.option import Option
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def people(session: Session) -> list[Person]:
    found = [Person(name=f"P{number}") for number in range(6)]
    session.add_all(found)
    session.flush()
    return found


def asked(session: Session, number: int = 1) -> Decision:
    home = Assembly(name="Wedding", language="de", zone="UTC", founded_at=NOW)
    decision = Decision(
        assembly=home,
        number=number,
        title="?",
        opened_at=NOW,
        closes_at=NOW + timedelta(days=1),
        options=[Option(place=1, stance="yes"), Option(place=2, stance="no")],
    )
    session.add(decision)
    session.flush()
    return decision


def test_sides_take_turns_and_the_order_stays(session: Session, people: list[Person]) -> None:
    decision = asked(session)
    for number, person in enumerate(people):
        side = Side.FOR if number % 3 else Side.AGAINST
        argue(session, decision, person, side, f"reason {number}", now=NOW)
    first = in_turn(session, decision)
    assert first == in_turn(session, decision)
    assert len({one.side for one in first[:2]}) == len({one.side for one in first[2:4]}) == 2
    assert (decision.reasons_for, decision.reasons_against) == (4, 2)


def test_neither_the_first_nor_one_side_always_leads(
    session: Session, people: list[Person]
) -> None:
    leaders, sides = set(), set()
    for _ in range(20):
        decision = asked(session)
        for person in people[:2]:
            for side in Side:
                argue(session, decision, person, side, "why", now=NOW)
        leading = in_turn(session, decision)[0]
        leaders.add(leading.person_id)
        sides.add(leading.side)
    assert len(leaders) == len(sides) == 2


def test_three_on_a_side_are_enough(session: Session, people: list[Person]) -> None:
    decision = asked(session)
    for number in range(MOST_ARGUMENTS):
        argue(session, decision, people[0], Side.FOR, f"reason {number}", now=NOW)
    with pytest.raises(Refused, match="argument-enough"):
        argue(session, decision, people[0], Side.FOR, "one more", now=NOW)
    argue(session, decision, people[0], Side.AGAINST, "but", now=NOW)
    with pytest.raises(Refused, match="argument-said-already"):
        argue(session, decision, people[0], Side.AGAINST, "BUT", now=NOW)


def test_only_the_author_takes_it_back(session: Session, people: list[Person]) -> None:
    decision = asked(session)
    made = argue(session, decision, people[0], Side.FOR, "why", now=NOW)
    with pytest.raises(Refused, match="argument-not-yours"):
        unsay(session, made, people[1])
    unsay(session, made, people[0])
    assert (in_turn(session, decision), decision.reasons_for) == ([], 0)


def test_whoever_is_forgotten_leaves_the_reason_without_a_name(
    session: Session, people: list[Person]
) -> None:
    decision = asked(session)
    argue(session, decision, people[0], Side.FOR, "why", now=NOW)
    erase(session, [people[0].id])
    session.expire_all()
    (left,) = in_turn(session, decision)
    assert (left.words, left.person) == ("why", None)
