"""Reports: what delegates owe those who sent them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, and_, func, or_, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship

from models.assembly import Assembly, Membership
from models.base import Base
from models.delegation import Delegation
from models.meeting import Meeting, Plan
from models.person import Person
from models.seat import Seat
from models.statutes import USUAL, Article, Statutes

ASKED_AFTER = timedelta(hours=3)
"""After a council's meeting has begun, its delegates are asked for their reports."""
LAPSES = timedelta(days=30)
"""After that nobody asks for a report any more."""
MOST_MISSES = 9
"""Nobody counts further."""


class Report(Base):
    """What a delegate tells the assembly that sent them."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    """The one that sent, and reads."""
    number: Mapped[int]
    council_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    written_at: Mapped[datetime] = mapped_column(index=True)
    text: Mapped[str]

    assembly: Mapped[Assembly] = relationship(
        foreign_keys=[assembly_id], lazy="joined", innerjoin=True
    )
    council: Mapped[Assembly] = relationship(
        foreign_keys=[council_id], lazy="joined", innerjoin=True
    )
    meeting: Mapped[Meeting | None] = relationship(lazy="joined")
    author: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def about(self) -> datetime:
        """The day it tells of."""
        return self.meeting.starts_at if self.meeting else self.written_at


@dataclass(frozen=True, slots=True)
class Errand:
    """What there is to report of: a council, and a meeting that is owed a report."""

    delegation: Delegation
    meeting: Meeting | None = None
    time: timedelta = timedelta()
    """What the statutes of those who wait for it leave for writing it."""

    @property
    def ref(self) -> str:
        """As buttons carry it."""
        meeting = f".{self.meeting.id}" if self.meeting else ""
        return f"{self.delegation.id}{meeting}"

    @property
    def until(self) -> datetime | None:
        """When the report is expected."""
        return self.meeting.starts_at + self.time if self.meeting else None


def reports_due(
    session: Session, whose: Person | Meeting | Collection[int], now: datetime
) -> list[Errand]:
    """Reports that are owed: by a person, of a meeting, or to these assemblies; one query."""
    if isinstance(whose, Person):
        return _due(session, now, Delegation.person_id == whose.id)
    if isinstance(whose, Meeting):
        return _due(session, now, Meeting.id == whose.id)
    return _due(session, now, Delegation.assembly_id.in_(whose))


def errands(
    session: Session, person: Person, belongs: Collection[int], now: datetime
) -> list[Errand]:
    """All that this person may report of: what is owed first, then each council.

    Its delegate reports, or the deputy who went in their place.
    """
    beside = aliased(Delegation)
    sits = select(beside.seat_id).where(beside.person_id == person.id, beside.ended_at.is_(None))
    sent = and_(
        Delegation.assembly_id.in_(belongs),
        or_(Delegation.person_id == person.id, Delegation.seat_id.in_(sits)),
    )
    owed = _due(session, now, sent)
    query = (
        select(Delegation)
        .join(Seat, Seat.id == Delegation.seat_id)
        .where(sent, Delegation.deputy.is_(False), Delegation.ended_at.is_(None))
    )
    known = {errand.delegation.id for errand in owed}
    seats = session.scalars(query.order_by(Delegation.id)).unique().all()
    return owed + [Errand(seat) for seat in seats if seat.id not in known]


def errand_of(
    session: Session, delegation: Delegation, meeting: Meeting, now: datetime
) -> Errand | None:
    """One report, if it is owed."""
    one = and_(Delegation.id == delegation.id, Meeting.id == meeting.id)
    return next(iter(_due(session, now, one)), None)


def misses(session: Session, errand: Errand, now: datetime) -> int:
    """Of how many meetings in a row, up to the last whose time is up, there was none in time."""
    seat = errand.delegation
    of_it = and_(Report.meeting_id == Meeting.id, Report.assembly_id == seat.assembly_id)
    query = (
        select(Meeting.starts_at, func.min(Report.written_at))
        .select_from(Delegation)
        .join(Meeting, Meeting.assembly_id == seat.council.id)
        .outerjoin(Report, of_it)
        .where(
            Delegation.id == seat.id,
            Meeting.plan == Plan.ON,
            Meeting.starts_at <= now - errand.time,
            *_sat_there(),
        )
        .group_by(Meeting.id)
        .order_by(Meeting.starts_at.desc())
        .limit(MOST_MISSES)
    )
    row = 0
    for met_at, written_at in session.execute(query):
        if written_at is not None and written_at <= met_at + errand.time:
            break
        row += 1
    return row


def _sat_there() -> list[ColumnElement[bool]]:
    """The delegation was that of the delegate when the meeting began."""
    return [
        Delegation.deputy.is_(False),
        Delegation.since <= Meeting.starts_at,
        or_(Delegation.ended_at.is_(None), Delegation.ended_at > Meeting.starts_at),
    ]


def _due(session: Session, now: datetime, of: ColumnElement[bool]) -> list[Errand]:
    written = (
        select(Report.id)
        .where(Report.meeting_id == Meeting.id, Report.assembly_id == Delegation.assembly_id)
        .exists()
    )
    belongs = (
        select(Membership.id)
        .where(
            Membership.person_id == Delegation.person_id,
            Membership.assembly_id == Delegation.assembly_id,
            Membership.left_at.is_(None),
        )
        .exists()
    )
    query = (
        select(Delegation, Meeting, Statutes)
        .join(Seat, Seat.id == Delegation.seat_id)
        .join(Meeting, Meeting.assembly_id == Seat.council_id)
        .outerjoin(Statutes, Statutes.assembly_id == Delegation.assembly_id)
        .where(
            of,
            Meeting.plan == Plan.ON,
            Meeting.starts_at <= now - ASKED_AFTER,
            Meeting.starts_at > now - LAPSES,
            *_sat_there(),
            ~written,
            belongs,
        )
        .order_by(Meeting.starts_at, Delegation.id)
    )
    found = session.execute(query).unique()
    return [Errand(seat, meeting, time_to_write(rules)) for seat, meeting, rules in found]


def time_to_write(statutes: Statutes | None) -> timedelta:
    """How long delegates have for a report, where these statutes are in force."""
    days = statutes.value(Article.REPORTING) if statutes else USUAL[Article.REPORTING]
    return timedelta(days=int(days))


def last_reports(
    session: Session, assemblies: Collection[int], *, limit: int = 10
) -> Sequence[Report]:
    """What these assemblies were told, the newest leading."""
    query = select(Report).where(Report.assembly_id.in_(assemblies))
    newest = query.order_by(Report.written_at.desc(), Report.id.desc()).limit(limit)
    return session.scalars(newest).unique().all()
