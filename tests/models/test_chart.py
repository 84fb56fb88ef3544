"""The tree an assembly stands in, and the way of a question through it, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from models.assembly import Assembly, Sort
from models.chart import chart
from models.counting import Proposal
from models.counting.column import dump_method
from models.counting.mandates import Weighing
from models.decision import Decision
from models.item import Item, call_up
from models.lineage import trail_of
from models.referral import referrals_of
from models.seat import levels_below, people_below, seat_for
from models.stances import fresh_options
from tests.models.conftest import everywhere

__all__ = ["everywhere"]
NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def _assembly(session: Session, name: str, *seats: Assembly) -> Assembly:
    sort = Sort.COUNCIL if seats else Sort.KIEZ
    home = Assembly(name=name, sort=sort, language="en", zone="UTC", founded_at=NOW, door=name)
    session.add(home)
    session.flush()
    for guest in seats:
        seat_for(session, home, guest, NOW).take(NOW)
    session.flush()
    return home


def _question(session: Session, kind: type[Decision], home: Assembly, **more: object) -> Decision:
    asked = kind(
        assembly=home,
        number=home.next_number("decision"),
        title="A march?",
        opened_at=NOW,
        closes_at=NOW,
        method=dump_method(Proposal()),
        options=fresh_options(Proposal(), ()),
        **more,
    )
    session.add(asked)
    session.flush()
    return asked


def test_the_tree_is_the_same_from_wherever_one_looks(session: Session) -> None:
    wedding, moabit, mitte = (_assembly(session, name) for name in ("Wedding", "Moabit", "Mitte"))
    district = _assembly(session, "District", wedding, moabit)
    city = _assembly(session, "City", district, mitte)
    drawn = [("City", 0), ("District", 1), ("Moabit", 2), ("Wedding", 2), ("Mitte", 1)]
    for home in (city, district, wedding, mitte):
        assert [(place.assembly.name, place.depth) for place in chart(session, home)] == drawn
    alone = _assembly(session, "Alone")
    assert [place.assembly for place in chart(session, alone)] == [alone]
    assert levels_below(session, city) == 2
    assert people_below(session, [city.id]) == {city.id: 0}


def test_a_question_is_followed_up_to_the_last_council(session: Session) -> None:
    wedding = _assembly(session, "Wedding")
    district = _assembly(session, "District", wedding)
    city = _assembly(session, "City", district)
    above = _question(session, Item, city, weighing=Weighing.EACH)
    between = _question(session, Item, district, weighing=Weighing.EACH)
    below = _question(session, Decision, wedding)
    for item, decision in ((above, between), (between, below)):
        assert isinstance(item, Item)
        call_up(session, item)
        (referral,) = referrals_of(session, [item.id])
        referral.ask(decision)
    way = trail_of(session, below)
    assert list(way.above) == [between, above]
    assert list(way.below) == []
    referral.settle({1: Fraction(1)})
    session.flush()
    way = trail_of(session, between)
    assert list(way.above) == [above]
    assert [one.mandate.given for one in way.below] == [True]
