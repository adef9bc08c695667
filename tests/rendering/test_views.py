"""Views put each value where it is shown as itself: in a document it is no HTML, in a page no Markdown either."""

from __future__ import annotations

import string

import pytest
import yaml
from markdown import Markdown
from markupsafe import Markup

from macros.rendering import views
from macros.rendering.views import in_page, markdown_safe, page_source, render, yaml_text
from tests.support.awkward import AWKWARD

EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]  # those of mkdocs.yml


def shown(markdown: str) -> str:
    from bs4 import BeautifulSoup

    return BeautifulSoup(Markdown(extensions=EXTENSIONS).convert(markdown), "lxml").get_text().strip()


@pytest.mark.parametrize("letter", string.punctuation)
def test_a_letter_of_a_name_comes_out_as_itself(letter: str) -> None:
    for name in (f"a{letter}b", f"{letter}a{letter}", f"a {letter} b", f"a{letter}{letter}b{letter}{letter}"):
        safe = markdown_safe(name)
        assert shown(f"x {safe} y") == f"x {name} y"
        assert shown(f"# x {safe}") == f"x {name}"
        assert shown(f"- x {safe}") == f"x {name}"
        assert name in shown(f"| x |\n| --- |\n| {safe} |").split("\n")


@pytest.mark.parametrize(
    "name",
    [AWKWARD, "[a](b)", "[a][b]", "![a](b)", "**a**", "`a`", "a_b_c", "<b>", "&amp;", "{#id .c}", "{{ 7*7 }}", "[^1]"],
)
def test_a_name_is_never_markup(name: str) -> None:
    assert shown(f"# x {markdown_safe(name)}") == f"x {name}"
    assert shown(f"x {markdown_safe(name)} y") == f"x {name} y"


def test_the_same_view_is_safe_for_a_page_and_plain_for_a_document() -> None:
    values = {"text": "*x* & [y](z)", "url": "", "link_text": "", "file": ""}
    for _ in range(2):  # neither takes what was compiled for the other, in whichever order they are drawn
        assert "*x* &amp; [y](z)" in render("edition/adapted.html", **values)
        assert "&#42;x&#42; &#38; &#91;y&#93;(z)" in in_page("edition/adapted.html", **values)
        views._environment.cache_clear()
        assert "&#42;x&#42; &#38; &#91;y&#93;(z)" in in_page("edition/adapted.html", **values)


def test_what_a_view_drew_is_not_made_safe_again() -> None:
    drawn = Markup("<b>*x*</b>")

    assert page_source("step/opening.md", kicker=drawn, title="t", glance=drawn) == "<b>*x*</b>\n\n# t\n\n<b>*x*</b>"


@pytest.mark.parametrize(
    "text", [AWKWARD, 'a "b" \\ c', "😀 Tŷ", "a\u2028b\u00a0c\ufeff", "2026-11-24", "yes", "a: b # c", "a\x85b\x7f"]
)
def test_a_text_in_front_matter_is_read_as_it_was_typed(text: str) -> None:
    assert yaml.safe_load(f"title: {yaml_text(text)}\n") == {"title": text}


@pytest.mark.parametrize("sign", "&<>\"'*_`[]{}\\#|~^$")
def test_no_sign_that_markdown_or_html_may_take_is_left_as_it_is(sign: str) -> None:
    assert markdown_safe(f"a{sign}b{sign}c") == f"a&#{ord(sign)};b&#{ord(sign)};c"
