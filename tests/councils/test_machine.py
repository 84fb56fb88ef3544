"""Any tree of assemblies, whatever happens in it, beside a plain recount of the base's ballots."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    invariant,
    run_state_machine_as_test,
)

from bot.store import Store, keys
from models.assembly import Membership
from models.base import Base
from models.decision import Decision
from models.ending import Ending
from models.item import Item, fetch_mandates
from models.seat import Seat, is_below
from tests.councils.life import HELD, Life
from tests.councils.recount import Question


class Councils(Life):
    """Whatever happens, the books say the same."""

    @invariant()
    def it_is_as_the_books_say(self) -> None:
        """Every item's votes are those of the base; nothing else is."""
        assert self.land.broken() == []
        with self.store.session() as session:
            query = session.query(Decision).where(Decision.id != self.land.asked)
            decisions = query.order_by(Decision.id).all()
            fetch_mandates(session, decisions)
            self._write_down(session, decisions)
            for item in decisions:
                if isinstance(item, Item):
                    self._check(item)
            _nothing_outlives(decisions)
            for seat in session.query(Seat).where(*HELD):
                assert not is_below(session, seat.council, seat.assembly)

    def _write_down(self, session: Any, decisions: Sequence[Decision]) -> None:
        """What is new since the last look."""
        books = self.books
        for one in decisions:
            known = books.questions.setdefault(one.id, Question(one.counting.name))
            books.ballots.setdefault(one.id, {})
            known.ended_at, known.withdrawn = one.closed_at, one.outcome is Ending.WITHDRAWN
            if isinstance(one, Item):
                known.weighing, known.free = str(one.weighing), bool(one.free)
                for referral in one.referrals:
                    part = (one.id, referral.seat_id)
                    if part not in books.people:
                        books.people[part] = self._behind(session, referral.seat.assembly_id)
                    if referral.decision_id is not None:
                        books.asked[part] = referral.decision_id

    def _behind(self, session: Any, assembly: int) -> int:
        """How many people stand behind an assembly: everybody once."""
        found, new = set(), {assembly}
        while new:
            found |= new
            below = session.query(Seat.assembly_id).where(Seat.council_id.in_(new), *HELD)
            new = {number for (number,) in below} - found
        base = found & set(self.land.communes)
        people = session.query(Membership.person_id).where(
            Membership.assembly_id.in_(base), Membership.left_at.is_(None)
        )
        return len({number for (number,) in people})

    def _check(self, item: Item) -> None:
        expected = self.books.totals(item.id)
        if not item.is_open:
            expected = self.ended.setdefault(item.id, expected)
        if item.outcome is Ending.WITHDRAWN:
            return
        counted = item.standing()
        assert {place: n for place, n in counted.totals.items() if n} == expected
        assert len({one.seat_id for one in item.referrals}) == len(item.referrals)
        for one in item.referrals:
            assert one.weight == self.books.weight((item.id, one.seat_id))
        mandated = [
            one.weight for one in item.referrals if self.books.mandate((item.id, one.seat_id))
        ]
        if item.is_open:
            assert counted.ballots == sum(mandated) == sum(expected.values())


def _nothing_outlives(decisions: Sequence[Decision]) -> None:
    by_id = {one.id: one for one in decisions}
    for one in decisions:
        if one.origin_id is not None and not by_id[one.origin_id].is_open:
            assert not one.is_open


@pytest.fixture
def empty(
    request: pytest.FixtureRequest, where: str, tmp_path: Path
) -> Iterator[Callable[[], Store]]:
    """A maker of empty databases; there is one at a time."""
    stores: list[Store] = []

    def make() -> Store:
        if stores:
            stores[-1].close()
        url = f"sqlite:///{tmp_path}/{len(stores)}.db"
        if where == "postgres":
            url = request.getfixturevalue("postgres").fresh()
        stores.append(Store(url, keys(tmp_path)))
        Base.metadata.create_all(stores[-1].engine)
        return stores[-1]

    yield make
    stores[-1].close()


@pytest.mark.parametrize(
    ("where", "examples", "steps"),
    [
        ("sqlite", 8, 25),
        pytest.param("sqlite", 150, 50, marks=pytest.mark.nightly),
        pytest.param("postgres", 30, 40, marks=pytest.mark.nightly),
    ],
)
def test_councils_decide_what_their_base_has_decided(
    empty: Callable[[], Store], examples: int, steps: int
) -> None:
    class Here(Councils):
        fresh = staticmethod(empty)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
