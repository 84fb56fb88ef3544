"""The agenda of a meeting: propose a point, take one off."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.meeting_cards import label
from handlers.reading import Title
from handlers.rights import members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Card, Says, Tell, Turn, Undo, wire
from models.assembly import Role
from models.base import Refused
from models.meeting import Meeting, Point, meetings_ahead
from models.phrase import Command as Named

router = Router("meetings")


def _cut_agenda(turn: Turn, text: str) -> dict[str, str]:
    """`3 Heating in no. 12`, or the point alone where only one meeting is ahead."""
    found = _ahead(turn)
    number, *rest = text.split(maxsplit=1)
    if any(str(meeting.number) == number.removeprefix("#") for meeting in found):
        return {"meeting": number, "point": rest[0] if rest else ""}
    only = {"meeting": str(found[0].number)} if len(found) == 1 else {}
    return only | {"point": text}


def _cut_place(turn: Turn, text: str) -> dict[str, str]:
    """`3 2`: the second point of meeting 3; `2` where only one meeting is ahead."""
    number, *rest = text.split(maxsplit=1)
    if rest:
        return {"meeting": number, "place": rest[0]}
    found = _ahead(turn)
    return {"meeting": str(found[0].number), "place": number} if len(found) == 1 else {}


def _offer_meetings(turn: Turn) -> Sequence[Offer]:
    return [(label(meeting), str(meeting.id)) for meeting in _ahead(turn)]


def _ahead(turn: Turn) -> Sequence[Meeting]:
    found = meetings_ahead(turn.session, reach(turn), turn.now)
    if not found:
        raise Refused("meetings-none", command=Named("meet"))
    return found


@router.command("agenda", members, split=_cut_agenda, offers={"meeting": _offer_meetings})
def agenda(turn: Turn, meeting: Meeting, point: Title) -> Says:
    """Propose something to be talked about."""
    proposed = meeting.propose(turn.person, point, turn.now)
    turn.session.flush()
    yield Tell("agenda-proposed", quiet=True, title=proposed.title, meeting=meeting.title)
    yield Card(meeting)
    yield Undo(wire("unpoint", proposed))


@router.command(
    "unagenda", members, split=_cut_place, offers={"meeting": _offer_meetings}, instead="agenda"
)
def unagenda(turn: Turn, meeting: Meeting, place: int) -> Says:
    """Take a point off the agenda, by its place there."""
    if not 1 <= place <= len(meeting.points):
        raise Refused("agenda-no-such-point", place=place)
    yield from _take_off(turn, meeting.points[place - 1])


@router.command("unpoint", members, hidden=True)
def unpoint(turn: Turn, point: Point) -> Says:
    """Take a point off the agenda."""
    yield from _take_off(turn, point)


def _take_off(turn: Turn, point: Point) -> Says:
    meeting = point.meeting
    meeting.must_be_ahead(turn.now)
    if point.proposer_id != turn.person.id and not turn.holds(Role.FACILITATOR):
        raise Refused("agenda-not-yours")
    meeting.points.remove(point)
    yield Tell("agenda-taken-off", quiet=True, title=point.title)
    yield Card(meeting)
