"""Meetings: announce, say whether one comes, postpone, call off, be reminded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers.listing import placed
from handlers.meeting_cards import agenda, answers, attendance, label, listed, named, when_where
from handlers.meeting_words import Start, cut
from handlers.reading import Title, Word
from handlers.rights import clock, followers, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.steps import Looked
from handlers.turn import Button, Card, Later, Never, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership, Role, Sort, holders
from models.base import Refused
from models.meeting import (
    Coming,
    Meeting,
    Plan,
    attendees,
    coming_meetings,
    drop_out,
    meetings_ahead,
)
from models.minutes import meetings_recorded, minutes_of
from models.person import Person
from models.phrase import Choice, Moment, Phrase, Several
from models.phrase import Command as Named
from models.plenty import must_be_few

router = Router("meetings")

AHEAD = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
"""How long before it starts a meeting is remembered."""
PUNCTUAL = timedelta(minutes=5)
"""A reminder that comes later than this no longer says tomorrow or in an hour."""
REPORTS_AFTER = timedelta(hours=3)
LISTED = timedelta(days=366)


def _offer_no_place(turn: Turn) -> Sequence[Offer]:
    return [(Phrase("meeting-no-place"), "-")]


def _offer_ahead(turn: Turn) -> Sequence[Offer]:
    found = meetings_ahead(turn.session, reach(turn), turn.now)
    if not found:
        raise Refused("meetings-none", command=Named("meet"))
    return [(label(meeting), str(meeting.id)) for meeting in found]


@router.command("meet", members, split=cut, offers={"place": _offer_no_place})
def meet(turn: Turn, starts: Start, title: Title, place: Title | None = None) -> Says:
    """Announce a meeting and ask who comes."""
    assembly = turn.here
    must_be_few(
        turn.session, assembly, turn.person, Meeting.opener_id, Meeting.opened_at, now=turn.now
    )
    meeting = Meeting(
        assembly=assembly,
        number=assembly.next_number("meeting"),
        title=title,
        place="" if place in {None, "-", "–"} else str(place),
        starts_at=starts.at,
        opener=turn.person,
        opened_at=turn.now,
    )
    turn.session.add(meeting)
    turn.session.flush()
    yield Card(meeting)
    yield from _promises(meeting, turn.now)
    yield from _told(turn, meeting)
    yield Undo(wire("unmeet", meeting))


@router.command("unmeet", members, hidden=True)
def unmeet(turn: Turn, meeting: Meeting) -> Says:
    """Take a meeting back that nobody else has answered."""
    if meeting.opener_id != turn.person.id:
        raise Refused("refused-not-there")
    meeting.withdraw(turn.now)
    yield Card(meeting)
    yield from _no_promises(meeting)


@router.command("attend", members, withdrawn="unattend", hidden=True)
def attend(turn: Turn, meeting: Meeting, coming: Coming) -> Says:
    """Say whether one comes, or say it differently."""
    before = meeting.answer(turn.person, coming, turn.now)
    if before is None:
        yield Undo(wire("unattend", meeting))
    elif before is not coming:
        yield Undo(wire("attend", meeting, before.value))
    else:
        yield Looked()
    yield Tell("meeting-your-answer", quiet=True, coming=coming, starts=Moment(meeting.starts_at))
    yield Card(meeting)


@router.command("unattend", members, hidden=True)
def unattend(turn: Turn, meeting: Meeting, coming: Coming | None = None) -> Says:
    """Take one's answer back."""
    known = meeting.answer_of(turn.person)
    if coming is not None and known is not None and known.coming is not coming:
        yield Looked()
        return
    before = meeting.take_back(turn.person, turn.now).coming
    yield Undo(wire("attend", meeting, before.value))
    yield Tell("meeting-answer-taken-back", quiet=True)
    yield Card(meeting)


def _must_plan(turn: Turn, meeting: Meeting) -> None:
    meeting.must_be_ahead(turn.now)
    _must_lead(turn, meeting)


def _must_lead(turn: Turn, meeting: Meeting) -> None:
    if meeting.opener_id != turn.person.id and not turn.holds(Role.FACILITATOR):
        people = holders(turn.session, meeting.assembly, Role.FACILITATOR, turn.now)
        who = Several([person.name for person in people])
        raise Refused("meeting-not-yours", who=who, count=len(people))


@router.command("postpone", members, offers={"meeting": _offer_ahead}, may=_must_plan)
def postpone(turn: Turn, meeting: Meeting, starts: Start) -> Says:
    """Move a meeting to another time; who has answered hears it."""
    before = meeting.starts_at
    meeting.postpone(starts.at, turn.now)
    yield Card(meeting)
    yield from _promises(meeting, turn.now)
    told = named(meeting) | {"before": Moment(before)}
    yield Say(Phrase("meeting-moved", told), to=meeting.assembly)
    for person in _answered(turn, meeting):
        lines = Phrase("meeting-moved-yours", told)
        yield Say(lines, to=person, buttons=answers(meeting), until=meeting.starts_at)
    yield from _told(turn, meeting)
    yield Undo(wire("postpone", meeting, before))


@router.command("calloff", members, offers={"meeting": _offer_ahead}, may=_must_plan)
def calloff(turn: Turn, meeting: Meeting) -> Says:
    """Call a meeting off; who has answered hears it."""
    meeting.call_off(turn.now)
    yield from _no_promises(meeting)
    yield from _changed(turn, meeting, "meeting-called-off")
    yield Undo(wire("calloff-back", meeting))


@router.command("calloff-back", members, hidden=True, may=_must_lead)
def calloff_back(turn: Turn, meeting: Meeting) -> Says:
    """Say that it takes place after all; who has answered hears it."""
    meeting.call_on()
    yield from _promises(meeting, turn.now)
    yield from _changed(turn, meeting, "meeting-on-again")


def _changed(turn: Turn, meeting: Meeting, key: str) -> Says:
    yield Card(meeting)
    told = Phrase(key, named(meeting))
    yield Say(told, to=meeting.assembly)
    for person in _answered(turn, meeting):
        yield Say(told, to=person)
    yield from _told(turn, meeting)


@router.command("meetings", followers)
def meetings(turn: Turn) -> Says:
    """List what is coming, with how many come, and the last minutes."""
    coming = coming_meetings(turn.session, reach(turn), turn.now, turn.now + LISTED)[:10]
    recorded = meetings_recorded(turn.session, reach(turn))
    if not coming and not recorded:
        raise Refused("meetings-none", command=Named("meet"))
    several = turn.private and len(turn.memberships) > 1
    lines: list[str | Phrase] = ["meetings-head" if coming else "meetings-none-ahead"]
    for meeting in coming:
        comers = Phrase("meetings-coming", {"count": meeting.coming})
        home = [meeting.assembly.name] if several else []
        lines.append(listed(meeting, [*when_where(meeting), comers, *home]))
    if recorded:
        lines.append("meetings-recorded")
    lines += [listed(m, [Moment(m.starts_at, "day")]) for m in recorded]
    yield Say(*lines, buttons=_opening(coming, recorded, several=several))


def _opening(
    coming: Sequence[Meeting], recorded: Sequence[Meeting], *, several: bool
) -> list[Button]:
    """Buttons that show the cards of those ahead, and the minutes of the others."""
    ahead = [(label(meeting), wire("card", meeting.slot), meeting) for meeting in coming]
    past = [(label(m, "minutes-of-choice"), wire("minutes", m), m) for m in recorded]
    return [
        Button(placed(text, meeting.assembly, several=several), line)
        for text, line, meeting in [*ahead, *past]
    ]


@router.command("meeting-reminds", clock)
def meeting_reminds(turn: Turn, meeting: Meeting, ahead: Word) -> Says:
    """Remind the group once, and in private those who come or may come."""
    left = meeting.starts_at - turn.now
    overtaken = ahead == "day" and left <= AHEAD["hour"]
    if meeting.plan is not Plan.ON or left <= timedelta() or overtaken:
        return
    turn.assembly = meeting.assembly
    told = named(meeting) | {"ahead": Choice(ahead if turn.late < PUNCTUAL else "soon")}
    points, until = agenda(meeting), meeting.starts_at
    group = [Phrase("meeting-soon", told), *attendance(meeting), *points]
    yield Say(*group, to=meeting.assembly, buttons=answers(meeting), until=until)
    for person in attendees(turn.session, meeting, Coming.YES, Coming.MAYBE):
        lines = [Phrase("meeting-soon-yours", told), *points]
        yield Say(*lines, to=person, buttons=answers(meeting), until=until)


@router.command("meeting-over", clock)
def meeting_over(turn: Turn, meeting: Meeting) -> Says:
    """Ask the group once for the minutes."""
    if meeting.plan is not Plan.ON:
        return
    yield Card(meeting)
    if minutes_of(turn.session, meeting) is None:
        line = wire("write-minutes", meeting)
        yield Say(
            Phrase("meeting-over", named(meeting)),
            to=meeting.assembly,
            buttons=[Button(Phrase("label-write-minutes"), line)],
            answer=line,
        )


def _told(turn: Turn, meeting: Meeting) -> Says:
    """In private the change itself is not to be seen."""
    if turn.private:
        yield Say("told-there", assembly=meeting.assembly.name)


@router.farewell
def member_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever leaves an assembly comes to its meetings no longer."""
    for meeting in drop_out(turn.session, membership, turn.now):
        yield Card(meeting)


def _promises(meeting: Meeting, now: datetime) -> Says:
    for ahead, before in AHEAD.items():
        key, at = f"{ahead}:{meeting.slot}", meeting.starts_at - before
        if at > now:
            yield Later(at, "meeting-reminds", {"meeting": meeting, "ahead": ahead}, key)
        else:
            yield Never(key)
    yield Later(meeting.ends_at, "meeting-over", {"meeting": meeting}, f"over:{meeting.slot}")
    if meeting.assembly.sort is Sort.COUNCIL:
        at, key = meeting.starts_at + REPORTS_AFTER, f"reports:{meeting.slot}"
        yield Later(at, "reports-asked", {"meeting": meeting}, key)


def _no_promises(meeting: Meeting) -> Says:
    for name in (*AHEAD, "over", "reports"):
        yield Never(f"{name}:{meeting.slot}")


def _answered(turn: Turn, meeting: Meeting) -> list[Person]:
    found = attendees(turn.session, meeting, *Coming)
    return [person for person in found if person is not turn.person]


def _fetch_cards(session: Session, found: Sequence[Any]) -> None:
    Meeting.fetch(session, {meeting.id for meeting in found}, ())


@router.card(Meeting, fetch=_fetch_cards)
def card(meeting: Meeting, turn: Turn) -> Say:
    """The live card: when, where, who comes, what is to be talked about."""
    head = named(meeting) | {"number": meeting.number, "plan": meeting.plan}
    lines = [Phrase("meeting-card-head", head), *attendance(meeting), *agenda(meeting)]
    buttons: list[Button] = []
    if meeting.is_ahead(turn.now):
        buttons = [*answers(meeting), Button(Phrase("label-propose"), wire("agenda", meeting))]
    elif meeting.plan is Plan.ON:
        buttons = [Button(Phrase("label-minutes"), wire("minutes", meeting))]
    return Say(*lines, to=meeting.assembly, slot=meeting.slot, buttons=buttons)
