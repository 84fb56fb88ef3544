"""Meetings alone: who comes, what is talked about, what may still be changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.store import Store, keys
from models.assembly import Assembly, Membership
from models.base import Base, Refused
from models.meeting import (
    LENGTH,
    MOST_POINTS,
    Coming,
    Meeting,
    Plan,
    attendees,
    coming_meetings,
    drop_out,
    meetings_ahead,
    unanswered_meetings,
)
from models.minutes import keep, meetings_begun, meetings_recorded, minutes_of
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An empty database."""
    store = Store(f"sqlite:///{tmp_path}/meetings.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    with store.session() as session:
        yield session
    store.close()


@pytest.fixture
def assembly(session: Session) -> Assembly:
    """A commune."""
    assembly = Assembly(name="Wedding", language="de", zone="Europe/Berlin", founded_at=NOW)
    session.add(assembly)
    return assembly


@pytest.fixture
def ana(session: Session) -> Person:
    """Who announces."""
    return _person(session, "Ana")


@pytest.fixture
def ben(session: Session) -> Person:
    """Who answers."""
    return _person(session, "Ben")


def _person(session: Session, name: str) -> Person:
    person = Person(name=name)
    session.add(person)
    session.flush()
    return person


def _meeting(session: Session, assembly: Assembly, opener: Person, days: int = 5) -> Meeting:
    meeting = Meeting(
        assembly=assembly,
        number=assembly.next_number("meeting"),
        title="Plenum",
        place="",
        starts_at=NOW + days * DAY,
        opener=opener,
        opened_at=NOW,
        plan=Plan.ON,
    )
    session.add(meeting)
    session.flush()
    return meeting


def _key(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.phrase.key


def test_an_answer_is_given_changed_and_taken_back(
    session: Session, assembly: Assembly, ana: Person, ben: Person
) -> None:
    meeting = _meeting(session, assembly, ana)
    assert meeting.answer(ben, Coming.MAYBE, NOW) is None
    assert meeting.answer(ben, Coming.YES, NOW) is Coming.MAYBE
    meeting.answer(ana, Coming.NO, NOW)
    session.commit()
    assert meeting.who(Coming.YES, Coming.MAYBE) == [ben]
    meeting.take_back(ben, NOW)
    session.commit()
    assert meeting.who(*Coming) == [ana]
    with pytest.raises(Refused) as refused:
        meeting.take_back(ben, NOW)
    assert _key(refused) == "meeting-no-answer-yet"


def test_only_a_slip_can_be_taken_back(
    session: Session, assembly: Assembly, ana: Person, ben: Person
) -> None:
    meeting = _meeting(session, assembly, ana)
    meeting.answer(ana, Coming.YES, NOW)
    meeting.answer(ben, Coming.NO, NOW)
    with pytest.raises(Refused) as refused:
        meeting.withdraw(NOW)
    assert _key(refused) == "meeting-answered-already"
    meeting.take_back(ben, NOW)
    meeting.withdraw(NOW)
    assert meeting.plan is Plan.WITHDRAWN


def test_nothing_changes_once_it_is_over_or_called_off(
    session: Session, assembly: Assembly, ana: Person
) -> None:
    meeting = _meeting(session, assembly, ana)
    meeting.answer(ana, Coming.YES, meeting.starts_at + LENGTH - timedelta(seconds=1))
    with pytest.raises(Refused) as refused:
        meeting.answer(ana, Coming.NO, meeting.starts_at + LENGTH)
    assert _key(refused) == "meeting-is-over"
    meeting.call_off(NOW)
    for change in (
        lambda: meeting.propose(ana, "Heating", NOW),
        lambda: meeting.postpone(NOW + DAY, NOW),
        lambda: meeting.call_off(NOW),
    ):
        with pytest.raises(Refused) as refused:
            change()
        assert _key(refused) == "meeting-is-off"


def test_a_point_stands_on_the_agenda_once_and_not_without_end(
    session: Session, assembly: Assembly, ana: Person
) -> None:
    meeting = _meeting(session, assembly, ana)
    meeting.propose(ana, "Heating", NOW)
    with pytest.raises(Refused) as refused:
        meeting.propose(ana, "HEATING", NOW)
    assert _key(refused) == "agenda-already"
    for n in range(MOST_POINTS - 1):
        meeting.propose(ana, f"Point {n}", NOW)
    with pytest.raises(Refused) as refused:
        meeting.propose(ana, "One more", NOW)
    assert _key(refused) == "agenda-full"


def test_what_is_coming_is_counted(
    session: Session, assembly: Assembly, ana: Person, ben: Person
) -> None:
    near, far = _meeting(session, assembly, ana, 1), _meeting(session, assembly, ana, 9)
    off = _meeting(session, assembly, ana, 2)
    off.call_off(NOW)
    near.answer(ana, Coming.YES, NOW)
    near.answer(ben, Coming.MAYBE, NOW)
    found = coming_meetings(session, [assembly.id], NOW, NOW + 10 * DAY)
    assert [(m.id, m.coming) for m in found] == [(near.id, 1), (far.id, 0)]
    assert coming_meetings(session, [assembly.id], NOW, near.starts_at) == []
    assert coming_meetings(session, [assembly.id + 1], NOW, NOW + 10 * DAY) == []
    assert list(meetings_ahead(session, [assembly.id], near.starts_at + LENGTH)) == [far]
    assert list(unanswered_meetings(session, ben, [assembly.id], NOW)) == [far]


def test_who_has_left_is_told_nothing_more(
    session: Session, assembly: Assembly, ana: Person, ben: Person
) -> None:
    places = [Membership(person=one, assembly=assembly, since=NOW) for one in (ana, ben)]
    session.add_all(places)
    meeting = _meeting(session, assembly, ana)
    meeting.answer(ana, Coming.YES, NOW)
    meeting.answer(ben, Coming.YES, NOW)
    session.flush()
    assert list(attendees(session, meeting, Coming.YES)) == [ana, ben]
    assert list(attendees(session, meeting, Coming.NO)) == []
    places[1].leave(NOW)
    session.flush()
    assert list(attendees(session, meeting, Coming.YES)) == [ana]
    assert drop_out(session, places[1], NOW) == [meeting]
    session.commit()
    assert meeting.who(*Coming) == [ana]
    assert drop_out(session, places[1], NOW) == []


def test_minutes_are_kept_sealed_and_rewritten_by_their_author(
    session: Session, assembly: Assembly, ana: Person, ben: Person
) -> None:
    meeting = _meeting(session, assembly, ana)
    with pytest.raises(Refused) as refused:
        keep(meeting, None, ana, "Too early", NOW, facilitates=False)
    assert _key(refused) == "minutes-too-early"
    after = meeting.starts_at
    session.add(keep(meeting, None, ana, "A letter by Monday", after, facilitates=False))
    session.commit()
    known = minutes_of(session, meeting)
    assert known is not None
    assert known.text == "A letter by Monday"
    raw = session.connection().exec_driver_sql("select _text from minutes").scalar_one()
    assert b"letter" not in raw
    with pytest.raises(Refused) as refused:
        keep(meeting, known, ben, "Nonsense", after, facilitates=False)
    assert _key(refused) == "minutes-not-yours"
    keep(meeting, known, ben, "By Tuesday", after, facilitates=True)
    session.commit()
    again = minutes_of(session, meeting)
    assert again is known
    assert again.text == "By Tuesday"
    assert list(meetings_recorded(session, [assembly.id])) == [meeting]
    assert list(meetings_begun(session, [assembly.id], NOW)) == []
