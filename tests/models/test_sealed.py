"""The format of what is sealed: rows written by any version must open for years."""

from itertools import pairwise

import pytest

from models.sealed import Keyring, Unopenable

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
PLACE = "cases.words.1234567890"
WORDS = b"Die Heizung ist aus, seit Tagen."
# Written by the first version, with another library.
WRITTEN = bytes.fromhex(
    "016465666768696a6b6c6d6e6f0c72bb46318c3fe44b0c38c8b3161edd23b77526ab1f961bd3f1f8"
    "299cc6cb668382c0a7ae80bcff346e71772f99f292"
)


def test_what_was_written_opens() -> None:
    assert Keyring({1: OLD, 2: NEW}).open(WRITTEN, PLACE) == WORDS


def test_the_newest_key_seals_and_no_nonce_comes_twice() -> None:
    ring = Keyring({1: OLD, 2: NEW})
    sealed = [ring.seal(WORDS, PLACE) for _ in range(100)]
    assert {each[0] for each in sealed} == {2}
    assert {len(each) for each in sealed} == {len(WRITTEN)}
    assert len({each[1:13] for each in sealed}) == 100
    assert all(ring.open(each, PLACE) == WORDS for each in sealed)
    assert Keyring({1: OLD}).seal(b"", "")[0] == 1


@pytest.mark.parametrize("place", range(len(WRITTEN)))
def test_one_changed_bit_keeps_it_closed(place: int) -> None:
    changed = bytearray(WRITTEN)
    changed[place] ^= 1
    with pytest.raises(Unopenable):
        Keyring({1: OLD}).open(bytes(changed), PLACE)


def test_what_is_cut_short_stays_closed() -> None:
    for length in range(len(WRITTEN)):
        with pytest.raises(Unopenable):
            Keyring({1: OLD}).open(WRITTEN[:length], PLACE)


def test_it_opens_in_its_own_place_alone() -> None:
    for one, other in pairwise(("cases.words.1", "cases.words.2", "cases.name.2", "")):
        with pytest.raises(Unopenable):
            Keyring({1: OLD}).open(Keyring({1: OLD}).seal(WORDS, one), other)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_keys_of_another_length_are_none(length: int) -> None:
    with pytest.raises(ValueError):
        Keyring({1: OLD, 2: bytes(length)})
