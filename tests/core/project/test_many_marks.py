"""Ten thousand marks at random places keep their words to the letter: marked, saved, opened again, exported."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Final

from core.export.json import export_json
from core.model import Report, Source, Span
from core.project import MarkClaim, Project, Together

MARKS: Final = 10_000
#: What breaks offsets elsewhere: beyond 16 bits, an emoji of several code points, line ends of both kinds, a BOM, marks
#: that combine with the sign before, a lone mark at a start, signs of another direction.
_PIECES: Final = (
    "𠮷庆街完成税收3.2亿元，", "增长１１.5％；", "小店😀新增48家。", "👨\u200d👩\u200d👧家庭", "cafe\u0301、",
    "\r\n", "\n", "\ufeff", "\u0301起首",
    "A\u0308rger", "𝟙𝟚𝟛", "שלום", "e\u0323\u0302", "\u200b", "　全角", "\u2028分行",
)


def test_ten_thousand_marks_keep_their_words(tmp_path: Path) -> None:
    """One offset counted in another unit would shift every quote behind it, and nobody would see it at once."""
    chance = random.Random(20_241)
    text = "\ufeff" + "".join(chance.choice(_PIECES) for _ in range(6_000))
    source = Source("混合.txt", "0" * 64, "text/plain", "utf-8", None)
    report = Report(source, text, None, None, None, None, "zh", (), (), (), ())
    spans = []
    while len(spans) < MARKS:
        start = chance.randrange(len(text) - 1)
        span = Span(start, min(len(text), start + chance.randint(1, 40)))
        if span.quote(text).strip():
            spans.append(span)
    path = tmp_path / "marks.prv"
    with Project.create(path, report, text.encode("utf-8"), created_by="甲") as project:
        project.do(Together([MarkClaim("r1", span, ("achievement",)) for span in spans], "mark_claim"))
        assert sorted(claim.span for claim in project.claims()) == sorted(spans)
    with Project.open(path) as project:
        assert project.report().text == text
        claims = project.claims()
        assert len(claims) == MARKS
        assert all(claim.anchor.exact == claim.span.quote(text) for claim in claims)
        data = json.loads(export_json(project, tmp_path / "marks.json").read_text(encoding="utf-8"))
    assert data["report"]["text"] == text
    anchors = [anchor for claim in data["claims"] for anchor in claim["anchors"]]
    assert len(anchors) == MARKS
    assert all(anchor["exact"] == text[anchor["start"] : anchor["end"]] for anchor in anchors)
