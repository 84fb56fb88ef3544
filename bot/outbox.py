"""What handlers yield becomes letters: addressed, put into words, written in the transaction."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.markup import dump, join, plain, tame
from bot.platforms import Kind
from bot.words import Words
from handlers.routing import Router
from handlers.turn import Button, Card, Door, Say, Tell, Turn
from models.assembly import Assembly, Chat
from models.base import Base
from models.person import Account, Person
from models.phrase import Phrase
from models.post import Letter, Priority, State

TOAST_LIFE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Order:
    """A Say with the turn it came from and its place in the order of things said."""

    say: Say
    turn: Turn
    ordinal: int


class Outbox:
    """Collects what one delivery says; `flush` writes it in a fixed number of queries."""

    def __init__(
        self,
        session: Session,
        words: Words,
        router: Router,
        now: datetime,
        *,
        ordinal: int,
        first: frozenset[str],
    ) -> None:
        """`ordinal`: the first that is free. `first`: platforms on which a bot may write first."""
        self._session, self._words, self._router, self._now = session, words, router, now
        self._ordinal, self._first = ordinal, first
        self._orders: list[Order] = []
        self._cards: dict[tuple[type[Base], int], tuple[Card, Turn]] = {}
        self._unreached: dict[int, tuple[Chat, set[int]]] = {}
        self._answered: set[str] = set()
        self._chats: dict[int, list[Chat]] = {}
        self._privates: dict[int, Chat] = {}

    @property
    def next_ordinal(self) -> int:
        """The first ordinal that is still free."""
        return self._ordinal

    def say(self, turn: Turn, say: Say) -> None:
        """Take something said; it is addressed when the delivery is done."""
        self._orders.append(Order(say, turn, self._ordinal))
        self._ordinal += 1

    def card(self, turn: Turn, card: Card) -> None:
        """Remember that a card changed: however often, it is drawn once."""
        key = (type(card.entity), id(card.entity))
        known = self._cards.get(key)
        if known is None or not known[0].anew:
            self._cards[key] = (card, turn)

    def flush(self) -> bool:
        """Write all letters; says whether there are any."""
        self._session.flush()
        self._draw()
        self._address_book()
        fresh: list[tuple[Chat, Order]] = []
        for order in self._orders:
            fresh += [(chat, order) for chat in self._chats_of(order)]
        fresh += self._missing()
        self._write(fresh)
        return bool(fresh)

    def _draw(self) -> None:
        by_kind: dict[type[Base], list[tuple[Card, Turn]]] = defaultdict(list)
        for card, turn in self._cards.values():
            by_kind[type(card.entity)].append((card, turn))
        for kind, cards in by_kind.items():
            drawn = self._router.cards[kind]
            if drawn.fetch is not None:
                drawn.fetch(self._session, [card.entity for card, _ in cards])
            for card, turn in cards:
                say = drawn.view(card.entity, turn)
                if say is None:
                    continue
                if card.anew:
                    self._retire(say, turn)
                    say.to = None
                self.say(turn, say)

    def _retire(self, say: Say, turn: Turn) -> None:
        if turn.chat is None:
            return
        query = select(Letter).where(Letter.chat_id == turn.chat.id, Letter.slot == say.slot)
        for old in self._session.scalars(query):
            old.slot = None
            old.keys = "[]"
            old.body = json.dumps(dump(self._sentence(Phrase("card-moved"), turn.chat)))
            old.state, old.version, old.not_before = State.DUE, old.version + 1, self._now
        self._session.flush()

    def _address_book(self) -> None:
        people = {
            person.id
            for order in self._orders
            for person in [order.say.to, order.turn.person if self._in_private(order) else None]
            if isinstance(person, Person) and person.id is not None
        }
        assemblies = {o.say.to.id for o in self._orders if isinstance(o.say.to, Assembly)}
        if people:
            query = (
                select(Chat, Account)
                .join(Account, Chat.account_id == Account.id)
                .where(Account.person_id.in_(people))
                .order_by(Account.seen_at)
            )
            for chat, account in self._session.execute(query):
                if not chat.gone or account.person_id not in self._privates:
                    self._privates[account.person_id] = chat
            self._open(people - self._privates.keys())
        if assemblies:
            for chat in self._session.scalars(
                select(Chat).where(Chat.assembly_id.in_(assemblies)).order_by(Chat.id)
            ):
                assert chat.assembly_id is not None
                self._chats.setdefault(chat.assembly_id, []).append(chat)

    def _open(self, people: set[int]) -> None:
        """Where a bot may write first, a private chat is opened when it is needed."""
        if not people or not self._first:
            return
        query = (
            select(Account)
            .where(Account.person_id.in_(people), Account.platform.in_(self._first))
            .order_by(Account.seen_at)
        )
        for account in self._session.scalars(query):
            chat = Chat(platform=account.platform, ref=account.ref, account=account, topic="")
            self._session.add(chat)
            self._privates[account.person_id] = chat
        self._session.flush()

    @staticmethod
    def _in_private(order: Order) -> bool:
        return isinstance(order.say, Tell) and not order.turn.press

    def _chats_of(self, order: Order) -> list[Chat]:
        say, turn = order.say, order.turn
        if isinstance(say, Tell):
            return self._tell(say, turn)
        if isinstance(say.to, Chat):
            return [say.to]
        if isinstance(say.to, Assembly):
            return self._chats.get(say.to.id, [])
        if isinstance(say.to, Person):
            return self._to_person(say.to, turn)
        return [turn.chat] if turn.chat is not None else []

    def _tell(self, say: Tell, turn: Turn) -> list[Chat]:
        to = say.to if isinstance(say.to, Person) else turn.person
        if to is turn.person and turn.press and turn.chat is not None:
            return [turn.chat]
        if turn.pressed and say.quiet:
            return []
        chat = self._privates.get(to.id) if to.id is not None else None
        if chat is not None and not chat.gone:
            return [chat]
        return [turn.chat] if turn.chat is not None else []

    def _to_person(self, person: Person, turn: Turn) -> list[Chat]:
        chat = self._privates.get(person.id)
        if chat is not None and not chat.gone:
            return [chat]
        for home in self._homes(turn):
            self._unreached.setdefault(home.id, (home, set()))[1].add(person.id)
        return []

    def _homes(self, turn: Turn) -> list[Chat]:
        if turn.chat is not None and not turn.private:
            return [turn.chat]
        if turn.assembly is None:
            return []
        return [chat for chat in turn.assembly.chats if not chat.gone]

    def _missing(self) -> list[tuple[Chat, Order]]:
        found = []
        for chat, people in self._unreached.values():
            say = Say(
                "unreachable",
                to=chat,
                slot="unreachable",
                buttons=[Door(Phrase("label-open-private"), "hello")],
                count=len(people),
            )
            turn = Turn(self._session, self._now, Person(name=""), chat, None)
            found.append((chat, Order(say, turn, self._ordinal)))
            self._ordinal += 1
        return found

    def _write(self, fresh: Iterable[tuple[Chat, Order]]) -> None:
        fresh = list(fresh)
        cards = {(c.id, o.say.slot): (c, o) for c, o in fresh if o.say.slot}
        known: dict[tuple[int, str | None], Letter] = {}
        if cards:
            query = select(Letter).where(
                Letter.chat_id.in_({chat_id for chat_id, _ in cards}),
                Letter.slot.in_({slot for _, slot in cards}),
            )
            known = {
                (letter.chat_id, letter.slot): letter for letter in self._session.scalars(query)
            }
        for chat, order in fresh:
            slot = order.say.slot
            if slot and cards[chat.id, slot][1] is not order:
                continue
            old = known.get((chat.id, slot)) if slot else None
            if old is not None:
                self._rewrite(old, chat, order)
            else:
                self._session.add(self._letter(chat, order))

    def _rewrite(self, old: Letter, chat: Chat, order: Order) -> None:
        old.body, old.keys = self._body(order, chat), self._keys(order, chat)
        old.version += 1
        old.not_before = min(old.not_before, self._now) if old.state is State.DUE else self._now
        old.state, old.tries = State.PARKED if chat.gone else State.DUE, 0
        old.written_at = self._now
        old.extra = _extra(order.say)

    def _letter(self, chat: Chat, order: Order) -> Letter:
        say, turn = order.say, order.turn
        toast = isinstance(say, Tell) and bool(turn.press) and chat is turn.chat
        if toast and turn.press in self._answered:
            toast = False
        if toast:
            self._answered.add(turn.press)
        letter = Letter(
            ordinal=order.ordinal,
            chat=chat,
            kind=_kind(say, toast),
            slot=say.slot,
            priority=_priority(say, turn),
            state=State.PARKED if chat.gone else State.DUE,
            not_before=self._now,
            expires_at=self._now + TOAST_LIFE if toast else say.until,
            written_at=self._now,
            version=1,
            ref=turn.message if say.deed else "",
            tries=0,
            reply_to=_reply_to(say, turn, chat),
            press=turn.press if toast else "",
            answer=say.answer,
            extra=_extra(say),
        )
        letter.body, letter.keys = self._body(order, chat), self._keys(order, chat)
        if say.file:
            letter.file = base64.b64encode(say.file).decode()
        return letter

    def end_press(self, turn: Turn) -> None:
        """A press is always answered, if only to end the waiting."""
        told = any(
            o.turn is turn and isinstance(o.say, Tell) and o.say.to in {None, turn.person}
            for o in self._orders
        )
        if turn.press and not told:
            self.say(turn, Tell(quiet=True))

    def _body(self, order: Order, chat: Chat) -> str:
        lines = [self._sentence(line, chat, order.turn) for line in order.say.lines]
        return json.dumps(dump(join(lines, "\n")), ensure_ascii=False, separators=(",", ":"))

    def _keys(self, order: Order, chat: Chat) -> str:
        if not order.say.buttons:
            return ""
        keys: list[dict[str, str]] = []
        for button in order.say.buttons:
            label = self._label(button, chat, order.turn)
            line = {"line": button.line} if isinstance(button, Button) else {"door": button.payload}
            keys.append({"label": label, **line})
        return json.dumps(keys, ensure_ascii=False)

    def _label(self, button: Button | Door, chat: Chat, turn: Turn) -> str:
        if isinstance(button.label, Phrase):
            return plain(self._sentence(button.label, chat, turn))
        return tame(button.label, 60)

    def _sentence(self, phrase: Phrase, chat: Chat, turn: Turn | None = None) -> Any:
        language, zone = reads(chat, turn)
        return self._words.say(phrase, language=language, zone=zone, now=self._now)


def reads(chat: Chat, turn: Turn | None) -> tuple[str, str]:
    """Language and zone of those who read a chat."""
    fallback = (turn.default_language, turn.default_zone) if turn else ("en", "UTC")
    if chat.account is not None:
        person = chat.account.person
        mine = turn is not None and turn.person is person
        language = person.language or (turn.language if turn and mine else "") or fallback[0]
        return language, person.zone or (turn.zone if turn else "") or fallback[1]
    if chat.assembly is not None:
        return chat.language or chat.assembly.language, chat.assembly.zone
    return chat.language or (turn.language if turn else "") or fallback[0], fallback[1]


def _kind(say: Say, toast: bool) -> Kind:
    if toast:
        return Kind.TOAST
    if say.deed:
        return Kind.DEED
    return Kind.FILE if say.file else Kind.MESSAGE


def _priority(say: Say, turn: Turn) -> Priority:
    if say.priority is not None:
        return say.priority
    if say.slot:
        return Priority.CARD
    return Priority.REMINDER if turn.clock else Priority.ANSWER


def _reply_to(say: Say, turn: Turn, chat: Chat) -> str:
    answers = isinstance(say, Tell) or say.ask
    if answers and chat is turn.chat and not chat.private and not turn.pressed:
        return turn.message
    return ""


def _extra(say: Say) -> dict[str, Any]:
    marks = {
        "ask": say.ask, "silent": say.silent, "quiet": say.quiet, "door": say.door,
        "deed": say.deed, "seed": None if say.seed else False, "file_name": say.file_name,
    }  # fmt: skip
    return {
        name: mark for name, mark in marks.items() if mark or (mark is False and name == "seed")
    }
