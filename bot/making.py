"""Slow work: a file is made just before it is sent, in a thread and a session of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from typing import Any

import structlog
from sqlalchemy.orm import Session

from bot.drawing import draw, size
from bot.house import House
from bot.logs import where_of
from bot.markup import Markup, plain
from bot.platforms import Outgoing
from bot.store import Store
from bot.words import Words
from handlers.filing import File, Making
from handlers.routing import Maker
from handlers.turn import wire_arg, wired_id, wired_moment
from models.base import Base, Refused
from models.phrase import Phrase, Value
from models.sheet import Sheet

log = structlog.get_logger()
TRIES = 3
"""How often a file is begun that cannot be made."""
PICTURE = ".png"
LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""A file is read for years: its dates have their years, whenever it was made."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A file as it was asked for: all that is kept of it."""

    name: str
    maker: str
    args: Mapping[str, str]
    language: str
    zone: str
    at: datetime


class Unmade(Exception):
    """The file could not be made. With words, it never will: they are said in its place."""

    def __init__(self, words: Markup = ()) -> None:
        super().__init__("not made")
        self.words = words


def dump_wish(file: File, language: str, zone: str) -> dict[str, Any]:
    """What a letter keeps of a file that is to be made: no content, nobody's words."""
    args = {name: wire_arg(arg) for name, arg in file.args.items()}
    named = {"name": file.name, "maker": file.maker, "args": args}
    return {**named, "language": language, "zone": zone}


def load_wish(kept: Mapping[str, Any], at: datetime) -> Wish:
    """What was kept, as of when it was asked for."""
    return Wish(**kept, at=at)


class Workshop:
    """Makes one file after the other; nobody waits for it but who wants the file."""

    def __init__(self, store: Store, house: House) -> None:
        self._store, self._house = store, house
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="workshop")

    async def filled(self, letter: Outgoing, wish: Wish, tries: int) -> Outgoing:
        """The letter with its file, made after `tries` in vain; raises Unmade."""
        try:
            file = await asyncio.get_running_loop().run_in_executor(self._thread, self._make, wish)
        except Refused as refused:
            raise Unmade(self._say(refused.phrase, wish)) from refused
        except Exception as broken:
            if tries + 1 < TRIES:
                raise Unmade from broken
            reason, where = type(broken).__name__, where_of(broken)
            log.error("file not made", maker=wish.maker, reason=reason, where=where)
            raise Unmade(self._say(Phrase("file-unmade"), wish)) from broken
        seen = size(file) if wish.name.endswith(PICTURE) else None
        return replace(letter, file=file, file_name=wish.name, picture=seen)

    def close(self) -> None:
        """Begin nothing more; what is not done is made again after the next start."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _make(self, wish: Wish) -> bytes:
        maker = self._house.router.makers[wish.maker]
        say = partial(_text, self._house.words, wish)
        with self._store.reading() as session:
            made = maker.make(Making(session, wish.at, say), **_read(session, maker, wish))
            if isinstance(made, bytes):
                return made
        return _drawn(made, wish, say)

    def _say(self, phrase: Phrase, wish: Wish) -> Markup:
        words = self._house.words
        return words.say(phrase, language=wish.language, zone=wish.zone, now=wish.at)


def _text(words: Words, wish: Wish, phrase: Phrase) -> str:
    return plain(words.say(phrase, language=wish.language, zone=wish.zone, now=LONG_AGO))


def _drawn(sheet: Sheet, wish: Wish, say: Callable[[Phrase], str]) -> bytes:
    def text(value: Value) -> str:
        return say(Phrase("sheet-words", {"words": value})) if value != "" else ""

    form = "png" if wish.name.endswith(PICTURE) else "pdf"
    return draw(sheet, form, text, language=wish.language, at=wish.at)


def _read(session: Session, maker: Maker, wish: Wish) -> dict[str, Any]:
    return {
        param.name: _arg(session, param.kind, wish.args[param.name])
        for param in maker.params
        if param.name in wish.args
    }


def _arg(session: Session, kind: Any, text: str) -> Any:
    if issubclass(kind, Base):
        found = session.get(kind, wired_id(text))
        if found is None:
            raise Refused("refused-not-there")
        return found
    if issubclass(kind, datetime):
        return wired_moment(text)
    return kind(text) if issubclass(kind, Enum | int | str) else text
