"""A line of the record, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction

from handlers.reading import label_of
from handlers.result_cards import number_of
from handlers.rule_words import value_words
from models.phrase import Choice, Moment, Phrase, Several, Value
from models.record import OPTION, Record
from models.statutes import Article

CHOSEN = {"outcome", "role"}
"""Fields by which a sentence chooses its wording."""


def line_words(line: Record) -> Phrase:
    """Its number, its day, what was written."""
    what = Phrase(f"record-{line.kind}", _values(line))
    return Phrase(
        "record-line", {"number": line.number, "at": Moment(line.at, "day"), "what": what}
    )


def _counts(said: Mapping[str, str]) -> Value:
    """What each option got."""
    if not {"options", "votes"} <= said.keys():
        return Phrase("record-withdrawn")
    counts: list[Value] = []
    options = zip(json.loads(said["options"]), json.loads(said["votes"]), strict=True)
    for place, ((stance, words), votes) in enumerate(options, 1):
        named = said.get(f"{OPTION}{place}") or Phrase("record-withdrawn")
        shown = Phrase(f"stance-{stance}") if stance else words or named
        told = {"votes": number_of(Fraction(votes)), "option": shown, "stance": Choice(stance)}
        counts.append(Phrase("decision-count", told))
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
