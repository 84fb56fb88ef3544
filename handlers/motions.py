"""Motions: a binding decision is drafted, shown as it will look, and put to the vote."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.answers import Answers, cut
from handlers.asking import gives_way, opened
from handlers.drafting import changing, facilitates, must_draft, must_open, shown
from handlers.listing import offers_of
from handlers.reading import Title, When
from handlers.referring import called_back, sent_down
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Never, Say, Says, Turn, Undo, wire
from models.assembly import Membership, Sort
from models.ballots import take_down, would_vote
from models.base import Refused
from models.decision import Decision, must_be_enough
from models.homing import bring_home, private_chats
from models.item import Item, must_fit, must_last
from models.motion import Motion, amended, lately
from models.person import Person
from models.phrase import Command, Phrase
from models.plenty import must_be_few
from models.seat import levels_below

router = Router("decisions")
MOST_OFFERED = 8


def _may_open(turn: Turn, _thing: object) -> None:
    must_open(turn, turn.here, turn.person)


@router.command("decide", members, split=cut, quotes="title", may=_may_open)
def decide(
    turn: Turn, title: Title, answers: Answers | None = None, until: When | None = None
) -> Says:
    """Draft a binding decision; it is shown before it is opened."""
    statutes = must_open(turn, turn.here, turn.person)
    assert turn.chat is not None
    motion = Motion.begin(
        turn.here,
        turn.person,
        turn.chat,
        statutes,
        turn.now,
        title=title,
        words=answers.words if answers else (),
    )
    motion.set_times(turn.now, None, until)
    yield from _begun(turn, motion)


def _begun(turn: Turn, motion: Motion) -> Says:
    begun = {"by": Motion.author_id, "at": Motion.begun_at}
    must_be_few(turn.session, turn.here, turn.person, **begun, now=turn.now)  # type: ignore[arg-type]
    turn.session.add(motion)
    turn.session.flush()
    yield shown(turn, motion)
    yield Undo(wire("motion-drop", motion))


def _cut_version(turn: Turn, text: str) -> dict[str, str]:
    """The number, then as in a decision of its own."""
    number, *rest = text.split(maxsplit=1)
    return {"decision": number, **(cut(turn, rest[0]) if rest else {})}


def _offer_versions(turn: Turn) -> Sequence[Offer]:
    lately_open = lately(turn.session, reach(turn), MOST_OFFERED)
    found = [one for one in lately_open if _may_amend(turn, one, turn.person)]
    if not found:
        raise Refused("amend-nothing", command=Command("decide"))
    return offers_of(found)


@router.command("amend", members, split=_cut_version, offers={"decision": _offer_versions})
def amend(
    turn: Turn,
    decision: Decision,
    title: Title | None = None,
    answers: Answers | None = None,
    until: When | None = None,
) -> Says:
    """Draft a new version of a decision; the old one stays until it is opened."""
    statutes = must_open(turn, turn.here, turn.person)
    _must_amend(turn, decision, turn.person)
    assert turn.chat is not None
    motion = amended(decision, turn.person, turn.chat, statutes, turn.now)
    if title is not None:
        motion.title = title
    if answers is not None:
        motion.answer(answers.words)
    motion.set_times(turn.now, None, until)
    yield from _begun(turn, motion)


def _must_amend(turn: Turn, decision: Decision, by: Person) -> None:
    """An open vote is ended by a new version: that is for whoever may end it."""
    if decision.consequence:
        raise Refused("amend-acts-by-itself")
    if decision.replaced_by is not None:
        raise Refused("amend-newer", number=decision.replaced_by)
    if not _may_amend(turn, decision, by):
        raise Refused("amend-not-yours")


def _may_amend(turn: Turn, decision: Decision, by: Person) -> bool:
    mine = decision.opener_id == by.id
    return not decision.is_open or mine or facilitates(turn, decision.assembly, by)


@router.command("motion", members, hidden=True, step=False)
def motion_(turn: Turn, motion: Motion) -> Says:
    """The preview again."""
    must_draft(turn, motion)
    yield shown(turn, motion)


@router.command("motion-open", members, hidden=True)
def motion_open(turn: Turn, motion: Motion) -> Says:
    """Put it to the vote now."""
    changing(turn, motion)
    yield from _opened(turn, motion, turn.person)
    if turn.private:
        yield Say("told-there", assembly=motion.assembly.name)


@router.command("motion-due", clock)
def motion_due(turn: Turn, motion: Motion) -> Says:
    """Its time has come; what cannot be opened waits, and whoever drafted it is told why."""
    if motion.is_open or motion.dropped or motion.opens_at is None or motion.opens_at > turn.now:
        return
    turn.assembly, by = motion.assembly, motion.scheduled_by or motion.author
    try:
        yield from _opened(turn, motion, by)
    except Refused as refused:
        motion.opens_at = None
        yield shown(turn, motion)
        late = Phrase("motion-not-opened", {"title": motion.title})
        for person in dict.fromkeys([motion.author, by]):
            yield Say(late, refused.phrase, to=person)


def _opened(turn: Turn, motion: Motion, by: Person) -> Says:
    """By whoever says so now or said when: what they may not do now, they do not do."""
    assembly = motion.assembly
    must_draft(turn, motion, by)
    statutes = must_open(turn, assembly, by)
    motion.must_be_whole(statutes, turn.now)
    if motion.secret:
        must_be_enough(would_vote(turn.session, assembly))
    old = motion.replaces
    if old is not None:
        _must_amend(turn, old, by)
    opening = {"by": Decision.opener_id, "at": Decision.opened_at}
    must_be_few(turn.session, assembly, motion.author, **opening, now=turn.now)  # type: ignore[arg-type]
    if assembly.sort is Sort.COUNCIL:
        levels = levels_below(turn.session, assembly)
        if not levels:
            raise Refused("item-nobody-sits", command=Command("invite"))
        must_fit(motion.counting)
        must_last(turn.now, motion.ends_at(turn.now), levels)
    decision = motion.open(assembly.next_number("decision"), statutes.weighing, turn.now)
    turn.session.add(decision)
    turn.session.flush()
    motion.decision = decision
    if isinstance(decision, Item):
        yield from sent_down(turn, decision, statutes)
    else:
        take_down(turn.session, decision)
    yield from opened(decision, turn)
    if old is not None:
        yield from gives_way(turn, old, decision)
        yield from called_back(turn, old)
    yield Never(motion.slot)
    yield shown(turn, motion)


@router.command("motion-drop", members, hidden=True)
def motion_drop(turn: Turn, motion: Motion) -> Says:
    """Throw a draft away."""
    changing(turn, motion)
    motion.dropped, motion.opens_at = True, None
    yield Never(motion.slot)
    yield Undo(wire("motion-keep", motion))
    yield shown(turn, motion)


@router.command("motion-keep", members, hidden=True)
def motion_keep(turn: Turn, motion: Motion) -> Says:
    """Keep it after all."""
    must_draft(turn, motion)
    motion.dropped = False
    motion.touch(turn.now)
    yield Undo(wire("motion-drop", motion))
    yield shown(turn, motion)


@router.farewell
def drafts_stay(turn: Turn, membership: Membership) -> Says:
    """What somebody drafted in private goes on where they no longer see it."""
    chats = private_chats(turn.session, membership.person)
    bring_home(turn.session, membership.assembly, chats)
    yield from ()
