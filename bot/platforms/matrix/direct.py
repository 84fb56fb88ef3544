"""Which rooms were opened for one person; the account remembers."""

from __future__ import annotations

from urllib.parse import quote

from bot.platforms import Gone
from bot.platforms.matrix.junk import items
from bot.platforms.matrix.session import Session


class Direct:
    """The bot's rooms of two, those that it has left as well: who left is not asked in again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._whose: dict[str, str] = {}
        self._recalled = False
        self._closed: set[str] = set()

    async def recall(self) -> None:
        """Know them after a start."""
        if self._recalled:
            return
        try:
            found = await self._session.raw("GET", self._path())
        except Gone:
            found = {}
        for person in found if isinstance(found, dict) else ():
            for room in items(found, person):
                if isinstance(room, str):
                    self._whose.setdefault(room, person)
        self._recalled = True

    def person(self, room: str) -> str:
        """For whom the room was opened, if for one person; others may have come since."""
        return self._whose.get(room, "")

    def rooms_of(self, person: str) -> list[str]:
        """All that were opened for one person, the oldest first."""
        return [room for room, whose in self._whose.items() if whose == person]

    async def note(self, room: str, person: str) -> None:
        """Remember, with the account, that this room was opened for one person."""
        await self.recall()
        if self._whose.get(room) == person:
            return
        for closed in self._closed.intersection(self.rooms_of(person)):
            del self._whose[closed]
        self._whose[room] = person
        await self._keep()

    async def forget(self, room: str) -> None:
        """It is nobody's any more."""
        await self.recall()
        if self._whose.pop(room, ""):
            await self._keep()

    def overlook(self, room: str) -> None:
        """A crowd that calls itself a direct room is none, until the next start."""
        self._whose.pop(room, None)

    def closed(self, room: str) -> None:
        """The bot is not in it any more: the next room of the same person takes its place."""
        self._closed.add(room)

    async def _keep(self) -> None:
        listed: dict[str, list[str]] = {}
        for room, whose in self._whose.items():
            listed.setdefault(whose, []).append(room)
        await self._session.raw("PUT", self._path(), listed)

    def _path(self) -> str:
        return f"/user/{quote(self._session.me, safe='')}/account_data/m.direct"
