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


def value_words(article: Article, value: str) -> Phrase:
    """What an article says, as a label."""
    match article:
        case Article.MAJORITY if value not in list(Majority):
            return share_words(Fraction(value))
        case Article.QUORUM if value != "0":
            return share_words(Fraction(value))
        case Article.DAYS:
            return Phrase("rule-days", {"days": int(value)})
        case Article.MOST | Article.SEATS:
            return Phrase("rule-number", {"number": int(value)})
    return _named(article, value)


def _named(article: Article, value: str) -> Phrase:
    match article:
        case Article.METHOD:
            return Phrase(f"method-{value}")
        case Article.BASIS:
            return Phrase(f"basis-{value}")
        case Article.OPENING | Article.CLOSING:
            return Phrase(f"rights-{value}")
        case Article.EARLY | Article.EXTENDS:
            return Phrase(f"switch-{value}")
    return Phrase("rule-none" if article is Article.QUORUM else f"majority-{value}")
