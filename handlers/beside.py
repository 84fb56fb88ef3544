"""What stands beside a decision: lines for its card, and which decisions a line may mean."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.listing import offers_of
from handlers.routing import Offer
from handlers.sight import reach
from handlers.turn import Also, Says, Turn, wire
from models.archive import find
from models.base import Refused
from models.decision import Decision
from models.ending import Ending
from models.objection import Objection, takes_objections
from models.person import Person
from models.phrase import Choice, Command, Moment, Phrase, Value
from models.presence import asks_presence, counted_present

MOST_OFFERED = 20
MOST_OPEN = 10
"""Of them beside those that have ended."""
MOST_SHOWN = 5
FIRST_WORDS = 80
UNCOUNTED = (Ending.EMPTY, Ending.TOO_FEW, Ending.NO_QUORUM, Ending.WITHDRAWN)
"""How a decision ends without its majority being looked at."""


def offer_open(turn: Turn) -> Sequence[Offer]:
    """What is open here."""
    found = Decision.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("decisions-none", command=Command("poll"))
    return offers_of(found[:MOST_OFFERED])


def offer_ended(turn: Turn) -> Sequence[Offer]:
    """What was decided last."""
    found = find(turn.session, reach(turn), ())
    if not found:
        raise Refused("archive-empty", command=Command("polls"))
    return offers_of(found)


def offer_any(turn: Turn) -> Sequence[Offer]:
    """What is open here, and what was decided last."""
    found = Decision.choices(turn.session, reach(turn), turn.person)
    shown = [*found[:MOST_OPEN], *find(turn.session, reach(turn), ())]
    if not shown:
        raise Refused("archive-empty", command=Command("polls"))
    return offers_of(shown)


def lines_beside(decision: Decision) -> list[Phrase]:
    """What the card says below the votes."""
    return [
        *_origin(decision),
        *presence(decision),
        *_statement(decision),
        *versions_of(decision),
        *_objections(decision),
        *_reasons(decision),
        *_arguments(decision),
    ]


def _origin(decision: Decision) -> list[Phrase]:
    """Which council asks, or who has brought it there."""
    origin = decision.origin
    if origin is None:
        return []
    asked = {"/mandate": "decision-carries", "/ratified": "decision-ratifies"}
    key = asked.get(decision.consequence.partition(" ")[0], "decision-brought")
    name = origin.assembly.name
    told: dict[str, Value] = {"council": name, "assembly": name, "number": origin.number}
    return [Phrase(key, told)]


def presence(decision: Decision) -> list[Phrase]:
    """How many are there, or were, where its majority is counted of them."""
    if not asks_presence(decision) or decision.outcome in UNCOUNTED:
        return []
    if decision.is_open:
        stage, people = ("said" if decision.present else "asked"), decision.present or 0
    else:
        stage, people = ("counted" if decision.present else "unsaid"), counted_present(decision)
    told: dict[str, Value] = {
        "stage": Choice(stage),
        "people": people,
        "command": Command("present", str(decision.number)),
    }
    return [Phrase("decision-card-present", told)]


def objecting(
    turn: Turn,
    decision: Decision,
    before: int | None,
    now: int | None,
    whose: Person | None = None,
) -> Says:
    """Whoever objects is asked why; whoever no longer does, takes the reason along.

    `whose`: somebody for whom the speaker enters it.
    """
    objection = decision.options[-1].id
    if before != now and objection in {before, now} and takes_objections(decision):
        line = wire("objection-vote", decision, *([whose] if whose is not None else []))
        yield Also(line)


def _objections(decision: Decision) -> list[Phrase]:
    found: list[Objection] = decision.objections
    lines = [_objection(one) for one in found[:MOST_SHOWN]]
    if len(found) > MOST_SHOWN:
        more = len(found) - MOST_SHOWN
        lines.append(Phrase("decision-card-objections-more", {"count": more}))
    return lines


def _reasons(decision: Decision) -> list[Phrase]:
    """Of those who objected in a secret vote: without names, in no order."""
    lines = [
        Phrase("decision-card-reason", {"words": shortened(reason, FIRST_WORDS)})
        for reason in decision.reasons[:MOST_SHOWN]
    ]
    if len(decision.reasons) > MOST_SHOWN:
        more = len(decision.reasons) - MOST_SHOWN
        lines.append(Phrase("decision-card-objections-more", {"count": more}))
    return lines


def _objection(objection: Objection) -> Phrase:
    if objection.private:
        return Phrase("decision-card-objection-hidden", {"number": objection.number})
    key = "decision-card-objection-answered" if objection.answer else "decision-card-objection"
    told: dict[str, Value] = {
        "number": objection.number,
        "words": shortened(" ".join(objection.reason.split()), FIRST_WORDS),
        "person": objection.person.name,
    }
    return Phrase(key, told)


def shortened(words: str, length: int) -> str:
    """The first words."""
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def versions_of(decision: Decision) -> list[Phrase]:
    """The version before it, and the one after."""
    found = []
    if decision.replaces_id is not None and decision.replaces is not None:
        found.append(Phrase("decision-older", {"number": decision.replaces.number}))
    if decision.replaced_by is not None:
        found.append(Phrase("decision-newer", {"number": decision.replaced_by}))
    return found


def _statement(decision: Decision) -> list[Phrase]:
    lines = []
    if decision.statement:
        lines.append(Phrase("decision-card-statement", {"statement": decision.statement}))
    if decision.review_at is not None:
        at = Moment(decision.review_at, "day", decision.assembly.zone)
        lines.append(Phrase("decision-card-review", {"at": at}))
    return lines


def _arguments(decision: Decision) -> list[Phrase]:
    if not decision.reasons_for + decision.reasons_against:
        return []
    counted: dict[str, Value] = {
        "pro": decision.reasons_for,
        "contra": decision.reasons_against,
        "command": Command("arguments", str(decision.number)),
    }
    return [Phrase("decision-card-arguments", counted)]
