"""Cases that change hands: what their neighbours hear of it, and that they wait again."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.case_cards import head
from handlers.case_times import waiting
from handlers.turn import Button, Card, Say, Says, Turn, wire
from models.assembly import Assembly
from models.case import Case
from models.caseload import headcount
from models.handover import take_over
from models.phrase import Phrase


def handed(turn: Turn, case: Case) -> Says:
    """Somebody cares no longer: the neighbour hears it, and with nobody left they wait again."""
    yield Say(
        "care-neighbour-handed",
        to=case.person,
        assembly=case.public_name,
        count=len(case.carers),
        answer=wire("case-more", case),
    )
    if not case.carers:
        case.waits_since = case.waits_since or turn.now
        yield waiting(case, turn)


def moved(turn: Turn, cases: Sequence[Case], commune: Assembly) -> Says:
    """Nobody is left where they waited: the commune has them now, under numbers of its own."""
    for case in cases:
        told = {**head(case), "assembly": commune.name}
        yield Say(Phrase("care-moved", told), to=case.assembly, slot=case.slot)
    take_over(turn.session, cases, commune, turn.now)
    count = headcount(turn.session, commune)
    for case in cases:
        yield Card(case)
        yield waiting(case, turn)
        yield Say(
            "care-neighbour-moved",
            to=case.person,
            assembly=case.public_name,
            count=count,
            name=case.called,
            answer=wire("case-more", case),
            buttons=[Button(Phrase("label-who-reads"), wire("who", case))],
        )
