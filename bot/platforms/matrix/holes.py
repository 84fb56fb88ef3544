"""What a sync leaves out because there was too much of it."""

from __future__ import annotations

from bot.platforms import Gone
from bot.platforms.matrix.answers import Declined
from bot.platforms.matrix.arrivals import arrival
from bot.platforms.matrix.junk import Source, items, words
from bot.platforms.matrix.memory import Memory
from bot.platforms.matrix.session import Session

_PAGE = 100


class Holes:
    """Fetches what happened in a room between two syncs."""

    def __init__(self, session: Session, memory: Memory) -> None:
        self._session, self._memory = session, memory

    async def between(self, room: str, start: str, since: str, after: list[Source]) -> list[Source]:
        """The room's events from `since` up to these, as far back as the bot was there."""
        older: list[Source] = []
        client = self._session.client
        newest = after
        # Page by page: however long the bot was away, each event is looked at once.
        while arrival(newest, self._session.me) is None:
            try:
                page = await self._session.ask(
                    client.room_messages,
                    room,
                    start,
                    since,
                    limit=_PAGE,
                    message_filter={"lazy_load_members": True},
                )
            except (Gone, Declined):
                break
            newest = [event.source for event in reversed(page.chunk)]
            older += reversed(newest)
            self._recall_names(room, await page.transport_response.json())
            if not page.end or page.end == start:
                break
            start = page.end
        return older[::-1]

    def _recall_names(self, room: str, page: object) -> None:
        for event in items(page, "state"):
            person = words(event, "state_key")
            self._memory.names[f"{room} {person}"] = words(event, "content", "displayname")
