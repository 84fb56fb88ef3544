"""A whole ballot in one typed line: an answer, numbers in the order of the options, a ranking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.answers import OptionOf
from handlers.reading import Missing
from handlers.turn import Turn
from models.base import Refused
from models.counting import Choice, Marks, Opinion, Ranked, Suits, Times
from models.decision import Decision
from models.phrase import Command, Phrase

BETWEEN = re.compile(r"[\s,;>/]+")
LEFT_OUT = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed, until it is known of which decision it speaks."""

    typed: str
    answer: OptionOf
    times: str
    """The same, with our own words for times as marks."""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Given, str]:
        """The rest of the line."""
        typed = text.strip()
        if not typed:
            raise Missing
        times = BETWEEN.sub(" ", typed.casefold())
        for suits in Suits:
            words = "|".join(map(re.escape, _said(turn, suits)))
            times = re.sub(rf"(?<!\S)(?:{words})(?!\S)", str(suits.value), times)
        answer, _ = OptionOf.read(turn, typed)
        return cls(typed, answer, times), ""

    def marks(self, decision: Decision) -> Marks:
        """The ballot that it is in this decision."""
        method = decision.counting
        if decision.one_answer:
            return {self.answer.among(decision).place: 1}
        pieces = BETWEEN.split((self.times if isinstance(method, Times) else self.typed).strip())
        if isinstance(method, Choice | Opinion):
            return dict.fromkeys(self._numbers(decision, pieces), 1)
        if isinstance(method, Ranked):
            order = self._numbers(decision, pieces)
            return {option: rank for rank, option in enumerate(order, 1)}
        if len(pieces) != len(decision.options):
            raise Refused(
                "ballot-each-option",
                given=len(pieces),
                options=len(decision.options),
                command=_form(decision),
            )
        given = zip(decision.options, pieces, strict=True)
        return {o.place: _number(decision, word) for o, word in given if word != LEFT_OUT}

    def _numbers(self, decision: Decision, pieces: list[str]) -> list[int]:
        """Options by their number, each once."""
        numbers = [_number(decision, word) for word in pieces]
        if len(set(numbers)) < len(numbers):
            raise Refused("ballot-twice", command=_form(decision))
        return numbers


def _said(turn: Turn, suits: Suits) -> list[str]:
    also = turn.plain(Phrase(f"suits-also-{suits.value}")).casefold()
    return [turn.plain(Phrase(f"suits-{suits.value}")).casefold(), *also.split(", ")]


def _number(decision: Decision, word: str) -> int:
    if not (word.isascii() and word.isdecimal() and len(word) < 4):
        raise Refused("ballot-no-number", typed=word[:60], command=_form(decision))
    return int(word)


def _form(decision: Decision) -> Command:
    return Command("ballot", str(decision.number))
