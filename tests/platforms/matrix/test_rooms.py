from __future__ import annotations

import asyncio

import pytest

from bot.platforms import Event, Gone, Kind, Outgoing, Place
from bot.platforms.matrix.invitations import Invitations
from tests.platforms.matrix.conftest import Bot, People
from tests.platforms.matrix_people import Person


async def test_the_bot_follows_an_invitation(bot: Bot, ana: Person) -> None:
    room = await ana.create_room(bot.id, name="rent")
    added = await bot.ear.event("added", room)
    assert added.about is not None
    assert (added.about.account, added.place.title) == (ana.id, "rent")
    assert added.place.private is False


async def test_a_room_opened_for_the_bot_alone_is_private(bot: Bot, ana: Person) -> None:
    chat = await ana.open_chat(bot.id)
    opened = await bot.ear.event("opened", chat)
    assert opened.about is not None
    assert (opened.about.account, opened.place.private) == (ana.id, True)


async def test_a_direct_room_of_three_is_a_room(bot: Bot, person: People, ana: Person) -> None:
    ben = await person("ben")
    room = await ana.create_room(bot.id, ben.id, is_direct=True)
    assert (await bot.ear.event("added", room)).place.private is False


async def test_what_was_said_before_the_bot_came_is_history(bot: Bot, ana: Person) -> None:
    room = await ana.create_room()
    await ana.say(room, "!task old")
    await ana.invite(room, bot.id)
    await bot.ear.event("added", room)
    await ana.say(room, "!task new")
    await bot.ear.utterance("/task new")
    assert bot.ear.texts == ["/task new"]


async def test_people_come_and_go_and_change_their_names(
    bot: Bot, person: People, ana: Person, room: str
) -> None:
    ben = await person("ben")
    await ana.invite(room, ben.id)
    await ben.join(room)
    joined = await bot.ear.event("joined", room)
    assert joined.about is not None
    assert joined.about.account == ben.id
    await ben.show_as("Benjamin")
    await ana.kick(room, ben.id)
    left = await bot.ear.event("left", room)
    assert left.about is not None
    assert left.about.account == ben.id
    await ana.say(room, "!last")
    await bot.ear.utterance("/last")
    names = [line.name for line in bot.ear.lines if not hasattr(line, "text")]
    assert names == ["added", "joined", "left"]


async def test_removed_and_added_again(bot: Bot, ana: Person, room: str) -> None:
    await ana.kick(room, bot.id)
    removed = await bot.ear.event("removed", room)
    assert removed.about is not None
    assert removed.about.account == ana.id
    await ana.say(room, "!task behind its back")
    await ana.invite(room, bot.id)
    await bot.ear.until(lambda: len(bot.ear.lines) == 3)
    await ana.say(room, "!task again")
    await bot.ear.utterance("/task again")
    assert bot.ear.texts == ["/task again"]


async def test_a_room_gets_a_title(bot: Bot, ana: Person, room: str) -> None:
    await ana.set_state(room, "m.room.name", {"name": "rent & heating"})
    assert (await bot.ear.event("titled", room)).detail == "rent & heating"
    await ana.say(room, "!last")
    assert (await bot.ear.utterance("/last")).place.title == "rent & heating"


async def test_an_upgraded_room_is_followed(bot: Bot, ana: Person) -> None:
    room = await ana.create_room(bot.id, preset="public_chat", room_version="10")
    await bot.ear.event("added", room)
    fresh = await ana.upgrade(room)
    moved = await bot.ear.event("moved", room)
    assert moved.detail == fresh
    await ana.say(fresh, "!here")
    assert (await bot.ear.utterance("/here")).place.chat == fresh
    await bot.matrix.say(bot.room(fresh), Outgoing("l1", Kind.MESSAGE, ("Here too",)))


async def test_an_upgraded_room_is_followed_by_invitation(bot: Bot, ana: Person, room: str) -> None:
    fresh = await ana.upgrade(room)
    await ana.say(room, "!gone")
    await bot.ear.utterance("/gone")
    await ana.invite(fresh, bot.id)
    assert (await bot.ear.event("moved", room)).detail == fresh


async def test_a_room_cannot_claim_to_replace_another(
    bot: Bot, person: People, ana: Person, room: str
) -> None:
    mallory = await person("mallory")
    predecessor = {"room_id": room, "event_id": "$x"}
    forged = await mallory.create_room(
        bot.id, creation_content={"predecessor": predecessor}, room_version="11"
    )
    await bot.ear.event("added", forged)
    assert "moved" not in [getattr(line, "name", "") for line in bot.ear.lines]


async def test_a_direct_room_stays_private_over_a_restart(bot: Bot, ana: Person, chat: str) -> None:
    await bot.restart()
    await ana.say(chat, "still only us")
    heard = await bot.ear.utterance("still only us")
    assert heard.place == Place("matrix", chat, private=True)


async def test_who_came_while_the_homeserver_was_asked_is_asked_for_again(
    bot: Bot, person: People, ana: Person, chat: str
) -> None:
    ben = await person("ben")
    await bot.deafen()
    rooms = bot.matrix._rooms
    rooms.changed(chat)
    asked = asyncio.create_task(rooms.private(chat))
    await asyncio.sleep(0)
    rooms.changed(chat)
    assert await asked is True
    await ana.invite(chat, ben.id)
    assert await rooms.private(chat) is False


async def follow(invitations: Invitations) -> None:
    """As the bot does, until none is left."""
    following = asyncio.create_task(invitations.follow())
    async with asyncio.timeout(20):
        while invitations._waiting:
            await asyncio.sleep(0.02)
    following.cancel()


async def test_an_invitation_that_leads_nowhere_is_let_go(bot: Bot, ana: Person) -> None:
    await bot.deafen()
    invitations = bot.matrix._syncing.invitations
    closed = await ana.create_room()
    invitations.invited(closed, ana.id)
    await follow(invitations)


async def test_an_invitation_that_came_before_its_homeserver_knew_of_it_is_followed(
    bot: Bot, ana: Person
) -> None:
    await bot.deafen()
    invitations = bot.matrix._syncing.invitations
    room = await ana.create_room()
    invitations.invited(room, ana.id)
    assert await invitations.join()
    await ana.invite(room, bot.id)
    await follow(invitations)
    await ana.until_member(room, bot.id)


async def test_a_third_person_parts_what_is_private_from_the_room(
    bot: Bot, person: People, ana: Person, chat: str
) -> None:
    ben = await person("ben")
    await ana.invite(chat, ben.id)
    moved = await bot.ear.event("moved", chat)
    assert moved.about is not None
    assert (moved.about.account, moved.place.private, moved.detail) == (ana.id, True, ana.id)
    await ben.join(chat)
    await ana.leave(chat)
    await ben.say(chat, "!mine")
    assert (await bot.ear.utterance("/mine")).place.private is False
    assert (await bot.ear.event("left", chat)).place.private is False
    letter = Outgoing("l1", Kind.MESSAGE, ("For Ana alone",))
    with pytest.raises(Gone):
        await bot.matrix.say(Place("matrix", chat, private=True), letter)


async def test_tidying_up_after_an_upgrade_leaves_nothing(
    bot: Bot, person: People, ana: Person, room: str
) -> None:
    ben, cem = await person("ben"), await person("cem")
    for one in (ben, cem):
        await ana.invite(room, one.id)
        await one.join(room)
    await ana.upgrade(room)
    await ben.leave(room)
    await ana.say(room, "!over")
    await bot.ear.utterance("/over")
    await bot.restart()
    await cem.leave(room)
    await ana.kick(room, bot.id)
    await bot.ear.event("removed", room)
    names = [line.name for line in bot.ear.lines if isinstance(line, Event)]
    assert names == ["added", "joined", "joined", "removed"]


async def test_two_upgrades_behind_its_back_are_followed(bot: Bot, ana: Person) -> None:
    first = await ana.create_room(bot.id, preset="public_chat", room_version="9")
    await bot.ear.event("added", first)
    await bot.deafen()
    second = await ana.upgrade(first)
    third = await ana.upgrade(second)
    await bot.start(bot.ear.bookmark)
    assert (await bot.ear.event("moved", first)).detail == second
    assert (await bot.ear.event("moved", second)).detail == third


async def test_an_upgrade_that_the_bot_was_not_let_into_is_passed_over(
    bot: Bot, ana: Person
) -> None:
    first = await ana.create_room(bot.id, room_version="9")
    await bot.ear.event("added", first)
    second = await ana.upgrade(first)
    third = await ana.upgrade(second)
    await bot.restart()
    await ana.invite(third, bot.id)
    assert (await bot.ear.event("moved", first)).detail == third


async def test_nobody_passes_over_an_upgrade_who_may_not_make_one(
    bot: Bot, person: People, ana: Person
) -> None:
    mallory = await person("mallory")
    first = await ana.create_room(bot.id, mallory.id, room_version="9")
    await bot.ear.event("added", first)
    await mallory.join(first)
    second = await ana.upgrade(first)
    forged = await mallory.create_room(
        bot.id, creation_content={"predecessor": {"room_id": second, "event_id": "$x"}}
    )
    await bot.ear.event("added", forged)
    assert "moved" not in [getattr(line, "name", "") for line in bot.ear.lines]


async def test_rooms_that_are_left_do_not_pile_up(bot: Bot, ana: Person) -> None:
    rooms = [await ana.create_room(bot.id, is_direct=True) for _ in range(4)]
    for room in rooms:
        await ana.until_member(room, bot.id)
    await ana.kick(rooms[0], bot.id)
    for room in rooms[1:3]:
        await ana.leave(room)
        await bot.ear.event("blocked", room)
    group = await ana.create_room(bot.id)
    await bot.ear.event("added", group)
    await bot.matrix.say(bot.room(group), Outgoing("d1", Kind.DEED, deed="leave"))
    last = await ana.open_chat(bot.id)
    await bot.ear.event("opened", last)
    session = bot.matrix._session
    joined = await session.raw("GET", "/joined_rooms")
    assert set(joined["joined_rooms"]) == set(session.client.rooms) == {rooms[3], last}
    assert bot.matrix._rooms.direct.rooms_of(ana.id) == [rooms[3], last]
    await bot.matrix.say(bot.room(last), Outgoing("d2", Kind.DEED, deed="leave"))
    assert bot.matrix._rooms.direct.rooms_of(ana.id) == [rooms[3]]


async def test_a_room_that_the_bot_makes_itself_is_none_it_was_brought_into(
    bot: Bot, ana: Person, room: str
) -> None:
    await bot.matrix._session.raw("POST", "/createRoom", {"preset": "private_chat"})
    await ana.say(room, "!over")
    await bot.ear.utterance("/over")
    added = [line for line in bot.ear.lines if getattr(line, "name", "") == "added"]
    assert [line.place.chat for line in added] == [room]
