"""What a project needs is loaded where it is used and nowhere else, and each paper lists what it still misses first."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from macros.content.library import Library
from macros.pages.page_tools import tools_of
from macros.rendering.paper_outline import outline_paper
from tests.support.builds import Built
from tests.support.parsed import tree_at

# The scripts and styles of a project, by the tools that use them: see macros/theme/page_files.py.
OF_A_PROJECT = {
    "project": {"project"},
    "paper": {"paper"},
    "paper-chart": {"paper-chart"},
    "charts": {"charts", "paper-chart"},
    "worksheet": {"worksheet", "bring-in", "edition-form", "design"},
    "bring-in": {"bring-in"},
    "send-back": {"send-back"},
}
LOADED = re.compile(r'(?:src|href)="[^"]*assets/(?:js/entries|css)/([\w-]+)\.(?:js|css)"')
BEGINNING = re.compile(r"(?:^|\s)import\s[^(]*?[\"']([^\"']+)[\"']|^export [^;]*? from [\"']([^\"']+)[\"']", re.M)


def unused(html: str) -> set[str]:
    """The parts of a project that a page loads and does not use."""
    tools = set(tools_of(html))
    return {name for name in OF_A_PROJECT.keys() & set(LOADED.findall(html)) if not tools & OF_A_PROJECT[name]}


def test_pages_that_do_not_use_a_project_load_none_of_it(quick: Built) -> None:
    texts = {path: path.read_text("utf-8") for path in quick.pages if path.parent.name != "print_page"}
    plain = {path: set(LOADED.findall(text)) for path, text in texts.items() if not tools_of(text)}

    assert {path: names for path, text in texts.items() if (names := unused(text))} == {}
    assert len(plain) > 20
    assert set().union(*plain.values()) <= {"search", "main", "print", "home", "not-found", "checklist"}


def test_a_page_that_would_load_it_for_nothing_is_found() -> None:
    assert unused('<script src="../assets/js/entries/paper.js"></script><div data-tool="project"></div>') == {"paper"}


def test_what_every_page_loads_begins_with_nothing_of_a_project(quick: Built) -> None:
    waiting, known = ["assets/js/entries/search.js", "assets/js/entries/checklist.js"], set()
    while waiting:  # what is imported at once, and what that imports
        script = waiting.pop()
        known.add(script)
        imports = [first or second for first, second in BEGINNING.findall((quick.site / script).read_text("utf-8"))]
        waiting += [name for each in imports if (name := urljoin(script, each)) not in known]

    assert not [script for script in known if re.search(r"/(?:project|paper|charts|bring-in|worksheet)/", script)]


def test_every_paper_lists_what_is_missing_and_numbers_facts_where_somebody_checks_them(
    quick: Built, library: Library
) -> None:
    for name, paper in library.papers.items():
        page = tree_at(quick.site / "papers" / name / "index.html")
        outline = outline_paper(paper, library.edition, library.figures, library.sources, library.strings)
        boxes = page.xpath("//*[@data-gaps]//textarea[@name]/@id")
        # Each gap by its question, which is the label of a box that a link can lead to.
        labels = {label.get("for"): label.text_content() for label in page.xpath("//*[@data-gaps]//label")}
        assert [labels[box] for box in boxes] == [gap.prompt for gap in outline.gaps], name
        order = page.xpath("//*[@data-missing or @data-do='file']")
        assert bool(page.xpath("//*[@data-missing]//*[@data-missing-list]")) == bool(outline.gaps), name
        assert not outline.gaps or order[0].get("data-missing") is not None, name
        # An email with numbered facts reads oddly; a report and slides go to somebody who checks them.
        is_ticked = [box.get("checked") is not None for box in page.xpath("//*[@data-marking]")]
        assert is_ticked == ([paper.kind in ("report", "slides")] if outline.gaps else []), name
