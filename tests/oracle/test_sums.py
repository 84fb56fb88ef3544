"""Methods that add up, against pref_voting's."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from pref_voting.grade_methods import (  # type: ignore[import-not-found]
    approval,
    cumulative_voting,
    score_voting,
)
from pref_voting.grade_profiles import GradeProfile  # type: ignore[import-not-found]
from pref_voting.profiles_with_ties import ProfileWithTies  # type: ignore[import-not-found]
from pref_voting.scoring_methods import plurality  # type: ignore[import-not-found]

from models.counting import Choice, Dots, Method, Resistance, Score
from tests.oracle.profiles import Ballot, dotted, rated

PROFILES = 1_000


def graded(ballots: list[Ballot], options: int, lowest: int, highest: int) -> GradeProfile:
    grades = list(range(lowest, highest + 1))
    return GradeProfile(ballots, grades, candidates=list(range(1, options + 1)))


def by_plurality(ballots: list[Ballot], options: int) -> list[int]:
    found: list[int] = plurality(ProfileWithTies(ballots, candidates=list(range(1, options + 1))))
    return found


def by_approval(ballots: list[Ballot], options: int) -> list[int]:
    found: list[int] = approval(graded(ballots, options, 0, 1))
    return found


def by_score(ballots: list[Ballot], options: int) -> list[int]:
    found: list[int] = score_voting(graded(ballots, options, 0, 5), ungraded_score=0)
    return found


def by_resistance(ballots: list[Ballot], options: int) -> list[int]:
    turned = [{option: -mark for option, mark in ballot.items()} for ballot in ballots]
    found: list[int] = score_voting(graded(turned, options, -10, 0), ungraded_score=0)
    return found


def by_dots(ballots: list[Ballot], options: int) -> list[int]:
    found: list[int] = cumulative_voting(graded(ballots, options, 0, 8), max_total_grades=8)
    return found


RATED: list[
    tuple[Method, Callable[[Random, int], Ballot], Callable[[list[Ballot], int], list[int]]]
] = [
    (Choice(), lambda rng, options: {rng.randint(1, options): 1}, by_plurality),
    (Choice(most=9), lambda rng, options: dict.fromkeys(rated(rng, options, 0), 1), by_approval),
    (Score(), lambda rng, options: rated(rng, options, 5), by_score),
    (Resistance(), lambda rng, options: rated(rng, options, 10), by_resistance),
    (Dots(), lambda rng, options: dotted(rng, options, 8), by_dots),
]


@pytest.mark.parametrize(("method", "ballot", "theirs"), RATED, ids=[str(row[0]) for row in RATED])
def test_the_same_winners(
    method: Method,
    ballot: Callable[[Random, int], Ballot],
    theirs: Callable[[list[Ballot], int], list[int]],
) -> None:
    """A tie there is a list of several; where all have nothing, nothing wins here."""
    ties = 0
    for number in range(PROFILES):
        rng = Random(f"{method} {number}")
        options = rng.randint(2, 7)
        ballots = [ballot(rng, options) for _ in range(rng.randint(1, 30))]
        outcome = method.count(ballots, options)
        nothing = not method.status_quo and not any(outcome.totals.values())
        expected = [] if nothing else theirs(ballots, options)
        assert list(outcome.winners or outcome.tied) == expected, number
        ties += bool(outcome.tied)
    print(f"{method}: {PROFILES} profiles, {ties} ties")
    assert 0 < ties < PROFILES
