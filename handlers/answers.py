"""How a poll is typed: its question, its answers, its end, and the answer somebody chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from handlers.asking import STANCES
from handlers.reading import Missing, Unread, of_chat
from handlers.routing import Offer
from handlers.turn import Turn, wired_id
from models import dates
from models.base import Refused
from models.decision import LONGEST_OPTION, MOST_OPTIONS, Decision
from models.option import Option
from models.phrase import Phrase
from models.stances import NOBODY, UNCHANGED
from models.stances import STANCES as FIXED


@dataclass(frozen=True, slots=True)
class Answers:
    """The options of a poll: words of the members, or yes, no and abstain."""

    words: tuple[str, ...] = ()
    stances: tuple[str, ...] = STANCES

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Answers, str]:
        """Options parted by `|`; a dash stands for yes, no and abstain."""
        if not text.strip():
            raise Missing
        words = tuple(word.strip() for word in text.split("|") if word.strip())
        if words == ("-",):
            return cls(), ""
        if _are_stances(turn, words):
            return cls(stances=STANCES[: len(words)]), ""
        if len({word.casefold() for word in words}) < max(len(words), 2):
            raise Unread("decision-options-alike" if len(words) > 1 else "decision-one-option")
        if len(words) > MOST_OPTIONS:
            raise Unread("decision-many-options", limit=MOST_OPTIONS)
        if any(len(word) > LONGEST_OPTION for word in words):
            raise Unread("refused-too-long", limit=LONGEST_OPTION)
        return cls(words), ""

    def options(self) -> list[Option]:
        """Fresh options, in order."""
        if not self.words:
            return [
                Option(place=n, stance=stance, words="") for n, stance in enumerate(self.stances, 1)
            ]
        return [Option(place=n, words=word, stance="") for n, word in enumerate(self.words, 1)]


USUAL_ANSWERS = Answers()
EVERY = tuple(dict.fromkeys((*chain(*FIXED.values()), UNCHANGED, NOBODY)))
"""Whatever a vote may be called in our own words."""


def _are_stances(turn: Turn, words: tuple[str, ...]) -> bool:
    known = [_said(turn, stance) for stance in STANCES]
    typed = [word.casefold() for word in words]
    return typed in (known, known[:2])


def _said(turn: Turn, stance: str) -> str:
    return turn.plain(Phrase(f"stance-{stance}")).casefold()


@dataclass(frozen=True, slots=True)
class OptionOf:
    """An option by its id, its place or its words."""

    typed: str
    stance: str = ""
    """What is typed is the speaker's word for it."""
    wire: bool = False
    """It is an id; typed, a number is a place."""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[OptionOf, str]:
        """The rest of the line."""
        if not text.strip():
            raise Missing
        typed = text.strip()
        named = (stance for stance in EVERY if typed.casefold() == _said(turn, stance))
        return cls(typed, next(named, typed.casefold())), ""

    @classmethod
    def read_wire(cls, turn: Turn, text: str) -> tuple[OptionOf, str]:
        """What a button says."""
        if not text.strip():
            raise Missing
        return cls(text.strip(), wire=True), ""

    def among(self, decision: Decision) -> Option:
        """The option of this decision that is meant."""
        typed = self.typed.casefold()
        for option in decision.options:
            if self.wire and typed == str(option.id):
                return option
            meant = typed == option.words.casefold() or self.stance == option.stance
            if not self.wire and meant:
                return option
        if not self.wire and 1 <= (wired_id(typed) or 0) <= len(decision.options):
            return decision.options[int(typed) - 1]
        raise Refused("decision-no-such-option", typed=self.typed)


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`question | option | option | until Friday 18:00`; a question may stand alone.

    Said as a reply to somebody's message, that message is the question, and options follow.
    """
    if turn.quoted:
        text = f"{turn.quoted.replace('|', '/')} | {text}"
    parts = [part.strip() for part in text.split("|") if part.strip()]
    if not parts:
        return {}
    if len(parts) == 1:
        return _cut_question(turn, parts[0])
    ends = [dates.attempted(part, **of_chat(turn)) for part in parts]
    # where more than one part is a deadline, they are the answers
    until = parts.pop() if ends[-1] and not any(ends[1:-1]) else ""
    return {"title": parts[0], "answers": " | ".join(parts[1:]), "until": until}


def _cut_question(turn: Turn, text: str) -> dict[str, str]:
    """A deadline stands after the question mark; before it, it is what the question is about."""
    question, until = dates.deadline(text, **of_chat(turn))
    apart = not question or question.endswith("?")
    if not until or not apart or until.endswith("?"):
        return {"title": text}
    return {"title": question, "until": until}


def offer_answers(turn: Turn) -> Sequence[Offer]:
    """What a question is mostly answered with."""
    return [(Phrase("decision-yes-no"), "-")]


def offer_ends(turn: Turn) -> Sequence[Offer]:
    """How long a poll mostly lasts."""
    days = {1: "decision-in-one-day", 3: "decision-in-days", 7: "decision-in-days"}
    return [
        (Phrase(key, {"days": n}), f"@{int((turn.now + timedelta(days=n)).timestamp())}")
        for n, key in days.items()
    ]
