"""Drafts of labels, as a person writes them beside the report, and their places in the text.

A draft is a text file:

    @ plan.md                            the document of the corpus; the label file takes the draft's own name
    = first words … last words ; target 2005
                                         a passage, with the role and the period of its figures
    1.3亿元 ; L ; 税收|税收收入             quote; kind; accepted names
    5%左右 ; G ; " ; p=2004-2005 b=cagr   the names of the line before
                                         G- and D- are falls; further words change what is usual

    八项 ; ?                             the contract does not say whether this is a figure: it is not judged

Kinds: L level, G growth, R rate, D difference, K rank, T duration; R,L accepts both. Words: a role (actual, target,
baseline), a bound (about, gt, ge, lt, le), v= value, m= value_max, u= unit, p= period (p=a|b accepts both), b= basis,
s= scope. Value and unit come from the quote, by a reading of numbers of its own: the program is not asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from core.readers import read
from tests.labels.labels import FOLDER, Label, Labelled, save

_KINDS = {"L": "level", "G": "growth", "R": "rate", "D": "difference", "K": "rank", "T": "duration"}
_ROLES = ("actual", "target", "baseline")
_BOUNDS = ("about", "gt", "ge", "lt", "le", "eq")
_SCALES = {"": 1, "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "千亿": 1e11, "万亿": 1e12}
_NUMBER = re.compile(
    r"([-－−]?[0-9０-９][0-9０-９,， .．]*|[零一二两三四五六七八九十百千]+?)"
    r"(?:[-—–~～至到]+([0-9][0-9.,]*))?[多余几]?(万亿|[百千]?[万亿]|[百千](?=[余多几元户人个家名亿万]))?"
    r"[多余几]?(.*?)(?:左右|以上|以内|以下|上下)?$",
    re.DOTALL,
)
_DIGITS = "零一二三四五六七八九"


def place(draft: Path, corpus: Path) -> str:
    """Write the label file that a draft stands for; answers how many figures it holds.

    Raises ValueError where a quote is not found behind the one before it, or a passage is not there.
    """
    document, passages, labels, doubtful = "", [], [], []
    text, at, stop, role, period = "", 0, 0, "actual", ""
    for number, line in enumerate(draft.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("//"):
            continue
        mark, rest = line[0], line[2:].strip()
        if mark == "@":
            document, text = rest, read(corpus / rest).text
        elif mark == "=":
            words, _, usual = rest.rpartition(";")
            first, _, last = words.strip().partition(" … ")
            role, period = usual.split()
            at = text.find(first)
            stop = text.find(last, at) + len(last)
            if at < 0 or stop < len(last):
                raise ValueError(f"{draft.name}, line {number}: no such passage")
            passages.append((at, stop))
        else:
            fields = [field.strip() for field in line.split(";")]
            if fields[2:3] == ['"']:
                fields[2] = "|".join(labels[-1].names)
            start = _found(text, fields[0], at, stop)
            if start < 0:
                raise ValueError(f"{draft.name}, line {number}: {fields[0]!r} is not there")
            at = start + len(fields[0])
            if fields[1] == "?":
                doubtful.append((start, at))
            else:
                labels.append(_label(start, fields, role, period))
    save(FOLDER / f"{draft.stem}.tsv", Labelled(document, tuple(passages), tuple(labels), tuple(doubtful)))
    return f"{draft.stem}: {len(labels)} figures in {len(passages)} passages of {document}"


def _found(text: str, quote: str, start: int, stop: int) -> int:
    """Where the quote stands as a number of its own: 5% is not that of 15%."""
    while (start := text.find(quote, start, stop)) >= 0:
        before = text[start - 1 : start]
        if not (quote[0].isdigit() and (before.isdigit() or before == ".")):
            return start
        start += 1
    return -1


def _label(start: int, fields: list[str], role: str, period: str) -> Label:
    quote, kinds, names = fields[:3]
    fall = -1 if "-" in kinds else 1
    known = tuple(_KINDS[kind] for kind in kinds.replace("-", "").split(","))
    value, most, unit = (0.0, None, "") if "rank" in known or not _NUMBER.match(quote) else _amount(quote)
    label = Label(
        start, start + len(quote), quote, fall * value, None if most is None else fall * most, unit, known, role,
        (period,), "yoy" if known[0] == "growth" else None, "eq", None, None, tuple(names.split("|")),
    )  # fmt: skip
    for word in (fields[3] if len(fields) > 3 else "").split():
        label = _changed(label, word)
    if "rank" in known:
        printed = re.sub("[第位名]", "", quote)
        position = int(label.value) or (int(printed) if printed.isdigit() else _han(printed))
        label = replace(label, value=float(position), rank=position)
    return label


def _changed(label: Label, word: str) -> Label:
    key, _, value = word.partition("=")
    if word in _ROLES:
        return replace(label, role=word)
    if word in _BOUNDS:
        return replace(label, bound=word)
    match key:
        case "v":
            return replace(label, value=float(value))
        case "m":
            return replace(label, value_max=float(value))
        case "u":
            return replace(label, unit=value)
        case "p":
            return replace(label, periods=tuple(value.split("|")))
        case "b":
            return replace(label, basis=value or None)
        case "s":
            return replace(label, scope=value)
    raise ValueError(f"{label.quote}: {word!r} says nothing")


def _amount(quote: str) -> tuple[float, float | None, str]:
    match = _NUMBER.match(quote.strip())
    if match is None:
        raise ValueError(f"{quote!r} is no number")
    scale = _SCALES[match[3] or ""]
    low = _plain(match[1]) * scale
    high = None if match[2] is None else _plain(match[2]) * scale
    return low, high, match[4].strip()


def _plain(number: str) -> float:
    digits = re.sub("[,， ]", "", number.translate(str.maketrans("０１２３４５６７８９．－−", "0123456789.--")))
    return float(digits) if re.fullmatch(r"-?[0-9.]+", digits) else float(_han(digits))


def _han(numeral: str) -> int:
    total, digit = 0, 0
    for sign in numeral.replace("两", "二"):
        if sign in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
        else:
            digit = _DIGITS.index(sign)
    return total + digit
