"""The peer itself: two of them talk, and what is kept from a third."""

from __future__ import annotations

from tests.element import Element
from tests.synapse import Synapse


async def test_two_people_talk(synapse: Synapse, element: Element) -> None:
    ana = await element.person(synapse, "ana")
    ben = await element.person(synapse, "ben")
    room = await ana.open_chat(ben.id)
    invite = await ben.until_invited()
    assert (invite.room, invite.by, invite.direct, invite.encrypted) == (room, ana.id, True, True)
    await ben.join(room)
    said = await ana.say(room, "The heating is off")
    heard = await ben.until_said(room, "The heating is off")
    assert (heard.id, heard.encrypted, heard.cross_signed, heard.device) == (
        said,
        True,
        True,
        ana.device,
    )
