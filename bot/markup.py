"""One small rich-text tree, and how each platform writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """Marked text: `strong`, `em`, `code`, `quote`, or `link` with its address in `value`."""

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
