"""Taking part in a campaign: a council asks, each assembly decides for itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from handlers.asking import decide_together
from handlers.campaign_cards import adapting, told
from handlers.campaigning import begun
from handlers.drafting import must_open
from handlers.listing import opening
from handlers.progressing import drawn_soon
from handlers.rights import clock, members
from handlers.routing import Router
from handlers.turn import Card, Later, Say, Says, Turn, wire
from models.base import Refused
from models.belonging import is_asked
from models.campaign import Campaign, Stage
from models.campaigning import fetch_progress, known_below, line_up, open_tasks
from models.dates import LAST
from models.decision import Decision
from models.evaluation import note_words
from models.phrase import Command, Phrase, Several, Value
from models.seat import Seat, seats_in
from models.task import Task

router = Router("campaigns")
SHORTEST = timedelta(hours=2)
"""Less is no time to decide anything."""
MOST_NAMED = 8


@router.command("campaign-goes", clock)
def campaign_goes(turn: Turn, campaign: Campaign) -> Says:
    """A promised line for each assembly, so that nobody else waits."""
    if campaign.stage is Stage.ADOPTED:
        for seat in seats_in(turn.session, [campaign.assembly_id]):
            yield Later(turn.now, "campaign-arrives", {"campaign": campaign, "seat": seat})


@router.command("campaign-arrives", clock)
def campaign_arrives(turn: Turn, campaign: Campaign, seat: Seat) -> Says:
    """A council's campaign comes to one of its assemblies, which is asked once."""
    runs = campaign.stage is Stage.ADOPTED and not campaign.is_over(turn.now)
    if not runs or not seat.is_held:
        return
    turn.assembly = seat.assembly
    known = known_below(turn.session, campaign, seat.assembly)
    if known is not None:
        if known.seat is not None and not known.seat.is_held:
            known.above, known.seat = campaign, seat
        return
    asked = campaign.come_down(seat, turn.now)
    turn.session.add(asked)
    turn.session.flush()
    note_words(turn.session, [asked], asked.title, *(piece.words for piece in asked.pieces))
    yield Card(asked)
    yield from drawn_soon(turn, line_up(turn.session, campaign.id))


@router.command("campaign-adapt", members, hidden=True, step=False)
def campaign_adapt(turn: Turn, campaign: Campaign) -> Says:
    """Change it for this assembly before it is decided."""
    campaign.must_be_asked(turn.now)
    _must_not_be_decided(turn, campaign)
    yield adapting(campaign, turn)


@router.command("campaign-ask", members, hidden=True)
def campaign_ask(turn: Turn, campaign: Campaign) -> Says:
    """Put it to the members: take part, as it stands here now?"""
    home = campaign.assembly
    campaign.must_be_asked(turn.now)
    _must_not_be_decided(turn, campaign)
    statutes = must_open(turn, home, turn.person)
    eve = campaign.at(-1, LAST)
    until = eve if eve - turn.now >= SHORTEST else campaign.at(0, LAST)
    if until - turn.now < SHORTEST:
        raise Refused("campaign-over")
    question = Phrase("campaign-question", told(campaign) | {"tasks": len(campaign.tasks)})
    consequence = wire("campaign-adopted", campaign)
    decision = yield from decide_together(turn, home, statutes, question, consequence, until=until)
    decision.otherwise = wire("campaign-declined", campaign)
    yield Card(campaign)


def _must_not_be_decided(turn: Turn, campaign: Campaign) -> None:
    if is_asked(turn.session, campaign.assembly, wire("campaign-adopted", campaign)):
        raise Refused("campaign-asked", title=campaign.title, command=Command("polls"))


@router.command("campaign-adopted", clock)
def campaign_adopted(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have said yes."""
    campaign = turn.session.get(Campaign, subject)
    if campaign is None or campaign.stage not in {Stage.ASKED, Stage.DECLINED}:
        return
    turn.assembly = campaign.assembly
    if campaign.is_over(turn.now):
        return
    yield from begun(turn, campaign)


@router.command("campaign-declined", clock)
def campaign_declined(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have not said yes: they can be asked again."""
    campaign = turn.session.get(Campaign, subject)
    if campaign is None or campaign.stage is not Stage.ASKED:
        return
    turn.assembly = campaign.assembly
    campaign.stage = Stage.DECLINED
    yield Card(campaign)
    yield from drawn_soon(turn, line_up(turn.session, campaign.id)[:-1])


@router.command("campaign-drawn", clock)
def campaign_drawn(turn: Turn, campaign: Campaign) -> Says:
    """Its card, with what has moved meanwhile."""
    turn.assembly = campaign.assembly
    yield Card(campaign)


@router.command("campaign-soon", clock)
def campaign_soon(turn: Turn, campaign: Campaign) -> Says:
    """The day is near: what is still open?"""
    if campaign.stage is not Stage.ADOPTED or campaign.has_come(turn.now):
        return
    turn.assembly = campaign.assembly
    if campaign.goes_down:
        fetch_progress(turn.session, [campaign])
        far = campaign.progress
        said = told(campaign) | {"done": far.done, "tasks": far.tasks}
        yield Say(Phrase("campaign-soon-council", said), to=campaign.assembly)
        # whoever has taken a seat since it was sent is asked now
        yield Later(turn.now, "campaign-goes", {"campaign": campaign})
    else:
        yield _still_open(campaign, open_tasks(turn.session, campaign))
    yield Card(campaign)


def _still_open(campaign: Campaign, tasks: Sequence[Task]) -> Say:
    shown = tasks[:MOST_NAMED]
    names: list[Value] = [task.title for task in shown]
    said = told(campaign) | {
        "count": len(tasks),
        "names": Several(names, "dot"),
        "more": len(tasks) - len(shown),
    }
    cards = opening(shown)
    return Say(Phrase("campaign-soon", said), to=campaign.assembly, buttons=cards)
