"""How a sentence speaks of the place: "in Plymouth", "across the county", "on the Isle of Wight"."""

from __future__ import annotations

from macros.content.strings import Strings, words_at
from macros.models.editions import Edition


def place_words(edition: Edition, strings: Strings) -> dict[str, str]:
    """What a sentence needs, from ``place:`` in the strings, which an edition may replace.

    ``the_place`` is the name as it stands in a sentence; ``in_place`` and ``across_place`` hold it; ``the_kind``,
    ``in_kind`` and ``across_kind`` say the kind of place instead.
    Raises :class:`ContentError` where the strings do not know the kind of place.
    """
    name = edition.place_with_article or edition.place
    words = words_at(strings, "place", edition.place_kind)
    return {
        "place": edition.place,
        "the_place": name,
        **{key: str(words[key]).format(place=name) for key in sorted(words) if key != "name"},
    }
