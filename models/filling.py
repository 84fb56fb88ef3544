"""A ballot being filled in by taps; its state is short enough to live in its buttons alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from string import ascii_lowercase, digits
from typing import TypeGuard

from models.base import Refused
from models.counting import (
    BEST_SCORE,
    DOTS,
    MOST_RESISTANCE,
    Choice,
    Consensus,
    Consent,
    Dots,
    Marks,
    Method,
    Opinion,
    Proposal,
    Ranked,
    Resistance,
    Score,
    Suits,
    Times,
)

SIGNS = digits + ascii_lowercase
"""A mark as one sign: of each option in turn, they are the state."""
NONE = "-"
"""Not marked yet."""


OneAnswer = Proposal | Consent | Consensus | Choice | Opinion
"""Methods in which a ballot may be one of the options."""


def one_answer(method: Method) -> TypeGuard[OneAnswer]:
    """Whether a ballot is one of the options, and nothing is said of the others."""
    if isinstance(method, Choice | Opinion):
        return method.most == 1
    return isinstance(method, Proposal | Consent | Consensus)


@dataclass(frozen=True, slots=True)
class Filling:
    """Marks so far, and what a tap on an option makes of them."""

    method: Method
    options: int
    marks: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def read(cls, method: Method, options: int, state: str) -> Filling:
        """What `state` wrote; refused is what no button of this ballot says."""
        fits = len(state) == options and all(sign in SIGNS + NONE for sign in state)
        if not fits:
            raise Refused("button-old")
        marks = {o: SIGNS.index(sign) for o, sign in enumerate(state, 1) if sign != NONE}
        if marks:
            method.check(marks, options)
        return cls(method, options, marks)

    @property
    def state(self) -> str:
        """One sign for each option."""
        marked = range(1, self.options + 1)
        return "".join(SIGNS[self.marks[o]] if o in self.marks else NONE for o in marked)

    @property
    def scale(self) -> range:
        """The marks to choose from once an option was tapped; none where the tap says it all."""
        if isinstance(self.method, Score):
            return range(BEST_SCORE + 1)
        return range(MOST_RESISTANCE + 1) if isinstance(self.method, Resistance) else range(0)

    @property
    def left(self) -> int:
        """How many dots, or options to choose, there are still."""
        if isinstance(self.method, Dots):
            return DOTS - sum(self.marks.values())
        if isinstance(self.method, Choice | Opinion):
            return self.method.most - len(self.marks)
        return self.options - len(self.marks)

    @property
    def complete(self) -> bool:
        """Whether it can be cast as it is."""
        try:
            self.method.check(self.marks, self.options)
        except Refused:
            return False
        return True

    def tap(self, option: int) -> Filling:
        """Choose or not, one dot more, the next rank, another answer to a time."""
        if not 1 <= option <= self.options or self.scale:
            raise Refused("button-old")
        if one_answer(self.method):
            return replace(self, marks={option: 1})
        match self.method:
            case Dots():
                if not self.left:
                    raise Refused("ballot-too-many-dots", most=DOTS, given=DOTS + 1)
                return self._with(option, self.marks.get(option, 0) + 1)
            case Ranked():
                return replace(self, marks=_ranked(self.marks, option))
            case Times():
                answers = (Suits.YES, Suits.IF_NEED_BE, Suits.NO)
                now = self.marks.get(option, Suits.NO)
                return self._with(option, answers[(answers.index(Suits(now)) + 1) % len(answers)])
        if option in self.marks:
            return replace(self, marks={o: m for o, m in self.marks.items() if o != option})
        tapped = self._with(option, 1)
        # A tap too many is refused at once, not only when the vote is cast.
        self.method.check(tapped.marks, self.options)
        return tapped

    def mark(self, option: int, mark: int) -> Filling:
        """A number for an option, where each gets one."""
        if not 1 <= option <= self.options or mark not in self.scale:
            raise Refused("button-old")
        return self._with(option, mark)

    def _with(self, option: int, mark: int) -> Filling:
        return replace(self, marks={**self.marks, option: mark})


def _ranked(marks: Marks, option: int) -> Marks:
    """The option comes next; one that has its place gives it up, and those behind move up."""
    order = [o for o in sorted(marks, key=lambda o: marks[o]) if o != option]
    if option not in marks:
        order.append(option)
    return {o: rank for rank, o in enumerate(order, 1)}
