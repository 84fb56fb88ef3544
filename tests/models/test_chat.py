from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from models.assembly import Assembly, Chat
from models.base import Base
from models.chat import come_back, depart, move
from models.line import Draft
from models.person import Person
from models.post import Letter, State

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def a_chat(session: Session, ref: str, topic: str = "", assembly: str = "") -> Chat:
    chat = Chat(platform="wire", ref=ref, topic=topic)
    if assembly:
        chat.assembly = Assembly(name=assembly, language="en", zone="UTC", founded_at=NOW)
    session.add(chat)
    session.flush()
    return chat


def a_letter(
    session: Session, chat: Chat, expires: datetime | None = None, slot: str | None = None
) -> Letter:
    letter = Letter(
        chat=chat, kind="message", slot=slot, not_before=NOW, written_at=NOW,
        expires_at=expires, state=State.DUE,
    )  # fmt: skip
    session.add(letter)
    session.flush()
    return letter


def test_what_is_due_waits_for_the_return(session: Session) -> None:
    chat = a_chat(session, "g")
    lasting, short, said = (
        a_letter(session, chat, expires) for expires in (None, NOW + HOUR, None)
    )
    said.state = State.SAID
    depart(session, chat)
    assert chat.gone
    assert [lasting.state, short.state, said.state] == [State.PARKED, State.PARKED, State.SAID]
    later = NOW + 2 * HOUR
    come_back(session, chat, later)
    assert not chat.gone
    assert [lasting.state, short.state, said.state] == [State.DUE, State.DROPPED, State.SAID]
    assert lasting.not_before == later


def test_topics_come_and_go_with_their_chat(session: Session) -> None:
    whole, topic, other = a_chat(session, "g"), a_chat(session, "g", "7"), a_chat(session, "h")
    letter = a_letter(session, topic)
    depart(session, whole)
    assert (topic.gone, letter.state, other.gone) == (True, State.PARKED, False)
    come_back(session, whole, NOW)
    assert (topic.gone, letter.state) == (False, State.DUE)


def test_every_topic_moves(session: Session) -> None:
    whole, topic = a_chat(session, "g", assembly="Rent"), a_chat(session, "g", "7")
    move(session, whole, "s", NOW)
    assert (whole.ref, topic.ref) == ("s", "s")


def test_what_waited_for_a_return_is_due_in_the_new_place(session: Session) -> None:
    old = a_chat(session, "g", assembly="Rent")
    letter, short = a_letter(session, old), a_letter(session, old, NOW + HOUR)
    depart(session, old)
    move(session, old, "s", NOW + 2 * HOUR)
    assert (old.ref, old.gone) == ("s", False)
    assert (letter.state, short.state) == (State.DUE, State.DROPPED)


def test_what_was_said_meanwhile_in_the_new_place_is_kept(session: Session) -> None:
    old, new = a_chat(session, "g", assembly="Rent"), a_chat(session, "s")
    person = Person(name="Ana")
    session.add(person)
    session.flush()
    card, same = a_letter(session, old, slot="card:1"), a_letter(session, new, slot="card:1")
    draft = Draft(person_id=person.id, chat_id=new.id, command="poll", asked="x", expires_at=NOW)
    session.add(draft)
    old_id = old.id
    move(session, old, "s", NOW)
    assert session.scalars(select(Chat)).all() == [old]
    assert (old.id, old.ref, old.assembly is not None) == (old_id, "s", True)
    assert {card.chat_id, same.chat_id, draft.chat_id} == {old_id}
    assert (card.slot, same.slot) == ("card:1", None)


def test_a_place_of_another_assembly_is_not_taken_over(session: Session) -> None:
    old, new = a_chat(session, "g", assembly="Rent"), a_chat(session, "s", assembly="Work")
    move(session, old, "s", NOW)
    assert (old.ref, old.gone) == ("g", True)
    assert (new.ref, new.gone) == ("s", False)
