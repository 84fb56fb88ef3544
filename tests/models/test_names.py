from __future__ import annotations

import pytest

from models.alike import alike
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
        "Orɡaniser",
        "Organıser",
        "ᴀᴅᴍɪɴ",
        "Ꭺdmin",
        "ⒶⒹⓂⒾⓃ",
        "🅰dmin",
        "𝐀dmin",
        "ΑDΜΙΝ",
        "AdmIn",
        "Admln",
        "@dmin",
        "adrnin",
        "Kommunen-B0t",
        "A.d.m.i.n",
        "O r g a n i s e r",
        "Mod eration",
        "DerAdmin",
        "deradmin",
        "AdminWedding",
        "Orgateam",
        "Orga-Team",
        "Koordinator",
        "Köordination",
        "Wahlleitung",
        "Sprecherin",
        "Facilitatоr",
        "Delegierte",
        "Initiative",
        "Админ",
        "Yönetici",
    ],
)
def test_a_name_like_an_office_is_seen(name: str) -> None:
    assert sounds_like_office(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ayşe",
        "Botho",
        "Ben",
        "Tea M.",
        "Иван",
        "Ελένη",
        "מרים",
        "Mode",
        "Vladmin",
        "4",
        "Admiral",
        "Ad Minnaar",
        "Organ",
        "Orgad",
        "Moda",
        "Modest",
        "Talbot",
        "Steam",
        "Lea Leitner",
        "İbrahim",
        "محمد",
        "Олег Модин",
        "Θεόδωρος",
        "กิตติ",
        "A. B. C.",
    ],
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


@pytest.mark.parametrize("other", ["Аna", "ΑNΑ", "ᴀna", "Ana.", " ana", "Ⓐna", "Aṇa", "An\u200ba"])
def test_names_that_cannot_be_told_apart_look_alike(other: str) -> None:
    assert alike(other) == alike("Ana")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana", "Ana B."),
        ("Ana", "Anna"),
        ("กิตติ", "กีตตี"),
        ("🎉", "🌙"),
        ("Erna", "Ema"),
        ("Ali", "Ail"),
    ],
)
def test_names_that_can_do_not(one: str, other: str) -> None:
    assert alike(one) != alike(other)
