"""Motions: decisions before they are put to the vote, in the hands of whoever drafts them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly, Chat, Sort
from models.base import Base, Refused
from models.counting import METHODS, Method
from models.counting.column import dump_method, load_method
from models.counting.mandates import Weighing
from models.counting.passing import Rule, dump, stricter
from models.counting.passing import load as load_rule
from models.decision import MOST_OPTIONS, Decision
from models.item import Item
from models.option import Option
from models.person import Person
from models.phrase import Command, Moment
from models.stances import STANCES, fresh_options
from models.statutes import Article, Statutes, with_ruled

MOST_SEATS = MOST_OPTIONS - 1
LONGEST = timedelta(days=366)


class Motion(Base):
    """A draft of a decision, until it is opened or thrown away."""

    __tablename__ = "motions"

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    """Where its preview stands."""
    title: Mapped[str]
    words: Mapped[list[Any]] = mapped_column(default=list)
    """The answers, in the members' words; none where the method has its own."""
    method: Mapped[dict[str, Any]]
    rule: Mapped[dict[str, Any]]
    secret: Mapped[bool] = mapped_column(default=False)
    days: Mapped[int]
    """How long it runs, where no end was said."""
    opens_at: Mapped[datetime | None]
    """When it opens by itself; none: when somebody says so."""
    scheduled_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Who said so; none: whoever has begun it."""
    closes_at: Mapped[datetime | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    """The decision of which it is a new version."""
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    """What became of it."""
    begun_at: Mapped[datetime]
    waits_from: Mapped[datetime] = mapped_column(index=True)
    """Since when nobody has touched it; of one that opens by itself, its opening."""
    dropped: Mapped[bool] = mapped_column(default=False)
    """Thrown away; it can be kept after all."""
    free: Mapped[bool] = mapped_column(default=False)
    """In a council: delegates speak without a mandate, and their base ratifies it."""

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    scheduled_by: Mapped[Person | None] = relationship(foreign_keys=[scheduled_by_id])
    chat: Mapped[Chat] = relationship()
    replaces: Mapped[Decision | None] = relationship(foreign_keys=[replaces_id])
    decision: Mapped[Decision | None] = relationship(foreign_keys=[decision_id])

    @classmethod
    def begin(
        cls,
        assembly: Assembly,
        author: Person,
        chat: Chat,
        statutes: Statutes,
        now: datetime,
        *,
        title: str,
        words: Sequence[str] = (),
        closes_at: datetime | None = None,
    ) -> Motion:
        """A new draft that is as the statutes have it."""
        fixed = statutes.method in STANCES
        other = "choice" if words else "proposal"
        method = other if fixed == bool(words) else statutes.method
        return cls(
            assembly=assembly,
            author=author,
            chat=chat,
            title=title,
            words=list(words),
            method=dump_method(METHODS[method]),
            rule=statutes.rule,
            secret=False,
            days=statutes.days,
            closes_at=closes_at,
            begun_at=now,
            waits_from=now,
            dropped=False,
        )

    @property
    def slot(self) -> str:
        """The preview's place."""
        return f"motion:{self.id}"

    @property
    def counting(self) -> Method:
        """How it will be voted and counted."""
        return load_method(self.method)

    @property
    def passing(self) -> Rule:
        """When it will pass."""
        return load_rule(self.rule)

    @property
    def is_open(self) -> bool:
        """It was put to the vote."""
        return self.decision_id is not None

    def must_wait(self) -> None:
        """Refuse what changes it once it is open or thrown away."""
        if self.is_open or self.dropped:
            key = "motion-open-already" if self.is_open else "motion-dropped-already"
            raise Refused(key, command=Command("amend"))

    def touch(self, now: datetime) -> None:
        """Somebody has changed it."""
        self.waits_from = max(now, self.opens_at or now)

    def answer(self, words: Sequence[str]) -> None:
        """Other answers; a method that has its own gives way to a choice, and the other way."""
        self.words = list(words)
        if bool(words) == bool(self.stances):
            self.choose("choice" if words else "proposal")

    def choose(self, method: str) -> None:
        """Vote and count by another method."""
        self.method = dump_method(METHODS[method])

    def number_of(self, article: Article) -> int | None:
        """How many may be chosen (`most`), or win (`seats`); None where neither is said."""
        named = {field.name for field in fields(self.counting)}  # type: ignore[arg-type]
        return int(getattr(self.counting, article)) if article in named else None

    def set_number(self, article: Article, value: int) -> None:
        """Let so many be chosen, or have a place."""
        if self.number_of(article) is None or not 1 <= value <= MOST_SEATS:
            raise Refused("button-old")
        self.method = dump_method(replace(self.counting, **{article.value: value}))  # type: ignore[type-var]

    def set_rule(self, article: Article, value: str, statutes: Statutes) -> None:
        """Another rule, as strict as the statutes or stricter."""
        rule = with_ruled(self.passing, article, value)
        _must_be_strict(rule, statutes)
        self.rule = dump(rule)

    def may_be(self, article: Article, value: str, statutes: Statutes) -> bool:
        """Whether the statutes leave this to whoever drafts a decision."""
        return stricter(with_ruled(self.passing, article, value), statutes.passing)

    def set_times(
        self, now: datetime, opens_at: datetime | None, closes_at: datetime | None
    ) -> None:
        """When it opens by itself, and when it ends; None: when told, and after so many days."""
        opening = max(now, opens_at or now)
        if closes_at is not None and closes_at <= opening:
            raise Refused("motion-ends-before", opens=Moment(opening))
        if max(opening, closes_at or opening) > now + LONGEST:
            raise Refused("motion-too-late")
        self.opens_at, self.closes_at, self.waits_from = opens_at, closes_at, opening

    def ends_at(self, now: datetime) -> datetime:
        """When it ends, if it opens now, or when it is to."""
        return self.closes_at or max(now, self.opens_at or now) + timedelta(days=self.days)

    @property
    def stances(self) -> tuple[str, ...]:
        """The fixed answers of its method."""
        return STANCES.get(self.counting.name, ())

    @property
    def lacks_answers(self) -> bool:
        """Its method needs answers of the members' own, and there are not enough."""
        least = 1 if self.counting.status_quo else 2
        return not self.stances and len(self.words) < least

    def options(self) -> list[Option]:
        """Fresh options, in the order in which they are counted."""
        return fresh_options(self.counting, self.words)

    def must_be_whole(self, statutes: Statutes, now: datetime) -> None:
        """Refuse what cannot be put to the vote like this."""
        if self.lacks_answers:
            raise Refused("motion-lacks-answers")
        room = MOST_OPTIONS - self.counting.status_quo
        if not self.stances and len(self.words) > room:
            raise Refused("motion-many-answers", limit=room)
        seats = self.number_of(Article.SEATS) or 1
        if not self.stances and max(seats, self.number_of(Article.MOST) or 1) > len(self.words):
            raise Refused("motion-many-seats", count=len(self.words))
        if self.ends_at(now) <= now:
            raise Refused("motion-ends-before", opens=Moment(now))
        _must_be_strict(self.passing, statutes)

    def open(self, number: int, weighing: Weighing, now: datetime) -> Decision:
        """The decision it becomes; from here on nothing of it changes."""
        self.opens_at = None
        council = self.assembly.sort is Sort.COUNCIL
        more = {"free": self.free, "weighing": weighing} if council else {}
        return (Item if council else Decision)(
            assembly=self.assembly,
            number=number,
            title=self.title,
            opener=self.author,
            opened_at=now,
            closes_at=self.ends_at(now),
            options=self.options(),
            binding=True,
            secret=self.secret,
            method=self.method,
            rule=self.rule,
            replaces_id=self.replaces_id,
            **more,
        )


def _must_be_strict(rule: Rule, statutes: Statutes) -> None:
    if not stricter(rule, statutes.passing):
        raise Refused("motion-less-strict", command=Command("statutes"))


def amended(
    decision: Decision, author: Person, chat: Chat, statutes: Statutes, now: datetime
) -> Motion:
    """A draft that says what an earlier decision says, under the statutes of today."""
    motion = Motion.begin(decision.assembly, author, chat, statutes, now, title=decision.title)
    motion.replaces = decision
    motion.method = dump_method(decision.counting)
    motion.words = [option.words for option in decision.options if option.words]
    motion.secret = decision.secret
    motion.free = isinstance(decision, Item) and bool(decision.free)
    if stricter(decision.passing, statutes.passing):
        motion.rule = dump(decision.passing)
    return motion


def lately(session: Session, assemblies: Collection[int], limit: int) -> Sequence[Decision]:
    """What was put to the vote last, the newest first."""
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies),
        Decision.replaced_by.is_(None),
        Decision.consequence == "",
    )
    return session.scalars(query.order_by(Decision.id.desc()).limit(limit)).unique().all()
