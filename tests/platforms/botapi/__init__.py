"""A strict double of the Bot API server, usable from this process and from others."""

from tests.platforms.botapi.schema import VARIABLE, Schema
from tests.platforms.botapi.server import TOKEN, BotApi
from tests.platforms.botapi.state import ApiError, Person
from tests.platforms.botapi.text import Unparsable, parse_html

__all__ = [
    "TOKEN",
    "VARIABLE",
    "ApiError",
    "BotApi",
    "Person",
    "Schema",
    "Unparsable",
    "parse_html",
]
