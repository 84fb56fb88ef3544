"""How a campaign looks: what it wants, who takes part, how far it is, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.turn import Button, Say, Turn, wire
from models.campaign import MOST_PIECES, NOON, Campaign, Stage
from models.campaigning import NEXT
from models.phrase import Bar, Choice, Moment, Phrase, Several, Value
from models.piece import Part, Piece


def card(campaign: Campaign, turn: Turn) -> Say:
    """The live card."""
    if campaign.stage is Stage.DROPPED:
        keep = _button(campaign, "keep")
        return _drawn(campaign, [Phrase("campaign-dropped", {"title": campaign.title})], [keep])
    lines = [
        Phrase("campaign-card-head", told(campaign)),
        *_pieces(campaign),
        *_stage(campaign),
        *_progress(campaign),
        *_next(campaign, turn.now),
    ]
    return _drawn(campaign, lines, _buttons(campaign, turn.now))


def _drawn(campaign: Campaign, lines: Sequence[Phrase], buttons: Sequence[Button]) -> Say:
    return Say(*lines, to=campaign.assembly, slot=campaign.slot, buttons=buttons)


def told(campaign: Campaign) -> dict[str, Value]:
    """What sentences say of a campaign."""
    above = campaign.above
    return {
        "title": campaign.title,
        "number": campaign.number,
        "day": Moment(campaign.day, "day", campaign.assembly.zone),
        "assembly": campaign.assembly.name,
        "council": above.assembly.name if above is not None else campaign.assembly.name,
        "stage": campaign.stage,
    }


def _pieces(campaign: Campaign) -> list[Phrase]:
    """All tasks while they can be changed, then those that come next; what helps, always."""
    material: list[Value] = [
        piece.words for piece in campaign.pieces if piece.part is Part.MATERIAL
    ]
    open_ = campaign.stage in {Stage.DRAFT, Stage.ASKED, Stage.DECLINED}
    tasks = [_planned(campaign, piece) for piece in campaign.tasks if open_]
    lines = [Phrase("campaign-card-tasks", {"tasks": Several(tasks, "line")})] if tasks else []
    if material:
        lines.append(Phrase("campaign-card-material", {"material": Several(material, "line")}))
    return lines


def _planned(campaign: Campaign, piece: Piece) -> Phrase:
    """A task, and until when it is to be done if that is not the day itself."""
    when = "before" if piece.days_before else "day"
    return _words(campaign, piece.words, campaign.at(-piece.days_before, NOON), when)


def _words(campaign: Campaign, words: str, until: datetime, when: str = "before") -> Phrase:
    day = Moment(until, "day", campaign.assembly.zone)
    dated: dict[str, Value] = {"when": Choice(when), "until": day}
    return Phrase("campaign-piece", {"words": words, **dated})


def _stage(campaign: Campaign) -> list[Phrase]:
    """Where it stands, and what to do next."""
    own = Choice("own" if campaign.is_own else "from-above")
    down = Choice("down" if campaign.goes_down else "here")
    adapted = Choice("yes" if campaign.adapted else "no")
    more = {"own": own, "down": down, "adapted": adapted}
    return [Phrase("campaign-card-stage", told(campaign) | more)]


def _progress(campaign: Campaign) -> list[Phrase]:
    if campaign.stage is not Stage.ADOPTED:
        return []
    far, lines = campaign.progress, []
    if far.asked:
        names: list[Value] = list(far.names)
        joined: dict[str, Value] = {
            "adopted": far.adopted,
            "asked": far.asked,
            "named": len(names),
            "names": Several(names, "dot"),
            "more": far.adopted - len(names),
        }
        lines.append(Phrase("campaign-card-joined", joined))
    if far.tasks:
        bar = Bar(far.done, far.tasks)
        done: dict[str, Value] = {"bar": bar, "done": far.done, "tasks": far.tasks}
        lines.append(Phrase("campaign-card-done", done))
    if far.evaluations:
        lines.append(Phrase("campaign-card-evaluations", {"count": far.evaluations}))
    return lines


def _next(campaign: Campaign, now: datetime) -> list[Phrase]:
    """The days on which something is to be done."""
    if campaign.stage is not Stage.ADOPTED or campaign.is_over(now):
        return []
    days: list[Value] = [
        _words(campaign, one.title, one.due_at) for one in campaign.progress.coming if one.due_at
    ]
    if campaign.goes_down:
        ahead = campaign.ahead(now)[:NEXT]
        days = [_words(campaign, one.words, campaign.at(-one.days_before, NOON)) for one in ahead]
    return [Phrase("campaign-card-next", {"days": Several(days, "dot")})] if days else []


def _buttons(campaign: Campaign, now: datetime) -> list[Button]:
    if campaign.stage is Stage.DRAFT:
        send = "send" if campaign.goes_down else "begin"
        sending = Button(Phrase(f"campaign-label-{send}"), wire("campaign-send", campaign))
        return [sending, *shaping(campaign), _button(campaign, "drop")]
    over = campaign.is_over(now)
    if campaign.stage in {Stage.ASKED, Stage.DECLINED}:
        return [] if over else [_button(campaign, "ask"), _button(campaign, "adapt")]
    if campaign.stage is Stage.ADOPTED and over:
        evaluate = Button(Phrase("campaign-label-evaluate"), wire("evaluate", campaign))
        heard = Button(Phrase("campaign-label-evaluations"), wire("evaluations", campaign))
        return [evaluate, *([heard] if campaign.progress.evaluations else [])]
    if campaign.stage is Stage.ADOPTED and campaign.is_own:
        return [_button(campaign, "day"), _button(campaign, "off")]
    return []


def shaping(campaign: Campaign) -> list[Button]:
    """What can be put into a draft, and struck out of it."""
    strikes = [
        Button(
            Phrase("campaign-label-strike", {"words": piece.words[:30]}),
            wire("campaign-strike", piece),
        )
        for piece in campaign.pieces
    ]
    full = len(campaign.pieces) >= MOST_PIECES
    adding = [] if full else [_button(campaign, "add"), _button(campaign, "material")]
    return [*adding, *strikes]


def adapting(campaign: Campaign, turn: Turn) -> Say:
    """The card, with what can be changed before it is decided."""
    say = card(campaign, turn)
    say.buttons = [_button(campaign, "ask"), *shaping(campaign)]
    return say


def _button(campaign: Campaign, what: str) -> Button:
    return Button(Phrase(f"campaign-label-{what}"), wire(f"campaign-{what}", campaign))
