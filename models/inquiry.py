"""Questions about a report: asked by those who read it, answered by whoever wrote it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base, Refused
from models.belonging import membership_of
from models.person import Person
from models.phrase import Command
from models.report import Report

MOST_LISTED = 10


class Inquiry(Base):
    """What somebody wants to know about a report."""

    __tablename__ = "inquiries"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    aloud: Mapped[bool]
    """Asked in a group; else in private, and the answer is for whoever asked alone."""
    asked_at: Mapped[datetime] = mapped_column(index=True)
    words: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    report: Mapped[Report] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person | None] = relationship(lazy="joined")

    def respond(self, session: Session, person: Person, words: str, now: datetime) -> None:
        """Answer it, while whoever asked in private belongs here; a new answer takes its place."""
        if self.report.author_id != person.id:
            raise Refused("inquiry-not-yours")
        asker = self.person
        if not self.aloud and (asker is None or not membership_of(session, asker, self.assembly)):
            raise Refused("inquiry-asker-gone", assembly=self.assembly.name)
        self.answer, self.answered_at = words, now


def must_take_questions(report: Report, person: Person) -> Person:
    """Who answers questions about a report; refused where nobody does, or one would ask oneself."""
    if report.author is None:
        raise Refused("inquiry-nobody")
    if report.author_id == person.id:
        raise Refused("inquiry-to-yourself", command=Command("report"))
    return report.author


def open_inquiries(session: Session, assemblies: Collection[int]) -> Sequence[Inquiry]:
    """What was asked aloud in these assemblies and is not answered, the oldest first."""
    query = select(Inquiry).where(
        Inquiry.assembly_id.in_(assemblies),
        Inquiry.answered_at.is_(None),
        Inquiry.aloud.is_(True),
    )
    ordered = query.order_by(Inquiry.asked_at, Inquiry.id).limit(MOST_LISTED)
    return session.scalars(ordered).unique().all()
