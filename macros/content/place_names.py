"""How a sentence speaks of the council and its place: "in Plymouth", "across the county", "on the Isle of Wight".

Where the edition is nobody's it says "your council", "in your area".
"""

from __future__ import annotations

from macros.content.strings import Strings, words_at
from macros.models.editions import Edition


def place_words(edition: Edition, strings: Strings) -> dict[str, str]:
    """What a sentence needs, from ``place:`` in the strings, which an edition may replace.

    ``the_place`` is the name as it stands in a sentence; ``in_place`` and ``across_place`` hold it; ``the_kind``,
    ``in_kind`` and ``across_kind`` say the kind of place instead. ``council`` is the council's name, ``our_council``
    the same in words that somebody copies and sends, where a neutral edition has a gap. ``Council`` and ``The_place``
    begin a sentence.
    Raises :class:`ContentError` where the strings do not know the kind of place.
    """
    words = words_at(strings, "place", "neutral" if edition.neutral else edition.place_kind)
    place = edition.place or str(words["place"])
    name = edition.place_with_article or place
    in_sentences = {
        "place": place,
        "the_place": name,
        "our_place": name,
        "council": edition.council,
        "our_council": edition.council,
        "our_programme": edition.programme,
        **{key: str(words[key]).format(place=name) for key in sorted(words) if key not in ("name", "place")},
    }
    starts = {key.capitalize(): _at_start(in_sentences[key]) for key in ("council", "the_place", "in_place")}
    return {**in_sentences, **starts, "publisher": edition.publisher}


def _at_start(text: str) -> str:
    """``text`` as it begins a sentence."""
    return text[:1].upper() + text[1:]
