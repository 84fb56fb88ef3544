"""People on two homeservers talk, encrypted."""

from __future__ import annotations

from tests.element import Element
from tests.federation import Federating

FILE = b"Repaint the gate" * 1_000


async def test_people_on_two_servers_talk(
    federation: tuple[Federating, Federating], element: Element
) -> None:
    here, there = federation
    ana = await element.person(here, "ana")
    ben = await element.person(there, "ben")
    assert ana.id.endswith(here.name)
    assert ben.id.endswith(there.name)
    room = await ana.open_chat(ben.id)
    invite = await ben.until_invited()
    assert (invite.by, invite.direct) == (ana.id, True)
    await ben.join(room, via=here.name)
    await ana.until_member(room, ben.id)
    await ana.say(room, "The heating is off")
    heard = await ben.until_said(room, "The heating is off")
    assert (heard.encrypted, heard.cross_signed, heard.shield) == (True, True, "none")
    sent = await ben.send_file(room, FILE, "gate.txt", "text/plain")
    assert await ana.download(await ana.until_event(room, sent)) == FILE


async def test_an_unsigned_device_on_another_server_gets_no_key(
    federation: tuple[Federating, Federating], element: Element
) -> None:
    here, there = federation
    ana = await element.person(here, "ana")
    ben = await element.person(there, "ben", cross_signed=False)
    room = await ana.open_chat(ben.id)
    await ben.until_invited()
    await ben.join(room, via=here.name)
    said = await ana.say(room, "Only for those who are known")
    blind = await ben.until(room, lambda event: event.id == said and event.withheld is not None)
    assert blind.withheld == "m.unverified"
