"""Reports from a draft: looked at, sent as they are, or with more."""

from __future__ import annotations

from handlers.reading import Long
from handlers.report_drafts import draft, preview
from handlers.reporting import Sent, handed_in, offer_errands
from handlers.rights import belonging
from handlers.routing import Router
from handlers.turn import Says, Turn

router = Router("delegates")


@router.command("report-draft", belonging, hidden=True, offers={"sent": offer_errands}, step=False)
def report_draft(turn: Turn, sent: Sent) -> Says:
    """Show what the report would say."""
    yield preview(turn, sent.errand)


@router.command("report-send", belonging, hidden=True, offers={"sent": offer_errands})
def report_send(turn: Turn, sent: Sent) -> Says:
    """Send the draft as it is."""
    yield from handed_in(turn, sent.errand, draft(turn, sent.errand))


@router.command("report-more", belonging, hidden=True, offers={"sent": offer_errands})
def report_more(turn: Turn, sent: Sent, text: Long) -> Says:
    """Send the draft with words of one's own below."""
    yield from handed_in(turn, sent.errand, f"{draft(turn, sent.errand)}\n\n{text}")
