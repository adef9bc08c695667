"""A page takes nothing from elsewhere and runs nothing but the site's own scripts, and its policy says so."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Route

from macros.quality.sample_pages import SAMPLE_PAGES
from macros.theme.csp import policy
from tests.conftest import Built
from tests.support.contexts import context_of
from tests.support.parsed import part_of


def test_every_page_has_the_policy_before_anything_that_it_rules(quick: Built) -> None:
    for path in quick.pages:
        head = part_of(path.read_text("utf-8"), "head").head
        assert head, path
        rules = head.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert rules, f"{path} has no policy"
        assert not rules.find_previous(["script", "style", "link"]), path
        assert "unsafe" not in str(rules) and "http" not in str(rules["content"])  # type: ignore[index]


def test_only_the_form_of_editions_shows_pictures_from_the_readers_disk(quick: Built) -> None:
    pages = {
        path.parent.relative_to(quick.site).as_posix() for path in quick.pages if "blob:" in path.read_text("utf-8")
    }
    assert pages == {"adopt/form", "adopt/change"}


def test_no_page_has_a_script_style_or_handler_inside_it(quick: Built) -> None:
    for path in quick.pages:
        text = path.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
        assert not re.search(r'<[a-z][^>]*\s(?:style|on[a-z]+)="', text), path
        assert "javascript:" not in text, path


def test_no_page_breaks_its_own_policy(browser: Browser, quick_address: str) -> None:
    broken: list[Any] = []
    with context_of(browser, own=True) as context:
        context.on("console", lambda line: broken.append((page.url, line.text)) if line.type == "error" else None)
        context.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))"
        )
        page = context.new_page()
        for path in SAMPLE_PAGES:
            page.goto(quick_address + path, wait_until="networkidle")
    assert broken == []


# What somebody may plant in a page, and the part of the policy that stops it.
PLANTED = [
    ("<script>document.title = 'planted'</script>", "script-src-elem"),
    ("<img src=x onerror=\"document.title = 'planted'\">", "script-src-attr"),
    ("<style>h1 { display: none }</style>", "style-src-elem"),
    ('<script src="https://elsewhere.example/x.js"></script>', "script-src-elem"),
    ('<img src="https://elsewhere.example/x.png">', "img-src"),
]


def test_what_is_planted_in_a_page_neither_runs_nor_fetches(browser: Browser, quick: Built, quick_address: str) -> None:
    sent: list[str] = []
    stopped: list[str] = []
    html = (quick.site / "about/index.html").read_text("utf-8")
    body = html.replace("</h1>", f"</h1>{''.join(planted for planted, _ in PLANTED)}", 1)
    with context_of(browser, own=True) as context:
        context.add_init_script(
            "window.ruled = []; addEventListener('securitypolicyviolation', (e) => ruled.push(e.violatedDirective))"
        )
        page = context.new_page()
        page.on("requestfinished", lambda request: sent.append(request.url))
        page.on("requestfailed", lambda request: stopped.append(f"{request.url} {request.failure}"))
        page.route(quick_address + "about/", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(quick_address + "about/", wait_until="networkidle")
        assert page.title() != "planted" and page.locator("h1").is_visible()
        ruled = page.evaluate("ruled")
    assert sent and not [url for url in sent if "elsewhere" in url]
    assert sorted(ruled) == sorted(part for _, part in PLANTED)
    assert sorted(stopped) == [f"https://elsewhere.example/x.{kind} csp" for kind in ("js", "png")]


def test_the_policy_knows_a_style_by_its_fingerprint() -> None:
    # The SHA-256 of nothing, as everybody knows it.
    assert "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='" in policy("")


def test_only_the_live_preview_runs_a_script_in_its_page(browser: Browser) -> None:
    """It is how MkDocs shows a writer each change at once."""
    htmls = {}
    for preview in (False, True):
        rules = f'<meta http-equiv="Content-Security-Policy" content="{policy(preview=preview)}">'
        script = "<script>document.title = 'changed'</script>"
        htmls[f"http://own.test/{preview}"] = f"<head>{rules}<title>as it was</title></head>{script}"

    def answer(route: Route) -> None:
        route.fulfill(body=htmls[route.request.url], content_type="text/html")

    with context_of(browser) as context:
        page = context.new_page()
        page.route("http://own.test/*", answer)
        for address, title in zip(htmls, ("as it was", "changed"), strict=True):
            page.goto(address)
            assert page.title() == title
