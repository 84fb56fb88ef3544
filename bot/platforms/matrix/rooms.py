"""The rooms the bot is in: invitations, who is there, and which of them are private."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from nio import RoomPreset  # type: ignore[import-untyped]

from bot.platforms import Gone, Moved, Place, TryLater
from bot.platforms.matrix.junk import Source, at, items, words
from bot.platforms.matrix.session import Declined, Session

MEMBER = "m.room.member"
_CROWD = 10
_RARELY = 3600.0


@dataclass(slots=True)
class Waiting:
    """A room the bot has been asked into and has not joined yet."""

    via: str
    due: float = 0.0
    tries: int = 0


class Rooms:
    """Where the bot is, and with whom."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._direct: dict[str, str] = {}
        self._recalled = False
        self._opening = asyncio.Lock()
        self._members: dict[str, dict[str, str]] = {}
        self.waiting: dict[str, Waiting] = {}
        self.late: set[str] = set()
        """Rooms whose invitation is older than the bot's memory: nothing said there counts yet."""

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

    def invited(self, room: str, via: str) -> None:
        """Take an invitation; `join` follows it."""
        self.waiting.setdefault(room, Waiting(via))

    async def join(self) -> None:
        """Follow every invitation that is due; one that cannot be followed yet waits."""
        now = asyncio.get_running_loop().time()
        for room, asked in list(self.waiting.items()):
            if asked.due > now:
                continue
            server = asked.via.partition(":")[2]
            path = f"/join/{quote(room, safe='')}?{urlencode({'via': server})}"
            try:
                await self._session.raw("POST", path, {})
            except TryLater as later:
                asked.tries += 1
                asked.due = now + max(later.wait, min(2.0**asked.tries, _RARELY))
                continue
            except (Gone, Declined):
                pass
            del self.waiting[room]

    def patience(self, longest: int) -> int:
        """How many ms may pass before an invitation is due, at most `longest`."""
        now = asyncio.get_running_loop().time()
        soonest = min(
            (int((one.due - now) * 1000) for one in self.waiting.values()), default=longest
        )
        return max(1, min(soonest, longest))

    def changed(self, room: str) -> None:
        """Somebody came or went: who is there must be asked anew."""
        self._members.pop(room, None)

    def person(self, room: str) -> str:
        """For whom the room was opened, if for one person; others may have come since."""
        return self._direct.get(room, "")

    async def private(self, room: str) -> bool:
        """Whether nobody but the bot and one person is in the room, or invited to it."""
        if room not in self._direct:
            return False
        present = len(await self._present(room))
        if present > _CROWD:
            # Calling a crowd a direct room must not have the bot count it at every change.
            del self._direct[room]
        return present == 2

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
        if place.private and not await self.private(place.chat):
            person = self._direct.get(place.chat, "")
            if not person or not await self._is_there(place.chat, person):
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
            if set(await self._present(room)) == {self._session.me, person}:
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
        )
        await self.note_direct(answer.room_id, person)
        return str(answer.room_id)

    async def _is_there(self, room: str, person: str) -> bool:
        return (await self._members_of(room)).get(person) in ("join", "invite")

    async def _present(self, room: str) -> list[str]:
        members = await self._members_of(room)
        return [person for person, state in members.items() if state in ("join", "invite")]

    async def _members_of(self, room: str) -> dict[str, str]:
        if room not in self._members:
            path = f"/rooms/{quote(room, safe='')}/members"
            try:
                found = await self._session.raw("GET", path)
            except (Gone, Declined):
                return {}
            self._members[room] = dict(_membership(event) for event in items(found, "chunk"))
        return self._members[room]

    def _account_data(self) -> str:
        return f"/user/{quote(self._session.me, safe='')}/account_data/m.direct"


def _membership(event: object) -> tuple[str, str]:
    return words(event, "state_key"), words(event, "content", "membership")


def invitation(state: list[Any], me: str) -> Source:
    """The member event that invites the bot, among what an invitation comes with."""
    for event in state:
        source = event.source
        if words(source, "type") == MEMBER and at(source, "state_key") == me:
            return dict(source)
    return {}
