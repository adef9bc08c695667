"""What the tests of documents share."""

from __future__ import annotations

import pytest

from macros.content.library import Library
from tests.support.office_files import Draw, drawer


@pytest.fixture(scope="session")
def draw(library: Library) -> Draw:
    """Draws a form of a worksheet, once for all tests."""
    return drawer(library)
