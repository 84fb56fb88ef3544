"""German words for dates."""

from __future__ import annotations

from models.dates.vocabulary import (
    AFTERNOON,
    EVENING,
    FORENOON,
    MORNING,
    NIGHT,
    NOON,
    Vocabulary,
)

_HOURS = {
    "eins": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "fuenf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "zwoelf": 12,
}
_ONE = dict.fromkeys(("ein", "eine", "einem", "einen", "einer"), 1)
_NEXT = r"(?:nächste[nrm]?|naechste[nrm]?|kommende[nrm]?)"
_NEXT_WEEK = rf"(?P<following>{_NEXT} woche)"
_OF_MONTH = r"(?:im|des|jede[ns]|eines(?: jeden)?) monats?"
_OTHER = (
    *("letzte", "vergangene", "vorige", "jede", "diese", "nächste", "naechste", "kommende"),
    *("übernächste", "uebernaechste"),
)
_UNITS = ("", "einund", "zweiund", "dreiund", "vierund", "fünfund", "sechsund", "siebenund")
_DAYTHS = (
    *("erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte"),
    *("zehnte", "elfte", "zwölfte", "dreizehnte", "vierzehnte", "fünfzehnte", "sechzehnte"),
    *("siebzehnte", "achtzehnte", "neunzehnte"),
    *(f"{unit}zwanzigste" for unit in (*_UNITS, "achtund", "neunund")),
    *("dreißigste", "einunddreißigste"),
)
_NAMES = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")

GERMAN = Vocabulary(
    counts=_HOURS
    | _ONE
    | {"vierzehn": 14, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40},
    hours=frozenset(_HOURS),
    weekdays={name: number for number, name in enumerate(_NAMES)}
    | {"sonnabend": 5, "mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6},
    habits={f"{name}s": number for number, name in enumerate(_NAMES)} | {"sonnabends": 5},
    months={
        **{"januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feb": 2, "märz": 3, "maerz": 3},
        **{"mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7},
        **{"jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10},
        **{"okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12},
    },
    near={
        "vorgestern": -2,
        "gestern": -1,
        "heute": 0,
        "morgen": 1,
        "übermorgen": 2,
        "uebermorgen": 2,
    },
    parts={
        **dict.fromkeys(("früh", "frueh", "morgens", "morgen"), MORNING),
        **dict.fromkeys(("vormittag", "vormittags"), FORENOON),
        **dict.fromkeys(("mittag", "mittags"), NOON),
        **dict.fromkeys(("nachmittag", "nachmittags"), AFTERNOON),
        **dict.fromkeys(("abend", "abends"), EVENING),
        **dict.fromkeys(("nacht", "nachts"), NIGHT),
    },
    units={
        **dict.fromkeys(("minute", "minuten", "min"), "minutes"),
        **dict.fromkeys(("stunde", "stunden", "std"), "hours"),
        **dict.fromkeys(("tag", "tage", "tagen"), "days"),
        **dict.fromkeys(("woche", "wochen"), "weeks"),
        **dict.fromkeys(("monat", "monate", "monaten"), "months"),
        **dict.fromkeys(("jahr", "jahre", "jahren"), "years"),
    },
    stretches={
        "einer viertelstunde": 15,
        "einer halben stunde": 30,
        "ner halben stunde": 30,
        "einer dreiviertelstunde": 45,
        "anderthalb stunden": 90,
        "eineinhalb stunden": 90,
        "zweieinhalb stunden": 150,
    },
    further={
        **dict.fromkeys(("einer woche", "8 tagen", "acht tagen"), 7),
        **dict.fromkeys(("zwei wochen", "2 wochen", "14 tagen", "vierzehn tagen"), 14),
        **dict.fromkeys(("drei wochen", "3 wochen"), 21),
    },
    offsets={
        **{"halb": -30, "viertel nach": 15, "viertel vor": -15, "dreiviertel": -15},
        **{"viertel": -45, "fünf nach": 5, "zehn nach": 10, "zwanzig nach": 20, "fünf vor": -5},
        **{"zehn vor": -10, "zwanzig vor": -20, "fünf vor halb": -35, "fünf nach halb": -25},
    },
    moments={"mitternacht": 24 * 60, "mittag": 12 * 60, "mittags": 12 * 60},
    ordinals={
        **{"erste": 1, "ersten": 1, "zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3},
        **{"vierte": 4, "vierten": 4, "letzte": -1, "letzten": -1},
        **{"1.": 1, "2.": 2, "3.": 3, "4.": 4},
    },
    dayths={f"{word}{ending}": n for n, word in enumerate(_DAYTHS, 1) for ending in ("", "n")},
    shifts=frozenset(f"{word}{ending}" for word in _OTHER for ending in ("", "n", "r", "s", "m")),
    parts_of=frozenset({"anfang", "mitte", "ende"}),
    feasts=frozenset({"weihnachten", "heiligabend", "silvester", "neujahr", "ostern", "pfingsten"}),
    ordinary=frozenset({"mo", "di", "mi", "do", "fr", "sa", "so"}),
    deadlines={
        **dict.fromkeys(("bis", "bis spätestens", "spätestens bis", "spätestens"), False),
        "vor": True,
    },
    links=frozenset({"von", "vom", "ab", "bis", "vor", "nach", "und", "oder", "zwischen"}),
    about=frozenset({"für", "fuer", "über", "ueber", "wegen", "mit"}),
    on=r"(?:(?:am|zum|den|dem) )?",
    at=r"(?:(?:um|gegen) )?",
    days=(
        r"(?P<near>vorgestern|gestern|heute|morgen|übermorgen|uebermorgen)",
        r"(?P<near>heute) (?P<part>morgen)",
        rf"{{on}}(?:(?P<next>{_NEXT}) |diese[nr]? )?(?P<weekday>{{weekday}})\.?",
        rf"{{on}}(?:(?P<next>{_NEXT}) |diese[nr]? )?(?P<weekday>{{weekday}}) ?(?P<part>{{part}})",
        r"{on}(?P<weekday>{weekday}) in (?P<further>{further})",
        r"(?P<near>heute|morgen|übermorgen) in (?P<further>{further})",
        rf"{{on}}(?P<weekday>{{weekday}})(?: in der)? {_NEXT_WEEK}",
        rf"{_NEXT_WEEK} {{on}}(?P<weekday>{{weekday}})",
        r"{on}(?P<day>\d{1,2})\.? ?(?P<month>{month})\.?(?: (?P<year>{year}))?",
        r"{on}(?P<dayth>{dayth}) (?P<month>{month})\.?(?: (?P<year>{year}))?",
        r"(?:am|zum|dem) (?P<day>\d{1,2})(?P<loose>\.)",
        r"in (?P<count>{count}) (?P<unit>{unit})",
        r"in (?P<stretch>{stretch})",
        r"(?:am |zum )?(?P<week_end>ende (?:der|dieser) woche)",
        r"(?:(?:am|zum|dieses|dem) )?(?P<weekend>wochenende)",
        r"(?:(?:am|zum) )?(?P<month_end>monatsende|ende (?:des|dieses) monats)",
        r"(?P<month_end>ende) (?P<month>{month})",
    ),
    clocks=(
        r"{at}(?P<hour>\d{1,2})[:.](?P<minute>\d\d) ?(?:uhr|h)",
        r"{at}(?P<hour>{hour}|ein) ?uhr",
        # in "18 Uhr 30 Plenum" nobody knows what the 30 belongs to
        r"{at}(?P<hour>{hour}|ein) ?uhr (?P<minute>[0-5]\d)(?=\s*(?:[.,;:!?)]|$))",
        r"(?:um|gegen) (?P<loose>)(?P<spoken>{hour})",
        r"(?P<loose>)(?P<offset>{offset}) (?P<spoken>{hour})(?: uhr)?",
        r"(?:um|gegen) (?P<offset>{offset}) (?P<spoken>{hour})(?: uhr)?",
        r"(?:um |gegen |am )?(?P<loose>)(?P<moment>{moment})",
        r"(?:um|gegen) (?P<moment>{moment})",
    ),
    since="(?:von )?",
    to="(?: ?[-–—] ?| bis )",
    ranges=(
        r"{since}(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?: ?uhr)?{to}\d{1,2}(?:[:.]\d\d)? ?uhr",
        # 2-3h is a length
        r"{since}(?P<hour>\d\d) ?h?{to}\d\d ?h",
        r"ab (?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?uhr",
        r"ab (?P<hour>\d{1,2}):(?P<minute>\d\d)",
        r"ab (?P<hour>\d\d) ?h",
    ),
    daytimes=(
        r"(?:am |in der )?(?P<part>(?!morgen\b){part})",
        r"am (?P<part>morgen)",
    ),
    everys=(
        r"(?:immer )?(?P<weekdays>{habits})",
        r"jeden (?P<weekdays>{weekdays})",
        r"jeden (?P<weekday>{weekday}) ?(?P<part>{part})",
        r"jeden (?P<count>zweiten|2\.) (?P<weekdays>{weekday})",
        r"jeden (?P<nth>erste|ersten|1\.|letzten) (?P<weekday>{weekday})",
        rf"(?:jeden|am|immer am) (?P<nth>{{ordinal}}) (?P<weekday>{{weekday}}) {_OF_MONTH}",
        r"(?:jeden monat|monatlich) am (?P<nth>{ordinal}) (?P<weekday>{weekday})",
        r"alle (?P<count>{count}) wochen (?:am |immer )?(?P<weekdays>{weekdays})",
        r"jede (?P<count>zweite|dritte|vierte) woche (?:am )?(?P<weekdays>{weekdays})",
        r"(?:jede woche|wöchentlich) (?:am |immer )?(?P<weekdays>{weekdays})",
        r"(?P<fortnight>alle (?:14|vierzehn) tage) (?:am |immer )?(?P<weekdays>{weekdays})",
        r"(?P<workdays>werktags|an werktagen|jeden werktag)",
        r"(?P<daily>täglich|taeglich|jeden tag)",
        r"(?P<daily>jeden) (?P<part>morgen|vormittag|mittag|nachmittag|abend)",
        r"(?P<daily>alle) (?P<count>{count}) tage",
        r"(?P<daily>jeden) (?P<count>zweiten|dritten|vierten) tag",
        r"(?:jeden monat|monatlich|alle (?P<count>{count}) monate) am (?P<day>\d{1,2})\.",
        rf"(?:immer )?am (?P<day>\d{{1,2}})\. {_OF_MONTH}",
        rf"jeden (?P<day>\d{{1,2}})\. {_OF_MONTH}",
        rf"(?:immer )?am (?P<last_day>letzten) tag {_OF_MONTH}",
        r"(?:jeden monat|monatlich) am (?P<last_day>letzten) tag",
    ),
    broken=(
        r"(?:am )?(?:{shift} )+(?P<weekday>{weekday})",
        r"(?:(?:in|an) )?(?:(?:der|dem|die|den|das) |im )?(?:{shift} )+{span}",
        r"(?:jede|jeden) {unit}",
        r"(?:(?:am|zum) )?{partof} (?:(?:der|des) )?(?:{shift} )?{span}",
        r"(?:im )?(?:{shift} |{partof} )+(?P<month_first>)(?P<month>{month})",
        r"(?:im )?(?P<month>{month}) {year}",
        r"(?:im )?(?P<loose>)(?P<month_first>)(?P<month>{month})",
        r"(?P<loose>){feast}",
        r"vor {count} {unit}",
        r"stündlich|jährlich",
    ),
)
