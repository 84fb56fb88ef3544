"""Who comes and goes: the bot itself, and the people in its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.platforms import Event, Place, Speaker
from bot.platforms.matrix.junk import Source, at, words
from bot.platforms.matrix.reading import Reader
from bot.platforms.matrix.rooms import MEMBER, Rooms
from bot.platforms.matrix.upgrades import Upgrades

_THERE = ("join", "invite")
_AWAY = ("leave", "ban")


async def member(
    source: Source, place: Place, reader: Reader, rooms: Rooms, upgrades: Upgrades
) -> Event | None:
    """The line a change of membership is; None for a mere change of profile."""
    who, sender = words(source, "state_key"), words(source, "sender")
    ref = words(source, "event_id")
    now, before = words(source, "content", "membership"), _before(source)
    if not ref or not who or now == before:
        return None
    if who == reader.me and now == "join":
        return await _arrived(source, place, reader, rooms, upgrades)
    person = rooms.direct.person(place.chat)
    if who == reader.me:
        thrown_out = now in _AWAY and sender != who and before == "join"
        gone = Event(ref, place, "removed", reader.speaker(sender, place.chat))
        return await _shut(gone, rooms) if thrown_out else None
    if now in _AWAY and upgrades.ended(place.chat):
        return None
    if now in _THERE and before not in _THERE and await rooms.third(place.chat, who):
        # What was private parts from the room, and finds its person elsewhere.
        ours, owner = replace(place, private=True), reader.speaker(person, place.chat)
        return Event(ref, ours, "moved", owner, detail=person)
    about = _named(source, reader.speaker(who, place.chat))
    return await _other(Event(ref, place, "joined", about), now, before, rooms)


async def _other(event: Event, now: str, before: str, rooms: Rooms) -> Event | None:
    mine = event.about is not None and event.about.account == rooms.direct.person(event.place.chat)
    if now == "join":
        return replace(event, name="opened") if mine and event.place.private else event
    if now not in _AWAY:
        return None
    if mine or before == "join":
        return await _shut(replace(event, name="left"), rooms)
    return None


async def _shut(event: Event, rooms: Rooms) -> Event:
    room = event.place.chat
    if event.about is None or event.about.account != rooms.direct.person(room):
        return event
    # With others in it, the room is no longer the one in which they were told things alone.
    if await rooms.shared(room):
        return event
    return replace(event, name="blocked", place=replace(event.place, private=True))


async def _arrived(
    source: Source, place: Place, reader: Reader, rooms: Rooms, upgrades: Upgrades
) -> Event | None:
    ref, room = words(source, "event_id"), place.chat
    inviter = words(source, "unsigned", "prev_sender") if _before(source) == "invite" else ""
    about = reader.speaker(inviter, room) if inviter else None
    old = await upgrades.replaced(room)
    if old:
        if rooms.direct.person(old):
            await rooms.direct.note(room, rooms.direct.person(old))
        return Event(ref, replace(place, chat=old), "moved", about, detail=room)
    if inviter and place.private:
        return Event(ref, place, "opened", about)
    # It may hear of a room that it opens itself before it has noted for whom.
    if not inviter and (rooms.direct.person(room) or await rooms.own(room)):
        return None
    return Event(ref, place, "added", about)


def arrival(events: Sequence[Source], me: str) -> int | None:
    """Where the bot came in, in these events, oldest first; None if it was there before."""
    for place in range(len(events) - 1, -1, -1):
        source = events[place]
        came = words(source, "content", "membership") == "join" and _before(source) != "join"
        if came and _is_member(source, me):
            return place
    return None


def present(events: Sequence[Source], me: str, *, late: bool) -> list[Source]:
    """What was said in the bot's presence, after its coming; all else is history.

    In a direct room the invitation counts: people write at once, not waiting for the bot to come
    in. A `late` bot counts from its own coming everywhere.
    """
    came = arrival(events, me)
    if came is None:
        return list(events)
    first = came
    if not late and _is_direct(events[came]):
        invited = [one for one in range(came) if _invites(events[one], me)]
        first = invited[-1] if invited else came
    return [events[came], *events[first:came], *events[came + 1 :]]


def went(source: Source, person: str) -> bool:
    """Whether this one has left, or does not want to come in."""
    return _is_member(source, person) and words(source, "content", "membership") in _AWAY


async def open_direct(source: Source, room: str, rooms: Rooms) -> None:
    """Note the room the bot came into as a direct one, if it was invited to it as such."""
    inviter = words(source, "unsigned", "prev_sender")
    if inviter and _is_direct(source):
        await rooms.direct.note(room, inviter)


def _is_direct(source: Source) -> bool:
    invited = _before(source) == "invite"
    return invited and at(source, "unsigned", "prev_content", "is_direct") is True


def _is_member(source: Source, person: str) -> bool:
    return words(source, "type") == MEMBER and at(source, "state_key") == person


def _invites(source: Source, me: str) -> bool:
    return _is_member(source, me) and words(source, "content", "membership") == "invite"


def _before(source: Source) -> str:
    return words(source, "unsigned", "prev_content", "membership")


def _named(source: Source, speaker: Speaker) -> Speaker:
    shown = words(source, "content", "displayname")
    return replace(speaker, name=shown) if shown else speaker
