"""Each kind of value, as the reader sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.markup import Cmd, Markup, Span, join, plain, tame
from bot.template import PLACES, Template, fill, read
from models.phrase import (
    Bar,
    Choice,
    Command,
    Moment,
    Phrase,
    Quote,
    Several,
    Strong,
    Table,
    Value,
)

_LONGEST = 500
"""A member's words within a sentence of ours; a quote may be as long as it is."""
_BABEL = {"en": "en_GB"}
"""English as most of the world writes it: the day before the month, no comma before "and"."""
_SEPARATORS = {"line": "\n", "dot": " · ", "space": " "}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: their language, their zone, and when."""

    language: str
    zone: str
    now: datetime


class Writer:
    """Writes values; phrases, names of commands and patterns of dates it asks of the words."""

    def __init__(
        self,
        compose: Callable[[Phrase, Reader], Markup],
        call: Callable[[str, str], tuple[str, str]],
        pattern: Callable[[str, str], str | None],
    ) -> None:
        """In a language: `call` gives a command's name and example, `pattern` a key's pattern."""
        self._compose = compose
        self._call = call
        self._pattern = pattern
        self._locale = lru_cache(64)(_locale)
        self._list = lru_cache(512)(self._list_template)
        self._moment = lru_cache(4096)(self._moment_text)
        self._large = lru_cache(4096)(self._large_number)

    def write(self, value: Value, reader: Reader) -> Markup:
        """The value as text of its own, whatever it holds."""
        written: Markup
        match value:
            case str():
                written = (tame(value, _LONGEST),)
            case int() | float():
                written = (self._number(value, reader.language),)
            case Phrase():
                written = self._compose(value, reader)
            case Strong():
                written = (Span("strong", (tame(value.text, _LONGEST),)),)
            case Several():
                written = self._several(value, reader)
            case Moment():
                zone = ZoneInfo(value.zone or reader.zone)
                year = reader.now.astimezone(zone).year
                written = (self._moment(value, zone, year, reader.language),)
            case Command():
                name, example = self._call(value.name, reader.language)
                rest = example if value.example else value.rest
                written = (Cmd(name, tame(rest, _LONGEST)),)
            case Quote():
                text = tame(value.text, len(value.text), multiline=True)
                written = (Span("quote", (text,)),) if text else ()
            case Table():
                written = (Span("table", (self._table(value, reader),)),)
            case Bar():
                written = (_bar(value),)
            case Choice():
                written = (value.value,)
        return written

    def _several(self, several: Several, reader: Reader) -> Markup:
        written = [self.write(value, reader) for value in several.phrases]
        if several.sep != "list":
            return join(written, _SEPARATORS[several.sep])
        return fill(self._list(len(written), reader.language), written.__getitem__, str)

    def _table(self, table: Table, reader: Reader) -> str:
        rows = [[plain(self.write(cell, reader)) for cell in row] for row in table.rows]
        wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ([row[0].ljust(wide[0]), *map(str.rjust, row[1:], wide[1:])] for row in rows)
        return "\n".join("  ".join(line) for line in lines)

    def _list_template(self, length: int, language: str) -> Template:
        places = [PLACES[place] for place in range(length)]
        return read(format_list(places, locale=self._locale(language)))

    def _number(self, number: float, language: str) -> str:
        if isinstance(number, int) and -1000 < number < 1000:
            return str(int(number))
        return self._large(number, language)

    def _large_number(self, number: float, language: str) -> str:
        return format_decimal(number, locale=self._locale(language))

    def _moment_text(self, moment: Moment, zone: ZoneInfo, year: int, language: str) -> str:
        at = moment.at.astimezone(zone)
        with_year = "-year" if at.year != year and moment.style != "time" else ""
        pattern = self._pattern(f"moment-{moment.style}{with_year}", language)
        return format_datetime(at, pattern or "yyyy-MM-dd HH:mm", locale=self._locale(language))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_BABEL.get(language, language.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        return Locale.parse(_BABEL["en"])


def _bar(bar: Bar) -> str:
    full = round(bar.width * bar.part / bar.whole) if bar.whole > 0 else 0
    if 0 < bar.part < bar.whole:
        full = min(max(full, 1), bar.width - 1)
    full = min(max(full, 0), bar.width)
    return "▓" * full + "░" * (bar.width - full)
