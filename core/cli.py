"""`policy-review extract | review | correct | export | verify | register`: the job without a window.

Exit codes: 0 done; 1 something a person can mend, in one sentence on standard error; 2 wrong use; 130 stopped by hand.
"""

from __future__ import annotations

import argparse
import codecs
import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from core.messages import PolicyReviewError, message
from core.vocabulary import Language, label
from core.workers import WORKERS

if TYPE_CHECKING:
    from core.model import Report
from core.model.headings import HeadingCorrection

#: What can be read; .doc and .wps need LibreOffice, pictures and scanned pages --recognise.
_KINDS = "txt, md, html, docx, pdf; doc, wps (with LibreOffice); png, jpg, tif, bmp, webp, gif (with --recognise)"
#: The words that select the command line; anything else is for the window.
COMMANDS = ("extract", "review", "correct", "export", "register", "verify")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; `argv` is what follows the program's name. Returns the exit code and never a traceback for
    what a person can mend."""
    _speak_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] and words[0] in WORKERS:
        return _work(words)
    try:
        arguments = _parser().parse_args(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    try:
        code = _RUN[arguments.command](arguments)
        sys.stdout.flush()
        return code
    except PolicyReviewError as error:
        print(error.sentence(arguments.language), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # whoever read our output has seen enough; Python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _work(words: Sequence[str]) -> int:
    """Be a worker of another process of ours. Each import is written out: what packs the application must see it."""
    if words[0] == "--render":
        from core.export import worker as render

        return render.main(words)
    from core.readers.printed import worker as pages

    return pages.main(words)


def _read(
    path: Path, arguments: argparse.Namespace, held: Sequence[HeadingCorrection] = ()
) -> tuple[Report, bytes]:
    """Read a report as the options say; at a terminal the password of an encrypted one is asked for.

    `held` are what a person said about the headings of the version before.
    """
    from core.pipeline import read_report
    from core.readers import ReadingOptions

    options = ReadingOptions(
        encoding=arguments.encoding, password=_password(arguments.password_file), recognise=arguments.recognise
    )
    while True:
        try:
            return read_report(path, options=options, held=held)
        except PolicyReviewError as error:
            if error.key not in ("password-needed", "wrong-password") or not sys.stdin.isatty():
                raise
            entered = getpass(f"{error.sentence(arguments.language)} ")
            if not entered:
                raise
            options = replace(options, password=entered)


def _password(file: str | None) -> str | None:
    """The first line of a file, so that the password stands neither on the command line nor in its history."""
    if file is None:
        return None
    try:
        return Path(file).read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyReviewError("read-failed", name=Path(file).name, reason=type(error).__name__) from error


def _known_encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise argparse.ArgumentTypeError(f"no such encoding: {name}") from error


def _extract(arguments: argparse.Namespace) -> int:
    from core.interchange.extraction import extraction

    source, target = Path(arguments.report), _path(arguments.out)
    _keep_apart(source, target)
    report, _ = _read(source, arguments)
    if arguments.explain:
        from core.explain import explained

        found = explained(report, arguments.language)
    else:
        found = extraction(report)
    written = json.dumps(found, ensure_ascii=False, indent=1)
    if target is None:
        print(written)
        return 0
    from core.export.writing import check_folder, replacing

    check_folder(target)
    with replacing(target) as beside:
        beside.write_text(written + "\n", encoding="utf-8")
    _tell("extraction-written", arguments.language, path=str(target))
    return 0


def _review(arguments: argparse.Namespace) -> int:
    from core.export.writing import check_folder
    from core.project import Project

    source, target, pdf = Path(arguments.report), Path(arguments.project), _path(arguments.pdf)
    for one, other in ((source, target), (source, pdf), (target, pdf)):
        _keep_apart(one, other)
    for place in (target, pdf):
        if place is not None:
            check_folder(place)
    if target.exists() and not arguments.force:
        raise PolicyReviewError("project-exists", name=target.name)
    report, original = _read(source, arguments)
    kept = _put_aside(target) if target.exists() else None
    try:
        project = Project.create(target, report, original, created_by=arguments.reviewer)
    except BaseException:
        if kept is not None and not target.exists():
            kept.rename(target)
        raise
    with project:
        _tell("project-made", arguments.language, path=str(target), **_counts(report))
        if kept is not None:
            _tell("project-kept", arguments.language, path=str(kept))
        if pdf is not None:
            from core.export.pdf import export_pdf

            export_pdf(project, pdf, language=arguments.language)
            _tell("pdf-written", arguments.language, path=str(pdf))
    return 0


def _correct(arguments: argparse.Namespace) -> int:
    from core.pipeline import read_again
    from core.project import Project, carried, corrections_in, replacement
    from core.text import on_one_line

    source, target, language = _path(arguments.report), Path(arguments.project), arguments.language
    with Project.open(target, read_only=arguments.dry_run) as project:
        if project.read_only_reason is not None:
            raise project.read_only_reason
        old, held = project.found(), corrections_in(project)
        if source is None:
            original = project.original()
            report = read_again(old, original, corrections=held)
        else:
            report, original = _read(source, arguments, held)
        if report == old:
            _tell("read-the-same", language, path=str(target))
            return 0
        correction = carried(project, report, original)
        for each in (*correction.of_state("moved"), *correction.of_state("orphan")):
            found = " … ".join(anchor.exact for anchor in each.after if anchor.state != "orphan")
            _tell(
                "carried-claim", language, number=str(each.claim.number), id=each.claim.id,
                state=label("anchor_state", each.state, language),
                before=on_one_line(each.claim.anchor.exact), after=on_one_line(found) or "—",
            )
        counts = {state: str(len(correction.of_state(state))) for state in ("ok", "moved", "orphan")}
        if not arguments.dry_run:
            project.do(replacement(held, correction))
        key = "would-be-replaced" if arguments.dry_run else "report-replaced"
        _tell(key, language, path=str(target), added=str(len(correction.added)), **counts)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from core.project import Project

    source = Path(arguments.project)
    pdf, interchange, tables = _path(arguments.pdf), _path(arguments.json), _path(arguments.csv)
    workbook = _path(arguments.xlsx)
    if pdf is None and interchange is None and tables is None and workbook is None:
        print(message("cli", "nothing-to-export", arguments.language), file=sys.stderr)
        return 2
    for target in (pdf, interchange, tables, workbook):
        _keep_apart(source, target)
    with Project.open(source, read_only=True) as project:
        if pdf is not None:
            from core.export.pdf import export_pdf

            export_pdf(project, pdf, language=arguments.language)
            _tell("pdf-written", arguments.language, path=str(pdf))
        if interchange is not None:
            from core.export.json import export_json

            export_json(project, interchange)
            _tell("json-written", arguments.language, path=str(interchange))
        if tables is not None:
            from core.export.csv import export_csv

            _make_folder(tables)
            export_csv(project, tables, language=arguments.language)
            _tell("csv-written", arguments.language, path=str(tables))
        if workbook is not None:
            from core.export.xlsx import export_xlsx

            export_xlsx(project, workbook, arguments.language)
            _tell("xlsx-written", arguments.language, path=str(workbook))
    return 0


def _register(arguments: argparse.Namespace) -> int:
    from core.registration import register, unregister

    places = unregister() if arguments.remove else register()
    known = "unregistered" if arguments.remove else "registered"
    _tell(known if places else "registered-by-system", arguments.language, path="\n".join(places))
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from core.project import Project

    source, language = Path(arguments.project), arguments.language
    with Project.open(source, read_only=True) as project:
        with project.at_one_moment():
            problems = project.check() + project.check_linked()
            facts = {
                "entries": str(sum(1 for _ in project.entries())) if not problems else "",
                "files": str(len(project.report_ids()) + sum(item.holding is not None for item in project.evidence())),
                "signatures": str(sum(len(version.sign_offs) for version in project.versions())),
                "content": project.content_hash(),
            }
        if not problems:
            _tell("verified", language, path=str(source), **facts)
            return 0
    print(message("cli", "not-verified", language, path=str(source), count=str(len(problems))), file=sys.stderr)
    for problem in problems:
        print(f"- {problem.sentence(language)}", file=sys.stderr)
    return 1


_RUN = {
    "extract": _extract, "review": _review, "correct": _correct, "export": _export, "register": _register,
    "verify": _verify,
}  # fmt: skip


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="policy-review",
        description="Review of Chinese policy reports (政策报告评审).",
        epilog="Without a command the window opens: policy-review [FILE …], reports or projects. "
        "policy-review --headless [FILE] does the whole job without a screen and says where.",
    )
    language = "--language"
    parser.add_argument(language, choices=("zh", "en"), default="zh", help="language of the output (default: zh)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    spoken = argparse.ArgumentParser(add_help=False)  # behind the command as well; unsaid there it changes nothing
    spoken.add_argument(language, choices=("zh", "en"), default=argparse.SUPPRESS, help="language of the output")

    read = argparse.ArgumentParser(add_help=False)
    read.add_argument(
        "--encoding", metavar="NAME", type=_known_encoding, help="of a text or web page, if it is detected wrongly"
    )
    read.add_argument(
        "--password-file", metavar="FILE", help="its first line opens an encrypted report (default: asked for)"
    )
    read.add_argument("--recognise", action="store_true", help="recognise the text of scanned pages (OCR)")

    extract = commands.add_parser(
        "extract", parents=[spoken, read], help="print what the program reads, as JSON (抽取)"
    )
    extract.add_argument("report", metavar="REPORT", help=_KINDS)
    extract.add_argument(
        "--explain", action="store_true", help="add why each field has its value, and which numbers were passed over"
    )
    extract.add_argument("--out", metavar="FILE", help="write to FILE instead of standard output")

    review = commands.add_parser("review", parents=[spoken, read], help="make a review project of a report (评审)")
    review.add_argument("report", metavar="REPORT", help=_KINDS)
    review.add_argument("--project", metavar="P.prv", required=True, help="the project file to make")
    review.add_argument("--pdf", metavar="OUT.pdf", help="also write the review report")
    review.add_argument("--reviewer", metavar="NAME", default=_user(), help="who reviews (default: the user's name)")
    review.add_argument("--force", action="store_true", help="if P.prv exists, keep it under another name")

    correct = commands.add_parser(
        "correct", parents=[spoken, read], help="put a corrected version of the report into a project (更正)"
    )
    correct.add_argument("project", metavar="P.prv", help="the project file")
    correct.add_argument(
        "report", metavar="REPORT", nargs="?",
        help=f"the corrected version ({_KINDS}); without it the same text is read again",
    )
    correct.add_argument("--dry-run", action="store_true", help="only say what would become of the claims")

    export = commands.add_parser("export", parents=[spoken], help="write reports and tables of a project (导出)")
    export.add_argument("project", metavar="P.prv", help="a project file; it is only read")
    export.add_argument("--pdf", metavar="OUT.pdf", help="the review report")
    export.add_argument("--json", metavar="OUT.json", help="the whole review for other programs")
    export.add_argument("--csv", metavar="FOLDER", help="one table a file")
    export.add_argument("--xlsx", metavar="FILE", help="all tables and the ledgers as a workbook")

    verify = commands.add_parser("verify", parents=[spoken], help="check log, files and signatures of a project (核验)")
    verify.add_argument("project", metavar="P.prv", help="a project file; it is only read")

    register = commands.add_parser("register", parents=[spoken], help="open .prv files with this program (关联)")
    register.add_argument("--remove", action="store_true", help="take it back")
    return parser


def _path(given: str | None) -> Path | None:
    return None if given is None else Path(given)


def _keep_apart(source: Path, target: Path | None) -> None:
    """No command may write over what it reads."""
    if target is not None and source.resolve() == target.resolve():
        raise PolicyReviewError("would-overwrite-input", name=target.name)


def _make_folder(folder: Path) -> None:
    """Make the folder for the tables, but not a whole path that may be a slip of the keys."""
    if not folder.parent.is_dir():
        raise PolicyReviewError("no-such-folder", name=str(folder.parent))
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _put_aside(project: Path) -> Path:
    """Move a project out of the way, under a name that is free."""
    number = 1
    while (kept := project.with_name(f"{project.stem}.{number}{project.suffix}")).exists():
        number += 1
    try:
        return project.rename(kept)
    except OSError as error:
        raise _unwritable(project, error) from error


def _unwritable(path: Path, error: OSError) -> PolicyReviewError:
    return PolicyReviewError("cannot-write", name=path.name, reason=error.strerror or type(error).__name__)


def _counts(report: Report) -> dict[str, str]:
    parts = ("sections", "metrics", "claims", "findings")
    return {part: str(len(getattr(report, part))) for part in parts}


def _tell(key: str, language: Language, **params: str) -> None:
    print(message("cli", key, language, **params))


def _user() -> str:
    """The name of whoever is at work, without asking a password database that some systems do not have."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""


def _speak_utf8() -> None:
    """Windows prints in the code page of the console; Chinese would stop the program there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
