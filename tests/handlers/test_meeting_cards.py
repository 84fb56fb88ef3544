"""A meeting's card holds its agenda, however long that is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.markup import telegram
from bot.words import Words
from handlers.meetings import card
from handlers.turn import Turn
from models.assembly import Assembly
from models.meeting import MOST_POINTS, Attendance, Coming, Meeting, Plan, Point
from models.person import Person
from models.phrase import Phrase, Several

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
WORDS = Words(strict=True)
MOST = 4096
"""Of a message, on Telegram."""


def drawn(title: str, names: int = 0) -> str:
    """A card with as many such points, and people, as there may be."""
    meeting = Meeting(
        id=1,
        number=1,
        assembly=Assembly(name="Wedding", language="en", zone="Europe/Berlin", founded_at=NOW),
        title=title[:200],
        place=title[:200],
        starts_at=NOW + timedelta(days=1),
        plan=Plan.ON,
    )
    meeting.points = [Point(title=f"{n} {title}"[:200]) for n in range(MOST_POINTS)]
    people = [Person(id=n, name=title[:60]) for n in range(names)]
    ways = (Coming.YES, Coming.MAYBE)
    meeting.attendances = [
        Attendance(person=person, coming=ways[person.id % 2]) for person in people
    ]
    turn = Turn(session=None, now=NOW, person=Person(name="Ana"), chat=None, account=None)  # type: ignore[arg-type]
    say = card(meeting, turn)
    assert say is not None
    assert len(say.buttons) == 4
    told = Phrase("sheet-words", {"words": Several(list(say.lines), "line")})
    return telegram(WORDS.say(told, language="en", zone="Europe/Berlin", now=NOW))


@pytest.mark.parametrize("letters", ["heating ", "🔥🔥🔥🔥🔥🔥🔥 ", "<&<&<&< ", "ü"])
def test_a_card_fits_however_long_its_points_and_its_names_are(letters: str) -> None:
    assert len(drawn(letters * 100, names=60).encode("utf-16-le")) // 2 < MOST


def test_short_points_stand_there_whole_and_long_ones_in_one_line_each() -> None:
    short, long = drawn("heating").split("\n"), drawn("heating " * 25).split("\n")
    assert short[-1] == f"{MOST_POINTS}. {MOST_POINTS - 1} heating"
    assert long[-1].startswith(f"{MOST_POINTS}. ") and long[-1].endswith("…")


def test_what_has_no_room_even_so_is_counted() -> None:
    assert drawn("&" * 200, names=60).split("\n")[-1].startswith("… and ")
