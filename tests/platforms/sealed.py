"""Behind the contract, people as most are on Matrix: in encrypted rooms, with Element's crypto."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path
from typing import Any

from bot.platforms import Place, Utterance
from tests.element import Element, Peer
from tests.element import Event as Seen
from tests.platforms.in_rooms import POLL, InRooms
from tests.platforms.matrix.conftest import new_bot
from tests.synapse import Synapse


class OnSealed(InRooms[Peer]):
    """Every room is encrypted, and nothing can be pressed: whoever presses replies a number."""

    async def press(self, ref: str, label: str) -> Utterance:
        return await self.answer(ref, number(await self.look(self.group, ref), label))

    async def look(self, place: Place, ref: str) -> str:
        events = await self.ana.catch_up(place.chat)
        assert all(seen.encrypted and seen.error is None for seen in events if _says(seen))
        return shown(events, ref)

    async def events(self) -> Iterable[tuple[str, str, Any]]:
        events = await self.ana.catch_up(self.room)
        assert all(seen.encrypted for seen in events if seen.kind.startswith(POLL))
        return [(seen.id, seen.kind, seen.content) for seen in events]

    async def open(self, ref: str) -> bytes:
        return await self.ana.download(await self.ana.until_event(self.room, ref))

    async def count(self) -> int:
        events = await self.ana.catch_up(self.room)
        mine = [seen for seen in events if seen.sender == self.bot.id and _says(seen)]
        return len([seen for seen in mine if not is_edit(seen)])

    async def reactions(self) -> list[Seen]:
        """All of them in the group, whoever they are from."""
        return [seen for seen in await self.ana.catch_up(self.room) if seen.kind == "m.reaction"]


@contextlib.asynccontextmanager
async def on_sealed(synapse: Synapse, element: Element, folder: Path) -> AsyncIterator[OnSealed]:
    """The homeserver, and the adapter in an encrypted room of Ana's."""
    bot = new_bot(synapse, folder)
    await bot.start()
    ana = await element.person(synapse, "ana")
    room = await ana.create_room(bot.id, name="rent")
    await bot.ear.event("added", room)
    yield OnSealed(bot, ana, room)
    await bot.stop()


def shown(events: Sequence[Seen], ref: str) -> str:
    """What a message reads by now, "" if it is not there."""
    if any(ref in (seen.redacts, seen.content.get("redacts")) for seen in events):
        return ""
    edits = [
        seen.content["m.new_content"]["body"]
        for seen in events
        if is_edit(seen) and seen.content["m.relates_to"]["event_id"] == ref
    ]
    first = "".join(seen.body for seen in events if seen.id == ref)
    return str(edits[-1]) if edits else first


def number(card: str, label: str) -> str:
    """What is to be said to press this, as the card tells."""
    found = re.search(rf"(?:^|· )(\d+) {re.escape(label)}(?: ·|$)", card, re.MULTILINE)
    assert found is not None, card
    return found[1]


def is_edit(seen: Seen) -> bool:
    """Whether it puts other words in the place of an earlier message's."""
    return "m.new_content" in seen.content


def _says(seen: Seen) -> bool:
    # What was redacted is empty, and encrypted no longer.
    return seen.kind in ("m.room.message", "m.room.encrypted") and seen.content != {}
