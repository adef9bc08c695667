"""Drawing PDFs needs Pango, which pip cannot bring: where it is missing, that is said in two lines."""

from __future__ import annotations

import builtins
import pickle
from pathlib import Path
from typing import Any

import pytest

from macros.core.problems import ContentError
from macros.rendering.pdf import load_weasyprint, to_pdf

# As cffi tells it, over many lines.
LOST = "cannot load library 'libpango-1.0-0': no such file\nAdditionally, ctypes.util.find_library() did not find it"


def test_a_missing_pango_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def without_pango(name: str, *more: Any, **named: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError(LOST)
        return load(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(ContentError) as raised:
        load_weasyprint()
    (problem,) = raised.value.problems

    assert "is not on this computer (cannot load library 'libpango-1.0-0': no such file)." in problem.message
    assert "Additionally" not in str(raised.value)
    assert "apt-get install libpango-1.0-0" in problem.fix


@pytest.mark.usefixtures("draws")
def test_a_picture_that_is_not_there_is_told_and_comes_through_from_another_process(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        to_pdf(f'<html lang="en"><body><img alt="A" src="{(tmp_path / "gone.png").as_uri()}"></body></html>')
    assert "“gone.png”, which is not there" in str(pickle.loads(pickle.dumps(raised.value)))
