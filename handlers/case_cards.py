"""How cases look to those who may care for them: never a word of what was written."""

from __future__ import annotations

from handlers.reading import label_of
from handlers.turn import Button, Say, wire
from models.case import Case, Stage
from models.phrase import Choice, Moment, Phrase, Several, Value


def label(case: Case) -> Phrase:
    """Number and pseudonym, for buttons."""
    return Phrase("care-label", {"number": case.number, "name": case.called})


def own_label(case: Case) -> Phrase:
    """Topic and day, by which the neighbour knows it."""
    told: dict[str, Value] = {"topic": label_of(case.topic), "since": Moment(case.opened_at)}
    return Phrase("case-own-label", told)


def drawn(case: Case) -> Say | None:
    """The live card: pseudonym, topic, counts, who cares. Never a word of it."""
    if case.assembly is None:
        return None
    lines = [Phrase("care-head", head(case)), Phrase("care-state", state(case))]
    if case.out_of_reach and case.stage is Stage.OPEN:
        lines.append(Phrase("care-card-out-of-reach"))
    return Say(*lines, to=case.assembly, slot=case.slot, buttons=buttons(case))


def buttons(case: Case) -> list[Button]:
    """What can be done about it."""
    if case.stage is not Stage.OPEN:
        return []
    key = "label-care-too" if case.carers else "label-care"
    return [Button(Phrase(key), wire("care", case))]


def head(case: Case) -> dict[str, Value]:
    """What sentences say of a case that is no secret to those who may care."""
    return {
        "name": case.called,
        "number": case.number,
        "topic": label_of(case.topic),
        "messages": case.messages,
        "photos": case.photos,
    }


def state(case: Case) -> dict[str, Value]:
    """Who cares for it and what waits; `carers` must have been fetched."""
    waits = case.waits_since is not None
    stage = str(case.stage.value)
    if case.stage is Stage.OPEN:
        stage = ("unanswered" if waits else "cared") if case.carers else "unclaimed"
    return {
        "state": Choice(stage),
        "since": Moment(case.waits_since or case.closed_at or case.opened_at),
        "carers": Several([person.name for person in case.carers]),
        "count": len(case.carers),
    }
