"""Letters out: in order within a chat, at each platform's pace, until they arrive or expire."""

from __future__ import annotations

import asyncio
import base64
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from bot.markup import load
from bot.platforms import (
    Delivery,
    Event,
    Gone,
    Key,
    Kind,
    Lost,
    Moved,
    Outgoing,
    Place,
    Platform,
    Speaker,
    TryLater,
)
from bot.store import Store
from models.assembly import Chat
from models.post import Letter, State

log = structlog.get_logger()
BATCH = 300
MAX_TRIES = 20
FIRST_RETRY = timedelta(seconds=2)
LAST_RETRY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Errand:
    """A letter taken from the database, with the version that is being said."""

    letter_id: int
    version: int
    chat_id: int
    place: Place
    account: str
    kind: str
    outgoing: Outgoing
    tries: int


class Courier:
    """Carries due letters; one at a time in a chat, toasts out of turn."""

    def __init__(
        self,
        store: Store,
        platforms: Mapping[str, Platform],
        now: Callable[[], datetime],
        hear: Callable[[Delivery], Awaitable[None]],
    ) -> None:
        self._store, self._platforms, self._now, self._hear = store, platforms, now, hear
        self._wake = asyncio.Event()
        self._busy: set[int] = set()
        self._toasts: set[int] = set()
        self._edited: dict[int, datetime] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """There may be letters."""
        self._wake.set()

    async def run(self) -> None:
        """Carry letters until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self._round()
                wait = await self._store.run(self._next_due)
            except Exception as broken:
                log.error("letters wait, the store is out of order", reason=type(broken).__name__)
                wait = 1.0
            try:
                await asyncio.wait_for(self._wake.wait(), wait)
            except TimeoutError:
                continue

    async def drain(self) -> None:
        """Carry everything that is due now."""
        while await self._round():
            while self._tasks:
                await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Let what is on its way arrive."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=3)

    async def _round(self) -> int:
        errands = await self._store.run(self._fetch)
        chats: dict[int, list[Errand]] = defaultdict(list)
        for errand in errands:
            if errand.kind == Kind.TOAST:
                self._toasts.add(errand.letter_id)
                self._start(self._carry_toast(errand))
            else:
                chats[errand.chat_id].append(errand)
        for chat_id, waiting in chats.items():
            self._busy.add(chat_id)
            self._start(self._carry_chat(chat_id, waiting))
        return len(errands)

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry_toast(self, errand: Errand) -> None:
        try:
            await self._carry(errand)
        finally:
            self._toasts.discard(errand.letter_id)

    async def _carry_chat(self, chat_id: int, errands: list[Errand]) -> None:
        try:
            await self._carry_all(errands)
        finally:
            self._busy.discard(chat_id)
            self._wake.set()

    async def _carry_all(self, errands: list[Errand]) -> None:
        for errand in errands:
            if not await self._carry(errand):
                return

    async def _carry(self, errand: Errand) -> bool:
        """Say one letter; False when the rest of the chat must wait."""
        pace = self._pace(errand)
        if pace > self._now():
            await self._store.run(self._postpone, errand, pace, False)
            return True
        platform = self._platforms[errand.place.platform]
        try:
            ref = await platform.say(errand.place, errand.outgoing)
        except TryLater as later:
            wait = max(timedelta(seconds=later.wait), timedelta(milliseconds=50))
            await self._store.run(self._postpone, errand, self._now() + wait, False)
            return errand.kind == Kind.TOAST
        except Lost:
            await self._store.run(self._lose, errand)
            return True
        except (Gone, Moved) as news:
            await self._tell(errand, news)
            return False
        except Exception as broken:
            log.error("letter not said", letter=errand.letter_id, reason=type(broken).__name__)
            wait = min(FIRST_RETRY * 2**errand.tries, LAST_RETRY)
            await self._store.run(self._postpone, errand, self._now() + wait, True)
            return True
        if errand.outgoing.kind is Kind.EDIT:
            self._edited[errand.chat_id] = self._now()
        await self._store.run(self._said, errand, ref)
        return True

    def _pace(self, errand: Errand) -> datetime:
        """When the next edit may happen in a chat."""
        last = self._edited.get(errand.chat_id)
        if errand.outgoing.kind is not Kind.EDIT or last is None:
            return self._now()
        return last + timedelta(seconds=self._platforms[errand.place.platform].edit_pace)

    async def _tell(self, errand: Errand, news: Gone | Moved) -> None:
        """What became of a letter comes back as a line of the platform."""
        place, about = errand.place, None
        if isinstance(news, Moved):
            name, detail = "moved", news.chat
        else:
            name, detail = ("blocked" if place.private else "removed"), ""
        if place.private:
            about = Speaker(errand.account, "")
        ref = f"{name}:{errand.letter_id}.{errand.version}.{errand.tries}"
        event = Event(ref, place, name, about, detail)  # type: ignore[arg-type]
        if isinstance(news, Gone):
            await self._store.run(self._park, errand)
        await self._hear(Delivery(place.platform, (event,)))

    def _fetch(self) -> list[Errand]:
        now = self._now()
        with self._store.session() as session, session.begin():
            self._expire(session, now)
            query = (
                select(Letter)
                .join(Chat)
                .where(
                    Letter.state == State.DUE,
                    Letter.not_before <= now,
                    Chat.platform.in_(self._platforms),
                )
                .order_by(Letter.priority, Letter.ordinal)
                .limit(BATCH)
            )
            if self._busy:
                query = query.where(
                    or_(Letter.chat_id.not_in(self._busy), Letter.kind == Kind.TOAST)
                )
            if self._toasts:
                query = query.where(Letter.id.not_in(self._toasts))
            letters = list(session.scalars(query))
            letters.sort(key=lambda letter: (letter.priority > 0, letter.ordinal))
            return [self._errand(letter) for letter in letters]

    def _expire(self, session: Session, now: datetime) -> None:
        session.execute(
            update(Letter)
            .where(Letter.state == State.DUE, Letter.expires_at < now, Letter.not_before <= now)
            .values(state=State.DROPPED),
            execution_options={"synchronize_session": False},
        )

    def _next_due(self) -> float:
        with self._store.session() as session:
            query = select(Letter.not_before).where(Letter.state == State.DUE)
            if self._busy:
                query = query.where(Letter.chat_id.not_in(self._busy))
            if self._toasts:
                query = query.where(Letter.id.not_in(self._toasts))
            soonest = session.scalars(query.order_by(Letter.not_before).limit(1)).first()
        if soonest is None:
            return 60.0
        return min(60.0, max(0.0, (soonest - self._now()).total_seconds()))

    @staticmethod
    def _errand(letter: Letter) -> Errand:
        chat, extra = letter.chat, letter.extra
        account = chat.account.ref if chat.account else ""
        kind = Kind.EDIT if letter.ref and letter.kind == Kind.MESSAGE else Kind(letter.kind)
        outgoing = Outgoing(
            id=f"{letter.id}.{letter.version}",
            kind=kind,
            text=load(json.loads(letter.body or "[]")),
            keys=tuple(Key(**key) for key in json.loads(letter.keys or "[]")),
            ref=letter.ref,
            reply_to=letter.reply_to,
            ask=extra.get("ask", False),
            silent=extra.get("silent", False),
            press=letter.press,
            door=extra.get("door", ""),
            quiet=extra.get("quiet", False),
            deed=extra.get("deed", ""),
            seed=extra.get("seed", True),
            file=base64.b64decode(letter.file) if letter.file else b"",
            file_name=extra.get("file_name", ""),
        )
        place = Place(chat.platform, chat.ref, chat.topic, chat.private, chat.title)
        return Errand(
            letter.id, letter.version, chat.id, place, account, letter.kind, outgoing, letter.tries
        )

    def _said(self, errand: Errand, ref: str) -> None:
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is None:
                return
            letter.ref = ref or letter.ref
            letter.tries = 0
            letter.said_at = self._now()
            if letter.version == errand.version:
                letter.state = State.SAID

    def _postpone(self, errand: Errand, until: datetime, failed: bool) -> None:
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is None:
                return
            letter.state, letter.not_before = State.DUE, until
            if failed:
                letter.tries += 1
            if letter.tries > MAX_TRIES:
                letter.state = State.DROPPED
                log.error("letter given up", letter=letter.id)

    def _lose(self, errand: Errand) -> None:
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is not None:
                letter.ref, letter.state = "", State.DUE

    def _park(self, errand: Errand) -> None:
        with self._store.session() as session, session.begin():
            session.execute(
                update(Letter)
                .where(Letter.chat_id == errand.chat_id, Letter.state == State.DUE)
                .values(state=State.PARKED),
                execution_options={"synchronize_session": False},
            )
