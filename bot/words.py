"""A phrase, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import structlog
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment

from bot.book import Book
from bot.markup import Markup, plain
from bot.template import PLACES, Figure, Template, fill, read
from bot.values import Reader, Writer
from models.phrase import Choice, Phrase, Value

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class CommandWords:
    """How a command is called and explained in one language."""

    name: str
    aliases: tuple[str, ...] = ()
    what: str = ""
    example: str = ""


def translations(folder: Traversable | None = None) -> list[Traversable]:
    """The folders of all languages, by name."""
    folder = files("locales") if folder is None else folder
    return [
        language
        for language in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if language.is_dir() and any(file.name.endswith(".ftl") for file in language.iterdir())
    ]


class Words:
    """Every sentence of the house. What a language lacks is said in English."""

    def __init__(self, folder: Traversable | None = None, *, strict: bool = False) -> None:
        """Open all locales; `strict` raises where a sentence or a value is missing."""
        self._books = {language.name: Book(language) for language in translations(folder)}
        self.languages = tuple(self._books)
        self._strict = strict
        self._told: set[tuple[str, str]] = set()
        self._read = lru_cache(4096)(read)
        self._name = lru_cache(1024)(self._name_of)
        self._find = lru_cache(8192)(self._search)
        self._fixed = lru_cache(4096)(self._fixed_text)
        self._writer = Writer(self._compose, self._call, self._pattern)

    def closest(self, hint: str) -> str:
        """The language we have for a platform's hint (`pt-BR`), or English."""
        language = hint.replace("_", "-").lower()
        while language and language not in self._books:
            language = language.rpartition("-")[0]
        return language or "en"

    def say(self, phrase: Phrase, *, language: str, zone: str, now: datetime) -> Markup:
        """The sentence, for somebody who reads this language in this zone at this time."""
        return self._compose(phrase, Reader(language, zone, now))

    def text(self, key: str, language: str, **values: Value) -> str:
        """A label or a menu's text, without marks; for moments use `say`."""
        reader = Reader(language, "UTC", datetime.min.replace(tzinfo=UTC))
        return plain(self._compose(Phrase(key, values), reader))

    def has(self, key: str, language: str) -> bool:
        """Whether this very language has the sentence."""
        book = self._books.get(language)
        return book is not None and book.message(key) is not None

    def attribute(self, key: str, name: str, language: str) -> str | None:
        """The attribute of a sentence, from the first language that has the sentence."""
        found = self._find(key, language)
        pattern = found[0].get_message(key).attributes.get(name) if found else None
        return str(found[0].format_pattern(pattern)[0]) if found and pattern else None

    def command(self, name: str, language: str) -> CommandWords:
        """What a command is called, what it does, and an example."""
        key = f"cmd-{name}"
        aliases = (self.attribute(key, "aliases", language) or "").split(",")
        return CommandWords(
            name=self._name(name, language),
            aliases=tuple(alias.strip() for alias in aliases if alias.strip()),
            what=self._pattern(key, language) or "",
            example=self.attribute(key, "example", language) or "",
        )

    def _name_of(self, command: str, language: str) -> str:
        return self.attribute(f"cmd-{command}", "name", language) or command

    def _call(self, command: str, language: str) -> tuple[str, str]:
        example = self.attribute(f"cmd-{command}", "example", language) or ""
        return self._name(command, language), example

    def _pattern(self, key: str, language: str) -> str | None:
        found = self._find(key, language)
        return str(found[0].format_pattern(found[1])[0]) if found else None

    def _search(self, key: str, language: str) -> tuple[FluentBundle, Any] | None:
        for name in (self.closest(language), "en"):
            book = self._books.get(name)
            message = book.message(key) if book is not None else None
            if book is not None and message is not None and message.value is not None:
                return book.bundle, message.value
        return None

    def _compose(self, phrase: Phrase, reader: Reader) -> Markup:
        if not phrase.values:
            return self._fixed(phrase.key, reader.language)
        arguments: dict[str, Any] = {}
        placed: list[Value] = []
        for name, value in phrase.values.items():
            if isinstance(value, Choice):
                arguments[name] = value.value
            elif isinstance(value, Enum):
                arguments[name] = str(value.value)
            else:
                place = len(placed)
                arguments[name] = (
                    Figure.at(place, value) if isinstance(value, int | float) else PLACES[place]
                )
                placed.append(value)
        template = self._template(phrase.key, reader.language, arguments)
        write = self._writer.write
        return fill(
            template,
            lambda place: write(placed[place], reader),
            lambda place: str(placed[place]),
        )

    def _fixed_text(self, key: str, language: str) -> Markup:
        """A sentence without values reads the same at every time."""
        nothing: dict[str, Any] = {}
        return fill(self._template(key, language, nothing), lambda _: (), str)

    def _template(self, key: str, language: str, arguments: dict[str, Any]) -> Template:
        found = self._find(key, language)
        if found is None:
            self._miss(key, "no such sentence")
            return (f"[{key}]",)
        bundle, pattern = found
        errors: list[Exception] = []
        # Not by `format_pattern`, which would turn a Figure back into a mere number.
        current = CurrentEnvironment(args=arguments)
        text = pattern(ResolverEnvironment(context=bundle, errors=errors, current=current))
        if errors:
            self._miss(key, str(errors[0]))
        return self._read(str(text))

    def _miss(self, key: str, problem: str) -> None:
        if self._strict:
            raise KeyError(f"{key}: {problem}")
        if (key, problem) not in self._told:
            self._told.add((key, problem))
            log.error("words missing", key=key, problem=problem)
