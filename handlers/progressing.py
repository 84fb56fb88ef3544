"""Progress rolls up: what changes in one assembly is soon seen on the cards above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from handlers.turn import Later, Says, Turn
from models.campaign import Campaign
from models.campaigning import campaign_of, line_up
from models.task import Task

REDRAWN = 10
"""Seconds: a card that a thousand assemblies change is drawn as often, not a thousand times."""


def progressed(turn: Turn, task: Task) -> Says:
    """A task was done, or is open again: if it belongs to a campaign, that has moved."""
    campaign_id = campaign_of(turn.session, task)
    if campaign_id is not None:
        yield from drawn_soon(turn, line_up(turn.session, campaign_id))


def drawn_soon(turn: Turn, campaigns: Sequence[Campaign]) -> Says:
    """Their cards are drawn anew, each once in a while."""
    soon = datetime.fromtimestamp((int(turn.now.timestamp()) // REDRAWN + 1) * REDRAWN, UTC)
    for campaign in campaigns:
        key = f"campaign-drawn:{campaign.id}"
        yield Later(soon, "campaign-drawn", {"campaign": campaign}, key)
