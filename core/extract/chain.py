"""What has been linked in a sentence so far: the figures done, the name spoken of, and how far the text is used up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from core.extract import frames
from core.extract.clauses import Clauses, clause_starts
from core.extract.links import Link
from core.extract.naming import Name
from core.extract.quantity import Quantity
from core.lexicon import words

#: 收入过亿元的县区、开发区达到4个: so long is the first of what is counted, with 的, at most.
_ONE_MEMBER: Final = 5


@cache
def generic() -> frozenset[str]:
    """Names that only say which side of the last indicator is meant: 增速, 总量."""
    return frozenset(words("generic_head"))


class Chain:
    """The state of one flat sentence, `quantities` in its order."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text = text
        self.quantities = list(quantities)
        self.clauses = Clauses(text, clause_starts(text))
        self.links: list[Link] = []
        self.used = 0
        self.last: Name | None = None
        #: The name before the last share of something: 增加值5亿元，占全省20%，增长6% goes on about 增加值.
        self.whole: Name | None = None

    def left(self, quantity: Quantity) -> int:
        """Where the words begin that may name a quantity: behind the clause's mark and behind what is used up."""
        opened = self.clauses.start_of(quantity.start)
        start = max(opened, self.used)
        if start == self.used and self.links and (mark := self.text.rfind("、", start, quantity.start)) >= 0:
            # 40天开工、9个月投产: what stands before the mark belongs to the figure before.
            start = mark if not _listing(self.text[start:mark]) else start
        # 与两家银行签订协议: with whom opens the clause and joins no list.
        whom = start == opened and self.text.startswith("与", start)
        if not whom and (match := frames.JOINER.match(self.text, start, quantity.start)):
            start = match.end()
        elif self.text.startswith("中", start) and self.links and (name := self.links[-1].name) and name.end == start:
            # 16个项目|中产业项目有7个: of what the next is a part.
            start += 1
        elif start == self.used and self.text.startswith("的基础上", start):
            # 在上年压减9万吨的基础上再压减6万吨.
            start += 4
        return start

    def next_start(self, index: int) -> int:
        """Where the quantity behind the one at `index` begins; the end of the sentence behind the last."""
        return self.quantities[index + 1].start if index + 1 < len(self.quantities) else len(self.text)

    def told_in(self, unit: str, back: int = 3) -> Link | None:
        """The nearest of the last `back` figures that has this unit; what follows may count more of its things."""
        return next((done for done in reversed(self.links[-back:]) if done.quantity.unit == unit), None)

    def add(self, made: Link) -> None:
        """Put a link behind the others: what follows may go on about its name."""
        self.links.append(made)
        if made.name and made.quantity.dimension != "structure":
            if made.name.rule == "indicator.share":
                self.whole = self.last if self.last and self.last.rule != "indicator.share" else self.whole
            else:
                self.whole = None
            self.last = made.name


def _listing(words: str) -> bool:
    """Whether a 、 behind the words goes on with a list of names: they begin with a mark, or with 的 and one member."""
    return words == "" or words[0] in "、和与及，" or (words[0] == "的" and len(words) <= _ONE_MEMBER)
