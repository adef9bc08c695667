"""The neutral site is ready to take a council's name: its marks hold whole elements, and its form is on the page."""

from __future__ import annotations

import re

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
    assert names == {"programme", "feedback", "reach", "run-by", "committed", "website", "compliance", "signed"}


def test_the_form_has_a_label_for_every_box_and_waits_for_its_script(quick: Built) -> None:
    form = page_at(quick.site / "adopt/form/index.html").select_one("[data-edition-form]")
    assert form and form.has_attr("hidden")
    labelled = {str(label["for"]) for label in form.select("label[for]")}
    boxes = [box for box in form.select("input[id], select, textarea") if box.get("type") != "radio"]
    assert len(boxes) > 25 and {str(box["id"]) for box in boxes} <= labelled
    assert "built-in" not in form.get_text()


def test_a_page_of_ones_own_is_offered_places_that_exist() -> None:
    assert all((ROOT / "docs" / path).is_file() for path in AFTER)
