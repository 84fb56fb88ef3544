"""Who comes and goes: the bot itself, and the people in its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.platforms import Event, Place, Speaker
from bot.platforms.matrix.junk import Source, at, words
from bot.platforms.matrix.reading import Reader
from bot.platforms.matrix.rooms import MEMBER, Rooms


async def member(source: Source, place: Place, reader: Reader, rooms: Rooms) -> Event | None:
    """The line a change of membership is; None for a mere change of profile."""
    who, sender = words(source, "state_key"), words(source, "sender")
    ref = words(source, "event_id")
    now, before = words(source, "content", "membership"), _before(source)
    if not ref or not who or now == before:
        return None
    if who == reader.me and now == "join":
        return await _arrived(source, place, reader, rooms)
    if who == reader.me:
        thrown_out = now in ("leave", "ban") and sender != who and before == "join"
        about = reader.speaker(sender, place.chat)
        return Event(ref, place, "removed", about) if thrown_out else None
    about = _named(source, reader.speaker(who, place.chat))
    return _other(Event(ref, place, "joined", about), now, before, rooms.person(place.chat))


def _other(event: Event, now: str, before: str, person: str) -> Event | None:
    mine = event.about is not None and event.about.account == person
    if now == "join":
        return replace(event, name="opened") if mine and event.place.private else event
    if now not in ("leave", "ban"):
        return None
    if mine:
        return replace(event, name="blocked", place=replace(event.place, private=True))
    return replace(event, name="left") if before == "join" else None


async def _arrived(source: Source, place: Place, reader: Reader, rooms: Rooms) -> Event | None:
    ref, room = words(source, "event_id"), place.chat
    inviter = words(source, "unsigned", "prev_sender") if _before(source) == "invite" else ""
    about = reader.speaker(inviter, room) if inviter else None
    old = await rooms.replaced(room)
    if old:
        if rooms.person(old):
            await rooms.note_direct(room, rooms.person(old))
        return Event(ref, replace(place, chat=old), "moved", about, detail=room)
    if inviter and at(source, "unsigned", "prev_content", "is_direct") is True:
        await rooms.note_direct(room, inviter)
        if await rooms.private(room):
            return Event(ref, replace(place, private=True, title=""), "opened", about)
    elif rooms.person(room):
        # The bot has opened this room itself.
        return None
    return Event(ref, place, "added", about)


def present_from(events: Sequence[Source], me: str, *, late: bool) -> int | None:
    """Where the bot's presence begins in these events, oldest first; None if it was there before.

    What was said before is history. In a direct room the invitation counts: people write at once,
    not waiting for the bot to come in. A `late` bot counts from its own coming everywhere.
    """
    own = [
        (place, source)
        for place, source in enumerate(events)
        if words(source, "type") == MEMBER and at(source, "state_key") == me
    ]
    for rank in range(len(own) - 1, -1, -1):
        place, source = own[rank]
        if words(source, "content", "membership") != "join" or _before(source) == "join":
            continue
        direct = at(source, "unsigned", "prev_content", "is_direct") is True
        if direct and not late and rank and _invites(own[rank - 1][1]):
            return own[rank - 1][0]
        return place
    return None


def _invites(source: Source) -> bool:
    return words(source, "content", "membership") == "invite"


def _before(source: Source) -> str:
    return words(source, "unsigned", "prev_content", "membership")


def _named(source: Source, speaker: Speaker) -> Speaker:
    shown = words(source, "content", "displayname")
    return replace(speaker, name=shown) if shown else speaker
