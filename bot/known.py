"""What a delivery needs to know, fetched with one query each, however many lines it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, and_, bindparam, or_, select
from sqlalchemy.orm import joinedload

from bot.locking import lock, lock_named
from bot.markup import tame
from bot.platforms import Delivery, Event, Place, Speaker, Utterance
from bot.store import Noting, insert_new
from handlers.routing import Router
from handlers.turn import wired_id
from models.assembly import Chat, Membership
from models.base import Base
from models.chat import move
from models.line import Heard, Promise
from models.person import Account, Person
from models.post import Letter

PlaceKey = tuple[str, str]
LineT = TypeVar("LineT", Utterance, Utterance | Event)

# Put together once: a statement built for every delivery costs as much as running it.
_NAMED: BindParameter[Any] = bindparam("named", expanding=True)
_ON: BindParameter[str] = bindparam("platform")
_HERE = and_(Chat.platform == _ON, Chat.ref.in_(_NAMED))
CHATS = (
    select(Chat)
    .where(or_(_HERE, Chat.assembly_id.in_(select(Chat.assembly_id).where(_HERE))))
    .options(joinedload(Chat.assembly))
    .order_by(Chat.id)
)
"""Those in which something is said, and the others of their assemblies, which hear of it."""
ACCOUNTS = (
    select(Account, Membership)
    .outerjoin(
        Membership,
        and_(Membership.person_id == Account.person_id, Membership.left_at.is_(None)),
    )
    .where(Account.platform == _ON, Account.ref.in_(_NAMED))
    .options(joinedload(Membership.assembly))
    .order_by(Membership.id)
)


class Known:
    """People, chats, memberships, heard refs, letters and pressed entities of one delivery."""

    def __init__(self, session: Noting, router: Router, now: datetime) -> None:
        self._session, self._router, self._now = session, router, now
        self.heard: set[str] = set()
        self._accounts: dict[str, Account] = {}
        self._chats: dict[PlaceKey, Chat] = {}
        self._near: list[Chat] = []
        self._whole: set[int] = set()
        """Assemblies all of whose chats were fetched."""
        self._memberships: dict[int, list[Membership]] = defaultdict(list)
        self._letters: dict[tuple[int, str], Letter] = {}
        self._polls: dict[str, Letter] = {}
        self._held: list[Sequence[Base]] = []
        """Keeps pressed entities in the identity map."""

    def fetch(self, delivery: Delivery) -> None:
        """Fetch everything the lines name."""
        platform, lines = delivery.platform, delivery.lines
        refs = dict.fromkeys(line.ref for line in lines)
        rows = [{"platform": platform, "ref": ref, "at": self._now} for ref in refs]
        self.heard |= refs.keys() - insert_new(self._session, Heard, rows, "ref")
        lines = tuple(line for line in lines if line.ref not in self.heard)
        if not lines:
            return
        self._fetch_polls(platform, lines)
        lines = tuple(meant for line in lines if (meant := self.meant(line)) is not None)
        self._fetch_chats(platform, {line.place.chat for line in lines})
        self._fetch_accounts(platform, _speakers(lines))
        people = {account.person_id for account in self._accounts.values()}
        self._lock_assemblies(lines)
        self._fetch_letters(lines)
        self._fetch_pressed(lines, people)

    def _fetch_chats(self, platform: str, refs: set[str]) -> None:
        found = self._session.scalars(CHATS, {"platform": platform, "named": list(refs)}).all()
        self._near = list(found)
        self._whole |= {chat.assembly_id for chat in found if chat.assembly_id}
        self._chats = {(chat.ref, chat.topic): chat for chat in found if chat.platform == platform}

    def moved(self, platform: str, old: str, new: str) -> None:
        """A chat has another reference: later lines of this delivery find it there."""
        self._session.flush()
        kept = {key: chat for key, chat in self._chats.items() if key[0] not in {old, new}}
        self._fetch_chats(platform, {old, new})
        self._chats |= kept

    def _fetch_accounts(self, platform: str, refs: set[str]) -> None:
        """Accounts, whose they are, and where these people belong."""
        named = {"platform": platform, "named": list(refs)}
        for account, membership in self._session.execute(ACCOUNTS, named):
            self._accounts[account.ref] = account
            if membership is not None:
                belongs = self._memberships[membership.person_id]
                if membership not in belongs:
                    belongs.append(membership)

    def _lock_assemblies(self, lines: Sequence[Utterance | Event]) -> None:
        """Those of the groups; what is said in private may concern any of one's own."""
        ids = {chat.assembly_id for chat in self._chats.values() if chat.assembly_id}
        for ref in _speakers([line for line in lines if line.place.private]):
            if ref in self._accounts:
                homes = self._memberships[self._accounts[ref].person_id]
                ids |= {membership.assembly_id for membership in homes}
        lock(self._session, ids)

    def _fetch_letters(self, lines: Sequence[Utterance | Event]) -> None:
        refs = {
            ref
            for line in lines
            if isinstance(line, Utterance)
            for ref in (line.reply_to, line.message if line.label else "")
            if ref
        }
        if refs:
            chats = [chat.id for chat in self._chats.values()]
            query = select(Letter).where(Letter.chat_id.in_(chats), Letter.ref.in_(refs))
            self._letters = {(ltr.chat_id, ltr.ref): ltr for ltr in self._session.scalars(query)}

    def _fetch_polls(self, platform: str, lines: Sequence[Utterance | Event]) -> None:
        named = {line.poll for line in lines if isinstance(line, Utterance) and line.poll}
        if named:
            query = select(Letter).join(Letter.chat).where(Letter.poll.in_(named))
            for letter in self._session.scalars(query.where(Chat.platform == platform)):
                self._polls[letter.poll or ""] = letter

    def meant(self, line: LineT) -> LineT | None:
        """An answer to a platform's own poll is a press; None if the poll is not ours."""
        if isinstance(line, Event) or not line.poll or line.pressed:
            return line
        letter = self._polls.get(line.poll)
        if letter is None:
            return None
        chat, says = letter.chat, letter.extra["poll"]["line"]
        return replace(
            line,
            place=Place(chat.platform, chat.ref, chat.topic, title=chat.title),
            text=f"{says} {','.join(map(str, line.chosen))}".rstrip(),
            message=letter.ref,
            pressed=True,
        )

    def _fetch_pressed(self, lines: Sequence[Utterance | Event], people: set[int]) -> None:
        wanted: dict[type[Base], set[int]] = defaultdict(set)
        for line in lines:
            if isinstance(line, Utterance) and line.pressed and line.text.startswith("/"):
                name, *args = line.text[1:].split() or [""]
                command = self._router.commands.get(name)
                kinds = [param.kind for param in command.params] if command else []
                _collect(wanted, zip(kinds, args, strict=False))
        self._hold(wanted, people)

    def fetch_promised(self, promises: Sequence[Promise]) -> dict[int, Person]:
        """Fetch what promises name; the people on whose behalf they are, by id."""
        wanted: dict[type[Base], set[int]] = defaultdict(set)
        for promise in promises:
            command = self._router.commands.get(promise.command)
            kinds = {param.name: param.kind for param in command.params} if command else {}
            _collect(wanted, ((kinds.get(name), str(arg)) for name, arg in promise.args.items()))
        lock_named(self._session, wanted)
        self._hold(wanted, set())
        people = {promise.person_id for promise in promises if promise.person_id}
        if not people:
            return {}
        query = select(Person).where(Person.id.in_(people))
        return {person.id: person for person in self._session.scalars(query)}

    def _hold(self, wanted: dict[type[Base], set[int]], people: set[int]) -> None:
        for kind, ids in wanted.items():
            if hasattr(kind, "fetch"):
                self._held.append(kind.fetch(self._session, ids, people))
            else:
                query = select(kind).where(kind.id.in_(ids))  # type: ignore[attr-defined]
                self._held.append(self._session.scalars(query).all())

    def chats_of(self, assembly: int) -> list[Chat]:
        """All chats of an assembly in which something was said; none of another."""
        if assembly not in self._whole:
            return []
        chats = dict.fromkeys([*self._near, *self._chats.values()])
        return [chat for chat in chats if chat.assembly_id == assembly]

    def letter(self, chat: Chat, ref: str) -> Letter | None:
        """The letter that a reply or a reaction means."""
        return self._letters.get((chat.id, ref))

    def newest_with_keys(self, chat: Chat) -> Letter | None:
        """The newest message in a chat that has buttons."""
        query = select(Letter).where(
            Letter.chat_id == chat.id, Letter.ref != "", Letter._keys.is_not(None)
        )
        return self._session.scalars(query.order_by(Letter.id.desc()).limit(1)).first()

    def memberships(self, person: Person) -> list[Membership]:
        """A person's memberships that have not ended."""
        found = list(self._memberships[person.id]) if person.id is not None else []
        # What began in this delivery, its later lines count.
        found += [
            begun for begun in self._session.begun if begun.person is person and begun not in found
        ]
        return [membership for membership in found if membership.left_at is None]

    def account(self, platform: str, speaker: Speaker, language: str) -> Account:
        """The account that speaks; a new one is not kept until it does something."""
        account = self._accounts.get(speaker.account)
        if account is None:
            person = Person(
                name=tame(speaker.name) or "?", language=language, zone="", digest_at="08:00"
            )
            account = Account(
                platform=platform, ref=speaker.account, person=person, seen_at=self._now
            )
            self._accounts[speaker.account] = account
        username = speaker.username.lower()
        if account.username != username and username:
            account.username = username
        return account

    def chat(self, place: Place, account: Account | None) -> Chat:
        """The chat in which something is said, new or known."""
        chat = self._chats.get((place.chat, place.topic))
        if chat is not None and account is not None and _anothers(chat, account):
            chat = self._part(chat)
        if place.topic and (chat is None or chat.assembly is None):
            whole = self._chats.get((place.chat, ""))
            if whole is not None and whole.assembly is not None:
                return whole
        if chat is None:
            chat = Chat(
                platform=place.platform,
                ref=place.chat,
                topic=place.topic,
                title=tame(place.title),
                account=account if place.private else None,
            )
            self._session.add(chat)
            self._chats[place.chat, place.topic] = chat
        return chat

    def _part(self, chat: Chat) -> Chat | None:
        """Others are in a room that was private to one: what is theirs waits for them elsewhere."""
        assert chat.account is not None
        old, theirs = chat.ref, chat.account.ref
        move(self._session, chat, theirs, self._now)
        self.moved(chat.platform, old, theirs)
        return self._chats.get((old, chat.topic))


def _anothers(chat: Chat, account: Account) -> bool:
    """Whether a chat is private to somebody else, in a room that others can come into."""
    owner = chat.account
    return owner is not None and owner is not account and chat.ref != owner.ref


def _collect(wanted: dict[type[Base], set[int]], named: Iterable[tuple[object, str]]) -> None:
    for kind, arg in named:
        number = wired_id(arg) if isinstance(kind, type) and issubclass(kind, Base) else None
        if number is not None:
            wanted[kind].add(number)  # type: ignore[index]


def _speakers(lines: Sequence[Utterance | Event]) -> set[str]:
    refs: set[str] = set()
    for line in lines:
        if isinstance(line, Utterance):
            refs.add(line.speaker.account)
            refs |= {meant.account for meant in line.mentions.values() if meant.account}
        elif line.about is not None:
            refs.add(line.about.account)
    return refs
