"""A fault that nobody foresaw: two lines for whoever sees it, and the details in a file for whoever fixes it."""

from __future__ import annotations

import traceback
from pathlib import Path

DETAILS = ".build/fault.txt"


def write_down(error: BaseException, root: Path) -> str:
    """Keep the details of ``error`` below ``root``. Returns what to tell: what happened, and where the details are."""
    message = " ".join(str(error).split()) or "no reason given"
    where = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    try:
        (root / DETAILS).parent.mkdir(parents=True, exist_ok=True)
        (root / DETAILS).write_text("".join(traceback.format_exception(error)), "utf-8")
        details = f"The details are in {DETAILS}: send them to whoever looks after the toolkit."
    except OSError as reason:
        details = f"The details could not be saved: {reason.strerror}."
    return f"Something went wrong in the toolkit itself{where}: {type(error).__name__}, {message[:300]}\n{details}"
