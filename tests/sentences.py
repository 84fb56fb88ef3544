"""What the locales hold, read without saying it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

HOUSE = Path(__file__).parent.parent


@dataclass
class Locale:
    """One language: its files, their messages, and what could not be read."""

    files: set[str] = field(default_factory=set)
    messages: dict[str, ftl.Message] = field(default_factory=dict)
    terms: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    junk: list[str] = field(default_factory=list)

    def variables(self, key: str) -> set[str]:
        """Names of the values that a sentence needs, in all its variants and attributes."""
        references = References()
        references.visit(self.messages[key])
        inner = (self.variables(name) for name in references.messages if name in self.messages)
        return references.variables.union(*inner)


class References(Visitor):
    """Collects what a sentence refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.terms: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        if node.attribute:
            self.attributes.add((node.id.name, node.attribute.name))
        else:
            self.messages.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:
        self.terms.add(node.id.name)
        self.generic_visit(node)


def read_locales(folder: Path = HOUSE / "locales") -> dict[str, Locale]:
    """Every language."""
    locales: dict[str, Locale] = {}
    for path in sorted(folder.glob("*/*.ftl")):
        locale = locales.setdefault(path.parent.name, Locale())
        locale.files.add(path.name)
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Junk):
                locale.junk.append(f"{path.name}: {entry.content}")
            elif isinstance(entry, ftl.Term):
                locale.terms.add(entry.id.name)
            elif isinstance(entry, ftl.Message):
                if entry.id.name in locale.messages:
                    locale.twice.append(f"{path.name}: {entry.id.name}")
                locale.messages[entry.id.name] = entry
    return locales


def attribute(message: ftl.Message, name: str) -> str | None:
    """An attribute without placeables."""
    for found in message.attributes:
        if found.id.name == name:
            return text_of(found.value)
    return None


def text_of(pattern: ftl.Pattern | None, place: str = "\ue000") -> str:
    """A pattern with `place` where a value or a choice of wordings stands."""
    elements = pattern.elements if pattern else []
    return "".join(e.value if isinstance(e, ftl.TextElement) else place for e in elements)
