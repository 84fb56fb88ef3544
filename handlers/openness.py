"""Openness: how one becomes a member, and who knows of an assembly at all."""

from __future__ import annotations

from handlers.asking import decide_together
from handlers.drafting import must_open
from handlers.reading import Switch
from handlers.rights import clock, organisers
from handlers.routing import Router
from handlers.terms import announce
from handlers.turn import Say, Says, Turn, Undo, wire
from models.assembly import Admission, Assembly
from models.base import Refused
from models.belonging import is_asked, size_of
from models.decision import Decision
from models.phrase import Command, Phrase, Value

router = Router("settings")


@router.command("admission", organisers)
def admission(turn: Turn, admission: Admission) -> Says:
    """How one becomes a member; where the members decide that, they decide about this as well."""
    if admission is not Admission.OWN and _is_theirs(turn, turn.here):
        question = Phrase("admission-question", {"admission": admission})
        yield from _ask(turn, question, wire("admission-voted", admission.value))
        return
    yield Undo(wire("admission", turn.here.admission))
    yield from _admits(turn, turn.here, admission)


@router.command("admission-voted", clock)
def admission_voted(turn: Turn, decision: Decision, subject: Admission) -> Says:
    """The members have changed how one becomes one of them."""
    turn.assembly = decision.assembly
    yield from _admits(turn, decision.assembly, subject)


def _admits(turn: Turn, assembly: Assembly, admission: Admission) -> Says:
    assembly.admission = admission
    told: dict[str, Value] = {"assembly": assembly.name, "admission": admission}
    yield from announce(turn, assembly, Phrase("admission-set", told))


@router.command("hidden", organisers)
def hidden(turn: Turn, switch: Switch | None = None) -> Says:
    """Whether the assembly's existence is shown to its members alone."""
    assembly = turn.here
    hide = not assembly.hidden if switch is None else switch is Switch.ON
    if assembly.hidden and not hide and _is_theirs(turn, assembly):
        question = Phrase("hidden-question", {"assembly": assembly.name})
        yield from _ask(turn, question, wire("hidden-voted", Switch.OFF))
        return
    if not assembly.listed:
        yield Undo(wire("hidden", _switch(assembly.hidden)))
    yield from _hides(turn, assembly, hide)


@router.command("hidden-voted", clock)
def hidden_voted(turn: Turn, decision: Decision, subject: Switch) -> Says:
    """The members show themselves."""
    turn.assembly = decision.assembly
    yield from _hides(turn, decision.assembly, subject is Switch.ON)


def _hides(turn: Turn, assembly: Assembly, hide: bool) -> Says:
    if hide and not assembly.hidden:
        # Links that were given away do not lead there again once it shows itself.
        assembly.door = turn.token()
    assembly.hidden = hide
    assembly.listed = assembly.listed and not hide
    told: dict[str, Value] = {"assembly": assembly.name, "switch": _switch(hide)}
    yield from announce(turn, assembly, Phrase("hidden-set", told))


def _switch(on: bool) -> Switch:
    return Switch.ON if on else Switch.OFF


def _is_theirs(turn: Turn, assembly: Assembly) -> bool:
    """Whether all members together decide who comes to know them."""
    return assembly.admission is Admission.OWN and size_of(turn.session, assembly) > 1


def _ask(turn: Turn, question: Phrase, consequence: str) -> Says:
    """No organiser overrules them alone."""
    statutes = must_open(turn, turn.here, turn.person)
    if is_asked(turn.session, turn.here, consequence):
        raise Refused("openness-asked", command=Command("polls"))
    yield Say("openness-theirs", assembly=turn.here.name)
    yield from decide_together(turn, turn.here, statutes, question, consequence)


@router.command("listed", organisers)
def listed(turn: Turn, switch: Switch | None = None) -> Says:
    """Whether neighbours without a link may find the assembly."""
    assembly = turn.here
    wanted = not assembly.listed if switch is None else switch is Switch.ON
    if wanted and assembly.hidden:
        raise Refused("listed-but-hidden", hidden=Command("hidden"))
    yield Undo(wire("listed", _switch(assembly.listed)))
    assembly.listed = wanted
    yield Say("listed-set", assembly=assembly.name, switch=_switch(wanted))
