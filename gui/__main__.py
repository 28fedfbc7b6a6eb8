"""`policy-review`: a command when the first word is one, otherwise the window; commands import nothing heavy."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from core import cli
from core.workers import WORKERS

#: First words that never need a window: commands, the calls of workers, and the command line's own help.
_WITHOUT_WINDOW = frozenset({*cli.COMMANDS, *WORKERS, "-h", "--help"})

#: Words that ask for the whole job without a screen, from source and in the packaged application.
_SCREENLESS = frozenset({"--headless", "--smoke"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the words after the program's name ask for and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if any(word in _WITHOUT_WINDOW for word in _first(words)):
        return cli.main(words)
    if not _SCREENLESS.isdisjoint(words):
        from gui import selftest

        return selftest.main(words)
    from gui import app

    return app.main(words)


def _first(words: Sequence[str]) -> Sequence[str]:
    """The word that decides; the language may be said before it."""
    if words[:1] == ["--language"]:
        return words[2:3]
    return words[1:2] if words and words[0].startswith("--language=") else words[:1]


if __name__ == "__main__":
    sys.exit(main())
