"""Other websites are asked little, and only by https."""

from __future__ import annotations

import io
import urllib.request

import pytest

from macros.core.web import LARGEST_ANSWER, fetch


@pytest.mark.parametrize("url", ["http://council.example/", "file:///etc/passwd", "HTTPS//x", "ftp://council.example/"])
def test_only_addresses_with_https_are_asked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_, **__: io.BytesIO(b"an answer"))

    with pytest.raises(OSError, match="only addresses with https"):
        fetch(url)


@pytest.mark.parametrize("more", [0, 1])
def test_of_an_answer_so_much_is_read_and_no_more(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_, **__: io.BytesIO(b"x" * (LARGEST_ANSWER + more)))

    assert len(fetch("https://council.example/edition.json")) == LARGEST_ANSWER


def test_nobody_is_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def answers(_: str, timeout: float) -> io.BytesIO:
        waited.append(timeout)
        return io.BytesIO(b"")

    monkeypatch.setattr(urllib.request, "urlopen", answers)

    fetch("https://council.example/edition.json")

    assert waited == [30]
