"""What the platform tells of chats: added, removed, moved, renamed, not to be read."""

from __future__ import annotations

from handlers.founding import ground
from handlers.reading import Word
from handlers.rights import anyone, in_group, in_unfounded, members, organisers, platform
from handlers.routing import Router
from handlers.steps import Looked
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Assembly, Role
from models.base import Refused
from models.belonging import membership_of
from models.chat import come_back, depart, move
from models.code import Code
from models.homing import bring_home
from models.phrase import Command, Phrase

router = Router("assemblies")
LONGEST_TITLE = 200


@router.command("added", platform)
def added(turn: Turn) -> Says:
    """Greet once; afterwards only those who speak to the bot hear of it."""
    chat = turn.chat
    if chat is None or chat.private:
        return
    come_back(turn.session, chat, turn.now)
    if chat.greeted or turn.assembly is not None or not (turn.open or turn.memberships):
        return
    chat.greeted = True
    chat.language = turn.person.language or turn.language
    buttons = [Button(Phrase("chat-label-found"), wire("found"))]
    if any(m.assembly.is_commune and not m.assembly.closed_at for m in turn.memberships):
        buttons.append(Button(Phrase("chat-label-committee"), wire("committee")))
    buttons.append(Button(Phrase("chat-label-look"), wire("look")))
    yield Say("chat-hello", buttons=buttons)


@router.command("look", anyone, hidden=True, step=False)
def look(turn: Turn) -> Says:
    """Three lines on what one can do."""
    yield Say(
        "chat-look",
        poll=Command("poll", example=True),
        task=Command("task", example=True),
        meet=Command("meet", example=True),
        found=Command("found"),
    )


@router.command("removed", platform)
def removed(turn: Turn) -> Says:
    """The bot was removed: what is due waits."""
    return _leave(turn)


@router.command("shut", platform)
def shut(turn: Turn) -> Says:
    """A topic takes nothing more: what is due there waits, the rest of the chat goes on."""
    if turn.chat is not None:
        depart(turn.session, turn.chat, topic=turn.topic or turn.chat.topic)
    yield from ()


@router.command("blocked", platform)
def blocked(turn: Turn) -> Says:
    """Somebody closed the private chat: what is due waits."""
    return _leave(turn)


def _leave(turn: Turn) -> Says:
    if turn.chat is not None:
        depart(turn.session, turn.chat)
    yield from ()


@router.command("opened", platform)
def opened(turn: Turn) -> Says:
    """Somebody opened the private chat: nothing is said until they speak."""
    if turn.chat is not None:
        come_back(turn.session, turn.chat, turn.now)
    yield from ()


@router.command("moved", platform)
def moved(turn: Turn) -> Says:
    """The chat has another reference: everything follows."""
    if turn.chat is not None and turn.detail:
        move(turn.session, turn.chat, turn.detail, turn.now)
    yield from ()


@router.command("titled", platform)
def titled(turn: Turn) -> Says:
    """The chat is called something else now; its assembly keeps its name."""
    if turn.chat is not None:
        turn.chat.title = turn.detail[:LONGEST_TITLE]
    yield from ()


@router.command("unreadable", platform)
def unreadable(turn: Turn) -> Says:
    """What somebody said could not be decrypted: how to mend that."""
    chat = turn.chat
    if chat is not None and (turn.open or turn.memberships or turn.assembly or chat.greeted):
        yield Say("matrix-unreadable", name=turn.person.name)


def _binds(turn: Turn) -> bool:
    """Where a code is of use, and where an organiser is shown one."""
    return in_unfounded(turn) or (not turn.private and turn.holds(Role.ORGANISER))


@router.command("bind", anyone, fits=_binds, instead="unbind")
def bind(turn: Turn, code: Word | None = None) -> Says:
    """Bring a second chat into an assembly: one shows a code, the other says it."""
    if code is not None:
        yield from _redeem(turn, code)
    elif turn.private or (turn.assembly is None and not turn.topic):
        yield Looked()
        yield Say("chat-bind-how", bind=Command("bind"))
    else:
        yield from _show_code(turn)


def _show_code(turn: Turn) -> Says:
    organisers.check(turn)
    yield Looked()
    token = turn.token()
    Code.issue(turn.session, token, "bind", person=turn.person, assembly=turn.here, now=turn.now)
    yield Say(
        "chat-bind-code",
        assembly=turn.here.name,
        bind=Command("bind", token),
        link=Command("link"),
    )


def _redeem(turn: Turn, token: str) -> Says:
    chat = ground(turn, topic=True)
    if turn.assembly is not None:
        members.check(turn)
    code = Code.find(turn.session, token, "bind", turn.now)
    assembly = code.assembly
    if assembly is None or assembly.closed_at or not _may_bind(turn, code, assembly):
        raise Refused("code-unknown")
    code.used_at = turn.now
    chat.assembly, chat.greeted, chat.language = assembly, True, ""
    turn.assembly = assembly
    yield Say("chat-bound", to=assembly, assembly=assembly.name, person=turn.person.name)


def _may_bind(turn: Turn, code: Code, assembly: Assembly) -> bool:
    """Organisers alone, also whoever shows the code: it outlives no role."""
    shown = membership_of(turn.session, code.person, assembly)
    organises = shown is not None and shown.holds(Role.ORGANISER, turn.now)
    return organises and turn.holds(Role.ORGANISER, assembly)


@router.command("unbind", organisers, fits=in_group, instead="bind")
def unbind(turn: Turn) -> Says:
    """Take this chat out of the assembly; its others go on."""
    chat, assembly = turn.chat, turn.here
    if chat is None or chat.private or turn.topic:
        raise Refused("refused-group-only")
    if len([other for other in assembly.chats if not other.gone]) < 2:
        raise Refused("chat-unbind-last", assembly=assembly.name, bind=Command("bind"))
    chat.language = turn.language
    bring_home(turn.session, assembly, [chat.id])
    chat.assembly = None
    yield Say("chat-unbound", assembly=assembly.name)
