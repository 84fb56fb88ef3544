"""The sentences of one language, each parsed when it is first said: most are not, for days."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import FluentParser

SENTENCE = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
MENTIONED = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")


class Book:
    """A folder of Fluent files."""

    def __init__(self, folder: Traversable) -> None:
        """Read the files; nothing is parsed yet."""
        self.bundle = FluentBundle([folder.name], use_isolating=False)
        self._parser = FluentParser(with_spans=False)
        self._unparsed: dict[str, str] = {}
        for file in folder.iterdir():
            if file.name.endswith(".ftl"):
                self._unparsed |= _sentences(file.read_text(encoding="utf-8"))

    def message(self, key: str) -> Message | None:
        """The sentence, or None where there is none."""
        self._parse(key)
        return self.bundle.get_message(key) if self.bundle.has_message(key) else None

    def _parse(self, key: str) -> None:
        source = self._unparsed.get(key)
        if source is None:
            return
        for mentioned in MENTIONED.findall(source):
            if mentioned != key:
                self._parse(mentioned)
        self.bundle.add_resource(self._parser.parse(source))
        # Last, for sentences are said in more than one thread.
        self._unparsed.pop(key, None)


def _sentences(text: str) -> dict[str, str]:
    """The sentences of a file, still in Fluent, by their keys."""
    begins = list(SENTENCE.finditer(text))
    ends = [*(found.start() for found in begins[1:]), len(text)]
    return {found[1]: text[found.start() : end] for found, end in zip(begins, ends, strict=True)}
