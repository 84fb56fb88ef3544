"""Cases that change hands: whoever cared has left, or nobody is left where they wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.assembly import Assembly, Membership
from models.case import Care, Case, Stage
from models.caseload import fetch_carers, headcount


def let_go(session: Session, membership: Membership) -> list[Case]:
    """Whoever left cares for nothing there any more, not even after their return.

    What comes back are the open cases they cared for, with those who still care at hand.
    """
    cared = (
        select(Case)
        .join(Care, Care.case_id == Case.id)
        .where(Care.person_id == membership.person_id, Case.assembly_id == membership.assembly_id)
    )
    found = list(session.scalars(cared.order_by(Case.number)))
    ids = [case.id for case in found]
    theirs = (Care.case_id.in_(ids), Care.person_id == membership.person_id)
    session.execute(delete(Care).where(*theirs))
    left = [case for case in found if case.stage is Stage.OPEN]
    fetch_carers(session, left)
    return left


def heir(session: Session, assembly: Assembly | None) -> Assembly | None:
    """Who takes over the cases of an assembly to which nobody belongs any more."""
    if assembly is None or assembly.parent is None or headcount(session, assembly):
        return None
    above = assembly.parent
    return above if above.closed_at is None and headcount(session, above) else None


def take_over(session: Session, cases: Sequence[Case], commune: Assembly, now: datetime) -> None:
    """The commune is responsible for these now, and all of them wait there for somebody."""
    session.refresh(commune, ["counters"], with_for_update=True)
    session.execute(delete(Care).where(Care.case_id.in_([case.id for case in cases])))
    for case in cases:
        case.bring(case.topic, commune, commune.next_number("case"))
        case.carers, case.waits_since = (), case.waits_since or now
