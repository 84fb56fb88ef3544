from __future__ import annotations

import asyncio
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.markup import Cmd, Span
from bot.platforms import (
    Gone,
    Key,
    Kind,
    Lost,
    Moved,
    Outgoing,
    Place,
    Poll,
    Profile,
    TryLater,
)
from bot.platforms.matrix.answers import Declined
from tests.platforms.matrix.conftest import Bot, People, adapter, new_bot
from tests.platforms.matrix_people import Person, Said
from tests.synapse import Synapse

YES_NO = (Key("✅ yes", line="/vote 1 1"), Key("no", line="/vote 1 2"))


def from_bot(events: list[Said], bot: Bot, kind: str = "m.room.message") -> list[Said]:
    return [event for event in events if event["sender"] == bot.id and event["type"] == kind]


async def test_a_message_is_a_notice_in_two_writings(bot: Bot, ana: Person, room: str) -> None:
    asked = await ana.say(room, "!tasks")
    text = (Span("strong", ("<Tasks>",)), "\nAdd one: ", Cmd("task", "paint"))
    letter = Outgoing("l1", Kind.MESSAGE, text, reply_to=asked)
    ref = await bot.matrix.say(bot.room(room), letter)
    content = (await ana.event(room, ref))["content"]
    assert content == {
        "msgtype": "m.notice",
        "body": "<Tasks>\nAdd one: !task paint",
        "format": "org.matrix.custom.html",
        "formatted_body": "<strong>&lt;Tasks&gt;</strong><br>Add one: <code>!task paint</code>",
        "m.mentions": {},
        "m.relates_to": {"m.in_reply_to": {"event_id": asked}},
    }


async def _put(bot: Bot, room: str, letter: Outgoing) -> str:
    """Say it and put its answers below, as the courier does."""
    ref = await bot.matrix.say(bot.room(room), letter)
    await bot.matrix.seed(bot.room(room), letter, ref)
    return ref


async def test_buttons_are_numbered_and_seeded(bot: Bot, ana: Person, room: str) -> None:
    card = Outgoing("l1", Kind.MESSAGE, ("Paint?",), keys=YES_NO)
    ref = await bot.matrix.say(bot.room(room), card)
    assert (await ana.event(room, ref))["content"]["body"] == "Paint?\n1 ✅ yes · 2 no"
    await bot.matrix.seed(bot.room(room), card, ref)
    seeds = from_bot(await ana.catch_up(room), bot, "m.reaction")
    assert [seed["content"]["m.relates_to"] for seed in seeds] == [
        {"rel_type": "m.annotation", "event_id": ref, "key": key} for key in ("✅ yes", "no")
    ]
    assert bot.ear.said == []


async def test_what_was_rewritten_after_a_crash_is_one_message_of_the_new_words(
    bot: Bot, ana: Person, room: str
) -> None:
    old = Outgoing("7", Kind.MESSAGE, ("Paint? 0 votes",))
    new = replace(old, text=("Paint? 1 vote",), version=2)
    refs = {await bot.matrix.say(bot.room(room), letter) for letter in (old, new, new)}
    assert len(refs) == 1
    first, edit = from_bot(await ana.catch_up(room), bot)
    assert first["content"]["body"] == "Paint? 0 votes"
    assert edit["content"]["m.new_content"]["body"] == "Paint? 1 vote"
    assert edit["content"]["m.relates_to"]["event_id"] in refs


async def test_a_secret_ballot_and_a_long_list_seed_nothing(
    bot: Bot, ana: Person, room: str
) -> None:
    secret = Outgoing("l1", Kind.MESSAGE, ("Who?",), keys=YES_NO, seed=False)
    many = tuple(Key(f"day {number}", line=f"/day {number}") for number in range(9))
    await _put(bot, room, secret)
    ref = await _put(bot, room, Outgoing("l2", Kind.MESSAGE, ("When?",), keys=many))
    body = (await ana.event(room, ref))["content"]["body"]
    assert body.startswith("When?\n1 day 0\n2 day 1\n")
    assert from_bot(await ana.catch_up(room), bot, "m.reaction") == []


async def test_a_door_is_a_numbered_link_to_the_bot(bot: Bot, ana: Person, room: str) -> None:
    keys = (Key("in private", door="case"),)
    ref = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("A case?",), keys))
    html = (await ana.event(room, ref))["content"]["formatted_body"]
    assert html == f'A case?<br>1 <a href="https://matrix.to/#/{bot.id}">in private</a>'


async def test_the_same_letter_twice_is_one_event(bot: Bot, ana: Person, room: str) -> None:
    card = Outgoing("l1", Kind.MESSAGE, ("Paint?",), keys=YES_NO)
    first = await _put(bot, room, card)
    assert await _put(bot, room, card) == first
    await bot.restart()
    assert await _put(bot, room, card) == first
    events = await ana.catch_up(room)
    assert len(from_bot(events, bot)) == 1
    assert len(from_bot(events, bot, "m.reaction")) == 2


async def test_an_edit_replaces_the_text_and_seeds_what_is_new(
    bot: Bot, ana: Person, room: str
) -> None:
    ref = await _put(bot, room, Outgoing("l1", Kind.MESSAGE, ("Paint?",), YES_NO))
    await bot.restart()
    fresh = Outgoing("l1v2", Kind.EDIT, ("Paint? 1:0",), (*YES_NO, Key("never", line="/n")), ref)
    assert await _put(bot, room, fresh) == ref
    again = replace(fresh, id="l1v3", text=("Paint? 2:0",))
    assert await _put(bot, room, again) == ref
    events = await ana.catch_up(room)
    edits = [event["content"] for event in from_bot(events, bot)][1:]
    assert [edit["m.new_content"]["body"] for edit in edits] == [
        "Paint? 1:0\n1 ✅ yes · 2 no · 3 never",
        "Paint? 2:0\n1 ✅ yes · 2 no · 3 never",
    ]
    assert edits[0]["body"].startswith("* Paint?")
    assert edits[0]["m.relates_to"] == {"rel_type": "m.replace", "event_id": ref}
    seeds = from_bot(events, bot, "m.reaction")
    labels = [seed["content"]["m.relates_to"]["key"] for seed in seeds]
    assert labels == ["✅ yes", "no", "never"]


async def test_toasts_are_short_replies_unless_they_merely_confirm(
    bot: Bot, ana: Person, room: str
) -> None:
    ref = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    toast = Outgoing("t1", Kind.TOAST, ("Your vote: yes",), ref=ref, press="p1", quiet=True)
    assert await bot.matrix.say(bot.room(room), toast) == ""
    assert await bot.matrix.say(bot.room(room), Outgoing("t2", Kind.TOAST, press="p2")) == ""
    told = await bot.matrix.say(bot.room(room), replace(toast, id="t3", quiet=False))
    content = (await ana.event(room, told))["content"]
    assert content["m.relates_to"] == {"m.in_reply_to": {"event_id": ref}}
    assert len(from_bot(await ana.catch_up(room), bot)) == 2


async def test_deeds(bot: Bot, ana: Person, room: str) -> None:
    place = bot.room(room)
    ref = await bot.matrix.say(place, Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    assert await bot.matrix.say(place, Outgoing("d0", Kind.DEED, ref=ref, deed="pin")) == ""
    levels = await ana.state(room, "m.room.power_levels")
    await ana.set_state(room, "m.room.power_levels", {**levels, "state_default": 0})
    await bot.matrix.say(place, Outgoing("d1", Kind.DEED, ref=ref, deed="pin"))
    assert (await ana.state(room, "m.room.pinned_events"))["pinned"] == [ref]
    await bot.matrix.say(place, Outgoing("d2", Kind.DEED, ref=ref, deed="redact"))
    assert (await ana.event(room, ref))["content"] == {}
    await bot.matrix.say(place, Outgoing("d3", Kind.DEED, deed="leave"))
    await ana.until_member(room, bot.id, "leave")
    with pytest.raises(Gone):
        await bot.matrix.say(place, Outgoing("l2", Kind.MESSAGE, ("Still here?",)))


async def test_a_file_can_be_fetched(bot: Bot, ana: Person, room: str) -> None:
    letter = Outgoing(
        "f1", Kind.FILE, ("The minutes",), file=b"%PDF-1.7", file_name="minutes 1.pdf"
    )
    ref = await bot.matrix.say(bot.room(room), letter)
    content = (await ana.event(room, ref))["content"]
    assert (content["msgtype"], content["body"]) == ("m.file", "The minutes")
    assert content["filename"] == "minutes 1.pdf"
    assert content["info"] == {"mimetype": "application/pdf", "size": 8}
    url = f"{bot.synapse.url}/_matrix/client/v1/media/download/{content['url'][6:]}"
    asked = urllib.request.Request(url, headers={"Authorization": f"Bearer {ana.token}"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.read() == b"%PDF-1.7"


async def test_somebody_without_a_room_is_given_one(bot: Bot, ana: Person) -> None:
    letter = Outgoing("l1", Kind.MESSAGE, ("Your shift begins",))
    with pytest.raises(Moved) as moved:
        await bot.matrix.say(Place("matrix", ana.id, private=True), letter)
    chat = moved.value.chat
    with pytest.raises(Moved) as again:
        await bot.matrix.say(Place("matrix", ana.id, private=True), letter)
    assert again.value.chat == chat
    assert await ana.invited_to() == chat
    ref = await bot.matrix.say(Place("matrix", chat, private=True), letter)
    await ana.join(chat)
    assert (await ana.event(chat, ref))["type"] == "m.room.encrypted"
    opened = await bot.ear.event("opened", chat)
    assert opened.about is not None
    assert (opened.about.account, opened.place.private) == (ana.id, True)
    await ana.say(chat, "thanks")
    assert (await bot.ear.utterance("thanks")).place.private is True


async def test_the_room_of_two_is_found_again_before_anything_is_heard(
    bot: Bot, ana: Person, chat: str
) -> None:
    await bot.stop()
    bot.matrix = adapter(bot.synapse.url, bot.id, bot.data)
    with pytest.raises(Moved) as moved:
        letter = Outgoing("l1", Kind.MESSAGE, ("Your shift begins",))
        await bot.matrix.say(Place("matrix", ana.id, private=True), letter)
    assert moved.value.chat == chat


async def test_two_letters_at_once_open_one_room(bot: Bot, ana: Person) -> None:
    place = Place("matrix", ana.id, private=True)
    said = [bot.matrix.say(place, Outgoing(ref, Kind.MESSAGE, ("Hello",))) for ref in "ab"]
    moved = await asyncio.gather(*said, return_exceptions=True)
    assert len({one.chat for one in moved if isinstance(one, Moved)}) == 1


async def test_nothing_private_is_said_before_a_third_person(
    bot: Bot, person: People, ana: Person, chat: str
) -> None:
    ben = await person("ben")
    await bot.deafen()
    await ana.invite(chat, ben.id)
    letter = Outgoing("l1", Kind.MESSAGE, ("Your case was read",))
    with pytest.raises(Moved) as moved:
        await bot.matrix.say(Place("matrix", chat, private=True), letter)
    assert moved.value.chat != chat
    await bot.matrix.say(Place("matrix", moved.value.chat, private=True), letter)
    assert from_bot(await ana.catch_up(chat), bot) == []


async def test_whoever_left_the_private_room_is_gone(bot: Bot, ana: Person, chat: str) -> None:
    await ana.leave(chat)
    blocked = await bot.ear.event("blocked", chat)
    assert blocked.about is not None
    assert blocked.about.account == ana.id
    letter = Outgoing("l1", Kind.MESSAGE, ("Hello?",))
    for place in (Place("matrix", chat, private=True), Place("matrix", ana.id, private=True)):
        with pytest.raises(Gone):
            await bot.matrix.say(place, letter)


async def test_whoever_throws_the_bot_out_of_the_private_room_is_gone(
    bot: Bot, ana: Person
) -> None:
    chat = await ana.create_room(bot.id, is_direct=True)
    await bot.ear.event("opened", chat)
    await ana.kick(chat, bot.id)
    blocked = await bot.ear.event("blocked", chat)
    assert blocked.about is not None
    assert (blocked.about.account, blocked.place.private) == (ana.id, True)
    with pytest.raises(Gone):
        letter = Outgoing("l1", Kind.MESSAGE, ("Hello?",))
        await bot.matrix.say(Place("matrix", chat, private=True), letter)


async def test_a_message_beyond_what_an_event_can_hold_is_cut(
    bot: Bot, ana: Person, room: str
) -> None:
    text: tuple[Any, ...] = (Span("strong", ("ü" * 40_000,)),)
    ref = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, text))
    assert (await ana.event(room, ref))["content"]["body"].endswith("ü…")
    await bot.matrix.say(bot.room(room), Outgoing("l2", Kind.EDIT, text, ref=ref))


async def test_the_bot_shows_its_name(bot: Bot, ana: Person, room: str) -> None:
    profile = Profile("Kommune Wedding", "", "", (), ())
    await bot.matrix.introduce({"": profile})
    await bot.matrix.introduce({"": profile})
    shown = await ana.call("GET", f"/profile/{bot.id}/displayname")
    assert shown["displayname"] == "Kommune Wedding"
    await ana.say(room, "kommune wedding: what is next")
    await bot.ear.utterance("what is next")


async def test_the_limits_of_the_homeserver_are_passed_on(tmp_path: Path) -> None:
    with Synapse(rc_message={"per_second": 0.2, "burst_count": 2}) as strict:
        bot = new_bot(strict, tmp_path)
        await bot.start()
        async with Person(strict, "ana") as ana:
            room = await ana.create_room(bot.id)
            await bot.ear.event("added", room)
            letter = Outgoing("l0", Kind.MESSAGE, ("Hello",))
            with pytest.raises(TryLater) as later:
                for number in range(4):
                    await bot.matrix.say(bot.room(room), replace(letter, id=f"l{number}"))
            assert 1 < later.value.wait <= 10
            strict.lift_limits(bot.id)
            for number in range(9):
                await bot.matrix.say(bot.room(room), replace(letter, id=f"l{number}"))
            assert len(from_bot(await ana.catch_up(room), bot)) == 9
        await bot.stop()


async def test_a_card_and_a_poll_left_behind_by_an_upgrade_are_said_anew(
    bot: Bot, ana: Person
) -> None:
    room = await ana.create_room(bot.id, preset="public_chat", room_version="10")
    await bot.ear.event("added", room)
    card = Outgoing("7", Kind.MESSAGE, ("Paint?",))
    poll = Outgoing("8", Kind.MESSAGE, ("When?",), poll=Poll("When?", ("now", "later")))
    refs = [await bot.matrix.say(bot.room(room), one) for one in (card, poll)]
    fresh = bot.room(await ana.upgrade(room))
    await bot.ear.event("moved", room)
    edit = replace(card, id="7.2", kind=Kind.EDIT, ref=refs[0])
    ended = Poll("When?", ("now", "later"), closed=True)
    end = replace(poll, id="8.2", kind=Kind.EDIT, ref=refs[1].partition(" ")[0], poll=ended)
    for letter in (edit, end):
        with pytest.raises(Lost):
            await bot.matrix.say(fresh, letter)
    for letter in (card, replace(poll, poll=ended)):
        assert await bot.matrix.say(fresh, letter) not in refs
    old = replace(card, id="9", kind=Kind.DEED, ref=refs[0], deed="redact")
    assert await bot.matrix.say(fresh, old) == ""


async def test_what_the_homeserver_can_never_take_is_no_matter_of_waiting(
    bot: Bot, room: str
) -> None:
    card = Outgoing("7", Kind.MESSAGE, ("Paint?",))
    ref = await bot.matrix.say(bot.room(room), card)
    with pytest.raises(Declined):
        huge = Poll("?" * 70_000, ("now", "later"))
        await bot.matrix.say(bot.room(room), replace(card, id="8", poll=huge))
    twice = [Outgoing(id, Kind.DEED, ref=ref, deed="redact") for id in ("9", "10")]
    assert [await bot.matrix.say(bot.room(room), deed) for deed in twice] == ["", ""]
    unknown = Outgoing("11", Kind.DEED, ref=f"${'a' * 43}", deed="redact")
    assert await bot.matrix.say(bot.room(room), unknown) == ""


async def test_where_the_bot_may_not_react_the_numbers_are_enough(
    bot: Bot, ana: Person, room: str
) -> None:
    levels = await ana.state(room, "m.room.power_levels")
    await ana.set_state(room, "m.room.power_levels", {**levels, "events": {"m.reaction": 50}})
    card = Outgoing("l1", Kind.MESSAGE, ("Paint?",), keys=YES_NO)
    ref = await _put(bot, room, card)
    assert (await ana.event(room, ref))["content"]["body"] == "Paint?\n1 ✅ yes · 2 no"
    await ana.set_state(room, "m.room.power_levels", levels)
    await bot.matrix.seed(bot.room(room), card, ref)
    assert len(from_bot(await ana.catch_up(room), bot, "m.reaction")) == 2


async def test_whoever_left_one_private_room_is_found_in_a_newer_one(bot: Bot, ana: Person) -> None:
    old = await ana.open_chat(bot.id)
    await bot.ear.event("opened", old)
    await ana.leave(old)
    await bot.ear.event("blocked", old)
    chat = await ana.open_chat(bot.id)
    await bot.ear.event("opened", chat)
    with pytest.raises(Moved) as moved:
        letter = Outgoing("l1", Kind.MESSAGE, ("Your shift begins",))
        await bot.matrix.say(Place("matrix", ana.id, private=True), letter)
    assert moved.value.chat == chat


async def test_a_card_that_somebody_deleted_is_said_anew(bot: Bot, ana: Person, room: str) -> None:
    card = Outgoing("7", Kind.MESSAGE, ("Paint?",))
    ref = await bot.matrix.say(bot.room(room), card)
    await ana.redact(room, ref)
    await ana.say(room, "!deleted")
    await bot.ear.utterance("/deleted")
    edit = replace(card, id="7.2", kind=Kind.EDIT, text=("Paint? 1 vote",), ref=ref, version=2)
    with pytest.raises(Lost):
        await bot.matrix.say(bot.room(room), edit)
    fresh = await bot.matrix.say(bot.room(room), replace(edit, id="7", kind=Kind.MESSAGE, ref=""))
    assert fresh != ref
    assert (await ana.event(room, fresh))["content"]["body"] == "Paint? 1 vote"
    await bot.matrix.say(bot.room(room), replace(edit, id="7.3", ref=fresh, version=3))
