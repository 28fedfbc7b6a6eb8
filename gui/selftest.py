"""The whole job without a screen, through the real window: open, judge, tag, attach, save, export, open again."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from core.messages import PolicyReviewError
from core.project import AddTag, AttachEvidence, EvidenceDraft, Project, SetConfidence, SetRationale, SetVerdict

_PATIENCE = 150.0
_RATIONALE = "与附上的统计资料核对一致。"
_EXCERPT = "自检用的证据：由程序写入输出文件夹，再附到陈述上。\n"


class SelfTestError(Exception):
    """One step of the job did not do what it should; str() says which."""


def main(argv: Sequence[str]) -> int:
    """Do the job on FILE or the first sample, leave project and PDF in a folder and say where; 0 when all is well."""
    parser = argparse.ArgumentParser(prog="policy-review", description="The whole job without a screen.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="a report, or a project (.prv)")
    parser.add_argument("--out", metavar="FOLDER", help="where project and PDF are left; otherwise a new folder")
    parser.add_argument("--headless", "--smoke", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args(list(argv))
    folder = Path(arguments.out or tempfile.mkdtemp(prefix="policy-review-")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # the user's own settings, recent projects and log are none of this job's business
    os.environ["POLICY_REVIEW_SETTINGS"] = str(folder / "settings.ini")
    os.environ["POLICY_REVIEW_DATA"] = str(folder / "data")
    try:
        return _Run(folder).do(Path(arguments.file).absolute() if arguments.file else None)
    except (SelfTestError, PolicyReviewError) as error:
        print(f"policy-review: {error}", file=sys.stderr)
        return 1


class _Run:
    """One run through the job."""

    def __init__(self, folder: Path) -> None:
        from gui.shell import Shell, make_application  # Qt reads its environment when it is loaded

        self._folder = folder
        self._application = make_application(sys.argv[:1])
        self._shell = Shell(self._application)
        self._window = self._shell.window
        self._faults: list[BaseException] = []
        self._window.opener.failed.connect(self._faults.append)
        self._window.opener.broke.connect(self._faults.append)
        self._window.exporting.failed.connect(self._faults.append)
        self._window.exporting.broke.connect(self._faults.append)
        self._window.session.failed.connect(self._faults.append)

    def do(self, file: Path | None) -> int:
        try:
            project = self._open(file)
            claim = self._review()
            pdf = self._export()
        finally:
            self._window.close()
            self._window.deleteLater()
        self._check(project, claim, pdf)
        print(f"Project: {project}")
        print(f"PDF: {pdf} ({pdf.stat().st_size:,} bytes)")
        return 0

    def _open(self, file: Path | None) -> Path:
        import seeds
        from gui import settings
        from gui.models.received import BEFORE_EACH

        settings.set_flag(BEFORE_EACH, False)  # nobody is here to look; the settings are this run's own
        source = file or seeds.samples()[0].file
        ready: list[bool] = []
        self._window.ready.connect(lambda: ready.append(True))
        self._window.show()
        if source.suffix.lower() == ".prv":
            self._window.open_file(source)
        else:
            copy = self._folder / source.name
            if not source.is_file():
                raise PolicyReviewError("no-such-file", name=source.name)
            copy.write_bytes(source.read_bytes())
            self._window.opener.open_report(copy, fresh=True)
        self._wait("the report opens", lambda: bool(ready))
        session = self._window.session
        if session.project is None or session.report is None:
            raise SelfTestError("no project is open")
        print(f"Opened: {session.report.source.name}, {len(session.report.sections)} sections, "
              f"{len(session.report.metrics)} figures, {len(session.claims())} claims")
        return session.project.path

    def _review(self) -> str:
        session, project = self._window.session, self._window.session.project
        claim = next((claim for claim in session.claims() if claim.metrics), None)
        claim = claim or next(iter(session.claims()), None)
        if claim is None or project is None:
            raise SelfTestError("the report has no claim to judge")
        note = self._folder / "evidence.txt"
        note.write_text(_EXCERPT, encoding="utf-8")
        session.select("claim", claim.id)
        draft = EvidenceDraft(kind="statistical_release", title="自检证据", locator="第1行")
        for edit in (
            AddTag(claim.id, project.tags()[0].id), SetVerdict(claim.id, "supported"), SetConfidence(claim.id, "high"),
            SetRationale(claim.id, _RATIONALE), AttachEvidence(claim.id, draft, file=note),
        ):
            if not session.do(edit):
                raise SelfTestError(f"{edit.kind} was not written: {self._faults[-1]}")
        self._application.processEvents()
        self._window.grab()  # the panes must survive being painted with all of it
        return claim.id

    def _export(self) -> Path:
        project = self._window.session.project
        if project is None:
            raise SelfTestError("the project is closed")
        target = self._folder / f"{project.path.stem}.pdf"
        written: list[object] = []
        self._window.exporting.written.connect(written.append)
        self._window.exporting.pdf(target)
        self._wait("the PDF is written", lambda: bool(written))
        return target

    def _check(self, path: Path, claim_id: str, pdf: Path) -> None:
        with Project.open(path, read_only=True) as project:
            claim = next((claim for claim in project.claims() if claim.id == claim_id), None)
            if claim is None or claim.verdict is None:
                raise SelfTestError("the verdict is not in the reopened project")
            kept = project.evidence_bytes(claim.evidence[-1].evidence) if claim.evidence else b""
            found = (claim.verdict.value, claim.verdict.rationale, len(claim.tags) > 0, kept)
            if found != ("supported", _RATIONALE, True, _EXCERPT.encode()):
                raise SelfTestError(f"the reopened project holds something else: {found}")
            problems = project.check()
            if problems:
                raise problems[0]
        if not pdf.read_bytes().startswith(b"%PDF-"):
            raise SelfTestError("the PDF is none")

    def _wait(self, what: str, met: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not met():
            self._application.processEvents()
            time.sleep(0.005)
            if self._faults:
                fault = self._faults[0]
                raise fault if isinstance(fault, PolicyReviewError) else SelfTestError(f"{what}: {fault!r}")
            if time.monotonic() > end:
                raise SelfTestError(f"{what}: not within {_PATIENCE:.0f} s")
