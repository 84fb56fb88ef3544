"""What handlers yield becomes letters: addressed, put into words, written in the transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from bot.addresses import Addresses
from bot.fleeting import Passing
from bot.known import Known
from bot.penning import Pen
from bot.words import Words
from handlers.routing import Router
from handlers.turn import Card, Door, Say, Tell, Turn
from models.assembly import Chat
from models.base import Base
from models.person import Person
from models.phrase import Phrase
from models.post import Letter

TABLE = Letter.metadata.tables[Letter.__tablename__]
LETTERS = insert(TABLE)
CARDS = select(
    TABLE.c.id,
    TABLE.c.chat_id,
    TABLE.c.slot,
    TABLE.c.version,
    TABLE.c.state,
    TABLE.c.not_before,
    TABLE.c.extra,
    TABLE.c.ref,
    TABLE.c.poll,
).where(
    TABLE.c.chat_id.in_(bindparam("chats", expanding=True)),
    TABLE.c.slot.in_(bindparam("slots", expanding=True)),
)
REWRITTEN = update(TABLE).where(TABLE.c.id == bindparam("letter"))


@dataclass(frozen=True, slots=True)
class Order:
    """A Say with the turn it came from."""

    say: Say
    turn: Turn


class Outbox:
    """Collects what one delivery says; `flush` writes it in a fixed number of queries."""

    def __init__(
        self,
        session: Session,
        words: Words,
        router: Router,
        now: datetime,
        *,
        number: int,
        first: frozenset[str],
        numbered: frozenset[str],
        polls: frozenset[str],
        known: Known,
    ) -> None:
        """`number`: the first free id of letters. `first`: where a bot may write first.

        `numbered`: where buttons are also meant by their number. `polls`: where there are polls.
        """
        self._session, self._router, self._now = session, router, now
        self.next_number = number
        """Letters are numbered in the order in which they are written, which is that of a chat."""
        self._addresses = Addresses(session, first, known)
        self._pen = Pen(words, now, self._addresses.homes, numbered, polls)
        self._orders: list[Order] = []
        self._cards: dict[tuple[type[Base], int], tuple[Card, Turn]] = {}
        self._told: set[str] = set()
        """Presses for which there is an answer."""
        self._toasted: set[str] = set()
        """Presses that were answered by a toast: there is one each."""
        self.passing: list[Passing] = []
        """What is said once the rest is committed."""

    def say(self, turn: Turn, say: Say) -> None:
        """Take something said; it is addressed when the delivery is done."""
        self._orders.append(Order(say, turn))
        if turn.press and isinstance(say, Tell) and say.to in {None, turn.person}:
            self._told.add(turn.press)

    def pass_on(self, turn: Turn, say: Say) -> None:
        """Take something that is kept nowhere; it is said where the line was said."""
        assert turn.chat is not None
        said = self._pen.passing(say, turn, turn.chat, self.next_number)
        self.passing += [replace(passing, answer=say.answer) for passing in said]
        self._told.add(turn.press)

    def card(self, turn: Turn, card: Card) -> None:
        """Remember that a card changed: however often, it is drawn once."""
        key = (type(card.entity), id(card.entity))
        known = self._cards.get(key)
        if known is None or not known[0].anew:
            self._cards[key] = (card, turn)

    def end_press(self, turn: Turn) -> None:
        """A press is always answered, if only to end the waiting."""
        if turn.press and turn.press not in self._told:
            self.say(turn, Tell(quiet=True))

    def flush(self) -> bool:
        """Write all letters; says whether there are any."""
        self._session.flush()
        self._draw()
        self._addresses.look_up([(order.say, order.turn) for order in self._orders])
        said = [
            (chat, order)
            for order in self._orders
            for chat in self._addresses.of(order.say, order.turn)
        ]
        said += self._missing()
        self._write(said)
        return bool(said)

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
                if say is not None:
                    self._show(say, turn, anew=card.anew)

    def _show(self, say: Say, turn: Turn, *, anew: bool) -> None:
        if anew and turn.chat is not None:
            say.to, say.anew = None, True
        elif turn.private and turn.press and self._stands_here(turn, say):
            here = copy(say)
            here.to = None
            self.say(turn, here)
        self.say(turn, say)

    def _stands_here(self, turn: Turn, say: Say) -> bool:
        """Whether the card was asked for in this private chat, too, and pressed there."""
        if turn.chat is None or turn.chat.id is None:
            return False
        query = select(Letter.id).where(Letter.chat_id == turn.chat.id, Letter.slot == say.slot)
        return self._session.scalars(query.limit(1)).first() is not None

    def _missing(self) -> list[tuple[Chat, Order]]:
        """A group hears how many of its people cannot be reached, never what for."""
        found = []
        for chat, people in self._addresses.unreached.values():
            say = Say(
                "unreachable",
                slot="unreachable",
                buttons=[Door(Phrase("label-open-private"), "hello")],
                count=len(people),
            )
            turn = replace(self._orders[0].turn, chat=chat, person=Person(name=""), press="")
            found.append((chat, Order(say, turn)))
        return found

    def _write(self, said: Sequence[tuple[Chat, Order]]) -> None:
        newest: dict[tuple[int, str | None], Order] = {
            (chat.id, order.say.slot): order for chat, order in said if order.say.slot
        }
        known = self._known_cards(list(newest)) if newest else {}
        fresh, changed = [], []
        for chat, order in said:
            say, turn = order.say, order.turn
            place = (chat.id, say.slot)
            if say.slot and newest[place] is not order:
                continue
            if say.anew and place in known:
                retired = self._pen.retire(known.pop(place), turn, chat)
                self._session.execute(REWRITTEN, [retired])
            if say.slot and place in known:
                rewritten = self._pen.rewrite(known[place], say, turn, chat)
                changed += [rewritten] if rewritten is not None else []
                continue
            toast = self._is_toast(order, chat)
            fresh.append(self._pen.letter(self.next_number, say, turn, chat, toast=toast))
            self.next_number += 1
        connection = self._session.connection()
        if fresh:
            connection.execute(LETTERS, fresh)
        if changed:
            connection.execute(REWRITTEN, changed)

    def _known_cards(
        self, places: Sequence[tuple[int, str | None]]
    ) -> dict[tuple[int, str | None], Any]:
        chats, slots = {chat_id for chat_id, _ in places}, {slot for _, slot in places}
        found = self._session.execute(CARDS, {"chats": list(chats), "slots": list(slots)})
        return {(letter.chat_id, letter.slot): letter for letter in found}

    def _is_toast(self, order: Order, chat: Chat) -> bool:
        say, turn = order.say, order.turn
        if not (isinstance(say, Tell) and turn.press and chat is turn.chat):
            return False
        if turn.press in self._toasted:
            return False
        self._toasted.add(turn.press)
        return True
