"""Which command a typed name means, in the languages spoken where it was typed."""

from __future__ import annotations

from bot.words import Words
from handlers.routing import Router

NEAR = 70
"""Of 100: how alike a mistyped name must be to be suggested."""


class Vocabulary:
    """Names and aliases of all commands, by language."""

    def __init__(self, router: Router, words: Words) -> None:
        self._names = {name for name, command in router.commands.items() if command.who.by_person}
        self._said = {language: self._of(router, words, language) for language in words.languages}

    def _of(self, router: Router, words: Words, language: str) -> dict[str, str]:
        said: dict[str, str] = {}
        for name, command in router.commands.items():
            if command.hidden or not command.who.by_person:
                continue
            own = words.command(name, language)
            for alias in (own.name, *own.aliases):
                said[alias.casefold()] = name
        return said

    def find(self, typed: str, *languages: str) -> str:
        """The canonical name; the English one works everywhere. Empty when there is none."""
        name = typed.casefold()
        if name in self._names:
            return name
        for language in (*languages, "en"):
            found = self._said.get(language, {}).get(name)
            if found is not None:
                return found
        return ""

    def near(self, typed: str, language: str) -> str | None:
        """The command that was probably meant."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 megabytes for a rare occasion

        said = self._said.get(language, {})
        found = process.extractOne(
            typed.casefold(), list(said), scorer=fuzz.ratio, score_cutoff=NEAR
        )
        return said[found[0]] if found else None
