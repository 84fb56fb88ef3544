"""Minutes: what was said and agreed at a meeting."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.base import Base, Refused
from models.meeting import Meeting, Plan
from models.person import Person
from models.sealed import Drawn, Envelope, Secret, sealed


class Minutes(Drawn, Base):
    """The text kept with a meeting; a new version replaces it."""

    __tablename__ = "minutes"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), unique=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    written_at: Mapped[datetime]
    _text: Mapped[Envelope | None] = sealed()

    text = Secret()

    author: Mapped[Person | None] = relationship(lazy="joined")
    meeting: Mapped[Meeting] = relationship()

    def rewrite(self, person: Person, text: str, now: datetime, *, facilitates: bool) -> None:
        """Replace the text: its author may, and the facilitators."""
        if self.author_id != person.id and not facilitates:
            raise Refused("minutes-not-yours", author=self.author.name if self.author else "?")
        self.text, self.written_at = text, now


def minutes_of(session: Session, meeting: Meeting) -> Minutes | None:
    """What is kept of a meeting."""
    return session.scalars(select(Minutes).where(Minutes.meeting_id == meeting.id)).first()


def keep(
    meeting: Meeting, known: Minutes | None, person: Person, text: str, now: datetime, *,
    facilitates: bool,
) -> Minutes:  # fmt: skip
    """Keep the minutes of a meeting that has begun, or a new version of them."""
    if meeting.plan is not Plan.ON:
        raise Refused("meeting-is-off")
    if now < meeting.starts_at:
        raise Refused("minutes-too-early")
    if known is not None:
        known.rewrite(person, text, now, facilitates=facilitates)
        return known
    return Minutes(
        meeting_id=meeting.id, author_id=person.id, author=person, written_at=now, text=text
    )


def meetings_begun(
    session: Session, assemblies: Collection[int], now: datetime, *, limit: int = 8
) -> Sequence[Meeting]:
    """Meetings that have begun, the last leading."""
    query = select(Meeting).where(
        Meeting.assembly_id.in_(assemblies), Meeting.plan == Plan.ON, Meeting.starts_at <= now
    )
    return session.scalars(query.order_by(Meeting.starts_at.desc()).limit(limit)).all()


def meetings_recorded(
    session: Session, assemblies: Collection[int], *, limit: int = 3
) -> Sequence[Meeting]:
    """The last meetings of which there are minutes, the newest leading."""
    query = (
        select(Meeting)
        .join(Minutes, Minutes.meeting_id == Meeting.id)
        .where(Meeting.assembly_id.in_(assemblies))
    )
    return session.scalars(query.order_by(Meeting.starts_at.desc()).limit(limit)).all()
