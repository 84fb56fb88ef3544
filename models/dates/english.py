"""English words for dates."""

from __future__ import annotations

from models.dates.vocabulary import AFTERNOON, EVENING, MORNING, NOON, Part, Vocabulary

_HOURS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TH = r"(?:st|nd|rd|th)"
_BEFORE = "(?!fifteen|thirty|forty)"
_YEAR = r"(?:,? (?P<year>{year}))?"
_OF_MONTH = r"(?:of|in) (?:the|every|each) month"
_DAYTHS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    *(f"twenty-{unit}" for unit in ("first", "second", "third", "fourth", "fifth", "sixth")),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
_HALF = r"(?P<half>a\.?m|p\.?m)\.?"
_FROM = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?"
_TILL = r"(?P<till>\d{1,2})(?:[:.]\d\d)?"
_FORTNIGHT = r"(?P<fortnight>every fortnight|fortnightly|every 14 days)"
_NIGHT = Part(19 * 60, 18 * 60, 24 * 60, 5 * 60)

ENGLISH = Vocabulary(
    counts=_HOURS
    | {"a": 1, "an": 1, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40},
    hours=frozenset(_HOURS),
    weekdays={name: number for number, name in enumerate(_NAMES)}
    | {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3}
    | {"fri": 4, "sat": 5, "sun": 6},
    habits={f"{name}s": number for number, name in enumerate(_NAMES)},
    months={
        **{"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4},
        **{"apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8},
        **{"september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11},
        **{"nov": 11, "december": 12, "dec": 12},
    },
    near={
        **{"yesterday": -1, "today": 0, "tonight": 0, "this": 0, "tomorrow": 1},
        **{"day after tomorrow": 2, "the day after tomorrow": 2},
    },
    parts={
        "morning": MORNING,
        "noon": NOON,
        "afternoon": AFTERNOON,
        **dict.fromkeys(("evening", "tonight"), EVENING),
        "night": _NIGHT,
    },
    units={
        **dict.fromkeys(("minute", "minutes", "min", "mins"), "minutes"),
        **dict.fromkeys(("hour", "hours", "hr", "hrs"), "hours"),
        **dict.fromkeys(("day", "days"), "days"),
        **dict.fromkeys(("week", "weeks"), "weeks"),
        **dict.fromkeys(("month", "months"), "months"),
        **dict.fromkeys(("year", "years"), "years"),
    },
    stretches={
        "a quarter of an hour": 15,
        "half an hour": 30,
        "a half hour": 30,
        "an hour and a half": 90,
        "one and a half hours": 90,
    },
    further={"a week": 7, "week": 7, "two weeks": 14, "a fortnight": 14},
    offsets={
        **{"half past": 30, "half": 30, "quarter past": 15, "a quarter past": 15},
        **{"quarter to": -15, "a quarter to": -15, "five past": 5, "ten past": 10},
        **{"twenty past": 20, "five to": -5, "ten to": -10, "twenty to": -20},
        **{"fifteen": 15, "thirty": 30, "forty-five": 45},
    },
    moments={"noon": 12 * 60, "midday": 12 * 60, "midnight": 24 * 60},
    ordinals={
        **{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1},
        **{"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "other": 2},
    },
    dayths={word: number for number, word in enumerate(_DAYTHS, 1)},
    shifts=frozenset(
        {"last", "past", "previous", "next", "following", "coming", "every", "each", "this"}
    ),
    parts_of=frozenset(
        {"early", "mid", "late", "beginning of", "start of", "middle of", "end of", "beginning"}
    ),
    feasts=frozenset({"christmas", "christmas eve", "new year", "easter", "new year's eve"}),
    ordinary=frozenset(
        {"mo", "di", "mi", "do", "fr", "sa", "so", "mon", "wed", "sat", "sun"}
        | {"march", "mar", "may"}
    ),
    deadlines={"by": False, "until": False, "till": False, "before": True},
    links=frozenset(
        {"from", "to", "by", "until", "till", "before", "after", "and", "or", "between"}
    ),
    about=frozenset({"about", "for", "of", "with"}),
    on=r"(?:on )?(?:the )?",
    at=r"(?:(?:at|around|@) )?",
    days=(
        r"(?P<near>yesterday|today|tomorrow|(?:the )?day after tomorrow)",
        r"(?P<near>(?P<part>tonight))",
        r"(?P<near>this) (?P<part>morning|afternoon|evening)",
        r"(?:on )?(?:the )?(?:(?P<next>next|coming) |this )?(?P<weekday>{weekday})\.?",
        r"(?P<further>a week|two weeks|a fortnight) (?:on|from) (?P<weekday>{weekday})",
        r"(?:on )?(?P<weekday>{weekday}) (?P<loose>)(?P<further>week)",
        r"(?P<further>a week|two weeks|a fortnight) (?:from )?(?P<near>today|tomorrow)",
        r"(?P<near>today|tomorrow) (?P<loose>)(?P<further>week)",
        r"(?:on )?(?P<weekday>{weekday})(?: of)? (?P<following>next week)",
        r"(?P<following>next week)(?: on)? (?P<weekday>{weekday})",
        rf"{{on}}(?P<day>\d{{1,2}}){_TH}?(?: of)? (?P<month>{{month}})\.?{_YEAR}",
        r"{on}(?P<month>{month})\.? (?P<day>\d{1,2}),? (?P<year>{year})",
        rf"{{on}}(?P<month>{{month}})\.? (?:the )?(?P<day>\d{{1,2}}){_TH}{_YEAR}",
        r"(?:on )?(?P<month_first>)(?P<month>{month})\.? (?P<day>\d{1,2})",
        rf"(?:on )?the (?P<loose>)(?P<day>\d{{1,2}}){_TH}",
        r"{on}(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<year>\d\d(?:\d\d)?)",
        r"{on}(?P<loose>)(?!24/7)(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d{1,2})",
        # 5/10 alone might be a share, a score, or the tenth of May
        r"{on}(?P<loose>)(?P<scant>)(?P<day>\d{1,2})/(?P<number>\d{1,2})",
        r"{on}(?P<dayth>{dayth}) of (?P<month>{month})(?:,? (?P<year>{year}))?",
        r"on (?:the )?(?P<dayth>{dayth}) (?P<month>{month})(?:,? (?P<year>{year}))?",
        r"(?:on )?(?P<loose>)(?P<month>{month}) (?:the )?(?P<dayth>{dayth})",
        r"in (?P<count>{count}) (?P<unit>{unit})",
        r"(?P<count>{count}) (?P<unit>{unit}) from now",
        r"in (?P<stretch>{stretch})",
        r"(?:at )?(?:the )?(?P<week_end>end of (?:the|this) week)",
        r"(?:(?:at|on|over) )?(?:the |this )?(?P<weekend>weekend)",
        r"(?:at )?(?:the )?(?P<month_end>end of (?:the|this) month)",
        r"(?:at )?(?:the )?(?P<month_end>end of) (?P<month>{month})",
    ),
    clocks=(
        r"{at}(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>a\.?m|p\.?m)\.?",
        r"{at}(?P<spoken>{hour}) o'?clock",
        r"(?:at|around) (?P<loose>)(?P<spoken>{hour})",
        rf"(?P<loose>)(?P<offset>{_BEFORE}{{offset}}) (?P<spoken>{{hour}})",
        rf"(?:at|around) (?P<offset>{_BEFORE}{{offset}}) (?P<spoken>{{hour}})",
        r"(?:at|around) (?P<spoken>{hour}) (?P<offset>fifteen|thirty|forty-five)",
        r"{at}(?P<loose>)(?P<moment>{moment})",
        r"(?:at|around) (?P<moment>{moment})",
    ),
    daytimes=(r"(?:in the |at )?(?P<part>(?!tonight\b){part})",),
    since="(?:from )?",
    to="(?: ?[-–—] ?| (?:to|until|till) )",
    ranges=(
        rf"{{since}}{_FROM} ?{_HALF}{{to}}{_CLOCK} ?[ap]\.?m\.?",
        rf"{{since}}{_FROM}{{to}}{_TILL} ?{_HALF}",
        rf"from {_FROM} ?{_HALF}(?: on| onwards)?",
        r"from (?P<hour>\d{1,2}):(?P<minute>\d\d)(?: on| onwards)?",
    ),
    everys=(
        r"(?:on )?(?P<weekdays>{habits})",
        r"(?:every|each) (?P<weekdays>{weekdays})",
        r"(?:every|each) (?P<weekday>{weekday}) (?P<part>{part})",
        r"every (?P<count>other|second|2nd) (?P<weekdays>{weekday})",
        r"every (?P<nth>first|1st|last) (?P<weekday>{weekday})",
        rf"(?:(?:on )?the |every )?(?P<nth>{{ordinal}}) (?P<weekday>{{weekday}}) {_OF_MONTH}",
        r"(?:every month|monthly) on the (?P<nth>{ordinal}) (?P<weekday>{weekday})",
        r"every (?P<count>{count}|other|second|third) weeks?(?: on)? (?P<weekdays>{weekdays})",
        r"(?:every week|weekly)(?: on)? (?P<weekdays>{weekdays})",
        rf"{_FORTNIGHT}(?: on)? (?P<weekdays>{{weekdays}})",
        r"(?P<daily>daily|every day)",
        r"(?P<daily>every) (?P<part>morning|afternoon|evening|night)",
        r"(?P<daily>every) (?P<count>{count}|other|second|third) days?",
        r"every (?P<workdays>weekday)",
        r"(?:on )?(?P<workdays>weekdays)",
        rf"(?:every month|monthly) on the (?P<day>\d{{1,2}}){_TH}",
        rf"every (?P<count>{{count}}|other) months? on the (?P<day>\d{{1,2}}){_TH}",
        rf"(?:on )?(?:the )?(?P<day>\d{{1,2}}){_TH} {_OF_MONTH}",
        rf"(?:on )?the (?P<last_day>last) day {_OF_MONTH}",
        r"(?:every month|monthly) on the (?P<last_day>last) day",
    ),
    broken=(
        r"(?:on )?(?:the )?(?:{shift} )+(?P<weekday>{weekday})",
        r"(?:the )?(?:{shift} )+{span}",
        r"(?:every|each) {unit}",
        r"(?:the )?{partof} (?:the )?(?:{shift} )?{span}",
        r"(?:in )?(?:the )?(?:{shift} |{partof} )+(?P<month_first>)(?P<month>{month})",
        r"mid-(?P<month_first>)(?P<month>{month})",
        r"(?:in )?(?P<month>{month}) {year}",
        r"(?:in )?(?P<loose>)(?P<month_first>)(?P<month>{month})",
        r"(?P<loose>){feast}",
        # "Friday week" is not just Friday
        r"(?<=day\s)week",
        r"{count} {unit} ago",
        r"hourly|yearly",
    ),
)
