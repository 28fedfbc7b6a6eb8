"""A promised task taken apart: the verb, what is to be delivered, by when. Patterns in resources/lexicon/tasks.toml."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.ledgers.charges import without_charge
from core.lexicon import contents
from core.text import shortened
from core.values import dataclass

_CLAUSE = re.compile(r"[^，。；！？\n]+")
_LONGEST = 40
_PARTS = ("actor", "opening", "acts", "for_whom", "aside", "no_object", "deadline")


@dataclass(frozen=True, slots=True)
class Task:
    """The parts that stand in the words themselves; "" where they say nothing of it.

    A task of several clauses has its verbs and what each delivers one behind the other, in the order of the text.
    """

    verb: str
    deliverable: str
    deadline: str


@lru_cache(maxsize=4096)  # with each decision the ledger is made anew
def task_of(words: str) -> Task:
    """Each clause that begins with an action gives a verb and a deliverable; a deadline may stand anywhere."""
    flat = without_charge("".join(words.split()))
    deadline = _patterns()["deadline"].search(flat)
    verbs: dict[str, None] = {}
    deliverables: dict[str, None] = {}
    for found in _CLAUSE.finditer(flat):
        verb, rest = _apart(found[0])
        if rest:
            verbs[verb] = None
            deliverables[shortened(rest, _LONGEST)] = None
    return Task("、".join(verbs), "；".join(deliverables), deadline[0] if deadline else "")


def _apart(clause: str) -> tuple[str, str]:
    """The verb of a clause and what it acts on; ("", "") where it begins with none."""
    patterns = _patterns()
    rest = clause
    for part in ("actor", "opening", "begins_by", "opening", "for_whom", "opening"):  # 力争 | 年底前 | 全面 | 建成…
        rest = patterns[part].sub("", rest, count=1)
    verb = patterns["verb"].match(rest)
    acted_on = patterns["aside"].sub("", rest[verb.end() :]) if verb else ""
    if verb and not patterns["no_object"].match(acted_on):
        return verb[0], acted_on
    before = clause[: len(clause) - len(rest)] if clause.endswith(rest) else ""
    acts = patterns["acts"].search(before) if rest else None
    return (acts[0], rest) if acts and not patterns["no_object"].match(rest) else ("", "")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = contents("tasks")
    verbs = "|".join(sorted(map(re.escape, (*data["verbs"], *data["pairs"])), key=len, reverse=True))
    whole = {name: re.compile(data[name]) for name in _PARTS}
    return {
        **whole,
        "verb": re.compile(f"(?:{verbs})(?:{data['joins']}(?:{verbs}))*(?=.)"),
        "begins_by": re.compile(f"^{data['deadline']}"),
    }
