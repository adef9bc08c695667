"""Ready to publish? What changed under an edition, what it leaves out, newer versions, and broken links."""

from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path

import pytest

from macros.content.customisation.replacements import Replaced
from macros.content.library import Library
from macros.core.fingerprints import fingerprint
from macros.models.editions import Contact
from macros.pages.feedback import Feedback
from macros.quality.mail_links import unusable, wrong_mail_links
from macros.readiness.finding import Teller
from macros.readiness.history import what_changed
from macros.readiness.links import links
from macros.readiness.toolkit_version import version
from tests.support.council import Council, found


def git(folder: Path, *asked: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.test"]
    subprocess.run(["git", *who, *asked], cwd=folder, check=True, capture_output=True)


def test_a_changed_original_is_told_with_what_changed(council: Council) -> None:
    library = council()
    page, old, new = library.root / "docs" / "about.md", "# A\n\nOne.\n\nTwo.\n", "# A\n\nOne.\n\nThree.\n"
    page.parent.mkdir()
    git(library.root, "init")
    for text in (old, new):
        page.write_text(text, "utf-8")
        git(library.root, "add", "docs")
        git(library.root, "commit", "-m", "x")
    replaced_page = "editions/millbeck/docs/about.md"
    library.replaced = [
        Replaced("page", "about.md", replaced_page, "docs/about.md", fingerprint(old), fingerprint(new))
    ]

    lines = found(library, "look")

    assert [(line.where, line.detail) for line in lines] == [(replaced_page, ("- Two.", "+ Three."))]
    assert fingerprint(new) in lines[0].fix


def test_without_history_a_changed_original_is_told_in_words(council: Council) -> None:
    library = council()
    recorded, now = fingerprint("old"), fingerprint("new")
    library.replaced = [
        Replaced("page", "a.md", "editions/millbeck/docs/a.md", "docs/a.md", recorded, now),
        Replaced("page", "b.md", "editions/millbeck/docs/b.md", "docs/b.md", None, now),
        Replaced("page", "c.md", "editions/millbeck/docs/c.md", "docs/c.md", recorded, ""),
        Replaced("page", "d.md", "editions/millbeck/docs/d.md", "docs/d.md", now, now),
    ]

    messages = {finding.where[-4:]: finding.what for finding in found(library, "look")}

    assert what_changed(library.root, "docs/a.md", recorded) == ()
    assert "not kept here" in messages["a.md"]
    assert "does not say which version" in messages["b.md"]
    assert "no longer has docs/c.md" in messages["c.md"]
    assert "d.md" not in messages


def test_a_step_that_is_left_out_is_told_with_its_reason_and_its_lost_note(council: Council) -> None:
    library = council()
    library.hidden = {"plan/index.md": "We have one."}
    library.notes = {"plan/index.md": "Ours."}

    assert any("The reason that readers see: We have one." in finding.what for finding in found(library, "fine"))
    assert any("nobody will see your note" in finding.what for finding in found(library, "look"))


def test_a_newer_version_is_told_where_it_was_fetched(council: Council) -> None:
    library = council()
    tell = Teller(library.strings)
    assert [finding.level for finding in version(library, tell)] == ["fine"]
    git(library.root, "init")
    (library.root / "CHANGELOG.md").write_text("# New\n\n## 99.0.0, 1 May 2030\n", "utf-8")
    git(library.root, "add", "CHANGELOG.md")
    git(library.root, "commit", "-m", "x")
    git(library.root, "update-ref", "refs/remotes/upstream/HEAD", "HEAD")

    assert [(finding.level, "99.0.0" in finding.what) for finding in version(library, tell)] == [("look", True)]


@pytest.mark.usefixtures("programs")
def test_an_email_to_a_council_with_an_ampersand_in_its_name_is_no_broken_link(
    tmp_path: Path, library: Library
) -> None:
    """LinkChecker called it "Valid: filtered" and reported it, on the page that is shown where another is missing."""
    edition = library.edition.model_copy(
        update={"council": "Fenland & Marsh; District Council", "contact": Contact(team="us", email="a@fenland.test")}
    )
    ways = Feedback(edition, "1.5.0", "", library.strings).ways("We cannot find that page", None)
    page = (
        f"<!doctype html><html lang='en'><title>A</title><a href='{escape(ways[0].url)}'>x</a><a href='tel:1-2'>y</a>"
    )
    (tmp_path / "edition.json").write_text('{"address": "https://x.test/toolkit/"}', "utf-8")
    for name in ("404.html", "index.html"):
        (tmp_path / name).write_text(page, "utf-8")

    assert [(finding.level, finding.what) for finding in links(tmp_path, Teller(library.strings))] == [
        ("fine", "Every link inside the site works.")
    ]


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        ("mailto:a@b.test", False),
        ("mailto:a@b.test,c@d.test?subject=A%20%26%20B", False),
        ("mailto:?subject=Look", False),
        ("tel:+441134960000", False),
        ("mailto:", True),
        ("mailto:nobody", True),
        ("mailto:a@b", True),
        ("mailto:a b@c.test", True),
        ("tel:call us", True),
    ],
)
def test_an_address_that_nobody_can_use_is_found(link: str, wrong: bool) -> None:
    assert unusable(link) is wrong


def test_an_address_that_nobody_can_use_is_told_with_its_page(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "index.html").write_text("<a href='mailto:us'>x</a> <a href='mailto:a@b.test'>y</a>", "utf-8")

    assert list(wrong_mail_links(tmp_path)) == [("/roles/", "mailto:us")]


@pytest.mark.usefixtures("programs")
def test_a_broken_link_of_the_site_is_found_with_its_page(tmp_path: Path, library: Library) -> None:
    page = "<!doctype html><html lang='en'><head><title>A</title></head><body>{}</body></html>"
    (tmp_path / "edition.json").write_text('{"address": "https://x.test/toolkit/"}', "utf-8")
    (tmp_path / "404.html").write_text(page.format("lost"), "utf-8")
    (tmp_path / "index.html").write_text(page.format("<a href='missing/'>x</a><a href='#no'>y</a>"), "utf-8")

    lines = list(links(tmp_path, Teller(library.strings)))

    assert all(finding.level == "stop" and finding.where == "/toolkit/" for finding in lines), lines
    assert {"missing/", "#no"} == {
        link for link in ("missing/", "#no") if any(link in finding.what for finding in lines)
    }
