"""Methods and outcomes as a column keeps them: small JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from enum import Enum
from fractions import Fraction
from typing import Any

from models.counting import METHODS, Method, Outcome, Paths, Transfers, Verdict
from models.counting.outcome import Detail, Lot, Means, Stage, Why

_DETAILS: dict[str, type[Detail]] = {"means": Means, "paths": Paths, "transfers": Transfers}


def dump_method(method: Method) -> dict[str, Any]:
    """Its name and what was chosen of it."""
    chosen = {field.name: getattr(method, field.name) for field in fields(method)}  # type: ignore[arg-type]
    return {"method": method.name, **chosen}


def load_method(kept: Mapping[str, Any]) -> Method:
    """What was dumped."""
    chosen = {name: value for name, value in kept.items() if name != "method"}
    return type(METHODS[kept["method"]])(**chosen)


def dump(outcome: Outcome) -> dict[str, Any]:
    """Everything that can be shown of it once the ballots are gone."""
    kept: dict[str, Any] = _plain(asdict(outcome))
    for name, kind in _DETAILS.items():
        if isinstance(outcome.detail, kind):
            kept["detail"]["is"] = name
    return kept


def load(kept: Mapping[str, Any]) -> Outcome:
    """What was dumped."""
    return Outcome(
        ballots=kept["ballots"],
        totals={int(option): _amount(total) for option, total in kept["totals"].items()},
        histogram={
            int(option): {int(mark): times for mark, times in marks.items()}
            for option, marks in kept["histogram"].items()
        },
        winners=tuple(kept["winners"]),
        tied=tuple(kept["tied"]),
        verdict=None if kept["verdict"] is None else Verdict(kept["verdict"]),
        detail=None if kept["detail"] is None else _detail(kept["detail"]),
    )


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case Fraction() | Enum():
            return str(value)
    return value


def _amount(kept: int | str) -> int | Fraction:
    return kept if isinstance(kept, int) else Fraction(kept)


def _detail(kept: Mapping[str, Any]) -> Detail:
    match kept["is"]:
        case "means":
            return Means(_fractions(kept["means"]))
        case "paths":
            return Paths(*(_rows(kept[name]) for name in ("pairwise", "strengths", "ranking")))
    stages = tuple(_stage(stage) for stage in kept["stages"])
    lots = tuple(
        Lot(lot["stage"], Why(lot["why"]), tuple(lot["among"]), lot["fell_on"])
        for lot in kept["lots"]
    )
    return Transfers(kept["quota"], stages, lots)


def _stage(kept: Mapping[str, Any]) -> Stage:
    return Stage(
        Why(kept["why"]),
        kept["whose"],
        _fractions(kept["credited"]),
        _fractions(kept["votes"]),
        Fraction(kept["exhausted"]),
        Fraction(kept["lost"]),
        tuple(kept["elected"]),
    )


def _fractions(kept: Mapping[str, str]) -> dict[int, Fraction]:
    return {int(option): Fraction(value) for option, value in kept.items()}


def _rows(kept: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in kept)
