"""Bytes → characters: which encoding a text is in, and nothing changed but that.

Line ends, spaces and marks stay as they are; only a byte order mark is taken off.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from core.messages import PolicyReviewError
from core.values import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A rival earlier in the list wins a tie: plain ASCII with a few marks is the same in many of them.
RIVALS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "cp1252")
_SAMPLE = 20_000
#: So many bytes are tried in each encoding before the whole text is decoded in the best one.
_TRIED = 2**18
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PLAUSIBLE = 0.6
#: More characters than this share lost make a text unreadable, or the encoding a wrong one.
_MOST_DAMAGED = 0.1
_MOST_CONTROLS = 0.005
#: English has no more letters with accents than this share.
_MOST_FOREIGN = 0.08


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text in the encoding that was found or wished for; `damaged` counts the characters that stand as U+FFFD."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, name: str, wished: str | None = None) -> Decoded:
    """The characters of a text file; `wished` is the encoding that a person chose, else it is found.

    A text with some damaged bytes is still read; each then stands as U+FFFD.

    Raises:
        PolicyReviewError: "not-a-report" for binary data, "undecodable" for text in an unknown encoding,
            "wrong-encoding" when the chosen one does not exist or makes no text of the bytes.
    """
    if wished is not None:
        return decode_as(data, wished, name)
    found = _marked(data)
    if found is None:
        data = _without_mark(data)  # it lied
        found = _utf8(data) or _strict(data) or _damaged(data) or _western(data)
    if found is None:
        raise PolicyReviewError("not-a-report" if _is_binary(data) else "undecodable", name=name)
    if _controls(found.text) > _MOST_CONTROLS:
        raise PolicyReviewError("not-a-report", name=name)
    return found


def decode_as(data: bytes, encoding: str, name: str = "") -> Decoded:
    """The characters of the bytes in an encoding that a person chose, what does not fit as U+FFFD; also for a preview.

    Raises:
        PolicyReviewError: "wrong-encoding" when there is none of that name, or more is lost than can be read.
    """
    try:
        if not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError(encoding)
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError, UnicodeError) as error:
        raise PolicyReviewError("wrong-encoding", name=name, encoding=encoding) from error
    if not encoding.lower().replace("_", "-").endswith("-sig"):
        text = text.removeprefix("\ufeff")
    damaged = text.count("\ufffd")
    if 2 * damaged > len(text):
        raise PolicyReviewError("wrong-encoding", name=name, encoding=encoding)
    return Decoded(text, encoding, damaged)


def ranked(data: bytes) -> tuple[str, ...]:
    """The encodings that the bytes may be in, the likeliest first; those that make no sense of them are not named."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    sample = data[:_TRIED]
    scored = [(_score(sample, encoding), -place, encoding) for place, encoding in enumerate(RIVALS)]
    likely = [encoding for score, _, encoding in sorted(scored, reverse=True) if score > 0]
    return (marked, *(one for one in likely if one != marked)) if marked else tuple(likely)


def _score(sample: bytes, encoding: str) -> float:
    """How far the bytes read as everyday text in an encoding; what is lost counts five times."""
    text = sample.decode(encoding, "replace")
    # the sample may end in the middle of a character
    damaged = max(0, text.count("\ufffd") - (len(sample) == _TRIED))
    foreign = sum(character > "\x7f" for character in text[:_SAMPLE]) or 1
    lost = damaged / max(1, len(text)) * (len(text[:_SAMPLE]) / foreign if foreign > 1 else 1)
    return _plausibility(text.replace("\ufffd", "")) - 5 * lost - 5 * _controls(text[:_SAMPLE])


def _marked(data: bytes) -> Decoded | None:
    """The text in the encoding of its byte order mark; None where there is none, or where it lies."""
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        if encoding != "utf-8-sig" and _utf8(data[len(mark) :]):
            return None
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            return _replaced(data, encoding)
    return None


def _without_mark(data: bytes) -> bytes:
    return next((data[len(mark) :] for mark, _ in _MARKS if data.startswith(mark)), data)


def _utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # English in UTF-16 is valid UTF-8 with a NUL behind each letter
    return None if text.count("\0") > len(text) / 100 else Decoded(text, "utf-8")


def _strict(data: bytes) -> Decoded | None:
    """The text in the likeliest encoding of those in which every byte has a meaning."""
    for encoding in ranked(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausibility(text) > _PLAUSIBLE:
            return Decoded(text, encoding)
    return None


def _damaged(data: bytes) -> Decoded | None:
    # in UTF-16 each letter and line end has a byte that is none in other texts
    possible = [one for one in ranked(data) if one.startswith("utf-16")] if _is_binary(data) else ranked(data)
    return next((found for one in possible if (found := _replaced(data, one)) is not None), None)


def _western(data: bytes) -> Decoded | None:
    """English with a few letters of other languages (Café), in the encoding of Western systems."""
    text = data.decode("cp1252", "replace")
    foreign = [place for place, character in enumerate(text) if character > "\x7f" and character not in _everyday()]
    if len(foreign) > len(text) * _MOST_FOREIGN or any(not _is_in_a_word(text, place) for place in foreign):
        return None
    return Decoded(text, "cp1252")


def _is_in_a_word(text: str, place: int) -> bool:
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return text[place].isalpha() and any(one.isascii() and one.isalpha() for one in beside)


def _replaced(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    foreign = sum(character > "\x7f" for character in text)
    few = damaged <= max(1, foreign * _MOST_DAMAGED)
    return Decoded(text, encoding, damaged) if few and _plausibility(text.replace("\ufffd", "")) > _PLAUSIBLE else None


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


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > len(sample) / 100


def _controls(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if text else 0.0
