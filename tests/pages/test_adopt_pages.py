"""What the pages for councils tell them to type works as it stands, and their links lead to the right file."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from macros.content.customisation.upstream import original_address
from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.content.strings import read_strings
from macros.models.editions import Site
from macros.pages.edit_links import EditLinkMacros
from macros.readiness import findings
from macros.scaffold.create import create_edition
from tests.conftest import ROOT

ANSWERS = {
    "NAME": "Anytown Council", "PLACE": "Anytown", "KIND": "town", "PROGRAMME": "Digital Anytown", "TEAM": "the team",
    "EMAIL": "digital@anytown.example", "PRIMARY": "#1f4e5f", "ACCENT": "#9a4f10",
}  # fmt: skip
NOTE = "notes/focus/choose-the-community.md"
CALL = re.compile(r'\{\{ (\w+)\("([^"]+)"\) \}\}')
FENCE = re.compile(r"```\w+\n(.*?)```", re.DOTALL)


def examples(page: str) -> list[tuple[str, str, str]]:
    """Macro, file and text of each example: the way to a file, and the first block that follows before the next way."""
    found_so: list[tuple[str, str, str]] = []
    calls = list(CALL.finditer(page))
    for call, after in zip(calls, [*calls[1:], None], strict=True):
        block = FENCE.search(page, call.end(), after.start() if after else len(page))
        if block:
            found_so.append((call[1], call[2], block[1]))
    return found_so


def test_every_example_of_a_change_works_as_it_is_written(project: Path) -> None:
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr("macros.scaffold.create.read_library", lambda *_: None)
        folder = create_edition(project, ANSWERS)
    shown = examples((ROOT / "docs/adopt/change.md").read_text("utf-8"))
    for macro, file, text in shown:
        path = folder / file
        (path if macro == "upload_to" else path.parent).mkdir(parents=True, exist_ok=True)
        if macro == "new_file":
            path.write_text(text, "utf-8")
        elif macro == "upload_to":  # the picture that the text names, and the text on a page and one folder down
            Image.new("RGB", (4, 4)).save(path / re.findall(r"\((\S+)\)", text)[0])
            for page, words in (("docs/our-partners.md", text), (NOTE, text.replace("](", "](../"))):
                (folder / page).write_text(f"{(folder / page).read_text('utf-8')}\n{words}", "utf-8")
        elif "logo:" in text:
            settings = path.read_text("utf-8")
            path.write_text(settings.replace('  logo: "assets/logo.svg"\n', text), "utf-8")
            (folder / "assets/logo.svg").rename(folder / "assets/our-logo.svg")
        else:
            path.write_text(path.read_text("utf-8") + "\n" + text, "utf-8")

    library = read_library(project, folder.name, read_nav(project))

    assert len(shown) == 7
    assert library.edition.look.logo == "assets/our-logo.svg"
    assert list(library.notes) == ["focus/choose-the-community.md"]
    assert list(library.hidden) == ["focus/understand-the-approach.md"]
    assert "our-partners.md" in str(library.nav)
    assert library.checklists["choose-the-community"].items[-1].id == "ours-health-team"


def test_a_page_that_is_replaced_as_the_instructions_say_tells_later_changes(project: Path) -> None:
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr("macros.scaffold.create.read_library", lambda *_: None)
        path = create_edition(project, ANSWERS) / "docs/roles.md"
    part = (ROOT / "docs/adopt/change.md").read_text("utf-8").partition("## Replace a page")[2].partition("\n## ")[0]
    assert "(../check.md)" in part and "`replaces:`" in part and "the second line of your file" in part
    path.parent.mkdir()
    path.write_text((project / "docs/roles.md").read_text("utf-8"), "utf-8")

    def read() -> Library:
        return read_library(project, path.parent.parent.name, read_nav(project))

    fixes = [
        finding.fix
        for finding in findings(read())
        if finding.where.endswith("docs/roles.md") and "replaces: " in finding.fix
    ]
    line = "replaces: " + fixes[0].partition("replaces: ")[2]
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), "utf-8")
    assert [replacement.changed for replacement in read().replaced] == [False]
    with (project / "docs/roles.md").open("a", encoding="utf-8") as original:
        original.write("\nA sentence that is new.\n")
    assert [replacement.changed for replacement in read().replaced] == [True]


def way(slug: str, repository: str | None, macro: str, *given: str) -> str:
    """What a macro draws on the site of an edition; links are shown as they are."""
    edition = SimpleNamespace(slug=slug, site=Site(repository=repository))
    library = SimpleNamespace(edition=edition, strings=read_strings(ROOT, "toolkit"))
    here: Any = SimpleNamespace(
        library=library, view=lambda _, **values: f"{values['before']}{values['file']}{values['after']} {values['url']}"
    )
    return str(getattr(EditLinkMacros(here), macro)(*given)).strip()


@pytest.mark.parametrize(
    ("macro", "file", "address"),
    [
        ("edit_file", "edition.yml", "edit/main/editions/anytown/edition.yml"),
        ("new_file", "notes/focus/a.md", "new/main?filename=editions/anytown/notes/focus/a.md"),
        ("upload_to", "assets", "upload/main/editions/anytown/assets"),
        ("toolkit_file", "docs/roles.md", "blob/main/docs/roles.md?plain=1"),
    ],
)
def test_on_a_councils_own_site_a_link_opens_the_right_file(macro: str, file: str, address: str) -> None:
    for repository in (
        "https://github.com/any/toolkit",
        "https://github.com/any/toolkit.git",
        "https://github.com/any/toolkit/",
    ):
        assert way("anytown", repository, macro, file).endswith(f" https://github.com/any/toolkit/{address}")


@pytest.mark.parametrize(
    ("upstream", "downstream", "address"),
    [
        ("https://github.com/any/toolkit.git", None, "https://github.com/any/toolkit/blob/main/docs/roles.md"),
        ("https://code.example/any/toolkit", None, ""),
        (None, "https://github.com/our/fork/", "https://github.com/our/fork/blob/main/docs/roles.md"),
        (
            "https://code.example/x/y",
            "https://github.com/our/fork",
            "https://github.com/our/fork/blob/main/docs/roles.md",
        ),
    ],
)
def test_the_way_to_an_original_is_never_a_broken_link(
    upstream: str | None, downstream: str | None, address: str
) -> None:
    edition: Any = SimpleNamespace(slug="anytown", site=Site(repository=downstream))

    assert original_address(edition, Site(repository=upstream), "docs/roles.md", "roles/") == address


def test_where_the_repository_is_not_known_words_show_the_way() -> None:
    for repository in (None, "https://code.example/any/toolkit", "https://github.com/any"):
        drawn = way("anytown", repository, "edit_file", "edition.yml")
        assert "open editions/anytown/edition.yml. Choose the pencil" in drawn and "http" not in drawn


def test_on_the_toolkits_own_site_no_link_leads_a_council_to_somebody_elses_files() -> None:
    drawn = way("toolkit", "https://github.com/makers/toolkit", "edit_file", "edition.yml")

    assert "editions/your-council/edition.yml" in drawn and "http" not in drawn
    assert way("toolkit", "https://github.com/makers/toolkit", "fork").endswith(
        "https://github.com/makers/toolkit/fork"
    )
    assert "http" not in way("anytown", "https://github.com/any/toolkit", "fork")
