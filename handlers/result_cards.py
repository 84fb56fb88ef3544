"""Results that say more than a number for each answer, as they can be read in a chat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from models.counting import (
    BEST_SCORE,
    MOST_RESISTANCE,
    Dots,
    Means,
    Outcome,
    Paths,
    Resistance,
    Score,
    Stage,
    Suits,
    Times,
    Transfers,
)
from models.counting.outcome import Amount
from models.decision import Decision
from models.option import Option
from models.phrase import Bar, Phrase, Several, Table, Value

MOST_STAGES = 12
LONGEST_NAME = 24
LONGEST_CELL = 14


def words_of(option: Option) -> Phrase | str:
    """An option as people read it; without words it was somebody who is forgotten."""
    if option.stance:
        return Phrase(f"stance-{option.stance}")
    return option.words or Phrase("option-forgotten")


def breakdown(decision: Decision) -> list[Phrase]:
    """All that was counted, from what is kept of it: bars, means, tables, rounds."""
    counted = decision.standing()
    if isinstance(counted.detail, Paths):
        return _ranking(decision, counted.detail)
    if isinstance(counted.detail, Transfers):
        return _rounds(decision, counted.detail)
    if isinstance(decision.counting, Times):
        return [_times(decision, counted)]
    return _bars(decision, counted)


def _bars(decision: Decision, counted: Outcome) -> list[Phrase]:
    """The best first."""
    method, ballots = decision.counting, max(counted.ballots, 1)
    whole, least, key = ballots, False, "result-bar"
    if isinstance(method, Score):
        whole = ballots * BEST_SCORE
    elif isinstance(method, Resistance):
        whole, least = ballots * MOST_RESISTANCE, True
    elif isinstance(method, Dots):
        whole = max(sum(map(int, counted.totals.values())), 1)
    means: Mapping[int, Fraction] = {}
    if isinstance(counted.detail, Means):
        means, key = counted.detail.means, "result-mean"
    order = sorted(counted.totals, key=lambda o: (counted.totals[o] * (1 if least else -1), o))
    return [
        Phrase(
            key,
            {
                "option": words_of(decision.options[option - 1]),
                "bar": Bar(int(counted.totals[option]), whole),
                "total": int(counted.totals[option]),
                "mean": number_of(means.get(option, Fraction(0))),
            },
        )
        for option in order
    ]


def _times(decision: Decision, counted: Outcome) -> Phrase:
    """A row for each time: yes, if need be, no."""
    head: list[Value] = ["", *(Phrase(f"suits-short-{suits.value}") for suits in reversed(Suits))]
    rows: list[list[Value]] = []
    for option in decision.options:
        marks = counted.histogram[option.place]
        can, perhaps = marks.get(Suits.YES, 0), marks.get(Suits.IF_NEED_BE, 0)
        name = _short(words_of(option), LONGEST_CELL)
        rows.append([name, can, perhaps, counted.ballots - can - perhaps])
    return Phrase("result-table", {"table": Table([head, *rows])})


def _ranking(decision: Decision, paths: Paths) -> list[Phrase]:
    """The whole order, and how many rank each option above each other one."""
    order = [option for level in paths.ranking for option in level]
    head: list[Value] = ["", *(str(option) for option in order)]
    rows: list[list[Value]] = [
        [
            str(one),
            *("·" if one == other else paths.pairwise[one - 1][other - 1] for other in order),
        ]
        for one in order
    ]
    levels: list[Value] = [
        Several([_numbered(decision, option) for option in level]) for level in paths.ranking
    ]
    return [
        Phrase("result-order", {"order": Several(levels, "dot")}),
        Phrase("result-pairs", {"table": Table([head, *rows])}),
    ]


def _numbered(decision: Decision, option: int) -> Phrase:
    words = words_of(decision.options[option - 1])
    return Phrase("result-numbered", {"number": option, "option": words})


def _rounds(decision: Decision, transfers: Transfers) -> list[Phrase]:
    """Stage by stage: whose votes went where, who has how many, who is elected."""
    stages = list(enumerate(transfers.stages, 1))
    shown = stages if len(stages) <= MOST_STAGES else [*stages[: MOST_STAGES - 1], stages[-1]]
    head = {"quota": transfers.quota, "seats": decision.counting.seats}
    lines = [Phrase("result-quota", head)]
    for number, stage in shown:
        if number == len(stages) and len(shown) < len(stages):
            lines.append(Phrase("result-rounds-left-out", {"count": len(stages) - len(shown)}))
        lines.append(_round(decision, number, stage))
    lines += [
        Phrase("result-lot", {"among": _names(decision, lot.among)})
        for lot in transfers.lots
        if lot.fell_on is None
    ]
    return lines


def _round(decision: Decision, number: int, stage: Stage) -> Phrase:
    passed: list[Value] = [
        Phrase(
            "result-gained",
            {
                "name": _name(decision, option),
                "votes": number_of(votes),
                "sum": number_of(stage.votes[option]),
            },
        )
        for option, votes in stage.credited.items()
        if stage.whose is not None and votes
    ]
    standing: list[Value] = [
        Phrase("result-has", {"name": _name(decision, option), "votes": number_of(votes)})
        for option, votes in stage.votes.items()
        if votes
    ]
    values: dict[str, Value] = {
        "number": number,
        "why": stage.why,
        "whose": _name(decision, stage.whose) if stage.whose is not None else "",
        "gains": len(passed),
        "passed": Several(passed, "dot"),
        "standing": Several(standing, "dot"),
        "count": len(stage.elected),
        "elected": _names(decision, stage.elected),
    }
    return Phrase("result-round", values)


def _names(decision: Decision, options: Iterable[int]) -> Several:
    return Several([_name(decision, option) for option in options])


def _name(decision: Decision, option: int) -> Value:
    return _short(words_of(decision.options[option - 1]), LONGEST_NAME)


def _short(words: Value, limit: int) -> Value:
    if isinstance(words, str) and len(words) > limit:
        return words[: limit - 1].rstrip() + "…"
    return words


def number_of(amount: Amount) -> int | float:
    """Two decimals are enough to read."""
    return int(amount) if Fraction(amount).denominator == 1 else round(float(amount), 2)
