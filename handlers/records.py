"""The record: shown, and checked."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handlers.reading import label_of
from handlers.rights import members
from handlers.routing import Router
from handlers.rule_words import value_words
from handlers.turn import Say, Says, Turn
from models.base import Refused
from models.phrase import Choice, Command, Moment, Phrase, Several, Value
from models.record import Record, check, newest
from models.statutes import Article

router = Router("decisions")
LINES = 10
CHOSEN = {"outcome", "role"}
"""Fields by which a sentence chooses its wording."""


@router.command("record", members)
def record(turn: Turn) -> Says:
    """Show the last lines of the record."""
    found = newest(turn.session, turn.here, LINES)
    if not found:
        raise Refused("record-empty")
    lines = [
        Phrase(
            "record-line",
            {
                "number": line.number,
                "at": Moment(line.at, "day"),
                "what": Phrase(f"record-{line.kind}", _values(line)),
            },
        )
        for line in reversed(found)
    ]
    yield Say("record-head", *lines, assembly=turn.here.name)


@router.command("verify", members)
def verify(turn: Turn) -> Says:
    """Check that nobody has changed the record."""
    checked = check(turn.session, turn.here)
    if checked.broken is not None:
        yield Say("record-broken", number=checked.broken, command=Command("record"))
        return
    if not checked.lines:
        raise Refused("record-empty")
    yield Say(
        "record-holds",
        lines=checked.lines,
        withdrawn=checked.withdrawn,
        head=checked.head,
        assembly=turn.here.name,
    )


def _counts(said: Mapping[str, str]) -> Value:
    """What each option got."""
    if not {"options", "votes"} <= said.keys():
        return Phrase("record-withdrawn")
    counts: list[Value] = []
    for option, votes in zip(json.loads(said["options"]), json.loads(said["votes"]), strict=True):
        stance, words = option
        shown = Phrase(f"stance-{stance}") if stance else words
        counts.append(Phrase("decision-count", {"votes": votes, "option": shown}))
    return Several(counts)


def _values(line: Record) -> dict[str, Value]:
    """What a line says; in place of what was withdrawn it says so."""
    said = line.said()
    values: dict[str, Value] = {}
    if line.kind == "decided":
        values["counts"] = _counts(said)
    if line.kind == "statutes" and {"article", "value"} <= said.keys():
        article = Article(said["article"])
        return {"article": label_of(article), "value": value_words(article, said["value"])}
    for name in line.fields:
        if name in CHOSEN:
            values[name] = Choice(said.get(name, ""))
        else:
            values[name] = said.get(name, Phrase("record-withdrawn"))
    return values
