"""What MkDocs says of a link is told of the file and line in which somebody wrote it."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.publishing.link_warnings import LOGGER, LinkWarnings, install

NOTE = ParsedFile(
    "editions/millbeck/notes/focus/index.md", {}, "Ours.\n\n[a](x.md) ![b](bus.jpg) [c](/focus/)\n[d](y)\n"
)


@pytest.fixture
def warnings(library: Library) -> LinkWarnings:
    page = ParsedFile("docs/focus/index.md", {}, "# Focus\n\n[z](index.md#nowhere)\n", text_line=9)
    files = ["focus/bush.jpg", "focus/index.md", "focus/x-and-y.md"]
    return LinkWarnings(
        replace(library, note_files={"focus/index.md": NOTE}, page_files={"focus/index.md": page}), files
    )


NOT_FOUND = "is not found among documentation files."


@pytest.mark.parametrize(
    ("warning", "place", "message", "fix"),
    [
        (
            f"a link 'x.md', but the target 'focus/x.md' {NOT_FOUND}",
            "notes/focus/index.md, line 3",
            "leads to focus/x.md",
            "",
        ),
        (
            f"a link 'bus.jpg', but the target 'focus/bus.jpg' {NOT_FOUND}",
            "notes/focus/index.md, line 3",
            "There is no picture “bus.jpg”",
            "Did you mean “focus/bush.jpg”? Put the picture at editions/toolkit/docs/focus/bus.jpg.",
        ),
        (
            f"a link '../../bus.jpg', but the target '../bus.jpg' {NOT_FOUND}",
            "docs/focus/index.md",
            "There is no picture “../../bus.jpg”",
            "Put it beside your pages in editions/toolkit/docs/",
        ),
        (
            "an absolute link '/focus/', it was left as is. Did you mean 'index.md'?",
            "notes/focus/index.md, line 3",
            "begins with “/”",
            "Did you mean “index.md”?",
        ),
        (
            "an unrecognized relative link 'y', it was left as is.",
            "line 4",
            "does not name a file",
            "../focus/index.md",
        ),
        (
            "a link 'index.md#nowhere', but the doc 'focus/index.md' does not contain an anchor '#nowhere'.",
            "docs/focus/index.md, line 11",
            "no heading with the address “#nowhere”",
            "leave it out",
        ),
        (f"a link 'made.md', but the target 'focus/made.md' {NOT_FOUND}", "docs/focus/index.md", "not there", ""),
    ],
)
def test_a_link_is_told_where_it_was_written(
    warnings: LinkWarnings, warning: str, place: str, message: str, fix: str
) -> None:
    problem = warnings.problem(f"Doc file 'focus/index.md' contains {warning}")

    assert problem and place in problem.place and message in problem.message and fix in problem.fix, problem


def test_what_is_no_link_is_left_as_it_is(warnings: LinkWarnings) -> None:
    assert warnings.problem("A template could not be found.") is None


def test_a_warning_is_counted_all_the_same_and_only_the_last_build_tells(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    install(library)
    install(replace(library, note_files={"roles.md": ParsedFile("editions/a/notes/roles.md", {}, "[a](x.md)")}))

    logging.getLogger(LOGGER).warning(f"Doc file 'roles.md' contains a link 'x.md', but the target {NOT_FOUND}")

    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "editions/a/notes/roles.md, line 1\n    What is wrong: The link “x.md” leads to x.md" in caplog.text
    assert sum(isinstance(log_filter, LinkWarnings) for log_filter in logging.getLogger(LOGGER).filters) == 1
