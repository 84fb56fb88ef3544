from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.assembly import Assembly, Membership, Sort
from models.ballot import Ballot
from models.ballots import count as count_votes
from models.ballots import take_down
from models.base import Refused
from models.counting import Choice, Method, Opinion, Proposal, Ranked
from models.counting.column import dump_method
from models.counting.mandates import Weighing
from models.decision import Decision
from models.item import (
    LONGEST_WAY,
    SHORTEST,
    Item,
    call_up,
    deadline_below,
    fetch_mandates,
    must_fit,
    must_last,
    shares_of,
    time_needed,
)
from models.person import Person
from models.referral import Referral, Stand, referrals_of, still_out, to_be_sent
from models.seat import Seat, is_below, levels_below, people_below, seat_for
from models.stances import fresh_options

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
DOORS = count(1)


def assembly(session: Session, sort: Sort = Sort.KIEZ, *people: Person) -> Assembly:
    door = f"{next(DOORS)}"
    home = Assembly(
        name=door, sort=sort, language="en", zone="UTC", founded_at=NOW, door=door, counters={}
    )
    home.memberships = [Membership(person=person, since=NOW) for person in people]
    session.add(home)
    session.flush()
    return home


def council(session: Session, *guests: Assembly) -> Assembly:
    home = assembly(session, Sort.COUNCIL)
    for guest in guests:
        sit(session, home, guest)
    return home


def sit(session: Session, home: Assembly, guest: Assembly) -> Seat:
    seat = seat_for(session, home, guest, NOW)
    seat.take(NOW)
    session.flush()
    return seat


def item(
    session: Session, home: Assembly, weighing: Weighing = Weighing.EACH, *, secret: bool = False
) -> Item:
    fresh = Item(
        assembly=home,
        number=home.next_number("decision"),
        title="?",
        opened_at=NOW,
        closes_at=NOW + WEEK,
        binding=True,
        method=dump_method(Proposal()),
        weighing=weighing,
        secret=secret,
        options=fresh_options(Proposal(), ()),
    )
    session.add(fresh)
    session.flush()
    return fresh


def people(number: int) -> list[Person]:
    return [Person(name=f"Person {place}") for place in range(number)]


@given(st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=400)))
def test_those_below_decide_before_those_above_and_not_at_once(length: timedelta) -> None:
    below = deadline_below(NOW, NOW + length)
    assert NOW < below < NOW + length
    assert NOW + length - below <= LONGEST_WAY


@given(st.integers(0, 8), st.timedeltas(timedelta(0), timedelta(days=9)))
def test_an_item_lasts_as_long_as_the_way_down(levels: int, more: timedelta) -> None:
    length = time_needed(levels) + more
    must_last(NOW, NOW + length, levels)
    closes = NOW + length
    for _ in range(min(levels, 2)):
        assert closes - NOW >= SHORTEST
        closes = deadline_below(NOW, closes)
    with pytest.raises(Refused, match="item-too-short"):
        must_last(NOW, NOW + time_needed(levels) - timedelta(seconds=1), levels)


@pytest.mark.parametrize("method", [Opinion(), Ranked(seats=2)])
def test_what_assemblies_cannot_answer_together_is_refused(method: Method) -> None:
    with pytest.raises(Refused, match="item-unfit"):
        must_fit(method)
    must_fit(Choice())


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_no_council_sits_under_itself(session: Session, depth: int) -> None:
    first = below = council(session)
    for _ in range(depth):
        below = council(session, below)
    with pytest.raises(Refused, match="seat-circle"):
        seat_for(session, first, below, NOW)
    with pytest.raises(Refused, match="refused-not-there"):
        seat_for(session, first, first, NOW)
    assert is_below(session, first, below)
    assert not is_below(session, below, first)


def test_people_below_are_counted_once(session: Session) -> None:
    ana, ben, cem, dia = people(4)
    one, two = assembly(session, Sort.KIEZ, ana, ben), assembly(session, Sort.KIEZ, ben, cem)
    district = council(session, one, two)
    city = council(session, district, two, assembly(session))
    district.memberships.append(Membership(person=dia, since=NOW))
    two.memberships[1].leave(NOW)
    session.flush()
    found = people_below(session, [one.id, two.id, district.id, city.id])
    assert found == {one.id: 2, two.id: 1, district.id: 2, city.id: 2}


def test_levels_are_those_of_the_longest_way(session: Session) -> None:
    base = assembly(session)
    district = council(session, base)
    city = council(session, base, district)
    assert [levels_below(session, one) for one in (base, district, city)] == [0, 1, 2]
    assert levels_below(session, council(session)) == 0


def test_weights_are_those_of_the_referral(session: Session) -> None:
    one, two = assembly(session, Sort.KIEZ, *people(3)), assembly(session)
    home = council(session, one, two)
    asked = item(session, home, Weighing.MEMBERS)
    call_up(session, asked)
    one.memberships += [Membership(person=person, since=NOW) for person in people(2)]
    late = sit(session, home, assembly(session, Sort.KIEZ, *people(4)))
    fetch_mandates(session, [asked])
    assert [one.weight for one in asked.referrals] == [3, 0]
    call_up(session, asked, but={one.seat_id for one in asked.referrals})
    fetch_mandates(session, [asked])
    assert [one.weight for one in asked.referrals] == [3, 0, 4]
    assert asked.referrals[-1].seat is late


@pytest.mark.parametrize(
    ("votes", "bound", "split"),
    [
        ([1, 1, 2], {1: 1}, {1: Fraction(2, 3), 2: Fraction(1, 3)}),
        ([1, 2, 2, 3], {2: 1}, {1: Fraction(1, 4), 2: Fraction(1, 2), 3: Fraction(1, 4)}),
        ([1, 2], {}, {1: Fraction(1, 2), 2: Fraction(1, 2)}),
        ([], {}, {}),
    ],
)
def test_an_ended_decision_gives_its_mandate(
    session: Session, votes: list[int], bound: object, split: object
) -> None:
    voters = people(4)
    home = assembly(session, Sort.KIEZ, *voters)
    decision = Decision(
        assembly=home,
        number=1,
        title="?",
        opened_at=NOW,
        closes_at=NOW + WEEK,
        binding=True,
        method=dump_method(Proposal()),
        options=fresh_options(Proposal(), ()),
    )
    session.add(decision)
    session.flush()
    take_down(session, decision)
    rows = [
        {
            "decision_id": decision.id,
            "person_id": who.id,
            "option_id": decision.options[place - 1].id,
        }
        for who, place in zip(voters, votes, strict=False)
    ]
    if rows:
        session.execute(insert(Ballot), rows)
    count_votes(session, [decision])
    assert shares_of(decision, Weighing.EACH) == {}
    decision.close(NOW + WEEK)
    assert shares_of(decision, Weighing.EACH) == shares_of(decision, Weighing.MEMBERS) == bound
    assert shares_of(decision, Weighing.SPLIT) == split


def test_a_free_word_counts_once_the_base_stands_by_it(session: Session) -> None:
    ana, ben = people(2)
    asked = item(session, council(session, assembly(session, Sort.KIEZ, ana, ben)))
    call_up(session, asked, Stand.HELD)
    (referral,) = referrals_of(session, [asked.id])
    assert referral.speak(ana, 2)
    session.flush()
    assert not referral.speak(ana, 2)
    assert referral.speak(ben, 2)
    assert not referral.mandate.given
    referral.ratify(ratified=True)
    assert referral.mandate.shares == {2: 1}
    with pytest.raises(Refused, match="item-not-free"):
        referral.speak(ana, 1)
    referral.ratify(ratified=False)
    assert not referral.mandate.given


def test_what_is_called_back_or_missing_counts_nothing(session: Session) -> None:
    one, two = assembly(session), assembly(session)
    asked = item(session, council(session, one, two))
    call_up(session, asked)
    first, second = referrals_of(session, [asked.id])
    assert list(to_be_sent(session, asked.id)) == [first.id, second.id]
    first.settle({1: Fraction(1)})
    assert still_out(session, asked.id, asked_again=False)
    second.settle({})
    session.flush()
    assert still_out(session, asked.id, asked_again=True)
    assert not still_out(session, asked.id, asked_again=False)
    second.call_back()
    session.flush()
    assert not still_out(session, asked.id, asked_again=True)
    assert not to_be_sent(session, asked.id)
    fetch_mandates(session, [asked])
    assert asked.lives == [first]
    assert (asked.standing().totals, asked.cast_votes) == ({1: 1, 2: 0, 3: 0}, 1)
    first.settle({})
    assert (first.stand, first.mandate.given) == (Stand.NONE, False)


def test_mandates_are_never_secret(session: Session) -> None:
    asked = item(session, council(session), secret=True)
    assert (asked.secret, asked.shows_tally) == (False, True)


def test_a_referral_brings_what_is_decided_about_it(session: Session) -> None:
    asked = item(session, council(session, assembly(session)))
    call_up(session, asked)
    (number,) = to_be_sent(session, asked.id)
    session.expire_all()
    (found,) = Referral.fetch(session, [number], [])
    assert found.item is asked
    assert found.decision is None
