"""The live preview: from saving a file to the end of the reload that shows it, in Chromium, beside stock Material."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.project import MKDOCS, Bench
from benchmarks.report import ratio, table, write
from macros.quality.axe import chromium

MINUTES = 4
RUNS = 5
PATIENCE = 180  # seconds
PAGE = "focus/choose-the-community"
NOTE = f"editions/toolkit/notes/{PAGE}.md"
# What is changed: the file, what of it is replaced, by what, and the page that shows it.
CHANGES = {
    "a page": (f"docs/{PAGE}.md", "\n## ", "\nSaved {n}.\n\n## ", f"{PAGE}/"),
    "a note": (NOTE, "Noted.", "Noted. Saved {n}.", f"{PAGE}/"),
    "a worksheet": (
        "templates/worksheets/partner-map.yml",
        "purpose: ",
        "purpose: Saved {n}. ",
        "worksheets/partner-map/",
    ),
    "a string": ("templates/strings/en.yml", "  step: Used in", "  step: Used in {n}", "worksheets/partner-map/"),
}


@contextmanager
def preview(folder: Path, environ: Mapping[str, str]) -> Iterator[str]:
    """The live preview of the project in ``folder``; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*MKDOCS, "serve", "--livereload", "--quiet", "-a", f"127.0.0.1:{port}"]
    with tempfile.TemporaryFile() as words:
        server = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environ}, stdout=words, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError("the preview ended")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the preview did not begin")


def saved_to_shown(page: Page, address: str, file: Path, old: str, new: str) -> float:
    """Seconds from saving to the reloaded page, in the middle of several savings; the file is as before after it."""
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1500)  # its script has to begin to listen
    waits = []
    for number in range(RUNS + 1):
        file.write_text(text.replace(old, new.format(n=number), 1), "utf-8")
        started = time.monotonic()
        page.wait_for_event("load", timeout=PATIENCE * 1000)
        waits.append(time.monotonic() - started)
        page.wait_for_timeout(1000)
    file.write_text(text, "utf-8")
    page.wait_for_event("load", timeout=PATIENCE * 1000)
    return statistics.median(waits[1:])  # the first fills what is kept


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        bench = Bench(Path(folder))
        note = bench.project / NOTE
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text("Noted.\n", "utf-8")
        bench.expand()
        page = browser.new_page()
        with preview(bench.stock_sources, bench.environ("none")) as address:
            file, old, new, path = CHANGES["a page"]
            theirs = saved_to_shown(page, address + path, bench.stock_sources / file, old, new)
        rows = [["stock Material", "a page", f"{theirs:.2f}", ""]]
        with preview(bench.project, bench.environ("none")) as address:
            for name, (file, old, new, path) in CHANGES.items():
                ours = saved_to_shown(page, address + path, bench.project / file, old, new)
                rows.append(["ours", name, f"{ours:.2f}", ratio(ours, theirs)])
                print(rows[-1], flush=True)
    names = ("preview of", "what is saved", "seconds", "ratio")
    write(
        "Live preview",
        f"Median of {RUNS}, by the clock, so only on a quiet machine. Wanted: at most 1.2.",
        table(names, rows),
    )


if __name__ == "__main__":
    main()
