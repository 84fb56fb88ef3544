"""What follows when an assembly takes part in a campaign: tasks, reminders, further down."""

from __future__ import annotations

from handlers.asking import no_ending
from handlers.campaign_cards import told
from handlers.listing import opening
from handlers.progressing import drawn_soon
from handlers.task_times import promise
from handlers.turn import Button, Card, Later, Never, Say, Says, Turn, wire
from models.ballots import count
from models.belonging import asked
from models.campaign import AHEAD, MORNING, Campaign, Stage
from models.campaigning import line_up
from models.phrase import Choice, Phrase, Value

MOST_BUTTONS = 8


def begun(turn: Turn, campaign: Campaign) -> Says:
    """The assembly takes part: its members have tasks, or its assemblies are asked."""
    campaign.adopt()
    turn.session.flush()
    yield Card(campaign)
    yield from times(turn, campaign)
    yield from drawn_soon(turn, line_up(turn.session, campaign.id))
    if campaign.goes_down:
        yield Later(turn.now, "campaign-goes", {"campaign": campaign})
    else:
        yield from _tasks(turn, campaign)


def _tasks(turn: Turn, campaign: Campaign) -> Says:
    """One message says all of them: their cards are a press away."""
    tasks = campaign.put_up(turn.now)
    turn.session.add_all(tasks)
    turn.session.flush()
    for piece, task in zip(campaign.tasks, tasks, strict=True):
        piece.task_id = task.id
    for task in tasks:
        yield from promise(turn, task)
    cards = opening(tasks[:MOST_BUTTONS])
    if tasks:
        said = told(campaign) | {"count": len(tasks)}
        yield Say(Phrase("campaign-tasks", said), to=campaign.assembly, buttons=cards)


def unasked(turn: Turn, campaign: Campaign, *lines: Phrase) -> Says:
    """What members vote on does not change under them: an open vote about it ends, and is told.

    `lines`: what has become of the campaign.
    """
    decision = asked(turn.session, campaign.assembly, wire("campaign-adopted", campaign))
    if decision is None:
        return
    count(turn.session, [decision])
    decision.call_off(turn.now)
    yield Card(decision)
    yield from no_ending(decision)
    again = campaign.stage is not Stage.OFF
    anew = [Button(Phrase("campaign-label-ask"), wire("campaign-ask", campaign))] if again else []
    about: dict[str, Value] = {"number": decision.number, "again": Choice("yes" if again else "no")}
    ends = Phrase("campaign-vote-ends", about)
    yield Say(*lines, ends, to=campaign.assembly, buttons=anew)


def times(turn: Turn, campaign: Campaign) -> Says:
    """Promise to remind of the day, and to ask afterwards; or take that back."""
    runs = campaign.stage is Stage.ADOPTED
    for days in AHEAD:
        key, at = f"campaign-soon:{campaign.id}:{days}", campaign.at(-days, MORNING)
        if runs and at > turn.now:
            yield Later(at, "campaign-soon", {"campaign": campaign}, key)
        else:
            yield Never(key)
    key = f"campaign-asks:{campaign.id}"
    if runs:
        at = max(campaign.asks_at, turn.now)
        yield Later(at, "campaign-asks", {"campaign": campaign}, key)
    else:
        yield Never(key)
