"""What one delivery promises and what it lets be taken back, written in a few queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.store import UNSEEN, upsert
from handlers.steps import Stepped
from handlers.turn import Later, Turn, wire_arg
from models.line import PATIENCE, Promise, Step


class Promises:
    """Collects promises and steps; `write` puts them down."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session, self._now = session, now
        self._keyed: dict[str, Later | None] = {}
        self._plain: list[Later] = []
        self._steps: dict[int, tuple[Turn, Stepped]] = {}

    def later(self, promise: Later) -> None:
        """Promise a line; with a key, in place of what was promised under it."""
        if promise.key is None:
            self._plain.append(promise)
        else:
            self._keyed[promise.key] = promise

    def never(self, key: str) -> None:
        """Take a promise back."""
        self._keyed[key] = None

    def step(self, turn: Turn, step: Stepped) -> None:
        """Remember a person's last step."""
        self._steps[id(turn.person)] = (turn, step)

    def due(self, limit: int) -> Sequence[Promise]:
        """The promises that are due, the oldest first."""
        query = select(Promise).where(Promise.due_at <= self._now)
        return self._session.scalars(query.order_by(Promise.due_at, Promise.id).limit(limit)).all()

    def strike(self, promises: Sequence[Promise]) -> list[Promise]:
        """Strike promises out; those are left that nobody has moved or taken back meanwhile."""
        for promise in promises:
            self._session.expunge(promise)
        if not promises:
            return []
        ids = [promise.id for promise in promises]
        still = delete(Promise).where(Promise.id.in_(ids), Promise.due_at <= self._now)
        struck = set(self._session.scalars(still.returning(Promise.id), execution_options=UNSEEN))
        return [promise for promise in promises if promise.id in struck]

    def write(self) -> None:
        """Write what was promised; objects named in promises get their ids first."""
        if not (self._keyed or self._plain or self._steps):
            return
        self._session.flush()
        self._write_promises()
        self.write_steps()

    def _write_promises(self) -> None:
        fresh = list(self._plain)
        known: dict[str | None, Promise] = {}
        if self._keyed:
            query = select(Promise).where(Promise.key.in_(self._keyed))
            known = {promise.key: promise for promise in self._session.scalars(query)}
        for key, later in self._keyed.items():
            old = known.get(key)
            if old is None and later is not None:
                fresh.append(later)
            elif old is not None and later is not None:
                args = {name: wire_arg(arg) for name, arg in later.args.items()}
                old.due_at, old.command, old.args = later.at, later.command, args
            elif old is not None:
                self._session.delete(old)
        if fresh:
            # Rows and not objects: a council promises a thousand lines at once.
            self._session.execute(insert(Promise), [_row(later) for later in fresh])
        self._keyed.clear()
        self._plain.clear()

    def write_steps(self) -> None:
        """Each person's last step replaces the one before, in one query for all of them."""
        if not self._steps:
            return
        self._session.flush()
        # Strangers of whom nothing is kept have no step to take back.
        rows = {
            turn.person.id: self._step(turn, step)
            for turn, step in self._steps.values()
            if turn.person.id is not None
        }
        if rows:
            upsert(self._session, Step, list(rows.values()))
        self._steps.clear()

    def _step(self, turn: Turn, step: Stepped) -> dict[str, Any]:
        assert turn.chat is not None
        return {
            "id": turn.person.id,
            "person_id": turn.person.id,
            "chat_id": turn.chat.id,
            "assembly_id": turn.assembly.id if turn.assembly is not None else None,
            "command": step.command,
            "undo": step.undo,
            "expires_at": self._now + PATIENCE,
            "_words": Step.words.envelope(turn.person.id, step.words),
        }


def _row(later: Later) -> dict[str, Any]:
    return {
        "due_at": later.at,
        "command": later.command,
        "args": {name: wire_arg(arg) for name, arg in later.args.items()},
        "key": later.key,
        "person_id": later.behalf.id if later.behalf is not None else None,
        "tries": 0,
    }
