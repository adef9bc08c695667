"""How much room words need. A rough measure on purpose: the same in Python and JavaScript, and never too small.

Twin of ``overrides/assets/js/charts/text-metrics.js``.
"""

from __future__ import annotations

import re

SIZE = 14  # of all text in a picture, in pixels
LINE = 18  # from one line to the next

# Hundredths of the size, at least those of the site's typeface in bold. Whole numbers add up the same everywhere.
_GROUPS = {
    "ijl.,:;'|! ’‘": 32,
    'ftrI1/\\-_"()[]{}“”`': 44,
    "acehknsuvxyzJL79?": 58,
    "mMW%—…": 97,
    "ABCDEFGHJKLNOPQRSTUVXYZw&@#+=": 76,
}
_SHARES = {letter: share for letters, share in _GROUPS.items() for letter in letters}
_PLAIN, _ACCENTED, _SQUARE, _EMOJI = 62, 76, 105, 140


def _share(letter: str) -> int:
    code = ord(letter)
    if letter in _SHARES:
        return _SHARES[letter]
    if code < 0x80:
        return _PLAIN
    if code < 0x2E80:
        return _ACCENTED
    return _SQUARE if code < 0x1F000 else _EMOJI


def text_width(words: str) -> float:
    """The width of ``words`` in one line, in pixels; they are never wider."""
    return sum(_share(letter) for letter in words) * SIZE / 100


def has_room(words: str, width: float) -> bool:
    """Whether every word of ``words`` is at most ``width`` wide, so that none need be broken."""
    return all(text_width(word) <= width for word in _words(words))


def wrap(words: str, width: float) -> list[str]:
    """``words`` in lines of at most ``width`` pixels, broken at spaces; a longer word is broken where it must be."""
    lines: list[str] = []
    line = ""
    for word in _words(words):
        if line and text_width(f"{line} {word}") <= width:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width)
        lines.extend(full)
    return [*lines, line] if line else lines


def _words(words: str) -> list[str]:
    return [word for word in re.split(r"[ \t\r\n]+", words) if word]


def _broken(word: str, width: float) -> list[str]:
    """One word in pieces that fit; nearly always the word itself."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
