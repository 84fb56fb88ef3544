"""One small rich-text tree, and how each platform writes it."""

from bot.markup.pages import split
from bot.markup.read import parse
from bot.markup.tame import tame
from bot.markup.tree import Cmd, Markup, Span, dump, join, load
from bot.markup.write import matrix, plain, telegram, terminal

__all__ = [
    "Cmd",
    "Markup",
    "Span",
    "dump",
    "join",
    "load",
    "matrix",
    "parse",
    "plain",
    "split",
    "tame",
    "telegram",
    "terminal",
]
