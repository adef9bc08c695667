"""What was drawn once is found again only while everything that draws it is as it was."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest

from tests.support.builds import ROOT

pytestmark = pytest.mark.usefixtures("programs")

DRAWS = "macros.documents.worksheet_pdf"
# What is changed in which file.
CHANGES = [
    ("macros/documents/worksheet_pdf.py", "from __future__", "CHANGED = 1\nfrom __future__"),
    ("macros/rendering/pdf.py", "pdf/ua-1", "pdf/ua-2"),
    ("macros/views/worksheet/worksheet-document.html", "<body", "<body lang='en'"),
    ("macros/views/print/worksheet-paper.css", "@page", "a { color: red }\n@page"),
    ("overrides/assets/css/fonts.css", "@font-face", "a { color: red }\n@font-face"),
    ("pyproject.toml", "weasyprint==", "weasyprint==9"),
]
# Finds by these words, and then again after each change and after it is taken back. Each time in a process that knows
# nothing of what others read: to begin a new Python for each would take six times as long.
FIND = """
import json, os, sys
from pathlib import Path
from macros.core.cache import DocumentCache

draws, changes = json.load(sys.stdin)

def answer(act, *words):
    reads, writes = os.pipe()
    if not os.fork():
        os.write(writes, repr(getattr(DocumentCache(Path()), act)(*words)).encode())
        os._exit(0)
    os.wait()
    os.close(writes)
    with open(reads) as pipe:
        return pipe.read()

answers = [answer("keep", b"drawn", draws, "words"), answer("find", draws, "words"), answer("find", draws, "others")]
for file, old, new in changes:
    path = Path(file)
    text = path.read_text("utf-8")
    assert old in text, file
    path.write_text(text.replace(old, new, 1), "utf-8")
    changed = answer("find", draws, "words")
    path.write_text(text, "utf-8")
    answers.append([changed, answer("find", draws, "words")])
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What is found in a copy of what draws."""
    root = tmp_path_factory.mktemp("code")
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    done = subprocess.run(
        [sys.executable, "-c", FIND],
        cwd=root,
        input=json.dumps([DRAWS, CHANGES]),
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(done.stdout))


def test_what_was_drawn_by_the_same_code_from_the_same_words_is_found(answers: list[Any]) -> None:
    assert answers[1:3] == ["b'drawn'", "None"]


@pytest.mark.parametrize("at", range(len(CHANGES)), ids=[file for file, *_ in CHANGES])
def test_what_was_drawn_by_other_code_is_not_found(answers: list[Any], at: int) -> None:
    assert answers[3 + at] == ["None", "b'drawn'"]
