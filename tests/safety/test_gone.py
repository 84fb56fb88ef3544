"""Whoever has gone is gone: nothing of theirs holds on, and nothing reaches them any more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Delivery, Event, Gone, Place, Speaker
from handlers.turn import wire
from models.assembly import Assembly
from models.case import Case
from models.delegation import Delegation
from models.inquiry import Inquiry
from models.report import Report
from tests.bot.conftest import Scene
from tests.safety.world import only, pass_time, press, say, sit


async def test_whoever_speaks_at_every_height_is_forgotten(scene: Scene) -> None:
    """Only from Town can Ben be sent to Region: the higher seat is given back first."""
    await say(scene, "ana c /council Town", "ana d /council Region", "ben * /start")
    with scene.running.store.session() as session, session.begin():
        sit(session, "Wedding", "Town", "Ben", scene.time())
        sit(session, "Town", "Region", "Ben", scene.time())
    until = scene.time() + timedelta(minutes=5)
    await scene.hear(scene.line("ben", "ben", wire("forget-all", until), pressed="forget"))
    said = [(chat, plain(one.text)) for chat, one in await scene.carry()]
    assert any("Everything about you is erased" in text for chat, text in said if chat == "ben")
    for chat, council in (("c", "Town"), ("d", "Region")):
        assert any(f"Ben no longer goes to {council}" in text for at, text in said if at == chat)
    with scene.running.store.session() as session:
        assert session.scalars(select(Delegation)).unique().all() == []


async def blocked(scene: Scene) -> Case:
    """Ben cares for Nora's case and reads it; then he blocks the bot, and she writes on."""
    with scene.running.store.session() as session:
        door = only(session, Assembly, name="Wedding").door
    await say(scene, "ben * /start", f"nora * /start case_{door}", "nora * First words")
    with scene.running.store.session() as session:
        case: Case = only(session, Case)
    await press(scene, "nora", "nora", "case-topic", case, "rent")
    await press(scene, "ben", "g", "care", case)
    scene.wire.trouble["ben"] = [Gone()]
    await say(scene, "nora * Second words")
    return case


async def come_back(scene: Scene) -> list[str]:
    """Ben opens the chat again, days later; what he is shown then."""
    scene.time.present += timedelta(days=3)
    back = Event("back", Place("wire", "ben", private=True), "opened", Speaker("ben", "Ben"))
    await scene.running.hear(Delivery("wire", (back,)))
    return [plain(one.text) for chat, one in await scene.carry() if chat == "ben"]


async def test_words_that_waited_are_said_to_whoever_comes_back(scene: Scene) -> None:
    await blocked(scene)
    assert any("Second words" in text for text in await come_back(scene))


async def forgets(scene: Scene, _case: Case) -> None:
    until = scene.time() + timedelta(minutes=5)
    await press(scene, "nora", "nora", "forget-all", until)
    await pass_time(scene, timedelta(minutes=11))


async def takes_back(scene: Scene, case: Case) -> None:
    await press(scene, "nora", "nora", "withdraw-now", case)


@pytest.mark.parametrize("how", [takes_back, forgets])
async def test_words_taken_back_are_gone_behind_a_closed_door(
    scene: Scene, how: Callable[[Scene, Case], Awaitable[None]]
) -> None:
    """What was shown is edited as soon as the chat is open again; what waited is never said."""
    case = await blocked(scene)
    await how(scene, case)
    said = await come_back(scene)
    assert [text for text in said if "words" in text] == ["✉️ These words are deleted."]


async def leaves(scene: Scene, _case: Case) -> None:
    left = Event("left", Place("wire", "g"), "left", Speaker("ben", "Ben"))
    await scene.running.hear(Delivery("wire", (left,)))
    await pass_time(scene, timedelta(minutes=1))


async def hands_back(scene: Scene, case: Case) -> None:
    await press(scene, "ben", "g", "hand", case)


@pytest.mark.parametrize("how", [leaves, hands_back])
async def test_words_that_waited_are_not_for_who_cares_no_longer(
    scene: Scene, how: Callable[[Scene, Case], Awaitable[None]]
) -> None:
    case = await blocked(scene)
    await how(scene, case)
    said = await come_back(scene)
    assert not any("words" in text for text in said)


async def test_no_answer_follows_whoever_asked_and_left(scene: Scene) -> None:
    await say(scene, "ana c /council Town", "ben * /start", "cem * /start")
    with scene.running.store.session() as session, session.begin():
        sit(session, "Wedding", "Town", "Ben", scene.time())
    await say(scene, "ben * /report They plan a march")
    with scene.running.store.session() as session:
        report = only(session, Report)
    await press(scene, "cem", "cem", "report-ask", report, "Where?")
    left = Event("left", Place("wire", "g"), "left", Speaker("cem", "Cem"))
    await scene.running.hear(Delivery("wire", (left,)))
    with scene.running.store.session() as session:
        inquiry = only(session, Inquiry)
    await press(scene, "ben", "ben", "report-answer", inquiry, "At the station")
    assert not any("station" in plain(one.text) for _, one in scene.wire.said)
    with scene.running.store.session() as session:
        assert only(session, Inquiry).answer == ""
