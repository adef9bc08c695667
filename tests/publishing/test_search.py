"""The search finds pages by the words that officers use, says what kind of thing each is, and is never at a loss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.core.problems import ContentError
from macros.publishing.search_index import with_kinds
from tests.support.builds import Built
from tests.support.worksheet_page import until

# What an officer types, the page to find among the first three, and what kind of thing it is.
QUERIES = {
    "stakeholder mapping": ("focus/find-the-key-partners/", "Step"),
    "how do we do stakeholder mapping": ("focus/find-the-key-partners/", "Step"),
    "asset mapping": ("barriers-and-assets/map-strengths-and-assets/", "Step"),
    "evaluation": ("success/settle-why-you-evaluate/", "Step"),
    "KPIs": ("success/choose-what-to-measure/", "Step"),
    "logic model": ("worksheets/outcomes-ladder/", "Worksheet"),
    "needs assessment": ("barriers-and-assets/understand-needs-and-barriers/", "Step"),
    "terms of reference": ("worksheets/partnership-statement/", "Worksheet"),
    "action plan template": ("worksheets/staged-plan/", "Worksheet"),
    "questionnaire": ("worksheets/short-survey/", "Worksheet"),
    "consent form": ("worksheets/case-study-form/", "Worksheet"),
    "exit strategy": ("sustain/", "Step"),
    "roadmap": ("plan/arrange-a-staged-plan/", "Step"),
    "grant application": ("pick/funding-bid/", "Situation"),
    "donated laptops": ("pick/device-or-data-offer/", "Situation"),
    "ROI": ("evidence/money/", "Page"),
    "deprivation": ("evidence/data/", "Page"),
    "social tariff": ("glossary/#term-social-tariff", "Term"),
    "MDLS": ("glossary/#term-minimum-digital-living-standard", "Term"),
    "dementia": ("cases/dementia-pathfinder/", "Case"),
    "partner mpa": ("worksheets/partner-map/", "Worksheet"),
    "business case": ("launch/make-the-case/", "Page"),
}
FOUND = """() => [...document.querySelectorAll('.search__result')].map((one) =>
  [one.querySelector('a').href, one.querySelector('.search__kind').textContent])"""


@pytest.fixture(scope="module")
def site(quick: Built) -> Path:
    return quick.site


@pytest.fixture(scope="module")
def there(quick_address: str) -> str:
    return quick_address


@pytest.fixture(scope="module")
def page(browser: Browser, there: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(5000)
    opened = context.new_page()
    opened.goto(there)
    opened.locator("[data-search-open]").first.click()
    yield opened
    context.close()


def said(page: Page) -> str:
    return page.locator("[data-search-status]").inner_text()


def search(page: Page, words: str) -> list[list[str]]:
    page.locator("dialog input").fill("")
    until(page, "() => !document.querySelector('.search__result')")
    page.locator("dialog input").fill(words)
    page.wait_for_selector(".search__result")
    return list(page.evaluate(FOUND))


@pytest.mark.parametrize("words", QUERIES)
def test_what_officers_type_finds_the_page_among_the_first_three(page: Page, there: str, words: str) -> None:
    path, kind = QUERIES[words]

    assert [there + path, kind] in search(page, words)[:3]


def test_words_that_only_the_list_knows_are_not_found_without_it(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    texts = " ".join(entry["title"] + entry["text"] for entry in index).lower()

    assert "stakeholder mapping" not in texts and "exit strategy" not in texts


@pytest.mark.parametrize(
    ("words", "near"),
    [("persnoa", "Persona"), ("asetts", "Asset"), ("xbarriersx", "Barrier")],
)
def test_no_result_offers_the_nearest_names(page: Page, words: str, near: str) -> None:
    found = search(page, words)

    assert 0 < len(found) <= 5
    assert near in page.locator(".search__results").inner_text()
    assert "nearest names" in said(page)


@pytest.mark.parametrize("words", ["7777777", "pothole", "bicycle", "cemetery", "zebra"])
def test_nothing_like_it_says_so_in_words_and_offers_no_rubbish(page: Page, words: str) -> None:
    page.locator("dialog input").fill("")
    until(page, "() => !document.querySelector('[data-search-status]').textContent")
    page.locator("dialog input").fill(words)
    until(page, "() => document.querySelector('[data-search-status]').textContent")
    assert said(page).startswith("Nothing found. Try")

    assert page.locator(".search__result").count() == 0
    assert page.locator(".search__without a").count() == 2


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("stakeholdr maping", "focus/find-the-key-partners/"),
        ("evalution", "success/settle-why-you-evaluate/"),
        ("glosary", "glossary/"),
        ("safegaurding", "glossary/#term-safeguarding"),
    ],
)
def test_a_slip_in_spelling_is_forgiven_and_said(page: Page, there: str, words: str, path: str) -> None:
    assert there + path in [url for url, _ in search(page, words)[:3]]
    assert said(page).startswith("No exact match")


def test_a_word_that_is_nowhere_is_passed_over_and_that_is_said(page: Page, there: str) -> None:
    assert there + "worksheets/partner-map/" in [url for url, _ in search(page, "partner map qwertyuiop")[:3]]
    assert said(page).startswith("Nothing has all of these words")


def test_a_long_list_says_that_it_is_the_best_of_more(page: Page) -> None:
    assert len(search(page, "partners")) == 20
    assert said(page) == "The 20 best results"


def test_what_is_typed_is_never_taken_as_html(page: Page) -> None:
    page.locator("dialog input").fill("<img src=x onerror=document.title='bad'> partner")
    page.wait_for_selector(".search__result")

    assert page.locator("dialog img").count() == 0 and page.title() != "bad"


def test_results_fit_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    search(page, "stakeholder mapping")

    assert page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")


def test_an_index_names_the_kind_of_every_entry(library: Library) -> None:
    docs = [{"location": f"{one}", "title": "t", "text": ""} for one in ("focus/", "pick/funding-bid/#a", "glossary/")]
    made = json.loads(with_kinds(json.dumps({"docs": docs}), library))["docs"]

    assert [one["kind"] for one in made[:4]] == ["stage", "situation", "page", "term"]


def test_a_page_is_in_the_index_once_with_its_words_and_its_sentence(library: Library) -> None:
    docs = [
        {"location": "roles/", "title": "Roles", "text": "Up"},
        {"location": "roles/#roles", "title": "Roles", "text": "down"},
        {"location": "roles/#more", "title": "More", "text": "x"},
    ]
    made = json.loads(with_kinds(json.dumps({"docs": docs}), library))["docs"]

    assert [(one["location"], one["text"]) for one in made[:2]] == [("roles/", "Up down"), ("roles/#more", "x")]
    assert made[0]["about"] == library.front_matters["roles.md"].description  # type: ignore[union-attr]
    assert "about" not in made[1]


def test_an_index_holds_text_and_no_html(library: Library) -> None:
    docs = [{"location": "a/", "title": "King&#39;s &amp; <em>b</em>", "text": "<p>one</p><ul><li>&lt;b&gt; two</ul>"}]
    (made, *_) = json.loads(with_kinds(json.dumps({"docs": docs}), library))["docs"]

    assert (made["title"], made["text"]) == ("King's & b", "one <b> two")


def test_a_page_that_does_not_exist_stops_the_build(project: Path) -> None:
    file = project / "templates/search.yml"
    file.write_text(file.read_text("utf-8") + "  focus/no-such-step.md: [nothing]\n", "utf-8")

    with pytest.raises(ContentError, match=r"no page, worksheet or pack focus/no-such-step\.md"):
        read_library(project, "leeds", read_nav(project))


def test_a_council_adds_words_of_its_own(project: Path) -> None:
    own = project / "editions/leeds/templates/search.yml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("pages:\n  roles.md: [digital navigator]\n", "utf-8")

    words = read_library(project, "leeds", read_nav(project)).search_words.pages["roles.md"]

    assert "digital navigator" in words and "RACI" in words
