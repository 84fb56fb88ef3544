"""The end of a decision: counted, written down, announced; what follows from it is promised."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking import no_ending
from handlers.beside import presence
from handlers.decision_cards import result
from handlers.turn import Button, Card, Later, Say, Says, Turn, wire
from models.ballots import count, count_entered, marks_of
from models.counting import Marks
from models.decision import Decision
from models.ending import Ending
from models.phrase import Phrase
from models.record import record_decision
from models.secret import empty_box


def end(turn: Turn, decision: Decision) -> Says:
    """Close it and tell everybody how it ended."""
    count(turn.session, [decision])
    decision.close(turn.now, _ballots(turn, decision))
    decision.entered = count_entered(turn.session, decision)
    line = record_decision(turn.session, decision, turn.now, turn.salt())
    yield Card(decision)
    said = {**result(decision), "record": line.short}
    ended, there = Phrase("decision-ended", said), presence(decision)
    if decision.outcome is Ending.PASSED and not decision.consequence:
        task = Button(Phrase("decision-label-task"), wire("task"))
        follows = Button(Phrase("outcome-label-state"), wire("state", decision))
        yield Say(ended, *there, "decision-who", to=decision.assembly, buttons=[task, follows])
    else:
        yield Say(ended, *there, to=decision.assembly)
    yield from no_ending(decision)
    passed = decision.outcome is Ending.PASSED
    then = decision.consequence if passed else decision.otherwise
    if then:
        name, _, subject = then[1:].partition(" ")
        yield Later(turn.now, name, {"decision": decision, "subject": subject})


def _ballots(turn: Turn, decision: Decision) -> Sequence[Marks]:
    """Those that say something of each option, and whatever lies in a box."""
    if decision.secret:
        return empty_box(turn.session, decision, turn.now)
    return () if decision.one_answer else marks_of(turn.session, decision)
