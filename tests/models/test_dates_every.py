"""What comes again and again, on the wall clock of a place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models.dates import Every, lead_every

BERLIN = "Europe/Berlin"
YORK = "America/New_York"
NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
LINES = (Path(__file__).parent / "dates_every.txt").read_text("utf-8").splitlines()[1:]


def dates(every: Every, after: datetime, count: int) -> list[str]:
    shown = []
    for _ in range(count):
        after = every.next(after)
        assert after.tzinfo is UTC
        shown.append(f"{after.astimezone(ZoneInfo(every.zone)):%a %d.%m. %H:%M}")
    return shown


@pytest.mark.parametrize("line", LINES)
def test_a_rule_leads(line: str) -> None:
    language, text, rule, clock, rest, first = (cell.strip() for cell in line.split("|"))
    every, left = lead_every(text, language=language, zone=BERLIN, now=NOW)
    assert every is not None
    assert (every.rule, every.time, every.zone, left) == (rule, clock, BERLIN, rest)
    assert dates(every, NOW, 1) == [first]
    assert Every.parse(str(every)) == every


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("", "Monday 9:00 tea", "Every day counts", "Jeden Tag zählt", "every week we meet"),
        *("alle zwei Wochen putzen", "every Monday 25:00 tea", "jeden Montag 19-21 Uhr Tee"),
        *("every month rent", "am 32. jeden Monats", "every 0 days 8:00", "every Monday-ish 9:00"),
        *("everyone Monday 9:00", "jeden dritten Dienstag 19 Uhr", "every day at midnight"),
        *("alle Montag kommen", "every 0 weeks on Monday 9:00", "jeden Montag 18 Uhr morgens"),
    ],
)
def test_what_is_no_rule_is_left(language: str, text: str) -> None:
    assert lead_every(text, language=language, zone=BERLIN, now=NOW) == (None, text)


def test_a_rule_without_a_time_takes_the_one_given() -> None:
    every, _ = lead_every("mondays tea", language="en", zone=BERLIN, now=NOW, at=time(19))
    assert every == Every("FREQ=WEEKLY;BYDAY=MO", "19:00", BERLIN, date(2030, 5, 6))


def test_every_second_week_keeps_its_beat_wherever_it_is_asked() -> None:
    every = Every("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "19:00", BERLIN, date(2030, 5, 7))
    beat = ["Tue 07.05. 19:00", "Tue 21.05. 19:00", "Tue 04.06. 19:00"]
    assert dates(every, NOW, 3) == beat
    assert dates(every, datetime(2030, 5, 10, tzinfo=UTC), 2) == beat[1:]


def test_the_next_date_is_later_than_the_one_it_is_asked_for() -> None:
    every = Every("FREQ=DAILY", "19:00", BERLIN, date(2030, 5, 4))
    sharp = datetime(2030, 5, 4, 17, tzinfo=UTC)
    assert every.next(sharp) == sharp + timedelta(days=1)
    assert every.next(sharp - timedelta(seconds=1)) == sharp
    assert every.next(datetime(2020, 1, 1, tzinfo=UTC)) == sharp


def test_a_skipped_time_is_still_ahead_within_the_gap() -> None:
    every = Every("FREQ=DAILY", "02:30", BERLIN, date(2030, 3, 30))
    ten_past_three = datetime(2030, 3, 31, 1, 10, tzinfo=UTC)
    assert every.next(ten_past_three) == datetime(2030, 3, 31, 1, 30, tzinfo=UTC)


def test_short_months_take_their_last_day() -> None:
    every, _ = lead_every("every month on the 31st 9:00", language="en", zone=BERLIN, now=NOW)
    assert every is not None
    days = dates(every, datetime(2031, 1, 1, tzinfo=UTC), 4)
    assert [day[4:9] for day in days] == ["31.01", "28.02", "31.03", "30.04"]


@pytest.mark.parametrize(
    ("zone", "rule", "clock", "start", "expected"),
    [
        # Sunday 31 March 2030: 2:00 becomes 3:00 in Berlin
        (BERLIN, "FREQ=DAILY", "19:00", "2030-03-30", "30T18:00 31T17:00 01T17:00"),
        (BERLIN, "FREQ=DAILY", "02:30", "2030-03-30", "30T01:30 31T01:30 01T00:30"),
        # Sunday 27 October 2030: 3:00 becomes 2:00 again
        (BERLIN, "FREQ=DAILY", "19:00", "2030-10-26", "26T17:00 27T18:00 28T18:00"),
        (BERLIN, "FREQ=DAILY", "02:30", "2030-10-26", "26T00:30 27T00:30 28T01:30"),
        (BERLIN, "FREQ=WEEKLY;BYDAY=SU", "02:30", "2030-10-20", "20T00:30 27T00:30 03T01:30"),
        # Sunday 10 March 2030: 2:00 becomes 3:00 in New York
        (YORK, "FREQ=DAILY", "19:00", "2030-03-09", "10T00:00 10T23:00 11T23:00"),
        (YORK, "FREQ=DAILY", "02:30", "2030-03-09", "09T07:30 10T07:30 11T06:30"),
        # Sunday 3 November 2030: 2:00 becomes 1:00 again
        (YORK, "FREQ=DAILY", "01:30", "2030-11-02", "02T05:30 03T05:30 04T06:30"),
    ],
)
def test_the_wall_time_stays_when_the_clocks_change(
    zone: str, rule: str, clock: str, start: str, expected: str
) -> None:
    every = Every(rule, clock, zone, date.fromisoformat(start))
    at = datetime(2030, 1, 1, tzinfo=UTC)
    found = [at := every.next(at) for _ in range(3)]
    assert [f"{when:%dT%H:%M}" for when in found] == expected.split()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "FREQ=DAILY 19:00 Europe/Berlin",
        "FREQ=NEVER 19:00 Europe/Berlin 2030-05-07",
        "FREQ=DAILY 25:00 Europe/Berlin 2030-05-07",
        "FREQ=DAILY 19:00 Europe/Berlin 2030-13-07",
        "FREQ=DAILY 19:00 Europe/Atlantis 2030-05-07",
    ],
)
def test_a_spoiled_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        Every.parse(line)
