"""What an edition's interface words must keep: the credit, the licence, and the {names} that the build fills in."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Any

from macros.core.parsing import ParsedFile
from macros.core.problems import Problem

Place = tuple[Any, ...]
STRINGS = "templates/strings/en.yml"
# Names that stand in every language: whose model it is, and under which licence its words are.
CREDIT: dict[Place, tuple[str, ...]] = {
    ("footer", "independent"): ("100% Digital Leeds",),
    ("footer", "words_licence"): ("Open Government Licence",),
    ("footer", "code"): ("MIT",),
    ("documents", "credit"): ("100% Digital Leeds", "digitalinclusionkit.org/model"),
    ("documents", "licence"): ("Open Government Licence", "MIT"),
}


def word_problems(base: Any, edition_words: Any, source: ParsedFile, place: Place = ()) -> Iterator[Problem]:
    """What is wrong with an edition's words ``edition_words``, read from ``source``, beside the toolkit's ``base``."""
    if isinstance(base, dict) and isinstance(edition_words, dict):
        for key in edition_words:
            if key in base:
                yield from word_problems(base[key], edition_words[key], source, (*place, key))
    elif isinstance(base, list) and isinstance(edition_words, list):
        if isinstance(base[0], str) and len(edition_words) != len(base):  # such as the months
            message = f"“{'.'.join(map(str, place))}” has {len(edition_words)} entries, and {len(base)} are needed."
            yield Problem(source.file, source.line(place), message, f"Write one for each of those in {STRINGS}.")
        for at, entry in enumerate(edition_words):
            yield from _entry(base[0], entry, source, (*place, at))
    elif isinstance(base, str) and isinstance(edition_words, str):
        yield from _text(base, edition_words, source, place)


def _entry(model: Any, edition_words: Any, source: ParsedFile, place: Place) -> Iterator[Problem]:
    """An entry of a list has the same keys as the toolkit's entries."""
    if isinstance(model, dict) and (not isinstance(edition_words, dict) or set(edition_words) != set(model)):
        message = f"An entry of “{place[-2]}” needs these and no others: {', '.join(model)}."
        yield Problem(source.file, source.line(place), message, f"Copy an entry from {STRINGS}, and change its text.")
    else:
        yield from word_problems(model, edition_words, source, place)


def _text(base: str, edition_words: str, source: ParsedFile, place: Place) -> Iterator[Problem]:
    line, name = source.line(place), ".".join(map(str, place))
    if base.strip() and not edition_words.strip():
        message = f"“{name}” is empty, and readers need it."
        yield Problem(source.file, line, message, "Write your words, or delete the line to keep the toolkit's.")
        return
    missing = [word for word in CREDIT.get(place, ()) if word not in edition_words]
    if missing:
        message = f"“{name}” no longer says “{missing[0]}”. The credit and the licence must be in every edition."
        yield Problem(
            source.file,
            line,
            message,
            f"Add “{missing[0]}” to it, spelled as it is here, whatever language you write in.",
        )
    known = _filled_in(base) or set()
    used = _filled_in(edition_words)
    if used is None:
        fix = "Write each curly bracket as a pair, or leave them out."
        yield Problem(source.file, line, f"“{name}” has a curly bracket that is not one of a pair.", fix)
    elif used - known:
        fix = f"Use {', '.join(f'{{{placeholder}}}' for placeholder in sorted(known))}." if known else "Leave it out."
        yield Problem(source.file, line, f"“{name}” has {{{min(used - known)}}}, which nothing fills in.", fix)


def _filled_in(text: str) -> set[str] | None:
    """The {names} of a text; None where its brackets do not fit."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
