"""What a report is, who issued it, where and when: proposed from its own words, with the reason; unknown is absent."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any, Final

from core.lexicon import contents
from core.model.particulars import Guess
from core.model.report import Report
from core.sections.clues import this_year
from core.text import fold, shortened

_FRONT: Final = 1200
_TAIL: Final = 400
_FULL_TEXT: Final = 5000
_QUOTE: Final = 40
_TITLE_SIGNS: Final = "#*>- \t　"


def guessed(report: Report) -> dict[str, Guess]:
    """A guess for each field of `Particulars`, and for `year` and `target_year`, that the report gives a ground for."""
    found: dict[str, Guess | None] = {}
    front = _front(report)
    title = report.title or ""
    if title:
        found["title"] = Guess(title, "title-printed")
    if report.place:
        found["place"] = Guess(report.place, "place-named")
    for name, year in (("year", report.year), ("target_year", report.target_year)):
        if year is not None:
            found[name] = _year(report, year)
    found["kind"] = _kind(title, front)
    found["issuer"] = _issuer(title, front, report.place, found["kind"])
    found["level"] = _level(report.place or "", title)
    found["fidelity"] = _fidelity(report, front, title, found["kind"])
    found["source"] = _source(front)
    found["published_on"] = _date(front)
    return {name: guess for name, guess in found.items() if guess is not None}


@cache
def _words() -> dict[str, Any]:
    return contents("particulars")


@cache
def _pattern(*path: str) -> re.Pattern[str]:
    entry: Any = _words()
    for name in path:
        entry = entry[name]
    return re.compile(entry)


@cache
def _cities() -> frozenset[str]:
    return frozenset(_words()["level"]["city"]["prefecture"].split())


def _front(report: Report) -> str:
    """What is printed round the title: the file's furniture, the first lines, and what the reader left out."""
    first = min((section.heading.start for section in report.sections), default=_FRONT)
    end = min(max(first, 200), _FRONT)
    furniture = [span.quote(report.text) for span in report.noise if span.start > end][:80]
    left_out = [one.words for one in report.layout.left_out if one.kind != "page_number"][:80]
    tail = report.text[-_TAIL:]
    return fold("\n".join([report.text[:end].replace("\\r\\n", "\n"), *left_out, *furniture, tail]))


def _year(report: Report, year: int) -> Guess:
    """A year that is printed, or one that the words on this year (今年是新中国成立70周年) tell."""
    said = None if str(year) in report.text else this_year(fold(report.text))
    if said is not None and abs(said.year - year) <= 1:
        return Guess(str(year), "years-meant", {"words": said.words})
    return Guess(str(year), "years-text", {"words": str(year)})


def _kind(title: str, front: str) -> Guess | None:
    for entry in _words()["kind"]:
        if match := re.search(entry["pattern"], title):
            return Guess(entry["key"], "kind-title", {"words": match[0]})
    if match := _pattern("press", "byline").search(front[:_FRONT]):
        return Guess("digest", "kind-press", {"words": _short(match[0])})
    return None


def _issuer(title: str, front: str, place: str | None, kind: Guess | None) -> Guess | None:
    if match := _pattern("issuer", "labelled").search(front):
        return Guess(match["name"], "issuer-labelled", {"words": _short(match[0])})
    if match := _pattern("issuer", "title").search(title):
        return Guess(match["name"], "issuer-title", {"words": _short(match[0])})
    line = _pattern("issuer", "line")
    for words in front.split("\n")[:40]:
        words = words.strip(_TITLE_SIGNS)
        if len(words) <= _QUOTE and (match := line.fullmatch(words)):
            return Guess(match["name"], "issuer-line", {"words": _short(words)})
    if kind is not None and kind.value == "work_report" and place:
        name = "国务院" if _pattern("level", "national").fullmatch(place) else f"{place}人民政府"
        return Guess(name, "issuer-government")
    return None


def _level(place: str, title: str) -> Guess | None:
    level = _words()["level"]
    if _pattern("level", "national").fullmatch(place) or (not place and _pattern("level", "national").search(title)):
        return Guess("national", "level-national")
    if not place:
        return None
    if place in level["municipalities"]:
        return Guess("province", "level-suffix", {"words": place})
    for key in level["suffixes"]:
        if match := _pattern("level", "suffixes", key).search(place):
            return Guess(key, "level-suffix", {"words": match[0]})
    if place.endswith("市"):
        if place.removesuffix("市") in _cities():
            return Guess("prefecture", "level-city", {"words": place})
        return Guess("county", "level-county-city", {"words": place})
    return None


def _fidelity(report: Report, front: str, title: str, kind: Guess | None) -> Guess | None:
    if report.layout.recognised:
        return Guess("ocr", "fidelity-ocr")
    head = front[:_FRONT]
    if match := _pattern("press", "byline").search(head):
        return Guess("press_digest", "fidelity-press", {"words": _short(match[0])})
    if match := _pattern("press", "marks").search(title):
        return Guess("official_summary", "fidelity-summary", {"words": match[0]})
    if kind is not None and kind.value == "bulletin" and "统计局" in head:
        return Guess("official_full", "fidelity-bulletin")
    full = _pattern("press", "full_words").search(fold(report.text[: 3 * _FRONT]))
    if full and len(report.text) >= _FULL_TEXT:
        return Guess("official_full", "fidelity-full", {"words": full[0]})
    return None


def _source(front: str) -> Guess | None:
    if match := _pattern("source", "address").search(front):
        return Guess(match["address"], "source-address")
    if match := _pattern("source", "name").search(front):
        return Guess(match["name"], "source-name", {"words": _short(match[0])})
    return None


def _date(front: str) -> Guess | None:
    """The day that a label names, else the first date printed near the title."""
    for name, text in (("labelled", front), ("given", front[:_FRONT])):
        for match in _pattern("date", name).finditer(text):
            try:
                day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue
            return Guess(day.isoformat(), f"date-{name}", {"words": _short(match[0])})
    return None


def _short(words: str) -> str:
    return shortened(" ".join(words.split()), _QUOTE)
