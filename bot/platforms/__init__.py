"""The platform contract: what a network hands to the house, and what it is handed back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

from bot.markup import Markup
from bot.platforms.noes import Gone, Lost, Misconfigured, Moved, Shut, TryLater

POLL_QUESTION = 300
POLL_ANSWER = 100
"""Characters that fit into a platform's own poll."""
POLL_ANSWERS = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A chat as its platform knows it."""

    platform: str
    chat: str
    """Telegram's chat id, Matrix's room id."""
    topic: str = ""
    private: bool = False
    """The bot and exactly one person."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person as their platform knows them."""

    account: str
    """Telegram's user id, Matrix's user id."""
    name: str
    """As shown there; untrusted, may hold anything."""
    username: str = ""
    """Handle for mentions, without the `@`."""
    language: str = ""
    """The platform's hint (`de`, `pt-BR`), or empty."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a person said, or pressed."""

    ref: str
    """Unique on its platform for ever: what was heard once is not heard again."""
    place: Place
    speaker: Speaker
    text: str = ""
    """A command begins with `/`, whatever sign the platform uses; a press holds the wire form."""
    message: str = ""
    """Reference of the message itself, for replying to it; the pressed message for a press."""
    pressed: bool = False
    """The text is the wire form of a button, with global ids."""
    label: str = ""
    """A reaction: the label of the button meant on `message`, in place of a wire form."""
    press: str = ""
    """The platform's id of the press, which a toast answers."""
    reply_to: str = ""
    """Reference of the message this one replies to."""
    quoted: str = ""
    """Text of the message this one replies to, where the platform tells it."""
    mentions: Mapping[str, Speaker] = field(default_factory=dict)
    """Text of a mention as written in `text` (`@ben`, `Ben`), and whom it means."""
    said_at: datetime | None = None
    """Aware; None where the platform does not tell."""
    poll: str = ""
    """A poll's own name, which this answers: the house knows its place, which may be empty here."""
    chosen: tuple[int, ...] = ()
    """The answers chosen in `poll`, 1 is the first; none: taken back."""


@dataclass(frozen=True, slots=True)
class Event:
    """What the platform itself tells. Nobody's text ever becomes one."""

    ref: str
    place: Place
    name: Literal[
        "added",  # the bot was added to a chat, by `about`
        "removed",  # the bot was removed from a chat
        "shut",  # a topic takes nothing more, the rest of its chat does
        "joined",  # `about` joined a chat
        "left",  # `about` left a chat
        "moved",  # the chat has a new id, `detail`
        "titled",  # the chat has a new title, `detail`
        "blocked",  # `about` blocked the bot in private
        "opened",  # `about` opened the private chat with the bot
        "unreadable",  # the bot could not decrypt what `about` said
    ]
    about: Speaker | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The utterances of one poll or sync, in order, and the bookmark that confirms them."""

    platform: str
    lines: tuple[Utterance | Event, ...]
    bookmark: str | None = None
    """Committed with the effects; None leaves the old one."""


class Kind(StrEnum):
    """What a letter does."""

    MESSAGE = "message"
    EDIT = "edit"
    TOAST = "toast"
    FILE = "file"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Key:
    """A button. Exactly one of `line` and `door` is set."""

    label: str
    line: str = ""
    """Wire form said by whoever presses, at most 64 bytes."""
    door: str = ""
    """Opens the private chat and says `/start <door>` there; at most 64 of A-Za-z0-9_-."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A question that a platform with polls of its own puts itself: once, not to be edited."""

    question: str
    answers: tuple[str, ...]
    most: int = 1
    """How many of the answers one may choose."""
    closed: bool = False
    """It takes no more answers."""

    @property
    def fits(self) -> bool:
        """Every platform that has polls takes it."""
        words = [self.question, *self.answers]
        known = len(set(self.answers)) == len(self.answers) in range(2, POLL_ANSWERS + 1)
        short = len(self.question) <= POLL_QUESTION and max(map(len, words[1:])) <= POLL_ANSWER
        return known and short and all(word.strip() for word in words)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter on its way to one chat."""

    id: str
    """The same on every try, another for every edit: a transaction id."""
    kind: Kind
    text: Markup = ()
    keys: tuple[Key, ...] = ()
    ref: str = ""
    """The message to edit or to do the deed to."""
    reply_to: str = ""
    ask: bool = False
    """An answer is expected (in a group as a reply)."""
    silent: bool = False
    """Rings nobody's phone."""
    press: str = ""
    """The press that a toast answers; a toast with no text only ends the waiting."""
    door: str = ""
    """A toast that opens the private chat and says `/start <door>` there."""
    quiet: bool = False
    """A toast that merely confirms: where there are no toasts it may be dropped."""
    deed: Literal["", "pin", "redact", "leave"] = ""
    file: bytes = b""
    file_name: str = ""
    picture: tuple[int, int] | None = None
    """Width and height of a file that is a picture, to be seen at once."""
    seed: bool = True
    """Answers may be seeded as public reactions where buttons do not exist."""
    card: bool = False
    """It will be edited in its place: it must be one message, cut where it is too long."""
    version: int = 1
    """Beyond 1, older words of a new message may have been said under its id, unknown to us."""
    hint: str = ""
    """Says that answers are numbers, for where nothing can be pressed."""
    poll: Poll | None = None
    """Shown in place of `text` and `keys`, or ended, where the platform has polls."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How the bot introduces itself in one language (`""` is the default one)."""

    name: str
    about: str
    """At most 512 characters."""
    short: str
    """At most 120 characters."""
    members: tuple[tuple[str, str], ...]
    """Menu of group chats: at most 8 commands with what they do."""
    private: tuple[tuple[str, str], ...]


Hear = Callable[[Delivery], Awaitable[None]]
"""Returns once the delivery is committed; may raise when the store is out of order."""


class Platform(Protocol):
    """One network. Adapters know no rule and no sentence."""

    name: str
    numbered: bool
    """Buttons are also pressed by saying their number."""
    first: bool
    """A bot may write first to a person there."""
    edit_pace: float
    """Seconds between two edits in one chat."""
    exact: bool
    """The same letter said twice is one message."""
    polls: bool
    """It has polls of its own, which tell who answered what."""
    seeds: bool
    """What people press is put below a message that stands already, by `seed`."""

    async def listen(self, hear: Hear, bookmark: str | None) -> None:
        """Hand over deliveries until cancelled; raises Misconfigured where waiting cannot help.

        A delivery without lines says: caught up with what waited while the bot was away.
        """

    async def introduce(self, profiles: Mapping[str, Profile]) -> None:
        """Set name, texts and menus, by language."""

    async def admit(self, place: Place, letter: Outgoing) -> None:
        """Wait until the platform's pace lets it through; raises TryLater where that takes long."""

    async def say(self, place: Place, letter: Outgoing) -> str:
        """Send, edit or do, and return the message's reference ("" where there is none).

        For a poll, a space follows and the name by which its answers mean it.
        Raises TryLater, Gone (Shut for a topic alone), Moved or Lost.
        """

    async def seed(self, place: Place, letter: Outgoing, ref: str) -> None:
        """Put below a message what people press there; raises as `say` does."""

    async def close(self) -> None:
        """Let go of the network."""


__all__ = [
    "Delivery",
    "Event",
    "Gone",
    "Hear",
    "Key",
    "Kind",
    "Lost",
    "Misconfigured",
    "Moved",
    "Outgoing",
    "Place",
    "Platform",
    "Poll",
    "Profile",
    "Shut",
    "Speaker",
    "TryLater",
    "Utterance",
]
