"""What people do on their phones, and what they then see."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

from tests.platforms.botapi.state import GROUPS, Chat, Json, Person, State, member_json
from tests.platforms.botapi.text import found_entities

ANONYMOUS = Person(1087968824, "Group", "GroupAnonymousBot", is_bot=True)
SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
)


class People(State):
    """Acts of people, as methods for tests."""

    def person(self, name: str, username: str = "", language: str = "de") -> Person:
        someone = Person(self.number("person"), name, username or name.lower(), language)
        self.people[someone.id] = someone
        return someone

    def group(self, title: str, *members: Person, kind: str = "group", forum: bool = False) -> int:
        """A group in which the bot is already a member."""
        number = self.number("chat")
        chat_id = -number if kind == "group" else -1_000_000_000_000 - number
        chat = Chat(chat_id, kind, title, forum=forum)
        chat.members = {someone.id: "member" for someone in (self.bot, *members)}
        self.chats[chat_id] = chat
        return chat_id

    def say(
        self,
        person: Person,
        text: str,
        chat: int | None = None,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
        caption: bool = False,
        **more: Any,
    ) -> int:
        """Write in a group, or in private with the bot; the message's id."""
        place = self.chats[chat] if chat is not None else self.private(person)
        entities = found_entities(text)
        message = self.message(
            place,
            person,
            **{"caption" if caption else "text": text},
            **{"caption_entities" if caption else "entities": entities or None},
            reply_to_message=_shown(place.messages[reply_to]) if reply_to else None,
            message_thread_id=topic,
            is_topic_message=True if topic else None,
            **more,
        )
        if self._bot_reads(place, message, text):
            self.tell("message", _shown(message, deep=True))
        return int(message["message_id"])

    def say_anonymously(self, text: str, chat: int) -> int:
        place = self.chats[chat]
        return self.say(ANONYMOUS, text, chat, sender_chat=place.json())

    def mention(self, person: Person, text: str, whom: Person, chat: int) -> int:
        """Say a text in which the name of somebody without a username is a link to them."""
        start = len(text[: text.index(whom.first_name)].encode("utf-16-le")) // 2
        length = len(whom.first_name.encode("utf-16-le")) // 2
        link = {"type": "text_mention", "offset": start, "length": length, "user": whom.json()}
        place = self.chats[chat]
        entities = [*found_entities(text), link]
        message = self.message(place, person, text=text, entities=entities)
        if self._bot_reads(place, message, text):
            self.tell("message", _shown(message, deep=True))
        return int(message["message_id"])

    def press(self, person: Person, chat: int, label: str, message: int | None = None) -> str:
        """Press the newest button of that label, even one no longer shown; the press's id."""
        place = self.chats[chat]
        for number in sorted(place.keyboards, reverse=True):
            for button in reversed(place.keyboards[number]):
                if button["text"] == label and message in {None, number}:
                    return self._pressed(person, place, number, button)
        raise LookupError(f"no button {label!r}")

    def open(self, person: Person, url: str) -> None:
        """Follow a link to the bot and tap on Start."""
        door, _, payload = url.partition("?start=")
        assert door == f"https://t.me/{self.bot.username}"
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
        self.say(person, f"/start {payload}")

    def join(self, person: Person, chat: int) -> None:
        self._membership(person, chat, "member")
        place = self.chats[chat]
        self._service(place, person, new_chat_members=[person.json()])

    def leave(self, person: Person, chat: int, silently: bool = False) -> None:
        self._membership(person, chat, "left", silently)
        if not silently:
            self._service(self.chats[chat], person, left_chat_member=person.json())

    def add_bot(self, chat: int, by: Person) -> None:
        self._own_membership(self.chats[chat], by, "member")
        self._service(self.chats[chat], by, new_chat_members=[self.bot.json()])

    def kick_bot(self, chat: int, by: Person) -> None:
        self._own_membership(self.chats[chat], by, "kicked")

    def make_admin(self, chat: int, by: Person) -> None:
        self._own_membership(self.chats[chat], by, "administrator")

    def block(self, person: Person) -> None:
        chat = self.private(person)
        chat.members[self.bot.id] = "member"
        self._own_membership(chat, person, "kicked")
        chat.blocked = True

    def unblock(self, person: Person) -> None:
        chat = self.private(person)
        self._own_membership(chat, person, "member")
        chat.blocked = False

    def retitle(self, chat: int, title: str, by: Person) -> None:
        self.chats[chat].title = title
        self._service(self.chats[chat], by, new_chat_title=title)

    def migrate(self, chat: int, by: Person) -> int:
        """Make a supergroup of a group; the new id."""
        old = self.chats[chat]
        new = Chat(-1_000_000_000_000 - self.number("chat"), "supergroup", old.title)
        new.members = dict(old.members)
        self.chats[new.id] = new
        self._service(old, by, migrate_to_chat_id=new.id)
        old.moved_to = new.id
        self._service(new, by, migrate_from_chat_id=old.id)
        return new.id

    def texts(self, chat: int) -> list[str]:
        """What the bot's messages in a chat read now."""
        if chat not in self.chats:
            return []
        said = self.chats[chat].messages.values()
        mine = [message for message in said if message["from"]["id"] == self.bot.id]
        return [str(message.get("text") or message.get("caption") or "") for message in mine]

    async def said(self, chat: int, matching: Callable[[str], bool] = bool) -> str:
        """Wait until the bot has said something that matches; its text."""
        hits = await self.until(lambda: [text for text in self.texts(chat) if matching(text)])
        return hits[-1]

    def raw(self, *updates: Any) -> None:
        """Queue anything at all, unchecked."""
        self.queue.extend(updates)
        self.changed()

    def _bot_reads(self, chat: Chat, message: Json, text: str) -> bool:
        if chat.type == "private":
            return True
        status = chat.members.get(self.bot.id, "left")
        if status in {"left", "kicked"}:
            return False
        if not self.privacy or status == "administrator":
            return True
        replied = message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot.id
        name = f"@{self.bot.username}".lower()
        first = text.split(maxsplit=1)[0]
        command = text.startswith("/") and ("@" not in first or name in text.lower())
        return bool(replied or command or name in text.lower())

    def _pressed(self, person: Person, chat: Chat, number: int, button: Json) -> str:
        if "url" in button:
            self.open(person, button["url"])
            return ""
        press = f"q{self.number('update')}"
        self.presses[press] = "open"
        shown = chat.messages.get(number)
        gone = {"chat": chat.json(), "message_id": number, "date": 0}
        query = {
            "id": press,
            "from": person.json(),
            "message": _shown(shown, deep=True) if shown else gone,
            "chat_instance": str(chat.id),
            "data": button["callback_data"],
        }
        self.tell("callback_query", query)
        return press

    def _membership(self, person: Person, chat: int, status: str, silently: bool = False) -> None:
        place = self.chats[chat]
        old = place.members.get(person.id, "left")
        place.members[person.id] = status
        if not silently and place.members.get(self.bot.id) == "administrator":
            self.tell("chat_member", self._change(place, person, person, old, status))

    def _own_membership(self, place: Chat, by: Person, status: str) -> None:
        old = place.members.get(self.bot.id, "left")
        place.members[self.bot.id] = status
        self.tell("my_chat_member", self._change(place, by, self.bot, old, status))

    def _change(self, place: Chat, by: Person, whom: Person, old: str, new: str) -> Json:
        return {
            "chat": place.json(),
            "from": by.json(),
            "date": self.now(),
            "old_chat_member": member_json(whom, old),
            "new_chat_member": member_json(whom, new),
        }

    def _service(self, place: Chat, by: Person, **content: Any) -> None:
        assert set(content) <= set(SERVICE) and place.type in GROUPS
        message = self.message(place, by, **content)
        if place.members.get(self.bot.id, "left") not in {"left", "kicked"}:
            self.tell("message", copy.deepcopy(message))


def _shown(message: Json, deep: bool = False) -> Json:
    """A message inside an update; one replied to does not tell what it replies to in turn."""
    shown = copy.deepcopy(message)
    if not deep:
        shown.pop("reply_to_message", None)
    elif "reply_to_message" in shown:
        shown["reply_to_message"].pop("reply_to_message", None)
    return shown
