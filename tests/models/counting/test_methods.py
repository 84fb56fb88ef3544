"""Each simple method by hand, and which ballots it refuses."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.base import Refused
from models.counting import (
    METHODS,
    Assent,
    Choice,
    Consensus,
    Consent,
    Dots,
    Marks,
    Means,
    Method,
    Opinion,
    Position,
    Proposal,
    Ranked,
    Resistance,
    Score,
    Suits,
    Times,
    Verdict,
    Vote,
)


def test_every_method_is_there_by_its_name() -> None:
    assert list(METHODS) == [
        *("proposal", "choice", "consent", "consensus", "resistance"),
        *("score", "dots", "ranked", "times", "opinion"),
    ]
    assert all(method.name == name for name, method in METHODS.items())


def one(*options: int) -> list[Marks]:
    return [{option: 1} for option in options]


def test_most_votes_win() -> None:
    outcome = Choice().count(one(2, 1, 2), 3)
    assert (outcome.winners, outcome.tied, outcome.ballots) == ((2,), (), 3)
    assert outcome.totals == {1: 1, 2: 2, 3: 0}
    assert outcome.histogram == {1: {1: 1}, 2: {1: 2}, 3: {}}


def test_a_tie_is_said_not_broken() -> None:
    outcome = Choice().count(one(2, 1, 2, 1, 3), 3)
    assert (outcome.winners, outcome.tied) == ((), (1, 2))


def test_several_seats_are_filled_from_the_top() -> None:
    outcome = Choice(most=2, seats=2).count([{1: 1, 2: 1}, {1: 1, 3: 1}, {1: 1}], 4)
    assert (outcome.winners, outcome.tied) == ((1,), (2, 3))
    assert Choice(seats=3).count(one(1, 1, 2, 3), 4).winners == (1, 2, 3)


def test_what_nobody_chose_does_not_win() -> None:
    assert Choice(seats=3).count(one(2), 4).winners == (2,)
    assert Choice().count([], 3).tied == ()


def test_dots_are_added_up() -> None:
    outcome = Dots().count([{1: 8}, {2: 3, 3: 5}, {2: 4}], 3)
    assert outcome.totals == {1: 8, 2: 7, 3: 5}
    assert outcome.winners == (1,)


def test_scores_are_added_up_and_their_mean_is_shown() -> None:
    outcome = Score().count([{1: 5, 2: 3}, {2: 4}, {1: 0, 2: 0, 3: 5}], 3)
    assert outcome.totals == {1: 5, 2: 7, 3: 5}
    assert outcome.detail == Means({1: Fraction(5, 3), 2: Fraction(7, 3), 3: Fraction(5, 3)})
    assert outcome.winners == (2,)
    assert outcome.histogram[1] == {0: 1, 5: 1}


def test_least_resistance_wins_and_nothing_changes_is_an_option() -> None:
    """Three ballots on two proposals; the third option is "nothing changes"."""
    outcome = Resistance().count([{1: 10, 2: 2, 3: 5}, {1: 0, 2: 3, 3: 9}, {2: 1, 3: 6}], 3)
    assert outcome.totals == {1: 10, 2: 6, 3: 20}
    assert outcome.winners == (2,)
    assert Resistance().status_quo
    assert Resistance().count([{1: 1, 2: 1}], 3).winners == (3,)
    assert Resistance().count([], 3).tied == ()


def test_a_time_needs_most_yes_then_fewest_no() -> None:
    yes, maybe, no = Suits.YES, Suits.IF_NEED_BE, Suits.NO
    ballots = [{1: yes, 2: yes, 3: maybe}, {1: yes, 2: yes, 3: maybe}, {1: no, 2: maybe, 3: maybe}]
    outcome = Times().count(ballots, 4)
    assert outcome.totals == {1: 2, 2: 2, 3: 0, 4: 0}
    assert (outcome.winners, outcome.tied) == ((2,), ())
    assert Times(seats=3).count(ballots, 4).winners == (2, 1, 3)
    assert Times(seats=4).count(ballots, 4).winners == (2, 1, 3)


def test_a_time_nobody_can_come_at_does_not_win() -> None:
    assert Times().count([{1: Suits.NO}], 2).tied == ()


def test_an_opinion_decides_nothing() -> None:
    outcome = Opinion().count(one(1, 1, 2), 2)
    assert (outcome.winners, outcome.tied) == ((), ())
    assert outcome.totals == {1: 2, 2: 1}


def test_a_proposal_is_counted_and_not_judged() -> None:
    outcome = Proposal().count(one(Vote.YES, Vote.NO, Vote.YES, Vote.ABSTAIN))
    assert outcome.totals == {Vote.YES: 2, Vote.NO: 1, Vote.ABSTAIN: 1}
    assert outcome.verdict is None


@pytest.mark.parametrize(
    ("answers", "standing", "verdict"),
    [
        ([Assent.CONSENT, Assent.ABSTAIN], None, Verdict.PASSED),
        ([Assent.CONSENT, Assent.OBJECTION], None, Verdict.REJECTED),
        ([Assent.CONSENT, Assent.OBJECTION, Assent.OBJECTION], 1, Verdict.REJECTED),
        ([Assent.CONSENT, Assent.OBJECTION, Assent.OBJECTION], 0, Verdict.PASSED),
        ([], None, None),
    ],
)
def test_consent_passes_when_no_objection_stands(
    answers: list[int], standing: int | None, verdict: Verdict | None
) -> None:
    assert Consent().count(one(*answers), standing=standing).verdict == verdict


@pytest.mark.parametrize(
    ("agree", "aside", "disagree", "block", "verdict"),
    [
        (2, 5, 1, 0, Verdict.PASSED),
        (9, 0, 0, 1, Verdict.REJECTED),
        (1, 0, 2, 0, Verdict.REJECTED),
        (2, 0, 2, 0, Verdict.TIE),
        (2, 0, 2, 1, Verdict.REJECTED),
        (0, 3, 0, 0, Verdict.REJECTED),
        (0, 0, 0, 0, None),
    ],
)
def test_consensus_passes_without_a_block_and_with_more_who_agree(
    agree: int, aside: int, disagree: int, block: int, verdict: Verdict | None
) -> None:
    numbers = zip(Position, (agree, aside, disagree, block), strict=True)
    ballots = one(*(position for position, times in numbers for _ in range(times)))
    assert Consensus().count(ballots).verdict == verdict


@pytest.mark.parametrize(
    ("method", "marks"),
    [
        (Proposal(), {Vote.ABSTAIN: 1}),
        (Choice(), {4: 1}),
        (Choice(most=2), {1: 1, 4: 1}),
        (Consent(), {Assent.OBJECTION: 1}),
        (Consensus(), {Position.BLOCK: 1}),
        (Resistance(), {1: 0, 4: 10}),
        (Score(), {1: 0}),
        (Dots(), {1: 8}),
        (Dots(), {1: 0, 2: 3}),
        (Ranked(), {1: 1, 2: 1, 4: 9}),
        (Ranked(seats=2), {3: 5, 2: 7}),
        (Times(), {1: 0, 2: 1, 3: 2}),
        (Opinion(most=4), {1: 1, 2: 1, 3: 1, 4: 1}),
    ],
)
def test_a_ballot_that_is_taken(method: Method, marks: Marks) -> None:
    method.check(marks, 4)


@pytest.mark.parametrize(
    ("method", "marks", "key"),
    [
        *((method, {}, "ballot-empty") for method in METHODS.values()),
        *((method, {5: 1}, "ballot-no-such-option") for method in METHODS.values()),
        *((method, {0: 1}, "ballot-no-such-option") for method in METHODS.values()),
        *((method, {1: -1}, "ballot-no-such-mark") for method in METHODS.values()),
        *((method, {1: 100}, "ballot-no-such-mark") for method in METHODS.values()),
        (Proposal(), {4: 1}, "ballot-no-such-option"),
        (Consent(), {4: 1}, "ballot-no-such-option"),
        (Proposal(), {1: 1, 2: 1}, "ballot-one-answer"),
        (Consent(), {1: 1, 3: 1}, "ballot-one-answer"),
        (Consensus(), {1: 1, 4: 1}, "ballot-one-answer"),
        (Choice(), {1: 2}, "ballot-no-such-mark"),
        (Choice(), {1: 1, 2: 1}, "ballot-too-many"),
        (Choice(most=2), {1: 1, 2: 1, 3: 1}, "ballot-too-many"),
        (Opinion(), {1: 1, 2: 1}, "ballot-too-many"),
        (Resistance(), {1: 11}, "ballot-no-such-mark"),
        (Score(), {1: 6}, "ballot-no-such-mark"),
        (Dots(), {1: 9}, "ballot-no-such-mark"),
        (Dots(), {1: 5, 2: 4}, "ballot-too-many-dots"),
        (Dots(), {1: 0}, "ballot-empty"),
        (Ranked(), {1: 0}, "ballot-no-such-mark"),
        (Ranked(seats=2), {1: 1, 2: 1}, "ballot-equal-ranks"),
        (Times(), {1: 3}, "ballot-no-such-mark"),
    ],
)
def test_a_ballot_that_is_refused(method: Method, marks: Marks, key: str) -> None:
    with pytest.raises(Refused, match=f"^{key}$"):
        method.check(marks, 4)
