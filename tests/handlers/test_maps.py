"""A map as a picture: what it shows is decided anew when it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.drawing import draw, size
from bot.markup import plain
from bot.store import Store, keys
from bot.words import Words
from handlers.filing import Making
from handlers.maps import MOST_SHOWN, drawn, drawn_for
from models.assembly import Assembly, Sort
from models.base import Base, Refused
from models.belonging import enter
from models.delegation import send
from models.person import Person
from models.phrase import Phrase, Value
from models.seat import Seat, seat_for
from models.sheet import Sheet, Tree

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
WORDS = Words(strict=True)


def text(value: Value) -> str:
    """A phrase as whoever gets the picture reads it."""
    said = Phrase("sheet-words", {"words": value})
    return plain(WORDS.say(said, language="en", zone="Europe/Berlin", now=NOW))


def rows(sheet: Sheet) -> list[tuple[int, str]]:
    """The tree on it."""
    (tree,) = [block for block in sheet.blocks if isinstance(block, Tree)]
    return [(depth, text(words)) for depth, words in tree.rows]


class Town:
    """Wedding and Moabit, which is hidden, in one council; Ana belongs to both."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.making = Making(session, NOW, text)
        self.council = self.found("City council", Sort.COUNCIL)
        self.wedding, self.moabit = self.found("Wedding"), self.found("Moabit")
        self.moabit.hidden = True
        self.seats = [self.seat(one) for one in (self.wedding, self.moabit)]
        self.ana, self.ben, self.cem, self.eva = people = [
            self.person(name) for name in ("Ana", "Ben", "Cem", "Eva")
        ]
        for person in people:
            enter(session, person, self.wedding, NOW)
        self.belonging = enter(session, self.ana, self.moabit, NOW)
        send(session, self.seats[0], self.ben, NOW)
        send(session, self.seats[0], self.cem, NOW, deputy=True)

    def found(self, name: str, sort: Sort = Sort.KIEZ) -> Assembly:
        made = Assembly(name=name, sort=sort, language="en", zone="Europe/Berlin", founded_at=NOW)
        self.session.add(made)
        self.session.flush()
        return made

    def seat(self, assembly: Assembly) -> Seat:
        seat = seat_for(self.session, self.council, assembly, NOW)
        seat.take(NOW)
        self.session.flush()
        return seat

    def person(self, name: str) -> Person:
        made = Person(name=name, language="en", zone="", digest_at="08:00")
        self.session.add(made)
        self.session.flush()
        return made


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    store = Store(f"sqlite:///{tmp_path}/map.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    with store.session() as session:
        yield Town(session)
    store.close()


OURS = (1, "Wedding · Ben, deputy Cem")


def test_a_hidden_assembly_is_named_to_its_own_alone(town: Town) -> None:
    top, nobody = (0, "City council"), "nobody yet"
    in_group = rows(drawn(town.making, town.wedding))
    assert in_group == [top, (1, f"a hidden group · {nobody}"), OURS]
    assert rows(drawn_for(town.making, town.wedding, town.eva)) == in_group
    for_ana = rows(drawn_for(town.making, town.wedding, town.ana))
    assert for_ana == [top, (1, f"Moabit · {nobody}"), OURS]
    assert rows(drawn_for(town.making, town.wedding, town.ben)) == for_ana, "sent to the council"
    assert rows(drawn(town.making, town.council)) == for_ana
    assert rows(drawn(town.making, town.moabit)) == for_ana


def test_whoever_has_left_meanwhile_reads_no_name(town: Town) -> None:
    town.belonging.left_at = NOW + timedelta(minutes=1)
    assert "Moabit" not in repr(rows(drawn_for(town.making, town.wedding, town.ana)))
    with pytest.raises(Refused, match="refused-not-member"):
        drawn_for(town.making, town.moabit, town.ana)


def test_a_large_tree_has_its_end_and_stays_a_picture(town: Town) -> None:
    for number in range(MOST_SHOWN):
        town.seat(town.found(f"A neighbourhood with a name of its own {number:03}"))
    sheet = drawn(town.making, town.wedding)
    assert len(rows(sheet)) == MOST_SHOWN
    assert "and 3 more" in [text(block.words) for block in sheet.blocks if hasattr(block, "words")]
    made = draw(sheet, "png", text, language="en", at=NOW)
    wide, high = size(made) or (0, 0)
    assert wide == 960 and wide + high < 10_000, "what Telegram takes as a photo"
