"""Shaping a motion: its words, its method, its rule, its times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from handlers.answers import Answers, offer_answers, offer_ends
from handlers.drafting import changed, changing, must_draft
from handlers.motion_cards import more, page
from handlers.reading import Switch, Title, When, Word
from handlers.rights import members
from handlers.routing import Offer, Router
from handlers.turn import Later, Never, Says, Turn
from models.base import Refused
from models.counting import METHODS
from models.motion import Motion
from models.phrase import Phrase
from models.seat import must_be_council
from models.statutes import RULES, Article, statutes_of

router = Router("decisions")


@router.command("motion-more", members, hidden=True, step=False)
def motion_more(turn: Turn, motion: Motion) -> Says:
    """What is seldom changed."""
    must_draft(turn, motion)
    motion.must_wait()
    yield more(motion)


@router.command("motion-page", members, hidden=True, step=False)
def motion_page(turn: Turn, motion: Motion, article: Article) -> Says:
    """What can be chosen of one thing."""
    must_draft(turn, motion)
    motion.must_wait()
    yield page(motion, article, statutes_of(turn.session, motion.assembly))


@router.command("motion-set", members, hidden=True)
def motion_set(turn: Turn, motion: Motion, article: Article, value: Word) -> Says:
    """Choose it."""
    statutes = changing(turn, motion)
    try:
        if article in RULES:
            motion.set_rule(article, value, statutes)
        elif article is Article.METHOD and value in METHODS:
            motion.choose(value)
        elif article in {Article.MOST, Article.SEATS}:
            motion.set_number(article, int(value))
        else:
            raise ValueError(value)
    except ValueError:
        raise Refused("button-old") from None
    yield changed(turn, motion)


@router.command("motion-free", members, hidden=True)
def motion_free(turn: Turn, motion: Motion, switch: Switch) -> Says:
    """In a council: let delegates speak without a mandate, or ask their assemblies."""
    changing(turn, motion)
    must_be_council(motion.assembly)
    motion.free = switch is Switch.ON
    yield changed(turn, motion)


@router.command("motion-title", members, hidden=True, may=changing)
def motion_title(turn: Turn, motion: Motion, title: Title) -> Says:
    """Ask the question in other words."""
    motion.title = title
    yield changed(turn, motion, anew=True)


@router.command(
    "motion-answers", members, hidden=True, offers={"answers": offer_answers}, may=changing
)
def motion_answers(turn: Turn, motion: Motion, answers: Answers) -> Says:
    """Say which answers there are."""
    motion.answer(answers.words)
    yield changed(turn, motion, anew=True)


@router.command("motion-until", members, hidden=True, offers={"until": offer_ends}, may=changing)
def motion_until(turn: Turn, motion: Motion, until: When) -> Says:
    """Say when it ends."""
    motion.set_times(turn.now, motion.opens_at, until)
    yield changed(turn, motion, anew=True)


def _offer_openings(turn: Turn) -> Sequence[Offer]:
    tomorrow = int((turn.now + timedelta(days=1)).timestamp())
    return [(Phrase("motion-in-one-day"), f"@{tomorrow}")]


@router.command(
    "motion-opens", members, hidden=True, offers={"opens": _offer_openings}, may=changing
)
def motion_opens(turn: Turn, motion: Motion, opens: When) -> Says:
    """Say when it opens by itself."""
    motion.set_times(turn.now, opens, motion.closes_at)
    motion.scheduled_by = turn.person
    yield Later(opens, "motion-due", {"motion": motion}, motion.slot, behalf=motion.author)
    yield changed(turn, motion, anew=True)


@router.command("motion-waits", members, hidden=True)
def motion_waits(turn: Turn, motion: Motion) -> Says:
    """Let it open only when somebody says so."""
    changing(turn, motion)
    motion.opens_at = None
    yield Never(motion.slot)
    yield changed(turn, motion)
