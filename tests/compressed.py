"""The built site as hosts send it: text compressed, so that a slow line is as slow as a reader's."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from macros.commands.links import Handler

TEXT = (".html", ".css", ".js", ".svg", ".json")
SUB_PATH = "/toolkit/"


class Compressing(Handler):
    """Sends each file of text compressed."""

    def send_head(self) -> BinaryIO | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXT or not path.is_file():
            return super().send_head()  # type: ignore[return-value]
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def compressed(site: Path) -> Iterator[str]:
    """The address of ``site`` while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site), sub_path=SUB_PATH))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
