"""Bytes → characters: which encoding a text is in, and nothing changed but that.

Line ends, spaces and marks stay as they are; only a byte order mark is taken off.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from core.messages import PolicyReviewError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A rival earlier in the list wins a tie: plain ASCII with a few marks is the same in many of them.
_RIVALS = ("gb18030", "big5", "utf-16-le", "utf-16-be", "cp1252")
_SAMPLE = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PLAUSIBLE = 0.6
_FEW_DAMAGED = 0.02


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The characters of a text file and the name of its encoding.

    A text with a few damaged bytes is still read; each then stands as U+FFFD.

    Raises:
        PolicyReviewError: "not-a-report" for binary data, "undecodable" for text in an unknown encoding.
    """
    found = _marked(data) or _utf8(data) or _best_rival(data) or _guessed(data) or _damaged(data)
    if found is None:
        raise PolicyReviewError("not-a-report" if _is_binary(data) else "undecodable", name=name)
    if _controls(found[0]) > 0.005:
        raise PolicyReviewError("not-a-report", name=name)
    return found


def _marked(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                return _replaced(data, encoding)
    return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # English in UTF-16 is valid UTF-8 with a NUL behind each letter
    return None if text.count("\0") > len(text) / 100 else (text, "utf-8")


def _best_rival(data: bytes) -> tuple[str, str] | None:
    best, best_score = None, _PLAUSIBLE
    for encoding in _RIVALS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _plausibility(text)
        if score > best_score:
            best, best_score = (text, encoding), score
    return best


def _plausibility(text: str) -> float:
    """The share of everyday characters among those that are not ASCII; control characters count against it."""
    sample = text if len(text) <= _SAMPLE else text[:: len(text) // _SAMPLE + 1]
    foreign = [character for character in sample if character > "\x7f" or _CONTROL.match(character)]
    if not foreign:
        return 1.0
    everyday = _everyday()
    return sum(character in everyday for character in foreign) / len(foreign)


@cache
def _everyday() -> frozenset[str]:
    """The common Han characters of both national standards (GB 2312 level 1, Big5 level 1) and printed marks."""
    simplified = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    traditional = bytes(
        b for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)) for b in (row, cell)
    )
    ranges = ((0x3000, 0x3020), (0xFF01, 0xFF5F), (0x2460, 0x2474), (0x25A0, 0x25D0))
    wide = "".join(chr(code) for first, last in ranges for code in range(first, last))
    marks = "“”‘’—–…·•×°±‰℃㎡€★※ⅠⅡⅢⅣⅤ\xa0"
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore") + wide + marks)


def _guessed(data: bytes) -> tuple[str, str] | None:
    """Other encodings of the world, when nothing in the list is plausible."""
    if _is_binary(data):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 2**20], threshold=0.1).best()
    if best is None:
        return None
    try:
        return data.decode(best.encoding), best.encoding.replace("_", "-")
    except UnicodeDecodeError:
        return None


def _damaged(data: bytes) -> tuple[str, str] | None:
    return _replaced(data, "utf-8") or _replaced(data, "gb18030")


def _replaced(data: bytes, encoding: str) -> tuple[str, str] | None:
    text = data.decode(encoding, "replace")
    foreign = sum(character > "\x7f" for character in text)
    few = text.count("\ufffd") <= max(1, foreign * _FEW_DAMAGED)
    return (text, encoding) if few and _plausibility(text) > _PLAUSIBLE else None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > len(sample) / 100


def _controls(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if text else 0.0
