"""What a council's name gives away: its place, the kind of place, the name of a folder, and initials."""

from __future__ import annotations

import re
import unicodedata

# What stands round the place in a council's name, the longest first, with the kind of place that it tells.
ROUND: tuple[tuple[str, str], ...] = (
    (r"^(?:royal |london )*borough of (?P<place>.+)$", "borough"),
    (r"^city of (?P<place>.+?)(?: city| metropolitan district)? council$", "city"),
    (r"^(?P<place>isle of .+?)(?: county| borough)? council$", "island"),
    (r"^council of the (?P<place>isles? of .+)$", "island"),
    (r"^(?P<place>.+?)(?: metropolitan)? (?:county borough|borough|mbc)(?: council)?$", "borough"),
    (r"^(?P<place>.+?) county council$", "county"),
    (r"^(?P<place>.+?) city council$", "city"),
    (r"^(?P<place>.+?) district council$", "district"),
    (r"^(?P<place>.+?) town council$", "town"),
    (r"^(?P<place>.+?) (?:mayoral |county )*combined (?:county )?authority$", "region"),
    (r"^(?P<place>.+?) council$", ""),
    (r"^cyngor sir (?P<place>.+)$", "county"),
    (r"^cyngor dinas (?P<place>.+)$", "city"),
    (r"^cyngor bwrdeistref sirol (?P<place>.+)$", "borough"),
    (r"^cyngor (?P<place>.+)$", ""),
)
# Places that take an article in a sentence: "across the Isle of Wight".
ARTICLE = re.compile(r"(?:isles? of|vale of|forest of|east riding|highlands|wirral|scottish borders|potteries)\b", re.I)
SMALL_WORDS = {"and", "of", "the", "with", "upon", "on", "in", "by", "y", "yr", "a", "an", "na"}


def place_of(council: str) -> tuple[str, str]:
    """The place and its kind, as far as the name tells: ("Plymouth", "city"). The kind is empty where it does not."""
    name = council.strip()
    short = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
    for pattern, kind in ROUND:
        if match := re.match(pattern, short, re.IGNORECASE):
            return match["place"].strip(), kind
    return name, ""


def programme_of(place: str, pattern: str) -> str:
    """A likely name of the programme: ``pattern`` with the place, or the place alone where that is digital already.

    A partnership's name stands where a council's place would: "Digital Together" is no "Digital Digital Together".
    """
    return place if re.search(r"\b(?:digital|digidol)\b", place, re.IGNORECASE) else pattern.format(place=place)


def with_article(place: str) -> str:
    """The place as it stands in a sentence, where that differs: "the Isle of Wight"; else empty."""
    return f"the {place}" if ARTICLE.match(place) else ""


def folder_name(place: str) -> str:
    """The name of an edition's folder: "Ynys Môn" is ``ynys-mon``, "King's Lynn" ``kings-lynn``. It may be empty."""
    plain = unicodedata.normalize("NFKD", place.replace("&", " and "))
    letters = "".join(letter for letter in plain.lower() if not unicodedata.combining(letter) and letter not in "'’‘`")
    return "-".join(re.findall(r"[a-z0-9]+", letters))


def initials(place: str) -> str:
    """Up to three capital letters that stand for the place: "BCP" for "Bournemouth, Christchurch and Poole"."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", place) if word.lower() not in SMALL_WORDS]
    return "".join(word[0].upper() for word in words[:3])
