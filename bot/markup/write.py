"""How each platform writes the tree."""

from __future__ import annotations

import re
from html import escape

from bot.markup.tree import Cmd, Markup, Span

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BREAK_BEFORE = re.compile("\n(?=<blockquote>|<pre>)")
_BREAK_AFTER = re.compile("(?<=</blockquote>)\n|(?<=</pre>)\n")
_COLOURS = {"strong": "\x1b[1m", "em": "\x1b[3m", "code": "\x1b[36m", "quote": "\x1b[2m"}
_RESET = "\x1b[0m"


def plain(tree: Markup, sign: str = "/") -> str:
    """Text without marks; quotes are set off by `> `, links followed by their address."""
    return "".join(_plain(node, sign) for node in tree)


def _plain(node: str | Span | Cmd, sign: str) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Cmd):
        return _typed(node, sign)
    text = plain(node.inside, sign)
    if node.mark == "quote":
        return "> " + text.replace("\n", "\n> ")
    if node.mark == "link" and node.value != text:
        return f"{text} ({node.value})"
    return text


def _typed(command: Cmd, sign: str) -> str:
    return f"{sign}{command.name} {command.rest}" if command.rest else sign + command.name


def telegram(tree: Markup) -> str:
    """Telegram's HTML."""
    return "".join(_telegram(node) for node in tree)


def _telegram(node: str | Span | Cmd) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if isinstance(node, Cmd):
        typed = escape(_typed(node, "/"), quote=False)
        # A bare command is already a link there; one with arguments can at least be copied.
        return f"<code>{typed}</code>" if node.rest else typed
    if node.mark in {"code", "table"}:
        tag = "code" if node.mark == "code" else "pre"
        return f"<{tag}>{escape(plain(node.inside), quote=False)}</{tag}>"
    inside = telegram(node.inside)
    if node.mark == "link":
        return f'<a href="{escape(node.value)}">{inside}</a>'
    tag = {"strong": "b", "em": "i", "quote": "blockquote"}[node.mark]
    return f"<{tag}>{inside}</{tag}>"


def matrix(tree: Markup) -> tuple[str, str]:
    """Matrix's body, and the same as its HTML."""
    html = "".join(_matrix(node) for node in tree)
    # These break the line by themselves.
    html = _BREAK_BEFORE.sub("", _BREAK_AFTER.sub("", html))
    return plain(tree, "!"), html.replace("\n", "<br>")


def _matrix(node: str | Span | Cmd) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if isinstance(node, Cmd):
        return f"<code>{escape(_typed(node, '!'), quote=False)}</code>"
    if node.mark == "code":
        return f"<code>{escape(plain(node.inside, '!'), quote=False)}</code>"
    if node.mark == "table":
        lines = escape(plain(node.inside, "!"), quote=False).replace("\n", "&#10;")
        return f"<pre><code>{lines}</code></pre>"
    inside = "".join(_matrix(part) for part in node.inside)
    if node.mark == "link":
        return f'<a href="{escape(node.value)}">{inside}</a>'
    tag = "blockquote" if node.mark == "quote" else node.mark
    return f"<{tag}>{inside}</{tag}>"


def terminal(tree: Markup, colour: bool) -> str:
    """Text for a terminal, which nothing in it can steer."""
    return "".join(_terminal(node, colour, "") for node in tree)


def _terminal(node: str | Span | Cmd, colour: bool, around: str) -> str:
    if not isinstance(node, Span):
        return _CONTROL.sub("", _plain(node, "/"))
    style = _COLOURS.get(node.mark, "") if colour else ""
    text = "".join(_terminal(part, colour, around + style) for part in node.inside)
    if node.mark == "quote":
        text = "> " + text.replace("\n", "\n> ")
    if node.mark == "link" and (node.value,) != node.inside:
        text = f"{text} ({_CONTROL.sub('', node.value)})"
    return f"{style}{text}{_RESET}{around}" if style else text
