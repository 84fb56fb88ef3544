"""One transaction's hearing: each line becomes a turn, its effects are written down."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.known import Known
from bot.markup import plain
from bot.outbox import Outbox
from bot.platforms import Delivery, Event, Utterance
from bot.vocabulary import Vocabulary
from bot.words import Words
from handlers.binding import drafts_of, promised, resume, say, say_continued
from handlers.rights import NotMember
from handlers.routing import Router
from handlers.turn import Also, Card, Later, Never, Say, Says, Tell, Turn, Undo, wire_arg
from models.assembly import Assembly, Chat
from models.base import Refused
from models.chat import come_back
from models.line import PATIENCE, Heard, Promise, Step
from models.person import Account, Person
from models.phrase import Command, Phrase


def fresh_token() -> str:
    """A code nobody can guess."""
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True)
class House:
    """What every hearing needs: composed once, at start."""

    router: Router
    words: Words
    vocabulary: Vocabulary
    language: str
    zone: str
    open: bool = True
    emergency: str = "112"
    token: Callable[[], str] = fresh_token
    numbered: frozenset[str] = frozenset()
    """Platforms on which a number presses a button."""
    first: frozenset[str] = frozenset()
    """Platforms on which a bot may write first to a person."""


class Hearing:
    """Takes lines in turn; `finish` writes letters and what was heard."""

    def __init__(self, session: Session, house: House, now: datetime, first: int) -> None:
        self._session, self._house, self._now = session, house, now
        self.known = Known(session, house.router, now)
        self.outbox = Outbox(
            session, house.words, house.router, now, ordinal=first, first=house.first
        )
        self._heard: list[dict[str, object]] = []
        self._steps: dict[int, tuple[Person, str]] = {}

    def prefetch(self, delivery: Delivery, *, known_heard: bool = False) -> None:
        """Fetch what the delivery names."""
        if delivery.lines:
            with self._session.no_autoflush:
                self.known.fetch(delivery)
        if known_heard:
            self.known.heard.clear()

    def take(self, line: Utterance | Event) -> None:
        """Hear one line, unless it was heard before."""
        if line.ref in self.known.heard:
            return
        self.known.heard.add(line.ref)
        self._heard.append({"platform": line.place.platform, "ref": line.ref, "at": self._now})
        if isinstance(line, Event):
            self._event(line)
        else:
            self._utterance(line)

    def finish(self) -> bool:
        """Write everything; whether anything was said."""
        said = self.outbox.flush()
        self._write_steps()
        if self._heard:
            self._session.execute(insert(Heard), self._heard)
        return said

    def apologise(self, line: Utterance) -> None:
        """Tell the speaker that their line broke."""
        turn = self._turn(line)
        self.outbox.say(turn, Tell("something-broke"))

    def due(self, limit: int) -> list[Promise]:
        """Promises that are due, the oldest first."""
        query = select(Promise).where(Promise.due_at <= self._now)
        return list(self._session.scalars(query.order_by(Promise.due_at, Promise.id).limit(limit)))

    def keep(self, promise: Promise) -> None:
        """Say a promised line and strike it out."""
        person = self._session.get(Person, promise.person_id) if promise.person_id else None
        turn = self._clock_turn(person, promise)
        self._session.delete(promise)
        self._session.flush()
        try:
            self._effects(turn, promised(self._house.router, turn, promise.command, promise.args))
        except Refused:
            return

    def _event(self, event: Event) -> None:
        account = None
        if event.about is not None:
            account = self.known.account(
                event.place.platform, event.about, self._hint(event.about.language)
            )
        elif event.place.private:
            return
        turn = self._new_turn(event.place, account, private=event.place.private)
        turn.detail = event.detail
        self._run(turn, promised(self._house.router, turn, event.name, {}))
        if event.name == "moved":
            self.known.moved(event.place.platform, event.place.chat, event.detail)

    def _utterance(self, line: Utterance) -> None:
        turn = self._turn(line)
        if _unwelcome(turn):
            return
        if turn.chat is not None and turn.chat.gone:
            come_back(self._session, turn.chat, self._now)
        self._run(turn, self._what(turn, line))
        if turn.press:
            self.outbox.end_press(turn)

    def _turn(self, line: Utterance) -> Turn:
        speaker = line.speaker
        account = self.known.account(line.place.platform, speaker, self._hint(speaker.language))
        turn = self._new_turn(line.place, account, private=line.place.private)
        turn.pressed, turn.press = line.pressed or bool(line.label), line.press
        turn.message, turn.reply_to, turn.quoted = line.message, line.reply_to, line.quoted
        turn.mentions = {
            written: self.known.account(line.place.platform, meant, "")
            if meant.account
            else meant.username.lower()
            for written, meant in line.mentions.items()
        }
        return turn

    def _new_turn(self, place: object, account: Account | None, *, private: bool) -> Turn:
        house = self._house
        chat = self.known.chat(place, account)  # type: ignore[arg-type]
        person = account.person if account is not None else Person(name="")
        if private and account is not None:
            self._session.add(person)
            self._session.add(account)
            account.seen_at = self._now
        memberships = self.known.memberships(person)
        assembly = None if private else chat.assembly
        if assembly is not None and assembly.closed_at:
            assembly = None
        home = assembly or (memberships[0].assembly if memberships else None)
        language, zone = self._reads(person, chat, home, private=private)
        turn = Turn(
            session=self._session,
            now=self._now,
            person=person,
            chat=chat,
            account=account,
            memberships=memberships,
            assembly=assembly,
            language=language,
            zone=zone,
            open=house.open,
            emergency=house.emergency,
            default_language=house.language,
            default_zone=house.zone,
            languages=house.words.languages,
        )
        turn.topic = place.topic if place.topic != chat.topic else ""  # type: ignore[attr-defined]
        turn.router, turn.token = house.router, house.token
        turn.plain = lambda phrase: self._plain(turn, phrase)
        return turn

    def _reads(
        self, person: Person, chat: Chat, home: Assembly | None, *, private: bool
    ) -> tuple[str, str]:
        house = self._house
        zone = home.zone if home else house.zone
        if private:
            own = person.language or (home.language if home else house.language)
            return own, person.zone or zone
        return chat.language or (home.language if home else house.language), zone

    def _clock_turn(self, person: Person | None, promise: Promise) -> Turn:
        house = self._house
        turn = Turn(
            session=self._session,
            now=self._now,
            person=person or Person(name=""),
            chat=None,
            account=None,
            language=house.language,
            zone=house.zone,
            clock=True,
            late=self._now - promise.due_at,
            default_language=house.language,
            default_zone=house.zone,
            emergency=house.emergency,
        )
        turn.router, turn.token = house.router, house.token
        turn.plain = lambda phrase: self._plain(turn, phrase)
        return turn

    def _plain(self, turn: Turn, phrase: Phrase) -> str:
        words = self._house.words
        return plain(words.say(phrase, language=turn.language, zone=turn.zone, now=self._now))

    def _hint(self, language: str) -> str:
        """The platform's hint, if it is a language that we speak."""
        short = language.replace("_", "-").lower().partition("-")[0]
        return short if short in self._house.words.languages else ""

    def _what(self, turn: Turn, line: Utterance) -> Says:
        """The line that was meant: typed, pressed, answered, or plain words."""
        text, router = line.text.strip(), self._house.router
        if line.label:
            yield from self._reaction(turn, line)
        elif text.startswith("/"):
            yield from self._command(turn, text, wired=line.pressed)
        elif (letter_line := self._number(turn, line)) is not None:
            yield from self._command(turn, letter_line, wired=True)
        elif (answered := self._answered(turn, line)) is not None:
            yield from self._continue(turn, answered, text)
        elif turn.private and router.otherwise is not None:
            if text:
                yield from router.otherwise(turn, text)
        elif text and not line.reply_to and not text.isdecimal():
            yield from self._command(turn, "/help", wired=False)

    def _command(self, turn: Turn, text: str, *, wired: bool) -> Says:
        head, _, rest = text[1:].partition(" ")
        if not wired and "\n" in head:
            head, _, rest = text[1:].partition("\n")
        vocabulary, router = self._house.vocabulary, self._house.router
        if not wired:
            self._write_steps()
        name = head if wired else vocabulary.find(head, turn.language, turn.person.language)
        command = router.commands.get(name)
        if command is None or not command.who.by_person or (command.hidden and not wired):
            if wired:
                raise Refused("button-old")
            raise self._unknown(turn, head)
        yield from say(router, turn, name, rest, wired=wired)

    def _unknown(self, turn: Turn, typed: str) -> Refused:
        if not turn.private and turn.assembly is None:
            return Refused("refused-not-founded")
        near = self._house.vocabulary.near(typed, turn.language)
        if near is None:
            return Refused("refused-unknown-command", typed=f"/{typed}", command=Command("help"))
        return Refused("refused-did-you-mean", typed=f"/{typed}", command=Command(near))

    def _reaction(self, turn: Turn, line: Utterance) -> Says:
        assert turn.chat is not None
        letter = self.known.letter(turn.chat, line.message)
        pressed = pressed_line(letter.keys if letter else "", line.label)
        if pressed is None:
            return
        if line.text == "undo":
            name, _, args = pressed[1:].partition(" ")
            command = self._house.router.commands.get(name)
            if command is None or not command.withdrawn:
                return
            pressed = f"/{command.withdrawn} {args}"
        yield from self._command(turn, pressed, wired=True)

    def _number(self, turn: Turn, line: Utterance) -> str | None:
        """The button meant by its number, on platforms that have none to press."""
        text = line.text.strip()
        if line.place.platform not in self._house.numbered or not text.isdecimal():
            return None
        assert turn.chat is not None
        letter = self.known.letter(turn.chat, line.reply_to) if line.reply_to else None
        if letter is None and not line.reply_to:
            letter = self.known.newest_with_keys(turn.chat)
        keys = json.loads(letter.keys or "[]") if letter else []
        number = int(text) if len(text) < 4 else 0
        if not 1 <= number <= len(keys):
            return None
        turn.pressed = True
        return line_of(keys[number - 1])

    def _answered(self, turn: Turn, line: Utterance) -> str | None:
        """The wire form that plain words continue: of the letter replied to, or a question."""
        assert turn.chat is not None
        if line.reply_to:
            letter = self.known.letter(turn.chat, line.reply_to)
            return letter.answer if letter and letter.answer else None
        drafts = drafts_of(turn) if turn.private else []
        return f"/answer {drafts[0].id}" if drafts else None

    def _continue(self, turn: Turn, answered: str, text: str) -> Says:
        name, _, args = answered[1:].partition(" ")
        if name != "answer":
            yield from say_continued(self._house.router, turn, name, args, text)
            return
        draft = next((d for d in drafts_of(turn) if str(d.id) == args), None)
        if draft is None:
            raise Refused("half-said-expired")
        yield from resume(self._house.router, turn, draft, text, wired=False)

    def _run(self, turn: Turn, says: Says) -> None:
        try:
            self._effects(turn, says)
        except NotMember as stranger:
            door = f"join_{stranger.assembly.door}" if stranger.assembly.door else ""
            self.outbox.say(turn, Tell(stranger.phrase, door=door))
        except Refused as refused:
            self.outbox.say(turn, Tell(refused.phrase))

    def _effects(self, turn: Turn, says: Says) -> None:
        for said in says:
            if isinstance(said, Say):
                self.outbox.say(turn, said)
            elif isinstance(said, Card):
                self.outbox.card(turn, said)
            elif isinstance(said, Later):
                self._promise(said)
            elif isinstance(said, Never):
                self._strike(said.key)
            elif isinstance(said, Undo):
                self._steps[id(turn.person)] = (turn.person, said.line)
            elif isinstance(said, Also):
                again = replace(turn)
                self._effects(again, self._command(again, said.line, wired=True))

    def _promise(self, later: Later) -> None:
        args = {name: wire_arg(arg) for name, arg in later.args.items()}
        self._session.flush()
        if later.key is not None:
            known = self._session.scalars(select(Promise).where(Promise.key == later.key)).first()
            if known is not None:
                known.due_at, known.command, known.args = later.at, later.command, args
                return
        behalf = later.behalf.id if later.behalf is not None else None
        self._session.add(
            Promise(
                due_at=later.at,
                command=later.command,
                args=args,
                key=later.key,
                person_id=behalf,
                tries=0,
            )
        )

    def _strike(self, key: str) -> None:
        for known in self._session.scalars(select(Promise).where(Promise.key == key)):
            self._session.delete(known)

    def _write_steps(self) -> None:
        """Each person's last step replaces the one before; in two queries for all of them."""
        if not self._steps:
            return
        self._session.flush()
        people = {person.id: line for person, line in self._steps.values()}
        self._session.execute(
            delete(Step).where(Step.person_id.in_(people)),
            execution_options={"synchronize_session": False},
        )
        expires = self._now + PATIENCE
        self._session.execute(
            insert(Step),
            [
                {"person_id": person, "undo": line, "expires_at": expires}
                for person, line in people.items()
            ],
        )
        self._steps.clear()


def _unwelcome(turn: Turn) -> bool:
    """An instance that is not open is silent in groups to which nobody it knows brought it."""
    if turn.open or turn.private or turn.memberships or turn.assembly is not None:
        return False
    return turn.chat is None or not turn.chat.greeted


def pressed_line(keys: str, label: str) -> str | None:
    """The line of the button with this label."""
    for key in json.loads(keys or "[]"):
        if key["label"].strip() == label.strip():
            return line_of(key)
    return None


def line_of(key: Mapping[str, str]) -> str:
    """What a button says: its line, or the opening of the private chat."""
    return key.get("line") or f"/start {key.get('door', '')}"
