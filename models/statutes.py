"""Statutes: how an assembly decides unless a decision is stricter, and who may open and close."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.assembly import Assembly, Membership, Role
from models.base import Base
from models.counting import METHODS
from models.counting.mandates import Weighing
from models.counting.passing import Basis, Majority, Rule, dump
from models.counting.passing import load as load_rule

LONGEST_DAYS = 90
USUAL_DAYS = 7
SHARE = re.compile(r"\d{1,3}(/\d{1,3}|%)?")


class Who(StrEnum):
    """Who may do something with a decision."""

    MEMBERS = "members"
    FACILITATORS = "facilitators"
    ORGANISERS = "organisers"

    def includes(self, membership: Membership, now: datetime) -> bool:
        """Whether somebody with this place in the assembly is among them."""
        if self is Who.MEMBERS:
            return membership.left_at is None
        return membership.holds(Role.ORGANISER if self is Who.ORGANISERS else Role.FACILITATOR, now)


class Article(StrEnum):
    """What statutes say something about."""

    METHOD = "method"
    MAJORITY = "majority"
    BASIS = "basis"
    QUORUM = "quorum"
    DAYS = "days"
    EARLY = "early"
    EXTENDS = "extends"
    OPENING = "opening"
    CLOSING = "closing"
    MOST = "most"
    """How many answers one may choose; each decision says it for itself."""
    SEATS = "seats"
    """How many win; each decision says it for itself."""
    WEIGHING = "weighing"
    REFERRING = "referring"
    """When a council's items go down to its assemblies."""
    TERM = "term"
    """Months for which a delegate is sent."""
    ROTATION = "rotation"
    """How many terms in a row somebody may hold a seat; 0: any number."""
    RECALL = "recall"
    """The share of members who bring a recall to the vote."""
    REPORTING = "reporting"
    """Days within which delegates report."""


OFFERED: dict[Article, tuple[str, ...]] = {
    Article.METHOD: tuple(name for name in METHODS if name != "opinion"),
    Article.MAJORITY: ("simple", "absolute", "2/3", "3/4"),
    Article.BASIS: tuple(Basis),
    Article.QUORUM: ("0", "1/4", "1/3", "1/2"),
    Article.DAYS: ("1", "3", "7", "14"),
    Article.EARLY: ("on", "off"),
    Article.EXTENDS: ("on", "off"),
    Article.OPENING: tuple(Who),
    Article.CLOSING: tuple(Who),
    Article.WEIGHING: tuple(Weighing),
    Article.REFERRING: ("at-once", "on-call"),
    Article.TERM: ("3", "6", "12"),
    Article.ROTATION: ("1", "2", "3", "0"),
    Article.RECALL: ("1/10", "1/5", "1/3"),
    Article.REPORTING: ("3", "7", "14"),
}
"""What is mostly chosen, as columns and buttons say it."""
STATUTORY = tuple(OFFERED)
"""Articles of statutes."""
COUNCILS = (Article.WEIGHING, Article.REFERRING)
"""What only councils say."""
SENDING = (Article.TERM, Article.ROTATION, Article.RECALL, Article.REPORTING)
"""What those say who send somebody to a council."""
USUAL = {
    Article.WEIGHING: Weighing.EACH.value,
    Article.REFERRING: "at-once",
    Article.TERM: "6",
    Article.ROTATION: "2",
    Article.RECALL: "1/10",
    Article.REPORTING: "3",
}
DECIDING = tuple(article for article in OFFERED if article not in USUAL)
"""What every assembly says."""
HALF = Fraction(1, 2)
RULES = (Article.MAJORITY, Article.BASIS, Article.QUORUM, Article.EARLY, Article.EXTENDS)
"""Articles of which a decision may say something else, but nothing less strict."""


class Statutes(Base):
    """What an assembly has given itself; without a row, what is usual."""

    __tablename__ = "statutes"

    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"), primary_key=True)
    method: Mapped[str]
    rule: Mapped[dict[str, Any]]
    days: Mapped[int]
    """How long a decision runs."""
    opening: Mapped[Who]
    closing: Mapped[Who]
    """Besides whoever opened it."""
    more: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What is said of councils and delegates, by article, where it is not as usual."""

    @property
    def weighing(self) -> Weighing:
        """What an assembly's vote weighs here."""
        return Weighing(self.value(Article.WEIGHING))

    @property
    def term(self) -> int:
        """How many months a delegate is sent for."""
        return int(self.value(Article.TERM))

    @property
    def rotation(self) -> int:
        """How many terms in a row somebody may hold a seat; 0: any number."""
        return int(self.value(Article.ROTATION))

    @property
    def recall(self) -> Fraction:
        """The share of members who bring a recall to the vote."""
        return Fraction(self.value(Article.RECALL))

    @property
    def passing(self) -> Rule:
        """When a decision passes."""
        return load_rule(self.rule)

    def value(self, article: Article) -> str:
        """What it says there."""
        if article in RULES:
            return ruled(self.passing, article)
        if article in USUAL:
            return str((self.more or {}).get(article.value, USUAL[article]))
        return str(getattr(self, article.value))

    def put(self, article: Article, value: str) -> None:
        """Let it say something else there; raises ValueError for what it cannot say."""
        said = canonical(article, value)
        if article in RULES:
            self.rule = dump(with_ruled(self.passing, article, said))
        elif article is Article.DAYS:
            self.days = int(said)
        elif article in USUAL:
            self.more = {**(self.more or {}), article.value: said}
        elif article is Article.METHOD:
            self.method = said
        else:
            setattr(self, article.value, Who(said))


def statutes_of(session: Session, assembly: Assembly) -> Statutes:
    """The statutes in force; a fresh row, not yet added, where nothing else was decided."""
    return session.get(Statutes, assembly.id) or Statutes(
        assembly_id=assembly.id,
        method="proposal",
        rule=dump(Rule()),
        days=USUAL_DAYS,
        opening=Who.MEMBERS,
        closing=Who.FACILITATORS,
    )


def canonical(article: Article, value: str) -> str:
    """What statutes can say there, as a column keeps it; raises ValueError for anything else."""
    if article in RULES:
        rule = with_ruled(Rule(), article, value)
        if isinstance(rule.majority, Fraction) and rule.majority < HALF:
            raise ValueError(value)
        return ruled(rule, article)
    if article is Article.DAYS and 1 <= int(value) <= LONGEST_DAYS:
        return str(int(value))
    if article in STATUTORY and value in OFFERED[article]:
        return value
    raise ValueError(value)


def ruled(rule: Rule, article: Article) -> str:
    """What a rule says there."""
    said = getattr(rule, article.value)
    if isinstance(said, bool):
        return "on" if said else "off"
    return str(said)


def with_ruled(rule: Rule, article: Article, value: str) -> Rule:
    """A rule that says something else there; raises ValueError for what it cannot say."""
    said: Any
    match article:
        case Article.MAJORITY:
            said = Majority(value) if value in list(Majority) else fraction(value)
        case Article.BASIS:
            said = Basis(value)
        case Article.QUORUM:
            said = fraction(value)
        case _:
            if value not in {"on", "off"}:
                raise ValueError(value)
            said = value == "on"
    return replace(rule, **{article.value: said})


def fraction(typed: str) -> Fraction:
    """`2/3`, `0`, or `40%`; raises ValueError for what is none."""
    if not SHARE.fullmatch(typed):
        raise ValueError(typed)
    try:
        share = Fraction(typed.removesuffix("%"))
    except ZeroDivisionError:
        raise ValueError(typed) from None
    return share / 100 if typed.endswith("%") else share
