"""What a report claims: sentences, or parts between semicolons, typed and weighed by words and figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Final

from core.extract.agreeing import role_unsaid
from core.extract.announced import announces, lists_on
from core.extract.claim_types import Unit, types_of
from core.extract.claim_words import ClaimWords, any_of, claim_words
from core.extract.english_words import commands
from core.extract.flat import Flat, Flats, flatten
from core.extract.labels import called
from core.extract.stated import stated_indicators
from core.extract.worth import score_of, terms_of
from core.model.document import Document, Sentence
from core.model.report import Claim, ClaimType, Indicator, Metric, SectionRole
from core.model.spans import Span
from core.numerals import YEARS_OF_PLAN, last_of_plan
from core.text import clauses

_PARTS: Final = frozenset("；;")
_ORDER: Final[tuple[ClaimType, ...]] = (
    "achievement", "target", "commitment", "ranking", "problem", "attribution", "rhetoric",
)
_SHORTEST: Final = 4
_OPENING_YEAR: Final = re.compile("((?:19|20)[0-9]{2})年(?:，|[底末](?!以来))")
_OPENING_PLAN: Final = re.compile(f"(?:[一二三四五六七八九十]+、|——)?{YEARS_OF_PLAN}")
_BY_YEAR: Final = re.compile("(?:力争|确保)?到((?:19|20)[0-9]{2})年(?:底|末)?，")
_TOLD_BY_HEADINGS: Final = ("results", "problems", "targets", "tasks")
_FIRST: Final = re.compile("(?:^|[:，])(?:一是|第一，|首先，)")
_COUNTED: Final = re.compile("[二三四五六七八九十]是|第[二三四五六七八九十]，|其次，|最后，")
#: What ends an admission: an answer, a turn, what will be done, what goes well, a question.
_CLOSING: Final = ("problem.closes", "problem.turns", "problem.mends", "problem.recovers", "problem.asks")
_OF_THE_PAST: Final = ("time.done", "time.past", "time.told")
#: So many sentences, and so large a share of them, make a text of orders.
_MANY: Final = 8
_MOSTLY: Final = 0.7
#: No caption ends as a sentence does.
_ENDS: Final = "。！？；"
#: How large works are, and no aim.
_SIZES: Final = ("计划总投资", "计划投资")
_DASHES: Final = ("—", "－", "-")


def read_claims(document: Document, metrics: tuple[Metric, ...], flats: Flats | None = None) -> tuple[Claim, ...]:
    """The claims in reading order, ids c1, c2, …, each with its types, score and the ids of the metrics inside it.

    A sentence is cut at ； outside quotes and brackets. Salutations, glossaries and repeated blocks yield none. In
    another language than Chinese only sentences with a figure are claims: their words are not understood. An English
    command (Call 311) is none, unless it stands among aims or tasks.
    """
    lexicon = claim_words()
    flats = flats or Flats(document.view)
    annexes = {section.id for section in document.sections if lexicon.found("structure.skip_sections", section.title)}
    ordered = sorted(metrics, key=lambda metric: metric.value_span.start)
    starts = [metric.value_span.start for metric in ordered]
    claims: list[Claim] = []
    place = _Place(document, flats)
    for sentence in document.sentences:
        whole = flats.of(sentence)
        said_whole = lexicon.said(whole.text)
        place.enter(sentence, said_whole)
        if sentence.duplicate or sentence.section in annexes:
            continue
        for span, part in _parts(document, sentence, whole):
            words = part.text
            if len(words) < _SHORTEST or lexicon.is_all("structure.skip", words):
                continue
            inside = tuple(ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
            if not inside and (document.language != "zh" or words.isascii()):
                # PART 01, over a part of a poster, claims nothing.
                continue
            if words[-1] not in _ENDS and _is_furniture(words, document.view[span.start : span.end]):
                continue
            if document.language == "en" and place.unplanned and commands().match(words):
                continue
            said = said_whole if part is whole else lexicon.said(words)
            ahead = place.looks_ahead(said, inside)
            types = types_of(Unit(part, said, inside, ahead, place.admits, place.aims, place.teaches))
            stated = _stated(part, inside, types)
            claims.append(
                Claim(
                    id=f"c{len(claims) + 1}",
                    section=sentence.section,
                    span=span,
                    types=_in_order(frozenset(types)),
                    score=score_of(terms_of(words, types, inside, stated)),
                    metrics=tuple([metric.id for metric in inside]),
                    indicators=stated,
                )
            )
    return tuple(claims)


@cache
def _in_order(types: frozenset[ClaimType]) -> tuple[ClaimType, ...]:
    return tuple(kind for kind in _ORDER if kind in types)


def _stated(part: Flat, inside: Sequence[Metric], types: set[ClaimType]) -> tuple[Indicator, ...]:
    if types.isdisjoint(("achievement", "target")):
        return ()
    return stated_indicators(part, [part.position(metric.value_span.start) for metric in inside])


def _parts(document: Document, sentence: Sentence, whole: Flat) -> Sequence[tuple[Span, Flat]]:
    """A sentence cut at its semicolons, each part as it stands in the text and as it was meant to be read."""
    if "；" not in whole.text and ";" not in whole.text:
        return ((sentence.span, whole),)
    parts = []
    for span in clauses(document.view, sentence.span.start, sentence.span.end, _PARTS):
        first = bisect_left(sentence.breaks, span.start, key=lambda gap: gap.start)
        last = bisect_right(sentence.breaks, span.end, key=lambda gap: gap.end)
        breaks = sentence.breaks[first:last]
        parts.append((span, flatten(document.view, Sentence(span, None, breaks))))
    return parts


def _is_furniture(words: str, printed: str) -> bool:
    """Whether a line without an end is a caption, or the heads of columns that only blanks part (指标 全国 城市)."""
    lexicon = claim_words()
    return lexicon.is_all("structure.caption", words) or (
        not words.isascii() and len(printed) > len(words) and lexicon.is_all("structure.heads", printed.strip())
    )


class _Place:
    """What the sentences before say about one: whether problems are admitted, aims listed, past or future told."""

    def __init__(self, document: Document, flats: Flats) -> None:
        self._document = document
        self._flats = flats
        self._lexicon: ClaimWords = claim_words()
        self._roles = {section.id: section.role for section in document.sections}
        self._block_starts = [block.span.start for block in document.blocks]
        self._role: SectionRole = "other"
        self._called = called(document)
        self._section: str | None = None
        self._block = -1
        self._admitting = self._aiming = self._orders = self._aloud = self._listing = self._counted = False
        self._lessons = self._telling = self._announced = False
        self._ahead: bool | None = self._orders_throughout or None
        self._last: bool | None = None
        self.admits = self.aims = self.teaches = False

    @property
    def unplanned(self) -> bool:
        """Whether this part of the report lists neither aims nor tasks."""
        return self._role not in ("targets", "tasks")

    def enter(self, sentence: Sentence, words: str) -> None:
        """Take up the next sentence of the document."""
        block, new = bisect_left(self._block_starts, sentence.span.start + 1), False
        if sentence.section != self._section:
            self._section, self._ahead = sentence.section, self._orders_throughout or None
        if block != self._block:
            listed = self._listing and self._document.view.startswith(_DASHES, self._block_starts[block - 1])
            self._block, self._admitting, self._aiming, new = block, False, listed, True
            self._counted = self._telling = False
            self._announced = self._announced and lists_on(self._document.view, sentence.span.start)
            self._listing = listed
            self._lessons = self._lessons and self._lexicon.found("rhetoric.lesson_item", words)
        inside = self._roles.get(sentence.section) if sentence.section else None
        label = self._called.get(sentence.span.start)
        if inside is None or inside == "other":
            inside = self._document.role_at(sentence.span.start)
        self._role = label.role if label else inside
        if new:
            self._orders = self._role not in _TOLD_BY_HEADINGS and (
                self._aiming or self._announced or self._gives_orders(sentence.span.start, words)
            )
            self._ahead = self._orders or self._ahead
            if self._ahead and not self._orders and self._role == "other" and self._told(sentence.span.start):
                # 下一步，将…。/ 全市大力实施…。截至年底，累计…: the next paragraph tells of deeds, and orders nothing.
                self._ahead = False
        found = self._lexicon.found
        if self._role not in _TOLD_BY_HEADINGS:
            # 今年要增长5%；新增3000人: what the first part says holds for all of them.
            self._aloud = "；" in words and self._plans_only(words)
        if self._admitting and self._lexicon.holds(words, any_of(*_CLOSING)):
            self._admitting = False
            if self._role == "other" and found("problem.mends", words):
                self._ahead = True
        opens = found("problem.opens", words) and not found("problem.solved", words)
        self._admitting = self._admitting or (opens and self.unplanned) or self._role == "problems"
        self.admits = self._admitting or opens
        if self._admitting and found("problem.then", words):
            self._admitting = False
        self._announced = self._announced or self._announces(words)
        if found("target.names_target", words):
            self._aiming, self._listing = True, words.endswith(":")
        self.aims = self._aiming or self._role == "targets"
        self._lessons = self._lessons or found("rhetoric.lessons", words)
        self.teaches = self._lessons and self.unplanned

    def _announces(self, words: str) -> bool:
        """Whether a sentence outside of results and tasks says how many works will be done: 今年将办好十件实事。"""
        if self._role != "other" or (found := announces(words)) is None:
            return False
        told, year = self._document.year, found["year"]
        return not (self._lexicon.found("time.done", words) or (told and year and int(year) <= told))

    def _gives_orders(self, start: int, first: str) -> bool:
        """Whether a paragraph from `start` on urges (力争, 确保) and nowhere tells of deeds: all of it is a plan."""
        if self._opens_with(first) is False:
            return False
        words = self._document.view[start : self._document.blocks[self._block - 1].span.end]
        return self._plans_only(words, urged=self._last is not False and not self._document.tells_only)

    def _told(self, start: int) -> bool:
        """Whether a paragraph from `start` on sums up what was done, and nowhere speaks of what is to come."""
        words = self._document.view[start : self._document.blocks[self._block - 1].span.end]
        found = self._lexicon.found
        return found("time.past", words) and not (found("time.ahead", words) or found("time.urges", words))

    def _plans_only(self, words: str, *, urged: bool = False) -> bool:
        """Whether words of the future stand here (words of effort too, where `urged`) and none of the past."""
        found = self._lexicon.found
        if found("time.topic", words):
            return True
        if not found("time.ahead", words) and not (urged and found("time.urges", words)):
            return False
        return not self._lexicon.holds(words, any_of(*_OF_THE_PAST))

    def looks_ahead(self, words: str, metrics: Sequence[Metric]) -> bool:
        """Whether words of this sentence speak of what is to come: by their part of the report or their own tense."""
        found = self._lexicon.found
        roles = {metric.role for metric in metrics}
        if self._role in ("targets", "tasks"):
            aims = "target" in roles
            opens = None if aims else self._opens_with(words)
            past = opens is False or (opens is None and not aims and found("time.past_in_plan", words))
            told = past or (not aims and (self._telling or found("time.done", words)) and not (
                found("commitment.action", words) or found("time.ahead", words) or found("target.names_target", words)
            ))
            # 去年，全县战胜了洪灾。经济平稳增长: an account goes on until something is ordered.
            self._telling = past or (told and self._telling)
            return not told
        if "target" in roles and any(metric.role == "target" and not _aim_of_the_past(metric) for metric in metrics):
            if found("time.told", words) and not found("time.ahead", words):
                # 今年以来，紧盯两项指标: what is aimed at all the while is no order.
                return False
            # 比上年增长9.6%，基本完成了10%左右的目标: the aim is told beside its result.
            back = self._role in ("results", "problems") or found("time.done", words)
            back = back or _accounts(metrics)
            if self._role == "other" and roles == {"target"}:
                # 市政府承诺今年新增学位8000个。推动水质改善: what is aimed at is the tense of what goes on from it.
                self._ahead = True
            return not (back and roles != {"target"})
        if self._role in ("results", "problems"):
            return not metrics and found("time.ahead_in_results", words)
        own = self._own_tense(words, metrics)
        if own is not None:
            self._ahead = self._last = own
        if _FIRST.search(words):
            # 下一步，我们将做好以下工作：一是…: what the first is, the second and third are.
            self._counted = bool(self._ahead)
        return self._plans if self._ahead is None else self._ahead

    @cached_property
    def _plans(self) -> bool:
        """Whether the document as a whole speaks of what is to come, where no sentence and no heading has said so."""
        if self._lexicon.found("structure.orders_title", self._document.title or ""):
            return True
        if self._lexicon.found("structure.answers_title", self._document.title or ""):
            return False
        if self._document.year is not None or self._document.target_year is None:
            return self._orders_throughout
        ahead = back = 0
        for sentence in self._document.sentences:
            words = self._flats.of(sentence).text
            ahead += self._lexicon.found("time.ahead", words)
            back += self._lexicon.found("time.back", words)
        return ahead > back

    @cached_property
    def _orders_throughout(self) -> bool:
        """Whether a text that tells no deed and of no year that is over is made of bare orders: 加快…。大力发展…。"""
        told = self._document.tells_only or any(role in _TOLD_BY_HEADINGS for role in self._roles.values())
        if told or self._document.turn is not None or len(self._document.sentences) < _MANY:
            return False
        others_may_be = (1 - _MOSTLY) * len(self._document.sentences)
        for sentence in self._document.sentences:
            words = self._flats.of(sentence).text
            if self._lexicon.found("time.back", words):
                return False
            others_may_be -= not self._lexicon.found("commitment.action", words)
            if others_may_be < 0:
                return False
        return True

    def _opens_with(self, words: str) -> bool | None:
        """True where a sentence opens with years after those of the results, False with others, None with none."""
        told, planned = self._document.year, self._document.target_year
        if opening := _OPENING_YEAR.match(words):
            return int(opening[1]) > told if told else None
        if plan := _OPENING_PLAN.match(words):
            last = last_of_plan(plan["plan"])
            if planned and last < planned:
                return False
            return True if told and last - 4 > told else None
        by = _BY_YEAR.match(words)
        return True if by and int(by[1]) > (told or 0) and not self._lexicon.found("time.done", words) else None

    def _own_tense(self, words: str, metrics: Sequence[Metric]) -> bool | None:
        """True for the future, False for the past; None where a sentence goes on as the one before."""
        found = self._lexicon.found
        if found("time.topic", words):
            return True
        if found("time.year_told", words):
            self._orders = False
            return False
        if found("time.told", words):
            return False
        opening = self._opens_with(words) if not metrics else None
        if opening is not None:
            return opening
        if _accounts(metrics):
            self._orders = False
            return False
        if self._orders or self._aloud:
            return True
        if self._counted and _COUNTED.match(words) and not found("time.done", words):
            return True
        done = [metric for metric in metrics if metric.role == "actual"]
        if done:
            # 要发展养殖业。支持建设两个标准园: a figure of which nothing is said goes on as the order before it.
            orders = self._ahead and found("commitment.action", words) and not found("time.done", words)
            return None if orders and all(role_unsaid(metric) for metric in done) else False
        if found("time.done", words) and found("target.due", words):
            # 路基已经完工，计划6月通车: an account, whatever it looks forward to.
            return False
        if found("time.ahead", words) or found("target.names_target", words):
            return True
        if found("time.urges", words):
            # 着力稳增长 behind what was done last year goes on telling of it, as in a report that plans no year.
            told = self._ahead is False or (self._ahead is None and self._document.tells_only)
            return False if found("time.done", words) else None if told else True
        if found("time.back", words):
            return False
        ordered = self._ahead and (self._aiming or self._orders_throughout or found("commitment.action", words))
        if ordered or not found("time.reached", words):
            return None
        return False


def _accounts(metrics: Sequence[Metric]) -> bool:
    """今年1至11月新增1.1万人，预计全年将超过1.2万人: what is told first is what was done."""
    return bool(metrics) and metrics[0].role == "actual" and not role_unsaid(metrics[0])


def _aim_of_the_past(metric: Metric) -> bool:
    """增长7.2%，年初目标为6%: an aim told beside its result looks back; 计划总投资9亿元 says how large works are."""
    sized = metric.indicator is not None and metric.indicator.text.startswith(_SIZES)
    return sized or any(reason.rule == "role.own_target" for reason in metric.reasons)
