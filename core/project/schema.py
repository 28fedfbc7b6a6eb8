"""The project file on one page: a SQLite database that explains itself.

The statements below are kept inside the file, comments and all (`SELECT sql FROM sqlite_schema`). Offsets are Unicode
code points, half open; times are ISO 8601 with zone; ids are text. What the program found is in `report`; what people
decided is in `claim` to `setting`; `log`, `step` and `book` are the file's own record. A file is opened only if its
statements are exactly these, so a crafted trigger or view never runs. Only tables of short rows are WITHOUT ROWID:
to find a key there SQLite reads the row, however long.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

#: Bytes 68 to 71 of the file: PRV1.
APPLICATION_ID = 0x50525631

#: Bytes 60 to 63. A change of the statements below raises it and adds a step to `migrations.MIGRATIONS`.
VERSION = 1

STATEMENTS = """
CREATE TABLE file (          -- bytes, each content once: reports as received, evidence. Never changed, never removed
    sha256 TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE report (        -- what was read, and what the program found in it
    id TEXT NOT NULL PRIMARY KEY,          -- r1, r2 …
    position INTEGER NOT NULL,             -- the first is the report under review
    file TEXT NOT NULL REFERENCES file(sha256),
    text TEXT NOT NULL,                    -- every offset points into it; never changed
    extraction TEXT NOT NULL               -- JSON, policy-review/extraction without its text
) STRICT;

CREATE TABLE claim (         -- what a person decided about a claim, or a claim that a person marked
    id TEXT NOT NULL PRIMARY KEY,          -- r1.c4: the program's; r1.u5f2a9c01: a person's
    report TEXT NOT NULL REFERENCES report(id),
    origin TEXT NOT NULL CHECK (origin IN ('program', 'person')),
    span_start INTEGER NOT NULL,           -- the anchor: place, quote, 32 characters before and behind
    span_end INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    types TEXT NOT NULL,                   -- words with a space between
    verdict TEXT,
    confidence TEXT,
    rationale TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    note TEXT NOT NULL,
    dismissed TEXT,                        -- the reason
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_by TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE tag (           -- the codebook
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    colour TEXT NOT NULL,                  -- #RRGGBB
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_tag (
    claim TEXT NOT NULL REFERENCES claim(id),
    tag TEXT NOT NULL REFERENCES tag(id),
    PRIMARY KEY (claim, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_tag_by_tag ON claim_tag(tag);

CREATE TABLE evidence (      -- the register
    id TEXT NOT NULL PRIMARY KEY,
    no TEXT NOT NULL UNIQUE,               -- E-0001; a number is never given twice
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    url TEXT,
    excerpt TEXT NOT NULL,
    file_name TEXT,
    media_type TEXT,
    sha256 TEXT REFERENCES file(sha256),
    size INTEGER,
    provider TEXT NOT NULL,
    published_on TEXT,
    retrieved_at TEXT NOT NULL,
    retrieved_by TEXT NOT NULL,
    locator TEXT NOT NULL,
    reliability TEXT,                      -- A to F
    credibility TEXT,                      -- 1 to 6
    notes TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_by TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence_link (
    claim TEXT NOT NULL REFERENCES claim(id),
    evidence TEXT NOT NULL REFERENCES evidence(id),
    stance TEXT NOT NULL,
    PRIMARY KEY (claim, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_link_by_evidence ON evidence_link(evidence);

CREATE TABLE hit_answer (    -- a person's answer to a finding of the program
    id TEXT NOT NULL PRIMARY KEY,          -- report, check, and a hash of the words that were hit
    report TEXT NOT NULL REFERENCES report(id),
    quote TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (       -- of the review: reviewer, language, scope …
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log (           -- append-only: who did what when, with the rows before and after
    seq INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('create', 'do', 'undo', 'redo')),
    kind TEXT NOT NULL,                    -- the edit's
    subject TEXT NOT NULL,
    changes TEXT NOT NULL,                 -- JSON: [[table, [key], columns before or null, columns after or null], …]
    previous TEXT NOT NULL,                -- hash of the entry before
    hash TEXT NOT NULL                     -- SHA-256 over the JSON array of the columns before this one
) STRICT;

CREATE TABLE log_subject (   -- which entries are about what
    subject TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES log(seq),
    PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (          -- what undo takes back, and redo makes again: entries first to last of the log
    position INTEGER NOT NULL PRIMARY KEY,
    first INTEGER NOT NULL REFERENCES log(seq),
    last INTEGER NOT NULL REFERENCES log(seq)
) STRICT;

CREATE TABLE book (          -- the file's own: id, created_at, created_by, undo_position, last_evidence_number
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of decisions: its key columns first, then the others."""

    key: tuple[str, ...]
    columns: tuple[str, ...]


_WHO_AND_WHEN = ("created_by", "created_at", "modified_by", "modified_at")

#: The tables that edits write, and nothing else can be written through the log. Parents before children.
DECISIONS = {
    "setting": Table(("key",), ("key", "value")),
    "tag": Table(("id",), ("id", "name", "definition", "colour", "position")),
    "evidence": Table(
        ("id",),
        (
            "id", "no", "title", "kind", "url", "excerpt", "file_name", "media_type", "sha256", "size", "provider",
            "published_on", "retrieved_at", "retrieved_by", "locator", "reliability", "credibility", "notes",
            *_WHO_AND_WHEN,
        ),
    ),
    "claim": Table(
        ("id",),
        (
            "id", "report", "origin", "span_start", "span_end", "exact", "prefix", "suffix", "types", "verdict",
            "confidence", "rationale", "judged_by", "judged_at", "note", "dismissed", *_WHO_AND_WHEN,
        ),
    ),
    "claim_tag": Table(("claim", "tag"), ("claim", "tag")),
    "evidence_link": Table(("claim", "evidence"), ("claim", "evidence", "stance")),
    "hit_answer": Table(("id",), ("id", "report", "quote", "state", "reason", "answered_by", "answered_at")),
}  # fmt: skip


def make(connection: sqlite3.Connection) -> None:
    """Make the empty tables and mark the file as a project."""
    connection.executescript(STATEMENTS)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def statements_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str | None]]:
    """Everything that the database defines: type, name, table, statement."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset((row[0], row[1], row[2], row[3]) for row in rows)


def expected_statements() -> frozenset[tuple[str, str, str, str | None]]:
    """What `statements_of` gives for a sound project of this version."""
    connection = sqlite3.connect(":memory:")
    try:
        make(connection)
        return statements_of(connection)
    finally:
        connection.close()
