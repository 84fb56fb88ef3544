"""What becomes of rooms, as those in them notice it: the house behind the adapter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from tests.platforms.matrix.conftest import adapter
from tests.platforms.matrix.house import House, moved_in
from tests.platforms.matrix_people import Person
from tests.process.inside import Inside
from tests.process.matrix import account
from tests.synapse import Synapse


@pytest.fixture
async def house(synapse: Synapse, tmp_path: Path) -> AsyncIterator[House]:
    settings = account(synapse)
    matrix = adapter(synapse.url, settings["MATRIX_USER"], tmp_path)
    people = [Person(synapse, name) for name in ("ana", "ben")]
    async with AsyncExitStack() as stack:
        yield await moved_in(stack, Inside(tmp_path, matrix, settings), people)


async def test_after_an_upgrade_the_cards_go_on_in_the_new_room(house: House) -> None:
    room = await house.founded(preset="public_chat", room_version="10")
    await house.hears(house.ana, room, "!task Sweep the yard")
    await house.inside.has_said_all(cards=True)
    fresh = await house.ana.upgrade(room)
    await house.inside.holds("select 1 from chats where ref = ?", fresh)
    await house.ben.join(fresh)
    await house.hears(house.ben, fresh, "!take 1")
    await house.reads(house.ben, fresh, "Sweep the yard")
    await house.hears(house.ana, fresh, "!polls")
    await house.reads(house.ben, fresh, "poll")


async def test_what_waited_when_the_old_room_closed_is_said_in_the_new_one(house: House) -> None:
    room = await house.founded(room_version="10")
    fresh = await house.ana.upgrade(room)
    await house.hears(house.ana, room, "!task Sweep the yard")
    await house.inside.holds("select 1 from chats where gone = 1")
    await house.ana.invite(fresh, house.me)
    await house.reads(house.ana, fresh, "Sweep the yard")


async def test_whoever_is_brought_into_a_private_room_reads_nothing_meant_for_its_person(
    house: House,
) -> None:
    await house.founded()
    chat = await house.open_chat()
    await house.hears(house.ana, chat, "!remind in 2 minutes call the lawyer")
    await house.inside.has_said_all()
    await house.ana.invite(chat, house.ben.id)
    await house.ben.join(chat)
    await house.ana.leave(chat)
    await house.hears(house.ben, chat, "!mydata")
    assert (chat, house.ana.id) not in house.private()
    await house.inside.pass_time(house.inside.time() + timedelta(minutes=3))
    await house.hears(house.ben, chat, "!polls")
    await house.inside.has_said_all()
    assert "lawyer" not in str(await house.has_read(house.ben, chat))


async def test_a_private_room_is_private_again_once_the_others_have_gone(house: House) -> None:
    await house.founded()
    chat = await house.open_chat()
    await house.ana.invite(chat, house.ben.id)
    await house.ben.join(chat)
    await house.hears(house.ben, chat, "!mydata")
    await house.inside.has_said_all()
    assert house.private()[0][1] == house.ana.id
    assert chat not in [where for where, _ in house.private()]
    await house.ben.leave(chat)
    await house.hears(house.ana, chat, "!mydata")
    assert (chat, house.ana.id) in house.private()


async def test_the_bot_greets_nobody_in_rooms_that_it_opens_itself(house: House) -> None:
    room = await house.founded()
    for who in (house.ana, house.ben):
        await house.hears(who, room, "!mydata")
    for who in (house.ana, house.ben):
        chat = await who.invited_to()
        await who.join(chat)
        await who.awaits(chat, lambda event: event["type"] == "m.room.encrypted")
        assert await house.has_read(who, chat) == []
