"""Objections: why somebody cannot consent; answered, withdrawn, and perhaps for few eyes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, contains_eager, mapped_column, relationship

from models.assembly import Assembly
from models.ballot import fetch_ballots
from models.base import Base, Refused
from models.counting import Consent
from models.decision import Decision
from models.person import Person
from models.phrase import Command
from models.sealed import Drawn, Envelope, Secret, sealed
from models.secret_reason import fetch_reasons, takes_reasons

LONGEST_OBJECTION = 1000


class Objection(Drawn, Base):
    """One person's reason against a proposal, while they object."""

    __tablename__ = "objections"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    private: Mapped[bool]
    """Only the facilitators read it."""
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    """Since when it no longer stands."""
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    _reason: Mapped[Envelope | None] = sealed()
    _answer: Mapped[Envelope | None] = sealed()

    reason = Secret(pad=256)
    answer = Secret(pad=256)

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    decision: Mapped[Decision] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="joined")

    @property
    def title(self) -> str:
        """Its first words, where everyone may read them."""
        return "" if self.private else self.reason

    def read_by(self, person: Person, *, facilitates: bool) -> bool:
        """Whether somebody may read the reason."""
        return not self.private or facilitates or self.person_id == person.id

    def respond(self, person: Person, words: str) -> None:
        """Answer it; answered again, the new answer holds."""
        if self.ended_at is not None or not self.decision.is_open:
            raise Refused("objection-over")
        self.answer, self.answered_by_id = words, person.id

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], person: Person
    ) -> Sequence[Objection]:
        """Those that stand in what is open, the oldest first."""
        query = (
            select(cls)
            .join(Decision, Decision.id == cls.decision_id)
            .options(contains_eager(cls.decision))
            .where(cls.assembly_id.in_(assemblies), cls.ended_at.is_(None))
            .where(Decision.closed_at.is_(None))
        )
        return session.scalars(query.order_by(cls.made_at, cls.id)).unique().all()


def must_take_objections(decision: Decision) -> None:
    """Only where nothing passes against an objection, and nobody's vote is secret."""
    if takes_reasons(decision):
        raise Refused("objection-in-ballot", command=Command("secret", str(decision.number)))
    if not takes_objections(decision):
        raise Refused("objection-not-here")


def takes_objections(decision: Decision) -> bool:
    """Whether an objection has a meaning there, and may bear a name."""
    if decision.method is None or decision.secret:
        return False
    return decision.counting.name == Consent.name


def secret_of(session: Session, assemblies: Collection[int], number: int | None) -> bool:
    """Whether a decision of this number is a secret one, and takes objections with its ballots."""
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies), Decision.number == number, Decision.secret
    )
    return any(takes_reasons(found) for found in session.scalars(query).unique())


def of_person(session: Session, decision: Decision, person: Person) -> Objection | None:
    """Somebody's objection, whether it stands or not: there is one of each."""
    query = select(Objection).where(
        Objection.decision_id == decision.id, Objection.person_id == person.id
    )
    standing_first = query.order_by(Objection.ended_at.is_not(None), Objection.id.desc())
    return session.scalars(standing_first).first()


def keep_one(
    session: Session, decisions: Collection[Decision], person: Person, now: datetime
) -> None:
    """Of two who turned out to be one, one vote has fallen: of their reasons, what it gave."""
    fetch_ballots(session, decisions, [person.id])
    query = select(Objection).where(
        Objection.decision_id.in_([decision.id for decision in decisions]),
        Objection.person_id == person.id,
        Objection.ended_at.is_(None),
    )
    by_id = {decision.id: decision for decision in decisions}
    kept = set()
    for objection in session.scalars(query.order_by(Objection.number)):
        decision = by_id[objection.decision_id]
        objects = decision.at_hand[person.id].option_id == decision.options[-1].id
        if not objects or decision.id in kept:
            objection.ended_at = now
        kept.add(decision.id)


def fetch_objections(session: Session, decisions: Sequence[Decision]) -> None:
    """Put those that stand at hand: one query, and none where there can be none."""
    fetch_reasons(session, decisions)
    asked = [decision for decision in decisions if takes_objections(decision)]
    if not asked:
        return
    query = select(Objection).where(
        Objection.decision_id.in_([decision.id for decision in asked]),
        Objection.ended_at.is_(None),
    )
    found: dict[int, list[Objection]] = defaultdict(list)
    for objection in session.scalars(query.order_by(Objection.number)):
        found[objection.decision_id].append(objection)
    for decision in asked:
        decision.objections = found[decision.id]


def standing_of(session: Session, person_id: int, assembly_id: int) -> Sequence[Objection]:
    """Somebody's objections in what is open in an assembly."""
    query = (
        select(Objection)
        .join(Decision, Decision.id == Objection.decision_id)
        .where(Objection.person_id == person_id, Objection.assembly_id == assembly_id)
        .where(Objection.ended_at.is_(None), Decision.closed_at.is_(None))
    )
    return session.scalars(query).all()
