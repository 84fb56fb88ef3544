"""Ranked ballots, several seats: the single transferable vote as in Scotland.

The Scottish Local Government Elections Order 2007, Scottish Statutory Instrument 2007 No. 42,
Schedule 1, rules 45 to 52: Droop quota, weighted inclusive Gregory transfers at values of five
decimals (any remainder ignored), ties by the most recent stage that was unequal, else by lot.

Votes are counted here in hundred-thousandths, so that whole numbers are exact. A lot is never
drawn here: it is given, or the count waits and says between whom it must fall.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from models.counting.ballot import Marks
from models.counting.outcome import Lot, Outcome, Stage, Transfers, Why, histogram

UNIT = 100_000
"""Rule 48 (3): five decimal places."""

Preferences: TypeAlias = tuple[int, ...]


def count_scottish(
    ballots: Iterable[Marks], options: int, seats: int, lots: Sequence[int] = ()
) -> Outcome:
    """Who is elected. Of those between whom a lot falls, the first in `lots` is favoured."""
    cast = list(ballots)
    count = _Count([preferences(ballot) for ballot in cast], options, seats, lots)
    tied = count.run() if cast else ()
    return Outcome(
        ballots=len(cast),
        totals=_votes(count.votes),
        histogram=histogram(cast, options),
        winners=tuple(count.elected),
        tied=tied,
        detail=Transfers(count.quota, tuple(count.stages), tuple(count.lots)),
    )


def preferences(ballot: Marks) -> Preferences:
    """Best first, as far as they are clear: up to the first rank that is given twice."""
    shared = {rank for rank, times in Counter(ballot.values()).items() if times > 1}
    end = min(shared, default=None)
    clear = [option for option, rank in ballot.items() if end is None or rank < end]
    return tuple(sorted(clear, key=lambda option: ballot[option]))


class _Count:
    """The table of a count, as it goes on."""

    def __init__(
        self, papers: Sequence[Preferences], options: int, seats: int, lots: Sequence[int]
    ) -> None:
        self.seats, self.order = seats, list(dict.fromkeys(lots))
        # rule 46
        self.quota = len(papers) // (seats + 1) + 1
        self.continuing = set(range(1, options + 1))
        self.elected: list[int] = []
        self.surplus: set[int] = set()
        self.votes = dict.fromkeys(range(1, options + 1), 0)
        self.parcels: dict[int, Counter[tuple[Preferences, int]]] = defaultdict(Counter)
        self.exhausted = self.lost = 0
        self.stages: list[Stage] = []
        self.lots: list[Lot] = []
        # rule 45
        self._credit(Counter((paper, UNIT) for paper in papers))

    def run(self) -> tuple[int, ...]:
        """Stage by stage until the seats are filled, or between whom a lot must fall first."""
        self._close(Why.FIRST, None, {})
        while len(self.elected) < self.seats and self.continuing:
            why = Why.SURPLUS if self.surplus else Why.EXCLUSION
            equal = self._foremost(why)
            whose = equal[0] if len(equal) == 1 else self._draw(why, equal)
            if whose is None:
                return equal
            credited = self._pass_on(whose) if why is Why.SURPLUS else self._exclude(whose)
            self._close(why, whose, credited)
        return ()

    def _foremost(self, why: Why) -> tuple[int, ...]:
        """Most votes of those with a surplus, or fewest of all; rules 49 (2) and 51 (2)."""
        best = max if why is Why.SURPLUS else min
        equal = self.surplus if why is Why.SURPLUS else self.continuing
        for stage in reversed(self.stages):
            extreme = best(stage.votes[option] for option in equal)
            equal = {option for option in equal if stage.votes[option] == extreme}
        return tuple(sorted(equal))

    def _draw(self, why: Why, among: tuple[int, ...]) -> int | None:
        """Rules 49 (3) and 51 (2) (b): by lot."""
        order = [option for option in self.order if option in among]
        fell_on = None
        if len(order) == len(among):
            fell_on = order[0] if why is Why.SURPLUS else order[-1]
        self.lots.append(Lot(len(self.stages) + 1, why, among, fell_on))
        return fell_on

    def _pass_on(self, whose: int) -> dict[int, int]:
        """Rule 48: every paper goes on, at its share of the surplus."""
        self.surplus.remove(whose)
        votes, surplus = self.votes[whose], self.votes[whose] - self.quota * UNIT
        worth: Counter[tuple[Preferences, int]] = Counter()
        for (paper, value), times in self.parcels.pop(whose).items():
            worth[paper, surplus * value // votes] += times
        self.votes[whose] -= surplus
        self.lost += surplus - sum(value * times for (_, value), times in worth.items())
        return self._credit(worth)

    def _exclude(self, whose: int) -> dict[int, int]:
        """Rule 50: every paper goes on at its value, unless rule 52 (2) needs no more of it."""
        self.continuing.remove(whose)
        if len(self.continuing) <= self.seats - len(self.elected):
            return {}
        self.votes[whose] = 0
        return self._credit(self.parcels.pop(whose, Counter()))

    def _credit(self, papers: Mapping[tuple[Preferences, int], int]) -> dict[int, int]:
        """Give each paper to its next available preference."""
        credited: Counter[int] = Counter()
        for (paper, value), times in papers.items():
            to = next((option for option in paper if option in self.continuing), None)
            if to is None:
                self.exhausted += value * times
            else:
                credited[to] += value * times
                self.parcels[to][paper, value] += times
        for option, votes in credited.items():
            self.votes[option] += votes
        return dict(credited)

    def _close(self, why: Why, whose: int | None, credited: Mapping[int, int]) -> None:
        """Who is elected at the end of a stage: rules 47 and 52."""
        enough = {o for o in self.continuing if self.votes[o] >= self.quota * UNIT}
        self.surplus |= {option for option in enough if self.votes[option] > self.quota * UNIT}
        self.continuing -= enough
        elected = self._by_votes(enough)
        if len(self.continuing) <= self.seats - len(self.elected) - len(elected):
            elected += self._by_votes(self.continuing)
            self.continuing = set()
        self.elected += elected
        self.stages.append(
            Stage(
                why,
                whose,
                _votes(credited),
                _votes(self.votes),
                Fraction(self.exhausted, UNIT),
                Fraction(self.lost, UNIT),
                tuple(elected),
            )
        )

    def _by_votes(self, options: Iterable[int]) -> list[int]:
        return sorted(options, key=lambda option: (-self.votes[option], option))


def _votes(units: Mapping[int, int]) -> dict[int, Fraction]:
    return {option: Fraction(votes, UNIT) for option, votes in sorted(units.items())}
