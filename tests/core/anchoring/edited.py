"""Reports that somebody corrected: a text with random edits in which each character still knows where it came from."""

from __future__ import annotations

import random
import re
from typing import Final, Literal

from core.anchoring import Placed, similarity
from core.model import Span
from core.text import fold

Fate = Literal["right", "wrong", "silently wrong"]

#: What is typed or recognised by mistake.
_TYPED: Final = "的一是在了和人这中大为上以要到时用们地于出就分对可主发年动同工也能下过0123456789，、"
_SENTENCE: Final = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")

#: So far about a place it is looked whether anything shows.
_ABOUT: Final = 40

Pieces = list[list[tuple[str, int]]]


class Edited:
    """A text before and after. `places` has for each character of `old` its place in `new`, -1 if it is gone."""

    def __init__(self, old: str, pieces: Pieces) -> None:
        characters = [character for piece in pieces for character in piece]
        self.old = old
        self.new = "".join(character for character, _ in characters)
        self.places = [-1] * len(old)
        for place, (_, origin) in enumerate(characters):
            if origin >= 0:
                self.places[origin] = place

    def truth(self, span: Span) -> Span | None:
        """From the first to the last of the span's printed characters that are still there; None if none is."""
        found = [
            self.places[place]
            for place in range(span.start, span.end)
            if self.places[place] >= 0 and not self.old[place].isspace()
        ]
        return Span(min(found), max(found) + 1) if found else None

    def fate(self, span: Span, placed: Placed) -> Fate:
        """Whether a place was carried over as it should have been.

        Words that are still there, nine tenths alike, have to be found. Where the text says the same words in a row
        twice and one was struck out, nobody can tell which: the words themselves count. So they do where a sentence was
        struck out and put in again, and nothing shows that. A place that is told as moved or lost is seen by somebody,
        one that is told as unchanged is not.
        """
        quote = span.quote(self.old)
        true = self.truth(span)
        found = placed.span.quote(self.new)
        same = _said(found) == _said(quote)
        there = true is not None and (placed.span == true or (placed.span.overlaps(true) and same))
        if placed.state == "ok":
            return "right" if same and (there or self._nothing_shows(span, placed.span)) else "silently wrong"
        if true is None or similarity(quote, true.quote(self.new)) < 0.9:
            return "right" if placed.state == "orphan" or (true is not None and placed.span.overlaps(true)) else "wrong"
        return "right" if there else "wrong"

    def _nothing_shows(self, span: Span, found: Span) -> bool:
        """Whether the text about both places is the same."""
        return _about(self.old, span) == _about(self.new, found)


def edited(text: str, share: float, seed: int) -> Edited:
    """The text with a share of its sentences struck out, added, replaced, moved, or with characters mistaken.

    New sentences are sentences of the same text: what is near to the truth is harder than what is not.
    """
    chance = random.Random(seed)
    pieces: Pieces = [
        [(character, found.start() + at) for at, character in enumerate(found[0])]
        for found in _SENTENCE.finditer(text)
    ]
    others = ["".join(character for character, _ in piece) for piece in pieces]
    result: Pieces = []
    moved: Pieces = []
    for piece in pieces:
        kind = chance.choice(("delete", "insert", "replace", "move", "mistake")) if chance.random() < share else "keep"
        match kind:
            case "delete":
                pass
            case "insert":
                result += [piece, _new(_mixed(others, chance))]
            case "replace":
                words = "".join(character for character, _ in piece)
                # its own words again, or half of them, would be no edit
                result.append(_new(_mixed([other for other in others if other != words], chance)))
            case "move":
                moved.append(piece)
            case "mistake":
                result.append(_mistaken(piece, chance))
            case _:
                result.append(piece)
    for piece in moved:
        result.insert(chance.randrange(len(result) + 1), piece)
    return Edited(text, result)


def misread(text: str, share: float, seed: int) -> Edited:
    """The text with a share of its characters replaced, left out or doubled by others, as recognition does."""
    chance = random.Random(seed)
    piece: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if character == "\n" or chance.random() >= share:
            piece.append((character, place))
        else:
            piece += _mistakes(character, place, chance)
    return Edited(text, [piece])


def spans(text: str, count: int, seed: int) -> list[Span]:
    """As many places as a reviewer would mark: clauses, sentences, a few of them together, any words."""
    chance = random.Random(seed)
    sentences = [Span(*found.span()) for found in _SENTENCE.finditer(text) if found[0].strip()]
    clauses = [Span(*found.span()) for found in re.finditer(r"[^，。！？；\n]{4,}", text)]
    made: list[Span] = []
    while len(made) < count:
        match chance.randrange(4):
            case 0:
                span = chance.choice(sentences)
            case 1:
                span = chance.choice(clauses)
            case 2:
                first = chance.randrange(len(sentences))
                span = Span(sentences[first].start, sentences[min(first + 1, len(sentences) - 1)].end)
            case _:
                start = chance.randrange(len(text))
                span = Span(start, min(len(text), start + chance.randint(4, 60)))
        words = span.quote(text)
        span = Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
        if span.end - span.start >= 2:
            made.append(span)
    return made


def _said(words: str) -> str:
    """The words without what only a page layout changes: blanks that part no Latin words, the width of digits."""
    return " ".join(re.sub(r"(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])", "", fold(words)).split())


def _about(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a place, its layout aside."""
    before, behind = text[max(0, span.start - 4 * _ABOUT) : span.start], text[span.end : span.end + 4 * _ABOUT]
    return _said(before).replace(" ", "")[-_ABOUT:], _said(behind).replace(" ", "")[:_ABOUT]


def _new(words: str) -> list[tuple[str, int]]:
    return [(character, -1) for character in words]


def _mixed(sentences: list[str], chance: random.Random) -> str:
    """A sentence of the text again, or one made of two of its sentences."""
    one, other = chance.choice(sentences), chance.choice(sentences)
    return one if chance.random() < 0.5 else one[: len(one) // 2] + other[len(other) // 2 :]


def _mistaken(piece: list[tuple[str, int]], chance: random.Random) -> list[tuple[str, int]]:
    at = set(chance.choices(range(len(piece)), k=chance.randint(1, 3)))
    result: list[tuple[str, int]] = []
    for number, (character, place) in enumerate(piece):
        keep = number not in at or character == "\n"
        result += [(character, place)] if keep else _mistakes(character, place, chance)
    return result


def _mistakes(character: str, place: int, chance: random.Random) -> list[tuple[str, int]]:
    other = chance.choice(_TYPED)
    match chance.randrange(4):
        case 0:
            return []
        case 1:
            return [(character, place), (other, -1)]
        case _:
            return [(other, place)]
