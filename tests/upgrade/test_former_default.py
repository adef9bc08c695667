"""A fork of version 1.4 takes the nameless default edition: no conflict, and its own is still built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.content.customisation.selection import choose, slugs
from macros.core.problems import ContentError
from tests.conftest import ROOT
from tests.support.git import commit, git, repository

pytestmark = pytest.mark.usefixtures("programs")

LOGO = ROOT / "editions/toolkit/assets/logo.svg"


@pytest.fixture
def toolkit(tmp_path: Path) -> Path:
    """The toolkit's editions as version 1.4 had them, in git."""
    root = tmp_path / "toolkit"
    former = root / "editions/leeds"
    (former / "assets").mkdir(parents=True)
    shutil.copy(ROOT / "tests/support/former/leeds-edition-1.4.yml", former / "edition.yml")
    shutil.copy(LOGO, former / "assets/logo.svg")
    repository(root)
    return root


def fork(toolkit: Path, *councils: str) -> Path:
    root = toolkit.parent / "fork"
    git(toolkit.parent, "clone", "-q", str(toolkit), str(root))
    for slug in councils:
        (root / "editions" / slug / "assets").mkdir(parents=True)
        (root / "editions" / slug / "edition.yml").write_text(f"council: {slug.title()} Council\n", "utf-8")
        shutil.copy(LOGO, root / "editions" / slug / "assets/logo.svg")  # some keep the toolkit's mark
    if councils:
        commit(root, "Our edition")
    return root


def new_version(toolkit: Path) -> None:
    git(toolkit, "mv", "editions/leeds", "editions/toolkit")
    shutil.copy(ROOT / "editions/toolkit/edition.yml", toolkit / "editions/toolkit/edition.yml")
    commit(toolkit, "The default edition is nobody's")


@pytest.mark.parametrize(("councils", "built"), [((), "toolkit"), (("plymouth",), "plymouth")])
def test_a_fork_takes_it_without_conflict_and_builds_the_same_edition(
    toolkit: Path, councils: tuple[str, ...], built: str
) -> None:
    root = fork(toolkit, *councils)
    before = {path: path.read_bytes() for slug in councils for path in (root / "editions" / slug).rglob("*.*")}
    new_version(toolkit)

    answer = git(root, "pull", "-q", "--no-rebase", "--no-edit", may_fail=True)

    assert "CONFLICT" not in answer and git(root, "status", "--porcelain") == ""
    assert slugs(root) == sorted([*councils, "toolkit"])
    assert choose(root, {})[0] == built
    assert {path: path.read_bytes() for path in before} == before


def test_a_fork_that_names_the_former_default_is_told_what_to_do(toolkit: Path) -> None:
    root = fork(toolkit, "plymouth")
    new_version(toolkit)
    git(root, "pull", "-q", "--no-rebase", "--no-edit")

    with pytest.raises(ContentError, match="the toolkit's own is called “toolkit” now") as raised:
        choose(root, {"EDITION": "leeds"})

    assert "Take the setting EDITION away, or name your own folder in it" in str(raised.value)


def test_a_host_that_copied_the_files_by_hand_builds_its_own_all_the_same(toolkit: Path) -> None:
    """Nothing was deleted there, since nobody merged."""
    root = fork(toolkit, "plymouth", "exeter")
    shutil.copytree(ROOT / "editions/toolkit", root / "editions/toolkit")

    assert slugs(root) == ["exeter", "plymouth", "toolkit"]
    with pytest.raises(ContentError, match="several editions: exeter, plymouth"):
        choose(root, {})
