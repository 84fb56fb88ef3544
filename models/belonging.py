"""Belonging: who enters, who is here, who organises, and when too many are lost at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import chain, count

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, joinedload

from models.alike import alike
from models.assembly import Assembly, Chat, Membership, Role
from models.decision import Decision
from models.person import Person

AT_ONCE = timedelta(minutes=10)
MANY = 5
"""So many lost at once, and more than a third, look like an accident or an attack."""
PAGE = 50
MOST_LISTED = 1_000_000
"""Nobody turns more pages."""


def behind(session: Session, door: str) -> Assembly | None:
    """The assembly that a public link leads to; a hidden one has no door."""
    query = select(Assembly).where(Assembly.door == door, Assembly.closed_at.is_(None))
    return session.scalars(query.where(Assembly.hidden.is_(False))).first() if door else None


def enter(session: Session, person: Person, assembly: Assembly, now: datetime) -> Membership:
    """Make a person a member; who was one before finds their old place."""
    session.add(person)
    session.flush()
    query = select(Membership).where(
        Membership.person_id == person.id, Membership.assembly_id == assembly.id
    )
    membership = session.scalars(query).first()
    if membership is None:
        membership = Membership(person=person, assembly=assembly, since=now)
        session.add(membership)
    elif membership.left_at is not None:
        membership.since, membership.left_at = now, None
    return membership


def stays_by_another(membership: Membership, chat: Chat) -> bool:
    """Whether whoever leaves a chat may be in another of its assembly, on a platform of theirs.

    Who is in which is told by no platform, but who leaves: the last one that is left ends it.
    """
    gone = {*(membership.chats_left or ()), *_same(membership, chat)}
    platforms = {account.platform for account in membership.person.accounts}
    return any(
        not other.gone and other.id not in gone and other.platform in platforms
        for other in membership.assembly.chats
    )


def leave_chat(membership: Membership, chat: Chat) -> bool:
    """Note that they are no longer in a chat; False: that was known."""
    known = membership.chats_left or []
    fresh = [place for place in _same(membership, chat) if place not in known]
    membership.chats_left = [*known, *fresh]
    return bool(fresh)


def enter_chat(membership: Membership, chat: Chat) -> None:
    """They are in a chat again."""
    back = _same(membership, chat)
    if any(place in back for place in membership.chats_left or ()):
        membership.chats_left = [place for place in membership.chats_left if place not in back]


def _same(membership: Membership, chat: Chat) -> list[int]:
    """Ids of the places of an assembly in one group: topics are left with it."""
    places = membership.assembly.chats
    return [one.id for one in places if (one.platform, one.ref) == (chat.platform, chat.ref)]


def membership_of(session: Session, person: Person, assembly: Assembly) -> Membership | None:
    """A person's living membership in an assembly."""
    query = select(Membership).where(
        Membership.person_id == person.id,
        Membership.assembly_id == assembly.id,
        Membership.left_at.is_(None),
    )
    return session.scalars(query).first()


def left_membership(session: Session, person: Person, assembly: Assembly) -> Membership | None:
    """A person's membership in an assembly to which they no longer belong."""
    query = select(Membership).where(
        Membership.person_id == person.id,
        Membership.assembly_id == assembly.id,
        Membership.left_at.is_not(None),
    )
    return session.scalars(query).first()


def belongs_to(session: Session, person: Person) -> set[int]:
    """Ids of all assemblies somebody belongs to."""
    query = select(Membership.assembly_id).where(
        Membership.person_id == person.id, Membership.left_at.is_(None)
    )
    return set(session.scalars(query))


def has_organiser(session: Session, assembly: Assembly, now: datetime) -> bool:
    """Whether anybody holds the role of an organiser now."""
    session.flush()
    query = select(Membership.id).where(
        Membership.assembly_id == assembly.id,
        Membership.left_at.is_(None),
        Membership.role == Role.ORGANISER,
        (Membership.role_until.is_(None)) | (Membership.role_until > now),
    )
    return session.scalars(query.limit(1)).first() is not None


def organisers_of(session: Session, assembly: Assembly, now: datetime) -> list[Membership]:
    """The organisers' memberships, in the order in which they came."""
    query = (
        select(Membership)
        .where(Membership.assembly_id == assembly.id, Membership.role == Role.ORGANISER)
        .options(joinedload(Membership.person))
        .order_by(Membership.id)
    )
    return [held for held in session.scalars(query) if held.holds(Role.ORGANISER, now)]


def size_of(session: Session, assembly: Assembly) -> int:
    """How many belong to an assembly."""
    query = select(func.count()).where(
        Membership.assembly_id == assembly.id, Membership.left_at.is_(None)
    )
    return session.execute(query).scalar_one()


def page_of(session: Session, assembly: Assembly, page: int) -> Sequence[Membership]:
    """One page of the members, counted from 1: those with a role first, then by name."""
    rank = case({Role.ORGANISER: 0, Role.FACILITATOR: 1}, value=Membership.role, else_=2)
    query = (
        select(Membership)
        .join(Membership.person)
        .where(Membership.assembly_id == assembly.id, Membership.left_at.is_(None))
        .options(joinedload(Membership.person))
        .order_by(rank, Person.name, Person.id)
    )
    skipped = (page - 1) * PAGE
    if not 0 <= skipped <= MOST_LISTED:
        return []
    return session.scalars(query.offset(skipped).limit(PAGE)).unique().all()


def lost_at_once(session: Session, assembly: Assembly, now: datetime) -> int:
    """How many were lost just now, if they are alarmingly many; else 0."""
    session.flush()
    query = select(func.count()).where(
        Membership.assembly_id == assembly.id, Membership.left_at > now - AT_ONCE
    )
    lost = session.execute(query).scalar_one()
    if lost < MANY or lost * 3 <= lost + size_of(session, assembly):
        return 0
    return lost


def is_taken(session: Session, name: str, person: Person, assemblies: Collection[int]) -> bool:
    """Whether somebody else in these assemblies bears the name, or one that looks like it."""
    query = _looks_of_others(person, assemblies).where(Person.looks == alike(name))
    return session.scalars(query.limit(1)).first() is not None


def free_name(session: Session, person: Person, assembly: Assembly) -> str:
    """A person's name, with a number where somebody else in the assembly bears it."""
    numbered = Person.looks.startswith(f"{person.looks} ", autoescape=True)
    query = _looks_of_others(person, [assembly.id])
    taken = set(session.scalars(query.where((Person.looks == person.looks) | numbered)))
    names = (f"{person.name} {number}" for number in count(2))
    return next(name for name in chain([person.name], names) if alike(name) not in taken)


def _looks_of_others(person: Person, assemblies: Collection[int]) -> Select[str]:
    return (
        select(Person.looks)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.assembly_id.in_(assemblies),
            Membership.left_at.is_(None),
            Person.id != person.id,
        )
    )


def asked(session: Session, assembly: Assembly, consequence: str) -> Decision | None:
    """The open decision that would have this consequence."""
    query = select(Decision).where(
        Decision.assembly_id == assembly.id,
        Decision.closed_at.is_(None),
        Decision.consequence == consequence,
    )
    return session.scalars(query.limit(1)).first()


def is_asked(session: Session, assembly: Assembly, consequence: str) -> bool:
    """Whether an open decision would have this consequence."""
    return asked(session, assembly, consequence) is not None
