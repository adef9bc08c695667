"""Claims about the words of every page, each with its planted fault."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from macros.commands.words import readings, too_hard
from macros.content.library import Library
from macros.core.html import has_class
from macros.core.parsing import read_page
from macros.quality.wording.grade import reading, syllables
from macros.quality.wording.prose import blocks, body, paragraphs
from macros.quality.wording.spelling import misspelled
from macros.quality.wording.typed import typed_quotations, typed_statistics
from tests.conftest import ROOT, Built

INVENTED = "story.md"  # every number in it is invented, and it says so
SHORT = 12  # words: a shorter paragraph may stand on two pages, such as "These are our suggestions."
KNOWN = {word.lower() for word in (ROOT / "tests/support/words.txt").read_text("utf-8").split()}


def written(library: Library) -> dict[str, tuple[str, int]]:
    pages = {path: read_page(overlay.path, overlay.file) for path, overlay in library.pages.items()}
    return {path: (page.text, page.text_line) for path, page in pages.items()}


def test_no_page_is_above_its_reading_grade(built: Built) -> None:
    measured = readings(built.site)
    assert len(measured) > 100
    assert sum(measure.words for measure in measured.values()) > 20_000

    assert too_hard(measured) == []


def test_a_hard_page_is_found_with_the_sentence_to_blame() -> None:
    hard = "Notwithstanding organisational interdependencies, intersectional considerations necessitate deliberation."
    page = reading(f"<main><p>We met.</p><p>{hard}</p></main>")

    assert page.hardest[0][1] == hard
    assert page.grade > 9
    assert too_hard({"x/": page})[0].splitlines()[1].endswith(hard)


@pytest.mark.parametrize(
    ("word", "count"), [("community", 4), ("carer's", 2), ("plan", 1), ("worksheet", 2), ("wifi", 2)]
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_spelling_is_british(built: Built, library: Library) -> None:
    edition = " ".join(str(value) for value in library.edition.model_dump().values())
    texts = {
        str(page.relative_to(built.site)): " ".join(text for _, text in blocks(body(page.read_text("utf-8"), NOT_OURS)))
        for page in built.pages
        if page.parent.name != "print_page"
    }
    wrong = misspelled(texts.values(), KNOWN | set(edition.lower().split()))

    assert {word: [url for url, text in texts.items() if word in text][:3] for word in wrong} == {}


# Names and words of other people, and what is no sentence.
NOT_OURS = (
    "self::script or self::style or self::svg or self::select or @popover or self::a[starts-with(@href, 'http')] or "
    + has_class("cite", "sources", "all-sources", "quotations", "swatches", "tokens__value")
)


def test_a_comment_between_words_is_no_word() -> None:
    page = body("<main><p>It is run by <!--own:run-by-->the team<!--/own-->.</p></main>")

    assert [text for _, text in blocks(page)] == ["It is run by the team."]


def test_american_and_mistaken_spellings_are_found() -> None:
    assert misspelled(["We organize a colorful comunity center for Leeds."], {"leeds"}) == {
        "organize", "colorful", "comunity", "center",
    }  # fmt: skip
    assert misspelled(["We organise, we seize the prize, and we write to a@b.example."], set()) == set()


def test_no_page_repeats_another_pages_paragraph(built: Built) -> None:
    assert repeats({str(page): page.read_text("utf-8") for page in built.pages if apart(page)}) == {}


def apart(page: Path) -> bool:
    return page.parent.name != "print_page"


def repeats(pages: dict[str, str]) -> dict[str, list[str]]:
    """Long paragraphs that stand on more than one page, with those pages."""
    seen: dict[str, set[str]] = defaultdict(set)
    for name, html in pages.items():
        for text in paragraphs(html):
            if len(text.split()) >= SHORT:
                seen[text.lower()].add(name)
    return {text: sorted(names) for text, names in seen.items() if len(names) > 1}


def test_a_repeated_paragraph_is_found() -> None:
    text = "This paragraph has more than twelve words, so that it may only stand on one page."
    page = f"<main><h1>A</h1><p>{text}</p></main>"

    assert repeats({"a": page, "b": page}) == {text.lower(): ["a", "b"]}
    assert repeats({"a": page, "b": page.replace("twelve", "eleven")}) == {}


def test_no_statistic_is_typed_on_a_page(library: Library) -> None:
    by_page = {
        path: problems
        for path, (text, line) in written(library).items()
        if path != INVENTED and (problems := list(typed_statistics(text, line)))
    }
    assert by_page == {}


@pytest.mark.parametrize(
    "text", ["About 8,000 people", "it cost £200", "62% of them", "1.6 million", "over 276 staff", "over 999 hubs"]
)
def test_a_typed_statistic_is_found(text: str) -> None:
    assert [line for line, _ in typed_statistics(f"First.\n{text} came.", 5)] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "100% Digital Leeds",
        "in 2022",
        "on 8 December 2022",
        'x {{ figure("a-900") }}',
        "[a](b-1234.md)",
        "The first 100 days",
        "ring 999.",
        "Police Scotland on 101, or",
        "| on 101 |",
    ],
)
def test_what_is_no_statistic_is_left_alone(text: str) -> None:
    assert list(typed_statistics(text)) == []


def test_every_quotation_is_one_that_was_published(library: Library) -> None:
    known = [quotation.words for quotation in library.quotations]
    by_page = {
        path: problems
        for path, (text, line) in written(library).items()
        if (problems := list(typed_quotations(text, known, line)))
    }
    assert by_page == {}


def test_a_made_up_quotation_is_found() -> None:
    quotation = "We could never have done any of this without the model."

    assert [words for _, words in typed_quotations(f"She said: “{quotation}”", ["Another."])] == [quotation]
    assert list(typed_quotations(f"She said: “{quotation}”", [quotation])) == []


def test_the_quotations_are_those_of_the_published_text(library: Library) -> None:
    assert {quotation.name for quotation in library.quotations} == {
        "Melanie Rawles", "Tom Denman", "Debbie Fagan", "Leonardo Tantari",
    }  # fmt: skip


def test_every_figure_has_a_year_and_a_source(library: Library) -> None:
    assert len(library.figures) > 40
    for name, figure in library.figures.items():
        assert any(f"{year}" in figure.when for year in range(2005, 2031)), name
        assert figure.source in library.sources, name


def test_every_figure_is_shown_somewhere(library: Library) -> None:
    text = "".join(text for text, _ in written(library).values())

    assert [name for name in library.figures if f'figure("{name}")' not in text] == []


def test_every_source_is_used(library: Library) -> None:
    text = "".join(text for text, _ in written(library).values())
    used = {entry.source for entry in [*library.figures.values(), *library.terms, *library.quotations]}

    assert [name for name in library.sources if f'cite("{name}")' not in text and name not in used] == []
