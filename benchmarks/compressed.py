"""The built site as a web host serves it: text compressed, files kept by the browser for a while."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path
from typing import Any

from macros.quality.web_server import Handler

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml"}
KEPT = 600  # seconds, as GitHub Pages says


class Compressed(Handler):
    """Serves text with gzip."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> Any:
        """Begin the answer. Returns what is to be sent."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        file = path / "index.html" if path.is_dir() else path
        if (not self.path.endswith("/") and path.is_dir()) or not file.is_file():
            return super().send_head()  # it leads to the folder, or tells that there is nothing
        body = file.read_bytes()
        packed = file.suffix in TEXT
        if packed:
            body = gzip.compress(body, 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", f"max-age={KEPT}")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)
