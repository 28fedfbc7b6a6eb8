"""A file or its bytes → what was read of it: checked, handed to the reader of its kind, and checked again."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import replace
from pathlib import Path

from core.messages import PolicyReviewError
from core.model import Source
from core.model.layout import Layout, Notice
from core.readers.kinds import PICTURES, Kind, kind_of
from core.readers.reading import Progress, Reader, Reading, ReadingOptions, Words, no_progress

#: Larger files are no single report; they are refused before they are read.
LARGEST_MB = 200
#: And so are texts of more characters.
LONGEST = 2_000_000
_AS_FOUND = ReadingOptions()


def read(path: Path, options: ReadingOptions = _AS_FOUND, progress: Progress = no_progress) -> Reading:
    """Read one file; it is opened for reading only and never touched.

    `progress` is told the share done, 0 to 1; what it raises gives the reading up.

    Raises:
        PolicyReviewError: each case has its own sentence, see `read_bytes` and resources/messages/errors.toml.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise PolicyReviewError("is-a-folder", name=name)
        if path.exists() and not path.is_file():
            raise PolicyReviewError("not-a-report", name=name)  # a device or a pipe might never end
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_MB * 2**20:
                raise _too_large(name)
            data = file.read(LARGEST_MB * 2**20 + 1)  # it may grow while it is read
    except OSError as error:
        raise _explained(error, name) from error
    return read_bytes(data, name, options, progress)


def read_bytes(
    data: bytes, name: str, options: ReadingOptions = _AS_FOUND, progress: Progress = no_progress
) -> Reading:
    """Read a report from its bytes; the kind is told by content, then by the ending of `name`.

    Raises:
        PolicyReviewError: empty, too large, no text, damaged, of a kind that is not read; "password-needed" or
            "wrong-password" for an encrypted PDF; "scanned" where there are only pictures, unless
            `options.recognise` asks for them to be read, and "recognition-missing" where that is not installed.
    """
    if len(data) > LARGEST_MB * 2**20:
        raise _too_large(name)
    if not data or data.isspace():
        raise PolicyReviewError("empty-file", name=name)
    kind = kind_of(data, name)
    progress(0.0)
    words = _READERS[kind](data, name, options, progress)
    _refuse_long(words.text, name)
    if not any(character.isalpha() for character in words.text):
        raise PolicyReviewError("no-words", name=name)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind.value,
        encoding=words.encoding,
        pages=len(words.layout.pages) or None,
    )
    layout = replace(words.layout, as_text=options.as_text, as_furniture=options.as_furniture)
    return Reading(data, words.text, source, layout, options)


def _refuse_long(text: str, name: str) -> None:
    """No report is longer; to read on would keep the machine busy for minutes."""
    if len(text) > LONGEST:
        raise PolicyReviewError("too-long", name=name, limit=f"{LONGEST:,}")


def _too_large(name: str) -> PolicyReviewError:
    return PolicyReviewError("too-large", name=name, limit=str(LARGEST_MB))


def _explained(error: OSError, name: str) -> PolicyReviewError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return PolicyReviewError("no-such-file", name=name)
        case IsADirectoryError():
            return PolicyReviewError("is-a-folder", name=name)
        case PermissionError():
            return PolicyReviewError("no-permission", name=name)
        case OSError(errno=errno.ENAMETOOLONG | errno.EINVAL):
            return PolicyReviewError("no-such-file", name=name[:60])
        case _:
            return PolicyReviewError("read-failed", name=name, reason=error.strerror or type(error).__name__)


def _plain(data: bytes, name: str, options: ReadingOptions, _progress: Progress) -> Words:
    from core.readers.decoding import decode
    from core.readers.plain import tables_of

    decoded = decode(data, name, options.encoding)
    _refuse_long(decoded.text, name)
    notices = (Notice("text-damaged", {"count": str(decoded.damaged)}),) if decoded.damaged else ()
    return Words(decoded.text, decoded.encoding, Layout(tables=tables_of(decoded.text), notices=notices))


def _html(data: bytes, name: str, options: ReadingOptions, _progress: Progress) -> Words:
    from core.readers.html import article

    return article(data, name, options)


def _word(data: bytes, name: str, options: ReadingOptions, _progress: Progress) -> Words:
    from core.readers.word import document_words

    return document_words(data, name, options)


def _old_word(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    from core.readers.converting import converted
    from core.readers.word import document_words

    words = document_words(converted(data, name, progress), name, options)
    layout = replace(words.layout, notices=(*words.layout.notices, Notice("converted")))
    return replace(words, layout=layout)


def _pdf(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    from core.readers.pdf import pages_text

    return pages_text(data, name, options, progress)


def _picture(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    from core.readers.pdf import pictures_text

    return pictures_text(data, name, options, progress)


_READERS: dict[Kind, Reader] = {
    Kind.TEXT: _plain,
    Kind.MARKDOWN: _plain,
    Kind.HTML: _html,
    Kind.WORD: _word,
    Kind.OLD_WORD: _old_word,
    Kind.PDF: _pdf,
    **dict.fromkeys(PICTURES, _picture),
}
