"""Secret votes: the ballot is filled in in private, by buttons alone, and put into the box."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.beside import MOST_OFFERED
from handlers.drafting import changed, changing
from handlers.listing import offers_of
from handlers.reading import Missing, Word
from handlers.rights import in_private, members
from handlers.routing import Offer, Router
from handlers.secret_cards import already, form, honest, in_the_box, outside
from handlers.sight import reach
from handlers.turn import Apart, Says, Turn, wired_id
from models.assembly import Sort
from models.ballot import fetch_ballots
from models.ballots import missing_votes
from models.base import Refused
from models.counting import Assent, Marks
from models.decision import Decision
from models.filling import Filling
from models.motion import Motion
from models.phrase import Command
from models.secret import awaiting, cast, may_cast
from models.secret_reason import LONGEST_REASON, takes_reasons

router = Router("decisions")
NO_TAP = Word("")
AGAIN = "-"
"""In place of a tap: everything is blank again."""


class Cause(str):
    """Why somebody objects; whatever it is, nothing of it is asked for or kept."""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Cause, str]:
        """The rest of the line, as one line."""
        # What a box would have to write in six signs is left out: each reason fits.
        words = " ".join("".join(sign for sign in text if sign >= " " or sign.isspace()).split())
        if not words:
            raise Missing
        return cls(words), ""


def _offer_secret(turn: Turn) -> Sequence[Offer]:
    found = [d for d in Decision.choices(turn.session, reach(turn), turn.person) if d.secret]
    if turn.private:
        waiting = awaiting(turn.session, turn.person, found)
        found = [decision for decision in found if decision.id in waiting]
    else:
        # From the list and not from the box: others read here whom it offers what.
        fetch_ballots(turn.session, found, [turn.person.id])
        found = [decision for decision in found if turn.person.id in decision.electors]
    if not found:
        raise Refused("secret-none", command=Command("polls"))
    return offers_of(found[:MOST_OFFERED])


@router.command("secret", members, offers={"decision": _offer_secret}, fits=in_private)
def secret(turn: Turn, decision: Decision) -> Says:
    """Vote in a secret decision, in private."""
    if not decision.secret:
        raise Refused("secret-is-none", command=Command("vote", str(decision.number)))
    if not turn.private:
        yield outside(turn, decision)
    elif _has_voted(turn, decision):
        yield already(decision, _following(turn, decision))
    else:
        yield honest(decision)


@router.command("secret-fill", members, hidden=True, unkept=True)
def secret_fill(turn: Turn, decision: Decision, state: Word, tap: Word = NO_TAP) -> Says:
    """The ballot with one tap more; it lives in its buttons alone."""
    if not turn.private:
        yield outside(turn, decision)
    elif _has_voted(turn, decision):
        yield already(decision, _following(turn, decision))
    else:
        filling = Filling.read(decision.counting, len(decision.options), state)
        yield form(decision, *_tapped(filling, tap))


def _tapped(filling: Filling, tap: str) -> tuple[Filling, int]:
    """What a tap makes of it; and the option for which a number is to be chosen."""
    if tap == AGAIN:
        return Filling(filling.method, filling.options), 0
    if not tap:
        return filling, 0
    option, _, mark = tap.partition(".")
    chosen = wired_id(option) or 0
    if mark:
        return filling.mark(chosen, wired_id(mark) or 0), 0
    if filling.scale:
        return filling, chosen if chosen <= filling.options else 0
    return filling.tap(chosen), 0


@router.command("secret-cast", members, hidden=True, unkept=True)
def secret_cast(turn: Turn, decision: Decision, state: Word) -> Says:
    """Put the ballot into the box, for good."""
    if not turn.private:
        yield outside(turn, decision)
        return
    _has_voted(turn, decision)
    filling = Filling.read(decision.counting, len(decision.options), state)
    filling.method.check(filling.marks, filling.options)
    whose, ballot = (decision.id, turn.person.id), filling.marks
    yield Apart(lambda session: cast(session, *whose, ballot))
    yield in_the_box(decision, _following(turn, decision))


@router.command("secret-object", members, hidden=True, unkept=True)
def secret_object(turn: Turn, decision: Decision, words: Cause) -> Says:
    """Put an objection into the box with its reason, for good: what was said after the tap."""
    if not turn.private:
        yield outside(turn, decision)
        return
    if _has_voted(turn, decision) and turn.apart is None:
        yield already(decision, _following(turn, decision))
        return
    if not takes_reasons(decision):
        raise Refused("button-old")
    objection: Marks = {Assent.OBJECTION: 1}
    if len(words) > LONGEST_REASON:
        filling = Filling(decision.counting, len(decision.options), objection)
        yield form(decision, filling, given=len(words))
        return
    whose = decision.id, turn.person.id
    yield Apart(lambda session: cast(session, *whose, objection, words))
    yield in_the_box(decision, _following(turn, decision))


def _following(turn: Turn, decision: Decision) -> Decision | None:
    """The next one that waits for the speaker's vote: gone on to by a press of theirs alone."""
    waiting = missing_votes(turn.session, turn.person, reach(turn))
    return next((one for one in waiting if one is not decision), None)


def _has_voted(turn: Turn, decision: Decision) -> bool:
    """Whether theirs is in the box; refused is who cannot vote here."""
    if not decision.secret:
        raise Refused("button-old")
    if not decision.is_open:
        raise Refused("decision-closed-already")
    return not may_cast(turn.session, decision, turn.person)


@router.command("motion-secret", members, hidden=True)
def motion_secret(turn: Turn, motion: Motion, value: Word) -> Says:
    """Make the vote that is being drafted a secret one, or not."""
    changing(turn, motion)
    if motion.assembly.sort is Sort.COUNCIL:
        raise Refused("item-not-secret")
    motion.secret = value == "on"
    yield changed(turn, motion)
