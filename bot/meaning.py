"""What was meant: a typed command, a pressed button, an answer, or plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.fleeting import Standing
from bot.house import House
from bot.known import Known
from bot.platforms import Utterance
from handlers.binding import resume, say, say_continued
from handlers.half_said import drafts_of, half_said
from handlers.turn import Says, Turn
from models.base import Refused
from models.line import Step
from models.phrase import Command


class Meaning:
    """Reads utterances as lines of the one grammar."""

    def __init__(self, house: House, known: Known, standing: Standing) -> None:
        self._house, self._known, self._router = house, known, house.router
        self._standing = standing

    def of(self, turn: Turn, line: Utterance) -> Says:
        """What the line does; raises Refused."""
        text = line.text.strip()
        if line.label:
            yield from self._reaction(turn, line)
        elif text.startswith("/"):
            yield from self.command(turn, text, wired=line.pressed)
        elif (pressed := self._number(turn, line)) is not None:
            yield from self.command(turn, pressed, wired=True)
        elif (answered := self._answered(turn, line)) is not None:
            yield from self._continued(turn, answered, text)
        elif turn.private and self._router.otherwise is not None:
            if text:
                yield from self._router.otherwise(turn, text)
        elif text and not line.reply_to and not text.isdecimal():
            yield from self.command(turn, "/help", wired=False)

    def command(self, turn: Turn, text: str, *, wired: bool) -> Says:
        """A line beginning with `/`, typed in any of the languages here, or a wire form."""
        parts = text[1:].split(None, 1)
        head, rest = parts[0] if parts else "", parts[1] if len(parts) > 1 else ""
        vocabulary = self._house.vocabulary
        name = (
            head
            if wired
            else vocabulary.find(head, turn.language, turn.person.language, *turn.languages)
        )
        command = self._router.commands.get(name)
        if command is None or not command.who.by_person or (command.hidden and not wired):
            raise Refused("button-old") if wired else self._unknown(turn, head)
        yield from say(self._router, turn, name, rest, wired=wired)

    def back(self, turn: Turn, step: Step) -> Says:
        """The line that takes a step back."""
        if step.words:
            name, _, args = step.undo[1:].partition(" ")
            yield from say_continued(self._router, turn, name, args, step.words)
        else:
            yield from self.command(turn, step.undo, wired=True)

    def _unknown(self, turn: Turn, typed: str) -> Refused:
        if not turn.private and turn.assembly is None:
            return Refused("refused-not-founded", command=Command("found"))
        near = self._house.vocabulary.near(typed, turn.language)
        if near is None:
            return Refused("refused-unknown-command", typed=f"/{typed}", command=Command("help"))
        return Refused("refused-did-you-mean", typed=f"/{typed}", command=Command(near))

    def _reaction(self, turn: Turn, line: Utterance) -> Says:
        assert turn.chat is not None
        letter = self._known.letter(turn.chat, line.message)
        pressed = _line_labelled(letter.keys if letter else "", line.label)
        if pressed is None:
            return
        if line.text == "undo":
            name, _, args = pressed[1:].partition(" ")
            command = self._router.commands.get(name)
            if command is None or not command.withdrawn:
                return
            pressed = f"/{command.withdrawn} {args}"
        yield from self.command(turn, pressed, wired=True)

    def _number(self, turn: Turn, line: Utterance) -> str | None:
        """The button meant by its number, on platforms that have none to press."""
        text = line.text.strip()
        if line.place.platform not in self._house.numbered or not text.isdecimal():
            return None
        assert turn.chat is not None
        letter = self._known.letter(turn.chat, line.reply_to) if line.reply_to else None
        if letter is None and not line.reply_to:
            letter = self._known.newest_with_keys(turn.chat)
        number = int(text) if len(text) < 4 else 0
        fleeting = self._standing.meant(turn.chat.id, line.reply_to, letter.id if letter else 0)
        if fleeting is not None:
            turn.touched, standing = fleeting
            if not 1 <= number <= len(standing):
                return None
            turn.pressed = True
            return standing[number - 1].line
        keys = json.loads(letter.keys or "[]") if letter else []
        if letter is None or not 1 <= number <= len(keys):
            return None
        turn.pressed, turn.touched = True, letter.ref
        return _line_of(keys[number - 1])

    def _answered(self, turn: Turn, line: Utterance) -> str | None:
        """The wire form that plain words continue: of the letter replied to, or a question."""
        assert turn.chat is not None
        if (expected := self._expected(turn, line)) is not None:
            return expected
        if line.reply_to:
            letter = self._known.letter(turn.chat, line.reply_to)
            return letter.answer if letter and letter.answer else None
        drafts = drafts_of(turn) if turn.private else []
        return f"/answer {drafts[0].id}" if drafts else None

    def _expected(self, turn: Turn, line: Utterance) -> str | None:
        """The wire form that a fleeting message waits for, while it is the newest with buttons."""
        assert turn.chat is not None
        answer = self._standing.expects(turn.chat.id)
        if not answer:
            return None
        newest = self._known.newest_with_keys(turn.chat)
        found = self._standing.meant(turn.chat.id, line.reply_to, newest.id if newest else 0)
        if found is None:
            return None
        turn.touched = found[0]
        return answer

    def _continued(self, turn: Turn, answered: str, text: str) -> Says:
        name, _, args = answered[1:].partition(" ")
        if name != "answer":
            yield from say_continued(self._router, turn, name, args, text)
            return
        yield from resume(self._router, turn, half_said(turn, args), text, wired=False)


def _line_labelled(keys: str, label: str) -> str | None:
    for key in json.loads(keys or "[]"):
        if key["label"].strip() == label.strip():
            return _line_of(key)
    return None


def _line_of(key: Mapping[str, str]) -> str:
    """What a button says: its line, or the opening of the private chat."""
    return key.get("line") or f"/start {key.get('door', '')}"
