"""How decisions look: the live card, its buttons, the result."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.beside import lines_beside
from handlers.turn import Button, Door, Say, Turn, wire
from models.decision import Decision, Option
from models.phrase import Bar, Moment, Phrase, Several, Value


def card(decision: Decision, turn: Turn) -> Say:
    """The live card: question, bars, what counts, until when."""
    lines: list[str | Phrase] = [Phrase("decision-card-head", _head(decision))]
    lines += [
        Phrase(
            "decision-card-option",
            {
                "option": words_of(option),
                "bar": Bar(decision.tally.get(option.id, 0), max(decision.cast_votes, 1)),
                "votes": decision.tally.get(option.id, 0),
            },
        )
        for option in decision.options
    ]
    lines.append(
        Phrase(
            "decision-card-foot",
            {
                "cast": decision.cast_votes,
                "electorate": decision.electorate,
                "closes": Moment(decision.closes_at),
                "outcome": decision.outcome,
            },
        )
    )
    lines += lines_beside(decision)
    buttons = vote_buttons(decision) if decision.is_open else []
    return Say(*lines, to=decision.assembly, slot=decision.slot, buttons=buttons)


def _head(decision: Decision) -> dict[str, Value]:
    return {"title": decision.title, "number": decision.number, "outcome": decision.outcome}


def _counts(decision: Decision) -> Several:
    """How many for each: "2 yes and 1 no", members' own words before their number."""
    own = any(option.words for option in decision.options)
    key = "decision-count-own" if own else "decision-count"
    counts: list[Value] = [
        Phrase(key, {"votes": decision.tally.get(option.id, 0), "option": words_of(option)})
        for option in decision.options
    ]
    return Several(counts, "dot" if own else "list")


def result(decision: Decision) -> dict[str, Value]:
    """What is said at its end."""
    return {
        "outcome": decision.outcome,
        "title": decision.title,
        "winner": Several([words_of(option) for option in decision.leading()]),
        "counts": _counts(decision),
        "cast": decision.cast_votes,
        "electorate": decision.electorate,
    }


def words_of(option: Option) -> Value:
    """An option as people read it."""
    return Phrase(f"stance-{option.stance}") if option.stance else option.words


def _label(option: Option) -> Phrase | str:
    return Phrase(f"stance-{option.stance}") if option.stance else option.words


def vote_buttons(decision: Decision, *, private: bool = False) -> Sequence[Button | Door]:
    """A button for each answer; a secret one is pressed in private alone."""
    if decision.secret:
        label = Phrase("secret-label-vote")
        there = Button(label, wire("secret", decision))
        return [there if private else Door(label, f"secret_{decision.id}")]
    return [
        Button(_label(option), wire("vote", decision, option.id)) for option in decision.options
    ]
