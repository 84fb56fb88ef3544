"""Schulze against pref_voting's, ballot by ballot and path by path."""

from __future__ import annotations

from random import Random

import pytest
from pref_voting.margin_based_methods import beat_path  # type: ignore[import-not-found]
from pref_voting.profiles_with_ties import ProfileWithTies  # type: ignore[import-not-found]

from models.counting import Paths, Ranked
from tests.oracle.profiles import KINDS, profile

PROFILES = 2_000
ALGORITHMS = ("basic", "floyd_warshall")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_comparisons_and_the_same_winners(kind: str) -> None:
    """Unranked is below all there as well, once told so; the strength is winning votes.

    "basic" walks every path. Its "schwartz_sequential_dropping" takes any support for a win, so it
    is asked by margins, which are the same where all ballots are full.
    """
    ties = several = 0
    for number in range(PROFILES):
        rng = Random(f"{kind} {number}")
        options = rng.randint(2, 7)
        ballots = profile(rng, kind, options, rng.choice([3, 8, 25, 100]))
        outcome = Ranked().count(ballots, options)
        assert isinstance(outcome.detail, Paths)

        theirs = ProfileWithTies(ballots, candidates=list(range(1, options + 1)))
        theirs.use_extended_strict_preference()
        assert outcome.detail.pairwise == tuple(
            tuple(0 if one == other else theirs.support(one, other) for other in theirs.candidates)
            for one in theirs.candidates
        ), number
        winners = list(outcome.winners or outcome.tied)
        for algorithm in ALGORITHMS:
            found = beat_path(theirs, strength_function=theirs.support, algorithm=algorithm)
            assert winners == found, (number, algorithm)
        if kind == "linear":
            found = beat_path(theirs, algorithm="schwartz_sequential_dropping")
            assert winners == found, (number, "margins")
        ties += bool(outcome.tied)
        several += theirs.condorcet_winner() is None
    print(f"{kind}: {PROFILES} profiles, {several} without a Condorcet winner, {ties} ties")
    assert ties > PROFILES / 50
    assert several > PROFILES / 50
