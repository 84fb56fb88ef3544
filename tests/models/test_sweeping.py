"""What has been kept long enough goes at its time, not before, and no more at once than a batch."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import models
from models import sweeping
from models.base import Base
from models.decision import Decision
from models.option import Option
from models.person import Person
from models.post import Letter, State
from models.privacy import AWAY_DAYS, BALLOT_DAYS, BUTTON_DAYS, KEPT, LETTER_DAYS, Kept
from models.sweeping import sweep, sweep_away
from tests.models.conftest import everywhere
from tests.rows import NOW, Rows

__all__ = ["everywhere"]

for module in pkgutil.iter_modules(models.__path__):
    importlib.import_module(f"models.{module.name}")

SWEPT = {name: kept for name, kept in KEPT.items() if kept.since}
SECOND = timedelta(seconds=1)


def size(session: Session, table: str) -> int:
    return session.scalar(select(func.count()).select_from(Base.metadata.tables[table])) or 0


def away_at(days: int) -> datetime:
    return NOW + timedelta(days=days)


def test_there_is_something_to_sweep() -> None:
    assert {"heard", "set_aside", "drafts", "steps", "codes"} <= SWEPT.keys()
    assert [SWEPT[name].days for name in ("heard", "set_aside")] == [7, 7]


def test_rows_go_at_their_time(session: Session) -> None:
    """Of each table that is swept, when its days are over."""
    rows = Rows(session)
    for name, kept in SWEPT.items():
        since: dict[str, Any] = {kept.since: NOW}
        rows.row(name, **since)
    session.flush()
    for days in sorted({kept.days or 0 for kept in SWEPT.values()}):
        due = [name for name, kept in SWEPT.items() if (kept.days or 0) == days]
        sweep(session, away_at(days) - SECOND)
        assert [size(session, name) for name in due] == [1] * len(due), due
        sweep(session, away_at(days))
        assert [size(session, name) for name in due] == [0] * len(due), due


def test_more_than_a_batch_is_left_for_the_next(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "BATCH", 3)
    rows = Rows(session)
    for _ in range(4):
        rows.row("heard")
    assert sweep(session, away_at(8)) is True
    assert size(session, "heard") == 1
    assert sweep(session, away_at(8)) is False
    assert size(session, "heard") == 0


def letter(session: Session, rows: Rows, state: State = State.SAID, **given: object) -> int:
    kept: dict[str, Any] = {
        "said_at": NOW,
        "slot": None,
        "answer": "",
        "state": state,
        "expires_at": None,
    }
    return int(rows.row("letters", **{**kept, **given})["id"])


def read(session: Session, letter_id: int) -> tuple[bool, bool]:
    """Whether text and buttons are still there."""
    session.expire_all()
    found = session.get(Letter, letter_id)
    assert found is not None
    return bool(found._body), bool(found._keys)


def test_the_text_of_a_letter_goes_after_a_day_and_its_buttons_stay(session: Session) -> None:
    rows = Rows(session)
    plain, card = letter(session, rows), letter(session, rows, slot="decision:1")
    waiting = letter(session, rows, state=State.DUE, said_at=None, written_at=away_at(BUTTON_DAYS))
    sweep(session, away_at(LETTER_DAYS) - SECOND)
    assert read(session, plain) == (True, True)
    sweep(session, away_at(LETTER_DAYS))
    assert read(session, plain) == read(session, card) == (False, True)
    assert read(session, waiting) == (True, True)
    sweep(session, away_at(BUTTON_DAYS))
    assert read(session, card) == (False, True)
    assert session.scalars(select(Letter.id).order_by(Letter.id)).all() == [card, waiting]


def test_a_letter_that_nobody_can_answer_goes_whole(session: Session) -> None:
    rows = Rows(session)
    gone = letter(session, rows, _keys=None)
    asked = letter(session, rows, _keys=None, answer="/answer 1")
    kept = letter(session, rows, _keys=None, answer="/agenda 1")
    sweep(session, away_at(LETTER_DAYS))
    assert session.get(Letter, gone) is None
    assert session.get(Letter, asked) is None
    assert session.get(Letter, kept) is not None
    sweep(session, away_at(BUTTON_DAYS))
    assert session.get(Letter, kept) is None


@pytest.mark.parametrize("state", [State.PARKED, State.DUE])
def test_a_letter_for_somebody_who_never_returned_is_given_up(
    session: Session, state: State
) -> None:
    """Nor is one kept for a platform that is no longer set up."""
    rows = Rows(session)
    waits = letter(session, rows, state=state, said_at=None, written_at=NOW)
    anew = letter(session, rows, state=state, written_at=NOW + timedelta(days=1))
    sweep(session, away_at(AWAY_DAYS) - SECOND)
    assert read(session, waits) == (True, True)
    sweep(session, away_at(AWAY_DAYS))
    assert (read(session, waits), read(session, anew)) == ((False, True), (True, True))


def test_votes_become_numbers_a_month_after_the_end(session: Session) -> None:
    rows = Rows(session)
    over, running = (rows.row("decisions", closed_at=at)["id"] for at in (NOW, None))
    for decision in (over, running):
        option = rows.row("options", decision_id=decision, kept_votes=0)["id"]
        for _ in range(2):
            rows.row("ballots", decision_id=decision, option_id=option)
    sweep(session, away_at(BALLOT_DAYS) - SECOND)
    assert size(session, "ballots") == 4
    sweep(session, away_at(BALLOT_DAYS))
    assert size(session, "ballots") == 2
    kept = select(Option.kept_votes).join(Decision, Decision.id == Option.decision_id)
    assert session.scalars(kept.where(Decision.id == over)).all() == [2]


def test_where_somebody_once_belonged_is_forgotten_though_they_belong_elsewhere(
    session: Session,
) -> None:
    rows = Rows(session)
    both = someone(rows, "both")
    rows.row("memberships", person_id=both, left_at=NOW)
    rows.row("memberships", person_id=both, left_at=None)
    sweep(session, away_at(AWAY_DAYS) - SECOND)
    assert size(session, "memberships") == 2
    sweep(session, away_at(AWAY_DAYS))
    assert size(session, "memberships") == 1


def people(session: Session) -> set[str]:
    return set(session.scalars(select(Person.name).where(Person.name.not_like("anybody%"))))


def someone(rows: Rows, name: str, *, seen: datetime = NOW) -> int:
    person = int(rows.person(name)["id"])
    rows.row("accounts", person_id=person, seen_at=seen)
    return person


def test_who_has_left_is_forgotten_after_a_month(session: Session) -> None:
    rows = Rows(session)
    rows.row("memberships", person_id=someone(rows, "member"), left_at=None)
    rows.row("memberships", person_id=someone(rows, "left"), left_at=away_at(10))
    rows.row("cases", person_id=someone(rows, "neighbour"))
    someone(rows, "passer-by")
    someone(rows, "talks to us", seen=away_at(10))
    assert sweep_away(session, away_at(AWAY_DAYS) - SECOND, 0) is None
    assert people(session) == {"member", "left", "neighbour", "passer-by", "talks to us"}
    sweep_away(session, away_at(AWAY_DAYS), 0)
    assert people(session) == {"member", "left", "neighbour", "talks to us"}
    sweep_away(session, away_at(AWAY_DAYS + 10), 0)
    assert people(session) == {"member", "neighbour"}


def test_people_are_looked_at_in_turn(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "CROWD", 2)
    rows = Rows(session)
    for number in range(5):
        someone(rows, f"P{number}")
    later, after, rounds = away_at(AWAY_DAYS), 0, 0
    while (further := sweep_away(session, later, after)) is not None:
        assert further > after
        after, rounds = further, rounds + 1
    assert people(session) == set()
    assert rounds == 2


@pytest.mark.parametrize("name", sorted(n for n, kept in KEPT.items() if kept.holds))
def test_what_holds_somebody_is_their_own(name: str) -> None:
    kept: Kept = KEPT[name]
    assert all(tie.value == "own" for tie in kept.ties.values())
