"""A thousand votes race the close: what was acknowledged is counted, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Barrier

from sqlalchemy import func, select

from bot.markup import load, plain
from handlers.turn import wire
from models.ballot import Ballot
from models.decision import Decision
from models.post import Letter
from models.record import Record
from tests.safety.workers import at_once, polled, worker

PEOPLE = 1000
AT_ONCE = 20
ALREADY = 20
"""Deliveries that are heard before the close sets out."""


def test_what_was_acknowledged_is_counted(postgres_url: str, tmp_path: Path) -> None:
    people = [f"p{number}" for number in range(PEOPLE)]
    scene = polled(postgres_url, tmp_path, people)
    store = scene.running.store
    with store.session() as session:
        decision = session.scalars(select(Decision)).one()
        yes = wire("vote", decision, decision.options[0].id)
        shut = wire("close", decision)
    votes = [scene.line(who, "g", yes, f"v{who}", f"v{who}") for who in people]
    both = Barrier(2)

    def vote() -> None:
        hear = worker(scene)
        for turn in range(PEOPLE // AT_ONCE):
            if turn == ALREADY:
                both.wait(60)
            hear(votes[turn * AT_ONCE : (turn + 1) * AT_ONCE], 2 * turn)

    def close() -> None:
        hear = worker(scene)
        both.wait(60)
        # As on any two machines: not in the same microsecond, by which letters are numbered.
        hear([scene.line("p0", "g", shut, "shut", "shut")], 2 * ALREADY + 1)

    at_once(vote, close)
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
