"""The table of outputs is the truth: what is made stands in it, what stands in it is made, and a page offers it."""

from __future__ import annotations

import json
import posixpath
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.core.problems import ContentError
from macros.core.urls import address
from macros.documents.formats import FORMATS
from macros.documents.output_kinds import card_id
from macros.documents.outputs import OUTPUTS, output_files
from macros.documents.papers.formats import PAPER_FORMATS
from macros.publishing.site_files import check_is_made
from tests.support.builds import Built
from tests.support.parsed import tree_at

MADE_FOLDERS = ("downloads", "assets/worksheets")


def made_in(site: Path) -> set[str]:
    """The addresses of every file that is no page, in the folders where documents are."""
    paths = {path for folder in MADE_FOLDERS for path in (site / folder).rglob("*") if path.is_file()}
    return {path.relative_to(site).as_posix() for path in paths if path.name != "index.html"}


def missing(site: Path, library: Library) -> tuple[set[str], set[str]]:
    """Files that are made and not in the table, and those of the table that are not made."""
    listed = {file.url for file in output_files(library)}
    return made_in(site) - listed, {url for url in listed if not (site / url).is_file()}


def test_all_that_is_made_is_in_the_table_and_all_of_the_table_is_made(quick: Built, library: Library) -> None:
    assert missing(quick.site, library) == (set(), set())


def test_a_file_that_is_not_in_the_table_is_found(tmp_path: Path, library: Library) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads/secret.pdf").write_bytes(b"")

    unlisted, not_made = missing(tmp_path, library)

    assert unlisted == {"downloads/secret.pdf"} and "downloads/book.pdf" in not_made


def test_the_page_that_the_table_names_offers_each_file(quick: Built, library: Library) -> None:
    offered: dict[str, set[str]] = {}
    for file in output_files(library):
        if file.page and file.page not in offered:
            url = address(file.page)
            links = tree_at(quick.site / url / "index.html").xpath("//a/@href | //image/@href")
            offered[file.page] = {posixpath.normpath(posixpath.join(url, link)) for link in links}

    assert [file.url for file in output_files(library) if file.page and file.url not in offered[file.page]] == []


def test_each_download_has_its_words_and_no_two_share_an_address(library: Library) -> None:
    files = output_files(library)

    assert len({file.url for file in files}) == len(files)
    assert all(file.title(library.strings) for file in files if file.output.is_download)


def test_who_makes_each_is_a_module(library: Library) -> None:
    assert [output.made_by for output in OUTPUTS.values() if not import_module(output.made_by).__doc__] == []


def test_the_list_for_programs_holds_each_download(quick: Built, library: Library) -> None:
    listed = {file["address"] for file in json.loads((quick.site / "edition.json").read_text("utf-8"))["downloads"]}

    assert listed == {file.url for file in output_files(library) if file.output.is_download}


def test_an_output_that_nobody_makes_is_told_with_who_should(library: Library) -> None:
    file = next(file for file in output_files(library) if file.output is OUTPUTS["share_image"])

    with pytest.raises(
        ContentError, match=r"lists assets/share.png, which nothing makes.\n.*macros.documents.share_image"
    ):
        check_is_made(file, {})


def faults_of_formats(formats: dict[str, tuple[str, str, str]], labels: dict[str, str]) -> list[str]:
    """What each form of a document lacks; ``formats`` are the ends of file names, modules and functions by key."""
    lines = [f"{key}: no words for it" for key in formats if key not in labels]
    lines += [f"{key}: words for what is no form" for key in labels if key not in formats]
    for key, (ending, module, function) in formats.items():
        if not callable(getattr(import_module(module), function, None)):
            lines.append(f"{key}: {module} has no {function}")
        if [other[0] for other in formats.values()].count(ending) > 1:
            lines.append(f"{key}: another form has the file name {ending}")
    return lines


WORKSHEET_FORMS = {key: (form.name, form.module, form.function) for key, form in FORMATS.items()}
PAPER_FORMS = {key: (form.suffix, form.module, "draw") for key, form in PAPER_FORMATS.items()}


def test_each_form_has_its_writer_its_words_and_a_file_name_of_its_own(library: Library) -> None:
    strings = library.strings

    assert faults_of_formats(WORKSHEET_FORMS, strings["forms"]) == []
    assert faults_of_formats(PAPER_FORMS, strings["papers"]["forms"]) == []


def test_a_form_without_its_writer_words_or_name_is_found() -> None:
    planted = {"pdf": ("{id}.pdf", "macros.documents.formats", "draw"), "word": ("{id}.pdf", "macros.paths", "Path")}

    assert faults_of_formats(planted, {"pdf": "PDF", "scroll": "Scroll"}) == [
        "word: no words for it",
        "scroll: words for what is no form",
        "pdf: macros.documents.formats has no draw",
        "pdf: another form has the file name {id}.pdf",
        "word: another form has the file name {id}.pdf",
    ]


def test_what_an_edition_leaves_out_has_no_file(library: Library) -> None:
    stage, step = library.outline.stages[0], library.outline.stages[1].steps[0]
    kept = replace(library, hidden={stage.path: "Not here.", step.path: "Not here."})

    gone = {file.url for file in output_files(library)} - {file.url for file in output_files(kept)}

    assert gone == {
        f"downloads/stage-{stage.number}.pdf",
        f"downloads/steps/{card_id(step.path)}.pdf",
    }
