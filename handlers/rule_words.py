"""Methods and rules of passing, in words."""

from __future__ import annotations

from fractions import Fraction

from models.counting import Method, Opinion, Proposal
from models.counting.passing import Majority, Rule
from models.phrase import Choice, Phrase, Several, Value
from models.statutes import Article

SHARES = {
    Fraction(1, 4): "quarter",
    Fraction(1, 3): "third",
    Fraction(1, 2): "half",
    Fraction(2, 3): "two-thirds",
    Fraction(3, 4): "three-quarters",
    Fraction(1): "all",
}


def method_words(method: Method) -> Phrase:
    """What a ballot of this method looks like, and when it passes or who wins."""
    values: dict[str, Value] = {
        "most": getattr(method, "most", 1),
        "seats": method.seats,
    }
    return Phrase(f"method-says-{method.name}", values)


def rule_words(method: Method, rule: Rule) -> Value:
    """All that a rule asks for with this method, in one line."""
    if isinstance(method, Opinion):
        return Phrase("rule-opinion")
    said: list[Value] = []
    if isinstance(method, Proposal):
        said.append(majority_words(rule))
    if rule.quorum:
        said.append(Phrase("rule-quorum", {"share": share_words(rule.quorum)}))
    if rule.early:
        said.append(Phrase("rule-early"))
    if rule.extends and rule.quorum:
        said.append(Phrase("rule-extends"))
    return Several(said or [Phrase("rule-no-quorum")], "dot")


def majority_words(rule: Rule) -> Phrase:
    """How much of what is needed."""
    if rule.majority is Majority.SIMPLE:
        return Phrase("rule-simple")
    basis = Phrase(f"basis-of-{rule.basis.value}")
    if rule.majority is Majority.ABSOLUTE:
        return Phrase("rule-absolute", {"basis": basis})
    return Phrase("rule-share", {"share": share_words(rule.majority), "basis": basis})


def share_words(share: Fraction) -> Phrase:
    """A share, in words where there are any."""
    named = Choice(SHARES.get(share, "other"))
    values: dict[str, Value] = {"part": share.numerator, "whole": share.denominator}
    return Phrase("rule-part", {"named": named, **values})


COUNTED = {
    Article.DAYS: ("rule-days", "days"),
    Article.REPORTING: ("rule-days", "days"),
    Article.TERM: ("rule-months", "months"),
    Article.ROTATION: ("rule-terms", "terms"),
    Article.MOST: ("rule-number", "number"),
    Article.SEATS: ("rule-number", "number"),
}


def value_words(article: Article, value: str) -> Phrase:
    """What an article says, as a label."""
    if article in COUNTED:
        key, name = COUNTED[article]
        return Phrase(key, {name: int(value)})
    if article is Article.QUORUM and value == "0":
        return Phrase("rule-none")
    if article in {Article.QUORUM, Article.RECALL}:
        return share_words(Fraction(value))
    if article is Article.MAJORITY and value not in list(Majority):
        return share_words(Fraction(value))
    return _named(article, value)


def _named(article: Article, value: str) -> Phrase:
    match article:
        case Article.METHOD:
            return Phrase(f"method-{value}")
        case Article.BASIS:
            return Phrase(f"basis-{value}")
        case Article.OPENING | Article.CLOSING:
            return Phrase(f"rights-{value}")
        case Article.WEIGHING | Article.REFERRING:
            return _of_councils(article, value)
        case Article.MAJORITY:
            return Phrase(f"majority-{value}")
    return Phrase(f"switch-{value}")


def _of_councils(article: Article, value: str) -> Phrase:
    if article is Article.WEIGHING:
        return Phrase(f"weighing-{value}")
    return Phrase(f"referring-{value}")
