"""Two who sit beside one another in a council turn out to be one human."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.handlers.delegated import converse

WEDDING = """
ana #wedding> /found Wedding
ben #wedding> /join
ben2 #wedding> /join
ana #council> /council City council
ana #council> /invite Wedding
ana #wedding> [{decide}]
ana #wedding> [{yes}]
ben #wedding> [{yes}]
ben2 #wedding> [{yes}]
ana #wedding> /close 1
clock> +1m
sends #wedding> {delegate}
sends #wedding> {deputy} deputy
ben> /start
ben2> /start
ben2> /link
ben> /link code3
ben> [{me}]
ben #wedding> /delegates
ana> /digest off
ben #council> /members
"""
SAID = {
    "en": {
        "decide": "Let us decide",
        "yes": "yes",
        "me": "yes, that’s me",
        "yours": "You go to City council for Wedding yourself, so you are not the deputy there",
        "free": "Ben goes to City council for Wedding. The deputy’s place there is free.",
        "sits": "· Ben · Wedding → City council · until Mon 4 November",
        "deputy": "as deputy",
        "members": "City council · 2 members",
    },
    "de": {
        "decide": "Lasst uns abstimmen",
        "yes": "ja",
        "me": "ja, das bin ich",
        "yours": "Du gehst selbst für „Wedding“ in den Rat „City council“. Darum bist",
        "free": "Ben geht für „Wedding“ in den Rat „City council“. Der Platz der Vertretung ist",
        "sits": "· Ben · Wedding → City council · bis Mo 4. November",
        "deputy": "in Vertretung",
        "members": "City council · 2 Mitglieder",
    },
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(("delegate", "deputy"), [("ben", "ben2"), ("ben2", "ben")])
async def test_nobody_is_their_own_deputy(
    delegate: str, deputy: str, language: str, tmp_path: Path
) -> None:
    words = SAID[language]
    lines = WEDDING.format(**words | {"delegate": delegate, "deputy": deputy})
    whole, _ = await converse(lines, tmp_path, language)
    said = whole.rsplit(f"[{words['me']}]", 1)[1]
    assert said.count(words["free"]) == 2
    assert words["yours"] in said
    assert words["sits"] in said
    assert words["deputy"] not in said
    assert words["members"] in said
