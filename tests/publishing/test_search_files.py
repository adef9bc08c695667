"""The search's index comes in parts: an answer needs few of them, and they say what the whole would say."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest

from macros.content.search_synonyms import SearchWords
from macros.publishing.offline import offline
from macros.publishing.search_files import MOST_TEXT, search_files
from tests.support.builds import Built
from tests.support.parsed import tree_at
from tests.support.scripts import loaded, run
from tests.support.search_entries import FIRST, built_entries, entries_of, search_files_of

ENGINE = "search/finder.js"  # the script that a reader who searches loads, with all that it needs
MOST = 150_000  # bytes that a first answer takes as they are, on a disk or from a server that compresses nothing
MOST_SENT = 66_000  # and as most servers send them: at 400 kbit/s, 1.3 seconds
TYPED = ["evaluation", "stakeholder mapping", "older people", "digital switchover", "how much does it cost", "email gp"]
ENTRIES: list[dict[str, Any]] = [
    {"location": "", "title": "Home", "text": "Begin here.", "kind": "page", "about": "What it is.", "also": ["start"]},
    {"location": "#why-it-matters", "title": "Why it matters", "text": "Ŵyn “says” so.", "kind": "page"},
    {"location": "#x-1", "title": "Other", "text": "", "kind": "page", "aside": True},
    {"location": "sheets/a-map/", "title": "Map", "text": "A map.", "kind": "worksheet"},
    {"location": "sheets/a-map/#a-map-12", "title": "Next", "text": "Go on.", "kind": "worksheet"},
    {"location": "sheets/a-map/#map-1", "title": "Map", "text": "Begin.", "kind": "worksheet"},
    {"location": "sheets/a-map/#a-map-012", "title": "Odd", "text": "No.", "kind": "worksheet"},
    {"location": "last/", "title": "Last", "text": "words " * 3, "kind": "case", "aside": True},
    {"location": "glossary/#term-hub", "title": "Hub", "text": "A place.", "kind": "term", "also": ["den"]},
]


def needed(files: dict[str, str], queries: list[str]) -> dict[str, list[str]]:
    """The files of the index that must be there before each query can be answered."""
    body = """const engine = need("search/engine.js").engineOf(given.index);
    return given.queries.map((typed) => engine.lacks(typed));"""
    index = json.loads(files[FIRST])
    names = run("search/engine.js", body, index=index, queries=queries)
    paths = ([f"search/{index['folder']}/words-{name}.json" for name in lacking] for lacking in names)
    return {typed: [FIRST, *lacking] for typed, lacking in zip(queries, paths, strict=True)}


def too_much(files: dict[str, str], script: str, answers: dict[str, list[str]]) -> list[str]:
    """What is too heavy about the first answer to what is typed, in words; ``answers`` are of :func:`needed`."""
    problems = []
    for typed, paths in answers.items():
        texts = [script, *(files[path] for path in paths)]
        weighed = sum(len(text.encode()) for text in texts)
        sent = sum(len(gzip.compress(text.encode(), 6)) for text in texts)
        problems += [f"“{typed}” needs {weighed} bytes"] if weighed > MOST else []
        problems += [f"“{typed}” needs {sent} bytes as they are sent"] if sent > MOST_SENT else []
    return problems


@pytest.fixture(scope="module")
def files(quick: Built) -> dict[str, str]:
    return search_files_of(quick.site)


@pytest.fixture(scope="module")
def answers(files: dict[str, str]) -> dict[str, list[str]]:
    return needed(files, TYPED)


def test_a_first_answer_is_light(quick: Built, files: dict[str, str], answers: dict[str, list[str]]) -> None:
    script = (quick.site / "assets/js" / ENGINE).read_text("utf-8")

    assert too_much(files, script, answers) == []


def test_a_first_answer_from_a_folder_is_light_too(
    quick: Built, files: dict[str, str], answers: dict[str, list[str]]
) -> None:
    script = (quick.site / "assets/js" / ENGINE).read_bytes()
    site = {path: files[path].encode() for paths in answers.values() for path in paths}
    packed = zipfile.ZipFile(io.BytesIO(offline(site, "", "kit", ("READ ME.txt", ""), date(2026, 1, 1), ())))
    for typed, paths in answers.items():
        weighed = len(script) + sum(packed.getinfo(f"kit/{path}.js").file_size for path in paths)
        assert weighed <= MOST, (typed, weighed)


def test_a_heavy_answer_is_found(files: dict[str, str], answers: dict[str, list[str]]) -> None:
    problems = too_much(files, "x" * MOST, answers)

    assert [problem.split(" needs ")[0] for problem in problems] == [f"“{typed}”" for typed in TYPED]
    assert all(len(paths) > 1 for paths in answers.values())


def test_the_parts_together_are_the_whole() -> None:
    read = entries_of(search_files(ENTRIES, SearchWords()))

    for entry, written in zip(read, ENTRIES, strict=True):
        usual = {"also": [], "aside": False}
        assert {name: entry[name] for name in written} == written
        assert {name: entry[name] for name in usual} == {name: written.get(name, no) for name, no in usual.items()}
    assert [entry["path"] for entry in read] == [
        *[""] * 3,
        *["sheets/a-map/"] * 4,
        "last/",
        "glossary/#term-hub",
    ]


def test_every_section_that_is_found_is_on_its_page(quick: Built) -> None:
    places = [entry["location"].partition("#") for entry in built_entries(quick.site)]
    ids = {path: {"", *tree_at(quick.site / path / "index.html").xpath("//@id")} for path, _, _ in places}

    assert len(places) > len(ids) > 100
    assert [f"{path}#{anchor}" for path, _, anchor in places if anchor not in ids[path]] == []


def test_a_word_stands_in_the_part_of_its_first_letter_and_one_that_says_nothing_in_none() -> None:
    files = search_files(ENTRIES, SearchWords(ignore=["so", "here", "word"]))
    folder = json.loads(files[FIRST])["folder"]
    words = {path: set(json.loads(text)) for path, text in files.items() if "/words-" in path}

    assert words[f"search/{folder}/words-w.json"] == {"wyn", "word"}  # whoever types "words" finds it
    assert words[f"search/{folder}/words-s.json"] == {"sai"}  # as "say" is compared
    assert f"search/{folder}/words-h.json" not in words


def test_texts_are_in_parts_of_one_size(files: dict[str, str]) -> None:
    sizes = [len(text) for path, text in files.items() if "/texts-" in path]
    longest = max(len(text) for path, text in files.items() if "/texts-" in path for text in json.loads(text))

    assert len(sizes) > 10 and max(sizes) < MOST_TEXT * 1.1 + longest


def test_parts_of_another_version_are_in_another_folder() -> None:
    changed = [ENTRIES[0] | {"text": "Begin there."}, *ENTRIES[1:]]
    folders = [json.loads(search_files(entries, SearchWords())[FIRST])["folder"] for entries in (ENTRIES, changed)]

    assert folders[0] != folders[1] and len(folders[0]) == 12


@pytest.mark.parametrize("postings", [[], [[3, 1]], [[0, 2], [1, 1], [40, 1]], [[1267, 1], [5000, 34]]])
def test_numbers_come_back_as_they_were_written(postings: list[list[int]]) -> None:
    body = "return module.decodePostings(module.encodePostings(given.postings));"

    assert run("search/postings.js", body, postings=postings) == postings


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [("Why it matters", "why-it-matters"), ("Ofcom’s – data, 2025!", "ofcoms-data-2025"), ("Ynys Môn", "ynys-mon")],
)
def test_an_anchor_that_is_not_written_is_what_the_page_has(heading: str, anchor: str) -> None:
    assert loaded("search/entries.js").call("search/entries.js", "anchorOf", heading) == anchor
