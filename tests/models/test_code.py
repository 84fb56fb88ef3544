from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from models.base import Base, Refused
from models.code import CODE_LIFE, Code
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
TOKEN = "Zx7-kqP_0123456789abcd"


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        Code.issue(session, TOKEN, "bind", person=Person(name="Ana"), now=NOW)
        session.flush()
        yield session
    engine.dispose()


def refusal(session: Session, token: str, purpose: str, now: datetime) -> str:
    with pytest.raises(Refused) as refused:
        Code.redeem(session, token, purpose, now)
    return refused.value.phrase.key


def test_a_code_serves_once(session: Session) -> None:
    assert Code.redeem(session, TOKEN, "bind", NOW).person.name == "Ana"
    assert refusal(session, TOKEN, "bind", NOW) == "code-unknown"


def test_looking_does_not_use_it_up(session: Session) -> None:
    Code.find(session, TOKEN, "bind", NOW)
    assert Code.redeem(session, TOKEN, "bind", NOW)


def test_it_serves_for_an_hour(session: Session) -> None:
    assert refusal(session, TOKEN, "bind", NOW + CODE_LIFE) == "code-unknown"
    assert Code.redeem(session, TOKEN, "bind", NOW + CODE_LIFE - timedelta(seconds=1))


@pytest.mark.parametrize(("token", "purpose"), [("other", "bind"), (TOKEN, "link"), ("", "bind")])
def test_another_code_or_another_purpose_is_unknown(
    session: Session, token: str, purpose: str
) -> None:
    assert refusal(session, token, purpose, NOW) == "code-unknown"


def test_the_code_itself_is_not_kept(session: Session) -> None:
    rows = session.execute(text("SELECT * FROM codes")).all()
    assert len(rows) == 1
    assert TOKEN not in repr(rows)
