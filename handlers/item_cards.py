"""How an item of a council looks: what its assemblies have said, and who has not."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.beside import lines_beside
from handlers.result_cards import number_of, words_of
from handlers.rule_words import method_words, rule_words
from handlers.turn import Button, Say, Turn, wire
from models.item import Item
from models.phrase import Bar, Choice, Moment, Phrase, Several, Value
from models.referral import Referral, Stand, read_shares

MOST_NAMED = 6
PERCENT = 100


def card(item: Item, turn: Turn) -> Say:
    """The live card: question, rule, what is in by weight, who is missing, until when."""
    head: dict[str, Value] = {
        "title": item.title,
        "number": item.number,
        "outcome": item.outcome,
    }
    lines = [
        Phrase("decision-card-head", head),
        Phrase(
            "item-card-method",
            {
                "method": method_words(item.counting),
                "rule": rule_words(item.counting, item.passing),
                "weighing": Choice(item.weighing or "each"),
            },
        ),
        *_tally(item),
        _foot(item),
        *_who(item),
        *lines_beside(item),
    ]
    return Say(*lines, to=item.assembly, slot=item.slot, buttons=_buttons(item))


def _tally(item: Item) -> list[Phrase]:
    totals = item.standing().totals
    whole = max(item.electorate, 1)
    return [
        Phrase(
            "item-card-option",
            {
                "option": words_of(option),
                "bar": Bar(int(totals[option.place]), whole),
                "votes": number_of(totals[option.place]),
            },
        )
        for option in item.options
    ]


def _foot(item: Item) -> Phrase:
    stage = "free" if item.free and item.frozen_at is None else "base"
    stage = "ratifying" if item.frozen_at is not None else stage
    return Phrase(
        "item-card-foot",
        {
            "stage": Choice(stage if item.is_open else "closed"),
            "in": sum(one.stand is Stand.GIVEN for one in item.lives),
            "all": len(item.lives),
            "closes": Moment(item.closes_at),
        },
    )


def _who(item: Item) -> list[Phrase]:
    """Which assemblies have spoken freely, are missing, or came back without a mandate."""
    if not item.is_open:
        return []
    lines = [_spoken(item, one) for one in item.lives if one.stand is Stand.SPOKEN]
    out = [one for one in item.lives if one.stand in {Stand.HELD, Stand.SENT, Stand.ASKED}]
    without = [one for one in item.lives if one.stand is Stand.NONE]
    spoken_freely = item.free and item.frozen_at is None
    return [
        *lines[:MOST_NAMED],
        *_named("item-card-silent" if spoken_freely else "item-card-missing", out),
        *_named("item-card-without", without),
    ]


def _spoken(item: Item, referral: Referral) -> Phrase:
    said: dict[str, Value] = {
        "assembly": referral.seat.assembly.name,
        "said": mandate_words(item, referral),
    }
    return Phrase("item-card-spoken", said)


def _named(key: str, referrals: Sequence[Referral]) -> list[Phrase]:
    if not referrals:
        return []
    names: list[Value] = [one.seat.assembly.name for one in referrals[:MOST_NAMED]]
    more = len(referrals) - len(names)
    return [Phrase(key, {"names": Several(names, "dot"), "more": max(more, 0)})]


def _buttons(item: Item) -> list[Button]:
    if not item.is_open or item.frozen_at is not None:
        return []
    if item.free:
        return speak_buttons(item)
    held = any(one.stand is Stand.HELD for one in item.lives)
    if not held and all(one.stand is not Stand.NONE for one in item.lives):
        return []
    key = "item-label-refer" if held else "item-label-again"
    return [Button(Phrase(key), wire("refer", item))]


def speak_buttons(item: Item) -> list[Button]:
    """What a delegate may say in a free item."""
    return [Button(words_of(option), wire("speak", item, option.id)) for option in item.options]


def mandate_words(item: Item, referral: Referral) -> Value:
    """What one assembly says: an option, or the parts of a split vote; nothing without one."""
    shares = read_shares(referral.shares)
    if not shares:
        return Phrase("mandate-nothing")
    ordered = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
    if len(ordered) == 1:
        return words_of(item.options[ordered[0][0] - 1])
    parts: list[Value] = [
        Phrase(
            "mandate-part",
            {"option": words_of(item.options[place - 1]), "percent": round(share * PERCENT)},
        )
        for place, share in ordered
    ]
    return Several(parts, "dot")
