"""Conversations in which an assembly has sent somebody without voting on it.

`sends #wedding> ben` puts Ben into Wedding's only seat, `sends #wedding> cem deputy` Cem beside.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from bot.composing import stage
from bot.platforms.console import Shown
from bot.replay import Stage, replay
from bot.store import Store, keys
from bot.transcript import Spoken
from models.assembly import Chat
from models.base import Base
from models.delegation import send
from models.person import Person
from models.seat import seats_held
from tests.wires import form


class Hall(Stage):
    """A stage from which people can be sent to a council."""

    async def speak(self, spoken: Spoken) -> bool:
        """As ever; but `sends` is nobody's name."""
        if spoken.who != "sends":
            return await super().speak(spoken)
        name, _, rank = spoken.text.partition(" ")
        with self.running.store.session() as session, session.begin():
            chat = session.scalars(select(Chat).filter_by(ref=spoken.room)).one()
            (seat,) = seats_held(session, [chat.assembly_id or 0])
            person = session.scalars(select(Person).filter_by(name=name.title())).one()
            send(session, seat, person, self.time(), deputy=bool(rank))
        return True


async def converse(text: str, folder: Path, language: str) -> tuple[str, set[str]]:
    """What is said in a conversation, and the forms of all buttons that were shown in it."""
    store = Store(f"sqlite:///{folder}/dialog.db", keys(folder))
    Base.metadata.create_all(store.engine)
    halls: list[Hall] = []

    def on(show: Callable[[Shown], None]) -> Stage:
        made = stage(store, show, language=language, zone="Europe/Berlin", strict=True)
        halls.append(Hall(made.running, made.console, made.time, made.language))
        return halls[0]

    told = await replay(text, on)
    store.close()
    shown = [key for keys_ in halls[0].console.keys.values() for _, key in keys_]
    return told, {form(key.line) for key in shown if key.line}
