"""Rooms that take the place of others."""

from __future__ import annotations

from bot.platforms.matrix.junk import Source, at, items, words
from bot.platforms.matrix.rooms import LEVELS, Rooms

TOMBSTONE = "m.room.tombstone"
_CREATE = "m.room.create"
_CREATORS_STAND_ABOVE = 12
"""The room version since which creators are in no list of power levels."""


class Upgrades:
    """Which rooms have ended, and what took their place."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._heirs: dict[str, str] = {}

    def noticed(self, room: str, tombstone: Source) -> str:
        """The room that takes the place of this one, "" if none does."""
        heir = words(tombstone, "content", "replacement_room")
        if heir:
            self._heirs[room] = heir
        return heir

    def ended(self, room: str) -> bool:
        """Whether whoever leaves it has only tidied up."""
        return room in self._heirs

    async def replaced(self, room: str) -> str:
        """The room that this one officially takes the place of, or ""."""
        made = await self._rooms.told(room, _CREATE)
        old = words(made, "content", "predecessor", "room_id")
        if not old:
            return ""
        if words(await self._rooms.state(old, TOMBSTONE), "replacement_room") == room:
            return old
        # One between them, which the bot never saw from within, cannot vouch for it: its maker can.
        for known, heir in list(self._heirs.items()):
            if heir == old and not self._rooms.inside(old):
                return known if await self._may_end(known, words(made, "sender")) else ""
        return ""

    async def _may_end(self, room: str, person: str) -> bool:
        """Whether somebody could have named this room's successor themselves."""
        made = await self._rooms.told(room, _CREATE)
        version = words(made, "content", "room_version")
        if not version.isdecimal() or int(version) >= _CREATORS_STAND_ABOVE:
            creators = [words(made, "sender"), *items(made, "content", "additional_creators")]
            if person in creators:
                return True
        levels = await self._rooms.state(room, LEVELS)
        users, kinds = at(levels, "users"), at(levels, "events")
        needed = _number(kinds, TOMBSTONE, _number(levels, "state_default", 50))
        return (
            bool(levels) and _number(users, person, _number(levels, "users_default", 0)) >= needed
        )


def _number(source: object, name: str, usual: int) -> int:
    found = at(source, name)
    return found if isinstance(found, int) else usual
