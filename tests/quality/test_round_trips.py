"""What `make round-trips` says at its end, and what it does where a program or a worksheet is not there."""

from __future__ import annotations

import pytest

from tests.support import libreoffice
from tests.support.round_trips import Tally, entry, main


def report(outcome: str, longrepr: object = None, *forms: tuple[str, str]) -> pytest.TestReport:
    return pytest.TestReport(
        "t",
        ("t.py", 1, "t"),
        {},
        outcome,
        longrepr,
        "call",
        user_properties=list(forms),  # type: ignore[arg-type]
    )


def test_it_counts_what_came_back_once_and_says_what_was_passed_over() -> None:
    tally = Tally()
    forms = [entry("typed in LibreOffice", "persona", "docx"), entry("typed in LibreOffice", "persona", "odt")]
    tally.pytest_runtest_logreport(report("passed", None, *forms))
    tally.pytest_runtest_logreport(report("passed", None, forms[0]))
    tally.pytest_runtest_logreport(report("failed", "", entry("typed in LibreOffice", "asset-map", "docx")))
    tally.pytest_runtest_logreport(report("skipped", ("t.py", 1, "Skipped: LibreOffice is not there.")))

    assert [line.strip() for line in tally.lines()] == [
        "2 filled forms came back whole: typed in LibreOffice",
        "2 in all, of 1 worksheets",
        "Passed over (1 tests): LibreOffice is not there.",
    ]


def test_a_worksheet_that_there_is_none_of_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["persona", "no-such-sheet"]) == 2
    assert "No worksheet is called no-such-sheet." in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["soffice", libreoffice.PYTHON])
def test_libreoffice_may_be_missing(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda name: None if name == missing else name)
    assert not libreoffice.is_there()
