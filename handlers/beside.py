"""What stands beside a decision: lines for its card, and which decisions a line may mean."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.reading import reach
from handlers.routing import Offer
from handlers.turn import Turn
from models.base import Refused
from models.decision import Decision
from models.phrase import Command, Phrase, Value

MOST_OFFERED = 20


def offer_open(turn: Turn) -> Sequence[Offer]:
    """What is open here."""
    found = Decision.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("decisions-none", command=Command("poll"))
    return [(f"{one.number} {one.title}"[:40], str(one.id)) for one in found[:MOST_OFFERED]]


def lines_beside(decision: Decision) -> list[Phrase]:
    """What the card says below the votes."""
    return [*_versions(decision), *_arguments(decision)]


def _versions(decision: Decision) -> list[Phrase]:
    found = []
    if decision.replaces_id is not None and decision.replaces is not None:
        found.append(Phrase("decision-older", {"number": decision.replaces.number}))
    if decision.replaced_by is not None:
        found.append(Phrase("decision-newer", {"number": decision.replaced_by}))
    return found


def _arguments(decision: Decision) -> list[Phrase]:
    if not decision.reasons_for + decision.reasons_against:
        return []
    counted: dict[str, Value] = {
        "pro": decision.reasons_for,
        "contra": decision.reasons_against,
        "command": Command("arguments", str(decision.number)),
    }
    return [Phrase("decision-card-arguments", counted)]
