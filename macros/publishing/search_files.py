"""The search's index as files: names at once, and the rest in parts, so that an answer needs little.

The first file has the names of all entries, which are what most people look for. Where a word stands in texts is in
parts by its first letter. The texts themselves are in parts too: only what is shown is fetched. The parts are in a
folder that is named by what they hold, so that parts of two versions of a site never mix.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from macros.content.search_synonyms import SearchWords
from macros.core.javascript import engine_of
from macros.paths import SCRIPT_FILES
from macros.publishing.search_index import SearchEntry

PLUGIN_INDEX = "search/search_index.json"
COUNTING = "search/counting.js"
MOST_TEXT = 24_000  # bytes in one part
RARE = 3  # a section that more pages have is written once


def search_files(entries: Sequence[SearchEntry], words: SearchWords) -> dict[str, str]:
    """The files of the index by their path in the site; ``entries`` are those of :mod:`macros.publishing.search_index`.

    The first is at ``search/search_index.json``: ``pages`` and ``terms`` are the entries, and ``usual`` sections that
    many pages have, see ``search/entries.js``; ``lengths`` and ``wholes`` how many words their texts have, see
    ``search/counting.js``; ``parts`` names the parts with words, ``words-<name>.json`` in ``folder``; ``texts`` has the
    number of the first entry in each of the parts with texts, ``texts-<which>.json``; and ``ignore``, ``same`` and
    ``kinds`` are those of :class:`macros.content.search_synonyms.SearchWords`.
    """
    texts = [entry["text"] for entry in entries]
    counted = engine_of(SCRIPT_FILES).call(COUNTING, "counted", texts, _page_numbers(entries), words.ignore)
    starts = list(_starts(texts))
    parts = {f"words-{name}": where for name, where in counted["words"].items()}
    parts |= {f"texts-{at}": texts[a:b] for at, (a, b) in enumerate(pairwise([*starts, len(texts)]))}
    written = {name: _as_json(part) for name, part in parts.items()}
    folder = hashlib.sha256("\0".join(written.values()).encode()).hexdigest()[:12]
    pages = list(_pages(entries))
    usual = _usual(pages)
    first = {
        "folder": folder,
        "usual": usual,
        "pages": pages,
        "terms": [[entry["location"], entry["title"], entry["also"]] for entry in entries if entry["kind"] == "term"],
        "lengths": counted["lengths"],
        "wholes": counted["wholes"],
        "parts": sorted(counted["words"]),
        "texts": starts,
        "ignore": words.ignore,
        "same": words.same,
        "kinds": words.kinds,
    }
    return {PLUGIN_INDEX: _as_json(first)} | {f"search/{folder}/{name}.json": text for name, text in written.items()}


def _page_numbers(entries: Sequence[SearchEntry]) -> list[int | None]:
    """For each entry the number of the page whose words these are too: none for terms, and for what stands aside."""
    numbers: list[int | None] = []
    page = 0
    for number, entry in enumerate(entries):
        if "#" not in entry["location"]:
            page = number
        numbers.append(None if entry["kind"] == "term" or entry.get("aside") else page)
    return numbers


def _starts(texts: Sequence[str]) -> Iterator[int]:
    """The number of the first text of each part."""
    room = 0
    for number, text in enumerate(texts):
        size = len(text.encode())
        if number == 0 or size > room:
            yield number
            room = MOST_TEXT
        room -= size


def _pages(entries: Sequence[SearchEntry]) -> Iterator[list[Any]]:
    """Pages with their sections, as ``search/entries.js`` reads them, without what is usual at the end of a list."""
    titles = [entry["title"] for entry in entries]
    anchors = engine_of(SCRIPT_FILES).call(COUNTING, "anchorsOf", titles)
    page: list[Any] = []
    for entry, usual in zip(entries, anchors, strict=True):
        path, _, anchor = entry["location"].partition("#")
        if entry["kind"] == "term":
            continue
        aside = int(entry.get("aside", False))
        if anchor:
            section = _short([entry["title"], "" if anchor == usual else _numbered(path, anchor), aside])
            page[3].append(section if len(section) > 1 else entry["title"])
            continue
        if page:
            yield _short(page)
        page = [path, entry["title"], entry["kind"], [], entry.get("about", ""), entry.get("also", []), aside]
    if page:
        yield _short(page)


def _numbered(path: str, anchor: str) -> str | int:
    """The number of an ``anchor`` that is the page's own name and a number, so that pages can share the section."""
    name, _, number = anchor.rpartition("-")
    is_numbered = re.fullmatch("[1-9][0-9]?", number) and path.split("/")[-2:] == [name, ""]
    return int(number) if is_numbered else anchor


def _usual(pages: list[list[Any]]) -> list[Any]:
    """The sections that many of ``pages`` have; in these, the number of each takes its place."""
    counts = Counter(_as_json(section) for page in pages for sections in page[3:4] for section in sections)
    numbers = {text: number for number, (text, count) in enumerate(counts.most_common()) if count > RARE}
    for page in pages:
        page[3:4] = [[numbers.get(_as_json(each), each) for each in sections] for sections in page[3:4]]
    return [json.loads(text) for text in numbers]


def _short(values: list[Any]) -> list[Any]:
    """``values`` without those at the end that say nothing."""
    filled = [number for number, value in enumerate(values) if value]
    return values[: max(filled, default=0) + 1]


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
