from __future__ import annotations

import pytest

from models.names import clear, sounds_like_office


@pytest.mark.parametrize(
    "name",
    [
        "Admin",
        "Moderation",
        "Organisation Wedding",
        "die Organisatorin",
        "Kommune Bot",
        "K O M M U N E Kommune",
        "аdmin",
        "Adm1n",
        "Ad\u200bmin",
        "ADMÍN",
        "ＡＤＭＩＮ",
        "Team_Support",
    ],
)
def test_a_name_like_an_office_is_seen(name: str) -> None:
    assert sounds_like_office(name)


@pytest.mark.parametrize(
    "name", ["Ayşe", "Botho", "Ben", "Tea M.", "Иван", "Ελένη", "מרים", "Mode", "Vladmin", "4"]
)
def test_other_names_are_not(name: str) -> None:
    assert not sounds_like_office(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ayşe \n K. ", "Ayşe K."),
        ("\u202eneB\u202c", "neB"),
        ("B\u0000en", "B en"),
        ("<b>&", "<b>&"),
        ("\u200b\u2066", ""),
    ],
)
def test_a_name_is_one_visible_line(typed: str, kept: str) -> None:
    assert clear(typed) == kept
