from __future__ import annotations

import enum
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from bot.markup import Cmd, Markup, Span, plain, telegram
from bot.words import CommandWords, Words
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

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)

ENGLISH = """
moment-full = ccc d MMMM, HH:mm
moment-full-year = ccc d MMMM y, HH:mm
moment-day = ccc d MMMM
moment-day-year = ccc d MMMM y
moment-time = HH:mm
hello = Hello **{ $who }**, *welcome*
only-english = In English
said = { $what }
wrote = They wrote: { $what } Thanks.
quoted = Before
    > { $what }
link = See [the feed]({ $url }).
votes = { $count ->
    [0] no votes
    [one] { $count } vote
   *[other] { $count } votes
    }
state = { $state ->
    [open] It is open
   *[closed] It is closed
    }
-house = Kommune
house = Welcome to { -house }. { house-rule }
house-rule = Be kind.
cmd-poll = Start a poll
    .name = poll
    .aliases = vote_on, ballot
    .example = Tea? | yes | no
"""
GERMAN = """
moment-full = ccc d. MMMM, HH:mm
moment-full-year = ccc d. MMMM y, HH:mm
moment-day = ccc d. MMMM
moment-day-year = ccc d. MMMM y
moment-time = HH:mm
hello = Hallo **{ $who }**
said = { $what }
votes = { $count ->
    [one] { $count } Stimme
   *[other] { $count } Stimmen
    }
cmd-poll = Eine Umfrage starten
    .name = umfrage
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    return Words(locales(tmp_path), strict=True)


def locales(folder: Path) -> Path:
    for language, text in {"en": ENGLISH, "de": GERMAN}.items():
        (folder / language).mkdir()
        (folder / language / "some.ftl").write_text(text, encoding="utf-8")
    return folder


def say(words: Words, key: str, language: str = "en", **values: Value) -> Markup:
    return words.say(Phrase(key, values), language=language, zone="Europe/Berlin", now=NOW)


def test_a_sentence_in_each_language(words: Words) -> None:
    assert words.languages == ("de", "en")
    assert telegram(say(words, "hello", who="Ben")) == "Hello <b>Ben</b>, <i>welcome</i>"
    assert telegram(say(words, "hello", "de", who="Ben")) == "Hallo <b>Ben</b>"


def test_what_a_language_lacks_is_said_in_english(words: Words) -> None:
    assert say(words, "only-english", "de") == ("In English",)
    assert say(words, "hello", "pt-BR", who="x") == say(words, "hello", "en", who="x")
    assert words.has("hello", "de")
    assert not words.has("only-english", "de")
    assert not words.has("hello", "pt")


def test_a_sentence_may_hold_others(words: Words) -> None:
    assert say(words, "house") == ("Welcome to Kommune. Be kind.",)
    assert not words.has("-house", "en")


@pytest.mark.parametrize(
    ("hint", "language"),
    [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("pt-BR", "en"), ("", "en")],
)
def test_the_closest_language(words: Words, hint: str, language: str) -> None:
    assert words.closest(hint) == language


@pytest.mark.parametrize(
    "name", ["**a**", "[x](https://evil.org)", "> q", "`c`", "{ $who }", "<b>&", "\\*", "_x_"]
)
def test_members_words_are_never_read_as_markup(words: Words, name: str) -> None:
    assert say(words, "said", what=name) == (name,)
    assert say(words, "hello", who=name)[1] == Span("strong", (name,))


def test_private_characters_cannot_take_another_values_place(words: Words) -> None:
    assert plain(say(words, "hello", who="\ue000a\ue001")) == "Hello a, welcome"


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("a\nb\u202e", "a b", "a b"),
        (12345, "12,345", "12.345"),
        (2.5, "2.5", "2,5"),
        (Moment(NOW), "Sat 4 May, 14:00", "Sa 4. Mai, 14:00"),
        (Moment(NOW, "day"), "Sat 4 May", "Sa 4. Mai"),
        (Moment(NOW, "time"), "14:00", "14:00"),
        (Moment(NOW.replace(year=2031), "time"), "14:00", "14:00"),
        (Moment(NOW.replace(year=2031)), "Sun 4 May 2031, 14:00", "So 4. Mai 2031, 14:00"),
        (
            Moment(datetime(2030, 12, 31, 23, tzinfo=UTC), "day"),
            "Wed 1 January 2031",
            "Mi 1. Januar 2031",
        ),
        (Several(["A", "B", "C"]), "A, B and C", "A, B und C"),
        (Several(["A"]), "A", "A"),
        (Several([]), "", ""),
        (Several(["A", Phrase("votes", {"count": 1})], "dot"), "A · 1 vote", "A · 1 Stimme"),
        (Several(["A", "B"], "line"), "A\nB", "A\nB"),
        (Several(["A", "B"], "space"), "A B", "A B"),
        (Command("poll"), "/poll", "/umfrage"),
        (Command("poll", "Tea\n?"), "/poll Tea ?", "/umfrage Tea ?"),
        (Command("unknown"), "/unknown", "/unknown"),
        (Bar(5, 7), "▓▓▓▓▓▓▓░░░", "▓▓▓▓▓▓▓░░░"),
        (Bar(199, 200), "▓▓▓▓▓▓▓▓▓░", "▓▓▓▓▓▓▓▓▓░"),
        (Bar(1, 200, 4), "▓░░░", "▓░░░"),
        (Bar(3, 3, 3), "▓▓▓", "▓▓▓"),
        (Bar(0, 0), "░░░░░░░░░░", "░░░░░░░░░░"),
        (Phrase("votes", {"count": 2}), "2 votes", "2 Stimmen"),
        (Table([["", 1, 20], ["1", "·", 5]]), "   1  20\n1  ·   5", "   1  20\n1  ·   5"),
        (Choice("own"), "own", "own"),
    ],
)
def test_values(words: Words, value: Value, english: str, german: str) -> None:
    assert plain(say(words, "said", what=value)) == english
    assert plain(say(words, "said", "de", what=value)) == german


def test_marked_values(words: Words) -> None:
    assert say(words, "said", what=Strong("a\n*b*")) == (Span("strong", ("a *b*",)),)
    assert say(words, "said", what=Command("poll", "x")) == (Cmd("poll", "x"),)
    assert say(words, "said", what=Several([Strong("a"), Strong("b")])) == (
        Span("strong", ("a",)),
        " and ",
        Span("strong", ("b",)),
    )


def test_a_quote_stands_on_lines_of_its_own(words: Words) -> None:
    quote = Span("quote", ("a\n> *b*",))
    assert say(words, "said", what=Quote("a\n> *b*\n")) == (quote,)
    assert say(words, "wrote", what=Quote("a\n> *b*")) == (
        "They wrote: \n",
        quote,
        "\n Thanks.",
    )
    assert say(words, "quoted", what=Quote("a\n> *b*")) == ("Before\n", quote)
    assert say(words, "said", what=Quote("\n")) == ()


def test_quotes_are_as_long_as_they_are_and_the_rest_is_not(words: Words) -> None:
    assert plain(say(words, "said", what="x" * 3000)) == "x" * 499 + "…"
    assert plain(say(words, "said", what=Quote("x" * 3000))) == "> " + "x" * 3000


def test_only_web_addresses_become_links(words: Words) -> None:
    url = "https://a.org/" + "x" * 600
    assert say(words, "link", url=url)[1] == Span("link", ("the feed",), url)
    assert say(words, "link", url="javascript:alert(1)") == ("See the feed.",)


def test_numbers_and_choices_choose_the_wording(words: Words) -> None:
    class State(enum.StrEnum):
        OPEN = "open"

    assert [plain(say(words, "votes", count=n)) for n in (0, 1, 2, 1000)] == [
        "no votes",
        "1 vote",
        "2 votes",
        "1,000 votes",
    ]
    assert say(words, "state", state=Choice("open")) == ("It is open",)
    assert say(words, "state", state=State.OPEN) == ("It is open",)
    assert say(words, "state", state="open") == ("It is closed",)


def test_labels_and_attributes(words: Words) -> None:
    assert words.text("hello", "en", who="*Ben*") == "Hello *Ben*, welcome"
    assert words.attribute("cmd-poll", "example", "en") == "Tea? | yes | no"
    assert words.attribute("cmd-poll", "example", "de") is None
    assert words.attribute("cmd-poll", "name", "fr") == "poll"
    assert words.attribute("nothing", "name", "en") is None


def test_commands(words: Words) -> None:
    assert words.command("poll", "en") == CommandWords(
        "poll", ("vote_on", "ballot"), "Start a poll", "Tea? | yes | no"
    )
    assert words.command("poll", "de") == CommandWords("umfrage", (), "Eine Umfrage starten", "")
    assert words.command("nothing", "de") == CommandWords("nothing")


def test_what_is_missing_raises_where_it_can_be_mended(words: Words) -> None:
    with pytest.raises(KeyError, match="no-such-key"):
        say(words, "no-such-key")
    with pytest.raises(KeyError, match="who"):
        say(words, "hello")


def test_what_is_missing_never_stops_a_letter(tmp_path: Path) -> None:
    words = Words(locales(tmp_path))
    with structlog.testing.capture_logs() as logged:
        assert say(words, "no-such-key") == ("[no-such-key]",)
        assert say(words, "no-such-key", "de") == ("[no-such-key]",)
        assert plain(say(words, "hello")).startswith("Hello")
    assert [line["key"] for line in logged] == ["no-such-key", "hello"]


def test_the_house_has_its_own_words() -> None:
    words = Words(strict=True)
    assert words.text("stance-yes", "de") == "ja"
    assert "Freitag 18 Uhr" in words.text("refused-date", "de", typed="32. Mai")
