"""Text as the Bot API reads it: HTML taken apart strictly, commands and mentions found."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

NAMES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
ALLOWED = {
    "a": re.compile(r'\s+href="([^"]*)"'),
    "blockquote": re.compile(r"(\s+expandable)?"),
    "code": re.compile(r'(\s+class="language-[^"]*")?'),
}
BARE = re.compile(r"")
TAG = re.compile(r"<(/?)([a-zA-Z0-9-]+)((?:[^>\"]|\"[^\"]*\")*)>")
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
FOUND = re.compile(
    r"(?<![\w/])(?P<bot_command>/\w{1,32}(?:@\w+)?)|(?<!\w)(?P<mention>@[A-Za-z]\w{2,31})"
)

Entities = list[dict[str, Any]]


class Unparsable(ValueError):
    """The server would not take this HTML."""


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, Entities]:
    """The text and its entities; raises Unparsable as the real server refuses."""
    text, at = "", 0
    entities: Entities = []
    opened: list[tuple[str, dict[str, Any]]] = []
    while at < len(source):
        char = source[at]
        if char == "&" and (known := ENTITY.match(source, at)):
            text, at = text + unescape(known[0]), known.end()
        elif char != "<":
            text, at = text + char, at + 1
        else:
            tag = TAG.match(source, at)
            if tag is None:
                raise Unparsable(f'Unsupported start tag "" at byte offset {at}')
            _tag(tag, opened, entities, units(text))
            at = tag.end()
    if opened:
        raise Unparsable(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    kept = [entity for entity in entities if entity["length"]]
    return text, sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _tag(
    tag: re.Match[str], opened: list[tuple[str, dict[str, Any]]], entities: Entities, now: int
) -> None:
    name, rest = tag[2].lower(), tag[3]
    if tag[1]:
        if not opened or opened[-1][0] != name:
            raise Unparsable(f"Unmatched end tag at byte offset {tag.start()}")
        entity = opened.pop()[1]
        entity["length"] = now - entity["offset"]
        return
    fitting = ALLOWED.get(name, BARE).fullmatch(rest) if name in NAMES else None
    if fitting is None:
        raise Unparsable(f'Unsupported start tag "{name}" at byte offset {tag.start()}')
    kind = NAMES[name]
    entity = {"type": kind, "offset": now, "length": 0}
    if kind == "blockquote" and fitting[1]:
        entity["type"] = "expandable_blockquote"
    if kind == "blockquote" and any(other == "blockquote" for other, _ in opened):
        raise Unparsable("Blockquotes can't be nested")
    if kind == "text_link":
        entity["url"] = unescape(fitting[1])
    opened.append((name, entity))
    entities.append(entity)


def found_entities(text: str) -> Entities:
    """The commands and mentions that the server finds in what a person writes."""
    return [
        {
            "type": str(match.lastgroup),
            "offset": units(text[: match.start()]),
            "length": units(match[0]),
        }
        for match in FOUND.finditer(text)
    ]
