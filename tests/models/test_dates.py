"""The dates people write, read on Saturday 2030-05-04 at 14:00 in Berlin."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import Every, lead, lead_every, read, trail

BERLIN = "Europe/Berlin"
NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def table(language: str) -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / f"dates_{language}.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    return [(language, phrase, expected) for phrase, expected in pairs]


def shown(when: datetime | None, zone: str = BERLIN) -> str | None:
    if when is None:
        return None
    assert when.tzinfo is UTC
    return f"{when.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("language", "phrase", "expected"), table("de") + table("en"))
def test_a_phrase_is_read(language: str, phrase: str, expected: str) -> None:
    for said in (phrase, phrase.lower(), f"  {phrase} ", phrase.replace(" ", "\u00a0 ")):
        assert shown(read(said, language=language, zone=BERLIN, now=NOW)) == expected, said


@pytest.mark.parametrize(("language", "phrase", "expected"), table("de") + table("en"))
def test_a_phrase_that_leads_or_trails(language: str, phrase: str, expected: str) -> None:
    assert lead(phrase, language=language, zone=BERLIN, now=NOW)[1] == ""
    word = {"de": "bis", "en": "until"}[language]
    rest, when = trail(f"Tee {word} {phrase}", language=language, zone=BERLIN, now=NOW)
    assert (rest, shown(when)) == ("Tee", expected)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ".", "32. Mai", "30 February", "30.2.", "29.2.2031", "29. Februar", "25:00"),
        *("18:60", "24:30", "13pm", "0am", "25 Uhr", "Freitag 25:00", "24.13.", "0.5."),
        *("2030-13-01", "2030-02-30", "5/10", "10", "März", "March", "May", "Mai", "am", "bis"),
        *("Do 10.5. 18 Uhr", "Friday 11 May", "Freitag Montag", "morgen Freitag", "heute heute"),
        *("18 Uhr morgens", "Friday 18:00 in the morning", "Freitag 19-21 Uhr", "18:00-20:00"),
        *("heute Nacht um 3", "heute Nacht", "evening", "abends", "next week", "nächste Woche"),
        *(
            "in 2",
            "in Tagen",
            "in 0.5 days",
            "31.12.9999",
            "0001-01-01",
            "in 7969 years",
            "in 9999 years",
            "Wochenende 18 Uhr",
            "in 2h",
        ),
        *("Freitag in einer Stunde", "in einer Stunde 18 Uhr", "freitags", "every Friday"),
        *("letzten Freitag", "last Friday", "this week", "Friday next week or so", "jeden Tag"),
        *("24/13", "13/13 18:00", "5/10 in the morning sun", "24/7", "ersten", "the first"),
        *("32. Mai 18 Uhr", "31 February", "Freitag ab 19 Uhr", "Friday from 6pm", "Freitag Juni"),
        *("10.5.-12.5.", "24.12.2030 Feier", "um 25", "halb", "noonish"),
    ],
)
def test_what_is_no_date_is_not_read(language: str, text: str) -> None:
    assert read(text, language=language, zone=BERLIN, now=NOW) is None


@pytest.mark.parametrize(
    ("language", "text", "expected", "rest"),
    [
        (
            "en",
            "Thursday 19:00 Tea @ Café Rot",
            "2030-05-09 19:00",
            "Tea @ Café Rot",
        ),
        ("en", "tomorrow 9:00 bring the keys", "2030-05-05 09:00", "bring the keys"),
        ("en", "Friday print flyers", "2030-05-10 23:59", "print flyers"),
        ("en", "Fri evening kitchen", "2030-05-10 19:00", "kitchen"),
        ("en", "Sat 10am clean up", "2030-05-11 10:00", "clean up"),
        ("en", "March 8 18:00 demo", "2031-03-08 18:00", "demo"),
        ("en", "8 March demo", "2031-03-08 23:59", "demo"),
        ("en", "on the 15th at 6 dinner", "2030-05-15 18:00", "dinner"),
        ("en", "Freitag 18 Uhr Küfa", "2030-05-10 18:00", "Küfa"),
        ("en", "do 9.5. 19:00 Plenum", None, "do 9.5. 19:00 Plenum"),
        ("de", "in 2 Tagen Müll rausbringen", "2030-05-06 23:59", "Müll rausbringen"),
        ("de", "morgen um 19 Uhr Plenum", "2030-05-05 19:00", "Plenum"),
        ("de", "Do 9.5. 19:00 Plenum", "2030-05-09 19:00", "Plenum"),
        ("de", "So 15 Uhr: Kaffee", "2030-05-05 15:00", "Kaffee"),
        ("de", "Freitag – 3. Plenum", "2030-05-10 23:59", "3. Plenum"),
        ("de", "Freitagabend um acht Film", "2030-05-10 20:00", "Film"),
        ("de", "24.12. 18h Weihnachten\nfür alle", "2030-12-24 18:00", "Weihnachten\nfür alle"),
        ("de", "tomorrow 6pm Küche", "2030-05-05 18:00", "Küche"),
        ("de", "morgen 6pm Küche", "2030-05-05 18:00", "Küche"),
        ("de", "u\u0308bermorgen Mu\u0308ll", "2030-05-06 23:59", "Müll"),
        ("de", "am Freitag, 18 Uhr im Café: Plenum", "2030-05-10 18:00", "im Café: Plenum"),
        ("de", "Freitag 3 Kuchen und Tee", "2030-05-10 23:59", "3 Kuchen und Tee"),
        ("en", "Friday at seven thirty film", "2030-05-10 19:30", "film"),
        ("en", "Friday 6pm til late", "2030-05-10 18:00", "til late"),
        ("de", "morgen um 6 am Kotti", "2030-05-05 18:00", "am Kotti"),
    ],
)
def test_a_date_leads(language: str, text: str, expected: str | None, rest: str) -> None:
    when, left = lead(text, language=language, zone=BERLIN, now=NOW)
    assert (shown(when), left) == (expected, rest)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("so geht das nicht", "So nicht", "Mo fragt Di", "do the dishes", "Sun cream kaufen"),
        *("March for peace", "May we come in", "May 10 people come in", "Sat in the kitchen"),
        *("Mi casa", "Fr. Müller anrufen", "am Kotti treffen", "am 3. Ort", "in der Küche"),
        *("um 7 Leute bitten", "at 6 people we stop", "noon prayer", "2.5 Liter Milch"),
        *("2h Putzen", "18 Leute", "Morgenrot putzen", "Freitags-Café", "Montag's list"),
        *("Freitag 25:00 Plenum", "Freitag 32. Mai Plenum", "Thursday 19:00-21:00 Plenum"),
        *("Do 19-21 Uhr Plenum", "Fr 3.5. Plenum", "Dienstag in einer Stunde Plenum"),
        *(
            "Friday 18:00 next week party",
            "Freitag 18 Uhr letzte Woche Tee",
            "Friday week planning",
        ),
        *("Freitag 18 Uhr jeden Montag Tee", "24/5 party", "5/10 done", "June first, then talk"),
        *("@friday 18:00 hi", "/friday", "Plenum Freitag", "half ten of them", "on the 1st floor"),
        *("Freitag 2h Putzen", "Freitag 2.50 Euro einsammeln", "Freitag um 18 Uhr 10 Stühle"),
        *("24.12.18 Uhr Feier", "Freitag vor acht", "Montag bis Freitag Camp", "Sa/So Camp"),
        *("Friday and Saturday market", "on Friday from 6pm to 8pm party", "in a day or two"),
        *("Freitag Plenum 19 Uhr", "Sunday brunch 11:00", "Mo-Fr 9 Uhr", "Mittwochs 18 Uhr Küfa"),
        *("Do 10.5. 18 Uhr Plenum", "18 Uhr morgens Plenum", "10.5.-12.5. Camp", "so 3pm-ish"),
    ],
)
def test_a_title_is_no_date(language: str, text: str) -> None:
    assert lead(text, language=language, zone=BERLIN, now=NOW) == (None, text)


@pytest.mark.parametrize(
    ("language", "text", "rest", "expected"),
    [
        ("en", "Print flyers @ben by Friday", "Print flyers @ben", "2030-05-10 23:59"),
        ("en", "until Friday 18:00", "", "2030-05-10 18:00"),
        ("en", "Stand by me by tomorrow.", "Stand by me", "2030-05-05 23:59"),
        ("en", "Clean up before Friday", "Clean up", "2030-05-09 23:59"),
        ("en", "Clean up before Friday 18:00", "Clean up", "2030-05-10 18:00"),
        ("en", "Clean up before the weekend", "Clean up", "2030-05-03 23:59"),
        ("en", "Flyers till the end of the month", "Flyers", "2030-05-31 23:59"),
        ("en", "Flyer drucken bis Freitag", "Flyer drucken", "2030-05-10 23:59"),
        ("de", "Flyer drucken bis Freitag", "Flyer drucken", "2030-05-10 23:59"),
        ("de", "Flyer drucken (bis Freitag)", "Flyer drucken", "2030-05-10 23:59"),
        ("de", "Flyer drucken bis spätestens Freitag 18 Uhr", "Flyer drucken", "2030-05-10 18:00"),
        ("de", "Flyer drucken, spätestens am 24.12.", "Flyer drucken", "2030-12-24 23:59"),
        ("de", "Flyer bis zum Wochenende", "Flyer", "2030-05-05 23:59"),
        ("de", "Flyer bis So", "Flyer", "2030-05-05 23:59"),
        ("de", "Flyer bis  heute Abend!", "Flyer", "2030-05-04 19:00"),
        ("de", "Flyer bis in zwei Tagen", "Flyer", "2030-05-06 23:59"),
        ("de", "Print flyers by Friday", "Print flyers", "2030-05-10 23:59"),
        ("de", "Flyer drucken Freitag", "Flyer drucken Freitag", None),
        ("de", "Von 3 bis 5", "Von 3 bis 5", None),
        ("de", "Vorhänge vor acht", "Vorhänge vor acht", None),
        ("de", "Offen von 15 bis 18 Uhr", "Offen von 15 bis 18 Uhr", None),
        ("de", "Camp Montag bis Freitag", "Camp Montag bis Freitag", None),
        ("de", "Camp vom 3.6. bis 5.6.", "Camp vom 3.6. bis 5.6.", None),
        ("de", "Mach es so bis Freitag", "Mach es so", "2030-05-10 23:59"),
        ("de", "Heizung in Nr. 12 bis Freitag", "Heizung in Nr. 12", "2030-05-10 23:59"),
        ("en", "Open from 9:00 until 18:00", "Open from 9:00 until 18:00", None),
        ("en", "Open 9:00 until 18:00 by Friday", "Open 9:00 until 18:00", "2030-05-10 23:59"),
        (
            "en",
            f"Print {'many ' * 40}flyers by 6pm",
            f"Print {'many ' * 40}flyers",
            "2030-05-04 18:00",
        ),
        ("de", "Flyer bis 32. Mai", "Flyer bis 32. Mai", None),
        ("en", "Songs by May", "Songs by May", None),
        ("en", "Friday", "Friday", None),
        ("en", "", "", None),
    ],
)
def test_a_deadline_trails(language: str, text: str, rest: str, expected: str | None) -> None:
    left, when = trail(text, language=language, zone=BERLIN, now=NOW)
    assert (left, shown(when)) == (rest, expected)


def test_a_day_without_a_time_takes_the_one_given() -> None:
    for text in ("Friday", "next Friday", "10.5.", "Fri 10.5."):
        when = read(text, language="en", zone=BERLIN, now=NOW, at=time(19))
        assert shown(when) == "2030-05-10 19:00"
    assert lead("Friday tea", language="en", zone=BERLIN, now=NOW, at=time(19)) == (when, "tea")
    assert trail("tea by Friday", language="en", zone=BERLIN, now=NOW, at=time(19)) == ("tea", when)


def test_today_is_the_day_of_the_zone() -> None:
    late = datetime(2030, 5, 4, 23, tzinfo=UTC)
    assert shown(read("today", language="en", zone=BERLIN, now=late)) == "2030-05-05 23:59"
    york = "America/New_York"
    assert shown(read("today", language="en", zone=york, now=late), york) == "2030-05-04 23:59"


def test_hours_are_counted_across_a_clock_change() -> None:
    before = datetime(2030, 3, 31, 0, 30, tzinfo=UTC)
    when = read("in 2 hours", language="en", zone=BERLIN, now=before)
    assert when == datetime(2030, 3, 31, 2, 30, tzinfo=UTC)


def test_an_unknown_language_reads_what_is_known() -> None:
    assert shown(read("morgen 6pm", language="tlh", zone=BERLIN, now=NOW)) == "2030-05-05 18:00"


WORDS = """
bis by in am um on the every jeden next nächsten Freitag so Sun morgen tomorrow heute 1. 31.
2.5. 24.12 0 7 99 9999 18:00 24:00 25:61 halb past pm Uhr h May March Mai of Tag days Wochen
month years 9999-12-31 31.12.9999 Monats Abend noon midnight 2030 first letzten
@ , - ſo Frıday ١٢:٠٠ ² İ \u0308
"""
SIGNS = st.sampled_from(WORDS.split())
TEXTS = st.text(max_size=30) | st.lists(SIGNS, max_size=7).map(" ".join)
INSTANTS = st.integers(631152000, 4733510400).map(lambda at: datetime.fromtimestamp(at, UTC))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, language=st.sampled_from(["de", "en"]), now=INSTANTS)
def test_no_text_raises_and_every_date_is_utc(text: str, language: str, now: datetime) -> None:
    zone = "America/New_York"
    whole = read(text, language=language, zone=zone, now=now)
    first, _ = lead(text, language=language, zone=zone, now=now)
    _, last = trail(text, language=language, zone=zone, now=now)
    for when in (whole, first, last):
        assert when is None or when.tzinfo is UTC
    every, _ = lead_every(text, language=language, zone=zone, now=now)
    if every:
        assert every.next(now) > now
        assert Every.parse(str(every)) == every
