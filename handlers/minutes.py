"""Minutes: kept with their meeting, to be written and read."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.meeting_cards import label
from handlers.reading import Long
from handlers.rights import members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.steps import Looked
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Role
from models.base import Refused
from models.meeting import Meeting
from models.minutes import keep, meetings_begun, minutes_of
from models.phrase import Moment, Phrase, Quote, Value

router = Router("meetings")


def _offer_begun(turn: Turn) -> Sequence[Offer]:
    found = meetings_begun(turn.session, reach(turn), turn.now)
    if not found:
        raise Refused("minutes-nothing-begun")
    return [(label(meeting), str(meeting.id)) for meeting in found]


def _titled(meeting: Meeting) -> dict[str, Value]:
    return {"title": meeting.title, "day": Moment(meeting.starts_at, "day")}


@router.command("minutes", members, offers={"meeting": _offer_begun}, instead="minutes")
def minutes(turn: Turn, meeting: Meeting, text: Long | None = None) -> Says:
    """Show the minutes of a meeting, or write them."""
    if text is not None:
        yield from _write(turn, meeting, text)
        return
    yield Looked()
    known = minutes_of(turn.session, meeting)
    if known is not None:
        author = known.author.name if known.author else "?"
        head = Phrase("minutes-head", _titled(meeting) | {"author": author})
        yield Say(head, Phrase("minutes-text", {"text": Quote(known.text)}))
    elif turn.now < meeting.starts_at:
        raise Refused("minutes-too-early")
    else:
        line = wire("write-minutes", meeting)
        button = Button(Phrase("label-write-minutes"), line)
        yield Say(Phrase("minutes-none", _titled(meeting)), buttons=[button], answer=line)


@router.command("write-minutes", members, hidden=True, instead="minutes")
def write_minutes(turn: Turn, meeting: Meeting, text: Long) -> Says:
    """Write the minutes of a meeting, or a new version."""
    yield from _write(turn, meeting, text)


def _write(turn: Turn, meeting: Meeting, text: str) -> Says:
    known = minutes_of(turn.session, meeting)
    facilitates = turn.holds(Role.FACILITATOR)
    turn.session.add(keep(meeting, known, turn.person, text, turn.now, facilitates=facilitates))
    told = _titled(meeting) | {"author": turn.person.name}
    key = "minutes-kept" if known is None else "minutes-rewritten"
    button = Button(Phrase("label-minutes"), wire("minutes", meeting))
    yield Say(Phrase(key, told), to=meeting.assembly, buttons=[button])
    if turn.private:
        yield Say("minutes-thanks", assembly=meeting.assembly.name)
