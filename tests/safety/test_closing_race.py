"""A thousand votes race the close: what was acknowledged is counted, and nothing else."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

from sqlalchemy import func, select

from bot.app import Ear, StoreFailed
from bot.composing import running
from bot.markup import load, plain
from bot.platforms import Delivery, Utterance
from bot.replay import VirtualTime
from bot.store import Store, keys
from handlers.turn import wire
from models.ballot import Ballot
from models.base import Base
from models.decision import Decision
from models.post import Letter
from models.record import Record
from tests.bot.conftest import START, Scene, Wire

PEOPLE = 1000
AT_ONCE = 20
ALREADY = 20
"""Deliveries that are heard before the close sets out."""


def test_what_was_acknowledged_is_counted(postgres_url: str, tmp_path: Path) -> None:
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
    with store.session() as session:
        decision = session.scalars(select(Decision)).one()
        yes = wire("vote", decision, decision.options[0].id)
        shut = wire("close", decision)
    votes = [scene.line(who, "g", yes, f"v{who}", f"v{who}") for who in people]
    both = Barrier(2)

    def vote() -> None:
        ear = Ear(store, house.ear.house)
        for turn in range(PEOPLE // AT_ONCE):
            if turn == ALREADY:
                both.wait(60)
            hear(ear, votes[turn * AT_ONCE : (turn + 1) * AT_ONCE], turn)

    def close() -> None:
        ear = Ear(store, house.ear.house)
        both.wait(60)
        hear(ear, [scene.line("p0", "g", shut, "shut", "shut")], ALREADY)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(vote), pool.submit(close)]:
            done.result(120)
    with store.session() as session:
        counted = session.scalar(select(func.count()).select_from(Ballot))
        letters = session.scalars(select(Letter).where(Letter.kind == "toast"))
        told = [plain(load(json.loads(letter.body))) for letter in letters if letter.body]
        record = session.scalars(select(Record).where(Record.kind == "decided")).one()
        written = sum(json.loads(record.said()["votes"]))
    acknowledged = sum(text.startswith("Your vote: yes") for text in told)
    too_late = sum(text.startswith("This vote is over") for text in told)
    assert acknowledged + too_late == PEOPLE
    assert ALREADY * AT_ONCE <= acknowledged == counted == written
    store.close()


def hear(ear: Ear, lines: list[Utterance], turn: int) -> None:
    """One delivery, tried again as platforms do."""
    # As on any two machines: not in the same microsecond, by which letters are numbered.
    now = START + timedelta(milliseconds=2 * turn + len(lines) % 2)
    for _ in range(20):
        try:
            ear.hear(Delivery("wire", tuple(lines)), now)
            return
        except StoreFailed:
            continue
    raise AssertionError("given up")
