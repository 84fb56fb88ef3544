from __future__ import annotations

import pytest

from models.zone import ELSEWHERE, zone_named


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("  berlin ", "Europe/Berlin"),
        ("Wien", "Europe/Vienna"),
        ("Kairo", "Africa/Cairo"),
        ("Cairo", "Africa/Cairo"),
        ("new york", "America/New_York"),
        ("America/New_York", "America/New_York"),
        ("MÜNCHEN", "Europe/Berlin"),
        ("Istanbul", "Europe/Istanbul"),
        ("Asia/Istanbul", "Europe/Istanbul"),
        ("Nicosia", "Asia/Nicosia"),
        ("utc", "UTC"),
        ("Narnia", None),
        ("😀", None),
        ("", None),
        ("Etc/GMT+1", None),
        ("../../etc/passwd", None),
        ("עברית", None),
    ],
)
def test_zones_are_known_by_their_cities(text: str, zone: str | None) -> None:
    assert zone_named(text, "de", "en") == zone


def test_every_listed_city_is_found_in_its_zone() -> None:
    wrong = {
        city: found
        for zone, cities in ELSEWHERE.items()
        for city in cities.split()
        if (found := zone_named(city, "de", "en")) != zone
    }
    assert wrong == {}
