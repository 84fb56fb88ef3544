"""Reports: until when they are owed, by whom, what a draft knows, and what is asked back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from models.assembly import Membership, Sort
from models.base import Refused
from models.counting.mandates import Weighing
from models.delegation import Delegation, end, move_up, send
from models.ending import Ending
from models.inquiry import Inquiry, must_take_questions, open_inquiries
from models.item import Item
from models.meeting import Meeting, Plan
from models.news import MOST_NEWS, news
from models.person import Person
from models.referral import Referral, Stand
from models.report import ASKED_AFTER, LAPSES, Errand, Report, errand_of, misses, reports_due
from models.seat import Seat
from models.statutes import Article, statutes_of
from tests.models.councils import NOW, assembly_named, meeting_in

DAY = timedelta(days=1)


@pytest.fixture
def seat(session: Session) -> Seat:
    """Wedding, to which Ana, Ben and Cem belong, sits in a council."""
    wedding = assembly_named(session, "Wedding", Sort.KIEZ)
    council = assembly_named(session, "Council", Sort.COUNCIL)
    for name in ("Ana", "Ben", "Cem"):
        session.add(Membership(person=Person(name=name), assembly=wedding, since=NOW))
    held = Seat(assembly=wedding, number=1, council=council, invited_at=NOW, since=NOW)
    session.add(held)
    session.flush()
    return held


@pytest.fixture
def ben(session: Session, seat: Seat) -> Delegation:
    """Ben goes there."""
    return _sent(session, seat, "Ben")


def _who(seat: Seat, name: str) -> Person:
    return next(m.person for m in seat.assembly.memberships if m.person.name == name)


def _sent(session: Session, seat: Seat, name: str, *, deputy: bool = False) -> Delegation:
    made, _ = send(session, seat, _who(seat, name), NOW, deputy=deputy)
    session.flush()
    return made


def _reported(session: Session, seat: Seat, at: datetime, meeting: Meeting | None = None) -> Report:
    report = Report(
        assembly=seat.assembly,
        number=seat.assembly.next_number("report"),
        council=seat.council,
        meeting=meeting,
        author=_who(seat, "Ben"),
        written_at=at,
        text="They want a march.",
    )
    session.add(report)
    session.flush()
    return report


def _decided(session: Session, seat: Seat, title: str, at: datetime) -> Item:
    item = Item(
        assembly=seat.council,
        number=seat.council.next_number("decision"),
        title=title,
        opened_at=NOW,
        closes_at=at,
        closed_at=at,
        outcome=Ending.PASSED,
        weighing=Weighing.EACH,
    )
    session.add(item)
    session.flush()
    return item


def _owed(session: Session, sent: Delegation, meeting: Meeting, now: datetime) -> Errand:
    found = errand_of(session, sent, meeting, now)
    assert found is not None
    return found


def test_the_statutes_of_those_who_wait_say_until_when(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    meeting = meeting_in(session, seat.council, 1)
    asked = meeting.starts_at + ASKED_AFTER
    assert errand_of(session, ben, meeting, asked - timedelta(seconds=1)) is None
    assert _owed(session, ben, meeting, asked).until == meeting.starts_at + 3 * DAY
    statutes = statutes_of(session, seat.assembly)
    session.add(statutes)
    statutes.put(Article.REPORTING, "14")
    session.flush()
    assert _owed(session, ben, meeting, asked).until == meeting.starts_at + 14 * DAY
    assert errand_of(session, ben, meeting, meeting.starts_at + LAPSES) is None


def test_misses_are_counted_in_a_row_up_to_the_last_report_in_time(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    first, second, third = (meeting_in(session, seat.council, days) for days in (1, 8, 15))
    after = third.starts_at + 4 * DAY
    errand = _owed(session, ben, third, after)
    assert misses(session, errand, after) == 3
    assert misses(session, errand, third.starts_at + DAY) == 2
    _reported(session, seat, first.starts_at + DAY, first)
    assert misses(session, errand, after) == 2
    _reported(session, seat, second.starts_at + 5 * DAY, second)
    assert misses(session, errand, after) == 2
    _reported(session, seat, third.starts_at + DAY, third)
    assert misses(session, errand, after) == 0


def test_what_was_called_off_or_lay_before_is_no_miss(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    meeting_in(session, seat.council, -1)
    off, met = meeting_in(session, seat.council, 1), meeting_in(session, seat.council, 8)
    off.plan = Plan.OFF
    session.flush()
    after = met.starts_at + 4 * DAY
    assert misses(session, _owed(session, ben, met, after), after) == 1


def test_a_deputy_who_has_moved_up_owes_nothing_of_before(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    cem = _sent(session, seat, "Cem", deputy=True)
    before = meeting_in(session, seat.council, 1)
    end(session, ben, NOW + 2 * DAY)
    assert move_up(session, seat, NOW + 2 * DAY) is cem
    met = meeting_in(session, seat.council, 8)
    after = met.starts_at + 4 * DAY
    owed = reports_due(session, [seat.assembly_id], after)
    assert [(one.delegation, one.meeting) for one in owed] == [(ben, before), (cem, met)]
    assert misses(session, owed[1], after) == 1
    end(session, cem, after)
    session.flush()
    assert len(reports_due(session, [seat.assembly_id], after)) == 2


def test_news_begin_after_the_last_report_and_say_what_was_said_there(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    old = _decided(session, seat, "Old", NOW + DAY)
    assert [item for item, _ in news(session, ben)] == [old]
    _reported(session, seat, NOW + 2 * DAY)
    march, party = (_decided(session, seat, title, NOW + 3 * DAY) for title in ("March", "Party"))
    given = Referral(item=march, seat=seat, weight=1, stand=Stand.GIVEN, shares={"1": "1"})
    session.add(given)
    other = assembly_named(session, "Moabit", Sort.KIEZ)
    theirs = Seat(assembly=other, number=1, council=seat.council, invited_at=NOW, since=NOW)
    session.add_all([theirs, Referral(item=party, seat=theirs, weight=1, stand=Stand.GIVEN)])
    _decided(session, seat, "Withdrawn", NOW + 3 * DAY).outcome = Ending.WITHDRAWN
    session.flush()
    assert news(session, ben) == [(march, given), (party, None)]


def test_news_are_at_most_what_fits(session: Session, seat: Seat, ben: Delegation) -> None:
    titles = [str(number) for number in range(MOST_NEWS + 2)]
    for title in titles:
        _decided(session, seat, title, NOW + DAY)
    assert [item.title for item, _ in news(session, ben)] == titles[2:]


def test_it_takes_as_many_queries_however_much_there_is(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    statements: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *a: statements.append(a[2]))

    def cost() -> int:
        session.flush()
        session.expire_all()
        assert ben.council
        statements.clear()
        for item, _ in news(session, ben):
            assert item.options == []
        reports_due(session, [seat.assembly_id], NOW + 5 * DAY)
        return len(statements)

    _decided(session, seat, "One", NOW + DAY)
    meeting_in(session, seat.council, 1)
    few = cost()
    for title in ("Two", "Three", "Four"):
        _decided(session, seat, title, NOW + DAY)
        meeting_in(session, seat.council, 2)
    assert cost() <= few


def test_questions_go_to_whoever_wrote_it_and_are_answered_by_them(
    session: Session, seat: Seat, ben: Delegation
) -> None:
    report = _reported(session, seat, NOW)
    ana = _who(seat, "Ana")
    assert must_take_questions(report, ana) is ben.person
    with pytest.raises(Refused, match="inquiry-to-yourself"):
        must_take_questions(report, ben.person)
    aloud, whispered = (
        Inquiry(
            assembly=seat.assembly,
            number=seat.assembly.next_number("question"),
            report=report,
            person=ana,
            aloud=loud,
            asked_at=NOW,
            words="When?",
        )
        for loud in (True, False)
    )
    session.add_all([aloud, whispered])
    session.flush()
    assert list(open_inquiries(session, [seat.assembly_id])) == [aloud]
    with pytest.raises(Refused, match="inquiry-not-yours"):
        aloud.respond(session, ana, "At noon", NOW)
    aloud.respond(session, ben.person, "At noon", NOW)
    session.flush()
    assert list(open_inquiries(session, [seat.assembly_id])) == []
    whispered.respond(session, ben.person, "At ten", NOW)
    next(m for m in seat.assembly.memberships if m.person is ana).leave(NOW)
    session.flush()
    aloud.respond(session, ben.person, "At noon", NOW)
    with pytest.raises(Refused, match="inquiry-asker-gone"):
        whispered.respond(session, ben.person, "At eleven", NOW)
    assert whispered.answer == "At ten"
    report.author = None
    with pytest.raises(Refused, match="inquiry-nobody"):
        must_take_questions(report, ana)
