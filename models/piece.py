"""Pieces of a campaign: what there is to do for it, and what helps with it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base

if TYPE_CHECKING:
    from models.campaign import Campaign


class Part(StrEnum):
    """What a campaign consists of."""

    TASK = "task"
    MATERIAL = "material"


class Piece(Base):
    """A task to be done for a campaign, or something that helps with it."""

    __tablename__ = "campaign_pieces"

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    part: Mapped[Part]
    words: Mapped[str]
    days_before: Mapped[int] = mapped_column(default=0)
    """So long before the day it is to be done."""
    struck: Mapped[bool] = mapped_column(default=False)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"), index=True)
    """The assembly's own task that it became."""

    campaign: Mapped[Campaign] = relationship(back_populates="all_pieces")

    @property
    def assembly(self) -> Assembly:
        """Whose campaign it belongs to."""
        return self.campaign.assembly

    @property
    def assembly_id(self) -> int:
        """Whose members see it."""
        return self.campaign.assembly_id
