"""The search finds pages by the words that officers use, says what kind of thing each is, and is never at a loss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.core.problems import ContentError
from macros.publishing.page_sections import sections
from macros.publishing.search_index import search_index
from tests.support.builds import Built
from tests.support.search_entries import answers_in, built_entries
from tests.support.worksheet_page import until

# What an officer types, the page to find among the first three, and what kind of thing it is.
QUERIES = {
    "month 12": ("first-100-days/", "Page"),
    "workbook": ("success/choose-what-to-measure/", "Step"),
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
    "safeguarding": ("papers/incident-note/", "Words to use"),
    "Welsh": ("evidence/law/#welsh", "Page"),
    "agenda": ("papers/workshop-agenda/", "Words to use"),
}
# The same, where the page must be the first.
FIRST = {
    "GDPR": ("papers/privacy-notice/", "Words to use"),
    "consent": ("papers/consent-line/", "Words to use"),
    "tablets": ("devices-and-data/", "Page"),
    "sim cards": ("devices-and-data/", "Page"),
    "budget": ("costs/", "Page"),
    "pstn": ("evidence/policy/", "Page"),
    "invite email": ("papers/first-partners-meeting-invitation/", "Words to use"),
    "steering group": ("roles/", "Page"),
    "invitation": ("papers/first-partners-meeting-invitation/", "Words to use"),
    "digital champions": ("glossary/#term-digital-champion", "Term"),
    "costs": ("costs/", "Page"),
    "month 12": ("papers/report-month-12/", "Words to use"),
    "one-page summary": ("papers/director-page/", "Words to use"),
    "digital switchover": ("evidence/policy/", "Page"),
    "committee paper": ("papers/committee-paper/", "Words to use"),
    "ward evidence": ("find-local-data/", "Page"),
    "national databank": ("evidence/offers/", "Page"),
    "workbook": ("project/#the-project-as-a-workbook", "Page"),
    "baseline survey": ("worksheets/short-survey/", "Worksheet"),
    "email gp": ("papers/email-gp-practice-manager/", "Words to use"),
    "privacy notice": ("papers/privacy-notice/", "Words to use"),
    "loan agreement": ("papers/loan-agreement/", "Words to use"),
    "poster": ("papers/poster/", "Words to use"),
    "DERI": ("evidence/data/#digital-exclusion-risk-index", "Page"),
    "stat-xplore": ("find-local-data/", "Page"),
    "local government reorganisation": ("reorganisation/", "Page"),
    "how much does it cost": ("costs/", "Page"),
    "scams": ("safety-scams-and-ai/", "Page"),
    "online safety": ("safety-scams-and-ai/", "Page"),
    "chatgpt": ("safety-scams-and-ai/", "Page"),
    "wi-fi": ("evidence/offers/", "Page"),
    "e-mail to a councillor": ("papers/email-councillor/", "Words to use"),
    "phone script": ("papers/call-unknown-community-organisation/", "Words to use"),
    "parish council": ("papers/email-parish-clerk/", "Words to use"),
    "press release": ("papers/press-lines/", "Words to use"),
    "equality impact assessment": ("papers/screening/", "Words to use"),
    "DPIA": ("papers/screening/", "Words to use"),
    "FAQ": ("papers/hard-questions/", "Words to use"),
    "handover": ("papers/handover-note/", "Words to use"),
    "maternity cover": ("papers/handover-note/", "Words to use"),
    "BAME": ("communities/people-from-ethnic-minorities/", "Page"),
    "poverty": ("communities/people-on-low-incomes/", "Page"),
    "asylum seekers": ("communities/refugees-and-people-seeking-asylum/", "Page"),
    "deaf": ("communities/disabled-people/", "Page"),
    "lend laptops": ("devices-and-data/", "Page"),
    "Scotland": ("nations/scotland/", "Page"),
    "timetable": ("first-100-days/", "Page"),
    "minutes of a meeting": ("papers/meeting-notes/", "Words to use"),
    "NHS app": ("communities/patients-of-a-place/", "Page"),
    "one pager for my boss": ("papers/director-page/", "Words to use"),
    "cabinet report": ("papers/committee-paper/", "Words to use"),
    "partner said no": ("papers/reply-taking-no/", "Words to use"),
    "reminder email": ("papers/email-chase/", "Words to use"),
    "DBS checks": ("papers/volunteers-note/", "Words to use"),
    "volunteer induction": ("papers/volunteers-note/", "Words to use"),
    "data breach": ("papers/incident-note/", "Words to use"),
    "what to do with old laptops": ("devices-and-data/", "Page"),
    "helping someone with their password": ("papers/how-far-may-i-help/", "Words to use"),
    "mobile signal": ("find-local-data/", "Page"),
    "Ukrainian": ("communities/refugees-and-people-seeking-asylum/", "Page"),
    "power of attorney": ("papers/how-far-may-i-help/", "Words to use"),
    "save my answers": ("kept/", "Page"),
    "PCN": ("papers/email-gp-practice-manager/", "Words to use"),
    "e-learning": ("evidence/offers/", "Page"),
    "drop-in session": ("plan/put-it-into-practice/", "Step"),
    "sheltered housing": ("communities/older-people/", "Page"),
    "hub and spoke": ("cases/rural-practice-elsewhere/", "Case"),
    "combined authority": ("evidence/money/", "Page"),
    "Likert scale": ("worksheets/short-survey/", "Worksheet"),
    "quick evaluation": ("evaluate-in-one-sitting/", "Page"),
    "strategy": ("pick/the-plan-please/", "Situation"),
    "workshop slides": ("papers/workshop-slides/", "Words to use"),
    "SCVO": ("nations/scotland/", "Page"),
    "elderly": ("communities/older-people/", "Page"),
    "workshop agenda": ("papers/workshop-agenda/", "Words to use"),
    "template": ("worksheets/staged-plan/", "Worksheet"),
    "consultation": ("barriers-and-assets/plan-the-conversation/", "Step"),
    "self assessment": ("worksheets/readiness-check/", "Worksheet"),
    "thank you letter": ("papers/email-thanks/", "Words to use"),
    "risk register": ("worksheets/action-and-learning-log/", "Worksheet"),
    "quarterly report": ("success/share-results/", "Step"),
    "paying volunteers": ("costs/", "Page"),
    "lottery": ("pick/funding-bid/", "Situation"),
    "digital divide": ("evidence/people/", "Page"),
    "homelessness": ("communities/", "Page"),
    "BSL interpreter": ("papers/access-needs/", "Words to use"),
    "print at home": ("downloads/printing/", "Page"),
    "tally": ("worksheets/tally-sheet/", "Worksheet"),
    "what do I do on my first day": ("first-100-days/", "Page"),
    "sign up sheet": ("papers/sign-in-sheet/", "Words to use"),
    "senior backing": ("papers/email-sponsor/", "Words to use"),
    "change of officer": ("papers/handover-note/", "Words to use"),
    "helping a neighbour": ("papers/how-far-may-i-help/", "Words to use"),
    "proxy access": ("communities/patients-of-a-place/#if-somebody-cannot-use-the-app", "Page"),
    "age uk": ("focus/find-the-key-partners/", "Step"),
    "non users": ("evidence/people/", "Page"),
    "who else is doing this": ("cases/", "Page"),
}
FOUND = """() => [...document.querySelectorAll('.search__result')].map((result) =>
  [result.querySelector('a').href, result.querySelector('.search__kind').textContent])"""

NEAREST = {"persnoa": "Persona", "asetts": "Asset", "xbarriersx": "Barrier"}
NOWHERE = ["7777777", "pothole", "bicycle", "cemetery", "zebra"]
SLIPS = {
    "stakeholdr maping": "focus/find-the-key-partners/",
    "evalution": "success/settle-why-you-evaluate/",
    "glosary": "glossary/",
    "safegaurding": "glossary/#term-safeguarding",
}
BELOW = ["tablets", "national databank", "digital champions"]  # for which examples and sources say more than help
# A slow machine says for a while that the search is on its way, which is no answer yet.
ANSWERED = """() => { const now = document.querySelector('[data-search-status]').textContent;
  return now && now !== JSON.parse(document.querySelector('[data-search]').dataset.words).loading; }"""


@pytest.fixture(scope="module")
def site(quick: Built) -> Path:
    return quick.site


@pytest.fixture(scope="module")
def there(quick_address: str) -> str:
    return quick_address


@pytest.fixture(scope="module")
def page(browser: Browser, there: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(120_000)
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


@pytest.fixture(scope="module")
def answers(site: Path) -> dict[str, dict[str, Any]]:
    """What the search's own engine finds for each query, and how."""
    return answers_in(site, [*NEAREST, *SLIPS, *NOWHERE, *BELOW, *QUERIES, *FIRST])


@pytest.fixture(scope="module")
def results(answers: dict[str, dict[str, Any]], library: Library) -> dict[str, list[list[str]]]:
    """The path and the kind of all that is found for each query, as the box would show it."""
    kinds = library.strings["search"]["kinds"]
    return {
        words: [[entry["location"], kinds[entry["kind"]]] for entry in answer["found"]]
        for words, answer in answers.items()
    }


@pytest.mark.parametrize("words", QUERIES)
def test_what_officers_type_finds_the_page_among_the_first_three(
    results: dict[str, list[list[str]]], words: str
) -> None:
    assert [*QUERIES[words]] in results[words][:3]


@pytest.mark.parametrize("words", FIRST)
def test_what_officers_type_finds_the_page_first(results: dict[str, list[list[str]]], words: str) -> None:
    assert [*FIRST[words]] == results[words][0]


@pytest.mark.parametrize("words", [*list(QUERIES)[:2], *list(FIRST)[:2]])
def test_the_box_shows_what_the_engine_finds(
    page: Page, there: str, results: dict[str, list[list[str]]], words: str
) -> None:
    shown = search(page, words)

    assert shown == [[there + path, kind] for path, kind in results[words][: len(shown)]] and len(shown) > 3


def test_words_that_only_the_list_knows_are_not_found_without_it(site: Path) -> None:
    texts = " ".join(entry["title"] + entry["text"] for entry in built_entries(site)).lower()

    assert "stakeholder mapping" not in texts and "exit strategy" not in texts


def test_no_result_offers_the_nearest_names(answers: dict[str, dict[str, Any]]) -> None:
    for words, near in NEAREST.items():
        assert answers[words]["how"] == "nearest" and 0 < len(answers[words]["found"]) <= 5, words
        assert any(near in entry["title"] for entry in answers[words]["found"]), words


def test_a_slip_in_spelling_is_forgiven(answers: dict[str, dict[str, Any]]) -> None:
    for words, path in SLIPS.items():
        assert answers[words]["how"] == "like", words
        assert path in [entry["location"] for entry in answers[words]["found"][:3]], words


def test_nothing_like_it_offers_no_rubbish(answers: dict[str, dict[str, Any]]) -> None:
    assert [answers[words] for words in NOWHERE] == [{"how": "none", "found": []}] * len(NOWHERE)


def test_the_box_says_that_these_are_the_nearest_names(page: Page) -> None:
    words, near = next(iter(NEAREST.items()))
    nearest = search(page, words)

    assert 0 < len(nearest) <= 5
    assert near in page.locator(".search__results").inner_text()
    assert "nearest names" in said(page)


def test_the_box_says_that_a_slip_is_no_exact_match(page: Page, there: str) -> None:
    words, path = next(iter(SLIPS.items()))

    assert there + path in [url for url, _ in search(page, words)[:3]]
    assert said(page).startswith("No exact match")


def test_the_box_says_in_words_that_nothing_is_like_it(page: Page) -> None:
    page.locator("dialog input").fill("")
    until(page, "() => !document.querySelector('[data-search-status]').textContent")
    page.locator("dialog input").fill(NOWHERE[0])
    until(page, ANSWERED)
    assert said(page).startswith("Nothing found. Try")

    assert page.locator(".search__result").count() == 0
    assert page.locator(".search__without a").count() == 2


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


def entries(library: Library, pages: dict[str, str]) -> list[dict[str, Any]]:
    """The entries for ``pages``, whose content is given as HTML by their addresses."""
    return search_index({url: ("t", html) for url, html in pages.items()}, library)


def test_an_index_names_the_kind_of_every_entry(library: Library) -> None:
    index = entries(library, {"focus/": "", "pick/funding-bid/": "", "glossary/": "", "papers/poster/": ""})

    assert [entry["kind"] for entry in index[:5]] == ["stage", "situation", "page", "paper", "term"]


def test_a_page_is_in_the_index_once_with_its_words_and_its_sentence(library: Library) -> None:
    html = "<h1>Roles</h1><p>Up</p><h2 id='roles'>Roles</h2><p>down</p><h2 id='more'>More</h2><p>x</p>"
    index = entries(library, {"roles/": html})

    assert [(entry["location"], entry["text"]) for entry in index] == [("roles/", "Up down"), ("roles/#more", "x")]
    assert index[0]["about"] == library.front_matters["roles.md"].description  # type: ignore[union-attr]
    assert "about" not in index[1]


def test_an_index_holds_text_and_no_html(library: Library) -> None:
    html = "<h1>King&#39;s &amp; <em>b</em></h1><p>one</p><ul><li>&lt;b&gt; two</ul>"
    (entry, *_) = entries(library, {"a/": html})

    assert (entry["title"], entry["text"]) == ("King's & b", "one <b> two")


def test_lists_of_sources_and_pages_named_last_come_after_others(library: Library) -> None:
    html = "<h1>A</h1><p>x</p><h2 id='sources'>Sources</h2><ul data-search-aside><li>y</li></ul>"

    assert [entry.get("aside", False) for entry in entries(library, {"a/": html})] == [False, True]
    assert all(entry["aside"] for entry in entries(library, {"adopt/host/": html}))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<p>a <button>ward</button><span data-search-exclude><span>Ward: </span>The area.</span>, or less</p>",
            "a ward, or less",
        ),
        ("<div data-search-exclude><div>in</div>still in</div><p>out</p>", "out"),
        ("<p data-without-tools>Nothing is saved.</p><p>out</p><nav>Next</nav>", "out"),
        ("<p>So it is (<a class='cite' href='/'>Ofcom, 2026</a>).</p>", "So it is."),
        ("<p>Hello <span class='gap' data-gap='name'>What is the name?</span>,</p>", "Hello …,"),
        ("<dl><dt>Time</dt><dd>An hour</dd></dl><select><option>Choose</option></select>", "Time An hour"),
        ("<div data-search-exclude><br><img src='x'><p>in</div>out", "out"),
    ],
)
def test_a_text_is_the_pages_own_sentences(html: str, text: str) -> None:
    assert sections(html)[0].text == text


def test_no_text_has_a_terms_meaning_a_notice_or_a_question_to_fill_in(site: Path, library: Library) -> None:
    entries = [entry for entry in built_entries(site) if entry["kind"] != "term"]
    texts = [entry["text"] for entry in entries if entry["location"] != "glossary/"]
    meanings = [term.meaning for term in library.terms if len(term.meaning) > 40]

    assert not [(meaning, text) for text in texts for meaning in meanings if meaning in text]
    assert not [text for text in texts for key in ("not_kept",) if library.strings["worksheet"][key] in text]
    assert not [text for text in texts if library.strings["checklist"]["kept"] in text]


def test_a_snippet_is_a_sentence_of_the_page(page: Page) -> None:
    search(page, "ward evidence")
    until(page, "() => !document.querySelector('.search__text:empty')")  # the text may come after the result
    shown = page.locator(".search__text").all_inner_texts()

    joined = re.compile(r"(?!\b(?:OpenDocument|LibreOffice)\b)\b\w*[a-z][A-Z][a-z]+ ")

    assert joined.search("to read onlyThe next one")
    assert shown and not [text for text in shown if joined.search(text)]
    assert page.locator(".search__text mark").count()


def test_examples_and_sources_stand_below_help(answers: dict[str, dict[str, Any]]) -> None:
    for words in BELOW:
        first = [entry["location"] for entry in answers[words]["found"][:3]]

        assert len(first) == 3
        assert not [url for url in first if "example" in url or url.endswith("#sources")], (words, first)


def test_a_page_that_does_not_exist_stops_the_build(project: Path) -> None:
    file = project / "templates/search.yml"
    file.write_text(file.read_text("utf-8") + "  focus/no-such-step.md: [nothing]\n", "utf-8")

    with pytest.raises(ContentError, match=r"no page, worksheet, paper or pack focus/no-such-step\.md"):
        read_library(project, "toolkit", read_nav(project))


def test_a_folder_to_come_last_that_does_not_exist_stops_the_build(project: Path) -> None:
    file = project / "templates/search.yml"
    file.write_text(file.read_text("utf-8").replace("last: [adopt/,", "last: [no-such/,"), "utf-8")

    with pytest.raises(ContentError, match=r"no page or folder no-such/"):
        read_library(project, "toolkit", read_nav(project))


def test_a_council_adds_words_of_its_own(project: Path) -> None:
    path = project / "editions/toolkit/templates/search.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("pages:\n  roles.md: [digital navigator]\nsame:\n  - [hub, den]\n", "utf-8")

    words = read_library(project, "toolkit", read_nav(project)).search_words

    assert "digital navigator" in words.pages["roles.md"] and "RACI" in words.pages["roles.md"]
    assert ["hub", "den"] in words.same and len(words.same) > 1
