"""The rooms the bot is in: who is there, and which of them are private."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from urllib.parse import quote

from nio import RoomPreset  # type: ignore[import-untyped]

from bot.platforms import Gone, Moved, Place, TryLater
from bot.platforms.matrix.answers import Declined
from bot.platforms.matrix.direct import Direct
from bot.platforms.matrix.junk import Source, at, items, words
from bot.platforms.matrix.session import Session

MEMBER = "m.room.member"
_ENCRYPTION = "m.room.encryption"
LEVELS = "m.room.power_levels"
_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
_CROWD = 10


class Rooms:
    """Where the bot is, and with whom."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.direct = Direct(session)
        self._opening = asyncio.Lock()
        self._members: dict[str, dict[str, str]] = {}
        self._changes = 0

    def changed(self, room: str) -> None:
        """Somebody came or went: who is there must be asked anew."""
        self._members.pop(room, None)
        self._changes += 1

    async def private(self, room: str) -> bool:
        """Whether nobody but the bot and its person is in the room, or invited to it."""
        person = self.direct.person(room)
        if not person:
            return False
        present = await self.present(room)
        if len(present) > _CROWD:
            # Calling a crowd a direct room must not have the bot count it at every change.
            self.direct.overlook(room)
        return set(present) == {self._session.me, person}

    async def shared(self, room: str) -> bool:
        """Whether others are in the room beside the bot and its person, or invited to it."""
        return not set(await self.present(room)) <= {self._session.me, self.direct.person(room)}

    async def third(self, room: str, person: str) -> bool:
        """Whether this one has come into a room that the bot shared with another one alone."""
        owner = self.direct.person(room)
        if not owner or owner == person:
            return False
        return set(await self.present(room)) == {self._session.me, owner, person}

    async def present(self, room: str) -> list[str]:
        """Who is in the room, or invited to it; the bot as well."""
        members = await self._members_of(room)
        return [person for person, state in members.items() if state in ("join", "invite")]

    async def encrypted(self, room: str) -> bool:
        """Whether the room is encrypted; once it is, it stays so."""
        client = self._session.client
        known = client.rooms.get(room)
        if known is not None or room in client.encrypted_rooms:
            return bool(room in client.encrypted_rooms or known.encrypted)
        return bool(await self.state(room, _ENCRYPTION))

    async def reach(self, place: Place) -> str:
        """The room to say something in; raises Moved where it is another one, or Gone."""
        await self.direct.recall()
        if place.chat.startswith("@"):
            raise Moved(await self._open(place.chat))
        if not place.private:
            return place.chat
        # Asked anew: the sync that tells of a third person may still be on its way.
        self.changed(place.chat)
        if not await self.private(place.chat):
            person = self.direct.person(place.chat)
            members = await self._members_of(place.chat)
            # Left by the one, or closed to the other: not to be opened again by the bot.
            if not {members.get(person), members.get(self._session.me)} <= {"join", "invite"}:
                raise Gone
            raise Moved(await self._open(person))
        return place.chat

    async def leave(self, room: str) -> None:
        """Go, and forget whose room it was."""
        await self.direct.forget(room)
        await self._session.ask(self._session.client.room_leave, room)
        self.outside(room)

    async def let_go(self, room: str) -> None:
        """Go where everybody else has gone."""
        if await self.present(room) != [self._session.me]:
            return
        # If it cannot be done now, the bot stays there: that harms nobody.
        with suppress(TryLater, Gone, Declined):
            await self._session.ask(self._session.client.room_leave, room)

    def outside(self, room: str) -> None:
        """The bot is not in the room any more."""
        client = self._session.client
        client.rooms.pop(room, None)
        client.invited_rooms.pop(room, None)
        self.changed(room)
        self.direct.closed(room)

    async def state(self, room: str, kind: str) -> Source:
        """The content of one piece of a room's state, empty if it cannot be had."""
        try:
            found = await self._session.raw("GET", _state(room, kind))
        except (Gone, Declined):
            return {}
        return found if isinstance(found, dict) else {}

    async def told(self, room: str, kind: str) -> Source:
        """One piece of a room's state as the event that it is, with whoever sent it."""
        try:
            found = await self._session.raw("GET", f"{_state(room, kind)}?format=event")
        except (Gone, Declined):
            return {}
        # Homeservers that do not know of it tell the content alone.
        return found if isinstance(at(found, "content"), dict) else {"content": found}

    async def own(self, room: str) -> bool:
        """Whether the bot made the room itself."""
        return words(await self.told(room, "m.room.create"), "sender") == self._session.me

    def inside(self, room: str) -> bool:
        """Whether the bot is in the room."""
        return room in self._session.client.rooms

    async def _open(self, person: str) -> str:
        async with self._opening:
            room = await self._found(person) or await self._created(person)
            if person not in await self.present(room):
                await self._ask_in(room, person)
            return room

    async def _found(self, person: str) -> str:
        """The room that stands, or one that was made and not opened yet; raises Gone."""
        made, left = "", False
        for room in self.direct.rooms_of(person):
            members = await self._members_of(room)
            present = set(await self.present(room))
            if present == {self._session.me, person}:
                return room
            if present == {self._session.me} and person not in members:
                made = room
            left = left or members.get(person) == "leave"
        # Whoever left is not asked in again: they know where the bot is.
        if left and not made:
            raise Gone
        return made

    async def _created(self, person: str) -> str:
        # Known before anybody is asked in: what fails from here on goes on in the same room.
        answer = await self._session.ask(
            self._session.client.room_create,
            is_direct=True,
            preset=RoomPreset.trusted_private_chat,
            initial_state=[{"type": _ENCRYPTION, "state_key": "", "content": _MEGOLM}],
        )
        await self.direct.note(answer.room_id, person)
        return str(answer.room_id)

    async def _ask_in(self, room: str, person: str) -> None:
        """Ask the person into their room, which is as much theirs as the bot's."""
        levels = await self.state(room, LEVELS)
        if levels:
            users = {**levels.get("users", {}), person: 100}
            await self._session.raw("PUT", _state(room, LEVELS), {**levels, "users": users})
        # Only as state can an invitation that follows later say that the room is a direct one.
        asked = {"membership": "invite", "is_direct": True}
        await self._session.raw("PUT", _state(room, MEMBER, person), asked)
        self.changed(room)

    async def _members_of(self, room: str) -> dict[str, str]:
        if room not in self._members:
            path = f"/rooms/{quote(room, safe='')}/members"
            before = self._changes
            try:
                found = await self._session.raw("GET", path)
            except (Gone, Declined):
                return {}
            members = dict(_membership(event) for event in items(found, "chunk"))
            # Whoever came while the homeserver answered may be missing in the answer.
            if before != self._changes:
                return members
            self._members[room] = members
        return self._members[room]


def _state(room: str, kind: str, key: str = "") -> str:
    return f"/rooms/{quote(room, safe='')}/state/{kind}/{quote(key, safe='')}"


def _membership(event: object) -> tuple[str, str]:
    return words(event, "state_key"), words(event, "content", "membership")
