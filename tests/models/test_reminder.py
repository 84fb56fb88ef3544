from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.store import open_engine
from models.assembly import Assembly, Chat
from models.base import Base, Refused
from models.dates import Every
from models.person import Person
from models.reminder import MOST, Reminder, next_number, reminders_of
from models.sealed import Keyring

NOW = datetime(2030, 3, 20, 12, tzinfo=UTC)
SUNDAYS = str(Every("FREQ=WEEKLY;BYDAY=SU", "09:00", "Europe/Berlin", date(2030, 3, 24)))


@pytest.mark.parametrize(
    ("start", "hours"),
    [
        # 24 March at nine in Berlin is 8:00 UTC; clocks go forward on the 31st
        (datetime(2030, 3, 24, 8, tzinfo=UTC), [7, 7]),
        # 20 October at nine is 7:00 UTC; clocks go back on the 27th
        (datetime(2030, 10, 20, 7, tzinfo=UTC), [8, 8]),
    ],
    ids=["31 March", "27 October"],
)
def test_it_keeps_its_wall_time_when_the_clocks_change(start: datetime, hours: list[int]) -> None:
    reminder = Reminder(due_at=start, every=SUNDAYS)
    said = []
    for _ in hours:
        assert reminder.advance(reminder.due_at)
        said.append(reminder.due_at)
    days = [start.date() + timedelta(weeks=n) for n in (1, 2)]
    assert [(at.date(), at.hour) for at in said] == list(zip(days, hours, strict=True))


def test_what_was_missed_is_passed_over() -> None:
    reminder = Reminder(due_at=datetime(2030, 3, 24, 8, tzinfo=UTC), every=SUNDAYS)
    assert reminder.advance(datetime(2030, 4, 20, 12, tzinfo=UTC))
    assert reminder.due_at == datetime(2030, 4, 21, 7, tzinfo=UTC)


def test_what_comes_once_is_over() -> None:
    reminder = Reminder(due_at=NOW, every="")
    assert not reminder.advance(NOW)
    assert reminder.due_at == NOW


def test_its_author_drops_it_and_in_a_group_the_facilitators() -> None:
    ana, ben = Person(id=1, name="Ana"), Person(id=2, name="Ben")
    private, public = Reminder(person_id=1), Reminder(person_id=1, chat_id=7)
    assert private.may_delete(ana, facilitates=False)
    assert not private.may_delete(ben, facilitates=True)
    assert not public.may_delete(ben, facilitates=False)
    assert public.may_delete(ben, facilitates=True)


def test_it_is_kept_silent_where_the_group_is_no_longer_the_same() -> None:
    home, other = (
        Assembly(id=n, name="Rent", language="en", zone="UTC", founded_at=NOW) for n in (1, 2)
    )
    chat = Chat(platform="console", ref="#rent", assembly=home, gone=False)
    reminder = Reminder(person_id=1, assembly_id=1, chat=chat)
    assert reminder.is_wanted
    chat.gone = True
    assert not reminder.is_wanted
    chat.gone, chat.assembly = False, other
    assert not reminder.is_wanted
    chat.assembly, home.closed_at = home, NOW
    assert not reminder.is_wanted


@pytest.fixture
def session() -> Iterator[Session]:
    engine = open_engine("sqlite://", Keyring({1: bytes(32)}))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def keep(session: Session, person: Person, chat: Chat | None, words: str = "keys") -> Reminder:
    number = next_number(session, person, chat)
    reminder = Reminder(person=person, chat=chat, number=number, due_at=NOW, words=words)
    session.add(reminder)
    session.flush()
    return reminder


def test_numbers_count_in_each_place(session: Session) -> None:
    ana, ben = Person(name="Ana"), Person(name="Ben")
    chat = Chat(platform="console", ref="#rent")
    session.add_all([ana, ben, chat])
    session.flush()
    places = [(ana, chat), (ben, chat), (ana, None), (ben, None), (ana, None)]
    assert [keep(session, *place).number for place in places] == [1, 2, 1, 1, 2]
    assert [r.number for r in reminders_of(session, ana, None)] == [1, 2]
    assert [r.person for r in reminders_of(session, ana, chat)] == [ana, ben]


def test_nobody_keeps_more_than_twenty(session: Session) -> None:
    ana, ben = Person(name="Ana"), Person(name="Ben")
    session.add_all([ana, ben])
    session.flush()
    for _ in range(MOST):
        keep(session, ana, None)
    with pytest.raises(Refused, match="reminders-enough"):
        next_number(session, ana, None)
    assert next_number(session, ben, None) == 1


def test_the_words_are_sealed(session: Session) -> None:
    ana = Person(name="Ana")
    session.add(ana)
    reminder = keep(session, ana, None, "bring the banner")
    row = session.execute(text("SELECT * FROM reminders")).one()
    assert "banner" not in repr(tuple(row))
    session.expire_all()
    assert reminder.words == "bring the banner"


def test_the_length_of_the_words_tells_nothing(session: Session) -> None:
    ana = Person(name="Ana")
    session.add(ana)
    for words in ("keys", "bring the keys and the long banner"):
        keep(session, ana, None, words)
    lengths = session.scalars(text("SELECT DISTINCT length(_words) FROM reminders")).all()
    assert len(lengths) == 1
