"""What winning an election gives: each kind of office in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.sending import relieved, retired, sent
from handlers.terms import NOTICE, announce, give_role
from handlers.turn import Later, Never, Say, Says, Turn
from models.assembly import Membership, Role
from models.belonging import membership_of
from models.candidacy import Candidacy
from models.dates import months_on
from models.delegation import in_seat, send
from models.elected import runner_up
from models.election import Election, Kind
from models.office import Office, take_office
from models.phrase import Moment, Phrase, Value
from models.record import append
from models.statutes import statutes_of

Install = Callable[[Turn, Election, Sequence[Candidacy]], Says]


def hand_over(turn: Turn, election: Election, elected: Sequence[Candidacy]) -> Says:
    """Give the office to the elected, for its term; they and the assembly are told."""
    yield from INSTALLS[election.kind](turn, election, elected)


def _roles(turn: Turn, election: Election, elected: Sequence[Candidacy]) -> Says:
    role = Role(election.kind.value)
    for one in elected:
        membership = membership_of(turn.session, one.person, election.assembly)
        if membership is None or (role is Role.FACILITATOR and _organises(turn, membership)):
            continue
        yield from give_role(turn, membership, role)
        assert membership.role_until is not None
        told: dict[str, Value] = {
            "role": role,
            "assembly": election.assembly.name,
            "until": Moment(membership.role_until, "day"),
        }
        yield Say(Phrase("elected-role-yours", told), to=one.person)


def _organises(turn: Turn, membership: Membership) -> bool:
    return membership.role is Role.ORGANISER and membership.holds(Role.ORGANISER, turn.now)


def _offices(turn: Turn, election: Election, elected: Sequence[Candidacy]) -> Says:
    people = [one.person for one in elected]
    taken, ended = take_office(turn.session, election, people, turn.now)
    for office in taken:
        append(
            turn.session, office.assembly, "elected", turn.now, turn.salt(),
            person=office.person, office=office.words,
        )  # fmt: skip
        which = {"office": office}
        yield Later(office.until - NOTICE, "office-reminds", which, f"reminds:{office.slot}")
        yield Later(office.until, "office-ends", which, f"ends:{office.slot}")
        yield from announce(turn, office.assembly, Phrase("office-taken", office_words(office)))
        yield Say(Phrase("office-taken-yours", office_words(office)), to=office.person)
    for office in ended:
        yield from no_office(office)
        yield Say(Phrase("office-passed-on", office_words(office)), to=office.person)


def _seats(turn: Turn, election: Election, elected: Sequence[Candidacy]) -> Says:
    """The elected is the delegate, whoever came next the deputy."""
    seat, decision = election.seat, election.decision
    if seat is None or decision is None:
        return
    if not seat.is_held:
        yield Say(Phrase("delegation-no-seat", {"council": election.words}), to=election.assembly)
        return
    statutes = statutes_of(turn.session, election.assembly)
    until = months_on(turn.now, statutes.term, election.assembly.zone)
    for one in elected:
        deputy = in_seat(turn.session, seat, deputy=True)
        if deputy is not None and deputy.person_id == one.person_id:
            yield from retired(turn, deputy)
    named = [send(turn.session, seat, one.person, turn.now, until=until) for one in elected]
    beside = None
    following = runner_up(election, decision)
    if following is not None and membership_of(turn.session, following.person, seat.assembly):
        beside = send(turn.session, seat, following.person, turn.now, deputy=True, until=until)
    for fresh, before in named:
        yield from sent(turn, fresh, before, beside[0] if beside else None)
    if beside is not None:
        yield from sent(turn, *beside)
    yield from relieved(turn, seat.council)


def no_office(office: Office) -> Says:
    """Take back what was promised of its end."""
    for what in ("reminds", "ends"):
        yield Never(f"{what}:{office.slot}")


def office_words(office: Office) -> dict[str, Value]:
    """What there is to say of it."""
    return {
        "person": office.person.name,
        "office": office.words,
        "assembly": office.assembly.name,
        "until": Moment(office.until, "day"),
    }


INSTALLS: dict[Kind, Install] = {
    Kind.ORGANISER: _roles,
    Kind.FACILITATOR: _roles,
    Kind.SEAT: _seats,
    Kind.OTHER: _offices,
}
"""One more kind of office is one more line here."""
