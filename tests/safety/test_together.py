"""Two workers hear at once on PostgreSQL: all of it counts once, and nothing is left waiting."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import func, select

from bot.platforms import Delivery, Utterance
from handlers.turn import wire
from models.assembly import Admission, Assembly
from models.ballot import Ballot
from models.base import Base
from models.case import Case, Note
from models.decision import Decision
from models.record import Record
from models.task import Task
from tests.bot.conftest import START, Scene
from tests.safety.workers import at_once, polled, worker

PEOPLE = 20
ROUNDS = 15
MILLISECOND = timedelta(milliseconds=1)


def test_two_workers_hear_the_same_people_at_once(postgres_url: str, tmp_path: Path) -> None:
    people = [f"p{number}" for number in range(PEOPLE)]
    scene = polled(postgres_url, tmp_path, people)
    store = scene.running.store
    both = Barrier(2)

    def work(name: str) -> None:
        hear = worker(scene)
        for turn in range(ROUNDS):
            chosen = "yes" if (turn + len(name)) % 2 else "no"
            lines = [vote(scene, who, chosen, f"{name}{turn}{who}") for who in people]
            both.wait(30)
            # As on any two machines: not in the same microsecond, by which letters are numbered.
            hear(lines if name == "a" else lines[::-1], 2 * turn + len(name))

    at_once(partial(work, "a"), partial(work, "bb"))
    with store.session() as session:
        assert session.scalar(select(func.count()).select_from(Decision)) == 1
        assert session.scalar(select(func.count()).select_from(Ballot)) == PEOPLE
        heard = Base.metadata.tables["heard"]
        lines = 2 * ROUNDS * PEOPLE + PEOPLE + 1
        assert session.scalar(select(func.count()).select_from(heard)) == lines
        aside = Base.metadata.tables["set_aside"]
        assert session.scalar(select(func.count()).select_from(aside)) == 0
    store.close()


def vote(scene: Scene, who: str, chosen: str, ref: str) -> Utterance:
    """Somebody votes."""
    return scene.line(who, "g", f"/vote 1 {chosen}", ref)


@pytest.mark.parametrize(
    ("tasks", "polls"), [("group", "group"), ("private", "group"), ("private", "private")]
)
def test_each_task_and_each_poll_has_its_number(
    postgres_url: str, tmp_path: Path, tasks: str, polls: str
) -> None:
    """In two assemblies, named in opposite order: no delivery waits for one that waits for it."""
    scene = polled(postgres_url, tmp_path, ["p0", "p1"])
    begin = [scene.line("q0", "h", "/found Moabit"), scene.line("q1", "h", "/join")]
    scene.running.ear.hear(Delivery("wire", tuple(begin)), START)
    store = scene.running.store
    both = Barrier(2)

    def work(command: str, where: str, people: dict[str, str], after: int) -> None:
        hear = worker(scene, tries=1)
        for turn in range(ROUNDS):
            lines = [
                scene.line(
                    who, group if where == "group" else who, f"/{command} {turn}", f"{who}{turn}"
                )
                for who, group in people.items()
            ]
            both.wait(30)
            hear(lines, 2 * turn + after)

    at_once(
        partial(work, "task", tasks, {"p0": "g", "q0": "h"}, 1),
        partial(work, "poll", polls, {"q1": "h", "p1": "g"}, 2),
    )
    with store.session() as session:
        counters = {one.name: one.counters for one in session.scalars(select(Assembly))}
        assert counters == {
            "Wedding": {"task": ROUNDS, "decision": ROUNDS + 1},
            "Moabit": {"task": ROUNDS, "decision": ROUNDS},
        }
        assert session.scalar(select(func.count()).select_from(Task)) == 2 * ROUNDS
        assert session.scalar(select(func.count()).select_from(Decision)) == 2 * ROUNDS + 1
        aside = Base.metadata.tables["set_aside"]
        assert session.scalar(select(func.count()).select_from(aside)) == 0
    store.close()


def test_strangers_who_ask_to_join_take_no_number_of_others(
    postgres_url: str, tmp_path: Path
) -> None:
    scene = polled(postgres_url, tmp_path, ["p0"])
    store = scene.running.store
    with store.session() as session, session.begin():
        wedding = session.scalars(select(Assembly)).one()
        wedding.admission, wedding.door = Admission.VOUCHED, "wedding"
    both = Barrier(2)

    def work(task: bool) -> None:
        hear = worker(scene, tries=1)
        for turn in range(ROUNDS):
            who = f"s{turn}"
            line = scene.line("p0", "g", f"/task {turn}", f"t{turn}")
            both.wait(30)
            hear([line if task else scene.line(who, who, "/join wedding", who)], 2 * turn + task)

    at_once(partial(work, True), partial(work, False))
    with store.session() as session:
        counters = session.scalars(select(Assembly.counters)).one()
        assert counters == {"decision": 1, "task": ROUNDS, "newcomer": ROUNDS}
    store.close()


def test_a_neighbour_and_who_cares_write_one_after_the_other(
    postgres_url: str, tmp_path: Path
) -> None:
    """Who brings a case belongs nowhere: its notes are counted all the same."""
    scene = polled(postgres_url, tmp_path, ["p0"])
    store, ear = scene.running.store, scene.running.ear
    ear.hear(Delivery("wire", (scene.line("nura", "nura", "The heating is off"),)), START)
    with store.session() as session:
        number = session.scalars(select(Case.id)).one()
    care = [
        scene.line("nura", "nura", f"/case-topic {number} rent", pressed="rent"),
        scene.line("p0", "g", f"/care {number}", pressed="care"),
    ]
    ear.hear(Delivery("wire", tuple(care)), START + timedelta(milliseconds=1))
    both = Barrier(2)

    def work(who: str, command: str, after: int) -> None:
        hear = worker(scene, tries=1)
        for turn in range(ROUNDS):
            line = scene.line(who, who, f"{command}{turn}", f"{who}{turn}")
            both.wait(30)
            hear([line], 2 * turn + after)

    at_once(partial(work, "nura", "It is cold, day ", 2), partial(work, "p0", "/tell 1 We ", 3))
    with store.session() as session:
        places = session.scalars(select(Note.place).order_by(Note.place)).all()
        assert list(places) == list(range(1, 2 * ROUNDS + 2))
        assert session.scalars(select(Case.messages)).one() == ROUNDS + 1
    store.close()


def test_the_clock_and_whoever_closes_wait_in_no_ring(postgres_url: str, tmp_path: Path) -> None:
    """Their time is up, and at the same moment somebody closes one poll after the other."""
    scene = polled(postgres_url, tmp_path, ["p0"])
    store, ear = scene.running.store, scene.running.ear
    polls = [scene.line("p0", "g", f"/poll {turn}") for turn in range(ROUNDS)]
    ear.hear(Delivery("wire", tuple(polls)), START)
    with store.session() as session:
        found = session.scalars(select(Decision).order_by(Decision.id.desc())).all()
        closing = [wire("close", decision) for decision in found]
        ends_at = found[0].closes_at
    both = Barrier(2)

    def tick() -> None:
        both.wait(30)
        assert ear.due(ends_at)

    def close() -> None:
        hear = worker(scene, tries=1)
        both.wait(30)
        for turn, line in enumerate(closing):
            after = ends_at - START + timedelta(milliseconds=turn + 1)
            hear([scene.line("p0", "g", line, f"c{turn}", f"c{turn}")], after // MILLISECOND)

    at_once(tick, close)
    with store.session() as session:
        ended = select(func.count()).select_from(Decision).where(Decision.closed_at.is_not(None))
        recorded = select(func.count()).select_from(Record).where(Record.kind == "decided")
        assert session.scalar(ended) == session.scalar(recorded) == len(closing)
    store.close()
