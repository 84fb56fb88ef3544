"""Maps: the councils in which an assembly stands, drawn as a tree."""

from __future__ import annotations

from collections.abc import Collection

from handlers.filing import Arg, File, Making
from handlers.rights import anyone, must_belong, readers
from handlers.routing import Router
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Assembly
from models.base import Refused
from models.belonging import belongs_to
from models.chart import Place, chart, is_named
from models.person import Person
from models.phrase import Choice, Command, Moment, Phrase, Value
from models.sheet import Block, Sheet, Tree, Words

router = Router("delegates")
MOST_SHOWN = 60


@router.command("map", readers)
def map_(turn: Turn) -> Says:
    """Draw the councils over us, with who sits where and what is out."""
    places, mine = _places(turn), _readers(turn)
    lines = [_line(place, turn.here, mine) for place in places[:MOST_SHOWN]]
    picture = Button(Phrase("map-label-picture"), wire("map-picture", turn.here))
    yield Say(_head(turn.here), *lines, *_rest(places), buttons=[picture])


@router.command("map-picture", anyone, hidden=True, step=False)
def map_picture(turn: Turn, assembly: Assembly) -> Says:
    """The same as a picture."""
    if turn.private:
        must_belong(turn, assembly)
    elif assembly is not turn.assembly:
        raise Refused("refused-not-there")
    turn.assembly = assembly
    readers.check(turn)
    _places(turn)
    args: dict[str, Arg] = {"assembly": assembly}
    if turn.private:
        args["person"] = turn.person
    yield Say(_head(assembly), file=File("map.png", "map-own" if turn.private else "map", args))


@router.maker("map")
def drawn(making: Making, assembly: Assembly) -> Sheet:
    """The tree as it stands now, with the names that everybody in an assembly may read."""
    return _sheet(making, assembly, {assembly.id})


@router.maker("map-own")
def drawn_for(making: Making, assembly: Assembly, person: Person) -> Sheet:
    """The tree as it stands now, with the names that somebody may read now."""
    mine = belongs_to(making.session, person)
    if assembly.id not in mine:
        raise Refused("refused-not-member", assembly=assembly.name)
    return _sheet(making, assembly, mine)


def _sheet(making: Making, assembly: Assembly, mine: Collection[int]) -> Sheet:
    places = chart(making.session, assembly)
    tree = Tree([(place.depth, _place(place, assembly, mine)) for place in places[:MOST_SHOWN]])
    blocks: list[Block] = [tree, *(Words(one, "faint") for one in _rest(places))]
    foot = Phrase("map-foot", {"moment": Moment(making.now)})
    return Sheet(Phrase("map-title", {"assembly": assembly.name}), blocks, foot=foot)


def _readers(turn: Turn) -> set[int]:
    """Which assemblies' members read it: in a group all who are there."""
    if not turn.private:
        return {turn.here.id}
    return {membership.assembly_id for membership in turn.memberships}


def _places(turn: Turn) -> list[Place]:
    found = chart(turn.session, turn.here)
    if len(found) == 1:
        raise Refused("map-alone", command=Command("council"))
    return found


def _head(assembly: Assembly) -> Phrase:
    return Phrase("map-head", {"assembly": assembly.name})


def _rest(places: Collection[Place]) -> list[Phrase]:
    more = len(places) - MOST_SHOWN
    return [Phrase("map-more", {"count": more})] if more > 0 else []


def _line(place: Place, here: Assembly, mine: Collection[int]) -> Phrase:
    if not place.depth:
        return Phrase("map-top", {"place": _place(place, here, mine)})
    branch = "│ " * (place.depth - 1) + ("└" if place.last else "├")
    return Phrase("map-line", {"branch": branch, "place": _place(place, here, mine)})


def _place(place: Place, here: Assembly, mine: Collection[int]) -> Phrase:
    delegate = next((one.person.name for one in place.sent if not one.deputy), "")
    deputy = next((one.person.name for one in place.sent if one.deputy), "")
    told: dict[str, Value] = {
        "assembly": place.assembly.name if _shown(place, mine) else Phrase("map-hidden"),
        "here": Choice("yes" if place.assembly is here else "no"),
        "seat": Choice("no" if place.seat is None else "filled" if delegate else "empty"),
        "delegate": delegate,
        "deputy": deputy,
        "deputed": Choice("yes" if deputy else "no"),
        "out": place.out,
    }
    return Phrase("map-place", told)


def _shown(place: Place, mine: Collection[int]) -> bool:
    councils = [place.seat.council_id] if place.seat is not None else []
    return is_named(place.assembly, councils, mine)
