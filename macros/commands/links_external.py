"""``make links-external``: whether the addresses outside the site still answer. It needs a network.

LinkChecker asks each address once, politely. What fails is asked again after a pause; only two failures count. A site
that answers "forbidden" or "too many requests" is there, and does not like to be asked by a program.
"""

from __future__ import annotations

import argparse
import csv
import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urldefrag

from bs4 import BeautifulSoup

from macros.paths import PROJECT

THERE = ("403", "429")
LINKS_REPORT = PROJECT / ".cache" / "links-external.md"


def outside(site: Path) -> dict[str, list[str]]:
    """Every outside address of a built site with the pages on which it stands."""
    pages_of: dict[str, list[str]] = {}
    for page in sorted(site.rglob("*.html")):
        if page.parent.name == "print_page":
            continue  # it repeats all the others
        for link in BeautifulSoup(page.read_text("utf-8"), "lxml").select('a[href^="http"]'):
            address = urldefrag(str(link["href"])).url
            pages = pages_of.setdefault(address, [])
            name = page.relative_to(site).as_posix().removesuffix("index.html")
            if name not in pages:
                pages.append(name)
    return pages_of


def failing(addresses: list[str]) -> dict[str, str]:
    """Ask each address once. Returns those that failed, with what they said."""
    if not addresses:
        return {}
    command = [sys.executable, "-m", "linkcheck", "--no-status", "--recursion-level=0", "--no-robots", "--timeout=30"]
    with tempfile.TemporaryDirectory() as empty:
        settings = Path(empty) / "linkcheckerrc"
        settings.write_text(
            "[filtering]\nignorewarnings=http-rate-limited,url-effective-url,http-redirected\n", "utf-8"
        )
        done = subprocess.run(
            [*command, f"--config={settings}", "--output=csv", *addresses],
            capture_output=True,
            text=True,
            cwd=empty,
            check=False,
        )
    rows = csv.DictReader(
        io.StringIO("\n".join(line for line in done.stdout.split("\n") if not line.startswith("#"))), delimiter=";"
    )
    return {
        row["urlname"]: row["result"].split("(")[0].strip()
        for row in rows
        if row["valid"] == "False" and not row["result"].startswith(THERE)
    }


def dead(addresses: list[str], pause: float) -> dict[str, str]:
    """Addresses that failed twice, ``pause`` seconds apart, with what they said the second time."""
    first = failing(addresses)
    if not first:
        return {}
    time.sleep(pause)
    return failing(list(first))


def report(pages_of: dict[str, list[str]], gone: dict[str, str]) -> str:
    """What an editor reads: each dead address, what it said, and where it stands."""
    if not gone:
        return f"All {len(pages_of)} outside addresses answer.\n"
    lines = [f"{len(gone)} of {len(pages_of)} outside addresses did not answer, twice.", ""]
    for address, answer in sorted(gone.items()):
        lines += [f"- {address}", f"  - It said: {answer}", f"  - It is on: {', '.join(pages_of[address])}"]
    lines += [
        "",
        "Most are in `templates/sources.yml`: fix the `url` there. If the page is gone, find where it moved.",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Check ``site/``, and leave the report in .cache/. Returns 1 where addresses are dead, 2 without a network."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pause", type=float, default=20, help="seconds before what failed is asked again")
    pause = asked.parse_args().pause
    site = PROJECT / "site"
    if not (site / "index.html").is_file():
        print("There is no site yet. Run `make site` first.", file=sys.stderr)
        return 2
    pages_of = outside(site)
    gone = dead(sorted(pages_of), pause)
    if pages_of and len(gone) == len(pages_of):
        print("Not one outside address answers: this machine seems to have no network.", file=sys.stderr)
        return 2
    LINKS_REPORT.parent.mkdir(exist_ok=True)
    LINKS_REPORT.write_text(report(pages_of, gone), "utf-8")
    print(report(pages_of, gone))
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
