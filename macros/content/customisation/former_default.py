"""The toolkit's own edition until version 1.4: a copy of it may still lie in a council's fork, and means nothing."""

from __future__ import annotations

from pathlib import Path

from macros.core.fingerprints import fingerprint

FORMER = "leeds"  # the folder's name, which a fork's EDITION may still say
# Its edition.yml in each version that was published. Somebody who changed it made an edition of their own.
FORMER_SETTINGS = frozenset(
    f"sha256:{digits}"
    for digits in (
        "29c01d24b2b563bb218c5d4bf8368b96c8823603721b6231618577ea621bd1b2",
        "8379e27ee2ad6c9e7f9297171674334007d5b6bd5f312f5b6d42531ce162cabe",
        "6c293a7a2888043a88d6d54d723ce84e77cd56c25e0b27f2d64c7438cb0b3a0b",
        "bcf90ebf129904e2cecfdc062f299d0c40b76394fb9ace4d4fb898fa6775bde1",
        "3e495e72531dd097b10c34d1d02cad502ab29255a8e83764c41f1c08b6be9d81",
        "7c363d7272b0162c22e014768a6f497ac0a53586384803ef5f2c9320d6c84d85",
        "2a2f39b434b8d51d6f8dc479af8ce6eb8032dab62db20be2eb478325e89696bf",
    )
)
LEFT_OVER = f"editions/{FORMER}/ was the toolkit's own edition until version 1.4, and can be deleted"


def is_left_over(folder: Path) -> bool:
    """Whether ``folder`` is the toolkit's former default edition, as it was published."""
    settings = folder / "edition.yml"
    if folder.name != FORMER or not settings.is_file():
        return False
    return fingerprint(settings.read_text("utf-8", errors="replace")) in FORMER_SETTINGS
