"""An attacker who has the database, its files and the logs after a secret vote has ended.

They put the voters into every order there is, and the ballots into every order there is, and guess
that the first voter cast the first ballot, and so on. Nothing links the two if each way of guessing
is right as often as lots are.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

Vote = str
BY_LOT = 5.0
"""So many standard deviations off are no luck: once in two million times; the ways are some 40."""


@dataclass
class Score:
    """How often one way of guessing was right, and how often lots would have been."""

    right: int = 0
    expected: float = 0.0
    variance: float = 0.0
    polls: int = 0

    @property
    def off(self) -> float:
        """By how many standard deviations it differs from lots."""
        return (self.right - self.expected) / math.sqrt(self.variance) if self.variance else 0.0


@dataclass
class Attacker:
    """Guesses over many polls, by every pair of orders."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))

    def guess(
        self,
        truth: Mapping[int, Vote],
        voters: Mapping[str, Sequence[int]],
        ballots: Mapping[str, Sequence[Vote]],
    ) -> None:
        """Pair voters with ballots by each pair of orders, forwards and backwards."""
        for (one, people), (other, votes) in product(voters.items(), ballots.items()):
            assert sorted(people) == sorted(truth), one
            assert Counter(votes) == Counter(truth.values()), other
            for way, paired in (("", votes), (" backwards", votes[::-1])):
                score = self.scores[f"{one} × {other}{way}"]
                score.right += sum(truth[p] == v for p, v in zip(people, paired, strict=True))
                expected, variance = lots(list(truth.values()))
                score.expected += expected
                score.variance += variance
                score.polls += 1

    @property
    def worst(self) -> tuple[str, Score]:
        """The way of guessing that differs most from lots."""
        return max(self.scores.items(), key=lambda item: abs(item[1].off))


def lots(votes: Sequence[Vote]) -> tuple[float, float]:
    """Mean and variance of right guesses when ballots are dealt to voters by lot.

    Hoeffding's variance of a permutation statistic: sum of squares of the matrix of hits, each row
    and column taken off, over n - 1.
    """
    n, times = len(votes), Counter(votes)
    if n < 2:
        return float(n), 0.0
    mean = sum(k * k for k in times.values()) / n
    squares = 0.0
    for (one, k), (other, m) in product(times.items(), repeat=2):
        off = (one == other) - k / n - m / n + mean / n
        squares += k * m * off * off
    return mean, squares / (n - 1)


def orders(connection: Connection, table: str, key: str, where: str) -> dict[str, list[Any]]:
    """The rows of a table, by `key`, in every order that the database keeps."""
    hidden = {"sqlite": ("rowid",), "postgresql": ("ctid", "xmin::text::bigint, ctid")}
    found = {"as they are read": "", f"by {key}": f" ORDER BY {key}"}
    for name in hidden[connection.dialect.name]:
        found[f"by {name}"] = f" ORDER BY {name}"
    rows: dict[str, list[Any]] = {}
    for name, order in found.items():
        try:
            query = text(f"SELECT {key} FROM {table} WHERE {where}{order}")
            rows[f"{table} {name}"] = list(connection.execute(query).scalars())
        except OperationalError:
            continue  # A table without row ids.
    return rows


def by_place(data: bytes, keys: Sequence[str]) -> list[str]:
    """Keys in the order in which they lie in a file; those that do not come last."""
    places = {key: data.find(key.encode()) for key in keys}
    return sorted(keys, key=lambda key: (places[key] < 0, places[key]))
