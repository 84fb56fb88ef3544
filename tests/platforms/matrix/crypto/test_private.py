"""Private means private: what a third person in a direct room never gets to read."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from bot.platforms import Kind, Moved, Outgoing, Place
from tests.element import Element, Peer
from tests.platforms.matrix.conftest import Bot
from tests.synapse import Synapse

SECRET = Outgoing("1", Kind.MESSAGE, ("Your case: the heating",))
MORE = Outgoing("2", Kind.MESSAGE, ("Ben looks after it",))


@pytest.fixture
async def chat(bot: Bot, dora: Peer) -> str:
    """Dora's direct, encrypted room with the bot."""
    made = await dora.open_chat(bot.id)
    await bot.ear.event("opened", made)
    return made


@pytest.fixture
async def eve(synapse: Synapse, element: Element) -> Peer:
    """Somebody else."""
    return await element.person(synapse, "eve")


async def keys_of(peer: Peer, bot: Bot) -> list[str]:
    """The rooms to which the bot gave this person keys."""
    await peer.sync()
    return [
        letter["content"]["room_id"]
        for letter in peer.letters
        if (letter["type"], letter["sender"]) == ("m.room_key", bot.id)
    ]


async def key_to(peer: Peer, room: str, ref: str) -> str:
    """With which key this was encrypted."""
    found = await peer.call("GET", f"/rooms/{quote(room)}/event/{quote(ref)}")
    return str(found["content"]["session_id"])


async def test_a_third_person_reads_nothing_of_what_was_private(
    bot: Bot, dora: Peer, eve: Peer, chat: str
) -> None:
    private = Place("matrix", chat, private=True)
    await dora.say(chat, "The heating is off")
    assert (await bot.ear.utterance("The heating is off")).place == private
    before = await bot.matrix.say(private, SECRET)
    assert (await dora.until_event(chat, before)).body == "Your case: the heating"

    await dora.invite(chat, eve.id)
    with pytest.raises(Moved) as moved:
        await bot.matrix.say(private, MORE)
    aside = moved.value.chat
    assert aside != chat
    ref = await bot.matrix.say(Place("matrix", aside, private=True), MORE)
    await dora.until_invited(lambda invite: invite.room == aside)
    await dora.join(aside)
    assert (await dora.until_event(aside, ref)).body == "Ben looks after it"

    await eve.join(chat)
    await dora.until_member(chat, eve.id)
    await dora.say(chat, "!mine")
    assert (await bot.ear.utterance("/mine")).place.private is False
    assert await keys_of(eve, bot) == []
    said = await bot.matrix.say(bot.room(chat), Outgoing("3", Kind.MESSAGE, ("To all",)))
    assert (await eve.until_event(chat, said)).body == "To all"
    blind = await eve.until_event(chat, before)
    assert (blind.error, blind.body) == ("MissingRoomKey", "")
    assert await keys_of(eve, bot) == [chat]
    assert aside not in eve.seen and aside not in eve.invites


async def test_not_even_while_the_bot_does_not_know_of_the_third(
    bot: Bot, dora: Peer, eve: Peer, chat: str
) -> None:
    private = Place("matrix", chat, private=True)
    await bot.matrix.say(private, SECRET)
    await bot.deafen()
    await dora.invite(chat, eve.id)
    with pytest.raises(Moved):
        await bot.matrix.say(private, MORE)
    assert await keys_of(eve, bot) == []


async def test_who_left_reads_nothing_more(bot: Bot, dora: Peer, eve: Peer, sealed: str) -> None:
    await dora.invite(sealed, eve.id)
    await eve.join(sealed)
    await bot.ear.event("joined", sealed)
    first = await bot.matrix.say(bot.room(sealed), SECRET)
    assert (await eve.until_event(sealed, first)).error is None
    await dora.kick(sealed, eve.id)
    await bot.ear.event("left", sealed)
    second = await bot.matrix.say(bot.room(sealed), MORE)
    assert (await dora.until_event(sealed, second)).body == "Ben looks after it"
    assert await keys_of(eve, bot) == [sealed]
    assert await key_to(dora, sealed, first) != await key_to(dora, sealed, second)


async def test_a_device_that_was_logged_out_reads_nothing_more(
    bot: Bot, dora: Peer, sealed: str, element: Element
) -> None:
    phone = await element.login(bot.synapse.url, dora.id, dora.password)
    await dora.sign(phone)
    await dora.say(sealed, "!polls")
    await bot.ear.utterance("/polls")
    first = await bot.matrix.say(bot.room(sealed), SECRET)
    assert (await phone.until_event(sealed, first)).error is None
    await phone.call("POST", "/logout")
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    second = await bot.matrix.say(bot.room(sealed), MORE)
    assert (await dora.until_event(sealed, second)).body == "Ben looks after it"
    assert await key_to(dora, sealed, first) != await key_to(dora, sealed, second)
