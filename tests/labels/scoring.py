"""A reading beside the labels of a person, by the rules of the contract's own scorer, within labelled passages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.model.report import Metric
from tests.labels.labels import Label, Labelled

FIELDS: dict[str, tuple[Callable[[Label], tuple[object, ...]], Callable[[Metric], object]]] = {
    "kind": (lambda label: label.kinds, lambda metric: metric.kind),
    "role": (lambda label: (label.role,), lambda metric: metric.role),
    "period": (lambda label: label.periods if any(label.periods) else (), lambda metric: metric.period),
    "bound": (lambda label: (label.bound,), lambda metric: metric.bound),
    "basis": (lambda label: (label.basis,) if label.basis else (), lambda metric: metric.basis),
    "rank": (lambda label: (label.rank,) if label.rank else (), lambda metric: metric.rank and metric.rank.position),
    "scope": (lambda label: (label.scope,) if label.scope else (), lambda metric: metric.scope),
}
_LOOSE = re.compile(r"[\s“”\"'‘’《》「」『』()（）的]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled figure and what was read at its place."""

    label: Label
    metric: Metric

    @property
    def right_quantity(self) -> bool:
        """The value and the unit are those of the label."""
        if not _same_value(self.label, self.metric):
            return False
        return self.label.rank is not None or _plain(self.metric.unit) == _plain(self.label.unit)

    @property
    def right_metric(self) -> bool:
        """The quantity is right, and its name is one of those accepted."""
        indicator = self.metric.indicator
        names = {_plain(indicator.text), _plain(indicator.canonical)} if indicator else set()
        return self.right_quantity and not names.isdisjoint(map(_plain, self.label.names))

    def right(self, field: str) -> bool | None:
        """Whether one field of FIELDS is right; None where the label does not judge it."""
        wanted, got = FIELDS[field]
        accepted = wanted(self.label)
        return got(self.metric) in accepted if accepted else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What agrees and what does not: figures of the person without a reading, and readings that no person made."""

    pairs: tuple[Pair, ...]
    missed: tuple[Label, ...]
    extra: tuple[Metric, ...]

    def f1(self, right: Callable[[Pair], bool]) -> float:
        """The harmonic mean of precision and recall of the pairs that are right; 0 where nothing is."""
        hits = sum(map(right, self.pairs))
        everything = 2 * len(self.pairs) + len(self.missed) + len(self.extra)
        return 2 * hits / everything if everything else 0.0

    def accuracy(self, field: str) -> float | None:
        """The share of the found figures with the field right; None where no label judges it."""
        judged = [right for pair in self.pairs if (right := pair.right(field)) is not None]
        return sum(judged) / len(judged) if judged else None

    def figures(self) -> dict[str, float | None]:
        """The score: F1 of quantities and metrics, and the accuracy of each field."""
        return {
            "quantity": self.f1(lambda pair: pair.right_quantity),
            "metric": self.f1(lambda pair: pair.right_metric),
            **{field: self.accuracy(field) for field in FIELDS},
        }

    def misses(self) -> list[str]:
        """One line a difference."""
        lines = [f"{label.start}\tmissed\t{label.quote}\t{label.names[0]}" for label in self.missed]
        lines += [f"{metric.value_span.start}\textra\t{metric.surface}\t{_name(metric)}" for metric in self.extra]
        for pair in self.pairs:
            label, metric = pair.label, pair.metric
            if not pair.right_quantity:
                lines.append(f"{label.start}\tvalue\t{label.quote}\t{metric.surface} = {metric.value} {metric.unit}")
            elif not pair.right_metric:
                lines.append(f"{label.start}\tname\t{label.quote}\t{label.names[0]}\t{_name(metric)}")
            for field, (wanted, got) in FIELDS.items():
                if pair.right(field) is False:
                    accepted = "|".join(map(str, wanted(label)))
                    lines.append(f"{label.start}\t{field}\t{label.quote}\t{accepted}\t{got(metric)}")
        return sorted(lines, key=lambda line: int(line.split("\t")[0]))


def compare(labelled: Labelled, metrics: Iterable[Metric]) -> Comparison:
    """Each label with the reading at its place: one of the right value first, else the one that lies in it most."""
    found = [one for one in metrics if labelled.covers(one.value_span.start, one.value_span.end)]
    used: set[int] = set()
    pairs, missed = [], []
    for label in labelled.labels:
        best: tuple[tuple[bool, float], int] | None = None
        for index, metric in enumerate(found):
            span = metric.value_span
            shared = min(span.end, label.end) - max(span.start, label.start)
            if index not in used and shared > 0:
                key = (_same_value(label, metric), shared / (span.end - span.start))
                best = max(best, (key, index)) if best else (key, index)
        if best is None:
            missed.append(label)
        else:
            used.add(best[1])
            pairs.append(Pair(label, found[best[1]]))
    return Comparison(tuple(pairs), tuple(missed), tuple(one for at, one in enumerate(found) if at not in used))


def together(comparisons: Iterable[Comparison]) -> Comparison:
    """Several documents scored as one."""
    every = list(comparisons)
    return Comparison(
        tuple(pair for one in every for pair in one.pairs),
        tuple(label for one in every for label in one.missed),
        tuple(metric for one in every for metric in one.extra),
    )


def _same_value(label: Label, metric: Metric) -> bool:
    if label.rank is not None:
        return metric.rank is not None and metric.rank.position == label.rank
    return metric.value is not None and abs(float(metric.value) - label.value) <= 1e-6 * max(1.0, abs(label.value))


def _plain(name: str) -> str:
    return _LOOSE.sub("", unicodedata.normalize("NFKC", name)).lower()


def _name(metric: Metric) -> str:
    indicator = metric.indicator
    if indicator is None:
        return "-"
    return indicator.text if indicator.text == indicator.canonical else f"{indicator.text} = {indicator.canonical}"
