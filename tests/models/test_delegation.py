"""Delegates and their reports: who may be sent where, and what they owe."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models.assembly import TERM, Assembly, Membership, Role, Sort, members_of
from models.base import Refused
from models.belonging import enter, membership_of
from models.delegation import councils_for, delegates, delegations_of, end, send
from models.meeting import Meeting, Plan
from models.person import Person
from models.report import ASKED_AFTER, LAPSES, Report, errands, last_reports, reports_due

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def wedding(session: Session) -> Assembly:
    """A commune."""
    return _assembly(session, "Wedding", Sort.KIEZ)


@pytest.fixture
def council(session: Session) -> Assembly:
    """A council."""
    return _assembly(session, "Council", Sort.COUNCIL)


@pytest.fixture
def ana(session: Session, wedding: Assembly) -> Person:
    """Who organises the commune."""
    return _member(session, "Ana", wedding, Role.ORGANISER)


@pytest.fixture
def ben(session: Session, wedding: Assembly) -> Person:
    """Who is sent."""
    return _member(session, "Ben", wedding)


def _assembly(session: Session, name: str, sort: Sort) -> Assembly:
    assembly = Assembly(name=name, sort=sort, language="en", zone="Europe/Berlin", founded_at=NOW)
    session.add(assembly)
    session.flush()
    return assembly


def _member(session: Session, name: str, assembly: Assembly, role: Role | None = None) -> Person:
    membership = Membership(person=Person(name=name), assembly=assembly, since=NOW)
    if role:
        membership.give(role, NOW)
    session.add(membership)
    session.flush()
    return membership.person


def _council_meeting(session: Session, council: Assembly, days: int) -> Meeting:
    meeting = Meeting(
        assembly=council,
        number=council.next_number("meeting"),
        title="Spring",
        starts_at=NOW + days * DAY,
        opened_at=NOW,
        plan=Plan.ON,
    )
    session.add(meeting)
    session.flush()
    return meeting


def test_nobody_is_sent_to_a_council_that_knows_neither_them_nor_their_assembly(
    session: Session, wedding: Assembly, council: Assembly, ana: Person, ben: Person
) -> None:
    assert list(councils_for(session, wedding, ana)) == []
    session.add(Membership(person=ana, assembly=council, since=NOW))
    assert list(councils_for(session, wedding, ana)) == [council]
    assert list(councils_for(session, wedding, ben)) == []
    send(session, wedding, council, ana, NOW)
    assert list(councils_for(session, wedding, ben)) == [council]
    council.closed_at = NOW
    assert list(councils_for(session, wedding, ana)) == []


def test_the_council_above_is_always_open(
    session: Session, wedding: Assembly, council: Assembly, ana: Person
) -> None:
    wedding.parent = council
    session.flush()
    assert list(councils_for(session, wedding, ana)) == [council]


def test_a_delegate_belongs_to_the_council_as_long_as_they_are_sent(
    session: Session, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    named, before = send(session, wedding, council, ben, NOW)
    assert before is None
    assert named.until == NOW + TERM
    assert members_of(session, council) == [ben]
    end(session, named, NOW + DAY)
    session.flush()
    assert members_of(session, council) == []
    with pytest.raises(Refused) as refused:
        end(session, named, NOW + DAY)
    assert refused.value.phrase.key == "delegation-over"


def test_who_belonged_before_stays(
    session: Session, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    session.add(Membership(person=ben, assembly=council, since=NOW))
    session.flush()
    named, _ = send(session, wedding, council, ben, NOW)
    end(session, named, NOW)
    session.flush()
    assert members_of(session, council) == [ben]


def test_who_is_sent_by_two_stays_until_both_have_ended(
    session: Session, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    first, _ = send(session, wedding, council, ben, NOW)
    moabit = _assembly(session, "Moabit", Sort.KIEZ)
    enter(session, ben, moabit, NOW)
    second, _ = send(session, moabit, council, ben, NOW)
    end(session, first, NOW)
    session.flush()
    assert members_of(session, council) == [ben]
    end(session, second, NOW)
    session.flush()
    assert members_of(session, council) == []


def test_another_replaces_and_the_same_gets_another_term(
    session: Session, wedding: Assembly, council: Assembly, ana: Person, ben: Person
) -> None:
    first, _ = send(session, wedding, council, ben, NOW)
    again, before = send(session, wedding, council, ben, NOW + DAY)
    assert again is first
    assert before is None
    assert again.until == NOW + DAY + TERM
    second, before = send(session, wedding, council, ana, NOW + DAY)
    assert before is first
    assert not first.is_live
    assert list(delegates(session, [council.id])) == [second]
    assert list(delegates(session, [wedding.id])) == [second]


def test_a_report_is_owed_until_it_is_written(
    session: Session, wedding: Assembly, council: Assembly, ana: Person, ben: Person
) -> None:
    seat, _ = send(session, wedding, council, ben, NOW)
    meeting = _council_meeting(session, council, 1)
    asked = meeting.starts_at + ASKED_AFTER
    assert reports_due(session, ben, asked - timedelta(seconds=1)) == []
    for whose in (ben, meeting, [wedding.id]):
        (errand,) = reports_due(session, whose, asked)
        assert (errand.delegation, errand.meeting) == (seat, meeting)
    assert reports_due(session, ana, asked) == []
    assert reports_due(session, ben, meeting.starts_at + LAPSES) == []
    report = Report(
        assembly=wedding,
        number=1,
        council=council,
        meeting=meeting,
        author=ben,
        written_at=asked,
        text="They want a march.",
    )
    session.add(report)
    session.flush()
    assert reports_due(session, ben, asked) == []
    assert list(last_reports(session, [wedding.id])) == [report]
    assert list(last_reports(session, [council.id])) == []


def test_who_left_those_who_sent_them_neither_owes_nor_reports(
    session: Session, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    seat, _ = send(session, wedding, council, ben, NOW)
    meeting = _council_meeting(session, council, 1)
    place = membership_of(session, ben, wedding)
    assert place is not None
    assert list(delegations_of(session, place)) == [seat]
    place.leave(NOW + DAY)
    session.flush()
    later = meeting.starts_at + DAY
    assert reports_due(session, [wedding.id], later) == []
    assert errands(session, ben, [council.id], later) == []


def test_nothing_is_owed_of_what_one_was_not_sent_to(
    session: Session, wedding: Assembly, council: Assembly, ben: Person
) -> None:
    before = _council_meeting(session, council, -1)
    seat, _ = send(session, wedding, council, ben, NOW)
    off = _council_meeting(session, council, 1)
    off.plan = Plan.OFF
    end(session, seat, NOW + 2 * DAY)
    after = _council_meeting(session, council, 3)
    session.flush()
    assert before.starts_at < NOW < after.starts_at
    assert reports_due(session, [wedding.id], NOW + 9 * DAY) == []


def test_who_belongs_to_both_sides_may_report_in_the_delegates_place(
    session: Session, wedding: Assembly, council: Assembly, ana: Person, ben: Person
) -> None:
    seat, _ = send(session, wedding, council, ben, NOW)
    assert errands(session, ana, [wedding.id], NOW) == []
    (errand,) = errands(session, ana, [wedding.id, council.id], NOW)
    assert (errand.delegation, errand.meeting, errand.until) == (seat, None, None)
    meeting = _council_meeting(session, council, 1)
    (errand,) = errands(session, ana, [wedding.id, council.id], meeting.starts_at + DAY)
    assert errand.ref == f"{seat.id}.{meeting.id}"
