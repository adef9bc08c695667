"""What went out with each release, by which a printed copy is told from today's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.content.parts import BEGINS, part_id, part_pages
from macros.content.release import HEADING
from macros.content.releases import Releases, read_releases, sheet_files
from macros.content.sheet_fingerprints import fingerprint, sheet_fingerprints
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ProblemCollector
from macros.core.urls import address
from macros.models.releases import ReleaseRecord
from macros.pages.current import gathered, history, kind_of, known, page_titles, sheet_titles
from macros.paths import PROJECT
from tests.support.scripts import run

STEP = b"---\ntitle: One\nchecklist: one\n---\n\nWords.\n"
FILES = {
    "docs/focus/one.md": STEP,
    "docs/about.md": b"---\ntitle: About\n---\n\nchecklist: one\n",
    "docs/glossary.md": b"---\ntitle: Words\n---\n",
    "docs/project.md": b"---\ntitle: On the site alone\n---\n",
    "templates/checklists/one.yml": b"title: One\n",
    "templates/worksheets/map.yml": b"title: Map\n",
    "templates/worksheets/_frame.yml": b"x: y\n",
    "templates/packs/alone.yml": b"title: Alone\n",
    "templates/glossary.yml": b"[]\n",
}


def test_sheets_are_steps_worksheets_papers_packs_and_other_pages_on_paper() -> None:
    assert list(sheet_fingerprints(FILES)) == ["about", "focus/one", "glossary", "pick/alone", "worksheets/map"]


def test_a_page_that_is_a_list_changes_with_the_list() -> None:
    prints = sheet_fingerprints({**FILES, "templates/glossary.yml": b"[more]\n"})

    assert {sheet for sheet, now in sheet_fingerprints(FILES).items() if prints[sheet] != now} == {"glossary"}


def test_a_step_changes_with_its_page_and_with_its_checklist() -> None:
    was = sheet_fingerprints(FILES)["focus/one"]
    for file in ("docs/focus/one.md", "templates/checklists/one.yml"):
        assert sheet_fingerprints({**FILES, file: FILES[file] + b"More.\n"})["focus/one"] != was
    assert sheet_fingerprints({**FILES, "templates/worksheets/map.yml": b"title: Maps\n"})["focus/one"] == was


def test_how_lines_end_changes_nothing_and_how_files_are_cut_does() -> None:
    assert fingerprint([b"a\r\nb"]) == fingerprint([b"a\nb"])
    assert fingerprint([b"a", b"b"]) != fingerprint([b"ab"])


def without_record(changelog: str, releases: Releases) -> list[str]:
    """The versions of a changelog that have no record; the newest may wait until it goes out."""
    recorded = {record.version for record in releases.records}
    return [
        heading["version"] for heading in list(HEADING.finditer(changelog))[1:] if heading["version"] not in recorded
    ]


def test_every_version_that_went_out_has_its_record(library: Library) -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text("utf-8")

    assert without_record(changelog, library.releases) == []
    assert without_record(changelog, Releases(library.releases.records[1:])) == [library.releases.records[0].version]


def test_every_step_worksheet_paper_and_pack_is_a_sheet(library: Library) -> None:
    titles = sheet_titles(library)

    wanted = len(library.outline.steps()) + len(library.worksheet_order()) + len(library.papers) + len(library.packs)
    assert len(titles) == wanted and set(titles) <= set(library.releases.today)
    assert {kind_of(sheet) for sheet in titles} == {"steps", "worksheets", "papers", "packs"}


def test_a_sheet_that_moved_keeps_its_history(library: Library) -> None:
    old, new = next((old, new) for old, new in library.moved.moved.items() if new.startswith("worksheets/"))
    records = (
        ReleaseRecord(version="1.0.0", day=date(2026, 1, 1), sheets={old.removesuffix(".md"): "aaaaaaaa"}),
        ReleaseRecord(version="1.1.0", day=date(2026, 1, 2), sheets={old.removesuffix(".md"): "aaaaaaaa"}),
        ReleaseRecord(version="1.2.0", day=date(2026, 1, 3), sheets={new.removesuffix(".md"): "bbbbbbbb"}),
    )
    moved = replace(library, releases=Releases(records, library.releases.today))

    assert history(moved, new.removesuffix(".md")) == [["1.0.0", "aaaaaaaa"], ["1.2.0", "bbbbbbbb"]]


def test_the_id_of_a_copy_says_sheet_version_and_fingerprint(library: Library) -> None:
    releases, page = library.releases, "worksheets/partner-map"

    assert releases.copy_id(f"{page}/", "1.4.0") == f"{page}:1.4.0:{releases.today[page]}"
    assert releases.copy_id("", "1.4.0") == "book:1.4.0:00000000"
    assert releases.copy_id("checklists/", "1.4.0") == "checklists:1.4.0:00000000"
    assert releases.copy_id("focus/", "1.4.0") == "focus:1.4.0:00000000"
    assert releases.copy_id("evidence/", "1.4.0") == "evidence:1.4.0:00000000"
    assert releases.copy_id("about/", "1.4.0") == f"about:1.4.0:{releases.today['about']}"
    assert releases.copy_id("project/", "1.4.0") == "book:1.4.0:00000000"


def test_what_gathers_sheets_holds_known_ones_and_every_copy_id_is_of_one_of_them(library: Library) -> None:
    listed, titles = gathered(library), sheet_titles(library) | page_titles(library)

    assert {address(stage.path).rstrip("/") for stage in library.outline.stages} < set(listed)
    assert all(parts and set(parts) <= set(titles) for _title, _page, parts in listed.values())
    for page in (*listed, *(part_id(path) for path in BEGINS), "project"):
        assert library.releases.copy_id(f"{page}/", "1.4.0").partition(":")[0] in listed


def test_a_part_goes_from_its_beginning_to_what_stands_alone() -> None:
    paths = ["index.md", "about.md", "licence.md", "privacy.md", "sustain.md", "story.md", "evidence/index.md"]

    assert part_pages(paths, {"sustain.md"}) == {
        "about.md": ["about.md", "licence.md"],
        "evidence/index.md": ["evidence/index.md"],
    }


def test_a_part_says_which_of_its_pages_changed(library: Library) -> None:
    then = [replace_sheet(library.releases.records[-1], {"costs": "aaaaaaaa", "evidence/money": "bbbbbbbb"})]
    facts = known(replace(library, releases=replace(library.releases, records=tuple(then))), str)
    versions = [record.version for record in then]
    ids = {page: library.releases.copy_id(f"{page}/", versions[0]) for page in ("find-local-data", "evidence")}
    acts = """return given.ids.map((text) =>
      module.answer(module.copyIdIn(text), given.known).changed.map(({sheet}) => sheet.title));"""
    titles = page_titles(library)

    changed = run("current/answer.js", acts, ids=[*ids.values()], known=facts)
    assert titles["costs"][0] in changed[0] and titles["evidence/money"][0] in changed[1]
    assert titles["evidence/money"][0] not in changed[0]


def replace_sheet(record: ReleaseRecord, sheets: dict[str, str]) -> ReleaseRecord:
    """A release with other fingerprints of these sheets."""
    return record.model_copy(update={"sheets": {**record.sheets, **sheets}})


def test_every_copy_of_every_release_that_went_out_gets_its_answer(library: Library) -> None:
    facts, gone = known(library, str), {}
    wanted = {}
    for record in library.releases.records:
        for sheet, was in record.sheets.items():
            new = facts["moved"].get(sheet, sheet)
            if new not in facts["sheets"]:
                gone[sheet] = record.version
                continue
            now = facts["sheets"][new]
            parts = [facts["sheets"][part]["now"] for part in now.get("parts", ()) if part in facts["sheets"]]
            is_current = was == now["now"] and set(parts) <= set(record.sheets.values())
            wanted[f"{sheet}:{record.version}:{was}"] = "current" if is_current else "changed"
    acts = "return given.ids.map((text) => module.answer(module.copyIdIn(text), given.known).state);"
    states = run("current/answer.js", acts, ids=[*wanted], known=facts)

    assert len(wanted) > 500 and dict(zip(wanted, states, strict=True)) == wanted
    assert gone == {}


def test_releases_stand_in_the_order_of_their_numbers_and_an_edition_has_none(tmp_path: Path) -> None:
    record = "day: 2026-01-01\nsheets:\n  sustain: aaaaaaaa\n"
    for name in ("templates/releases/1.10.0", "templates/releases/1.9.0", "editions/town/templates/releases/9.0.0"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.yml").write_text(record, "utf-8")
    collector = ProblemCollector()

    records = read_releases(ParsedFiles(tmp_path), "town", collector).records

    assert [record.version for record in records] == ["1.9.0", "1.10.0"] and not collector.problems


@pytest.mark.parametrize("name", ["newest", "1.4.x", "v1.4.0", "1"])
def test_a_record_whose_name_is_no_version_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "templates/releases").mkdir(parents=True)
    (tmp_path / f"templates/releases/{name}.yml").write_text("day: 2026-01-01\nsheets:\n  a: aaaaaaaa\n", "utf-8")
    collector = ProblemCollector()

    assert read_releases(ParsedFiles(tmp_path), "town", collector).records == ()
    assert [problem.file for problem in collector.problems] == [f"templates/releases/{name}.yml"]


def test_a_step_whose_quotation_marks_became_curly_is_the_same_sheet_until_its_words_change(tmp_path: Path) -> None:
    def today(words: str, checklist: str = "“Who?”") -> str:
        files = {
            **FILES,
            "docs/focus/one.md": STEP + words.encode(),
            "templates/checklists/one.yml": checklist.encode(),
        }
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(content)
        return read_releases(ParsedFiles(tmp_path), "town", ProblemCollector()).today["focus/one"]

    was = today('Ask "who else?", the team\'s question.')
    (tmp_path / "templates/releases").mkdir()
    (tmp_path / "templates/releases/1.9.0.yml").write_text(
        f'day: 2026-01-01\nsheets: {{focus/one: "{was}"}}\n', "utf-8"
    )

    assert today("Ask “who else?”, the team’s question.") == was
    assert today("Ask “who next?”, the team's question.") != was
    assert today("Ask “who else?”, the team's question.", "Who?") != was


def test_the_sheets_of_today_are_the_editions_own_where_it_has_them(tmp_path: Path) -> None:
    for base, text in (("", "title: Ours"), ("editions/town/", "title: Theirs")):
        (tmp_path / f"{base}templates/papers").mkdir(parents=True)
        (tmp_path / f"{base}templates/papers/note.yml").write_text(text, "utf-8")

    assert sheet_files(ParsedFiles(tmp_path), "town") == {"templates/papers/note.yml": b"title: Theirs"}
