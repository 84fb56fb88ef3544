"""What of a line says when, and what looks like it: read on Saturday 2030-05-04, 14:00, Berlin."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings

from models.dates import attempted, deadline, find, lead_every, read
from tests.models.test_dates import TEXTS

HERE: dict[str, Any] = {"zone": "Europe/Berlin", "now": datetime(2030, 5, 4, 12, tzinfo=UTC)}


def is_read(said: str, language: str) -> bool:
    every, rest = lead_every(said, language=language, ranges=True, **HERE)
    whole = every is not None and not rest
    return whole or read(said, language=language, ranges=True, **HERE) is not None


@pytest.mark.parametrize(
    ("language", "text", "said", "words"),
    [
        ("en", "tomorrow 9:00 bring the keys", "tomorrow 9:00", "bring the keys"),
        ("en", "bring the keys tomorrow at 9", "tomorrow at 9", "bring the keys"),
        ("en", "go home at 5", "at 5", "go home"),
        ("en", "Walk tomorrow 18:00 at the park", "tomorrow 18:00", "Walk at the park"),
        ("en", "Walk tomorrow 18:00!", "tomorrow 18:00", "Walk"),
        ("en", "Film night Friday 18:00", "Friday 18:00", "Film night"),
        ("en", "things to do Friday 18:00", "Friday 18:00", "things to do"),
        ("en", "Friday 18:00 Daily standup", "Friday 18:00", "Daily standup"),
        ("en", "order 24.12. tickets tomorrow 9:00", "tomorrow 9:00", "order 24.12. tickets"),
        ("en", "noon lunch", "noon", "lunch"),
        ("en", "the walk we do every Friday 18:00", "every Friday 18:00", "the walk we do"),
        ("en", "Friday from 6pm to 8pm party", "Friday from 6pm to 8pm", "party"),
        ("en", "Party Friday 6-8pm", "Friday 6-8pm", "Party"),
        ("en", "24/5 18:00 party", "24/5 18:00", "party"),
        ("en", "Tuesday week 9:00 party", "Tuesday week 9:00", "party"),
        ("de", "Donnerstag ab 19 Uhr Plenum", "Donnerstag ab 19 Uhr", "Plenum"),
        ("de", "Donnerstag 19-21 Uhr Plenum", "Donnerstag 19-21 Uhr", "Plenum"),
        ("de", "Kino Freitag von 18 bis 20 Uhr", "Freitag von 18 bis 20 Uhr", "Kino"),
        ("de", "Plenum (Freitag 18 Uhr) im Hof", "Freitag 18 Uhr", "Plenum im Hof"),
        ("de", "Freitag 18 Uhr Plenum (alle)", "Freitag 18 Uhr", "Plenum (alle)"),
        ("de", "Mu\u0308ll morgens um halb acht", "morgens um halb acht", "Müll"),
    ],
)
def test_a_date_is_found(language: str, text: str, said: str, words: str) -> None:
    assert find(text, language=language, again=True, **HERE) == (said, words)
    assert is_read(said, language)


@pytest.mark.parametrize(
    ("language", "text", "said", "words"),
    [
        ("de", "letzten Freitag", "letzten Freitag", ""),
        ("de", "32. Mai 18 Uhr Plenum", "32. Mai 18 Uhr", "Plenum"),
        ("de", "nächste Woche Müll", "nächste Woche", "Müll"),
        ("de", "Plenum Do 10.5. 18 Uhr", "Do 10.5. 18 Uhr", "Plenum"),
        ("de", "Montag bis Freitag Camp", "Montag bis Freitag", "Camp"),
        ("de", "Freitag Plenum 19 Uhr", "Freitag … 19 Uhr", "Plenum"),
        ("de", "18 Uhr Plenum am 32. Mai", "18 Uhr … am 32. Mai", "Plenum"),
        ("de", "jedes Jahr am 1. Mai Demo", "jedes Jahr am 1. Mai", "Demo"),
        ("en", "24/13 18:00 party", "24/13 18:00", "party"),
        ("en", "31 February rent", "31 February", "rent"),
        ("en", "Walk last Friday 18:00", "last Friday 18:00", "Walk"),
        ("en", "Thursday 19-21 Plenum", "Thursday 19-21", "Plenum"),
        ("en", "Party Friday 11-1pm", "Friday 11-1pm", "Party"),
        ("en", "Friday 18:00 next week party", "Friday 18:00 next week", "party"),
        ("en", "hand in the form by Friday", "by Friday", "hand in the form"),
        ("en", "every hour drink", "every hour", "drink"),
    ],
)
def test_what_is_no_date_is_found_as_well(language: str, text: str, said: str, words: str) -> None:
    assert find(text, language=language, again=True, **HERE) == (said, words)
    assert not is_read(said, language)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "pay the rent",
            "call Mo",
            "walk in the sun",
            "um 7 Leute bitten",
            "half ten of them",
        ),
        *("buy tickets for Friday", "Karten für Freitag 18 Uhr kaufen", "last minute changes"),
        *(
            "Every day counts",
            "Freitag um 18 Uhr 10 Stühle",
            "open 24/7 from now on",
            "Songs by May",
        ),
        *("tell Ben that Friday is fine", "der 1. Mai war schön", "2.5 Liter Milch holen"),
    ],
)
def test_words_stay_whole_where_nothing_says_when(language: str, text: str) -> None:
    assert find(text, language=language, again=True, **HERE) == ("", text)


def test_noon_before_words_is_enough_for_a_reminder_only() -> None:
    assert find("noon prayer", language="en", **HERE) == ("", "noon prayer")


@pytest.mark.parametrize(
    ("text", "rest", "said"),
    [
        ("Flyer drucken bis Freitag", "Flyer drucken", "bis Freitag"),
        ("Flyer drucken bis 32. Mai", "Flyer drucken", "bis 32. Mai"),
        ("Flyer drucken bis nächste Woche", "Flyer drucken", "bis nächste Woche"),
        ("Flyer drucken bis Mitte Juni", "Flyer drucken", "bis Mitte Juni"),
        ("Flyer drucken bis Weihnachten", "Flyer drucken", "bis Weihnachten"),
        ("Flyer drucken, bis letzten Freitag", "Flyer drucken", "bis letzten Freitag"),
        ("Heizung in Nr. 12 bis 32. Mai", "Heizung in Nr. 12", "bis 32. Mai"),
        ("Print flyers until 31 February", "Print flyers", "until 31 February"),
        ("Print flyers by next week", "Print flyers", "by next week"),
        ("Print flyers by 5/10", "Print flyers", "by 5/10"),
        ("Print flyers by Friday or Saturday", "Print flyers", "by Friday or Saturday"),
        *(
            (text, text, "")
            for text in ("Songs by May", "read the book by Marx", "walk by the river")
        ),
        *(
            (text, text, "")
            for text in ("Camp Montag bis Freitag", "Von 3 bis 5", "Vorhänge vor acht")
        ),
        *((text, text, "") for text in ("Offen von 15 bis 18 Uhr", "Camp vom 30.5. bis 32.5.")),
    ],
)
def test_a_deadline_that_cannot_be_read_is_still_one(text: str, rest: str, said: str) -> None:
    for language in ("de", "en"):
        assert deadline(text, language=language, **HERE) == (rest, said)
    assert not said or attempted(said, language="en", **HERE)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_no_text_raises_and_no_word_is_made_up(text: str) -> None:
    said, words = find(text, language="de", again=True, **HERE)
    for piece in (*said.split(" … "), *words.split()):
        assert piece in normalize("NFC", text)
    deadline(text, language="en", **HERE)
    attempted(text, language="en", **HERE)
