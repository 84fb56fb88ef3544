"""What there is to choose from when an argument is asked for, and a choice that is typed."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from typing import Any, NewType, get_args, get_origin

from handlers import listing
from handlers.reading import Unread, label_of, reader
from handlers.rights import named_here
from handlers.routing import Command, Offer, Param
from handlers.sight import reach, visible
from handlers.turn import Turn, wired_id
from models.assembly import Assembly
from models.base import Base
from models.person import Person
from models.phrase import Phrase

LONGEST_LABEL = 60
LONGEST_TYPED = 60


def offers_of(turn: Turn, command: Command, param: Param) -> list[Offer]:
    """The label of each, and how a button says it; those of several assemblies name theirs."""
    return _told_apart(turn, _inner(param.kind), _named(turn, command, param))


def _named(turn: Turn, command: Command, param: Param) -> list[Offer]:
    offers = command.offers.get(param.name)
    return list(offers(turn)) if offers else _offers_for(turn, param)


def _offers_for(turn: Turn, param: Param) -> list[Offer]:
    kind = _inner(param.kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return [(label_of(member), str(member.value)) for member in kind]
    if kind is Person:
        return [(person.name, str(person.id)) for person in named_here(turn)[:30]]
    if kind is Assembly:
        return [(m.assembly.name, str(m.assembly_id)) for m in turn.memberships[:30]]
    if isinstance(kind, type) and issubclass(kind, Base) and hasattr(kind, "choices"):
        found = kind.choices(turn.session, reach(turn), turn.person)
        return listing.offers_of(
            (entity for entity in found[:20] if visible(turn, entity)), most=LONGEST_LABEL
        )
    return []


def _inner(kind: Any) -> Any:
    if get_origin(kind) is not None and not isinstance(kind, NewType):
        return next((arg for arg in get_args(kind) if arg is not type(None)), kind)
    return kind


def _told_apart(turn: Turn, kind: Any, offers: list[Offer]) -> list[Offer]:
    """In private: things of several assemblies have numbers and titles in common."""
    if not turn.private or not _is_of_assembly(kind):
        return offers
    ids = [wired_id(text) for _, text in offers]
    # Each of them was looked up a moment ago, so that none is asked for again.
    things = [turn.session.get(kind, known) if known is not None else None for known in ids]
    if len({thing.assembly_id for thing in things if thing is not None}) < 2:
        return offers
    return [
        (label if thing is None else listing.placed(label, thing.assembly, several=True), text)
        for (label, text), thing in zip(offers, things, strict=True)
    ]


def _is_of_assembly(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Base) and hasattr(kind, "assembly_id")


def offers_among(turn: Turn, command: Command, param: Param, ids: Collection[int]) -> list[Offer]:
    """Of what there is to choose from, these alone."""
    offers = offers_of(turn, command, param)
    return [one for one in offers if wired_id(one[1]) in ids] or offers


def by_label(
    turn: Turn, command: Command, param: Param, text: str, unread: Unread
) -> tuple[Any, str]:
    """What somebody typed in place of pressing it, and the rest: what stands on a button.

    Raises Unread, with those among which it does not decide. Where a line goes on and there is
    one thing to choose, that is meant, and all the words are the rest.
    """
    kind = _inner(param.kind)
    if kind is Person or not text.strip():
        raise unread
    named = _named(turn, command, param)
    offers = _told_apart(turn, kind, named)
    words = [_words(_plain(turn, label)) for label, _ in named]
    # What says another line is pressed: nothing is read from it here.
    labels = [pair for pair in zip(words, offers, strict=True) if not pair[1][1].startswith("/")]
    if not (isinstance(kind, type) and issubclass(kind, Base)):
        same = [offer for words, offer in labels if words == _words(text)]
        found, rest = same[:1], ""
        if not found:
            raise unread
    else:
        goes_on = command.params[-1] is not param
        found, rest = _meant(labels, text, goes_on=goes_on)
    if len(found) == 1:
        return reader(param.kind, True)(turn, found[0][1])[0], rest
    key = "refused-several-things" if found else "refused-no-thing"
    raise Unread(key, offers=found or offers, rest=rest, typed=text.strip()[:LONGEST_TYPED])


def _meant(
    labels: Sequence[tuple[str, Offer]], text: str, *, goes_on: bool
) -> tuple[list[Offer], str]:
    """Those that bear these words, and the rest of the line where it goes on."""
    typed = _words(text)
    within = [offer for words, offer in labels if typed and f" {typed} " in f" {words} "]
    same = [offer for words, offer in labels if typed in {words, _title(words)}]
    if within or not goes_on:
        return same or within, ""
    heads = text.split()
    for length in range(len(heads) - 1, 0, -1):
        head = _words(" ".join(heads[:length]))
        led = [offer for words, offer in labels if head and head == _title(words)]
        if led:
            return led, " ".join(heads[length:])
    return ([labels[0][1]], text) if len(labels) == 1 else ([], "")


def _title(words: str) -> str:
    """A label without the number that leads it."""
    number, _, title = words.partition(" ")
    return title if number.isdecimal() and title else words


def _plain(turn: Turn, label: Any) -> str:
    return turn.plain(label) if isinstance(label, Phrase) else str(label)


def _words(text: str) -> str:
    """In small letters, with single spaces and no signs."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
