"""Joining, by an assembly's admission: at once, vouched for, or by the members' decision."""

from __future__ import annotations

from handlers.asking import ask_members, opened
from handlers.reading import Word
from handlers.rights import anyone, as_stranger, clock, members
from handlers.routing import Router
from handlers.turn import Button, Card, Later, Never, Say, Says, Tell, Turn, wire
from models.assembly import Admission, Assembly, Role, Sort
from models.base import Refused
from models.belonging import behind, enter, free_name
from models.decision import Decision
from models.names import sounds_like_office
from models.newcomer import PATIENCE, Newcomer, Stand, must_not_insist, waiting
from models.person import Person
from models.phrase import Choice, Command, Phrase, Value
from models.plenty import JOINING, must_do_few

router = Router("members")


@router.command("join", anyone, fits=as_stranger, instead="leave")
def join(turn: Turn, door: Word | None = None) -> Says:
    """Become a member of the assembly here, or of the one behind a link."""
    assembly = _meant(turn, door)
    pending = _may_ask(turn, assembly)
    turn.assembly = assembly
    must_do_few(turn.session, turn.account, JOINING, turn.now, assembly, assembly=assembly.name)
    if assembly.admission is Admission.OPEN:
        if pending is not None:
            pending.settle(Stand.ADMITTED, turn.now)
            yield Card(pending)
        yield from _welcome(turn, turn.person, assembly)
        if turn.private:
            yield Say("member-joined-you", assembly=assembly.name, command=Command("help"))
    elif assembly.admission is Admission.VOUCHED:
        yield from _ask_who_knows(turn, assembly)
    else:
        yield from _ask_all(turn, assembly)


@router.command("join-offer", anyone, hidden=True, step=False)
def join_offer(turn: Turn, door: Word) -> Says:
    """Ask whoever has opened a link whether they want to belong there."""
    assembly = _meant(turn, door)
    _may_ask(turn, assembly)
    yes = Button(Phrase("assembly-label-join"), wire("join", door))
    yield Say("join-offer", assembly=assembly.name, admission=assembly.admission, buttons=[yes])


def _may_ask(turn: Turn, assembly: Assembly) -> Newcomer | None:
    """What they have asked before and may ask again, if anything."""
    if assembly.sort is Sort.COUNCIL:
        raise Refused("council-by-seat", council=assembly.name, command=Command("delegate"))
    if turn.membership(assembly) is not None:
        raise Refused("member-already", assembly=assembly.name)
    pending = waiting(turn.session, turn.person, assembly)
    if pending is not None and (pending.decision_id or assembly.admission is not Admission.OPEN):
        raise Refused("newcomer-waiting", assembly=assembly.name)
    return pending


def _meant(turn: Turn, door: str | None) -> Assembly:
    """The assembly of this group; in private the one behind the link."""
    if not turn.private:
        return turn.here
    if not door:
        raise Refused("join-by-link", command=Command("join"))
    found = behind(turn.session, door)
    if found is None:
        raise Refused("join-no-door", command=Command("join"))
    return found


def _told_apart(turn: Turn, person: Person, assembly: Assembly) -> Says:
    """Nobody enters under the name of somebody who is there; who only asks is not told of them."""
    name = free_name(turn.session, person, assembly)
    if name != person.name:
        to = None if person is turn.person else person
        taken, command = person.name, Command("name")
        yield Tell("name-told-apart", to=to, taken=taken, name=name, command=command)
        person.name = name


def _welcome(turn: Turn, person: Person, assembly: Assembly) -> Says:
    yield from _told_apart(turn, person, assembly)
    enter(turn.session, person, assembly, turn.now)
    lines = [Phrase("member-joined", {"person": person.name, "assembly": assembly.name})]
    yield Say(*lines, *_flag(person), to=assembly)


def _flag(person: Person) -> list[Phrase]:
    if not sounds_like_office(person.name):
        return []
    return [
        Phrase("name-sounds-like-office", {"person": person.name, "command": Command("members")})
    ]


def _ask(turn: Turn, assembly: Assembly) -> Newcomer:
    must_not_insist(turn.session, turn.person, assembly)
    turn.session.add(turn.person)
    newcomer = Newcomer(assembly=assembly, person=turn.person, asked_at=turn.now, stand=Stand.OPEN)
    turn.session.add(newcomer)
    return newcomer


def _ask_who_knows(turn: Turn, assembly: Assembly) -> Says:
    newcomer = _ask(turn, assembly)
    newcomer.number = assembly.next_number("newcomer")
    turn.session.flush()
    yield Card(newcomer)
    yield Later(turn.now + PATIENCE, "newcomer-lapses", {"newcomer": newcomer}, newcomer.slot)
    yield Say("newcomer-asked", assembly=assembly.name, way=Choice("vouched"))


def _ask_all(turn: Turn, assembly: Assembly) -> Says:
    newcomer = _ask(turn, assembly)
    turn.session.flush()
    name = free_name(turn.session, turn.person, assembly)
    question = Phrase("newcomer-question", {"person": name})
    decision = ask_members(turn, assembly, question, turn.person)
    decision.consequence = wire("admit", newcomer)
    decision.otherwise = wire("turn-away", newcomer)
    newcomer.decision = decision
    yield from opened(decision, turn)
    yield Say("newcomer-asked", *_flag(turn.person), assembly=assembly.name, way=Choice("own"))


@router.command("vouch", members, hidden=True)
def vouch(turn: Turn, newcomer: Newcomer) -> Says:
    """Speak for somebody who wants to join."""
    newcomer.vouch(turn.person, turn.now, facilitates=turn.holds(Role.FACILITATOR))
    yield Card(newcomer)
    yield Never(newcomer.slot)
    yield from _welcome(turn, newcomer.person, newcomer.assembly)
    yield _yes(newcomer)


@router.command("doubt", members, hidden=True)
def doubt(turn: Turn, newcomer: Newcomer) -> Says:
    """Say that one would rather not; from then on the facilitators decide."""
    newcomer.doubt(turn.person, turn.now, facilitates=turn.holds(Role.FACILITATOR))
    yield Tell("newcomer-doubt-taken")
    yield Card(newcomer)
    if newcomer.stand is Stand.DECLINED:
        yield Never(newcomer.slot)
        yield _no(newcomer)


@router.command("newcomer-lapses", clock)
def newcomer_lapses(turn: Turn, newcomer: Newcomer) -> Says:
    """Nobody spoke for them in two weeks."""
    if newcomer.stand is Stand.OPEN:
        newcomer.settle(Stand.LAPSED, turn.now)
        yield Card(newcomer)
        yield _no(newcomer)


@router.command("admit", clock)
def admit(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have decided for somebody."""
    newcomer = turn.session.get(Newcomer, subject)
    if newcomer is None or newcomer.stand is Stand.ADMITTED:
        return
    turn.assembly = decision.assembly
    if newcomer.stand is not Stand.OPEN:
        yield Say("newcomer-gone", to=decision.assembly, person=newcomer.person.name)
        return
    newcomer.settle(Stand.ADMITTED, turn.now)
    yield from _welcome(turn, newcomer.person, decision.assembly)
    yield _yes(newcomer)


@router.command("turn-away", clock)
def turn_away(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have not decided for somebody."""
    newcomer = turn.session.get(Newcomer, subject)
    if newcomer is not None and newcomer.stand is Stand.OPEN:
        newcomer.settle(Stand.DECLINED, turn.now)
        yield _no(newcomer)


def _yes(newcomer: Newcomer) -> Say:
    name = newcomer.assembly.name
    return Say("member-joined-you", to=newcomer.person, assembly=name, command=Command("help"))


def _no(newcomer: Newcomer) -> Say:
    lapsed = Choice("yes" if newcomer.stand is Stand.LAPSED else "no")
    return Say(
        "newcomer-not-now", to=newcomer.person, assembly=newcomer.assembly.name, lapsed=lapsed
    )


@router.card(Newcomer)
def card(newcomer: Newcomer, turn: Turn) -> Say | None:
    """The live card of somebody whom a member has to know."""
    if newcomer.number is None:
        return None
    name = newcomer.person.name
    if newcomer.stand is Stand.OPEN:
        name = free_name(turn.session, newcomer.person, newcomer.assembly)
    values: dict[str, Value] = {
        "person": name,
        "stand": newcomer.stand,
        "doubted": Choice("yes" if newcomer.doubted else "no"),
        "voucher": newcomer.voucher.name if newcomer.voucher else "",
        "vouched": Choice("yes" if newcomer.voucher else "no"),
    }
    to, slot = newcomer.assembly, newcomer.slot
    if newcomer.stand is not Stand.OPEN:
        return Say(Phrase("newcomer-card", values), to=to, slot=slot)
    buttons = [
        Button(Phrase("label-i-know", {"person": name}), wire("vouch", newcomer)),
        Button(Phrase("label-rather-not"), wire("doubt", newcomer)),
    ]
    lines = [Phrase("newcomer-card", values), *_flag(newcomer.person)]
    return Say(*lines, to=to, slot=slot, buttons=buttons)
