"""Letters: in order, at each chat's pace, until they arrive; one chat's trouble is its own."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from structlog.testing import capture_logs

from bot import courier, patience
from bot.courier import IDLE, Courier
from bot.making import Workshop
from bot.markup import plain
from bot.places import PLACES
from bot.platforms import Gone, Kind, Lost, Moved, Outgoing, Place, TryLater
from models.assembly import Chat
from models.decision import Decision
from models.post import Letter, Priority, State
from tests.bot.conftest import Scene, Wire


async def poll(scene: Scene, question: str = "Paint the gate?", chat: str = "g") -> Decision:
    await scene.say("ana", chat, f"/poll {question}")
    with scene.running.store.session() as session:
        return session.scalars(select(Decision).order_by(Decision.id.desc())).first()  # type: ignore[return-value]


async def vote(scene: Scene, who: str, decision: Decision, option: int = 0) -> None:
    line = f"/vote {decision.id} {decision.options[option].id}"
    await scene.hear(scene.line(who, "g", line, pressed=f"{who}{scene.time().timestamp()}"))


def edits(said: list[tuple[str, Outgoing]]) -> list[str]:
    return [plain(letter.text) for _, letter in said if letter.kind is Kind.EDIT]


async def test_a_chat_that_must_wait_keeps_its_order_and_holds_up_nobody(scene: Scene) -> None:
    await scene.say("dilan", "h", "/found Moabit")
    await scene.carry()
    scene.wire.trouble["g"] = [TryLater(90)]
    await poll(scene, "First?")
    await poll(scene, "Second?")
    await scene.say("dilan", "h", "/poll Elsewhere?")
    assert [chat for chat, _ in await scene.carry()] == ["h"]
    scene.time.present += timedelta(seconds=91)
    said = [plain(letter.text) for chat, letter in await scene.carry() if chat == "g"]
    assert ["First" in said[0], "Second" in said[1]] == [True, True]


async def test_votes_for_a_minute_are_ten_edits_and_the_last_is_true(scene: Scene) -> None:
    """A vote every quarter of a second; `make bench` does it with a thousand, on real time."""
    scene.wire.edit_pace = 6
    people = [f"p{n}" for n in range(240)]
    await scene.hear(*(scene.line(who, "g", "/join") for who in people))
    decision = await poll(scene)
    await scene.carry()
    shown: list[str] = []
    for second in range(60):
        for who in people[second::60]:
            await vote(scene, who, decision)
        shown += edits(await scene.carry())
        scene.time.present += timedelta(seconds=1)
    assert len(shown) == 10
    for _ in range(6):
        shown += edits(await scene.carry())
        scene.time.present += timedelta(seconds=1)
    assert "240 of 243" in shown[-1]


async def test_whoever_presses_before_all_buttons_stand_is_heard(scene: Scene) -> None:
    scene.wire.seeds = True
    pressed = replace(scene.line("ben", "g", "", pressed="p1"), label="yes")

    async def quick(chat: str, letter: Outgoing, ref: str) -> None:
        if letter.kind is Kind.MESSAGE and letter.keys:
            await scene.hear(replace(pressed, message=ref))

    await poll(scene)
    scene.wire.meanwhile = quick
    said = await scene.carry()
    assert ["1 of 3" in text for text in edits(said)] == [True]


async def test_buttons_that_must_wait_are_put_below_the_same_message(scene: Scene) -> None:
    scene.wire.seeds, put = True, []

    async def patient(chat: str, letter: Outgoing, ref: str) -> None:
        put.append((letter.kind, letter.id))
        if len(put) == 1:
            raise TryLater(5)

    await poll(scene)
    scene.wire.meanwhile = patient
    await scene.carry()
    scene.time.present += timedelta(seconds=6)
    await scene.carry()
    assert put[0] == put[1] and put[0][0] is Kind.MESSAGE
    scene.time.present += timedelta(seconds=6)
    assert await scene.carry() == []


async def test_a_card_rewritten_before_it_was_known_to_be_said_keeps_its_id(scene: Scene) -> None:
    decision = await poll(scene)
    scene.wire.trouble["g"] = [TryLater(1)]
    await scene.carry()
    await vote(scene, "ben", decision)
    scene.time.present += timedelta(seconds=2)
    ((_, card),) = [each for each in await scene.carry() if "Paint" in plain(each[1].text)]
    assert (card.kind, card.version) == (Kind.MESSAGE, 2)
    await vote(scene, "ana", decision)
    ((_, edit),) = [each for each in await scene.carry() if each[1].kind is Kind.EDIT]
    assert (card.id, edit.id) == (edit.id.partition(".")[0], f"{card.id}.3")


async def test_a_card_rewritten_while_it_is_being_sent_is_sent_again(scene: Scene) -> None:
    decision = await poll(scene)
    await scene.carry()
    await vote(scene, "ben", decision)
    under_way, go_on = asyncio.Event(), asyncio.Event()

    class Slow(Wire):
        async def say(self, place: Place, letter: Outgoing) -> str:
            if letter.kind is Kind.EDIT and not go_on.is_set():
                under_way.set()
                await go_on.wait()
            return await super().say(place, letter)

    scene.wire.__class__ = Slow
    carrying = asyncio.create_task(scene.running.courier.drain())
    await under_way.wait()
    await vote(scene, "cem", decision)
    go_on.set()
    await carrying
    await scene.carry()
    assert "2 of 3" in edits(scene.wire.said)[-1]


async def test_nobody_there_is_tried_once_then_letters_wait_for_the_return(scene: Scene) -> None:
    scene.wire.trouble["g"] = [Gone()]
    await poll(scene)
    await poll(scene)
    assert await scene.carry() == []
    with scene.running.store.session() as session:
        assert session.scalars(select(Chat).where(Chat.ref == "g")).one().gone
        parked = session.scalars(select(Letter).where(Letter.state == State.PARKED)).all()
        assert len(parked) == 2


async def test_who_may_write_again_says_all_that_waited(scene: Scene) -> None:
    """Refused, heard from, refused again before it was mended: nothing is kept for ever."""
    scene.wire.trouble["g"] = [Gone(), Gone()]
    await poll(scene)
    assert await scene.carry() == []
    await scene.say("ben", "g", "/tasks")
    assert await scene.carry() == []
    await scene.say("cem", "g", "/polls")
    said = [plain(letter.text) for _, letter in await scene.carry()]
    assert len(said) == 3 and "Paint" in said[0]


async def test_a_lost_message_is_said_anew(scene: Scene) -> None:
    decision = await poll(scene)
    await scene.carry()
    scene.wire.trouble["g"] = [Lost()]
    await vote(scene, "ben", decision)
    said = await scene.carry()
    assert [letter.kind for _, letter in said if letter.keys] == [Kind.MESSAGE]


async def test_a_group_that_moved_is_followed(scene: Scene) -> None:
    scene.wire.trouble["g"] = [Moved("g2")]
    await poll(scene)
    assert [chat for chat, _ in await scene.carry()] == ["g2"]
    await scene.say("ben", "g2", "/polls")
    assert "Paint the gate" in plain((await scene.carry())[-1][1].text)


async def test_what_is_no_longer_worth_saying_is_not_said(scene: Scene) -> None:
    decision = await poll(scene)
    await scene.carry()
    await vote(scene, "ben", decision)
    scene.time.present += timedelta(minutes=5)
    assert [letter.kind for _, letter in await scene.carry()] == [Kind.EDIT]


async def test_what_is_too_late_by_the_time_it_may_be_said_is_not_said(scene: Scene) -> None:
    class Slow(Wire):
        async def admit(self, place: Place, letter: Outgoing) -> None:
            scene.time.present += timedelta(minutes=2)

    decision = await poll(scene)
    await scene.carry()
    await vote(scene, "ben", decision)
    scene.wire.__class__ = Slow
    assert [letter.kind for _, letter in await scene.carry()] == [Kind.EDIT]
    assert await scene.carry() == []


def put_digests(scene: Scene, number: int) -> None:
    """So many chats are each to hear what is not urgent."""
    store, now = scene.running.store, scene.time()
    with store.session() as session, session.begin():
        for n in range(number):
            chat = Chat(platform="wire", ref=f"d{n}")
            session.add(Letter(
                id=n, chat=chat, kind=Kind.MESSAGE, not_before=now, written_at=now,
                priority=Priority.DIGEST, body='["digest"]',
            ))  # fmt: skip


async def test_an_answer_waits_for_few_of_what_is_less_urgent(scene: Scene) -> None:
    go_on = asyncio.Event()

    class Slow(Wire):
        async def say(self, place: Place, letter: Outgoing) -> str:
            await go_on.wait()
            return await super().say(place, letter)

    put_digests(scene, 100)
    scene.wire.__class__ = Slow
    carrying = asyncio.create_task(scene.running.courier.drain())
    while not scene.running.courier._tasks:
        await asyncio.sleep(0)
    await scene.say("ben", "ben", "/help")
    go_on.set()
    await carrying
    said = [chat for chat, _ in scene.wire.said if chat == "ben" or chat.startswith("d")]
    assert len(said) == 101 and said.index("ben") <= PLACES


async def test_an_unknown_error_is_tried_again_and_no_text_is_logged(scene: Scene) -> None:
    scene.wire.trouble["g"] = [RuntimeError("Paint the gate?")]
    await poll(scene)
    assert await scene.carry() == []
    scene.time.present += timedelta(seconds=3)
    assert len(await scene.carry()) == 1


async def test_what_fails_for_ever_is_passed_by_others_and_given_up_after_a_day(
    scene: Scene,
) -> None:
    class Choosy(Wire):
        async def say(self, place: Place, letter: Outgoing) -> str:
            if "Paint" in plain(letter.text):
                raise TryLater(5, failed=True)
            return await super().say(place, letter)

    scene.wire.__class__ = Choosy
    began = scene.time()
    await poll(scene)
    await scene.say("ben", "g", "/tasks")
    assert await scene.carry() == []
    scene.time.present += timedelta(seconds=6)
    assert await scene.carry() == []
    for minutes in (1, 2, 4, 8, *range(16, 60 * 28, 11)):
        scene.time.present = began + timedelta(minutes=minutes)
        if await scene.carry():
            assert minutes <= 2
    with scene.running.store.session() as session:
        dropped = session.scalars(select(Letter).where(Letter.state == State.DROPPED)).one()
        assert dropped.slot and dropped.tries > 100


async def test_what_waits_for_a_platform_no_longer_set_up_keeps_nobody_awake(scene: Scene) -> None:
    await poll(scene)
    running = scene.running
    other = Courier(
        running.store,
        {"other": Wire("other")},
        scene.time,
        running.hear,
        Workshop(running.store, running.ear.house),
    )
    await other.drain()
    assert await other._until_next() == IDLE
    await other.close()


async def test_what_was_said_is_not_said_again_while_the_store_is_out_of_order(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "STORE_AGAIN", 0.01)

    async def run(sql: str) -> None:
        def work() -> None:
            with scene.running.store.session() as session, session.begin():
                session.execute(text(sql))

        await scene.running.store.run(work)

    class Full(Wire):
        async def say(self, place: Place, letter: Outgoing) -> str:
            full = "select raise(abort, 'full')"
            await run(f"create trigger full before update on letters begin {full}; end")
            return await super().say(place, letter)

    await poll(scene)
    scene.wire.__class__ = Full
    said = len(scene.wire.said)
    with capture_logs() as logs:
        carrying = asyncio.create_task(scene.running.courier.drain())
        while len(logs) < 3:
            await asyncio.sleep(0)
    await run("drop trigger full")
    await carrying
    assert await scene.carry() == [] and len(scene.wire.said) == said + 1


async def test_every_version_has_one_transaction_id(scene: Scene) -> None:
    decision = await poll(scene)
    await scene.carry()
    scene.wire.trouble["g"] = [TryLater(1)]
    await vote(scene, "ben", decision)
    await scene.carry()
    scene.time.present += timedelta(seconds=2)
    await scene.carry()
    await vote(scene, "cem", decision)
    await scene.carry()
    ids = [letter.id for _, letter in scene.wire.said]
    assert len(ids) == len(set(ids))


async def test_what_hangs_in_one_chat_silences_no_other(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "PATIENCE", 0.01)
    go_on = asyncio.Event()

    class Hanging(Wire):
        async def say(self, place: Place, letter: Outgoing) -> str:
            if place.chat == "g":
                await go_on.wait()
            return await super().say(place, letter)

    scene.wire.__class__, scene.wire.exact = Hanging, False
    await poll(scene)
    await scene.say("ben", "ben", "/help")
    before = len(scene.wire.said)
    carrying = asyncio.create_task(scene.running.courier.drain())
    async with asyncio.timeout(10):
        while len(scene.wire.said) == before:
            await asyncio.sleep(0)
    assert [chat for chat, _ in scene.wire.said[before:]] == ["ben"]
    go_on.set()
    await carrying
    assert [chat for chat, _ in scene.wire.said[before:]] == ["ben", "g"]


async def test_where_letters_can_be_doubled_one_is_under_way_at_a_time(scene: Scene) -> None:
    """A kill between the saying and the writing down doubles it: that one and no other."""
    under_way: list[str] = []

    class Counting(Wire):
        async def say(self, place: Place, letter: Outgoing) -> str:
            under_way.append(place.chat)
            await asyncio.sleep(0)
            assert under_way == [place.chat]
            under_way.clear()
            return await super().say(place, letter)

    for who in ("ben", "cem", "dilan"):
        await scene.say(who, who, "/help")
    scene.wire.__class__, scene.wire.exact = Counting, False
    assert len(await scene.carry()) == 3
