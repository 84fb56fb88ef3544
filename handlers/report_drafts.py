"""What the bot knows of a council, as a draft that a delegate sends as it is, or adds to."""

from __future__ import annotations

from handlers.asking import in_its_language
from handlers.item_cards import mandate_words
from handlers.reporting import told_of, writing
from handlers.result_cards import words_of
from handlers.turn import Button, Say, Turn, wire
from models.base import Refused
from models.item import Item
from models.news import news
from models.phrase import Phrase, Quote, Several, Value
from models.referral import Referral, Stand
from models.report import Errand


def drafting(turn: Turn, errand: Errand) -> list[Button]:
    """The offer of a draft, where there is anything to tell."""
    if not news(turn.session, errand.delegation):
        return []
    return [Button(Phrase("report-label-draft"), wire("report-draft", errand.ref))]


def preview(turn: Turn, errand: Errand) -> Say:
    """The draft, before anybody else reads it; a reply adds to it."""
    text = draft(turn, errand)
    send = Button(Phrase("report-label-send"), wire("report-send", errand.ref))
    told: dict[str, Value] = told_of(errand) | {"text": Quote(text)}
    return Say(
        Phrase("report-draft", told),
        buttons=[send, writing(errand)],
        answer=wire("report-more", errand.ref),
    )


def draft(turn: Turn, errand: Errand) -> str:
    """What was decided there since the last report, in the language of those who read it."""
    found = news(turn.session, errand.delegation)
    if not found:
        raise Refused("report-no-news", council=errand.delegation.council.name)
    assembly = errand.delegation.assembly
    said = [in_its_language(turn, assembly, _line(item, referral)) for item, referral in found]
    return "\n".join(said)


def _line(item: Item, referral: Referral | None) -> Phrase:
    winners: list[Value] = [words_of(option) for option in item.leading()]
    given = referral is not None and referral.stand is Stand.GIVEN
    told: dict[str, Value] = {
        "title": item.title,
        "outcome": item.outcome,
        "winner": Several(winners),
        "said": mandate_words(item, referral) if given and referral else Phrase("mandate-nothing"),
    }
    return Phrase("report-draft-line", told)
