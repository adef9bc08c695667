"""A page of an edition needs a title, and its pictures are its own: both told before anything is drawn."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.customisation.own_texts_check import own_text_problems
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem

PAGE, NOTE = "editions/a/docs/hubs.md", "editions/a/notes/roles.md"


def told(page: str = "# Hubs", note: str = "", *, own: bool = True, root: Path = Path("nowhere")) -> list[Problem]:
    loaded: Any = SimpleNamespace(
        files=SimpleNamespace(root=root),
        slug="a",
        page_files={"hubs.md": ParsedFile(PAGE, {}, page, text_line=5)},
        pages={"hubs.md": SimpleNamespace(own=own)},
        notes={"roles.md": ParsedFile(NOTE, {}, note)},
    )
    return list(own_text_problems(loaded))


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("", "The page has no words and no title."),
        ("\n \n", "The page has no words and no title."),
        ("Our hubs are open.", "The page has no title."),
        ("## Our hubs", "The page has no title."),
        ("```\n# a comment\n```\n", "The page has no title."),
    ],
)
def test_a_page_without_a_title_is_told(page: str, message: str) -> None:
    assert [(problem.place, problem.message) for problem in told(page)] == [(f"{PAGE}, line 5", message)]


@pytest.mark.parametrize("page", ["# Hubs", "Words.\n\n# Hubs\n", "<h1>Hubs</h1>", "{{ opening() }}"])
def test_a_page_with_a_title_is_not(page: str) -> None:
    assert told(page) == []


@pytest.mark.parametrize(
    "note", ["Words.\n\n# Ours", "Words.\n\n#Ours", "Words.\n\nOurs\n===", "a\n\n<h1>Ours</h1>", "a\n\n{{ opening() }}"]
)
def test_a_note_with_a_title_of_its_own_is_told_with_its_line(note: str) -> None:
    problems = told(note=note)
    assert [problem.place for problem in problems] == [f"{NOTE}, line 3"]
    assert "a second title" in problems[0].message and "“##”" in problems[0].fix


def test_a_notes_headings_code_and_comments_are_no_titles() -> None:
    note = "## Ours\n\n### Here\n\n```\n# a\n```\n\n    # b\n\n`# c` is #4, C#\n\n<!--\n# d\n-->\n\\# e\n\n#\n"
    assert told(note=note) == []


def test_the_toolkits_own_pages_are_not_a_councils_to_fix() -> None:
    assert told("", own=False) == []


@pytest.mark.parametrize(
    "picture",
    [
        "![a bus](https://elsewhere.example/bus.jpg)",
        "![](//elsewhere.example/bus.jpg)",
        "![a bus](<http://elsewhere.example/bus.jpg>)",
        "<img alt='a bus' src='https://elsewhere.example/bus.jpg'>",
    ],
)
def test_a_picture_from_another_site_is_told_with_its_line(picture: str) -> None:
    problems = told(f"# Hubs\n\n{picture}", f"Ours.\n{picture}")

    assert [problem.place for problem in problems] == [f"{PAGE}, line 7", f"{NOTE}, line 2"]
    assert all("elsewhere.example/bus.jpg is on another site" in problem.message for problem in problems)


def test_pictures_of_its_own_and_links_elsewhere_are_left_alone() -> None:
    note = "![a bus](bus.jpg) [us](https://elsewhere.example/)\n```\n![a](https://elsewhere.example/a.png)\n```\n"

    assert told(note=note) == []


@pytest.mark.parametrize("src", ["gone.png", "../gone.png", "../assets/edition/gone.svg"])
def test_a_lost_picture_in_html_is_told_with_its_line(tmp_path: Path, src: str) -> None:
    problems = told("# Hubs\n", f'Ours.\n<img alt="A" src="{src}">', root=tmp_path)
    assert [(problem.place, problem.message) for problem in problems] == [
        (f"{NOTE}, line 2", f"There is no picture “{src}”.")
    ]


@pytest.mark.parametrize("src", ["../pictures/here.png", "../assets/edition/here.png", "{{ edition.look.logo }}"])
def test_a_picture_in_html_that_is_there_is_left_alone(tmp_path: Path, src: str) -> None:
    for file in ("editions/a/docs/pictures/here.png", "editions/a/assets/here.png"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert told("# Hubs\n", f'<img alt="A" src="{src}">', root=tmp_path) == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>", '<IFRAME src="https://a.example"></IFRAME>', '<a href="javascript:alert(1)">a</a>',
        '<b onclick="x()">a</b>', '<form action="https://a.example">', "<style>p {}</style>",
        '<p style="color: red">a</p>',
        '<video src="film.mp4"></video>', "[a](javascript:alert(1))",
    ],
)  # fmt: skip
def test_html_that_a_readers_browser_would_stop_is_told_with_its_line(html: str) -> None:
    problems = told("# Hubs\n", f"Ours.\n\n{html}")
    assert [problem.place for problem in problems] == [f"{NOTE}, line 3"]
    assert "does not work here" in problems[0].message and "link to it" in problems[0].fix


def test_plain_html_and_code_are_left_alone() -> None:
    note = "<details><summary>More</summary>on = 1, style = 2</details>\n`<script>` and `a` <b class=x>b</b>\n"
    assert told(note=note) == []


@pytest.mark.parametrize(
    "link",
    [
        "[ours](C:\\Users\\us\\list.docx)", "[ours](file:///C:/list.docx)", "[ours](\\\\server\\share\\list.docx)",
        '<a href="file:///home/us/list.pdf">ours</a>', "![a map](D:/map.png)",
    ],
)  # fmt: skip
def test_a_link_to_the_writers_own_computer_is_told_with_its_line(link: str) -> None:
    problems = told("# Hubs\n", f"Ours.\n\n{link}")
    assert [problem.place for problem in problems] == [f"{NOTE}, line 3"]
    assert "on your own computer or drive" in problems[0].message and "beside your pages" in problems[0].fix


@pytest.mark.parametrize("picture", ["![a map](data:image/png;base64,AAAA)", '<img alt="a" src="data:image/png,A">'])
def test_a_picture_that_is_letters_of_the_text_is_told_with_its_line(picture: str) -> None:
    problems = told(f"# Hubs\n\n{picture}")
    assert [(problem.place, "as letters" in problem.message) for problem in problems] == [(f"{PAGE}, line 7", True)]


def test_paths_and_links_that_only_look_like_it_are_left_alone() -> None:
    note = "[a](profile:x.md) [b](c/d.docx) `[c](C:\\a.docx)` C:\\Users [d](mailto:a@b.example) ![e](data/map.png)"
    assert told("# Hubs\n", note) == []
