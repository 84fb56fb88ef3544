"""Objections in words: which one is meant, who reads it, why."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from handlers.beside import MOST_OFFERED
from handlers.listing import LABEL, offers_of
from handlers.reading import Missing, Unread, label_of, limited
from handlers.routing import Offer
from handlers.sight import reach
from handlers.turn import Turn, wired_id
from models.archive import find
from models.base import Refused
from models.decision import Decision
from models.objection import LONGEST_OBJECTION, Objection, secret_of, takes_objections
from models.phrase import Command
from models.secret_reason import takes_reasons


class Readers(StrEnum):
    """Who reads the reason of an objection."""

    ALL = "all"
    FACILITATORS = "facilitators"

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Readers, str]:
        """One of the two; for few eyes only what is said in private."""
        head, _, rest = text.strip().partition(" ")
        if not head:
            raise Missing
        for one in cls:
            if head.casefold() in {one.value, turn.plain(label_of(one)).casefold()}:
                if one is cls.FACILITATORS and not turn.private:
                    raise Refused("objection-in-private", command=Command("object"))
                return one, rest
        raise Unread("refused-choice", typed=head)


class Grounds(str):
    """The reason of an objection, or an answer to it."""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Grounds, str]:
        """The rest of the line."""
        return cls(limited(text, LONGEST_OBJECTION)), ""


def cut(turn: Turn, text: str) -> dict[str, str]:
    """The number, then the reason; in a group everyone reads it."""
    number, _, reason = text.strip().partition(" ")
    # Refused before anything is asked: what is asked for is kept, half said, beside a name.
    if secret_of(turn.session, reach(turn), wired_id(number.lstrip("#"))):
        raise Refused("objection-in-ballot", command=Command("secret", number))
    said = {"decision": number, "reason": reason}
    return said if turn.private else {**said, "readers": Readers.ALL.value}


def offer_consents(turn: Turn) -> Sequence[Offer]:
    """What is open and decided by consent, by name."""
    found = Decision.choices(turn.session, reach(turn), turn.person)
    asked = [decision for decision in found if takes_objections(decision)]
    if not asked:
        raise Refused("object-nowhere", command=Command("decide"))
    return offers_of(asked[:MOST_OFFERED])


def offer_objected(turn: Turn) -> Sequence[Offer]:
    """The same, and what was decided so lately or in secret."""
    found = [
        *Decision.choices(turn.session, reach(turn), turn.person),
        *find(turn.session, reach(turn), ()),
    ]
    asked = [one for one in found if takes_objections(one) or takes_reasons(one)]
    if not asked:
        raise Refused("object-nowhere", command=Command("decide"))
    return offers_of(asked[:MOST_OFFERED])


def offer_standing(turn: Turn) -> Sequence[Offer]:
    """Objections that can be answered."""
    found = Objection.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("objections-nowhere")
    titled = ((one, one.title or one.decision.title) for one in found[:MOST_OFFERED])
    return [(f"{one.number} {title}"[:LABEL], str(one.id)) for one, title in titled]


def offer_readers(turn: Turn) -> Sequence[Offer]:
    """Everyone, or a few."""
    return [(label_of(one), one.value) for one in Readers]


def in_words(turn: Turn) -> Sequence[Offer]:
    """There is nothing to choose from: it is asked for in words."""
    return []
