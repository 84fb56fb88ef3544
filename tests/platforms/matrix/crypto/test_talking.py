"""Encrypted rooms, with people whose app encrypts as Element does."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from bot.platforms import Key, Kind, Outgoing
from tests.element import Element, Peer
from tests.platforms.matrix.conftest import Bot

PAINT = Outgoing("l1", Kind.MESSAGE, ("Paint it?",), (Key("yes", "/v 1 1"), Key("no", "/v 1 2")))


@pytest.fixture
async def eli(bot: Bot, element: Element, dora: Peer, sealed: str) -> Peer:
    """Somebody else in Dora's room, as the bot has heard."""
    somebody = await element.person(bot.synapse, "eli")
    await dora.invite(sealed, somebody.id)
    await somebody.join(sealed)
    await bot.ear.event("joined", sealed)
    return somebody


async def test_what_is_said_is_heard_and_answered(bot: Bot, dora: Peer, sealed: str) -> None:
    await dora.say(sealed, "!poll Paint it? | yes | no")
    heard = await bot.ear.utterance("/poll Paint it? | yes | no")
    assert heard.speaker.account == dora.id
    ref = await bot.matrix.say(bot.room(sealed), PAINT)
    card = await dora.until(sealed, lambda event: event.id == ref)
    assert card.content["body"] == "Paint it?\n1 yes · 2 no"
    await dora.reply(sealed, ref, "1")
    answer = await bot.ear.utterance("1")
    assert (answer.reply_to, answer.place.private) == (ref, False)


async def test_whoever_is_silent_reads_on_a_new_phone_as_well(
    bot: Bot, element: Element, dora: Peer, eli: Peer, sealed: str
) -> None:
    for _ in range(55):
        # So much is said that eli's coming is out of sight after a start.
        await dora.send_raw(sealed, "m.room.message", {"msgtype": "m.notice", "body": "…"})
    heard = len(bot.ear.deliveries)
    await bot.restart()
    await bot.ear.until(lambda: len(bot.ear.deliveries) > heard)
    await bot.matrix.say(bot.room(sealed), PAINT)
    phone = await element.login(bot.synapse.url, eli.id, eli.password)
    await eli.sign(phone)
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    ref = await bot.matrix.say(bot.room(sealed), replace(PAINT, id="l2", text=("And the door?",)))
    seen = await phone.until(sealed, lambda event: event.id == ref)
    assert seen.body.startswith("And the door?")


async def test_whoever_left_cannot_read_what_is_said_afterwards(
    bot: Bot, dora: Peer, eli: Peer, sealed: str
) -> None:
    first = await bot.matrix.say(bot.room(sealed), PAINT)
    assert (await eli.until_event(sealed, first)).body.startswith("Paint it?")
    await eli.leave(sealed)
    await bot.ear.event("left", sealed)
    second = await bot.matrix.say(bot.room(sealed), replace(PAINT, id="l2"))
    keys = {
        (await dora.call("GET", f"/rooms/{quote(sealed)}/event/{quote(ref)}"))["content"][
            "session_id"
        ]
        for ref in (first, second)
    }
    assert len(keys) == 2
