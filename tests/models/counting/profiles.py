"""Ballots written as the literature writes them, and any ballots at all."""

from __future__ import annotations

from hypothesis import strategies as st

from models.counting import METHODS, Marks, Ranked


def ranked(*lines: str, options: str) -> list[Marks]:
    """`5 ACB`: five ballots with A before C before B; options are letters, A is not always 1."""
    ballots: list[Marks] = []
    for line in lines:
        times, _, letters = line.partition(" ")
        ballot = {options.index(letter) + 1: rank for rank, letter in enumerate(letters, start=1)}
        ballots += [ballot] * int(times)
    return ballots


def letters(numbers: tuple[int, ...], options: str) -> str:
    return "".join(options[number - 1] for number in numbers)


def some(options: int, lowest: int, highest: int) -> st.SearchStrategy[dict[int, int]]:
    """A ballot that marks at least one option."""
    return st.dictionaries(
        st.integers(1, options), st.integers(lowest, highest), min_size=1, max_size=options
    )


def one(options: int) -> st.SearchStrategy[dict[int, int]]:
    return st.integers(1, options).map(lambda option: {option: 1})


def orders(options: int) -> st.SearchStrategy[dict[int, int]]:
    """A full or partial ranking without equal ranks."""
    numbers = st.permutations(range(1, options + 1))
    cut = st.integers(1, options)
    return st.builds(lambda order, end: {o: r for r, o in enumerate(order[:end], 1)}, numbers, cut)


OPTIONS = 4
BALLOTS: dict[str, st.SearchStrategy[dict[int, int]]] = {
    "proposal": one(3),
    "choice": one(OPTIONS),
    "consent": one(3),
    "consensus": one(4),
    "resistance": some(OPTIONS, 0, 10),
    "score": some(OPTIONS, 0, 5),
    "dots": some(OPTIONS, 1, 2),
    "ranked": some(OPTIONS, 1, 4),
    "times": some(OPTIONS, 0, 2),
    "opinion": one(OPTIONS),
}
"""Ballots that each method takes, with `OPTIONS` options or its own answers."""

RULES = [*METHODS.values(), Ranked(seats=2)]
"""Every method, and both ways to count rankings."""


def ballots_for(name: str, seats: int) -> st.SearchStrategy[list[dict[int, int]]]:
    each = orders(OPTIONS) if name == "ranked" and seats > 1 else BALLOTS[name]
    return st.lists(each, max_size=12)
