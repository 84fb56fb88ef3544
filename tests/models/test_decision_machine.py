"""A decision, opened, voted in, left, extended and closed in any order, beside a plain dict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import Store, keys
from models.assembly import Assembly, Membership
from models.ballot import fetch_ballots
from models.ballots import count, drop_votes, marks_of, missing_voters, take_down
from models.base import Base, Refused
from models.belonging import enter
from models.counting import Choice, Method, Proposal, Score
from models.counting.column import dump_method
from models.counting.passing import Rule, dump
from models.decision import Decision
from models.ending import Ending, ending
from models.option import Option
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
LENGTH = timedelta(days=3)
METHODS: tuple[Method, ...] = (Proposal(), Choice(), Choice(most=2), Score())
RULES = (Rule(), Rule(quorum=Rule().quorum + 1, extends=True), Rule(early=True))
PLACES = (1, 2, 3)
PEOPLE = st.integers(0, 5)


class Life(RuleBasedStateMachine):
    """One decision, and what is to come of it."""

    store: Store

    def __init__(self) -> None:
        super().__init__()
        self.people: list[int] = []
        self.members: set[int] = set()
        self.electors: set[int] = set()
        self.votes: dict[int, dict[int, int]] = {}
        self.open = self.extended = False
        self.decision = 0
        with self.store.session() as session, session.begin():
            home = Assembly(name="Wedding", language="en", zone="UTC", founded_at=NOW)
            session.add(home)
            session.flush()
            self.home = home.id
            for name in "abcdef":
                person = Person(name=name)
                session.add(person)
                session.flush()
                self.people.append(person.id)
        for who in (0, 1, 2):
            self.join(who)

    @rule(who=PEOPLE)
    def join(self, who: int) -> None:
        """Somebody comes: after the opening of a binding decision without a vote in it."""
        with self.store.session() as session, session.begin():
            home = session.get_one(Assembly, self.home)
            enter(session, session.get_one(Person, self.people[who]), home, NOW)
        self.members.add(who)

    @rule(who=PEOPLE)
    def leave(self, who: int) -> None:
        """Somebody goes, and their vote with them."""
        if who not in self.members:
            return
        with self.store.session() as session, session.begin():
            query = select(Membership).where(
                Membership.person_id == self.people[who], Membership.assembly_id == self.home
            )
            held = session.scalars(query).one()
            held.leave(NOW)
            drop_votes(session, held)
        self.members.discard(who)
        if self.open:
            self.electors.discard(who)
            self.votes.pop(who, None)

    @initialize(method=st.sampled_from(METHODS), rule=st.sampled_from(RULES), binding=st.booleans())
    def begin(self, method: Method, rule: Rule, binding: bool) -> None:
        """It is put to the vote."""
        self.method, self.rule, self.binding = method, rule, binding
        self.closes_at = NOW + LENGTH
        stances = ("yes", "no", "abstain") if isinstance(method, Proposal) else ("", "", "")
        with self.store.session() as session, session.begin():
            decision = Decision(
                assembly_id=self.home,
                number=1,
                title="?",
                opened_at=NOW,
                closes_at=self.closes_at,
                binding=binding,
                method=dump_method(method),
                rule=dump(rule),
                options=[
                    Option(place=n, stance=stance, words="" if stance else f"w{n}")
                    for n, stance in enumerate(stances, 1)
                ],
            )
            session.add(decision)
            session.flush()
            take_down(session, decision)
            self.decision = decision.id
        self.open, self.electors = True, set(self.members)

    @rule(who=PEOPLE, marks=st.dictionaries(st.sampled_from(PLACES), st.integers(0, 6), max_size=3))
    def fill(self, who: int, marks: dict[int, int]) -> None:
        """Somebody votes with marks, good ones or bad."""
        self._vote(who, marks, by_option=False)

    @rule(who=PEOPLE, place=st.sampled_from(PLACES))
    def cast(self, who: int, place: int) -> None:
        """Somebody presses an answer."""
        self._vote(who, {place: 1}, by_option=True)

    def _vote(self, who: int, marks: dict[int, int], *, by_option: bool) -> None:
        if not (self.binding or who in self.members):
            return  # of a quick question, strangers are told apart by the right to say the line
        with self.store.session() as session, session.begin():
            decision = self._read(session, who)
            person = session.get_one(Person, self.people[who])
            before = person.id in decision.at_hand
            try:
                if by_option:
                    decision.cast(person, decision.options[next(iter(marks)) - 1])
                else:
                    decision.fill(person, marks)
            except Refused:
                counts = False
            else:
                counts = True
                if not before:
                    session.add(decision.at_hand[person.id])
        assert counts == (self._may(who) and self._good(marks, by_option=by_option))
        if counts:
            self.votes[who] = marks

    def _may(self, who: int) -> bool:
        return self.open and (not self.binding or who in self.electors)

    def _good(self, marks: dict[int, int], *, by_option: bool) -> bool:
        one = not isinstance(self.method, Score) and getattr(self.method, "most", 1) == 1
        if by_option:
            return one
        if isinstance(self.method, Score):
            return bool(marks) and max(marks.values()) <= 5
        most = getattr(self.method, "most", 1)
        return 1 <= len(marks) <= most and set(marks.values()) == {1}

    @rule(who=PEOPLE)
    def take_back(self, who: int) -> None:
        """Somebody takes their vote back."""
        with self.store.session() as session, session.begin():
            decision = self._read(session, who)
            try:
                person = session.get_one(Person, self.people[who])
                session.delete(decision.take_back(person))
                taken = True
            except Refused:
                taken = False
        assert taken == (self.open and who in self.votes)
        if taken:
            del self.votes[who]

    @rule()
    def time_is_up(self) -> None:
        """Its end has come: it goes on once for want of a quorum, or is closed."""
        if not self.open:
            return
        few = len(self.votes) < self.rule.needed(self._electorate())
        with self.store.session() as session, session.begin():
            decision = self._read(session, 0)
            count(session, [decision])
            goes_on = decision.lacks_quorum()
            if goes_on:
                decision.extend(self.closes_at)
            else:
                decision.close(self.closes_at, marks_of(session, decision))
        assert goes_on == (few and self.rule.extends and not self.extended)
        if goes_on:
            self.extended, self.closes_at = True, self.closes_at + LENGTH
        else:
            self._ended()

    @rule()
    def close(self) -> None:
        """Somebody would close it early."""
        everybody = len(self.votes) >= self._electorate()
        with self.store.session() as session, session.begin():
            decision = self._read(session, 0)
            count(session, [decision])
            settled = decision.is_settled()
            try:
                decision.close(NOW, marks_of(session, decision))
                closed = True
            except Refused:
                closed = False
        assert closed == (self.open and (not self.binding or everybody or settled))
        if closed:
            self._ended()

    def _ended(self) -> None:
        self.size = self._electorate()
        self.open = False

    def _electorate(self) -> int:
        if not self.open:
            return self.size
        return len(self.electors if self.binding else self.members)

    def _read(self, session: Session, who: int) -> Decision:
        decision = session.get_one(Decision, self.decision)
        fetch_ballots(session, [decision], [self.people[who]])
        return decision

    @invariant()
    def it_is_as_the_dict_says(self) -> None:
        """Votes, voters, who is missing, and the end."""
        with self.store.session() as session:
            decision = session.get_one(Decision, self.decision)
            count(session, [decision])
            assert decision.is_open == self.open
            assert (decision.cast_votes, decision.electorate) == (
                len(self.votes),
                self._electorate(),
            )
            if self.open:
                assert decision.closes_at == self.closes_at
                may = self.electors if self.binding else self.members
                missing = {person.id for person in missing_voters(session, decision)}
                assert missing == {self.people[who] for who in may - self.votes.keys()}
                assert decision.outcome is Ending.OPEN
                return
            counted = self.method.count(self.votes.values(), len(PLACES))
            assert decision.outcome is ending(
                self.method,
                self.rule,
                counted,
                options=len(PLACES),
                electorate=self.size,
                present=len(self.votes),
            )
            won = counted.winners or counted.tied
            assert [option.place for option in decision.leading()] == list(won)


@pytest.fixture
def tables(database_url: str, tmp_path: Path) -> Iterator[Store]:
    """Empty tables."""
    store = Store(database_url, keys(tmp_path))
    Base.metadata.create_all(store.engine)
    yield store
    store.close()


def test_a_decision_is_what_a_plain_dict_says(tables: Store) -> None:
    class Here(Life):
        store = tables

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
