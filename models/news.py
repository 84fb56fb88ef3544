"""News from a council: what it has decided since those who sent somebody heard of it last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, lazyload

from models.delegation import Delegation
from models.ending import Ending
from models.item import Item
from models.referral import Referral
from models.report import Report

MOST_NEWS = 10
"""More do not fit into one report; the newest say most."""


def heard_until(session: Session, delegation: Delegation) -> datetime:
    """Since when nobody has reported from there; without a report, since they were sent."""
    query = select(func.max(Report.written_at)).where(
        Report.assembly_id == delegation.assembly_id,
        Report.council_id == delegation.council.id,
    )
    return max(session.scalar(query) or delegation.since, delegation.since)


def news(session: Session, delegation: Delegation) -> Sequence[tuple[Item, Referral | None]]:
    """What has ended in the council since then, and what the assembly had said, oldest first."""
    since = heard_until(session, delegation)
    said = and_(Referral.item_id == Item.id, Referral.seat_id == delegation.seat_id)
    query = (
        select(Item, Referral)
        .outerjoin(Referral, said)
        .where(
            Item.assembly_id == delegation.council.id,
            Item.closed_at > since,
            Item.outcome != Ending.WITHDRAWN,
        )
        .order_by(Item.closed_at.desc(), Item.id.desc())
        .limit(MOST_NEWS)
        # An inner join to seats would lose what the assembly has said nothing of.
        .options(lazyload(Referral.seat))
    )
    found = [(item, referral) for item, referral in session.execute(query).unique()]
    return found[::-1]
