"""Who may say a line: read again at every line, from the assembly's own roles alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers.turn import Turn
from models.assembly import Assembly, Role, Sort, members_of
from models.base import Refused
from models.belonging import organisers_of
from models.person import Person
from models.phrase import Command
from models.seat import is_deserted, stands_behind


class NotMember(Refused):
    """A stranger to this assembly; they may be shown its door."""

    def __init__(self, assembly: Assembly) -> None:
        super().__init__("refused-not-member", assembly=assembly.name)
        self.assembly = assembly


@dataclass(frozen=True, slots=True)
class Right:
    """Who may say a command, and whether it counts within an assembly."""

    name: str
    check: Callable[[Turn], None]
    in_assembly: bool = True
    by_person: bool = True
    reads: bool = False
    """To read, and no more: nothing is changed by it."""


def _member(turn: Turn) -> None:
    if turn.membership() is not None:
        return
    if is_deserted(turn.session, turn.here):
        raise Refused("refused-deserted", council=turn.here.name, command=Command("council"))
    if turn.here.sort is Sort.COUNCIL:
        raise Refused("refused-no-seat", council=turn.here.name, command=Command("delegates"))
    raise NotMember(turn.here)


def reads_along(turn: Turn) -> bool:
    """Whether this is an open council, one that is not hidden, and the speaker is of its base."""
    here = turn.here
    if here.sort is not Sort.COUNCIL or here.hidden or not turn.memberships:
        return False
    mine = [membership.assembly_id for membership in turn.memberships]
    return stands_behind(turn.session, mine, here)


def _reader(turn: Turn) -> None:
    if turn.membership() is None and not reads_along(turn):
        _member(turn)


def _facilitator(turn: Turn) -> None:
    _member(turn)
    if not turn.holds(Role.FACILITATOR):
        raise Refused("refused-needs-facilitator", command=Command("members"))


def _organiser(turn: Turn) -> None:
    _member(turn)
    if not turn.holds(Role.ORGANISER):
        if not organisers_of(turn.session, turn.here, turn.now):
            raise Refused("refused-unorganised", command=Command("elect"))
        raise Refused("refused-needs-organiser", command=Command("members"))


def _belongs(turn: Turn) -> None:
    if not turn.private:
        _member(turn)
    elif not turn.memberships:
        raise Refused("refused-belongs-nowhere", command=Command("join"))


def _follower(turn: Turn) -> None:
    if turn.private:
        _belongs(turn)
    else:
        _reader(turn)


def _anybody(turn: Turn) -> None:
    """Everyone, strangers included."""


anyone = Right("anyone", _anybody, in_assembly=False)
members = Right("members", _member)
readers = Right("readers", _reader, reads=True)
"""Members; in the chat of an open council everybody of its base as well."""
facilitators = Right("facilitators", _facilitator)
organisers = Right("organisers", _organiser)
belonging = Right("belonging", _belongs, in_assembly=False)
"""In a group its members; in private whoever belongs anywhere, across all of it."""
followers = Right("followers", _follower, in_assembly=False, reads=True)
"""In a group its readers; in private whoever belongs anywhere, across all of it."""
clock = Right("clock", _anybody, in_assembly=False, by_person=False)
platform = Right("platform", _anybody, in_assembly=False, by_person=False)


def must_belong(turn: Turn, assembly: Assembly) -> None:
    """To whoever does not belong to an assembly that a line names, it is not there."""
    if turn.membership(assembly) is None:
        raise Refused("refused-not-there")


def named_here(turn: Turn) -> list[Person]:
    """Members, where their names may be shown: those of a hidden assembly in private alone."""
    aloud = turn.here.hidden and not turn.private
    return [] if aloud else members_of(turn.session, turn.here)


def in_private(turn: Turn) -> bool:
    """In the private chat."""
    return turn.private


def in_group(turn: Turn) -> bool:
    """In a chat with others."""
    return not turn.private


def in_unfounded(turn: Turn) -> bool:
    """In a group that belongs to no assembly yet."""
    return not turn.private and turn.assembly is None


def as_stranger(turn: Turn) -> bool:
    """In a group of an assembly to which one does not belong."""
    here = turn.assembly
    joins = here is not None and here.sort is not Sort.COUNCIL
    return not turn.private and joins and turn.membership() is None
