"""Whose hour has come: digests at a wall time, once a local day, across every clock change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from models.assembly import Assembly, Membership, Role
from models.line import Promise
from models.person import Person

USUAL = "08:00"
STALE = timedelta(hours=12)
"""So late a morning is no longer worth speaking of."""
LONGEST_SLEEP = timedelta(hours=24)
"""So late it is noticed that somebody has moved to a zone where nobody was."""
MOST = 200
"""So many people, and so many assemblies, at once."""
MOST_HOURS = 50
"""So many different hours at once: a query names each of them."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A wall time in a zone, and the day of the last digest of those who share all three."""

    at: str
    zone: str
    last: str = ""

    def on(self, day: date) -> datetime:
        """That wall time on a day; skipped by the clocks it moves on, doubled it is the first."""
        wall = datetime.combine(day, time.fromisoformat(self.at), ZoneInfo(self.zone))
        return wall.astimezone(UTC)

    def came(self, now: datetime) -> tuple[date, datetime]:
        """The last day on which it has come, and when."""
        day = now.astimezone(ZoneInfo(self.zone)).date()
        while self.on(day) > now:
            day -= timedelta(days=1)
        return day, self.on(day)

    def next(self, now: datetime) -> datetime:
        """When it comes next, on a day that has had no digest yet."""
        day = self.came(now)[0] + timedelta(days=1)
        if self.last:
            day = max(day, date.fromisoformat(self.last) + timedelta(days=1))
        return self.on(day)

    def due(self, since: datetime, now: datetime) -> bool:
        """It has come after `since`, on a day that has had no digest yet."""
        day, at = self.came(now)
        return max(since, now - STALE) < at and self.last < day.isoformat()


def organisers(now: datetime) -> ColumnElement[bool]:
    """Memberships that make somebody an organiser now."""
    return and_(
        Membership.role == Role.ORGANISER,
        Membership.left_at.is_(None),
        or_(Membership.role_until.is_(None), Membership.role_until > now),
        Membership.assembly_id.in_(select(Assembly.id).where(Assembly.closed_at.is_(None))),
    )


def _own_zone() -> ColumnElement[str]:
    """A person's zone, or that of the first assembly they belong to."""
    first: ScalarSelect[str] = (
        select(Assembly.zone)
        .join(Membership, Membership.assembly_id == Assembly.id)
        .where(Membership.person_id == Person.id, Membership.left_at.is_(None))
        .order_by(Membership.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    return func.coalesce(func.nullif(Person.zone, ""), first)


def _read(now: datetime) -> ColumnElement[bool]:
    organising = select(Membership.person_id).where(organisers(now))
    return and_(Person.digest_at != "", Person.id.in_(organising))


def hours_of_people(session: Session, now: datetime) -> list[Hour]:
    """Every hour at which an organiser reads: one query."""
    query = select(Person.digest_at, _own_zone(), Person.digested_on).where(_read(now))
    return [Hour(*row) for row in session.execute(query.distinct())]


def hours_of_assemblies(session: Session) -> list[Hour]:
    """Every hour at which an assembly reads, or none (`at` is empty) in each of their zones."""
    query = select(Assembly.digest_at, Assembly.zone, Assembly.digested_on)
    living = query.where(Assembly.closed_at.is_(None)).distinct()
    return [Hour(*row) for row in session.execute(living)]


@dataclass(slots=True)
class Reader:
    """Who reads a digest: a person, or the chats of an assembly."""

    reader: Person | Assembly
    zone: str
    assemblies: list[Assembly]
    """Of which they read, the first they came to leading."""

    @property
    def hour(self) -> Hour:
        """When they read."""
        return Hour(self.reader.digest_at, self.zone, self.reader.digested_on)


def people_at(session: Session, hours: Collection[Hour], now: datetime) -> list[Reader]:
    """Organisers who read at these hours, with what they organise: two queries."""
    if not hours:
        return []
    zone = _own_zone()
    which = _among(hours, Person.digest_at, zone, Person.digested_on)
    query = select(Person).where(_read(now), which).order_by(Person.id).limit(MOST)
    found = {one.id: Reader(one, one.zone, []) for one in session.scalars(query)}
    belong = (
        select(Membership)
        .where(Membership.person_id.in_(found), Membership.left_at.is_(None))
        .options(joinedload(Membership.assembly))
        .order_by(Membership.id)
    )
    for membership in session.scalars(belong):
        one, assembly = found[membership.person_id], membership.assembly
        one.zone = one.zone or assembly.zone
        if membership.holds(Role.ORGANISER, now) and not assembly.closed_at:
            one.assemblies.append(assembly)
    return list(found.values())


def assemblies_at(session: Session, hours: Collection[Hour]) -> list[Reader]:
    """Assemblies whose chats read at these hours: one query."""
    if not hours:
        return []
    which = _among(hours, Assembly.digest_at, Assembly.zone, Assembly.digested_on)
    query = select(Assembly).where(Assembly.closed_at.is_(None), which).order_by(Assembly.id)
    return [Reader(one, one.zone, [one]) for one in session.scalars(query.limit(MOST))]


def _among(
    hours: Iterable[Hour],
    at: InstrumentedAttribute[str],
    zone: ColumnElement[str] | InstrumentedAttribute[str],
    last: InstrumentedAttribute[str],
) -> ColumnElement[bool]:
    return or_(False, *(and_(at == one.at, zone == one.zone, last == one.last) for one in hours))


def next_look(hours: Collection[Hour], zone: str, now: datetime) -> datetime:
    """When to look again: at the next of these hours, and at the usual one in all their zones.

    Whoever begins to organise reads at the usual hour until they choose another.
    """
    known = {Hour(one.at, one.zone) for one in hours if one.at}
    known |= {Hour(USUAL, one.zone) for one in hours} | {Hour(USUAL, zone)}
    return min(now + LONGEST_SLEEP, *(one.next(now) for one in known))


def wake(session: Session, at: datetime) -> None:
    """The clock looks for whose hour has come no later than at that time."""
    soon = update(Promise).where(Promise.key == "digests", Promise.due_at > at)
    session.execute(soon.values(due_at=at), execution_options={"synchronize_session": False})
