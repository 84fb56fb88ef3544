"""The tree itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """Marked text: `strong`, `em`, `code`, `quote`, `link` with its address in `value`, or
    `table`: lines in letters of equal width.
    """

    mark: str
    inside: Markup
    value: str = ""


@dataclass(frozen=True, slots=True)
class Cmd:
    """A command to type, read `/task` or, on Matrix, `!task`."""

    name: str
    rest: str = ""


Markup: TypeAlias = tuple["str | Span | Cmd", ...]
"""Text is literal; a newline in it is a line break."""


def join(parts: Iterable[Markup], sep: Markup | str) -> Markup:
    """One tree of several, with `sep` between them."""
    between: Markup = (sep,) if isinstance(sep, str) else sep
    joined: list[str | Span | Cmd] = []
    for number, part in enumerate(parts):
        for node in (*between, *part) if number else part:
            if isinstance(node, str) and joined and isinstance(joined[-1], str):
                joined[-1] += node
            elif node != "":
                joined.append(node)
    return tuple(joined)


def dump(tree: Markup) -> list[Any]:
    """The tree as JSON can hold it."""
    return [
        node
        if isinstance(node, str)
        else ["/", node.name, node.rest]
        if isinstance(node, Cmd)
        else [node.mark, node.value, dump(node.inside)]
        for node in tree
    ]


def load(written: list[Any]) -> Markup:
    """The tree that `dump` wrote."""
    return tuple(
        node
        if isinstance(node, str)
        else Cmd(node[1], node[2])
        if node[0] == "/"
        else Span(node[0], load(node[2]), node[1])
        for node in written
    )
