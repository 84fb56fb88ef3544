"""Elections of people: for which office, who stands, how the ballot looks."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base, Refused
from models.candidacy import Candidacy
from models.counting import Choice, Method, Proposal, Ranked
from models.decision import FEWEST_SECRET, LONGEST_OPTION, MOST_OPTIONS, Decision
from models.option import Option
from models.person import Person
from models.phrase import Moment
from models.seat import Seat
from models.stances import NOBODY, STANCES

MOST_CANDIDATES = MOST_OPTIONS - 1
"""The last line of the ballot is for nobody of these."""
MOST_PROPOSED = 5
"""By one person, while those have not answered."""
MOST_PLACES = 9
LONGEST_OFFICE = 60
LONGEST_STANDING = timedelta(days=90)


class Kind(StrEnum):
    """What somebody is elected to."""

    ORGANISER = "organiser"
    FACILITATOR = "facilitator"
    SEAT = "seat"
    """To speak for the assembly in a council."""
    OTHER = "other"
    """What the members call it in their own words."""


class Way(StrEnum):
    """How a ballot is filled in where there is a choice."""

    RANKED = "ranked"
    APPROVAL = "approval"


class Election(Base):
    """People stand for an office, then the members vote."""

    __tablename__ = "elections"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    kind: Mapped[Kind]
    words: Mapped[str] = mapped_column(default="")
    """The office's name, where the members gave it one; of a seat, that of the council."""
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"), index=True)
    title: Mapped[str]
    """The question of the vote."""
    places: Mapped[int] = mapped_column(default=1)
    way: Mapped[Way] = mapped_column(default=Way.RANKED)
    secret: Mapped[bool] = mapped_column(default=True)
    days: Mapped[int]
    """How long the vote runs."""
    opener_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    begun_at: Mapped[datetime]
    stands_until: Mapped[datetime]
    """When the vote opens by itself."""
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    """The vote, once it is open."""
    first_id: Mapped[int | None] = mapped_column(ForeignKey("elections.id"), index=True)
    """The election of whose tie this is the run-off."""
    questions: Mapped[int] = mapped_column(default=0)
    """How many were put to the candidates."""
    ended_at: Mapped[datetime | None] = mapped_column(index=True)
    filled: Mapped[int] = mapped_column(default=0)
    """How many were elected; some may be forgotten since."""

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[Seat | None] = relationship(lazy="joined")
    opener: Mapped[Person | None] = relationship()
    decision: Mapped[Decision | None] = relationship()
    candidacies: Mapped[list[Candidacy]] = relationship(order_by=Candidacy.id, lazy="selectin")

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"election:{self.id}"

    @property
    def is_standing(self) -> bool:
        """People may stand, and think better of it."""
        return self.decision_id is None and self.decision is None and self.ended_at is None

    @property
    def standing(self) -> list[Candidacy]:
        """Who stands, as on the ballot once that was drawn."""
        found = [one for one in self.candidacies if one.stands]
        return sorted(found, key=lambda one: (one.place or 0, one.accepted_at or self.begun_at))

    @property
    def asked(self) -> list[Candidacy]:
        """Who was proposed and has not answered."""
        return [one for one in self.candidacies if one.is_asked]

    @property
    def elected(self) -> list[Candidacy]:
        """Who has been elected."""
        return [one for one in self.candidacies if one.elected]

    def of(self, person: Person) -> Candidacy | None:
        """Somebody's candidacy, whatever became of it."""
        return next((one for one in self.candidacies if one.person_id == person.id), None)

    def must_be_standing(self) -> None:
        """Refuse what comes after the vote has opened."""
        if not self.is_standing:
            raise Refused("election-no-longer-standing", number=self.number)

    def must_run(self) -> None:
        """Refuse what comes after its end."""
        if self.ended_at is not None:
            raise Refused("election-ended-already", number=self.number)

    def stand(self, person: Person, now: datetime, words: str = "") -> tuple[Candidacy, bool]:
        """A member stands, or says something else about themselves; whether they are new."""
        self.must_be_standing()
        known = self.of(person)
        if (known is None or not known.stands) and len(self.standing) >= MOST_CANDIDATES:
            raise Refused("election-full", limit=MOST_CANDIDATES)
        if known is None:
            known = Candidacy(person=person, person_id=person.id, words="")
            self.candidacies.append(known)
        return known, known.accept(now, words)

    def propose(self, person: Person, by: Person) -> Candidacy:
        """Ask somebody whether they would stand."""
        self.must_be_standing()
        known = self.of(person)
        if known is not None and known.stands:
            raise Refused("candidacy-stands-already", person=person.name)
        if known is not None and known.is_asked:
            raise Refused("candidacy-asked-already", person=person.name)
        if known is not None:
            raise Refused("candidacy-said-no", person=person.name)
        mine = [one for one in self.asked if one.proposed_by_id == by.id]
        if len(mine) >= MOST_PROPOSED:
            raise Refused("candidacy-enough-proposed", limit=MOST_PROPOSED)
        asked = Candidacy(person=person, person_id=person.id, proposed_by_id=by.id, words="")
        self.candidacies.append(asked)
        return asked

    def extend(self, now: datetime, until: datetime) -> None:
        """Let people stand until then."""
        self.must_be_standing()
        if not now < until <= now + LONGEST_STANDING:
            raise Refused("election-too-long", latest=Moment(now + LONGEST_STANDING, "day"))
        self.stands_until = until

    def may_be_secret(self, electors: int) -> bool:
        """Of fewer it could be told whose ballots are whose."""
        return electors >= FEWEST_SECRET

    def method(self) -> Method:
        """How it is voted with those who stand: each of them can be turned down.

        One alone is a question to be answered with yes or no. Several for as many places or more
        are approved of, each for themselves: ranks would only say who comes first.
        """
        standing = len(self.standing)
        if standing == 1:
            return Proposal()
        if self.way is Way.RANKED and (self.places == 1 or standing > self.places):
            return Ranked(seats=self.places)
        return Choice(most=standing, seats=min(self.places, standing))

    def draw(self, salt: str) -> None:
        """Draw the order of the ballot by lot: neither the alphabet nor haste helps anybody."""
        lots = {
            one.id: hashlib.sha256(f"{salt}.{one.id}".encode()).digest() for one in self.standing
        }
        for place, one in enumerate(sorted(self.standing, key=lambda one: lots[one.id]), 1):
            one.place = place

    def ballot(self) -> list[Option]:
        """Fresh options, in the order that was drawn; the last one is for nobody of these."""
        if isinstance(self.method(), Proposal):
            stances = enumerate(STANCES[Proposal.name], 1)
            return [Option(place=n, words="", stance=stance) for n, stance in stances]
        names = [one.person.name for one in self.standing]
        options = [
            Option(
                place=n,
                words=_told_apart(names, n),
                stance="",
                person_id=one.person_id,
            )
            for n, one in enumerate(self.standing, 1)
        ]
        return [*options, Option(place=len(names) + 1, words="", stance=NOBODY)]

    def end(self, now: datetime, elected: Collection[Candidacy] = ()) -> None:
        """It is over, with these elected."""
        self.must_run()
        self.ended_at, self.filled = now, len(elected)
        for one in elected:
            one.elected = True

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], person: Person
    ) -> Sequence[Election]:
        """Those that have not ended, the oldest first."""
        query = select(cls).where(cls.assembly_id.in_(assemblies), cls.ended_at.is_(None))
        return session.scalars(query.order_by(cls.id)).unique().all()


def _told_apart(names: Sequence[str], place: int) -> str:
    """The name at this place; of two who bear the same, the second is numbered."""
    name = names[place - 1][:LONGEST_OPTION]
    before = names[: place - 1].count(names[place - 1])
    return f"{name[: LONGEST_OPTION - 4]} ({before + 1})" if before else name


def alike(session: Session, assembly_id: int, kind: Kind, words: str) -> Election | None:
    """One to the same office that has not ended."""
    query = select(Election).where(
        Election.assembly_id == assembly_id, Election.kind == kind, Election.ended_at.is_(None)
    )
    found = session.scalars(query).unique()
    return next((one for one in found if one.words.casefold() == words.casefold()), None)


def runs_off(session: Session, election: Election) -> bool:
    """Whether a run-off of this election has begun."""
    later = select(Election.id).where(
        Election.first_id == (election.first_id or election.id), Election.id > election.id
    )
    return session.scalars(later.limit(1)).first() is not None


def candidacies_of(
    session: Session, person_id: int, assembly_id: int
) -> Sequence[tuple[Election, Candidacy]]:
    """Where somebody stands or was asked to, in elections of an assembly that have not ended."""
    query = (
        select(Election, Candidacy)
        .join(Candidacy, Candidacy.election_id == Election.id)
        .where(Candidacy.person_id == person_id, Election.assembly_id == assembly_id)
        .where(Election.ended_at.is_(None), Candidacy.withdrawn_at.is_(None))
    )
    return [(election, candidacy) for election, candidacy in session.execute(query).unique()]
