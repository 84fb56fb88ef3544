"""Scottish transfers against pref_voting's `stv_scottish`, the one of its STVs with this rule.

Two things differ there and are no mistake here.

- Of three equal candidates of whom one once had more than the other two, it draws a lot among
  all three; here, and as rule 51 (2) (a) means it, between the two. So its lots fall as ours did
  wherever ours were drawn among some of its own.
- It goes on transferring the few hundred-thousandths that ignored decimals leave above the quota,
  and may draw a lot once ours has filled the last seats (rule 52). The seats are the same.

Its numbers are floats; ours are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from pref_voting.profiles_with_ties import ProfileWithTies  # type: ignore[import-not-found]
from pref_voting.proportional_methods import stv_scottish  # type: ignore[import-not-found]

from models.counting import Lot, Ranked, Transfers
from tests.oracle.profiles import profile

PROFILES = 3_000


class SameLots:
    """Lots that fall as they fell before."""

    def __init__(self, lots: Sequence[Lot]) -> None:
        self.left = list(lots)
        self.wider = self.further = 0

    def choice(self, among: Sequence[int]) -> int:
        """As pref_voting asks for a lot."""
        if self.left and set(self.left[0].among) <= set(among):
            lot = self.left.pop(0)
            self.wider += len(lot.among) < len(among)
            assert lot.fell_on is not None
            return lot.fell_on
        self.further += 1
        return among[0]


@pytest.mark.parametrize("kind", ["linear", "truncated"])
def test_the_same_seats(kind: str) -> None:
    with_lots = wider = further = transfers = 0
    for number in range(PROFILES):
        rng = Random(f"{kind} {number}")
        options = rng.randint(3, 8)
        seats = rng.randint(2, min(4, options - 1))
        ballots = profile(rng, kind, options, rng.choice([5, 10, 40, 200]))
        order = rng.sample(range(1, options + 1), options)
        outcome = Ranked(seats=seats).count(ballots, options, order)
        assert isinstance(outcome.detail, Transfers)
        assert len(outcome.winners) == seats

        lots = SameLots(outcome.detail.lots)
        theirs = ProfileWithTies(ballots, candidates=list(range(1, options + 1)))
        assert sorted(outcome.winners) == stv_scottish(theirs, num_seats=seats, rng=lots), number
        assert not lots.left, number
        with_lots += bool(outcome.detail.lots)
        wider += bool(lots.wider)
        further += bool(lots.further)
        transfers += len(outcome.detail.stages) - 1
    print(
        f"{kind}: {PROFILES} profiles, {transfers} transfers, {with_lots} with lots;"
        f" there, a lot among more in {wider}, a further lot in {further}"
    )
    assert with_lots < PROFILES * 2 / 3
