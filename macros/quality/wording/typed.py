"""What may not be typed on a page: statistics, which stand in templates/figures.yml, and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What is no text of ours, or no statistic: macros, addresses, marks, the programme's own name, a span of 100 days,
# and the numbers of the emergency services and the police.
PASSED_OVER = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)|<[^>]*>|`[^`]*`|100% Digital|\b100 days\b|\b(?:ring|on) (?:999|101)\b"
)
STATISTIC = re.compile(
    r"£\s?\d[\d,.]*|\d[\d,.]*\s?(?:%|per cent\b)|\d{1,3}(?:,\d{3})+|\d[\d.]*\s?(?:million|billion|thousand)\b"
    r"|(?<![\d/.-])(?<!section )(?<!regulation )(?<!Paper )(?<!CP )\b(?!(?:19|20)\d\d\b)\d{3,}\b(?![\d/.-])"
)
QUOTATION_MARKS = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
QUOTATION_WORDS = 8  # fewer is a name or a phrase of ours


def typed_statistics(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Line and words of each number that looks like a statistic in the Markdown ``text``."""
    for number, line in enumerate(text.split("\n"), first_line):
        for statistic in STATISTIC.finditer(_plain(line)):
            yield number, statistic.group().strip()


def typed_quotations(text: str, known: list[str], first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Line and words of each quotation in ``text`` that is not one of ``known``, or part of one."""
    for number, line in enumerate(text.split("\n"), first_line):
        for quotation in QUOTATION_MARKS.finditer(_plain(line)):
            words = quotation.group(1) or quotation.group(2)
            if len(words.split()) >= QUOTATION_WORDS and not any(words in entry for entry in known):
                yield number, words


def _plain(line: str) -> str:
    return PASSED_OVER.sub(" ", line)
