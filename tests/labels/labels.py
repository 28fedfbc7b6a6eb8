"""Figures of real reports as a person read them: passages labelled whole, under the extraction contract.

A file holds places, numbers and quotes of a few words, never a sentence. Offsets are code points of the text as our
reader gives it. Everything in a passage that is a metric has a line; what the program finds there besides is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
_COLUMNS = (
    "start", "end", "quote", "value", "value_max", "unit", "kind", "role", "period", "basis", "bound", "rank", "scope",
    "names",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """One figure: [start, end) is the number with its unit; several kinds, periods and names may be accepted, and a
    period that cannot be told is not judged.

    `value` is in the base unit. `basis` is None where it is not judged, as is an
    empty period; `rank` is None where the figure is no place.
    """

    start: int
    end: int
    quote: str
    value: float
    value_max: float | None
    unit: str
    kinds: tuple[str, ...]
    role: str
    periods: tuple[str, ...]
    basis: str | None
    bound: str
    rank: int | None
    scope: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document of the corpus, with the passages that were read and the figures in them.

    `doubtful` are places at which the contract does not settle whether there is a figure: nothing there is judged.
    """

    document: str
    passages: tuple[tuple[int, int], ...]
    labels: tuple[Label, ...]
    doubtful: tuple[tuple[int, int], ...] = ()

    def covers(self, start: int, end: int) -> bool:
        """Whether a span lies in a passage that was read, and not at a doubtful place."""
        if any(start < last and first < end for first, last in self.doubtful):
            return False
        return any(first <= start and end <= last for first, last in self.passages)


def every(folder: Path = FOLDER) -> list[Path]:
    """The files of labelled figures, in the order of their names; those of headings are others."""
    return sorted(file for file in folder.glob("*.tsv") if not file.name.endswith(".headings.tsv"))


def load(file: Path) -> Labelled:
    """The labels of one file. Raises ValueError for a line that is none."""
    document, passages, labels, doubtful = "", [], [], []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if fields[0] == "#document":
            document = fields[1]
        elif fields[0] == "#passage":
            passages.append((int(fields[1]), int(fields[2])))
        elif fields[0] == "#doubtful":
            doubtful.append((int(fields[1]), int(fields[2])))
        elif line and not line.startswith("#"):
            if len(fields) != len(_COLUMNS):
                raise ValueError(f"{file.name}, line {number}: {len(fields)} fields, not {len(_COLUMNS)}")
            labels.append(_label(dict(zip(_COLUMNS, fields, strict=True))))
    return Labelled(document, tuple(passages), tuple(labels), tuple(doubtful))


def save(file: Path, labelled: Labelled) -> None:
    """Write the labels, one a line, in the order of the text."""
    lines = [f"#document\t{labelled.document}"]
    lines += [f"#passage\t{start}\t{end}" for start, end in sorted(labelled.passages)]
    lines += [f"#doubtful\t{start}\t{end}" for start, end in sorted(labelled.doubtful)]
    lines.append("#" + "\t".join(_COLUMNS))
    lines += [_line(label) for label in sorted(labelled.labels, key=lambda label: (label.start, label.end))]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _label(row: dict[str, str]) -> Label:
    return Label(
        start=int(row["start"]),
        end=int(row["end"]),
        quote=row["quote"],
        value=float(row["value"]),
        value_max=float(row["value_max"]) if row["value_max"] else None,
        unit=row["unit"],
        kinds=tuple(row["kind"].split("|")),
        role=row["role"],
        periods=tuple(filter(None, row["period"].split("|"))),
        basis=row["basis"] or None,
        bound=row["bound"],
        rank=int(row["rank"]) if row["rank"] else None,
        scope=row["scope"] or None,
        names=tuple(row["names"].split("|")),
    )


def _line(label: Label) -> str:
    def shown(value: float | None) -> str:
        return "" if value is None else f"{value:.12g}"

    fields = (
        label.start, label.end, label.quote, shown(label.value), shown(label.value_max), label.unit,
        "|".join(label.kinds), label.role, "|".join(label.periods), label.basis or "", label.bound, label.rank or "",
        label.scope or "", "|".join(label.names),
    )  # fmt: skip
    return "\t".join(map(str, fields))
