"""Charts: the councils an assembly stands in, with seats, delegates and what is out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.assembly import Assembly
from models.delegation import Delegation, delegates
from models.referral import SETTLED, Referral
from models.seat import Seat, seats_above, seats_beneath


@dataclass(frozen=True, slots=True)
class Place:
    """One assembly in the chart."""

    assembly: Assembly
    depth: int
    """0 is the highest."""
    last: bool = False
    """Nobody stands after it on its level."""
    seat: Seat | None = None
    """By which it is here; none for the highest."""
    sent: Sequence[Delegation] = field(default=())
    """Its delegate there, then the deputy."""
    out: int = 0
    """Questions that it has not answered yet."""


def is_named(assembly: Assembly, councils: Collection[int], readers: Collection[int]) -> bool:
    """Whether the members of `readers` are told what it is called.

    A hidden assembly is named to its own members, and in the `councils` where it sits.
    """
    return not assembly.hidden or not {assembly.id, *councils}.isdisjoint(readers)


def chart(session: Session, assembly: Assembly) -> list[Place]:
    """Every council over an assembly with all that sits beneath, from the top; five queries."""
    session.flush()
    above = seats_above(session, assembly)
    sitting = {seat.assembly_id for seat in above}
    councils = {seat.council_id: seat.council for seat in above}
    tops = [council for number, council in councils.items() if number not in sitting]
    tops = sorted(tops, key=lambda one: (one.name, one.id)) or [assembly]
    seats = seats_beneath(session, [top.id for top in tops])
    under: dict[int, list[Seat]] = {}
    for seat in seats:
        under.setdefault(seat.council_id, []).append(seat)
    found = delegates(session, [top.id for top in tops] + [seat.assembly_id for seat in seats])
    sent: dict[int, list[Delegation]] = {}
    for one in found:
        sent.setdefault(one.seat_id, []).append(one)
    out = _out(session, [seat.id for seat in seats])
    return [
        place
        for top in tops
        for place in _walk(Place(top, 0, last=True), under, sent, out, frozenset())
    ]


def _walk(
    place: Place,
    under: Mapping[int, Sequence[Seat]],
    sent: Mapping[int, Sequence[Delegation]],
    out: Mapping[int, int],
    passed: frozenset[int],
) -> Iterator[Place]:
    yield place
    here = place.assembly.id
    if here in passed:
        return
    seats = sorted(under.get(here, ()), key=lambda seat: (seat.assembly.name, seat.id))
    for seat in seats:
        below = Place(
            seat.assembly,
            place.depth + 1,
            last=seat is seats[-1],
            seat=seat,
            sent=sent.get(seat.id, ()),
            out=out.get(seat.id, 0),
        )
        yield from _walk(below, under, sent, out, passed | {here})


def _out(session: Session, seats: Collection[int]) -> dict[int, int]:
    query = (
        select(Referral.seat_id, func.count())
        .where(Referral.seat_id.in_(seats), Referral.stand.not_in(list(SETTLED)))
        .group_by(Referral.seat_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
