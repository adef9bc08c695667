"""How much room words need. A rough measure on purpose: the same in Python and JavaScript, and never too small.

Twin of ``overrides/assets/js/pictures/letters.js``.
"""

from __future__ import annotations

import re

SIZE = 14  # of all text in a picture, in pixels
LINE = 18  # from one line to the next

# Shares of the size, at least those of the site's typeface in bold.
_GROUPS = {
    "ijl.,:;'|! ’‘": 0.32,
    'ftrI1/\\-_"()[]{}“”`': 0.44,
    "mMW%—…": 0.97,
    "ABCDEFGHJKLNOPQRSTUVXYZw&@#+=": 0.76,
}
_SHARES = {letter: share for letters, share in _GROUPS.items() for letter in letters}
_PLAIN, _ACCENTED, _SQUARE, _EMOJI = 0.62, 0.76, 1.05, 1.4


def _share(letter: str) -> float:
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
    return sum(_share(letter) for letter in words) * SIZE


def wrap(words: str, width: float) -> list[str]:
    """``words`` in lines of at most ``width`` pixels, broken at spaces; a longer word is broken where it must be."""
    lines: list[str] = []
    line = ""
    for word in re.split(r"[ \t\r\n]+", words.strip(" \t\r\n")):
        if line and text_width(f"{line} {word}") <= width:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width)
        lines.extend(full)
    return [*lines, line] if line else lines


def _broken(word: str, width: float) -> list[str]:
    """One word in pieces that fit; nearly always the word itself."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
