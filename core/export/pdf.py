"""The review report as PDF: content from the project, set by typst in a process of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import resources
from core import workers
from core.export.glyphs import Json
from core.export.material import Material, gather
from core.export.review import review_data
from core.export.source import Reviewed
from core.export.writing import check_folder, replacing
from core.messages import PolicyReviewError
from core.project.errors import is_full
from core.vocabulary import Language

#: Seconds for the document, and further ones for each thousand characters of the report.
_PATIENCE = 120.0
_PATIENCE_PER_THOUSAND = 2.0
#: Rough share of the work that is done when typst starts, and how its share grows while it runs.
_STARTED = 0.25


def export_pdf(
    project: Reviewed, target: Path, *, language: Language, progress: Callable[[float], None] | None = None
) -> Path:
    """Write the review report; an older file of that name is replaced only when the new one is complete.

    `progress` is called with 0 to 1; if it raises, the work is called off and nothing is left behind.

    Raises:
        PolicyReviewError: the folder cannot be written, the target is open elsewhere, or typesetting failed.
    """
    tell = progress or _silent
    check_folder(target)
    tell(0.0)
    material = gather(project, language)
    data = review_data(material)
    tell(_STARTED)
    with tempfile.TemporaryDirectory(prefix="policy-review-") as folder, replacing(target) as beside:
        job = Path(folder, "job.json")
        job.write_text(json.dumps(_job(material, data, beside), ensure_ascii=False), encoding="utf-8")
        _run(job, _PATIENCE + _PATIENCE_PER_THOUSAND * len(material.report.text) / 1000, tell)
    tell(1.0)
    return target


def _silent(share: float) -> None:
    """Nobody wants to know."""


def _job(material: Material, data: dict[str, Json], output: Path) -> dict[str, Json]:
    templates = resources.path("templates")
    return {
        "template": str(templates / "review.typ"),
        "root": str(templates),
        "fonts": str(resources.path("fonts")),
        "data": data,
        "output": str(output),
        "timestamp": _timestamp(material),
    }


def _timestamp(material: Material) -> int:
    """The document's date in seconds: of the last decision, so that the same review gives the same file."""
    day = (material.settings["date"] or material.last_day())[:10]
    try:
        return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0


def _run(job: Path, patience: float, tell: Callable[[float], None]) -> None:
    log = job.with_name("log.txt")
    with log.open("wb") as errors:
        worker = subprocess.Popen(
            workers.command("--render", str(job)), stdin=subprocess.DEVNULL, stdout=errors, stderr=errors,
            env=workers.environment(), creationflags=workers.FLAGS,
        )
        try:
            _wait(worker, patience, tell)
        finally:
            if worker.poll() is None:
                worker.kill()
                worker.wait()
    _check(worker.returncode, job.with_name("result.json"), log)


def _wait(worker: subprocess.Popen[bytes], patience: float, tell: Callable[[float], None]) -> None:
    began = time.monotonic()
    while worker.poll() is None:
        spent = time.monotonic() - began
        if spent > patience:
            raise PolicyReviewError("pdf-timeout", seconds=f"{patience:.0f}")
        tell(min(0.95, _STARTED + spent / 20))
        try:
            worker.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue


def _check(code: int, result: Path, log: Path) -> None:
    if not result.exists():
        tail = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
        raise PolicyReviewError("pdf-failed", reason=tail[0] if tail else f"exit {code}")
    answer = json.loads(result.read_text(encoding="utf-8"))
    if not answer["ok"]:
        if is_full(failure := OSError(answer.get("errno"), answer["reason"])):
            raise failure  # told by whoever knows what was to be written
        raise PolicyReviewError("pdf-failed", reason=str(answer["reason"]).splitlines()[0])
