"""Cases as a whole: where they are brought, what waits, who read, what is forgotten."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from models import belonging
from models.assembly import Assembly, Chat, Membership, Sort
from models.base import Refused
from models.case import MOST_OPEN, Care, Case, Note, Reading, Stage, Topic
from models.line import PATIENCE
from models.person import Account, Person

COMMUNES = (Sort.KIEZ, Sort.WORKPLACE, Sort.SCHOOL)
MOST_OFFERED = 20
DOOR = re.compile(r"(?:\S*\bcase_)?([A-Za-z0-9_-]{5,64})")


def communes(session: Session) -> list[Assembly]:
    """Where a neighbour without a link can turn: the only one there is, or those listed."""
    only = sole_commune(session)
    if only is not None:
        return [only]
    query = select(Assembly).where(*_living(), Assembly.listed, Assembly.hidden.is_(False))
    return list(session.scalars(query.order_by(Assembly.name, Assembly.id).limit(MOST_OFFERED)))


def sole_commune(session: Session) -> Assembly | None:
    """Where words go unasked. With another one around, even a hidden one, nobody is chosen:

    everybody may found one and have it listed, and would be sent whatever neighbours write.
    """
    some = list(session.scalars(select(Assembly).where(*_living()).limit(2)))
    return some[0] if len(some) == 1 and not some[0].hidden else None


def _living() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (Assembly.sort.in_(COMMUNES), Assembly.closed_at.is_(None))


def is_one_of_several(session: Session, commune: Assembly) -> bool:
    """Whether a neighbour may have meant another one, which is perhaps not listed."""
    query = select(Assembly.id).where(
        Assembly.sort.in_(COMMUNES),
        Assembly.closed_at.is_(None),
        Assembly.hidden.is_(False),
        Assembly.id != commune.id,
    )
    return session.scalars(query.limit(1)).first() is not None


def any_commune(session: Session) -> bool:
    """Whether there is anybody on this instance to turn to."""
    query = select(Assembly.id).where(Assembly.closed_at.is_(None)).limit(1)
    return session.scalars(query).first() is not None


def behind(session: Session, door: str) -> Assembly | None:
    """The assembly whose code, or link with it, was sent; a hidden one has no door."""
    found = DOOR.fullmatch(door.strip())
    return belonging.behind(session, found[1]) if found is not None else None


def responsible(session: Session, commune: Assembly, topic: Topic) -> Assembly:
    """The commune's committee for a topic, where there is one that people belong to."""
    query = (
        select(Assembly)
        .where(
            Assembly.parent_id == commune.id,
            Assembly.theme.in_([topic.value, f"topic-{topic.value}"]),
            Assembly.closed_at.is_(None),
            Assembly.memberships.any(Membership.left_at.is_(None)),
        )
        .order_by(Assembly.id)
    )
    return session.scalars(query.limit(1)).first() or commune


def headcount(session: Session, assembly: Assembly) -> int:
    """How many people belong to an assembly."""
    query = select(func.count()).where(
        Membership.assembly_id == assembly.id, Membership.left_at.is_(None)
    )
    return session.scalar(query) or 0


def borne(session: Session, commune: Assembly) -> set[str]:
    """Pseudonyms of the commune's open cases."""
    query = select(Case).where(
        Case.commune_id == commune.id, Case.stage.in_([Stage.ARRIVING, Stage.OPEN])
    )
    return {case.pseudonym for case in session.scalars(query)}


def brought_by(session: Session, person: Person) -> list[Case]:
    """A neighbour's own cases, the newest first."""
    query = select(Case).where(Case.person_id == person.id)
    return list(session.scalars(query.order_by(Case.opened_at.desc(), Case.id)))


def written_by(session: Session, person: Person) -> list[Case]:
    """Those with words: of one that was only begun there is nothing to read or to delete."""
    return [case for case in brought_by(session, person) if case.messages]


def underway(cases: Sequence[Case], now: datetime) -> list[Case]:
    """Of a neighbour's cases those that are open; where none is, those solved lately."""
    found = [case for case in cases if case.stage is Stage.OPEN]
    return found or [c for c in cases if c.stage is Stage.SOLVED and c.takes_words(now)]


def meant(cases: Sequence[Case], now: datetime) -> list[Case]:
    """To which of a neighbour's cases plain words may belong; what is just being brought leads."""
    begun = [case for case in cases if case.stage is Stage.ARRIVING][:1]
    if begun and (begun[0].messages or now - begun[0].opened_at <= PATIENCE):
        return begun
    return [*underway(cases, now), *begun]


def must_bring_few(cases: Collection[Case]) -> None:
    """Refuse another case to whoever has brought many that are not solved."""
    if sum(case.stage in {Stage.ARRIVING, Stage.OPEN} for case in cases) >= MOST_OPEN:
        raise Refused("case-enough", limit=MOST_OPEN)


def fetch_carers(session: Session, cases: Sequence[Case]) -> None:
    """Put at hand who cares for these cases; whoever left the assembly no longer does."""
    by_id = {case.id: case for case in cases}
    carers: dict[int, list[Person]] = {case_id: [] for case_id in by_id}
    query = (
        select(Care.case_id, Person)
        .join(Person, Person.id == Care.person_id)
        .join(Case, Case.id == Care.case_id)
        .where(Care.case_id.in_(by_id), _belongs())
        .order_by(Care.since, Person.id)
    )
    for case_id, person in session.execute(query):
        carers[case_id].append(person)
    for case in cases:
        case.carers = carers[case.id]


def fetch_reach(session: Session, cases: Sequence[Case]) -> None:
    """Put at hand whether these cases' neighbours can be reached."""
    people = {case.person_id for case in cases if case.person_id is not None}
    reached = within_reach(session, people)
    for case in cases:
        case.out_of_reach = case.person_id is not None and case.person_id not in reached


def within_reach(
    session: Session, people: Collection[int], first: Collection[str] = ()
) -> set[int]:
    """Who of these people has a private chat open, or is where a bot may write `first`."""
    query = (
        select(Account.person_id)
        .outerjoin(Chat, Chat.account_id == Account.id)
        .where(
            Account.person_id.in_(people),
            or_(Chat.gone.is_(False), Chat.id.is_(None) & Account.platform.in_(first)),
        )
    )
    return set(session.scalars(query))


def notes_of(session: Session, case: Case) -> list[Note]:
    """All words of a case, the oldest first."""
    query = select(Note).where(Note.case_id == case.id).order_by(Note.place)
    return list(session.scalars(query))


def readings_of(session: Session, case: Case) -> list[Reading]:
    """Every reading of a case, the newest first."""
    query = select(Reading).where(Reading.case_id == case.id)
    return list(session.scalars(query.order_by(Reading.at.desc(), Reading.id)))


def open_cases(session: Session, assemblies: Collection[int]) -> list[Case]:
    """Cases that need somebody, the one that waits longest leading."""
    query = select(Case).where(Case.assembly_id.in_(assemblies), Case.stage == Stage.OPEN)
    return list(session.scalars(query.order_by(Case.waits_since.nulls_last(), Case.number)))


def to_take(session: Session, assemblies: Collection[int], person: Person) -> list[Case]:
    """Cases that wait, but for those somebody cares for already, the longest waiting leading.

    Their own are among them: what a group is shown must not say whose one of them is.
    """
    mine = select(Care.case_id).where(Care.person_id == person.id)
    query = select(Case).where(
        Case.assembly_id.in_(assemblies),
        Case.stage == Stage.OPEN,
        Case.waits_since.is_not(None),
        Case.id.not_in(mine),
    )
    return list(session.scalars(query.order_by(Case.waits_since, Case.number)))


def numbered(session: Session, assemblies: Collection[int], number: int) -> list[Case]:
    """Open cases of these assemblies that bear a short number."""
    query = select(Case).where(
        Case.assembly_id.in_(assemblies), Case.stage == Stage.OPEN, Case.number == number
    )
    return list(session.scalars(query.order_by(Case.id)))


def cared_by(session: Session, person: Person) -> list[Case]:
    """Open cases for which somebody cares."""
    query = (
        select(Case)
        .join(Care, Care.case_id == Case.id)
        .join(Person, Person.id == Care.person_id)
        .where(Person.id == person.id, Case.stage == Stage.OPEN, _belongs())
    )
    return list(session.scalars(query.order_by(Case.number)))


def _belongs() -> ColumnElement[bool]:
    return (
        select(Membership.id)
        .where(
            Membership.assembly_id == Case.assembly_id,
            Membership.person_id == Person.id,
            Membership.left_at.is_(None),
        )
        .exists()
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """What neighbours wait for in one assembly."""

    assembly_id: int
    unclaimed: int
    """Nobody cares for them."""
    unanswered: int
    """Somebody cares, the neighbour's last words have no answer."""
    new: int
    """Of all of these, brought after `since`."""
    oldest: datetime
    """Since when the first of them waits."""


def waiting_cases(
    session: Session, assemblies: Collection[int], since: datetime | None = None
) -> list[Waiting]:
    """Cases that wait, by assembly, in one query; an assembly where none waits is left out."""
    cared = (
        select(Care.case_id)
        .join(Person, Person.id == Care.person_id)
        .where(Care.case_id == Case.id, _belongs())
        .correlate(Case)
        .exists()
    )
    query = select(Case.assembly_id, Case.waits_since, Case.opened_at, cared).where(
        Case.assembly_id.in_(assemblies),
        Case.stage == Stage.OPEN,
        or_(Case.waits_since.is_not(None), ~cared),
    )
    rows: dict[int, list[tuple[datetime, datetime, bool]]] = {}
    for assembly_id, waits_since, opened_at, is_cared in session.execute(query):
        assert assembly_id is not None
        rows.setdefault(assembly_id, []).append((waits_since or opened_at, opened_at, is_cared))
    return [
        Waiting(
            assembly_id,
            unclaimed=sum(not is_cared for _, _, is_cared in found),
            unanswered=sum(is_cared for _, _, is_cared in found),
            new=sum(since is not None and opened > since for _, opened, _ in found),
            oldest=min(waits for waits, _, _ in found),
        )
        for assembly_id, found in sorted(rows.items())
    ]


def erase_words(session: Session, case: Case) -> None:
    """Nothing that was written about a case is left."""
    session.flush()
    session.execute(delete(Note).where(Note.case_id == case.id))
    session.execute(delete(Care).where(Care.case_id == case.id))


def forget(session: Session, case: Case) -> None:
    """Nothing of a case is left."""
    erase_words(session, case)
    session.execute(delete(Reading).where(Reading.case_id == case.id))
    session.delete(case)
