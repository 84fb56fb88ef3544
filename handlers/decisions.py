"""Polls: ask, vote, change, take back, close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers.asking import opened
from handlers.reading import Missing, Title, Unread, When, Word
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.turn import Button, Card, Later, Never, Say, Says, Tell, Turn, Undo, wire
from models import dates
from models.assembly import Role, holders
from models.base import Refused
from models.decision import (
    LONGEST_OPTION,
    MOST_OPTIONS,
    USUAL_TIME,
    Ballot,
    Decision,
    Option,
    Outcome,
    count,
    fetch_ballots,
    missing_voters,
    missing_votes,
)
from models.phrase import Bar, Choice, Moment, Phrase, Several, Value
from models.record import record_decision

router = Router("decisions")
STANCES = ("yes", "no", "abstain")
NOTHING = Word("")


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


def _are_stances(turn: Turn, words: tuple[str, ...]) -> bool:
    known = [turn.plain(Phrase(f"stance-{stance}")).casefold() for stance in STANCES]
    typed = [word.casefold() for word in words]
    return typed in (known, known[:2])


@dataclass(frozen=True, slots=True)
class OptionOf:
    """An option by its id, its place or its words."""

    typed: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[OptionOf, str]:
        """The rest of the line."""
        if not text.strip():
            raise Missing
        return cls(text.strip()), ""

    def among(self, decision: Decision) -> Option:
        """The option of this decision that is meant."""
        typed = self.typed.casefold()
        for option in decision.options:
            if typed in {str(option.id), option.words.casefold(), option.stance}:
                return option
        if typed.isdecimal() and 1 <= int(typed) <= len(decision.options):
            return decision.options[int(typed) - 1]
        raise Refused("decision-no-such-option", typed=self.typed)


def _cut(turn: Turn, text: str) -> dict[str, str]:
    """`question | option | option | until Friday 18:00`; a question may stand alone."""
    parts = [part.strip() for part in text.split("|") if part.strip()]
    if not parts:
        return {}
    cut: dict[str, str] = {}
    rest, until = dates.trail(parts[-1], language=turn.language, zone=turn.zone, now=turn.now)
    if until is not None and until > turn.now and (len(parts) == 1 or not rest):
        cut["until"] = parts[-1][len(rest) :].strip()
        parts[-1] = rest
        parts = [part for part in parts if part]
    if not parts:
        return cut
    if parts[0]:
        cut["title"] = parts[0]
    if len(parts) > 1:
        cut["answers"] = " | ".join(parts[1:])
    return cut


def _offer_answers(turn: Turn) -> Sequence[Offer]:
    return [(Phrase("decision-yes-no"), "-")]


def _offer_ends(turn: Turn) -> Sequence[Offer]:
    days = {1: "decision-in-one-day", 3: "decision-in-days", 7: "decision-in-days"}
    return [
        (Phrase(key, {"days": n}), f"@{int((turn.now + timedelta(days=n)).timestamp())}")
        for n, key in days.items()
    ]


@router.command(
    "poll", members, split=_cut, offers={"answers": _offer_answers, "until": _offer_ends}
)
def poll(
    turn: Turn, title: Title, answers: Answers = USUAL_ANSWERS, until: When | None = None
) -> Says:
    """Ask the members a question and count their votes."""
    assembly = turn.here
    decision = Decision(
        assembly=assembly,
        number=assembly.next_number("decision"),
        title=title,
        opener=turn.person,
        opened_at=turn.now,
        closes_at=until or turn.now + USUAL_TIME,
        options=answers.options(),
    )
    turn.session.add(decision)
    turn.session.flush()
    yield from opened(decision, turn)


@router.command("vote", members, withdrawn="unvote")
def vote(turn: Turn, decision: Decision, option: OptionOf) -> Says:
    """Vote, or change one's vote."""
    chosen = option.among(decision)
    before = _own_ballot(turn, decision)
    previous = before.option_id if before else None
    decision.cast(turn.person, chosen, turn.now)
    if previous is None:
        turn.session.add(decision.at_hand[turn.person.id])
        yield Undo(wire("unvote", decision))
    elif previous != chosen.id:
        yield Undo(wire("vote", decision, previous))
    yield Tell(
        "decision-your-vote", quiet=True, choice=words_of(chosen), closes=Moment(decision.closes_at)
    )
    yield Card(decision)


@router.command("unvote", members)
def unvote(turn: Turn, decision: Decision, option: Word = NOTHING) -> Says:
    """Take one's vote back."""
    before = _own_ballot(turn, decision)
    if option and before is not None and str(before.option_id) != option:
        return
    ballot = decision.take_back(turn.person, turn.now)
    previous = ballot.option_id
    turn.session.delete(ballot)
    yield Undo(wire("vote", decision, previous))
    yield Tell("decision-vote-taken-back", quiet=True)
    yield Card(decision)


@router.command("close", members)
def close(turn: Turn, decision: Decision) -> Says:
    """Close a poll now and announce its result."""
    if decision.opener_id != turn.person.id and not turn.holds(Role.FACILITATOR):
        people = holders(turn.session, decision.assembly, Role.FACILITATOR, turn.now)
        who = Several([person.name for person in people])
        raise Refused("decision-not-yours", who=who, count=len(people))
    yield from _end(turn, decision)


@router.command("unpoll", members, hidden=True)
def unpoll(turn: Turn, decision: Decision) -> Says:
    """Take a question back that nobody else has answered."""
    if decision.opener_id != turn.person.id:
        raise Refused("refused-not-there")
    count(turn.session, [decision])
    fetch_ballots(turn.session, [decision], [turn.person.id])
    decision.withdraw(turn.now)
    yield Card(decision)
    yield Never(f"ends:{decision.id}")
    yield Never(f"remind:{decision.id}")


@router.command("poll-ends", clock)
def poll_ends(turn: Turn, decision: Decision) -> Says:
    """The time is up."""
    if decision.is_open:
        yield from _end(turn, decision)


@router.command("poll-reminds", clock)
def poll_reminds(turn: Turn, decision: Decision) -> Says:
    """Tell in private those who have not voted, and nobody else."""
    if not decision.is_open:
        return
    turn.assembly = decision.assembly
    for person in missing_voters(turn.session, decision):
        yield Say(
            "decision-reminder",
            to=person,
            buttons=_vote_buttons(decision),
            until=decision.closes_at,
            title=decision.title,
            assembly=decision.assembly.name,
            closes=Moment(decision.closes_at),
        )


@router.command("polls", members)
def polls(turn: Turn) -> Says:
    """List what is open, and where one's own vote is missing."""
    found = Decision.choices(turn.session, [turn.here.id], turn.person)
    if not found:
        yield Say("decisions-none")
        return
    missing = {d.id for d in missing_votes(turn.session, turn.person, [turn.here.id])}
    lines = [
        Phrase(
            "decisions-line",
            {
                "number": decision.number,
                "title": decision.title,
                "closes": Moment(decision.closes_at),
                "missing": Choice("yes" if decision.id in missing else "no"),
            },
        )
        for decision in found
    ]
    buttons = [Button(f"{d.number} {d.title}"[:40], wire("card", d.slot)) for d in found[:8]]
    yield Say("decisions-head", *lines, buttons=buttons, count=len(found))


def _own_ballot(turn: Turn, decision: Decision) -> Ballot | None:
    if turn.person.id not in decision.asked_for:
        fetch_ballots(turn.session, [decision], [turn.person.id])
    return decision.at_hand.get(turn.person.id)


def _end(turn: Turn, decision: Decision) -> Says:
    count(turn.session, [decision])
    decision.close(turn.now)
    line = record_decision(turn.session, decision, turn.now, turn.salt())
    yield Card(decision)
    result = {**_result(decision), "record": line.short}
    yield Say(Phrase("decision-ended", result), to=decision.assembly)
    yield Never(f"ends:{decision.id}")
    yield Never(f"remind:{decision.id}")
    passed = decision.outcome is Outcome.PASSED
    then = decision.consequence if passed else decision.otherwise
    if then:
        name, _, subject = then[1:].partition(" ")
        yield Later(turn.now, name, {"decision": decision, "subject": subject})


def _result(decision: Decision) -> dict[str, Value]:
    return {
        "outcome": decision.outcome,
        "title": decision.title,
        "winner": Several([words_of(option) for option in decision.leading()]),
        "counts": Several(
            [
                Phrase(
                    "decision-count",
                    {"votes": decision.tally.get(option.id, 0), "option": words_of(option)},
                )
                for option in decision.options
            ]
        ),
        "cast": decision.cast_votes,
        "electorate": decision.electorate,
    }


def words_of(option: Option) -> Value:
    """An option as people read it."""
    return Phrase(f"stance-{option.stance}") if option.stance else option.words


def _label(option: Option) -> Phrase | str:
    return Phrase(f"stance-{option.stance}") if option.stance else option.words


def _vote_buttons(decision: Decision) -> list[Button]:
    return [
        Button(_label(option), wire("vote", decision, option.id)) for option in decision.options
    ]


def _fetch_cards(session: Session, decisions: Sequence[Any]) -> None:
    count(session, decisions)


@router.card(Decision, fetch=_fetch_cards)
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
    buttons = _vote_buttons(decision) if decision.is_open else []
    return Say(*lines, to=decision.assembly, slot=decision.slot, buttons=buttons)


def _head(decision: Decision) -> dict[str, Value]:
    return {"title": decision.title, "number": decision.number, "outcome": decision.outcome}
