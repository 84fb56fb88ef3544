"""To whom something said is carried: chats of assemblies, people's private chats, or here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, contains_eager

from bot.known import Known
from handlers.turn import Say, Tell, Turn
from models.assembly import Assembly, Chat, homes_of
from models.person import Account, Person

CHATS_OF = (
    select(Chat).where(Chat.assembly_id.in_(bindparam("named", expanding=True))).order_by(Chat.id)
)


class Addresses:
    """Chats by assembly and by person, looked up once for a whole delivery."""

    def __init__(self, session: Session, first: frozenset[str], known: Known) -> None:
        """`first`: platforms on which a bot may write first to a person."""
        self._session, self._first, self._known = session, first, known
        self._chats: dict[int, list[Chat]] = {}
        self._privates: dict[int, Chat] = {}
        self._own: dict[int, Chat] = {}
        """By account, its private chat."""
        self.unreached: dict[int, tuple[Chat, set[int]]] = {}
        """Groups, and the people whom a letter from there cannot reach."""
        self.homes: dict[int, Assembly] = {}
        """By person, the first assembly they belong to."""

    def look_up(self, said: Sequence[tuple[Say, Turn]]) -> None:
        """Fetch every chat that is needed."""
        people = {
            person.id
            for say, turn in said
            for person in (say.to, turn.person if _maybe_private(say, turn) else None)
            if isinstance(person, Person) and person.id is not None
        }
        if people:
            self._find_privates(people)
            self._open(people - self._privates.keys())
            self.homes.update(homes_of(self._session, people))
        assemblies = {say.to.id for say, _ in said if isinstance(say.to, Assembly)}
        self._chats = {number: self._known.chats_of(number) for number in assemblies}
        elsewhere = [number for number, chats in self._chats.items() if not chats]
        if elsewhere:
            for chat in self._session.scalars(CHATS_OF, {"named": elsewhere}):
                assert chat.assembly_id is not None
                self._chats[chat.assembly_id].append(chat)

    def of(self, say: Say, turn: Turn) -> list[Chat]:
        """The chats into which this is said."""
        if isinstance(say, Tell):
            return self._told(say, turn)
        if isinstance(say.to, Chat):
            return [say.to]
        if isinstance(say.to, Assembly):
            return self._chats.get(say.to.id, [])
        if isinstance(say.to, Person):
            return self._to_person(say.to, turn)
        return [turn.chat] if turn.chat is not None else []

    def _find_privates(self, people: Collection[int]) -> None:
        query = (
            select(Chat)
            .join(Chat.account)
            .where(Account.person_id.in_(people))
            .options(contains_eager(Chat.account))
            .order_by(Account.seen_at)
        )
        for chat in self._session.scalars(query):
            assert chat.account is not None
            self._own[chat.account.id] = chat
            if not chat.gone or chat.account.person_id not in self._privates:
                self._privates[chat.account.person_id] = chat

    def _open(self, people: Collection[int]) -> None:
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

    def _told(self, say: Tell, turn: Turn) -> list[Chat]:
        here = [turn.chat] if turn.chat is not None else []
        to = say.to if isinstance(say.to, Person) else turn.person
        if to is turn.person and turn.press and here:
            return here
        if turn.pressed and say.quiet:
            return []
        chat = self._privates.get(to.id) if to.id is not None else None
        if to is turn.person and turn.account is not None:
            # Of several accounts, the one that speaks is looked at just now.
            own = self._own.get(turn.account.id)
            chat = own if own is not None and not own.gone else chat
        if turn.polled and to is turn.person:
            here = []
        return [chat] if chat is not None and not chat.gone else here

    def _to_person(self, person: Person, turn: Turn) -> list[Chat]:
        chat = self._privates.get(person.id)
        if chat is not None and not chat.gone:
            return [chat]
        for home in _homes(turn):
            self.unreached.setdefault(home.id, (home, set()))[1].add(person.id)
        return []


def _maybe_private(say: Say, turn: Turn) -> bool:
    return isinstance(say, Tell) and not turn.press


def _homes(turn: Turn) -> list[Chat]:
    if turn.chat is not None and not turn.private:
        return [turn.chat]
    if turn.assembly is None:
        return []
    return [chat for chat in turn.assembly.chats if not chat.gone]
