"""Something said, put into its readers' words and onto a letter."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.markup import Markup, dump, join, plain, tame
from bot.platforms import Kind
from bot.words import Words
from handlers.turn import Button, Door, Say, Tell, Turn
from models.assembly import Assembly, Chat
from models.phrase import Phrase
from models.post import Letter, Priority, State

TOAST_LIFE = timedelta(minutes=1)


class Pen:
    """Writes letters."""

    def __init__(
        self,
        words: Words,
        now: datetime,
        homes: Mapping[int, Assembly],
        numbered: frozenset[str],
    ) -> None:
        """`homes`: by person, whose language and zone hold where they have chosen none.

        `numbered`: the platforms where buttons can also be meant by their number.
        """
        self._words, self._now, self._homes, self._numbered = words, now, homes, numbered

    def letter(
        self, number: int, say: Say, turn: Turn, chat: Chat, *, toast: bool
    ) -> dict[str, Any]:
        """The row of a new letter into a chat; `toast`: as the answer to a press.

        A row and not an object: letters are written by the hundred and not looked at again.
        """
        file = base64.b64encode(say.file).decode()
        return {
            "id": number,
            "chat_id": chat.id,
            "kind": _kind(say, toast),
            "slot": say.slot,
            "priority": _priority(say, turn),
            "state": State.PARKED if chat.gone else State.DUE,
            "not_before": self._now,
            "expires_at": self._now + TOAST_LIFE if toast else say.until,
            "written_at": self._now,
            "said_at": None,
            "version": 1,
            "ref": turn.message if say.deed else "",
            "tries": 0,
            "reply_to": _reply_to(say, turn, chat),
            "press": turn.press if toast else "",
            "answer": say.answer,
            "extra": self._extra(say, turn, chat),
            "_body": Letter.body.envelope(number, self._body(say, turn, chat)),
            "_keys": Letter.keys.envelope(number, self._keys(say, turn, chat)),
            "_file": Letter.file.envelope(number, file),
        }

    def rewrite(self, old: Any, say: Say, turn: Turn, chat: Chat) -> dict[str, Any]:
        """What changes of a live card, a row, that is said anew in its place."""
        body, keys = self._body(say, turn, chat), self._keys(say, turn, chat)
        extra = self._extra(say, turn, chat)
        return {**self._changed(old, body, keys, chat), "extra": extra, "slot": say.slot}

    def retire(self, old: Any, turn: Turn, chat: Chat) -> dict[str, Any]:
        """Leave only a word where a card stood that is now further down."""
        body = json.dumps(dump(self._sentence(Phrase("card-moved"), chat, turn)))
        return {**self._changed(old, body, "[]", chat), "extra": {}, "slot": None}

    def _changed(self, old: Any, body: str, keys: str, chat: Chat) -> dict[str, Any]:
        waits = old.not_before if old.state is State.DUE else self._now
        return {
            "letter": old.id,
            "version": old.version + 1,
            "state": State.PARKED if chat.gone else State.DUE,
            "not_before": waits,
            "tries": 0,
            "written_at": self._now,
            "_body": Letter.body.envelope(old.id, body),
            "_keys": Letter.keys.envelope(old.id, keys),
        }

    def _body(self, say: Say, turn: Turn, chat: Chat) -> str:
        lines = [self._sentence(line, chat, turn) for line in say.lines]
        return json.dumps(dump(join(lines, "\n")), ensure_ascii=False, separators=(",", ":"))

    def _keys(self, say: Say, turn: Turn, chat: Chat) -> str:
        if not say.buttons:
            return ""
        keys: list[dict[str, str]] = []
        for button in say.buttons:
            does = {"line": button.line} if isinstance(button, Button) else {"door": button.payload}
            keys.append({"label": self._label(button, turn, chat), **does})
        return json.dumps(keys, ensure_ascii=False)

    def _extra(self, say: Say, turn: Turn, chat: Chat) -> dict[str, Any]:
        marks = ("ask", "silent", "quiet", "door", "deed", "file_name")
        extra = {name: getattr(say, name) for name in marks if getattr(say, name)}
        if say.buttons and chat.platform in self._numbered:
            extra["hint"] = plain(self._sentence(Phrase("answer-by-number"), chat, turn))
        return extra if say.seed else {**extra, "seed": False}

    def _label(self, button: Button | Door, turn: Turn, chat: Chat) -> str:
        if isinstance(button.label, Phrase):
            return plain(self._sentence(button.label, chat, turn))
        return tame(button.label, 60)

    def _sentence(self, phrase: Phrase, chat: Chat, turn: Turn) -> Markup:
        home = self._homes.get(chat.account.person_id) if chat.account is not None else None
        language, zone = reads(chat, turn, home)
        return self._words.say(phrase, language=language, zone=zone, now=self._now)


def reads(chat: Chat, turn: Turn, home: Assembly | None) -> tuple[str, str]:
    """Language and zone of those who read a chat; in private, `home` stands in for their own."""
    if chat.account is not None:
        person = chat.account.person
        mine = turn.language if turn.person is person else ""
        language = person.language or mine or (home.language if home else turn.default_language)
        return language, person.zone or (home.zone if home else turn.zone or turn.default_zone)
    if chat.assembly is not None:
        return chat.language or chat.assembly.language, chat.assembly.zone
    return chat.language or turn.language or turn.default_language, turn.default_zone


def _kind(say: Say, toast: bool) -> Kind:
    if toast:
        return Kind.TOAST
    if say.deed:
        return Kind.DEED
    return Kind.FILE if say.file else Kind.MESSAGE


def _priority(say: Say, turn: Turn) -> Priority:
    if say.priority is not None:
        return say.priority
    if say.slot:
        return Priority.CARD
    return Priority.REMINDER if turn.clock else Priority.ANSWER


def _reply_to(say: Say, turn: Turn, chat: Chat) -> str:
    answers = isinstance(say, Tell) or say.ask
    if answers and chat is turn.chat and not chat.private and not turn.pressed:
        return turn.message
    return ""
