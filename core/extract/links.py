"""A quantity with its indicator, and what the other figures of the sentence add to a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from core.extract.naming import Name
from core.extract.quantity import Quantity
from core.lexicon import alternation, closing, pattern
from core.model.records import record

#: So many figures back the words of one are looked for in those of others; keeps the cost of a page of figures linear.
REACH: Final = 40
#: 每千名常住人口, 每万人.
_PER: Final = re.compile(
    "(?:(?:城镇|农村|城乡|城市)?(?:居民|农户|农民)(?:家庭)?)?(?:平均)?每[0-9百千万十]+"
    "(?:人口|名|人|户|位)(?:(?:常住|户籍|老年)?人口|(?:城乡|城镇|农村)?居民|(?:农户|家庭)|老年?人|儿童|职工)?(?:拥有)?"
)
_OWING: Final = "^.{0,8}?(?P<body>%counted_body%)[^，。；、]*(?:%body_owns%)$"
#: Units that count work: 3项社区建设.
_DEEDS: Final = frozenset(("项", "件", "次", "场", "批", "类"))


@record
class Link:
    """A quantity with its indicator and the words between them.

    `predicate` is the range of these (of the first figure in a list with 分别); `compared` the place or body compared
    with; `origin` marks the first of a pair 由 A 增加到 B; `turn` is the place
    in a list with 分别 and the length of the list.
    """

    quantity: Quantity
    name: Name | None
    predicate: tuple[int, int]
    compared: tuple[int, int] | None = None
    origin: bool = False
    turn: tuple[int, int] | None = None


def completed(text: str, links: Sequence[Link]) -> list[Link]:
    """The links of the flat sentence, in order, with names that only their neighbours can complete or cut."""
    made = _counting_subjects(_with_nouns(list(links)))
    return _per_head(text, made) if "每" in text else made


def _per_head(text: str, links: list[Link]) -> list[Link]:
    """每千人拥有床位6.8张、执业医师3.5人: what the first of a list is counted by is told once."""
    for index in range(1, len(links)):
        one, before = links[index], links[index - 1]
        if one.name is None or before.name is None or one.quantity.kind != "count":
            continue
        joined = text.startswith(("、", "和"), before.quantity.after) and one.name.start == before.quantity.after + 1
        by = _PER.match(before.name.text) if joined else None
        if by and "每" not in one.name.text:
            links[index] = replace(one, name=replace(one.name, text=by[0] + one.name.text, canonical=None))
    return links


def _with_nouns(links: list[Link]) -> list[Link]:
    """2个省级和3个市级示范单位, 企业技术中心171个，其中国家级17个: a bare grade takes its noun."""
    for index, one in enumerate(links):
        if one.name is None or not grade().fullmatch(one.name.text):
            continue
        # Only a noun behind its own number can be the noun of the number before.
        following = [
            other for other in links[index + 1 : index + 2]
            if one.name.rule == "indicator.right" and other.name and other.name.rule == "indicator.right"
        ]
        for other in (*following, *reversed(links[max(0, index - REACH) : index])):
            graded = grade().search(other.name.text) if other.name else None
            noun = other.name.text[graded.end() :] if graded and other.name else ""
            if noun:
                full = replace(one.name, text=one.name.text + noun, rule="indicator.grade")
                links[index] = replace(one, name=full)
                break
    return links


def _counting_subjects(links: list[Link]) -> list[Link]:
    """17个行业增加值增长8%: the number counts 行业; 352家单位非税收入全部纳入: no count is one of income.

    Nor is an area one of what grows on it: 120万亩小麦平均单产达….
    """
    for index, one in enumerate(links):
        name = one.name
        measured = one.quantity.dimension == "area"
        if not (measured or one.quantity.kind == "count") or name is None or name.rule != "indicator.right":
            continue
        tail = closing("%measure_tail%$", name.text, 0, len(name.text))
        start = tail.start() if tail else 0
        if tail is None and one.quantity.unit not in _DEEDS and (
            worked := closing("(?P<body>%counted_body%)(?:%work_side%)*(?:%work_tail%)+$", name.text, 0, len(name.text))
        ):
            # 17个路口综合改造, 5个社区建设: the bodies are counted, not the work on them.
            start = worked.end("body")
        elif tail is None and one.quantity.dimension == "institutions" and (
            owing := closing(_OWING, name.text, 0, len(name.text))
        ):
            # 6家单位退休职工养老保险待遇: the bodies are counted, not what they have to pay or give.
            start = owing.end("body")
        if one.quantity.dimension == "people" and (paid := pattern("%paid_people%(%paid_tail%)$").search(name.text)):
            # 免除53万名学生学杂费: the people are counted, not what they are paid or spared.
            start = paid.start(1)
        if start > 0:
            cut = replace(name, text=name.text[:start], end=name.end - len(name.text) + start, members=())
            links[index] = replace(one, name=cut)
            _cut_on(links, index, name.text, cut.text)
    return links


def _cut_on(links: list[Link], index: int, whole: str, cut: str) -> None:
    """完成2万套棚改房建设，新开工1万套: counts that go on about what was counted at `index` lose its tail as well."""
    for at in range(index + 1, len(links)):
        name = links[at].name
        if name is None or name.text != whole:
            return
        if links[at].quantity.unit != links[index].quantity.unit:
            # 12个乡镇税收过亿元，其中3个过5亿元: what they have keeps its name.
            continue
        canonical = name.canonical.replace(whole, cut) if name.canonical else None
        links[at] = replace(links[at], name=replace(name, text=cut, canonical=canonical, members=()))


@cache
def grade() -> re.Pattern[str]:
    grade = alternation("level_word")
    return re.compile(f"(?:{grade}(?:以上)?)(?:[和、及]{grade})*")
