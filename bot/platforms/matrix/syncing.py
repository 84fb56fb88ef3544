"""What one sync brings: the lines of every room, holes in its timeline filled."""

from __future__ import annotations

import json
import logging
import secrets
from typing import Any
from urllib.parse import quote, urlencode

from bot.platforms import Event, Gone, Place, TryLater, Utterance
from bot.platforms.matrix.answers import Declined
from bot.platforms.matrix.arrivals import arrival, member, open_direct, present, went
from bot.platforms.matrix.crypto.late import ENCRYPTED, Late
from bot.platforms.matrix.crypto.upkeep import Upkeep
from bot.platforms.matrix.holes import Holes
from bot.platforms.matrix.invitations import Invitations, invitation
from bot.platforms.matrix.junk import Source, at, items, words
from bot.platforms.matrix.memory import Memory, Reaction
from bot.platforms.matrix.reading import Reader
from bot.platforms.matrix.rooms import MEMBER, Rooms
from bot.platforms.matrix.session import Session
from bot.platforms.matrix.upgrades import TOMBSTONE, Upgrades

_log = logging.getLogger(__name__)

Line = Utterance | Event

_STATE = {"lazy_load_members": True, "include_redundant_members": True}
_NOTHING: dict[str, Any] = {"types": []}


def _filter(timeline: dict[str, Any]) -> dict[str, Any]:
    room = {"timeline": timeline, "state": _STATE, "ephemeral": _NOTHING, "account_data": _NOTHING}
    return {"room": room, "presence": _NOTHING, "account_data": _NOTHING}


_NEWS = _filter({"limit": 50, **_STATE})
_STANDING = _filter({"limit": 50, "types": ["m.reaction"]})


class Syncing:
    """Takes syncs, and reads them."""

    def __init__(
        self, session: Session, rooms: Rooms, memory: Memory, upkeep: Upkeep, late: Late
    ) -> None:
        self._session = session
        self._rooms = rooms
        self._memory = memory
        self._upkeep = upkeep
        self._late = late
        self._upgrades = Upgrades(rooms)
        self._holes = Holes(session, memory)
        self.invitations = Invitations(session)
        self.reader = Reader(session.me, memory, self._look, self._name)

    async def begin(self, bookmark: str | None) -> None:
        """Recall what a process forgets: direct rooms, invitations not followed, reactions."""
        await self._session.ready()
        self.reader.me = self._session.me
        await self._upkeep.tend()
        await self._rooms.direct.recall()
        self.reader.shown = await self._session.shown_name()
        if bookmark is None:
            return
        # Beside nio, whose state belongs to the bookmark.
        query = urlencode({"filter": json.dumps(_STANDING), "timeout": _unlike()})
        found = at(await self._session.raw("GET", f"/sync?{query}"), "rooms")
        for room, info in _pairs(at(found, "invite")):
            for event in items(info, "invite_state", "events"):
                if at(event, "state_key") == self._session.me:
                    self.invitations.invited(room, words(event, "sender"))
        for _, info in _pairs(at(found, "join")):
            for event in items(info, "timeline", "events"):
                self._stands(event)

    async def take(self, since: str | None, timeout: int, *, whole: bool) -> Any:
        """The next sync after the bookmark, waiting up to `timeout` ms for news."""
        client = self._session.client
        # nio passes over a response it believes to know.
        client.next_batch = ""
        # A first sync would bring history, and history is not for the bot.
        asked = _NEWS if since else _filter({"limit": 1, **_STATE})
        wait = timeout if since else _unlike()
        return await self._session.ask(
            client.sync, timeout=wait, sync_filter=asked, since=since, full_state=whole
        )

    async def read(self, response: Any, since: str | None) -> tuple[Line, ...]:
        """What the sync says, in order; follows invitations."""
        for room, info in response.rooms.invite.items():
            if since is None:
                self.invitations.late.add(room)
            asked = invitation(info.invite_state, self._session.me)
            self.invitations.invited(room, words(asked, "sender"))
        await self._tend()
        if since is None:
            return ()
        lines = await self._overdue()
        for room, info in response.rooms.leave.items():
            lines += await self._room(room, info, since)
            self._rooms.outside(room)
        for room, info in response.rooms.join.items():
            lines += await self._room(room, info, since)
        self._late.remember()
        return tuple(lines)

    async def _tend(self) -> None:
        try:
            await self._upkeep.tend()
        except (TryLater, Gone, Declined) as why:
            # What can be read is read all the same; the next sync tries again.
            _log.warning("Matrix: keys must wait (%s)", type(why).__name__)

    async def _overdue(self) -> list[Line]:
        """What was said before, and could not be read or is given up only now."""
        lines = [await self._line(room, source) for room, source in self._late.come()]
        for room, source in self._late.lost():
            who = self.reader.speaker(words(source, "sender"), room)
            ref = f"unreadable:{words(source, 'event_id')}"
            lines.append(Event(ref, await self._place(room, who.account), "unreadable", who))
        return [line for line in lines if line is not None]

    async def _room(self, room: str, info: Any, since: str) -> list[Line]:
        events = [event.source for event in info.timeline.events]
        start = info.timeline.prev_batch
        if info.timeline.limited and start:
            events = await self._holes.between(room, start, since, events) + events
        if any(at(event, "type") == MEMBER for event in events):
            self._rooms.changed(room)
        came = arrival(events, self._session.me)
        if came is not None:
            await open_direct(events[came], room, self._rooms)
        self._upgraded(room, [event.source for event in info.state], events, came is not None)
        lines = []
        for source in present(events, self._session.me, late=room in self.invitations.late):
            line = await self._line(room, source)
            if line is not None:
                lines.append(line)
        return lines

    async def _line(self, room: str, source: Source) -> Line | None:
        if words(source, "type") == ENCRYPTED and words(source, "sender") != self._session.me:
            opened = self._late.read(source, room)
            return None if opened is None else await self._line(room, opened)
        kind = words(source, "type")
        place = await self._place(room, words(source, "state_key" if kind == MEMBER else "sender"))
        match kind:
            case "m.room.member":
                line = await member(source, place, self.reader, self._rooms, self._upgrades)
                if went(source, self._rooms.direct.person(room)):
                    await self._rooms.let_go(room)
                return line
            case "m.room.tombstone":
                self._follow(room, source)
                return None
        return await self.reader.read(source, place)

    def _upgraded(self, room: str, state: list[Source], events: list[Source], came: bool) -> None:
        """Know rooms that ended before these events; follow on from one the bot came into."""
        if came:
            for source in _tombstones([*state, *events]):
                self._follow(room, source)
        elif not _tombstones(events):
            for source in _tombstones(state):
                self._upgrades.noticed(room, source)

    def _follow(self, room: str, tombstone: Source) -> None:
        heir = self._upgrades.noticed(room, tombstone)
        if heir:
            self.invitations.invited(heir, words(tombstone, "sender"))

    async def _place(self, room: str, who: str) -> Place:
        """The room as `who` meets the bot there: it is private to nobody but its person."""
        two = (self._session.me, self._rooms.direct.person(room))
        private = who in two and await self._rooms.private(room)
        known = self._session.client.rooms.get(room)
        title = known.name if known and not private and isinstance(known.name, str) else ""
        return Place("matrix", room, private=private, title=title)

    def _stands(self, event: object) -> None:
        relation = at(event, "content", "m.relates_to")
        target, key = words(relation, "event_id"), words(relation, "key")
        if target and key:
            reaction = Reaction(words(event, "sender"), target, key)
            self._memory.reactions[words(event, "event_id")] = reaction

    def _name(self, room: str, person: str) -> str:
        known = self._session.client.rooms.get(room)
        user = known.users.get(person) if known else None
        shown = user.display_name if user else self._memory.names.get(f"{room} {person}")
        return words({"name": shown}, "name")

    async def _look(self, room: str, ref: str) -> Source:
        try:
            path = f"/rooms/{quote(room, safe='')}/event/{quote(ref, safe='')}"
            found = await self._session.raw("GET", path)
        except (Gone, Declined):
            return {}
        return self._late.glance(found, room) if isinstance(found, dict) else {}


def _unlike() -> int:
    # Synapse answers a sync without a bookmark from a cache, two minutes old, unless it differs
    # from the last one; it does not wait then, whatever the timeout.
    return 1 + secrets.randbelow(1_000_000)


def _tombstones(events: list[Source]) -> list[Source]:
    return [source for source in events if words(source, "type") == TOMBSTONE]


def _pairs(rooms: object) -> list[tuple[str, object]]:
    return list(rooms.items()) if isinstance(rooms, dict) else []
