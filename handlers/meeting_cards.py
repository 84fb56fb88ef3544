"""How meetings look: their names in sentences, who comes, the agenda, the buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import accumulate

from handlers.beside import shortened
from handlers.turn import Button, wire
from models.meeting import Coming, Meeting
from models.person import Person
from models.phrase import Moment, Phrase, Several, Value

MOST_NAMES = 15
CARD, NAMES = 3_900, 700
"""Characters that a card holds everywhere, and that may go to those who come, or may come."""
LINE = 60
"""Characters of a point where the whole agenda is too long."""


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


def _size(words: str) -> int:
    """What words take at most on any platform, with what parts them from the next."""
    return len(escape(words).encode("utf-16-le")) // 2 + len("30. \n")


def _fitting(words: Sequence[str], room: int) -> Sequence[str]:
    """The first of them, as many as there is room for."""
    return words[: sum(taken <= room for taken in accumulate(map(_size, words)))]


def _shown(people: Sequence[Person]) -> Sequence[str]:
    return _fitting([person.name for person in people[:MOST_NAMES]], NAMES)


def _names(people: Sequence[Person]) -> Several:
    names: list[Value] = [*_shown(people)]
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
    """The points, one a line; a card holds them, and its buttons, however many there are."""
    points = [point.title for point in meeting.points]
    above = [meeting.title, meeting.place]
    above += [name for coming in (Coming.YES, Coming.MAYBE) for name in _shown(meeting.who(coming))]
    room = CARD - sum(map(_size, above))
    if _fitting(points, room) != points:
        points = [shortened(title, LINE) for title in points]
    shown = _fitting(points, room)
    lines = [
        Phrase("agenda-line", {"place": place, "title": title})
        for place, title in enumerate(shown, 1)
    ]
    left = len(points) - len(shown)
    return [*lines, *([Phrase("list-more", {"count": left})] if left else [])]
