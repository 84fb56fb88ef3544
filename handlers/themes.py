"""Which of the neighbours' cases a committee takes on: it asks, its commune agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reading import Missing, Unread, label_of
from handlers.rights import facilitators, organisers
from handlers.routing import Offer, Router
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Assembly, Role, Sort
from models.base import Refused
from models.case import Topic
from models.phrase import Phrase
from models.plenty import THEMES, must_do_few

router = Router("assemblies")
NONE = "-"


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic of cases, or none."""

    topic: Topic | None

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Theme, str]:
        """A topic's key, its words in the speaker's language, or a dash for none."""
        wanted = text.strip().casefold()
        if not wanted:
            raise Missing
        if wanted in {NONE, turn.plain(Phrase("committee-no-theme")).casefold()}:
            return cls(None), ""
        for topic in Topic:
            if wanted in {topic.value, turn.plain(label_of(topic)).casefold()}:
                return cls(topic), ""
        raise Unread("refused-choice", typed=text.strip()[:60])


def _parent(turn: Turn) -> Assembly:
    if turn.here.sort is not Sort.COMMITTEE or turn.here.parent is None:
        raise Refused("committee-only")
    return turn.here.parent


def _themes(turn: Turn) -> Sequence[Offer]:
    _parent(turn)
    topics: list[Offer] = [(label_of(topic), topic.value) for topic in Topic]
    return [*topics, (Phrase("committee-no-theme"), NONE)]


@router.command("theme", organisers, offers={"theme": _themes}, instead="theme")
def theme(turn: Turn, theme: Theme) -> Says:
    """Which neighbours' cases this committee takes on; its commune must agree."""
    committee, parent = turn.here, _parent(turn)
    if theme.topic is not None and committee.hidden:
        raise Refused("committee-hidden")
    must_do_few(turn.session, turn.account, THEMES, turn.now, committee, parent=parent.name)
    if theme.topic is None:
        committee.theme = ""
        for told in (committee, parent):
            yield Say("committee-theme-unset", to=told, committee=committee.name)
        return
    if turn.holds(Role.FACILITATOR, parent):
        yield from _entrusted(committee, parent, theme.topic)
        return
    topic = label_of(theme.topic)
    agree = Button(Phrase("committee-label-agree"), wire("entrust", committee, theme.topic.value))
    yield Say(
        "committee-asks-theme", to=parent, committee=committee.name, topic=topic, buttons=[agree]
    )
    yield Say("committee-asked-theme", parent=parent.name, topic=topic)


@router.command("entrust", facilitators, hidden=True, instead="theme")
def entrust(turn: Turn, committee: Assembly, topic: Topic) -> Says:
    """The commune lets a committee take on its neighbours' cases."""
    if committee.parent_id != turn.here.id or committee.closed_at or committee.hidden:
        raise Refused("refused-not-there")
    yield from _entrusted(committee, turn.here, topic)


def _entrusted(committee: Assembly, parent: Assembly, topic: Topic) -> Says:
    committee.theme = topic.value
    words = label_of(topic)
    yield Say("committee-theme-set", to=committee, committee=committee.name, topic=words)
    yield Say("committee-entrusted", to=parent, committee=committee.name, topic=words)
