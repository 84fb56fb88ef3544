"""Objections: who may read which, and that nothing of them is readable on the disk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from models.assembly import Assembly
from models.ballot import Ballot
from models.base import Refused
from models.counting import Consent, Proposal
from models.counting.column import dump_method
from models.decision import Decision
from models.erasing import erase
from models.objection import (
    Objection,
    fetch_objections,
    keep_one,
    must_take_objections,
    of_person,
)
from models.option import Option
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def proposed(session: Session, method: object) -> Decision:
    home = Assembly(name="Wedding", language="de", zone="UTC", founded_at=NOW)
    stances = ("consent", "abstain", "objection")
    decision = Decision(
        assembly=home,
        number=1,
        title="?",
        opened_at=NOW,
        closes_at=NOW + timedelta(days=1),
        method=dump_method(method),  # type: ignore[arg-type]
        options=[Option(place=n, stance=stance) for n, stance in enumerate(stances, 1)],
    )
    session.add(decision)
    session.flush()
    return decision


def objected(session: Session, decision: Decision, number: int, *, private: bool) -> Objection:
    made = Objection(
        assembly=decision.assembly,
        number=number,
        decision=decision,
        person=Person(name=f"P{number}"),
        private=private,
        made_at=NOW,
    )
    made.reason = "my landlord threatens me"
    session.add(made)
    session.flush()
    return made


def test_a_private_reason_is_for_its_author_and_the_facilitators(session: Session) -> None:
    decision = proposed(session, Consent())
    hidden, open_ = (objected(session, decision, n, private=n == 1) for n in (1, 2))
    other = Person(name="Other")
    session.add(other)
    session.flush()
    assert hidden.read_by(hidden.person, facilitates=False)
    assert hidden.read_by(other, facilitates=True)
    assert not hidden.read_by(other, facilitates=False)
    assert open_.read_by(other, facilitates=False)
    assert (hidden.title, open_.title) == ("", "my landlord threatens me")
    kept = session.execute(text("SELECT _reason FROM objections")).scalars().all()
    assert all(b"landlord" not in one for one in kept)


def test_only_those_that_stand_are_shown_and_only_answered(session: Session) -> None:
    decision = proposed(session, Consent())
    first, second = (objected(session, decision, n, private=False) for n in (1, 2))
    first.ended_at = NOW
    fetch_objections(session, [decision])
    assert decision.objections == [second]
    second.respond(first.person, "we wait")
    assert (second.answer, second.answered_by_id) == ("we wait", first.person_id)
    with pytest.raises(Refused, match="objection-over"):
        first.respond(second.person, "too late")


def test_nothing_is_objected_to_elsewhere_or_in_secret(session: Session) -> None:
    decision = proposed(session, Proposal())
    with pytest.raises(Refused, match="objection-not-here"):
        must_take_objections(decision)
    secret = proposed(session, Consent())
    secret.secret = True
    with pytest.raises(Refused, match="objection-in-ballot"):
        must_take_objections(secret)


def test_it_goes_with_whoever_made_it(session: Session) -> None:
    decision = proposed(session, Consent())
    made = objected(session, decision, 1, private=True)
    person = made.person
    session.expunge(made)
    erase(session, [person.id])
    assert of_person(session, decision, person) is None


@pytest.mark.parametrize(("answer", "left"), [(1, []), (3, [1])])
def test_of_one_human_who_had_voted_twice_one_reason_stays_if_the_vote_gives_it(
    session: Session, answer: int, left: list[int]
) -> None:
    decision = proposed(session, Consent())
    one, other = (objected(session, decision, n, private=False) for n in (1, 2))
    other.person = one.person
    option = decision.options[answer - 1]
    session.add(Ballot(decision_id=decision.id, person_id=one.person.id, option_id=option.id))
    keep_one(session, [decision], one.person, NOW)
    fetch_objections(session, [decision])
    assert [objection.number for objection in decision.objections] == left
