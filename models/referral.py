"""Referrals: a council's item goes down to an assembly, and comes back as its mandate."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship, selectinload

from models.base import Base, Refused
from models.counting.mandates import Mandate, Shares
from models.person import Person
from models.seat import Seat

if TYPE_CHECKING:
    from models.decision import Decision
    from models.item import Item


class Stand(StrEnum):
    """How far an assembly is with an item."""

    HELD = "held"
    """It has not gone down: delegates speak freely, or nobody has said yet that it shall."""
    SENT = "sent"
    """It is on its way down."""
    ASKED = "asked"
    """It is being decided there."""
    GIVEN = "given"
    """It has come back with a mandate."""
    NONE = "none"
    """It has come back without: a tie, no quorum, nobody there."""
    SPOKEN = "spoken"
    """In a free item: the delegate has spoken, and nobody has ratified it yet."""
    GONE = "gone"
    """The assembly has left the council, or the item has been taken back."""


SETTLED = frozenset({Stand.GIVEN, Stand.NONE, Stand.GONE})


class Referral(Base):
    """One item of a council and one of its seats."""

    __tablename__ = "referrals"
    __table_args__ = (UniqueConstraint("item_id", "seat_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    weight: Mapped[int]
    """Frozen when it was sent."""
    stand: Mapped[Stand] = mapped_column(default=Stand.HELD)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    """What the assembly decides, or has decided, about it."""
    shares: Mapped[dict[str, Any] | None]
    """Which part of its vote goes to which option."""
    spoken_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Whose free word it was."""

    item: Mapped[Item] = relationship(foreign_keys=[item_id])
    decision: Mapped[Decision | None] = relationship(foreign_keys=[decision_id])
    seat: Mapped[Seat] = relationship(lazy="joined", innerjoin=True)
    spoken_by: Mapped[Person | None] = relationship()

    @property
    def is_settled(self) -> bool:
        """Nothing more comes back from there by itself."""
        return self.stand in SETTLED

    @property
    def may_be_sent(self) -> bool:
        """It can go down (again): nobody decides about it there, and the assembly sits here."""
        back = {Stand.HELD, Stand.SENT, Stand.NONE, Stand.GONE}
        return self.stand in back and self.seat.is_held

    @property
    def said(self) -> dict[str, Any] | None:
        """What counts of it, as it is kept; none without a mandate."""
        return self.shares if self.stand is Stand.GIVEN else None

    @property
    def mandate(self) -> Mandate:
        """What counts of it: nothing until the base has decided or ratified."""
        counts = self.stand is Stand.GIVEN
        return Mandate(self.weight, read_shares(self.shares) if counts else {})

    def ask(self, decision: Decision) -> None:
        """It is being decided there now."""
        self.decision, self.stand = decision, Stand.ASKED

    def settle(self, shares: Shares) -> None:
        """What the base has decided; nothing: it has given no mandate."""
        self.shares = kept_shares(shares) if shares else None
        self.stand = Stand.GIVEN if shares else Stand.NONE

    def speak(self, person: Person, place: int) -> bool:
        """A delegate's free word, which the base has yet to ratify; False if it was theirs."""
        if self.stand not in {Stand.HELD, Stand.SPOKEN}:
            raise Refused("item-not-free")
        shares = kept_shares({place: Fraction(1)})
        changed = (self.shares, self.spoken_by_id) != (shares, person.id)
        self.shares, self.spoken_by, self.stand = shares, person, Stand.SPOKEN
        return changed

    def ratify(self, *, ratified: bool) -> None:
        """The base stands by its delegate's word, or it falls."""
        self.stand = Stand.GIVEN if ratified else Stand.NONE

    def call_back(self) -> None:
        """It no longer counts."""
        self.stand = Stand.GONE

    @classmethod
    def fetch(
        cls, session: Session, ids: Collection[int], _people: Collection[int]
    ) -> Sequence[Referral]:
        """Referrals with their items and with what is decided about them: a fixed few queries."""
        whole = selectinload(cls.item), selectinload(cls.decision)
        return session.scalars(select(cls).where(cls.id.in_(ids)).options(*whole)).unique().all()


def kept_shares(shares: Shares) -> dict[str, Any]:
    """As a column keeps them."""
    return {str(place): str(share) for place, share in shares.items()}


def read_shares(kept: Mapping[str, str] | None) -> dict[int, Fraction]:
    """What was kept."""
    return {int(place): Fraction(share) for place, share in (kept or {}).items()}


def referrals_of(session: Session, items: Collection[int]) -> Sequence[Referral]:
    """All of some items, in the order of their seats."""
    query = select(Referral).where(Referral.item_id.in_(items))
    return session.scalars(query.order_by(Referral.seat_id)).unique().all()


def open_referrals(session: Session, seat: Seat) -> Sequence[Referral]:
    """What has gone down to a seat's assembly and is not back."""
    query = select(Referral).where(
        Referral.seat_id == seat.id, Referral.stand.not_in(list(SETTLED))
    )
    return session.scalars(query.order_by(Referral.id)).unique().all()


def to_be_sent(session: Session, item_id: int) -> Sequence[int]:
    """The ids of those that are on their way down."""
    query = select(Referral.id).where(Referral.item_id == item_id, Referral.stand == Stand.SENT)
    return session.scalars(query.order_by(Referral.seat_id)).all()


def still_out(session: Session, item_id: int, *, asked_again: bool) -> bool:
    """Whether any assembly has not come back, or without a mandate and can be `asked_again`."""
    done = [Stand.GIVEN, Stand.GONE, *([] if asked_again else [Stand.NONE])]
    query = select(Referral.id).where(Referral.item_id == item_id, Referral.stand.not_in(done))
    return session.execute(query.limit(1)).first() is not None


def referral_between(session: Session, item_id: int | None, seat_id: int) -> Referral | None:
    """How one assembly stood to an item."""
    query = select(Referral).where(Referral.item_id == item_id, Referral.seat_id == seat_id)
    return session.scalars(query).unique().first() if item_id is not None else None
