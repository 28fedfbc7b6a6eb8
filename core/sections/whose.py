"""Whose report it is: from its own words or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from core.sections.lexicon import context_words
from core.sections.roles import years_in_digits

#: 根据《中华人民共和国审计法》: what is cited is not whose report it is.
_CITED: Final = re.compile("《[^《》]{1,60}》")
_HEAD: Final = 3000


def read_place(title: str | None, front: str, body: Sequence[str]) -> str | None:
    """Whose report it is, as its own words name it (城东区, 河北省); None when they don't."""
    words = context_words()
    title = years_in_digits(title or "")
    head = f"{title}\n{front}"
    for text in (title, head, "\n".join(body[:6])[:_HEAD]):
        named = text if text is title else _CITED.sub("", text)
        if words.national.search(named) and not any(True for _ in _framed(text)):
            return words.national_name
        names = Counter(_framed(text))
        if names:
            return names.most_common(1)[0][0]
    return _opening_of(title, body) or _most_often_subject(body)


def _opening_of(title: str, body: Sequence[str]) -> str | None:
    """The place with which a title begins (北川市制造业…行动方案), where the text speaks of 全市 or names it again."""
    words = context_words()
    match = re.match(rf"[\u4e00-\u9fff]{{1,5}}?{words.place_suffix.pattern.rstrip('$')}(?=[\u4e00-\u9fff])", title)
    if match is None or not words.title_word.search(title):
        return None
    if words.no_place.fullmatch(match[0]) or not words.may_name_place(match[0]) or words.before_place.match(match[0]):
        return None
    again = re.compile(f"[全我本]{match[0][-1]}|{match[0]}")
    return match[0] if any(again.search(paragraph) for paragraph in body[:20]) else None


def _framed(text: str) -> Iterable[str]:
    words = context_words()
    for frame in words.place_frames:
        for match in frame.finditer(text):
            name = match["place"]
            while trimmed := words.before_place.match(name):
                name = name[trimmed.end() :]
            if words.may_name_place(name) and not words.no_place.fullmatch(name):
                own = words.last_unit.fullmatch(name)
                yield own["last"] if own else name


def _most_often_subject(body: Sequence[str]) -> str | None:
    """The place with which clauses begin again and again (城东区坚决落实…)."""
    words = context_words()
    suffix = words.place_suffix.pattern.rstrip("$")
    subject = re.compile(
        rf"(?:^|[。，；！])([\u4e00-\u9fff]{{1,6}}?{suffix})(?=[\u4e00-\u9fff])(?!{words.goes_on.pattern})"
    )
    names: Counter[str] = Counter()
    for paragraph in body:
        for match in subject.finditer(paragraph):
            name = match[1]
            if len(name) <= 7 and words.may_name_place(name) and not words.no_place.search(name):
                names[name] += 1
    ending: dict[str, list[str]] = {}
    for name in names:
        for start in range(1, len(name)):
            ending.setdefault(name[start:], []).append(name)
    for name in list(names):
        # The short form (东区) counts for the full name (城东区).
        full = next((other for other in ending.get(name, ()) if other in names), None)
        if full:
            names[full] += names.pop(name)
    common = names.most_common(2)
    if not common or common[0][1] < 2 or (len(common) > 1 and common[1][1] == common[0][1]):
        return None
    return common[0][0]
