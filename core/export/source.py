"""What an export needs of a project. `core.project.Project` fits it; so does anything else with these answers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from core.model import Evidence, EvidenceLink, Hit, LedgerEntry, Report, ReviewClaim, Tag, Version


class Reviewed(Protocol):
    """One review, readable."""

    @property
    def path(self) -> Path:
        """The project file."""
        ...

    def report(self) -> Report:
        """The report under review."""
        ...

    def original(self) -> bytes:
        """The report's bytes as they came."""
        ...

    def claims(self) -> Sequence[ReviewClaim]:
        """All claims in reading order."""
        ...

    def hits(self) -> Sequence[Hit]:
        """All check hits with the answers to them."""
        ...

    def tags(self) -> Sequence[Tag]:
        """The codebook."""
        ...

    def evidence(self) -> Sequence[Evidence]:
        """The evidence register by number."""
        ...

    def file_state(self, item: Evidence) -> str | None:
        """`present`, `changed` or `missing`: whether a piece's file is that of its SHA-256; None if it has none."""
        ...

    def links(self) -> Sequence[EvidenceLink]:
        """Which evidence bears on which claim."""
        ...

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the review."""
        ...

    def ledger_entries(self) -> Sequence[LedgerEntry]:
        """What people filled into the ledgers."""
        ...

    def pins(self) -> Sequence[str]:
        """The charts that stand in the document, in their order."""
        ...

    def versions(self) -> Sequence[Version]:
        """The versions of the review with their signatures, the present one last."""
        ...

    def at_one_moment(self) -> AbstractContextManager[None]:
        """All that is read inside is of one state of the review, though a window goes on writing it. Keep it short."""
        ...

    def content_hash(self) -> str:
        """SHA-256 over all that the program found and people decided."""
        ...
