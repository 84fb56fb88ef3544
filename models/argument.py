"""Arguments: what speaks for a decision and against it, each side heard alike."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, Session, contains_eager, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base, Refused
from models.decision import Decision
from models.person import Person

MOST_ARGUMENTS = 3
"""Of one person on each side."""


class Side(StrEnum):
    """What an argument speaks for."""

    FOR = "for"
    AGAINST = "against"


class Argument(Base):
    """One reason, by one person."""

    __tablename__ = "arguments"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    side: Mapped[Side]
    words: Mapped[str]
    made_at: Mapped[datetime]

    decision: Mapped[Decision] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def assembly(self) -> Assembly:
        """Where it counts."""
        return self.decision.assembly

    @property
    def assembly_id(self) -> int:
        """Where it may be seen."""
        return self.decision.assembly_id


def argue(
    session: Session, decision: Decision, person: Person, side: Side, words: str, *, now: datetime
) -> Argument:
    """Say one more reason, while it is voted upon."""
    if not decision.is_open:
        raise Refused("decision-closed-already")
    mine = _of(decision, side)
    mine = mine.where(Argument.person_id == person.id)
    known = session.scalars(mine).all()
    if any(argument.words.casefold() == words.casefold() for argument in known):
        raise Refused("argument-said-already")
    if len(known) >= MOST_ARGUMENTS:
        raise Refused("argument-enough", limit=MOST_ARGUMENTS)
    made = Argument(decision=decision, person=person, side=side, words=words, made_at=now)
    session.add(made)
    session.flush()
    _count(session, decision)
    return made


def unsay(session: Session, argument: Argument, person: Person) -> None:
    """Its author takes it back."""
    if argument.person_id != person.id:
        raise Refused("argument-not-yours")
    if not argument.decision.is_open:
        raise Refused("decision-closed-already")
    session.delete(argument)
    session.flush()
    _count(session, argument.decision)


def in_turn(session: Session, decision: Decision) -> list[Argument]:
    """Both sides in turn; which comes first, anywhere, is nobody's merit.

    Seeded by the decision: the same for everyone, and neither early nor loud helps.
    """
    found = session.scalars(select(Argument).where(Argument.decision_id == decision.id)).all()
    return _both(decision, found)


def of_assembly(session: Session, assembly: Assembly) -> dict[int, list[Argument]]:
    """All arguments that stand beside an assembly's decisions, by decision, each in turn."""
    query = select(Argument).join(Decision).where(Decision.assembly_id == assembly.id)
    by_decision: dict[int, list[Argument]] = defaultdict(list)
    for argument in session.scalars(query.options(contains_eager(Argument.decision))):
        by_decision[argument.decision_id].append(argument)
    return {number: _both(found[0].decision, found) for number, found in by_decision.items()}


def _both(decision: Decision, found: Sequence[Argument]) -> list[Argument]:
    sides = [_shuffled(decision, [one for one in found if one.side is side]) for side in Side]
    if _lot(decision, "sides") % 2:
        sides.reverse()
    return [one for pair in zip_longest(*sides) for one in pair if one is not None]


def _shuffled(decision: Decision, arguments: Sequence[Argument]) -> list[Argument]:
    return sorted(arguments, key=lambda argument: _lot(decision, str(argument.id)))


def _lot(decision: Decision, what: str) -> int:
    return int(hashlib.sha256(f"{decision.id}.{what}".encode()).hexdigest(), 16)


def _of(decision: Decision, side: Side) -> Select[Argument]:
    return select(Argument).where(Argument.decision_id == decision.id, Argument.side == side)


def _count(session: Session, decision: Decision) -> None:
    """Kept with the decision: its card is drawn at every vote, without looking here."""
    query = select(Argument.side, func.count()).where(Argument.decision_id == decision.id)
    counted = dict(session.execute(query.group_by(Argument.side)).all())
    decision.reasons_for = counted.get(Side.FOR, 0)
    decision.reasons_against = counted.get(Side.AGAINST, 0)
