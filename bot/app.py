"""Hearing: a delivery in, one transaction."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

import structlog
from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError

from bot.fleeting import Passing, Standing
from bot.hearing import HalfDone, Hearing, Parted
from bot.house import House
from bot.logs import where_of
from bot.platforms import Delivery, Event, Utterance
from bot.store import Noting, Store, upsert
from handlers.turn import Tell
from models.base import Refused
from models.line import Bookmark, Heard, Promise, SetAside
from models.post import Letter

log = structlog.get_logger()

TRIES = 5
"""How often a line that breaks is tried before it is set aside."""
NEXT_TRY = timedelta(hours=1)
"""When the clock says again what it always says, after it broke."""
AT_FIRST, MOST = 50, 200
"""How many promised lines are said in one transaction, before it is known how long they take."""
LONG = 0.25
"""Seconds that others wait at most, or nearly so, for the clock."""


class StoreFailed(Exception):
    """The database is out of order: the whole delivery is to be tried again."""


@dataclass(slots=True)
class Ear:
    """Hears deliveries and due promises, in the database thread."""

    store: Store
    house: House
    number: int = 0
    """The first free id of letters."""
    _pace: int = AT_FIRST
    """How many promised lines are said next."""
    _standing: Standing = field(default_factory=Standing)
    _passing: deque[Passing] = field(default_factory=deque)

    def hear(self, delivery: Delivery, now: datetime) -> bool:
        """Hear a delivery in one transaction; whether anything was said.

        A line that breaks is tried alone, five times, then set aside; the rest is heard.
        Raises StoreFailed when the database fails: nothing was changed, nothing set aside.
        """
        try:
            return self._together(delivery, now)
        except HalfDone:
            log.debug("a line was refused half-way, the delivery is heard line by line")
        except Parted:
            pass  # Not a word in the log: it would tell when somebody cast a secret ballot.
        except Exception as broken:
            if _store_failed(broken):
                raise StoreFailed(type(broken).__name__) from broken
            log.warning("delivery broken, heard line by line", reason=type(broken).__name__)
        said = False
        for line in delivery.lines:
            said |= self._alone(delivery.platform, line, now)
        return self._together(Delivery(delivery.platform, (), delivery.bookmark), now) or said

    def _singly(self, delivery: Delivery, now: datetime) -> bool:
        """Hear one line, after the work that it has for a transaction of its own."""
        try:
            return self._together(delivery, now)
        except Parted as parted:
            with self.store.session() as session, session.begin():
                done = parted.work(session)
        return self._together(delivery, now, (done,))

    def take_passing(self) -> list[Passing]:
        """What is to be said now and kept nowhere."""
        return [self._passing.popleft() for _ in range(len(self._passing))]

    def _together(self, delivery: Delivery, now: datetime, apart: tuple[object, ...] = ()) -> bool:
        with self.store.transaction() as session:
            hearing = self._hearing(session, now, apart)
            hearing.prefetch(delivery)
            for line in delivery.lines:
                hearing.take(line)
            said = hearing.finish()
            if delivery.bookmark is not None:
                row = {"platform": delivery.platform, "value": delivery.bookmark}
                upsert(session, Bookmark, [row])
            session.flush()
            self.number = hearing.outbox.next_number
        for passing in hearing.outbox.passing:
            self._standing.put(passing)
        self._passing += hearing.outbox.passing
        return said

    def _alone(self, platform: str, line: Utterance | Event, now: datetime) -> bool:
        for attempt in range(1, TRIES + 1):
            try:
                return self._singly(Delivery(platform, (line,)), now)
            except HalfDone as half:
                return self._answer(platform, line, half.tell, now)
            except Refused as refused:
                return self._answer(platform, line, Tell(refused.phrase), now)
            except Exception as broken:
                if _store_failed(broken):
                    raise StoreFailed(type(broken).__name__) from broken
                if attempt == TRIES:
                    self._set_aside(platform, line, broken, now)
        return False

    def _set_aside(
        self, platform: str, line: Utterance | Event, broken: Exception, now: datetime
    ) -> None:
        where = where_of(broken)
        log.error("line set aside", platform=platform, reason=type(broken).__name__, where=where)
        aside = SetAside(at=now, reason=f"{type(broken).__name__} {where}"[:200])
        aside.line = self._outline(line)
        try:
            self._answer(platform, line, Tell("something-broke"), now, aside)
        except Exception as again:
            if _store_failed(again):
                raise StoreFailed(type(again).__name__) from again
            log.error("its speaker cannot be told", reason=type(again).__name__)
            self._pass_over(platform, line, now)

    def _outline(self, line: Utterance | Event) -> str:
        """What may be kept of a line that is set aside."""
        if isinstance(line, Event):
            return line.name
        head = line.text[1:].split(" ", 1)[0]
        command = self.house.router.commands.get(head)
        # A number stands for a button, of whatever command.
        secret = line.text.strip().isdecimal() or (command is not None and command.unkept)
        # Words in private may be what a secret ballot waits for.
        secret = secret or (line.place.private and not line.text.startswith("/"))
        return "" if secret else line.text

    def _pass_over(self, platform: str, line: Utterance | Event, now: datetime) -> None:
        """Go on without a line of which nothing can be read: no line holds up the others."""
        with self.store.session() as session, session.begin():
            session.add(SetAside(at=now, reason="unreadable"))
            session.merge(Heard(platform=platform, ref=line.ref, at=now))

    def _answer(
        self,
        platform: str,
        line: Utterance | Event,
        tell: Tell,
        now: datetime,
        aside: SetAside | None = None,
    ) -> bool:
        """Hear a line only to tell its speaker something."""
        with self.store.session() as session, session.begin():
            if aside is not None:
                session.add(aside)
            hearing = self._hearing(session, now)
            hearing.prefetch(Delivery(platform, (line,)))
            hearing.answer(line, tell)
            said = hearing.finish()
            self.number = hearing.outbox.next_number
        return said

    def plant(self, now: datetime) -> None:
        """Promise what the clock always says, where it is not promised yet."""
        with self.store.session() as session, session.begin():
            standing = self.house.router.standing
            known = set(session.scalars(select(Promise.key).where(Promise.key.in_(standing))))
            for name in sorted(standing - known):
                session.add(Promise(due_at=now, command=name, args={}, key=name, tries=0))

    def due(self, now: datetime) -> int:
        """Say promised lines that are due, the oldest first; how many there were.

        As many as take no longer than others can wait, as far as the last ones tell.
        """
        began, limit = monotonic(), self._pace
        kept = self._due(now, limit)
        took = monotonic() - began
        if kept < limit:
            self._pace = AT_FIRST
        elif took > LONG:
            self._pace = max(limit // 2, 1)
        elif took < LONG / 2:
            self._pace = min(limit * 2, MOST)
        return kept

    def _due(self, now: datetime, limit: int) -> int:
        try:
            with self.store.transaction() as session:
                hearing = self._hearing(session, now)
                kept = hearing.keep_due(limit)
                hearing.finish()
                self.number = hearing.outbox.next_number
            return kept
        except Exception as broken:
            if _store_failed(broken):
                raise StoreFailed(type(broken).__name__) from broken
            log.warning("promises broken, kept one by one", reason=type(broken).__name__)
        return self._due_alone(now, limit)

    def _due_alone(self, now: datetime, limit: int) -> int:
        with self.store.session() as session:
            query = select(Promise.id).where(Promise.due_at <= now)
            ids = list(session.scalars(query.order_by(Promise.due_at, Promise.id).limit(limit)))
        for promise_id in ids:
            for attempt in range(1, TRIES + 1):
                try:
                    self._keep_alone(promise_id, now)
                    break
                except Exception as broken:
                    if _store_failed(broken):
                        raise StoreFailed(type(broken).__name__) from broken
                    if attempt == TRIES:
                        self._break_promise(promise_id, broken, now)
        return len(ids)

    def _keep_alone(self, promise_id: int, now: datetime) -> None:
        with self.store.transaction() as session:
            promise = session.get(Promise, promise_id)
            if promise is not None:
                hearing = self._hearing(session, now)
                hearing.keep([promise])
                hearing.finish()
                self.number = hearing.outbox.next_number

    def _break_promise(self, promise_id: int, broken: Exception, now: datetime) -> None:
        with self.store.session() as session, session.begin():
            promise = session.get(Promise, promise_id)
            if promise is None:
                return
            where = where_of(broken)
            reason = type(broken).__name__
            log.error("promise set aside", command=promise.command, reason=reason, where=where)
            aside = SetAside(at=now, reason=f"{reason} {where}"[:200])
            aside.line = f"{promise.command} {promise.args}"
            session.add(aside)
            if promise.key in self.house.router.standing:
                promise.due_at = now + NEXT_TRY
            else:
                session.delete(promise)

    def _hearing(self, session: Noting, now: datetime, apart: tuple[object, ...] = ()) -> Hearing:
        if not self.number:
            # A clock that was set back must not give a number twice.
            newest = session.scalar(select(func.max(Letter.id))) or 0
            self.number = max(newest + 1, int(now.timestamp() * 1e6) * 1000)
        return Hearing(
            session, self.house, now, number=self.number, standing=self._standing, apart=apart
        )


def _store_failed(broken: Exception) -> bool:
    """Whether the database is out of order, rather than the line."""
    # SQLite says of a damaged file just that, and of a wrong statement something narrower.
    if isinstance(broken, OperationalError | InterfaceError) or type(broken) is DatabaseError:
        return True
    return isinstance(broken, DBAPIError) and broken.connection_invalidated
