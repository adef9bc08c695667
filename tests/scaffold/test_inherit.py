"""What comes along from an edition before, at the edges: pictures of one name, awkward names, the order of councils."""

from __future__ import annotations

from pathlib import Path

from macros.scaffold.inherit import inherit
from tests.support.anytown import GOOD

PICTURE = "docs/assets/hub & library (1).png"


def edition(root: Path, slug: str, council: str, picture: bytes = b"", more: str = "") -> Path:
    """An edition with its settings, and with a picture where one is given."""
    folder = root / "editions" / slug
    (folder / "docs/assets").mkdir(parents=True)
    (folder / "edition.yml").write_text(GOOD.replace("Anytown Council", council) + more, "utf-8")
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    if picture:
        (folder / PICTURE).write_bytes(picture)
    return folder


def test_two_pictures_of_one_name_are_both_kept(tmp_path: Path) -> None:
    new = edition(tmp_path, "dales", "Dales Council", more="succeeds: [craven, harrogate, ryedale]\n")
    edition(tmp_path, "craven", "Craven Council", b"\x89PNG\xff one")
    edition(tmp_path, "harrogate", "Harrogate & District Council", b"\x89PNG\xff two")
    edition(tmp_path, "ryedale", "Ryedale Council", b"\x89PNG\xff one")

    taken = inherit(tmp_path, "dales").inherited

    (entry,) = taken.undecided
    assert (new / PICTURE).read_bytes() == b"\x89PNG\xff one"
    assert [(new / other).read_bytes() for other in entry.others] == [b"\x89PNG\xff two"]
    assert entry.file == PICTURE and entry.origins == ["craven", "harrogate", "ryedale"]
    assert list(taken.councils.values()) == ["Craven Council", "Harrogate & District Council", "Ryedale Council"]


def test_what_came_from_councils_before_comes_in_their_order(tmp_path: Path) -> None:
    """A council that was merged already hands on the councils of which it was made, before its own name."""
    new = edition(tmp_path, "dales", "Dales Council", b"ours", more="succeeds: [moors]\n")
    moors = edition(tmp_path, "moors", "Moors Council", b"moors", more="succeeds: [craven, ryedale]\n")
    (moors / "inherited.yml").write_text("councils: {ryedale: Ryedale Council, craven: Craven Council}\n", "utf-8")
    for council in ("ryedale", "craven"):
        kept = moors / "inherited" / council / PICTURE
        kept.parent.mkdir(parents=True)
        kept.write_bytes(council.encode())

    taken = inherit(tmp_path, "dales").inherited

    assert list(taken.councils.values()) == ["Ryedale Council", "Craven Council", "Moors Council"]
    (entry,) = taken.undecided
    assert entry.origins == ["moors", "craven", "ryedale"]
    assert [(new / other).read_bytes() for other in entry.others] == [b"moors", b"craven", b"ryedale"]


def test_what_the_new_council_wrote_the_same_is_nothing_to_decide(tmp_path: Path) -> None:
    new = edition(tmp_path, "dales", "Dales Council", b"same", more="succeeds: [craven]\n")
    edition(tmp_path, "craven", "Craven Council", b"same")

    taken = inherit(tmp_path, "dales").inherited

    assert taken.undecided == [] and (new / PICTURE).read_bytes() == b"same"
