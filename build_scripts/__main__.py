"""`python -m build_scripts run | test | lint | bundle | package | smoke | translations | corpus-diff | calibrate`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from build_scripts import debian, smoke_check, system
from build_scripts.environment import ROOT, SetUpError, ensure

SAMPLE = ROOT / "seeds" / "digest-2024.txt"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one of the project's own commands; the environment is made first where it is missing."""
    words = list(sys.argv[1:] if argv is None else argv)
    # A developer's command has its own words, --help among them.
    own = words[1:] if words[:1] and words[0] in OWN_WORDS else []
    arguments, rest = _parser().parse_known_args(words[:1] if own else words)
    rest = own or rest
    try:
        return int(COMMANDS[arguments.command](arguments, rest))
    except SetUpError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"Failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return error.returncode or 1


def run(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """Open the window on a sample report, or do the same job without a screen (`--headless`)."""
    python = _ready(arguments, developer=False, screen=not arguments.headless)
    given = list(rest)
    if not any(not word.startswith("-") for word in given):
        given.append(str(SAMPLE))
    if arguments.headless:
        given.append("--headless")
    return _call(python, "-m", "gui", *given, screen=not arguments.headless)


def test(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """The whole test suite on all cores; further words go to pytest (`-n 0` for one process).

    There is one process more than there are cores: a third of its time a test of the window waits, for a timer, the
    disk, or a program that it has started.
    """
    python = _ready(arguments, developer=True)
    # Each core and a hundred programs of the tests load the same modules: compiled once, not by each of them.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return _call(python, "-m", "pytest", "-n", str((os.cpu_count() or 1) + 1), *rest, screen=False)


def lint(arguments: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Format, style, types and the direction of imports."""
    python = _ready(arguments, developer=True)
    checks = (("ruff", "check", "."), ("mypy", "core", "gui", "resources", "seeds", "build_scripts"))
    worst = max(_call(python, "-m", *check, screen=False) for check in checks)
    return max(worst, _call(python, "-c", "from importlinter.cli import lint_imports_command as c; c()", screen=False))


def bundle(arguments: argparse.Namespace, _rest: Sequence[str]) -> int:
    """The packaged application, in `.build/dist/policy-review`; with `--ocr` it can also read scanned pages."""
    python = _ready(arguments, developer=True)
    work = ROOT / ".build"
    os.environ["POLICY_REVIEW_OCR"] = "1" if arguments.ocr else "0"
    return _call(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
                 "--distpath", work / "dist", "--workpath", work / "work",
                 ROOT / "build_scripts" / "policy_review.spec", screen=False)


def package(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """The application built anew and packed for Debian and Ubuntu, in `.build/dist`."""
    debian.require_tools()
    # Qt's libraries for a window come into the application from this machine, if it has them.
    _ready(arguments, developer=True, screen=True)
    built = bundle(arguments, rest)
    if built:
        return built
    application = smoke_check.executable().parent
    made = debian.build(application, application.parent)
    print(f"{made.relative_to(ROOT)} ({made.stat().st_size / 1e6:.0f} MB); install it with\n  sudo apt install {made}")
    return 0


def smoke(arguments: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Build the application unless it stands, then let it do the whole job by itself and quit."""
    if not smoke_check.executable().exists() or arguments.fresh:
        built = bundle(arguments, ())
        if built:
            return built
    return smoke_check.run()


def translations(arguments: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Collect the window's words into resources/translations/*.ts and compile them."""
    python = _ready(arguments, developer=True)
    return _call(python, "-m", "build_scripts.translations", screen=False)


def corpus_diff(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """What the working tree's reading rules gain and lose against a revision, over whole folders of reports."""
    python = _ready(arguments, developer=True)
    return _call(python, "-m", "build_scripts.corpus_diff", *rest, screen=False)


def calibrate(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """How far the confidence of a reading can be believed; fits its weights against the labelled reports."""
    python = _ready(arguments, developer=True)
    return _call(python, "-m", "build_scripts.calibrate", *rest, screen=False)


COMMANDS = {
    function.__name__.replace("_", "-"): function
    for function in (run, test, lint, bundle, package, smoke, translations, corpus_diff, calibrate)
}
OWN_WORDS = ("corpus-diff", "calibrate")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m build_scripts", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--headless", action="store_true", help="run: do the job without a screen")
    parser.add_argument("--system", action="store_true", help="install missing system libraries first (Debian, Ubuntu)")
    parser.add_argument("--ocr", action="store_true",
                        help="run, test: install text recognition for scanned reports; bundle, package: carry it too")
    parser.add_argument("--fresh", action="store_true", help="smoke: build again")
    return parser


def _ready(arguments: argparse.Namespace, *, developer: bool, screen: bool = False) -> Path:
    python = ensure(developer=developer, ocr=arguments.ocr)
    system.require_qt(python, screen=screen, install=arguments.system)
    return python


def _call(python: Path, *words: str | Path, screen: bool) -> int:
    environment = dict(os.environ, PYTHONUTF8="1")
    if not screen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.run([python, *words], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
