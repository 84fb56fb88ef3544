"""How a secret vote looks to one voter: the honest words, the ballot, the box."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.result_cards import words_of
from handlers.turn import Button, Door, Fleeting, Say, Tell, Turn, wire
from models.counting import Assent, Ranked, Suits, Times
from models.decision import FEWEST_SECRET, Decision
from models.filling import NONE, Filling, one_answer
from models.option import Option
from models.phrase import Choice, Moment, Phrase, Value
from models.secret_reason import LONGEST_REASON, takes_reasons

DOOR = "secret_"
"""What the link into the private chat begins with."""


def outside(turn: Turn, decision: Decision) -> Say:
    """In a group nothing of a ballot is read: the way into the private chat."""
    payload = f"{DOOR}{decision.id}"
    if turn.pressed:
        return Tell("secret-in-private", door=payload)
    return Say("secret-in-private", buttons=[Door(Phrase("secret-label-vote"), payload)])


def honest(decision: Decision) -> Say:
    """What can be promised and what cannot, before the ballot is shown."""
    blank = NONE * len(decision.options)
    said = Phrase(
        "secret-honest",
        {
            "title": decision.title,
            "assembly": decision.assembly.name,
            "fewest": FEWEST_SECRET,
            "reasons": Choice("yes" if takes_reasons(decision) else "no"),
            "closes": Moment(decision.closes_at),
        },
    )
    return Say(
        said,
        buttons=[Button(Phrase("secret-label-understood"), wire("secret-fill", decision, blank))],
        until=decision.closes_at,
    )


def form(decision: Decision, filling: Filling, asked: int = 0, given: int = 0) -> Fleeting:
    """The ballot as it is filled in; `asked` is the option for which a number is chosen.

    Whoever objects may say why with the next words; `given`: how long those were, if too long.
    """
    lines = [
        Phrase("secret-ballot", {"title": decision.title, "closes": Moment(decision.closes_at)}),
        Phrase(f"secret-how-{decision.counting.name}", {"left": max(filling.left, 0)}),
    ]
    for option in decision.options:
        lines.append(_line(option, filling))
    objects = takes_reasons(decision) and Assent.OBJECTION in filling.marks
    if objects:
        limits = {"limit": LONGEST_REASON, "given": given}
        lines.append(Phrase("secret-why", limits))
    buttons = _numbers(decision, filling, asked) if asked else _taps(decision, filling)
    answer = wire("secret-object", decision) if objects else ""
    return Fleeting(*lines, buttons=list(buttons), answer=answer)


def _line(option: Option, filling: Filling) -> Phrase:
    mark = filling.marks.get(option.place)
    marked = "none" if mark is None else "number"
    if mark is not None and (
        one_answer(filling.method) or filling.method.name in {"choice", "opinion"}
    ):
        marked = "chosen"
    if isinstance(filling.method, Ranked) and mark is not None:
        marked = "rank"
    if isinstance(filling.method, Times):
        marked = Suits(mark or 0).name.lower().replace("_", "-")
    values: dict[str, Value] = {
        "option": words_of(option), "marked": Choice(marked), "mark": mark or 0,
    }  # fmt: skip
    return Phrase("secret-line", values)


def _taps(decision: Decision, filling: Filling) -> Iterator[Button]:
    for option in decision.options:
        line = wire("secret-fill", decision, filling.state, option.place)
        yield Button(words_of(option), line)
    if filling.marks and not one_answer(filling.method):
        line = wire("secret-fill", decision, filling.state, "-")
        yield Button(Phrase("secret-label-again"), line)
    if filling.complete:
        objects = takes_reasons(decision) and Assent.OBJECTION in filling.marks
        label = "secret-label-cast-silent" if objects else "secret-label-cast"
        yield Button(Phrase(label), wire("secret-cast", decision, filling.state))


def _numbers(decision: Decision, filling: Filling, asked: int) -> Iterator[Button]:
    for mark in filling.scale:
        yield Button(
            Phrase("secret-label-number", {"number": mark}),
            wire("secret-fill", decision, filling.state, f"{asked}.{mark}"),
        )


def in_the_box(decision: Decision, following: Decision | None) -> Fleeting:
    """It is cast; `following` is the next one that waits for the voter."""
    return _done("secret-cast", decision, following)


def already(decision: Decision, following: Decision | None) -> Fleeting:
    """There is nothing more to do in this one."""
    return _done("secret-already", decision, following)


def _done(key: str, decision: Decision, following: Decision | None) -> Fleeting:
    # A letter that brings the next one by itself would tell when somebody has voted.
    title = following.title if following is not None else ""
    line = wire("ballot", following, "next") if following is not None else ""
    buttons = [Button(Phrase("secret-label-next", {"title": title[:40]}), line)] if line else []
    closes = Moment(decision.closes_at)
    return Fleeting(key, buttons=buttons, title=decision.title, closes=closes)
