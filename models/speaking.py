"""Where delegates speak freely: for whom nobody has spoken yet, and who could."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.delegation import Delegation
from models.item import Item
from models.person import Person
from models.referral import Referral, Stand


def unspoken(session: Session, person: Person, assemblies: Collection[int]) -> Sequence[Item]:
    """Free items in which this person may speak for a group for which nobody has."""
    query = (
        select(Item)
        .join(Referral, Referral.item_id == Item.id)
        .join(Delegation, Delegation.seat_id == Referral.seat_id)
        .where(
            Item.assembly_id.in_(assemblies),
            Item.closed_at.is_(None),
            Item.free.is_(True),
            Item.frozen_at.is_(None),
            Referral.stand == Stand.HELD,
            Delegation.person_id == person.id,
            Delegation.ended_at.is_(None),
        )
    )
    return session.scalars(query.order_by(Item.closes_at, Item.id)).unique().all()


def silent(session: Session, item: Item) -> dict[Person, list[str]]:
    """Who could speak where nobody has, delegates and deputies, and for which groups."""
    query = (
        select(Delegation)
        .join(Referral, Referral.seat_id == Delegation.seat_id)
        .where(
            Referral.item_id == item.id,
            Referral.stand == Stand.HELD,
            Delegation.ended_at.is_(None),
        )
    )
    found: dict[Person, list[str]] = {}
    for one in session.scalars(query.order_by(Delegation.person_id, Delegation.id)).unique():
        found.setdefault(one.person, []).append(one.assembly.name)
    return found
