"""Communes, committees and councils: founding, naming, and what a committee takes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from handlers.founding import Name, begin, check, ground
from handlers.reading import Missing, Title, Unread, Word
from handlers.rights import anyone, clock, facilitators, organisers
from handlers.routing import Offer, Router
from handlers.turn import Button, Later, Say, Says, Turn, wire
from models.assembly import Admission, Assembly, Role, Sort
from models.base import Refused
from models.phrase import Command, Phrase

router = Router("assemblies")
BEFORE_TOLD = timedelta(minutes=10)
"""How long a committee's founder may still decide to keep it hidden."""
THEMES = ("rent", "work", "family", "other")
"""What neighbours' cases are about."""
NO_THEME = "-"


class Ground(StrEnum):
    """What people of a commune have in common."""

    KIEZ = "kiez"
    WORKPLACE = "workplace"
    SCHOOL = "school"


def _grounds(_turn: Turn) -> Sequence[Offer]:
    return [(Phrase(f"ground-{ground}"), str(ground)) for ground in Ground]


@router.command("found", anyone, offers={"sort": _grounds})
def found(turn: Turn, name: Name, sort: Ground = Ground.KIEZ) -> Says:
    """Make this group a commune."""
    begin(turn, ground(turn), Sort(sort), name)
    yield Say(
        "assembly-founded",
        assembly=name,
        person=turn.person.name,
        command=Command("join"),
        buttons=[_join()],
    )


def _join() -> Button:
    return Button(Phrase("assembly-label-join"), wire("join"))


@dataclass(frozen=True, slots=True)
class Home:
    """The commune that a committee belongs to; asked for only where the speaker has several."""

    commune: Assembly

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Home, str]:
        """The only one there is, or the one that is named."""
        check(turn, topic=True)
        homes = _communes(turn)
        if turn.assembly in homes:
            return cls(turn.assembly), text
        if not homes or turn.assembly is not None:
            raise Refused("committee-needs-commune")
        if len(homes) == 1:
            return cls(homes[0]), text
        head, _, rest = text.strip().partition(" ")
        for home in homes:
            if head == f"in:{home.id}":
                return cls(home), rest.strip()
            if text.strip().casefold() == home.name.casefold():
                return cls(home), ""
        raise Missing


def _communes(turn: Turn) -> list[Assembly]:
    mine = [membership.assembly for membership in turn.memberships]
    return [home for home in mine if home.is_commune and not home.closed_at]


def _homes(turn: Turn) -> Sequence[Offer]:
    return [(home.name, f"in:{home.id}") for home in _communes(turn)]


@router.command("committee", anyone, offers={"home": _homes})
def committee(turn: Turn, home: Home, name: Title) -> Says:
    """Make this group a committee of a commune one belongs to."""
    parent = home.commune
    chat = ground(turn, topic=True)
    assembly = begin(turn, chat, Sort.COMMITTEE, name, parent)
    yield Say(
        "committee-founded",
        to=chat,
        assembly=name,
        parent=parent.name,
        person=turn.person.name,
        command=Command("join"),
        buttons=[
            _join(),
            Button(Phrase("committee-label-theme"), wire("theme")),
            Button(Phrase("committee-label-hide"), wire("hidden", "on")),
        ],
    )
    yield Later(turn.now + BEFORE_TOLD, "committee-told", {"committee": assembly})


@router.command("committee-told", clock)
def committee_told(turn: Turn, committee: Assembly) -> Says:
    """The commune hears of its new committee, unless it is kept hidden."""
    if committee.parent is None or committee.hidden or committee.closed_at:
        return
    yield Say("committee-told", to=committee.parent, committee=committee.name)


@router.command("council", anyone)
def council(turn: Turn, name: Name) -> Says:
    """Make this group a council, for delegates of several assemblies."""
    if not turn.memberships:
        raise Refused("council-needs-assembly")
    assembly = begin(turn, ground(turn), Sort.COUNCIL, name)
    assembly.admission = Admission.OWN
    yield Say(
        "council-founded", assembly=name, person=turn.person.name, command=Command("delegate")
    )


@router.command("rename", organisers)
def rename(turn: Turn, name: Title) -> Says:
    """Give the assembly another name."""
    turn.here.name = name
    yield Say("assembly-renamed", assembly=name)


@dataclass(frozen=True, slots=True)
class Theme:
    """What the cases are about that a committee takes on; empty for none."""

    key: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Theme, str]:
        """A key, its word in the speaker's language, or a dash for none."""
        wanted = text.strip().casefold()
        if not wanted:
            raise Missing
        if wanted in {NO_THEME, turn.plain(Phrase("committee-no-theme")).casefold()}:
            return cls(""), ""
        for key in THEMES:
            if wanted in {key, turn.plain(Phrase(f"topic-{key}")).casefold()}:
                return cls(key), ""
        raise Unread("refused-choice", typed=text.strip()[:60])


def _themes(_turn: Turn) -> Sequence[Offer]:
    topics: list[Offer] = [(Phrase(f"topic-{key}"), key) for key in THEMES]
    return [*topics, (Phrase("committee-no-theme"), NO_THEME)]


@router.command("theme", organisers, offers={"about": _themes})
def theme(turn: Turn, about: Theme) -> Says:
    """Which neighbours' cases this committee takes on; its commune must agree."""
    committee, parent = turn.here, turn.here.parent
    if committee.sort is not Sort.COMMITTEE or parent is None:
        raise Refused("committee-only")
    if not about.key or turn.holds(Role.FACILITATOR, parent):
        committee.theme = about.key
        yield _take_on(committee)
        return
    if committee.hidden:
        raise Refused("committee-hidden")
    topic = Phrase(f"topic-{about.key}")
    agree = Button(Phrase("committee-label-agree"), wire("entrust", committee, about.key))
    yield Say(
        "committee-asks-theme", to=parent, committee=committee.name, topic=topic, buttons=[agree]
    )
    yield Say("committee-asked-theme", parent=parent.name, topic=topic)


@router.command("entrust", facilitators, hidden=True)
def entrust(turn: Turn, committee: Assembly, topic: Word) -> Says:
    """The commune lets a committee take on its neighbours' cases."""
    if committee.parent_id != turn.here.id or committee.closed_at or topic not in THEMES:
        raise Refused("refused-not-there")
    committee.theme = topic
    yield _take_on(committee)
    yield Say("committee-entrusted", committee=committee.name, topic=Phrase(f"topic-{topic}"))


def _take_on(committee: Assembly) -> Say:
    if not committee.theme:
        return Say("committee-theme-unset", to=committee, committee=committee.name)
    topic = Phrase(f"topic-{committee.theme}")
    return Say("committee-theme-set", to=committee, committee=committee.name, topic=topic)
