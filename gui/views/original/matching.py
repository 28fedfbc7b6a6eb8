"""Places of one text in another that holds the same words in another form: white space and furniture may differ."""

from __future__ import annotations

from bisect import bisect_left

from core.model import Span

#: So many characters before a place tell it from others with the same words.
_CONTEXT = 24
_QUOTE = 40


class Matching:
    """Finds spans of `text` in `shown`, and places of `shown` in `text`; both in code points, white space left out."""

    def __init__(self, text: str, shown: str) -> None:
        self._text = _Squeezed(text)
        self._shown = _Squeezed(shown)

    def shown_span(self, span: Span) -> Span | None:
        """Where a span of the text stands in what is shown, None where it does not."""
        return _found(self._text, self._shown, span)

    def text_offset(self, place: int) -> int | None:
        """The text's offset of a place in what is shown, None where the words there are not in the text."""
        for length in (_QUOTE, 12, 4):
            found = _found(self._shown, self._text, Span(place, place + length))
            if found is not None:
                return found.start
        return None


class _Squeezed:
    """A text without white space that knows where each character stood."""

    def __init__(self, text: str) -> None:
        self.places = [place for place, sign in enumerate(text) if not sign.isspace()]
        self.words = "".join(text[place] for place in self.places)

    def within(self, span: Span) -> tuple[int, int]:
        """The squeezed range of a span."""
        return bisect_left(self.places, span.start), bisect_left(self.places, span.end)


def _found(source: _Squeezed, target: _Squeezed, span: Span) -> Span | None:
    start, end = source.within(span)
    if start >= end:
        return None
    quote = source.words[start:end]
    place = -1
    for context in (_CONTEXT, _CONTEXT // 3):
        before = source.words[max(0, start - context) : start]
        if before and (at := target.words.find(before + quote)) >= 0:
            place = at + len(before)
            break
    if place < 0:
        place = _nth(target.words, quote, source.words.count(quote, 0, start))
    if place < 0:
        return None
    last = min(place + len(quote), len(target.places)) - 1
    return Span(target.places[place], target.places[last] + 1)


def _nth(words: str, quote: str, number: int) -> int:
    """Where the quote stands for the time `number` (from 0), or for the last time before that."""
    place = words.find(quote)
    while place >= 0 and number > 0:
        following = words.find(quote, place + 1)
        if following < 0:
            break
        place, number = following, number - 1
    return place
