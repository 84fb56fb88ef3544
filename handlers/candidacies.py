"""Standing in an election: coming forward, being proposed, thinking better of it."""

from __future__ import annotations

from handlers.reading import Sentence
from handlers.rights import members
from handlers.routing import Router
from handlers.standing import cut_after, offer_standing
from handlers.turn import Also, Button, Card, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership, Role
from models.base import Refused
from models.belonging import membership_of
from models.delegation import must_rotate
from models.election import Election, Kind, candidacies_of
from models.person import Person
from models.phrase import Choice, Command, Moment, Phrase

router = Router("elections")


@router.command("stand", members, split=cut_after("words"), offers={"election": offer_standing})
def stand(turn: Turn, election: Election, words: Sentence | None = None) -> Says:
    """Stand in an election, or say something else about oneself."""
    _must_be_free(turn, election)
    candidacy, fresh = election.stand(turn.person, turn.now, words or "")
    yield Card(election)
    if fresh:
        yield Undo(wire("unstand", election))
    yield Tell(
        "candidacy-stands" if fresh else "candidacy-says",
        title=election.title,
        about=Choice("yes" if candidacy.words else "no"),
        command=Command("stand", str(election.number)),
    )


def _must_be_free(turn: Turn, election: Election) -> None:
    """An organiser does what facilitators do already."""
    if election.kind is Kind.FACILITATOR and turn.holds(Role.ORGANISER, election.assembly):
        raise Refused("candidacy-organises")
    if election.seat is not None:
        must_rotate(turn.session, election.seat, turn.person)


@router.command("propose", members, split=cut_after("person"), offers={"election": offer_standing})
def propose(turn: Turn, election: Election, person: Person) -> Says:
    """Propose somebody; they are asked in private."""
    if person.id == turn.person.id:
        yield Also(wire("stand", election))
        return
    membership = membership_of(turn.session, person, election.assembly)
    if membership is None:
        raise Refused("refused-person", typed=person.name)
    if election.kind is Kind.FACILITATOR and membership.holds(Role.ORGANISER, turn.now):
        raise Refused("candidacy-they-organise", person=person.name)
    if election.seat is not None:
        must_rotate(turn.session, election.seat, person)
    election.propose(person, turn.person)
    yield Card(election)
    yield Tell("candidacy-asked", person=person.name)
    yield Say(
        "candidacy-asks-you",
        to=person,
        buttons=[
            Button(Phrase("candidacy-label-yes"), wire("stand", election)),
            Button(Phrase("candidacy-label-no"), wire("candidacy-no", election)),
        ],
        until=election.stands_until,
        by=turn.person.name,
        title=election.title,
        assembly=election.assembly.name,
        ends=Moment(election.stands_until),
    )


@router.command("candidacy-no", members, hidden=True, instead="stand")
def candidacy_no(turn: Turn, election: Election) -> Says:
    """Say no to having been proposed."""
    election.must_be_standing()
    candidacy = election.of(turn.person)
    if candidacy is None:
        raise Refused("candidacy-not-asked")
    candidacy.decline(turn.now)
    yield Card(election)
    yield Tell("candidacy-declined")
    if candidacy.proposed_by is not None:
        by, person = candidacy.proposed_by, turn.person.name
        yield Say("candidacy-declined-yours", to=by, person=person, title=election.title)


@router.command("unstand", members, offers={"election": offer_standing})
def unstand(turn: Turn, election: Election) -> Says:
    """Stand no longer, while the vote has not opened."""
    election.must_be_standing()
    candidacy = election.of(turn.person)
    if candidacy is None:
        raise Refused("candidacy-none")
    candidacy.withdraw(turn.now)
    yield Card(election)
    yield Undo(wire("stand", election))
    yield Tell("candidacy-withdrawn", title=election.title)


@router.farewell
def candidate_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever has left stands no longer; on an open ballot their name stays."""
    mine = candidacies_of(turn.session, membership.person_id, membership.assembly_id)
    for election, candidacy in mine:
        stood = candidacy.stands
        candidacy.withdrawn_at = turn.now
        yield Card(election)
        if stood and not election.is_standing:
            person = candidacy.person.name
            yield Say("candidacy-gone", to=election.assembly, person=person, title=election.title)
