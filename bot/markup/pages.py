"""A long text in parts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.markup.tame import boundary
from bot.markup.tree import Cmd, Markup, Span, join
from bot.markup.write import plain, telegram

Piece: TypeAlias = "tuple[tuple[tuple[int, Span], ...], str | Cmd]"
"""A leaf, and the numbered spans around it: the tree laid flat."""


def split(tree: Markup, limit: int) -> list[Markup]:
    """The tree in parts whose Telegram HTML is shorter than `limit`, cut at line breaks first."""
    if _size(tree) < limit:
        return [tree]
    pages: list[list[Piece]] = []
    page: list[Piece] = []
    for line in _lines(tree):
        if _size(_build([*page, *line])) < limit:
            page += line
            continue
        pages.append(page)
        page = line
        while _size(_build(page)) >= limit:
            head, page = _cut(page, limit)
            pages.append(head)
    return [part for part in (_build(_trim(page)) for page in [*pages, page]) if part]


def _size(tree: Markup) -> int:
    # Telegram counts in UTF-16.
    return len(telegram(tree).encode("utf-16-le", "surrogatepass")) // 2


def _flat(tree: Markup, around: tuple[tuple[int, Span], ...], count: Iterator[int]) -> list[Piece]:
    pieces: list[Piece] = []
    for node in tree:
        if isinstance(node, Span):
            pieces += _flat(node.inside, (*around, (next(count), node)), count)
        else:
            pieces.append((around, node))
    return pieces


def _lines(tree: Markup) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for around, leaf in _flat(tree, (), itertools.count()):
        if isinstance(leaf, Cmd):
            line.append((around, leaf))
            continue
        for text in leaf.splitlines(keepends=True):
            line.append((around, text))
            if text.endswith("\n"):
                yield line
                line = []
    yield line


def _build(pieces: Sequence[Piece]) -> Markup:
    parts: list[Markup] = []
    for outer, group in itertools.groupby(pieces, lambda piece: piece[0][:1]):
        if outer:
            span = outer[0][1]
            inside = _build([(around[1:], leaf) for around, leaf in group])
            parts.append((replace(span, inside=inside),))
        else:
            parts += [(leaf,) for _, leaf in group]
    return join(parts, "")


def _cut(line: Sequence[Piece], limit: int) -> tuple[list[Piece], list[Piece]]:
    head: list[Piece] = []
    for number, (around, leaf) in enumerate(line):
        if _size(_build([*head, (around, leaf)])) < limit:
            head.append((around, leaf))
            continue
        rest = list(line[number + 1 :])
        if isinstance(leaf, str) and (at := _room(head, around, leaf, limit)):
            return [*head, (around, leaf[:at])], [(around, leaf[at:]), *rest]
        if head:
            return head, [(around, leaf), *rest]
        # Marks that leave no room for their words are dropped, rather than the words.
        return [], [((), plain((leaf,))), *rest]
    return head, []


def _room(head: list[Piece], around: tuple[tuple[int, Span], ...], leaf: str, limit: int) -> int:
    low, high = 0, min(len(leaf), limit)
    while low < high:
        middle = (low + high + 1) // 2
        if _size(_build([*head, (around, leaf[:middle])])) < limit:
            low = middle
        else:
            high = middle - 1
    if low == 0:
        return 0 if head or around else 1
    space = leaf.rfind(" ", low * 2 // 3, low)
    return space + 1 if space > 0 else boundary(leaf, low)


def _trim(page: list[Piece]) -> list[Piece]:
    while page and isinstance(page[0][1], str) and not page[0][1].strip("\n"):
        page = page[1:]
    if page and isinstance(page[-1][1], str):
        around, last = page[-1][0], page[-1][1].rstrip("\n")
        return [*page[:-1], (around, last)] if last else _trim(page[:-1])
    return page
