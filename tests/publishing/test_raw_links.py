"""A link that a council wrote as HTML and that leads nowhere is told with its file and line, and no other is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.publishing.raw_links import raw_link_problems

PAGE, NOTE = "editions/a/docs/hubs.md", "editions/a/notes/focus/choose.md"
URLS = ["./", "hubs/", "focus/", "focus/choose/", "downloads/book.pdf", "ours/plan one.pdf"]


def told(text: str, *, own: bool = True) -> list[Problem]:
    library: Any = SimpleNamespace(
        page_files={"hubs.md": ParsedFile(PAGE, {}, text if own else "", text_line=5)},
        pages={"hubs.md": SimpleNamespace(own=own)},
        note_files={"focus/choose.md": ParsedFile(NOTE, {}, "" if own else text)},
    )
    return raw_link_problems(library, URLS)


@pytest.mark.parametrize(
    ("html", "message", "fix"),
    [
        ('<a href="../focus/chose/">', "leads to focus/chose", "Did you mean “focus/choose/”? Or write it as Markdown"),
        ("<A class=x HREF='../gone/'>", "leads to gone", "Write it as Markdown"),
        ('<a\nhref="hubs.md">', "leads to hubs/hubs.md", "as Markdown"),
        ('<a href="/focus/">', "begins with “/”", "../ for each folder up"),
        ('<a href="../downloads/book.pdf?x#y">ok</a> <a href="../downloads/buch.pdf">', "buch.pdf", "book.pdf"),
    ],
)
def test_a_link_in_html_that_leads_nowhere_is_told_with_its_line(html: str, message: str, fix: str) -> None:
    (problem,) = told(f"# Hubs\n\n{html}words</a>")
    assert problem.place == f"{PAGE}, line 7" and message in problem.message and fix in problem.fix


def test_all_links_of_a_note_are_told_from_where_its_page_is() -> None:
    problems = told('<a href="../../hubs/">ok</a>\n<a href="../hubs/">a</a>\n<a href="x/">b</a>\n', own=False)
    assert [(problem.place, problem.message.split("”")[0]) for problem in problems] == [
        (f"{NOTE}, line 2", "The link “../hubs/"),
        (f"{NOTE}, line 3", "The link “x/"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/x">', '<a href="mailto:a@b.example">', '<a href="#here">', '<a href="">',
        '<a href="../focus/choose/#top">', '<a href="../focus/choose/index.html">', '<a href="../focus">',
        '<a href="../ours/plan%20one.pdf">', '<a href="..">', '<a href="../">', '<a href="{{ place }}">',
        "```\n<a href='../gone/'>\n```\n", "`<a href='../gone/'>`", "<!-- <a href='../gone/'> -->",
        "[gone](../gone.md)", '<a name="x">', '<abbr href="../gone/">', "//a.example <b href='../gone/'>",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_not(html: str) -> None:
    assert told(html) == []
