"""The codebook that a new project begins with, read from resources/codebook.toml; codes on their way in or out."""

from __future__ import annotations

from functools import cache

import resources
from core.model import Tag
from core.values import dataclass
from core.vocabulary import Language


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A code as another project or a table has it; `parent` is a name, `colour` #RRGGBB or ""."""

    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    colour: str = ""
    parent: str = ""


@cache
def _entries() -> dict[str, dict[str, str]]:
    return resources.table(resources.path("codebook.toml"))


def default_tags(language: Language = "zh") -> tuple[Tag, ...]:
    """The policy fields as tags, in their printed order."""
    return tuple(
        Tag(key, entry[language], entry[f"definition_{language}"], entry["colour"], position)
        for position, (key, entry) in enumerate(_entries().items(), 1)
    )


def default_colour(position: int) -> str:
    """A readable colour for a new code; they come round again."""
    colours = [entry["colour"] for entry in _entries().values()]
    return colours[(position - 1) % len(colours)]


def tag_name(tag: Tag, language: Language) -> str:
    """The tag's name; in the other language too while nobody has given it a name of their own."""
    return _word(tag.id, tag.name, "", language)


def tag_definition(tag: Tag, language: Language) -> str:
    """The tag's definition, by the same rule."""
    return _word(tag.id, tag.definition, "definition_", language)


def _word(key: str, own: str, prefix: str, language: Language) -> str:
    entry = _entries().get(key)
    if entry and own in (entry[f"{prefix}zh"], entry[f"{prefix}en"]):
        return entry[f"{prefix}{language}"]
    return own
