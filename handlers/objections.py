"""Objections: their reason, who reads it, an answer, and that they no longer stand."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking import voted
from handlers.beside import versions_of
from handlers.objecting import (
    Grounds,
    Readers,
    cut,
    in_words,
    offer_consents,
    offer_objected,
    offer_readers,
    offer_standing,
)
from handlers.rights import facilitators, members, readers
from handlers.routing import Router
from handlers.turn import Also, Button, Card, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership, Role, holders
from models.ballot import Ballot, fetch_ballots
from models.base import Refused
from models.counting import Assent
from models.decision import Decision
from models.objection import (
    Objection,
    fetch_objections,
    must_take_objections,
    of_person,
    standing_of,
)
from models.option import Option
from models.person import Person
from models.phrase import Moment, Phrase, Quote, Value
from models.secret_reason import takes_reasons

router = Router("decisions")
MOST_LISTED = 10


@router.command("object", members, split=cut, offers={"decision": offer_consents}, instead="vote")
def object_(turn: Turn, decision: Decision, readers: Readers, reason: Grounds) -> Says:
    """Object to a proposal, and say why."""
    must_take_objections(decision)
    yield from _object_by_vote(turn, decision)
    yield from _kept(turn, decision, turn.person, readers, reason)


def _kept(
    turn: Turn, decision: Decision, person: Person, readers: Readers, reason: Grounds
) -> Says:
    """Write the reason down, in place of an earlier one."""
    known = of_person(turn.session, decision, person)
    if known is None:
        known = Objection(
            assembly=decision.assembly,
            number=decision.assembly.next_number("objection"),
            decision=decision,
            person=person,
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


@router.command(
    "object-for",
    facilitators,
    hidden=True,
    offers={"readers": offer_readers, "reason": in_words},
)
def object_for(
    turn: Turn, decision: Decision, person: Person, readers: Readers, reason: Grounds
) -> Says:
    """Say why somebody objects whose vote was entered for them."""
    must_take_objections(decision)
    fetch_ballots(turn.session, [decision], [person.id])
    ballot = decision.at_hand.get(person.id)
    if ballot is None or ballot.caster_id is None or not _objects(decision, ballot):
        raise Refused("button-old")
    if of_person(turn.session, decision, person) is None:
        yield Undo(wire("uncast-for", decision, person))
    yield from _kept(turn, decision, person, readers, reason)
    told: dict[str, Value] = {
        "title": decision.title,
        "caster": turn.person.name,
        "reason": Quote(reason),
    }
    own = Button(Phrase("ballot-label-own"), wire("ballot", decision))
    yield Say(Phrase("objection-entered-for-you", told), to=person, buttons=[own])


def _object_by_vote(turn: Turn, decision: Decision) -> Says:
    fetch_ballots(turn.session, [decision], [turn.person.id])
    before = decision.at_hand.get(turn.person.id)
    previous = before.option_id if before else None
    option = decision.options[Assent.OBJECTION - 1]
    if not decision.cast(turn.person, option):
        if of_person(turn.session, decision, turn.person) is None:
            yield Undo(wire("unvote", decision))
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
def objection_vote(turn: Turn, decision: Decision, person: Person | None = None) -> Says:
    """Whoever has begun to object is asked why; whoever no longer does, takes the reason along.

    `person`: somebody whose vote the speaker enters for them.
    """
    must_take_objections(decision)
    whose = person or turn.person
    if whose is not turn.person:
        facilitators.check(turn)
    fetch_ballots(turn.session, [decision], [whose.id])
    known, objects = of_person(turn.session, decision, whose), False
    ballot = decision.at_hand.get(whose.id)
    if ballot is not None:
        objects = _objects(decision, ballot)
    if known is None and objects:
        asked = wire("object", decision) if person is None else wire("object-for", decision, whose)
        yield Also(asked if turn.private else f"{asked} {Readers.ALL.value}")
    elif known is not None and decision.is_open:
        known.ended_at = None if objects else known.ended_at or turn.now
    yield Card(decision)


def _objects(decision: Decision, ballot: Ballot) -> bool:
    return bool(ballot.option_id == decision.options[-1].id)


@router.farewell
def objector_gone(turn: Turn, membership: Membership) -> Says:
    """Leaving takes the objection away with the vote."""
    for objection in standing_of(turn.session, membership.person_id, membership.assembly_id):
        objection.ended_at = turn.now
        yield Card(objection.decision)


@router.command("objections", readers, offers={"decision": offer_objected})
def objections(turn: Turn, decision: Decision) -> Says:
    """Read the objections whole, as far as they are for everyone."""
    fetch_objections(turn.session, [decision])
    if takes_reasons(decision):
        yield _nameless(decision)
        return
    must_take_objections(decision)
    found: list[Objection] = decision.objections
    if not found:
        none = Phrase("objections-none", {"title": decision.title})
        yield Say(none, *versions_of(decision))
        return
    lines = [line for one in found[:MOST_LISTED] for line in _lines(turn, one)]
    head = Phrase("objections-head", {"title": decision.title, "number": decision.number})
    if len(found) > MOST_LISTED:
        lines.append(Phrase("objections-more", {"count": len(found) - MOST_LISTED}))
    lines += versions_of(decision)
    yield Say(head, *lines, buttons=_steps(turn, decision, found[:MOST_LISTED]))


def _nameless(decision: Decision) -> Say:
    """Of a secret vote: once it has ended, without names."""
    if decision.is_open:
        return Say("secret-reasons-later", closes=Moment(decision.closes_at))
    if not decision.reasons:
        none = Phrase("objections-none", {"title": decision.title})
        return Say(none, *versions_of(decision))
    head = Phrase("objections-head", {"title": decision.title, "number": decision.number})
    shown = decision.reasons[:MOST_LISTED]
    lines = [Phrase("objection-nameless", {"reason": Quote(reason)}) for reason in shown]
    if len(decision.reasons) > MOST_LISTED:
        more = len(decision.reasons) - MOST_LISTED
        lines.append(Phrase("objections-more", {"count": more}))
    return Say(head, *lines, *versions_of(decision))


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


@router.command("respond", facilitators, offers={"objection": offer_standing})
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
