"""Polls as Element puts them, and what comes of people's answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.platforms import Key, Kind, Outgoing, Poll, Utterance
from tests.platforms.matrix.conftest import Bot
from tests.platforms.matrix_people import Person, Said

START, RESPONSE, END = (f"org.matrix.msc3381.poll.{what}" for what in ("start", "response", "end"))
ASKED = Poll("Which colour? (an opinion)", ("red", "green", "blue"))
KEYS = tuple(Key(words, line=f"/vote 1 {n}") for n, words in enumerate(ASKED.answers, 1))
CARD = Outgoing("p1", Kind.MESSAGE, ("the card",), keys=KEYS, poll=ASKED)


async def put(bot: Bot, room: str, letter: Outgoing = CARD) -> str:
    ref, _, name = (await bot.matrix.say(bot.room(room), letter)).partition(" ")
    assert ref == name
    return ref


async def answer(ana: Person, room: str, ref: str, *chosen: object, stable: bool = False) -> str:
    relation = {"m.relates_to": {"rel_type": "m.reference", "event_id": ref}}
    said = {"m.selections": list(chosen)} if stable else {RESPONSE: {"answers": list(chosen)}}
    return await ana.send(room, "m.poll.response" if stable else RESPONSE, relation | said)


async def heard(bot: Bot, ref: str) -> Utterance:
    await bot.ear.until(lambda: any(line.ref == ref for line in bot.ear.said))
    return next(line for line in bot.ear.said if line.ref == ref)


async def from_bot(bot: Bot, ana: Person, room: str) -> list[Said]:
    mine = [event for event in await ana.catch_up(room) if event["sender"] == bot.id]
    return [event for event in mine if event["type"] != "m.room.member"]


async def test_it_is_put_as_apps_know_it(bot: Bot, ana: Person, room: str) -> None:
    ref = await put(bot, room)
    (event,) = await from_bot(bot, ana, room)
    assert (event["event_id"], event["type"]) == (ref, START)
    asked = event["content"][START]
    text = "org.matrix.msc1767.text"
    assert asked["question"][text] == ASKED.question and asked["max_selections"] == 1
    assert asked["kind"] == "org.matrix.msc3381.poll.disclosed"
    assert [(each["id"], each[text]) for each in asked["answers"]] == [
        ("1", "red"),
        ("2", "green"),
        ("3", "blue"),
    ]
    assert event["content"][text] == "the card\n1 red · 2 green · 3 blue"


async def test_put_again_it_is_one_and_its_end_is_said_once(
    bot: Bot, ana: Person, room: str
) -> None:
    ref = await put(bot, room)
    assert await put(bot, room) == ref
    later = replace(CARD, id="p1.2", kind=Kind.EDIT, ref=ref)
    assert await put(bot, room, later) == ref
    assert [event["type"] for event in await from_bot(bot, ana, room)] == [START]
    closed = replace(later, text=("red: 2",), poll=replace(ASKED, closed=True))
    for number in (3, 4):
        assert await put(bot, room, replace(closed, id=f"p1.{number}")) == ref
    _, end = await from_bot(bot, ana, room)
    assert end["type"] == END
    assert end["content"]["m.relates_to"] == {"rel_type": "m.reference", "event_id": ref}
    assert end["content"]["org.matrix.msc1767.text"] == "red: 2"


async def test_one_that_was_put_before_a_crash_and_ended_since_is_ended(
    bot: Bot, ana: Person, room: str
) -> None:
    ref = await put(bot, room)
    ended = replace(CARD, version=2, poll=replace(ASKED, closed=True))
    assert await put(bot, room, ended) == ref
    assert [event["type"] for event in await from_bot(bot, ana, room)] == [START, END]


@pytest.mark.parametrize("stable", [False, True])
async def test_an_answer_names_the_poll_and_what_is_chosen(
    bot: Bot, ana: Person, room: str, stable: bool
) -> None:
    ref = await put(bot, room)
    for chosen in (("2",), ("3", "1", "3"), ()):
        line = await heard(bot, await answer(ana, room, ref, *chosen, stable=stable))
        assert (line.poll, line.chosen) == (ref, tuple(dict.fromkeys(map(int, chosen))))
        assert (line.speaker.account, line.place.chat) == (ana.id, room)
        assert not line.pressed and not line.text


async def test_after_a_restart_answers_are_heard(bot: Bot, ana: Person, room: str) -> None:
    ref = await put(bot, room)
    await bot.restart()
    line = await heard(bot, await answer(ana, room, ref, "1"))
    assert (line.poll, line.chosen) == (ref, (1,))


JUNK: tuple[Any, ...] = ("no", {"id": "1"}, None, "0", "１", "9" * 400)


async def test_other_polls_and_junk_are_nothing_to_the_bot(
    bot: Bot, ana: Person, room: str
) -> None:
    ref = await put(bot, room)
    theirs = await ana.send(room, START, {START: {"question": {}, "answers": []}})
    await answer(ana, room, theirs, "1")
    for what in JUNK:
        await answer(ana, room, ref, what)
    for relation in ("m.reference", {"rel_type": "m.reference"}, {"event_id": ref}, None):
        await ana.send(room, RESPONSE, {"m.relates_to": relation, RESPONSE: {"answers": ["1"]}})
    last = await heard(bot, await answer(ana, room, ref, "1"))
    assert [line for line in bot.ear.said if line.poll] == [last]
