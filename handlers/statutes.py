"""Statutes: shown to the members, changed by a decision of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking import decide_together
from handlers.drafting import must_open
from handlers.reading import Title, label_of
from handlers.rights import belonging, clock, members, must_belong
from handlers.routing import Router
from handlers.rule_words import rule_words, value_words
from handlers.steps import Looked
from handlers.terms import announce
from handlers.turn import Button, Say, Says, Turn, Undo, wire
from models.assembly import Assembly, Sort
from models.base import Refused
from models.belonging import is_asked, size_of
from models.counting import METHODS
from models.decision import Decision
from models.phrase import Command, Phrase, Value
from models.record import append
from models.seat import seats_held
from models.statutes import (
    COUNCILS,
    DECIDING,
    OFFERED,
    SENDING,
    STATUTORY,
    USUAL,
    Article,
    Statutes,
    canonical,
    statutes_of,
)

router = Router("decisions")


def named(article: Article) -> Phrase:
    """What a part of the statutes is called."""
    return Phrase(f"article-{article.value}")


@router.command("statutes", members)
def statutes(turn: Turn, article: Article | None = None, value: Title | None = None) -> Says:
    """How an assembly decides; a part and a value propose to change it."""
    known = statutes_of(turn.session, turn.here)
    if article is None:
        yield Looked()
        yield _shown(turn.here, known, _articles(turn, turn.here))
    elif article not in STATUTORY:
        raise Refused("statutes-not-there")
    elif value is None:
        yield Looked()
        yield _page(turn.here, known, article)
    else:
        yield from _change(turn, known, article, _read(turn, article, value))


def _articles(turn: Turn, assembly: Assembly) -> list[Article]:
    """What concerns this assembly: councils and those who send somebody there have more to say."""
    council = assembly.sort is Sort.COUNCIL
    sends = bool(seats_held(turn.session, [assembly.id]))
    return [
        *DECIDING,
        *(COUNCILS if council else ()),
        *(SENDING if sends else ()),
    ]


@router.command("statute", belonging, hidden=True)
def statute(
    turn: Turn, assembly: Assembly, article: Article | None = None, value: Title | None = None
) -> Says:
    """The same by a button, which knows of which assembly it speaks."""
    must_belong(turn, assembly)
    turn.assembly = assembly
    yield from statutes(turn, article, value)


def _shown(assembly: Assembly, known: Statutes, articles: Sequence[Article]) -> Say:
    values: dict[str, Value] = {
        "assembly": assembly.name,
        "method": value_words(Article.METHOD, known.method),
        "rule": rule_words(METHODS["proposal"], known.passing),
        "days": known.days,
        "opening": value_words(Article.OPENING, known.opening),
        "closing": value_words(Article.CLOSING, known.closing),
    }
    buttons = [Button(named(article), wire("statute", assembly, article)) for article in articles]
    beyond = [
        Phrase("statutes-also", {"article": named(article), "value": value_words(article, value)})
        for article in articles
        if article in USUAL and (value := known.value(article))
    ]
    shown = Phrase("statutes-shown", values)
    return Say(shown, *beyond, "statutes-choose", buttons=buttons)


def _page(assembly: Assembly, known: Statutes, article: Article) -> Say:
    now = known.value(article)
    buttons = [
        Button(value_words(article, value), wire("statute", assembly, article, value))
        for value in OFFERED[article]
        if value != now
    ]
    return Say(
        Phrase(f"statutes-asks-{article.value}"),
        Phrase("statutes-so-far", {"value": value_words(article, now)}),
        buttons=buttons,
    )


def _read(turn: Turn, article: Article, typed: str) -> str:
    """A value in our own words, or a share such as 3/5 or 40 %, or a number of days."""
    wanted = typed.strip().casefold()
    for value in OFFERED[article]:
        if wanted in {value, turn.plain(value_words(article, value)).casefold()}:
            return value
    compact = wanted.split()[0] if article is Article.DAYS else "".join(wanted.split())
    try:
        return canonical(article, compact)
    except ValueError:
        shown = Command("statutes", turn.plain(label_of(article)))
        raise Refused("statutes-no-such-value", typed=typed[:60], command=shown) from None


def _change(turn: Turn, known: Statutes, article: Article, value: str) -> Says:
    before = known.value(article)
    said: dict[str, Value] = {
        "article": named(article),
        "value": value_words(article, value),
        "before": value_words(article, before),
    }
    if value == before:
        raise Refused("statutes-so-already", **said)
    must_open(turn, turn.here, turn.person)
    if size_of(turn.session, turn.here) == 1:
        yield from _in_force(turn, turn.here, article, value)
        yield Undo(wire("statute", turn.here, article, before))
        return
    consequence = wire("enact", article, value)
    if is_asked(turn.session, turn.here, consequence):
        raise Refused("statutes-asked", **said)
    question = Phrase("statutes-question", said)
    yield from decide_together(turn, turn.here, known, question, consequence)


@router.command("enact", clock)
def enact(turn: Turn, decision: Decision, subject: Title) -> Says:
    """The members have given themselves other statutes."""
    name, _, value = subject.partition(" ")
    turn.assembly = decision.assembly
    yield from _in_force(turn, decision.assembly, Article(name), value)


def _in_force(turn: Turn, assembly: Assembly, article: Article, value: str) -> Says:
    known = statutes_of(turn.session, assembly)
    known.put(article, value)
    turn.session.add(known)
    salt = turn.salt()
    append(turn.session, assembly, "statutes", turn.now, salt, article=article.value, value=value)
    said: dict[str, Value] = {
        "article": named(article),
        "value": value_words(article, value),
    }
    yield from announce(turn, assembly, Phrase("statutes-in-force", said))
