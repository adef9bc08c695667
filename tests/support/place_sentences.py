"""Sentences that a name spoilt: an article too many, a name that is missing, a small letter at the start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape

NAMES = ("place", "the_place", "in_place", "across_place", "the_kind", "in_kind", "across_kind", "council")
BLOCK = re.compile(
    r"</?(?:p|li|h[1-6]|t[dhr]|d[dt]|div|ul|ol|main|body|section|title|summary|blockquote|button|label|option|br)\b[^>]*>"
)
UNSEEN = re.compile(r"<(script|style|svg|template|code|pre)\b.*?</\1>", re.DOTALL)
# Where a name should stand and does not: "run by .", "the edition of , ".
MISSING = re.compile(r"\b(?:by|for|of|in|the|across|edition of) (?=[.,;:!?](?:\s|$))|\bNone Council\b|\{\{|\}\}")
DOUBLED = re.compile(r"\b(the|a|an|in|of|for|your|council|area|across|on) \1\b|\bThe the\b|\bYour your\b|\bIn in\b")


def blocks_of(html: str) -> Iterator[str]:
    """Each paragraph, heading or cell of a page, in words."""
    for block in BLOCK.split(UNSEEN.sub(" X ", html)):
        if text := _words_of(block):
            yield text


@cache
def _words_of(block: str) -> str:
    """The words of a block, most of which are the same on every page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", block)).split())


def odd_places(text: str, values: Mapping[str, str]) -> list[str]:
    """What reads wrong in ``text``, one paragraph in words, because of ``values``, the edition's by their names."""
    patterns = _patterns(*(values[name] for name in NAMES))
    return [text[max(0, hit.start() - 40) : hit.end() + 40] for pattern in patterns for hit in pattern.finditer(text)]


@cache
def _patterns(*values: str) -> list[re.Pattern[str]]:
    """What is looked for, with an edition's ``values`` of :data:`NAMES`."""
    by_name = dict(zip(NAMES, values, strict=True))
    nouns = "|".join(re.escape(by_name[name]) for name in ("the_place", "the_kind", "council"))
    names = sorted(set(values), key=len, reverse=True)
    small = "|".join(re.escape(name) for name in names if name[0].islower())
    patterns = [DOUBLED, MISSING, re.compile(rf"\b(?:a|an|the|your|this) (?:{nouns})(?!\w)")]
    if small:
        patterns.append(re.compile(rf"(?:^[“\"]?|[.!?] )(?:{small})(?!\w)"))
    council = by_name["council"].rsplit(" ", 1)[-1]
    patterns.append(re.compile(rf"{re.escape(by_name['council'])} {re.escape(council)}\b", re.IGNORECASE))
    return patterns
