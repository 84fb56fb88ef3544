"""Binding decisions from their opening to their end, as lines are heard and the clock speaks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select

from bot.platforms import Delivery, Event, Place, Speaker
from handlers.turn import wire
from models.base import Base
from models.decision import Decision
from models.ending import Ending
from models.motion import Motion
from tests.bot.conftest import Scene, empty_scene

PEOPLE = [f"p{number}" for number in range(60)]


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """A commune in chat "g": Ana has founded it, sixty others belong to it."""
    scene = empty_scene(tmp_path)
    await scene.say("ana", "g", "/found Wedding")
    await scene.hear(*(scene.line(who, "g", "/join") for who in PEOPLE))
    await scene.carry()
    yield scene
    scene.running.store.close()


def only(scene: Scene, kind: type[Base]) -> Base:
    with scene.running.store.session() as session:
        found: Base = session.scalars(select(kind)).unique().one()
        if isinstance(found, Decision):
            assert found.options
        return found


def decision(scene: Scene) -> Decision:
    found = only(scene, Decision)
    assert isinstance(found, Decision)
    return found


async def press(scene: Scene, who: str, line: str) -> None:
    await scene.hear(scene.line(who, "g", line, pressed=f"{who} {line}"))


async def draft(scene: Scene, *changes: str) -> Base:
    """A motion of Ana's, and what she presses."""
    await scene.say("ana", "g", "/decide Paint the gate?")
    motion = only(scene, Motion)
    for change in changes:
        name, _, rest = change.partition(" ")
        await press(scene, "ana", wire(name, motion, rest) if rest else wire(name, motion))
    return motion


async def pass_time(scene: Scene, time: timedelta) -> None:
    scene.time.present += time
    while scene.running.ear.due(scene.time()):
        await scene.carry()


async def test_an_early_end_costs_the_same_queries_however_many_vote(scene: Scene) -> None:
    await draft(scene, "motion-set early on", "motion-open")
    vote = decision(scene)
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    async def cost(some: list[str]) -> int:
        statements.clear()
        yes = wire("vote", vote, vote.options[0].id)
        await scene.hear(*(scene.line(who, "g", yes, pressed=f"x{who}") for who in some))
        return len(statements)

    event.listen(scene.running.store.engine, "before_cursor_execute", note)
    await cost(PEOPLE[:1])
    few, many = await cost(PEOPLE[1:3]), await cost(PEOPLE[3:])
    event.remove(scene.running.store.engine, "before_cursor_execute", note)
    assert many == few
    await pass_time(scene, timedelta(seconds=30))
    assert decision(scene).is_open
    await pass_time(scene, timedelta(seconds=40))
    assert decision(scene).outcome is Ending.PASSED


async def test_a_vote_taken_back_in_time_keeps_it_open(scene: Scene) -> None:
    await draft(scene, "motion-set early on", "motion-open")
    vote = decision(scene)
    yes = wire("vote", vote, vote.options[0].id)
    half = PEOPLE[:31]
    await scene.hear(*(scene.line(who, "g", yes, pressed=f"x{who}") for who in half))
    await press(scene, half[0], wire("unvote", vote))
    await pass_time(scene, timedelta(minutes=5))
    assert decision(scene).is_open


async def test_it_does_not_end_early_unless_that_was_chosen(scene: Scene) -> None:
    await draft(scene, "motion-open")
    vote = decision(scene)
    yes = wire("vote", vote, vote.options[0].id)
    await scene.hear(*(scene.line(who, "g", yes, pressed=f"x{who}") for who in PEOPLE))
    await pass_time(scene, timedelta(hours=1))
    assert decision(scene).is_open
    await press(scene, "ana", wire("close", vote))
    assert decision(scene).is_open
    await press(scene, "ana", yes)
    await press(scene, "ana", wire("close", vote))
    assert decision(scene).outcome is Ending.PASSED


async def test_who_has_left_opens_nothing_any_more(scene: Scene) -> None:
    """Nor is anything lost: what they drafted waits until it is swept."""
    at = scene.time() + timedelta(days=1)
    await draft(scene, f"motion-opens @{int(at.timestamp())}")
    left = Event("left", Place("wire", "g"), "left", Speaker("ana", "Ana", "ana"))
    await scene.running.hear(Delivery("wire", (left,)))
    await pass_time(scene, timedelta(days=2))
    with scene.running.store.session() as session:
        assert session.scalars(select(Decision)).all() == []
        motion = session.scalars(select(Motion)).unique().one()
        assert (motion.opens_at, motion.decision_id) == (None, None)


async def test_what_was_opened_by_hand_is_not_opened_by_the_clock_again(scene: Scene) -> None:
    at = scene.time() + timedelta(days=1)
    await draft(scene, f"motion-opens @{int(at.timestamp())}", "motion-open", "motion-open")
    await pass_time(scene, timedelta(days=2))
    assert decision(scene).number == 1


async def test_who_comes_in_the_same_moment_has_no_vote_and_who_leaves_loses_it(
    scene: Scene,
) -> None:
    await draft(scene)
    motion = only(scene, Motion)
    await scene.hear(
        scene.line("ana", "g", wire("motion-open", motion), pressed="open"),
        scene.line("late", "g", "/join"),
    )
    vote = decision(scene)
    yes = wire("vote", vote, vote.options[0].id)
    for who in ("late", "p0", "p1"):
        await press(scene, who, yes)
    left = Event("left", Place("wire", "g"), "left", Speaker("p0", "P0", "p0"))
    await scene.running.hear(Delivery("wire", (left,)))
    await pass_time(scene, timedelta(days=8))
    ended = decision(scene)
    assert (ended.eligible, ended.cast_votes) == (60, 1)


async def test_what_another_has_answered_is_not_taken_back(scene: Scene) -> None:
    await draft(scene, "motion-open")
    vote = decision(scene)
    await press(scene, "p1", wire("vote", vote, vote.options[0].id))
    await press(scene, "ana", wire("unpoll", vote))
    assert decision(scene).is_open
    await press(scene, "p1", wire("unvote", vote))
    await press(scene, "ana", wire("unpoll", vote))
    assert decision(scene).outcome is Ending.WITHDRAWN


async def test_a_draft_in_private_is_for_whoever_began_it(scene: Scene) -> None:
    await scene.say("p1", "p1", "/start")
    await scene.say("p1", "p1", "/decide Paint the gate?")
    motion = only(scene, Motion)
    await scene.carry()
    for line in (wire("motion-open", motion), wire("motion", motion), wire("motion-drop", motion)):
        await press(scene, "p2", line)
    said = [str(letter.text) for _, letter in await scene.carry()]
    assert not any("Paint" in text for text in said)
    with scene.running.store.session() as session:
        assert session.scalars(select(Decision)).all() == []
