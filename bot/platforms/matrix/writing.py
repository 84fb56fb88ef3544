"""What a letter looks like as the content of an event."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.markup import Markup, Span, matrix
from bot.platforms import Key, Outgoing

_LARGEST = 60_000
"""Homeservers refuse events over 65,536 bytes, their own fields included."""
_SEEDS = 8
_LINE = 60


def notice(letter: Outgoing, me: str, *, sealed: bool) -> dict[str, Any]:
    """A new message, with its buttons as a numbered list; `sealed` in an encrypted room."""
    content = _text(letter, me, sealed=sealed)
    if letter.reply_to:
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": letter.reply_to}}
    return content


def edit(letter: Outgoing, me: str, *, sealed: bool) -> dict[str, Any]:
    """The new state of a message said before."""
    fresh = _text(letter, me, sealed=sealed, copies=2)
    content = {**fresh, "body": f"* {fresh['body']}", "m.new_content": fresh}
    if "formatted_body" in fresh:
        content["formatted_body"] = f"* {fresh['formatted_body']}"
    content["m.relates_to"] = {"rel_type": "m.replace", "event_id": letter.ref}
    return content


def file(letter: Outgoing, me: str, url: str, kind: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    """A file that has been uploaded to `url`; `keys` open it if it was encrypted."""
    sort = "m.image" if letter.picture else "m.file"
    edges = dict(zip("wh", letter.picture or (), strict=False))
    content: dict[str, Any] = {
        "msgtype": sort,
        "body": letter.file_name,
        "filename": letter.file_name,
        **({"file": {**keys, "url": url}} if keys else {"url": url}),
        "info": {"mimetype": kind, "size": len(letter.file), **edges},
        "m.mentions": {},
    }
    if letter.text or letter.keys:
        content |= _text(letter, me, sealed=bool(keys)) | {"msgtype": sort}
    if letter.reply_to:
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": letter.reply_to}}
    return content


def reaction(target: str, label: str) -> dict[str, Any]:
    """An answer, ready to be tapped."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": target, "key": label}}


def seeds(letter: Outgoing, *, sealed: bool) -> tuple[str, ...]:
    """Labels to be put below the message as reactions, which are never encrypted."""
    labels = tuple(dict.fromkeys(key.label for key in letter.keys if key.line))
    return labels if letter.seed and not sealed and len(labels) <= _SEEDS else ()


def _text(letter: Outgoing, me: str, *, sealed: bool, copies: int = 1) -> dict[str, Any]:
    answered = any(key.line for key in letter.keys) and not seeds(letter, sealed=sealed)
    hint: Markup = ("\n", Span("i", (letter.hint,))) if letter.hint and answered else ()
    plain, html = matrix((*letter.text, *_list(letter.keys, me), *hint))
    content: dict[str, Any] = {"msgtype": "m.notice", "body": plain, "m.mentions": {}}
    if html != plain:
        styled = {"format": "org.matrix.custom.html", "formatted_body": html}
        if _size({**content, **styled}, sealed=sealed) * copies <= _LARGEST:
            return {**content, **styled}
    while _size(content, sealed=sealed) * copies > _LARGEST:
        content["body"] = content["body"][: len(content["body"]) * 9 // 10].rstrip() + "…"
    return content


def _size(content: dict[str, Any], *, sealed: bool) -> int:
    if sealed:
        # nio encrypts ASCII, and what comes of it is sent as base64.
        return len(json.dumps(content)) * 4 // 3
    return len(json.dumps(content, ensure_ascii=False).encode())


def _list(keys: tuple[Key, ...], me: str) -> Markup:
    if not keys:
        return ()
    lines: list[Markup] = []
    for number, key in enumerate(keys, 1):
        link = Span("link", (key.label,), f"https://matrix.to/#/{me}")
        lines.append((f"{number} ", link if key.door else key.label))
    short = sum(len(key.label) + 5 for key in keys) <= _LINE
    between = " · " if short and not any(key.door for key in keys) else "\n"
    tree: list[Any] = ["\n"]
    for number, line in enumerate(lines):
        tree += [between, *line] if number else line
    return tuple(tree)
