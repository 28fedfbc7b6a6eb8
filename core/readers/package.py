"""The parts of a Word file: XML inside a zip, read with limits and without following anything out of the file."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from core.messages import PolicyReviewError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: No part of a report is longer; a part that unpacks to more is a bomb, or no report.
_LARGEST_PART_MB = 64
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"


@dataclass(slots=True)
class Package:
    """An opened Word file. Parts are read when they are asked for; a relationship out of the file is never followed."""

    archive: zipfile.ZipFile
    name: str
    main: str = ""
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def opened(cls, data: bytes, name: str) -> Package:
        """The package of a file's bytes.

        Raises:
            PolicyReviewError: "damaged" when it has no document in it.
        """
        package = cls(zipfile.ZipFile(BytesIO(data)), name)
        roots = package._related("")
        main = next((target for kind, target in roots.values() if kind == "officeDocument"), "word/document.xml")
        if main not in package.archive.namelist():
            raise PolicyReviewError("damaged", name=name, kind="docx")
        package.main, package.relations = main, package._related(main)
        return package

    def root(self, part: str) -> Element | None:
        """The root of a part, None where it is missing.

        Raises:
            PolicyReviewError: "too-large" for a part that unpacks to more than a report holds.
            etree.XMLSyntaxError: it is no XML.
        """
        try:
            entry = self.archive.getinfo(part)
        except KeyError:
            return None
        if entry.file_size > _LARGEST_PART_MB * 2**20:
            raise PolicyReviewError("too-large", name=self.name, limit=str(_LARGEST_PART_MB))
        words = self.archive.read(entry)
        if _STRICT.encode() in words[:8192]:
            # the strict form has other names for the same things
            words = words.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                                  b"http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        if any(mark in words[:65536].replace(b"\0", b"") for mark in (b"<!DOCTYPE", b"<!ENTITY")):
            raise PolicyReviewError("damaged", name=self.name, kind="docx")  # the format allows no DTD
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                                 remove_pis=True, huge_tree=False)
        return etree.fromstring(words, parser)

    def of_kind(self, kind: str) -> Element | None:
        """The root of the document's part of a kind (styles, numbering, footnotes …), None where it has none."""
        part = next((target for own, target in self.relations.values() if own == kind), None)
        return self.root(part) if part else None

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """The kind and target of each relationship of a part within the file, by its id."""
        folder, base = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for element in root.iter(_RELATIONS) if root is not None else ():
            if element.get("TargetMode") == "External":
                continue
            target = element.get("Target") or ""
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = (element.get("Type") or "").rsplit("/", 1)[-1]
            found[element.get("Id") or ""] = (kind, posixpath.normpath(place))
        return found
