from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from models.base import Refused
from models.counting import Proposal, Vote
from models.counting.column import dump_method
from models.counting.passing import Basis, Majority, Rule, dump
from models.decision import Decision
from models.ending import Ending
from models.option import Option
from models.presence import asks_presence, counted_present, say_present

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
PRESENT = Rule(basis=Basis.PRESENT, majority=Majority.ABSOLUTE)


def asked(yes: int, no: int, *, rule: Rule = PRESENT, secret: bool = False) -> Decision:
    """A decision of twenty people in which so many have voted."""
    decision = Decision(
        title="The gate?",
        opened_at=NOW,
        closes_at=NOW,
        secret=secret,
        method=dump_method(Proposal()),
        rule=dump(rule),
        options=[Option(id=n, place=n, stance=str(n)) for n in Vote],
    )
    decision.tally, decision.electorate = {Vote.YES: yes, Vote.NO: no}, 20
    decision.outcome = Ending.OPEN
    return decision


def why(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.phrase.key


def test_the_majority_is_one_of_those_who_are_there() -> None:
    for people, ended in ((9, Ending.PASSED), (10, Ending.REJECTED)):
        decision = asked(5, 2)
        say_present(decision, people)
        decision.close(NOW)
        assert decision.outcome is ended, people


def test_who_votes_is_there_whatever_was_said() -> None:
    decision = asked(2, 0)
    say_present(decision, 2)
    decision.tally = {Vote.YES: 3, Vote.NO: 4}
    assert counted_present(decision) == 7
    decision.close(NOW)
    assert decision.outcome is Ending.REJECTED
    assert counted_present(decision) == 7


def test_nobody_said_it() -> None:
    decision = asked(3, 2)
    decision.close(NOW)
    assert (decision.outcome, counted_present(decision)) == (Ending.PASSED, 5)


@pytest.mark.parametrize("people", [0, 6])
def test_fewer_than_have_voted_are_not_there(people: int) -> None:
    with pytest.raises(Refused) as refused:
        say_present(asked(5, 2), people)
    assert why(refused) == "present-fewer-than-voted"
    assert refused.value.phrase.values["cast"] == 7


def test_of_a_secret_vote_no_refusal_tells_how_many_have_voted() -> None:
    decision = asked(5, 2, secret=True)
    say_present(decision, 1)
    assert decision.present == 1
    with pytest.raises(Refused) as refused:
        say_present(decision, 0)
    assert refused.value.phrase.values["cast"] == 0


def test_more_than_may_vote_are_too_many() -> None:
    say_present(asked(5, 2), 20)
    with pytest.raises(Refused) as refused:
        say_present(asked(5, 2), 21)
    assert why(refused) == "present-more-than-may-vote"


def test_only_a_majority_of_those_present_asks_for_it() -> None:
    two_thirds = Rule(basis=Basis.PRESENT, majority=Fraction(2, 3))
    assert asks_presence(asked(1, 1, rule=two_thirds))
    for rule in (Rule(basis=Basis.PRESENT), Rule(majority=Majority.ABSOLUTE)):
        assert not asks_presence(asked(1, 1, rule=rule))
        with pytest.raises(Refused) as refused:
            say_present(asked(1, 1, rule=rule), 5)
        assert why(refused) == "present-not-asked"


def test_after_the_end_it_stays_as_it_was() -> None:
    decision = asked(5, 2)
    decision.close(NOW + timedelta(hours=1))
    with pytest.raises(Refused) as refused:
        say_present(decision, 9)
    assert why(refused) == "decision-closed-already"
