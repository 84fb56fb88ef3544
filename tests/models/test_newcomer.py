from __future__ import annotations

from datetime import UTC, datetime

import pytest

from models.assembly import Assembly
from models.base import Refused
from models.newcomer import Newcomer, Stand
from models.person import Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def newcomer() -> Newcomer:
    assembly = Assembly(name="Mietgruppe", language="de", zone="UTC", founded_at=NOW)
    return Newcomer(
        assembly=assembly, person=Person(name="Cem"), asked_at=NOW, stand=Stand.OPEN, doubted=False
    )


def test_a_members_word_is_enough(newcomer: Newcomer) -> None:
    ben = Person(name="Ben")
    newcomer.vouch(ben, NOW, facilitates=False)
    assert (newcomer.stand, newcomer.voucher, newcomer.settled_at) == (Stand.ADMITTED, ben, NOW)


def test_nobody_speaks_for_themselves(newcomer: Newcomer) -> None:
    with pytest.raises(Refused, match="newcomer-own"):
        newcomer.vouch(newcomer.person, NOW, facilitates=True)
    with pytest.raises(Refused, match="newcomer-own"):
        newcomer.doubt(newcomer.person, NOW, facilitates=True)
    assert newcomer.stand is Stand.OPEN


def test_once_doubted_the_facilitators_decide(newcomer: Newcomer) -> None:
    ben, ana = Person(name="Ben"), Person(name="Ana")
    newcomer.doubt(ben, NOW, facilitates=False)
    assert newcomer.settled_at is None
    with pytest.raises(Refused, match="newcomer-doubted"):
        newcomer.vouch(ben, NOW, facilitates=False)
    newcomer.vouch(ana, NOW, facilitates=True)
    assert newcomer.stand is Stand.ADMITTED


def test_a_facilitators_doubt_settles_it(newcomer: Newcomer) -> None:
    newcomer.doubt(Person(name="Ana"), NOW, facilitates=True)
    assert newcomer.stand is Stand.DECLINED
    with pytest.raises(Refused, match="newcomer-settled"):
        newcomer.vouch(Person(name="Ben"), NOW, facilitates=True)
