"""No document fetches anything from the web while it is drawn, though an address would answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.quality.web_server import served
from macros.rendering import pdf


@pytest.mark.usefixtures("draws")
def test_only_files_are_read_though_the_web_would_answer(tmp_path: Path) -> None:
    (tmp_path / "edition.json").write_text('{"address": ""}', "utf-8")
    (tmp_path / "a.css").write_text("p { color: red }", "utf-8")

    with served(tmp_path) as address:
        with pytest.raises(Exception, match="protocol"):
            pdf._files_only().fetch(f"{address}a.css")
        assert pdf._files_only().fetch((tmp_path / "a.css").as_uri()).read() == b"p { color: red }"
