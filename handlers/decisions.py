"""Polls: ask, vote, change, take back, close."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from handlers.answers import USUAL_ANSWERS, Answers, OptionOf, cut, offer_answers, offer_ends
from handlers.asking import ending, no_ending, opened, voted
from handlers.beside import objecting
from handlers.closing import end
from handlers.decision_cards import card, vote_buttons, words_of
from handlers.listing import offers_of, opening
from handlers.reading import Title, When, Word
from handlers.referring import called_back
from handlers.rights import clock, followers, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.steps import Looked
from handlers.turn import Also, Card, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership, Role, holders
from models.ballot import Ballot, fetch_ballots
from models.ballots import count, count_shown, drop_votes, missing_voters, missing_votes
from models.base import Refused
from models.decision import USUAL_TIME, Decision
from models.item import Item
from models.lineage import fetch_origins
from models.objection import fetch_objections
from models.phrase import Choice, Moment, Phrase, Several
from models.phrase import Command as Named
from models.plenty import must_be_few
from models.secret import count_box
from models.speaking import unspoken
from models.statutes import Who, statutes_of

router = Router("decisions")


def _fetch(session: Session, decisions: Sequence[Decision]) -> None:
    count_shown(session, decisions)
    fetch_objections(session, decisions)
    fetch_origins(session, decisions)


router.card(Decision, fetch=_fetch)(card)
MOST_LISTED = 20
MOST_OFFERED = 20
NOTHING = Word("")


@router.command(
    "poll",
    members,
    split=cut,
    offers={"answers": offer_answers, "until": offer_ends},
    quotes="title",
)
def poll(
    turn: Turn, title: Title, answers: Answers = USUAL_ANSWERS, until: When | None = None
) -> Says:
    """Ask the members a question and count their votes."""
    assembly = turn.here
    must_be_few(
        turn.session, assembly, turn.person, Decision.opener_id, Decision.opened_at, now=turn.now
    )
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
    yield from _told(turn, decision)


def _told(turn: Turn, decision: Decision) -> Says:
    """In private, where the card is not to be seen."""
    if turn.private:
        yield Say("told-there", assembly=decision.assembly.name)


def _offer_open(turn: Turn) -> Sequence[Offer]:
    found = Decision.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("decisions-none", command=Named("poll"))
    return offers_of(found[:MOST_OFFERED])


@router.command("vote", members, withdrawn="unvote", offers={"decision": _offer_open})
def vote(turn: Turn, decision: Decision, option: OptionOf | None = None) -> Says:
    """Vote, or change one's vote; without an answer, its card shows them."""
    if decision.secret:
        yield Also(wire("secret", decision))
        return
    if option is None:
        yield Looked()
        yield Card(decision, anew=True)
        return
    chosen = option.among(decision)
    if isinstance(decision, Item):
        yield Also(wire("speak", decision, chosen))
        return
    before = _own_ballot(turn, decision)
    previous = before.option_id if before else None
    decision.cast(turn.person, chosen)
    if previous is None:
        turn.session.add(decision.at_hand[turn.person.id])
        yield Undo(wire("unvote", decision))
    elif previous != chosen.id:
        yield Undo(wire("vote", decision, previous))
    else:
        yield Looked()
    yield Tell(
        "decision-your-vote", quiet=True, choice=words_of(chosen), closes=Moment(decision.closes_at)
    )
    yield Card(decision)
    yield from voted(decision, turn)
    yield from objecting(turn, decision, previous, chosen.id)


@router.command("unvote", members, offers={"decision": _offer_open})
def unvote(turn: Turn, decision: Decision, option: Word = NOTHING) -> Says:
    """Take one's vote back."""
    before = _own_ballot(turn, decision)
    if option and before is not None and str(before.option_id) != option:
        yield Looked()
        return
    ballot = decision.take_back(turn.person)
    previous = ballot.option_id
    turn.session.delete(ballot)
    if previous is not None:
        yield Undo(wire("vote", decision, previous))
    yield Tell("decision-vote-taken-back", quiet=True)
    yield Card(decision)
    yield from objecting(turn, decision, previous, None)


@router.command("close", members, offers={"decision": _offer_open}, instead="poll")
def close(turn: Turn, decision: Decision) -> Says:
    """Close a poll now and announce its result."""
    _must_close(turn, decision)
    yield from end(turn, decision)
    yield from _told(turn, decision)


def _must_close(turn: Turn, decision: Decision) -> None:
    membership = turn.membership(decision.assembly)
    closing = statutes_of(turn.session, decision.assembly).closing
    included = membership is not None and closing.includes(membership, turn.now)
    if decision.opener_id == turn.person.id or included:
        return
    role = Role.ORGANISER if closing is Who.ORGANISERS else Role.FACILITATOR
    people = holders(turn.session, decision.assembly, role, turn.now)
    who = Several([person.name for person in people])
    raise Refused("decision-not-yours", closing=closing, who=who, count=len(people))


@router.command("unpoll", members, hidden=True)
def unpoll(turn: Turn, decision: Decision) -> Says:
    """Take a question back that nobody else has answered."""
    if decision.opener_id != turn.person.id:
        raise Refused("refused-not-there")
    count(turn.session, [decision])
    fetch_ballots(turn.session, [decision], [turn.person.id])
    decision.withdraw(turn.now)
    yield Card(decision)
    yield from no_ending(decision)
    yield from called_back(turn, decision)


@router.command("poll-ends", clock)
def poll_ends(turn: Turn, decision: Decision) -> Says:
    """The time is up."""
    if not decision.is_open:
        return
    turn.assembly = decision.assembly
    count(turn.session, [decision])
    if decision.secret:
        count_box(turn.session, decision)
    if decision.lacks_quorum():
        yield from _extended(turn, decision)
    else:
        yield from end(turn, decision)


def _extended(turn: Turn, decision: Decision) -> Says:
    """Too few have voted: it goes on once more."""
    decision.extend(turn.now)
    yield Card(decision)
    yield Say(
        "secret-extended" if decision.secret else "decision-extended",
        to=decision.assembly,
        title=decision.title,
        cast=decision.cast_votes,
        needed=decision.passing.needed(decision.electorate),
        closes=Moment(decision.closes_at),
    )
    yield from ending(decision, turn)


@router.command("poll-settles", clock)
def poll_settles(turn: Turn, decision: Decision) -> Says:
    """Votes came in: where its rule lets it, what can no longer change ends."""
    if not decision.is_open:
        return
    turn.assembly = decision.assembly
    count(turn.session, [decision])
    if decision.is_settled():
        yield from end(turn, decision)


@router.command("poll-reminds", clock)
def poll_reminds(turn: Turn, decision: Decision) -> Says:
    """Tell in private those who have not voted, and nobody else."""
    if not decision.is_open:
        return
    turn.assembly = decision.assembly
    for person in missing_voters(turn.session, decision):
        yield Say(
            "secret-reminder" if decision.secret else "decision-reminder",
            to=person,
            buttons=vote_buttons(decision, private=True),
            until=decision.closes_at,
            title=decision.title,
            assembly=decision.assembly.name,
            closes=Moment(decision.closes_at),
        )


@router.farewell
def voter_gone(turn: Turn, membership: Membership) -> Says:
    """Leaving takes the vote away, in whatever is still open."""
    for decision in drop_votes(turn.session, membership):
        yield Card(decision)
        yield from voted(decision, turn)


@router.command("polls", followers)
def polls(turn: Turn) -> Says:
    """List what is open, and where one's own vote is missing."""
    found = Decision.choices(turn.session, reach(turn), turn.person)
    if not found:
        yield Say("decisions-none", command=Named("poll"))
        return
    missing = {d.id for d in missing_votes(turn.session, turn.person, reach(turn))}
    missing |= {item.id for item in unspoken(turn.session, turn.person, reach(turn))}
    if not turn.private:
        missing -= {decision.id for decision in found if decision.secret}
    several = len(reach(turn)) > 1
    lines = [_line(one, missing=one.id in missing, several=several) for one in found[:MOST_LISTED]]
    buttons = opening(found[:8], several=several)
    yield Say("decisions-head", *lines, buttons=buttons, count=len(found))


def _line(decision: Decision, *, missing: bool, several: bool) -> Phrase:
    return Phrase(
        "decisions-line",
        {
            "number": decision.number,
            "title": decision.title,
            "closes": Moment(decision.closes_at),
            "missing": Choice("yes" if missing else "no"),
            "where": Choice("named" if several else "here"),
            "assembly": decision.assembly.name,
        },
    )


def _own_ballot(turn: Turn, decision: Decision) -> Ballot | None:
    if turn.person.id not in decision.asked_for:
        fetch_ballots(turn.session, [decision], [turn.person.id])
    return decision.at_hand.get(turn.person.id)
