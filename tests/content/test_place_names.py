"""Every sentence reads right whoever publishes the guide: a city, an island with an article, or nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

import pytest
from jinja2 import ChainableUndefined, Environment

from macros.content.editions import read_edition
from macros.content.library import Library
from macros.content.place_names import place_words
from macros.models.editions import Contact, Edition, Look, NeutralEdition
from macros.models.setting_values import PlaceKind
from tests.conftest import ROOT, Built
from tests.support.place_sentences import blocks_of, odd_places

LOOK = Look(primary="#12436d", accent="#b0560f", logo="logo.svg")
CONTACT = Contact(team="the team", phone="01632 960001")
NOBODYS = NeutralEdition(
    slug="toolkit", neutral=True, programme="Community digital inclusion toolkit", look=LOOK, published_by="the team"
)


def of_kind(kind: str) -> Edition:
    """An invented council of this kind; an island takes an article, as most do."""
    return Edition.model_validate(
        {
            "slug": "thornmere",
            "council": "Thornmere Council",
            "place": "Isle of Thornmere" if kind == "island" else "Thornmere",
            "place_with_article": "the Isle of Thornmere" if kind == "island" else None,
            "place_kind": kind,
            "programme": "Digital Thornmere",
            "contact": CONTACT,
            "look": LOOK,
        }
    )


EDITIONS = [*(of_kind(kind) for kind in get_args(PlaceKind)), NOBODYS]


class Nothing(ChainableUndefined):
    """What a macro of the page comes out as, where only its sentences matter."""

    def __call__(self, *_: Any, **__: Any) -> str:
        return ""


def texts(library: Library, edition: Edition) -> Iterator[tuple[str, str]]:
    """Each paragraph of docs/ and each interface word with a place or a council in it, as ``edition`` has it."""
    values = place_words(edition, library.strings)
    pages = Environment(undefined=Nothing, autoescape=False)
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        if "edition." in text or "own_words(" in text:
            known = {"edition": {**edition.model_dump(), **values}, "run_by": lambda: edition.run_by}
            known["own_words"] = lambda name: {**values, "credited_for": ""}[name]
            drawn = pages.from_string(text).render(known)
            yield from ((path.name, " ".join(line.split())) for line in re.split(r"\n\s*\n|\n(?=[-#>|*])", drawn))
    more = {"council": edition.publisher, "programme": edition.programme, "who": edition.run_by}
    for place, words in spoken(library.strings):
        if re.search(r"\{(?:\w+_place|the_kind|in_kind|across_kind)\}", words):
            yield place, words.format_map({**Known(), **values, **more})


class Known(dict[str, str]):
    """Values that have nothing to do with the place."""

    def __missing__(self, name: str) -> str:
        return "7"


def spoken(strings: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    for key, words in strings.items():
        if isinstance(words, dict):
            yield from spoken(words, f"{place}.{key}")
        elif isinstance(words, str) and not place.startswith(".place"):
            yield f"{place}.{key}", words


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: "nobody" if edition.neutral else edition.place_kind)
def test_every_sentence_reads_right_in_every_kind_of_place(library: Library, edition: Edition) -> None:
    values = place_words(edition, library.strings)

    wrong = [(file, odd) for file, text in texts(library, edition) for odd in odd_places(text, values)]

    assert not wrong


@pytest.mark.parametrize("slug", ["toolkit", "westhaven"])
def test_no_page_has_a_sentence_that_a_name_spoilt(
    quick_editions: Callable[[str], Built], library: Library, slug: str
) -> None:
    edition = NOBODYS if slug == "toolkit" else read_edition(ROOT / "tests", slug)
    values = place_words(edition, library.strings)

    pages = [page for page in quick_editions(slug).pages if page.parent.name != "print_page"]
    # The frame of the site says the same on every page.
    texts = {block: str(page) for page in pages for block in blocks_of(page.read_text("utf-8"))}

    wrong = [
        (page, odd)
        for block, page in texts.items()
        for odd in odd_places(block, values)
        if "{{ 7 * 7" not in odd  # what this edition wrote, and what comes out as itself
    ]

    assert not wrong


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask the your council first.",
        "It helps in your area your your area.",
        "This is a guide for the the county.",
        "Ask your council council.",
        "We work together. your council pays.",
        "your area has a plan.",
        "This website is run by .",
        "The edition of , with notes.",
        "Say {{ edition.place }} here.",
        "It is a your council matter.",
    ],
)
def test_a_spoilt_sentence_is_found(library: Library, sentence: str) -> None:
    assert odd_places(sentence, place_words(NOBODYS, library.strings))


@pytest.mark.parametrize("sentence", ["Your council pays.", "Help people in your area.", "Ask your council: it knows."])
def test_a_sound_sentence_is_not(library: Library, sentence: str) -> None:
    assert not odd_places(sentence, place_words(NOBODYS, library.strings))


def test_words_that_begin_a_sentence_begin_with_a_capital(library: Library) -> None:
    words = place_words(NOBODYS, library.strings)

    assert (words["Council"], words["The_place"]) == ("Your council", "Your area")
    assert place_words(of_kind("island"), library.strings)["The_place"] == "The Isle of Thornmere"


def test_no_document_takes_a_councils_name_where_there_may_be_none() -> None:
    """What draws documents asks for the publisher, who is always somebody."""
    for folder in ("documents", "views/office", "views/worksheet", "views/book", "views/pack"):
        for path in (ROOT / "macros" / folder).rglob("*"):
            if path.suffix not in (".py", ".html", ".xml") or path.name in ("share.html", "share_meta.py"):
                continue
            for line in path.read_text("utf-8").splitlines():
                assert "edition.council" not in line or "edition.neutral" in line, (path.name, line.strip())
