"""Two workers hear at once on PostgreSQL: every vote counts once, and nothing is left waiting."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Barrier

from sqlalchemy import func, select

from bot.platforms import Utterance
from models.ballot import Ballot
from models.base import Base
from models.decision import Decision
from tests.bot.conftest import Scene
from tests.safety.workers import at_once, polled, worker

PEOPLE = 20
ROUNDS = 15


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
