"""Every page offers to tell of something wrong: an email and a form with page, version and edition already in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
import yaml

from macros.content.library import Library
from macros.models.editions import Contact, Edition, Look, Site
from macros.pages.feedback import FORM, Feedback, Way
from tests.support.builds import ADDRESS, ROOT, Built
from tests.support.page_checks import feedback_faults
from tests.support.parsed import page_at

EMAIL = "o'brien+web@town.example"
TITLES = ['King\'s Lynn & "x"', "Ynys Wên: tŷ, ŵyl, Môn", "50% + <b>?</b> #1; a=b", "A" * 90]


@pytest.fixture(scope="module")
def site(quick_editions: Callable[[str], Built]) -> Built:
    """The invented council with an email, a repository on GitHub and a long name."""
    return quick_editions("westhaven")


def ways(library: Library, title: str = "Roles", path: str | None = "roles/", **changed: object) -> dict[str, Way]:
    settings: dict[str, object] = {
        "contact": Contact(team="us", email=EMAIL),
        "site": Site(repository="https://github.com/town/toolkit.git"),
        **changed,
    }
    edition = Edition(
        slug="town",
        council="Cyngor Tŷ & King's <Council>",
        place="Tŷ",
        place_kind="town",
        programme="Digidol Môn",
        look=Look(primary="#2f5d2a", accent="#a4510b", logo="a.svg"),
        **settings,  # type: ignore[arg-type]
    )
    return {way.kind: way for way in Feedback(edition, "1.2.3", ADDRESS, library.strings).ways(title, path)}


def fields(way: Way) -> dict[str, str]:
    """What a mail program or GitHub reads from the link: each value once."""
    return {name: value for name, (value,) in parse_qs(urlsplit(way.url).query, strict_parsing=True).items()}


def test_every_page_offers_an_email_and_a_form_with_its_own_address(site: Built) -> None:
    pages = {page: page.relative_to(site.site).as_posix().removesuffix("index.html") for page in site.pages}
    missing = pages.pop(site.site / "404.html")

    assert missing and len(pages) > 100
    assert {url: faults for page, url in pages.items() if (faults := _faults(page, ADDRESS + url))} == {}


def test_a_page_with_the_address_of_another_is_found(site: Built) -> None:
    roles = (site.site / "roles/index.html").read_text("utf-8")

    assert feedback_faults(roles, f"{ADDRESS}roles/") == []
    assert feedback_faults(roles, f"{ADDRESS}story/") == [
        f"the {kind} does not name {ADDRESS}story/" for kind in ("email", "form")
    ]
    assert feedback_faults("<div class='footer'></div>", ADDRESS) == ["no email", "no form"]
    assert "the form does not name the version" in feedback_faults(
        roles.replace("&amp;version=", "&amp;v="), f"{ADDRESS}roles/"
    )


def test_the_page_for_a_lost_address_offers_the_same_in_its_words_and_at_its_foot(site: Built) -> None:
    soup = page_at(site.site / "404.html")
    at_foot, in_words = ([str(a["href"]) for a in soup.select(f"{part} .feedback a")] for part in (".footer", "main"))

    assert len(at_foot) == 2 and at_foot == in_words
    assert "Address: (please copy here the address that you tried)" in unquote(at_foot[0])
    assert "&page=" not in at_foot[1]  # the form asks for it


def test_an_email_says_page_address_version_and_edition(library: Library) -> None:
    email = ways(library)["email"]

    assert fields(email)["subject"] == "Roles: something is wrong or missing"
    assert fields(email)["body"].split("\r\n") == [
        "What is wrong or missing?",
        "",
        "",
        "",
        "Please keep these lines. They tell us where to look.",
        "Page: Roles",
        f"Address: {ADDRESS}roles/",
        "Toolkit version: 1.2.3",
        "Edition: Digidol Môn, Cyngor Tŷ & King's <Council>",
    ]


@pytest.mark.parametrize("title", TITLES)
def test_awkward_titles_arrive_as_they_are(library: Library, title: str) -> None:
    offered = ways(library, title)

    assert f"Page: {title}" in fields(offered["email"])["body"].split("\r\n")
    assert fields(offered["form"])["title"] == f"{title}: something is wrong or missing"
    for way in offered.values():
        assert way.url.isascii() and not set(way.url) & set(" \"'<>+\r\n") - {"+"}
        assert "+" not in urlsplit(way.url).query  # which a mail program would show as it stands
        assert len(way.url) < 2000  # more is cut off by some mail programs


def test_welsh_letters_are_written_as_utf_8(library: Library) -> None:
    assert "T%C5%B7" in ways(library, "Tŷ")["email"].url


def test_an_odd_email_address_stays_one_address(library: Library) -> None:
    before, _, _ = ways(library)["email"].url.partition("?")

    assert before == "mailto:o%27brien+web@town.example"
    assert unquote(before) == f"mailto:{EMAIL}"
    assert quote(EMAIL) not in before


def test_a_form_is_filled_in_by_the_names_of_its_fields(library: Library) -> None:
    form = ways(library)["form"]
    written = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8"))
    known = {field["id"] for field in written["body"] if field["type"] in ("input", "textarea")}

    assert form.url.startswith("https://github.com/town/toolkit/issues/new?")
    assert fields(form)["template"] == FORM
    assert {"page", "version", "edition"} <= set(fields(form)) - {"template", "title"} <= known
    assert fields(form)["page"] == f"{ADDRESS}roles/"


def test_a_form_with_a_field_that_does_not_exist_is_found(library: Library, tmp_path: Path) -> None:
    text = (ROOT / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8").replace("id: version", "id: release")
    known = {field.get("id") for field in yaml.safe_load(text)["body"]}

    assert set(fields(ways(library)["form"])) - {"template", "title"} - known == {"version"}


@pytest.mark.parametrize(
    ("contact", "kinds"),
    [
        ({"website": "https://town.example/?a=1&b=2"}, ["website"]),
        ({"phone": "01632 960000"}, ["phone"]),
        ({"website": "https://town.example/", "phone": "01632 960000"}, ["website", "phone"]),
        ({"website": "https://town.example/", "email": EMAIL}, ["email"]),
    ],
)
def test_without_an_email_there_is_the_website_or_the_phone(
    library: Library, contact: dict[str, str], kinds: list[str]
) -> None:
    offered = ways(library, contact=Contact(team="us", **contact), site=Site())

    assert list(offered) == kinds
    assert all(offered[kind].url in (contact["website"], "tel:01632960000") for kind in kinds if kind == "website")
    assert "phone" not in offered or offered["phone"].url == "tel:01632960000"


@pytest.mark.parametrize("repository", [None, "https://code.example/town/toolkit", "https://gitlab.com/town/toolkit"])
def test_a_repository_that_is_not_on_github_has_no_form(library: Library, repository: str | None) -> None:
    assert list(ways(library, site=Site(repository=repository))) == ["email"]


def test_before_the_sites_address_is_known_the_page_is_named_from_its_top(library: Library) -> None:
    edition = library.edition.model_copy(update={"contact": Contact(team="us", email=EMAIL)})
    (email,) = Feedback(edition, "1.2.3", "", library.strings).ways("Roles", "roles/")

    assert "Address: /roles/" in fields(email)["body"]


def _faults(page: Path, address: str) -> list[str]:
    return feedback_faults(page.read_text("utf-8"), address)
