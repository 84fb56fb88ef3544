"""Reasons of those who objected in a secret vote: each was in a ballot, and is nobody's."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base
from models.counting import Consent
from models.decision import Decision
from models.ending import Ending
from models.sealed import Drawn, Envelope, Secret, sealed

LONGEST_REASON = 300


class SecretReason(Drawn, Base):
    """Why somebody objected; it came out of the box at the close, apart from its ballot."""

    __tablename__ = "secret_reasons"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    _words: Mapped[Envelope | None] = sealed()

    words = Secret(pad=256)


def takes_reasons(decision: Decision) -> bool:
    """Whether an objection may come with a reason into the box."""
    return decision.secret and decision.counting.name == Consent.name


def keep_reasons(session: Session, decision: Decision, reasons: Iterable[str]) -> None:
    """Write them under numbers drawn now, in the order of these: it says nothing of any ballot."""
    shuffled = [reason for reason in reasons if reason]
    secrets.SystemRandom().shuffle(shuffled)
    rows = [SecretReason(decision_id=decision.id, words=reason) for reason in shuffled]
    rows.sort(key=lambda row: row.id)
    session.add_all(rows)
    session.flush()


def fetch_reasons(session: Session, decisions: Sequence[Decision]) -> None:
    """Put those of ended votes at hand, by their letters: one query, if any."""
    asked = [d for d in decisions if not d.is_open and takes_reasons(d) and _counted(d)]
    if not asked:
        return
    query = select(SecretReason).where(SecretReason.decision_id.in_([d.id for d in asked]))
    found: dict[int, list[str]] = defaultdict(list)
    for reason in session.scalars(query.order_by(SecretReason.id)):
        found[reason.decision_id].append(reason.words)
    for decision in asked:
        decision.reasons = sorted(found[decision.id])


def _counted(decision: Decision) -> bool:
    return decision.outcome not in {Ending.TOO_FEW, Ending.EMPTY, Ending.WITHDRAWN}
