"""Evaluations: what worked in a campaign and what did not, sent up, kept, and found again."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.campaign_cards import told
from handlers.listing import offers_of, opening
from handlers.progressing import drawn_soon
from handlers.reading import Text
from handlers.rights import clock, followers, members, readers
from handlers.routing import Offer, Router
from handlers.seeking import Sought
from handlers.sight import reach
from handlers.turn import Button, Card, Say, Says, Tell, Turn, wire
from models.archive import PAGE
from models.base import Refused
from models.campaign import Campaign, Stage
from models.campaigning import FEW, evaluations_of, fetch_progress, line_up
from models.evaluation import Evaluation, find_campaigns, note_words
from models.phrase import Choice, Command, Phrase, Quote, Value
from models.plenty import must_be_few

router = Router("campaigns")
ANYTHING = Sought()
MOST_OFFERED = 20


@router.command("campaign-asks", clock)
def campaign_asks(turn: Turn, campaign: Campaign) -> Says:
    """It is over: what worked, what did not?"""
    if campaign.stage is not Stage.ADOPTED or not campaign.is_over(turn.now):
        return
    turn.assembly = campaign.assembly
    line = wire("evaluate", campaign)
    button = Button(Phrase("campaign-label-evaluate"), line)
    up = _goes(line_up(turn.session, campaign.id))
    asked = Phrase("campaign-how-was-it", told(campaign) | {"up": up})
    yield Say(asked, to=campaign.assembly, buttons=[button], answer=line)
    yield Card(campaign)


def _offer_campaigns(turn: Turn) -> Sequence[Offer]:
    found = Campaign.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("campaigns-none", command=Command("campaign"))
    return offers_of(found[:MOST_OFFERED], most=60)


@router.command("evaluate", members, offers={"campaign": _offer_campaigns})
def evaluate(turn: Turn, campaign: Campaign, words: Text) -> Says:
    """Say what worked in a campaign and what did not."""
    campaign.must_run()
    if not campaign.has_come(turn.now):
        raise Refused("campaign-not-yet", **told(campaign))
    author, at = Evaluation.author_id, Evaluation.written_at
    must_be_few(turn.session, campaign.assembly, turn.person, author, at, now=turn.now)
    line = line_up(turn.session, campaign.id)
    said = Evaluation(
        assembly=campaign.assembly,
        campaign=campaign,
        author=turn.person,
        written_at=turn.now,
        text=words,
        sent_up=line[0].is_own,
    )
    turn.session.add(said)
    note_words(turn.session, line, words)
    yield Card(campaign)
    yield from drawn_soon(turn, [one for one in line if one is not campaign])
    yield Tell(Phrase("evaluation-kept", told(campaign) | {"up": _goes(line)}))


def _goes(line: Sequence[Campaign]) -> Choice:
    """How far up what is said of it goes."""
    return Choice(("stays", "up", "far")[min(len(line), 3) - 1])


@router.command("evaluations", readers, offers={"campaign": _offer_campaigns})
def evaluations(turn: Turn, campaign: Campaign, page: int = 1) -> Says:
    """What was said of a campaign, here and beneath."""
    found = evaluations_of(turn.session, campaign, page)
    if not found:
        raise Refused("evaluations-none", title=campaign.title)
    lines = [_line(campaign, one) for one in found[:FEW]]
    more = Button(Phrase("evaluations-more"), wire("evaluations", campaign, page + 1))
    buttons = [more] if len(found) > FEW else []
    yield Say(Phrase("evaluations-head", told(campaign)), *lines, buttons=buttons)


def _line(campaign: Campaign, evaluation: Evaluation) -> Phrase:
    """Upwards it is an assembly's word; a hidden one is named where it sits alone."""
    own = evaluation.campaign_id == campaign.id
    home = evaluation.assembly
    near = own or evaluation.campaign.above_id == campaign.id
    who: Value = home.name if near or not home.hidden else Phrase("evaluation-hidden")
    if own and evaluation.author is not None:
        who = evaluation.author.name
    return Phrase("evaluation-line", {"who": who, "text": Quote(evaluation.text)})


@router.command("campaigns", followers)
def campaigns(turn: Turn, words: Sought = ANYTHING) -> Says:
    """The campaigns of an assembly; with words, those in which they stand."""
    yield _page(turn, words, 1)


@router.command("campaigns-page", followers, hidden=True)
def campaigns_page(turn: Turn, page: int, words: Sought = ANYTHING) -> Says:
    """Another page of the same list."""
    yield _page(turn, words, page)


def _page(turn: Turn, sought: Sought, page: int) -> Say:
    homes = reach(turn)
    found = find_campaigns(turn.session, homes, sought.words, page)
    bare = Refused("campaigns-none", command=Command("campaign"))
    sought.must_find(found, "campaigns", "campaigns-nothing-found", bare)
    shown = found[:PAGE]
    fetch_progress(turn.session, shown)
    buttons = opening(shown)
    if len(found) > PAGE:
        buttons.append(sought.further("campaigns", page, "campaigns-more"))
    head = sought.head("campaigns-found", "campaigns-head")
    return Say(head, *_lines(turn, shown, several=len(homes) > 1), buttons=buttons)


def _lines(turn: Turn, found: Sequence[Campaign], *, several: bool) -> list[Phrase]:
    return [
        Phrase(
            "campaigns-line",
            told(one)
            | {
                "where": Choice("named" if several else "here"),
                "over": Choice("yes" if one.is_over(turn.now) else "no"),
                "done": one.progress.done,
                "tasks": one.progress.tasks,
                "evaluations": one.progress.evaluations,
            },
        )
        for one in found
    ]
