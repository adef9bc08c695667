"""Serves a built site on this machine, as its host will: under its sub-path. For link checks, tests and benchmarks."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


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

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Answers browsers, which may go away before all is sent: that is no fault."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of a fault, unless the reader went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path, handler: Callable[..., Handler] = Handler) -> Iterator[str]:
    """Serve ``site`` on this machine while the block runs; gives its address, which ends with a slash.

    404.html names its files from the top, so the sub-path has to be the one that the site was built for.
    """
    edition = json.loads((site / "edition.json").read_text("utf-8"))
    sub_path = urlsplit(edition["address"]).path or "/"
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(site), sub_path=sub_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
    finally:
        server.shutdown()
        server.server_close()
