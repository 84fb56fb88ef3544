"""Questions to those who stand in an election, and what each of them answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base, Refused
from models.candidacy import Candidacy
from models.election import Election
from models.person import Person

MOST_QUESTIONS = 12
"""In one election: more could not be answered, nor read."""
MOST_OF_ONE = 3
LONGEST_REPLY = 400
"""Of each who stands: all of them fit one message."""


class Question(Base):
    """What somebody wants to know of all who stand."""

    __tablename__ = "questions"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    words: Mapped[str]
    asked_at: Mapped[datetime]

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    election: Mapped[Election] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person | None] = relationship(lazy="joined")
    replies: Mapped[list[Reply]] = relationship(lazy="selectin")

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"question:{self.id}"

    @property
    def title(self) -> str:
        """What is asked."""
        return self.words

    def answer(self, person: Person, words: str) -> None:
        """Somebody who stands answers, or answers anew."""
        self.election.must_run()
        candidacy = self.election.of(person)
        if candidacy is None or not candidacy.stands:
            raise Refused("question-not-yours")
        if len(words) > LONGEST_REPLY:
            raise Refused("refused-too-long", limit=LONGEST_REPLY)
        known = next((one for one in self.replies if one.candidacy_id == candidacy.id), None)
        if known is None:
            self.replies.append(Reply(candidacy_id=candidacy.id, words=words))
        else:
            known.words = words

    def answers(self) -> list[tuple[Candidacy, str]]:
        """Who stands, in the order of the ballot, and what they say; nothing yet is empty."""
        said = {reply.candidacy_id: reply.words for reply in self.replies}
        return [(one, said.get(one.id, "")) for one in self.election.standing]


class Reply(Base):
    """What somebody who stands says to a question."""

    __tablename__ = "replies"
    __table_args__ = (UniqueConstraint("question_id", "candidacy_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"))
    candidacy_id: Mapped[int] = mapped_column(ForeignKey("candidacies.id"), index=True)
    words: Mapped[str]


def ask(
    session: Session, election: Election, person: Person, words: str, *, now: datetime
) -> Question:
    """Put a question to all who stand."""
    election.must_run()
    mine = select(func.count()).where(
        Question.election_id == election.id, Question.person_id == person.id
    )
    if (session.scalar(mine) or 0) >= MOST_OF_ONE:
        raise Refused("question-enough", limit=MOST_OF_ONE)
    if election.questions >= MOST_QUESTIONS:
        raise Refused("question-too-many", limit=MOST_QUESTIONS)
    election.questions += 1
    asked = Question(
        assembly=election.assembly,
        number=election.assembly.next_number("question"),
        election=election,
        person=person,
        words=words,
        asked_at=now,
    )
    session.add(asked)
    session.flush()
    return asked


def questions_of(session: Session, election: Election) -> Sequence[Question]:
    """All that was asked, in order."""
    query = select(Question).where(Question.election_id == election.id)
    return session.scalars(query.order_by(Question.number)).unique().all()
