"""The peer itself: two people talk, and what is kept from a third."""

from __future__ import annotations

import pytest

from tests.element import Element, Event, Peer, PeerError
from tests.element.forging import Forger
from tests.synapse import Synapse

FILE = bytes(range(256)) * 5_000


@pytest.fixture
async def ana(synapse: Synapse, element: Element) -> Peer:
    return await element.person(synapse, "ana")


@pytest.fixture
async def ben(synapse: Synapse, element: Element) -> Peer:
    return await element.person(synapse, "ben")


@pytest.fixture
async def room(ana: Peer, ben: Peer) -> str:
    """Ana's encrypted chat with Ben, who is there."""
    made = await ana.open_chat(ben.id)
    invite = await ben.until_invited()
    assert (invite.room, invite.by, invite.direct, invite.encrypted) == (made, ana.id, True, True)
    await ben.join(made)
    return made


async def on_the_server(peer: Peer, room: str, event: str) -> str:
    """The event's kind as the homeserver has it."""
    found = await peer.call("GET", f"/rooms/{room}/event/{event}")
    assert "heating" not in str(found["content"])
    return str(found["type"])


async def test_two_people_talk(ana: Peer, ben: Peer, room: str) -> None:
    said = await ana.say(room, "The heating is off")
    assert await on_the_server(ana, room, said) == "m.room.encrypted"
    heard = await ben.until_said(room, "The heating is off")
    assert (heard.id, heard.sender, heard.kind) == (said, ana.id, "m.room.message")
    assert (heard.encrypted, heard.device, heard.cross_signed) == (True, ana.device, True)
    assert (heard.shield, heard.shield_code) == ("none", None)
    answer = await ben.reply(room, said, "Here too")
    assert (await ana.until_said(room, "Here too")).id == answer
    await ben.edit(room, answer, "Here as well")
    edit = await ana.until_said(room, "* Here as well")
    assert edit.content["m.relates_to"] == {"rel_type": "m.replace", "event_id": answer}


async def test_files_go_both_ways(ana: Peer, ben: Peer, room: str) -> None:
    for giver, taker in ((ana, ben), (ben, ana)):
        sent = await giver.send_file(room, FILE, "rent.pdf", "application/pdf")
        heard = await taker.until_event(room, sent)
        assert heard.encrypted
        assert heard.content["info"] == {"mimetype": "application/pdf", "size": len(FILE)}
        assert await taker.download(heard) == FILE
        in_the_clear = Event("", "", "", {"url": heard.content["file"]["url"]}, 0)
        assert await taker.download(in_the_clear) != FILE


async def test_reactions_and_redactions_are_seen_by_all(ana: Peer, ben: Peer, room: str) -> None:
    said = await ana.say(room, "Tea?")
    thumb = await ben.react(room, said, "👍")
    seen = await ana.until(room, lambda event: event.kind == "m.reaction")
    assert (seen.id, seen.encrypted) == (thumb, False)
    await ana.redact(room, said)
    taken = await ben.until(room, lambda event: event.kind == "m.room.redaction")
    assert taken.content.get("redacts", taken.redacts) == said


async def test_an_unsigned_device_gets_no_key(
    synapse: Synapse, element: Element, ana: Peer, ben: Peer, room: str
) -> None:
    cem = await element.person(synapse, "cem", cross_signed=False)
    await ana.invite(room, cem.id)
    await cem.join(room)
    said = await ana.say(room, "Only for those who are known")
    blind = await cem.until(room, lambda event: event.id == said and event.withheld is not None)
    assert (blind.error, blind.withheld, blind.body) == ("MissingRoomKey", "m.unverified", "")
    letter = await cem.until_letter(lambda letter: letter["type"] == "m.room_key.withheld")
    assert letter["content"]["code"] == "m.unverified"
    assert (await ben.until_said(room, "Only for those who are known")).cross_signed
    await cem.bootstrap()
    await ana.say(room, "Welcome")
    assert (await cem.until_said(room, "Welcome")).sender == ana.id


async def test_whether_a_device_is_signed_is_seen(
    synapse: Synapse, element: Element, ana: Peer, ben: Peer
) -> None:
    phone = await element.login(synapse.url, ben.id, ben.password)
    signed = {device.id: device.cross_signed for device in await ana.devices(ben.id)}
    assert signed == {ben.device: True, phone.device: False}
    assert await ana.identity(ben.id) is not None
    nobody = await element.person(synapse, "cem", cross_signed=False)
    assert await ana.identity(nobody.id) is None


async def test_a_device_signed_later_is_like_the_first(
    synapse: Synapse, element: Element, ana: Peer, ben: Peer, room: str
) -> None:
    phone = await element.login(synapse.url, ana.id, ana.password)
    await ana.sign(phone)
    assert all(device.cross_signed for device in await ben.devices(ana.id))
    await ben.say(room, "To both of you")
    for device in (ana, phone):
        assert (await device.until_said(room, "To both of you")).cross_signed
    await phone.say(room, "From the phone")
    assert (await ben.until_said(room, "From the phone")).device == phone.device


async def test_who_they_are_can_change(ana: Peer, ben: Peer) -> None:
    before = await ben.identity(ana.id)
    await ana.bootstrap()
    assert await ben.identity(ana.id) not in (None, before)
    assert [device.cross_signed for device in await ben.devices(ana.id)] == [True]


async def test_an_unsigned_senders_words_are_marked_or_refused(
    synapse: Synapse, element: Element, ana: Peer, ben: Peer, room: str
) -> None:
    phone = await element.login(synapse.url, ana.id, ana.password, share="all")
    await phone.say(room, "It is me")
    heard = await ben.until_said(room, "It is me")
    assert (heard.cross_signed, heard.shield, heard.shield_code) == (False, "red", "UnsignedDevice")
    await ben.trust("cross_signed")
    said = await phone.say(room, "Me again")
    refused = await ben.until_event(room, said)
    assert (refused.error, refused.body) == ("UnsignedSenderDevice", "")
    await ana.say(room, "No, me")
    assert (await ben.until_said(room, "No, me")).error is None


async def test_an_unsigned_device_may_not_share_by_identity(
    synapse: Synapse, element: Element, ana: Peer, room: str
) -> None:
    phone = await element.login(synapse.url, ana.id, ana.password)
    with pytest.raises(PeerError, match="your device is not verified"):
        await phone.say(room, "It is me")


async def test_a_key_that_comes_late_opens_what_was_closed(ana: Peer, ben: Peer, room: str) -> None:
    await ana.hold_keys()
    said = await ana.say(room, "Wait for it")
    closed = await ben.until_event(room, said)
    assert (closed.error, closed.withheld, closed.body) == ("MissingRoomKey", None, "")
    await ana.release_keys()
    assert (await ben.until_said(room, "Wait for it")).id == said
    assert [event.id for event in ben.timeline(room)].count(said) == 1


async def test_a_key_that_is_lost_stays_lost_until_the_next(
    ana: Peer, ben: Peer, room: str
) -> None:
    await ana.drop_keys()
    said = await ana.say(room, "Lost")
    assert (await ben.until_event(room, said)).error == "MissingRoomKey"
    await ana.release_keys()
    await ana.rotate(room)
    await ana.say(room, "Found")
    await ben.until_said(room, "Found")
    assert {event.id: event.error for event in ben.timeline(room)}[said] == "MissingRoomKey"


async def test_whatever_is_forged_arrives_as_it_was_made(ana: Peer, ben: Peer, room: str) -> None:
    forger = Forger(ana, room)
    await forger.hand_key(ben.id)
    inner = {"type": "m.room.power_levels", "content": {"users": {}}, "room_id": room}
    said = await forger.send(inner)
    heard = await ben.until_event(room, said)
    assert (heard.kind, heard.encrypted, heard.error) == ("m.room.power_levels", True, None)
    for odd, reason in (
        ({**inner, "state_key": ""}, "state key"),
        ({**inner, "room_id": "!other"}, "room id"),
        (b"no JSON at all", "expected"),
    ):
        said = await forger.send(odd)
        refused = await ben.until_event(room, said)
        assert refused.error == "UnableToDecrypt"
        assert reason in str(refused.reason)


async def test_what_was_tampered_with_is_refused(ana: Peer, ben: Peer, room: str) -> None:
    hidden = await ana.encrypt(room, "m.room.message", {"msgtype": "m.text", "body": "Ten euros"})
    flipped = "B" if hidden["ciphertext"][40] == "A" else "A"
    changed = hidden["ciphertext"][:40] + flipped + hidden["ciphertext"][41:]
    said = await ana.send_raw(room, "m.room.encrypted", {**hidden, "ciphertext": changed})
    assert (await ben.until_event(room, said)).error == "UnableToDecrypt"
    await ana.send_raw(room, "m.room.encrypted", hidden)
    await ben.until_said(room, "Ten euros")


async def test_junk_reaches_a_device(ana: Peer, ben: Peer) -> None:
    await ana.send_to_device("m.room.encrypted", {ben.id: {ben.device: {"algorithm": 7}}})
    junk = await ben.until_letter(lambda letter: letter["sender"] == ana.id)
    assert junk["outcome"] in ("Invalid", "UnableToDecrypt")
    await ana.whisper(ben.id, "org.example.hello", {"tea": True})
    hello = await ben.until_letter(lambda letter: letter["type"] == "org.example.hello")
    assert (hello["outcome"], hello["content"]) == ("Decrypted", {"tea": True})


async def test_a_room_can_be_open(ana: Peer, ben: Peer) -> None:
    room = await ana.create_room(ben.id, encrypted=False, name="rent")
    await ben.join(room)
    said = await ana.say(room, "Hello")
    sent = await ana.send_file(room, FILE, "rent.pdf", "application/pdf")
    assert (await ben.until_said(room, "Hello")).encrypted is False
    heard = await ben.until_event(room, sent)
    assert await ben.download(heard) == FILE
    with pytest.raises(PeerError, match="not encrypted"):
        await ana.encrypt(room, "m.room.message", {"body": said})


async def test_a_failure_says_why(ana: Peer, element: Element) -> None:
    with pytest.raises(PeerError, match="404") as told:
        await ana.join("!nowhere:lab.test")
    assert (told.value.status, told.value.answer["errcode"]) == (404, "M_UNKNOWN")
