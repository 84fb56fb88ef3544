"""Delegates and their reports: who may be sent where, and what they owe."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, object_session

from models.assembly import Assembly, Membership, Role, Sort, members_of
from models.base import Refused
from models.belonging import enter, membership_of
from models.delegation import (
    delegates,
    delegations_of,
    end,
    in_seat,
    move_up,
    relieve,
    send,
    terms_in_a_row,
)
from models.meeting import Plan
from models.person import Person
from models.report import ASKED_AFTER, LAPSES, Report, errands, last_reports, reports_due
from models.seat import Seat
from tests.models.councils import NOW, assembly_named, meeting_in

DAY = timedelta(days=1)


@pytest.fixture
def wedding(session: Session) -> Assembly:
    """A commune."""
    return assembly_named(session, "Wedding", Sort.KIEZ)


@pytest.fixture
def council(session: Session) -> Assembly:
    """A council."""
    return assembly_named(session, "Council", Sort.COUNCIL)


@pytest.fixture
def ana(session: Session, wedding: Assembly) -> Person:
    """Who organises the commune."""
    return _member(session, "Ana", wedding, Role.ORGANISER)


@pytest.fixture
def ben(session: Session, wedding: Assembly) -> Person:
    """Who is sent."""
    return _member(session, "Ben", wedding)


def _member(session: Session, name: str, assembly: Assembly, role: Role | None = None) -> Person:
    membership = Membership(person=Person(name=name), assembly=assembly, since=NOW)
    if role:
        membership.give(role, NOW)
    session.add(membership)
    session.flush()
    return membership.person


def _seat(assembly: Assembly, council: Assembly) -> Seat:
    seat = Seat(
        assembly=assembly,
        number=assembly.next_number("seat"),
        council=council,
        invited_at=NOW,
        since=NOW,
    )
    object_session(council).add(seat)  # type: ignore[union-attr]
    return seat


@pytest.fixture
def seat(session: Session, wedding: Assembly, council: Assembly) -> Seat:
    """The commune's, in the council."""
    return _seat(wedding, council)


def test_nobody_is_sent_where_there_is_no_seat_and_nobody_who_does_not_belong(
    session: Session, seat: Seat, ben: Person, council: Assembly
) -> None:
    stranger = _member(session, "Zoe", council)
    with pytest.raises(Refused) as refused:
        send(session, seat, stranger, NOW)
    assert refused.value.phrase.key == "refused-person"
    seat.give_up(NOW)
    with pytest.raises(Refused) as refused:
        send(session, seat, ben, NOW)
    assert refused.value.phrase.key == "seat-not-held"


def test_a_delegate_belongs_to_the_council_as_long_as_they_are_sent(
    session: Session, seat: Seat, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    named, before = send(session, seat, ben, NOW)
    assert before is None
    assert named.until == wedding.term_from(NOW)
    assert members_of(session, council) == [ben]
    end(session, named, NOW + DAY)
    session.flush()
    assert members_of(session, council) == []
    with pytest.raises(Refused) as refused:
        end(session, named, NOW + DAY)
    assert refused.value.phrase.key == "delegation-over"


def test_who_is_sent_by_two_stays_until_both_have_ended(
    session: Session, seat: Seat, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    first, _ = send(session, seat, ben, NOW)
    moabit = assembly_named(session, "Moabit", Sort.KIEZ)
    enter(session, ben, moabit, NOW)
    second, _ = send(session, _seat(moabit, council), ben, NOW)
    end(session, first, NOW)
    session.flush()
    assert members_of(session, council) == [ben]
    end(session, second, NOW)
    session.flush()
    assert members_of(session, council) == []


def test_another_replaces_and_the_same_gets_another_term(
    session: Session, seat: Seat, ana: Person, ben: Person
) -> None:
    first, _ = send(session, seat, ben, NOW)
    again, before = send(session, seat, ben, NOW + DAY)
    assert before is first
    assert members_of(session, seat.council) == [ben]
    assert again.until == seat.assembly.term_from(NOW + DAY)
    assert terms_in_a_row(session, seat, ben) == 2
    second, before = send(session, seat, ana, NOW + 2 * DAY)
    assert before is again
    assert terms_in_a_row(session, seat, ben) == 0
    assert list(delegates(session, [seat.council.id])) == [second]
    assert list(delegates(session, [seat.assembly.id])) == [second]


def test_the_deputy_moves_up_and_owes_nothing_of_the_time_before(
    session: Session, seat: Seat, ana: Person, ben: Person
) -> None:
    delegate, _ = send(session, seat, ben, NOW)
    deputy, _ = send(session, seat, ana, NOW, deputy=True)
    assert move_up(session, seat, NOW) is None
    meeting = meeting_in(session, seat.council, 1)
    end(session, delegate, NOW + 2 * DAY)
    assert move_up(session, seat, NOW + 2 * DAY) is deputy
    assert in_seat(session, seat) is deputy
    assert reports_due(session, ana, meeting.starts_at + DAY) == []
    assert [one.delegation for one in reports_due(session, [seat.assembly.id], NOW + 3 * DAY)] == [
        delegate
    ]


def test_a_council_belongs_to_those_who_are_sent_once_anybody_is(
    session: Session, seat: Seat, council: Assembly, ana: Person, ben: Person
) -> None:
    founder = enter(session, ana, council, NOW)
    assert relieve(session, council, NOW) == []
    send(session, seat, ben, NOW)
    assert relieve(session, council, NOW) == [founder]
    assert members_of(session, council) == [ben]
    assert relieve(session, council, NOW) == []


def test_a_report_is_owed_until_it_is_written(
    session: Session, seat: Seat, ana: Person, ben: Person
) -> None:
    sent, _ = send(session, seat, ben, NOW)
    meeting = meeting_in(session, seat.council, 1)
    asked = meeting.starts_at + ASKED_AFTER
    assert reports_due(session, ben, asked - timedelta(seconds=1)) == []
    for whose in (ben, meeting, [seat.assembly.id]):
        (errand,) = reports_due(session, whose, asked)
        assert (errand.delegation, errand.meeting) == (sent, meeting)
    assert reports_due(session, ana, asked) == []
    assert reports_due(session, ben, meeting.starts_at + LAPSES) == []
    report = Report(
        assembly=seat.assembly,
        number=1,
        council=seat.council,
        meeting=meeting,
        author=ben,
        written_at=asked,
        text="They want a march.",
    )
    session.add(report)
    session.flush()
    assert reports_due(session, ben, asked) == []
    assert list(last_reports(session, [seat.assembly.id])) == [report]
    assert list(last_reports(session, [seat.council.id])) == []


def test_who_left_those_who_sent_them_neither_owes_nor_reports(
    session: Session, seat: Seat, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    sent, _ = send(session, seat, ben, NOW)
    meeting = meeting_in(session, council, 1)
    place = membership_of(session, ben, wedding)
    assert place is not None
    assert list(delegations_of(session, place)) == [sent]
    place.leave(NOW + DAY)
    session.flush()
    later = meeting.starts_at + DAY
    assert reports_due(session, [wedding.id], later) == []
    assert errands(session, ben, [council.id], later) == []


def test_nothing_is_owed_of_what_one_was_not_sent_to(
    session: Session, seat: Seat, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    before = meeting_in(session, council, -1)
    sent, _ = send(session, seat, ben, NOW)
    off = meeting_in(session, council, 1)
    off.plan = Plan.OFF
    end(session, sent, NOW + 2 * DAY)
    after = meeting_in(session, council, 3)
    session.flush()
    assert before.starts_at < NOW < after.starts_at
    assert reports_due(session, [wedding.id], NOW + 9 * DAY) == []


def test_the_deputy_may_report_in_the_delegates_place_and_nobody_else(
    session: Session, seat: Seat, ana: Person, ben: Person
) -> None:
    sent, _ = send(session, seat, ben, NOW)
    session.add(Membership(person=ana, assembly=seat.council, since=NOW))
    session.flush()
    assert errands(session, ana, [seat.assembly_id, seat.council_id], NOW) == []
    send(session, seat, ana, NOW, deputy=True)
    (errand,) = errands(session, ana, [seat.assembly_id], NOW)
    assert (errand.delegation, errand.meeting, errand.until) == (sent, None, None)
    meeting = meeting_in(session, seat.council, 1)
    (errand,) = errands(session, ana, [seat.assembly_id], meeting.starts_at + DAY)
    assert errand.ref == f"{sent.id}.{meeting.id}"
