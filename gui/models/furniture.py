"""What of a file is text and what is furniture, line by line; each can be put back or taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from core.model.layout import FurnitureKind
from core.values import dataclass
from gui.models.received import Printed, Received, Wishes

PieceKind = FurnitureKind | Literal["text", "residue"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One line, or what the reader left out at one place. `is_text` says what it counts as now.

    `kind` says what it was taken for; `page` counts from 1.
    """

    words: str
    is_text: bool
    kind: PieceKind
    page: int | None
    offset: int
    line: Printed | None = None
    left_out: str | None = None


def pieces(received: Received) -> list[Piece]:
    """Everything in the file in the order in which it is printed."""
    report, layout = received.report, received.reading.layout
    noise = sorted(report.noise)
    found: list[Piece] = []
    number = 0
    for span, name in received.lines:
        while number < len(noise) and noise[number].end <= span.start:
            number += 1
        quiet = number < len(noise) and noise[number].start < span.end
        chosen = name in received.wishes.as_text or name in received.wishes.as_furniture
        kind: PieceKind = "residue" if quiet or chosen else "text"
        found.append(Piece(_flat(name.words), not quiet, kind, layout.page_of(span.start), span.start, line=name))
    for one, back in (*((one, False) for one in layout.left_out), *((one, True) for one in received.put_back)):
        found.append(Piece(_flat(one.words), back, one.kind, one.page, one.offset, left_out=one.id))
    return sorted(found, key=lambda piece: (piece.offset, piece.left_out is None))


def turned(wishes: Wishes, piece: Piece) -> Wishes:
    """The wishes with this piece as the other of the two."""
    if piece.left_out is not None:
        return replace(wishes, put_back=wishes.put_back ^ {piece.left_out})
    if piece.line is None:
        return wishes
    one = frozenset({piece.line})
    if piece.is_text:
        if piece.line in wishes.as_text:
            return replace(wishes, as_text=wishes.as_text - one)
        return replace(wishes, as_furniture=wishes.as_furniture | one)
    if piece.line in wishes.as_furniture:
        return replace(wishes, as_furniture=wishes.as_furniture - one)
    return replace(wishes, as_text=wishes.as_text | one)


def is_furniture(piece: Piece) -> bool:
    """Whether it is, or was before a person said otherwise, no part of the text."""
    return piece.kind != "text"


def _flat(words: str) -> str:
    return " ".join(words.split())
