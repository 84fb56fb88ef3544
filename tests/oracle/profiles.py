"""Random ballots, the same at every run."""

from __future__ import annotations

from random import Random

Ballot = dict[int, int]


def linear(rng: Random, options: int) -> Ballot:
    """Every option has a rank of its own."""
    return truncated(rng, options, shortest=options)


def truncated(rng: Random, options: int, shortest: int = 1) -> Ballot:
    """The best few, each with a rank of its own."""
    order = rng.sample(range(1, options + 1), rng.randint(shortest, options))
    return {option: rank for rank, option in enumerate(order, start=1)}


def weak(rng: Random, options: int) -> Ballot:
    """Some options, equal ranks and gaps among them."""
    ranked = rng.sample(range(1, options + 1), rng.randint(1, options))
    return {option: rng.randint(1, options + 2) for option in ranked}


KINDS = {"linear": linear, "truncated": truncated, "weak": weak}


def profile(rng: Random, kind: str, options: int, voters: int) -> list[Ballot]:
    """Ballots of one kind."""
    return [KINDS[kind](rng, options) for _ in range(voters)]


def rated(rng: Random, options: int, highest: int) -> Ballot:
    """Marks from 0 on some options."""
    marked = rng.sample(range(1, options + 1), rng.randint(1, options))
    return {option: rng.randint(0, highest) for option in marked}


def dotted(rng: Random, options: int, dots: int) -> Ballot:
    """Exactly so many dots."""
    ballot: Ballot = {}
    for _ in range(dots):
        option = rng.randint(1, options)
        ballot[option] = ballot.get(option, 0) + 1
    return ballot
