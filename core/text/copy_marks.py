"""Marks that a web site adds to the paragraphs of a page so that copies of it can be known."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

#: Letters and digits right behind a sign of Chinese text, at the end of a line.
_LAST: Final = re.compile("[\u3001-\u9fff\uff01-\uff5e:;,.]([A-Za-z0-9]{3})$")
_LETTER: Final = re.compile("[A-Za-z]")
#: A word of the text ends few of its lines, and stands within others.
_FEWEST: Final = 5
#: 2019年◈✿✿★，在…: signs that a site puts before the marks of its sentences.
_ORNAMENT: Final = re.compile("([\u25a0-\u27bf]{2,8})([，。；：、,.;:])")
_WIDE: Final = str.maketrans(",.;", "，。；")
_ELSEWHERE: Final = 0.1


def without_copy_marks(view: str) -> str:
    """The folded text with blanks for such marks (各位代表:hd9, as many signs); nothing changes where there are none.

    Ornaments before the marks of sentences go behind them as blanks, so that a mark stands at its word.

    One is three letters or digits that end five lines of Chinese text and more, and hardly stand anywhere else.
    """
    if view.isascii():
        return view
    if len(_ORNAMENT.findall(view)) >= _FEWEST:
        view = _ORNAMENT.sub(lambda match: match[2].translate(_WIDE) + " " * len(match[1]), view)
    lines = [line.strip() for line in view.split("\n")]
    ends = Counter(match[1] for line in lines if line[-1:].isascii() and (match := _LAST.search(line[-4:])))
    found = ends.most_common(1)
    if not found or found[0][1] < _FEWEST or not _LETTER.search(found[0][0]):
        return view
    mark, count = found[0]
    behind = rf"(?<=[\u3001-\u9fff\uff01-\uff5e:;,.]){re.escape(mark)}(?=\s|$)"
    # Between paragraphs it may stand alone, and within a line that holds several.
    if view.count(mark) - len(re.findall(behind, view)) - lines.count(mark) > _ELSEWHERE * count:
        return view
    return re.sub(rf"{behind}|^{re.escape(mark)}(?=\s*$)", " " * len(mark), view, flags=re.M)
