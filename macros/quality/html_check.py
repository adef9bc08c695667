"""The Nu checker, which browsers' makers and the W3C use: whether built pages are HTML as it is defined."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from macros.paths import PROJECT
from macros.quality.java import java

CHECKER = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def html_errors(site: Path) -> list[str]:
    """Every error in the HTML pages below ``site``: the page, the line, what is wrong, and the words round it.

    Raises RuntimeError where the checker could not be run.
    """
    options = ["--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout"]
    # Deep pages need a deeper stack than Java gives by itself. Code that is compiled quickly
    # and not as well as Java can takes half the time in all.
    command = [java(), "-XX:TieredStopAtLevel=1", "-Xss2m", "-jar", str(CHECKER), *options, str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"The Nu checker could not be run: {done.stderr.strip()}")
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{message['url'].split(f'{site.as_posix()}/')[-1]}, line {message.get('lastLine', '?')}: {message['message']}"
        f" … {message.get('extract', '').strip()}"
        for message in messages
    ]
