"""A sentence that has been read, with places for its values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeGuard

from fluent.runtime.types import FluentType

from bot.markup import Cmd, Markup, Span, join, parse

PLACES = tuple(chr(0xE000 + number) for number in range(256))
"""Private characters that stand for values while Fluent and Markdown read the sentence."""

_PLACE = re.compile(f"([{PLACES[0]}-{PLACES[-1]}])")


class Figure(float, FluentType):
    """A number by which Fluent chooses the wording, and which it writes as a place."""

    place: int

    @classmethod
    def at(cls, place: int, number: float) -> Figure:
        """The number that is written at this place."""
        figure = cls(number)
        figure.place = place
        return figure

    def format(self, locale: Any) -> str:
        """The place, so that the next number finds the same sentence already read."""
        return PLACES[self.place]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span whose values are still missing."""

    mark: str
    inside: Template
    value: Template


Write: TypeAlias = Callable[[int], Markup]
Address: TypeAlias = Callable[[int], str]
Template: TypeAlias = "tuple[str | int | Cmd | Marked, ...]"
"""A number is the place of a value."""


def read(text: str) -> Template:
    """The template that Fluent's `text` is: its markup is ours, its places are not read."""
    return _template(parse(text))


def _template(tree: Markup) -> Template:
    nodes: list[str | int | Cmd | Marked] = []
    for node in tree:
        if isinstance(node, str):
            parts = filter(None, _PLACE.split(node))
            nodes += [PLACES.index(part) if part in PLACES else part for part in parts]
        elif isinstance(node, Span):
            nodes.append(Marked(node.mark, _template(node.inside), _template((node.value,))))
        else:
            nodes.append(node)
    return tuple(nodes)


def fill(template: Template, write: Write, address: Address) -> Markup:
    """The sentence, with what `write` makes of each place; `address` does it within links."""
    parts: list[str | Span | Cmd] = []
    for node in template:
        if isinstance(node, str):
            _add(parts, node)
            continue
        if isinstance(node, int):
            filled = write(node)
        elif isinstance(node, Marked):
            filled = _marked(node, write, address)
        else:
            filled = (node,)
        for part in filled:
            _add(parts, part)
    return tuple(parts)


def _marked(node: Marked, write: Write, address: Address) -> Markup:
    inside = fill(node.inside, write, address)
    if node.mark == "quote":
        # No platform nests quotes.
        inside = join([part.inside if _is_quote(part) else (part,) for part in inside], "")
    if node.mark != "link":
        return (Span(node.mark, inside),)
    url = "".join(address(part) if isinstance(part, int) else str(part) for part in node.value)
    return (Span("link", inside, url),) if url.startswith(("https://", "http://")) else inside


def _add(parts: list[str | Span | Cmd], part: str | Span | Cmd) -> None:
    if part == "":
        return
    if parts:
        last = parts[-1]
        if _is_quote(part) and not (isinstance(last, str) and last.endswith("\n")):
            _add(parts, "\n")
        elif isinstance(part, str) and isinstance(last, str):
            parts[-1] = last + part
            return
        elif _is_quote(last) and not (isinstance(part, str) and part.startswith("\n")):
            parts.append("\n")
            _add(parts, part)
            return
    parts.append(part)


def _is_quote(node: str | Span | Cmd) -> TypeGuard[Span]:
    return isinstance(node, Span) and node.mark == "quote"
