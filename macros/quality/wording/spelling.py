"""British spelling, by Hunspell's en_GB dictionary and a list of the project's own words, tests/support/words.txt."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable

SPELLED_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
# Hunspell's en_GB takes both; public bodies in Britain write -ise. These end in -ize for another reason.
IZE = re.compile(r"\w+i[sz](?:e|es|ed|ing|er|ers|ation|ations)$")
ALWAYS_Z = re.compile(r"^(?:re|over|under|down|up)?(?:siz|priz|seiz|capsiz)")


def misspelled(texts: Iterable[str], known: set[str]) -> set[str]:
    """Words that are not British English and not in ``known``. Needs the program ``hunspell`` with ``en_GB``."""
    words = {
        word.replace("’", "'")
        for text in texts
        for word in SPELLED_WORD.findall(ADDRESS.sub(" ", text))
        if word.lower() not in known
    }
    plain = {re.sub(r"'s?$", "", word) for word in words}
    plain = {word for word in plain if word.lower() not in known}
    done = subprocess.run(
        ["hunspell", "-d", "en_GB", "-i", "utf-8", "-l"],  # noqa: S607 - installed by `make test`
        input="\n".join(sorted(plain)),
        capture_output=True,
        text=True,
        check=True,
    )
    american = {word for word in plain if IZE.match(word) and "z" in word and not ALWAYS_Z.match(word.lower())}
    return set(done.stdout.split()) | american
