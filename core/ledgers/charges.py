"""Who is in charge of a task and by when, where the text says so. Patterns in resources/lexicon/tasks.toml."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.lexicon import contents
from core.model import Span

#: So many lines below a task may say who is in charge of it, and so many signs.
_BELOW, _REACH = 6, 600
_COLON = re.compile("[:：]")
_LONGEST_LABEL = 12


def charge_of(text: str, span: Span) -> dict[str, str]:
    """What the text says of the task at `span` (code points of `text`), by the columns of the ledger that it fills:
    lead_unit, support_units, leader, person, deadline. A column that is not told is absent.

    It is told within the task, behind it or on labelled lines below; a bracket behind a full stop holds for all tasks
    of its paragraph before it.
    """
    if not _tells(text):
        return {}
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    bracket = _patterns()["behind"].search(text, span.end, end)
    below: list[str] = []
    for line in text[end : end + _REACH].split("\n", _BELOW + 1)[1 : _BELOW + 1]:
        if line.strip() and not _patterns()["line"].match(line.strip()):
            break
        below.append(line)
    places = (text[span.start : span.end], bracket[0] if bracket else "", "\n".join(below))
    return next(filter(None, map(_told, places)), {})


@lru_cache(maxsize=1)  # a ledger asks for each of its tasks
def _tells(text: str) -> bool:
    """Whether a text names somebody in charge of anything; most leave that to a paper of its own."""
    named = _patterns()["named"]
    colons = (found.start() for found in _COLON.finditer(text))
    if any(named.search(text, max(0, colon - _LONGEST_LABEL), colon) for colon in colons):
        return True
    return _patterns()["in_brackets"].search(text) is not None


def without_charge(words: str) -> str:
    """The words of a task without the brackets that say who is in charge of it."""
    return _patterns()["bracket"].sub(lambda found: "" if _told(found[0]) else found[0], words)


def _told(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in _patterns()["field"].finditer(words):
        column = next(name for name, label in _labels().items() if label.fullmatch(field["label"]))
        if column == "lead_unit" and column in found:  # 牵头单位：甲；责任单位：乙
            column = "support_units"
        found.setdefault(column, field["value"].strip("，、 "))
    if not found and (charged := _patterns()["charged"].search(words)):
        found = {"lead_unit": charged["lead"], "support_units": charged["support"] or ""}
    return {column: value for column, value in found.items() if value}


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    return {column: re.compile(label) for column, label in contents("tasks")["labels"].items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names, charged = f"(?:{'|'.join(contents('tasks')['labels'].values())})", contents("tasks")["charged"]
    ends = rf"(?=[；;。）)\n]|[，,、\s]+{names}[:：]|\s*$)"
    return {
        "field": re.compile(rf"(?P<label>{names})[:：]\s*(?P<value>[^；;。（）()\n:：]+?){ends}"),
        "line": re.compile(rf"[（(]?{names}[:：]"),
        "bracket": re.compile(r"[（(][^（）()]*[）)]"),
        "behind": re.compile(rf"(?:(?<=[。；])|^)\s*(?:{charged}|[（(]{names}[:：][^（）()]*[）)])"),
        "charged": re.compile(charged),
        "named": re.compile(rf"{names}$"),
        "in_brackets": re.compile(r"[（(][^（）()]*(?:负责|牵头)[^（）()]*[）)]"),
    }
