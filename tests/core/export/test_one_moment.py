"""An export is of one state of the review, though its window goes on writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.export import json as json_export
from core.export.material import gather
from core.pipeline import read_report
from core.project import Project, SetVerdict
from seeds import samples


@pytest.mark.parametrize("take", ["pdf and tables", "data"])
def test_what_is_decided_during_an_export_is_wholly_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, take: str
) -> None:
    """A fingerprint of another state than the verdicts beside it would prove nothing."""
    report, original = read_report(samples()[0].file)
    path = tmp_path / "p.prv"
    Project.create(path, report, original, created_by="甲").close()
    with Project.open(path, read_only=True) as reader:
        inside: list[bool] = []
        for name in ("claims", "evidence", "hits", "tags", "content_hash"):
            asked = getattr(reader, name)

            def watched(asked: object = asked) -> object:
                inside.append(reader._connection.in_transaction)
                return asked() if callable(asked) else None

            monkeypatch.setattr(reader, name, watched)
        if take == "data":
            json_export.review(reader)
        else:
            gather(reader, "zh")
        assert len(inside) == 5
        assert all(inside)
    with Project.open(path) as writer:  # the moment is over: the window can write again
        assert writer.do(SetVerdict(writer.claims()[0].id, "mostly")).claims
