"""What libraries load that nobody here asks for, let go of: it is memory of a small machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, cast, get_args

from babel import Locale
from babel.core import get_global
from babel.localedata import load

Table = Literal["territory_languages", "territory_currencies", "all_currencies", "likely_subtags"]
EVERYWHERE: tuple[Table, ...] = get_args(Table)
"""Tables of Babel that are of no language; it guesses none for us from half a name."""
UNSAID = (
    "unit_patterns", "unit_display_names", "compound_unit_patterns", "interval_formats",
    "currency_names", "currency_names_plural", "compact_currency_formats", "date_fields",
    "compact_decimal_formats", "currency_symbols", "scripts", "variants",
)  # fmt: skip
"""Tables of a language: we say dates, zones, lists and plain numbers, no money and no weights."""
UNUSED = {"PSYCOPG_IMPL": "none", "FROZENLIST_NO_EXTENSIONS": "1"}
"""nio's peewee would load PostgreSQL's driver, 9 MB; aiohttp's lists C++'s library, 1 MB."""


@contextmanager
def spared() -> Iterator[None]:
    """In here the networks' libraries are loaded without what only takes memory."""
    mine = {name: value for name, value in UNUSED.items() if name not in os.environ}
    os.environ |= mine
    try:
        yield
    finally:
        for name in mine:
            del os.environ[name]


def spare_tables(languages: Iterable[str]) -> None:
    """Drop 3 MB of Babel's tables, early, so that others take the room that they leave."""
    for table in EVERYWHERE:
        cast("dict[str, object]", get_global(table)).clear()
    for name in ("root", *(str(Locale.parse(language, sep="-")) for language in languages)):
        tables = load(name)
        for unsaid in UNSAID:
            tables.pop(unsaid, None)
