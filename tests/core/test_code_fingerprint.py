"""What is kept is drawn again when its own code, views or words change, and not when another's do."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.core.cache import UNUSED_DAYS, DocumentCache
from macros.core.code_fingerprint import files_of, mentioned
from macros.documents.formats import FORMATS
from macros.documents.papers.formats import PAPER_FORMATS
from macros.paths import MACROS_FOLDER, PROJECT

DRAWERS = sorted(
    {form.module for form in (*FORMATS.values(), *PAPER_FORMATS.values())}
    | {"macros.documents.book", "macros.documents.book_part", "macros.documents.pack_books"}
    | {"macros.documents.share_image"}
)
LOADED = "import sys, {0}; print(*(one.__file__ for name, one in sys.modules.items() if name.startswith('macros.')))"


@pytest.mark.parametrize("module", DRAWERS)
def test_every_module_that_python_loads_counts(module: str, programs: None) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(module)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = {Path(one) for one in done.stdout.split() if one != "None"}

    packages = {
        path for path in loaded if path.name == "__init__.py" and len(path.read_text("utf-8").splitlines()) <= 3
    }
    assert loaded - packages - set(files_of(module)) == set()


def test_views_count_with_what_they_include_and_commands_do_not() -> None:
    book = {
        path.relative_to(MACROS_FOLDER).as_posix()
        for path in files_of("macros.documents.book")
        if MACROS_FOLDER in path.parents
    }

    assert {"views/book/book.html", "views/book/contents-list.html", "views/print/book.css"} <= book
    assert not [path for path in book if path.startswith(("commands/", "publishing/", "views/office/"))]
    assert "views/print/book.css" not in {path.name for path in files_of("macros.documents.word.document")}


def test_only_the_words_that_a_document_prints_count() -> None:
    words = mentioned("macros.documents.word.document", frozenset({"documents", "worksheet", "search", "adopt"}))

    assert {"documents", "worksheet"} <= words and "adopt" not in words


def test_what_no_build_asked_for_in_a_month_goes(tmp_path: Path) -> None:
    cache, module = DocumentCache(tmp_path), "macros.documents.book"
    cache.keep(b"asked for", module, "one")
    cache.keep(b"forgotten", module, "other")
    long_ago = time.time() - (UNUSED_DAYS + 1) * 86_400
    for path in (tmp_path / ".cache/documents").iterdir():
        os.utime(path, (long_ago, long_ago))
    assert cache.find(module, "one") == b"asked for"

    assert cache.prune() == 1
    assert cache.find(module, "one") == b"asked for" and cache.find(module, "other") is None
