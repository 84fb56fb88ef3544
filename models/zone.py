"""Time zones by the names people use: IANA's, or a city in their language."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

ELSEWHERE = {
    "Europe/Berlin": "bochum bonn bremen chemnitz dortmund dresden duisburg düsseldorf erfurt "
    "essen frankfurt halle hamburg hannover hanover jena kassel kiel köln cologne leipzig "
    "magdeburg mannheim münchen munich nürnberg nuremberg potsdam rostock stuttgart",
    "Europe/Vienna": "graz innsbruck linz salzburg",
    "Europe/Zurich": "basel bern genf geneva lausanne winterthur",
    "Europe/Istanbul": "ankara diyarbakır diyarbakir izmir",
    "Europe/London": "birmingham bristol cardiff edinburgh glasgow leeds liverpool manchester",
    "Europe/Madrid": "barcelona bilbao sevilla valencia",
    "Europe/Rome": "bologna florenz mailand milano milan napoli neapel torino turin",
    "Europe/Paris": "lyon marseille toulouse",
    "Europe/Athens": "thessaloniki saloniki",
    "Europe/Warsaw": "gdańsk kraków krakau wrocław",
    "America/New_York": "boston philadelphia washington",
    "America/Los_Angeles": "oakland seattle",
}
"""Cities that many live in and no zone is called after."""


def zone_named(text: str, *languages: str) -> str | None:
    """The IANA name that somebody means, or None."""
    wanted = _plain(text)
    if not wanted:
        return None
    zones = available_timezones()
    for zone in sorted(zones):
        if wanted in {_plain(zone), _plain(zone.rpartition("/")[2])} and _is_place(zone):
            return _today(zone, zones)
    for zone, cities in ELSEWHERE.items():
        if wanted in cities.split():
            return zone
    return next((zone for city, zone in _cities(zones, languages) if city == wanted), None)


def city_of(zone: str, language: str) -> str:
    """The city after which a zone is called, in this language."""
    locale = Locale.parse(language.replace("-", "_"))
    return get_timezone_location(zone, locale=locale, return_city=True)


def _today(zone: str, zones: set[str]) -> str:
    """What a zone is called today: some are still listed by earlier names too."""
    name = get_global("zone_aliases").get(zone, zone)
    return name if name in zones and _is_place(name) else zone


def _is_place(zone: str) -> bool:
    """Not one of the fixed offsets, which know no summer time."""
    return zone == "UTC" or ("/" in zone and not zone.startswith(("Etc/", "SystemV/")))


def _cities(zones: set[str], languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for language in languages:
        for zone in sorted(filter(_is_place, zones)):
            yield _plain(city_of(zone, language)), zone


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())
