"""What holds for every method: nobody's ballot and no option is special, and it can be kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.counting import METHODS, Choice, Dots, Marks, Method, Outcome, Ranked, Score, Times
from models.counting.column import dump, dump_method, load, load_method
from tests.models.counting.profiles import OPTIONS, RULES, ballots_for

each_rule = pytest.mark.parametrize("method", RULES, ids=lambda m: f"{m.name}-{m.seats}")
free = pytest.mark.parametrize(
    "method",
    [method for method in RULES if method.seats or method.name == "opinion"],
    ids=lambda m: f"{m.name}-{m.seats}",
)


def ballots(data: st.DataObject, method: Method) -> list[dict[int, int]]:
    drawn = data.draw(ballots_for(method.name, method.seats))
    for ballot in drawn:
        method.check(ballot, OPTIONS)
    return drawn


@each_rule
@given(data=st.data())
def test_the_order_of_ballots_changes_nothing(method: Method, data: st.DataObject) -> None:
    cast = ballots(data, method)
    shuffled = data.draw(st.permutations(cast))
    assert method.count(shuffled, OPTIONS) == method.count(cast, OPTIONS)


@free
@given(data=st.data(), names=st.permutations(range(1, OPTIONS + 1)))
def test_renamed_options_win_under_their_new_names(
    method: Method, data: st.DataObject, names: list[int]
) -> None:
    cast = ballots(data, method)

    def renamed(by_option: Mapping[int, object]) -> dict[int, object]:
        return {names[option - 1]: value for option, value in by_option.items()}

    before = method.count(cast, OPTIONS)
    after = method.count([{names[o - 1]: m for o, m in b.items()} for b in cast], OPTIONS)
    assert after.totals == renamed(before.totals)
    assert after.histogram == renamed(before.histogram)
    assert set(after.winners) == {names[option - 1] for option in before.winners}
    assert set(after.tied) == {names[option - 1] for option in before.tied}


@each_rule
@given(data=st.data())
def test_all_ballots_are_counted_and_a_tie_is_wider_than_the_seats(
    method: Method, data: st.DataObject
) -> None:
    cast = ballots(data, method)
    outcome = method.count(cast, OPTIONS)
    assert outcome.ballots == len(cast)
    for option, marks in outcome.histogram.items():
        assert sum(marks.values()) == sum(option in ballot for ballot in cast)
    assert len(outcome.winners) <= max(method.seats, 0)
    if outcome.tied and method != Ranked(seats=2):
        assert len(outcome.winners) + len(outcome.tied) > method.seats
        assert not set(outcome.winners) & set(outcome.tied)
        assert len(outcome.winners) < method.seats


def standing(outcome: Outcome, option: int) -> int:
    return 2 if option in outcome.winners else 1 if option in outcome.tied else 0


RAISED: list[tuple[Method, int]] = [
    (Choice(most=OPTIONS), 1),
    (Choice(most=OPTIONS, seats=2), 1),
    (METHODS["resistance"], 0),
    (Score(), 5),
    (Score(seats=3), 5),
    (Dots(seats=2), 2),
    (Times(), 2),
]


@pytest.mark.parametrize(("method", "best"), RAISED, ids=str)
@given(data=st.data())
def test_more_support_does_no_harm(method: Method, best: int, data: st.DataObject) -> None:
    """Monotone: one ballot marks an option better, and it stands no worse (Schulze: see there)."""
    cast = data.draw(ballots_for(method.name, 1).filter(bool))
    option = data.draw(st.integers(1, OPTIONS))
    which = data.draw(st.integers(0, len(cast) - 1))
    raised = [*cast[:which], {**cast[which], option: best}, *cast[which + 1 :]]
    before, after = method.count(cast, OPTIONS), method.count(raised, OPTIONS)
    assert standing(after, option) >= standing(before, option)


@each_rule
@given(data=st.data(), lots=st.permutations(range(1, OPTIONS + 1)))
def test_an_outcome_comes_back_from_its_column(
    method: Method, data: st.DataObject, lots: list[int]
) -> None:
    cast = ballots(data, method)
    outcomes = [method.count(cast, OPTIONS)]
    if isinstance(method, Ranked):
        outcomes.append(method.count(cast, OPTIONS, lots))
    for outcome in outcomes:
        assert load(json.loads(json.dumps(dump(outcome)))) == outcome


CHOSEN: list[Method] = [Choice(most=3, seats=2), Ranked(seats=4), Dots(seats=2), Times(seats=2)]


@pytest.mark.parametrize("method", [*METHODS.values(), *CHOSEN])
def test_a_method_comes_back_from_its_column(method: Method) -> None:
    kept = json.loads(json.dumps(dump_method(method)))
    assert kept["method"] == method.name
    assert load_method(kept) == method


def test_what_was_not_chosen_is_as_usual() -> None:
    assert load_method({"method": "choice"}) == Choice()
    assert load_method({"method": "ranked", "seats": 2}) == replace(Ranked(), seats=2)


def test_a_count_takes_any_iterable() -> None:
    def stream() -> list[Marks]:
        return [{1: 1}, {2: 1}, {1: 1}]

    assert Choice().count(iter(stream()), 2) == Choice().count(stream(), 2)
