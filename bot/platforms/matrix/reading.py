"""What an event of a room says, if it is meant for the bot.

Notices, what the bot says itself and edits are not heard. A reaction is a press that carries its
label; taken back, it is another one whose text is `undo`. What a reaction was cannot be asked once
it is redacted, so one that is taken back while the bot is away stays as it was heard.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from bot.platforms import Event, Place, Speaker, Utterance
from bot.platforms.matrix import polls
from bot.platforms.matrix.junk import Source, at, items, when, words
from bot.platforms.matrix.memory import Memory, Reaction

UNDO = "undo"
"""The text of a press that takes the reaction back."""

_COMMAND = re.compile(r"[!/](?=[^\W\d_])")
_NUMBER = re.compile(r"\d{1,3}")
_FALLBACK = re.compile(r"\A(?:> ?.*(?:\n|\Z))+\n?")
# Bounded, so that nobody's markup takes more than linear time.
_PILL = re.compile(
    r'<a href="https://matrix\.to/#/((?:@|%40)[^"?<>\s]{1,255})[^"<>]{0,255}">([^<]{1,255})</a>'
)
_ID = re.compile(r"@[^\s:@]{1,255}:[\w.\-]{1,255}(?::\d{1,5})?(?<![.\-])")

Look = Callable[[str, str], Awaitable[Source]]
"""Fetches an event by its room and id; empty if it cannot be had."""
Name = Callable[[str, str], str]
"""The display name of a person in a room, or ""."""


@dataclass(slots=True)
class Reader:
    """Turns the events of rooms into lines; holds no message."""

    me: str
    memory: Memory
    look: Look
    name: Name
    shown: str = ""
    """The bot's own display name."""

    async def read(self, source: Source, place: Place) -> Utterance | Event | None:
        """The line this event is; None if it is nothing to the bot."""
        ref, sender = words(source, "event_id"), words(source, "sender")
        if not ref or not sender:
            return None
        self.memory.senders[ref] = sender
        if sender == self.me:
            return None
        line: Utterance | Event | None = None
        match words(source, "type"):
            case "m.room.message":
                line = await self._message(source, place)
            case "m.reaction":
                line = await self._reaction(source, place)
            case "m.poll.response" | "org.matrix.msc3381.poll.response":
                line = await self._poll_answer(source, place)
            case "m.room.redaction":
                line = self._redaction(source, place)
            case "m.room.name" if at(source, "state_key") == "":
                line = Event(ref, place, "titled", detail=words(source, "content", "name"))
        return line

    def speaker(self, person: str, room: str) -> Speaker:
        """A person as the room shows them."""
        shown = self.name(room, person) or person.lstrip("@").partition(":")[0]
        return Speaker(person, shown, username=person.lstrip("@"))

    async def _message(self, source: Source, place: Place) -> Utterance | None:
        content = at(source, "content")
        relation = words(content, "m.relates_to", "rel_type")
        # An edited line has been heard as it was first said.
        if words(content, "msgtype") != "m.text" or relation == "m.replace":
            return None
        replied = _replied(content)
        body = words(content, "body").strip()
        text = _FALLBACK.sub("", body, count=1).strip() if replied else body
        text, meant = self._addressed(text, content)
        command = _COMMAND.match(text)
        if command:
            text = "/" + text[1:]
        if not text:
            return None
        meant = meant or place.private or bool(command or _NUMBER.fullmatch(text))
        quoted = ""
        if replied:
            original = await self._original(place.chat, replied, meant)
            meant = meant or words(original, "sender") == self.me
            if words(original, "sender") != self.me:
                quoted = words(original, "content", "body")
        if not meant:
            return None
        return Utterance(
            ref=words(source, "event_id"),
            place=place,
            speaker=self.speaker(words(source, "sender"), place.chat),
            text=text,
            message=words(source, "event_id"),
            reply_to=replied,
            quoted=quoted,
            mentions=self._mentions(text, content, place.chat),
            said_at=when(source),
        )

    async def _original(self, room: str, ref: str, needed: bool) -> Source:
        sender = self.memory.senders.get(ref)
        if sender is not None and (sender == self.me or not needed):
            return {"sender": sender}
        found = await self.look(room, ref)
        self.memory.senders[ref] = words(found, "sender")
        return found

    def _addressed(self, text: str, content: object) -> tuple[str, bool]:
        mentioned = self.me in items(content, "m.mentions", "user_ids")
        names = {self.me, self.me.partition(":")[0], self.shown}
        for name in sorted(names, key=len, reverse=True):
            head, rest = text[: len(name)], text[len(name) :]
            if not name or head.casefold() != name.casefold():
                continue
            if rest[:1] in (":", ","):
                return rest[1:].strip(), True
            if mentioned and not rest[:1].isalnum():
                return rest.strip(), True
        return text, mentioned

    def _mentions(self, text: str, content: object, room: str) -> dict[str, Speaker]:
        said = dict.fromkeys(_ID.findall(text))
        meant = {name: name for name in said}
        for address, shown in _PILL.findall(words(content, "formatted_body")):
            name = unescape(shown)
            if name in text:
                meant[name] = unquote(address)
        return {
            name: self.speaker(person, room) for name, person in meant.items() if person != self.me
        }

    async def _reaction(self, source: Source, place: Place) -> Utterance | None:
        relation = at(source, "content", "m.relates_to")
        target, key = words(relation, "event_id"), words(relation, "key")
        if words(relation, "rel_type") != "m.annotation" or not target or not key:
            return None
        original = await self._original(place.chat, target, needed=False)
        if words(original, "sender") != self.me:
            return None
        sender, ref = words(source, "sender"), words(source, "event_id")
        self.memory.reactions[ref] = Reaction(sender, target, key)
        return self._press(source, place, target, key, "")

    async def _poll_answer(self, source: Source, place: Place) -> Utterance | None:
        content = at(source, "content")
        relation = at(content, "m.relates_to")
        target, sender = words(relation, "event_id"), words(source, "sender")
        if words(relation, "rel_type") != "m.reference" or not target:
            return None
        chosen = polls.chosen(content)
        original = await self._original(place.chat, target, needed=False)
        if chosen is None or words(original, "sender") != self.me:
            return None
        return Utterance(
            ref=words(source, "event_id"),
            place=place,
            speaker=self.speaker(sender, place.chat),
            poll=target,
            chosen=chosen,
            said_at=when(source),
        )

    def _redaction(self, source: Source, place: Place) -> Utterance | None:
        redacted = words(source, "redacts") or words(source, "content", "redacts")
        if self.memory.senders.get(redacted) == self.me:
            self.memory.deleted[redacted] = True
        known = self.memory.reactions.get(redacted)
        # Whoever moderates a room can delete an answer, but not withdraw it in another's name.
        if known is None or known.sender != words(source, "sender"):
            return None
        return self._press(source, place, known.target, known.key, UNDO)

    def _press(self, source: Source, place: Place, on: str, key: str, text: str) -> Utterance:
        return Utterance(
            ref=words(source, "event_id"),
            place=place,
            speaker=self.speaker(words(source, "sender"), place.chat),
            text=text,
            message=on,
            pressed=True,
            label=key,
            said_at=when(source),
        )


def _replied(content: object) -> str:
    relation = at(content, "m.relates_to")
    # In a thread, clients without threads are told the newest message as if it were replied to.
    if words(relation, "rel_type") == "m.thread" and at(relation, "is_falling_back") is True:
        return words(relation, "event_id")
    return words(relation, "m.in_reply_to", "event_id")
