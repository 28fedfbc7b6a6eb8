"""Frozen dataclasses of our own making are what the library's are."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field
from typing import Any, Generic, TypeVar

import pytest

from core.values import dataclass, unguarded

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Row(Generic[V]):
    """A shape with every kind of field that the project has."""

    name: V
    words: tuple[str, ...] = ()
    seen: list[str] = field(default_factory=list)
    why: str = field(default="", repr=False)
    passing: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Checked(Row[str]):
    """A shape that looks at what it is given, and adds to another one."""

    share: float = 0.0

    def __post_init__(self) -> None:
        if self.share > 1:
            raise ValueError(self.share)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A shape without fields."""


@dataclass(frozen=True, slots=True)
class Told:  # noqa: PLW1641  (how it is hashed is added)
    """A shape that says itself how it is compared and written."""

    word: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and other.word.lower() == self.word.lower()

    def __repr__(self) -> str:
        return self.word


def test_values_go_to_their_fields() -> None:
    """By place, by name and by default; a default that is made is made anew for each."""
    row = Row("a", ("b",), why="c")
    assert (row.name, row.words, row.seen, row.why, row.passing) == ("a", ("b",), [], "c", 0)
    assert Row("a").seen is not Row("a").seen
    with pytest.raises(TypeError):
        Row()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Row("a", colour="red")  # type: ignore[call-arg]


def test_nothing_is_changed_and_nothing_added() -> None:
    """Reports are handed from thread to thread because nobody can change them."""
    row = Row("a")
    for name in ("name", "colour"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(row, name, "b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del row.name  # type: ignore[misc]


def test_equal_by_class_and_contents() -> None:
    """Two shapes with the same contents are one; a shape of another class is not, and what is not compared is not."""
    assert Row("a", ("b",)) == Row("a", ("b",), passing=5)
    assert Row("a") != Row("b")
    assert Row("a") != Checked("a")
    assert Nothing() == Nothing()
    assert Told("A") == Told("a")


def test_hashed_by_what_is_compared() -> None:
    """Shapes are keys of dictionaries."""
    first, second = Checked("a", ("b",), seen=(), passing=1), Checked("a", ("b",), seen=())  # type: ignore[arg-type]
    assert {first: 1}[second] == 1
    assert len({Nothing(), Nothing(), Told("a")}) == 2


def test_written_with_its_fields() -> None:
    """A failed test and the log tell what a shape held."""
    assert repr(Checked("a", share=0.5)) == "Checked(name='a', words=(), seen=[], passing=0, share=0.5)"
    assert repr(Told("a")) == "a"


def test_what_looks_at_its_fields_is_called() -> None:
    """A shape that refuses what it is given goes on doing so."""
    with pytest.raises(ValueError, match="2"):
        Checked("a", share=2)


def test_the_library_knows_it() -> None:
    """Its functions and patterns work, and so do copies and what is sent to another process."""
    row = Checked("a", ("b",), share=0.5)
    assert dataclasses.replace(row, words=("c",)).words == ("c",)
    assert dataclasses.asdict(row)["share"] == 0.5
    assert "share" in {each.name for each in dataclasses.fields(row)}
    for other in (copy.copy(row), copy.deepcopy(row), pickle.loads(pickle.dumps(row))):
        assert other == row
        assert other is not row
    match row:
        case Checked(name, words):
            assert (name, words) == ("a", ("b",))
        case _:
            pytest.fail("no match")


def test_shapes_in_order() -> None:
    """Spans are sorted by where they begin, then by where they end; shapes of other classes have no order."""

    @dataclass(frozen=True, slots=True, order=True)
    class Stretch:
        start: int
        end: int

    assert sorted([Stretch(2, 3), Stretch(1, 9), Stretch(1, 4)]) == [Stretch(1, 4), Stretch(1, 9), Stretch(2, 3)]
    assert Stretch(1, 4) <= Stretch(1, 4) >= Stretch(1, 3)
    assert Stretch(1, 5) > Stretch(1, 4)
    assert {Stretch(1, 4): 1}[Stretch(1, 4)] == 1
    with pytest.raises(TypeError):
        assert Stretch(1, 4) < Row("a")  # type: ignore[operator]


def test_the_librarys_own_kind_may_add_to_it() -> None:
    """Who does not know of ours takes the library's decorator."""

    @dataclasses.dataclass(frozen=True, slots=True)
    class More(Checked):
        places: list[int] = field(default_factory=list)

    more = More("a", share=0.5, places=[1])
    assert (more.name, more.share, more.places) == ("a", 0.5, [1])
    with pytest.raises(dataclasses.FrozenInstanceError):
        more.places = []  # type: ignore[misc]


def test_other_kinds_are_the_librarys_own() -> None:
    """What can be changed is left to the library."""

    @dataclass(slots=True)
    class Loose:
        place: int

    loose = Loose(1)
    loose.place = 2
    assert loose == Loose(2)


def test_what_may_be_changed_is_what_the_library_makes() -> None:
    """Records are made, compared, told and copied as the library's; they cannot be hashed, and hold nothing more."""

    @unguarded
    class Record:
        name: str
        seen: list[str] = field(default_factory=list)

    @dataclasses.dataclass(slots=True)
    class Usual:
        name: str
        seen: list[str] = field(default_factory=list)

    kinds: tuple[Any, ...] = (Record, Usual)
    for kind in kinds:
        one, other = kind("a"), kind("a")
        assert one == other
        assert one.seen is not other.seen
        other.name = "b"
        assert one != other
        assert dataclasses.replace(one, name="b") == other == copy.deepcopy(other)
        assert repr(one).endswith(f"{kind.__name__}(name='a', seen=[])")
        assert dataclasses.asdict(one) == {"name": "a", "seen": []}
        with pytest.raises(TypeError):
            hash(one)
        with pytest.raises(AttributeError):
            one.more = 1
