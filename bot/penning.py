"""Something said, put into its readers' words and onto a letter."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeAlias

from bot.fleeting import Passing
from bot.making import dump_wish
from bot.markup import Markup, dump, join, plain, tame
from bot.platforms import POLL_ANSWER, Key, Kind, Outgoing, Place, Poll
from bot.words import Words
from handlers.native import Poll as Asked
from handlers.turn import Button, Say, Tell, Turn
from models.assembly import Assembly, Chat
from models.phrase import Phrase
from models.post import Letter, Priority, State

TOAST_LIFE = timedelta(minutes=1)

Voice: TypeAlias = Callable[[Phrase], Markup]
"""Says a sentence as those read it to whom a letter goes."""


class Pen:
    """Writes letters."""

    def __init__(
        self,
        words: Words,
        now: datetime,
        homes: Mapping[int, Assembly],
        numbered: frozenset[str],
        polls: frozenset[str],
    ) -> None:
        """`homes`: by person, whose language and zone hold where they have chosen none.

        `numbered`: the platforms where buttons can also be meant by their number.
        `polls`: those with polls of their own.
        """
        self._words, self._now, self._homes = words, now, homes
        self._numbered, self._polls = numbered, polls

    def letter(
        self, number: int, say: Say, turn: Turn, chat: Chat, *, toast: bool
    ) -> dict[str, Any]:
        """The row of a new letter into a chat; `toast`: as the answer to a press.

        A row and not an object: letters are written by the hundred and not looked at again.
        """
        voice = self._voice(chat, turn)
        asked = self._asked(say.native, chat, voice) if say.native is not None else ""
        return {
            "id": number,
            "chat_id": chat.id,
            "kind": _kind(say, toast),
            "slot": say.slot,
            "priority": Priority.ALARM if toast else _priority(say, turn),
            "state": State.PARKED if chat.gone else State.DUE,
            "not_before": self._now,
            "expires_at": self._now + TOAST_LIFE if toast else say.until,
            "written_at": self._now,
            "said_at": None,
            "version": 1,
            "ref": turn.message if say.deed else "",
            "poll": None,
            "tries": 0,
            "reply_to": _reply_to(say, turn, chat),
            "press": turn.press if toast else "",
            "answer": say.answer,
            "extra": {
                **self._extra(say, chat, voice),
                **self._wish(say, turn, chat),
                **(_answered(say.native) if asked else {}),
            },
            "_body": Letter.body.envelope(number, _body(say, voice)),
            "_keys": Letter.keys.envelope(number, _keys(say, voice)),
            "_asked": Letter.asked.envelope(number, asked),
        }

    def passing(self, say: Say, turn: Turn, chat: Chat, number: int) -> list[Passing]:
        """A message that is kept nowhere, and the end of the waiting for it."""
        voice = self._voice(chat, turn)
        keys = json.loads(_keys(say, voice) or "[]")
        place = Place(chat.platform, chat.ref, chat.topic, chat.private, chat.title)
        message = Outgoing(
            id=secrets.token_urlsafe(16),
            kind=Kind.EDIT if turn.touched else Kind.MESSAGE,
            text=join([voice(line) for line in say.lines], "\n"),
            keys=tuple(Key(**key) for key in keys),
            ref=turn.touched,
            seed=False,
            hint=self._extra(say, chat, voice).get("hint", ""),
        )
        said = [Passing(chat.id, place, message, number)]
        if turn.press:
            toast = Outgoing(id=secrets.token_urlsafe(16), kind=Kind.TOAST, press=turn.press)
            said.append(Passing(chat.id, place, toast, number))
        return said

    def rewrite(self, old: Any, say: Say, turn: Turn, chat: Chat) -> dict[str, Any] | None:
        """What changes of a live card, a row, that is said anew in its place.

        None where a platform's own poll stands, which shows itself what changes.
        """
        voice, poll = self._voice(chat, turn), _as_it_is(old, closed=say.native is None)
        if poll and poll["poll"] == old.extra["poll"]:
            return None
        changed = self._changed(old, _body(say, voice), _keys(say, voice), chat)
        return {**changed, "extra": {**self._extra(say, chat, voice), **poll}, "slot": say.slot}

    def retire(self, old: Any, turn: Turn, chat: Chat) -> dict[str, Any]:
        """Leave only a word where a card stood that is now further down."""
        body = json.dumps(dump(self._voice(chat, turn)(Phrase("card-moved"))))
        extra = _as_it_is(old, closed=True)
        return {**self._changed(old, body, "[]", chat), "extra": extra, "slot": None}

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

    def _extra(self, say: Say, chat: Chat, voice: Voice) -> dict[str, Any]:
        marks = ("ask", "silent", "quiet", "door", "deed")
        extra = {name: getattr(say, name) for name in marks if getattr(say, name)}
        if say.buttons and chat.platform in self._numbered:
            extra["hint"] = plain(voice(Phrase("answer-by-number")))
        return extra if say.seed else {**extra, "seed": False}

    def _asked(self, poll: Asked, chat: Chat, voice: Voice) -> str:
        """Question and answers of a platform's own poll; empty where a card is shown instead."""
        if chat.private or chat.platform not in self._polls:
            return ""
        question = plain(voice(poll.question))
        answers = [_label(answer, voice, POLL_ANSWER) for answer in poll.answers]
        fits = Poll(question, tuple(answers)).fits
        return json.dumps([question, answers], ensure_ascii=False) if fits else ""

    def _wish(self, say: Say, turn: Turn, chat: Chat) -> dict[str, Any]:
        """What file is to be made, for whom."""
        if say.file is None:
            return {}
        language, zone = self._reads(chat, turn)
        return {"file": dump_wish(say.file, language, zone)}

    def _reads(self, chat: Chat, turn: Turn) -> tuple[str, str]:
        home = self._homes.get(chat.account.person_id) if chat.account is not None else None
        return reads(chat, turn, home)

    def _voice(self, chat: Chat, turn: Turn) -> Voice:
        language, zone = self._reads(chat, turn)
        return partial(self._words.say, language=language, zone=zone, now=self._now)


def _body(say: Say, voice: Voice) -> str:
    lines = [voice(line) for line in say.lines]
    return json.dumps(dump(join(lines, "\n")), ensure_ascii=False, separators=(",", ":"))


def _keys(say: Say, voice: Voice) -> str:
    if not say.buttons:
        return ""
    keys: list[dict[str, str]] = []
    for button in say.buttons:
        does = {"line": button.line} if isinstance(button, Button) else {"door": button.payload}
        keys.append({"label": _label(button.label, voice), **does})
    return json.dumps(keys, ensure_ascii=False)


def _label(label: Phrase | str, voice: Voice, longest: int = 60) -> str:
    return plain(voice(label)) if isinstance(label, Phrase) else tame(label, longest)


def _answered(poll: Asked | None) -> dict[str, Any]:
    """What is kept of a poll to read its answers."""
    return {"poll": {"line": poll.line, "most": poll.most, "closed": False}} if poll else {}


def _as_it_is(old: Any, *, closed: bool) -> dict[str, Any]:
    """The poll that a letter shows, or will; none where a card had to stand in for it."""
    if "poll" not in old.extra or (old.ref and not old.poll):
        return {}
    return {"poll": {**old.extra["poll"], "closed": closed}}


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
    return Kind.FILE if say.file is not None else Kind.MESSAGE


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
