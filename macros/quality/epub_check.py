"""EPUBCheck, which the W3C keeps and which bookshops use: whether an e-book is one as the standard defines it."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

from macros.quality.java import java

FAULTS = ("FATAL", "ERROR", "WARNING")
PACKAGE = "epubcheck"


def epub_errors(book: Path) -> list[str]:
    """Every error and warning in ``book``: the file in it, the line, the number of the rule, and what is wrong.

    Raises RuntimeError where the checker could not be run.
    """
    spec = find_spec(PACKAGE)
    if not spec or not spec.origin:
        raise RuntimeError("EPUBCheck is not there. `make test` installs it.")
    jar = Path(spec.origin).parent / "epubcheck.jar"
    # It runs for seconds: making its code as fast as can be would take longer than it saves.
    command = [java(), "-XX:TieredStopAtLevel=1", "-jar", str(jar), "--quiet", "--json", "-", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.lstrip().startswith("{"):
        raise RuntimeError(f"EPUBCheck could not be run: {done.stderr.strip()}")
    messages = json.loads(done.stdout)["messages"]
    return [_line(message) for message in messages if message["severity"] in FAULTS]


def _line(message: dict[str, object]) -> str:
    places = message["locations"]
    place = places[0] if isinstance(places, list) and places else {"path": "the book", "line": "?"}
    return f"{place['path']}, line {place['line']}: {message['ID']} {message['message']}"
