"""Elections: begun, shaped, put to the vote, ended, run off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.answers import offer_ends
from handlers.electing import (
    begin_election,
    begin_run_off,
    must_elect,
    must_lead,
    must_not_wait,
    no_promise,
    open_vote,
    promised,
    waits,
)
from handlers.election_cards import election_card, how, named
from handlers.installing import hand_over
from handlers.reading import Missing, Unread, When, Word, of_chat, spelled
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.turn import Button, Card, Later, Say, Says, Tell, Turn, wire, wired_id
from models import dates
from models.base import Refused
from models.decision import Decision
from models.elected import Result, judge
from models.election import LONGEST_OFFICE, MOST_PLACES, Election, Kind, Way, runs_off
from models.phrase import Moment, Phrase, Value

router = Router("elections")
router.card(Election)(election_card)
OURS = (Kind.ORGANISER, Kind.FACILITATOR)
NOTHING = Word("")
REST = "rest"
OPENLY = "openly"
LOOK_AGAIN = timedelta(hours=1)
"""What waits for an organiser's word is looked at again after that."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody is to be elected to, and how many."""

    kind: Kind
    words: str = ""
    places: int = 1

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Wanted, str]:
        """One of our roles, or whatever the members call it; a number before it are its places."""
        words = " ".join(text.split())
        if not any(sign.isalnum() for sign in words):
            raise Missing
        head, _, rest = words.partition(" ")
        places = wired_id(head) if rest else 1
        words = words if places is None or not rest else rest
        if not 1 <= (places or 1) <= MOST_PLACES:
            raise Unread("election-places", most=MOST_PLACES)
        for kind in OURS:
            if words.casefold() in _called(turn, kind):
                return cls(kind, "", places or 1), ""
        if len(words) > LONGEST_OFFICE:
            raise Unread("refused-too-long", limit=LONGEST_OFFICE)
        return cls(Kind.OTHER, words, places or 1), ""


def _called(turn: Turn, kind: Kind) -> set[str]:
    said = (Phrase(f"office-{kind.value}"), Phrase(f"office-also-{kind.value}"))
    return {kind.value, *spelled(turn, *said)}


def _cut(turn: Turn, text: str) -> dict[str, str]:
    """The office, then until when people may stand."""
    rest, until = dates.deadline(text, **of_chat(turn))
    if not until:
        ends = (word.start() for word in re.finditer(r"(?<=\s)\S", text))
        starts = (at for at in ends if dates.attempted(text[at:], **of_chat(turn)))
        rest = text[: next(starts, len(text))]
        until = text[len(rest) :].strip()
    office = rest.strip(" |,")
    return {"office": office, "until": until} if office and until else {"office": text}


def _offer_offices(turn: Turn) -> Sequence[Offer]:
    return [(Phrase(f"office-{kind.value}"), kind.value) for kind in OURS]


def _may_elect(turn: Turn, _thing: object) -> None:
    must_elect(turn, turn.here, Kind.OTHER)


@router.command("elect", members, split=_cut, offers={"office": _offer_offices}, may=_may_elect)
def elect(turn: Turn, office: Wanted, until: When | None = None) -> Says:
    """Begin an election: members stand, then all vote."""
    yield from begin_election(
        turn, turn.here, office.kind, words=office.words, places=office.places, until=until
    )
    if turn.private:
        yield Say("told-there", assembly=turn.here.name)


@router.command("election-again", members, hidden=True)
def election_again(turn: Turn, election: Election, which: Word = NOTHING) -> Says:
    """The same election anew, or for the places that stayed empty."""
    election_left = election.places - len(election.elected)
    places = election_left if which == REST else election.places
    if election.ended_at is None or places < 1:
        raise Refused("button-old")
    begun = yield from begin_election(
        turn,
        election.assembly,
        election.kind,
        words=election.words,
        places=places,
        seat=election.seat,
    )
    begun.way = election.way
    if which == REST and election.elected:
        begun.first_id = election.first_id or election.id


@router.command("election-more", members, hidden=True, step=False)
def election_more(turn: Turn, election: Election) -> Says:
    """What whoever began it may change, until the vote opens."""
    must_lead(turn, election)
    yield _shape(election)


def _shape(election: Election) -> Say:
    other = Way.RANKED if election.way is Way.APPROVAL else Way.APPROVAL
    change: list[tuple[Phrase, tuple[str, int | str]]] = [
        (Phrase("election-label-places", {"count": places}), ("places", places))
        for places in (election.places - 1, election.places + 1)
        if 1 <= places <= MOST_PLACES and election.seat_id is None
    ]
    change.append((Phrase(f"election-label-{other.value}"), ("way", other.value)))
    change.append(
        (Phrase("election-label-open"), ("secret", "off"))
        if election.secret
        else (Phrase("election-label-secret"), ("secret", "on"))
    )
    buttons = [Button(label, wire("election-set", election, *said)) for label, said in change]
    buttons += [
        Button(Phrase("election-label-until"), wire("election-until", election)),
        Button(Phrase("election-label-now"), wire("election-open", election)),
        Button(Phrase("election-label-off"), wire("election-off", election)),
    ]
    head = Phrase("election-shape", {"title": election.title})
    until = Phrase("election-shape-until", {"until": Moment(election.stands_until)})
    return Say(head, how(election), until, slot=f"{election.slot}.shape", buttons=buttons)


@router.command("election-set", members, hidden=True)
def election_set(turn: Turn, election: Election, what: Word, value: Word) -> Says:
    """Another number of places, another ballot, secret or not."""
    must_lead(turn, election)
    one_seat = election.seat_id is not None
    if what == "places" and 1 <= (wired_id(value) or 0) <= MOST_PLACES and not one_seat:
        election.places = int(value)
    elif what == "way" and value in {str(way) for way in Way}:
        election.way = Way(value)
    elif what == "secret" and value in {"on", "off"}:
        election.secret = value == "on"
    else:
        raise Refused("button-old")
    yield Card(election)
    yield _shape(election)


@router.command("election-until", members, hidden=True, offers={"until": offer_ends}, may=must_lead)
def election_until(turn: Turn, election: Election, until: When) -> Says:
    """Let people stand until then."""
    election.extend(turn.now, until)
    yield Card(election)
    yield from promised(turn, election)
    yield Tell("election-stands-until", ends=Moment(until))


@router.command("election-open", members, hidden=True)
def election_open(turn: Turn, election: Election, how: Word = NOTHING) -> Says:
    """Vote now, once enough stand."""
    must_lead(turn, election)
    must_not_wait(turn, election.assembly, election.kind)
    standing = len(election.standing)
    if not standing or (standing < election.places and turn.now < election.stands_until):
        raise Refused("election-too-few", count=standing, places=election.places)
    election.secret = election.secret and how != OPENLY
    yield from open_vote(turn, election)


@router.command("election-off", members, hidden=True)
def election_off(turn: Turn, election: Election) -> Says:
    """It does not come to a vote."""
    must_lead(turn, election)
    election.end(turn.now)
    yield from no_promise(election)
    yield Card(election)
    yield Say("election-off", to=election.assembly, title=election.title)


@router.command("election-short", clock)
def election_short(turn: Turn, election: Election) -> Says:
    """Before the vote opens: fewer stand than there are places."""
    standing = len(election.standing)
    if not election.is_standing or standing >= election.places:
        return
    turn.assembly = election.assembly
    buttons = [
        Button(Phrase("election-label-stand"), wire("stand", election)),
        Button(Phrase("election-label-propose"), wire("propose", election)),
        Button(Phrase("election-label-until"), wire("election-until", election)),
    ]
    yield Say(
        "election-short",
        to=election.assembly,
        buttons=buttons,
        until=election.stands_until,
        title=election.title,
        count=standing,
        places=election.places,
        ends=Moment(election.stands_until),
    )


@router.command("election-opens", clock)
def election_opens(turn: Turn, election: Election) -> Says:
    """The time for standing is over: who has not said yes does not stand."""
    if not election.is_standing or election.stands_until > turn.now:
        return
    turn.assembly = election.assembly
    if waits(turn, election.assembly, election.kind):
        yield Later(turn.now + LOOK_AGAIN, "election-opens", {"election": election})
        return
    if election.standing:
        yield from open_vote(turn, election)
        return
    election.end(turn.now)
    yield Card(election)
    again = Button(Phrase("election-label-again"), wire("election-again", election))
    yield Say("election-nobody", to=election.assembly, buttons=[again], title=election.title)


@router.command("elected", clock)
def elected(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have voted: the office goes to whom they have elected."""
    election = turn.session.get(Election, subject)
    if election is None or election.ended_at is not None:
        return
    turn.assembly = election.assembly
    if waits(turn, election.assembly, election.kind):
        later = turn.now + LOOK_AGAIN
        yield Later(later, "elected", {"decision": decision, "subject": subject})
        return
    result = judge(election, decision)
    election.end(turn.now, result.elected)
    yield Card(election)
    if result.elected:
        yield from hand_over(turn, election, result.elected)
    yield from _left(election, result)


def _left(election: Election, result: Result) -> Says:
    """What became of places that are still empty."""
    left = election.places - len(result.elected)
    if result.gone:
        yield Say(Phrase("election-gone", named(result.gone)), to=election.assembly)
    if len(result.tied) > 1 and left:
        label = Phrase("election-label-run-off")
        button = Button(label, wire("election-run-off", election))
        tied = Phrase("election-tied", {**named(result.tied), "left": left})
        yield Say(tied, to=election.assembly, buttons=[button])
    elif left:
        line = wire("election-again", election, *([REST] if result.elected else []))
        button = Button(Phrase("election-label-again"), line)
        elected = len(result.elected)
        told: dict[str, Value] = {"title": election.title, "left": left, "count": elected}
        yield Say(Phrase("election-left", told), to=election.assembly, buttons=[button])


@router.command("election-run-off", members, hidden=True)
def election_run_off(turn: Turn, election: Election) -> Says:
    """Vote once more, between those who are tied."""
    if election.ended_at is None or election.decision is None:
        raise Refused("button-old")
    if runs_off(turn.session, election):
        raise Refused("election-runs-off")
    tied = judge(election, election.decision).tied
    places = election.places - len(election.elected)
    if not tied or places < 1:
        raise Refused("button-old")
    yield from begin_run_off(turn, election, tied, places)
