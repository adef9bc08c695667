"""``make links``: LinkChecker over HTTP, under the sub-path at which the site will be served."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.paths import PROJECT

SETTINGS = Path(__file__).with_name("linkcheckerrc")


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under ``sub_path`` and nothing outside it, without a word."""

    def __init__(self, *given: Any, sub_path: str, **named: Any) -> None:
        self.sub_path = sub_path
        super().__init__(*given, **named)

    def translate_path(self, path: str) -> str:
        """The file for an address; an address outside the sub-path has none."""
        if not path.startswith(self.sub_path):
            return str(Path(self.directory) / "no-such-place")
        return super().translate_path("/" + path.removeprefix(self.sub_path))

    def end_headers(self) -> None:
        """LinkChecker keeps to ten requests a second unless the server says that it is meant."""
        self.send_header("LinkChecker", "yes")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Answers browsers, which may go away before all is sent: that is no fault."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of a fault, unless the reader went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve ``site`` on this machine while the block runs; gives its address, which ends with a slash.

    404.html names its files from the top, so the sub-path has to be the one that the site was built for.
    """
    told = json.loads((site / "edition.json").read_text("utf-8"))
    sub_path = urlsplit(told["address"]).path or "/"
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(site), sub_path=sub_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
    finally:
        server.shutdown()
        server.server_close()


def check(site: Path) -> tuple[bool, str]:
    """Check every link of a built site, 404.html too. Returns whether all is well, and LinkChecker's report."""
    with served(site) as address, tempfile.TemporaryDirectory() as empty:
        command = [
            sys.executable,
            "-m",
            "linkcheck",
            "--config",
            str(SETTINGS),
            "--no-status",
            address,
            address + "404.html",
        ]
        done = subprocess.run(command, capture_output=True, text=True, cwd=empty, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def main() -> int:
    """Check ``site/``. Returns the exit code."""
    if not (PROJECT / "site" / "index.html").is_file():
        print("There is no site yet. Run `make site` first.", file=sys.stderr)
        return 1
    fine, report = check(PROJECT / "site")
    print(report)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
