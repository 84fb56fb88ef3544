"""What is let go of to spare memory is missed by nobody."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from babel import Locale
from babel.dates import format_datetime
from babel.lists import format_list
from babel.localedata import load
from babel.numbers import format_decimal

from bot.sparing import UNSAID, UNUSED, spare_tables, spared
from bot.words import translations
from models.zone import zone_named

LANGUAGES = [language.name for language in translations()]


def said(language: str) -> tuple[object, ...]:
    """All that we ask of Babel."""
    at = datetime(2030, 5, 4, 12, tzinfo=UTC)
    return (
        format_datetime(at, "EEE d. MMMM yyyy, HH:mm", locale=language),
        format_list(["a", "b", "c"], locale=language),
        format_decimal(12345.6, locale=language),
        Locale(language).plural_form(1),
        Locale(language).languages["de"],
        zone_named({"de": "Kairo"}.get(language, "Cairo"), language),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_we_say_is_missing(language: str) -> None:
    before = said(language)
    spare_tables(LANGUAGES)
    assert said(language) == before
    assert not set(UNSAID) & load(language).keys()


LOADED = """
import sys
from bot.sparing import spared
with spared():
    import bot.platforms.telegram, bot.platforms.matrix
print(*(name for name in ("psycopg_binary", "frozenlist._frozenlist") if name in sys.modules))
"""


def test_the_networks_load_neither_the_driver_of_postgresql_nor_a_library_for_a_list() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_the_environment_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = UNUSED
    monkeypatch.delenv(mine, raising=False)
    monkeypatch.setenv(theirs, "set by whoever runs it")
    with spared():
        assert os.environ[mine] == UNUSED[mine]
        assert os.environ[theirs] == "set by whoever runs it"
    assert mine not in os.environ
    assert os.environ[theirs] == "set by whoever runs it"
