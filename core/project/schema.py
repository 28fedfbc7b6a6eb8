"""The project file on one page: a SQLite database that explains itself.

The statements below are kept inside the file, comments and all (`SELECT sql FROM sqlite_schema`). Offsets are Unicode
code points, half open; times are ISO 8601 with zone; ids are text. What the program found is in `report`; what people
decided is in `edition` to `setting`; `log`, `step` and `book` are the file's own record. A file is opened only if its
statements are exactly these, so a crafted trigger or view never runs. Only tables of short rows are WITHOUT ROWID:
to find a key there SQLite reads the row, however long.

Each log entry is hashed with the one before, and the rows that it names, made again from the first entry on, are
those of the file: `policy-review verify` does so. Entries are never rewritten. Those that an older version wrote keep
their words and hashes, end with an entry `migrate`, and are read in today's shape by `translation`.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from core.values import dataclass

#: Bytes 68 to 71 of the file: PRV1.
APPLICATION_ID = 0x50525631

#: Bytes 60 to 63. A change of the statements below raises it and adds a step to `migrations.MIGRATIONS`.
VERSION = 4

STATEMENTS = """
CREATE TABLE file (          -- bytes, each content once: reports as received, evidence. Never changed, never removed
    sha256 TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE report (        -- what was read, and what the program found in it. Never changed, never removed
    id TEXT NOT NULL PRIMARY KEY,          -- r1, r2 …
    file TEXT NOT NULL REFERENCES file(sha256),
    text TEXT NOT NULL,                    -- every offset points into it
    extraction TEXT NOT NULL               -- JSON, policy-review/extraction without its text
) STRICT;

CREATE TABLE edition (       -- the reports of the review in their order; the first is under review
    report TEXT NOT NULL PRIMARY KEY REFERENCES report(id),
    position INTEGER NOT NULL,
    replaces TEXT REFERENCES report(id),   -- the text that it corrects
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (         -- what a person decided about a claim, or a claim that a person marked
    id TEXT NOT NULL PRIMARY KEY,          -- r1.c4: first the program's; r1.u5f2a9c01: a person's. It stays the claim's
    report TEXT NOT NULL REFERENCES report(id),
    suggestion TEXT,                       -- the program's claim in that report which it stands for: c4
    origin TEXT NOT NULL CHECK (origin IN ('program', 'person')),
    types TEXT NOT NULL,                   -- words with a space between
    accepted INTEGER NOT NULL,             -- 1: the suggestion was agreed to in so many words
    status TEXT NOT NULL,                  -- unreviewed, in_review, to_second, returned, reviewed
    note TEXT NOT NULL,
    dismissed TEXT,                        -- the reason
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_by TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX claim_by_suggestion ON claim(report, suggestion);

CREATE TABLE anchor (        -- where a claim stands: place, quote, 32 characters before and behind
    claim TEXT NOT NULL REFERENCES claim(id),
    position INTEGER NOT NULL,             -- 1 is the claim's first place
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    state TEXT NOT NULL,                   -- ok, moved, orphan (not found again: the place is empty)
    PRIMARY KEY (claim, position)
) STRICT;

CREATE TABLE verdict (       -- a judgement on one scale
    claim TEXT NOT NULL REFERENCES claim(id),
    scale TEXT NOT NULL,                   -- veracity, fulfilment
    value TEXT,
    confidence TEXT,
    rationale TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    PRIMARY KEY (claim, scale)
) STRICT;

CREATE TABLE claim_link (    -- a claim repeats, contradicts, is part of or explains another
    claim TEXT NOT NULL REFERENCES claim(id),
    other TEXT NOT NULL REFERENCES claim(id),
    relation TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (claim, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_link_by_other ON claim_link(other);

CREATE TABLE tag (           -- the codebook
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    include TEXT NOT NULL,                 -- what it is put on, what not, and an example
    exclude TEXT NOT NULL,
    example TEXT NOT NULL,
    colour TEXT NOT NULL,                  -- #RRGGBB
    parent TEXT REFERENCES tag(id),
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
    method TEXT,
    provider TEXT NOT NULL,
    provider_role TEXT,
    signature TEXT NOT NULL,
    signature_reason TEXT NOT NULL,        -- of a refused one
    copy_state TEXT,
    url TEXT,
    archive_url TEXT,
    published_on TEXT,
    data_period TEXT NOT NULL,
    vintage TEXT,
    retrieved_at TEXT NOT NULL,
    retrieved_by TEXT NOT NULL,
    holding TEXT,                          -- embedded: its bytes are in `file`; linked: outside; NULL: it has none
    file_name TEXT,
    linked_paths TEXT,                     -- JSON: the places to look, the first from this file's folder on
    media_type TEXT,
    size INTEGER,
    sha256 TEXT,
    locator TEXT NOT NULL,                 -- the place in it, in free words and apart
    page TEXT NOT NULL,
    table_name TEXT NOT NULL,
    cell TEXT NOT NULL,
    time TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    reliability TEXT,                      -- A to F
    credibility TEXT,                      -- 1 to 6
    independence_group TEXT NOT NULL,      -- what has the same is one source
    sensitivity TEXT NOT NULL,
    notes TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_by TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence_link (
    claim TEXT NOT NULL REFERENCES claim(id),
    evidence TEXT NOT NULL REFERENCES evidence(id),
    stance TEXT NOT NULL,                  -- supports, refutes, context, neutral
    note TEXT NOT NULL,
    PRIMARY KEY (claim, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_link_by_evidence ON evidence_link(evidence);

CREATE TABLE figure (        -- what a person decided about a figure: how it is read, or that it is none
    id TEXT NOT NULL PRIMARY KEY,          -- r1.f5f2a9c01; it stays the figure's in corrected versions
    report TEXT NOT NULL REFERENCES report(id),
    span_start INTEGER NOT NULL,           -- the number with its unit: place, quote, 32 characters before and behind
    span_end INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    state TEXT NOT NULL,                   -- ok, moved, orphan (not found again: it changes nothing)
    reading TEXT,                          -- JSON: all fields as they are to be read; NULL: this is no figure
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;

CREATE INDEX figure_by_report ON figure(report);

CREATE TABLE hit_answer (    -- a person's answer to a finding of the program
    id TEXT NOT NULL PRIMARY KEY,          -- report, check, and a hash of the words that were hit
    report TEXT NOT NULL REFERENCES report(id),
    quote TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at TEXT NOT NULL
) STRICT;

CREATE TABLE ledger_entry (  -- what a person filled in beside a claim in the ledgers of targets, results, commitments
    claim TEXT NOT NULL REFERENCES claim(id),
    indicator TEXT NOT NULL,               -- the kind and name of a figure in it; "" for the claim as a whole
    field TEXT NOT NULL,                   -- lead_unit, deadline, actual …
    text TEXT NOT NULL,
    filled_by TEXT NOT NULL,
    filled_at TEXT NOT NULL,
    PRIMARY KEY (claim, indicator, field)
) STRICT;

CREATE TABLE pin (           -- the charts that stand in the review document, in their order
    chart TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    pinned_by TEXT NOT NULL,
    pinned_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (       -- of the review: reviewer, language, scope …
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE version (       -- of the review; an approved one is locked, the next one opens with its corrections
    number INTEGER NOT NULL PRIMARY KEY,
    opened_by TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    corrections TEXT NOT NULL
) STRICT;

CREATE TABLE sign_off (      -- the signatures in their order
    number INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version(number),
    role TEXT NOT NULL,                    -- preparer, reviewer, approver
    name TEXT NOT NULL,
    opinion TEXT NOT NULL,                 -- accepted, more_evidence, correct_conclusion
    comment TEXT NOT NULL,
    at TEXT NOT NULL,
    content_hash TEXT NOT NULL             -- of all that is in `edition` to `setting`, and of the reports
) STRICT;

CREATE TABLE draft (         -- text half typed, outside of log and undo
    key TEXT NOT NULL PRIMARY KEY,         -- the field
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE log (           -- append-only: who did what when, with the rows before and after
    seq INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('create', 'migrate', 'do', 'undo', 'redo')),
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

CREATE TABLE book (          -- the file's own: id, created_at, created_by, undo_position, undo_floor (undo stops where
    key TEXT NOT NULL PRIMARY KEY,         -- it was signed), last_evidence_number, format_1_until (an entry of the log)
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of decisions: its key columns, then all columns; `about` are the key columns that hold subjects' ids.

    `signed` tables are part of what a signature stands for.
    """

    key: tuple[str, ...]
    columns: tuple[str, ...]
    about: tuple[str, ...]
    signed: bool = True


_WHO_AND_WHEN = ("created_by", "created_at", "modified_by", "modified_at")

#: The tables that edits write, and nothing else can be written through the log. Parents before children.
DECISIONS = {
    "edition": Table(("report",), ("report", "position", "replaces", "added_by", "added_at"), ("report",)),
    "setting": Table(("key",), ("key", "value"), ("key",)),
    "tag": Table(
        ("id",), ("id", "name", "definition", "include", "exclude", "example", "colour", "parent", "position"), ("id",)
    ),
    "evidence": Table(
        ("id",),
        (
            "id", "no", "title", "kind", "method", "provider", "provider_role", "signature", "signature_reason",
            "copy_state", "url", "archive_url", "published_on", "data_period", "vintage", "retrieved_at",
            "retrieved_by", "holding", "file_name", "linked_paths", "media_type", "size", "sha256", "locator", "page",
            "table_name", "cell", "time", "excerpt", "reliability", "credibility", "independence_group",
            "sensitivity", "notes", *_WHO_AND_WHEN,
        ),
        ("id",),
    ),
    "claim": Table(
        ("id",),
        (
            "id", "report", "suggestion", "origin", "types", "accepted", "status", "note", "dismissed",
            *_WHO_AND_WHEN,
        ),
        ("id",),
    ),
    "anchor": Table(
        ("claim", "position"),
        ("claim", "position", "span_start", "span_end", "exact", "prefix", "suffix", "state"),
        ("claim",),
    ),
    "verdict": Table(
        ("claim", "scale"),
        ("claim", "scale", "value", "confidence", "rationale", "judged_by", "judged_at"),
        ("claim",),
    ),
    "claim_link": Table(("claim", "other"), ("claim", "other", "relation", "note"), ("claim", "other")),
    "claim_tag": Table(("claim", "tag"), ("claim", "tag"), ("claim", "tag")),
    "evidence_link": Table(("claim", "evidence"), ("claim", "evidence", "stance", "note"), ("claim", "evidence")),
    "figure": Table(
        ("id",),
        (
            "id", "report", "span_start", "span_end", "exact", "prefix", "suffix", "state", "reading", "decided_by",
            "decided_at",
        ),
        ("id",),
    ),
    "hit_answer": Table(("id",), ("id", "report", "quote", "state", "reason", "answered_by", "answered_at"), ("id",)),
    "ledger_entry": Table(
        ("claim", "indicator", "field"), ("claim", "indicator", "field", "text", "filled_by", "filled_at"), ("claim",)
    ),
    "pin": Table(("chart",), ("chart", "position", "pinned_by", "pinned_at"), ()),
    "version": Table(("number",), ("number", "opened_by", "opened_at", "corrections"), (), signed=False),
    "sign_off": Table(
        ("number",),
        ("number", "version", "role", "name", "opinion", "comment", "at", "content_hash"),
        (),
        signed=False,
    ),
}  # fmt: skip


def make(connection: sqlite3.Connection) -> None:
    """Make the empty tables and mark the file as a project."""
    connection.executescript(STATEMENTS)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def statements() -> dict[str, str]:
    """Each table or index by its name, with the statement that makes it, as the file keeps it."""
    found = {}
    for statement in STATEMENTS.split(";\n"):
        words = statement.split()
        if words:
            found[words[2] if words[1] != "UNIQUE" else words[3]] = statement.strip()
    return found


def statements_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str | None]]:
    """Everything that the database defines: type, name, table, statement."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset((row[0], row[1], row[2], row[3]) for row in rows)


@cache
def expected_statements() -> frozenset[tuple[str, str, str, str | None]]:
    """What `statements_of` gives for a sound project of this version."""
    connection = sqlite3.connect(":memory:")
    try:
        make(connection)
        return statements_of(connection)
    finally:
        connection.close()
