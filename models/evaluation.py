"""Evaluations: what worked in a campaign and what did not, kept and found by its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, PrimaryKeyConstraint, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.archive import MOST_PAGES, MOST_WORDS, PAGE, FoldedWord, fold, stands
from models.assembly import Assembly
from models.base import Base
from models.campaign import Campaign, Stage
from models.person import Person


class Evaluation(Base):
    """What somebody says of a campaign when it is over."""

    __tablename__ = "evaluations"

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"), index=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    written_at: Mapped[datetime]
    text: Mapped[str]
    sent_up: Mapped[bool] = mapped_column(default=False)
    """It has gone all the way up: there it is kept, whoever leaves afterwards."""

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    author: Mapped[Person | None] = relationship(lazy="joined")
    campaign: Mapped[Campaign] = relationship()


class CampaignWord(Base):
    """A word of a campaign's title, its pieces or its evaluations, folded."""

    __tablename__ = "campaign_words"
    __table_args__ = (
        PrimaryKeyConstraint("assembly_id", "word", "campaign_id"),
        {"sqlite_with_rowid": False},
    )

    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    word: Mapped[str] = mapped_column(FoldedWord)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)


def note_words(session: Session, campaigns: Sequence[Campaign], *texts: str) -> None:
    """Let these campaigns be found by the words of some texts, in two queries."""
    session.flush()
    words = fold(" ".join(texts))[:MOST_WORDS]
    ids = [campaign.id for campaign in campaigns]
    query = select(CampaignWord.campaign_id, CampaignWord.word).where(
        CampaignWord.campaign_id.in_(ids), CampaignWord.word.in_(words)
    )
    known = {(campaign_id, word) for campaign_id, word in session.execute(query)}
    rows = [
        {"assembly_id": campaign.assembly_id, "word": word, "campaign_id": campaign.id}
        for campaign in campaigns
        for word in words
        if (campaign.id, word) not in known
    ]
    if rows:
        session.execute(insert(CampaignWord), rows)


def find_campaigns(
    session: Session, assemblies: Collection[int], words: Sequence[str], page: int = 1
) -> Sequence[Campaign]:
    """Campaigns in which every word begins one, the latest day first.

    One more than a page holds, where there is a next one.
    """
    hidden = [Stage.DRAFT, Stage.DROPPED]
    query = select(Campaign).where(
        Campaign.assembly_id.in_(assemblies), Campaign.stage.not_in(hidden)
    )
    for word in words:
        where = CampaignWord.assembly_id.in_(assemblies), stands(CampaignWord.word, word)
        query = query.where(Campaign.id.in_(select(CampaignWord.campaign_id).where(*where)))
    query = query.order_by(Campaign.day.desc(), Campaign.id.desc())
    skipped = (min(max(page, 1), MOST_PAGES) - 1) * PAGE
    return session.scalars(query.offset(skipped).limit(PAGE + 1)).unique().all()
