"""How long a program keeps processors busy, and how much memory it takes, with all that it starts."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """``busy`` and ``waited`` are seconds of processors and of the clock; ``megabytes`` is the largest process."""

    busy: float
    waited: float
    megabytes: float


def cost_of(command: Sequence[str], folder: Path, environ: Mapping[str, str]) -> Cost:
    """Run a program in ``folder`` to its end. Raises ``RuntimeError`` with its last words where it fails."""
    with tempfile.TemporaryFile() as words:
        started = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environ}, stdout=words, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        waited = time.monotonic() - started
        if process.returncode:
            words.seek(0)
            raise RuntimeError(words.read().decode(errors="replace")[-2000:])
    return Cost(used.ru_utime + used.ru_stime, waited, used.ru_maxrss / 1000)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure: a machine has other things to do."""
    return Cost(
        statistics.median(cost.busy for cost in costs),
        statistics.median(cost.waited for cost in costs),
        statistics.median(cost.megabytes for cost in costs),
    )
