"""From a line of a platform or of the clock to the turn that a handler is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.house import House
from bot.known import Known
from bot.markup import plain
from bot.platforms import Event, Place, Utterance
from handlers.turn import Turn
from models.assembly import Assembly, Chat
from models.line import Promise, Step
from models.person import Account, Person
from models.phrase import Phrase


class Turns:
    """Makes turns out of what is known."""

    def __init__(self, session: Session, house: House, known: Known, now: datetime) -> None:
        self._house, self._known, self._session, self._now = house, known, session, now
        self._turn = partial(
            Turn,
            session=session,
            now=now,
            default_language=house.language,
            default_zone=house.zone,
            languages=house.words.languages,
            open=house.open or _nobody_yet(session),
            emergency=house.emergency,
            first=house.first,
            token=house.token,
            salt=house.salt,
            router=house.router,
        )

    def of(self, line: Utterance) -> Turn:
        """The turn of somebody who says or presses something."""
        platform = line.place.platform
        account = self._known.account(platform, line.speaker, self._hint(line.speaker.language))
        if line.place.private:
            account.seen_at = self._now
        turn = self._placed(line.place, account)
        if line.place.private and turn.chat is not None and not _somebodys(turn.chat):
            # All others have gone from what was a group.
            turn.chat.account = account
        turn.pressed, turn.press = line.pressed or bool(line.label), line.press
        turn.polled, turn.touched = bool(line.poll), line.message if turn.pressed else ""
        turn.message, turn.reply_to, turn.quoted = line.message, line.reply_to, line.quoted
        turn.mentions = {
            written: self._known.account(platform, meant, "")
            if meant.account
            else meant.username.lower()
            for written, meant in line.mentions.items()
        }
        return turn

    def about(self, event: Event) -> Turn:
        """The turn of what a platform tells."""
        account = None
        if event.about is not None:
            hint = self._hint(event.about.language)
            account = self._known.account(event.place.platform, event.about, hint)
            if event.name == "opened":
                account.seen_at = self._now
        turn = self._placed(event.place, account)
        turn.detail = event.detail
        return turn

    def kept(self, promise: Promise, person: Person | None) -> Turn:
        """The turn of the clock, on somebody's behalf or nobody's."""
        return self._speaking(
            self._turn(
                person=person or Person(name=""),
                chat=None,
                account=None,
                language=self._house.language,
                zone=self._house.zone,
                clock=True,
                late=self._now - promise.due_at,
            )
        )

    def back(self, turn: Turn, step: Step) -> Turn:
        """The same speaker's, for a step that is taken back where it was made."""
        again = replace(turn, whole=True, assembly=step.assembly)
        if step.chat is turn.chat:
            return again
        chat = step.chat
        again.chat, again.topic, again.message = chat, "", ""
        home = chat.assembly or (turn.memberships[0].assembly if turn.memberships else None)
        language, zone = self._reads(turn.person, chat, home, private=chat.private)
        again.language, again.zone = language, zone
        return self._speaking(again)

    def _placed(self, place: Place, account: Account | None) -> Turn:
        chat = self._known.chat(place, account)
        person = account.person if account is not None else Person(name="")
        if place.private and account is not None:
            self._session.add_all([person, account])
        memberships = self._known.memberships(person)
        assembly = None if place.private else chat.assembly
        if assembly is not None and assembly.closed_at:
            assembly = None
        home = assembly or (memberships[0].assembly if memberships else None)
        language, zone = self._reads(person, chat, home, private=place.private)
        return self._speaking(
            self._turn(
                person=person,
                chat=chat,
                topic=place.topic if place.topic != chat.topic else "",
                account=account,
                memberships=memberships,
                assembly=assembly,
                language=language,
                zone=zone,
            )
        )

    def _reads(
        self, person: Person, chat: Chat, home: Assembly | None, *, private: bool
    ) -> tuple[str, str]:
        common = home.language if home else self._house.language
        zone = home.zone if home else self._house.zone
        if private:
            return person.language or common, person.zone or zone
        return chat.language or common, zone

    def _speaking(self, turn: Turn) -> Turn:
        words = self._house.words

        def said(phrase: Phrase) -> str:
            return plain(words.say(phrase, language=turn.language, zone=turn.zone, now=turn.now))

        turn.plain = said
        return turn

    def _hint(self, language: str) -> str:
        """The platform's hint, if it is a language that we speak."""
        short = language.replace("_", "-").lower().partition("-")[0]
        return short if short in self._house.words.languages else ""


def _somebodys(chat: Chat) -> bool:
    return chat.private or chat.assembly is not None


def _nobody_yet(session: Session) -> bool:
    """Whether nobody has founded anything: then even a closed instance lets somebody begin."""
    return session.scalars(select(Assembly.id).limit(1)).first() is None
