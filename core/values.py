"""Dataclasses whose functions are compiled when they are first called.

The library's decorator compiles six functions for each frozen class, two thirds of a millisecond. The window has 170 of
them by the time that a project is on the screen, which was a ninth of the time until then; most are never compared
or hashed, many never made. Besides, values are put into the slots of an object without asking the guard, which makes
objects in half the time. To users and to the type checker these are dataclasses like any other: `fields`, `replace`,
`asdict`, patterns, copies and pickling work.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

__all__ = ["dataclass", "unguarded"]

Kind = TypeVar("Kind", bound=type[Any])
Made = TypeVar("Made")
_FROZEN: Final = {"frozen": True, "slots": True}
_ORDERED: Final = {**_FROZEN, "order": True}
_COMPARISONS: Final = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
_NONE: Final = dataclasses.MISSING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**options: bool) -> Callable[[Kind], Kind]:
        """The library's decorator; `frozen=True, slots=True`, with `order=True` or without, makes it as told above."""
        if options == _ORDERED:
            return _ordered
        return _frozen if options == _FROZEN else dataclasses.dataclass(**options)


def _frozen(kind: Kind) -> Kind:
    own = {name for name, value in vars(kind).items() if value is not None}  # `__hash__` is None beside an `__eq__`
    kind.__doc__ = kind.__doc__ or kind.__name__  # the library would find out how it is called, with half of `inspect`
    adds = any(map(dataclasses.is_dataclass, kind.__bases__))  # the library wants both to be frozen, or neither
    made: Any = dataclasses.dataclass(slots=True, frozen=adds, init=False, repr=False, eq=False)(kind)
    made.__dataclass_params__.frozen = True
    functions = {
        "__init__": _later(made, "__init__", _init), "__hash__": _later(made, "__hash__", _hash), "__repr__": _words,
        "__eq__": _later(made, "__eq__", partial(_compare, "__eq__", "==")),
        "__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _contents, "__setstate__": _fill,
    }
    for name, function in functions.items():
        if name not in own:
            setattr(made, name, function)
    return made  # type: ignore[no-any-return]


def unguarded(kind: type[Made]) -> type[Made]:
    """What `dataclass(slots=True)` makes, its functions compiled when they are called as well."""
    own = {name for name, value in vars(kind).items() if value is not None}
    kind.__doc__ = kind.__doc__ or kind.__name__
    made: Any = dataclasses.dataclass(slots=True, init=False, repr=False, eq=False)(kind)
    functions = {
        "__init__": _later(made, "__init__", partial(_init, guarded=False)), "__repr__": _words,
        "__eq__": _later(made, "__eq__", partial(_compare, "__eq__", "==")), "__hash__": None,
    }
    for name, function in functions.items():
        if name not in own:
            setattr(made, name, function)
    return made  # type: ignore[no-any-return]


def _ordered(kind: Kind) -> Kind:
    made = _frozen(kind)
    made.__dataclass_params__.order = True
    for name, sign in _COMPARISONS.items():
        setattr(made, name, _later(made, name, partial(_compare, name, sign)))
    return made


def _later(kind: Any, name: str, source: Callable[[Any, dict[str, Any]], str]) -> Callable[..., Any]:
    """A function that puts the compiled one in its own place when it is called."""

    def first(*given: Any, **named: Any) -> Any:
        space: dict[str, Any] = {}
        exec(source(kind, space), space)  # made of the names of fields
        setattr(kind, name, space[name])
        return space[name](*given, **named)

    return first


def _init(kind: Any, space: dict[str, Any], *, guarded: bool = True) -> str:
    given, lines = ["self"], ["pass"]
    for field in dataclasses.fields(kind):
        name = value = field.name
        space[f"_put_{name}"] = getattr(kind, name).__set__
        if field.default_factory is not _NONE:
            space[f"_make_{name}"], space["_none"] = field.default_factory, _NONE
            given.append(f"{name}=_none")
            value = f"_make_{name}() if {name} is _none else {name}"
        elif field.default is not _NONE:
            space[f"_default_{name}"] = field.default
            given.append(f"{name}=_default_{name}")
        else:
            given.append(name)
        lines.append(f"_put_{name}(self, {value})" if guarded else f"self.{name} = {value}")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    return f"def __init__({', '.join(given)}):\n " + "\n ".join(lines)


def _compare(name: str, sign: str, kind: Any, _space: dict[str, Any]) -> str:
    return (
        f"def {name}(self, other):\n"
        " if other.__class__ is not self.__class__: return NotImplemented\n"
        f" return {_tuple(kind, 'self')} {sign} {_tuple(kind, 'other')}"
    )


def _hash(kind: Any, _space: dict[str, Any]) -> str:
    return f"def __hash__(self): return hash({_tuple(kind, 'self')})"


def _tuple(kind: Any, one: str) -> str:
    return f"({''.join(f'{one}.{field.name},' for field in dataclasses.fields(kind) if field.compare)})"


def _words(self: Any) -> str:
    told = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse(_self: Any, name: str, _value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _contents(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _fill(self: Any, contents: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), contents, strict=True):
        object.__setattr__(self, field.name, value)
