"""Items: what a council decides, computed from what its assemblies have decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlalchemy.orm import Mapped, Session, mapped_column, reconstructor

from models.base import Refused
from models.counting import Marks, Method, Outcome
from models.counting.mandates import Shares, Weighing, add_up, bound, split
from models.decision import Decision
from models.ending import Ending
from models.person import Person
from models.phrase import Moment
from models.referral import Referral, Stand, referrals_of
from models.seat import people_below, seats_in

SHORTEST = timedelta(hours=2)
"""Less is no time to decide anything, on any level."""
LONGEST_WAY = timedelta(days=1)
UNFIT = frozenset({"opinion"})


class Item(Decision):
    """A council's decision: nobody casts a ballot in it, its assemblies' mandates are its votes."""

    __mapper_args__ = {"polymorphic_identity": "item"}  # noqa: RUF012 - the mapper asks for it

    free: Mapped[bool | None] = mapped_column(default=False)
    """Delegates speak without a mandate, and what they say is ratified by their base, or falls."""
    weighing: Mapped[Weighing | None]
    """As the council's statutes had it when it was opened."""
    frozen_at: Mapped[datetime | None]
    """Since when a free item is with the base: delegates have spoken."""

    def __init__(self, **values: object) -> None:
        """Its mandates are public, and there is no box: it is never secret."""
        super().__init__(**values | {"secret": False})

    @reconstructor
    def _fresh(self) -> None:
        super()._fresh()
        self.referrals: Sequence[Referral] = ()
        """As of the last fetch."""

    @property
    def one_answer(self) -> bool:
        """What it says of each option is a number of votes."""
        return True

    @property
    def shows_tally(self) -> bool:
        """Mandates are public."""
        return True

    @property
    def cast_votes(self) -> int:
        """How much of the votes there are is in."""
        if self.result is not None:
            return int(self.result["ballots"])
        return sum(one.weight for one in self.referrals if one.mandate.given)

    @property
    def missing(self) -> int:
        """How many assemblies have given no mandate yet."""
        return sum(not one.mandate.given for one in self.lives)

    @property
    def lives(self) -> list[Referral]:
        """Those whose assemblies are still part of it."""
        return [one for one in self.referrals if one.stand is not Stand.GONE]

    @property
    def is_lowered(self) -> bool:
        """A council above asks for it, and says in the end what became of it."""
        return bool(self.consequence)

    def count(self, ballots: Iterable[Marks] = ()) -> Outcome:
        """What the mandates say; `referrals` must have been fetched."""
        return add_up(self.counting, [one.mandate for one in self.referrals], len(self.options))

    def must_admit(self, person: Person) -> None:
        """Nobody votes here as a person."""
        self.must_be_open()
        raise Refused("item-by-mandate")

    def is_settled(self) -> bool:
        """Every assembly has said what it says: nothing is to come.

        What came back without a mandate may be asked again, but not whether a word is ratified.
        """
        back = {Stand.GIVEN, Stand.NONE} if self.free else {Stand.GIVEN}
        return bool(self.lives) and all(one.stand in back for one in self.lives)

    def lacks_quorum(self) -> bool:
        """It does not go on by itself: what is missing is sent back by people."""
        return False

    def withdraw(self, now: datetime) -> None:
        """Take the question back, while no assembly has answered."""
        if any(one.stand in {Stand.GIVEN, Stand.SPOKEN} for one in self.lives):
            raise Refused("decision-voted-already")
        self.call_off(now)

    def must_be_free(self) -> None:
        """Refuse a delegate's word where the base speaks, or has the word by now."""
        self.must_be_open()
        if not self.free:
            raise Refused("item-by-mandate")
        if self.frozen_at is not None:
            raise Refused("item-frozen")

    def freeze(self, now: datetime) -> None:
        """The delegates have spoken: the base has as long again to ratify it."""
        length = max(self.closes_at - self.opened_at, SHORTEST)
        self.frozen_at, self.closes_at = now, now + length


def shares_of(decision: Decision, weighing: Weighing) -> Shares:
    """The mandate that an ended decision gives to whoever carries it up.

    A tie binds to nothing; where votes are split, its parts are equal.
    """
    splits = weighing is Weighing.SPLIT and decision.one_answer
    decided = {Ending.PASSED, Ending.REJECTED, Ending.CHOSEN}
    if decision.outcome not in decided | ({Ending.TIED} if splits else set()):
        return {}
    counted = decision.standing()
    if splits:
        return split(counted)
    return bound(decision.counting, counted, passed=decision.outcome is Ending.PASSED)


def must_fit(method: Method) -> None:
    """Refuse what assemblies cannot answer together."""
    if method.name in UNFIT or method.seats > 1:
        raise Refused("item-unfit")


def must_last(now: datetime, closes_at: datetime, levels: int) -> None:
    """Refuse what cannot go all the way down and come back in time."""
    if closes_at - now < time_needed(levels):
        raise Refused("item-too-short", earliest=Moment(now + time_needed(levels)))


def time_needed(levels: int) -> timedelta:
    """What it takes at least to go so many levels down and come back up."""
    return SHORTEST * max(levels, 1) * 2


def deadline_below(now: datetime, closes_at: datetime) -> datetime:
    """When those below must have decided: a quarter of the time, a day at most, is the way up."""
    return closes_at - min((closes_at - now) / 4, LONGEST_WAY)


def call_up(
    session: Session, item: Item, stand: Stand = Stand.SENT, *, but: Collection[int] = ()
) -> None:
    """Note every assembly of the council with the weight it has now; `but` those seats."""
    seats = [seat for seat in seats_in(session, [item.assembly_id]) if seat.id not in but]
    if not seats:
        return
    weighs = {seat.id: 1 for seat in seats}
    if item.weighing is not Weighing.EACH:
        people = people_below(session, [seat.assembly_id for seat in seats])
        weighs = {seat.id: people[seat.assembly_id] for seat in seats}
    rows = [
        {"item_id": item.id, "seat_id": seat.id, "weight": weighs[seat.id], "stand": stand}
        for seat in seats
    ]
    session.execute(insert(Referral), rows)


def fetch_mandates(session: Session, decisions: Sequence[Decision]) -> None:
    """Load what came back, of those that are items, in one query."""
    items = {one.id: one for one in decisions if isinstance(one, Item)}
    if not items:
        return
    found: dict[int, list[Referral]] = {number: [] for number in items}
    for referral in referrals_of(session, list(items)):
        found[referral.item_id].append(referral)
    for number, item in items.items():
        item.referrals = found[number]
        counted = item.standing()
        item.tally = {
            option.id: int(counted.totals.get(option.place, 0)) for option in item.options
        }
        if item.eligible is None:
            item.electorate = sum(one.weight for one in item.lives)
