"""Beginning an election, whoever or whatever begins it, and opening its vote."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers.asking import in_its_language, opened, titled
from handlers.turn import Button, Card, Later, Never, Said, Say, Says, Turn, Undo, wire
from models.assembly import Assembly, Role
from models.ballots import take_down, would_vote
from models.base import Refused
from models.belonging import has_organiser
from models.candidacy import Candidacy
from models.counting import Proposal
from models.counting.column import dump_method
from models.decision import FEWEST_SECRET, Decision
from models.election import Election, Kind, alike
from models.phrase import Choice, Command, Phrase
from models.plenty import must_be_few
from models.seat import Seat
from models.statutes import Statutes, statutes_of
from models.waking import awake

NOTICE = timedelta(days=1)
"""So long before the vote opens it is said that too few stand."""
SHORTEST_NOTICE = timedelta(hours=8)


def begin_election(
    turn: Turn,
    assembly: Assembly,
    kind: Kind,
    *,
    words: str = "",
    places: int = 1,
    until: datetime | None = None,
    seat: Seat | None = None,
) -> Generator[Said, None, Election]:
    """Let people stand for an office; the vote opens by itself.

    `words`: the office's name, where it is none of ours; of a `seat`, the council's. `until`: how
    long people may stand.
    """
    statutes = must_elect(turn, assembly, kind)
    known = alike(turn.session, assembly.id, kind, words)
    if known is not None:
        raise Refused("election-runs-already", title=known.title, number=known.number)
    phrase = Phrase(f"election-title-{kind.value}", {"office": words})
    election = _fresh(turn, assembly, statutes, in_its_language(turn, assembly, phrase))
    election.kind, election.words, election.places = kind, words, places
    election.seat = seat
    election.extend(turn.now, until or turn.now + timedelta(days=statutes.days))
    turn.session.add(election)
    turn.session.flush()
    yield Card(election)
    yield from promised(turn, election)
    yield Undo(wire("election-off", election))
    return election


def begin_run_off(
    turn: Turn, before: Election, tied: Sequence[Candidacy], places: int
) -> Generator[Said, None, Election]:
    """Vote at once between those who are tied, for the places that are left."""
    statutes = must_elect(turn, before.assembly, before.kind)
    phrase = Phrase("election-title-run-off", {"title": before.title})
    title = in_its_language(turn, before.assembly, phrase) if not before.first_id else before.title
    election = _fresh(turn, before.assembly, statutes, title)
    election.kind, election.words, election.way = before.kind, before.words, before.way
    election.seat = before.seat
    election.places, election.first_id = places, before.first_id or before.id
    election.secret = election.secret and before.secret
    for one in tied:
        election.stand(one.person, turn.now, one.words)
    turn.session.add(election)
    turn.session.flush()
    yield from open_vote(turn, election)
    return election


def _fresh(turn: Turn, assembly: Assembly, statutes: Statutes, title: str) -> Election:
    begun = {"by": Election.opener_id, "at": Election.begun_at}
    must_be_few(turn.session, assembly, turn.person, **begun, now=turn.now)  # type: ignore[arg-type]
    election = Election(
        assembly=assembly,
        number=assembly.next_number("election"),
        kind=Kind.OTHER,
        title=title,
        days=statutes.days,
        opener=turn.person,
        begun_at=turn.now,
        stands_until=turn.now,
        questions=0,
        candidacies=[],
    )
    election.secret = election.may_be_secret(would_vote(turn.session, assembly))
    return election


def must_elect(turn: Turn, assembly: Assembly, kind: Kind) -> Statutes:
    """The statutes; refused to whoever may not open decisions by them.

    Where nobody organises every member may, or nobody ever would again.
    """
    statutes, membership = statutes_of(turn.session, assembly), turn.membership(assembly)
    led = has_organiser(turn.session, assembly, turn.now)
    must_not_wait(turn, assembly, kind)
    if membership is None or (led and not statutes.opening.includes(membership, turn.now)):
        raise Refused("motion-not-opening", who=statutes.opening, command=Command("statutes"))
    return statutes


def waits(turn: Turn, assembly: Assembly, kind: Kind) -> bool:
    """Whether this office waits for an organiser's word, since many were lost at once."""
    suspended = assembly.suspended_at is not None and kind is not Kind.OTHER
    return suspended and has_organiser(turn.session, assembly, turn.now)


def must_not_wait(turn: Turn, assembly: Assembly, kind: Kind) -> None:
    """Refuse while the office waits for that word."""
    if waits(turn, assembly, kind):
        raise Refused("roles-suspended", command=Command("confirm"))


def must_lead(turn: Turn, election: Election) -> None:
    """Refuse whoever has not begun it, unless they facilitate; and all once the vote is open."""
    if election.opener_id != turn.person.id and not turn.holds(Role.FACILITATOR):
        raise Refused("election-not-yours")
    election.must_be_standing()


def promised(turn: Turn, election: Election) -> Says:
    """Promise that the vote opens, and to look before whether enough stand."""
    until, which = election.stands_until, {"election": election}
    yield Later(until, "election-opens", which, f"opens:{election.slot}")
    length, key = until - turn.now, f"short:{election.slot}"
    at = awake(until - min(length / 4, NOTICE), election.assembly.zone, turn.now, until)
    if at is not None and length >= SHORTEST_NOTICE:
        yield Later(at, "election-short", which, key)
    else:
        yield Never(key)


def no_promise(election: Election) -> Says:
    """Take both back."""
    for what in ("opens", "short"):
        yield Never(f"{what}:{election.slot}")


def open_vote(turn: Turn, election: Election) -> Says:
    """Put those who stand to the vote; where it cannot be secret, offer to vote openly."""
    assembly = election.assembly
    electors = would_vote(turn.session, assembly)
    if election.secret and not election.may_be_secret(electors):
        openly = wire("election-open", election, "openly")
        buttons = [
            Button(Phrase("election-label-open"), openly),
            Button(Phrase("election-label-off"), wire("election-off", election)),
        ]
        yield Card(election)
        yield Say(
            "election-few",
            to=assembly,
            buttons=buttons,
            title=election.title,
            fewest=FEWEST_SECRET,
            count=electors,
        )
        return
    election.draw(turn.salt())
    decision = _vote(turn, election)
    turn.session.add(decision)
    turn.session.flush()
    election.decision = decision
    take_down(turn.session, decision)
    yield from no_promise(election)
    yield Card(election)
    yield Say(
        "election-opened",
        to=assembly,
        title=election.title,
        way=Choice(decision.counting.name),
        count=len(election.standing),
        places=election.places,
        few=Choice("yes" if len(election.standing) < election.places else "no"),
        command=Command("candidates", str(election.number)),
    )
    yield from opened(decision, turn)
    # not before: it may be closed by whoever began the election, but not taken back
    decision.opener = election.opener


def _vote(turn: Turn, election: Election) -> Decision:
    """The decision about those who stand; nobody in particular asks it."""
    assembly, method = election.assembly, election.method()
    title: dict[str, Any] = {"title": election.title}
    if isinstance(method, Proposal):
        alone = election.standing[0].person
        named = {"office": election.words, "person": alone.name}
        phrase = Phrase(f"election-alone-{election.kind.value}", named)
        title = titled(turn, assembly, phrase, alone)
    follows = wire("elected", election)
    return Decision(
        assembly=assembly,
        number=assembly.next_number("decision"),
        **title,
        opened_at=turn.now,
        closes_at=turn.now + timedelta(days=election.days),
        options=election.ballot(),
        binding=True,
        secret=election.secret,
        method=dump_method(method),
        rule=statutes_of(turn.session, assembly).rule,
        consequence=follows,
        otherwise=follows,
    )
