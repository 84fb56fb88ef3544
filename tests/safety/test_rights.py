"""Every cell of who says what where: refused by default, and nothing changes before a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from sqlalchemy import select

from bot.platforms import Utterance
from handlers import router
from handlers.rights import belonging, followers, in_private, members, readers
from models.assembly import Assembly
from tests.bot.conftest import Scene
from tests.safety.lines import ANYONE, FACILITATOR, MEMBER, NOBODY, ORGANISER, OWNER, SAID
from tests.safety.world import Town, trying

STANDING = {
    "zoe": 0,
    "dan": 0,
    "hana": 0,
    "kim": 0,
    "pia": 0,
    "ida": 0,
    "mia": MEMBER,
    "fae": FACILITATOR,
    "ana": ORGANISER,
    "olu": OWNER,
}
"""Who they are in Wedding: a stranger, one who left, organisers of another commune and of the
committee below; who founded the council above, who is sent there by another commune; a member, a
facilitator, an organiser, who began it."""
PEOPLE = sorted(STANDING)
BY_PERSON = {name for name, command in router.commands.items() if command.who.by_person}
NUMBERS = count(1)


def test_every_command_stands_in_the_table() -> None:
    assert set(SAID) == BY_PERSON


def spoken(scene: Scene, who: str, chat: str, text: str, *, pressed: bool) -> Utterance:
    number = next(NUMBERS)
    return scene.line(who, chat, text, f"try{number}", f"try{number}" if pressed else "")


def forms(name: str, town: Town) -> Iterator[tuple[str, bool]]:
    """The line as it is typed, bare, and as a button says it."""
    cell = SAID[name]
    if not router.commands[name].hidden and cell.who < OWNER:
        yield f"/{name}", False
    if cell.typed and not router.commands[name].hidden:
        yield f"/{name} {cell.typed.format(**town.ids)}".strip(), False
    yield f"/{name} {cell.pressed.format(**town.ids)}".strip(), True


@pytest.fixture(scope="module")
def places(town: Scene, here: Town) -> Town:
    """What there is, with the assemblies around it."""
    with town.running.store.session() as session:
        named = dict(session.execute(select(Assembly.name, Assembly.id)).all())
    return Town(here.ids | {"committee": named["Heating"], "council": named["Town"]})


LISTS = {members, belonging, readers, followers}
"""Rights of members, who may be asked which thing they mean."""
NO_RIGHT = {
    "refused-not-member",
    "refused-needs-facilitator",
    "refused-needs-organiser",
    "refused-no-seat",
    "refused-belongs-nowhere",
    "refused-not-there",
}
"""A right says no."""
NO_RULE = {
    "agenda-not-yours",
    "amend-not-yours",
    "argument-not-yours",
    "button-old",
    "candidacy-none",
    "candidacy-not-asked",
    "campaign-not-yours",
    "care-not-yours",
    "care-none-yours",
    "decision-no-vote-yet",
    "decision-not-yours",
    "delegation-not-yours",
    "election-not-yours",
    "half-said-expired",
    "item-by-mandate",
    "meeting-no-answer-yet",
    "meeting-not-yours",
    "minutes-not-yours",
    "motion-not-yours",
    "office-not-yours",
    "outcome-not-yet",
    "outcome-unsaid",
    "picture-not-yet",
    "bring-not-decided",
    "bring-not-yours",
    "half-said-by-another",
    "question-not-yours",
    "refused-private-only",
    "reminder-not-yours",
    "inquiry-not-yours",
    "recall-not-supported",
    "report-nobody-sent-you",
    "settings-own",
    "task-not-yours",
    "task-not-yours-to-delete",
    "task-of-others",
    "task-open-already",
}
"""A rule of the thing itself says no."""


@pytest.mark.parametrize("who", PEOPLE)
def test_whoever_may_not_changes_nothing_and_is_told(town: Scene, places: Town, who: str) -> None:
    wrong = []
    for name, cell in SAID.items():
        if STANDING[who] >= cell.who:
            continue
        for text, pressed in forms(name, places):
            asked = text == f"/{name}" and not pressed
            if asked and STANDING[who] and router.commands[name].who in LISTS:
                continue  # A member may be asked which one it is about; then its rule says no.
            with trying(town) as attempt:
                attempt.hear(spoken(town, who, "g", text, pressed=pressed))
                changed = attempt.written
                if changed or not set(attempt.keys) & (NO_RIGHT | NO_RULE):
                    wrong.append((text, pressed, changed, attempt.keys))
    assert wrong == []


@pytest.mark.parametrize("who", ["mia", "fae", "ana"])
def test_whoever_may_is_let_in(town: Scene, places: Town, who: str) -> None:
    wrong = []
    for name, cell in SAID.items():
        if cell.who in {NOBODY, OWNER} or STANDING[who] < cell.who:
            continue
        for text, pressed in forms(name, places):
            with trying(town) as attempt:
                attempt.hear(spoken(town, who, "g", text, pressed=pressed))
                if set(attempt.keys) & (NO_RIGHT | {"something-broke"}) or not attempt.keys:
                    wrong.append((text, pressed, attempt.keys))
    assert wrong == []


@pytest.mark.parametrize("who", ["mia", "ana", "pia", "zoe"])
def test_without_a_seat_nobody_changes_a_council_and_only_its_base_reads_along(
    town: Scene, places: Town, who: str
) -> None:
    """Mia and Ana belong to a group that sits there; Pia has founded it, Zoe is a stranger."""
    wrong = []
    for name, cell in SAID.items():
        command = router.commands[name]
        if cell.who is ANYONE or command.hidden or (command.fits and command.fits is in_private):
            continue
        reads = command.who in {readers, followers} and who in {"mia", "ana"}
        for text in (f"/{name}", f"/{name} {cell.typed.format(**places.ids)}".strip()):
            with trying(town) as attempt:
                attempt.hear(spoken(town, who, "c", text, pressed=False))
                changed = attempt.written - {"drafts"}
                refused = set(attempt.keys) & (NO_RIGHT - {"refused-not-there"})
                if changed or not attempt.keys or (refused and reads):
                    wrong.append((text, changed, attempt.keys))
    assert wrong == []


@pytest.mark.parametrize("who", ["zoe", "dan", "kim", "hana"])
def test_in_private_strangers_change_nothing_of_it(town: Scene, places: Town, who: str) -> None:
    wrong = []
    for name, cell in SAID.items():
        if not (cell.who and cell.entity):
            continue
        text = f"/{name} {cell.pressed.format(**places.ids)}"
        with trying(town) as attempt:
            attempt.hear(spoken(town, who, who, text, pressed=True))
            changed = attempt.written - {"accounts"}
            if changed or not set(attempt.keys) & (NO_RIGHT | NO_RULE):
                wrong.append((text, changed, attempt.keys))
    assert wrong == []


@pytest.mark.parametrize("who", ["zoe", "dan", "hana", "mia", "ana"])
@pytest.mark.parametrize("private", [True, False], ids=["private", "group"])
def test_what_is_others_reads_like_what_is_not_there(
    town: Scene, elsewhere: Town, who: str, private: bool
) -> None:
    """For Hana, what is Wedding's; for the others what is Neukölln's."""
    wrong = []
    with town.running.store.session() as session:
        theirs = Town.of(session, "Wedding") if who == "hana" else elsewhere
    nothing = Town(dict.fromkeys(theirs.ids, 10**17))
    chat = who if private else "h" if who == "hana" else "g"
    for name, cell in SAID.items():
        if not cell.entity:
            continue
        told = []
        for ids in (theirs.ids, nothing.ids):
            text = f"/{name} {cell.pressed.format(**nothing.ids | ids)}"
            with trying(town) as attempt:
                said = attempt.hear(spoken(town, who, chat, text, pressed=True))
                changed = attempt.written - {"accounts"}
                told.append((said, attempt.keys, changed))
        if told[0] != told[1] or told[0][2] or not told[0][0]:
            wrong.append((name, told))
    assert wrong == []


@pytest.mark.parametrize("who", ["ana", "zoe"])
@pytest.mark.parametrize("pressed", [True, False], ids=["pressed", "typed"])
def test_nobody_speaks_for_the_clock_or_the_platform(
    town: Scene, places: Town, who: str, pressed: bool
) -> None:
    wrong = []
    for name in router.commands.keys() - BY_PERSON:
        params = router.commands[name].params
        args = [str(places.ids.get(param.name, 1)) for param in params]
        for chat in ("g", who):
            with trying(town) as attempt:
                text = " ".join([f"/{name}", *args])
                attempt.hear(spoken(town, who, chat, text, pressed=pressed))
                changed = attempt.written - {"accounts"}
                refused = {"button-old", "refused-unknown-command", "refused-did-you-mean"}
                if changed or not refused & set(attempt.keys):
                    wrong.append((text, chat, changed, attempt.keys))
    assert wrong == []


def test_hidden_lines_cannot_be_typed(town: Scene, places: Town) -> None:
    wrong = []
    for name in BY_PERSON:
        if router.commands[name].hidden:
            with trying(town) as attempt:
                text = f"/{name} {SAID[name].pressed.format(**places.ids)}"
                attempt.hear(spoken(town, "ana", "g", text, pressed=False))
                if attempt.written:
                    wrong.append(text)
    assert wrong == []
