"""Ranked ballots, one winner: the Schulze method.

M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method", Social Choice and Welfare 36 (2011), 267-303. A link is as strong
as its winning votes, which matters only where ballots are partial or rank equally.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from models.counting.ballot import Marks
from models.counting.outcome import Outcome, Paths, histogram, seat

Matrix: TypeAlias = list[list[int]]


def count_schulze(ballots: Iterable[Marks], options: int) -> Outcome:
    """Who beats everybody else by the strongest paths; totals are how many each one beats."""
    cast = list(ballots)
    prefer = pairwise(cast, options)
    strong = strongest_paths(prefer)
    beats = _beats(strong)
    totals = {option: len(beaten) for option, beaten in beats.items()}
    ranking = _levels(beats)
    best = dict.fromkeys(ranking[0], 0) if cast and ranking else {}
    winners, tied = seat(best, 1)
    detail = Paths(_frozen(prefer), _frozen(strong), ranking)
    return Outcome(len(cast), totals, histogram(cast, options), winners, tied, detail=detail)


def pairwise(ballots: Sequence[Marks], options: int) -> Matrix:
    """How many ballots prefer each option to each other; unranked is below every rank."""
    prefer = [[0] * options for _ in range(options)]
    for ranks, times in Counter(_ranks(ballot, options) for ballot in ballots).items():
        for one, rank in enumerate(ranks):
            for other, worse in enumerate(ranks):
                if rank < worse:
                    prefer[one][other] += times
    return prefer


def strongest_paths(prefer: Matrix) -> Matrix:
    """The strength of the strongest path between each two; a path is as strong as its weakest link.

    Schulze's implementation, after Floyd and Warshall.
    """
    size = range(len(prefer))
    strong = [[prefer[i][j] if prefer[i][j] > prefer[j][i] else 0 for j in size] for i in size]
    for via in size:
        for one in size:
            for other in size:
                if one != other:
                    detour = min(strong[one][via], strong[via][other])
                    strong[one][other] = max(strong[one][other], detour)
    return strong


def _ranks(ballot: Marks, options: int) -> tuple[int, ...]:
    below_all = max(ballot.values(), default=0) + 1
    return tuple(ballot.get(option, below_all) for option in range(1, options + 1))


def _beats(strong: Matrix) -> dict[int, set[int]]:
    size = range(len(strong))
    return {i + 1: {j + 1 for j in size if strong[i][j] > strong[j][i]} for i in size}


def _levels(beats: dict[int, set[int]]) -> tuple[tuple[int, ...], ...]:
    # "beats" is transitive, but "neither beats the other" is not: level by level
    levels: list[tuple[int, ...]] = []
    left = set(beats)
    while left:
        best = left - set().union(*(beats[option] for option in left))
        levels.append(tuple(sorted(best)))
        left -= best
    return tuple(levels)


def _frozen(matrix: Matrix) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in matrix)
