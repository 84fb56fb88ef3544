"""Campaigns: planned in an assembly, and sent down to all that sit there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers.campaign_cards import adapting, card, told
from handlers.campaigning import begun, times, unasked
from handlers.planning import Lines, Tasks, cut, nothing_offered
from handlers.reading import Title, When, Word, zone_of_days
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.steps import Looked
from handlers.task_times import promise
from handlers.turn import Button, Card, Later, Say, Says, Turn, Undo, wire, wire_arg
from models.assembly import Role
from models.base import Refused
from models.belonging import is_asked
from models.campaign import Campaign, Stage, noon
from models.campaigning import fetch_progress, promised_tasks, right_below
from models.evaluation import note_words
from models.phrase import Moment, Phrase
from models.piece import Part, Piece
from models.plenty import must_be_few
from models.post import standing
from models.seat import seats_in

router = Router("campaigns")
POSTPONED = (1, 7, 14)
UNSURE = Word("")


def _fetch(session: Session, campaigns: Sequence[Any]) -> None:
    fetch_progress(session, campaigns)


router.card(Campaign, fetch=_fetch)(card)


@router.command("campaign", members, split=cut)
def campaign(turn: Turn, title: Title, day: When) -> Says:
    """Draft a campaign: what for, and the day it leads to."""
    home = turn.here
    begun_by, at = Campaign.author_id, Campaign.begun_at
    must_be_few(turn.session, home, turn.person, begun_by, at, now=turn.now)
    made = Campaign(
        assembly=home,
        number=home.next_number("campaign"),
        title=title,
        day=noon(day, home.zone),
        author=turn.person,
        begun_at=turn.now,
        stage=Stage.DRAFT,
        adapted=False,
        all_pieces=[],
    )
    turn.session.add(made)
    turn.session.flush()
    yield Card(made)
    yield Undo(wire("campaign-drop", made))
    if turn.private:
        yield Say("campaign-told", assembly=home.name)


def _must_shape(turn: Turn, campaign: Campaign) -> None:
    """Whoever sits there, while nobody is asked to decide about it."""
    campaign.must_be_changeable()
    if is_asked(turn.session, campaign.assembly, wire("campaign-adopted", campaign)):
        raise Refused("campaign-being-decided", title=campaign.title)


def _shaped(turn: Turn, campaign: Campaign) -> Says:
    if campaign.stage is Stage.DRAFT:
        yield Card(campaign)
    else:
        yield adapting(campaign, turn)


@router.command(
    "campaign-add", members, hidden=True, offers={"words": nothing_offered}, may=_must_shape
)
def campaign_add(turn: Turn, campaign: Campaign, words: Tasks) -> Says:
    """Put in tasks, one a line, each with the days before the day if it has its own."""
    yield from _put_in(turn, campaign, Part.TASK, words)


@router.command(
    "campaign-material", members, hidden=True, offers={"words": nothing_offered}, may=_must_shape
)
def campaign_material(turn: Turn, campaign: Campaign, words: Lines) -> Says:
    """Put in what helps: links or words, one a line."""
    yield from _put_in(turn, campaign, Part.MATERIAL, words)


def _put_in(turn: Turn, campaign: Campaign, part: Part, words: Lines) -> Says:
    campaign.must_have_room(len(words.said))
    for line, days in words.said:
        campaign.add(part, line, days)
    turn.session.flush()
    yield from _shaped(turn, campaign)


@router.command("campaign-strike", members, hidden=True)
def campaign_strike(turn: Turn, piece: Piece) -> Says:
    """Leave a piece out."""
    _must_shape(turn, piece.campaign)
    piece.campaign.strike(piece, struck=True)
    yield Undo(wire("campaign-unstrike", piece))
    yield from _shaped(turn, piece.campaign)


@router.command("campaign-unstrike", members, hidden=True)
def campaign_unstrike(turn: Turn, piece: Piece) -> Says:
    """Take it in again."""
    _must_shape(turn, piece.campaign)
    piece.campaign.strike(piece, struck=False)
    yield from _shaped(turn, piece.campaign)


def _must_lead(turn: Turn, campaign: Campaign) -> None:
    """In a council whoever sits there; elsewhere who has planned it, or the facilitators."""
    mine = campaign.author_id == turn.person.id or turn.holds(Role.FACILITATOR)
    if not (campaign.goes_down or mine):
        raise Refused("campaign-not-yours")


@router.command("campaign-drop", members, hidden=True)
def campaign_drop(turn: Turn, campaign: Campaign) -> Says:
    """Throw a draft away."""
    _must_lead(turn, campaign)
    campaign.keep_draft(kept=False)
    yield Undo(wire("campaign-keep", campaign))
    yield Card(campaign)


@router.command("campaign-keep", members, hidden=True)
def campaign_keep(turn: Turn, campaign: Campaign) -> Says:
    """Keep it after all."""
    _must_lead(turn, campaign)
    campaign.keep_draft(kept=True)
    yield Card(campaign)


@router.command("campaign-send", members, hidden=True)
def campaign_send(turn: Turn, campaign: Campaign) -> Says:
    """Send it down to the assemblies of a council; elsewhere it begins here."""
    _must_lead(turn, campaign)
    campaign.must_be_draft(turn.now)
    seats = seats_in(turn.session, [campaign.assembly_id]) if campaign.goes_down else ()
    if campaign.goes_down and not seats:
        raise Refused("campaign-nobody-here", council=campaign.assembly.name)
    if not (campaign.goes_down or campaign.tasks):
        raise Refused("campaign-no-tasks")
    note_words(turn.session, [campaign], campaign.title, *(one.words for one in campaign.pieces))
    yield from begun(turn, campaign)
    if campaign.goes_down:
        yield Say(Phrase("campaign-sent", told(campaign) | {"count": len(seats)}))


def _offer_days(turn: Turn) -> Sequence[Offer]:
    """Some days on, counted from now: whoever asks may type any other."""
    days = [turn.now + timedelta(days=ahead) for ahead in POSTPONED]
    shown = [Moment(day, "day", zone_of_days(turn)) for day in days]
    return [(Phrase("campaign-on-day", {"day": day}), wire_arg(day.at)) for day in shown]


def _must_plan(turn: Turn, campaign: Campaign) -> None:
    _must_lead(turn, campaign)
    campaign.must_be_planned_here()


@router.command("campaign-day", members, hidden=True, offers={"day": _offer_days}, may=_must_plan)
def campaign_day(turn: Turn, campaign: Campaign, day: When) -> Says:
    """Move the day; everybody who was asked hears of it."""
    if day <= turn.now:
        raise Refused("refused-past")
    before = campaign.day
    yield from _moved(turn, campaign, noon(day, campaign.assembly.zone))
    if before > turn.now:
        yield Undo(wire("campaign-day", campaign, before))


@router.command("campaign-moved", clock)
def campaign_moved(turn: Turn, campaign: Campaign, day: When) -> Says:
    """Whoever planned it has moved the day."""
    turn.assembly = campaign.assembly
    if campaign.stage is not Stage.OFF and campaign.day != day:
        yield from _moved(turn, campaign, day)


def _moved(turn: Turn, campaign: Campaign, day: datetime) -> Says:
    """Another day; a council changes no task of an assembly, that is for its members."""
    campaign.day = day
    yield Card(campaign)
    if campaign.stage is Stage.ADOPTED:
        yield from times(turn, campaign)
        yield _told_moved(turn, campaign)
    yield from unasked(turn, campaign, Phrase("campaign-moved", told(campaign)))
    for below in right_below(turn.session, campaign):
        yield Later(turn.now, "campaign-moved", {"campaign": below, "day": day})


def _told_moved(turn: Turn, campaign: Campaign) -> Say:
    said, home = Phrase("campaign-moved", told(campaign)), campaign.assembly
    if not promised_tasks(turn.session, campaign):
        return Say(said, to=home)
    follow = Button(Phrase("campaign-label-follow"), wire("campaign-follow", campaign))
    return Say(said, Phrase("campaign-moved-tasks"), to=home, buttons=[follow])


@router.command("campaign-follow", members, hidden=True)
def campaign_follow(turn: Turn, campaign: Campaign) -> Says:
    """Move the assembly's own tasks along with the day."""
    campaign.must_run()
    campaign.must_lie_ahead(turn.now)
    tasks = []
    for piece, task in promised_tasks(turn.session, campaign):
        task.move(campaign.due(piece, turn.now))
        yield from promise(turn, task)
        tasks.append(task)
    shown = standing(turn.session, campaign.assembly, [task.slot for task in tasks])
    for task in tasks:
        if task.slot in shown:
            yield Card(task)
    yield Card(campaign)
    yield Say(Phrase("campaign-followed", told(campaign) | {"count": len(tasks)}))


@router.command("campaign-off", members, hidden=True)
def campaign_off(turn: Turn, campaign: Campaign, sure: Word = UNSURE) -> Says:
    """Call it off, when asked twice; everybody who was asked hears of it."""
    _must_lead(turn, campaign)
    campaign.must_be_planned_here()
    if sure:
        yield from _ended(turn, campaign)
        return
    yield Looked()
    yes = Button(Phrase("campaign-label-off"), wire("campaign-off", campaign, "yes"))
    yield Say(Phrase("campaign-off-sure", told(campaign)), buttons=[yes])


@router.command("campaign-ended", clock)
def campaign_ended(turn: Turn, campaign: Campaign) -> Says:
    """Whoever planned it has called it off; what an assembly has taken on stays its own."""
    turn.assembly = campaign.assembly
    if campaign.stage is not Stage.OFF:
        yield from _ended(turn, campaign)


def _ended(turn: Turn, campaign: Campaign) -> Says:
    took_part = campaign.stage is Stage.ADOPTED
    campaign.stage = Stage.OFF
    yield Card(campaign)
    if took_part:
        yield from times(turn, campaign)
        ours = [Phrase("campaign-called-off-tasks")] if campaign.tasks else []
        lines = [] if campaign.goes_down else ours
        yield Say(Phrase("campaign-called-off", told(campaign)), *lines, to=campaign.assembly)
    yield from unasked(turn, campaign, Phrase("campaign-called-off", told(campaign)))
    for below in right_below(turn.session, campaign):
        yield Later(turn.now, "campaign-ended", {"campaign": below})
