"""What is drawn stays on its sheet, whatever is written on it."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from functools import cache

import pytest

from bot.drawing import Undrawn, draw, size
from models.sheet import Bars, Block, Grid, Heading, Items, Row, Sheet, Tree, Words

AT = datetime(2030, 5, 4, 12, tzinfo=UTC)
MARGIN = 40
"""Pixels at each side on which nothing may stand."""
WIDE = 960


def drawn(*blocks: Block, form: str = "png", title: str = "Paint the gate?") -> bytes:
    return draw(Sheet(title, blocks, "Wedding", "check code 1234"), form, str, language="de", at=AT)


def bars(*options: str) -> Bars:
    return Bars([Row(option, place, 5, place, place == 3) for place, option in enumerate(options)])


def pixels(file: bytes) -> list[bytes]:
    """The rows of a PNG, as its specification says; typst writes eight bits and no interlacing."""
    assert file[24:29] == bytes([8, 6, 0, 0, 0]), "RGBA"
    data, place = b"", 8
    while place < len(file):
        length = int.from_bytes(file[place : place + 4], "big")
        if file[place + 4 : place + 8] == b"IDAT":
            data += file[place + 8 : place + 8 + length]
        place += length + 12
    wide, raw = 4 * WIDE, zlib.decompress(data)
    rows: list[bytes] = [bytes(wide)]
    for begin in range(0, len(raw), wide + 1):
        rows.append(_unfiltered(raw[begin], raw[begin + 1 : begin + 1 + wide], rows[-1]))
    return rows[1:]


@cache
def _unfiltered(how: int, line: bytes, above: bytes) -> bytes:
    found = bytearray(line)
    for i in range(len(found)):
        left = found[i - 4] if i >= 4 else 0
        corner = above[i - 4] if i >= 4 else 0
        guess = left + above[i] - corner
        nearest = min((left, above[i], corner), key=lambda one: abs(guess - one))
        add = (0, left, above[i], (left + above[i]) // 2, nearest)[how]
        found[i] = (found[i] + add) % 256
    return bytes(found)


HOSTILE = {
    "long": "A very long answer of eighty signs " + "and so on " * 5,
    "one word": "x" * 80,
    "emoji": "👍🏽 👨‍👩‍👧 🇩🇪 ❤️ " + "🎉" * 6,
    "arabic": "\u2068" + "مرحبا بالعالم يا جيران الحي " * 3 + "\u2069",
    "hebrew": "\u2068" + "שלום לכל השכנות והשכנים " * 3 + "\u2069",
    "markup": '#sys.inputs *b* _i_ `c` $x$ <l> @r \\ "q" #read("/etc/passwd") // -- ~',
    "lines": "one\ntwo\n\nthree",
}


@pytest.mark.parametrize("sort", ["title", "bars", "grid", "items", "tree"])
def test_nothing_runs_off_the_sheet(sort: str) -> None:
    parts: dict[str, Block] = {
        "title": Words("yes", "strong"),
        "bars": bars(*HOSTILE.values()),
        "grid": Grid([["", "words"], *([words, "12"] for words in HOSTILE.values())]),
        "items": Items([("+", words) for words in HOSTILE.values()]),
        "tree": Tree([(depth, words) for depth in (0, 9, 18) for words in HOSTILE.values()]),
    }
    title = " ".join(HOSTILE.values()) if sort == "title" else "Paint?"
    picture = drawn(parts[sort], title=title)
    wide, high = size(picture) or (0, 0)
    assert wide == WIDE and high > 300
    edges = {row[: 4 * MARGIN] + row[-4 * MARGIN :] for row in pixels(picture)}
    assert edges == {b"\xff" * 8 * MARGIN}


def test_words_are_drawn_whatever_their_direction() -> None:
    empty = len(set(pixels(drawn(Words("")))))
    for words in ("ja", "نعم", "כן", "да", "👍"):
        assert len(set(pixels(drawn(Words(words))))) > empty + 10, words


def test_the_same_is_the_same_to_the_byte() -> None:
    for form in ("png", "pdf"):
        assert drawn(bars("yes", "no"), form=form) == drawn(bars("yes", "no"), form=form)
    assert drawn(bars("yes", "no")) != drawn(bars("yes", "now"))


def test_a_document_has_every_sort_of_part() -> None:
    table = Grid([["", *"123456789abcdef"]] + [["Ayşe", *"·23456789abcdef"]] * 40)
    tree = Tree([(0, "Town"), (1, "Wedding"), (2, "Rent")])
    document = drawn(Heading("One"), bars("yes"), table, tree, form="pdf")
    assert document.startswith(b"%PDF-") and size(document) is None
    assert len(document) > len(drawn(bars("yes"), form="pdf")) + 5_000


def test_what_fails_says_nothing_of_what_was_to_be_drawn() -> None:
    with pytest.raises(Undrawn) as failed:
        drawn(Words("Ana's secret"), form="gif")
    assert "secret" not in str(failed.value)
