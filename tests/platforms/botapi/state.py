"""What the server knows: people, chats, messages and the updates that wait for the bot."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.platforms.botapi.limits import Limits
from tests.platforms.botapi.schema import Schema

Json = dict[str, Any]
T = TypeVar("T")
BY_DEFAULT_NOT = {"chat_member", "message_reaction", "message_reaction_count"}
GROUPS = {"group", "supergroup"}


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


@dataclass(eq=False)
class Person:
    id: int
    first_name: str
    username: str = ""
    language: str = ""
    is_bot: bool = False

    def json(self) -> Json:
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language:
            user["language_code"] = self.language
        return user


@dataclass
class Chat:
    id: int
    type: str
    title: str = ""
    person: Person | None = None
    forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    """Status by user id."""
    messages: dict[int, Json] = field(default_factory=dict)
    keyboards: dict[int, list[Json]] = field(default_factory=dict)
    """All buttons a message ever had: an old one may still be on somebody's screen."""
    pinned: list[int] = field(default_factory=list)
    polls: bool = True
    """Members may put polls."""
    blocked: bool = False
    moved_to: int = 0

    def json(self) -> Json:
        chat: Json = {"id": self.id, "type": self.type}
        if self.person is not None:
            chat["first_name"] = self.person.first_name
            if self.person.username:
                chat["username"] = self.person.username
        else:
            chat["title"] = self.title
        if self.forum:
            chat["is_forum"] = True
        return chat


class State:
    """The world as one bot's server knows it; every change wakes who waits for one."""

    def __init__(self, schema: Schema | None) -> None:
        self.schema = schema
        self.bot = Person(7_000_001, "Kommune", "kommune_bot", is_bot=True)
        self.people: dict[int, Person] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.queue: list[Any] = []
        self.allowed: list[str] = []
        self.webhook = ""
        self.presses: dict[str, str] = {}
        """Presses and their state: open, answered, old."""
        self.toasts: dict[str, Json] = {}
        self.profile: Json = {}
        self.calls: list[tuple[str, Json]] = []
        self.violations: list[str] = []
        self.limits = Limits()
        self.votes: dict[str, dict[int, list[int]]] = {}
        """What people chose, by poll and by person."""
        self.privacy = True
        self.ahead = 0
        """Seconds by which this world's clock is ahead."""
        self._numbers = {"update": 100, "message": 0, "person": 1000, "chat": 0}
        self._event = asyncio.Event()

    def number(self, kind: str) -> int:
        self._numbers[kind] += 1
        return self._numbers[kind]

    def now(self) -> int:
        return int(time.time()) + self.ahead

    def changed(self) -> None:
        event, self._event = self._event, asyncio.Event()
        event.set()

    async def until(self, true: Callable[[], T], timeout: float = 5.0) -> T:
        """The first true value of the condition; looked at again after every change."""
        async with asyncio.timeout(timeout):
            while not (value := true()):
                await self._event.wait()
        return value

    def tell(self, kind: str, what: Json) -> int:
        """Queue an update for the bot, if it wants this kind; its id."""
        wanted = kind in self.allowed if self.allowed else kind not in BY_DEFAULT_NOT
        number = self.number("update")
        update = {"update_id": number, kind: what}
        if self.schema is not None:
            self.violations += self.schema.of_update(update)
        if wanted:
            self.queue.append(update)
        self.changed()
        return number

    def private(self, person: Person) -> Chat:
        return self.chats.setdefault(person.id, Chat(person.id, "private", person=person))

    def chat(self, chat_id: int) -> Chat:
        """The chat as the bot may use it; the server's errors where it may not."""
        chat = self.chats.get(chat_id)
        if chat is None:
            if chat_id in self.people:
                raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
            raise ApiError(400, "Bad Request: chat not found")
        if chat.moved_to:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": chat.moved_to},
            )
        if chat.type == "private":
            if chat.blocked:
                raise ApiError(403, "Forbidden: bot was blocked by the user")
        elif chat.members.get(self.bot.id, "left") in {"left", "kicked"}:
            raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
        return chat

    def message(self, chat: Chat, author: Person, **content: Any) -> Json:
        """Write a message into a chat; its JSON, which stays the stored one."""
        number = self.number("message")
        message: Json = {
            "message_id": number,
            "date": self.now(),
            "chat": chat.json(),
            "from": author.json(),
        }
        message.update({key: value for key, value in content.items() if value is not None})
        chat.messages[number] = message
        self.changed()
        return message


def member_json(person: Person, status: str, anonymous: bool = False) -> Json:
    """A ChatMember of that status, with every field the server sends."""
    member: Json = {"status": status, "user": person.json()}
    rights = {
        "administrator": (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages "
            "can_manage_video_chats can_restrict_members can_promote_members can_change_info "
            "can_invite_users can_post_stories can_edit_stories can_delete_stories"
        ),
        "creator": "is_anonymous",
    }
    member |= dict.fromkeys(rights.get(status, "").split(), False)
    if "is_anonymous" in member:
        member["is_anonymous"] = anonymous
    if status == "kicked":
        member["until_date"] = 0
    return member
