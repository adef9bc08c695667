"""What was drawn once is found again only while everything that draws it is as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.builds import ROOT

pytestmark = pytest.mark.usefixtures("programs")

DRAWS = "macros.documents.worksheet_pdf"
KEEP = f"DocumentCache(Path()).keep(b'drawn', {DRAWS!r}, 'words')"
FIND = f"print(DocumentCache(Path()).find({DRAWS!r}, 'words'))"


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what draws."""
    root = tmp_path_factory.mktemp("code")
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


def run(root: Path, call: str) -> str:
    script = f"from pathlib import Path\nfrom macros.core.cache import DocumentCache\n{call}"
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_was_drawn_by_the_same_code_from_the_same_words_is_found(code: Path) -> None:
    run(code, KEEP)

    assert run(code, FIND) == "b'drawn'"
    assert run(code, FIND.replace("words", "other words")) == "None"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("macros/documents/worksheet_pdf.py", "from __future__", "CHANGED = 1\nfrom __future__"),
        ("macros/rendering/pdf.py", "pdf/ua-1", "pdf/ua-2"),
        ("macros/views/worksheet/worksheet-document.html", "<body", "<body lang='en'"),
        ("macros/views/print/worksheet-paper.css", "@page", "a { color: red }\n@page"),
        ("overrides/assets/css/fonts.css", "@font-face", "a { color: red }\n@font-face"),
        ("pyproject.toml", "weasyprint==", "weasyprint==9"),
    ],
)
def test_what_was_drawn_by_other_code_is_not_found(code: Path, file: str, old: str, new: str) -> None:
    run(code, KEEP)
    path = code / file
    text = path.read_text("utf-8")
    assert old in text

    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        content = run(code, FIND)
    finally:
        path.write_text(text, "utf-8")

    assert content == "None"
    assert run(code, FIND) == "b'drawn'"
