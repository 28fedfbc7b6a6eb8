"""From a document to its figures and claims: small pure stages over one sentence at a time."""

from __future__ import annotations

from core.extract.metrics import read_metrics

__all__ = ["read_metrics"]
