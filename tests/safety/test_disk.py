"""Whoever takes the disk without the key reads nothing of what was confided or said."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url, select, update

from models.post import Letter
from models.reminder import Reminder
from models.sealed import Unopenable
from tests.bot.conftest import Scene

WORDS = {
    "the boiler has been dead for weeks": "nora",
    "bring the wirecutters": "ben",
    "half a question without answers": "cem",
}


async def test_the_files_hold_no_word_of_it(scene: Scene) -> None:
    with scene.running.store.session() as session:
        door = session.execute(select(Letter.id).limit(1)).all()
        assert door
    await scene.say("nora", "nora", "the boiler has been dead for weeks")
    await scene.say("ben", "ben", "/remind 3 June 10:00 bring the wirecutters")
    await scene.say("cem", "cem", "/task half a question without answers")
    database = make_url(str(scene.running.store.engine.url)).database
    assert database is not None
    folder = Path(database).parent
    held = b"".join(file.read_bytes() for file in folder.glob("scene.db*"))
    assert b"wire" in held
    found = [word for word in WORDS if word.split()[-1].encode() in held]
    assert [one for one in found if "answers" not in one] == []


async def test_a_ciphertext_in_another_row_does_not_open(scene: Scene) -> None:
    await scene.say("ben", "ben", "/remind 3 June 10:00 the key")
    await scene.say("ben", "ben", "/remind 4 June 10:00 the bell")
    with scene.running.store.session() as session, session.begin():
        first, second = session.scalars(select(Reminder).order_by(Reminder.number))
        assert (first.words, second.words) == ("the key", "the bell")
        sealed = Reminder.__table__.c["_words"]
        stolen = session.execute(select(sealed).where(Reminder.id == first.id)).scalar_one()
        session.execute(update(Reminder).where(Reminder.id == second.id).values({"_words": stolen}))
        second_id = second.id
    with scene.running.store.session() as session, pytest.raises(Unopenable):
        assert session.get_one(Reminder, second_id).words
