"""The first use of a term carries its meaning, once, and never where a button may not stand."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from macros.core.html import parse_fragment, text_of
from macros.models.citations import Term
from macros.rendering.glossary_terms import TermExplainer, explain, to_paper

TERMS = [
    Term(id="community", term="Community", meaning="People."),
    Term(id="interest", term="Community of interest", meaning="People who share & care."),
    Term(id="icb", term="Integrated care board (ICB)", meaning="A body."),
    Term(id="codesign", term="Co-design, co-production", meaning="Together.", also=["co-designed"]),
]


INTEREST_FIRST = [("community of interest", "term-interest"), ("community", "term-community")]


def marked(html: str) -> list[tuple[str, str]]:
    soup = BeautifulSoup(explain(html, TERMS), "lxml")
    return [(button.get_text(), str(button["popovertarget"])) for button in soup.select("button.term")]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>A community of interest, a community, a community.</p>", INTEREST_FIRST),
        ("<p>Communities meet the ICB.</p>", [("Communities", "term-community"), ("ICB", "term-icb")]),
        ("<p>It was co-designed. Then co-production.</p>", [("co-designed", "term-codesign")]),
        ("<ul><li>Two communities</li></ul><p>community</p>", [("communities", "term-community")]),
        ("<h2>Community</h2><p><a href='x'>community</a> <code>community</code> Not uncommunity-like</p>", []),
        ("<blockquote><p>A community</p></blockquote><p data-no-terms>community</p>", []),
    ],
)  # fmt: skip
def test_the_first_use_of_each_term_is_marked(html: str, found: list[tuple[str, str]]) -> None:
    assert marked(html) == found


def test_the_words_of_the_page_stay_as_they_were() -> None:
    html = "<p>A &amp; B: a <em>community</em> of &lt;people&gt;.</p>"
    soup = BeautifulSoup(explain(html, TERMS), "lxml")
    for meaning in soup.select(".term__meaning"):
        meaning.decompose()

    assert soup.get_text() == "A & B: a community of <people>."


def test_on_paper_the_meaning_follows_the_word() -> None:
    page = parse_fragment("<p>A community of interest.</p>")
    TermExplainer(TERMS).explain(page)

    to_paper(page)

    assert not page.xpath(".//button|.//*[@popover]|.//*[@id]")
    assert text_of(page) == "A community of interestCommunity of interest: People who share & care.."
