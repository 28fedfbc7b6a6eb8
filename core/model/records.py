"""Objects that are made by the thousand while a report is read, and live only within the stage that makes them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

from core.values import unguarded

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Copied = TypeVar("Copied", bound=DataclassInstance)

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(kind: type[Made]) -> type[Made]:
    """A slotted dataclass that the type checker holds to be frozen.

    A frozen dataclass guards its fields at run time too, for which each takes five times as long to make; what a
    report is handed on as (core.model.report) is guarded so, what only lives within a stage is not.
    """
    return unguarded(kind)


def changer(kind: type[Copied], *names: str) -> Callable[..., Copied]:
    """A function that copies a `kind` with the fields `names` changed: `changer(Span, "end")(span, 7)`.

    `dataclasses.replace` looks every field up anew; where thousands are copied this shows.
    """
    every = [field.name for field in fields(kind)]
    contents = attrgetter(*every)
    places = [every.index(name) for name in names]

    def changed(one: Copied, *values: object) -> Copied:
        held = list(contents(one))
        for place, value in zip(places, values, strict=True):
            held[place] = value
        return kind(*held)

    return changed


@contextmanager
def uncollected(*, lasting: bool = False) -> Iterator[None]:
    """A stretch of work without the collector of reference cycles.

    A stage makes many small objects and no cycles; the collector would go over all of them again and again, the more
    often the longer the report is. Where what was made is `lasting`, it goes over them not even once when it is let in
    again: they are put among the oldest objects as they are.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if lasting and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
