"""Settings: one's own in private, the assembly's in its group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale

from handlers.reading import Missing, Switch, Title, Unread, label_of
from handlers.rezoning import rezoned, rhythms_follow
from handlers.rights import anyone, members, organisers
from handlers.routing import Offer, Router
from handlers.turn import Button, Say, Says, Turn, Undo, wire
from models.assembly import Assembly, Role
from models.daily import wake
from models.phrase import Command, Moment, Phrase, Several, Value
from models.zone import city_of, zone_named

router = Router("settings")
MOST_SPOKEN = 8
LONGEST_SPOKEN = 30


def own_name(language: str, reader: str = "") -> str:
    """What a language is called in itself, or in the reader's."""
    locale = Locale.parse(language.replace("-", "_"))
    name = locale.get_display_name(reader.replace("-", "_") or None) or language
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the bot speaks."""

    code: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Language, str]:
        """Its code, or its name in itself, in English or in the speaker's language."""
        wanted = text.strip().casefold()
        if not wanted:
            raise Missing
        for code in turn.languages:
            names = {own_name(code), own_name(code, "en"), own_name(code, turn.language)}
            if wanted in {code} | {name.casefold() for name in names}:
                return cls(code), ""
        raise Unread("language-unknown", typed=text.strip()[:60])


def _languages(turn: Turn) -> Sequence[Offer]:
    return [(own_name(code), code) for code in turn.languages]


def _may_change(turn: Turn, _thing: object) -> None:
    """In private everybody their own; in a group its organisers, where there are any."""
    if not turn.private and turn.assembly is not None:
        organisers.check(turn)


@router.command("language", anyone, offers={"language": _languages}, may=_may_change)
def language(turn: Turn, language: Language) -> Says:
    """Which language the bot speaks with this person, or in this group."""
    yield Undo(wire("language", turn.language))
    if turn.private:
        turn.person.language = language.code
        turn.language = language.code
    elif turn.assembly is not None and turn.chat is not None:
        turn.assembly.language, turn.chat.language = language.code, ""
    elif turn.chat is not None:
        turn.chat.language = language.code
    yield Say("language-set", language=own_name(language.code))


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone, by its IANA name."""

    name: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Zone, str]:
        """An IANA name, or a city in any language that the bot speaks."""
        if not text.strip():
            raise Missing
        found = zone_named(text, *turn.languages)
        if found is None:
            raise Unread("timezone-unknown", typed=text.strip()[:60])
        return cls(found), ""


def _may_change_zone(turn: Turn, _thing: object) -> None:
    """The same, but a group has clocks of its own only once it is founded."""
    if not turn.private:
        organisers.check(turn)


@router.command("timezone", anyone, may=_may_change_zone)
def timezone(turn: Turn, zone: Zone) -> Says:
    """Where this person, or this assembly, reads the clock."""
    yield Undo(wire("timezone", turn.zone))
    shown: dict[str, Value] = {"zone": city_of(zone.name, turn.language), "now": Moment(turn.now)}
    told = Phrase("timezone-set", shown)
    if turn.private:
        turn.person.zone = turn.zone = zone.name
        yield Say(told)
        yield from rhythms_follow(turn, turn.person, zone.name)
    else:
        before, turn.here.zone = turn.here.zone, zone.name
        yield from rezoned(turn, turn.here, before, told)
    wake(turn.session, turn.now)


@router.command("settings", anyone, step=False)
def settings(turn: Turn) -> Says:
    """What is set here, with buttons that change it."""
    if turn.private:
        yield _own(turn)
        return
    assembly = turn.here
    members.check(turn)
    changes = _changes(assembly) if turn.holds(Role.ORGANISER) else []
    yield Say(Phrase("settings-assembly", _values(assembly, turn.language)), buttons=changes)


def _own(turn: Turn) -> Say:
    person = turn.person
    return Say(
        "settings-own",
        language=own_name(person.language or turn.language),
        zone=city_of(person.zone or turn.zone, turn.language),
        digest=_hour(person.digest_at),
        mydata=Command("mydata"),
        forget=Command("forget"),
        privacy=Command("privacy"),
        buttons=[
            Button(Phrase("settings-label-language"), wire("language")),
            Button(Phrase("settings-label-timezone"), wire("timezone")),
            Button(Phrase("settings-label-digest"), wire("digest")),
        ],
    )


def _hour(at: str) -> Value:
    return at or Phrase("switch-off")


def _values(assembly: Assembly, language: str) -> dict[str, Value]:
    return {
        "assembly": assembly.name,
        "language": spoken_in(assembly),
        "zone": city_of(assembly.zone, language),
        "area": assembly.area or Phrase("settings-no-area"),
        "admission": label_of(assembly.admission),
        "hidden": label_of(_switch(assembly.hidden)),
        "listed": label_of(_switch(assembly.listed)),
        "digest": _hour(assembly.digest_at),
    }


def _switch(on: bool) -> Switch:
    return Switch.ON if on else Switch.OFF


def _changes(assembly: Assembly) -> list[Button]:
    hide = "settings-label-show" if assembly.hidden else "settings-label-hide"
    unlist = "settings-label-unlist" if assembly.listed else "settings-label-list"
    return [
        Button(Phrase("settings-label-language"), wire("language")),
        Button(Phrase("settings-label-timezone"), wire("timezone")),
        Button(Phrase("settings-label-area"), wire("area")),
        Button(Phrase("settings-label-spoken"), wire("spoken")),
        Button(Phrase("settings-label-admission"), wire("admission")),
        Button(Phrase(hide), wire("hidden", _switch(not assembly.hidden))),
        Button(Phrase(unlist), wire("listed", _switch(not assembly.listed))),
        Button(Phrase("settings-label-digest"), wire("digest")),
    ]


@router.command("area", organisers)
def area(turn: Turn, area: Title) -> Says:
    """The territory or the field of an assembly, in its members' words."""
    if turn.here.area:
        yield Undo(wire("area"), turn.here.area)
    turn.here.area = area
    yield Say("area-set", assembly=turn.here.name, area=area)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Languages that people speak, in their own words; the bot need not know them."""

    names: tuple[str, ...]

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Spoken, str]:
        """Names parted by commas; a dash for none besides the main one."""
        names = tuple(name.strip() for name in text.replace(";", ",").split(",") if name.strip())
        if not names:
            raise Missing
        if len(names) > MOST_SPOKEN or any(len(name) > LONGEST_SPOKEN for name in names):
            raise Unread("spoken-too-many", limit=MOST_SPOKEN)
        return cls(() if names == ("-",) else names), ""


@router.command("spoken", organisers)
def spoken(turn: Turn, languages: Spoken) -> Says:
    """Which languages people speak here besides: neighbours are told."""
    yield Undo(wire("spoken"), ", ".join(turn.here.languages) or "-")
    turn.here.languages = list(languages.names)
    yield Say(
        "spoken-set",
        assembly=turn.here.name,
        languages=spoken_in(turn.here),
        count=len(turn.here.languages),
    )


def spoken_in(assembly: Assembly) -> Value:
    """The languages of an assembly, its main one first."""
    return Several([own_name(assembly.language), *assembly.languages])
