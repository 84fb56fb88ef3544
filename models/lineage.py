"""Lineage: the way of a question through assemblies, up to the last council and down again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import literal, select
from sqlalchemy.orm import Session, attributes, lazyload

from models.assembly import Assembly
from models.base import Refused
from models.decision import Decision
from models.ending import Ending
from models.item import Item, fetch_mandates
from models.phrase import Command
from models.referral import Referral

DEEPEST = 20
"""No tree of councils is as deep."""
DECIDED = frozenset({Ending.PASSED, Ending.CHOSEN})


@dataclass(frozen=True, slots=True)
class Trail:
    """A decision, the items it is part of, the nearest leading, and what it was sent down as."""

    decision: Decision
    above: Sequence[Item]
    below: Sequence[Referral]


def trail_of(session: Session, decision: Decision) -> Trail:
    """Follow a question up; of an item, also down to its own assemblies. Four queries."""
    session.flush()
    start = select(Decision.id.label("decision_id"), literal(0).label("height"))
    found = start.where(Decision.id == decision.id).cte("above", recursive=True)
    step = (
        select(Referral.item_id, found.c.height + 1)
        .join(found, Referral.decision_id == found.c.decision_id)
        .where(found.c.height < DEEPEST)
    )
    heights = found.union(step)
    query = (
        select(Item, heights.c.height)
        .join(heights, heights.c.decision_id == Item.id)
        .where(heights.c.height > 0)
        .order_by(heights.c.height, Item.id)
    )
    above = list(dict.fromkeys(item for item, _ in session.execute(query).unique()))
    items = [*above, *([decision] if isinstance(decision, Item) else [])]
    fetch_mandates(session, items)
    below = decision.lives if isinstance(decision, Item) else []
    return Trail(decision, above, below)


def must_be_decided(decision: Decision) -> None:
    """Refuse to carry up what nobody has decided."""
    if decision.is_open or decision.outcome not in DECIDED:
        raise Refused("bring-not-decided", command=Command("decide"))
    if decision.replaced_by is not None:
        raise Refused("bring-newer", number=decision.replaced_by)
    if decision.about_id or any(option.person_id for option in decision.options):
        raise Refused("bring-about-people")


def brought_to(session: Session, decision: Decision, council: Assembly) -> Item | None:
    """The item that a decision has become in a council."""
    query = select(Item).where(Item.origin_id == decision.id, Item.assembly_id == council.id)
    return session.scalars(query.order_by(Item.id.desc())).unique().first()


def fetch_origins(session: Session, decisions: Sequence[Decision]) -> None:
    """Load where some decisions come from, in one query if any comes from anywhere."""
    ids = {one.origin_id for one in decisions if one.origin_id is not None}
    if ids:
        query = select(Decision).where(Decision.id.in_(ids)).options(lazyload(Decision.options))
        by_id = {one.id: one for one in session.scalars(query).unique()}
        for one in decisions:
            if one.origin_id is not None:
                attributes.set_committed_value(one, "origin", by_id.get(one.origin_id))
