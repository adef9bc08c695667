"""The neutral site is ready to take a council's name: its marks hold whole elements, and its form is on the page."""

from __future__ import annotations

import re
from collections.abc import Callable

from macros.pages.edition_form import AFTER
from tests.conftest import ROOT, Built
from tests.support.parsed import page_at

MARK = re.compile(r"<!--own:([a-z-]+)-->(.*?)<!--/own-->", re.DOTALL)
OPENED = re.compile(r"<([a-z][a-z0-9]*)[^>]*>")
CLOSED = re.compile(r"</([a-z][a-z0-9]*)>")


def test_every_mark_holds_whole_elements_and_no_heading(quick: Built) -> None:
    names: set[str] = set()
    for path in quick.pages:
        html = path.read_text("utf-8")
        marks = MARK.findall(html)
        assert html.count("<!--own:") == html.count("<!--/own-->") == len(marks), path
        for name, inside in marks:
            names.add(name)
            assert sorted(OPENED.findall(inside)) == sorted(CLOSED.findall(inside)), (path, name)
            assert "<h" not in inside and "<!--own" not in inside, (path, name)
    statements = {"programme", "feedback", "reach", "run-by", "committed", "website", "compliance", "signed"}
    sentences = {"whose-edition", "credited-for", "our-place", "our-council", "our-programme"}
    settled = {f"local-{detail}" for detail in ("safeguarding", "safeguarding-first", "data-protection-first")}
    assert names == statements | sentences | settled | {"local-equality-first", "local-insurance-first"}


def test_a_council_is_named_in_every_sentence_that_an_edition_of_its_own_would_name_it_in(
    quick: Built, quick_editions: Callable[[str], Built]
) -> None:
    ours = quick_editions("westhaven").site
    for page in ("about", "licence", "launch/plan-the-launch"):
        whole = (ours / page / "index.html").read_text("utf-8")
        assert "<!--own:" not in whole and "[your" not in whole and "belongs to no council" not in whole
        marked = MARK.sub("", (quick.site / page / "index.html").read_text("utf-8"))
        assert "[your" not in marked and "belongs to no council" not in marked, page


def test_the_form_has_a_label_for_every_box_and_waits_for_its_script(quick: Built) -> None:
    form = page_at(quick.site / "adopt/form/index.html").select_one("[data-edition-form]")
    assert form and form.has_attr("hidden")
    labelled = {str(label["for"]) for label in form.select("label[for]")}
    boxes = [box for box in form.select("input[id], select, textarea") if box.get("type") != "radio"]
    assert len(boxes) > 25 and {str(box["id"]) for box in boxes} <= labelled
    assert "built-in" not in form.get_text()


def test_a_page_of_ones_own_is_offered_places_that_exist() -> None:
    assert all((ROOT / "docs" / path).is_file() for path in AFTER)
