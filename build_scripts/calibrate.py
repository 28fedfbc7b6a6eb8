"""Fits the weights of confidence against labelled figures, and shows how far the figure can be believed.

    python -m build_scripts calibrate                      the reliability of the weights in use
    python -m build_scripts calibrate --fit                with weights fitted anew, whole and held out by document
    python -m build_scripts calibrate --fit --read-by REV  fitted on what the code of a git revision read
    python -m build_scripts calibrate --fit --write        … and written to resources/lexicon/weights.toml

The labels are those of tests/labels; ../shared/extraction/gold is shown beside them, but nothing is fitted on it, since
the rules were made with those reports in sight. A reading counts as right when value, unit and name are. Held out: the
weights for each document are fitted on all others. With --read-by an older revision can be named that had not yet been
mended on account of the labels: what it read is closer to what any report will be like. The sentences of the hard
cases that the revision did not know are judged with them, and so are the readings of tests/labels/first_sight: of
figures in passages of other reports, labelled before any rule had seen them.

Wrong readings count CAUTION times: a report of a place and year that nobody has looked at is read less well than
those whose labels the rules' authors could see. Weights of signs that the labels hardly hold are drawn to what was
thought of them beforehand, or to nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.calibrate_sentences import sentence_readings
from build_scripts.corpus_diff import read_one, tree_of
from build_scripts.environment import ROOT, SetUpError
from core.extract.confidence import confidence_of, signs_of_metric
from core.interchange.extraction import report_from
from core.lexicon import rule_names
from core.model import Report
from tests.labels.labels import Label, Labelled, every, load
from tests.labels.scoring import compare

GOLD = ROOT.parent / "shared" / "extraction" / "gold"
CORPUS = ROOT.parent / "shared" / "corpus"
#: Signs of readings of reports outside of the corpus, with counts of right and wrong ones.
FIRST_SIGHT = ROOT / "tests" / "labels" / "first_sight" / "readings.tsv"
WEIGHTS = ROOT / "resources" / "lexicon" / "weights.toml"
CAUTION = 1.3
#: What a weight costs: the evidence of a handful of figures moves it, that of one or two hardly does.
PENALTY = 2.0
STEPS = 400
#: What was thought of signs before any was counted.
PRIOR = {
    "indicator.clause": -1.5, "indicator.none": -2.0, "indicator.side": -0.5, "indicator.subject": -0.5,
    "trust.strange_unit": -1.0, "trust.cut_pair": -1.0, "trust.very_long_name": -1.0, "trust.listed": -0.5,
    "trust.no_period": -0.5, "trust.small_han": -0.5,
}
#: The signs that speak for a reading; the others of `trust` are doubts.
FOR = frozenset(("trust.known", "trust.measured"))
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)


@dataclass(frozen=True, slots=True)
class Case:
    """One reading: its document, its signs, and whether it is right."""

    document: str
    signs: tuple[str, ...]
    right: bool
    confidence: float


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; with --write the weights file is written. 1 where there are no labels."""
    arguments = _parser().parse_args(argv)
    try:
        tree = ROOT if arguments.read_by is None else tree_of(arguments.read_by)
        cases = read_cases(tree, [load(file) for file in every()])
        if arguments.read_by:
            cases += [
                Case(f"sentences, {row}", signs_of_metric(metric), right, metric.confidence)
                for row, metric, right in sentence_readings(tree, arguments.read_by)
            ]
            cases += first_sight(FIRST_SIGHT)
        gold = read_cases(tree, [_gold(file) for file in sorted(GOLD.glob("*.gold.json"))])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    if not arguments.fit:
        for title, judged in (("labels", cases), ("gold", gold)):
            print("\n".join(table(f"{title}, weights in use", [(case.confidence, case.right) for case in judged])))
        return 0
    weights = fit(cases)
    shown = list(table("labels, held out by document", held_out(cases)))
    print("\n".join(table("labels, fitted on all", scored(cases, weights))))
    print("\n".join(shown))
    print("\n".join(table("gold", scored(gold, weights))))
    print("\n".join(f"{name:28}{weight:7.2f}" for name, weight in sorted(weights.items())))
    if arguments.write:
        WEIGHTS.write_text(written(weights, cases, arguments.read_by, shown), "utf-8")
        print(f"written: {WEIGHTS}")
    return 0


def first_sight(file: Path) -> list[Case]:
    """The judged readings of a file of signs: passage, signs, how many readings with them were right and wrong."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [
        Case(passage, tuple(signs.split()), index < int(right), 0.0)
        for passage, signs, right, wrong in rows
        for index in range(int(right) + int(wrong))
    ]


def read_cases(tree: Path, labels: Sequence[Labelled]) -> list[Case]:
    """The readings that the code of a tree makes at the labelled places.

    Raises:
        SetUpError: there are no labels, or the tree cannot read one of the reports.
    """
    if not labels or not CORPUS.is_dir():
        raise SetUpError(f"no labelled reports: {CORPUS} is missing")
    reports = _reports(tree, [CORPUS / labelled.document for labelled in labels])
    return [
        case
        for labelled, report in zip(labels, reports, strict=True)
        if _stands(labelled, report)
        for case in _cases(labelled, report)
    ]


def _stands(labelled: Labelled, report: Report) -> bool:
    """Whether the tree has read the words of the file in the order that the labels know."""
    return all(report.text[one.start : one.end] == one.quote for one in labelled.labels)


def _reports(tree: Path, files: Sequence[Path]) -> list[Report]:
    told = [json.loads(line) for line in read_one(tree, files)]
    for one in told:
        if "error" in one:
            raise SetUpError(f"{one['file']}: {one['error']}")
    return [report_from(one["extraction"]) for one in told]


def _cases(labelled: Labelled, report: Report) -> Iterator[Case]:
    comparison = compare(labelled, report.metrics)
    judged = [*((pair.metric, pair.right_metric) for pair in comparison.pairs)]
    for metric, right in (*judged, *((metric, False) for metric in comparison.extra)):
        yield Case(labelled.document, signs_of_metric(metric), right, metric.confidence)


def _gold(file: Path) -> Labelled:
    """A wholly labelled report of the contract's own."""
    gold = json.loads(file.read_text("utf-8"))
    labels = tuple(
        Label(
            one["start"], one["end"], one["quote"], one["value"], None, one["unit"], tuple(one["kind"]), one["role"],
            (), None, one["bound"], one["rank"] or None, None, tuple(one["indicator"]),
        )
        for one in gold["metrics"]
    )
    return Labelled(gold["document"], ((0, sys.maxsize),), labels)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of base and signs by penalised logistic regression, found by Newton-like steps a coordinate at a time."""
    names = sorted({sign for case in cases for sign in case.signs} - {"indicator.catalogue"})
    weights = {"base": 2.0, **PRIOR, **{name: PRIOR.get(name, 0.0) for name in names}}
    sums = [weights["base"] + sum(weights[sign] for sign in case.signs) for case in cases]
    holding = {"base": range(len(cases))} | {
        name: [index for index, case in enumerate(cases) if name in case.signs] for name in names
    }
    for _ in range(STEPS):
        largest = 0.0
        for name, indices in holding.items():
            penalty = 0.01 if name == "base" else PENALTY
            prior = 2.0 if name == "base" else PRIOR.get(name, 0.0)
            slope, curve = penalty * (prior - weights[name]), penalty
            for index in indices:
                likely = 1 / (1 + math.exp(-sums[index]))
                count = 1.0 if cases[index].right else CAUTION
                slope += count * (cases[index].right - likely)
                curve += count * likely * (1 - likely)
            step = slope / curve
            weights[name] += step
            largest = max(largest, abs(step))
            for index in indices:
                sums[index] += step
        if largest < 1e-4:
            break
    # A doubt can only lower: that few plans without a year were read wrongly says nothing for a missing year.
    return {
        name: round(min(weight, 0.0) if name.startswith("trust.") and name not in FOR else weight, 2)
        for name, weight in weights.items()
    }


def held_out(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """Each document's readings with weights that were fitted on the others."""
    found: list[tuple[float, bool]] = []
    for document in dict.fromkeys(case.document for case in cases):
        weights = fit([case for case in cases if case.document != document])
        found += scored([case for case in cases if case.document == document], weights)
    return found


def scored(cases: Sequence[Case], weights: Mapping[str, float]) -> list[tuple[float, bool]]:
    """Confidence and truth of each reading under some weights."""
    return [(confidence_of(case.signs, weights), case.right) for case in cases]


def table(title: str, judged: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The reliability table: how many readings lie in each bin, how sure they are and how many are right."""
    yield f"\n{title}: {len(judged)} readings, {_share([right for _, right in judged])} right"
    yield "  confidence      count   share    mean   right"
    for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
        inside = [(sure, right) for sure, right in judged if low <= sure < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            yield (
                f"  {low:.2f} to {min(high, 1):.2f}{len(inside):9}{len(inside) / len(judged):8.1%}{mean:8.3f}"
                f"{_share([right for _, right in inside]):>8}"
            )
    sure = [right for confidence, right in judged if confidence >= 0.9]
    yield f"  0.90 and more{len(sure):8}{len(sure) / len(judged):8.1%}{'':8}{_share(sure):>8}"


def _share(rights: Sequence[bool]) -> str:
    return f"{sum(rights) / len(rights):.1%}" if rights else "-"


def written(
    weights: Mapping[str, float], cases: Sequence[Case], revision: str | None, shown: Sequence[str] = ()
) -> str:
    """The weights file, with a reliability table in its head."""
    documents = len({case.document for case in cases})
    by = f"as revision {revision} read them" if revision else "as they are read"
    lines = [
        "# Trust in a reading: a logistic sum of base, the rule that named the indicator, and signs for and against.",
        f"# Fitted by `python -m build_scripts calibrate` on {len(cases)} figures of {documents} documents, {by}.",
        *(f"# {line.strip(chr(10))}".rstrip() for line in shown),
        "", f"base = {weights['base']}",
    ]
    for group in ("indicator", "trust"):
        known = [name.partition(".")[2] for name in rule_names() if name.startswith(f"{group}.")]
        lines += ["", f"[{group}]"]
        lines += [f"{name} = {weights.get(f'{group}.{name}', 0.0)}" for name in known if name != "catalogue"]
    return "\n".join(lines) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m build_scripts calibrate", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--fit", action="store_true", help="fit weights instead of showing those in use")
    parser.add_argument("--read-by", metavar="REV", help="let the code of a git revision read the reports")
    parser.add_argument("--write", action="store_true", help="with --fit: write resources/lexicon/weights.toml")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
