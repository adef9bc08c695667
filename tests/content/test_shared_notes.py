"""What editions share with each other: cards at a step, of which none is there before a person merged it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.editions import read_edition
from macros.content.redirects import Redirects
from macros.content.shared_notes import SharedCard, own_share_problems, read_shared
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import ContentError, ProblemCollector
from tests.support.anytown import GOOD, edition

STEPS = {"focus/a.md", "focus/new.md"}
MOVED = Redirects(moved={"focus/old.md": "focus/new.md"}, gone={"focus/lost.md": "focus/a.md"})
SHARED = """council: {name} Council
place_kind: {kind}
address: https://{name}.example/
notes:
  - {{step: focus/a.md, text: "We asked first.", day: 2026-11-0{day}}}
"""


def share(root: Path, name: str, kind: str = "town", day: int = 1, more: str = "") -> None:
    (root / "templates/shared").mkdir(parents=True, exist_ok=True)
    text = SHARED.format(name=name, kind=kind, day=day) + more
    (root / f"templates/shared/{name}.yml").write_text(text, "utf-8")


def read(root: Path) -> tuple[dict[str, list[SharedCard]], list[str]]:
    collector = ProblemCollector()
    cards = read_shared(ParsedFiles(root), read_edition(root, "anytown"), STEPS, MOVED, collector)
    return cards, [str(problem) for problem in collector.problems]


def test_where_nobody_shares_anything_there_is_nothing(tmp_path: Path) -> None:
    assert read(edition(tmp_path, GOOD)) == ({}, [])


def test_cards_of_the_same_kind_of_place_come_first_and_then_the_newest(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD)
    share(root, "barrow", "county", day=9)
    share(root, "carlow", "town", day=1)
    share(root, "denham", "town", day=2)

    cards, problems = read(root)

    assert problems == []
    assert [card.council for card in cards["focus/a.md"]] == ["denham Council", "carlow Council", "barrow Council"]
    assert cards["focus/a.md"][0].url == "https://denham.example/focus/a/"


def test_an_edition_sees_no_card_of_its_own_and_may_want_none(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD)
    share(root, "anytown")
    assert read(root)[0] == {}

    share(root, "barrow")
    assert read(root)[0]
    assert read(edition(tmp_path, f"{GOOD}shared_notes: false\n")) == ({}, [])


def test_a_card_follows_its_step_and_goes_with_it(tmp_path: Path) -> None:
    root = edition(tmp_path, GOOD)
    lines = [f'  - {{step: focus/{name}.md, text: "We did.", day: 2026-11-01}}\n' for name in ("old", "lost")]
    share(root, "barrow", more="".join(lines))

    cards, problems = read(root)

    assert problems == [] and cards.keys() == {"focus/a.md", "focus/new.md"}
    assert cards["focus/new.md"][0].url == "https://barrow.example/focus/old/"  # its own site may not have moved it


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{step: focus/b.md, text: "Yes.", day: 2026-11-01}', "focus/b.md is not a step of the toolkit."),
        ('{step: focus/a.md, text: "Yes.", day: 2026-11-01}', "There are two notes about focus/a.md."),
        (
            f'{{step: focus/new.md, text: "{"x" * 301}", day: 2026-11-01}}',
            "The text has 301 letters; 300 fit on a card.",
        ),
        ('{step: focus/new.md, text: "Yes.", day: "today"}', "“day” is not a date."),
        ('{step: focus/new.md, text: "Yes."}', "“day” is missing."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    root = edition(tmp_path, GOOD)
    share(root, "barrow", more=f"  - {line}\n")

    problems = read(root)[1]

    assert len(problems) == 1 and "templates/shared/barrow.yml, line 6" in problems[0] and message in problems[0]


def test_what_the_edition_itself_shares_is_checked_too(tmp_path: Path) -> None:
    shares = 'shares: [{step: focus/a.md, text: "Yes.", day: 2026-11-01}]\n'
    root = edition(tmp_path, GOOD + shares + "hide: [{page: focus/a.md, reason: No.}]\n")
    problems = own_share_problems(ParsedFiles(root), read_edition(root, "anytown"), STEPS, MOVED)
    assert [problem.message for problem in problems] == [
        "“shares” has a note about focus/a.md, which this edition leaves out."
    ]

    root = edition(tmp_path, GOOD + shares.replace("focus/a.md", "roles.md"))
    problems = own_share_problems(ParsedFiles(root), read_edition(root, "anytown"), STEPS, MOVED)
    assert [problem.message for problem in problems] == ["roles.md is not a step of the toolkit."]


def test_a_neutral_edition_shares_nothing(tmp_path: Path) -> None:
    text = 'neutral: true\nshares: [{step: focus/a.md, text: "Yes.", day: 2026-11-01}]\n'

    with pytest.raises(ContentError, match="“shares” is a council's"):
        read_edition(edition(tmp_path, text), "anytown")
