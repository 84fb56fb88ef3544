"""Nobody fills the database alone: whatever one person says a thousand times has an end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from models.assembly import Chat, Membership
from models.base import Base
from models.case import MOST_OPEN, Case
from models.code import Code
from models.decision import Decision
from models.meeting import Meeting
from models.newcomer import MOST_ASKED, Newcomer
from models.person import Person
from models.plenty import MOST_A_DAY, MOST_COMMITTEES, MOST_FOUNDED, MOST_ORGANISED
from models.reminder import MOST, Reminder
from models.task import Task
from tests.bot.conftest import Scene
from tests.safety.world import Try, trying


def how_many(attempt: Try, kind: type[Base], person: str, column: str) -> int:
    with attempt.session() as session:
        who = session.scalars(select(Person).where(Person.name == person)).one()
        query = select(func.count()).where(getattr(kind, column) == who.id)
        return session.scalar(query) or 0


FLOODS = [
    ("/poll Question {}?", Decision, "opener_id", MOST_A_DAY, "enough-for-today"),
    ("/task Errand {}", Task, "opener_id", MOST_A_DAY, "enough-for-today"),
    ("/meet 3 June 18:00 Plenum {}", Meeting, "opener_id", MOST_A_DAY, "enough-for-today"),
    ("/remind 3 June 18:00 the key {}", Reminder, "person_id", MOST, "reminders-enough"),
]


Flood = tuple[str, type[Base], str, int, str]


@pytest.mark.parametrize("flood", FLOODS, ids=[flood[0] for flood in FLOODS])
def test_a_flood_ends(town: Scene, flood: Flood) -> None:
    line, kind, column, most, told = flood
    with trying(town) as attempt:
        many = range(MOST_A_DAY + 10)
        attempt.hear(*(town.line("mia", "g", line.format(n), f"{line}{n}") for n in many))
        assert how_many(attempt, kind, "Mia", column) == most
        assert told in attempt.keys
        attempt.hear(town.line("ben", "g", line.format("other"), f"{line}other"))
        assert how_many(attempt, kind, "Ben", column) == 1


@pytest.mark.parametrize(
    ("line", "most"),
    [("found Home", MOST_FOUNDED), ("council City", MOST_FOUNDED), ("committee", MOST_COMMITTEES)],
)
def test_nobody_founds_very_much_in_a_day(town: Scene, line: str, most: int) -> None:
    """Not even whoever leaves each again at once."""
    memberships = Base.metadata.tables["memberships"]
    left = memberships.update().where(memberships.c.role == "organiser").values(left_at=town.time())
    with trying(town) as attempt:
        for n in range(most + 3):
            attempt.hear(town.line("mia", f"f{n}", f"/{line} {n}", f"found{n}"))
            with attempt.session() as session:
                session.execute(left)
                session.commit()
        assert "founded-enough" in attempt.keys
        with attempt.session() as session:
            founded = session.scalars(select(Chat).where(Chat.ref.startswith("f"))).all()
            assert sum(chat.assembly_id is not None for chat in founded) == most


def test_nobody_organises_everything(town: Scene) -> None:
    tallies = Base.metadata.tables["tallies"]
    with trying(town) as attempt:
        for n in range(MOST_ORGANISED + 2):
            attempt.hear(town.line("mia", f"f{n}", f"/found Home {n}", f"found{n}"))
            with attempt.session() as session:
                session.execute(tallies.update().values(since=town.time() - timedelta(days=2)))
                session.commit()
        assert "organised-enough" in attempt.keys
        assert how_many(attempt, Membership, "Mia", "person_id") == MOST_ORGANISED + 1


def test_one_code_for_each_use(town: Scene) -> None:
    with trying(town) as attempt:
        attempt.hear(*(town.line("mia", "mia", "/link", f"link{n}") for n in range(50)))
        assert how_many(attempt, Code, "Mia", "person_id") == 1


def test_a_neighbour_brings_few_cases_at_once(town: Scene) -> None:
    cases = Base.metadata.tables["cases"]
    with trying(town) as attempt:
        for n in range(MOST_OPEN + 3):
            attempt.hear(town.line("mia", "mia", f"/case Trouble {n}", f"case{n}"))
            with attempt.session() as session:
                session.execute(cases.update().values(stage="open"))
                session.commit()
        assert how_many(attempt, Case, "Mia", "person_id") == MOST_OPEN
        assert "case-enough" in attempt.keys


def test_whoever_is_not_let_in_asks_three_times(town: Scene) -> None:
    asked = Base.metadata.tables["newcomers"]
    with trying(town) as attempt:
        for n in range(MOST_ASKED + 2):
            attempt.hear(town.line("zoe", "g", "/join", f"join{n}"))
            with attempt.session() as session:
                session.execute(asked.update().values(stand="declined"))
                session.commit()
        assert how_many(attempt, Newcomer, "Zoe", "person_id") == MOST_ASKED
        assert "newcomer-enough" in attempt.keys
