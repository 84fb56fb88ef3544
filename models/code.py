"""One-time codes: shown in one chat, redeemed in another within the hour."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base, Refused
from models.person import Person

CODE_LIFE = timedelta(hours=1)
"""Long enough to change the platform, short enough to be forgotten in a chat."""


class Code(Base):
    """A code that was shown to a person; only its hash is kept, and it serves once."""

    __tablename__ = "codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[str]
    """The command that redeems it."""
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    """To whom it was shown."""
    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()
    assembly: Mapped[Assembly | None] = relationship()

    @classmethod
    def issue(
        cls,
        session: Session,
        token: str,
        purpose: str,
        *,
        person: Person,
        now: datetime,
        assembly: Assembly | None = None,
    ) -> Code:
        """Remember a fresh token of at least 128 bits, for one purpose and one hour.

        What was shown to this person before for the same serves no longer.
        """
        session.add(person)
        session.flush()
        session.execute(delete(cls).where(cls.person_id == person.id, cls.purpose == purpose))
        code = cls(
            digest=_digest(token),
            purpose=purpose,
            person=person,
            assembly=assembly,
            expires_at=now + CODE_LIFE,
        )
        session.add(code)
        return code

    @classmethod
    def redeem(cls, session: Session, token: str, purpose: str, now: datetime) -> Code:
        """The code, used up; unknown, foreign, used and expired ones are refused alike."""
        code = cls.find(session, token, purpose, now)
        code.used_at = now
        return code

    @classmethod
    def find(cls, session: Session, token: str, purpose: str, now: datetime) -> Code:
        """The code without using it up, refused like `redeem`: for checks that come first."""
        query = select(cls).where(cls.digest == _digest(token), cls.purpose == purpose)
        code = session.scalars(query).first()
        if code is None or code.used_at is not None or code.expires_at <= now:
            raise Refused("code-unknown")
        return code


def _digest(token: str) -> str:
    """Tokens are random and long: a plain hash gives nothing away."""
    return hashlib.sha256(token.encode()).hexdigest()
