"""The rooms the bot is in: who is there, and which of them are private."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from nio import RoomPreset  # type: ignore[import-untyped]

from bot.platforms import Gone, Moved, Place
from bot.platforms.matrix.answers import Declined
from bot.platforms.matrix.junk import Source, items, words
from bot.platforms.matrix.session import Session

MEMBER = "m.room.member"
_ENCRYPTION = "m.room.encryption"
_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
_CROWD = 10


class Rooms:
    """Where the bot is, and with whom."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._direct: dict[str, str] = {}
        self._recalled = False
        self._opening = asyncio.Lock()
        self._members: dict[str, dict[str, str]] = {}
        self._changes = 0

    async def recall(self) -> None:
        """Know which rooms were opened as direct ones; the account remembers."""
        if self._recalled:
            return
        try:
            found = await self._session.raw("GET", self._account_data())
        except Gone:
            found = {}
        for person in found if isinstance(found, dict) else ():
            for room in items(found, person):
                if isinstance(room, str):
                    self._direct.setdefault(room, person)
        self._recalled = True

    def changed(self, room: str) -> None:
        """Somebody came or went: who is there must be asked anew."""
        self._members.pop(room, None)
        self._changes += 1

    def person(self, room: str) -> str:
        """For whom the room was opened, if for one person; others may have come since."""
        return self._direct.get(room, "")

    async def private(self, room: str) -> bool:
        """Whether nobody but the bot and one person is in the room, or invited to it."""
        if room not in self._direct:
            return False
        present = len(await self.present(room))
        if present > _CROWD:
            # Calling a crowd a direct room must not have the bot count it at every change.
            del self._direct[room]
        return present == 2

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

    async def note_direct(self, room: str, person: str) -> None:
        """Remember, with the account, that this room was opened for one person."""
        await self.recall()
        if self._direct.get(room) == person:
            return
        self._direct[room] = person
        listed: dict[str, list[str]] = {}
        for known, whose in self._direct.items():
            listed.setdefault(whose, []).append(known)
        await self._session.raw("PUT", self._account_data(), listed)

    async def reach(self, place: Place) -> str:
        """The room to say something in; raises Moved where it is another one, or Gone."""
        await self.recall()
        if place.chat.startswith("@"):
            raise Moved(await self._open(place.chat))
        if not place.private:
            return place.chat
        # Asked anew: the sync that tells of a third person may still be on its way.
        self.changed(place.chat)
        if not await self.private(place.chat):
            person = self._direct.get(place.chat, "")
            members = await self._members_of(place.chat)
            # Left by the one, or closed to the other: not to be opened again by the bot.
            if not {members.get(person), members.get(self._session.me)} <= {"join", "invite"}:
                raise Gone
            raise Moved(await self._open(person))
        return place.chat

    async def state(self, room: str, kind: str) -> Source:
        """The content of one piece of a room's state, empty if it cannot be had."""
        path = f"/rooms/{quote(room, safe='')}/state/{quote(kind, safe='')}/"
        try:
            found = await self._session.raw("GET", path)
        except (Gone, Declined):
            return {}
        return found if isinstance(found, dict) else {}

    async def replaced(self, room: str) -> str:
        """The room that this one officially takes the place of, or ""."""
        old = words(await self.state(room, "m.room.create"), "predecessor", "room_id")
        if not old:
            return ""
        tombstone = await self.state(old, "m.room.tombstone")
        return old if words(tombstone, "replacement_room") == room else ""

    async def _open(self, person: str) -> str:
        async with self._opening:
            return await self._found(person) or await self._created(person)

    async def _found(self, person: str) -> str:
        for room in [known for known, whose in self._direct.items() if whose == person]:
            members = await self._members_of(room)
            if set(await self.present(room)) == {self._session.me, person}:
                return room
            # Whoever left is not asked in again: they know where the bot is.
            if members.get(person) == "leave" and members.get(self._session.me) == "join":
                raise Gone
        return ""

    async def _created(self, person: str) -> str:
        answer = await self._session.ask(
            self._session.client.room_create,
            is_direct=True,
            preset=RoomPreset.trusted_private_chat,
            invite=[person],
            initial_state=[{"type": _ENCRYPTION, "state_key": "", "content": _MEGOLM}],
        )
        await self.note_direct(answer.room_id, person)
        return str(answer.room_id)

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

    def _account_data(self) -> str:
        return f"/user/{quote(self._session.me, safe='')}/account_data/m.direct"


def _membership(event: object) -> tuple[str, str]:
    return words(event, "state_key"), words(event, "content", "membership")
