"""What is served is the site under its sub-path, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.quality.web_server import Handler


@pytest.fixture
def handler(tmp_path: Path) -> Handler:
    (tmp_path / "site").mkdir()
    for name in ("site/a.html", "secret.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    serving = Handler.__new__(Handler)  # no request: only where an address leads is asked
    serving.sub_path, serving.directory = "/toolkit/", str(tmp_path / "site")
    return serving


def test_an_address_below_the_sub_path_leads_to_its_file(handler: Handler) -> None:
    assert Path(handler.translate_path("/toolkit/a.html")).is_file()


@pytest.mark.parametrize(
    "address",
    [
        "/a.html",
        "/toolkit",
        "/other/a.html",
        "/toolkit/../a.html",
        "/toolkit/../secret.txt",
        "/toolkit/%2e%2e/secret.txt",
    ],
)
def test_no_other_address_leads_outside_the_site(handler: Handler, address: str) -> None:
    place = Path(handler.translate_path(address))

    assert place.is_relative_to(handler.directory) and not (place.is_file() and "toolkit" not in address)
    assert place.name != "secret.txt" or not place.is_file()
