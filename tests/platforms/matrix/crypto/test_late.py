"""Keys that come late, or never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.platforms import TryLater
from bot.platforms.matrix.syncing import Syncing
from tests.element import Peer
from tests.platforms.matrix.conftest import Bot, adapter
from tests.platforms.matrix_people import Person


class Time:
    """A time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = datetime(2030, 5, 4, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def time(bot: Bot) -> Time:
    """The bot's own time."""
    time = Time()
    await bot.stop()
    bot.matrix = adapter(bot.synapse.url, bot.id, bot.data, now=time)
    await bot.start(bot.ear.bookmark)
    return time


def told(bot: Bot) -> list[str]:
    return [line.ref for line in bot.ear.lines if getattr(line, "name", "") == "unreadable"]


async def test_what_is_said_before_its_key_comes_is_heard_in_its_order(
    bot: Bot, dora: Peer, sealed: str
) -> None:
    await dora.hold_keys()
    await dora.say(sealed, "!task Flyers")
    second = await dora.say(sealed, "!task Posters")
    await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.text", "body": "!polls"})
    await bot.ear.utterance("/polls")
    assert bot.ear.texts == ["/polls"]
    await dora.release_keys()
    heard = await bot.ear.utterance("/task Posters")
    assert bot.ear.texts == ["/polls", "/task Flyers", "/task Posters"]
    assert heard.ref == second


async def test_what_waits_for_its_key_outlives_a_kill(bot: Bot, dora: Peer, sealed: str) -> None:
    await dora.hold_keys()
    await dora.say(sealed, "!task Flyers")
    await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.text", "body": "!polls"})
    await bot.ear.utterance("/polls")
    await bot.restart()
    await dora.release_keys()
    await bot.ear.utterance("/task Flyers")
    await bot.restart()
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert bot.ear.texts.count("/task Flyers") == 1


async def test_after_five_minutes_the_room_is_told_and_the_line_given_up(
    bot: Bot, time: Time, dora: Peer, sealed: str
) -> None:
    await dora.hold_keys()
    lost = await dora.say(sealed, "!task Flyers")
    await dora.say(sealed, "!task Posters")
    plain = {"msgtype": "m.text", "body": "!polls"}
    await dora.send_raw(sealed, "m.room.message", plain)
    await bot.ear.utterance("/polls")
    time.now += timedelta(minutes=4)
    await dora.send_raw(sealed, "m.room.message", {**plain, "body": "!tasks"})
    await bot.ear.utterance("/tasks")
    assert told(bot) == []
    time.now += timedelta(minutes=2)
    await dora.send_raw(sealed, "m.room.message", {**plain, "body": "!meetings"})
    said = await bot.ear.event("unreadable", sealed)
    assert said.about is not None
    assert said.about.account == dora.id
    assert len(told(bot)) == 1
    assert lost not in told(bot)[0]
    await dora.release_keys()
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert "/task Flyers" not in bot.ear.texts


async def test_a_room_is_told_once_an_hour(bot: Bot, time: Time, dora: Peer, sealed: str) -> None:
    async def ask(text: str) -> None:
        await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.text", "body": f"!{text}"})
        await bot.ear.utterance(f"/{text}")

    await dora.drop_keys()
    for round_, minutes in enumerate((6, 6, 60)):
        await dora.rotate(sealed)
        await dora.say(sealed, "!task Flyers")
        await ask(f"before{round_}")
        time.now += timedelta(minutes=minutes)
        await ask(f"after{round_}")
    assert len(told(bot)) == 2


async def test_what_was_read_late_waits_until_it_is_handed_over(
    bot: Bot, dora: Peer, sealed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The homeserver goes away between the key and the rest of what came with it."""
    await dora.hold_keys()
    await dora.say(sealed, "!task Flyers")
    await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.text", "body": "!polls"})
    await bot.ear.utterance("/polls")
    room, away = Syncing._room, [TryLater(0)]

    async def once_away(syncing: Syncing, *what: Any) -> Any:
        if away:
            raise away.pop()
        return await room(syncing, *what)

    monkeypatch.setattr(Syncing, "_room", once_away)
    await bot.deafen()
    await dora.release_keys()
    await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.text", "body": "!tasks"})
    await bot.start(bot.ear.bookmark)
    await bot.ear.utterance("/tasks")
    assert bot.ear.texts == ["/polls", "/task Flyers", "/tasks"]
    assert away == []


async def test_whoever_sends_much_that_nobody_can_read_takes_no_others_place(
    bot: Bot, dora: Peer, sealed: str, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.matrix.crypto.late._MOST", 6)
    monkeypatch.setattr("bot.platforms.matrix.crypto.late._IN_ONE_ROOM", 3)
    rooms = [await ana.create_room(bot.id) for _ in range(2)]
    await dora.hold_keys()
    await dora.say(sealed, "!task Flyers")
    for room in rooms:
        await bot.ear.event("added", room)
        for number in range(4):
            await ana.send(room, "m.room.encrypted", junk(number))
        await ana.say(room, f"!from {room}")
        await bot.ear.utterance(f"/from {room}")
    await dora.say(sealed, "!task Posters")
    await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.text", "body": "!polls"})
    await bot.ear.utterance("/polls")
    assert len(bot.matrix._late._all()) == 6
    await dora.release_keys()
    await bot.ear.utterance("/task Posters")
    assert "/task Flyers" in bot.ear.texts


def junk(number: int) -> dict[str, str]:
    """The content of an event that nobody can read."""
    content = {"ciphertext": "AwgAEg", "device_id": "D", "sender_key": "k" * 43}
    return {"algorithm": "m.megolm.v1.aes-sha2", "session_id": f"{number:043d}", **content}
