"""The first use of each term on a page carries its meaning: as a button on screen, in words on paper.

A button with a popover works by mouse, touch and keyboard, says to a screen reader that it opens, and needs no script:
https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/button#popovertarget
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from macros.models.citations import Term
from macros.rendering.views import render

# Places where a button may not stand, or where the words are not ours or are not read as a sentence.
NOT_HERE = {"a", "button", "label", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "form", "nav", "select"}
NOT_IN = {"cards", "check", "example", "figure", "figures", "fixed", "glance", "glossary", "kicker", "listing", "packs"}
NOT_IN |= {"paper-page", "paper-text", "provenance", "sample", "seen-in", "sources", "tag", "worksheet-page"}
ONLY_IN = ["p", "li", "dd", "td"]


def explain(html: str, terms: list[Term]) -> str:
    """Return the content of a page with the first use of each term made to tell its meaning."""
    soup = BeautifulSoup(html, "html.parser")
    left = {form: term for term in terms for form in _forms(term)}
    for text in soup.find_all(string=True):
        if left and _may_hold(text):
            _explain_in(text, left)
    return str(soup)


def to_paper(body: Tag) -> None:
    """On a page that is printed, a term is its own word, with the meaning after it."""
    for button in body.select("button.term"):
        button.name = "span"
        button.attrs = {"class": "term"}
    for meaning in body.select(".term__meaning"):
        meaning.attrs = {"class": "term__meaning"}


def _forms(term: Term) -> list[str]:
    """Every way in which a term may stand in a text, in small letters: "Co-design, co-production" is two."""
    names = [re.sub(r"\s*\([^)]*\)", "", name).strip().lower() for name in term.term.split(",")]
    short = re.findall(r"\(([A-Z]{2,})\)", term.term)
    return [
        form
        for name in [*names, *(one.lower() for one in [*term.also, *short])]
        for form in dict.fromkeys((name, f"{name}s", re.sub(r"y$", "ies", name)))
    ]


def _may_hold(text: NavigableString) -> bool:
    if type(text) is not NavigableString or not text.strip():
        return False
    parents = [parent for parent in text.parents if isinstance(parent, Tag)]
    inside = any(parent.name in ONLY_IN for parent in parents)
    barred = any(parent.name in NOT_HERE or set(parent.get_attribute_list("class")) & NOT_IN for parent in parents)
    return inside and not barred


def _explain_in(text: NavigableString, left: dict[str, Term]) -> None:
    """Mark the first uses in one piece of text, and take their terms from ``left``."""
    small = text.lower()
    words = sorted((form for form in left if form in small), key=len, reverse=True)  # "social tariff" before "tariff"
    found = words and re.search(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", text, re.IGNORECASE)
    if not found:
        return
    term = left[found.group().lower()]
    for form in [form for form, one in left.items() if one is term]:
        del left[form]
    drawn = render("citation/term.html", term=term, word=found.group())
    rest = NavigableString(text[found.end() :])
    parts = list(BeautifulSoup(drawn, "html.parser").contents)
    text.replace_with(NavigableString(text[: found.start()]), *parts, rest)
    _explain_in(rest, left)
