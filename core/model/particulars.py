"""What is known of a report beside its text: who issued it, for which place, when, in what form it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from core.values import dataclass

#: The year of the results and that of the plan; None is one that the report does not have.
Years = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of one report; "" is unknown.

    `level`, `kind` and `fidelity` are keys of the vocabulary's groups `admin_level`, `doc_kind` and `fidelity`.
    `published_on` is an ISO 8601 date, also of a month or a year only. `source` is an address or a name.
    """

    title: str = ""
    issuer: str = ""
    place: str = ""
    level: str = ""
    kind: str = ""
    fidelity: str = ""
    source: str = ""
    published_on: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """What the program makes out of the text for one particular, and why.

    `reason` is a key of resources/messages/particulars.toml, `params` fill its sentence.
    """

    value: str
    reason: str
    params: Mapping[str, str] = field(default_factory=dict)
