from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.markup import parse, plain
from handlers import router
from handlers.reading import LIMITS, When
from tests.sentences import References, attribute, read_locales, text_of
from tests.sources import read_source

LOCALES = read_locales()
SOURCE = read_source()
ENGLISH = LOCALES["en"]


def listed(problems: Iterable[str]) -> str:
    """One a line: there may be many while a feature is being written."""
    return "\n" + "\n".join(sorted(problems))


each_language = pytest.mark.parametrize("language", sorted(LOCALES))


@each_language
def test_every_line_can_be_read(language: str) -> None:
    assert not LOCALES[language].junk, listed(LOCALES[language].junk)


@each_language
def test_every_key_stands_once(language: str) -> None:
    assert not LOCALES[language].twice, listed(LOCALES[language].twice)


@each_language
def test_every_language_has_the_same_files_and_keys(language: str) -> None:
    assert LOCALES[language].files == ENGLISH.files
    assert LOCALES[language].messages.keys() ^ ENGLISH.messages.keys() == set()


@each_language
def test_every_language_uses_the_same_values(language: str) -> None:
    locale = LOCALES[language]
    differing = {
        key: locale.variables(key) ^ ENGLISH.variables(key)
        for key in locale.messages.keys() & ENGLISH.messages.keys()
    }
    assert {key: names for key, names in differing.items() if names} == {}


@each_language
def test_every_reference_leads_somewhere(language: str) -> None:
    locale = LOCALES[language]
    lost: list[str] = []
    for key, message in locale.messages.items():
        found = References()
        found.visit(message)
        lost += [f"{key}: {name}" for name in found.messages - locale.messages.keys()]
        lost += [f"{key}: -{name}" for name in found.terms - locale.terms]
        lost += [
            f"{key}: {name}.{part}"
            for name, part in found.attributes
            if name not in locale.messages or attribute(locale.messages[name], part) is None
        ]
    assert not lost, listed(lost)


def _patterns(message: ftl.Message) -> Iterator[ftl.Pattern]:
    found: list[ftl.Pattern] = []

    class Patterns(Visitor):
        def visit_Pattern(self, node: ftl.Pattern) -> None:
            found.append(node)
            self.generic_visit(node)

    if message.value:
        Patterns().visit(message.value)
    yield from found


@each_language
def test_no_mark_is_left_unread(language: str) -> None:
    left = [
        key
        for key, message in LOCALES[language].messages.items()
        if not key.startswith("cmd-")
        for pattern in _patterns(message)
        if re.search(r"\*\*|`|\]\(", plain(parse(text_of(pattern)), "/").replace("](\ue000)", ""))
    ]
    assert not left, listed(left)


@each_language
def test_commands_have_names_that_menus_take(language: str) -> None:
    wrong: list[str] = []
    for key, message in LOCALES[language].messages.items():
        if key.startswith("cmd-"):
            what, name = text_of(message.value), attribute(message, "name") or ""
            aliases = _aliases(message)
            if not re.fullmatch("[a-z0-9_]{1,32}", name):
                wrong.append(f"{key}.name: {name!r}")
            if not 3 <= len(what) <= 256 or "\n" in what or "\ue000" in what:
                wrong.append(f"{key}: {what!r}")
            wrong += [f"{key}.aliases: {a!r}" for a in aliases if not re.fullmatch(r"\w{1,32}", a)]
            wrong += [f"{key}.aliases: {a!r}" for a in aliases if a != a.lower()]
    assert not wrong, listed(wrong)


@each_language
def test_no_two_commands_share_a_name(language: str) -> None:
    meant: dict[str, str] = {}
    shared: list[str] = []
    for key, message in LOCALES[language].messages.items():
        if key.startswith("cmd-"):
            names = {key.removeprefix("cmd-"), attribute(message, "name") or "", *_aliases(message)}
            shared += [f"{key}, {meant[name]}: {name}" for name in names if name in meant]
            meant |= dict.fromkeys(names, key)
    assert not shared, listed(shared)


def _aliases(message: ftl.Message) -> list[str]:
    return [a.strip() for a in (attribute(message, "aliases") or "").split(",") if a.strip()]


def test_every_sentence_is_said_somewhere() -> None:
    """By its key, by the beginning of its key (`f"moment-{style}"`), or as a choice's word."""
    known = SOURCE.strings | SOURCE.enum_keys()
    for command in SOURCE.commands:
        known |= command.sentences
        known |= {f"ask-{command.name}-{param}" for param in command.params}
    prefixes = tuple(SOURCE.prefixes - {"cmd-", "ask-"})
    unsaid = [key for key in ENGLISH.messages if key not in known and not key.startswith(prefixes)]
    assert not unsaid, listed(unsaid)


def test_everything_said_is_a_sentence() -> None:
    missing = {f"{use.where}: {use.key}" for use in SOURCE.uses if use.key not in ENGLISH.messages}
    assert not missing, listed(missing)


def test_every_sentence_gets_its_values() -> None:
    missing = [
        f"{use.where}: {use.key} {sorted(lacking)}"
        for use in SOURCE.uses
        if use.values is not None and use.key in ENGLISH.messages
        if (lacking := ENGLISH.variables(use.key) - use.values)
    ]
    assert not missing, listed(missing)


def test_every_command_is_explained_and_asks_for_what_is_missing() -> None:
    wanted = {key for command in SOURCE.commands for key in command.sentences}
    for command in SOURCE.commands:
        for kind in command.params.values():
            name = kind.removesuffix(" | None").rpartition(".")[2]
            wanted |= SOURCE.words_for(name)
    missing = wanted - ENGLISH.messages.keys()
    assert not missing, listed(missing)


def test_whatever_stands_in_the_record_can_be_read() -> None:
    written = re.compile(r'(?<![.\w])(?:append|_record)\([^")]*"([a-z-]+)"')
    texts = (
        path.read_text() for room in ("handlers", "models") for path in Path(room).glob("*.py")
    )
    kinds = {kind for text in texts for kind in written.findall(text)}
    assert {"founded", "decided", "seat-taken"} <= kinds
    missing = {f"record-{kind}" for kind in kinds} - ENGLISH.messages.keys()
    assert not missing, listed(missing)


def test_no_label_is_written_in_the_source() -> None:
    """A button's label is a Phrase, or what a member wrote."""
    assert not SOURCE.labels, listed(SOURCE.labels)


def test_what_cannot_be_read_is_asked_for_again() -> None:
    """Optional or not: whoever types a number where a word belongs hears the question."""
    asked = [
        f"ask-{command.name}-{param.name}"
        for command in router.commands.values()
        for param in command.params
        if command.who.by_person and not command.hidden and may_be_unread(param.kind)
    ]
    missing = [key for key in asked if key not in ENGLISH.messages]
    assert not missing, listed(missing)


def may_be_unread(kind: Any) -> bool:
    kinds = {kind, *get_args(kind)} - {type(None)}
    return any(one in LIMITS or one in (When, int) or is_choice(one) for one in kinds)


def is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)
