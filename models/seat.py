"""Seats: councils are assemblies of assemblies, and each of them holds a seat there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    CTE,
    ColumnElement,
    ForeignKey,
    UniqueConstraint,
    and_,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship

from models.assembly import Assembly, Membership, Sort
from models.base import Base, Refused
from models.phrase import Command

MOST_NAMED = 20
INSISTING = timedelta(days=14)
"""An assembly that has not answered is not invited again before."""


class Seat(Base):
    """An assembly's place in a council; it is there once the assembly has said yes."""

    __tablename__ = "seats"
    __table_args__ = (
        UniqueConstraint("assembly_id", "number"),
        UniqueConstraint("council_id", "assembly_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    """The one that holds it."""
    number: Mapped[int]
    council_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    invited_at: Mapped[datetime]
    since: Mapped[datetime | None]
    """None: invited, and not decided yet."""
    ended_at: Mapped[datetime | None]

    assembly: Mapped[Assembly] = relationship(
        foreign_keys=[assembly_id], lazy="joined", innerjoin=True
    )
    council: Mapped[Assembly] = relationship(
        foreign_keys=[council_id], lazy="joined", innerjoin=True
    )

    @property
    def title(self) -> str:
        """Where it is."""
        return self.council.name

    @property
    def is_held(self) -> bool:
        """The assembly sits there now."""
        return self.since is not None and self.ended_at is None

    def seen_by(self, _person: object, memberships: Sequence[Membership]) -> bool:
        """By those who sit there and by those who send them."""
        mine = {membership.assembly_id for membership in memberships}
        return bool(mine & {self.assembly_id, self.council_id})

    def must_be_asked(self) -> None:
        """Refuse an answer where nothing is asked any more."""
        if self.is_held:
            raise Refused("seat-held", council=self.council.name)
        if self.council.closed_at is not None or self.ended_at is not None:
            raise Refused("seat-not-offered")

    def must_be_held(self) -> None:
        """Refuse what only those can do who sit there."""
        if not self.is_held:
            raise Refused("seat-not-held", council=self.council.name)

    def invite(self, now: datetime) -> None:
        """Ask the assembly (again) whether it wants to sit there."""
        if self.is_held:
            raise Refused("seat-held-by", assembly=self.assembly.name)
        # Who sat there and has left had answered: it can be asked anew, and then not again at once.
        answered = self.ended_at is not None
        if not answered and self.invited_at is not None and now < self.invited_at + INSISTING:
            raise Refused("seat-invited-already", assembly=self.assembly.name)
        self.invited_at, self.since, self.ended_at = now, None, None

    def take(self, now: datetime) -> None:
        """The assembly has said yes."""
        self.must_be_asked()
        self.since = now

    def give_up(self, now: datetime) -> None:
        """The assembly sits there no longer."""
        self.must_be_held()
        self.ended_at = now

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], _person: object
    ) -> Sequence[Seat]:
        """Those that these assemblies hold now, by council."""
        return seats_held(session, assemblies)


def _held() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (Seat.since.is_not(None), Seat.ended_at.is_(None))


def seats_held(session: Session, assemblies: Collection[int]) -> Sequence[Seat]:
    """Where these assemblies sit."""
    query = select(Seat).where(Seat.assembly_id.in_(assemblies), *_held())
    return session.scalars(query.order_by(Seat.id)).unique().all()


def seats_in(session: Session, councils: Collection[int]) -> Sequence[Seat]:
    """Who sits in these councils."""
    query = select(Seat).where(Seat.council_id.in_(councils), *_held())
    return session.scalars(query.order_by(Seat.id)).unique().all()


def named(session: Session, name: str, mine: Collection[Assembly]) -> Sequence[Assembly]:
    """Assemblies of this name that are not hidden, or to which one belongs."""
    own = [one.id for one in mine if one.name.casefold() == name.casefold()]
    same = or_(Assembly.name == name, func.lower(Assembly.name) == name.lower())
    shown = and_(same, Assembly.hidden.is_(False))
    query = select(Assembly).where(or_(shown, Assembly.id.in_(own)), Assembly.closed_at.is_(None))
    return session.scalars(query.order_by(Assembly.id).limit(MOST_NAMED)).all()


def invitable(session: Session, council: Assembly, mine: Collection[int]) -> Sequence[Assembly]:
    """Assemblies that could be invited: one's own, and those that show themselves to anybody."""
    there = select(Seat.assembly_id).where(Seat.council_id == council.id, Seat.ended_at.is_(None))
    shown = and_(Assembly.listed.is_(True), Assembly.hidden.is_(False))
    query = select(Assembly).where(
        or_(shown, Assembly.id.in_(mine)),
        Assembly.id.not_in(there),
        Assembly.id != council.id,
        Assembly.closed_at.is_(None),
    )
    return session.scalars(query.order_by(Assembly.name, Assembly.id).limit(MOST_NAMED)).all()


def seat_for(session: Session, council: Assembly, guest: Assembly, now: datetime) -> Seat:
    """The place that is offered: the one it had before, or a new one."""
    if guest is council or guest.closed_at is not None:
        raise Refused("refused-not-there")
    if is_below(session, council, guest):
        raise Refused("seat-circle", assembly=guest.name, council=council.name)
    query = select(Seat).where(Seat.council_id == council.id, Seat.assembly_id == guest.id)
    known = session.scalars(query).unique().first()
    if known is not None:
        known.invite(now)
        return known
    fresh = Seat(assembly=guest, number=guest.next_number("seat"), council=council, invited_at=now)
    session.add(fresh)
    return fresh


def must_be_council(assembly: Assembly) -> None:
    """Refuse what only councils do."""
    if assembly.sort is not Sort.COUNCIL:
        raise Refused("refused-council-only", command=Command("council"))


def is_deserted(session: Session, assembly: Assembly) -> bool:
    """Whether nobody belongs to a council, and no assembly that could send somebody sits there."""
    if assembly.sort is not Sort.COUNCIL:
        return False
    members = select(Membership.id).where(
        Membership.assembly_id == assembly.id, Membership.left_at.is_(None)
    )
    seats = select(Seat.id).where(Seat.council_id == assembly.id, *_held())
    query = select(or_(members.exists(), seats.exists()))
    return not session.execute(query).scalar_one()


def is_below(session: Session, assembly: Assembly, council: Assembly) -> bool:
    """Whether an assembly sits in a council, or in one that does, at any depth."""
    return stands_behind(session, [assembly.id], council)


def stands_behind(session: Session, assemblies: Collection[int], council: Assembly) -> bool:
    """Whether one of these assemblies sits in a council, or in one that does, at any depth."""
    found = _beneath([council.id])
    query = select(found.c.assembly_id).where(found.c.assembly_id.in_(assemblies))
    return session.execute(query.limit(1)).first() is not None


def people_below(session: Session, assemblies: Collection[int]) -> dict[int, int]:
    """By assembly, how many people stand behind it: of a council, the members of its base.

    Whoever belongs to two assemblies of one base is one person.
    """
    found = _beneath(assemblies)
    base = aliased(Assembly)
    query = (
        select(found.c.root, func.count(Membership.person_id.distinct()))
        .join(base, base.id == found.c.assembly_id)
        .join(Membership, Membership.assembly_id == base.id)
        .where(base.sort != Sort.COUNCIL, Membership.left_at.is_(None))
        .group_by(found.c.root)
    )
    counted = {root: number for root, number in session.execute(query)}  # noqa: C416
    return {assembly: counted.get(assembly, 0) for assembly in assemblies}


def levels_below(session: Session, council: Assembly) -> int:
    """How many levels of councils and base lie under a council; 0: nobody sits in it."""
    session.flush()
    # From the table and not from the number itself: its type is that of the next step's.
    start = select(Assembly.id.label("assembly_id"), literal(0).label("depth"))
    found = start.where(Assembly.id == council.id).cte("depths", recursive=True)
    step = (
        select(Seat.assembly_id, found.c.depth + 1)
        .join(found, Seat.council_id == found.c.assembly_id)
        .where(*_held())
    )
    depths = found.union(step)
    return session.execute(select(func.max(depths.c.depth))).scalar_one() or 0


def seats_beneath(session: Session, councils: Collection[int]) -> Sequence[Seat]:
    """Every seat in some councils and in those beneath them, at any depth."""
    found = _beneath(councils)
    query = select(Seat).where(Seat.council_id.in_(select(found.c.assembly_id)), *_held())
    return session.scalars(query.order_by(Seat.id)).unique().all()


def seats_above(session: Session, assembly: Assembly) -> Sequence[Seat]:
    """Every seat by which an assembly takes part in councils, itself or through others."""
    start = select(Assembly.id.label("assembly_id")).where(Assembly.id == assembly.id)
    found = start.cte("above", recursive=True)
    step = select(Seat.council_id).join(found, Seat.assembly_id == found.c.assembly_id)
    over = found.union(step.where(*_held()))
    query = select(Seat).where(Seat.assembly_id.in_(select(over.c.assembly_id)), *_held())
    return session.scalars(query.order_by(Seat.id)).unique().all()


def _beneath(roots: Collection[int]) -> CTE:
    """Rows (root, assembly) of everything under some assemblies, each of them included."""
    start = select(Assembly.id.label("root"), Assembly.id.label("assembly_id"))
    found = start.where(Assembly.id.in_(roots)).cte("beneath", recursive=True)
    step = (
        select(found.c.root, Seat.assembly_id)
        .join(found, Seat.council_id == found.c.assembly_id)
        .where(*_held())
    )
    return found.union(step)
