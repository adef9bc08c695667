"""What git cannot answer is an error, and never an answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.core.git import GitError, conflicts, edited_outside, files_of, git, parted
from tests.support.git import commit, repository
from tests.support.git import git as ask

pytestmark = pytest.mark.usefixtures("programs")


@pytest.fixture(scope="module")
def first_fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit, and another that has nothing in common with it as ``strange/main``."""
    root = tmp_path_factory.mktemp("forks")
    for name in ("fork", "strange"):
        (root / name).mkdir()
        (root / name / "a.md").write_text(f"{name}\n", "utf-8")
        repository(root / name)
    ask(root / "fork", "remote", "add", "strange", str(root / "strange"))
    ask(root / "fork", "fetch", "-q", "strange")
    return root / "fork"


@pytest.fixture
def fork(first_fork: Path, tmp_path: Path) -> Path:
    """The repository, to be changed at will: to copy it is faster than to begin another."""
    return shutil.copytree(first_fork, tmp_path / "fork")


@pytest.mark.parametrize("other", ["no-such-commit", "strange/main"])
def test_a_merge_that_cannot_be_tried_is_an_error_and_not_free_of_conflicts(fork: Path, other: str) -> None:
    with pytest.raises(GitError):
        conflicts(fork, other)


def test_a_merge_without_conflicts_has_none(fork: Path) -> None:
    ask(fork, "checkout", "-q", "-b", "more")
    (fork / "b.md").write_text("b\n", "utf-8")
    commit(fork, "b")
    ask(fork, "checkout", "-q", "main")

    assert conflicts(fork, "more") == []


@pytest.mark.parametrize("question", [parted, edited_outside])
@pytest.mark.parametrize("other", ["no-such-commit", "strange/main"])
def test_a_question_about_a_strange_commit_is_an_error(fork: Path, question: object, other: str) -> None:
    with pytest.raises(GitError):
        question(fork, other)  # type: ignore[operator]


def test_what_git_says_is_told(fork: Path, tmp_path: Path) -> None:
    with pytest.raises(GitError, match="no-such-commit"):
        files_of(fork, "no-such-commit", tmp_path)
    assert git(fork, "rev-parse", "no-such-commit", may_fail=True)[0] != 0


def test_a_change_that_the_toolkit_took_over_is_none_any_more(fork: Path) -> None:
    """Both changed a.md in the same way; only here was b.md changed; both made a file c.md, each another."""
    (fork / "b.md").write_text("as it was\n", "utf-8")
    commit(fork, "Before they part")
    ask(fork, "checkout", "-q", "-b", "newest")
    (fork / "a.md").write_text("better\n", "utf-8")
    (fork / "c.md").write_text("theirs\n", "utf-8")
    commit(fork, "The toolkit's newest")
    ask(fork, "checkout", "-q", "main")
    (fork / "a.md").write_text("better\n", "utf-8")
    (fork / "b.md").write_text("ours\n", "utf-8")
    (fork / "c.md").write_text("ours\n", "utf-8")
    (fork / "only-here.md").write_text("ours\n", "utf-8")
    commit(fork, "Ours")

    assert edited_outside(fork, "newest") == {"b.md": True, "c.md": False}
