"""The bot reads every date that it gives as an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from handlers import router
from handlers.assigning import Due
from handlers.meeting_words import Start
from handlers.reading import When
from handlers.rhythm import Rhythm
from models import dates
from tests.sentences import attribute, read_locales, text_of

LOCALES = read_locales()
NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
DATED = {When, Start, Due, Rhythm}
EXAMPLE = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
each_language = pytest.mark.parametrize("language", sorted(LOCALES))


def here(language: str) -> dict[str, Any]:
    return {"language": language, "zone": "Europe/Berlin", "now": NOW}


def is_date(text: str, language: str) -> bool:
    every, rest = dates.lead_every(text, **here(language))
    return dates.read(text, **here(language)) is not None or (every is not None and not rest)


def asked() -> Iterator[str]:
    """The questions that are answered with a date."""
    for command in router.commands.values():
        for param in command.params:
            if DATED & {param.kind, *get_args(param.kind)}:
                yield f"ask-{command.name}-{param.name}"


@each_language
def test_a_date_that_is_asked_for_is_read_as_in_the_example(language: str) -> None:
    known = LOCALES[language].messages
    keys = ["refused-date", *(key for key in asked() if key in known)]
    examples = {key: EXAMPLE.findall(text_of(known[key].value)) for key in keys}
    assert examples["refused-date"]
    assert examples["ask-remind-when"]
    assert examples["ask-meet-starts"]
    unread = [
        (k, one) for k, ones in examples.items() for one in ones if not is_date(one, language)
    ]
    assert unread == []


@each_language
@pytest.mark.parametrize(
    "command", ["remind", "meet", "poll", "decide", "elect", "task", "campaign"]
)
def test_the_example_of_a_command_says_when(language: str, command: str) -> None:
    message = LOCALES[language].messages[f"cmd-{command}"]
    example = attribute(message, "example") or ""
    last = example.rpartition("|")[2].strip()
    rest, said = dates.deadline(last, **here(language))
    if not said:
        said, rest = dates.find(last.partition(" @ ")[0], again=True, **here(language))
    before, until = dates.trail(said, **here(language))
    assert is_date(said, language) or (until is not None and not before), example
    assert dates.find(rest, again=True, **here(language))[0] == "", rest
