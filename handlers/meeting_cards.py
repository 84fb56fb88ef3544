"""How meetings look: their names in sentences, who comes, the agenda, the buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.turn import Button, wire
from models.meeting import Coming, Meeting
from models.person import Person
from models.phrase import Moment, Phrase, Several, Value

MOST_NAMES = 15


def when_where(meeting: Meeting) -> list[Value]:
    """When, and where if that is known."""
    return [Moment(meeting.starts_at), *([meeting.place] if meeting.place else [])]


def named(meeting: Meeting) -> dict[str, Value]:
    """What sentences about a meeting call it by."""
    return {
        "title": meeting.title,
        "starts": Moment(meeting.starts_at),
        "where": Several(when_where(meeting), "dot"),
        "assembly": meeting.assembly.name,
    }


def label(meeting: Meeting, key: str = "meeting-choice") -> Phrase:
    """A meeting to choose."""
    day = Moment(meeting.starts_at, "day")
    return Phrase(key, {"number": meeting.number, "title": meeting.title, "day": day})


def listed(meeting: Meeting, details: list[Value]) -> Phrase:
    """A meeting's line in a list."""
    dotted = Several(details, "dot")
    return Phrase(
        "meetings-line", {"number": meeting.number, "title": meeting.title, "details": dotted}
    )


def answers(meeting: Meeting) -> list[Button]:
    """The buttons that say whether one comes."""
    return [
        Button(Phrase(f"coming-{coming.value}"), wire("attend", meeting, coming.value))
        for coming in Coming
    ]


def _names(people: Sequence[Person]) -> Several:
    names: list[Value] = [person.name for person in people[:MOST_NAMES]]
    rest = len(people) - len(names)
    return Several([*names, Phrase("meeting-others", {"count": rest})] if rest else names)


def attendance(meeting: Meeting) -> Iterable[Phrase]:
    """Who comes, in one line, if anybody."""
    parts = [
        Phrase("meeting-who", {"coming": coming, "names": _names(people)})
        for coming in (Coming.YES, Coming.MAYBE)
        if (people := meeting.who(coming))
    ]
    return [Phrase("meeting-who-line", {"who": Several(parts, "dot")})] if parts else []


def agenda(meeting: Meeting) -> list[Phrase]:
    """The points, one a line."""
    return [
        Phrase("agenda-line", {"place": place, "title": point.title})
        for place, point in enumerate(meeting.points, 1)
    ]
