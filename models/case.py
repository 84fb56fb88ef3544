"""Cases: what a neighbour in trouble brings, in confidence, and who cares for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.assembly import Assembly, Membership
from models.base import Base, Refused, hold
from models.person import Person
from models.phrase import Phrase
from models.pseudonym import called
from models.sealed import Drawn, Envelope, Secret, sealed

PAD = 512
LONGEST = 4000
"""Characters of one message; whoever writes more sends two."""
MOST_MESSAGES = 500
"""Of one neighbour in one case."""
MOST_OPEN = 5
"""Cases of one neighbour that are not solved."""
ANSWER_WITHIN = timedelta(days=2)
"""Afterwards those responsible are reminded, once a day."""
REOPENS = timedelta(days=14)
"""How long after its end a word of the neighbour opens a case again."""
KEPT = timedelta(days=90)
"""How long after its end a case is remembered."""
UNADDRESSED = timedelta(days=7)
"""How long words wait for the choice of a neighbourhood."""
READING = "reading:"
"""What the slots of messages that show words begin with."""


class Topic(StrEnum):
    """What a case is mainly about."""

    RENT = "rent"
    WORK = "work"
    FAMILY = "family"
    OTHER = "other"


class Stage(StrEnum):
    """How far a case has come."""

    ARRIVING = "arriving"
    """Nobody has been told of it: neighbourhood or topic are still open."""
    OPEN = "open"
    SOLVED = "solved"
    WITHDRAWN = "withdrawn"


class Case(Drawn, Base):
    """A neighbour's trouble. Its words are read by those alone who care for it."""

    __tablename__ = "cases"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"))
    """Whose members may care for it; none while it is arriving."""
    commune_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"), index=True)
    """Where it was brought; none while the neighbourhood is open."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Who brought it; known to nobody who cares for it."""
    number: Mapped[int] = mapped_column(default=0)
    topic: Mapped[Topic] = mapped_column(default=Topic.OTHER)
    stage: Mapped[Stage] = mapped_column(default=Stage.ARRIVING)
    opened_at: Mapped[datetime]
    waits_since: Mapped[datetime | None]
    """Since when the neighbour's last words have no answer."""
    closed_at: Mapped[datetime | None]
    forget_at: Mapped[datetime | None]
    messages: Mapped[int] = mapped_column(default=0)
    """How many the neighbour has sent."""
    photos: Mapped[int] = mapped_column(default=0)
    written: Mapped[int] = mapped_column(default=0)
    """How many notes there are, of both sides."""
    _pseudonym: Mapped[Envelope | None] = sealed()

    pseudonym = Secret()

    assembly: Mapped[Assembly | None] = relationship(foreign_keys=[assembly_id], lazy="joined")
    commune: Mapped[Assembly | None] = relationship(foreign_keys=[commune_id], lazy="joined")
    person: Mapped[Person | None] = relationship(lazy="joined")

    title = "✉️"
    """In lists among other objects; nothing of the case."""
    carers: Sequence[Person] = ()
    """Members of the assembly who care for it, as of the last fetch."""
    out_of_reach = False
    """The neighbour has closed the chat with the bot, as of the last fetch."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"case:{self.id}"

    @property
    def called(self) -> Phrase:
        """The neighbour's pseudonym, in the reader's language."""
        return called(self.pseudonym)

    @property
    def public_name(self) -> str:
        """Of those who care, as the neighbour may know them."""
        of = self.commune if self.assembly is None or self.assembly.hidden else self.assembly
        return of.name if of else ""

    def seen_by(self, person: Person, memberships: Sequence[Membership]) -> bool:
        """Whether it is there at all for this person."""
        if self.person_id is not None and self.person_id == person.id:
            return True
        return self.assembly_id is not None and any(
            m.assembly_id == self.assembly_id and m.left_at is None for m in memberships
        )

    def must_be_of(self, person: Person) -> None:
        """Refuse to everyone but the neighbour who brought it."""
        if self.person_id is None or self.person_id != person.id:
            raise Refused("refused-not-there")

    def must_be_open(self) -> None:
        """Refuse what only makes sense while somebody needs something."""
        if self.stage is not Stage.OPEN:
            raise Refused("care-over")

    def takes_words(self, now: datetime) -> bool:
        """Whether what the neighbour writes now belongs to it."""
        if self.stage is Stage.SOLVED:
            return self.closed_at is not None and now - self.closed_at <= REOPENS
        return self.stage is not Stage.WITHDRAWN

    def hear(self, words: str, now: datetime) -> Note:
        """Keep what the neighbour writes; a solved case is open again."""
        if not self.takes_words(now):
            raise Refused("case-over")
        if (self.messages or 0) >= MOST_MESSAGES:
            raise Refused("case-full", limit=MOST_MESSAGES)
        if self.stage is Stage.SOLVED:
            self.reopen(now)
        note = self._note(words, now)
        self.messages = (self.messages or 0) + 1
        self.waits_since = self.waits_since or now
        return note

    def bring(self, topic: Topic, assembly: Assembly, number: int) -> None:
        """Lay it before those who may care for it."""
        self.topic, self.assembly, self.number, self.stage = topic, assembly, number, Stage.OPEN

    def care(self, person: Person, now: datetime) -> Care | None:
        """Take it on; None for whoever cares already. `carers` must have been fetched."""
        self.must_be_open()
        if self.person_id == person.id:
            raise Refused("care-own")
        if person in self.carers:
            return None
        self.carers = [*self.carers, person]
        return Care(case_id=self.id, person_id=person.id, since=now)

    def must_be_cared_by(self, person: Person) -> None:
        """Refuse to whoever does not care for it. `carers` must have been fetched."""
        if person not in self.carers:
            raise Refused("care-not-yours")

    def answer(self, person: Person, words: str, now: datetime) -> Note:
        """Keep what somebody who cares answers."""
        self.must_be_open()
        self.must_be_cared_by(person)
        if self.out_of_reach:
            raise Refused("care-out-of-reach", name=self.called)
        self.waits_since = None
        return self._note(words, now, person.id)

    def _note(self, words: str, now: datetime, person_id: int | None = None) -> Note:
        hold(self, "messages", "written")
        self.written = (self.written or 0) + 1
        return Note(case_id=self.id, place=self.written, at=now, words=words, person_id=person_id)

    def solve(self, now: datetime) -> None:
        """Nothing more is needed."""
        self.must_be_open()
        self.stage, self.closed_at, self.forget_at = Stage.SOLVED, now, now + KEPT
        self.waits_since = None

    def reopen(self, now: datetime) -> None:
        """Something is needed after all."""
        if self.stage is not Stage.SOLVED or not self.takes_words(now):
            raise Refused("case-over")
        self.stage, self.closed_at, self.forget_at = Stage.OPEN, None, None
        self.waits_since = now

    def withdraw(self, now: datetime) -> None:
        """The neighbour takes it back: nothing leads to them any more."""
        if self.stage is Stage.WITHDRAWN:
            raise Refused("case-over")
        self.stage, self.closed_at, self.forget_at = Stage.WITHDRAWN, now, now + KEPT
        self.waits_since, self.person = None, None

    def keep(self) -> datetime:
        """Remember it longer; until when."""
        if self.forget_at is None:
            raise Refused("case-still-open")
        self.forget_at += KEPT
        return self.forget_at


class Note(Drawn, Base):
    """Words of the neighbour, or of somebody who cares."""

    __tablename__ = "case_notes"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    place: Mapped[int]
    """1 is the first."""
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Who answered; none for the neighbour."""
    _words: Mapped[Envelope | None] = sealed()

    words = Secret(pad=PAD)


class Care(Base):
    """Somebody who cares for a case."""

    __tablename__ = "case_cares"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True, index=True)
    since: Mapped[datetime]


class Reading(Drawn, Base):
    """That somebody was shown words of a case."""

    __tablename__ = "case_readings"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """None once the reader has been forgotten: that it was read stays known."""
    at: Mapped[datetime]

    person: Mapped[Person | None] = relationship(lazy="joined")

    @property
    def slot(self) -> str:
        """The message that shows the words, so that they can be taken out of it again."""
        return f"{READING}{self.id}"
