"""Assemblies and their meetings, for rules about councils."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from models.assembly import Assembly, Sort
from models.meeting import Meeting, Plan

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def assembly_named(session: Session, name: str, sort: Sort) -> Assembly:
    """A new one, of nobody."""
    made = Assembly(name=name, sort=sort, language="en", zone="Europe/Berlin", founded_at=NOW)
    session.add(made)
    session.flush()
    return made


def meeting_in(session: Session, council: Assembly, days: int) -> Meeting:
    """One so many days from now."""
    made = Meeting(
        assembly=council,
        number=council.next_number("meeting"),
        title="Spring",
        starts_at=NOW + timedelta(days=days),
        opened_at=NOW,
        plan=Plan.ON,
    )
    session.add(made)
    session.flush()
    return made
