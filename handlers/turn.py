"""What a handler is given (Turn) and what it yields (Say, Tell, Card, Later, …)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy.orm import Session

from handlers.filing import Arg, File
from handlers.native import Poll
from handlers.steps import Back, Looked, Stepped
from models.assembly import Assembly, Chat, Membership, Role
from models.base import Base, Refused
from models.person import Account, Person
from models.phrase import Command, Phrase, Value
from models.post import Priority

WIRE_LIMIT = 64
"""Bytes of a wire form: what Telegram allows a button to carry."""

MOST = 2**63 - 1
"""The largest number that every database holds."""


def wire(name: str, *args: Arg) -> str:
    """The wire form of a line: canonical name and global ids only."""
    line = " ".join([f"/{name}", *map(wire_arg, args)])
    if len(line.encode()) > WIRE_LIMIT:
        raise ValueError(f"longer than {WIRE_LIMIT} bytes: /{name}")
    return line


def wire_arg(arg: Arg) -> str:
    """One argument as buttons and promises carry it."""
    if isinstance(arg, Base):
        return str(arg.id)  # type: ignore[attr-defined]
    if isinstance(arg, datetime):
        return f"@{int(arg.timestamp())}"
    return str(arg)


def wired_id(text: str) -> int | None:
    """The number that a wire form carries; None for what no row is numbered with."""
    number = int(text) if text.isdecimal() and len(text) < 20 else MOST + 1
    return number if number <= MOST else None


def wired_moment(text: str) -> datetime | None:
    """The date that a wire form carries; None for what is none."""
    digits = text.removeprefix("@")
    plain = digits.isdecimal() and len(digits) < 12
    return datetime.fromtimestamp(int(digits), UTC) if plain else None


@dataclass(frozen=True, slots=True)
class Button:
    """Says a line on behalf of whoever presses it."""

    label: Phrase | str
    """A sentence of the locales, or a member's own words."""
    line: str
    """From `wire`."""


@dataclass(frozen=True, slots=True)
class Door:
    """Opens the private chat with the bot and says `/start <payload>` there."""

    label: Phrase | str
    payload: str


Buttons: TypeAlias = Sequence[Button | Door]


class Say:
    """Something said in a chat: where the line was said, or to whom it is addressed."""

    __slots__ = (
        "anew", "answer", "ask", "buttons", "deed", "door", "file", "lines", "native",
        "priority", "quiet", "seed", "silent", "slot", "to", "until",
    )  # fmt: skip

    def __init__(
        self,
        *lines: str | Phrase,
        to: Chat | Assembly | Person | None = None,
        slot: str | None = None,
        anew: bool = False,
        buttons: Buttons = (),
        answer: str = "",
        ask: bool = False,
        priority: Priority | None = None,
        until: datetime | None = None,
        silent: bool = False,
        quiet: bool = False,
        door: str = "",
        deed: str = "",
        seed: bool = True,
        file: File | None = None,
        native: Poll | None = None,
        **values: Value,
    ) -> None:
        """Each of `lines` is a key of the locales (with `values`) or a phrase, one line each.

        `to`: a chat, an assembly (every chat of it), a person (in private); None: here.
        `slot`: a live card, edited in place; `anew`: at the bottom, retiring the old one.
        `answer`: the wire form that a reply continues.
        `native`: in its place, where the platform has polls.
        `until`: no longer worth saying afterwards. `door`: a toast that opens the private chat.
        """
        self.lines = [Phrase(line, values) if isinstance(line, str) else line for line in lines]
        self.to, self.slot, self.anew = to, slot, anew
        self.buttons, self.answer, self.ask = buttons, answer, ask
        self.priority, self.until, self.silent, self.quiet = priority, until, silent, quiet
        self.door, self.deed, self.seed = door, deed, seed
        self.file, self.native = file, native


class Tell(Say):
    """Something that concerns one person: a toast, else in private, else a short reply here.

    Without `to`, the speaker. What is told must hold nothing private: it may be a short reply.
    """


class Fleeting(Say):
    """Takes the place of the message whose button was pressed, and is kept nowhere.

    It ends the waiting of the press as well. A crash loses it: people press again.
    """


@dataclass(frozen=True, slots=True)
class Card:
    """The live card of an entity has changed, or is to be shown for the first time."""

    entity: Base
    anew: bool = False
    """At the bottom of this chat, retiring the old one."""


@dataclass(frozen=True, slots=True)
class Later:
    """A line the clock will say. One promise per key: promised again, it moves."""

    at: datetime
    command: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    key: str | None = None
    behalf: Person | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """A promise is taken back, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes the speaker's step back, within ten minutes, said where it was made.

    Without it, nothing takes the step back; `Looked` says that there was none.
    """

    line: str
    """From `wire`."""
    words: str = ""
    """Somebody's own, which continue the line: its last argument."""


@dataclass(frozen=True, slots=True)
class Also:
    """A line said on the speaker's behalf in the same transaction, with the same rights."""

    line: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Work for a transaction of its own, before that of a person's line, which is heard alone.

    The handler begins anew after it, with what came of it in `turn.apart`. After a crash between
    the two it is done again: it must know what it has done.
    """

    work: Callable[[Session], object]
    """May raise Refused."""


Said: TypeAlias = Say | Card | Later | Never | Undo | Looked | Stepped | Back | Also | Apart
Says: TypeAlias = Iterator[Said]


@dataclass(slots=True)
class Turn:
    """One line being heard: who says it, where, when, and in which assembly it counts."""

    session: Session
    now: datetime
    """Aware, UTC."""
    person: Person
    """Who speaks; for the clock, on whose behalf; for the platform, whom it is about."""
    chat: Chat | None
    account: Account | None
    topic: str = ""
    """The topic in which it was said, where `chat` is the whole group around it."""
    memberships: Sequence[Membership] = ()
    """The speaker's, those that have not ended."""
    assembly: Assembly | None = None
    language: str = "en"
    zone: str = "UTC"
    clock: bool = False
    """The clock says it: a promise has fallen due."""
    pressed: bool = False
    polled: bool = False
    """It answers a platform's own poll: there, nothing more is said about it."""
    press: str = ""
    message: str = ""
    touched: str = ""
    """The message whose button was pressed, by whatever means."""
    whole: bool = False
    """It is part of something greater: no step of the speaker's, and what cannot be read of it is
    not asked for again."""
    apart: object = None
    """What came of the work that was done apart."""
    reply_to: str = ""
    quoted: str = ""
    detail: str = ""
    """What the platform tells beside the name of the event."""
    mentions: Mapping[str, Account | str] = field(default_factory=dict)
    """As written, and the account or user name meant."""
    late: timedelta = timedelta()
    """How long after its time the clock says it."""
    open: bool = True
    """Whether this instance greets strangers' groups."""
    default_language: str = "en"
    default_zone: str = "UTC"
    languages: Sequence[str] = ("en",)
    """All that the bot speaks."""
    emergency: str = "112"
    first: frozenset[str] = frozenset()
    """Platforms on which the bot may write first to a person."""
    token: Callable[[], str] = str
    """A fresh code of at least 128 bits, of A-Za-z0-9_-, for doors and one-time codes."""
    salt: Callable[[], str] = str
    """Fresh and secret, for the hashes of the record."""
    router: Any = None
    """Everything that can be said, for lines about lines."""
    plain: Callable[[Phrase], str] = repr
    """A phrase as text in the speaker's language, for comparing with what was typed."""

    @property
    def private(self) -> bool:
        """Said in the speaker's private chat with the bot."""
        return self.chat is not None and self.chat.private

    @property
    def here(self) -> Assembly:
        """The assembly in which this line counts."""
        if self.assembly is None:
            raise Refused("refused-not-founded", command=Command("found"))
        return self.assembly

    def membership(self, assembly: Assembly | None = None) -> Membership | None:
        """The speaker's living membership in an assembly (default: this one)."""
        wanted = assembly or self.assembly
        if wanted is None:
            return None
        for membership in self.memberships:
            if membership.assembly_id == wanted.id or membership.assembly is wanted:
                return None if membership.left_at else membership
        return None

    def holds(self, role: Role, assembly: Assembly | None = None) -> bool:
        """Whether the speaker holds a role there now."""
        membership = self.membership(assembly)
        return membership is not None and membership.holds(role, self.now)
