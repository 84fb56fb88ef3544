"""Arguments read by their annotation, from typed words or from wire forms."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, NewType, Self, get_args, get_origin

from sqlalchemy import select

from handlers.sight import reach, visible
from handlers.turn import Turn, wired_id, wired_moment
from models import dates
from models.assembly import Assembly, members_of
from models.base import Base, Refused
from models.naming import named, unquoted
from models.person import Person
from models.phrase import Phrase, Value

Text = NewType("Text", str)
"""The rest of the line, in the speaker's own words; at most 2,000 characters."""
Long = NewType("Long", str)
"""Like Text, for minutes and reports; at most 4,000 characters."""
Title = NewType("Title", str)
"""Like Text, for one line of at most 200 characters."""
Word = NewType("Word", str)
"""One word."""
When = NewType("When", datetime)
"""A date somebody wrote, to the end of the line, read in the language and zone of the chat.

A day without a time is that day where the assembly is for which it is said.
"""

LIMITS = {Text: 2000, Long: 4000, Title: 200}


class Switch(enum.StrEnum):
    """On or off."""

    ON = "on"
    OFF = "off"


class Missing(Exception):
    """There is nothing to read: the bot asks."""


class Shared(Missing):
    """Things of several assemblies bear this number: the bot asks which is meant."""

    def __init__(self, ids: Sequence[int], rest: str) -> None:
        super().__init__(ids)
        self.ids, self.rest = ids, rest


class Unread(Refused):
    """It cannot be read: the bot says why and asks again, where it is known among what."""

    def __init__(
        self, key: str, offers: Sequence[tuple[Any, str]] = (), rest: str = "", **values: Value
    ) -> None:
        """`rest`: of the line, after what it was that could not be read."""
        super().__init__(key, **values)
        self.offers, self.rest = offers, rest


Reader = Callable[[Turn, str], tuple[Any, str]]
"""The value and the rest of the text; raises Missing or Unread. A class may have one: `read`."""


@cache
def reader(kind: Any, wire: bool) -> Reader:
    """How an annotation is read."""
    if kind in LIMITS:
        return _words(LIMITS[kind])
    simple: dict[Any, Reader] = {Word: _word, int: _number, When: _wire_when if wire else _when}
    if kind in simple:
        return simple[kind]
    if hasattr(kind, "read"):
        return getattr(kind, "read_wire", kind.read) if wire else kind.read  # type: ignore[no-any-return]
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _choice(kind)
    if isinstance(kind, type) and issubclass(kind, Base):
        return _by_id(kind) if wire else _by_name(kind)
    if get_origin(kind) is not None:
        inner = next(arg for arg in get_args(kind) if arg is not type(None))
        return reader(inner, wire)
    raise TypeError(f"no grammar for {kind}")


def _take(text: str) -> tuple[str, str]:
    head, *rest = text.split(maxsplit=1) or [""]
    if not head:
        raise Missing
    return head, rest[0].strip() if rest else ""


def limited(text: str, most: int) -> str:
    """Somebody's own words, of at most so many characters."""
    words = text.strip()
    if not words:
        raise Missing
    if len(words) > most:
        raise Unread("refused-too-long", limit=most)
    return words


class Sentence(str):
    """The rest of the line, in one line, in the speaker's own words."""

    __slots__ = ()
    most: ClassVar[int] = 300
    """Characters; a class below may have it otherwise."""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Self, str]:
        """Breaks of the line are spaces."""
        return cls(limited(" ".join(text.split()), cls.most)), ""


def _words(limit: int) -> Reader:
    return lambda turn, text: (limited(text, limit), "")


def _word(turn: Turn, text: str) -> tuple[str, str]:
    return _take(text)


def _number(turn: Turn, text: str) -> tuple[int, str]:
    head, rest = _take(text)
    number = wired_id(head.lstrip("#"))
    if number is None:
        raise Unread("refused-number", typed=head[:60])
    return number, rest


def of_chat(turn: Turn) -> dict[str, Any]:
    """How the dates that people write in this chat are read."""
    return {"language": turn.language, "zone": turn.zone, "now": turn.now}


def zone_of_days(turn: Turn) -> str:
    """Where a day without a time ends: in the assembly's zone, wherever one types or presses it."""
    return turn.assembly.zone if turn.assembly is not None else turn.zone


def _when(turn: Turn, text: str) -> tuple[datetime, str]:
    if not text.strip():
        raise Missing
    when = dates.read(text, **of_chat(turn))
    if when is None:
        before, when = dates.trail(text, **of_chat(turn))
        when = None if before else when
    if when is None:
        raise Unread("refused-date", typed=text.strip()[:60])
    when = dates.same_day(when, turn.zone, zone_of_days(turn))
    if when <= turn.now:
        raise Unread("refused-past")
    return when, ""


def _wire_when(turn: Turn, text: str) -> tuple[datetime, str]:
    head, rest = _take(text)
    when = wired_moment(head)
    if when is None:
        raise Refused("button-old")
    return when, rest


def _choice(kind: type[enum.Enum]) -> Reader:
    def read(turn: Turn, text: str) -> tuple[enum.Enum, str]:
        head, _ = _take(text)
        typed = text.casefold().split()
        called = [(name.split(), member) for member in kind for name in _called(turn, member)]
        for words, member in sorted(called, key=lambda each: -len(each[0])):
            if typed[: len(words)] == words:
                rest = text.split(maxsplit=len(words))[len(words) :]
                return member, rest[0].strip() if rest else ""
        raise Unread("refused-choice", typed=head)

    return read


def _called(turn: Turn, member: enum.Enum) -> set[str]:
    """What people may type for a choice; a class may know other words for one: `also`."""
    also = member.also() if hasattr(member, "also") else ()
    return {str(member.value), *spelled(turn, label_of(member), *also)}


def spelled(turn: Turn, *phrases: Phrase) -> set[str]:
    """All the words of these phrases, each of which may hold several with commas between."""
    return set(", ".join(turn.plain(phrase).casefold() for phrase in phrases).split(", "))


def label_of(member: enum.Enum) -> Phrase:
    """The word for a choice, from the locales."""
    return Phrase(f"{type(member).__name__.lower()}-{member.value}")


def _by_id(kind: type[Base]) -> Reader:
    def read(turn: Turn, text: str) -> tuple[Base, str]:
        head, rest = _take(text)
        number = wired_id(head)
        entity = turn.session.get(kind, number) if number is not None else None
        if entity is None or not visible(turn, entity):
            raise Refused("refused-not-there")
        return entity, rest

    return read


def _by_name(kind: type[Base]) -> Reader:
    if kind is Person:
        return _person
    if kind is Assembly:
        return _assembly

    def read(turn: Turn, text: str) -> tuple[Base, str]:
        number, rest = _number(turn, text)
        found = [
            entity
            for entity in turn.session.scalars(
                select(kind).where(
                    kind.number == number,  # type: ignore[attr-defined]
                    kind.assembly_id.in_(reach(turn)),  # type: ignore[attr-defined]
                )
            )
            if visible(turn, entity)
        ]
        if not found:
            raise Refused("refused-not-there")
        if len(found) > 1:
            raise Shared([entity.id for entity in found], rest)  # type: ignore[attr-defined]
        return found[0], rest

    return read


def _person(turn: Turn, text: str) -> tuple[Person, str]:
    if not text.strip():
        raise Missing
    people = members_of(turn.session, turn.here)
    for written, meant in turn.mentions.items():
        if text.strip().startswith(written):
            rest = text.strip()[len(written) :].strip()
            for person in people:
                if any(
                    account is meant or account.username == meant for account in person.accounts
                ):
                    return person, rest
    typed = unquoted(text.strip().removeprefix("@"))
    found, length = named(people, typed.casefold())
    if not found:
        raise Unread("refused-person", typed=_take(typed)[0][:60])
    if len(found) > 1:
        aloud = turn.here.hidden and not turn.private
        offers = [] if aloud else [(person.name, str(person.id)) for person in found]
        rest = typed[length:].strip()
        raise Unread("refused-several-people", offers=offers, rest=rest, typed=typed[:length])
    return found[0], typed[length:].strip()


def _assembly(turn: Turn, text: str) -> tuple[Assembly, str]:
    wanted = text.strip().casefold()
    if not wanted:
        raise Missing
    for membership in turn.memberships:
        if membership.assembly.name.casefold() == wanted:
            return membership.assembly, ""
    raise Unread("refused-not-there")
