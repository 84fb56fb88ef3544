from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.counting import (
    METHODS,
    Assent,
    Choice,
    Consensus,
    Consent,
    Method,
    Position,
    Proposal,
    Vote,
)
from models.counting.mandates import WHOLE, Mandate, Shares, add_up, bound, split
from models.counting.outcome import Outcome, Verdict

PLACES = 3
VOTES = st.lists(st.sampled_from([1, 2, 3]), max_size=12)
METHODS_OF_ONE = (Proposal(), Choice(), Consent(), Consensus())


def counted(method: Method, votes: list[int], options: int = PLACES) -> Outcome:
    return method.count([{place: 1} for place in votes], options)


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    """Nothing, or parts of a whole."""
    parts = draw(st.dictionaries(st.sampled_from([1, 2, 3]), st.integers(1, 9), max_size=3))
    whole = sum(parts.values())
    return {place: Fraction(part, whole) for place, part in parts.items()}


MANDATES = st.lists(st.builds(Mandate, st.integers(0, 40), shares()), max_size=8)


@pytest.mark.parametrize(
    ("method", "votes", "passed", "binds"),
    [
        (Proposal(), [1, 1, 2], True, {Vote.YES: WHOLE}),
        (Proposal(), [1, 2, 2], False, {Vote.NO: WHOLE}),
        (Proposal(), [3, 3], False, {Vote.ABSTAIN: WHOLE}),
        (Proposal(), [1, 3, 3], False, {Vote.NO: WHOLE}),
        (Proposal(), [1, 2], None, {}),
        (Proposal(), [], False, {}),
        (Consent(), [1, 1, 2], True, {Assent.CONSENT: WHOLE}),
        (Consent(), [1, 3], False, {Assent.OBJECTION: WHOLE}),
        (Consensus(), [1, 1, 3], True, {Position.AGREE: WHOLE}),
        (Consensus(), [1, 3, 3], False, {Position.DISAGREE: WHOLE}),
        (Consensus(), [1, 1, 4], False, {Position.BLOCK: WHOLE}),
        (Choice(), [2, 2, 3], True, {2: WHOLE}),
        (Choice(), [1, 2], None, {}),
    ],
)
def test_a_decision_binds_to_what_it_decided(
    method: Method, votes: list[int], passed: bool | None, binds: Shares
) -> None:
    assert bound(method, counted(method, votes, 4), passed=passed) == binds


def test_two_equal_winners_bind_to_nothing() -> None:
    assert bound(Choice(), Outcome(2, {1: 1, 2: 1}, {}, (1, 2)), passed=True) == {}


@given(VOTES)
def test_split_shares_are_a_whole(votes: list[int]) -> None:
    parts = split(counted(Choice(), votes))
    assert sum(parts.values()) == (1 if votes else 0)
    assert parts == {p: Fraction(votes.count(p), len(votes)) for p in (1, 2, 3) if p in votes}


@given(st.sampled_from(METHODS_OF_ONE), VOTES, st.sampled_from([True, False, None]))
def test_a_bound_assembly_speaks_with_one_voice(
    method: Method, votes: list[int], passed: bool | None
) -> None:
    assert sum(bound(method, counted(method, votes, 4), passed=passed).values()) in {0, 1}


@given(MANDATES, MANDATES)
def test_sums_are_sums(some: list[Mandate], others: list[Mandate]) -> None:
    one, two = (add_up(Proposal(), part, PLACES) for part in (some, others))
    both = add_up(Proposal(), [*others, *some], PLACES)
    assert both.ballots == one.ballots + two.ballots
    for place in range(1, PLACES + 1):
        assert both.totals[place] == one.totals[place] + two.totals[place]


@given(MANDATES, st.sampled_from(METHODS_OF_ONE))
def test_nothing_is_rounded_and_nothing_is_lost(mandates: list[Mandate], method: Method) -> None:
    found = add_up(method, mandates, 4)
    assert sum(found.totals.values()) == found.ballots
    assert found.ballots == sum(one.weight for one in mandates if one.shares)
    for place, amount in found.totals.items():
        assert not isinstance(amount, float)
        assert amount == sum(m.weight * m.shares.get(place, Fraction(0)) for m in mandates)


@given(MANDATES)
def test_without_a_mandate_nothing_is_said(mandates: list[Mandate]) -> None:
    silent = [Mandate(7, {}), Mandate(0, {1: WHOLE})]
    for method in METHODS_OF_ONE:
        assert add_up(method, [*mandates, *silent], 4) == add_up(method, mandates, 4)


@given(MANDATES)
def test_most_has_won_and_equals_are_named(mandates: list[Mandate]) -> None:
    found = add_up(Choice(), mandates, PLACES)
    most = max(found.totals.values())
    leading = tuple(place for place, amount in found.totals.items() if amount == most and most)
    assert (found.winners, found.tied) == ((leading, ()) if len(leading) == 1 else ((), leading))


def test_thirds_stay_thirds() -> None:
    thirds: Mapping[int, Fraction] = {place: Fraction(1, 3) for place in (1, 2, 3)}
    found = add_up(Choice(), [Mandate(1, thirds), Mandate(2, thirds)], PLACES)
    assert found.totals == {1: 1, 2: 1, 3: 1}
    assert found.tied == (1, 2, 3)
    assert add_up(Choice(), [Mandate(1, thirds)], PLACES).totals[1] == Fraction(1, 3)


@pytest.mark.parametrize(
    ("method", "said", "verdict"),
    [
        ("consent", [1, 1, 2], Verdict.PASSED),
        ("consent", [1, 1, 3], Verdict.REJECTED),
        ("consensus", [1, 1, 3], Verdict.PASSED),
        ("consensus", [1, 3], Verdict.TIE),
        ("consensus", [1, 1, 4], Verdict.REJECTED),
        ("consent", [], None),
    ],
)
def test_fixed_answers_are_judged_as_ballots_are(
    method: str, said: list[int], verdict: Verdict | None
) -> None:
    mandates = [Mandate(1, {place: WHOLE}) for place in said]
    assert add_up(METHODS[method], mandates, 4).verdict is verdict


@given(
    st.sampled_from(["consent", "consensus"]), st.lists(st.sampled_from([1, 2, 3, 4]), max_size=8)
)
def test_assemblies_of_one_vote_each_are_judged_like_people(method: str, said: list[int]) -> None:
    counting, places = METHODS[method], 3 if method == "consent" else 4
    said = [place for place in said if place <= places]
    people = counting.count([{place: 1} for place in said], places)
    assemblies = add_up(counting, [Mandate(1, {place: WHOLE}) for place in said], places)
    assert (assemblies.verdict, assemblies.totals) == (people.verdict, people.totals)
