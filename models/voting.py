"""Voting: what members do with their ballots while a decision is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.assembly import Sort
from models.ballot import Ballot, kept_marks, read_marks
from models.base import Refused
from models.counting import Choice, Marks, Method, Proposal
from models.counting.column import load_method
from models.filling import one_answer
from models.option import Option
from models.person import Person


class Voting:
    """The part of a decision that ballots go into."""

    if TYPE_CHECKING:
        id: Any
        assembly: Any
        binding: Any
        secret: Any
        options: Any
        at_hand: dict[int, Ballot]
        electors: set[int]
        method: Any
        closed_at: Any

    @property
    def is_open(self) -> bool:
        """Votes count."""
        return self.closed_at is None

    @property
    def counting(self) -> Method:
        """How its ballots are read and counted."""
        if self.method is not None:
            return load_method(self.method)
        return Proposal() if self.options[0].stance else Choice()

    @property
    def one_answer(self) -> bool:
        """A vote is one of the options."""
        return self.method is None or one_answer(self.counting)

    def cast(self, person: Person, option: Option) -> bool:
        """Vote, or vote differently; False when that was the vote already.

        Until it is closed, late or not: what waited while the bot was away counts.
        """
        self.must_admit(person)
        if not self.one_answer:
            raise Refused("refused-not-there")
        if option not in self.options:
            raise Refused("refused-not-there")
        return self._put(person, option.id, None)

    def fill(self, person: Person, marks: Marks) -> bool:
        """Vote with a mark for each option; False when that was the vote already."""
        self.must_admit(person)
        return self._mark(person, marks)

    def enter(self, person: Person, caster: Person, marks: Marks) -> bool:
        """Vote for somebody who was there or on the phone, unless they have voted themselves."""
        self.must_be_open()
        if self.secret:
            raise Refused("ballot-secret-for-nobody")
        if person.id == caster.id:
            raise Refused("ballot-for-oneself")
        if self.binding and person.id not in self.electors:
            raise Refused("ballot-not-theirs", person=person.name)
        before = self.at_hand.get(person.id)
        if before is not None and before.caster_id is None:
            raise Refused("ballot-voted-themselves", person=person.name)
        changed = self._mark(person, marks)
        self.at_hand[person.id].caster_id = caster.id
        return changed

    def _mark(self, person: Person, marks: Marks) -> bool:
        self.counting.check(marks, len(self.options))
        if self.one_answer:
            return self._put(person, self.options[next(iter(marks)) - 1].id, None)
        return self._put(person, None, kept_marks(marks))

    def _put(self, person: Person, option_id: int | None, marks: dict[str, Any] | None) -> bool:
        ballot = self.at_hand.get(person.id)
        if ballot is None:
            self.at_hand[person.id] = Ballot(
                decision_id=self.id, person_id=person.id, option_id=option_id, marks=marks
            )
            return True
        changed = (ballot.option_id, ballot.marks) != (option_id, marks)
        ballot.option_id, ballot.marks, ballot.caster_id = option_id, marks, None
        return changed

    def take_back(self, person: Person) -> Ballot:
        """The vote that no longer counts."""
        self.must_be_open()
        if self.secret:
            raise Refused("secret-final")
        if person.id not in self.at_hand:
            raise Refused("decision-no-vote-yet")
        return self.at_hand.pop(person.id)

    def marks_of(self, person: Person) -> Marks:
        """What this person has voted, of those whose ballots are at hand; empty: nothing yet."""
        ballot = self.at_hand.get(person.id)
        if ballot is None:
            return {}
        places = {option.id: option.place for option in self.options}
        if ballot.option_id is not None:
            return {places[ballot.option_id]: 1}
        return read_marks(ballot.marks or {})

    def must_admit(self, person: Person) -> None:
        """Refuse whoever cannot vote in it, here and by name."""
        self.must_be_open()
        if self.secret:
            raise Refused("ballot-secret-apart")
        if self.binding and person.id not in self.electors:
            raise self.not_theirs()

    def not_theirs(self) -> Refused:
        """What is said to whoever has no vote in it."""
        council = self.assembly.sort is Sort.COUNCIL
        return Refused("decision-not-delegate" if council else "decision-not-elector")

    def must_be_open(self) -> None:
        """Refuse what comes after its end."""
        if not self.is_open:
            raise Refused("decision-closed-already")
