"""How a motion looks before it is opened: as it will be, and what can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.result_cards import words_of
from handlers.rule_words import method_words, rule_words, value_words
from handlers.turn import Button, Say, wire
from models.assembly import Sort
from models.counting import METHODS
from models.decision import FEWEST_SECRET
from models.motion import MOST_SEATS, Motion
from models.phrase import Choice, Command, Moment, Phrase, Several, Value
from models.presence import of_those_present
from models.statutes import OFFERED, RULES, Article, Statutes

NUMBERS = (Article.MOST, Article.SEATS)


def preview(motion: Motion, now: datetime, *, anew: bool = False) -> Say:
    """The draft as it will look, with what can be changed."""
    if motion.dropped:
        return _dropped(motion)
    if motion.decision is not None:
        number = motion.decision.number
        return _page(
            motion, [Phrase("motion-opened", {"title": motion.title, "number": number})], []
        )
    lines = [Phrase("motion-head", {"title": motion.title})]
    if motion.replaces is not None:
        lines.append(Phrase("motion-new-version", {"number": motion.replaces.number}))
    lines += [
        Phrase("motion-answers-line", {"answers": answers(motion), "count": _answered(motion)}),
        Phrase(
            "motion-rule-line",
            {
                "method": method_words(motion.counting),
                "rule": rule_words(motion.counting, motion.passing),
            },
        ),
        *_presence(motion),
        _times(motion),
        *([Phrase("motion-secret-line", {"fewest": FEWEST_SECRET})] if motion.secret else []),
        *_who(motion),
    ]
    return _page(motion, lines, _buttons(motion), anew=anew)


def _presence(motion: Motion) -> list[Phrase]:
    if not of_those_present(motion.counting, motion.passing):
        return []
    return [Phrase("motion-present-line", {"command": Command("present")})]


def _who(motion: Motion) -> list[Phrase]:
    """Whose votes count."""
    council = motion.assembly.sort is Sort.COUNCIL
    key = "motion-groups-line" if council else "motion-electorate-line"
    free = [Phrase("motion-free-line")] if motion.free else []
    return [Phrase(key, {"assembly": motion.assembly.name}), *free]


def _dropped(motion: Motion) -> Say:
    keep = Button(Phrase("motion-label-keep"), wire("motion-keep", motion))
    return _page(motion, [Phrase("motion-thrown-away", {"title": motion.title})], [keep])


def _page(
    motion: Motion, lines: Sequence[Phrase], buttons: Sequence[Button], *, anew: bool = False
) -> Say:
    return Say(*lines, to=motion.chat, slot=motion.slot, buttons=buttons, anew=anew)


def _answered(motion: Motion) -> int:
    return 0 if motion.lacks_answers else len(motion.options())


def answers(motion: Motion) -> Value:
    """What can be answered."""
    said: list[Value] = [words_of(option) for option in motion.options()]
    return Several(said, "dot")


def _times(motion: Motion) -> Phrase:
    closes = motion.closes_at
    values: dict[str, Value] = {
        "opening": Choice("set" if motion.opens_at else "told"),
        "ending": Choice("set" if closes else "days"),
        "opens": Moment(motion.opens_at or motion.begun_at),
        "closes": Moment(closes or motion.begun_at),
        "days": motion.days,
    }
    return Phrase("motion-times-line", values)


def _buttons(motion: Motion) -> list[Button]:
    open_now = Button(Phrase("motion-label-open"), wire("motion-open", motion))
    own = [] if motion.stances else [_button(motion, "answers")]
    return [
        *([] if motion.lacks_answers else [open_now]),
        Button(Phrase("motion-label-method"), wire("motion-page", motion, Article.METHOD)),
        *own,
        *(_button(motion, what) for what in ("until", "opens")),
        *([_button(motion, "waits")] if motion.opens_at else []),
        _secrecy(motion),
        Button(Phrase("motion-label-more"), wire("motion-more", motion)),
        Button(Phrase("motion-label-drop"), wire("motion-drop", motion)),
    ]


def _button(motion: Motion, what: str) -> Button:
    return Button(Phrase(f"motion-label-{what}"), wire(f"motion-{what}", motion))


def _secrecy(motion: Motion) -> Button:
    if motion.assembly.sort is Sort.COUNCIL:
        free = "motion-label-not-free" if motion.free else "motion-label-free"
        return Button(Phrase(free), wire("motion-free", motion, "off" if motion.free else "on"))
    key = "motion-label-not-secret" if motion.secret else "motion-label-secret"
    return Button(Phrase(key), wire("motion-secret", motion, "off" if motion.secret else "on"))


def more(motion: Motion) -> Say:
    """What is seldom changed."""
    rule = rule_words(motion.counting, motion.passing)
    told = Phrase("motion-more", {"title": motion.title, "rule": rule})
    articles = [article for article in (*NUMBERS, *RULES) if _concerns(motion, article)]
    buttons = [
        Button(Phrase(f"article-{article.value}"), wire("motion-page", motion, article))
        for article in articles
    ]
    return _page(motion, [told], [*buttons, _button(motion, "title"), _back(motion)])


def _concerns(motion: Motion, article: Article) -> bool:
    if article in NUMBERS:
        return motion.number_of(article) is not None
    if motion.counting.name == "opinion":
        return False
    if article in {Article.MAJORITY, Article.BASIS}:
        return motion.counting.name == "proposal"
    return article is not Article.EXTENDS or bool(motion.passing.quorum)


def _back(motion: Motion) -> Button:
    return Button(Phrase("motion-label-back"), wire("motion", motion))


def page(motion: Motion, article: Article, statutes: Statutes) -> Say:
    """What can be chosen of one thing."""
    head = Phrase("motion-head", {"title": motion.title})
    if article is Article.METHOD:
        lines = [Phrase(f"method-good-{name}") for name in METHODS]
        return _page(motion, [head, *lines], _offered(motion, article, tuple(METHODS)))
    asked = Phrase(f"motion-asks-{article.value}")
    if article in NUMBERS:
        most = min(max(len(motion.words), 1), MOST_SEATS)
        values = tuple(str(number) for number in range(1, most + 1))
    else:
        values = tuple(v for v in OFFERED[article] if motion.may_be(article, v, statutes))
    return _page(motion, [head, asked], _offered(motion, article, values))


def _offered(motion: Motion, article: Article, values: Sequence[str]) -> list[Button]:
    buttons = [
        Button(value_words(article, value), wire("motion-set", motion, article, value))
        for value in values
    ]
    return [*buttons, _back(motion)]
