"""Whatever a stranger sends, through a real homeserver: nothing breaks, nothing piles up."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable
from contextlib import closing
from pathlib import Path

import pytest
from nio import ToDeviceEvent  # type: ignore[import-untyped]

from bot.platforms.matrix.crypto import late
from tests.element import Element, Peer
from tests.element.forging import Forger
from tests.platforms.matrix.conftest import Bot
from tests.platforms.matrix.crypto.junk import CANARY, events, half_valid, insides, letters
from tests.platforms.matrix.crypto.sender import ROOM, Sender, mended, said, sync
from tests.synapse import Synapse

LAST = "org.example.last"


def stored(bot: Bot) -> dict[str, int]:
    """How many rows every table of the crypto store has."""
    with closing(sqlite3.connect(bot.data / "matrix.db")) as store:
        names = [
            name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: store.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


async def send_junk(mallory: Peer, bot: Bot, room: str) -> int:
    """All there is, to the device and into the room; how many."""
    (device,) = await mallory.devices(bot.id)
    sent: list[Awaitable[object]] = [
        mallory.send_to_device(kind, {bot.id: {device.id: content}})
        for kind, content in letters(device.curve25519)
    ]
    forger = Forger(mallory, room)
    await forger.hand_key(bot.id)
    sent += [mallory.send_raw(room, "m.room.encrypted", one) for one in events(mallory)]
    sent += [forger.send(inside) for inside in insides(room)]
    await asyncio.gather(*sent)
    return len(sent) + await half_valid(mallory, bot, device)


@pytest.fixture
async def mallory(synapse: Synapse, element: Element) -> Peer:
    """Whom nobody in the sealed room knows."""
    return await element.person(synapse, "mallory")


async def test_junk_is_as_if_it_had_not_come(
    bot: Bot, dora: Peer, sealed: str, mallory: Peer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    taken = asyncio.Event()
    bot.matrix._session.client.add_to_device_callback(
        lambda letter: taken.set() if letter.source["type"] == LAST else None, ToDeviceEvent
    )
    room = await mallory.create_room(bot.id)
    await bot.ear.event("added", room)
    await dora.say(sealed, "!polls")
    await bot.ear.utterance("/polls")
    before = stored(bot)

    assert await send_junk(mallory, bot, room) >= 500
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    await mallory.send_to_device(LAST, {bot.id: {"*": {"over": True}}})
    await asyncio.wait_for(taken.wait(), 30)
    after = stored(bot)
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    # What waits is given up after five minutes, and what was read is thrown away with its key.
    assert grown.pop("late") <= 100
    assert grown.pop("seen") <= 50
    assert grown == {"olmsessions": 2, "room_keys": 1}

    await bot.restart()
    await dora.say(sealed, "!tasks")
    await bot.ear.utterance("/tasks")
    assert bot.ear.texts == ["/polls", "/up", "/tasks"]
    assert CANARY not in caplog.text
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_of_what_cannot_be_read_only_so_much_is_kept(
    bot: Bot, dora: Peer, sealed: str, mallory: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late, "_MOST", 30)
    room = await mallory.create_room(bot.id)
    await bot.ear.event("added", room)
    some = [one for one in events(mallory) if CANARY in str(one.get("session_id"))]
    await asyncio.gather(*(mallory.send_raw(room, "m.room.encrypted", one) for one in some))
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert stored(bot)["late"] == 30 < len(some)


async def test_nobody_uses_up_what_another_says_by_naming_a_key_like_theirs(tmp_path: Path) -> None:
    client = mended(tmp_path)
    client.restore_login("@kommune:lab.test", "BOT", "token")
    dora, mallory = Sender(tmp_path), Sender(tmp_path, "@mallory:lab.test", "LAPTOP")
    for one in (dora, mallory):
        one.known_to(client)
    dora.give_key(client)
    # Mallory is in Dora's room: she knows the key and gives it to the bot as one of her own.
    keys, theirs = mallory.keys, "!mallory:lab.test"
    client.olm.create_group_session(
        keys["curve25519"], keys["ed25519"], theirs, dora.key.id, dora.first
    )
    spoken = dora.wrap(said("!vote 12 1"), "$dora", at=2)
    copied = {**spoken["content"], "sender_key": keys["curve25519"], "device_id": "LAPTOP"}
    copy = {**spoken, "event_id": "$copy", "sender": mallory.user, "content": copied}
    await client.receive_response(sync({**copy, "origin_server_ts": 1}, room=theirs))
    response = sync(spoken)
    await client.receive_response(response)
    (heard,) = response.rooms.join[ROOM].timeline.events
    assert heard.source["content"]["body"] == "!vote 12 1"
