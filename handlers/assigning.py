"""What a line says of a task: what is to be done, for whom, until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.reading import Missing, Unread, When, of_chat, reader, zone_of_days
from handlers.rights import named_here
from handlers.routing import Offer
from handlers.turn import Turn, wire_arg
from models import dates
from models.assembly import members_of
from models.person import Account, Person
from models.phrase import Moment, Phrase

NOBODY = "-"
AT_NAME = re.compile(r"(?<![\w@])@\w[\w.-]*\b")
BETWEEN_NAMES = re.compile(r"(?<!\S)[,;&](?!\S)")
STAMP = re.compile(r"@\d{9,11}")
FRIDAY = 4
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class People:
    """Members by name, `@name` or mention; the speaker; or nobody."""

    people: tuple[Person, ...] = ()

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[People, str]:
        """The rest of the line: names parted by commas, spaces or "and"."""
        typed = text.strip()
        if not typed:
            raise Missing
        if says(turn, typed, "task-for-nobody"):
            return cls(), ""
        members = members_of(turn.session, turn.here)
        found: dict[int, Person] = {}
        for part in _parts(turn, typed):
            whole = _named(turn, members, part)
            words = [] if whole else part.split()
            for person in [whole] if whole else [_named(turn, members, word) for word in words]:
                if person is None:
                    raise Unread("task-unknown-person", typed=_as_written(turn, part))
                found[person.id] = person
        return cls(tuple(found.values())), ""


@dataclass(frozen=True, slots=True)
class Due:
    """A date, or none."""

    at: datetime | None = None

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Due, str]:
        """The rest of the line."""
        typed = text.strip()
        if not typed:
            raise Missing
        if says(turn, typed, "task-no-date"):
            return cls(), ""
        at, _ = reader(When, wire=bool(STAMP.fullmatch(typed)))(turn, typed)
        return cls(at), ""


def says(turn: Turn, typed: str, key: str) -> bool:
    """Whether somebody typed a dash, a label or a word of it."""
    label = turn.plain(Phrase(key)).casefold()
    return typed.casefold() in {NOBODY, label, *label.split()}


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`Print flyers @ben @cem by Friday`; the names may stand anywhere."""
    people: list[str] = []
    for written, meant in turn.mentions.items():
        text, times = _names(turn, re.escape(written)).subn(" ", text)
        if times:
            people.append(_mentioned(written, meant))
    people += AT_NAME.findall(text)
    text = _names(turn, AT_NAME.pattern).sub(" ", text)
    text = BETWEEN_NAMES.sub(" ", text).strip() if people else text
    title, until = dates.deadline(text, **of_chat(turn))
    return {
        "title": " ".join(title.split()).lstrip(" ,;:").rstrip(" ,;|"),
        "people": ", ".join(people),
        "until": until,
    }


def _mentioned(written: str, meant: Account | str) -> str:
    if isinstance(meant, str):
        return f"@{meant}"
    known = meant.person.id if meant.person is not None else None
    return f"={known}" if known is not None else written


def _as_written(turn: Turn, part: str) -> str:
    """A name as it stood in the line."""
    known = {_mentioned(written, meant): written for written, meant in turn.mentions.items()}
    return known.get(part, part)


def _names(turn: Turn, name: str) -> re.Pattern[str]:
    """A name in a line, with a word such as "for" or "and" that leads to it."""
    links = "|".join(map(re.escape, turn.plain(Phrase("task-name-links")).split()))
    return re.compile(rf"(?<![\w@])(?:(?:{links})\s+)?{name}(?!\w)", re.IGNORECASE)


def _parts(turn: Turn, typed: str) -> list[str]:
    links = "|".join(map(re.escape, turn.plain(Phrase("task-name-links")).split()))
    parts = re.split(rf"[,;&]|(?<!\S)(?:{links})(?!\S)", typed, flags=re.IGNORECASE)
    return [part.strip() for part in parts if part.strip()]


def _named(turn: Turn, members: Sequence[Person], part: str) -> Person | None:
    if part.startswith("="):
        return next((person for person in members if str(person.id) == part[1:]), None)
    wanted = part.removeprefix("@").casefold()
    if wanted == turn.plain(Phrase("task-for-me")).casefold():
        return turn.person
    whole = [p for p in members if wanted in {p.name.casefold(), *_usernames(p)}]
    found = whole or [p for p in members if wanted in p.name.casefold().split()]
    if len(found) > 1:
        raise Unread("refused-several-people", typed=part)
    return found[0] if found else None


def _usernames(person: Person) -> set[str]:
    return {account.username for account in person.accounts if account.username}


def offer_people(turn: Turn) -> Sequence[Offer]:
    """The speaker, nobody, and the others by name."""
    others = [person for person in named_here(turn) if person is not turn.person]
    offers: list[Offer] = [(Phrase("task-for-me"), f"={turn.person.id}")]
    offers.append((Phrase("task-for-nobody"), NOBODY))
    return offers + [(person.name, f"={person.id}") for person in others[:MOST_NAMES]]


def offer_dates(turn: Turn) -> Sequence[Offer]:
    """Tomorrow, the Friday after, in a week, or never."""
    zone = zone_of_days(turn)
    today = turn.now.astimezone(ZoneInfo(turn.zone)).date()
    tomorrow = today + timedelta(days=1)
    friday = tomorrow + timedelta(days=(FRIDAY - tomorrow.weekday()) % 7 or 7)
    offers: list[Offer] = []
    for day in sorted({tomorrow, friday, today + timedelta(days=7)}):
        end = datetime.combine(day, dates.LAST, ZoneInfo(zone))
        label = Phrase("task-date", {"day": Moment(end, "day", zone)})
        offers.append((Phrase("task-tomorrow") if day == tomorrow else label, wire_arg(end)))
    return [*offers, (Phrase("task-no-date"), NOBODY)]
