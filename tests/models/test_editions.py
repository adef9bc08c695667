"""Faults in an edition are told all together, in words that help, and before anything is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.customisation.selection import choose
from macros.content.editions import read_edition
from macros.core.problems import ContentError
from tests.conftest import ROOT, build
from tests.support.anytown import GOOD, edition

FORMER = ROOT / "tests/support/former/leeds-edition-1.4.yml"


def problems(tmp_path: Path, text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(ContentError) as raised:
        read_edition(edition(tmp_path, text), "anytown")
    assert all(problem.file == "editions/anytown/edition.yml" for problem in raised.value.problems)
    return [(problem.line, problem.message, problem.fix) for problem in raised.value.problems]


def test_a_good_edition_is_read(tmp_path: Path) -> None:
    assert read_edition(edition(tmp_path, GOOD), "anytown").place == "Anytown"


@pytest.mark.parametrize("key", ["hide", "facts", "local", "succeeds"])
def test_a_list_may_be_left_empty(tmp_path: Path, key: str) -> None:
    """Its last entry was deleted, or everything in it is switched off."""
    assert not getattr(read_edition(edition(tmp_path, f"{GOOD}{key}:\n"), "anytown"), key)


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "fix"),
    [
        ("place: Anytown\n", "", 1, "“place” is missing", "Add a line “place: …”"),
        ("place: Anytown", "plaice: x\nplace: Anytown", 2, "“plaice” is not a key", "Did you mean “place”?"),
        ('"#12436d"', '"blue"', 7, "“blue” is not a colour", "#005a9c"),
        ('"#12436d"', '"#7fb2e5"', 6, "its contrast is 2.", "A darker one would do"),
        ("logo: logo.svg", "logo: crest.png", 9, "no logo at editions/anytown/crest.png", "fix the path"),
        ("logo: logo.svg", "logo: ../../secret.svg", 9, "no logo at", "fix the path"),
        ("place: Anytown", "place: 7", 2, "“place” is not text", "quotation marks"),
        ("place: Anytown", "place:", 2, "“place” is empty", "Write text"),
        ("place_kind: town", "place_kind: village", 3, "not known here", "'city', 'town'"),
        (', phone: "01632 960001"', "", 5, "Nobody can reach the team", "at least one"),
        (
            'phone: "01632 960001"',
            "email: 'a@b.test?bcc=c@d.test'",
            5,
            "it may not contain ?",
            "one address and nothing",
        ),
        ('phone: "01632 960001"', "email: 'Us <a@b.test>'", 5, "it may not contain <", "one address and nothing"),
        ('phone: "01632 960001"', "email: a@b..test", 5, "is not an email address", "name@council.gov.uk"),
        (
            'phone: "01632 960001"',
            "website: 'https://a.test/\"x'",
            5,
            'may not contain "',
            "the address bar of your browser",
        ),
        (
            "place: Anytown",
            "local: [a]\nplace: Anytown",
            2,
            "“local” should hold keys with values",
            'local: {key: "…"}',
        ),
        ("place: Anytown", "hide: [roles.md]\nplace: Anytown", 2, "An entry of “hide” should hold keys", "“- key: …”"),
        ("place: Anytown", "succeeds: craven\nplace: Anytown", 2, "“succeeds” should be a list", "[one, another]"),
        ("place: Anytown", "draft: 'yes'\nplace: Anytown", 2, "“draft” should say true or false", "draft: true"),
        ("place: Anytown", "place: [Anytown", 3, "cannot be read as YAML", "missing colon"),
        ("council: Anytown Council", "council: '  '", 1, "The value is empty", "delete the line"),
        ("council: Anytown Council", 'council: "Any\\ttown"', 1, "cannot be printed", "on one line"),
        ("  accent", "\taccent", 8, "indented with a tab", "Use spaces"),
        ("place: Anytown", "council: Again\nplace: Anytown", 2, "“council” is written twice", "Keep one"),
    ],
)
def test_each_fault_is_told_with_line_and_mend(
    tmp_path: Path, old: str, new: str, line: int, message: str, fix: str
) -> None:
    assert old in GOOD

    told_of = problems(tmp_path, GOOD.replace(old, new))

    assert any(line == at and message in what and fix in how for at, what, how in told_of), told_of


def test_faults_are_told_all_together(tmp_path: Path) -> None:
    text = GOOD.replace("place: Anytown\n", "plaice: x\n").replace('"#12436d"', "blue").replace("logo.svg", "no.svg")

    assert len(problems(tmp_path, text)) == 4


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    edition(tmp_path, GOOD)
    path = tmp_path / "editions/anytown/edition.yml"
    path.write_bytes(GOOD.replace("Digital Anytown", "Digital Tŷ").encode("utf-8").replace("ŷ".encode(), b"\xfd"))

    with pytest.raises(ContentError, match=r"line 4\n.*not saved as UTF-8"):
        read_edition(tmp_path, "anytown")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    edition(tmp_path, GOOD)
    path = tmp_path / "editions/anytown/edition.yml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())

    assert read_edition(tmp_path, "anytown").council == "Anytown Council"


def test_the_edition_is_chosen_by_name_then_by_being_the_only_one_then_the_neutral(tmp_path: Path) -> None:
    (tmp_path / "editions" / "toolkit").mkdir(parents=True)
    assert choose(tmp_path, {})[0] == "toolkit"
    (tmp_path / "editions" / "plymouth").mkdir()
    assert choose(tmp_path, {})[0] == "plymouth"
    assert choose(tmp_path, {"EDITION": "toolkit"})[0] == "toolkit"
    (tmp_path / "editions" / "exeter").mkdir()
    with pytest.raises(ContentError, match="several editions: exeter, plymouth"):
        choose(tmp_path, {})
    with pytest.raises(ContentError, match=r"no edition called “\.\./x”"):
        choose(tmp_path, {"EDITION": "../x"})


def test_the_former_default_edition_is_no_edition(tmp_path: Path) -> None:
    """A fork may still hold editions/leeds as it was published, and say EDITION=leeds."""
    for slug in ("toolkit", "plymouth", "leeds"):
        (tmp_path / "editions" / slug).mkdir(parents=True)
    former = tmp_path / "editions/leeds/edition.yml"
    former.write_bytes(FORMER.read_bytes().replace(b"\n", b"\r\n"))

    slug, why = choose(tmp_path, {})

    assert slug == "plymouth" and "editions/leeds/ was the toolkit's own" in why
    with pytest.raises(ContentError, match=r"“leeds” any more: the toolkit's own is called “toolkit”") as raised:
        choose(tmp_path, {"EDITION": "leeds"})
    assert "Take the setting EDITION away" in str(raised.value)
    former.write_text(FORMER.read_text("utf-8").replace("the 100% Digital Leeds team", "our team"), "utf-8")
    with pytest.raises(ContentError, match="several editions: leeds, plymouth"):
        choose(tmp_path, {})


NEUTRAL = """neutral: true
programme: Anybody's guide
published_by: the team
look: {primary: "#12436d", accent: "#b0560f", logo: logo.svg}
"""


def test_a_neutral_edition_has_no_council(tmp_path: Path) -> None:
    edition(tmp_path, NEUTRAL)
    neutral = read_edition(tmp_path, "anytown")

    assert neutral.neutral and neutral.council == "" and neutral.publisher == "Anybody's guide"
    assert neutral.running_title == "Anybody's guide"
    assert not (neutral.contact.email or neutral.contact.phone or neutral.contact.website)


@pytest.mark.parametrize("line", ["council: Anytown Council", "place: Anytown", "place_kind: town", "listed: true"])
def test_a_neutral_edition_that_names_a_council_is_told(tmp_path: Path, line: str) -> None:
    with pytest.raises(ContentError, match="is a council's, and a neutral edition belongs to none") as raised:
        read_edition(edition(tmp_path, NEUTRAL + line + "\n"), "anytown")

    assert raised.value.problems[0].line == 5


def test_a_council_cannot_forget_its_name_by_leaving_it_out(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="“council” is missing"):
        read_edition(edition(tmp_path, GOOD.replace("council: Anytown Council\n", "neutral: false\n")), "anytown")


def test_a_faulty_edition_leaves_the_site_as_it_was(project: Path, builds: None) -> None:
    site = project / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    settings = project / "editions" / "eastmarch" / "edition.yml"
    settings.write_text(settings.read_text("utf-8").replace("place: Eastmarch\n", "plaice: x\n"), "utf-8")

    result = build(project, "eastmarch", site)

    assert result.code != 0
    assert "“place” is missing" in result.said and "“plaice” is not a key" in result.said
    assert "Traceback" not in result.said
    assert [path.name for path in site.iterdir()] == ["old.html"]
