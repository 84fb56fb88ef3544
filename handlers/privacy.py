"""What is kept of people: shown, handed out, erased, and swept when its time is over."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import select, union_all

from handlers.filing import File, Making
from handlers.reading import When
from handlers.rights import anyone, clock, in_private
from handlers.routing import Router
from handlers.turn import Also, Button, Card, Later, Say, Says, Turn, wire
from models.assembly import Membership
from models.base import Base, Refused
from models.caseload import cared_by, written_by
from models.delegation import Delegation
from models.erasing import DOOR, erase, hand_out, touched
from models.person import Account, Person
from models.phrase import Command, Phrase
from models.post import Letter
from models.privacy import Matter, days
from models.sweeping import sweep as sweep_expired
from models.sweeping import sweep_away

router = Router("settings")
router.always("sweep")
PATIENCE = timedelta(minutes=10)
"""How long one may think about being forgotten, and how long the goodbye stays."""
MOST_CARDS = 100


@router.command("privacy", anyone, step=False)
def privacy(turn: Turn) -> Says:
    """What is kept, for how long, and who can see it."""
    kept = [Phrase(f"kept-{matter.value}", {"days": days(matter)}) for matter in Matter]
    yield Say(
        "privacy-head",
        *kept,
        "privacy-who",
        "privacy-foot",
        mydata=Command("mydata"),
        forget=Command("forget"),
    )


@router.command("mydata", anyone, fits=in_private, step=False)
def mydata(turn: Turn) -> Says:
    """Hand a person everything that is kept of them."""
    _among_ourselves(turn)
    turn.session.add(turn.person)
    turn.session.flush()
    file = File(f"kommune-{turn.now:%Y-%m-%d}.json", "mydata", {"person": turn.person})
    yield Say("mydata-here", file=file, forget=Command("forget"))


@router.maker("mydata")
def everything(making: Making, person: Person) -> bytes:
    """Everything that is kept of a person, as JSON."""
    whole = {
        "note": making.plain(Phrase("mydata-note")),
        "made_at": making.now.isoformat(),
        "kept": hand_out(making.session, person),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


@router.command("forget", anyone, fits=in_private, step=False)
def forget(turn: Turn) -> Says:
    """Say what would go and what would stay, and ask whether it shall be."""
    _among_ourselves(turn)
    until = turn.now + PATIENCE
    yes = Button(Phrase("forget-label-yes"), wire("forget-all", until))
    yield Say("forget-what", buttons=[yes], until=until, mydata=Command("mydata"))


@router.command("forget-all", anyone, hidden=True, step=False)
def forget_all(turn: Turn, until: When) -> Says:
    """Erase everything of a person but the chat in which they are told so."""
    _among_ourselves(turn)
    if until <= turn.now:
        raise Refused("half-said-expired")
    turn.whole = True  # whoever is forgotten has no last step
    changed, gone = _cards(turn)
    for case in written_by(turn.session, turn.person):
        yield Also(wire("withdraw-now", case))
    for case in cared_by(turn.session, turn.person):
        yield Also(wire("hand", case))
    for delegation in _delegations(turn):
        yield Also(wire("undelegate", delegation))
    for membership in turn.memberships:
        # From a council they have gone with their delegation.
        if membership.left_at is None:
            yield Also(wire("leave-now", membership))
    turn.session.flush()
    erase(turn.session, [turn.person.id], but=DOOR)
    for entity in changed:
        turn.session.expire(entity)
        yield Card(entity)
    for letter in gone:
        yield Say("forget-card-gone", to=letter.chat, slot=letter.slot)
    yield Say("forget-done")
    yield Later(
        turn.now + PATIENCE,
        "forget-rest",
        {"person": turn.person, "since": turn.now},
        key=f"forget:{turn.person.id}",
    )


@router.command("forget-rest", clock)
def forget_rest(turn: Turn, person: Person, since: When) -> Says:
    """The private chat goes as well, unless they have spoken to us again."""
    spoke = select(Account.id).where(Account.person_id == person.id, Account.seen_at > since)
    joined = select(Membership.id).where(Membership.person_id == person.id)
    back = union_all(spoke, joined).limit(1)
    if turn.session.scalars(back).first() is None:
        erase(turn.session, [person.id])
    yield from ()


@router.command("sweep", clock)
def sweep(turn: Turn, after: int = 0) -> Says:
    """Erase what is past its time: once a day, and again at once while there is more."""
    more = sweep_expired(turn.session, turn.now)
    further = sweep_away(turn.session, turn.now, after)
    if more or further is not None:
        again = turn.now + timedelta(minutes=1)
        yield Later(again, "sweep", {"after": further or 0}, key="sweep")
        return
    yield Later(turn.now + timedelta(days=1), "sweep", key="sweep")


def _among_ourselves(turn: Turn) -> None:
    if not turn.private:
        raise Refused("refused-private-only")


def _delegations(turn: Turn) -> list[Delegation]:
    """Those the speaker can still end, the highest first; others end with their row.

    Whoever is sent to a council no longer cannot lay down what that council has sent them to.
    """
    query = select(Delegation).where(
        Delegation.person_id == turn.person.id, Delegation.ended_at.is_(None)
    )
    found = [one for one in turn.session.scalars(query).unique() if turn.membership(one.assembly)]

    def above(delegation: Delegation) -> int:
        further = (one for one in found if one.assembly_id == delegation.seat.council_id)
        return max((above(one) + 1 for one in further), default=0)

    return sorted(found, key=above)


def _cards(turn: Turn) -> tuple[list[Base], list[Letter]]:
    """Cards that will look different without this person, and messages whose matter goes."""
    changed: list[Base] = []
    gone: list[Letter] = []
    for kind in turn.router.cards:
        others, own = touched(turn.session, kind.__table__, turn.person)
        shown = _shown(turn, kind, others - own)
        ids = [int(letter.slot.rpartition(":")[2]) for letter in shown if letter.slot]
        changed += turn.session.scalars(select(kind).where(kind.id.in_(ids)))
        gone += _shown(turn, kind, own)
    return changed, gone


def _shown(turn: Turn, kind: type[Base], ids: set[int]) -> list[Letter]:
    """Live cards that are still there, the newest first."""
    slots = [f"{kind.__name__.lower()}:{number}" for number in ids]
    query = select(Letter).where(Letter.slot.in_(slots)).order_by(Letter.written_at.desc())
    return list(turn.session.scalars(query.limit(MOST_CARDS)))
