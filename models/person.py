"""People and their accounts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from models.alike import alike
from models.base import Base


def _looks(context: DefaultExecutionContext) -> str:
    return alike(str(context.get_current_parameters()["name"]))  # type: ignore[no-untyped-call]


class Person(Base):
    """One human, however many accounts they have."""

    __tablename__ = "persons"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    """As they call themselves; untrusted, shown literally."""
    looks: Mapped[str] = mapped_column(default=_looks, index=True)
    """What of it meets the eye: whoever has the same cannot be told from them."""
    language: Mapped[str] = mapped_column(default="")
    """Empty: that of their assembly."""
    zone: Mapped[str] = mapped_column(default="")
    """IANA name; empty: that of their assembly."""
    digest_at: Mapped[str] = mapped_column(default="08:00")
    """Wall time in their zone; empty: no digest."""
    digested_on: Mapped[str] = mapped_column(default="")
    """The day of the last digest, as an ISO date."""

    accounts: Mapped[list[Account]] = relationship(back_populates="person")

    @validates("name")
    def _look(self, _key: str, name: str) -> str:
        self.looks = alike(name)
        return name


class Account(Base):
    """A person's id on one platform."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("platform", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    platform: Mapped[str]
    ref: Mapped[str]
    """The platform's user id."""
    username: Mapped[str] = mapped_column(default="")
    """For mentions, lower case, without the `@`."""
    seen_at: Mapped[datetime]
    """When it last spoke in private: letters go to the newest."""

    person: Mapped[Person] = relationship(back_populates="accounts", lazy="joined")
