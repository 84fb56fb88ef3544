"""Objections: their reason, who reads it, an answer, and that they no longer stand."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from handlers.asking import voted
from handlers.beside import offer_open
from handlers.reading import Missing, Unread, label_of, reach
from handlers.rights import facilitators, members
from handlers.routing import Offer, Router
from handlers.turn import Also, Button, Card, Say, Says, Tell, Turn, Undo, wire, wired_id
from models.assembly import Membership, Role, holders
from models.ballot import fetch_ballots
from models.base import Refused
from models.counting import Assent
from models.decision import Decision
from models.objection import (
    LONGEST_OBJECTION,
    Objection,
    fetch_objections,
    must_take_objections,
    of_person,
    secret_of,
    standing_of,
)
from models.option import Option
from models.phrase import Command, Moment, Phrase, Quote, Value
from models.secret_reason import takes_reasons

router = Router("decisions")
MOST_LISTED = 10


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
        words = text.strip()
        if not words:
            raise Missing
        if len(words) > LONGEST_OBJECTION:
            raise Unread("refused-too-long", limit=LONGEST_OBJECTION)
        return cls(words), ""


def _cut(turn: Turn, text: str) -> dict[str, str]:
    number, _, reason = text.strip().partition(" ")
    # Refused before anything is asked: what is asked for is kept, half said, beside a name.
    if secret_of(turn.session, reach(turn), wired_id(number.lstrip("#"))):
        raise Refused("objection-in-ballot", command=Command("secret", number))
    said = {"decision": number, "reason": reason}
    return said if turn.private else {**said, "readers": Readers.ALL.value}


def _offer_standing(turn: Turn) -> Sequence[Offer]:
    found = Objection.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("objections-nowhere")
    return [(f"{one.number} {one.title}".strip()[:40], str(one.id)) for one in found[:20]]


@router.command("object", members, split=_cut, offers={"decision": offer_open})
def object_(turn: Turn, decision: Decision, readers: Readers, reason: Grounds) -> Says:
    """Object to a proposal, and say why."""
    must_take_objections(decision)
    yield from _object_by_vote(turn, decision)
    known = of_person(turn.session, decision, turn.person)
    if known is None:
        known = Objection(
            assembly=decision.assembly,
            number=decision.assembly.next_number("objection"),
            decision=decision,
            person=turn.person,
            made_at=turn.now,
        )
        turn.session.add(known)
    known.private, known.reason = readers is Readers.FACILITATORS, reason
    known.answer, known.answered_by_id, known.ended_at = "", None, None
    turn.session.flush()
    yield Card(decision)
    yield Tell("objection-kept", number=known.number, readers=readers)
    if known.private:
        yield from _tell_facilitators(turn, known)


def _object_by_vote(turn: Turn, decision: Decision) -> Says:
    fetch_ballots(turn.session, [decision], [turn.person.id])
    before = decision.at_hand.get(turn.person.id)
    previous = before.option_id if before else None
    option = decision.options[Assent.OBJECTION - 1]
    if not decision.cast(turn.person, option):
        return
    if previous is None:
        turn.session.add(decision.at_hand[turn.person.id])
    yield Undo(wire("vote", decision, previous) if previous else wire("unvote", decision))
    yield from voted(decision, turn)


def _tell_facilitators(turn: Turn, objection: Objection) -> Says:
    line = wire("respond", objection)
    told = _of(objection) | {"reason": Quote(objection.reason)}
    for person in holders(turn.session, objection.assembly, Role.FACILITATOR, turn.now):
        if person is not turn.person:
            button = Button(Phrase("objection-label-answer", {"number": objection.number}), line)
            yield Say(Phrase("objection-for-you", told), to=person, buttons=[button])


@router.command("objection-vote", members, hidden=True)
def objection_vote(turn: Turn, decision: Decision) -> Says:
    """Whoever has begun to object is asked why; whoever no longer does, takes the reason along."""
    must_take_objections(decision)
    fetch_ballots(turn.session, [decision], [turn.person.id])
    ballot = decision.at_hand.get(turn.person.id)
    known = of_person(turn.session, decision, turn.person)
    objects = ballot is not None and ballot.option_id == decision.options[-1].id
    if known is None and objects:
        line = wire("object", decision)
        yield Also(line if turn.private else f"{line} {Readers.ALL.value}")
    elif known is not None and decision.is_open:
        known.ended_at = None if objects else known.ended_at or turn.now
    yield Card(decision)


@router.farewell
def objector_gone(turn: Turn, membership: Membership) -> Says:
    """Leaving takes the objection away with the vote."""
    for objection in standing_of(turn.session, membership.person_id, membership.assembly_id):
        objection.ended_at = turn.now
        yield Card(objection.decision)


@router.command("objections", members, offers={"decision": offer_open})
def objections(turn: Turn, decision: Decision) -> Says:
    """Read the objections whole, as far as they are for everyone."""
    fetch_objections(turn.session, [decision])
    if takes_reasons(decision):
        yield _nameless(decision)
        return
    must_take_objections(decision)
    found: list[Objection] = decision.objections
    if not found:
        yield Say("objections-none", title=decision.title)
        return
    lines = [line for one in found[:MOST_LISTED] for line in _lines(turn, one)]
    head = Phrase("objections-head", {"title": decision.title, "number": decision.number})
    if len(found) > MOST_LISTED:
        lines.append(Phrase("objections-more", {"count": len(found) - MOST_LISTED}))
    yield Say(head, *lines, buttons=_steps(turn, decision, found[:MOST_LISTED]))


def _nameless(decision: Decision) -> Say:
    """Of a secret vote: once it has ended, without names."""
    if decision.is_open:
        return Say("secret-reasons-later", closes=Moment(decision.closes_at))
    if not decision.reasons:
        return Say("objections-none", title=decision.title)
    head = Phrase("objections-head", {"title": decision.title, "number": decision.number})
    shown = decision.reasons[:MOST_LISTED]
    lines = [Phrase("objection-nameless", {"reason": Quote(reason)}) for reason in shown]
    if len(decision.reasons) > MOST_LISTED:
        more = len(decision.reasons) - MOST_LISTED
        lines.append(Phrase("objections-more", {"count": more}))
    return Say(head, *lines)


def _lines(turn: Turn, objection: Objection) -> list[Phrase]:
    aloud = turn.private or not objection.private
    facilitates = turn.holds(Role.FACILITATOR, objection.assembly)
    if not (aloud and objection.read_by(turn.person, facilitates=facilitates)):
        return [Phrase("objection-hidden", {"number": objection.number})]
    told: dict[str, Value] = {"reason": Quote(objection.reason)}
    lines = [Phrase("objection-whole", _of(objection) | told)]
    if objection.answer:
        lines.append(Phrase("objection-answer", {"answer": Quote(objection.answer)}))
    return lines


def _steps(turn: Turn, decision: Decision, found: Sequence[Objection]) -> list[Button]:
    if not decision.is_open or not turn.private:
        return []
    if any(one.person_id == turn.person.id for one in found):
        return _withdrawals(decision)
    if not turn.holds(Role.FACILITATOR, decision.assembly):
        return []
    return [
        Button(Phrase("objection-label-answer", {"number": one.number}), wire("respond", one))
        for one in found
    ]


def _withdrawals(decision: Decision) -> list[Button]:
    """The objector votes differently."""
    options: list[Option] = decision.options[:-1]
    return [
        Button(Phrase(f"objection-label-{one.stance}"), wire("vote", decision, one.id))
        for one in options
    ]


@router.command("respond", facilitators, offers={"objection": _offer_standing})
def respond(turn: Turn, objection: Objection, words: Grounds) -> Says:
    """Answer an objection."""
    objection.respond(turn.person, words)
    decision = objection.decision
    yield Card(decision)
    told = _of(objection) | {
        "title": decision.title,
        "by": turn.person.name,
        "answer": Quote(words),
    }
    buttons = _withdrawals(decision)
    yield Say(Phrase("objection-answered", told), to=objection.person, buttons=buttons)
    yield Tell("objection-answer-kept", number=objection.number, quiet=True)


def _of(objection: Objection) -> dict[str, Value]:
    return {
        "number": objection.number,
        "person": objection.person.name,
        "title": objection.decision.title,
        "decision": objection.decision.number,
    }
