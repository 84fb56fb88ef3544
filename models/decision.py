"""Decisions: a question, its options, and one ballot for each person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ForeignKey, UniqueConstraint, bindparam, select
from sqlalchemy.orm import (
    Mapped,
    Session,
    joinedload,
    lazyload,
    mapped_column,
    reconstructor,
    relationship,
)

from models.assembly import Assembly
from models.ballot import Ballot, fetch_ballots
from models.base import Base, Refused
from models.counting import Marks, Opinion, Outcome, Proposal, Vote
from models.counting.column import dump as dump_outcome
from models.counting.column import load as load_outcome
from models.counting.outcome import tallied
from models.counting.passing import Rule, Settled, settled_early
from models.counting.passing import load as load_rule
from models.ending import Ending, ending
from models.filling import one_answer
from models.option import Option
from models.person import Person
from models.phrase import Moment
from models.voting import Voting

RUNNING = frozenset({"choice", "times", "opinion"})
"""Methods with marks for each option whose tally is shown while people vote."""
MOST_OPTIONS = 10
LONGEST_OPTION = 80
FEWEST_SECRET = 5
"""Of fewer ballots in a secret vote it could be told whose are whose."""
USUAL_TIME = timedelta(days=3)


def must_be_enough(electorate: int) -> None:
    """Refuse a secret vote among so few that no result could ever be told."""
    if electorate < FEWEST_SECRET:
        raise Refused("secret-too-small", count=electorate, fewest=FEWEST_SECRET)


class Decision(Voting, Base):
    """A question that an assembly answers by voting."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    __mapper_args__ = {  # noqa: RUF012 - the mapper asks for a plain dict
        "polymorphic_on": "kind",
        "polymorphic_identity": "decision",
        "with_polymorphic": "*",
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(default="decision")
    """Whether people vote, or assemblies do."""
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    title: Mapped[str]
    about_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Whose name the title holds."""
    bare_title: Mapped[str] = mapped_column(default="")
    """The same without the name: what is left of it when they are forgotten."""
    opener_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    outcome: Mapped[Ending] = mapped_column(default=Ending.OPEN)
    consequence: Mapped[str] = mapped_column(default="")
    """Wire form of what the clock says once it has passed; empty: people act."""
    otherwise: Mapped[str] = mapped_column(default="")
    """Wire form of what the clock says once it has ended without passing; empty: nothing."""
    eligible: Mapped[int | None]
    """How many could vote when it closed."""
    entered: Mapped[int] = mapped_column(default=0)
    """How many of its ballots others had entered, when it closed."""
    binding: Mapped[bool] = mapped_column(default=False)
    """Its electorate was taken down when it opened."""
    secret: Mapped[bool] = mapped_column(default=False)
    """Nobody can tell whose ballot is whose."""
    method: Mapped[dict[str, Any] | None]
    """How it is voted and counted; none for a quick question."""
    rule: Mapped[dict[str, Any] | None]
    """When it passes; none for a simple majority."""
    present: Mapped[int | None]
    """How many were there, where the rule asks for it."""
    extended: Mapped[bool] = mapped_column(default=False)
    """It went on once for want of a quorum."""
    result: Mapped[dict[str, Any] | None]
    """What was counted at its close."""
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    """The decision of another assembly it comes from."""
    not_after: Mapped[datetime | None]
    """It is needed elsewhere by then: it does not go on for longer."""
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    """The version before this one."""
    replaced_by: Mapped[int | None]
    """The number of the version after this one."""
    statement: Mapped[str] = mapped_column(default="")
    """What follows from it, as somebody said."""
    stated_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    review_at: Mapped[datetime | None]
    """When it is looked at again."""
    reasons_for: Mapped[int] = mapped_column(default=0)
    """How many arguments there are for it."""
    reasons_against: Mapped[int] = mapped_column(default=0)

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    opener: Mapped[Person | None] = relationship(foreign_keys=[opener_id])
    origin: Mapped[Decision | None] = relationship(remote_side=[id], foreign_keys=[origin_id])
    replaces: Mapped[Decision | None] = relationship(remote_side=[id], foreign_keys=[replaces_id])
    stated_by: Mapped[Person | None] = relationship(foreign_keys=[stated_by_id])
    options: Mapped[list[Option]] = relationship(order_by=Option.place, lazy="selectin")

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self._fresh()

    @reconstructor
    def _fresh(self) -> None:
        self.at_hand: dict[int, Ballot] = {}
        """Ballots by person, as far as they were fetched."""
        self.asked_for: set[int] = set()
        """People whose ballots, and whose right to cast one, were fetched."""
        self.electors: set[int] = set()
        """Of these, who may vote; only where the electorate was taken down."""
        self.objections: list[Any] = []
        """Those that stand, as of the last fetch."""
        self.reasons: Sequence[str] = ()
        """Of those who objected in a secret vote that has ended, as of the last fetch."""
        self.tally: dict[int | None, int] = {}
        """Votes by option id, as of the last count; those that say something of each by None."""
        self.electorate = 0
        """Members who may vote, as of the last count."""
        self.marked: Sequence[Marks] = ()
        """Ballots that say something of each option, where their tally is shown meanwhile."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"decision:{self.id}"

    @property
    def cast_votes(self) -> int:
        """How many have voted, as of the last count."""
        return self.result["ballots"] if self.result is not None else sum(self.tally.values())

    @property
    def missing(self) -> int:
        """How many have not voted, as of the last count."""
        return max(self.electorate - self.cast_votes, 0)

    @property
    def passing(self) -> Rule:
        """When it passes."""
        return load_rule(self.rule) if self.rule is not None else Rule()

    @property
    def shows_tally(self) -> bool:
        """Votes are shown before its end; else people would vote by what others have voted."""
        if self.secret:
            return False
        return self.one_answer or self.counting.name in RUNNING

    def close(self, now: datetime, ballots: Iterable[Marks] = ()) -> None:
        """End the vote; `tally` must have been counted.

        `ballots`: those that say something of each option. What is binding, or what the clock acts
        upon, is not ended early while votes are missing that could change it; an opinion is.
        """
        if not self.is_open:
            raise Refused("decision-closed-already")
        early = now < self.closes_at and self.cast_votes < self.electorate
        decides = self.binding and not isinstance(self.counting, Opinion)
        if early and (self.consequence or decides) and not self.is_settled():
            key = "decision-takes-its-time" if self.consequence else "decision-runs-on"
            raise Refused(key, closes=Moment(self.closes_at))
        if self.secret and self.cast_votes < FEWEST_SECRET:
            self._end(now, Ending.TOO_FEW, Outcome(self.cast_votes, {}, {}))
            return
        counted = self.count(ballots)
        ended = ending(
            self.counting,
            self.passing,
            counted,
            options=len(self.options),
            electorate=self.electorate,
            present=self.present or self.cast_votes,
        )
        self._end(now, ended, counted)

    def _end(self, now: datetime, outcome: Ending, counted: Outcome) -> None:
        self.outcome, self.closed_at, self.eligible = outcome, now, self.electorate
        self.result = dump_outcome(counted) if self.method is not None else None

    def is_settled(self) -> bool:
        """Whether it may end early and does; `tally` must have been counted."""
        rule = self.passing
        if not rule.early or self.cast_votes >= self.electorate:
            return rule.early
        if not isinstance(self.counting, Proposal):
            return False
        yes, no, abstain = (int(self.count().totals.get(vote, 0)) for vote in Vote)
        sizes = {"electorate": self.electorate, "present": self.present or self.electorate}
        return settled_early(yes, no, abstain, **sizes, rule=rule) is not Settled.OPEN

    def extend(self, now: datetime) -> None:
        """Go on once more, for the same time, because too few have voted."""
        until = max(self.closes_at, now) + (self.closes_at - self.opened_at)
        self.closes_at = min(until, self.not_after or until)
        self.extended = True

    def lacks_quorum(self) -> bool:
        """Whether it is to go on, were its time up; `tally` must have been counted."""
        rule = self.passing
        if not rule.extends or self.extended or isinstance(self.counting, Opinion):
            return False
        needed_now = self.not_after is not None and self.not_after <= self.closes_at
        return not needed_now and self.cast_votes < rule.needed(self.electorate)

    def withdraw(self, now: datetime) -> None:
        """Take the question back, while nobody but the opener has answered."""
        if not self.is_open:
            raise Refused("decision-closed-already")
        if self.secret:
            raise Refused("secret-stays")
        own = self.opener_id in self.at_hand
        if any(person != self.opener_id for person in self.at_hand) or self.cast_votes > own:
            raise Refused("decision-voted-already")
        self.call_off(now)

    def give_way(self, number: int, now: datetime) -> bool:
        """Name the version after it, and be called off; False if it had ended before."""
        self.replaced_by = number
        if not self.is_open:
            return False
        self.call_off(now)
        return True

    def call_off(self, now: datetime) -> None:
        """End without an answer: nobody needs one any more."""
        self.must_be_open()
        self.closed_at, self.outcome, self.eligible = now, Ending.WITHDRAWN, self.electorate

    def count(self, ballots: Iterable[Marks] = ()) -> Outcome:
        """What the votes say; without `ballots`, those counted in `tally`."""
        method = self.counting
        if one_answer(method):
            votes = {option.place: self.tally.get(option.id, 0) for option in self.options}
            return method.judge(tallied(votes, len(self.options)))
        return method.count(ballots, len(self.options))

    def standing(self) -> Outcome:
        """What was counted at its close; meanwhile, what the votes that are shown say."""
        return load_outcome(self.result) if self.result is not None else self.count(self.marked)

    def leading(self) -> list[Option]:
        """The options that have won, or that are equal, as of the last count."""
        counted = self.standing()
        return [self.options[place - 1] for place in counted.winners or counted.tied]

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], person: Person
    ) -> Sequence[Decision]:
        """Open decisions, the one that ends first leading."""
        query = select(cls).where(cls.assembly_id.in_(assemblies), cls.closed_at.is_(None))
        return session.scalars(query.order_by(cls.closes_at, cls.id)).all()

    @classmethod
    def fetch(
        cls, session: Session, ids: Collection[int], people: Collection[int]
    ) -> Sequence[Decision]:
        """Decisions with their options, and these people's ballots."""
        found = session.scalars(DECISIONS, {"named": list(ids)}).unique().all()
        fetch_ballots(session, found, people)
        return found


# Put together once: building a statement costs as much as running it.
_NAMED: BindParameter[Any] = bindparam("named", expanding=True)
DECISIONS = (
    select(Decision)
    .where(Decision.id.in_(_NAMED))
    # Their assemblies are known by then: of the chat, or of whoever presses.
    .options(joinedload(Decision.options), lazyload(Decision.assembly))
)
