"""One's own ballot, to be filled in by taps: its state is in its buttons and nowhere else."""

from __future__ import annotations

from handlers.result_cards import words_of
from handlers.turn import Button, Say, wire
from models.counting import Choice, Dots, Marks, Opinion, Ranked, Suits, Times
from models.decision import Decision
from models.filling import Filling, one_answer
from models.option import Option
from models.phrase import Bar, Moment, Phrase, Several, Value
from models.phrase import Choice as Word

LONGEST_LABEL = 30
SEND, NEW, CHANGE, BACK, LIST = "send", "new", "change", "back", "list"
"""What a button of the form says beside an option's number, or `2=4` for its mark."""


def form(
    decision: Decision, filling: Filling, *, name: str = "fill", among: int = 0, cast: str = ""
) -> Say:
    """The ballot as filled in so far.

    `name` is the command of its buttons. `among`: the option whose number is to be chosen.
    `cast`: it counts as it stands; `mine`, or `entered` by another.
    """
    lines = [Phrase("ballot-head", {"title": decision.title, "number": decision.number})]
    if among:
        option = {"option": words_of(decision.options[among - 1]), "most": filling.scale[-1]}
        lines.append(Phrase(f"ballot-which-{filling.method.name}", option))
        return _said(decision, lines, _numbers(decision, filling, name, among))
    if not cast:
        lines.append(_how(filling))
    if cast or not one_answer(filling.method):
        lines += _lines(decision, filling, cast=bool(cast))
    if cast:
        closes = Moment(decision.closes_at)
        lines.append(Phrase("ballot-counts", {"whose": Word(cast), "closes": closes}))
        buttons = [
            _button(decision, filling, name, CHANGE),
            _button(decision, filling, name, BACK),
        ]
    else:
        buttons = _taps(decision, filling, name)
    return _said(decision, lines, buttons)


def vote_words(decision: Decision, marks: Marks) -> Value:
    """A vote in one line."""
    if decision.one_answer:
        return words_of(decision.options[next(iter(marks)) - 1])
    filling = Filling(decision.counting, len(decision.options), marks)
    return Several(
        [
            Phrase("ballot-said", {"option": words_of(option), "mark": _mark(filling, option)})
            for option in decision.options
            if option.place in marks
        ],
        "dot",
    )


def _said(decision: Decision, lines: list[Phrase], buttons: list[Button]) -> Say:
    # Reactions are public, and what one has tapped once cannot be tapped again: numbers instead.
    return Say(*lines, slot=f"ballot:{decision.id}", buttons=buttons, seed=False)


def _how(filling: Filling) -> Phrase:
    method, kind = filling.method, filling.method.name
    if one_answer(method):
        kind = "one"
    elif isinstance(method, Ranked) and method.seats > 1:
        kind = "seats"
    values: dict[str, Value] = {
        "most": getattr(method, "most", 1),
        "seats": method.seats,
        "left": filling.left,
    }
    return Phrase(f"ballot-how-{kind}", values)


def _lines(decision: Decision, filling: Filling, *, cast: bool) -> list[Phrase]:
    shown = decision.options
    if cast and one_answer(filling.method):
        chosen = (option for option in shown if option.place in filling.marks)
        return [Phrase("ballot-answer", {"option": words_of(option)}) for option in chosen]
    if cast and isinstance(filling.method, Ranked):
        shown = sorted(
            (option for option in shown if option.place in filling.marks),
            key=lambda option: filling.marks[option.place],
        )
    return [
        Phrase(
            "ballot-line",
            {
                "number": option.place,
                "option": words_of(option),
                "marked": Word("yes" if option.place in filling.marks else "no"),
                "mark": _mark(filling, option),
            },
        )
        for option in shown
    ]


def _mark(filling: Filling, option: Option) -> Value:
    mark = filling.marks.get(option.place)
    if mark is None:
        return ""
    if filling.scale:
        return Several([Bar(mark, filling.scale[-1], min(filling.scale[-1], 5)), mark], "space")
    match filling.method:
        case Dots():
            return Several(["●" * mark, mark], "space")
        case Ranked():
            return Phrase("ballot-place", {"place": mark})
        case Times():
            return Phrase(f"suits-{Suits(mark).value}")
    return "✓"


def _taps(decision: Decision, filling: Filling, name: str) -> list[Button]:
    buttons = [
        Button(_label(option), wire(name, decision, filling.state, option.place))
        for option in decision.options
    ]
    if one_answer(filling.method):
        return buttons
    if filling.complete:
        buttons.append(_button(decision, filling, name, SEND))
    if filling.marks and isinstance(filling.method, Dots | Ranked | Choice | Opinion):
        buttons.append(_button(decision, filling, name, NEW))
    return buttons


def _numbers(decision: Decision, filling: Filling, name: str, among: int) -> list[Button]:
    # Where buttons are meant by their number, each number means itself.
    marks = [*filling.scale[1:], filling.scale[0]]
    return [
        *(Button(str(n), wire(name, decision, filling.state, f"{among}={n}")) for n in marks),
        _button(decision, filling, name, LIST),
    ]


def _button(decision: Decision, filling: Filling, name: str, tap: str) -> Button:
    return Button(Phrase(f"ballot-label-{tap}"), wire(name, decision, filling.state, tap))


def _label(option: Option) -> Phrase | str:
    words = words_of(option)
    if isinstance(words, Phrase):
        return words
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"
