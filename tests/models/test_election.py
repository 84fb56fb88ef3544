"""Elections: who may stand, what the ballot is, who is elected; nobody against the voters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Refused
from models.candidacy import Candidacy
from models.counting import Choice, Marks, Proposal, Ranked
from models.counting.column import dump_method
from models.counting.passing import Rule, dump
from models.decision import Decision
from models.elected import Result, judge
from models.election import MOST_CANDIDATES, MOST_PROPOSED, Election, Kind, Way
from models.person import Person
from models.stances import NOBODY

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def people(number: int) -> list[Person]:
    return [Person(id=n, name=f"P{n}") for n in range(1, number + 1)]


def election(standing: int = 0, places: int = 1, way: Way = Way.RANKED) -> Election:
    made = Election(
        number=1,
        kind=Kind.OTHER,
        words="Treasurer",
        title="Treasurer?",
        places=places,
        way=way,
        begun_at=NOW,
        stands_until=NOW + timedelta(days=3),
        candidacies=[],
    )
    for person in people(standing):
        made.stand(person, NOW)[0].id = 100 + person.id
    return made


def voted(made: Election, ballots: Iterable[Marks]) -> Result:
    """The whole way: drawn, opened, voted, closed, judged."""
    cast = list(ballots)
    made.draw("salt")
    decision = Decision(
        title="Who?",
        opened_at=NOW,
        closes_at=NOW,
        options=made.ballot(),
        binding=True,
        method=dump_method(made.method()),
        rule=dump(Rule()),
    )
    for option in decision.options:
        option.id = option.place
    decision.electorate = len(cast)
    if decision.one_answer:
        for marks in cast:
            decision.tally[next(iter(marks))] = decision.tally.get(next(iter(marks)), 0) + 1
    else:
        decision.tally = {None: len(cast)}
    decision.close(NOW, cast)
    return judge(made, decision)


def places(found: Sequence[Candidacy]) -> list[int | None]:
    return [one.place for one in found]


def test_who_stands_twice_stands_once_and_may_say_something_else() -> None:
    made, (ana,) = election(), people(1)
    first, fresh = made.stand(ana, NOW, "I count")
    assert fresh
    again, fresh = made.stand(ana, NOW, "I count well")
    assert (again is first, fresh, first.words) == (True, False, "I count well")
    made.stand(ana, NOW)
    assert first.words == "I count well"


def test_who_is_proposed_stands_only_after_saying_yes() -> None:
    made, (ana, ben) = election(), people(2)
    asked = made.propose(ben, ana)
    assert (asked.stands, made.asked, made.standing) == (False, [asked], [])
    made.stand(ben, NOW)
    assert (asked.stands, made.asked) == (True, [])


def test_a_no_is_heard_once_and_for_all_but_for_oneself() -> None:
    made, (ana, ben) = election(), people(2)
    asked = made.propose(ben, ana)
    asked.decline(NOW)
    with pytest.raises(Refused, match="candidacy-said-no"):
        made.propose(ben, ana)
    with pytest.raises(Refused, match="candidacy-not-asked"):
        asked.decline(NOW)
    assert made.stand(ben, NOW)[0].stands


def test_nobody_is_asked_twice_at_once() -> None:
    made, (ana, ben, cem) = election(), people(3)
    made.propose(ben, ana)
    with pytest.raises(Refused, match="candidacy-asked-already"):
        made.propose(ben, cem)
    made.stand(ben, NOW)
    with pytest.raises(Refused, match="candidacy-stands-already"):
        made.propose(ben, ana)


def test_one_person_does_not_propose_everybody() -> None:
    made, (ana, *others) = election(), people(MOST_PROPOSED + 2)
    for person in others[:-1]:
        made.propose(person, ana)
    with pytest.raises(Refused, match="candidacy-enough-proposed"):
        made.propose(others[-1], ana)


def test_no_more_stand_than_fit_the_ballot() -> None:
    made = election(MOST_CANDIDATES)
    with pytest.raises(Refused, match="election-full"):
        made.stand(Person(id=99, name="Late"), NOW)
    made.standing[0].withdraw(NOW)
    made.stand(Person(id=99, name="Late"), NOW)
    made.draw("salt")
    assert len(made.ballot()) == MOST_CANDIDATES + 1


def test_who_withdraws_stands_no_longer_and_may_stand_again() -> None:
    made = election(2)
    one = made.standing[0]
    one.withdraw(NOW)
    assert one not in made.standing
    with pytest.raises(Refused, match="candidacy-none"):
        one.withdraw(NOW)
    assert made.stand(one.person, NOW) == (one, True)


def test_nobody_comes_or_goes_once_the_vote_is_open() -> None:
    made = election(1)
    made.decision = Decision(title="Who?", opened_at=NOW, closes_at=NOW)
    ben = Person(id=7, name="Ben")
    for change in (made.stand, made.propose, made.extend):
        with pytest.raises(Refused, match="election-no-longer-standing"):
            change(ben, NOW)  # type: ignore[arg-type]


def test_an_election_ends_once() -> None:
    made = election(1)
    made.end(NOW, made.standing)
    assert made.elected == made.standing
    with pytest.raises(Refused, match="election-ended-already"):
        made.end(NOW)


@pytest.mark.parametrize("until", [NOW, NOW - timedelta(1), NOW + timedelta(91)])
def test_people_stand_for_some_time_but_not_for_ever(until: datetime) -> None:
    with pytest.raises(Refused, match="election-too-long"):
        election().extend(NOW, until)


@pytest.mark.parametrize(
    ("standing", "seats", "way", "method"),
    [
        (1, 1, Way.RANKED, Proposal()),
        (1, 3, Way.APPROVAL, Proposal()),
        (3, 1, Way.RANKED, Ranked(seats=1)),
        (3, 2, Way.RANKED, Ranked(seats=2)),
        (2, 2, Way.RANKED, Choice(most=2, seats=2)),
        (2, 3, Way.RANKED, Choice(most=2, seats=2)),
        (3, 1, Way.APPROVAL, Choice(most=3, seats=1)),
        (3, 2, Way.APPROVAL, Choice(most=3, seats=2)),
    ],
)
def test_the_ballot_lets_everybody_be_turned_down(
    standing: int, seats: int, way: Way, method: object
) -> None:
    made = election(standing, seats, way)
    made.draw("salt")
    assert made.method() == method
    assert made.ballot()[-1].stance == ("abstain" if standing == 1 else NOBODY)


def test_the_order_is_drawn_anew_with_each_secret_and_is_nobodys_alphabet() -> None:
    firsts = set()
    for salt in range(60):
        made = election(3)
        made.draw(str(salt))
        assert [one.place for one in made.standing] == [1, 2, 3]
        firsts.add(made.standing[0].person.name)
    assert firsts == {"P1", "P2", "P3"}


def test_two_of_one_name_are_told_apart() -> None:
    made = election()
    for number in (1, 2):
        made.stand(Person(id=number, name="Ana"), NOW)[0].id = number
    made.draw("salt")
    assert [option.words for option in made.ballot()[:2]] == ["Ana", "Ana (2)"]


def test_one_alone_is_elected_turned_down_or_voted_about_again() -> None:
    for ballots, elected, tied in (
        ([{1: 1}, {1: 1}, {2: 1}], 1, 0),
        ([{1: 1}, {2: 1}, {2: 1}], 0, 0),
        ([{1: 1}, {2: 1}], 0, 1),
        ([], 0, 0),
    ):
        result = voted(election(1), ballots)
        assert (len(result.elected), len(result.tied)) == (elected, tied), ballots


def test_ranked_for_one_place_nobody_may_win() -> None:
    assert places(voted(election(2), [{1: 1}, {1: 1, 2: 2}, {2: 1}]).elected) == [1]
    assert voted(election(2), [{3: 1}, {3: 1}, {1: 1}]) == Result()
    assert places(voted(election(2), [{1: 1, 2: 2}, {2: 1, 1: 2}]).tied) == [1, 2]


def test_by_transferable_votes_places_after_nobody_stay_empty() -> None:
    made = election(3, 2)
    assert places(voted(made, [{1: 1}, {1: 1}, {2: 1}, {2: 1}, {3: 1}]).elected) == [1, 2]
    assert voted(election(3, 2), [{4: 1}] * 5 + [{1: 1}] * 2 + [{2: 1}]) == Result()
    assert voted(election(3, 2), [{4: 1}] * 5 + [{1: 1}, {2: 1}, {3: 1}]) == Result()


def test_where_a_lot_would_fall_all_who_are_left_run_off() -> None:
    """Between two of them it is who drops out, not who gets the place."""
    ballots = [{1: 1}] * 4 + [{2: 1}] * 3 + [{3: 1}] * 2 + [{4: 1}] * 2
    result = voted(election(4, 2), ballots)
    assert places(result.elected) == [1]
    assert places(result.tied) == [2, 3, 4]


def test_by_approval_one_needs_more_votes_than_nobody() -> None:
    made = election(3, 2, Way.APPROVAL)
    ballots = [{1: 1, 2: 1}, {1: 1}, {1: 1}, {4: 1}, {4: 1}]
    assert places(voted(made, ballots).elected) == [1]
    assert places(voted(election(2, 2), [{1: 1}, {3: 1}]).elected) == []


def test_by_approval_those_equal_for_the_last_place_run_off() -> None:
    made = election(3, 2, Way.APPROVAL)
    result = voted(made, [{1: 1, 2: 1}, {1: 1, 3: 1}, {1: 1}])
    assert (places(result.elected), places(result.tied)) == ([1], [2, 3])


def test_who_has_left_is_not_elected_and_named() -> None:
    made = election(2)
    made.draw("salt")
    gone = made.standing[0]
    decision_votes: list[Marks] = [{1: 1}, {1: 1}]
    method = dump_method(made.method())
    decision = Decision(
        title="Who?", opened_at=NOW, closes_at=NOW, options=made.ballot(), method=method
    )
    gone.withdrawn_at = NOW
    decision.rule = dump(Rule())
    decision.tally, decision.electorate = {None: 2}, 2
    decision.close(NOW, decision_votes)
    assert judge(made, decision) == Result(gone=(gone,))


@st.composite
def elections(draw: st.DrawFn) -> tuple[Election, list[dict[int, int]]]:
    standing, seats = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    made = election(standing, seats, draw(st.sampled_from(Way)))
    made.draw("salt")
    method, options = made.method(), len(made.ballot())
    if isinstance(method, Proposal):
        ballot = st.integers(1, options).map(lambda option: {option: 1})
    elif isinstance(method, Ranked):
        order = st.permutations(range(1, options + 1))
        ballot = st.tuples(order, st.integers(1, options)).map(
            lambda pair: {option: rank for rank, option in enumerate(pair[0][: pair[1]], 1)}
        )
    else:
        chosen = st.sets(st.integers(1, options), min_size=1, max_size=options - 1)
        ballot = chosen.map(lambda some: dict.fromkeys(some, 1))
    return made, draw(st.lists(ballot, max_size=9))


@given(elections())
def test_never_more_than_the_places_never_nobody_and_never_both(
    drawn: tuple[Election, list[dict[int, int]]],
) -> None:
    made, ballots = drawn
    result = voted(made, ballots)
    elected, tied = set(places(result.elected)), set(places(result.tied))
    assert len(elected) == len(result.elected) <= made.places
    assert elected | tied <= {one.place for one in made.standing}
    assert not elected & tied
    if tied:
        assert len(elected) < made.places
    if not ballots:
        assert result == Result()


@given(elections())
def test_whoever_all_turn_down_is_not_elected(
    drawn: tuple[Election, list[dict[int, int]]],
) -> None:
    made, ballots = drawn
    against = 2 if len(made.standing) == 1 else len(made.standing) + 1
    assert voted(made, [{against: 1} for _ in range(len(ballots) + 1)]).elected == ()
