"""The bot's name, texts and menus, by language and scope."""

from __future__ import annotations

import re

from tests.platforms.botapi.methods import Methods
from tests.platforms.botapi.state import ApiError, Json

LONGEST = {"name": 64, "description": 512, "short_description": 120}
MENU = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")


class Profiles(Methods):
    """The methods of @BotFather that bots may call themselves."""

    def api_setMyName(self, name: str = "", language_code: str = "") -> bool:
        return self._set("name", name, language_code)

    def api_getMyName(self, language_code: str = "") -> Json:
        return self._get("name", language_code, self.bot.first_name)

    def api_setMyDescription(self, description: str = "", language_code: str = "") -> bool:
        return self._set("description", description, language_code)

    def api_getMyDescription(self, language_code: str = "") -> Json:
        return self._get("description", language_code)

    def api_setMyShortDescription(
        self, short_description: str = "", language_code: str = ""
    ) -> bool:
        return self._set("short_description", short_description, language_code)

    def api_getMyShortDescription(self, language_code: str = "") -> Json:
        return self._get("short_description", language_code)

    def api_setMyCommands(
        self, commands: list[Json], scope: Json | None = None, language_code: str = ""
    ) -> bool:
        _check_language(language_code)
        if len(commands) > 100:
            raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
        for entry in commands:
            if not MENU.fullmatch(entry["command"]):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(entry["description"]) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.profile[self._menu(scope, language_code)] = commands
        self.changed()
        return True

    def api_getMyCommands(self, scope: Json | None = None, language_code: str = "") -> list[Json]:
        return list(self.profile.get(self._menu(scope, language_code), []))

    def _menu(self, scope: Json | None, language: str) -> str:
        return f"commands {(scope or {'type': 'default'})['type']} {language}".strip()

    def _set(self, what: str, text: str, language: str) -> bool:
        _check_language(language)
        if len(text) > LONGEST[what]:
            raise ApiError(400, f"Bad Request: BOT_{what.upper()}_TOO_LONG")
        self.profile[f"{what} {language}".strip()] = text
        self.changed()
        return True

    def _get(self, what: str, language: str, otherwise: str = "") -> Json:
        default = self.profile.get(what, otherwise)
        return {what: self.profile.get(f"{what} {language}".strip(), default)}


def _check_language(code: str) -> None:
    if not LANGUAGE.fullmatch(code):
        raise ApiError(400, "Bad Request: invalid language code specified")
