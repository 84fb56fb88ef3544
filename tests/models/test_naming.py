"""Whom a written name means: rules without a database."""

import pytest

from models.naming import named, unquoted
from models.person import Account, Person

PEOPLE = [
    Person(name="Ana", accounts=[Account(platform="wire", ref="1", username="ana_b")]),
    Person(name="Anna Lena"),
    Person(name="Anna Mia"),
    Person(name="Anna"),
    Person(name="Lena"),
]


@pytest.mark.parametrize(
    ("typed", "meant", "rest"),
    [
        ("ana facilitator", ["Ana"], "facilitator"),
        ("ana_b facilitator", ["Ana"], "facilitator"),
        ("anna lena facilitator", ["Anna Lena"], "facilitator"),
        ("anna facilitator", ["Anna"], "facilitator"),
        ("mia", ["Anna Mia"], ""),
        ("lena", ["Lena"], ""),
        ("an", [], ""),
    ],
)
def test_the_longest_whole_name_counts_then_a_part_of_one(
    typed: str, meant: list[str], rest: str
) -> None:
    found, length = named(PEOPLE, typed)
    assert [person.name for person in found] == meant
    assert not meant or typed[length:].strip() == rest


def test_a_part_of_several_names_means_none_of_them_alone() -> None:
    found, _ = named(PEOPLE[1:3], "anna facilitator")
    assert [person.name for person in found] == ["Anna Lena", "Anna Mia"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"Anna Lena" facilitator', "Anna Lena facilitator"),
        ("„Anna Lena“ Moderation", "Anna Lena Moderation"),
        ("«Anna» x", "Anna x"),
        ('"', '"'),
        ('"Anna', "Anna"),
        ("Anna", "Anna"),
        ("", ""),
    ],
)
def test_quotes_round_a_name_are_left_out(typed: str, read: str) -> None:
    assert unquoted(typed) == read
