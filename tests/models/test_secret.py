"""Secret votes: once, for good, and told to nobody, whoever leaves, links or is forgotten."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from bot.store import open_engine
from models.assembly import Assembly, Membership, Sort
from models.ballot import Elector
from models.ballots import count, drop_votes, missing_voters, missing_votes, take_down
from models.base import Base, Refused
from models.box import sealed, tables
from models.counting import Consent, Proposal, Ranked
from models.counting.column import dump_method
from models.counting.passing import Rule, dump
from models.decision import FEWEST_SECRET, Decision
from models.ending import Ending
from models.erasing import erase, hand_out
from models.linking import unite
from models.option import Option
from models.person import Person
from models.sealed import Envelope
from models.secret import (
    SecretBallot,
    cast,
    count_box,
    empty_box,
    may_cast,
    open_lost_boxes,
    throw_box_away,
)
from models.secret_reason import LONGEST_REASON, SecretReason, fetch_reasons
from models.sweeping import sweep
from tests.models.conftest import RING, everywhere

__all__ = ["everywhere"]

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
END = NOW + timedelta(days=1)


def vote(session: Session, size: int, *, ranked: bool = False) -> tuple[Decision, list[Person]]:
    """An open secret vote among so many people."""
    people = [Person(name=f"P{n}", language="", zone="", digest_at="08:00") for n in range(size)]
    assembly = Assembly(name="Wedding", language="en", zone="UTC", founded_at=NOW)
    session.add_all([assembly, *people])
    session.flush()
    for person in people:
        session.add(Membership(assembly=assembly, person=person, since=NOW))
    method = Ranked() if ranked else Proposal()
    decision = Decision(
        assembly=assembly,
        number=1,
        title="Who has the key?",
        opened_at=NOW,
        closes_at=END,
        binding=True,
        secret=True,
        method=dump_method(method),
        rule=dump(Rule()),
        options=[Option(place=n, words=f"{n}") for n in (1, 2, 3)],
    )
    session.add(decision)
    session.flush()
    take_down(session, decision)
    return decision, people


def close(session: Session, decision: Decision) -> None:
    decision.close(END, empty_box(session, decision, END))
    session.flush()


def test_a_vote_is_cast_once_and_counted_at_the_end(session: Session) -> None:
    decision, people = vote(session, 6)
    for n, person in enumerate(people):
        assert cast(session, decision.id, person.id, {1 + n % 2: 1})
    assert not cast(session, decision.id, people[0].id, {2: 1})
    count(session, [decision])
    assert decision.tally == {}
    close(session, decision)
    assert decision.outcome is Ending.TIED
    count(session, [decision])
    assert [decision.tally.get(option.id, 0) for option in decision.options] == [3, 3, 0]
    assert session.scalar(select(func.count()).select_from(SecretBallot)) == 6
    assert not [t for t in inspect(session.connection()).get_table_names() if "open_vote" in t]
    with pytest.raises(Refused, match="decision-closed-already"):
        cast(session, decision.id, people[0].id, {2: 1})


@pytest.mark.parametrize("voters", [4, 6])
def test_reasons_come_out_of_the_box_without_a_name(session: Session, voters: int) -> None:
    decision, people = vote(session, 7)
    decision.method = dump_method(Consent())
    for n, person in enumerate(people[:voters]):
        cast(session, decision.id, person.id, {3: 1}, f"Reason {n}" if n else "")
    close(session, decision)
    fetch_reasons(session, [decision])
    counted = {f"Reason {n}" for n in range(1, voters)} if voters >= FEWEST_SECRET else set()
    assert set(decision.reasons) == counted
    assert {column.name for column in SecretReason.__table__.columns} == {
        "id", "decision_id", "_words",
    }  # fmt: skip


def test_a_ballot_is_as_long_with_a_reason_as_without() -> None:
    ring, (_, box) = RING, tables(1)
    longest = ["", "short", "😀" * LONGEST_REASON, '"\\' * (LONGEST_REASON // 2)]
    kept: list[Envelope] = [sealed(box, "key", {3: 1}, reason) for reason in longest]
    assert len({len(envelope.bytes(ring)) for envelope in kept}) == 1


def test_a_ranking_is_kept_without_the_order_of_its_taps(session: Session) -> None:
    decision, people = vote(session, 5, ranked=True)
    for person in people:
        cast(session, decision.id, person.id, {2: 1, 1: 2, 3: 3})
    close(session, decision)
    kept = session.scalars(select(SecretBallot.marks)).all()
    assert all(list(marks) == ["1", "2", "3"] for marks in kept)
    assert decision.outcome is Ending.CHOSEN


def test_fewer_than_five_are_not_looked_at(session: Session) -> None:
    decision, people = vote(session, 9)
    for person in people[: FEWEST_SECRET - 1]:
        cast(session, decision.id, person.id, {1: 1})
    close(session, decision)
    assert (decision.outcome, decision.cast_votes) == (Ending.TOO_FEW, FEWEST_SECRET - 1)
    assert decision.result is not None
    assert decision.result["totals"] == {}
    assert session.scalar(select(func.count()).select_from(SecretBallot)) == 0
    count(session, [decision])
    assert decision.tally == {}


def test_nothing_tells_who_has_voted_before_the_end(session: Session) -> None:
    decision, people = vote(session, 6)
    cast(session, decision.id, people[0].id, {1: 1})
    count(session, [decision])
    assert (decision.cast_votes, decision.electorate) == (0, 6)
    assert missing_voters(session, decision) == people
    assert missing_votes(session, people[0], [decision.assembly_id]) == []
    assert missing_votes(session, people[1], [decision.assembly_id]) == [decision]
    for voter in people[:2]:
        shown = hand_out(session, voter)["electors"]
        assert all("voted" not in row for row in shown)
    with pytest.raises(Refused, match="secret-runs-on"):
        empty_box(session, decision, END - timedelta(hours=1))


def test_who_leaves_keeps_a_vote_that_is_cast_and_loses_one_that_is_not(session: Session) -> None:
    decision, people = vote(session, 7)
    for person in people[:5]:
        cast(session, decision.id, person.id, {1: 1})
    for person in (people[0], people[6]):
        query = select(Membership).where(Membership.person_id == person.id)
        membership = session.scalars(query).one()
        assert drop_votes(session, membership) == []
        count(session, [decision])
        assert decision.electorate == 7
    assert may_cast(session, decision, people[0]) is False
    with pytest.raises(Refused, match="decision-not-elector"):
        cast(session, decision.id, people[6].id, {1: 1})
    # Those who have come back since: nobody waits for a vote that cannot be cast.
    assert missing_voters(session, decision) == people[:6]
    waiting = [missing_votes(session, who, [decision.assembly_id]) for who in people]
    assert waiting == [[], [], [], [], [], [decision], []]
    count_box(session, decision)
    assert (decision.cast_votes, decision.electorate) == (5, 6)
    close(session, decision)
    assert (decision.cast_votes, decision.eligible) == (5, 6)


def test_whoever_has_no_vote_hears_who_votes_there(session: Session) -> None:
    decision, people = vote(session, 6)
    session.add(other := Person(name="Else"))
    session.flush()
    with pytest.raises(Refused, match="decision-not-elector"):
        may_cast(session, decision, other)
    decision.assembly.sort = Sort.COUNCIL
    with pytest.raises(Refused, match="decision-not-delegate"):
        may_cast(session, decision, other)
    assert may_cast(session, decision, people[0])


def test_who_is_forgotten_leaves_a_ballot_and_no_name(session: Session) -> None:
    decision, people = vote(session, 6)
    for person in people:
        cast(session, decision.id, person.id, {1: 1})
    erase(session, [people[0].id])
    close(session, decision)
    assert decision.cast_votes == 6
    voters = set(session.scalars(select(Elector.person_id).where(Elector.voted.is_(True))))
    assert voters == {person.id for person in people[1:]}


def test_linking_waits_where_both_could_vote_and_goes_on_where_one_could(session: Session) -> None:
    decision, people = vote(session, 5)
    with pytest.raises(Refused, match="link-waits-secret"):
        unite(session, people[0], people[1])
    # The elder could not vote, the younger could.
    elder = Person(name="Elder", language="", zone="", digest_at="08:00")
    session.add(elder)
    session.flush()
    cast(session, decision.id, people[4].id, {1: 1})
    kept = unite(session, elder, people[4])
    session.flush()
    assert may_cast(session, decision, kept) is False


def test_its_quorum_is_counted_from_the_box(session: Session) -> None:
    decision, people = vote(session, 6)
    decision.rule = dump(Rule(quorum=Fraction(1), extends=True))
    for person in people[:5]:
        cast(session, decision.id, person.id, {1: 1})
    count(session, [decision])
    count_box(session, decision)
    assert decision.lacks_quorum()
    cast(session, decision.id, people[5].id, {1: 1})
    count_box(session, decision)
    assert not decision.lacks_quorum()


def test_restored_it_begins_anew_and_thrown_away_nothing_is_left(session: Session) -> None:
    decision, people = vote(session, 5)
    cast(session, decision.id, people[0].id, {1: 1})
    throw_box_away(session, decision)
    assert open_lost_boxes(session) == 1
    assert may_cast(session, decision, people[0])


def test_what_is_kept_of_it_goes_after_thirty_days(session: Session) -> None:
    decision, people = vote(session, 5)
    for person in people:
        cast(session, decision.id, person.id, {1: 1})
    close(session, decision)
    sweep(session, END + timedelta(days=29))
    assert session.scalar(select(func.count()).select_from(SecretBallot)) == 5
    sweep(session, END + timedelta(days=31))
    for table in (SecretBallot, Elector):
        assert session.scalar(select(func.count()).select_from(table)) == 0
    count(session, [decision])
    assert decision.cast_votes == 5


def test_votes_that_race_the_close_are_counted_or_refused(postgres_url: str) -> None:
    """On PostgreSQL, where many write at once: whoever is told that it is in, is counted."""
    engine = open_engine(postgres_url, RING)
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        decision, people = vote(session, 40)
        number, voters = decision.id, [person.id for person in people]
    heard: list[int] = []
    start = threading.Barrier(9)

    def some(mine: list[int]) -> None:
        start.wait()
        for person in mine:
            try:
                with Session(engine) as session, session.begin():
                    cast(session, number, person, {1: 1})
            except Refused:
                continue
            heard.append(person)

    threads = [threading.Thread(target=some, args=(voters[n::8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    start.wait()
    while len(heard) < FEWEST_SECRET:
        threads[0].join(0.001)
    with Session(engine) as session, session.begin():
        close(session, session.get_one(Decision, number))
    for thread in threads:
        thread.join()
    with Session(engine) as session:
        assert session.get_one(Decision, number).cast_votes == len(heard)
    engine.dispose()
