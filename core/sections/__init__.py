"""A report's structure out of its text: furniture, title, paragraphs over broken lines, section tree, sentences."""

from __future__ import annotations

from core.sections.structure import read_structure

__all__ = ["read_structure"]
