"""Reminders: ask for one, list them, drop them; the clock says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.reading import Missing, Text, Unread
from handlers.rhythm import Rhythm, cut, key_of, offer_times, promised
from handlers.rights import belonging, clock
from handlers.routing import Offer, Router
from handlers.turn import Button, Never, Say, Says, Tell, Turn, Undo, wire, wired_id
from models.assembly import Chat, Role
from models.base import Refused
from models.phrase import Choice, Command, Moment, Phrase, Quote, Value
from models.reminder import Reminder, next_number, reminders_of

router = Router("reminders")
LATE = timedelta(minutes=15)
"""From then on it is said that it is late."""
LONG = 200
MOST_LISTED = 30
LABEL = 30
"""How much of its words a button shows."""


@dataclass(frozen=True, slots=True)
class Which:
    """A reminder of this group, or one's own in private: by its number, or `=` and its id."""

    reminder: Reminder

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Which, str]:
        """One word, and the rest."""
        head, _, rest = text.strip().partition(" ")
        if not head:
            raise Missing
        by_id, number = head.startswith("="), wired_id(head.lstrip("#="))
        if number is None:
            raise Unread("refused-number", typed=head[:60])
        if by_id:
            reminder = turn.session.get(Reminder, number)
            near = reminder is not None and reminder.is_known_to(turn.person, _group(turn))
            found = [reminder] if reminder is not None and near else []
        else:
            here = reminders_of(turn.session, turn.person, _group(turn))
            found = [reminder for reminder in here if reminder.number == number]
        if not found:
            raise Refused("refused-not-there")
        return cls(found[0]), rest.strip()


def _group(turn: Turn) -> Chat | None:
    return None if turn.private else turn.chat


def _offer_reminders(turn: Turn) -> Sequence[Offer]:
    found = reminders_of(turn.session, turn.person, _group(turn))
    if not found:
        raise Refused("reminders-none", command=Command("remind", example=True))
    return [(_choice(reminder), f"={reminder.id}") for reminder in found]


@router.command("remind", belonging, split=cut, offers={"when": offer_times})
def remind(turn: Turn, when: Rhythm, words: Text) -> Says:
    """Have something said at a time, here in the group or to oneself."""
    group = _group(turn)
    reminder = Reminder(
        person=turn.person,
        chat=group,
        assembly_id=None if group is None else turn.here.id,
        number=next_number(turn.session, turn.person, group),
        due_at=when.at,
        every=str(when.every or ""),
        rhythm=when.typed if when.every else "",
        words=words,
    )
    turn.session.add(reminder)
    yield promised(reminder)
    yield Say(
        "reminder-noted",
        due=Moment(reminder.due_at),
        rhythm=reminder.rhythm,
        again=Choice("yes" if reminder.every else "no"),
        whom=Choice("me" if group is None else "us"),
    )
    yield Undo(wire("unremind", f"={reminder.id}"))


@router.command("reminders", belonging, step=False)
def reminders(turn: Turn) -> Says:
    """List what will be said here, with buttons to drop it."""
    found = reminders_of(turn.session, turn.person, _group(turn))
    if not found:
        yield Say("reminders-none", command=Command("remind", example=True))
        return
    lines = [_line(reminder) for reminder in found[:MOST_LISTED]]
    buttons = [
        Button(
            Phrase("reminder-label-drop", {"number": reminder.number}),
            wire("unremind", f"={reminder.id}"),
        )
        for reminder in found[:MOST_LISTED]
    ]
    yield Say("reminders-head", *lines, buttons=buttons, count=len(found))


@router.command("unremind", belonging, offers={"reminder": _offer_reminders}, instead="remind")
def unremind(turn: Turn, reminder: Which) -> Says:
    """Drop a reminder: one's own, or as a facilitator any of the group."""
    dropped = reminder.reminder
    if not dropped.may_delete(turn.person, facilitates=turn.holds(Role.FACILITATOR)):
        raise Refused("reminder-not-yours")
    turn.session.delete(dropped)
    yield Never(key_of(dropped))
    yield Tell("reminder-dropped", due=Moment(dropped.due_at))
    if dropped.person_id == turn.person.id and not dropped.every:
        yield Undo(wire("remind", dropped.due_at), dropped.words)


@router.command("reminder-due", clock)
def reminder_due(turn: Turn, reminder: Reminder) -> Says:
    """Say it, once however late, and promise the next time."""
    due = reminder.due_at
    if reminder.is_wanted:
        yield Say(
            "reminder-said",
            to=reminder.chat or reminder.person,
            words=_shown(reminder.words),
            due=Moment(due),
            late=Choice("yes" if turn.late > LATE else "no"),
        )
    if reminder.advance(turn.now):
        yield promised(reminder)
    else:
        turn.session.delete(reminder)


def _shown(words: str) -> Value:
    return Quote(words) if "\n" in words or len(words) > LONG else words


def _line(reminder: Reminder) -> Phrase:
    return Phrase(
        "reminders-line",
        {
            "number": reminder.number,
            "due": Moment(reminder.due_at),
            "again": Choice("yes" if reminder.every else "no"),
            "rhythm": reminder.rhythm,
            "words": _shortened(reminder),
        },
    )


def _choice(reminder: Reminder) -> Phrase:
    words = _shortened(reminder, LABEL)
    due = Moment(reminder.due_at)
    return Phrase("reminder-choice", {"number": reminder.number, "words": words, "due": due})


def _shortened(reminder: Reminder, most: int = 60) -> str:
    words = " ".join(reminder.words.split())
    return words if len(words) <= most else words[: most - 1] + "…"
