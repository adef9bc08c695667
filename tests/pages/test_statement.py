"""The statements say what is true of the edition and of the last test, and no more."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from macros.commands.accessibility import kept_in
from macros.content.library import Library
from macros.core.html import has_class
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError
from macros.core.validation import validate
from macros.documents.formats import FORMATS, Colophon
from macros.models.accessibility import Accessibility
from macros.quality.axe import version as axe_version
from tests.conftest import Built
from tests.support.parsed import page_at, part_of, tree_at
from tests.support.search_entries import search_files_of

AdopterMacros = Callable[[str], Built]
NOT_LISTED = ("sitemap.xml", "print_page/index.html", "index.html", "about/index.html")
SIGNED = {"compliance": "partially", "signed_by": "us", "signed_on": date(2026, 11, 24)}


def text_of(site: Path, page: str = "accessibility") -> str:
    soup = page_at(site / page / "index.html")
    return " ".join(soup.select_one("main").get_text(" ").split())  # type: ignore[union-attr]


def test_the_recorded_test_is_of_this_version_and_by_this_program(library: Library) -> None:
    result = library.statement.result

    fix = "run `make site` and `make accessibility`, and commit what changed"
    assert (result.version, result.axe) == (library.release.version, axe_version()), fix
    assert result.day >= library.release.day, fix
    assert result.found == [], "test_browser finds nothing, so the statement may not say otherwise"


def test_the_recorded_test_is_of_nearly_all_pages_and_no_more(library: Library, built: Built) -> None:
    assert 0.9 * len(built.pages) <= library.statement.result.pages <= len(built.pages)


def test_the_statement_has_the_headings_of_the_law_in_their_order(built: Built) -> None:
    soup = page_at(built.site / "accessibility/index.html")
    headings = [heading.get_text(strip=True) for heading in soup.select("main h2, main h3")]
    wanted = [
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website's accessibility",
        "Non-accessible content",
        "Non-compliance with the accessibility regulations",
        "Disproportionate burden",
        "Content that's not within the scope of the accessibility regulations",
        "Preparation of this accessibility statement",
    ]

    assert [heading for heading in headings if heading in wanted] == wanted


def test_the_toolkits_statement_says_who_signed_and_what_was_and_was_not_tested(built: Built, library: Library) -> None:
    text = text_of(built.site)

    assert "The team behind this toolkit is committed to making its website accessible" in text
    assert "Leeds City Council" not in text, "no council has signed anything"
    assert f"all {library.statement.result.pages} pages" in text
    for sentence in library.statement.known.untested:
        assert sentence in text
    for problem in library.statement.known.problems:
        assert problem.problem in text
    assert "partially compliant" in text and "fully compliant" not in text


def test_a_council_fills_in_its_own_statement(quick_editions: Callable[[str], Built]) -> None:
    text = text_of(quick_editions("eastmarch").site)

    for words in (
        "This website is run by Eastmarch County Council.",
        "digital@eastmarch.example",
        "01632 960000",
        "within ten working days",
        "The Equality Commission for Northern Ireland (ECNI) is responsible",
        "Our map of hubs has no description. This fails WCAG 2.2 success criterion 1.1.1 Non-text content.",
        "30 November 2026, by our web team: Six pages with a screen reader.",
        "This statement was prepared on 1 October 2026. It was last reviewed on 2 November 2026.",
        "Signed: Head of Customer Services.",
        "This website was last tested on 30 November 2026.",
    ):
        assert words in text, words
    assert text.index("Disproportionate burden") < text.index("Our map of hubs") < text.index("not within the scope")


def test_an_unsigned_statement_says_so_and_claims_nothing_for_what_the_edition_added(editions: AdopterMacros) -> None:
    text = text_of(editions("ynys-wen").site)

    assert "Nobody has signed this statement yet." in text and "Nobody has said yet how far" in text
    assert "compliant with the" not in text
    assert "changed or added was not part of the test" in text


def test_a_draft_says_so_on_every_page_and_asks_not_to_be_found(
    editions: Callable[[str], Built], built: Built, library: Library
) -> None:
    for page in editions("ynys-wen").pages:
        tree = tree_at(page)
        assert tree.xpath(f"//header//*[{has_class('draft')}]"), page
        assert tree.xpath("//meta[@name='robots'][@content='noindex']"), page
    robots = {page.parent for page in built.pages if "noindex" in page.read_text("utf-8")}
    leads_on = {built.site / path.removesuffix(".md") for path in library.moved.moved}
    assert robots - leads_on == {built.site / "check"}


def test_every_page_leads_to_the_three_statements(built: Built) -> None:
    for page in built.pages:
        footer = part_of(page.read_text("utf-8"), "footer")
        ends = {str(link["href"]).rstrip("/").rsplit("/", 1)[-1] for link in footer.select("footer a[href]")}
        assert {"accessibility", "privacy", "licence"} <= ends | {page.parent.name, "."}, page


def test_the_check_page_is_in_no_nav_search_book_or_sitemap(built: Built) -> None:
    assert "Nothing stops the edition" in text_of(built.site, "check")
    texts = {name: (built.site / name).read_text("utf-8") for name in NOT_LISTED} | search_files_of(built.site)
    for name, text in texts.items():
        assert "Ready to publish?" not in text and "/check/<" not in text and '"check/"' not in text, name
    for page in ("index.html", "about/index.html"):
        links = page_at(built.site / page).select("a[href]")
        assert not [link for link in links if str(link["href"]) in ("check/", "../check/")], page


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"signed_by": "us"}, "signed only in part"),
        ({**SIGNED, "compliance": "fully"}, "no test by people"),
        ({**SIGNED, "reviewed_on": date(2025, 11, 24)}, "is before “signed_on”"),
        ({**SIGNED, "compliance": "mostly"}, "not known here"),
        ({"problems": [{"problem": "x", "reason": "lazy", "plan": "y"}]}, "not known here"),
        ({"signed_buy": "us"}, "not a key that is known"),
    ],
)
def test_a_statement_that_does_not_hold_together_is_refused(settings: dict[str, object], message: str) -> None:
    with pytest.raises(ContentError, match=message):
        validate(Accessibility, ParsedFile("editions/x/edition.yml", settings))


def test_a_councils_own_test_is_kept_in_its_own_folder() -> None:
    assert kept_in(Path("r"), "toolkit").as_posix() == "r/templates/accessibility-result.yml"
    assert kept_in(Path("r"), "exeter").as_posix() == "r/editions/exeter/templates/accessibility-result.yml"


@pytest.mark.usefixtures("draws")
@pytest.mark.parametrize("form", ["pdf", "word"])
def test_documents_of_a_draft_say_that_they_are_of_one(library: Library, form: str) -> None:
    logo = library.folder / library.edition.look.logo
    for draft, says in ((False, "Version 1"), (True, "Draft of version 1")):
        edition = library.edition.model_copy(update={"draft": draft})
        colophon = Colophon(edition, library.release, library.strings, logo, "https://x.test/")
        content = FORMATS[form].draw(library.worksheets["short-survey"], colophon, False)
        if form == "pdf":
            text = PdfReader(io.BytesIO(content)).pages[0].extract_text()
        else:
            text = Document(io.BytesIO(content)).sections[0].footer.paragraphs[0].text
        assert says in text.replace("\n", " ")
        assert ("Draft" in text) is draft
