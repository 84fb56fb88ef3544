"""Being forgotten, from the button to the last byte of the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.composing import stage
from bot.replay import START, replay
from bot.store import Store, keys
from models.base import Base
from models.line import Promise
from models.person import Person

LIVED = """
ana #rent> /found Rent group
zyxben #rent> /join
zyxben #rent> /poll Repaint the gate?
zyxben #rent> [yes]
ana #rent> /close 1
zyxben #rent> /task Buy paint @zyxben by Friday
zyxben> /mydata
zyxben> /forget
zyxben> [Yes, forget me]
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path}/kommune.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    yield store
    store.close()


async def live(store: Store, text: str) -> str:
    """A conversation in this house."""
    return await replay(
        text, lambda show: stage(store, show, language="en", zone="UTC", strict=True)
    )


def names(store: Store) -> set[str]:
    with store.session() as session:
        return set(session.scalars(select(Person.name)))


async def test_ten_minutes_later_nothing_names_them(store: Store, tmp_path: Path) -> None:
    told = await live(store, LIVED + "clock> +11min\n")
    assert "Everything about you is erased" in told
    assert names(store) == {"Ana"}
    store.empty_log()
    left = b"".join(file.read_bytes() for file in tmp_path.glob("kommune.db*")).lower()
    assert b"zyxben" not in left
    assert b"repaint the gate?" in left


async def test_until_then_the_way_back_is_open(store: Store) -> None:
    await live(store, LIVED + "clock> +9min\nzyxben> /help\nclock> +11min\n")
    assert names(store) == {"Ana", "Zyxben"}


async def test_somebody_who_joins_again_at_once_stays(store: Store) -> None:
    await live(store, LIVED + "zyxben #rent> /join\nclock> +11min\n")
    assert names(store) == {"Ana", "Zyxben"}


async def test_nobody_is_forgotten_by_typing(store: Store) -> None:
    """The last word is a button's, and a button is shown in private alone."""
    until = int((START + timedelta(minutes=9)).timestamp())
    said = f"/forget-all @{until}"
    await live(store, f"ana #rent> /found Rent group\nana #rent> {said}\nana> {said}\n")
    assert names(store) == {"Ana"}


async def test_sweeping_goes_on_day_after_day(store: Store) -> None:
    await live(store, "ana #rent> /found Rent group\nclock> +3d\n")
    with store.session() as session:
        due = session.scalars(select(Promise.due_at).where(Promise.key == "sweep")).all()
    assert due == [START + timedelta(days=4)]
