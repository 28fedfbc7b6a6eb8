"""What a project holds, read from its open file and kept in memory until an edit touches it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.model import ClaimLink, Evidence, EvidenceLink, FigureDecision, Hit, LedgerEntry, Report, Tag, Version
from core.model.pair import Pair
from core.model.particulars import Particulars
from core.model.records import uncollected
from core.project import audit, figures, files, hits, integrity, linked, rows, versions
from core.project.changes import Changes, RowChange
from core.project.claims import Claims, ReviewClaims
from core.project.errors import ProjectError, named_errors
from core.project.history import History, LogEntry
from core.project.linked import LinkState
from core.project.particulars import KEYS
from core.project.reports import ReadReport
from core.project.stored import report_of

_EVIDENCE = "SELECT * FROM evidence ORDER BY length(no), no"
_LINKS = (
    "SELECT evidence_link.* FROM evidence_link JOIN evidence ON evidence.id = evidence ORDER BY claim, length(no), no"
)


class Contents:
    """The reading half of `Project`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._history = History(connection)
        self._ids: tuple[str, ...] = ()
        self._found: dict[str, Report] = {}
        self._reports: dict[str, ReadReport] = {}
        self._claims: dict[str, ReviewClaims] = {}
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self._tags: tuple[Tag, ...] | None = None
        self._evidence: tuple[Evidence, ...] | None = None
        self._versions: tuple[Version, ...] = ()
        self._settings: dict[str, str] | None = None
        self._ledgers: tuple[LedgerEntry, ...] | None = None

    def report_ids(self) -> tuple[str, ...]:
        """The ids of the reports, the one under review first."""
        if not self._ids:
            found = self._rows("SELECT report FROM edition ORDER BY position, report")
            self._ids = tuple(str(row["report"]) for row in found)
        if not self._ids:
            raise ProjectError("project-damaged", name=self.path.name)
        return self._ids

    def report(self, report_id: str | None = None) -> Report:
        """A report as it is read, its figures as people decided; the one under review by default.

        Raises:
            ProjectError: "gone", or what the file holds cannot be understood.
        """
        return self._read(report_id).report

    def pairs(self, report_id: str | None = None) -> tuple[Pair, ...]:
        """The targets of a report beside what came of them; found once."""
        return self._read(report_id).pairs

    def found(self, report_id: str | None = None) -> Report:
        """A report as the program alone read it."""
        return self._as_found(report_id or self.report_ids()[0])

    def figures(self, report_id: str | None = None) -> tuple[FigureDecision, ...]:
        """What people decided about figures of a report, in the order of its text."""
        key = report_id or self.report_ids()[0]
        length = len(self._as_found(key).text)
        held = self._rows("SELECT * FROM figure WHERE report = ? ORDER BY span_start, span_end, id", key)
        return tuple(figures.decision_from(dict(row), length) for row in held)

    def original(self, report_id: str | None = None) -> bytes:
        """The report's file, byte for byte as it was received, verified.

        Raises:
            ProjectError: "gone", or "original-damaged".
        """
        key = report_id or self.report_ids()[0]
        found = self._rows("SELECT file FROM report WHERE id = ?", key)
        if not found:
            raise ProjectError("gone", name=key)
        with named_errors(self.path.name):
            return files.read(self._connection, found[0]["file"], ProjectError("original-damaged", name=key))

    def claims(self, report_id: str | None = None) -> Claims:
        """All claims of a report in the order of its text, the program's and people's together, as they are now.

        Each is made when it is first asked for; what is given out does not change with later edits.
        """
        read = self._read(report_id)
        with named_errors(self.path.name):
            if read.id not in self._claims:
                self._claims[read.id] = ReviewClaims(self._connection, read)
            return self._claims[read.id].all()

    def hits(self, report_id: str | None = None) -> tuple[Hit, ...]:
        """The program's findings in a report, each with its answer."""
        read = self._read(report_id)
        with named_errors(self.path.name):
            if read.id not in self._hits:
                self._hits[read.id] = hits.answered_hits(self._connection, read)
            return self._hits[read.id]

    def tags(self) -> tuple[Tag, ...]:
        """The codebook in its order."""
        if self._tags is None:
            self._tags = tuple(map(rows.tag_from, self._rows("SELECT * FROM tag ORDER BY position, id")))
        return self._tags

    def evidence(self) -> tuple[Evidence, ...]:
        """The register, by number."""
        if self._evidence is None:
            self._evidence = tuple(map(rows.evidence_from, self._rows(_EVIDENCE)))
        return self._evidence

    def links(self) -> tuple[EvidenceLink, ...]:
        """What is attached to what."""
        return tuple(map(rows.link_from, self._rows(_LINKS)))

    def claim_links(self) -> tuple[ClaimLink, ...]:
        """How claims stand to one another."""
        return tuple(map(rows.claim_link_from, self._rows("SELECT * FROM claim_link ORDER BY claim, other")))

    def ledger_entries(self) -> tuple[LedgerEntry, ...]:
        """What people filled into the ledgers."""
        if self._ledgers is None:
            found = self._rows("SELECT * FROM ledger_entry ORDER BY claim, indicator")
            self._ledgers = tuple(map(rows.ledger_entry_from, found))
        return self._ledgers

    def pins(self) -> tuple[str, ...]:
        """The charts that stand in the review document, in their order."""
        return tuple(str(row["chart"]) for row in self._rows("SELECT chart FROM pin ORDER BY position, chart"))

    def versions(self) -> tuple[Version, ...]:
        """The versions of the review with their signatures, the present one last; it says whether it is locked."""
        if not self._versions:
            with named_errors(self.path.name):
                self._versions = versions.versions(self._connection)
        if not self._versions:
            raise ProjectError("project-damaged", name=self.path.name)
        return self._versions

    def linked_files(self) -> tuple[Evidence, ...]:
        """The evidence whose files are not in the project: empty, and this one file is all that the review needs."""
        return tuple(item for item in self.evidence() if item.holding == "linked")

    def look_for(self, evidence_id: str, progress: files.Progress = files.no_progress) -> tuple[Path | None, LinkState]:
        """Where a linked file is, and whether it is present, changed or missing; it is read whole."""
        item = self._evidence_item(evidence_id)
        return linked.look(self.path.parent, item.linked_paths, item.sha256, item.size, progress)

    def file_state(self, item: Evidence) -> LinkState | None:
        """Whether the file of a piece of evidence is the one of its SHA-256, wherever it is; None if it has none.

        The file is read whole.
        """
        if item.sha256 is None:
            return None
        if item.holding == "linked":
            return linked.look(self.path.parent, item.linked_paths, item.sha256, item.size)[1]
        with named_errors(self.path.name):
            return "present" if files.matches(self._connection, item.sha256) else "changed"

    def evidence_bytes(self, evidence_id: str) -> bytes:
        """The file of a piece of evidence, verified, wherever it is.

        Raises:
            ProjectError: it has none, or its SHA-256 is another.
        """
        item = self._evidence_item(evidence_id)
        if item.holding == "linked":
            content = self._linked(item).read_bytes()
            if hashlib.sha256(content).hexdigest() != item.sha256:
                raise ProjectError("linked-changed", name=item.no, file=item.file_name or "")
            return content
        with named_errors(self.path.name):
            return files.read(self._connection, _sha256(item), ProjectError("evidence-damaged", name=item.no))

    def write_evidence(self, evidence_id: str, target: Path) -> Path:
        """Write the file of a piece of evidence to `target`, replacing what is there, or under a free name into the
        folder `target`; gives the place. Names inside the project never lead out of that folder.

        Raises:
            ProjectError: it has none, its SHA-256 is another, or the place cannot be written.
        """
        item = self._evidence_item(evidence_id)
        sha256 = _sha256(item)
        if target.is_dir():
            target = _free_name(target, f"{item.no}_{item.file_name or 'file'}")
        if item.holding == "linked":
            changed = ProjectError("linked-changed", name=item.no, file=item.file_name or "")
            files.copy(self._linked(item), sha256, target, changed)
        else:
            files.write(self._connection, sha256, target, ProjectError("evidence-damaged", name=item.no))
        return target

    def setting(self, key: str, default: str = "") -> str:
        """A word of the review as a whole: `reviewer`, `language`, `scope` …"""
        if self._settings is None:
            found = self._rows("SELECT key, value FROM setting")
            self._settings = {str(row["key"]): str(row["value"]) for row in found}
        return self._settings.get(key, default)

    def particulars(self) -> Particulars:
        """What the report is: as a person said; title and place as the report itself says until then."""
        report = self.report()
        named = {"title": report.title or "", "place": report.place or ""}
        return Particulars(**{name: self.setting(key, named.get(name, "")) for name, key in KEYS.items()})

    def identity(self) -> integrity.Identity:
        """Which project this is."""
        with named_errors(self.path.name):
            return integrity.identity(self._connection)

    def history(self, subject_id: str) -> tuple[LogEntry, ...]:
        """What happened to a claim, a piece of evidence, a tag, a hit or a setting, the oldest first."""
        with named_errors(self.path.name):
            return self._history.about(subject_id)

    def entries(self) -> Iterator[tuple[LogEntry, tuple[RowChange, ...]]]:
        """The whole log from the first entry on, each with the rows that it changed."""
        with named_errors(self.path.name):
            yield from self._history.entries()

    def content_hash(self) -> str:
        """SHA-256 of the reports, all decisions and the evidence: the same content has the same hash."""
        with named_errors(self.path.name):
            return integrity.content_hash(self._connection)

    def check(self) -> list[ProjectError]:
        """What is wrong with the file: its structure, the hash of every file in it, the log's chain, and whether log
        and signatures are those of what the review says; empty if sound. Reads everything.
        """
        with named_errors(self.path.name):
            found = integrity.check(self._connection, self.path.name)
            if all(problem.key == "rows-not-of-log" for problem in found):
                found += audit.problems(self._connection)
            return found

    def check_linked(self, progress: files.Progress = files.no_progress) -> list[ProjectError]:
        """The linked files that are missing, or are no longer those that were linked; each is read whole."""
        found = []
        for item in self.linked_files():
            _, state = linked.look(self.path.parent, item.linked_paths, item.sha256, item.size, progress)
            if state != "present":
                found.append(ProjectError(f"linked-{state}", name=item.no, file=item.file_name or ""))
        return found

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """All that is read inside is of one state of the file, though a window goes on writing it.

        For an export from a file opened `read_only`. Edits of the writer wait for the end of it, so keep it short.
        """
        with named_errors(self.path.name):
            self._connection.execute("BEGIN")
            try:
                self._connection.execute("SELECT 1 FROM book").fetchone()  # the state is taken at the first reading
                self._forget()
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def _read(self, report_id: str | None) -> ReadReport:
        key = report_id or self.report_ids()[0]
        if key not in self._reports:
            found, decided = self._as_found(key), self.figures(key)
            with uncollected():
                self._reports[key] = ReadReport(key, figures.corrected(found, decided))
        return self._reports[key]

    def _as_found(self, key: str) -> Report:
        if key not in self._found:
            found = self._rows("SELECT text, extraction FROM report WHERE id = ?", key)
            if not found:
                raise ProjectError("project-damaged" if key in self.report_ids() else "gone", name=key)
            with uncollected():
                self._found[key] = report_of(found[0]["text"], found[0]["extraction"], self.path.name)
        return self._found[key]

    def _forget(self, changes: Changes | None = None) -> None:
        """Read again, when asked, what the changes touched, or everything."""
        if changes is not None and changes.reports:
            changes = None
        order = None if self._tags is None else [tag.id for tag in self._tags]
        if changes is None or changes.tags:
            self._tags = None
        if changes is None or changes.evidence:
            self._evidence = None
        if changes is None or changes.signed:
            self._versions = ()
        if changes is None or changes.settings:
            self._settings = None
        if self._ledgers is not None and (changes is None or changes.claims):
            self._ledgers = None
            if changes is not None:
                self.ledger_entries()  # few, and asked for with each claim that is shown
        if changes is None or changes.hits:
            self._hits.clear()
        if changes is not None and changes.figures:
            self._hits.clear()
            self._claims.clear()
            self._reports.clear()
        if changes is None:
            self._ids = ()
            self._claims.clear()
            self._reports.clear()
            self._found.clear()
        elif changes.tags and order != [tag.id for tag in self.tags()]:
            self._claims.clear()  # tags stand in the codebook's order
        else:
            for claims in self._claims.values():
                claims.refresh(changes.claims)

    def _linked(self, item: Evidence) -> Path:
        place, state = linked.look(self.path.parent, item.linked_paths, item.sha256, item.size)
        if place is None or state != "present":
            raise ProjectError(f"linked-{state}", name=item.no, file=item.file_name or "")
        return place

    def _evidence_item(self, key: str) -> Evidence:
        item = next((item for item in self.evidence() if item.id == key), None)
        if item is None:
            raise ProjectError("gone", name=key)
        return item

    def _rows(self, command: str, *parameters: str) -> list[sqlite3.Row]:
        with named_errors(self.path.name):
            return self._connection.execute(command, parameters).fetchall()


def _sha256(item: Evidence) -> str:
    if item.sha256 is None:
        raise ProjectError("evidence-without-file", name=item.no)
    return item.sha256


def _free_name(folder: Path, name: str) -> Path:
    place = folder / files.safe_name(name, "file")
    stem, ending = place.stem, place.suffix
    number = 1
    while place.exists() or place.is_symlink():
        number += 1
        place = folder / f"{stem}-{number}{ending}"
    return place
