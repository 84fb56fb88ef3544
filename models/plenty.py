"""Plenty: so much of anything one person may begin in a day, and more would be a flood."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from models.assembly import Assembly, Membership, Role
from models.base import Base, Refused
from models.person import Account, Person
from models.phrase import Moment, Value

DAY = timedelta(days=1)
MOST_A_DAY = 100
MOST_FOUNDED = 3
"""Communes and councils that one person founds in a day."""
MOST_COMMITTEES = 10
"""Committees that one person founds in a day: a commune may begin with many."""
MOST_ORGANISED = 20
"""Assemblies that one person organises, and still founds another."""
MOST_JOINED = 5
"""Times that one account joins, or asks to join, one assembly in a day."""
MOST_BROUGHT = 5
"""Cases that one account brings in a day, also if it takes them back."""
MOST_SOLVED = 3
"""Times in a day that a neighbour calls one case solved, and opens it again."""
MOST_INVITED = 20
"""Assemblies that one account invites in a day."""
MOST_THEMES = 20
"""Times in a day that one account asks for a theme for one committee."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How often one account may do something in a day, and how more of it is refused."""

    deed: str
    most: int
    refusal: str


FOUNDING = Limit("found", MOST_FOUNDED, "founded-enough")
COMMITTEES = Limit("committee", MOST_COMMITTEES, "founded-enough")
JOINING = Limit("join", MOST_JOINED, "join-enough")
BRINGING = Limit("case", MOST_BROUGHT, "case-enough-today")
SOLVING = Limit("case-solved", MOST_SOLVED, "trust-solved-enough")
INVITING = Limit("invite", MOST_INVITED, "seat-invited-enough")
THEMES = Limit("theme", MOST_THEMES, "committee-theme-enough")


def must_be_few(
    session: Session,
    assembly: Assembly,
    person: Person,
    by: InstrumentedAttribute[int | None],
    at: InstrumentedAttribute[datetime],
    *,
    now: datetime,
) -> None:
    """Refuse to whoever has begun very much of a kind in this assembly since yesterday.

    `by` and `at` are the columns that say who began it, and when.
    """
    query = select(func.count()).where(
        by.class_.assembly_id == assembly.id, by == person.id, at > now - DAY
    )
    if (session.scalar(query) or 0) >= MOST_A_DAY:
        raise Refused("enough-for-today", limit=MOST_A_DAY)


class Tally(Base):
    """How often an account has done one thing in a day, of which a keyed hash alone is kept.

    It outlives what was done: whoever leaves, takes back or is forgotten begins no new day.
    """

    __tablename__ = "tallies"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - the mapper asks for a plain dict

    mark: Mapped[str] = mapped_column(primary_key=True)
    """Of the account and the thing."""
    since: Mapped[datetime] = mapped_column(index=True)
    times: Mapped[int] = mapped_column(default=0)

    @classmethod
    def of(cls, session: Session, account: Account, deed: str, now: datetime) -> Tally:
        """As it stands; not kept before something is counted."""
        ring = session.get_bind().dialect.keyring  # type: ignore[attr-defined]
        mark = ring.mark(f"{account.platform} {account.ref} {deed}")
        return session.get(cls, mark) or cls(mark=mark, since=now, times=0)

    def must_be_below(self, limit: Limit, now: datetime, **values: Value) -> None:
        """Refuse once it has been done so often; the refusal says when it can be done again."""
        if self.times >= limit.most and not self._is_over(now):
            again = Moment(self.since + DAY)
            raise Refused(limit.refusal, limit=limit.most, again=again, **values)

    def count(self, session: Session, now: datetime) -> None:
        """Once more; after a day it begins anew."""
        if self._is_over(now):
            self.since, self.times = now, 0
        self.times += 1
        session.add(self)
        session.flush()

    def _is_over(self, now: datetime) -> bool:
        return now - self.since >= DAY


def must_do_few(
    session: Session,
    account: Account | None,
    limit: Limit,
    now: datetime,
    about: Base | None = None,
    **values: Value,
) -> None:
    """Count what somebody does, and refuse to whoever has done it very often since yesterday.

    `about`: what it is done to, where each is counted apart. `values`: of the refusal.
    """
    if account is not None:
        deed = limit.deed if about is None else f"{limit.deed} {about.id}"  # type: ignore[attr-defined]
        tally = Tally.of(session, account, deed, now)
        tally.must_be_below(limit, now, **values)
        tally.count(session, now)


def founding(*, committee: bool) -> Limit:
    """How many of them one account founds in a day."""
    return COMMITTEES if committee else FOUNDING


def must_found_few(
    session: Session,
    account: Account | None,
    memberships: Collection[Membership],
    *,
    committee: bool,
    now: datetime,
) -> None:
    """Refuse to whoever has founded much since yesterday, or organises very much already.

    Counted it is where it is founded: whoever is still asked for the name has founded nothing.
    """
    living = [held for held in memberships if not held.assembly.closed_at]
    if sum(held.holds(Role.ORGANISER, now) for held in living) >= MOST_ORGANISED:
        raise Refused("organised-enough", limit=MOST_ORGANISED)
    if account is not None:
        limit = founding(committee=committee)
        Tally.of(session, account, limit.deed, now).must_be_below(limit, now)


def count_founded(
    session: Session, account: Account | None, *, committee: bool, now: datetime
) -> None:
    """One more that somebody has founded."""
    if account is not None:
        deed = founding(committee=committee).deed
        Tally.of(session, account, deed, now).count(session, now)
