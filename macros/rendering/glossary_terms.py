"""The first use of each term on a page carries its meaning: as a button on screen, in words on paper.

A button with a popover works by mouse, touch and keyboard, says to a screen reader that it opens, and needs no script:
https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/button#popovertarget
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from macros.core.html import Element, has_class, inner_html, parse_fragment
from macros.models.citations import Term
from macros.rendering.views import render

# Places where a button may not stand. Where words are not ours, or are not read as a sentence, a view sets MARK.
NO_BUTTONS = {"a", "button", "label", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "form", "nav", "select"}
NO_TERMS = "data-no-terms"  # set by a view
SENTENCES = "|".join(f".//{name}//text()" for name in ("p", "li", "dd", "td"))


class TermExplainer:
    """Explains ``terms`` on one page after another; what is the same for all pages is worked out once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._forms = {form: term for term in terms for form in _forms(term)}
        self._drawn: dict[str, Element] = {}

    def explain(self, page: Element) -> None:
        """Make the first use of each term in the tree ``page`` tell its meaning."""
        texts = page.xpath(SENTENCES)
        whole = "\n".join(texts).lower()
        left = {form: term for form, term in self._forms.items() if form in whole}
        for text in texts:
            if not left:
                return
            # Most texts hold no term that is left: only where one stands is anything else looked at.
            small = text.lower()
            if any(form in small for form in left) and _may_hold(text):
                self._explain_in(text, left)

    def _explain_in(self, text: Any, left: dict[str, Term]) -> None:
        """Mark the first uses in one piece of text, and take their terms from ``left``."""
        pieces: list[Element] = []
        lead, rest = "", str(text)
        while match := _first_of(left, rest):
            before, rest = rest[: match.start()], rest[match.end() :]
            if pieces:
                pieces[-1].tail = before
            else:
                lead = before
            term = left[match.group().lower()]
            for form in [form for form, other in left.items() if other is term]:
                del left[form]
            pieces += self._button(term, match.group())
        if pieces:
            pieces[-1].tail = rest
            _put(text, lead, pieces)

    def _button(self, term: Term, word: str) -> list[Element]:
        """The button that says ``word``, and the meaning that it shows."""
        if term.id not in self._drawn:
            self._drawn[term.id] = parse_fragment(render("citation/term.html", term=term, word=term.term))
        button, meaning = deepcopy(self._drawn[term.id])
        button.text = word
        return [button, meaning]


def explain(html: str, terms: list[Term]) -> str:
    """Return the content of one page with the first use of each term made to tell its meaning."""
    page = parse_fragment(html)
    TermExplainer(terms).explain(page)
    return inner_html(page)


def to_paper(page: Element) -> None:
    """On a page that is printed, a term is its own word, with the meaning after it."""
    for button in page.xpath(f".//button[{has_class('term')}]"):
        button.tag = "span"
        _keep_only_class(button, "term")
    for meaning in page.xpath(f".//*[{has_class('term__meaning')}]"):
        _keep_only_class(meaning, "term__meaning")


def _forms(term: Term) -> list[str]:
    """Every way in which a term may stand in a text, in small letters: "Co-design, co-production" is two."""
    names = [re.sub(r"\s*\([^)]*\)", "", name).strip().lower() for name in term.term.split(",")]
    short = re.findall(r"\(([A-Z]{2,})\)", term.term)
    return [
        form
        for name in [*names, *(alias.lower() for alias in [*term.also, *short])]
        for form in dict.fromkeys((name, f"{name}s", re.sub(r"y$", "ies", name)))
    ]


def _one_of(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)  # "social tariff" before "tariff"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])", re.IGNORECASE)


def _first_of(left: dict[str, Term], text: str) -> re.Match[str] | None:
    """The first form in ``text`` whose term has not been explained yet."""
    small = text.lower()
    there = [form for form in left if form in small]
    return _one_of(there).search(text) if there else None


def _may_hold(text: Any) -> bool:
    """Whether a button may stand in this text, which is one of lxml's that know where they stand."""
    near = text.getparent()
    holders = near.iterancestors() if text.is_tail else [near, *near.iterancestors()]
    return not any(holder.tag in NO_BUTTONS or NO_TERMS in holder.attrib for holder in holders)


def _put(text: Any, lead: str, pieces: list[Element]) -> None:
    """Put ``lead`` and then ``pieces`` in the place of ``text``."""
    near = text.getparent()
    if text.is_tail:
        near.tail = lead
        holder, at = near.getparent(), near.getparent().index(near) + 1
    else:
        near.text = lead
        holder, at = near, 0
    for number, piece in enumerate(pieces):
        tail = piece.tail
        holder.insert(at + number, piece)
        piece.tail = tail


def _keep_only_class(element: Element, name: str) -> None:
    element.attrib.clear()
    element.set("class", name)
