from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.turn import MOST, WIRE_LIMIT, wire
from models.base import Refused
from models.counting import (
    Choice,
    Consensus,
    Consent,
    Dots,
    Method,
    Opinion,
    Proposal,
    Ranked,
    Resistance,
    Score,
    Times,
)
from models.decision import MOST_OPTIONS
from models.filling import Filling, one_answer

FIXED = {"proposal": 3, "consent": 3, "consensus": 4}
METHODS: st.SearchStrategy[Method] = st.one_of(
    st.sampled_from([Proposal(), Consent(), Consensus(), Resistance(), Score(), Dots(), Times()]),
    st.builds(Choice, most=st.integers(1, MOST_OPTIONS)),
    st.builds(Opinion, most=st.integers(1, MOST_OPTIONS)),
    st.builds(Ranked, seats=st.integers(1, 3)),
)


@st.composite
def fillings(draw: st.DrawFn) -> Filling:
    """An empty ballot of any method."""
    method = draw(METHODS)
    return Filling(method, FIXED.get(method.name) or draw(st.integers(1, MOST_OPTIONS + 1)))


TAPS = st.lists(st.tuples(st.integers(-1, MOST_OPTIONS + 2), st.integers(-1, 11)), max_size=40)


def tapped(filling: Filling, taps: list[tuple[int, int]]) -> Filling:
    """What is left of some taps; those that cannot be are refused and change nothing."""
    for option, mark in taps:
        try:
            filling = filling.mark(option, mark) if filling.scale else filling.tap(option)
        except Refused:
            continue
    return filling


@given(fillings(), TAPS)
def test_whatever_is_tapped_can_be_cast_or_is_empty(
    filling: Filling, taps: list[tuple[int, int]]
) -> None:
    filled = tapped(filling, taps)
    assert filled.complete == bool(filled.marks)
    if filled.complete:
        filled.method.check(filled.marks, filled.options)
        assert filled.left >= 0


@given(fillings(), TAPS)
def test_its_state_says_all_of_it_and_fits_a_button(
    filling: Filling, taps: list[tuple[int, int]]
) -> None:
    filled = tapped(filling, taps)
    assert Filling.read(filled.method, filled.options, filled.state) == filled
    assert len(wire("fill-next", MOST, filled.state, "11=10").encode()) <= WIRE_LIMIT


@given(fillings(), st.text(max_size=12))
def test_no_state_of_somebody_elses_making_counts(filling: Filling, state: str) -> None:
    try:
        read = Filling.read(filling.method, filling.options, state)
    except Refused:
        return
    assert read.complete or not read.marks


@given(st.permutations(range(1, 8)), st.integers(0, 7))
def test_a_ranking_is_the_order_of_the_taps(order: list[int], length: int) -> None:
    filled = Filling(Ranked(), 7)
    for option in order[:length]:
        filled = filled.tap(option)
    assert sorted(filled.marks, key=filled.marks.__getitem__) == order[:length]


def state_after(method: Method, options: int, *taps: int) -> str:
    filled = Filling(method, options)
    for option in taps:
        filled = filled.tap(option)
    return filled.state


def test_taps_by_method() -> None:
    assert state_after(Choice(most=2), 3, 1, 3) == "1-1"
    assert state_after(Choice(most=2), 3, 1, 3, 1) == "--1"
    assert state_after(Choice(), 3, 1, 3) == "--1"
    assert state_after(Dots(), 3, *[2] * 8) == "-8-"
    assert state_after(Ranked(), 3, 3, 1, 2) == "231"
    assert state_after(Times(), 3, 1, 2, 2, 3, 3, 3) == "210"
    assert Filling(Resistance(), 2).mark(2, 10).state == "-a"


def test_a_ranked_option_gives_its_place_up() -> None:
    assert state_after(Ranked(), 3, 3, 1, 2, 1) == "-21"


def test_a_tap_too_many_is_told_at_once() -> None:
    with pytest.raises(Refused, match="ballot-too-many"):
        state_after(Choice(most=2), 3, 1, 2, 3)
    with pytest.raises(Refused, match="ballot-too-many-dots"):
        state_after(Dots(), 3, *[2] * 9)


def test_what_is_one_answer() -> None:
    assert one_answer(Consent()) and one_answer(Choice())
    assert not one_answer(Choice(most=2)) and not one_answer(Ranked())
