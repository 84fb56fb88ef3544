"""Where delegates speak freely, whoever may speak knows of it, and is reminded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.handlers.delegated import converse

CITY = """
ana #wedding> /found Wedding
ben #wedding> /join
ana> /digest off
eva #moabit> /found Moabit
eva> /digest off
ana #city> /council City council
ana #city> /invite Wedding
ana #wedding> [{ask}]
ana #wedding> [{yes}]
ben #wedding> [{yes}]
ana #wedding> /close 1
ana #city> /invite Moabit
eva #moabit> [{ask}]
eva #moabit> [{yes}]
eva #moabit> /close 1
clock> +1m
sends #wedding> ana
sends #wedding> ben deputy
sends #moabit> eva
ana> /start
ben> /start
eva> /start
ana #city> /decide A march on 1 June?
ana #city> [{free}]
ana #city> [{open}]
eva #city> [{yes}]
eva> /mine
ben> /mine
ana> /mine
ana> /polls
clock> +6d
ben> [{yes}]
ana> /mine
clock> +2d
"""
SAID = {
    "en": {
        "ask": "Let us decide",
        "yes": "yes",
        "free": "Free item",
        "open": "open now",
        "nothing": "bot @eva> Nothing waits for you.",
        "waits": "“A march on 1 June?” ends Sat 11 May, 14:01, nobody has spoken for your group",
        "missing": "your vote is missing",
        "reminded": "🗳 A march on 1 June?\n"
        "  In City council delegates speak freely until Sat 11 May, 14:01. "
        "Nobody has spoken for Wedding yet.\n"
        "  [yes] [no] [abstain]",
        "spoken": "You have said “yes” for Wedding.",
    },
    "de": {
        "ask": "Lasst uns abstimmen",
        "yes": "ja",
        "free": "Freie Frage",
        "open": "jetzt öffnen",
        "nothing": "bot @eva> Auf dich wartet gerade nichts.",
        "waits": "„A march on 1 June?“ endet Sa 11. Mai, 14:01, für deine Gruppe hat noch niemand",
        "missing": "deine Stimme fehlt",
        "reminded": "🗳 A march on 1 June?\n"
        "  Im Rat „City council“ sprechen die Delegierten frei, bis Sa 11. Mai, 14:01. "
        "Für „Wedding“ hat noch niemand gesprochen.\n"
        "  [ja] [nein] [enthalten]",
        "spoken": "Deine Antwort für „Wedding“: ja.",
    },
}


@pytest.mark.parametrize("language", SAID)
async def test_it_waits_for_whoever_may_speak_until_somebody_has(
    language: str, tmp_path: Path
) -> None:
    words = SAID[language]
    whole, _ = await converse(CITY.format(**words), tmp_path, language)
    before, _, after = whole.partition("ben> /mine")
    assert words["nothing"] in before
    waiting, _, later = after.partition("clock> +6d")
    assert waiting.count(words["waits"]) == 2
    assert words["missing"] in waiting
    for name in ("ana", "ben"):
        assert f"bot @{name}> {words['reminded']}" in later
    assert "@eva> 🗳" not in later.split("clock> +2d")[0]
    assert words["spoken"] in later
    assert words["waits"] not in later
