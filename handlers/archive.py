"""The archive: what was decided, found by its words, and one decision whole."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.beside import offer_any
from handlers.listing import named
from handlers.rights import followers, readers
from handlers.routing import Router
from handlers.seeking import Sought
from handlers.sight import reach
from handlers.turn import Button, Say, Says, Turn, wire
from models.archive import PAGE, find, versions
from models.base import Refused
from models.decision import Decision
from models.phrase import Choice, Command, Moment, Phrase, Several, Value
from models.record import Record, lines_about

router = Router("decisions")
ANYTHING = Sought()


@router.command("decisions", followers)
def decisions(turn: Turn, words: Sought = ANYTHING) -> Says:
    """Look for what was decided; bare, the latest."""
    yield _page(turn, words, 1)


@router.command("decisions-page", followers, hidden=True)
def decisions_page(turn: Turn, page: int, words: Sought = ANYTHING) -> Says:
    """Another page of the same list."""
    yield _page(turn, words, page)


def _page(turn: Turn, sought: Sought, page: int) -> Say:
    homes = reach(turn)
    found = find(turn.session, homes, sought.words, page)
    bare = Refused("archive-empty", command=Command("polls"))
    sought.must_find(found, "decisions", "archive-nothing-found", bare)
    shown = found[:PAGE]
    lines = [_line(one, several=len(homes) > 1) for one in shown]
    buttons = [Button(named(one), wire("decision", one)) for one in shown]
    if len(found) > PAGE:
        buttons.append(sought.further("decisions", page, "label-more-decisions"))
    return Say(sought.head("archive-found", "archive-latest"), *lines, buttons=buttons)


def _line(decision: Decision, *, several: bool) -> Phrase:
    return Phrase(
        "archive-line",
        {
            "number": decision.number,
            "title": decision.title,
            "outcome": decision.outcome,
            "at": Moment(decision.closed_at or decision.closes_at, "day"),
            "where": Choice("named" if several else "here"),
            "assembly": decision.assembly.name,
        },
    )


@router.command("decision", readers, offers={"decision": offer_any})
def decision_(turn: Turn, decision: Decision) -> Says:
    """Show a decision whole: question, rule, result, statement, versions, record."""
    kind = turn.router.cards[type(decision)]
    kind.fetch(turn.session, [decision])
    card = kind.view(decision, turn)
    before, after = versions(turn.session, decision)
    lines = [_opened(decision), *_recorded(lines_about(turn.session, decision))]
    others = [one for one in (before, after) if one is not None]
    buttons = [*card.buttons, *(Button(named(one), wire("decision", one)) for one in others)]
    yield Say(*card.lines, *lines, buttons=buttons)


def _opened(decision: Decision) -> Phrase:
    return Phrase(
        "decision-whole-opened",
        {
            "at": Moment(decision.opened_at),
            "by": Choice("somebody" if decision.opener else "nobody"),
            "person": decision.opener.name if decision.opener else "",
        },
    )


def _recorded(found: Sequence[Record]) -> list[Phrase]:
    if not found:
        return []
    lines: list[Value] = [
        Phrase("decision-whole-line", {"number": line.number, "head": line.short}) for line in found
    ]
    told: dict[str, Value] = {"lines": Several(lines), "command": Command("verify")}
    return [Phrase("decision-whole-record", told)]
