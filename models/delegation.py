"""Delegates: whom an assembly sends to a council, and until when."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly, Membership
from models.base import Base, Refused
from models.belonging import enter, membership_of
from models.person import Person
from models.seat import Seat
from models.statutes import statutes_of

MOST_TERMS = 20
"""No rule looks further back."""


class Delegation(Base):
    """One person in one seat, as delegate or as deputy, for a term."""

    __tablename__ = "delegations"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    """The one that sends."""
    number: Mapped[int]
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    deputy: Mapped[bool] = mapped_column(default=False)
    """Moves up when the delegate is gone, and speaks while they are silent."""
    since: Mapped[datetime]
    until: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    seat: Mapped[Seat] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def assembly(self) -> Assembly:
        """The one that sends."""
        return self.seat.assembly

    @property
    def council(self) -> Assembly:
        """Where they are sent."""
        return self.seat.council

    @property
    def title(self) -> str:
        """Who goes where."""
        return f"{self.person.name} → {self.council.name}"

    @property
    def is_live(self) -> bool:
        """It has not ended."""
        return self.ended_at is None

    def seen_by(self, person: object, memberships: Sequence[Membership]) -> bool:
        """By those who sit there and by those who send them."""
        return self.seat.seen_by(person, memberships)

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], person: Person
    ) -> Sequence[Delegation]:
        """Those whom these assemblies send now."""
        query = select(cls).where(cls.assembly_id.in_(assemblies), cls.ended_at.is_(None))
        return session.scalars(query.order_by(cls.number, cls.id)).unique().all()


def delegates(session: Session, assemblies: Collection[int]) -> Sequence[Delegation]:
    """Everyone whom these assemblies send or who is sent to them now; delegates first."""
    query = (
        select(Delegation)
        .join(Seat, Seat.id == Delegation.seat_id)
        .where(
            or_(Seat.assembly_id.in_(assemblies), Seat.council_id.in_(assemblies)),
            Delegation.ended_at.is_(None),
        )
    )
    ordered = query.order_by(Delegation.seat_id, Delegation.deputy, Delegation.id)
    return session.scalars(ordered).unique().all()


def sent_to(council_id: int) -> Select[int]:
    """Ids of the people who are sent to a council now, deputies among them."""
    people = select(Delegation.person_id).join(Seat, Seat.id == Delegation.seat_id)
    return people.where(Seat.council_id == council_id, Delegation.ended_at.is_(None))


def delegates_in(council_id: int) -> Select[int]:
    """Ids of the people who sit in a council, deputies apart."""
    return sent_to(council_id).where(Delegation.deputy.is_(False))


def in_seat(session: Session, seat: Seat, *, deputy: bool = False) -> Delegation | None:
    """Who sits there now, or who would move up."""
    session.flush()
    query = select(Delegation).where(
        Delegation.seat_id == seat.id,
        Delegation.deputy.is_(deputy),
        Delegation.ended_at.is_(None),
    )
    return session.scalars(query).unique().first()


def delegates_of(session: Session, seats: Collection[int]) -> dict[int, Person]:
    """By seat, who sits there now, deputies apart; one query."""
    query = select(Delegation).where(
        Delegation.seat_id.in_(seats),
        Delegation.deputy.is_(False),
        Delegation.ended_at.is_(None),
    )
    return {one.seat_id: one.person for one in session.scalars(query).unique()}


def speaks_for(session: Session, person: Person, council: Assembly) -> Sequence[Delegation]:
    """The seats of a council in which this person sits, as delegate or deputy."""
    query = (
        select(Delegation)
        .join(Seat, Seat.id == Delegation.seat_id)
        .where(
            Seat.council_id == council.id,
            Delegation.person_id == person.id,
            Delegation.ended_at.is_(None),
        )
    )
    return session.scalars(query.order_by(Delegation.deputy, Delegation.id)).unique().all()


def beside_oneself(session: Session, person: Person) -> Sequence[Delegation]:
    """Where somebody would be their own deputy: two who sat there are one human."""
    sits = select(Delegation.seat_id).where(
        Delegation.person_id == person.id,
        Delegation.deputy.is_(False),
        Delegation.ended_at.is_(None),
    )
    query = select(Delegation).where(
        Delegation.person_id == person.id,
        Delegation.deputy,
        Delegation.ended_at.is_(None),
        Delegation.seat_id.in_(sits),
    )
    return session.scalars(query.order_by(Delegation.id)).unique().all()


def delegations_of(session: Session, membership: Membership) -> Sequence[Delegation]:
    """What hangs on a membership: being sent by this assembly, or to it."""
    query = (
        select(Delegation)
        .join(Seat, Seat.id == Delegation.seat_id)
        .where(
            Delegation.person_id == membership.person_id,
            Delegation.ended_at.is_(None),
            or_(
                Seat.assembly_id == membership.assembly_id,
                Seat.council_id == membership.assembly_id,
            ),
        )
    )
    return session.scalars(query.order_by(Delegation.id)).unique().all()


def terms_in_a_row(session: Session, seat: Seat, person: Person) -> int:
    """How many of the last terms in this seat were this person's, without a break."""
    query = (
        select(Delegation.person_id)
        .where(Delegation.seat_id == seat.id, Delegation.deputy.is_(False))
        .order_by(Delegation.since.desc(), Delegation.id.desc())
    )
    count = 0
    for who in session.scalars(query.limit(MOST_TERMS)):
        if who != person.id:
            break
        count += 1
    return count


def must_rotate(session: Session, seat: Seat, person: Person) -> None:
    """Refuse whoever has held a seat as often in a row as the statutes have it."""
    most = statutes_of(session, seat.assembly).rotation
    terms = terms_in_a_row(session, seat, person)
    if most and terms >= most:
        raise Refused("delegation-enough", person=person.name, terms=terms)


def send(
    session: Session,
    seat: Seat,
    person: Person,
    now: datetime,
    *,
    deputy: bool = False,
    until: datetime | None = None,
) -> tuple[Delegation, Delegation | None]:
    """Put somebody into a seat for a term; and whom they replace, if anybody."""
    seat.must_be_held()
    if membership_of(session, person, seat.assembly) is None:
        raise Refused("refused-person", typed=person.name)
    before = in_seat(session, seat, deputy=deputy)
    fresh = Delegation(
        assembly_id=seat.assembly_id,
        number=seat.assembly.next_number("delegation"),
        seat=seat,
        person=person,
        deputy=deputy,
        since=now,
        until=until or seat.assembly.term_from(now),
    )
    session.add(fresh)
    enter(session, person, seat.council, now)
    if before is not None:
        end(session, before, now)
    return fresh, before


def end(session: Session, delegation: Delegation, now: datetime) -> None:
    """End a delegation; who sits in the council for nobody else belongs there no longer."""
    if not delegation.is_live:
        raise Refused("delegation-over")
    delegation.ended_at = now
    session.flush()
    membership = membership_of(session, delegation.person, delegation.council)
    if membership is not None and not speaks_for(session, delegation.person, delegation.council):
        membership.leave(now)


def relieve(session: Session, council: Assembly, now: datetime) -> Sequence[Membership]:
    """Once somebody has been sent, a council is theirs: whoever only founded it has left."""
    session.flush()
    sitting = sent_to(council.id)
    query = select(Membership).where(
        Membership.assembly_id == council.id,
        Membership.left_at.is_(None),
        Membership.person_id.not_in(sitting),
        sitting.exists(),
    )
    found = session.scalars(query.order_by(Membership.id)).unique().all()
    for membership in found:
        membership.leave(now)
    return found


def move_up(session: Session, seat: Seat, now: datetime) -> Delegation | None:
    """Where the seat has become empty, its deputy is the delegate from now on."""
    if in_seat(session, seat) is not None:
        return None
    deputy = in_seat(session, seat, deputy=True)
    if deputy is not None:
        deputy.deputy, deputy.since = False, now
    return deputy
