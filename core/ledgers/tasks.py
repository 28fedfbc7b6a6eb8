"""A promised task taken apart: the verb, what is to be delivered, by when. Patterns in resources/lexicon/tasks.toml."""

from __future__ import annotations

import re
from functools import cache

from core.lexicon import contents
from core.text import shortened
from core.values import dataclass

_CLAUSE = re.compile(r"[^，。；！？\n]+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Task:
    """The parts that stand in the words themselves; "" where they say nothing of it.

    A task of several clauses has its verbs and what each delivers one behind the other, in the order of the text.
    """

    verb: str
    deliverable: str
    deadline: str


def task_of(words: str) -> Task:
    """Each clause that begins with an action gives a verb and a deliverable; a deadline may stand anywhere."""
    flat = "".join(words.split())
    deadline = _patterns()["deadline"].search(flat)
    verbs: dict[str, None] = {}
    deliverables: dict[str, None] = {}
    for found in _CLAUSE.finditer(flat):
        clause = found[0]
        for part in ("opening", "begins_by", "opening"):  # 力争 | 年底前 | 全面 | 建成…
            clause = _patterns()[part].sub("", clause, count=1)
        verb = _patterns()["verb"].match(clause)
        if verb is not None and verb.end() < len(clause):
            rest = _patterns()["aside"].sub("", clause[verb.end() :])
            if rest:
                verbs[verb[0]] = None
                deliverables[shortened(rest, _LONGEST)] = None
    return Task("、".join(verbs), "；".join(deliverables), deadline[0] if deadline else "")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = contents("tasks")
    verbs = "|".join(sorted(map(re.escape, data["verbs"]), key=len, reverse=True))
    return {
        "verb": re.compile(f"(?:{verbs})"),
        "opening": re.compile(data["opening"]),
        "aside": re.compile(data["aside"]),
        "deadline": re.compile(data["deadline"]),
        "begins_by": re.compile(f"^{data['deadline']}"),
    }
