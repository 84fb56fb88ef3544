"""Recalls: whoever was sent to a council is called back by those who sent them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking import decide_together, no_ending
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.sending import cut_delegation, lost, told_of
from handlers.sight import reach
from handlers.turn import Button, Card, Later, Never, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership
from models.ballots import count
from models.base import Refused
from models.decision import Decision
from models.delegation import Delegation
from models.ending import Ending
from models.phrase import Choice, Moment, Phrase, Value
from models.phrase import Command as Named
from models.recall import (
    Recall,
    count_support,
    leave_recalls,
    must_be_sent,
    recall_of,
    support,
    take_back,
)
from models.statutes import statutes_of

router = Router("delegates")
MOST_OFFERED = 20


def _offer_sent(turn: Turn) -> Sequence[Offer]:
    found = Delegation.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("recall-nobody", command=Named("delegates"))
    return [
        (Phrase("recall-offer", told_of(one) | {"number": one.number}), str(one.id))
        for one in found[:MOST_OFFERED]
    ]


@router.command("recall", members, split=cut_delegation, offers={"delegation": _offer_sent})
def recall(turn: Turn, delegation: Delegation) -> Says:
    """Ask for a vote on whether somebody goes to a council for you any longer."""
    assembly = delegation.assembly
    must_be_sent(delegation, turn.person)
    known = recall_of(turn.session, delegation)
    if known is not None:
        yield from _support(turn, known)
        return
    made = Recall(
        assembly=assembly,
        number=assembly.next_number("recall"),
        delegation=delegation,
        asked_at=turn.now,
    )
    turn.session.add(made)
    turn.session.flush()
    yield Later(made.lapses_at, "recall-lapses", {"recall": made}, _lapses(made))
    yield from _support(turn, made)


@router.command("recall-support", members, hidden=True)
def recall_support(turn: Turn, recall: Recall) -> Says:
    """One more wants the vote."""
    yield from _support(turn, recall)


@router.command("recall-back", members, hidden=True)
def recall_back(turn: Turn, recall: Recall) -> Says:
    """Not want the vote after all, as long as there is none."""
    take_back(turn.session, recall, turn.person)
    yield Card(recall)
    yield Tell("recall-taken-back", quiet=True)


def _support(turn: Turn, recall: Recall) -> Says:
    support(turn.session, recall, turn.person)
    count_support(turn.session, [recall])
    yield Undo(wire("recall-back", recall))
    yield Card(recall)
    yield Tell("recall-supported", quiet=True)
    yield from _enough(turn, recall)


def _enough(turn: Turn, recall: Recall) -> Says:
    if recall.is_enough:
        yield Later(turn.now, "recall-opens", {"recall": recall}, f"opens:{recall.slot}")


@router.command("recall-opens", clock)
def recall_opens(turn: Turn, recall: Recall) -> Says:
    """Enough members want it: they all vote, and whom it is about can answer."""
    count_support(turn.session, [recall])
    if not recall.is_enough:
        return
    assembly = turn.assembly = recall.assembly
    recall.end(turn.session, turn.now)
    yield Never(_lapses(recall))
    told = told_of(recall.delegation)
    statutes = statutes_of(turn.session, assembly)
    question, line = Phrase("recall-question", told), wire("recalled", recall)
    about = recall.delegation.person
    decision = yield from decide_together(turn, assembly, statutes, question, line, about=about)
    recall.decision, decision.otherwise = decision, line
    yield Card(recall)
    answer = wire("against", decision)
    closes = {"closes": Moment(decision.closes_at)}
    yield Say(
        Phrase("recall-opened-yours", told | closes),
        to=recall.delegation.person,
        buttons=[Button(Phrase("recall-label-answer"), answer)],
        answer=answer,
    )


@router.command("recall-lapses", clock)
def recall_lapses(turn: Turn, recall: Recall) -> Says:
    """Too few wanted it, for long enough."""
    if recall.ended_at is None:
        turn.assembly = recall.assembly
        recall.end(turn.session, turn.now)
        yield Card(recall)


@router.command("recalled", clock)
def recalled(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have voted; if they call back, the place is empty now, or the deputy's."""
    recall = turn.session.get(Recall, subject)
    if recall is None or recall.decision_id != decision.id:
        return
    turn.assembly = recall.assembly
    recall.voted_at = turn.now
    yield Card(recall)
    if decision.outcome is Ending.PASSED and recall.delegation.is_live:
        yield from lost(turn, recall.delegation)


@router.command("recall-moot", clock)
def recall_moot(turn: Turn, delegation: Delegation) -> Says:
    """Somebody goes there no longer anyway: nobody needs to gather or vote any more."""
    recall = recall_of(turn.session, delegation)
    if recall is None or delegation.is_live:
        return
    turn.assembly = recall.assembly
    yield Never(_lapses(recall))
    decision = recall.decision
    if decision is None:
        recall.end(turn.session, turn.now)
    else:
        count(turn.session, [decision])
        decision.call_off(turn.now)
        yield Say(Phrase("recall-moot", told_of(delegation)), to=recall.assembly)
        yield Card(decision)
        yield from no_ending(decision)
    yield Card(recall)


@router.farewell
def supporter_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever leaves an assembly asks it for nothing any more."""
    found = leave_recalls(turn.session, membership)
    if found:
        count_support(turn.session, found)
    for one in found:
        yield Card(one)
        yield from _enough(turn, one)


@router.card(Recall, fetch=count_support)
def card(recall: Recall, turn: Turn) -> Say:
    """The live card: whom it is about, and how many want the vote; never who."""
    told: dict[str, Value] = told_of(recall.delegation) | {"number": recall.number}
    foot: dict[str, Value] = {
        "stage": Choice(recall.stage),
        "support": recall.support,
        "needed": recall.needed,
        "until": Moment(recall.lapses_at, "day"),
        "command": Named("polls"),
    }
    lines = [Phrase("recall-card-head", told), Phrase("recall-card-foot", foot)]
    buttons = [
        Button(Phrase("recall-label-support"), wire("recall-support", recall)),
        Button(Phrase("recall-label-back"), wire("recall-back", recall)),
    ]
    return Say(
        *lines,
        to=recall.assembly,
        slot=recall.slot,
        buttons=buttons if recall.gathers else (),
    )


def _lapses(recall: Recall) -> str:
    return f"lapses:{recall.slot}"
