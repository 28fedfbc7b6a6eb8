"""JSON with types: numbers that lose nothing, and the careful reading of objects that anyone may have written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar, cast

from core.messages import PolicyReviewError
from core.model import Span
from core.values import dataclass

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
T = TypeVar("T")

#: No figure of a report has more digits than this before or behind the point; writing such a number out could hang.
_LARGEST_EXPONENT = 300


def number(value: Decimal) -> int | float:
    """The JSON number of a decimal: an int where it is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)


def exact(value: Decimal) -> str | None:
    """The decimal in full where its JSON number would not give it back digit for digit (11.50, 1.3E+8), else None."""
    return None if str(Decimal(str(number(value)))) == str(value) else str(value)


def pair(span: Span) -> list[Json]:
    """A span as `[start, end]`."""
    return [span.start, span.end]


def pairs(spans: Iterable[Span]) -> list[Json]:
    """Spans as a list of `[start, end]`."""
    return [pair(span) for span in spans]


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object, read field by field; `path` says where it stands, for the error.

    Every method raises PolicyReviewError("not-an-extraction") when a field is missing or of another type.
    """

    data: Mapping[str, object]
    path: str = ""

    @classmethod
    def of(cls, value: object, path: str = "") -> Fields:
        """The reader of `value`, which must be an object."""
        if not isinstance(value, Mapping):
            raise _wrong(path)
        return cls(cast("Mapping[str, object]", value), path)

    def text(self, name: str) -> str:
        """A string."""
        return self._checked(name, self.data.get(name), str)

    def text_or_none(self, name: str) -> str | None:
        """A string, or None where the field is null or missing."""
        return None if self.data.get(name) is None else self.text(name)

    def integer(self, name: str) -> int:
        """A whole number."""
        value = self._checked(name, self.data.get(name), int)
        if isinstance(value, bool):
            raise self.error(name)
        return value

    def integer_or_none(self, name: str) -> int | None:
        """A whole number, or None where the field is null or missing."""
        return None if self.data.get(name) is None else self.integer(name)

    def real(self, name: str) -> float:
        """A number as a float."""
        value = self.data.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(name)
        return float(value)

    def decimal_or_none(self, name: str) -> Decimal | None:
        """A number as a decimal, from a JSON number or from the string that `exact` wrote."""
        value = self.data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
            raise self.error(name)
        try:
            read = Decimal(str(value))
        except InvalidOperation:
            raise self.error(name) from None
        if not read.is_finite() or max(abs(read.adjusted()), len(read.as_tuple().digits)) > _LARGEST_EXPONENT:
            raise self.error(name)
        return read

    def choice(self, name: str, words: tuple[T, ...]) -> T:
        """One of `words`, such as `get_args(Kind)`."""
        return self._one_of(name, self.data.get(name), words)

    def choice_or_none(self, name: str, words: tuple[T, ...]) -> T | None:
        """One of `words`, or None where the field is null or missing."""
        return None if self.data.get(name) is None else self.choice(name, words)

    def choices(self, name: str, words: tuple[T, ...]) -> tuple[T, ...]:
        """A list of some of `words`, empty where the field is missing."""
        return tuple(self._one_of(name, item, words) for item in self.items(name))

    def span(self, start: str, end: str) -> Span:
        """A span from the two named fields."""
        return self._span(start, self.integer(start), self.integer(end))

    def span_or_none(self, name: str) -> Span | None:
        """A span from one field `[start, end]`, or None where it is null or missing."""
        value = self.data.get(name)
        return None if value is None else self._pair(name, value)

    def spans(self, name: str) -> tuple[Span, ...]:
        """A list of `[start, end]`, empty where the field is missing."""
        return tuple(self._pair(name, item) for item in self.items(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings, empty where the field is missing."""
        return tuple(self._checked(name, item, str) for item in self.items(name))

    def words(self, name: str) -> dict[str, str]:
        """An object of strings, empty where the field is missing."""
        inner = Fields.of(self.data.get(name) or {}, f"{self.path}.{name}")
        return {key: inner.text(key) for key in inner.data}

    def objects(self, name: str, build: Callable[[Fields], T]) -> tuple[T, ...]:
        """A list of objects, each made by `build`; empty where the field is missing."""
        return tuple(
            build(Fields.of(item, f"{self.path}.{name}[{position}]"))
            for position, item in enumerate(self.items(name))
        )

    def object_or_none(self, name: str, build: Callable[[Fields], T]) -> T | None:
        """One object made by `build`, or None where the field is null or missing."""
        value = self.data.get(name)
        return None if value is None else build(Fields.of(value, f"{self.path}.{name}"))

    def items(self, name: str) -> list[object]:
        """A list of anything, empty where the field is missing."""
        return self._checked(name, self.data.get(name, []), list)

    def _checked(self, name: str, value: object, kind: type[T]) -> T:
        if not isinstance(value, kind):
            raise self.error(name)
        return value

    def _one_of(self, name: str, value: object, words: tuple[T, ...]) -> T:
        for word in words:
            if word == value:
                return word
        raise self.error(name)

    def _pair(self, name: str, value: object) -> Span:
        match value:
            case [int(start), int(end)]:
                return self._span(name, start, end)
            case _:
                raise self.error(name)

    def _span(self, name: str, start: int, end: int) -> Span:
        if not 0 <= start <= end:
            raise self.error(name)
        return Span(start, end)

    def error(self, name: str) -> PolicyReviewError:
        """The error that says that the field `name` is missing or wrong."""
        return _wrong(f"{self.path}.{name}")


def _wrong(place: str) -> PolicyReviewError:
    return PolicyReviewError("not-an-extraction", place=place.lstrip(".") or "{}")
