"""Results as they are drawn: bars, the table of pairs, the rounds; and the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.result_cards import breakdown, number_of, words_of
from handlers.rule_words import method_words, rule_words
from models.argument import Argument
from models.counting import Outcome, Paths, Stage, Times, Transfers
from models.decision import Decision
from models.ending import Ending
from models.option import Option
from models.phrase import Bar, Moment, Phrase, Several, Table, Value
from models.sheet import Bars, Block, Grid, Items, Row, Words

NOTHING_TO_SHOW = frozenset({Ending.OPEN, Ending.TOO_FEW, Ending.WITHDRAWN, Ending.EMPTY})
"""Of these there is no result, or nobody may see it."""
MOST_ACROSS = 10


def decision_blocks(decision: Decision, reasons: Sequence[Argument] = ()) -> list[Block]:
    """How it ended, by which rule, what was counted, what follows and what was said of it.

    Its votes must have been counted.
    """
    return [
        Words(_ending(decision), "strong"),
        Words(_how(decision), "faint"),
        *result_blocks(decision),
        *_statement(decision),
        *([Items([_reason(one) for one in reasons])] if reasons else []),
    ]


def result_blocks(decision: Decision) -> list[Block]:
    """What was counted, once it has ended; nothing where nobody may see it."""
    if decision.outcome in NOTHING_TO_SHOW:
        return []
    counted = decision.standing()
    if isinstance(counted.detail, Paths):
        return _ranking(decision, counted.detail)
    if isinstance(counted.detail, Transfers):
        return _rounds(decision, counted.detail)
    if isinstance(decision.counting, Times) and decision.method is not None:
        return [Grid(_table(breakdown(decision)[0]))]
    if decision.one_answer:
        return [Bars([_answer(decision, option, counted) for option in decision.options])]
    best = [words_of(option) for option in decision.leading()]
    return [Bars([_row(line, best) for line in breakdown(decision)])]


def _ending(decision: Decision) -> Phrase:
    values: dict[str, Value] = {
        "outcome": decision.outcome,
        "winner": Several([words_of(option) for option in decision.leading()]),
        "won": len(decision.leading()),
        "cast": decision.cast_votes,
        "electorate": decision.electorate,
    }
    return Phrase("sheet-ending", values)


def _how(decision: Decision) -> Value:
    method, at = decision.counting, Moment(decision.closed_at or decision.closes_at, "day")
    if decision.method is None:
        return Several([at, Phrase("rule-simple")], "dot")
    return Several([at, method_words(method), rule_words(method, decision.passing)], "dot")


def _statement(decision: Decision) -> list[Block]:
    if not decision.statement:
        return []
    return [Words(Phrase("decision-card-statement", {"statement": decision.statement}))]


def _reason(argument: Argument) -> tuple[Value, Value]:
    return Phrase("sheet-side", {"side": argument.side}), argument.words


def _answer(decision: Decision, option: Option, counted: Outcome) -> Row:
    votes = int(counted.totals.get(option.place, 0))
    passed = decision.outcome is Ending.PASSED and option.place == 1
    strong = passed or option.place in counted.winners
    return Row(words_of(option), votes, max(decision.cast_votes, 1), votes, strong)


def _row(line: Phrase, best: Sequence[Value]) -> Row:
    """A line of the card, drawn."""
    values = line.values
    bar, option = values["bar"], values["option"]
    assert isinstance(bar, Bar)
    said: Value = values["total"]
    if line.key == "result-mean":
        said = Phrase("sheet-mean", {"total": said, "mean": values["mean"]})
    return Row(option, bar.part, bar.whole, said, option in best)


def _table(line: Phrase) -> Sequence[Sequence[Value]]:
    table = line.values["table"]
    assert isinstance(table, Table)
    return table.rows


def _ranking(decision: Decision, paths: Paths) -> list[Block]:
    """The order, and how many rank the option of each row above that of each column."""
    order = [option for level in paths.ranking for option in level]
    head: list[Value] = ["", *(str(option) for option in order)]
    rows: list[list[Value]] = [
        [
            _numbered(decision, one),
            *("·" if one == other else paths.pairwise[one - 1][other - 1] for other in order),
        ]
        for one in order
    ]
    levels: list[tuple[Value, Value]] = [
        (f"{place}.", Several([words_of(decision.options[option - 1]) for option in level]))
        for place, level in enumerate(paths.ranking, 1)
    ]
    return [Items(levels), Words(Phrase("sheet-pairs"), "faint"), Grid([head, *rows])]


def _numbered(decision: Decision, option: int) -> Phrase:
    words = words_of(decision.options[option - 1])
    return Phrase("result-numbered", {"number": option, "option": words})


def _rounds(decision: Decision, transfers: Transfers) -> list[Block]:
    """Who has how many votes at the end of each round, and who is elected in it."""
    stages = list(enumerate(transfers.stages, 1))
    left_out = len(stages) - MOST_ACROSS
    if left_out > 0:
        stages = [*stages[: MOST_ACROSS - 1], stages[-1]]
    head: list[Value] = ["", *(f"{number}." for number, _ in stages)]
    rows: list[list[Value]] = [
        [words_of(option), *(_votes(stage, option.place) for _, stage in stages)]
        for option in decision.options
    ]
    quota = {"quota": transfers.quota, "seats": decision.counting.seats}
    blocks: list[Block] = [Words(Phrase("sheet-rounds", quota), "faint"), Grid([head, *rows])]
    if left_out > 0:
        blocks.append(Words(Phrase("result-rounds-left-out", {"count": left_out}), "faint"))
    return blocks


def _votes(stage: Stage, option: int) -> Value:
    votes = stage.votes.get(option)
    elected = option in stage.elected
    if not votes and not elected:
        return "·"
    shown = number_of(votes) if votes is not None else 0
    return Phrase("sheet-elected", {"votes": shown}) if elected else shown
