"""Arguments: said beside a decision, read in a fair order, taken back."""

from __future__ import annotations

from handlers.beside import offer_any, offer_open, shortened
from handlers.reading import Sentence
from handlers.rights import members, readers
from handlers.routing import Router
from handlers.turn import Button, Card, Say, Says, Tell, Turn, Undo, wire
from models.argument import Argument, Side, argue, in_turn, unsay
from models.decision import Decision
from models.phrase import Command, Phrase

router = Router("decisions")
PAGE = 8
MOST_LISTED = 100_000
"""Nobody turns more pages."""


@router.command("for", members, offers={"decision": offer_open})
def for_(turn: Turn, decision: Decision, words: Sentence) -> Says:
    """Say what speaks for it."""
    yield from _argue(turn, decision, Side.FOR, words)


@router.command("against", members, offers={"decision": offer_open})
def against(turn: Turn, decision: Decision, words: Sentence) -> Says:
    """Say what speaks against it."""
    yield from _argue(turn, decision, Side.AGAINST, words)


def _argue(turn: Turn, decision: Decision, side: Side, words: str) -> Says:
    made = argue(turn.session, decision, turn.person, side, words, now=turn.now)
    yield Card(decision)
    yield Undo(wire("unargue", made))
    yield Tell(
        "argument-kept", side=side, title=decision.title, command=_list_of(decision), quiet=True
    )


@router.command("unargue", members, hidden=True)
def unargue(turn: Turn, argument: Argument) -> Says:
    """Take one's own reason back."""
    decision, side, words = argument.decision, argument.side, argument.words
    unsay(turn.session, argument, turn.person)
    yield Card(decision)
    yield Tell("argument-gone", side=side, words=words, quiet=True)


@router.command("arguments", readers, offers={"decision": offer_any})
def arguments(turn: Turn, decision: Decision, page: int = 1) -> Says:
    """Read what speaks for and against it, both sides in turn."""
    found = in_turn(turn.session, decision)
    begin = (min(page, MOST_LISTED) - 1) * PAGE
    shown = found[max(begin, 0) : begin + PAGE]
    if not shown:
        yield Say(
            "arguments-none",
            title=decision.title,
            pro=Command("for", str(decision.number)),
            contra=Command("against", str(decision.number)),
        )
        return
    head = Phrase("arguments-head", {"title": decision.title, "number": decision.number})
    yield Say(head, *map(_line, shown), buttons=_buttons(turn, decision, shown, len(found), page))


def _buttons(
    turn: Turn, decision: Decision, shown: list[Argument], count: int, page: int
) -> list[Button]:
    mine = [one for one in shown if one.person_id == turn.person.id and decision.is_open]
    buttons = [_back(one) for one in mine]
    rest = count - page * PAGE
    if rest > 0:
        more = Phrase("label-more-arguments", {"count": rest})
        buttons.append(Button(more, wire("arguments", decision, page + 1)))
    return buttons


def _back(argument: Argument) -> Button:
    words = shortened(argument.words, 30)
    return Button(Phrase("argument-label-back", {"words": words}), wire("unargue", argument))


def _line(argument: Argument) -> Phrase:
    name = argument.person.name if argument.person else "?"
    return Phrase("argument-line", {"side": argument.side, "words": argument.words, "name": name})


def _list_of(decision: Decision) -> Command:
    return Command("arguments", str(decision.number))
