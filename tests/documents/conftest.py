"""What the tests of documents share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
import segno

from macros.content.library import Library
from macros.documents.build_options import BuildOptions
from macros.documents.page_parts import PageParts
from macros.documents.store import Documents
from macros.publishing.books import Books
from macros.publishing.build import Build, whole_nav
from macros.rendering.glossary_terms import TermExplainer
from tests.support.builds import ADDRESS, Built
from tests.support.office_files import Draw, drawer
from tests.support.page_parts import parts_of


@pytest.fixture(scope="session", autouse=True)
def _codes_once() -> Iterator[None]:
    """The code of an address is worked out once, though hundreds of documents show those of a few addresses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segno, "make", cache(segno.make))
        yield


@pytest.fixture(scope="session")
def draw(library: Library) -> Draw:
    """Draws a form of a worksheet, once for all tests."""
    return drawer(library)


@pytest.fixture(scope="session")
def parts(quick: Built, library: Library) -> PageParts:
    """What is printed of each page. All share it: a test that changes it makes its own copy."""
    return parts_of(quick.site, library)


@pytest.fixture(scope="session")
def books(quick: Built, library: Library, parts: PageParts) -> Books:
    """The book, packs and stages as they are put together for the site at ADDRESS; nothing is drawn yet."""
    documents = Documents(library, ADDRESS)
    terms = TermExplainer(library.terms)
    books = Books(Build(library, documents, BuildOptions(), whole_nav(library), parts, terms), quick.site)
    books.requests()
    return books
