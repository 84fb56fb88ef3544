from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from bot.store import open_engine
from models.assembly import Assembly, Membership
from models.base import Base, Refused
from models.person import Person
from models.sealed import Keyring
from models.task import (
    Progress,
    Task,
    due_tasks,
    fetch_takers,
    my_tasks,
)

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
FRIDAY = datetime(2030, 5, 10, 21, 59, tzinfo=UTC)
"""The end of Friday in Berlin."""
ANA, BEN, CEM = (Person(id=n, name=name) for n, name in enumerate(("Ana", "Ben", "Cem"), 1))


def a_task(due: datetime | None = None) -> Task:
    zone = Assembly(name="Rent", language="en", zone="Europe/Berlin")
    return Task(id=1, title="Print", assembly=zone, opener_id=ANA.id, due_at=due)


def test_it_is_taken_by_several_and_given_back() -> None:
    task = a_task()
    task.take(CEM)
    task.take(BEN)
    assert [person.name for person in task.takers] == ["Ben", "Cem"]
    with pytest.raises(Refused, match="task-yours-already"):
        task.take(BEN)
    task.drop(BEN)
    assert task.takers == [CEM]
    with pytest.raises(Refused, match="task-not-yours"):
        task.drop(BEN)


def test_only_those_who_took_it_or_the_facilitators_say_that_it_is_done() -> None:
    task = a_task()
    task.take(BEN)
    with pytest.raises(Refused, match="task-of-others"):
        task.finish(CEM, NOW, facilitates=False)
    assert task.is_open
    task.finish(CEM, NOW, facilitates=True)
    assert (task.progress, task.ended_at) == (Progress.DONE, NOW)
    with pytest.raises(Refused, match="task-closed-already"):
        task.finish(BEN, NOW, facilitates=False)


def test_anyone_says_that_it_is_done_when_nobody_took_it() -> None:
    task = a_task()
    task.finish(CEM, NOW, facilitates=False)
    assert task.progress is Progress.DONE


def test_only_who_put_it_up_or_the_facilitators_strike_it_out_or_bring_it_back() -> None:
    task = a_task()
    with pytest.raises(Refused, match="task-not-yours-to-delete"):
        task.delete(BEN, NOW, facilitates=False)
    task.delete(ANA, NOW, facilitates=False)
    assert task.progress is Progress.DELETED
    with pytest.raises(Refused, match="task-not-yours-to-delete"):
        task.reopen(BEN, facilitates=False)
    task.reopen(BEN, facilitates=True)
    assert task.is_open
    with pytest.raises(Refused, match="task-open-already"):
        task.reopen(ANA, facilitates=True)


def test_what_is_over_changes_no_more() -> None:
    task = a_task()
    task.finish(ANA, NOW, facilitates=False)
    for change in (
        lambda: task.take(BEN),
        lambda: task.drop(BEN),
        lambda: task.move(FRIDAY),
        lambda: task.delete(ANA, NOW, facilitates=True),
    ):
        with pytest.raises(Refused, match="task-closed-already"):
            change()


def local(day: int, hour: int) -> datetime:
    """In May 2030 in Berlin."""
    return datetime(2030, 5, day, hour - 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "before", "after"),
    [
        (FRIDAY, local(9, 9), local(11, 9)),
        (local(10, 18), local(9, 18), local(10, 19)),
        (NOW + timedelta(hours=4), NOW + timedelta(hours=2), NOW + timedelta(hours=5)),
    ],
    ids=["a day: in the morning", "an hour: a day before", "soon: half the time"],
)
def test_when_it_is_spoken_of(due: datetime, before: datetime, after: datetime) -> None:
    assert a_task(due).reminders(NOW) == (before, after)


def test_what_has_no_date_is_never_spoken_of_and_never_overdue() -> None:
    assert a_task().reminders(NOW) is None
    assert not a_task().overdue(NOW)
    assert a_task(NOW).overdue(NOW)
    assert not a_task(NOW + timedelta(seconds=1)).overdue(NOW)


def test_a_day_is_told_from_an_hour_in_the_zone_of_the_assembly() -> None:
    assert a_task(FRIDAY).on_a_day
    assert not a_task(FRIDAY - timedelta(minutes=1)).on_a_day
    assert not a_task().on_a_day


@dataclass
class Rows:
    """A commune with tasks, and one that is nobody's business."""

    session: Session
    ana: Person
    ben: Person
    here: Assembly
    tasks: dict[str, Task]
    leaving: Membership

    def titles(self, tasks: list[Task]) -> list[str]:
        return [task.title for task in tasks]


@pytest.fixture
def rows() -> Iterator[Rows]:
    engine = open_engine("sqlite://", Keyring({1: bytes(32)}))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        ana, ben = Person(name="Ana"), Person(name="Ben")
        here, there = (
            Assembly(name=name, language="en", zone="Europe/Berlin", founded_at=NOW)
            for name in ("Here", "There")
        )
        leaving = Membership(person=ben, assembly=here, since=NOW)
        session.add_all([ana, here, there, leaving])
        session.add(Membership(person=ana, assembly=here, since=NOW))
        tasks = {
            name: Task(assembly=at, number=number, title=name, opened_at=NOW, due_at=due)
            for number, (name, at, due) in enumerate(
                [
                    ("some day", here, None),
                    ("later", here, NOW + timedelta(days=9)),
                    ("late", here, NOW - timedelta(days=1)),
                    ("done", here, NOW),
                    ("elsewhere", there, NOW),
                ],
                1,
            )
        }
        session.add_all(tasks.values())
        session.flush()
        tasks["done"].finish(ana, NOW, facilitates=False)
        session.add_all([tasks["late"].take(ben), tasks["later"].take(ben)])
        session.add(tasks["later"].take(ana))
        session.flush()
        yield Rows(session, ana, ben, here, tasks, leaving)
    engine.dispose()


def test_open_tasks_of_these_assemblies_and_no_others(rows: Rows) -> None:
    found = Task.choices(rows.session, [rows.here.id], rows.ana)
    assert rows.titles(found) == ["late", "later", "some day"]


def test_what_is_due(rows: Rows) -> None:
    assert rows.titles(due_tasks(rows.session, [rows.here.id], NOW)) == ["late"]
    later = NOW + timedelta(days=9)
    assert rows.titles(due_tasks(rows.session, [rows.here.id], later)) == ["late", "later"]
    assert rows.titles(due_tasks(rows.session, [], later)) == []


def test_what_is_mine(rows: Rows) -> None:
    assert rows.titles(my_tasks(rows.session, rows.ana, [rows.here.id])) == ["later"]
    assert rows.titles(my_tasks(rows.session, rows.ben, [rows.here.id])) == ["late", "later"]


def test_who_leaves_drops_off_the_tasks(rows: Rows) -> None:
    rows.leaving.leave(NOW)
    rows.session.flush()
    found = due_tasks(rows.session, [rows.here.id], FRIDAY + timedelta(days=9))
    fetch_takers(rows.session, found)
    assert [task.takers for task in found] == [[], [rows.ana]]


def test_each_question_is_one_query(rows: Rows) -> None:
    asked: list[str] = []
    engine = rows.session.get_bind()
    event.listen(engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    found = Task.choices(rows.session, [rows.here.id], rows.ana)
    fetch_takers(rows.session, found)
    due_tasks(rows.session, [rows.here.id], NOW)
    my_tasks(rows.session, rows.ana, [rows.here.id])
    assert len(asked) == 4
