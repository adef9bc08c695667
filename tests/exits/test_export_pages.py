"""What a page of the export becomes: pictures, headings, cells and data that the toolkit's own pages seldom have."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from macros.publishing.export import as_json
from macros.publishing.export_page import exported
from macros.publishing.late_sizes import in_words
from tests.support.exits import front_matter_and_body


def body(html: str) -> str:
    page = exported("a/b.md", html, {"title": "A"}, {"a/b/": "a/b.md"}, "")
    return front_matter_and_body(page.text)[1]


def test_a_picture_is_found_from_the_file_of_its_page() -> None:
    page = exported("a/b.md", '<p><img src="../../assets/x.png" alt="X"></p>', {"title": "A"}, {"a/b/": "a/b.md"}, "")

    assert "](../assets/x.png)" in page.text
    assert list(page.pictures) == ["assets/x.png"]


def test_a_picture_from_elsewhere_or_without_an_address_is_no_file_of_ours() -> None:
    page = exported("b.md", '<p><img src="https://x.example/y.png" alt="Y"><img alt="Z"></p>', {"title": "A"}, {}, "")

    assert list(page.pictures) == []


def test_a_heading_that_ends_with_other_letters_keeps_its_id() -> None:
    assert "## A *b* {#mine}" in body('<h2 id="mine">A <em>b</em></h2>')
    assert "## A b\n" in body('<h2 id="a-b">A b</h2>') + "\n"


def test_lines_within_a_cell_stay_one_line_and_apart() -> None:
    table = "<table><tr><th>H</th></tr><tr><td><b>one</b><p>two</p><p>three</p></td></tr></table>"

    [row] = [line for line in body(table).split("\n") if "three" in line]
    assert row.replace("**", "").split() == ["|", "one", "two", "three", "|"]


@dataclass
class Thing:
    day: date


def test_data_is_written_whatever_it_is_made_of() -> None:
    assert json.loads(as_json({"a": Thing(date(2026, 11, 29))})) == {"a": {"day": "2026-11-29"}}


def test_a_file_that_is_no_pdf_has_a_size_and_no_pages() -> None:
    assert in_words(b"x" * 412_000, {"pages": "{pages} pages, {size}"}) == "412 kB"
