"""The console: rooms and people in memory, for the demo, replays and dialogs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.platforms import (
    Delivery,
    Event,
    Hear,
    Key,
    Kind,
    Lost,
    Outgoing,
    Place,
    Profile,
    Speaker,
    Utterance,
)

NAME = "console"
MENTION = re.compile(r"@(\w+)")
DEEDS = {
    "(adds the bot)": "added",
    "(removes the bot)": "removed",
    "(joins)": "joined",
    "(leaves)": "left",
    "(blocks the bot)": "blocked",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot as it stands on the screen."""

    ref: str
    place: Place
    letter: Outgoing
    edited: bool = False


@dataclass(slots=True)
class Console:
    """A platform that shows everything to `show` and hears what `typed` is told."""

    show: Callable[[Shown], None]
    name: str = NAME
    numbered: bool = True
    first: bool = True
    edit_pace: float = 0
    exact: bool = True
    polls: bool = False
    seeds: bool = False
    messages: dict[str, Shown] = field(default_factory=dict)
    keys: dict[str, list[tuple[str, Key]]] = field(default_factory=dict)
    """Every button ever shown in a chat, with its message; the newest last."""
    last_text: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The newest message in a chat: its reference ("" when a person's) and text."""
    asked: dict[tuple[str, str], str] = field(default_factory=dict)
    """The question that waits for somebody's next line in a chat, by chat and account."""
    spoke: dict[str, str] = field(default_factory=dict)
    """Who was heard last in a chat: whoever is asked there now."""
    presses: dict[str, str] = field(default_factory=dict)
    """Who waits for which press to be answered."""
    count: int = 0

    async def listen(self, hear: Hear, bookmark: str | None) -> None:
        """The console speaks by `typed`; nothing waits anywhere."""
        await hear(Delivery(self.name, ()))

    async def introduce(self, profiles: Mapping[str, Profile]) -> None:
        """Nobody has to be told who this is."""

    async def close(self) -> None:
        """There is nothing to let go of."""

    async def admit(self, place: Place, letter: Outgoing) -> None:
        """At once: a terminal takes everything."""

    async def seed(self, place: Place, letter: Outgoing, ref: str) -> None:
        """A terminal shows the buttons with the words."""

    async def say(self, place: Place, letter: Outgoing) -> str:
        """Show a letter."""
        if letter.kind is Kind.TOAST:
            if letter.text:
                self.show(Shown(letter.press, place, letter))
            return ""
        if letter.kind is Kind.DEED:
            return ""
        edited = letter.kind is Kind.EDIT
        if edited and letter.ref not in self.messages:
            raise Lost
        ref = letter.ref if edited else self._next("m")
        before = self.messages.get(ref)
        shown = Shown(ref, place, letter, edited)
        self.messages[ref] = shown
        chat = self.keys.setdefault(place.chat, [])
        chat += [(ref, key) for key in letter.keys]
        same = before is not None and (before.letter.text, before.letter.keys) == (
            letter.text,
            letter.keys,
        )
        if not same:
            self.show(shown)
        if not edited:
            self.last_text[place.chat] = (ref, "")
            self._wait(place, ref, letter)
        return ref

    def _wait(self, place: Place, ref: str, letter: Outgoing) -> None:
        """In a room others may speak before the answer; in private the newest message counts."""
        whose = (place.chat, self.spoke.get(place.chat, ""))
        if letter.ask:
            self.asked[whose] = ref
        elif place.private:
            self.asked.pop(whose, None)

    def typed(
        self, who: str, room: str, text: str, *, language: str = "", reply: bool = False
    ) -> Delivery | None:
        """What somebody typed, as a delivery; None when it is not meant for the bot."""
        place = Place(self.name, room or who, private=not room, title=room.removeprefix("#"))
        speaker = Speaker(who, who.replace("_", " ").title(), who.lower(), language)
        if text in DEEDS:
            event = Event(self._next("e"), place, DEEDS[text], speaker)  # type: ignore[arg-type]
            return Delivery(self.name, (event,))
        line = Utterance(self._next("u"), place, speaker, text, message=self._next("p"))
        line = self._pressed(line) or self._reply(line, reply)
        if self.asked.get(_whose(line)) in {line.reply_to, line.message}:
            del self.asked[_whose(line)]
        if not reply:
            self.last_text[place.chat] = ("", text)
        if not self._meant(line):
            return None
        self.spoke[line.place.chat] = who
        return Delivery(self.name, (line,))

    def newest_with_keys(self, chat: str) -> Shown | None:
        """The newest message there whose buttons can be pressed, as it stands now."""
        refs = (ref for ref, _ in reversed(self.keys.get(chat, [])))
        found = (self.messages[ref] for ref in refs)
        return next((shown for shown in found if shown.letter.keys), None)

    def whose(self, press: str) -> str:
        """Who pressed."""
        return self.presses.get(press, "")

    def _meant(self, line: Utterance) -> bool:
        called = "@kommune" in line.text.lower()
        return bool(
            line.place.private
            or line.pressed
            or line.reply_to
            or called
            or line.text.startswith("/")
        )

    def _pressed(self, line: Utterance) -> Utterance | None:
        """A label in brackets, or a number, presses the newest such button."""
        chat = self.keys.get(line.place.chat, [])
        found: tuple[str, Key] | None = None
        if line.text.startswith("[") and line.text.endswith("]"):
            wanted = line.text[1:-1].strip().casefold()
            found = next((k for k in reversed(chat) if k[1].label.casefold() == wanted), None)
        elif line.text.isdecimal() and chat and not self._asked_for_words(line):
            newest = [key for ref, key in chat if ref == chat[-1][0]]
            newest = list(self.messages[chat[-1][0]].letter.keys) or newest
            number = int(line.text)
            found = (chat[-1][0], newest[number - 1]) if 1 <= number <= len(newest) else None
        if found is None:
            return None
        ref, key = found
        if key.door:
            private = Place(self.name, line.speaker.account, private=True)
            return replace(line, place=private, text=f"/start {key.door}")
        press = self._next("x")
        self.presses[press] = line.speaker.account
        return replace(line, text=key.line, pressed=True, press=press, message=ref)

    def _asked_for_words(self, line: Utterance) -> bool:
        """Whether a question without buttons waits for the speaker."""
        shown = self.messages.get(self.asked.get(_whose(line), ""))
        return shown is not None and not shown.letter.keys

    def _reply(self, line: Utterance, reply: bool) -> Utterance:
        mentions = {
            found.group(): Speaker(found.group(1), found.group(1).title(), found.group(1).lower())
            for found in MENTION.finditer(line.text)
        }
        line = replace(line, mentions=mentions)
        ref, text = self.last_text.get(line.place.chat, ("", ""))
        if reply:
            return replace(line, reply_to=ref, quoted=text)
        if line.place.private or line.text.startswith("/"):
            return line
        return replace(line, reply_to=self.asked.get(_whose(line), ""))

    def _next(self, sort: str) -> str:
        self.count += 1
        return f"{sort}{self.count}"


def _whose(line: Utterance) -> tuple[str, str]:
    return line.place.chat, line.speaker.account
