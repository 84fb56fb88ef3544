"""Whoever has left an assembly is handed out their own words, not what others write there since."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.platforms import Delivery, Event, Place, Speaker
from models.decision import Decision
from models.meeting import Meeting
from models.minutes import Minutes
from models.motion import Motion
from tests.bot.conftest import Scene
from tests.safety.world import only, pass_time, press, say

LATER = (timedelta(minutes=1), timedelta(days=31))
"""Left just now, and so long ago that nothing is known of the membership any more."""


async def handed_out(scene: Scene, who: str) -> dict[str, list[dict[str, Any]]]:
    """What somebody is sent of everything that is kept of them."""
    await say(scene, f"{who} * /mydata")
    files = [letter.file for chat, letter in scene.wire.said if chat == who and letter.file]
    kept: dict[str, list[dict[str, Any]]] = json.loads(files[-1])["kept"]
    return kept


async def write_and_leave(scene: Scene) -> None:
    """Ben begins a bit of everything, and leaves."""
    await say(
        scene,
        "ben * /start",
        "ben g /decide Old draft",
        "ben g /poll Where do we meet? | a | b",
        "ben g /meet 20 May 18:00 Plenum @ Old place",
        "ben g /meet 4 May 14:30 Meal @ Old kitchen",
        "ben g /close 1",
        "ben g /state 1 Old words",
    )
    await pass_time(scene, timedelta(hours=1))
    await say(scene, "ben g /minutes 2 Old minutes")
    left = Event("left", Place("wire", "g"), "left", Speaker("ben", "Ben"))
    await scene.running.hear(Delivery("wire", (left,)))


async def change(scene: Scene) -> None:
    """Ana, who organises, goes on with what he has begun."""
    with scene.running.store.session() as session:
        motion = only(session, Motion)
    await press(scene, "ana", "g", "motion-title", motion, "New draft")
    await press(scene, "ana", "g", "motion-open", motion)
    await say(
        scene,
        "ana g /state 1 New words",
        "ana g /postpone 1 21 May 19:00",
        "ana g /minutes 2 New minutes",
        "ana g /rename New Women",
        "ana g /hidden on",
    )


@pytest.mark.parametrize("later", LATER)
async def test_what_others_wrote_afterwards_is_not_handed_out(
    scene: Scene, later: timedelta
) -> None:
    await write_and_leave(scene)
    await pass_time(scene, timedelta(minutes=1))
    await change(scene)
    with scene.running.store.session() as session:
        assert only(session, Decision, title="New draft").opener.name == "Ben"
        assert only(session, Minutes).text == "New minutes"
        moved = only(session, Meeting, title="Plenum").starts_at
    await pass_time(scene, later)
    kept = await handed_out(scene, "ben")
    told = json.dumps(kept, ensure_ascii=False)
    assert "New" not in told
    assert moved.isoformat() not in told
    assert {"decisions", "meetings", "minutes"} <= kept.keys()


async def test_what_one_wrote_oneself_stays_ones_own(scene: Scene) -> None:
    await write_and_leave(scene)
    await pass_time(scene, timedelta(days=1))
    told = json.dumps(await handed_out(scene, "ben"))
    for words in ("Old draft", "Where do we meet?", "Old words", "Plenum", "Old minutes"):
        assert words in told
