"""Reads reports with the code of one tree: called by corpus_diff in a process of its own for each tree.

    python corpus_worker.py TREE FILE...

prints one JSON object a file: {"file": …, "extraction": {…}} or {"file": …, "error": "…"}. It imports nothing
but the tree's `core`, so that trees of any age can be read with it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Read the files that the command line names; a file that cannot be read is told, not raised."""
    tree, *files = sys.argv[1:]
    sys.path.insert(0, tree)
    from core.interchange.extraction import extraction
    from core.pipeline import read_report

    for file in files:
        told: dict[str, object] = {"file": file}
        try:
            told["extraction"] = extraction(read_report(Path(file))[0], explain=True)
        except Exception as error:  # what a tree of another age may raise is not known here
            told["error"] = f"{type(error).__name__}: {error}"
        sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
