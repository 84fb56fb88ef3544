"""Campaigns: what an assembly plans, alone or with all that sit in it, until a day and after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, reconstructor, relationship

from models.assembly import Assembly, Sort
from models.base import Base, Refused
from models.dates import LAST
from models.person import Person
from models.piece import Part, Piece
from models.seat import Seat
from models.task import Task

NOON, MORNING, EVENING = time(12), time(9), time(18)
AHEAD = (7, 1)
"""So many days before it, everybody who takes part is reminded."""
MOST_PIECES = 20
LONGEST_PIECE = 200
MOST_DAYS = 366


class Stage(StrEnum):
    """How far a campaign has come in one assembly."""

    DRAFT = "draft"
    DROPPED = "dropped"
    """A draft that was thrown away."""
    ASKED = "asked"
    """A council asks whether the assembly takes part."""
    ADOPTED = "adopted"
    """It takes part, or it is the one that plans."""
    DECLINED = "declined"
    OFF = "off"
    """Whoever planned it has called it off."""


@dataclass(slots=True)
class Progress:
    """How far a campaign has come in an assembly and everything beneath it."""

    asked: int = 0
    adopted: int = 0
    tasks: int = 0
    done: int = 0
    evaluations: int = 0
    names: Sequence[str] = ()
    """Some of those right beneath it that take part."""
    coming: Sequence[Task] = ()
    """The assembly's own tasks that are due next."""


class Campaign(Base):
    """A campaign as it stands in one assembly: its own, or one that a council asks it to join."""

    __tablename__ = "campaigns"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    title: Mapped[str]
    day: Mapped[datetime]
    """Noon where it was planned: the same day for almost everybody."""
    author_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    begun_at: Mapped[datetime]
    stage: Mapped[Stage] = mapped_column(default=Stage.DRAFT)
    adapted: Mapped[bool] = mapped_column(default=False)
    above_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"), index=True)
    """The council's, from which it came down."""
    root_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"), index=True)
    """The one with which it all began; none: this is it."""
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"), index=True)
    """The seat through which it came down."""

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    author: Mapped[Person | None] = relationship()
    above: Mapped[Campaign | None] = relationship(
        remote_side=[id], foreign_keys=[above_id], lazy="joined", join_depth=1
    )
    seat: Mapped[Seat | None] = relationship()
    all_pieces: Mapped[list[Piece]] = relationship(
        back_populates="campaign", order_by=Piece.id, lazy="selectin"
    )

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self._fresh()

    @reconstructor
    def _fresh(self) -> None:
        self.progress = Progress()
        """As of the last fetch."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"campaign:{self.id}"

    @property
    def pieces(self) -> list[Piece]:
        """Those that have not been struck out, what is due first leading."""
        left = [piece for piece in self.all_pieces if not piece.struck]
        return sorted(left, key=lambda piece: (piece.part is Part.MATERIAL, -piece.days_before))

    @property
    def tasks(self) -> list[Piece]:
        """What is to be done."""
        return [piece for piece in self.pieces if piece.part is Part.TASK]

    @property
    def is_own(self) -> bool:
        """It was planned here."""
        return self.above_id is None

    @property
    def goes_down(self) -> bool:
        """It is for the assemblies of a council; elsewhere it is for the members themselves."""
        return self.assembly.sort is Sort.COUNCIL

    @property
    def date(self) -> date:
        """The day itself."""
        return self.day.astimezone(self._zone).date()

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.assembly.zone)

    def at(self, days: int, hour: time) -> datetime:
        """An hour so many days after the day; before it, if they are less than 0."""
        return datetime.combine(self.date + timedelta(days=days), hour, self._zone)

    @property
    def asks_at(self) -> datetime:
        """When everybody is asked how it was."""
        return self.at(1, EVENING)

    def has_come(self, now: datetime) -> bool:
        """The day is here, or over."""
        return now >= self.at(0, time(0))

    def is_over(self, now: datetime) -> bool:
        """The day is over."""
        return now >= self.at(1, time(0))

    def ahead(self, now: datetime) -> list[Piece]:
        """What is to be done from today on."""
        today = now.astimezone(self._zone).date()
        return [one for one in self.tasks if self.at(-one.days_before, NOON).date() >= today]

    def due(self, piece: Piece, now: datetime) -> datetime:
        """Until when a task is to be done; what should be done by now, until the day."""
        due = self.at(-piece.days_before, LAST)
        return due if due > now else self.at(0, LAST)

    def add(self, part: Part, words: str, days_before: int = 0) -> Piece:
        """One more piece."""
        self.must_be_changeable()
        self.must_have_room(1)
        if len(words) > LONGEST_PIECE:
            raise Refused("refused-too-long", limit=LONGEST_PIECE)
        if not 0 <= days_before <= MOST_DAYS:
            raise Refused("campaign-many-days", limit=MOST_DAYS)
        self.adapted = self.adapted or not self.is_own
        piece = Piece(part=part, words=words, days_before=days_before, struck=False)
        self.all_pieces.append(piece)
        return piece

    def must_have_room(self, more: int) -> None:
        """Refuse more pieces than it holds."""
        if len(self.pieces) + more > MOST_PIECES:
            raise Refused("campaign-many-pieces", limit=MOST_PIECES)

    def strike(self, piece: Piece, *, struck: bool) -> None:
        """Leave a piece out, or take it in again."""
        self.must_be_changeable()
        self.adapted = self.adapted or not self.is_own
        piece.struck = struck

    def must_be_changeable(self) -> None:
        """Refuse what comes too late."""
        if self.stage in {Stage.DRAFT, Stage.ASKED, Stage.DECLINED}:
            return
        raise Refused("campaign-fixed", stage=self.stage)

    def must_be_draft(self, now: datetime) -> None:
        """Refuse to send what has been sent, or cannot be any more."""
        if self.stage is not Stage.DRAFT:
            raise Refused("campaign-no-draft", stage=self.stage)
        self.must_lie_ahead(now)

    def must_lie_ahead(self, now: datetime) -> None:
        """Refuse what the day itself leaves no time for."""
        if self.is_over(now):
            raise Refused("campaign-over")

    def must_be_asked(self, now: datetime) -> None:
        """Refuse to decide about what is not asked, or is settled."""
        if self.stage not in {Stage.ASKED, Stage.DECLINED}:
            raise Refused("campaign-fixed", stage=self.stage)
        self.must_lie_ahead(now)

    def must_run(self) -> None:
        """Refuse what only those do who take part."""
        if self.stage is not Stage.ADOPTED:
            raise Refused("campaign-not-running", stage=self.stage)

    def must_be_planned_here(self) -> None:
        """Refuse what only those do who have planned it."""
        self.must_run()
        if not self.is_own:
            raise Refused("campaign-not-planned-here")

    def keep_draft(self, *, kept: bool) -> None:
        """Throw a draft away, or take it back out."""
        if self.stage not in {Stage.DRAFT, Stage.DROPPED}:
            raise Refused("campaign-no-draft", stage=self.stage)
        self.stage = Stage.DRAFT if kept else Stage.DROPPED

    def adopt(self) -> None:
        """The assembly takes part."""
        self.stage = Stage.ADOPTED

    def come_down(self, seat: Seat, now: datetime) -> Campaign:
        """The same campaign for an assembly beneath, which is asked whether it takes part."""
        return Campaign(
            assembly=seat.assembly,
            number=seat.assembly.next_number("campaign"),
            title=self.title,
            day=self.day,
            begun_at=now,
            stage=Stage.ASKED,
            adapted=False,
            above=self,
            root_id=self.root_id or self.id,
            seat=seat,
            all_pieces=[
                Piece(
                    part=piece.part,
                    words=piece.words,
                    days_before=piece.days_before,
                    struck=False,
                )
                for piece in self.pieces
            ],
        )

    def put_up(self, now: datetime) -> list[Task]:
        """Its tasks become the assembly's own; nobody has taken them."""
        made = []
        for piece in self.tasks:
            task = Task(
                assembly=self.assembly,
                number=self.assembly.next_number("task"),
                title=piece.words,
                opened_at=now,
                due_at=self.due(piece, now),
            )
            made.append(task)
        return made

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], _person: object
    ) -> Sequence[Campaign]:
        """What is going on, or was, in these assemblies, the latest day first."""
        query = select(cls).where(cls.assembly_id.in_(assemblies), cls.stage == Stage.ADOPTED)
        return session.scalars(query.order_by(cls.day.desc(), cls.id.desc())).unique().all()


def noon(moment: datetime, zone: str) -> datetime:
    """The middle of the day on which a moment lies."""
    place = ZoneInfo(zone)
    return datetime.combine(moment.astimezone(place).date(), NOON, place)
