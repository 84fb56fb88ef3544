"""Letters as the database keeps them: what is due, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.due import firsts, past, toasts
from bot.making import Wish, load_wish
from bot.markup import Markup, dump, load
from bot.platforms import Key, Kind, Outgoing, Place, Poll
from bot.store import Store
from models.assembly import Chat
from models.post import Letter, State

log = structlog.get_logger()
MAX_TRIES = 150
"""At the courier's pace a day of them: as long as Telegram keeps what is said to the bot."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A letter taken from the database, with the version that is being said."""

    letter_id: int
    version: int
    chat_id: int
    place: Place
    account: str
    """Whose private chat it is; empty for a group."""
    outgoing: Outgoing
    tries: int
    expires_at: datetime | None = None
    """After this it is no longer worth saying."""
    wish: Wish | None = None
    """The file that is still to be made for it."""

    @property
    def toast(self) -> bool:
        """It answers a press, and waits for no other letter."""
        return self.outgoing.kind is Kind.TOAST


class Mailbag:
    """Reads and writes letters; every method runs in the database thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def due(
        self,
        now: datetime,
        free: Mapping[str, int],
        waiting: Collection[int] = (),
        under_way: Collection[int] = (),
    ) -> list[Errand]:
        """Of each chat the letter that comes first, the most urgent chats first; and all toasts.

        `free`: how many chats each platform still takes. Nothing for `waiting` chats but toasts.
        """
        with self._store.session() as session, session.begin():
            while True:
                ids = toasts(session, now, free, under_way) + firsts(session, now, free, waiting)
                letters = _letters(session, ids)
                late = [letter for letter in letters if past(letter.expires_at, now)]
                for letter in late:
                    letter.state = State.DROPPED
                if len(late) == len(letters) > 0:
                    continue
                return [_errand(letter) for letter in letters if letter not in late]

    def next_due(
        self, platforms: Collection[str], waiting: Collection[int], under_way: Collection[int]
    ) -> datetime | None:
        """When the next letter is due on some platforms."""
        with self._store.session() as session:
            query = select(func.min(Letter.not_before)).join(Chat)
            return session.scalars(
                query.where(
                    Letter.state == State.DUE,
                    Chat.platform.in_(platforms),
                    Letter.chat_id.not_in(waiting),
                    Letter.id.not_in(under_way),
                )
            ).one()

    def stands(self, errand: Errand, ref: str) -> None:
        """Its message can be pressed and answered, though it is not whole yet."""
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is not None:
                _refer(letter, ref)

    def said(self, errand: Errand, ref: str, now: datetime) -> None:
        """It arrived; a newer version stays due."""
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is None:
                return
            _refer(letter, ref)
            letter.tries = 0
            letter.said_at = now
            if letter.version == errand.version:
                letter.state = State.SAID

    def postpone(self, errand: Errand, until: datetime, *, failed: bool = False) -> None:
        """It is to be said later; after many failures it is given up."""
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is None:
                return
            letter.not_before = until
            letter.tries += failed
            if letter.tries > MAX_TRIES:
                letter.state = State.DROPPED
                log.error("letter given up", letter=letter.id)

    def drop(self, errand: Errand) -> None:
        """It is no longer worth saying, unless it was rewritten meanwhile."""
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is not None and letter.version == errand.version:
                letter.state = State.DROPPED

    def lose(self, errand: Errand) -> None:
        """The message to edit is gone: it will be said anew."""
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is not None:
                letter.ref = ""

    def apologise(self, errand: Errand, words: Markup) -> None:
        """There will be no file: this is said in its place."""
        with self._store.session() as session, session.begin():
            letter = session.get(Letter, errand.letter_id)
            if letter is not None:
                letter.kind, letter.tries, letter.keys = Kind.MESSAGE, 0, ""
                letter.body = json.dumps(dump(words), ensure_ascii=False)
                letter.extra = {n: v for n, v in letter.extra.items() if n != "file"}


def _refer(letter: Letter, ref: str) -> None:
    message, _, poll = ref.partition(" ")
    letter.ref, letter.poll = message or letter.ref, poll or letter.poll


def _letters(session: Session, ids: Sequence[int]) -> list[Letter]:
    found = {
        letter.id: letter for letter in session.scalars(select(Letter).where(Letter.id.in_(ids)))
    }
    return [found[number] for number in ids]


def _errand(letter: Letter) -> Errand:
    chat, extra = letter.chat, letter.extra
    account = chat.account.ref if chat.account else ""
    place = Place(chat.platform, chat.ref, chat.topic, chat.private, chat.title)
    # One that stands and is not whole yet is said again as it was.
    whole = bool(letter.ref) and letter.said_at is not None
    kind = Kind.EDIT if whole and letter.kind == Kind.MESSAGE else Kind(letter.kind)
    outgoing = Outgoing(
        # Not to be said twice if it was said, was rewritten, and a crash came between.
        id=str(letter.id) if kind is Kind.MESSAGE else f"{letter.id}.{letter.version}",
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
        card=letter.slot is not None,
        version=letter.version,
        hint=extra.get("hint", ""),
        poll=_poll(letter),
    )
    wish = load_wish(extra["file"], letter.written_at) if "file" in extra else None
    errand = Errand(letter.id, letter.version, chat.id, place, account, outgoing, letter.tries)
    return replace(errand, expires_at=letter.expires_at, wish=wish)


def _poll(letter: Letter) -> Poll | None:
    known = letter.extra.get("poll")
    if known is None or (letter.ref and not letter.poll):
        return None
    question, answers = json.loads(letter.asked or '["", []]')
    return Poll(question, tuple(answers), known["most"], known["closed"])
