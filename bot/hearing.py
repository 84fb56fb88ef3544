"""One transaction's hearing: each line becomes a turn, its effects are written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.fleeting import Standing
from bot.house import House
from bot.known import Known
from bot.meaning import Meaning
from bot.outbox import Outbox
from bot.platforms import Delivery, Event, Utterance
from bot.promises import Promises
from bot.store import Noting
from bot.turns import Turns
from handlers.binding import promised
from handlers.rights import NotMember
from handlers.routing import Elsewhere
from handlers.steps import Back, Stepped
from handlers.turn import Also, Apart, Card, Fleeting, Later, Never, Say, Says, Tell, Turn
from models.base import Refused
from models.chat import come_back
from models.line import Promise


class HalfDone(Exception):
    """A line was refused after something had changed: it must be undone and refused alone."""

    def __init__(self, tell: Tell) -> None:
        super().__init__("half done")
        self.tell = tell


class Parted(Exception):
    """A line has work for a transaction of its own, before it is heard alone."""

    def __init__(self, work: Callable[[Session], object]) -> None:
        super().__init__("parted")
        self.work = work


class Hearing:
    """Takes lines in turn; `finish` writes letters, promises and what was heard."""

    def __init__(
        self,
        session: Noting,
        house: House,
        now: datetime,
        *,
        number: int,
        standing: Standing,
        apart: tuple[object, ...] = (),
    ) -> None:
        """`number`: the first free id of letters. `apart`: what came of the work done apart."""
        self._apart = apart
        self._session, self._house, self._now = session, house, now
        self._known = Known(session, house.router, now)
        self._turns = Turns(session, house, self._known, now)
        self._meaning = Meaning(house, self._known, standing)
        self._promises = Promises(session, now)
        self.outbox = Outbox(
            session,
            house.words,
            house.router,
            now,
            number=number,
            first=house.first,
            numbered=house.numbered,
            polls=house.polls,
            known=self._known,
        )

    def prefetch(self, delivery: Delivery) -> None:
        """Fetch what the delivery names."""
        if delivery.lines:
            with self._session.no_autoflush:
                self._known.fetch(delivery)

    def take(self, line: Utterance | Event) -> None:
        """Hear one line, unless it was heard before."""
        if not self._hear_of(line):
            return
        if isinstance(line, Event):
            if line.about is not None or not line.place.private:
                turn = self._turns.about(line)
                # What was private may be a group's by now, and that has not moved or shut.
                if turn.private or not line.place.private:
                    self._run(turn, promised(self._house.router, turn, line.name, {}))
            if line.name == "moved":
                self._known.moved(line.place.platform, line.place.chat, line.detail)
            return
        meant = self._known.meant(line)
        if meant is None:
            return
        line = _legible(meant)
        turn = self._turns.of(line)
        turn.apart = next(iter(self._apart), None)
        if _unwelcome(turn):
            return
        if turn.chat is not None and turn.chat.gone:
            come_back(self._session, turn.chat, self._now)
        if not line.pressed:
            self._promises.write()
        self._run(turn, self._meaning.of(turn, line))
        self.outbox.end_press(turn)

    def answer(self, line: Utterance | Event, tell: Tell) -> None:
        """Hear a line only to tell its speaker something, where it must do nothing else."""
        if self._hear_of(line) and isinstance(line, Utterance):
            meant = self._known.meant(line)
            if meant is not None:
                self.outbox.say(self._turns.of(meant), tell)

    def finish(self) -> bool:
        """Write everything; whether anything was said."""
        said = self.outbox.flush()
        self._promises.write()
        return said

    def keep_due(self, limit: int) -> int:
        """Say the promised lines that are due, the oldest first; how many there were."""
        due = self._promises.due(limit)
        self.keep(due)
        return len(due)

    def keep(self, promises: Sequence[Promise]) -> None:
        """Say promised lines and strike them out."""
        people = self._known.fetch_promised(promises)
        # Not before their assemblies are locked: whoever has these moves promises as well.
        for promise in self._promises.strike(promises):
            self._keep(promise, people.get(promise.person_id or 0))

    def _keep(self, promise: Promise, person: object) -> None:
        turn = self._turns.kept(promise, person)  # type: ignore[arg-type]
        try:
            self._effects(turn, promised(self._house.router, turn, promise.command, promise.args))
        except Refused:
            return

    def _hear_of(self, line: Utterance | Event) -> bool:
        if line.ref in self._known.heard:
            return False
        self._known.heard.add(line.ref)
        return True

    def _run(self, turn: Turn, says: Says) -> None:
        if turn.private or (turn.chat is not None and turn.chat.id is None):
            self._session.flush()
        session = self._session
        session.written = False
        try:
            self._effects(turn, says)
        except Refused as refused:
            tell = _refusal(refused, turn)
            if session.written or session.new or session.dirty or session.deleted:
                raise HalfDone(tell) from refused
            self.outbox.say(turn, tell)

    def _effects(self, turn: Turn, says: Says) -> None:
        for said in says:
            if isinstance(said, Fleeting):
                self.outbox.pass_on(turn, said)
            elif isinstance(said, Say):
                self.outbox.say(turn, said)
            elif isinstance(said, Card):
                self.outbox.card(turn, said)
            elif isinstance(said, Later):
                self._promises.later(said)
            elif isinstance(said, Never):
                self._promises.never(said.key)
            elif isinstance(said, Stepped):
                self._promises.step(turn, said)
            elif isinstance(said, Back):
                again = self._turns.back(turn, said.step)
                self._effects(again, self._meaning.back(again, said.step))
            elif isinstance(said, Also):
                again = replace(turn)
                self._effects(again, self._meaning.command(again, said.line, wired=True))
            elif isinstance(said, Apart) and not self._apart:
                raise Parted(said.work)


def _legible(line: Utterance) -> Utterance:
    """Halves of signs and NUL, which no database takes, are left out of what was written."""
    text, quoted = _clean(line.text), _clean(line.quoted)
    if text == line.text and quoted == line.quoted:
        return line
    return replace(line, text=text, quoted=quoted)


def _clean(text: str) -> str:
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode(errors="ignore").decode()


def _unwelcome(turn: Turn) -> bool:
    """An instance that is not open is silent in groups to which nobody it knows brought it."""
    if turn.open or turn.private or turn.memberships or turn.assembly is not None:
        return False
    return turn.chat is None or not turn.chat.greeted


def _refusal(refused: Refused, turn: Turn) -> Tell:
    """What somebody is told whose line was refused; strangers are shown the door they are at."""
    here = turn.chat.assembly if turn.chat is not None else None
    if isinstance(refused, NotMember) and refused.assembly is here and here.open_door:
        return Tell(refused.phrase, door=f"join_{here.open_door}")
    if isinstance(refused, Elsewhere):
        return Tell(refused.phrase, buttons=refused.buttons)
    return Tell(refused.phrase)
