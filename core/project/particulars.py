"""The particulars of the report as the project keeps them: settings of the review, changed as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from core.model.particulars import Particulars
from core.project.edits import Edit
from core.project.transaction import Transaction
from core.values import dataclass

#: The setting that keeps each field of `Particulars`.
KEYS: Final[Mapping[str, str]] = {
    "title": "report_title", "issuer": "issuer", "place": "place", "level": "level", "kind": "doc_kind",
    "fidelity": "fidelity", "source": "source", "published_on": "published_on",
}  # fmt: skip


def settings_of(particulars: Particulars) -> dict[str, str]:
    """The particulars as settings of the project."""
    return {KEYS[name]: value for name, value in asdict(particulars).items()}


@dataclass(frozen=True, slots=True)
class SetParticulars(Edit):
    """Say what the report is: title, issuer, place, level, kind, fidelity, source, date."""

    kind = "set_particulars"
    particulars: Particulars

    def apply(self, tx: Transaction) -> None:
        tx.subject = "particulars"
        for key, value in settings_of(self.particulars).items():
            before = tx.get("setting", key)
            if before is None or before["value"] != value:
                tx.put("setting", {"key": key, "value": value})
