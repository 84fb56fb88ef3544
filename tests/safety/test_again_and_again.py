"""Whoever does a thing and undoes it, again and again, is not heard by the group each time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.markup import plain
from models.assembly import Assembly, Membership
from models.case import Case
from models.person import Person
from models.plenty import (
    MOST_BROUGHT,
    MOST_COMMITTEES,
    MOST_INVITED,
    MOST_JOINED,
    MOST_SOLVED,
    MOST_THEMES,
    Tally,
)
from models.sweeping import sweep
from tests.bot.conftest import Scene, scene
from tests.safety.world import only, press, say

__all__ = ["scene"]

FURTHER = 3
"""So often more than anybody is heard."""


def door(scene: Scene) -> str:
    with scene.running.store.session() as session:
        return str(only(session, Assembly, name="Wedding").door)


async def comes_and_goes(scene: Scene, n: int) -> None:
    await say(scene, f"zoe * /join {door(scene)}")
    with scene.running.store.session() as session:
        query = select(Membership).join(Membership.person).where(Person.name == "Zoe")
        place = session.scalars(query).first()
    if place is not None and place.left_at is None:
        await press(scene, "zoe", "zoe", "leave-now", place)


async def asks_and_is_forgotten(scene: Scene, n: int) -> None:
    if n == 0:
        await say(scene, "ana g /admission vouched")
    await say(scene, f"zoe * /join {door(scene)}")
    await press(scene, "zoe", "zoe", "forget-all", scene.time() + timedelta(minutes=5))


async def brings_and_takes_back(scene: Scene, n: int) -> None:
    await say(scene, f"zoe * /case {door(scene)} Trouble {n}")
    with scene.running.store.session() as session:
        found = session.scalars(select(Case).where(Case.person_id.is_not(None))).first()
    if found is not None:
        await press(scene, "zoe", "zoe", "case-topic", found, "rent")
        await press(scene, "zoe", "zoe", "withdraw-now", found)


async def solves_and_opens(scene: Scene, n: int) -> None:
    if n == 0:
        await say(scene, f"zoe * /case {door(scene)} Trouble")
    with scene.running.store.session() as session:
        found = only(session, Case)
    await press(scene, "zoe", "zoe", "case-topic", found, "rent")
    await press(scene, "zoe", "zoe", "case-solved", found)
    await press(scene, "zoe", "zoe", "case-again", found)


async def invites(scene: Scene, n: int) -> None:
    if n == 0:
        await say(scene, "ben c /council Town")
        for number in range(MOST_INVITED + FURTHER):
            await say(scene, f"dan{number} x{number} /found Home {number}")
    await say(scene, f"ben c /invite Home {n}")


async def asks_for_a_theme(scene: Scene, n: int) -> None:
    if n == 0:
        await say(scene, "ben k /committee Trolls")
    await say(scene, "ben k /theme rent")


async def founds(scene: Scene, n: int) -> None:
    await say(scene, f"ben k{n} /committee Number {n}")
    if n == 5:
        await press(scene, "ben", "ben", "forget-all", scene.time() + timedelta(minutes=5))
        await say(scene, "ben g /join")


Deed = Callable[[Scene, int], Awaitable[None]]
DEEDS: dict[Deed, tuple[int, str, str]] = {
    comes_and_goes: (MOST_JOINED, "You have come to Wedding", "Welcome, Zoe"),
    asks_and_is_forgotten: (MOST_JOINED, "You have come to Wedding", "Zoe wants to join"),
    brings_and_takes_back: (MOST_BROUGHT, "You have brought", "Nobody looks after it yet"),
    solves_and_opens: (MOST_SOLVED, "You have said so", "Solved."),
    invites: (MOST_INVITED, "You have invited", "Town invites"),
    asks_for_a_theme: (MOST_THEMES, "You have changed this", "Trolls would like"),
    founds: (MOST_COMMITTEES, "You have founded", "is founded, as a committee"),
}


@pytest.mark.parametrize("deed", DEEDS)
async def test_it_is_heard_so_often_in_a_day_and_no_more(scene: Scene, deed: Deed) -> None:
    most, refusal, heard = DEEDS[deed]
    for n in range(most + FURTHER):
        await deed(scene, n)
    said = [(chat, plain(letter.text)) for chat, letter in scene.wire.said]
    assert sum(refusal in text for _, text in said) == FURTHER
    assert sum(heard in text for chat, text in said if chat not in {"zoe", "ben"}) == most
    scene.time.present += timedelta(days=1)
    before = len(scene.wire.said)
    await deed(scene, most + FURTHER)
    assert not any(refusal in plain(letter.text) for _, letter in scene.wire.said[before:])


async def test_what_counts_tells_nobody_who_it_was(scene: Scene) -> None:
    """And a day later nothing is left of it."""
    await comes_and_goes(scene, 0)
    with scene.running.store.session() as session, session.begin():
        marks = session.scalars(select(Tally.mark)).all()
        assert marks
        assert not any("zoe" in mark or "wire" in mark for mark in marks)
        sweep(session, scene.time() + timedelta(days=1))
        assert session.scalars(select(Tally.mark)).all() == []
