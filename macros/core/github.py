"""Where a file can be read or changed in a repository: its address on GitHub, whose pages others lack."""

from __future__ import annotations

import re

GITHUB = re.compile(r"(https://github\.com/[^/]+/[^/]+?)(\.git)?/?")
BRANCH = "main"  # which is published, and at which GitHub's editor opens a file


def repository(address: str | None) -> str:
    """The repository's address without .git or a slash at its end; empty where it is not on GitHub."""
    match = GITHUB.fullmatch(address or "")
    return match[1] if match else ""


def pages_address(address: str | None) -> str:
    """Where GitHub publishes the site of the repository at ``address``; empty where that is not on GitHub."""
    home = repository(address)
    owner, _, name = home.removeprefix("https://github.com/").partition("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/{'' if name.lower() == host else f'{name}/'}" if home else ""


def in_repository(address: str | None, action: str, path: str = "") -> str:
    """Where GitHub lets a reader do ``action`` (blob to read, edit, new, upload) with a ``path`` as an address has it.

    Empty where the repository at ``address`` is not on GitHub.
    """
    home = repository(address)
    return f"{home}/{action}/{BRANCH}{path}" if home else ""
