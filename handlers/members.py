"""Being a member: who is here, one's own name, leaving."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.reading import Missing, Unread
from handlers.rights import anyone, clock, members, platform
from handlers.routing import Router
from handlers.terms import departed, vacancy
from handlers.turn import Button, Card, Never, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Assembly, Chat, Membership, Role, Sort
from models.base import Refused
from models.belonging import (
    PAGE,
    enter_chat,
    is_taken,
    leave_chat,
    lost_at_once,
    organisers_of,
    page_of,
    size_of,
    stays_by_another,
)
from models.caseload import within_reach
from models.names import LONGEST_NAME, clear, sounds_like_office
from models.newcomer import Stand, waiting
from models.phrase import Choice, Command, Moment, Phrase, Value

router = Router("members")


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody wants to be called."""

    words: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Name, str]:
        """The rest of the line, if nobody is misled by it."""
        if not text.strip():
            raise Missing
        words = clear(text)
        if not any(sign.isalnum() for sign in words):
            raise Unread("name-without-letters")
        if len(words) > LONGEST_NAME:
            raise Unread("refused-too-long", limit=LONGEST_NAME)
        if sounds_like_office(words):
            raise Unread("name-like-office")
        homes = [membership.assembly_id for membership in turn.memberships]
        if homes and is_taken(turn.session, words, turn.person, homes):
            raise Unread("name-taken", name=words)
        return cls(words), ""


@router.command("name", anyone)
def name(turn: Turn, name: Name) -> Says:
    """Choose the name by which one is shown everywhere."""
    turn.session.add(turn.person)
    yield Undo(wire("name"), turn.person.name)
    turn.person.name = name.words
    yield Tell("name-chosen", name=name.words)


@router.command("members", members, step=False)
def members_(turn: Turn) -> Says:
    """Say who belongs here, and who holds which role until when."""
    yield _page(turn, turn.here, 1)


@router.command("members-page", members, hidden=True, step=False)
def members_page(turn: Turn, of: Membership, page: int) -> Says:
    """Another page of the same list; `of` is somebody's place in that assembly."""
    yield _page(turn, of.assembly, page)


def _page(turn: Turn, assembly: Assembly, page: int) -> Say:
    if assembly.hidden and not turn.private:
        raise Refused("refused-private-only")
    size = size_of(turn.session, assembly)
    listed = page_of(turn.session, assembly, page)
    if not listed:
        raise Refused("button-old")
    lines = [_line(turn, member) for member in listed]
    head = Phrase("members-head", {"assembly": assembly.name, "count": size})
    rest = size - page * PAGE
    more = Phrase("label-more-members", {"count": rest})
    next_page = [Button(more, wire("members-page", listed[0], page + 1))] if rest > 0 else []
    return Say(head, *lines, buttons=next_page)


def _line(turn: Turn, member: Membership) -> Phrase:
    held = member.role if member.holds(Role.FACILITATOR, turn.now) else None
    return Phrase(
        "member-line",
        {
            "person": member.person.name,
            "role": held or Choice("none"),
            "until": Moment(member.role_until or turn.now, "day"),
        },
    )


@router.command("leave", members, step=False)
def leave(turn: Turn) -> Says:
    """Leave an assembly; asks first."""
    membership = turn.membership()
    assert membership is not None
    yield _sure(turn, membership)


def _sure(turn: Turn, membership: Membership, *before: Phrase) -> Say:
    assembly = membership.assembly
    alone = organisers_of(turn.session, assembly, turn.now) == [membership]
    values: dict[str, Value] = {
        "assembly": assembly.name,
        "last": Choice("yes" if alone else "no"),
        "command": Command("elect"),
    }
    buttons = [
        Button(Phrase("label-leave"), wire("leave-now", membership)),
        Button(Phrase("label-stay"), wire("stay", membership)),
    ]
    return Say(*before, Phrase("leave-sure", values), buttons=buttons)


@router.command("leave-now", members, hidden=True, instead="join")
def leave_now(turn: Turn, membership: Membership) -> Says:
    """Leave, having been asked."""
    _own(turn, membership)
    yield Say("member-left", to=turn.here, person=turn.person.name, assembly=turn.here.name)
    if turn.private:
        yield Say("member-left-you", assembly=turn.here.name)
    yield from _gone(turn, membership)


@router.command("stay", members, hidden=True, step=False)
def stay(turn: Turn, membership: Membership) -> Says:
    """Stay, having been asked."""
    _own(turn, membership)
    yield Tell("leave-stayed", assembly=membership.assembly.name)


def _own(turn: Turn, membership: Membership) -> None:
    if membership.person_id != turn.person.id or membership.left_at is not None:
        raise Refused("half-said-by-another")


def _gone(turn: Turn, membership: Membership) -> Says:
    organised = membership.holds(Role.ORGANISER, turn.now)
    membership.leave(turn.now)
    yield from departed(turn, membership)
    if organised:
        yield from vacancy(turn, membership.assembly)


@router.command("member-gone", clock)
def member_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever has left leaves nothing of theirs unfinished in the assembly's things."""
    if membership.left_at is not None:
        turn.assembly = membership.assembly
        for farewell in turn.router.farewells:
            yield from farewell(turn, membership)


@router.command("joined", platform)
def joined(turn: Turn) -> Says:
    """Being in the chat is not yet belonging: nobody is made a member, nobody is addressed."""
    membership = turn.membership()
    if membership is not None and turn.chat is not None:
        enter_chat(membership, turn.chat)
    yield from ()


@router.command("left", platform)
def left(turn: Turn) -> Says:
    """Whoever leaves the last chat of an assembly no longer belongs to it."""
    assembly, chat = turn.assembly, turn.chat
    if assembly is None or chat is None:
        return
    membership = turn.membership()
    if membership is None:
        yield from _asks_no_more(turn, assembly)
        return
    # The group is not told whom the bot cannot reach: they have left it.
    reached = bool(within_reach(turn.session, {turn.person.id}, turn.first))
    if stays_by_another(membership, chat):
        yield from _left_one(turn, membership, chat, reached=reached)
        return
    if reached:
        yield _how_back(turn, assembly)
    yield from _gone(turn, membership)
    lost = lost_at_once(turn.session, assembly, turn.now)
    if lost and assembly.suspended_at is None:
        assembly.suspended_at = turn.now
        button = Button(Phrase("label-confirm-members"), wire("confirm"))
        yield Say("members-lost", to=assembly, buttons=[button], count=lost)


def _left_one(turn: Turn, membership: Membership, chat: Chat, *, reached: bool) -> Says:
    """They still belong; once for each chat they are told how to leave altogether."""
    if leave_chat(membership, chat) and reached:
        stays = Phrase("chat-left-stays", {"assembly": membership.assembly.name})
        asked = _sure(turn, membership, stays)
        asked.to = turn.person
        yield asked


def _how_back(turn: Turn, assembly: Assembly) -> Say:
    council = assembly.sort is Sort.COUNCIL
    return Say(
        "chat-left",
        to=turn.person,
        assembly=assembly.name,
        council=Choice("yes" if council else "no"),
        command=Command("delegates" if council else "join"),
    )


def _asks_no_more(turn: Turn, assembly: Assembly) -> Says:
    newcomer = waiting(turn.session, turn.person, assembly)
    if newcomer is not None:
        newcomer.settle(Stand.LAPSED, turn.now)
        yield Card(newcomer)
        yield Never(newcomer.slot)
