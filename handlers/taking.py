"""What can be taken: tasks, and beside them neighbours' cases that wait."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.case_cards import label
from handlers.listing import offers_of
from handlers.routing import Elsewhere, Offer
from handlers.sight import reach
from handlers.turn import Button, Turn, wire, wired_id
from models.base import Refused
from models.caseload import numbered, to_take
from models.phrase import Command
from models.task import Task

MOST_OFFERED = 20
MOST_CASES = 10
"""Of them, where there are as many."""


def offer_some(tasks: Sequence[Task], none: str) -> Sequence[Offer]:
    """Buttons that name tasks; refused is who has none to choose from."""
    if not tasks:
        raise Refused(none, command=Command("task"))
    return offers_of(tasks[:MOST_OFFERED], most=60)


def offer_takeable(turn: Turn) -> Sequence[Offer]:
    """Open tasks, and cases that wait: for those the button says another line."""
    waiting = to_take(turn.session, _mine(turn), turn.person)[:MOST_CASES]
    cases: list[Offer] = [(label(case), wire("care", case)) for case in waiting]
    tasks = Task.choices(turn.session, reach(turn), turn.person)
    if cases and not tasks:
        return cases
    return [*offer_some(tasks, "tasks-none")[: MOST_OFFERED - len(cases)], *cases]


def cut_take(turn: Turn, text: str) -> dict[str, str]:
    """The number of an open task; where only a case bears it, whoever says it hears how."""
    number = wired_id(text.strip().lstrip("#"))
    cases = numbered(turn.session, _mine(turn), number) if number is not None else []
    if cases:
        tasks = Task.choices(turn.session, reach(turn), turn.person)
        if number not in {task.number for task in tasks}:
            buttons = [Button(label(case), wire("care", case)) for case in cases[:MOST_CASES]]
            line = Command("care", str(number))
            raise Elsewhere("take-is-case", buttons, number=str(number), command=line)
    return {"task": text}


def _mine(turn: Turn) -> set[int]:
    """Where the speaker may care for cases: a stranger does not even learn that there are any."""
    return {one.assembly_id for one in turn.memberships}.intersection(reach(turn))
