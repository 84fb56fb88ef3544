"""What is tapped and read in a council's story, by language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.markup import plain
from bot.replay import START
from bot.words import Words
from models.phrase import Phrase

WORDS = Words(strict=True)


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its sentences, and parts of those that hold a date or a number."""

    code: str
    yes: str
    no: str
    voted: str
    outcome: str
    sent: str
    decided: str
    undecided: str
    said: str

    def says(self, key: str, **values: str) -> str:
        """The first line of a sentence, as it is read."""
        phrase = Phrase(key, dict(values))
        said = WORDS.say(phrase, language=self.code, zone="Europe/Berlin", now=START)
        return plain(said).splitlines()[0]


ENGLISH = Tongue(
    code="en",
    yes="yes",
    no="no",
    voted="{all} of {all} have voted",
    outcome="{yes} yes, {no} no and 0 abstaining; {all} of {all} voted",
    sent="{person} now goes to City council for {group}",
    decided="Decided",
    undecided="Not decided",
    said="You said: {answer}",
)
GERMAN = Tongue(
    code="de",
    yes="ja",
    no="nein",
    voted="{all} von {all} haben abgestimmt",
    outcome="{yes} ja, {no} nein und 0 enthalten; {all} von {all} haben abgestimmt",
    sent="{person} geht jetzt für „{group}“ in den Rat „City council“",
    decided="Beschlossen",
    undecided="Nicht beschlossen",
    said="Ihr habt gesagt: {answer}",
)
