"""How a digest looks: its lines by assembly, and the buttons that open what they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers.listing import placed
from handlers.turn import Button, Say, wire
from models.assembly import Assembly
from models.case import Case
from models.caseload import Waiting
from models.decision import Decision
from models.digest import Matters
from models.item import Item as CouncilItem
from models.meeting import Meeting
from models.phrase import Choice, Moment, Phrase, Several, Value
from models.report import Errand
from models.task import Task

MOST_LINES = 12
MOST_ASSEMBLIES = 12
ALL_LINES = 36
"""Of all assemblies together, where there are several."""
MOST_BUTTONS = 8
MOST_NAMES = 4
LONG = 80
LONG_LABEL = 30

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """One line, and the button that opens what it speaks of."""

    line: Phrase
    button: Button


@dataclass(frozen=True, slots=True)
class Today:
    """The reader's day."""

    now: datetime
    zone: str

    @property
    def end(self) -> datetime:
        """The end of tomorrow."""
        day = self.now.astimezone(ZoneInfo(self.zone)).date() + timedelta(days=2)
        return datetime.combine(day, time(), ZoneInfo(self.zone))

    def when(self, at: datetime, *, day_in: str = "") -> Phrase:
        """`today 18:00`, or the whole date; without the time if it is a day in some zone."""
        today = self.now.astimezone(ZoneInfo(self.zone)).date()
        days = (at.astimezone(ZoneInfo(day_in or self.zone)).date() - today).days
        word = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days, "other")
        values: dict[str, Value] = {
            "day": Choice(word),
            "time": Moment(at, "time"),
            "date": Moment(at, "day", day_in) if day_in else Moment(at),
        }
        return Phrase("digest-day" if day_in else "digest-when", values)


def digest(found: Sequence[Matters], today: Today, *, several: bool) -> Say:
    """What organisers are told; `several` names the assemblies."""
    head: dict[str, Value] = {"day": Moment(today.now, "day")}
    if not several:
        head["assembly"] = found[0].assembly.name
    first = Phrase("digest-head-all" if several else "digest-head", head)
    return _laid_out(first, [(one.assembly, _kinds(one, today)) for one in found], several=several)


def mine(found: Sequence[Matters], today: Today, *, several: bool) -> Say:
    """What waits for one member; `several` names the assemblies."""
    head = Phrase("mine-head")
    return _laid_out(head, [(one.assembly, _own(one, today)) for one in found], several=several)


def _laid_out(
    head: Phrase, blocks: Sequence[tuple[Assembly, Sequence[Sequence[Item]]]], *, several: bool
) -> Say:
    shown = blocks[:MOST_ASSEMBLIES]
    room = min(MOST_LINES, ALL_LINES // len(shown))
    lines, buttons = [head], []
    for assembly, kinds in shown:
        items = _fair(kinds, room)
        if several:
            lines.append(Phrase("digest-assembly", {"assembly": assembly.name}))
        lines += [item.line for item in items]
        left = sum(map(len, kinds)) - len(items)
        if left:
            lines.append(Phrase("digest-more", {"count": left}))
        buttons.append(list({item.button.line: item.button for item in items}.values()))
    homes = [assembly for assembly, _ in shown]
    if len(blocks) > len(shown):
        lines.append(Phrase("digest-more-assemblies", {"count": len(blocks) - len(shown)}))
    return Say(*lines, buttons=_fair(_told_apart(homes, buttons), MOST_BUTTONS))


def _told_apart(
    homes: Sequence[Assembly], buttons: Sequence[Sequence[Button]]
) -> list[list[Button]]:
    """Those of several assemblies that would look the same say whose they are."""
    seen = Counter(str(button.label) for some in buttons for button in some)
    return [
        [
            replace(one, label=placed(one.label, home, several=seen[str(one.label)] > 1))
            for one in some
        ]
        for home, some in zip(homes, buttons, strict=True)
    ]


def _fair(kinds: Sequence[Sequence[T]], room: int) -> list[T]:
    """The first of each, in turn, until there is no room; in their order."""
    ranked = sorted((place, kind) for kind, some in enumerate(kinds) for place in range(len(some)))
    taken = sorted((kind, place) for place, kind in ranked[:room])
    return [kinds[kind][place] for kind, place in taken]


def _kinds(found: Matters, today: Today) -> list[list[Item]]:
    return [
        [_cases(found.waiting, today)] if found.waiting else [],
        [_decision(one, today) for one in found.decisions],
        [_task(one, today) for one in found.tasks],
        [_meeting(one, today) for one in found.meetings],
        [_report(one) for one in found.errands],
    ]


def _own(found: Matters, today: Today) -> list[list[Item]]:
    return [
        [_own_case(one, today) for one in found.cases],
        [_own_vote(one, today) for one in found.decisions],
        [_own_task(one, today) for one in found.tasks],
        [_own_meeting(one, today) for one in found.meetings],
        [_own_report(one) for one in found.errands],
    ]


def _cases(waiting: Waiting, today: Today) -> Item:
    waits = waiting.unclaimed + waiting.unanswered
    some = "some" if waiting.unclaimed else "none"
    line = Phrase(
        "digest-cases",
        {
            "count": waits,
            "since": today.when(waiting.oldest),
            "fresh": waiting.new if waiting.new < waits else 0,
            "unclaimed": waiting.unclaimed,
            "alone": Choice("all" if waiting.unclaimed == waits else some),
        },
    )
    return Item(line, Button(Phrase("digest-label-cases"), wire("cases")))


def _decision(decision: Decision, today: Today) -> Item:
    missing = decision.missing
    words: dict[str, Value] = {
        "title": _short(decision.title),
        "closes": today.when(decision.closes_at),
        "missing": missing,
    }
    key = "digest-decision-secret" if decision.secret else "digest-decision"
    if isinstance(decision, CouncilItem):
        key = "digest-decision-groups"
    return Item(Phrase(key, words), _opens("digest-label-decision", decision))


def _own_vote(decision: Decision, today: Today) -> Item:
    words: dict[str, Value] = {
        "title": _short(decision.title),
        "closes": today.when(decision.closes_at),
    }
    if isinstance(decision, CouncilItem):
        return Item(Phrase("mine-item", words), _opens("digest-label-decision", decision))
    line = wire("secret", decision) if decision.secret else wire("ballot", decision, "next")
    button = replace(_opens("digest-label-decision", decision), line=line)
    return Item(Phrase("mine-decision", words), button)


def _task(task: Task, today: Today) -> Item:
    names: list[Value] = [taker.name for taker in task.takers[:MOST_NAMES]]
    words = _due(task, today)
    words["who"] = Several(names) if names else Phrase("digest-nobody")
    return Item(Phrase("digest-task", words), _opens("digest-label-task", task))


def _own_task(task: Task, today: Today) -> Item:
    return Item(Phrase("mine-task", _due(task, today)), _opens("digest-label-task", task))


def _due(task: Task, today: Today) -> dict[str, Value]:
    state = "late" if task.overdue(today.now) else "due" if task.due_at else "open"
    day_in = task.assembly.zone if task.on_a_day else ""
    due = today.when(task.due_at, day_in=day_in) if task.due_at else ""
    return {"title": _short(task.title), "state": Choice(state), "due": due}


def _meeting(meeting: Meeting, today: Today) -> Item:
    words = _starts(meeting, today) | {"count": meeting.coming}
    return Item(Phrase("digest-meeting", words), _opens("digest-label-meeting", meeting))


def _own_meeting(meeting: Meeting, today: Today) -> Item:
    words = _starts(meeting, today)
    return Item(Phrase("mine-meeting", words), _opens("digest-label-meeting", meeting))


def _starts(meeting: Meeting, today: Today) -> dict[str, Value]:
    return {"title": _short(meeting.title), "starts": today.when(meeting.starts_at)}


def _report(errand: Errand) -> Item:
    line = Phrase("digest-report", _of(errand))
    return Item(line, Button(Phrase("digest-label-reports"), wire("reports")))


def _own_report(errand: Errand) -> Item:
    label = Phrase("digest-label-report", _of(errand))
    return Item(Phrase("mine-report", _of(errand)), Button(label, wire("report", errand.ref)))


def _of(errand: Errand) -> dict[str, Value]:
    seat, meeting = errand.delegation, errand.meeting
    return {
        "person": seat.person.name,
        "council": _short(seat.council.name, LONG_LABEL),
        "day": Moment(meeting.starts_at if meeting else seat.since, "day"),
    }


def _own_case(case: Case, today: Today) -> Item:
    words: dict[str, Value] = {
        "name": case.called,
        "waits": Choice("yes" if case.waits_since else "no"),
        "since": today.when(case.waits_since or case.opened_at),
    }
    label = Phrase("digest-label-case", {"name": case.called})
    return Item(Phrase("mine-case", words), Button(label, wire("care", case)))


def _opens(key: str, entity: Decision | Task | Meeting) -> Button:
    label = Phrase(key, {"title": _short(entity.title, LONG_LABEL)})
    return Button(label, wire("card", entity.slot))


def _short(words: str, limit: int = LONG) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
