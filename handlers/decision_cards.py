"""How decisions look: the live card, its buttons, what is said at their end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.beside import lines_beside
from handlers.native import Poll
from handlers.result_cards import breakdown, number_of, words_of
from handlers.rule_words import method_words, rule_words
from handlers.turn import Button, Door, Say, Turn, wire
from models.counting import Opinion, Suits, Times
from models.decision import Decision
from models.ending import Ending
from models.item import Item
from models.option import Option
from models.phrase import Bar, Choice, Moment, Phrase, Several, Value
from models.presence import asks_presence
from models.referral import Stand

__all__ = ["OPINE", "card", "result", "vote_buttons", "words_of"]

OPINE = "opine"
"""What answers in a platform's own poll say."""


def card(decision: Decision, turn: Turn) -> Say:
    """The live card: question, how it is decided, bars, what counts, until when."""
    lines: list[Phrase] = [Phrase("decision-card-head", _head(decision))]
    if decision.method is not None:
        method = decision.counting
        said: dict[str, Value] = {
            "method": method_words(method),
            "rule": rule_words(method, decision.passing),
        }
        lines.append(Phrase("decision-card-method", said))
    lines += _answers(decision)
    lines.append(_foot(decision))
    lines += lines_beside(decision)
    buttons = [*vote_buttons(decision), *_presence(decision)] if decision.is_open else []
    poll = _native(decision) if decision.is_open and not decision.secret else None
    return Say(*lines, to=decision.assembly, slot=decision.slot, buttons=buttons, native=poll)


def _native(decision: Decision) -> Poll | None:
    """An opinion is asked by the platform itself, where it can."""
    if decision.method is None or not isinstance(decision.counting, Opinion):
        return None
    asked: dict[str, Value] = {
        "title": decision.title,
        "number": decision.number,
        "closes": Moment(decision.closes_at),
    }
    return Poll(
        Phrase("opinion-question", asked),
        [words_of(option) for option in decision.options],
        wire(OPINE, decision),
        decision.counting.most,
    )


def _presence(decision: Decision) -> list[Button]:
    """Where its majority is counted of those present: the question how many they are."""
    if not asks_presence(decision):
        return []
    return [Button(Phrase("present-label-say"), wire("present", decision))]


def _head(decision: Decision) -> dict[str, Value]:
    return {"title": decision.title, "number": decision.number, "outcome": decision.outcome}


def _answers(decision: Decision) -> list[Phrase]:
    """The options with what there is to show of each: bars, a whole result, or their names."""
    if decision.outcome is Ending.TOO_FEW:
        return []
    if decision.result is not None and not decision.one_answer:
        return breakdown(decision)
    if decision.is_open and not decision.shows_tally:
        key = "decision-card-fixed" if decision.one_answer else "decision-card-named"
        return [
            Phrase(key, {"number": option.place, "option": words_of(option)})
            for option in decision.options
        ]
    counted = decision.standing()
    if decision.one_answer or not decision.is_open:
        return [
            _bar("decision-card-option", option, int(counted.totals[option.place]), decision)
            for option in decision.options
        ]
    return [
        _bar(
            "decision-card-marked",
            option,
            int(counted.totals[option.place]),
            decision,
            perhaps=_perhaps(decision, counted.histogram[option.place]),
        )
        for option in decision.options
    ]


def _bar(key: str, option: Option, votes: int, decision: Decision, **more: Value) -> Phrase:
    values: dict[str, Value] = {
        "number": option.place,
        "option": words_of(option),
        "bar": Bar(votes, max(decision.cast_votes, 1)),
        "votes": votes,
        **more,
    }
    return Phrase(key, values)


def _perhaps(decision: Decision, marks: Mapping[int, int]) -> int:
    """How many can come if need be."""
    return marks.get(Suits.IF_NEED_BE, 0) if isinstance(decision.counting, Times) else 0


def _foot(decision: Decision) -> Phrase:
    kind = "secret" if decision.secret else "quick" if decision.method is None else "binding"
    values: dict[str, Value] = {
        "kind": Choice(kind),
        "cast": decision.cast_votes,
        "electorate": decision.electorate,
        "closes": Moment(decision.closes_at),
        "outcome": decision.outcome,
    }
    return Phrase("decision-card-foot", values)


def result(decision: Decision) -> dict[str, Value]:
    """What is said at its end."""
    shown = not decision.one_answer and decision.result is not None
    details = breakdown(decision) if shown and decision.outcome is not Ending.TOO_FEW else []
    return {
        "outcome": decision.outcome,
        "title": decision.title,
        "won": len(decision.leading()),
        "winner": Several([words_of(option) for option in decision.leading()]),
        "tie": _tie(decision),
        "voted": _voted(decision),
        "by": Choice("groups" if isinstance(decision, Item) else "people"),
        "follows": Choice("yes" if decision.otherwise else "no"),
        "details": Several(["", *details], "line") if details else "",
    }


def _tie(decision: Decision) -> Phrase:
    """Between whom, and who has won all the same."""
    counted = decision.standing()
    if not counted.tied:
        return Phrase("decision-tie")

    def named(places: tuple[int, ...]) -> Several:
        return Several([words_of(decision.options[place - 1]) for place in places])

    return Phrase(
        "decision-tie-between",
        {
            "won": len(counted.winners),
            "winners": named(counted.winners),
            "tied": named(counted.tied),
        },
    )


def _voted(decision: Decision) -> Phrase:
    """How many voted, and what for where that is said in a word."""
    if isinstance(decision, Item):
        given = sum(one.stand is Stand.GIVEN for one in decision.lives)
        by: dict[str, Value] = {"votes": _counts(decision), "in": given, "all": len(decision.lives)}
        return Phrase("item-by-groups", by)
    values: dict[str, Value] = {
        "counts": _counts(decision) if decision.one_answer else "",
        "counted": Choice("yes" if decision.one_answer else "no"),
        "cast": decision.cast_votes,
        "electorate": decision.electorate,
        "entered": decision.entered,
    }
    return Phrase("decision-voted", values)


def _counts(decision: Decision) -> Several:
    """How many for each: "2 yes and 1 no", members' own words before their number."""
    votes = decision.standing().totals
    own = any(option.words for option in decision.options)
    key = "decision-count-own" if own else "decision-count"
    counts: list[Value] = [
        Phrase(
            key,
            {
                "votes": number_of(votes.get(option.place, 0)),
                "option": words_of(option),
                "stance": Choice(option.stance),
            },
        )
        for option in decision.options
    ]
    return Several(counts, "dot" if own else "list")


def vote_buttons(decision: Decision, *, private: bool = False) -> Sequence[Button | Door]:
    """A button for each answer or, where each is marked, the one that opens one's ballot.

    A secret one is pressed in private alone.
    """
    if decision.secret:
        label = Phrase("secret-label-vote")
        there = Button(label, wire("secret", decision))
        return [there if private else Door(label, f"secret_{decision.id}")]
    if not decision.one_answer:
        return [Button(Phrase("ballot-label-vote"), wire("ballot", decision))]
    return [
        Button(words_of(option), wire("vote", decision, option.id)) for option in decision.options
    ]
