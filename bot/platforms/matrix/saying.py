"""Carrying a letter to its room."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from nio.crypto.attachments import encrypt_attachment  # type: ignore[import-untyped]

from bot.markup import plain
from bot.platforms import Gone, Kind, Lost, Outgoing, Place, Poll
from bot.platforms.matrix import polls, writing
from bot.platforms.matrix.answers import Declined, Missing
from bot.platforms.matrix.crypto.sharing import Sharing
from bot.platforms.matrix.junk import items, words
from bot.platforms.matrix.memory import Memory
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.session import Session

_PINS = 20


class Saying:
    """Sends what letters hold; the same letter twice is one event."""

    def __init__(self, session: Session, rooms: Rooms, memory: Memory, sharing: Sharing) -> None:
        self._session = session
        self._rooms = rooms
        self._memory = memory
        self._sharing = sharing

    async def say(self, place: Place, letter: Outgoing) -> str:
        """The reference of the message; raises as the session does, and Moved."""
        if letter.kind is Kind.TOAST and (letter.quiet or not letter.text):
            return ""
        await self._session.ready()
        if letter.kind is Kind.DEED:
            await self._do(place.chat, letter)
            return ""
        room = await self._rooms.reach(place)
        return await self._say(room, letter, sealed=await self._rooms.encrypted(room))

    async def seed(self, place: Place, letter: Outgoing, ref: str) -> None:
        """Put the answers below a message as reactions, where the bot may; raises as `say` does."""
        room = await self._rooms.reach(place)
        labels = writing.seeds(letter, sealed=await self._rooms.encrypted(room))
        known = self._memory.seeded.get(ref) or frozenset()
        for number, label in enumerate(labels):
            if label in known:
                continue
            try:
                tx = f"{letter.id}.r{number}"
                await self._send(room, writing.reaction(ref, label), tx, "m.reaction")
            except Gone:
                # Whoever may write may not always react: the numbers stand in the message.
                return
            except Declined as why:
                if not why.final:
                    raise
                # It stands already: the bot seeded it before it was started anew.
                if why.code != "M_DUPLICATE_ANNOTATION":
                    return
        if not known.issuperset(labels):
            self._memory.seeded[ref] = known.union(labels)

    async def _say(self, room: str, letter: Outgoing, *, sealed: bool) -> str:
        if letter.poll is not None:
            return await self._poll(room, letter, letter.poll, sealed=sealed)
        match letter.kind:
            case Kind.FILE:
                return await self._file(room, letter, sealed=sealed)
            case Kind.TOAST:
                return await self._toast(room, letter, sealed=sealed)
            case Kind.EDIT:
                if self._memory.deleted.get(letter.ref):
                    raise Lost
                content = writing.edit(letter, self._session.me, sealed=sealed)
                with _standing():
                    await self._send(room, content, letter.id)
                return letter.ref
        content = writing.notice(letter, self._session.me, sealed=sealed)
        ref = await self._send(room, content, letter.id)
        if self._memory.deleted.get(ref):
            # The homeserver takes the letter for the one that somebody deleted.
            ref = await self._send(room, content, f"{letter.id}.{letter.version}.anew")
        if letter.version > 1:
            # What stands there may be older words, said before a crash.
            now = writing.edit(replace(letter, ref=ref), self._session.me, sealed=sealed)
            await self._send(room, now, f"{letter.id}.{letter.version}")
        return ref

    async def _send(
        self, room: str, content: dict[str, Any], tx: str, kind: str = "m.room.message"
    ) -> str:
        # Reactions are never encrypted, not even here.
        if kind != "m.reaction" and await self._rooms.encrypted(room):
            people = await self._rooms.present(room)
            content = await self._sharing.encrypted(room, people, kind, content)
            kind = "m.room.encrypted"
        path = f"/rooms/{quote(room, safe='')}/send/{kind}/{quote(tx, safe='')}"
        ref = words(await self._session.raw("PUT", path, content), "event_id")
        self._memory.senders[ref] = self._session.me
        return ref

    async def _poll(self, room: str, letter: Outgoing, poll: Poll, *, sealed: bool) -> str:
        ref = letter.ref
        if letter.kind is not Kind.EDIT:
            # Ended or not: it may have been put before a crash, and this finds it.
            words = writing.notice(replace(letter, reply_to=""), self._session.me, sealed=sealed)
            content = polls.start(poll, words["body"])
            ref = await self._send(room, content, letter.id, polls.START)
        if poll.closed:
            content = polls.end(ref, plain(letter.text))
            with _standing():
                await self._send(room, content, f"{letter.id.partition('.')[0]}.end", polls.END)
        return f"{ref} {ref}"

    async def _toast(self, room: str, letter: Outgoing, *, sealed: bool) -> str:
        answered = letter.reply_to or letter.ref
        content = writing.notice(letter, self._session.me, sealed=sealed)
        if answered:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": answered}}
        return await self._send(room, content, letter.id)

    async def _file(self, room: str, letter: Outgoing, *, sealed: bool) -> str:
        kind = mimetypes.guess_type(letter.file_name)[0] or "application/octet-stream"
        data, keys = encrypt_attachment(letter.file) if sealed else (letter.file, {})
        answer = await self._session.ask(
            self._session.client.upload,
            io.BytesIO(data),
            content_type="application/octet-stream" if sealed else kind,
            filename=None if sealed else letter.file_name,
            filesize=len(data),
        )
        content = writing.file(letter, self._session.me, answer.content_uri, kind, keys)
        return await self._send(room, content, letter.id)

    async def _do(self, room: str, letter: Outgoing) -> None:
        match letter.deed:
            case "redact":
                await self._redact(room, letter)
            case "leave":
                await self._rooms.leave(room)
            case "pin":
                await self._pin(room, letter.ref)

    async def _redact(self, room: str, letter: Outgoing) -> None:
        redact = self._session.client.room_redact
        try:
            await self._session.ask(redact, room, letter.ref, tx_id=letter.id)
        except Missing:
            return
        except Declined as no:
            # It stayed behind in the room that this one took the place of.
            if not no.final:
                raise

    async def _pin(self, room: str, ref: str) -> None:
        pinned = items(await self._rooms.state(room, "m.room.pinned_events"), "pinned")
        kept = [one for one in pinned if isinstance(one, str) and one != ref]
        path = f"/rooms/{quote(room, safe='')}/state/m.room.pinned_events/"
        try:
            await self._session.raw("PUT", path, {"pinned": [*kept, ref][-_PINS:]})
        except Gone:
            # Where the bot may not pin, the message is there all the same.
            return


@contextmanager
def _standing() -> Iterator[None]:
    """A homeserver lets nothing relate to a message that is not in the room (any more)."""
    try:
        yield
    except Declined as no:
        if no.final:
            raise Lost from None
        raise
