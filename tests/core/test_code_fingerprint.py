"""What is kept is drawn again when its own code, views or words change, and not when another's do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from macros.core.cache import UNUSED_DAYS, DocumentCache
from macros.core.code_fingerprint import files_of, mentioned
from macros.documents.formats import FORMATS
from macros.documents.papers.formats import PAPER_FORMATS
from macros.paths import MACROS_FOLDER, PROJECT
from tests.support.build_server import environment

DRAWERS = sorted(
    {form.module for form in (*FORMATS.values(), *PAPER_FORMATS.values())}
    | {"macros.documents.book", "macros.documents.book_part", "macros.documents.pack_books"}
    | {"macros.documents.share_image"}
)
# What each module of ours asks for while it is loaded, though another had it loaded before: so each is loaded once, and
# what one of them leads to is what would be loaded with it if it were the first.
LOADED = """
import builtins, json, sys
from importlib import import_module

asked, load = {}, builtins.__import__

def noted(name, globals=None, locals=None, fromlist=(), level=0):
    if globals and globals.get("__name__", "").startswith("macros."):
        assert level == 0, globals["__name__"]
        names = [name, *(f"{name}.{part}" for part in fromlist or ())]
        asked.setdefault(globals["__name__"], set()).update(names)
    return load(name, globals, locals, fromlist, level)

builtins.__import__ = noted
for module in sys.argv[1:]:
    import_module(module)
builtins.__import__ = load
files, everything = {}, set()
for module in sys.argv[1:]:
    needed, waiting = set(), [module]
    while waiting:
        name = waiting.pop()
        if name.startswith("macros.") and name in sys.modules and name not in needed:
            needed.add(name)
            waiting += [name.rpartition(".")[0], *asked.get(name, ())]
    files[module] = sorted(file for name in needed if (file := sys.modules[name].__file__))
    everything |= needed
assert everything == {name for name in sys.modules if name.startswith("macros.")}, "loaded without an import"
print(json.dumps(files))
"""


def test_every_module_that_python_loads_counts(programs: None) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *DRAWERS], cwd=PROJECT, env=environment(), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    loaded = {module: {Path(file) for file in files} for module, files in json.loads(done.stdout).items()}
    everything = set().union(*loaded.values())
    packages = {
        path for path in everything if path.name == "__init__.py" and len(path.read_text("utf-8").splitlines()) <= 3
    }

    assert list(loaded) == DRAWERS and all(len(files) > 5 for files in loaded.values())
    assert {
        module: missing for module, files in loaded.items() if (missing := files - packages - set(files_of(module)))
    } == {}


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
