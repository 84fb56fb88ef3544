"""Encrypted rooms with people whose homeserver is another one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from bot.platforms import Key, Kind, Moved, Outgoing, Place, TryLater
from tests.element import Element, Peer
from tests.federation import Federating
from tests.platforms.matrix.conftest import Bot, new_bot
from tests.platforms.matrix_people import Person
from tests.platforms.sealed import shown

KEYS = (Key("yes", "/vote 1 1"), Key("no", "/vote 1 2"))
CARD = Outgoing("1", Kind.MESSAGE, ("Paint it? 0 votes",), KEYS)


@pytest.fixture
async def bot(federation: tuple[Federating, Federating], tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot, on one of the homeservers."""
    made = new_bot(federation[0], tmp_path)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def ben(federation: tuple[Federating, Federating], element: Element) -> Peer:
    """Somebody on the other one."""
    return await element.person(federation[1], "ben")


async def read(ben: Peer, room: str, ref: str, body: str) -> None:
    """What the bot said arrives as these words, and its device is known to be its own."""
    seen = await ben.until_event(room, ref)
    assert (seen.body, seen.encrypted, seen.error) == (body, True, None)
    assert (seen.cross_signed, seen.shield) == (True, "none")


async def test_a_group_across_servers(bot: Bot, ben: Peer) -> None:
    assert bot.id.partition(":")[2] != ben.id.partition(":")[2]
    room = await ben.create_room(bot.id, name="rent")
    await bot.ear.event("added", room)
    await ben.until_member(room, bot.id)
    await ben.say(room, "!poll Paint it? | yes | no")
    heard = await bot.ear.utterance("/poll Paint it? | yes | no")
    assert (heard.speaker.account, heard.place.private) == (ben.id, False)
    ref = await bot.matrix.say(heard.place, replace(CARD, reply_to=heard.message))
    await read(ben, room, ref, "Paint it? 0 votes\n1 yes · 2 no")
    await ben.reply(room, ref, "1")
    assert (await bot.ear.utterance("1")).reply_to == ref
    now = replace(CARD, id="1.2", kind=Kind.EDIT, text=("Paint it? 1 vote",), ref=ref)
    await bot.matrix.say(heard.place, now)
    await ben.until_said(room, "* Paint it? 1 vote\n1 yes · 2 no")
    assert shown(ben.timeline(room), ref) == "Paint it? 1 vote\n1 yes · 2 no"


async def test_a_private_chat_across_servers(bot: Bot, ben: Peer) -> None:
    chat = await ben.open_chat(bot.id)
    await bot.ear.event("opened", chat)
    await ben.until_member(chat, bot.id)
    await ben.say(chat, "The heating is off")
    heard = await bot.ear.utterance("The heating is off")
    assert (heard.place, heard.speaker.account) == (Place("matrix", chat, private=True), ben.id)
    ref = await bot.matrix.say(heard.place, replace(CARD, text=("Since when?",)))
    await read(ben, chat, ref, "Since when?\n1 yes · 2 no")


async def test_the_bot_writes_first_to_somebody_elsewhere(bot: Bot, ben: Peer) -> None:
    with pytest.raises(Moved) as moved:
        await bot.matrix.say(Place("matrix", ben.id, private=True), CARD)
    chat = moved.value.chat
    await bot.matrix.say(Place("matrix", chat, private=True), CARD)
    invite = await ben.until_invited()
    assert (invite.room, invite.direct, invite.encrypted) == (chat, True, True)
    # With this, what was said before he came can be read.
    key = await ben.until_letter(lambda letter: letter["type"] == "m.room_key")
    assert (key["sender"], key["content"]["room_id"]) == (bot.id, chat)
    await ben.join(chat, via=bot.id.partition(":")[2])
    ref = await bot.matrix.say(Place("matrix", chat, private=True), replace(CARD, id="2"))
    await read(ben, chat, ref, "Paint it? 0 votes\n1 yes · 2 no")
    await ben.reply(chat, ref, "2")
    assert (await bot.ear.utterance("2")).place.private is True


async def test_whoever_asks_it_into_rooms_of_a_homeserver_that_does_not_answer_deafens_nobody(
    bot: Bot, federation: tuple[Federating, Federating], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.matrix.invitations._TRIES", 1)
    here, there = federation
    async with Person(here, "ana") as ana, Person(there, "mallory") as mallory:
        room = await ana.create_room(bot.id)
        await bot.ear.event("added", room)
        await bot.deafen()
        theirs = {await mallory.create_room(bot.id) for _ in range(2)}
        waiting = bot.matrix._syncing.invitations._waiting
        there.freeze()
        try:
            await bot.start(bot.ear.bookmark)
            await _until(lambda: waiting.keys() == theirs)
            await ana.say(room, "!hello")
            await bot.ear.utterance("/hello")
            there.kill()
            await _until(lambda: not waiting)
        finally:
            there.kill()
            there.start()


async def _until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not done():
            await asyncio.sleep(0.02)


async def test_somebody_whose_homeserver_is_away_is_given_one_room(
    bot: Bot, federation: tuple[Federating, Federating]
) -> None:
    async with Person(federation[1], "cem") as cem:
        federation[1].kill()
        try:
            for _ in range(2):
                with pytest.raises(TryLater):
                    await bot.matrix.say(Place("matrix", cem.id, private=True), CARD)
        finally:
            federation[1].start()
        async with asyncio.timeout(20):
            with pytest.raises(Moved) as moved:
                while True:
                    with suppress(TryLater):
                        await bot.matrix.say(Place("matrix", cem.id, private=True), CARD)
        assert await cem.invited_to() == moved.value.chat
    joined = await bot.matrix._session.raw("GET", "/joined_rooms")
    assert joined == {"joined_rooms": [moved.value.chat]}
