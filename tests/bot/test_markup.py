from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.markup import (
    Cmd,
    Markup,
    Span,
    dump,
    join,
    load,
    matrix,
    parse,
    plain,
    split,
    tame,
    telegram,
    terminal,
)

LEAVES = st.one_of(
    st.text(alphabet="ab<>&\"' \n🗳é", max_size=40),
    st.builds(Cmd, st.sampled_from(["task", "poll"]), st.sampled_from(["", "a <b> & c"])),
)


def spans(inside: st.SearchStrategy[Markup]) -> st.SearchStrategy[Markup]:
    marked = st.builds(Span, st.sampled_from(["strong", "em", "quote"]), inside)
    link = st.builds(Span, st.just("link"), inside, st.just('https://a.org/?a="1"&b=2'))
    table = st.text("12 ·\n<", max_size=20).map(lambda text: Span("table", (text,)))
    return st.lists(st.one_of(LEAVES, marked, link, table), max_size=5).map(tuple)


TREES = st.recursive(st.lists(LEAVES, max_size=5).map(tuple), spans, max_leaves=20)


class Balance(HTMLParser):
    """Reads HTML as strictly as Telegram does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i", "code", "pre", "blockquote", "a"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read_html(html: str) -> str:
    reader = Balance()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader.text


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", ()),
        ("just words", ("just words",)),
        ("a **b** c", ("a ", Span("strong", ("b",)), " c")),
        ("*a **b***", (Span("em", ("a ", Span("strong", ("b",)))),)),
        ("say `a *b*`", ("say ", Span("code", ("a *b*",)))),
        ("[x](https://a.org/b?c=d)", (Span("link", ("x",), "https://a.org/b?c=d"),)),
        ("one\n  two\n", ("one\n  two\n",)),
        ("> a\n> *b*\nc", (Span("quote", ("a\n", Span("em", ("b",)))), "\nc")),
        ("c\n> a", ("c\n", Span("quote", ("a",)))),
        ("2 * 3 * 4, snake_case_name, _so_, __so__", ("2 * 3 * 4, snake_case_name, _so_, __so__",)),
        (r"\*literal\* [ja] [nein]", ("*literal* [ja] [nein]",)),
        ("# no heading\n- no list\n<b>&amp;", ("# no heading\n- no list\n<b>&amp;",)),
    ],
)
def test_our_words_are_read(text: str, tree: Markup) -> None:
    assert parse(text) == tree


TREE: Markup = (
    "A & ",
    Span("strong", ("<b>", Span("em", ("c",)))),
    "\n",
    Span("quote", ("d\ne",)),
    "\n",
    Span("code", ("x < y",)),
    " ",
    Span("link", ("f",), 'https://a.org/?b="1"&c'),
    " ",
    Cmd("task"),
    " ",
    Cmd("poll", "Tea | yes"),
)


def test_a_table_keeps_its_lines_on_every_platform() -> None:
    tree: Markup = ("a\n", Span("table", ("1  2\n<  4",)), "\nb")
    assert telegram(tree) == "a\n<pre>1  2\n&lt;  4</pre>\nb"
    body, html = matrix(tree)
    assert body == terminal(tree, colour=True) == "a\n1  2\n<  4\nb"
    assert html == "a<pre><code>1  2&#10;&lt;  4</code></pre>b"


def test_telegram() -> None:
    assert telegram(TREE) == (
        "A &amp; <b>&lt;b&gt;<i>c</i></b>\n<blockquote>d\ne</blockquote>\n"
        '<code>x &lt; y</code> <a href="https://a.org/?b=&quot;1&quot;&amp;c">f</a> '
        "/task <code>/poll Tea | yes</code>"
    )


def test_matrix_has_its_own_sign_and_lets_quotes_break_the_line() -> None:
    body, html = matrix(TREE)
    assert body == ('A & <b>c\n> d\n> e\nx < y f (https://a.org/?b="1"&c) !task !poll Tea | yes')
    assert html == (
        "A &amp; <strong>&lt;b&gt;<em>c</em></strong><blockquote>d<br>e</blockquote>"
        '<code>x &lt; y</code> <a href="https://a.org/?b=&quot;1&quot;&amp;c">f</a> '
        "<code>!task</code> <code>!poll Tea | yes</code>"
    )


def test_terminal() -> None:
    assert terminal(TREE, False) == plain(TREE)
    coloured = terminal(TREE, True)
    assert "\x1b[1m<b>\x1b[3mc\x1b[0m\x1b[1m\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain(TREE)
    assert terminal(("\x1b[31mred\a",), True) == "[31mred"


@given(TREES)
def test_telegram_html_is_balanced_and_says_everything(tree: Markup) -> None:
    assert read_html(telegram(tree)).replace("\n", "") == _said(tree).replace("\n", "")


def _said(tree: Markup) -> str:
    return "".join(
        _said(node.inside) if isinstance(node, Span) else plain((node,)) for node in tree
    )


@given(TREES)
def test_a_letter_keeps_its_tree(tree: Markup) -> None:
    assert load(json.loads(json.dumps(dump(tree)))) == tree


def test_join() -> None:
    assert join([("a",), (), (Cmd("b"), "c")], ", ") == ("a, , ", Cmd("b"), "c")
    assert join([("a",), ("b",)], (Cmd("x"),)) == ("a", Cmd("x"), "b")


@given(TREES, st.integers(20, 200))
@example(("x" * 900, Span("quote", ("y" * 500 + "\n" + "🗳" * 300,))), 100)
@example((Span("link", (Cmd("poll", "x" * 300),), "https://a.org/" + "y" * 200),), 50)
def test_split_parts_fit_and_lose_nothing(tree: Markup, limit: int) -> None:
    parts = split(tree, limit)
    assert all(len(telegram(part).encode("utf-16-le")) // 2 < limit for part in parts)
    assert re.sub(r"\s", "", "".join(map(_said, parts))) == re.sub(r"\s", "", _said(tree))


def test_split_prefers_line_breaks_and_keeps_marks() -> None:
    lines = [f"line {number} " + "x" * 20 for number in range(10)]
    parts = split((Span("quote", ("\n".join(lines),)),), 150)
    assert len(parts) > 2
    assert all(len(part) == 1 and isinstance(part[0], Span) for part in parts)
    assert [line for part in parts for line in _said(part).split("\n")] == lines
    assert split(("short",), 100) == [("short",)]


def test_split_never_cuts_a_sign() -> None:
    family = "👩‍👩‍👧"
    for part in split((family * 100,), 101):
        assert set(_said(part).split(family)) == {""}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Ayşe", "Ayşe"),
        ("  a \t b\n\nc ", "a b c"),
        ("<b>&", "<b>&"),
        ("eve\u202egnp.exe", "evegnp.exe"),
        ("a\u200b\u2060\ufeff\u00adb\x00\x1b[31m", "ab[31m"),
        ("ad\u2066min\u2069", "admin"),
        ("\ue000\ue001x\U000f0000", "x"),
        ("\ud800x", "x"),
        ("دانا", "\u2068دانا\u2069"),
        ("می\u200cخواهم", "\u2068می\u200cخواهم\u2069"),
        ("a\u200cb\u200dc", "abc"),
        ("👩‍👩‍👧 🏳️‍🌈 ❤️", "👩‍👩‍👧 🏳️‍🌈 ❤️"),
        ("Z" + "\u0301" * 50, "Z" + "\u0301" * 3),
        ("x" * 300, "x" * 119 + "…"),
        ("", ""),
    ],
)
def test_names_are_tamed(value: str, shown: str) -> None:
    assert tame(value) == shown


def test_taming_keeps_lines_where_they_are_wanted() -> None:
    text = " a\r\nb  \n\n\n\n\u202ec\u2028سلام\n"
    assert tame(text, multiline=True) == " a\nb\n\nc\n\u2068سلام\u2069"


@pytest.mark.parametrize("sign", ["👩‍👩‍👧", "🇩🇪", "👍🏽", "e\u0301"])
def test_shortening_keeps_signs_whole(sign: str) -> None:
    for limit in range(20, 30):
        shown = tame(sign * 50, limit)
        assert shown.endswith("…")
        assert len(shown) <= limit
        assert set(shown[:-1].split(sign)) == {""}


@given(st.text(max_size=200), st.integers(2, 100), st.booleans())
def test_tamed_text_is_short_encodable_and_stays_tame(
    value: str, limit: int, multiline: bool
) -> None:
    shown = tame(value, limit, multiline=multiline)
    shown.encode()
    words = shown.replace("\u2068", "").replace("\u2069", "")
    assert len(words) <= limit
    assert not re.search("[\u202a-\u202e\u200b\ue000-\uf8ff\x00-\x08\x1b]", words)
    assert multiline or "\n" not in words
    assert shown.count("\u2068") == shown.count("\u2069")
