"""What the search finds, how it found it, and what it names when it found nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.content.search_synonyms import SearchWords
from macros.publishing.search_files import search_files
from tests.support.scripts import loaded

ENGINE = "search/engine.js"
DOCS = [
    {"title": "Map your partners", "text": "Ask who else works here.", "location": "focus/partners/", "kind": "page"},
    {"title": "What to do", "text": "Draw partners on rings.", "location": "focus/partners/#do", "kind": "page"},
    {"title": "Watch out for", "text": "Too many partners.", "location": "focus/partners/#watch", "kind": "page"},
    {"title": "Sources", "text": "Partners, again.", "location": "focus/partners/#sources", "kind": "page"},
    {"title": "Budget", "text": "Money from partners, equipment.", "location": "plan/budget/", "kind": "page"},
    {"title": "Glossary", "text": "All terms.", "location": "glossary/", "kind": "page", "also": ["dictionary"]},
    {"title": "Mentor", "text": "Somebody who helps.", "location": "glossary/#mentor", "kind": "term", "also": []},
]


def search(*typed: str) -> list[Any]:
    """For each query: how it was found, and where."""
    body = """const { engineOf } = need("search/engine.js");
    const engine = engineOf(given.index);
    return given.typed.map((words) => {
      for (const name of engine.lacks(words)) engine.add(name, given.parts[name]);
      return engine.search(words);
    }).map(({ found, how }) => [how, found.map((result) => result.location)]);"""
    index, parts = index_and_parts()
    given = json.dumps({"index": index, "parts": parts, "typed": typed})
    return list(loaded(ENGINE).run(f"const given = {given};\n{body}"))


def index_and_parts() -> tuple[dict[str, Any], dict[str, Any]]:
    """The index of these entries, and its parts with words by their names."""
    files = search_files(DOCS, SearchWords(ignore=["how", "do", "we"]))
    index = json.loads(files["search/search_index.json"])
    folder = f"search/{index['folder']}"
    return index, {name: json.loads(files[f"{folder}/words-{name}.json"]) for name in index["parts"]}


def test_a_title_comes_before_the_text_and_no_page_fills_the_list() -> None:
    [[how, places]] = search("partners")

    assert how == "all" and places[0] == "focus/partners/"
    assert sum(place.startswith("focus/partners/") for place in places) == 2 and "plan/budget/" in places


@pytest.mark.parametrize(
    ("typed", "how", "first"),
    [
        ("budget", "all", "plan/budget/"),
        ("partner's", "all", "focus/partners/"),
        ("partner’s", "all", "focus/partners/"),  # as a phone types it
        ("BUDG", "all", "plan/budget/"),  # the beginning of a word
        ("how do we budget", "all", "plan/budget/"),  # words that say nothing
        ("dictionary", "all", "glossary/"),  # another name of the page
        ("equipmnet", "like", "plan/budget/"),
        ("budget zebra", "some", "plan/budget/"),
        ("partnrs map", "like", "focus/partners/"),
        ("how do we", "some", "focus/partners/#do"),  # nothing else is left, so all are meant
        ("glosery", "nearest", "glossary/"),
    ],
)
def test_words_are_found_as_typed_then_misspelt_then_some_then_by_likeness(typed: str, how: str, first: str) -> None:
    [[way, places]] = search(typed)
    assert (way, places[0]) == (how, first)


@pytest.mark.parametrize("typed", ["dentist", "xylophone"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert search(typed) == [["none", []]]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("chose comunity", ["Choose the community"]),
        ("asetts", ["Map strengths and assets"]),
        ("pothole", []),
        ("", []),
        ("a", []),
    ],
)
def test_the_nearest_names_are_like_what_was_typed(words: str, titles: list[str]) -> None:
    names = ["Choose the community", "Map strengths and assets", "People", "Plan the money"]
    entries = [{"title": name, "also": []} for name in names]
    nearest = loaded("shared/likeness.js").call("shared/likeness.js", "nearest", words, entries)
    assert [entry["title"] for entry in nearest] == titles


def test_the_nearest_comes_first_and_there_are_few() -> None:
    entries = [{"title": f"commun{'bdfghjk'[:at]}", "also": []} for at in range(7, -1, -1)]
    nearest = loaded("shared/likeness.js").call("shared/likeness.js", "nearest", "commun", entries)
    assert [entry["title"] for entry in nearest] == [f"commun{'bdfghjk'[:at]}" for at in range(5)]
