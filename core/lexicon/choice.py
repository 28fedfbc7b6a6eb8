"""One regular expression out of many words, arranged so that the engine can skip what no word begins with.

A plain alternation of three hundred words is tried word by word at every character. Here the words are grouped by
the sign they begin with, in their own order within each group: the same words are found at the same places, and a
search runs over the other characters at the speed of a set of signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from core.programs import kept

_SPECIAL: Final = frozenset(".^$*+?{}[]()|\\")
_QUANTIFIER: Final = re.compile(r"([*+?]|\{[0-9]+(?:,[0-9]*)?\})(?![*+?{])")
#: Most words of the lexicon are nothing else than their signs, and need no taking apart.
_MARKED: Final = re.compile(r"[.^$*+?{}\[\]()\\]")
_RUN: Final = re.compile(r"[^.^$*+?{}\[\]()|\\]+(?![*+?{])")
_LOOKING: Final = ("(?=", "(?!", "(?<=", "(?<!")
_OPENS_GROUP: Final = re.compile(r"\(\?(?::|P<[a-z_]+>)")
_NOTHING: Final = ""
#: What parts or holds together an expression; signs behind a \ and inside a set are none of their own.
_EDGES: Final = re.compile(r"\\[\s\S]|\[[\s\S](?:\\[\s\S]|[^\]\\])*\]|[()|]")
_ANY_QUANTIFIER: Final = re.compile(r"([*+?]|\{[0-9]+(?:,[0-9]*)?\})[?+]?")
_REPEAT: Final = re.compile(r"\{([0-9]+)(?:(,)([0-9]*))?\}")
#: A group of so many words is worth a level of its own.
_FEW: Final = 3
#: Longer than this, what follows is written once for all signs that it follows.
_LONG: Final = 24
#: An arrangement so many times as long as its words costs more to compile than it saves.
_MOST: Final = 2.5

#: So many words are told apart where signs of several kinds stand side by side.
_MOST_RUNS: Final = 64

#: One way a word may begin: a sign, and the expression for what follows it.
Head = tuple[str, str]


def one_of(choices: Iterable[str]) -> str:
    """An expression for any of the expressions `choices`, the first that fits taken, as in `(?:a|b|c)`."""
    return _arranged(tuple(choices))


@kept
def _arranged(listed: tuple[str, ...]) -> str:
    plain = "|".join(listed)
    heads = _heads_of(listed)
    if heads is None:
        return f"(?:{plain})"
    sorted_out = _by_sign(heads)
    # Words that begin with sets of signs would be written out again and again.
    return f"(?:{sorted_out if len(sorted_out) <= _MOST * len(plain) else where_it_begins(plain)})"


@kept
def where_it_begins(expression: str) -> str:
    """The same expression behind a look at the next sign, so that a search passes quickly where nothing begins."""
    signs = _first_signs(expression)
    if signs is None or _NOTHING in signs:
        parts = _alternatives(expression)
        first = [part[1:] for part in parts if part.startswith("^")]
        if not first or len(first) == len(parts):
            return expression
        # What begins the text is tried once, at its beginning; the rest where one of its signs stands.
        rest = where_it_begins("|".join(part for part in parts if not part.startswith("^")))
        return f"^(?:{'|'.join(first)})|{rest}"
    return f"(?={_set_of(list(signs))})(?:{expression})"


@kept
def to_be_found(expression: str) -> str:
    """An expression that is found in the texts in which `expression` is, but says not where it ends: of its first sign,
    for which the engine searches at the speed of a set, it asks whether `expression` begins there.
    """
    signs = _first_signs(expression)
    return expression if signs is None or _NOTHING in signs else rf"{_set_of(list(signs))}(?<=(?={expression})[\s\S])"


def is_plain(expression: str) -> bool:
    """Whether an expression is a word and nothing else."""
    return expression != "" and "|" not in expression and _MARKED.search(expression) is None


@kept
def may_begin(expression: str) -> frozenset[str] | None:
    """The signs with one of which every match begins; None where they cannot be told or a match may be empty."""
    signs = _first_signs(expression)
    return None if signs is None or _NOTHING in signs else frozenset(signs)


@kept
def may_close(expression: str) -> frozenset[str] | None:
    """The signs with one of which every match of an expression closed with `$` ends, so that no search need go over
    a text that ends with another; None where they cannot be told or a match may be empty.
    """
    signs = _last_signs(expression)
    return None if signs is None or _NOTHING in signs else frozenset(signs)


@kept
def needed(expression: str) -> tuple[str, ...]:
    """Words of which every match holds at least one, so that a text without them need not be searched.

    Empty where no such words can be told.
    """
    return _needed(expression)


def _needed(expression: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for part in _alternatives(expression):
        words = _needed_in(part)
        if not words:
            return ()
        found |= dict.fromkeys(words)
    return tuple(found)


def alternatives(expression: str) -> list[str]:
    """The expressions of which one is found wherever `expression` is; a group that is all of it is opened."""
    while expression.startswith("(?:") and _behind(expression, 0) == len(expression):
        expression = expression[3:-1]
    return _alternatives(expression)


def _needed_in(part: str) -> tuple[str, ...]:
    """Of the runs of signs that no match of one alternative can do without, the words of the rarest."""
    if part and _MARKED.search(part) is None:
        return (part,)
    choices: list[tuple[str, ...]] = []
    run: tuple[str, ...] = ("",)
    for item, repeat in _items(part, runs=True):
        if item.startswith(_LOOKING) or item in ("^", "$"):
            # What only looks around leaves its neighbours side by side.
            continue
        signs = _spelt(item) if repeat is None else None
        if signs and len(run) * len(signs) <= _MOST_RUNS:
            run = tuple(before + sign for before in run for sign in signs)
            continue
        choices.append(run)
        run = ("",)
        if repeat is not None and _may_be_left_out(repeat):
            continue
        if signs is None:
            group = _OPENS_GROUP.match(item)
            signs = _needed(item[group.end() : -1]) if group else _spelt(item)
        choices.append(signs or ())
    choices.append(run)
    return max((one for one in choices if one and all(one)), key=_rarity, default=())


def _spelt(item: str) -> tuple[str, ...] | None:
    """All that an item can be, where these are a few plain words; None where they are not."""
    if sign := _plain_sign(item):
        return (sign,)
    if item[0] == "[":
        return tuple(_set(item)[0]) or None
    group = _OPENS_GROUP.match(item)
    if group is None:
        return None
    inside = item[group.end() : -1]
    if _MARKED.search(inside) is None:
        plain = inside.split("|")
        return tuple(plain) if len(plain) <= _MOST_RUNS else None
    found: list[str] = []
    for part in _alternatives(inside):
        words: tuple[str, ...] = ("",)
        for inner, repeat in _items(part, runs=True):
            if inner.startswith(_LOOKING):
                continue
            signs = _spelt(inner) if repeat is None else None
            if signs is None or len(words) * len(signs) > _MOST_RUNS:
                return None
            words = tuple(word + sign for word in words for sign in signs)
        found += words
    return tuple(found) if len(found) <= _MOST_RUNS else None


def _rarity(words: tuple[str, ...]) -> tuple[int, int]:
    # Of single signs a few marks are rarer than many.
    return min(map(len, words)), -len(words)


def _plain_sign(item: str) -> str:
    if item[0] == "\\":
        return "" if item[1].isalnum() else item[1]
    return "" if item[0] in _SPECIAL else item


def _first_signs(expression: str) -> dict[str, None] | None:
    """The signs that may come first, `_NOTHING` among them where the expression may be empty; None if unknown."""
    found: dict[str, None] = {}
    for part in _alternatives(expression):
        at = 0
        while True:
            if at == len(part):
                found[_NOTHING] = None
                break
            item = part[at : _behind(part, at)]
            at += len(item)
            if item.startswith(_LOOKING) or item in ("^", "$"):
                continue
            inner = _item_signs(item)
            if inner is None:
                return None
            repeat = _ANY_QUANTIFIER.match(part, at)
            optional = _NOTHING in inner or (repeat is not None and _may_be_left_out(repeat[1]))
            at = repeat.end() if repeat else at
            found |= dict.fromkeys(sign for sign in inner if sign != _NOTHING)
            if not optional:
                break
    return found


def _last_signs(expression: str) -> set[str] | None:
    """The signs that may close a text, `_NOTHING` among them where the expression may be empty; None if unknown."""
    found: set[str] = set()
    for part in _alternatives(expression):
        for item, repeat in reversed(_items(part)):
            if item.startswith("(?=") and (ahead := _first_signs(item[3:-1])) is not None and _NOTHING not in ahead:
                # What looks ahead for words closes no text.
                break
            if item.startswith(_LOOKING) or item in ("^", "$"):
                continue
            group = _OPENS_GROUP.match(item)
            signs = _last_signs(item[group.end() : -1]) if group else _item_signs(item)
            if signs is None:
                return None
            found |= set(signs) - {_NOTHING}
            if _NOTHING not in signs and (repeat is None or not _may_be_left_out(repeat)):
                break
        else:
            found.add(_NOTHING)
    return found


def _items(part: str, *, runs: bool = False) -> list[tuple[str, str | None]]:
    """The items of one alternative, each with its quantifier as written, if it has one; `runs` of signs as one item."""
    found: list[tuple[str, str | None]] = []
    at = 0
    while at < len(part):
        if runs and (run := _RUN.match(part, at)):
            found.append((run[0], None))
            at = run.end()
            continue
        item = part[at : _behind(part, at)]
        at += len(item)
        repeat = _ANY_QUANTIFIER.match(part, at)
        at = repeat.end() if repeat else at
        found.append((item, repeat[1] if repeat else None))
    return found


def _may_be_left_out(repeat: str) -> bool:
    return repeat[0] in "?*" or repeat.startswith("{0")


def _item_signs(item: str) -> list[str] | None:
    if match := _OPENS_GROUP.match(item):
        inner = _first_signs(item[match.end() : -1])
        return None if inner is None else list(inner)
    if item[0] == "[":
        return list(_set(item)[0]) or None
    sign = _plain_sign(item)
    return [sign] if sign else None


def _by_sign(heads: Sequence[Head]) -> str:
    rests: dict[str, list[str]] = {}
    for sign, rest in heads:
        rests.setdefault(sign, []).append(rest)
    followed: dict[tuple[str, str], list[str]] = {}
    for sign, found in rests.items():
        rest = _joined(list(dict.fromkeys(found)))
        followed.setdefault((rest, "" if len(rest) > _LONG else sign), []).append(sign)
    every = "|".join(_set_of(signs) + rest for (rest, _), signs in followed.items())
    # Only alternatives that are plain signs let the engine skip; elsewhere a look at the next sign does.
    return every if len(followed) == len(rests) else f"(?={_set_of(list(rests))})(?:{every})"


def _set_of(signs: Sequence[str]) -> str:
    escaped = "".join(map(re.escape, signs))
    return escaped if len(signs) == 1 else f"[{escaped}]"


def _joined(rests: list[str]) -> str:
    """What follows one sign, as one expression: itself grouped where many words go on."""
    if len(rests) == 1:
        return rests[0]
    last = rests[-1] == ""
    on = rests[:-1] if last else rests
    # A rest that begins with a repeat would come back as its own rest.
    if len(on) > _FEW and all(_begins_plainly(rest) for rest in on) and (heads := _heads_of(on)) is not None:
        return f"(?:{_by_sign(heads)}|)" if last else f"(?:{_by_sign(heads)})"
    # Neighbours that are one sign each make a set.
    parts: list[str] = []
    for single, group in groupby(rests, key=lambda rest: len(rest) == 1 and rest not in _SPECIAL):
        found = list(group)
        parts.append(_set_of(found) if single else "|".join(found))
    return "(?:" + "|".join(parts) + ")"


def _begins_plainly(rest: str) -> bool:
    return rest[:1] not in _SPECIAL and rest != "" and rest[1:2] not in ("*", "+", "?", "{")


def _heads_of(choices: Sequence[str]) -> list[Head] | None:
    heads: list[Head] = []
    for choice in choices:
        own = beginnings(choice)
        if own is None:
            return None
        heads += own
    return heads


def beginnings(word: str) -> list[Head] | None:
    """The ways a word may begin, in the order in which the engine would try them; None if they cannot be told."""
    if word and _MARKED.search(word) is None:
        return [(part[0], part[1:]) for part in word.split("|")] if all(word.split("|")) else None
    parts = _alternatives(word)
    if len(parts) > 1:
        return _heads_of(parts)
    if word.startswith("^"):
        # The beginning of the text is where nothing stands before.
        word = r"(?<![\s\S])" + word[1:]
    if word.startswith(("(?<!", "(?<=")):
        close = _closing(word, 0)
        behind = beginnings(word[close + 1 :])
        # What must not stand before the word must not stand before its first sign.
        looked = f"{word[:4]}(?:{word[4:close]})"
        return None if behind is None else [(sign, f"{looked}{re.escape(sign)}){rest}") for sign, rest in behind]
    first = _first_item(word)
    if first is None:
        return None
    heads, item, tail = first
    match = _QUANTIFIER.match(tail)
    if match is None:
        if tail[:1] and tail[0] in "*+?{":
            return None
        return [(sign, rest + tail) for sign, rest in heads]
    return _repeated(heads, item, match[1], tail[match.end() :])


def _repeated(heads: list[Head], item: str, quantifier: str, tail: str) -> list[Head] | None:
    again = {"?": "", "*": f"{item}*", "+": f"{item}*"}.get(quantifier)
    least = 1 if quantifier == "+" else 0
    if again is None:
        match = _REPEAT.fullmatch(quantifier)
        assert match is not None
        least = int(match[1])
        most = match[3] if match[2] else match[1]
        if most == "0":
            return None
        again = f"{item}{{{max(least - 1, 0)},{int(most) - 1 if most else ''}}}"
        again = "" if again.endswith("{0,0}") else again
    found = [(sign, rest + again + tail) for sign, rest in heads]
    if least:
        return found
    without = beginnings(tail) if tail else None
    return None if without is None else found + without


def _first_item(word: str) -> tuple[list[Head], str, str] | None:
    """The heads of the first item of a word, the item as written, and what follows it with its quantifier."""
    if not word:
        return None
    if word[0] == "[":
        signs, end = _set(word)
        return ([(sign, "") for sign in signs], word[:end], word[end:]) if signs else None
    if word.startswith("(?:"):
        end = _closing(word, 0) + 1
        inner = beginnings(word[3 : end - 1])
        return None if inner is None else (inner, word[:end], word[end:])
    if word[0] == "\\":
        return None if word[1].isalnum() else ([(word[1], "")], word[:2], word[2:])
    return None if word[0] in _SPECIAL else ([(word[0], "")], word[0], word[1:])


def _set(word: str) -> tuple[str, int]:
    """The signs of the set that opens a word, and where it ends; no signs for one that excludes or holds classes."""
    signs = ""
    at = 1
    while word[at] != "]" or at == 1:
        sign = word[at]
        if sign == "^" and at == 1:
            return "", at
        if sign == "\\":
            at += 1
            sign = word[at]
            if sign.isalnum():
                return "", at
        elif sign == "-" and signs and word[at + 1] != "]":
            signs += "".join(map(chr, range(ord(signs[-1]) + 1, ord(word[at + 1]) + 1)))
            at += 2
            if len(signs) > 64:
                return "", at
            continue
        signs += sign
        at += 1
    return signs, at + 1


def _alternatives(word: str) -> list[str]:
    """The parts of an expression between its outermost |."""
    if "|" not in word:
        return [word]
    parts, start, depth = [], 0, 0
    for edge in _EDGES.finditer(word):
        sign = edge[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            parts.append(word[start : edge.start()])
            start = edge.end()
    return [*parts, word[start:]]


def _closing(word: str, at: int) -> int:
    """Where the bracket that opens at `at` is closed."""
    return _behind(word, at) - 1


def _behind(word: str, at: int) -> int:
    """Behind the sign, set or bracket that begins at `at`."""
    if word[at] not in "([\\":
        return at + 1
    depth = 0
    for edge in _EDGES.finditer(word, at):
        sign = edge[0]
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return edge.end()
    raise ValueError(f"not closed: {word[at:]}")
