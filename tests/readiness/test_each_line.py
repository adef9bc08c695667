"""No false alarm: each line of `make check` appears where it must, and what only looks like a fault is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from macros.content.customisation.replacements import Replaced
from macros.content.library import Library
from macros.core.fingerprints import fingerprint
from macros.models.accessibility import Statement
from macros.models.bank_holidays import BankHolidays
from macros.models.inherited import Inherited
from macros.readiness import findings
from macros.readiness.finding import Finding, Teller
from macros.readiness.links import links
from tests.support.council import READY, Council

Plant = Callable[[Council], list[Finding]]


def ready(old: str, new: str) -> Plant:
    assert old in READY, old
    return lambda council: findings(council(READY.replace(old, new, 1)))


def file(name: str, text: str) -> Plant:
    return lambda council: findings(council(files={name: text}))


def changed(**values: Any) -> Plant:
    """The library with these parts changed, after it was read."""

    def plant(council: Council) -> list[Finding]:
        library = council()
        for name, value in values.items():
            setattr(library, name, value(library) if callable(value) else value)
        return findings(library)

    return plant


def replaced(recorded: str | None, now: str) -> list[Replaced]:
    return [
        Replaced("page", "a.md", "editions/millbeck/docs/a.md", "docs/a.md", recorded and fingerprint(recorded), now)
    ]


def result(**values: object) -> Callable[[Library], Statement]:
    return lambda library: Statement(library.statement.known, library.statement.result.model_copy(update=values))


def old_page(library: Library) -> dict[str, Any]:
    page = library.front_matters["roles.md"].model_copy(update={"reviewed": library.release.day.replace(year=2015)})
    return {**library.front_matters, "roles.md": page}


def old_holidays(library: Library) -> BankHolidays:
    return library.bank_holidays.model_copy(update={"check_by": library.release.day - timedelta(days=1)})


def toolkit_logo(council: Council) -> list[Finding]:
    library = council()
    logo = library.root / "editions/toolkit/assets/logo.svg"
    (library.folder / "assets/logo.svg").write_bytes(logo.read_bytes())
    return findings(library)


def entry(*others: str) -> Inherited:
    undecided = [{"file": "edition.yml", "from": ["craven"], "others": list(others)}]
    return Inherited.model_validate({"councils": {"craven": "Craven Council"}, "undecided": undecided})


NOW = fingerprint("now")
PLANTED: dict[str, Plant] = {
    "example": ready("place: Millbeck\n", "place: Anytown\n"),
    "draft": ready("look:", "draft: true\nlook:"),
    "no_address": ready('site: {url: "https://online.millbeck.test/"}\n', ""),
    "no_contact": ready(", email: online@millbeck.test}", "}\ndraft: true"),
    "only_phone": ready("email: online@millbeck.test", 'phone: "0113 222 5555"'),
    "toolkit_logo": toolkit_logo,
    "own_styles": file("assets/edition.css", "p { color: #eee }"),
    "theirs": ready("Millbeck Online\n", "Digital Eastmarch\n"),
    "their_name": file("docs/about.md", "Northmere City Council did this."),
    "their_way": file("notes/a.md", "Ring 0191 222 4444 now."),
    "example_words": file("notes/about.md", "TODO: write this."),
    "no_alt": file("notes/about.md", "![](bus.jpg)"),
    "file_name_alt": file("notes/about.md", "![IMG_2024.jpg](bus.jpg)"),
    "unsigned": ready("accessibility:", "# accessibility:"),
    "not_fully": ready("partially", "fully, tested: [{day: 2026-11-20, by: us, how: All.}]"),
    "test_found": changed(statement=result(found=["about/: image-alt"])),
    "review_due": ready("2026-11-20", "2025-11-20"),
    "changed_unseen": changed(replaced=replaced("old", NOW)),
    "gone": changed(replaced=replaced("old", "")),
    "no_fingerprint": changed(replaced=replaced(None, NOW)),
    "hidden_note": changed(hidden={"roles.md": "No."}, notes={"roles.md": "Ours."}),
    "page_old": changed(front_matters=old_page),
    "holidays_old": changed(bank_holidays=old_holidays),
    "not_settled": ready("  equality: our equality team\n", ""),
    "inherited": changed(inherited=entry()),
    "clash": changed(inherited=entry("assets/logo.svg")),
}
# Shown elsewhere: by weak colours, by git's history, and by a built site.
ELSEWHERE = {"contrast", "changed", "behind", "broken_link", "links_wrong", "wrong_address"}


def levels(library: Library) -> Iterator[str]:
    """The items that may be red or amber: those that say what to do."""
    return (name for name, words in library.strings["check"]["items"].items() if "fix" in words)


def shown(library: Library, lines: list[Finding]) -> set[str]:
    """The items whose words were found."""
    items = library.strings["check"]["items"]
    patterns = {name: re.sub(r"\\\{\w+\\\}", ".*", re.escape(words["what"])) for name, words in items.items()}
    return {
        name
        for name, pattern in patterns.items()
        if any(re.fullmatch(pattern, finding.what, re.DOTALL) and finding.level != "fine" for finding in lines)
    }


def test_every_line_that_asks_for_something_is_planted_here_or_elsewhere(library: Library) -> None:
    assert set(levels(library)) == {*PLANTED, *ELSEWHERE}


@pytest.mark.parametrize("item", PLANTED)
def test_a_line_appears_where_it_must(council: Council, library: Library, item: str) -> None:
    assert item in shown(library, PLANTED[item](council))


NEAR_MISSES = {
    "notes/roles.md": "In any town, somebody must change the lock. In 2016 32 people came.\n"
    "Write to first-name@millbeck.test or sur.name@millbeck.test.\n![Bus 2024 outside the library](bus.jpg)\nSee https://my-example.com/todo.\n",
    "docs/ours/hubs.md": "# Hubs\n\nNorthmerely, Eastmarching on. Ring 0191 222 4445 or 0113 2224 444.\n",
    "templates/worksheets/walk.yml": "title: Walk\nexample:\n  who: Ring 01632 960 012\n  how: TODO\nsections: []\n",
    "templates/papers/note.yml": 'slots:\n  - {id: phone, ask: "Which?", example: "01632 960 012"}\n',
}


def test_what_only_looks_like_a_fault_is_left_alone(council: Council, library: Library) -> None:
    """The same edition has everything that a finished one has, so none of the red and amber lines may appear."""
    settings = READY.replace("online@millbeck.test", "first-name@millbeck.test")
    settings = settings.replace("programme: Millbeck Online", "programme: Your Town Online")

    lines = findings(council(settings, NEAR_MISSES))

    assert [finding for finding in lines if finding.level != "fine"] == []
    assert not shown(library, lines)


def test_a_report_in_a_form_that_nobody_knows_is_not_taken_for_success(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.readiness.links.checker.check", lambda _: (False, "It went wrong."))

    assert "links_wrong" in shown(library, list(links(tmp_path, Teller(library.strings))))
