"""What platforms tell of mentions, and what becomes of it in a task."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.composing import stage
from bot.platforms import Delivery, Place, Speaker, Utterance
from bot.replay import Stage
from bot.store import Store, keys
from bot.transcript import Spoken
from models.base import Base
from models.task import Task, fetch_takers

BEN = Speaker("ben", "Ben")
BEN_BY_NAME_ALONE = Speaker("", "", "ben")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ana, Ben and Cem in one commune."""
    store = Store(f"sqlite:///{tmp_path}/tasks.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    acted = stage(store, lambda shown: None, language="en", zone="Europe/Berlin")
    for who, text in (("ana", "/found Rent"), ("ben", "/join"), ("cem", "/join")):
        await acted.speak(Spoken(0, who, "#rent", text))
    yield acted
    store.close()


@pytest.mark.parametrize(
    ("text", "mentions", "cut"),
    [
        ("Print flyers @ben by Friday", {"@ben": BEN_BY_NAME_ALONE}, ("Print flyers", ["Ben"], 10)),
        ("Print flyers by Friday @ben", {"@ben": BEN_BY_NAME_ALONE}, ("Print flyers", ["Ben"], 10)),
        ("@Ben, @CEM: print flyers", {}, ("print flyers", ["Ben", "Cem"], None)),
        ("Benefit concert for Ben", {"Ben": BEN}, ("Benefit concert", ["Ben"], None)),
        ("Carry boxes Ben K. upstairs", {"Ben K.": BEN}, ("Carry boxes upstairs", ["Ben"], None)),
        ("Ask info@ben.example @ 18:00", {}, ("Ask info@ben.example @ 18:00", [], None)),
        ("Print for Ben by Friday", {}, ("Print for Ben", [], 10)),
    ],
)
async def test_a_line_is_cut_into_what_who_and_when(
    house: Stage,
    text: str,
    mentions: Mapping[str, Speaker],
    cut: tuple[str, list[str], int | None],
) -> None:
    place = Place("console", "#rent")
    line = Utterance("r1", place, Speaker("ana", "Ana"), f"/task {text}", "p1", mentions=mentions)
    await house.running.hear(Delivery("console", (line,)))
    with house.running.store.session() as session:
        task = session.scalars(select(Task)).one()
        fetch_takers(session, [task])
        who = [taker.name for taker in task.takers]
        assert (task.title, who, task.due_at and task.due_at.day) == cut
