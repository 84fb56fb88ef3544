"""Two workers hear at once on PostgreSQL: every vote counts once, and nothing is left waiting."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

from sqlalchemy import func, select

from bot.app import Ear, StoreFailed
from bot.composing import running
from bot.platforms import Delivery, Utterance
from bot.replay import VirtualTime
from bot.store import Store, keys
from models.ballot import Ballot
from models.base import Base
from models.decision import Decision
from tests.bot.conftest import START, Scene, Wire

PEOPLE = 20
ROUNDS = 15


def test_two_workers_hear_the_same_people_at_once(postgres_url: str, tmp_path: Path) -> None:
    store = Store(postgres_url, keys(tmp_path))
    Base.metadata.create_all(store.engine)
    house = running(
        store, {"wire": Wire()}, VirtualTime(START), language="en", zone="UTC", strict=True
    )
    scene = Scene(house, Wire(), VirtualTime(START))
    people = [f"p{number}" for number in range(PEOPLE)]
    begin = [scene.line("p0", "g", "/found Wedding")]
    begin += [scene.line(who, "g", "/join") for who in people[1:]]
    begin += [scene.line("p0", "g", "/poll Paint the gate?")]
    house.ear.hear(Delivery("wire", tuple(begin)), START)
    both = Barrier(2)

    def worker(name: str) -> None:
        ear = Ear(store, house.ear.house)
        for turn in range(ROUNDS):
            chosen = "yes" if (turn + len(name)) % 2 else "no"
            lines = tuple(vote(scene, who, chosen, f"{name}{turn}{who}") for who in people)
            delivery = Delivery("wire", lines if name == "a" else lines[::-1])
            # As on any two machines: not in the same microsecond, by which letters are numbered.
            now = START + timedelta(milliseconds=2 * turn + len(name))
            both.wait(30)
            for _ in range(5):
                try:
                    ear.hear(delivery, now)
                    break
                except StoreFailed:
                    continue
            else:
                raise AssertionError("given up")

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(worker, name) for name in ("a", "bb")]:
            done.result(60)
    with store.session() as session:
        assert session.scalar(select(func.count()).select_from(Decision)) == 1
        assert session.scalar(select(func.count()).select_from(Ballot)) == PEOPLE
        heard = Base.metadata.tables["heard"]
        assert session.scalar(select(func.count()).select_from(heard)) == 2 * ROUNDS * PEOPLE + len(
            begin
        )
        aside = Base.metadata.tables["set_aside"]
        assert session.scalar(select(func.count()).select_from(aside)) == 0
    store.close()


def vote(scene: Scene, who: str, chosen: str, ref: str) -> Utterance:
    """Somebody votes."""
    return scene.line(who, "g", f"/vote 1 {chosen}", ref)
