"""Words that are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reading import Missing, Unread
from handlers.turn import Button, Turn, wire
from models.archive import fold
from models.base import Refused
from models.phrase import Command, Phrase

BYTES = 40
"""Of the words looked for: the button for the next page carries them."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that are looked for, as many as a button carries."""

    typed: str = ""

    @property
    def words(self) -> list[str]:
        """As the archive knows them."""
        return fold(self.typed)

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Sought, str]:
        """The rest of the line."""
        if not text.strip():
            raise Missing
        sought = cls(text.encode()[:BYTES].decode(errors="ignore").strip())
        if not sought.words:
            raise Unread("archive-no-word")
        return sought, ""

    def must_find(self, found: Sequence[object], command: str, nothing: str, bare: Refused) -> None:
        """Refuse where these words are in nothing, or (`bare`) where there is nothing at all."""
        if not found and not self.typed:
            raise bare
        if not found:
            raise Refused(nothing, words=self.typed, command=Command(command))

    def head(self, found: str, latest: str) -> Phrase:
        """Over what was found by words, or over the latest."""
        return Phrase(found, {"words": self.typed}) if self.typed else Phrase(latest)

    def further(self, command: str, page: int, label: str) -> Button:
        """Leads to the page after this one."""
        return Button(Phrase(label), f"{wire(f'{command}-page', page + 1)} {self.typed}".strip())
