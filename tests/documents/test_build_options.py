"""What a build draws is an argument: all for readers, none for a look at the pages, some for tests."""

from __future__ import annotations

import pytest

from macros.content.library import Library
from macros.core.problems import ContentError
from macros.documents.build_options import SOME_WORKSHEETS, BuildOptions, read_options
from macros.documents.outputs import url_of
from macros.documents.store import NOT_DRAWN, Documents


@pytest.mark.parametrize(
    ("environ", "documents"), [({}, "all"), ({"DOCUMENTS": ""}, "all"), ({"DOCUMENTS": "none"}, "none")]
)
def test_the_environment_says_what_is_drawn(environ: dict[str, str], documents: str) -> None:
    assert read_options(environ).documents == documents


def test_a_word_that_is_not_known_is_told() -> None:
    with pytest.raises(ContentError, match="DOCUMENTS=all, DOCUMENTS=some or DOCUMENTS=none"):
        read_options({"DOCUMENTS": "few"})


def test_without_documents_every_place_is_kept_and_nothing_is_drawn(library: Library) -> None:
    documents = Documents(library, "", BuildOptions("none"))

    files = documents.make_all()

    assert files[documents.bundle_url] != NOT_DRAWN
    # No documents: other files, and words and letters for scripts.
    kept = {documents.bundle_url, url_of("project_questions"), url_of("name_letters")}
    assert {content for url, content in files.items() if url not in kept} == {NOT_DRAWN}


def test_some_are_worksheets_that_there_are(library: Library) -> None:
    assert set(library.worksheets) >= SOME_WORKSHEETS
