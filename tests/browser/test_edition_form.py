"""The form for an edition's settings in a browser: what is typed is checked, shown, taken along, and read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.publishing.offline import site_content
from macros.publishing.post_build import offline_copy
from macros.quality.axe import violations
from tests.conftest import Built
from tests.support.contexts import context_of

COUNCIL = 'Anytown & "Vale" <b>Council'
FORM = "[data-edition-form]"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80"><path d="M0 0h240v80H0z"/></svg>'


# Pages of the zip that a test opens, and one whose words name nobody; the rest would be read and written alike.
ZIPPED = ["", *(f"{path}/" for path in ("about", "accessibility", "adopt/form", "licence"))]
ZIPPED += ["papers/email-library/", "worksheets/partner-map/"]


@pytest.fixture(scope="module")
def zipped(quick: Built, library: Library) -> bytes:
    pages = {f"{path}index.html" for path in ZIPPED}
    files = site_content(quick.site)
    assert pages <= set(files)
    return offline_copy(library, {path: raw for path, raw in files.items() if path in pages or path[-5:] != ".html"})


@pytest.fixture
def page(browser: Browser, quick_address: str) -> Iterator[Page]:
    with context_of(browser, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{quick_address}adopt/form/")
        expect(page.locator(FORM)).to_be_visible()
        yield page


def fill(page: Page, council: str = COUNCIL) -> None:
    page.fill("#ef-council", council)
    page.select_option("#ef-place_kind", "town")
    page.fill("#ef-contact-email", "digital@anytown.example")


def test_each_box_says_what_is_wrong_and_the_text_follows_what_is_typed(page: Page) -> None:
    settle, text = page.locator("[data-settle]"), page.locator("[data-text]")
    assert settle.locator("li").count() == 5
    assert page.locator("[data-problem]:visible").count() == 0, "nobody is told off before anything is typed"
    assert violations(page) == []
    fill(page, "Anytown Borough Council")
    expect(page.locator("#ef-place")).to_have_value("Anytown")
    expect(page.locator("#ef-programme")).to_have_value("Digital Anytown")
    expect(settle.locator("li")).to_have_count(0)
    page.fill("#ef-look-primary", "#ffee00")
    page.press("#ef-look-primary", "Tab")
    expect(page.locator("[data-problem='look.primary']")).to_contain_text("#807700")
    expect(settle.locator("a")).to_have_attribute("href", "#ef-look-primary")
    page.fill("#ef-look-primary", "#5c2d91")
    expect(page.locator("[data-mock]")).to_have_css("border-top-color", "rgb(92, 45, 145)")
    value = text.input_value()
    assert value.startswith("# Who publishes this edition.") and 'primary: "#5c2d91"' in value
    page.fill("#ef-site-repository", "https://github.com/a/b")
    assert str(page.locator("[data-github-file]").get_attribute("href")).startswith(
        "https://github.com/a/b/new/main?filename=editions%2Fanytown%2Fedition.yml&value="
    )
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_settings_that_are_there_come_back_with_what_the_form_does_not_ask_for(page: Page) -> None:
    text = (
        "# ours\ncouncil: Old Council\nplace: Oldtown\nplace_kind: town\nprogramme: P\nfacts: {people: 7}\n"
        'contact: {team: us, phone: "1"}\nlook: {primary: "#12436d", accent: "#b0560f", logo: assets/crest.png}\n'
    )
    page.click(".edition-form__open summary")
    page.fill("[data-open-text]", text)
    page.click("[data-open]")
    expect(page.locator("#ef-council")).to_have_value("Old Council")
    assert page.locator("[data-text]").input_value() == text
    page.fill("#ef-council", "New Council")
    assert page.locator("[data-text]").input_value() == text.replace("Old Council", "New Council")
    page.fill("[data-open-text]", 'council: "x\n')
    page.click("[data-open]")
    expect(page.locator("[data-open-said]")).to_contain_text("Line 2 cannot be read")
    expect(page.locator("#ef-council")).to_have_value("New Council")


def test_the_zip_has_the_name_on_its_pages_and_opens_from_a_folder(
    page: Page, zipped: bytes, tmp_path: Path, browser: Browser
) -> None:
    fill(page)
    page.check("[data-logo-way][value=own]")
    bad = {"name": "a.svg", "mimeType": "image/svg+xml", "buffer": b"<svg><script>1</script></svg>"}
    page.set_input_files("[data-logo-file]", bad)
    expect(page.locator("[data-logo-problem]")).to_contain_text("more than a drawing")
    shown = page.locator("[data-mock-picture] img")
    broken = {"name": "a.png", "mimeType": "image/png", "buffer": b"\x89PNG and then nothing"}
    page.set_input_files("[data-logo-file]", broken)
    expect(page.locator("[data-logo-problem]")).to_contain_text("cannot be read")
    page.set_input_files("[data-logo-file]", {"name": "a.svg", "mimeType": "image/svg+xml", "buffer": DRAWING})
    expect(shown).to_have_js_property("naturalWidth", 240)
    picture = io.BytesIO()
    Image.new("RGB", (300, 100), "#804020").save(picture, "PNG")
    page.set_input_files("[data-logo-file]", {"name": "a.png", "mimeType": "image/png", "buffer": picture.getvalue()})
    expect(shown).to_have_js_property("naturalWidth", 300)
    page.set_input_files("[data-zip-file]", {"name": "a.zip", "mimeType": "application/zip", "buffer": b"nothing"})
    expect(page.locator("[data-zip-said]")).to_contain_text("not the zip of this site")
    page.route("**/downloads/offline.zip", lambda route: route.fulfill(body=zipped))
    with page.expect_download() as download:
        page.click("[data-make-zip]")
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    (root,) = tmp_path.iterdir()
    assert root.name == "digital-inclusion-toolkit-anytown-and-vale-b-council"
    assert {"web.config", ".htaccess", "404.html", "edition.yml"} <= {path.name for path in root.iterdir()}
    with context_of(browser, own=True) as context:
        offline = context.new_page()
        problems: list[str] = []
        offline.on("pageerror", lambda error: problems.append(str(error)))
        offline.on("dialog", lambda dialog: problems.append(dialog.message))
        offline.goto((root / "worksheets/partner-map/index.html").as_uri())
        expect(offline.locator("[data-whose]")).to_contain_text(COUNCIL)
        expect(offline.locator(".brand__logo")).to_have_attribute("alt", COUNCIL)
        assert offline.evaluate("document.querySelector('.brand__logo').naturalWidth") == 300
        offline.goto((root / "accessibility/index.html").as_uri())
        main = offline.locator("main").inner_text()
        assert f"This website is run by {COUNCIL}." in main and "Enforcement procedure" in main
        assert "Nobody has signed this statement yet." in main and "team behind this toolkit" not in main
        offline.goto((root / "about/index.html").as_uri())
        expect(offline.locator("main")).to_contain_text('This is the edition for Anytown & "Vale" <b>Council.')
        offline.goto((root / "papers/email-library/index.html").as_uri())
        expect(offline.locator("[data-gap=council]").first).to_have_text(COUNCIL)
        offline.goto((root / "adopt/form/index.html").as_uri())
        expect(offline.locator(FORM)).to_be_visible()
        offline.click("[data-make-zip]")
        expect(offline.locator("[data-zip-said]")).to_contain_text("Please look at the list above")
        fill(offline, "Second Council")
        offline.click("[data-make-zip]")
        expect(offline.locator("[data-zip-said]")).to_contain_text("Choose the zip that this folder came out of")
        with offline.expect_download() as second:
            offline.set_input_files("[data-zip-file]", download.value.path())
        with zipfile.ZipFile(second.value.path()) as archive:
            home = archive.read("digital-inclusion-toolkit-second/index.html").decode()
        assert "Digital Second" in home and "Anytown" not in home
        assert problems == []


def test_a_note_opens_github_with_its_text_and_a_gap_from_word_is_told(page: Page, quick_address: str) -> None:
    page.goto(f"{quick_address}adopt/change/")
    message = page.locator("[data-file-said]")
    page.fill("[data-part=repository]", "anytown/guide")
    page.fill("[data-part=folder]", "anytown")
    page.fill("[data-part=text]", "Dear {{ Name }}")
    page.click("[data-file-open]")
    expect(message).to_contain_text("{{ Name }}")
    page.fill("[data-part=text]", "Ask **Sam** & co.")
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
    with page.context.expect_page() as opened:
        page.click("[data-file-open]")
    opened.value.wait_for_url("https://github.com/**")
    assert opened.value.url.startswith(
        "https://github.com/anytown/guide/new/main?filename=editions%2Fanytown%2Fnotes%2F"
    )
    assert opened.value.url.endswith("&value=Ask%20**Sam**%20%26%20co.%0A")
