"""Our own words, from the locales, as a tree."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.markup.tree import Cmd, Markup, Span, join


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape"])
    # Addresses may be places for values, which are checked once they are known.
    reader.normalizeLink = str  # type: ignore[assignment]
    reader.validateLink = bool  # type: ignore[assignment]
    return reader


_READER = _reader()


def parse(text: str) -> Markup:
    """Read our own words: strong, em, code, links, `> ` quotes; line breaks are kept."""
    parts: list[str | Span | Cmd] = []
    quoted: list[Markup] = []
    for number, line in enumerate(text.split("\n")):
        if line.startswith("> ") or line == ">":
            if number and not quoted:
                parts.append("\n")
            quoted.append(_inline(line[2:]))
            continue
        if quoted:
            parts.append(Span("quote", join(quoted, "\n")))
            quoted = []
        parts += ["\n", *_inline(line)] if number else _inline(line)
    if quoted:
        parts.append(Span("quote", join(quoted, "\n")))
    return join([tuple(parts)], "")


def _inline(line: str) -> Markup:
    (inline,) = _READER.parseInline(line)
    return _tree(iter(inline.children or ()))


def _tree(tokens: Iterator[Token]) -> Markup:
    parts: list[str | Span | Cmd] = []
    for token in tokens:
        if token.type in ("em_open", "strong_open", "link_open"):
            mark = token.type.removesuffix("_open")
            inside = _tree(tokens)
            if token.markup.startswith("_"):
                parts += [token.markup, *inside, token.markup]
            else:
                parts.append(Span(mark, inside, str(token.attrGet("href") or "")))
        elif token.type.endswith("_close"):
            break
        elif token.type == "code_inline":
            parts.append(Span("code", (token.content,)))
        elif token.content:
            parts.append(token.content)
    return tuple(parts)
