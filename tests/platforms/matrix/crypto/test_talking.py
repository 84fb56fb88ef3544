"""Encrypted rooms, with people whose app encrypts as Element does."""

from __future__ import annotations

from bot.platforms import Key, Kind, Outgoing
from tests.element import Peer
from tests.platforms.matrix.conftest import Bot

PAINT = Outgoing("l1", Kind.MESSAGE, ("Paint it?",), (Key("yes", "/v 1 1"), Key("no", "/v 1 2")))


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
