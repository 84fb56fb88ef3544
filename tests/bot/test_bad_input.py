"""Whatever is typed, pressed, replied or told: it is answered or left, and nothing breaks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app import Ear
from bot.composing import running
from bot.house import House
from bot.mailbag import Mailbag
from bot.platforms import Delivery, Event, Place, Speaker, Utterance
from bot.replay import VirtualTime
from bot.store import Store, keys
from handlers import router
from models.assembly import Assembly
from models.base import Base
from models.post import Letter
from tests.bot.conftest import START, Wire

Line = Utterance | Event
PEOPLE = {name: Speaker(name, name.title(), name, "en") for name in ("ana", "ben", "cem", "nura")}
HOSTILE = "<b>&amp;\u202e\u200b\ufeff🏴‍☠️{$x}{ -term }\n.attr = *[x] " + "ñ" * 300
BEFORE = """
ana g /found Wedding
ben g /join
cem g /join
ana h /committee Rent
ben h /join
ana g /poll Paint the gate? | yes | no | until tomorrow
ana g /poll Which colour? | red | green | blue
ben g /task Sweep the yard until tomorrow
ben g /take 1
cem g /meet tomorrow 19:00 Plenum @ Café
cem g /agenda Keys
ana g /remind every Monday 9:00 water the plants
ben ben /remind tomorrow 9:00 bread
nura nura The heating is off
ana ana /start
"""
WORDS = st.sampled_from(
    [
        *("1", "2", "99", "-1", "0", "007", "9" * 30, "٣", "²", "|", "||", "@ben", "@nobody", "@"),
        *("until tomorrow", "tomorrow 25:99", "every Monday 9:00", "yesterday", "in 10000 years"),
        *("2030-05-05 19:00", "31.02.2031", "yes", "no", "red", "all", "de", "Europe/Berlin", "-"),
        *("every day every week", "Friday", "morgen um halb 8", "until", "@ Café", "/task", "#"),
        HOSTILE,
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "",
    ]
)
TEXT = st.one_of(
    st.lists(WORDS, max_size=5).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60),
)
NAMES = st.one_of(
    st.sampled_from(sorted(router.commands)),
    st.text(st.characters(categories=["L", "N", "P"]), max_size=12),
)
COMMANDS = st.tuples(NAMES, TEXT).map(lambda said: f"/{said[0]} {said[1]}".strip())
IDS = st.sampled_from(["", "1", "2", "3", "77", "0", "-5", "9" * 18, "9" * 40, "x", "2030-05-05"])
WIRES = st.tuples(NAMES, st.lists(IDS, max_size=4)).map(lambda w: f"/{w[0]} {' '.join(w[1])}")
PLACES = st.sampled_from(["g", "h", "elsewhere", "private"])
DEEDS: st.SearchStrategy[Any] = st.sampled_from(
    ["added", "removed", "joined", "left", "moved", "titled", "blocked", "opened", "unreadable"]
)
SORTS = ["typed", "typed", "pressed", "plain", "reply", "reaction", "event"]
STRANGER = Speaker("new", HOSTILE, "", "x")
NUMBERS = count(1)


@st.composite
def lines(draw: st.DrawFn) -> Utterance | Event:
    """Anything that a platform may hand over."""
    who = draw(st.sampled_from(sorted(PEOPLE)))
    chat = draw(PLACES)
    private = chat == "private"
    place = Place("wire", who if private else chat, private=private, title="g")
    ref, speaker = f"x{next(NUMBERS)}", PEOPLE[who]
    sort = draw(
        st.sampled_from(["typed", "typed", "pressed", "plain", "reply", "reaction", "event"])
    )
    refs = st.sampled_from(["m1", "m2", "m5", "m9", "unknown"])
    match sort:
        case "event":
            about = draw(
                st.sampled_from([None, *PEOPLE.values(), Speaker("new", HOSTILE, "", "x")])
            )
            return Event(ref, place, draw(DEEDS), about, draw(st.sampled_from(["", "new", "h"])))
        case "pressed":
            return Utterance(
                ref, place, speaker, draw(WIRES), pressed=True, press=ref, message="m1"
            )
        case "reaction":
            label = draw(st.sampled_from(["yes", "coming", "red", "", HOSTILE]))
            text = draw(st.sampled_from(["", "undo"]))
            return Utterance(ref, place, speaker, text, label=label, message=draw(refs))
        case "reply":
            text, quoted = draw(st.one_of(TEXT, COMMANDS)), draw(TEXT)
            return Utterance(ref, place, speaker, text, reply_to=draw(refs), quoted=quoted)
        case "plain":
            return Utterance(ref, place, speaker, draw(TEXT), message=ref)
    mentions = {"@ben": PEOPLE["ben"], "@nobody": Speaker("", "", "nobody")}
    return Utterance(ref, place, speaker, draw(COMMANDS), message=ref, mentions=mentions)


@dataclass
class Alive:
    """The database of a neighbourhood in which something of everything has happened."""

    file: Path
    house: House

    def ear(self, file: Path) -> tuple[Store, Ear]:
        store = Store(f"sqlite:///{file}", keys(file.parent))
        return store, Ear(store, self.house)


def told(who: str, chat: str, text: str) -> Utterance:
    place = Place("wire", chat, private=who == chat)
    return Utterance(f"x{next(NUMBERS)}", place, PEOPLE[who], text, message=f"x{next(NUMBERS)}")


@pytest.fixture(scope="module")
def alive(tmp_path_factory: pytest.TempPathFactory) -> Alive:
    file = tmp_path_factory.mktemp("alive") / "alive.db"
    store, wire = Store(f"sqlite:///{file}", keys(file.parent)), Wire(numbered=True)
    zone, time = "Europe/Berlin", VirtualTime(START)
    made = running(store, {"wire": wire}, time, language="en", zone=zone, strict=True)
    Base.metadata.create_all(store.engine)
    with capture_logs() as logs:
        for line in BEFORE.strip().splitlines():
            who, chat, text = line.split(" ", 2)
            made.ear.hear(Delivery("wire", (told(who, chat, text),)), START)
    assert logs == []
    with store.session() as session, session.begin():
        for number, letter in enumerate(session.scalars(select(Letter)), 1):
            letter.ref = f"m{number}"
    store.close()
    return Alive(file, made.ear.house)


def _anything_at_all(alive: Alive, said: Sequence[Line]) -> None:
    file = alive.file.with_name("now.db")
    for old in file.parent.glob("now.db*"):
        old.unlink()
    shutil.copy(alive.file, file)
    store, ear = alive.ear(file)
    try:
        with capture_logs() as logs:
            ear.hear(Delivery("wire", tuple(said), "7"), START)
            for days in (1, 9):
                while ear.due(START + timedelta(days=days)):
                    pass
            ear.hear(Delivery("wire", (told("cem", "fresh", "/found Fresh"),)), START)
            bag, later = Mailbag(store), START + timedelta(days=9)
            while errands := bag.due(later, {"wire": 99}):
                for errand in errands:
                    bag.said(errand, "", later)
        assert [log for log in logs if log["log_level"] != "debug"] == []
        _lives(store)
    finally:
        store.close()


def _lives(store: Store) -> None:
    """What was said afterwards was heard, and every button can be pressed."""
    with store.session() as session:
        assert session.scalars(select(Assembly).where(Assembly.name == "Fresh")).one()
        for letter in session.scalars(select(Letter)):
            for key in json.loads(letter.keys or "[]"):
                assert len(key.get("line", "").encode()) <= 64


QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]


@settings(max_examples=40, deadline=None, suppress_health_check=QUIET)
@given(said=st.lists(lines(), min_size=6, max_size=20))
def test_anything_at_all(alive: Alive, said: list[Line]) -> None:
    _anything_at_all(alive, said)


@pytest.mark.nightly
@settings(max_examples=4000, deadline=None, suppress_health_check=QUIET)
@given(said=st.lists(lines(), min_size=6, max_size=40))
def test_anything_at_all_for_longer(alive: Alive, said: list[Line]) -> None:
    _anything_at_all(alive, said)


@pytest.mark.parametrize("name", sorted(router.commands))
def test_every_command_with_every_word(alive: Alive, name: str) -> None:
    words = ["", "1", "9" * 30, f"² | @ben tomorrow {HOSTILE}"]
    mentions = {"@ben": PEOPLE["ben"]}
    said: list[Line] = []
    for who, chat in (("ben", "g"), ("ana", "ana")):
        for word in words:
            line = told(who, chat, f"/{name} {word}".strip())
            said.append(line)
            ref = f"x{next(NUMBERS)}"
            said.append(
                Utterance(ref, line.place, line.speaker, line.text, "m1", pressed=True, press=ref)
            )
            ref = f"x{next(NUMBERS)}"
            said.append(Utterance(ref, line.place, line.speaker, line.text, mentions=mentions))
    _anything_at_all(alive, said)
