"""The digest: at once, every morning, and what waits for oneself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from handlers.digest_lines import Today, digest, mine
from handlers.reading import Missing, Unread, When
from handlers.rights import belonging, clock, organisers
from handlers.routing import Offer, Router
from handlers.turn import Button, Later, Say, Says, Turn, Undo, wire
from models import daily, dates
from models.assembly import Assembly, Role
from models.daily import STALE, Hour, Reader
from models.digest import Matters, overview, waiting_for
from models.person import Person
from models.phrase import Choice, Command, Moment, Phrase
from models.post import Priority

router = Router("reminders")
router.always("digests")

ON, OFF = "on", "off"
OFFERED = ("07:00", "08:00", "18:00")
TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:uhr|h))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WallTime:
    """A time of day, or none."""

    at: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[WallTime, str]:
        """`8`, `7:30`, a time in words, on or off."""
        typed = text.strip()
        if not typed:
            raise Missing
        if typed.casefold() in {OFF, "-", turn.plain(Phrase("digest-label-off")).casefold()}:
            return cls(""), ""
        if typed.casefold() in {ON, turn.plain(Phrase("switch-on")).casefold()}:
            return cls(_reader(turn).digest_at or daily.USUAL), ""
        at = _figures(typed) or _words(turn, typed)
        if at is None:
            raise Unread("digest-no-hour", typed=typed[:60])
        return cls(f"{at:%H:%M}"), ""


def _figures(typed: str) -> time | None:
    found = TIME.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _words(turn: Turn, typed: str) -> time | None:
    when = dates.read(typed, language=turn.language, zone=turn.zone, now=turn.now)
    if when is None:
        return None
    at = when.astimezone(ZoneInfo(turn.zone)).time()
    return None if at == dates.LAST else at


def _reader(turn: Turn) -> Person | Assembly:
    return turn.person if turn.private else turn.here


def _may_change(turn: Turn, _thing: object) -> None:
    """In private everybody their own; in a group its organisers."""
    if not turn.private:
        organisers.check(turn)


def _offer_hours(turn: Turn) -> Sequence[Offer]:
    return [*((at, at) for at in OFFERED), (Phrase("digest-label-off"), OFF)]


@router.command("digest", belonging, offers={"hour": _offer_hours}, may=_may_change)
def set_hour(turn: Turn, hour: WallTime) -> Says:
    """When the digest comes: one's own in private, the chat's in its group."""
    reader = _reader(turn)
    yield Undo(wire("digest", reader.digest_at or OFF))
    reader.digest_at = hour.at
    whom = "me" if turn.private and _organised(turn) else "later" if turn.private else "us"
    if not hour.at:
        yield Say("digest-off", whom=Choice(whom), command=Command("today"))
        return
    zone = turn.zone if turn.private else turn.here.zone
    first = Hour(hour.at, zone, reader.digested_on or "").next(turn.now)
    daily.wake(turn.session, first)
    yield Say("digest-set", whom=Choice(whom), hour=hour.at, first=Moment(first))


@router.command("today", belonging, step=False)
def today(turn: Turn) -> Says:
    """The digest at once: of all one organises, or of the assembly whose group it is."""
    assemblies = _organised(turn) if turn.private else [turn.here]
    if not assemblies:
        button = Button(Phrase("digest-label-mine"), wire("mine"))
        yield Say("today-organises-nothing", buttons=[button])
        return
    day = Today(turn.now, turn.zone)
    found = overview(turn.session, assemblies, turn.now)
    said = _digest([found[assembly.id] for assembly in assemblies], day)
    yield said or Say("today-nothing", day=Moment(turn.now, "day"))


@router.command("mine", belonging, step=False)
def mine_(turn: Turn) -> Says:
    """All that waits for oneself, in private."""
    assemblies = [m.assembly for m in turn.memberships if not m.assembly.closed_at]
    found = waiting_for(turn.session, turn.person, assemblies, turn.now)
    day = Today(turn.now, turn.person.zone or turn.zone)
    said = mine(found, day, several=len(assemblies) > 1) if found else Say("mine-nothing")
    said.to = None if turn.private else turn.person
    yield said


@router.command("digests", clock)
def digests(turn: Turn, since: When | None = None) -> Says:
    """To everyone whose hour has come since then, their digest; and when to look again."""
    people = daily.hours_of_people(turn.session, turn.now)
    chats = daily.hours_of_assemblies(turn.session)
    begun = since or turn.now
    due_people, due_chats = _due(people, begun, turn.now), _due(chats, begun, turn.now)
    readers = daily.people_at(turn.session, due_people, turn.now)
    groups = daily.assemblies_at(turn.session, due_chats)
    yield from _give(turn, [*readers, *groups])
    full = daily.MOST in {len(readers), len(groups)}
    if full or daily.MOST_HOURS in {len(due_people), len(due_chats)}:
        yield Later(turn.now, "digests", {"since": begun}, "digests")
        return
    at = daily.next_look([*people, *chats], turn.default_zone, turn.now)
    yield Later(at, "digests", {"since": turn.now}, "digests")


def _due(hours: Sequence[Hour], since: datetime, now: datetime) -> list[Hour]:
    """So many of the hours that have come as one query takes."""
    return [hour for hour in hours if hour.at and hour.due(since, now)][: daily.MOST_HOURS]


def _give(turn: Turn, readers: Sequence[Reader]) -> Says:
    """Their digests; the day is noted also where there is nothing to say."""
    if not readers:
        return
    every = {one.id: one for reader in readers for one in reader.assemblies}
    found = overview(turn.session, every.values(), turn.now)
    for reader in readers:
        hour, who = reader.hour, reader.reader
        day, at = hour.came(turn.now)
        who.digested_on = day.isoformat()
        matters = [found[one.id] for one in reader.assemblies]
        said = _digest(matters, Today(turn.now, reader.zone))
        if said is not None:
            said.to, said.priority, said.until = who, Priority.DIGEST, at + STALE
            yield said


def _digest(matters: Sequence[Matters], day: Today) -> Say | None:
    told = [one for matter in matters if (one := matter.until(day.end))]
    return digest(told, day, several=len(matters) > 1) if told else None


def _organised(turn: Turn) -> list[Assembly]:
    return [
        m.assembly
        for m in turn.memberships
        if m.holds(Role.ORGANISER, turn.now) and not m.assembly.closed_at
    ]
