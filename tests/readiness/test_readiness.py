"""Ready to publish? Each thing that may stand in the way is planted, and found."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from macros.content.library import Library
from macros.core import colour
from macros.core.problems import ContentError
from macros.models.accessibility import Statement
from macros.readiness import findings, from_problems
from macros.readiness.finding import LEVELS
from macros.readiness.report import as_text, blocked, verdict
from tests.conftest import ROOT
from tests.support.council import READY, Council, found


def test_a_finished_edition_has_nothing_to_mend_and_nothing_to_look_at(council: Council) -> None:
    library = council()

    assert found(library, "stop") == [] and found(library, "look") == []
    assert len(found(library, "fine")) >= 5
    assert not blocked(library, findings(library))


@pytest.mark.parametrize(
    ("old", "new", "level", "message"),
    [
        ("online@millbeck.test", "digital@millbeck.example", "stop", "“digital@millbeck.example” is an example"),
        ("email: online@millbeck.test", 'phone: "01632 960 123"', "stop", "“01632 960 123” is an example"),
        ("email: online@millbeck.test", 'phone: "+44 7700 900123"', "stop", "is an example"),
        ("Millbeck Online\n", "Your programme\n", "stop", "“Your programme” is an example"),
        ("place: Millbeck\n", "place: Anytown\n", "stop", "“Anytown” is an example"),
        ("place: Millbeck\n", "place: '…'\n", "stop", "“…” is an example"),
        ("Millbeck Online\n", "Community digital inclusion toolkit\n", "stop", "belongs to Community digital incl"),
        ("Head of Libraries", "the team behind this toolkit", "stop", "belongs to Community digital inclusion"),
        ("Millbeck Online\n", "Digital Eastmarch\n", "stop", "“Digital Eastmarch” belongs to Eastmarch County Council"),
        ("place: Millbeck\n", "place: Eastmarch\n", "stop", "“Eastmarch” belongs to Eastmarch County Council"),
        ("email: online@millbeck.test", "phone: 01912 224444", "look", "“0191 222 4444” belongs to Northmere"),
        ("email: online@millbeck.test", "email: digital@eastmarch.example", "look", "belongs to Eastmarch"),
        ("programme: Millbeck Online", "programme: Your Place Online", "fine", "No setting is an example"),
        ("email: online@millbeck.test", "website: https://online.northmere.test/us", "look", "belongs to Northmere"),
        ("accessibility:", "# accessibility:", "stop", "Nobody has signed"),
        ("partially", "fully, tested: [{day: 2026-11-20, by: us, how: All.}]", "stop", "says “fully”, but it lists"),
        ("2026-11-20", "2025-11-20", "look", "last reviewed on 2025-11-20"),
        ('site: {url: "https://online.millbeck.test/"}\n', "", "look", "do not say where the edition is published"),
        ("email: online@millbeck.test", 'phone: "0113 222 5555"', "look", "only way to reach you is by phone"),
        ("look:", "draft: true\nlook:", "look", "is a draft"),
        ("  equality: our equality team\n", "", "look", "Only you can settle this"),
        (", email: online@millbeck.test}", "}\ndraft: true", "stop", "Readers cannot reach anybody"),
    ],
)
def test_a_planted_setting_is_found(council: Council, old: str, new: str, level: str, message: str) -> None:
    assert old in READY

    library = council(READY.replace(old, new, 1))

    assert any(message in finding.what and (finding.fix or level == "fine") for finding in found(library, level)), (
        findings(library)
    )


@pytest.mark.parametrize(
    ("file", "text", "level", "message", "where"),
    [
        (
            "notes/about.md",
            "Ask us.\n\nWrite to digital@eastmarch.example.",
            "look",
            "people reach Eastmarch",
            "line 3",
        ),
        ("notes/about.md", "Ring 01632960000 now.", "look", "people reach Eastmarch", "line 1"),
        ("notes/a.md", "Ring 0191 222 4444 now.", "look", "people reach Northmere City", "line 1"),
        (
            "docs/about.md",
            "See https://online.northmere.test/x.",
            "look",
            "“online.northmere.test” is",
            "line 1",
        ),
        ("docs/about.md", "Northmere City Council did this.", "look", "“Northmere City Council” is named", "line 1"),
        ("templates/checklists/x.yml", "title: TODO", "look", "unfinished or made up: title: TODO", "line 1"),
        ("notes/about.md", "Mail us at name@council.gov.uk.", "look", "unfinished or made up", "line 1"),
        ("notes/about.md", "![](bus.jpg)", "stop", "picture bus.jpg has no words", "notes/about.md"),
        ("docs/about.md", "<img src='bus.jpg'>", "stop", "picture bus.jpg has no words", "docs/about.md"),
        ("docs/about.md", "![IMG_2024.jpg](bus.jpg)", "look", "only a name: IMG_2024.jpg", "docs/about.md"),
        ("assets/edition.css", "p { color: #eee }", "look", "styles of your own", "edition.css"),
    ],
)
def test_planted_words_are_found(council: Council, file: str, text: str, level: str, message: str, where: str) -> None:
    library = council(files={file: text})

    assert any(message in finding.what and finding.where.endswith(where) for finding in found(library, level)), (
        findings(library)
    )


def test_words_that_are_right_are_left_alone(council: Council) -> None:
    text = "Northmere began this. The Northmeretown hall is open.\n\n"
    text += "![A bus](bus.jpg) <img src='line.svg' role='presentation'>"

    library = council(files={"notes/about.md": text})

    assert found(library, "stop") == [] and found(library, "look") == []


def test_the_toolkits_own_logo_is_named(council: Council) -> None:
    library = council()
    shutil.copy(ROOT / "editions/toolkit/assets/logo.svg", library.folder / "assets/logo.svg")

    assert any("toolkit's own mark" in finding.what for finding in found(library, "look"))


def test_what_the_last_test_found_stops_the_publication(council: Council) -> None:
    library = council()
    result = library.statement.result.model_copy(update={"found": ["about/: image-alt"]})
    library.statement = Statement(library.statement.known, result)

    assert [finding.detail for finding in found(library, "stop")] == [("about/: image-alt",)]


def test_a_draft_may_be_published_before_everything_is_ready(council: Council) -> None:
    library = council(READY.replace("look:", "draft: true\nlook:").replace("accessibility:", "# accessibility:"))
    seen = findings(library)

    assert [finding.what for finding in seen if finding.level == "stop"] == [
        "Nobody has signed the accessibility statement."
    ]
    assert not blocked(library, seen)
    assert "is a draft" in verdict(library.strings["check"], library, seen)


def test_what_is_found_is_printed_in_groups_the_worst_first(council: Council) -> None:
    library = council(READY.replace("online@millbeck.test", "a@b.example").replace("2026-11-20", "2025-11-20"))
    words, seen = library.strings["check"], findings(library)

    text = as_text(words, verdict(words, library, seen), seen)

    assert [finding.level for finding in seen] == sorted((finding.level for finding in seen), key=LEVELS.index)
    places = [text.index(part) for part in (words["groups"]["stop"], "is an example", words["groups"]["look"])]
    assert places == sorted(places)
    assert text.endswith("To fix before the edition of Millbeck Borough Council is published: 1.")


def test_every_kind_of_finding_has_its_words_and_a_way_to_mend(library: Library) -> None:
    for name, words in library.strings["check"]["items"].items():
        assert set(words) <= {"what", "fix"}, name
        assert words["what"][-1] in ".}", name


def test_a_colour_that_cannot_be_read_is_found(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    library = council()
    sound = colour.tokens
    weak = {"accent": "#eeeeee"}  # whoever makes the tokens weaker one day is told here
    monkeypatch.setattr(colour, "tokens", lambda primary, accent, scheme: {**sound(primary, accent, scheme), **weak})

    messages = [message.what for message in found(library, "stop")]

    assert messages and all("“accent” cannot be read well: its contrast is 1." in message for message in messages)


def test_unreadable_colours_stop_the_publication_as_they_stop_the_build(council: Council) -> None:
    with pytest.raises(ContentError) as raised:
        council(READY.replace("#2f5d2a", "#7fb2e5"))

    assert [
        (finding.level, "its contrast is 2." in finding.what, "darker" in finding.fix)
        for finding in from_problems(raised.value)
    ] == [("stop", True, True)]


@pytest.mark.parametrize(
    ("here", "newest", "behind"), [("1.9.0", "1.10.0", True), ("1.10.0", "1.9.0", False), ("1.2.0", "1.2.0", False)]
)
def test_a_newer_toolkit_is_known_by_its_number(
    council: Council, monkeypatch: pytest.MonkeyPatch, here: str, newest: str, behind: bool
) -> None:
    text = f"# Changes\n\n## {newest}, 1 June 2026\n\n- A.\n"
    monkeypatch.setattr("macros.readiness.toolkit_version.git_text", lambda *_: text)
    library = council()
    library.release = replace(library.release, version=here)

    messages = [finding.what for finding in found(library, "look") if newest in finding.what]

    assert bool(messages) is behind
