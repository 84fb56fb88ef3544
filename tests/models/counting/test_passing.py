"""Majorities, quorums, early ends: by hand, and against all that could still be cast."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.counting import Verdict
from models.counting.passing import (
    TWO_THIRDS,
    Basis,
    Majority,
    Rule,
    Settled,
    dump,
    extends,
    load,
    passes,
    settled_early,
    stricter,
    verdict,
)

ABSOLUTE = Majority.ABSOLUTE


@pytest.mark.parametrize(
    ("rule", "yes", "no", "abstain", "passed"),
    [
        (Rule(), 5, 4, 9, True),
        (Rule(), 4, 4, 0, False),
        (Rule(), 0, 0, 3, False),
        (Rule(Basis.ELECTORATE), 2, 1, 0, True),
        (Rule(Basis.CAST, ABSOLUTE), 5, 4, 9, True),
        (Rule(Basis.CAST, ABSOLUTE), 4, 4, 0, False),
        (Rule(Basis.VALID, ABSOLUTE), 5, 4, 1, False),
        (Rule(Basis.VALID, ABSOLUTE), 6, 4, 1, True),
        (Rule(Basis.PRESENT, ABSOLUTE), 7, 0, 0, False),
        (Rule(Basis.PRESENT, ABSOLUTE), 8, 0, 0, True),
        (Rule(Basis.ELECTORATE, ABSOLUTE), 10, 0, 0, False),
        (Rule(Basis.ELECTORATE, ABSOLUTE), 11, 9, 0, True),
        (Rule(Basis.CAST, TWO_THIRDS), 4, 2, 7, True),
        (Rule(Basis.CAST, TWO_THIRDS), 5, 3, 0, False),
        (Rule(Basis.CAST, TWO_THIRDS), 0, 0, 0, False),
        (Rule(Basis.VALID, TWO_THIRDS), 4, 2, 1, False),
        (Rule(Basis.VALID, TWO_THIRDS), 6, 2, 1, True),
        (Rule(Basis.ELECTORATE, TWO_THIRDS), 13, 0, 0, False),
        (Rule(Basis.ELECTORATE, TWO_THIRDS), 14, 6, 0, True),
        (Rule(Basis.CAST, Fraction(3, 4)), 3, 1, 0, True),
        (Rule(Basis.CAST, Fraction(3, 4)), 299, 100, 0, False),
        (Rule(Basis.CAST, Fraction(1)), 9, 0, 3, True),
        (Rule(Basis.VALID, Fraction(1)), 9, 0, 3, False),
    ],
)
def test_a_majority(rule: Rule, yes: int, no: int, abstain: int, passed: bool) -> None:
    """Of 20 who may vote, 15 are there."""
    assert passes(yes, no, abstain, electorate=20, present=15, rule=rule) is passed


def test_who_votes_counts_as_present() -> None:
    rule = Rule(Basis.PRESENT, ABSOLUTE)
    assert not passes(3, 4, 0, electorate=20, present=3, rule=rule)


@pytest.mark.parametrize(
    ("quorum", "electorate", "needed"),
    [("1/2", 7, 4), ("1/2", 8, 4), ("1/3", 10, 4), ("0", 10, 1), ("1", 10, 10), ("1/4", 0, 1)],
)
def test_a_quorum_is_rounded_up(quorum: str, electorate: int, needed: int) -> None:
    assert Rule(quorum=Fraction(quorum)).needed(electorate) == needed


@pytest.mark.parametrize(
    ("rule", "yes", "no", "abstain", "ended"),
    [
        (Rule(quorum=Fraction(1, 2)), 5, 0, 4, Verdict.NO_QUORUM),
        (Rule(quorum=Fraction(1, 2)), 5, 0, 5, Verdict.PASSED),
        (Rule(quorum=Fraction(1, 2)), 4, 5, 1, Verdict.REJECTED),
        (Rule(), 4, 4, 1, Verdict.TIE),
        (Rule(), 0, 0, 2, Verdict.TIE),
        (Rule(), 0, 0, 0, Verdict.NO_QUORUM),
        (Rule(Basis.CAST, ABSOLUTE), 4, 4, 0, Verdict.TIE),
        (Rule(Basis.ELECTORATE, ABSOLUTE), 4, 4, 0, Verdict.REJECTED),
        (Rule(Basis.CAST, TWO_THIRDS), 4, 4, 0, Verdict.REJECTED),
        (Rule(Basis.CAST, TWO_THIRDS), 4, 3, 0, Verdict.REJECTED),
    ],
)
def test_a_verdict(rule: Rule, yes: int, no: int, abstain: int, ended: Verdict) -> None:
    assert verdict(yes, no, abstain, electorate=20, present=15, rule=rule) is ended


def test_it_goes_on_once_and_only_for_want_of_a_quorum() -> None:
    rule = Rule(extends=True)
    assert extends(rule, Verdict.NO_QUORUM, extended=False)
    assert not extends(rule, Verdict.NO_QUORUM, extended=True)
    assert not extends(rule, Verdict.TIE, extended=False)
    assert not extends(Rule(), Verdict.NO_QUORUM, extended=False)


shares = st.builds(Fraction, st.integers(1, 6), st.integers(6, 9))
rules = st.builds(
    Rule,
    st.sampled_from(Basis),
    st.sampled_from(Majority) | shares,
    st.just(Fraction(0)) | shares.filter(lambda share: share <= 1),
    early=st.just(True),
)
votes = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))


@given(rules, votes, st.integers(0, 5), st.integers(0, 15))
def test_an_early_end_agrees_with_all_that_could_still_come(
    rule: Rule, cast: tuple[int, int, int], left: int, present: int
) -> None:
    yes, no, abstain = cast
    electorate = yes + no + abstain + left
    ends = {
        verdict(yes + y, no + n, abstain + a, electorate=electorate, present=present, rule=rule)
        for y in range(left + 1)
        for n in range(left + 1 - y)
        for a in range(left + 1 - y - n)
    }
    expected = (
        Settled.PASSED
        if ends == {Verdict.PASSED}
        else Settled.OPEN
        if Verdict.PASSED in ends
        else Settled.IMPOSSIBLE
    )
    early = settled_early(yes, no, abstain, electorate=electorate, present=present, rule=rule)
    assert early is expected


def test_nothing_ends_early_unless_that_was_chosen() -> None:
    assert settled_early(9, 0, 0, electorate=10, present=0, rule=Rule()) is Settled.OPEN
    chosen = Rule(early=True)
    assert settled_early(9, 0, 0, electorate=10, present=0, rule=chosen) is Settled.PASSED
    assert settled_early(0, 9, 0, electorate=10, present=0, rule=chosen) is Settled.IMPOSSIBLE
    assert settled_early(4, 5, 0, electorate=10, present=0, rule=chosen) is Settled.IMPOSSIBLE
    assert settled_early(5, 4, 0, electorate=10, present=0, rule=chosen) is Settled.OPEN


@pytest.mark.parametrize(
    ("rule", "than"),
    [
        (Rule(), Rule()),
        (Rule(Basis.ELECTORATE), Rule(Basis.CAST)),
        (Rule(Basis.CAST, ABSOLUTE), Rule()),
        (Rule(Basis.CAST, TWO_THIRDS), Rule()),
        (Rule(Basis.VALID, ABSOLUTE), Rule()),
        (Rule(Basis.VALID, TWO_THIRDS), Rule(Basis.VALID, ABSOLUTE)),
        (Rule(quorum=Fraction(1, 3)), Rule(quorum=Fraction(1, 4))),
        (Rule(early=True), Rule()),
    ],
)
def test_at_least_as_strict(rule: Rule, than: Rule) -> None:
    assert stricter(rule, than)


@pytest.mark.parametrize(
    ("rule", "than"),
    [
        (Rule(), Rule(Basis.CAST, TWO_THIRDS)),
        (Rule(Basis.ELECTORATE), Rule(Basis.VALID, ABSOLUTE)),
        (Rule(Basis.CAST, Fraction(1)), Rule(Basis.ELECTORATE, ABSOLUTE)),
        (Rule(Basis.ELECTORATE, ABSOLUTE), Rule(Basis.CAST, TWO_THIRDS)),
        (Rule(Basis.CAST, Fraction(1, 2)), Rule()),
        (Rule(Basis.CAST, TWO_THIRDS), Rule(quorum=Fraction(1, 4))),
    ],
)
def test_not_as_strict(rule: Rule, than: Rule) -> None:
    assert not stricter(rule, than)


@given(rules, rules, votes, st.integers(0, 5), st.integers(0, 5))
def test_what_passes_by_the_stricter_rule_passes_by_the_other(
    rule: Rule, than: Rule, cast: tuple[int, int, int], silent: int, absent: int
) -> None:
    yes, no, abstain = cast
    present = yes + no + abstain + silent
    electorate = present + absent
    if stricter(rule, than):
        strict = verdict(yes, no, abstain, electorate=electorate, present=present, rule=rule)
        lax = verdict(yes, no, abstain, electorate=electorate, present=present, rule=than)
        assert strict is not Verdict.PASSED or lax is Verdict.PASSED


@given(rules)
def test_a_rule_comes_back_from_its_column(rule: Rule) -> None:
    assert load(json.loads(json.dumps(dump(rule)))) == rule


def test_a_rule_is_kept_in_few_words() -> None:
    rule = Rule(Basis.VALID, TWO_THIRDS, Fraction(1, 4), early=True)
    assert dump(rule) == {
        "basis": "valid",
        "majority": "2/3",
        "quorum": "1/4",
        "early": True,
        "extends": False,
    }


@pytest.mark.parametrize("wrong", ["0", "4/3", "-1/2"])
def test_no_rule_asks_for_nothing_or_more_than_all(wrong: str) -> None:
    with pytest.raises(ValueError, match="no majority"):
        Rule(majority=Fraction(wrong))


def test_no_quorum_is_more_than_all() -> None:
    with pytest.raises(ValueError, match="no quorum"):
        Rule(quorum=Fraction(5, 4))
