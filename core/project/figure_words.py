"""What a person writes about a figure, as the reading that it means; what cannot be meant is told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Final, get_args

from core.charts.words import readable_unit
from core.lexicon import find_indicator, units
from core.model import FigureReading, Rank, Span
from core.model.report import Basis, Bound, Kind, Role
from core.numerals import MULTIPLIER, read_number
from core.project.errors import ProjectError
from core.values import dataclass

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
ROLES: Final[tuple[Role, ...]] = get_args(Role)
BASES: Final[tuple[Basis, ...]] = get_args(Basis)
BOUNDS: Final[tuple[Bound, ...]] = get_args(Bound)

_FOLDED: Final = str.maketrans("０１２３４５６７８９．，－−–—％　", "0123456789.,----% ")
_DIGITS: Final = re.compile(r"[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?")
_SCALED: Final = re.compile(rf"({MULTIPLIER})(.+)")
_PERIOD: Final = re.compile(r"([0-9]{4})年?(?:[-/]([0-9]{4}|Q[1-4]|H[12]|0[1-9]|1[0-2])|-Q[1-4]/Q[1-4])?")
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The fields as they are written. `value` may hold multipliers (1.3亿); `unit` may be a printed one (万元)."""

    indicator: str = ""
    value: str = ""
    value_max: str = ""
    unit: str = ""
    kind: Kind = "level"
    role: Role = "actual"
    period: str = ""
    basis: Basis | None = None
    bound: Bound = "eq"
    rank: str = ""
    rank_of: str = ""
    scope: str = ""


def words_of(reading: FigureReading) -> FigureWords:
    """A reading as it is written into the fields."""
    rank = reading.rank
    value, most, unit = ("", "", reading.unit) if reading.kind == "rank" else _amount(
        reading.value, reading.value_max, reading.unit
    )
    return FigureWords(
        reading.indicator, value, most, unit,
        reading.kind, reading.role, reading.period or "", reading.basis, reading.bound,
        str(rank.position) if rank else "", str(rank.of) if rank and rank.of else "",
        reading.scope or (rank.scope if rank else None) or "",
    )  # fmt: skip


def reading_from(words: FigureWords, printed: Collection[str] = ()) -> FigureReading:
    """The reading that the words mean. `printed` are the units that the report uses beside those of the list.

    Raises:
        ProjectError: "figure-…": a value that is no number, a unit that does not exist, a period that is none.
    """
    name = " ".join(words.indicator.split())
    if len(name) > _LONGEST_NAME:
        raise ProjectError("figure-name-long", limit=str(_LONGEST_NAME))
    scope = " ".join(words.scope.split()) or None
    period = _period(words.period)
    if words.kind == "rank":
        position, among = _whole(words.rank), _whole(words.rank_of)
        if position is None:
            raise ProjectError("figure-no-rank")
        if among is not None and position > among:
            raise ProjectError("figure-rank-beyond", position=str(position), count=str(among))
        return FigureReading(
            name, Decimal(position), None, "", "rank", words.role, period, None, words.bound,
            Rank(position, scope, among), scope,
        )  # fmt: skip
    unit, scale = _unit(words.unit, printed)
    value, top = _number(words.value), _number(words.value_max)
    if value is None:
        raise ProjectError("figure-no-value")
    if top is not None and top <= value:
        raise ProjectError("figure-range", low=words.value.strip(), high=words.value_max.strip())
    position = _whole(words.rank)
    return FigureReading(
        name, value * scale, None if top is None else top * scale, unit, words.kind, words.role, period,
        words.basis if words.kind in ("growth", "difference") else None, words.bound,
        None if position is None else Rank(position, scope, _whole(words.rank_of)), scope,
    )  # fmt: skip


def standard_name_of(name: str) -> str:
    """The catalogue's name for an indicator, "" where it has none or it is the same."""
    entry = find_indicator(" ".join(name.split()))
    return entry.canonical if entry is not None and entry.canonical != name.strip() else ""


def first_reading(text: str, span: Span) -> FigureWords:
    """What selected words most likely say, to be completed by a person: the number in them with its unit."""
    from core.extract.quantities import find_quantities

    words = span.quote(text).translate(_FOLDED)
    found = next(iter(find_quantities(words, unitless=True)), None)
    if found is None:
        return FigureWords()
    if found.kind == "rank":
        return FigureWords(kind="rank", rank=_plain(found.value))
    kind: Kind = "rate" if found.kind == "rate" and found.unit in ("%", "‰") else "level"
    value, most, unit = _amount(found.value, found.value_max, found.unit)
    return FigureWords(value=value, value_max=most, unit=unit, kind=kind, bound=found.bound)


def _amount(value: Decimal | None, most: Decimal | None, unit: str) -> tuple[str, str, str]:
    """An amount, its upper end and their unit as people write them: 50 亿元, not 5000000000 元.

    In the unit that was read where the number is no shorter in the greater one, or would not be understood again.
    """
    ends = [abs(end) for end in (value, most) if end is not None]
    size, greater = readable_unit(max(ends, default=Decimal(0)), unit)
    try:
        understood = _unit(greater, (unit,)) == (unit, size)
    except ProjectError:
        understood = False
    plain, short = ([_plain(end and end / by) for end in (value, most)] for by in (Decimal(1), size))
    if understood and len("".join(short)) < len("".join(plain)):
        return short[0], short[1], greater
    return plain[0], plain[1], unit


def _number(words: str) -> Decimal | None:
    written = words.translate(_FOLDED).replace(" ", "")
    if not written:
        return None
    if _DIGITS.fullmatch(written) and any(sign.isdigit() for sign in written):
        return Decimal(written.replace(",", ""))
    read = read_number(written)
    if read is None or read.open or read.top is not None:
        raise ProjectError("figure-not-a-number", words=words.strip())
    return read.value


def _whole(words: str) -> int | None:
    number = _number(words.strip().removeprefix("第"))
    if number is not None and (number != number.to_integral_value() or not 1 <= number < 10**6):
        raise ProjectError("figure-no-place", words=words.strip())
    return None if number is None else int(number)


def _unit(words: str, printed: Collection[str]) -> tuple[str, Decimal]:
    """The base unit and what one of the written unit is worth in it: 万元 is 10,000 元."""
    written = "".join(words.translate(_FOLDED).split())
    if not written or written in printed:
        return written, Decimal(1)
    known = units().get(written)
    if known is not None:
        return known.base, Decimal(1)
    scaled = _SCALED.fullmatch(written)
    if scaled is not None and (scaled[2] in units() or scaled[2] in printed):
        scale = read_number(f"1{scaled[1]}")
        if scale is not None:
            rest = units().get(scaled[2])
            return rest.base if rest else scaled[2], scale.value
    raise ProjectError("figure-no-unit", words=words.strip())


def _period(words: str) -> str | None:
    written = "".join(words.translate(_FOLDED).split()).upper().removesuffix("年")
    if not written:
        return None
    match = _PERIOD.fullmatch(written)
    if match is None or (match[2] and len(match[2]) == 4 and match[2] < match[1]):
        raise ProjectError("figure-no-period", words=words.strip())
    return written.replace("年", "").replace("/", "-", 1) if "Q" not in written else written


def _plain(value: Decimal | None) -> str:
    if value is None:
        return ""
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
