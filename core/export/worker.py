"""The process that sets the review report in type and ends: each document takes memory that typst does not give back.

Called with the path of a job, JSON: `template`, `root`, `fonts`, `data`, `output`, `timestamp`. Writes the PDF to
`output` and says how it went in `result.json` beside the job.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str]) -> int:
    """Do the job named by the last argument; 0 when the PDF is there, 1 when not.

    Never raises: the reason is in the result file, for the process that waits.
    """
    job = Path(argv[-1])
    result: dict[str, object]
    try:
        result = _render(json.loads(job.read_text(encoding="utf-8")))
    except Exception as error:  # the parent must learn of anything that goes wrong here
        result = {"ok": False, "reason": f"{type(error).__name__}: {error}", "errno": getattr(error, "errno", None)}
    job.with_name("result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    return 0 if result["ok"] else 1


def _render(job: dict[str, object]) -> dict[str, object]:
    import typst

    timestamp = job["timestamp"]
    document, warnings = typst.compile_with_warnings(
        str(job["template"]),
        root=str(job["root"]),
        font_paths=[str(job["fonts"])],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(job["data"], ensure_ascii=False)},
        timestamp=timestamp if isinstance(timestamp, int) else None,
    )
    messages = [warning.message for warning in warnings]
    # typst only warns at an unknown family and sets nothing: that must not pass for a document
    unknown = [message for message in messages if "font" in message]
    if unknown:
        return {"ok": False, "reason": "; ".join(unknown)}
    Path(str(job["output"])).write_bytes(document)
    return {"ok": True, "warnings": messages}


if __name__ == "__main__":
    sys.exit(main(sys.argv))
