"""Which written quantities are none: parts of names, dates, slogans, classes, destroyed figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from core.extract import frames
from core.extract.quantity import Quantity
from core.lexicon import alternation, one_of, opening, pattern, words, words_needed

_GROUPS: Final = (
    "congress", "plan", "factor", "hotline", "document_number", "road_and_grade", "anniversary", "age_class", "slogan",
    "place", "per", "among", "threshold", "state", "destroyed", "last_ones",
)
#: Of these a quantity may be a part and still be one: the mask only vetoes what begins with the number itself.
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}$|^9[0-9]$")
_TITLE: Final = re.compile(r"《[^》]{0,60}》")
_QUOTED: Final = re.compile(r"“([^”]{1,24})”")
_ENUMERATING: Final = frozenset("第这那各后每头某前")
#: 头三年, 前3个, but 码头2座, 目前5个项目已竣工.
_ENUMERATED: Final = re.compile(r"[第这那各后每某]$|(?<![码龙街源箭船车镜插罐桥石木灯探砖馒])头$|(?<![提目当此])前$")
_OF_EACH: Final = re.compile("[\u4e00-\u9fff”）]各$")
_DURATION_BEFORE: Final = (
    "(?:%lasting%|(?:年限|寿命|时间|时长|期限|工期|时限|天数)"
    "(?:为|达到?|是|由|从|(?:控制|保持|稳定)在|[缩压][短缩减]至|减至)?)了?"
    "(?:目前的?|(?:19|20)[0-9]{2}年的)?(?:平均|最短|最多)?[近约超]?$"
)
#: 综合评价八年名列第一.
_HELD_FOR: Final = re.compile("(?:连续|均|都)?(?:[名位]列|位居|稳居|蝉联|跻身)")
_ERA: Final = re.compile(r"(?:近|过去|(?<!提)前|第|未来|今后|每|后|头|最近|上|下|去|整整)(?:的)?$")
_THEN_CHANGED: Final = re.compile("(?:提高|增加|上升|延长|提升|增长|下降)[到至]")
_ADJECTIVE_AGE: Final = re.compile(
    r"(?:以上|以下|及以上|及以下)?(?:[（(]含[^（）()]{1,12}[）)])?(?:的)?[\u4e00-\u9fff]"
)
#: 产值超10亿元企业12家, 收入不足5万元的村还有7个: an amount that tells a class, and how many there are of it.
_CLASS_COUNTED: Final = re.compile(
    "(?!投[入资]|带动|惠及)[\u4e00-\u9fff]{0,6}?"
    "(?:企业(?:集团)?|单位|项目|产业|集群|园区|医院|学校|[养种][殖植]场|合作社|商场|酒店|图书馆"
    "|乡镇?|镇|县|村|社区|品牌|单品|大户|(?<=的)(?:[农牧渔]?户|家庭|人口?))(?:总数|数量)?"
    "(?:还|仍|尚|已|共|分别)?(?:达到?|有|超过?|为|增[至到加]到?)?[0-9一二两三四五六七八九十]"
)
#: 产值超50亿元、10亿元的企业分别达到2家、9家: amounts that tell classes, listed.
_MORE_CLASSES: Final = re.compile("(?:、[0-9.]+[百千万亿]*元)+")
_CLASSES_BEFORE: Final = re.compile("[超过逾破][0-9.]*[百千万亿]+元(?:、[0-9.]*[百千万亿]+元)*、$")
_BEYOND: Final = re.compile("(?:不[足到满]|[高低少多大小]于|突破)$")
#: 培育产值10亿元企业1家、5亿元企业3家: what they earn tells the class without 以上, too.
_EARNED: Final = re.compile("(?:产值|营收|收入|销售额?|税收|纳税额?|利税|交易额)(?:达到?)?$|[家户个]、$")
_EARNER: Final = re.compile("企业(?:集团)?(?:总数)?(?:已?达到?|共?有|增至)?[0-9]+[家户个]")
#: 21个年产值超|10亿元的项目: which of them were counted.
_COUNTED_BEFORE_CLASS: Final = re.compile(
    "[0-9][个家户][^，。；0-9]{0,10}(?:产值|营收|收入|税收|投资额?|纳税额?|销售额?)[^，。；0-9]{1,2}$"
)
_CUT_NUMBER: Final = re.compile("[二三四五六七八九十百千万零][一二两三四五六七八九](?![十百千万亿])")
#: 30户以上自然村, 100人以上企业: how large a village or company is.
_SIZE: Final = re.compile(
    "(?:及?以[上下])(?:的)?(?:[\u4e00-\u9fff]{0,4})?(?:自然村|村庄|村组|村屯|屯|寨|居民点|聚居|集中居住|安置点|安置区|企业|单位|会议|宾馆|事故|火灾|班级|班额|大班|城市|县城|城镇)"
)
#: 出栏50头以上养殖大户: how large a herd is.
_HERD: Final = re.compile("及?以[上下](?:的)?[\u4e00-\u9fff]{0,8}(?:户|场|小区|基地|企业)")
#: 人口超过30万人的有3个: how large those are that are counted.
_WHICH_ARE: Final = re.compile("(?:及?以[上下]|之间)?的(?:共|分别|还)?有(?:[^，。；0-9]{2,30}等)?[0-9]+[个家户所]")
#: 0-14岁80万人: the age says who are counted.
_AGE_COUNTED: Final = re.compile("(?:的|[有为占共])?约?[0-9]")
#: 0-17岁、18-34岁和35岁以上人口分别为…: who are counted, by their ages.
_AGES_LISTED: Final = re.compile(f"(?:[、和]{frames.AGE})+[\u4e00-\u9fff]{{2}}")
#: 两侧150米范围内的土地: which land.
_WITHIN: Final = re.compile("(?:以内)?的?范围以?内|(?:服务)?半径|见[园绿]|[\u4e00-\u9fff]{0,10}覆盖率")
#: 80%以上的企业12家, 500张以上床位医院3家: which are counted, not how many.
_BOUNDED: Final = re.compile("及?以[上下]")
#: 产值超200亿元园区, without 的.
_CLASS_NAMED: Final = re.compile("(?:产业)?(?:企业|园区|集群|产业链|乡镇|镇|村|单品|品牌|大户|商圈|综合体)")
_RATIO_NAME: Final = re.compile(f"(?:结构|比例|{frames.RATIO}|构成|比重|差距)[^。；]{{0,60}}$")
_SHARE_BEFORE: Final = re.compile("占[^，。；、0-9]{2,10}$")
_NAME_BETWEEN: Final = re.compile("[^，。；、：:]{4,20}")
_CONCRETE: Final = frozenset("座所家台套栋幢艘架辆")
_LISTED_THING: Final = re.compile(r"[\u4e00-\u9fff]{4,}(?<![漏落缺少丢差每哪那这同任了])$")
#: 两座水厂、|一所中学.
_COUNTED_BEFORE: Final = re.compile(
    "[0-9一两二三四五六七八九十][座所家台套栋幢艘架辆个条处][\u4e00-\u9fff]{1,8}[、和及]$"
)
_COST_OF_ALL: Final = re.compile("(?:总投资额?|投资总额|总规模|总造价|合同总额)(?:达到?|约|近)?$")
_BUILT: Final = re.compile(
    r"(?:新建|建成|建设|新增|投用|改造|建有|拥有|设立|关闭|新改建|扩建|创建|引进|落地|各|都有|均有)了?$"
)


@cache
def _masks() -> re.Pattern[str]:
    return re.compile(one_of(word for group in _GROUPS for word in words(group, "masks")))


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(alternation("abstract"))


@cache
def _threshold() -> re.Pattern[str]:
    # 500万元以上的项目: a class, unless money itself follows (1000万元以上资金, 8亿元以上的投资规模).
    # 其中10亿元以上9个 counts them again.
    return re.compile(
        r"的(?=(?:已?达到?|共?有|为)?[0-9]+[个家户])|(?:（含）|\(含\))?(?:及?以[上下内])(?:（含）|\(含\))?"
        r"(?:(?:的(?!资金|投入|投资(?:规模|总?额|[，。；]|$))|(?![资投的]|[和与及]约?[0-9]))[\u4e00-\u9fff“《（(]"
        r"|的?(?:已?达?到?|共?有|为)?[0-9]+(?:\.[0-9]+)?万?[个家项户宗名人座处])"
    )

#: 重点抓好五项工作：, before the five.
_ITEMS_SAID: Final = re.compile(
    "(?:[抓做干办][好实]|突出|着力|推进|落实|开展|围绕)了?(?:以下|如下|下列|这)?$|(?:以下|如下|下列)$"
)
_ITEMS_FOLLOW: Final = re.compile("(?:方面的?)?(?:重点|主要|中心|具体)?(?:工作|任务)[:：。]?$")


def plausible(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities that state something, in order. `text` is the flat sentence they were found in."""
    if not found:
        return []
    spans = _masked_spans(text)
    starts = [start for start, _ in spans]
    kept = [one for one in found if _mask(one, spans, starts) is None and _veto(text, one) is None]
    return [one for index, one in enumerate(kept) if not _inside_name(text, one, kept[index + 1 : index + 2])]


def vetoed(text: str, found: list[Quantity]) -> Iterator[tuple[Quantity, str]]:
    """The quantities that `plausible` leaves out, each with the stable name of the rule that did (`passed.title` …)."""
    kept = plausible(text, found)
    spans = _masked_spans(text)
    starts = [start for start, _ in spans]
    for one in found:
        if one in kept:
            continue
        covering = _mask(one, spans, starts)
        if covering is not None:
            yield one, f"passed.{_group(text, covering)}"
        else:
            yield one, f"passed.{_veto(text, one) or 'inside_name'}"


def mask_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """All places of a flat sentence that a mask covers, with the rule's name."""
    for start, end in _masked_spans(text):
        yield start, end, f"passed.{_group(text, (start, end))}"


def _masked_spans(text: str) -> list[tuple[int, int]]:
    wanted = words_needed(_masks().pattern)
    spans = [match.span() for match in _masks().finditer(text)] if wanted is None or wanted.search(text) else []
    if "《" in text:
        spans += [match.span() for match in _TITLE.finditer(text)]
    if not spans:
        return []
    # 五十一起 and 一百一十二元 hold no 一起 and no 二元.
    return sorted(span for span in spans if not _CUT_NUMBER.match(text, max(0, span[0] - 1)))


def _group(text: str, span: tuple[int, int]) -> str:
    """The group of masks that covers a span."""
    for group in _GROUPS:
        if any(match.span() == span for match in _group_masks(group).finditer(text)):
            return group
    return "title"


@cache
def _group_masks(group: str) -> re.Pattern[str]:
    return re.compile(one_of(words(group, "masks")))


def _mask(quantity: Quantity, spans: list[tuple[int, int]], starts: list[int]) -> tuple[int, int] | None:
    index = bisect_left(starts, quantity.end) - 1
    while index >= 0:
        start, end = spans[index]
        if start < quantity.end and end > quantity.start:
            return start, end
        if quantity.start - start > 80:
            return None
        index -= 1
    return None


def _veto(text: str, quantity: Quantity) -> str | None:
    """Why a quantity that no mask covers states nothing; None if it does state something."""
    before = text[max(0, quantity.start - 12) : quantity.start]
    behind = text[quantity.end : quantity.end + 16]
    counted = quantity.kind != "rate" and not (before.endswith("头") and quantity.kind == "measure")
    if before[-1:] in _ENUMERATING and counted and _ENUMERATED.search(before):
        # 学校、医院各3所 counts so many of each.
        return None if not quantity.han and _OF_EACH.search(before) else "enumerated"
    if quantity.dimension == "voltage":
        return "voltage"
    if _in_short_quotes(text, quantity):
        return "quoted"
    if quantity.kind == "time":
        return None if _is_duration(text, quantity, before, behind) else "era"
    if quantity.kind == "age":
        if _AGE_COUNTED.match(text, quantity.after) or _AGES_LISTED.match(text, quantity.after):
            return "age"
        adjective = text[quantity.after : quantity.after + 1] not in "，。；、）)" and _ADJECTIVE_AGE.match(behind)
        return "age" if adjective and not _THEN_CHANGED.match(behind) else None
    measured = quantity.kind == "measure" or quantity.dimension == "score"
    if measured and behind[:1] == "的" and _COST_OF_ALL.search(text, max(0, quantity.start - 8), quantity.start):
        # 总投资326亿元的58个项目: what all of them cost.
        return None
    if measured and (behind[:1] == "级" or _threshold().match(behind) or _is_class(text, quantity)):
        return "threshold"
    if quantity.dimension in ("people", "households") and _SIZE.match(behind):
        return "threshold"
    if quantity.kind in ("count", "rate") and _WHICH_ARE.match(behind):
        return "threshold"
    if quantity.dimension == "animals" and _HERD.match(behind):
        return "threshold"
    if quantity.dimension == "length" and _WITHIN.match(text, quantity.end):
        return "threshold"
    if quantity.kind in ("rate", "count") and (bounded := _BOUNDED.match(text, quantity.end)) and (
        _class_counted(text, bounded.end())
    ):
        return "threshold"
    if quantity.kind == "count" and _ITEMS_FOLLOW.match(text, quantity.end) and _ITEMS_SAID.search(before):
        return "set_phrase"
    if quantity.kind == "count" and quantity.han:
        return None if _counts(text, quantity, before, behind) else "set_phrase"
    if quantity.kind == "ratio" and not _RATIO_NAME.search(text, max(0, quantity.start - 70), quantity.start):
        return "score"
    return None


def _is_class(text: str, quantity: Quantity) -> bool:
    """超10亿元项目12个: the amount says which projects are counted; so does 1—10亿元项目4个."""
    if quantity.value_max is not None and quantity.dimension == "money":
        return _class_counted(text, quantity.end)
    if quantity.unit.endswith("元") and _EARNER.match(text, quantity.end) and (
        _EARNED.search(text, max(0, quantity.start - 6), quantity.start)
    ):
        return True
    above = text[quantity.start - 1] in "超过逾"
    if above and text.startswith("的", quantity.end) and (
        _COUNTED_BEFORE_CLASS.search(text, max(0, quantity.start - 24), quantity.start)
    ):
        return True
    if above and _CLASS_NAMED.match(text, quantity.end):
        return True
    beyond = above or _BEYOND.search(text, max(0, quantity.start - 2), quantity.start) or (
        text[quantity.start - 1] == "、" and _CLASSES_BEFORE.search(text, max(0, quantity.start - 40), quantity.start)
    )
    more = _MORE_CLASSES.match(text, quantity.end) if beyond else None
    return bool(beyond) and _class_counted(text, more.end() if more else quantity.end)


def _class_counted(text: str, at: int) -> bool:
    """Whether a class is named at a place, and how many there are of it; a verb there has the amount for its object."""
    return any(
        _CLASS_COUNTED.match(text, place) and not opening("doing", "acting").match(text, place, len(text))
        for place in ((at + 1, at) if text.startswith("的", at) else (at,))
    )


def _is_duration(text: str, quantity: Quantity, before: str, behind: str) -> bool:
    dated = quantity.unit == "年" and _YEAR.search(text[quantity.start : quantity.end - 1])
    if _ERA.search(before) or dated:
        return False
    if pattern(_DURATION_BEFORE).search(before) or (quantity.unit == "年" and _HELD_FOR.match(behind)):
        return True
    if quantity.unit == "年" or quantity.han:
        return False
    return not re.match(r"(?:以来|来|后|前|之内|以内|内|行动|期)", behind)


def _counts(text: str, quantity: Quantity, before: str, behind: str) -> bool:
    """Whether Chinese digits with a classifier count things (十件民生实事) or make a set phrase (三个增长极)."""
    number = text[quantity.start : quantity.end - len(quantity.unit)]
    if len(number) > 1 and number not in ("两三", "三四"):
        return True
    if number == "一":
        if behind[:1] in ("、", "，", "；", "。") and _LISTED_THING.search(before):
            # 新建公园一座、广场两处 counts; 干一件、成一件 does not.
            return True
        return quantity.unit in _CONCRETE and bool(_BUILT.search(before) or _COUNTED_BEFORE.search(before))
    if number in "半几数零〇":
        return False
    return not _abstract().match(behind)


def _in_short_quotes(text: str, quantity: Quantity) -> bool:
    opened = text.rfind("“", max(0, quantity.start - 24), quantity.start)
    match = _QUOTED.match(text, opened) if opened >= 0 else None
    if match is None or match.end() <= quantity.end or match[1][-1] in "。！？":
        # What somebody says in a sentence of his own is no name.
        return False
    if quantity.kind == "rate" and opening("rise", "fall").match(text, opened + 1, quantity.start):
        # 生产总值要“增长7%左右”: what was said.
        return False
    # 金融支持房地产16条” ends a title with its number of points.
    longest = {"count": 8, "time": 16}.get(quantity.kind, 6)
    return quantity.han or len(match[1]) <= longest or (match.end() == quantity.end + 1 and quantity.unit in "条项个")


def _inside_name(text: str, quantity: Quantity, following: list[Quantity]) -> bool:
    """九项民生支出427.3亿元: the digit belongs to the name of the figure behind it.

    So does the share of 占总户数20%的低收入家庭人均收入7300元.
    """
    if quantity.kind == "rate" and following and text.startswith("的", quantity.after) and (
        _SHARE_BEFORE.search(text, max(0, quantity.start - 14), quantity.start)
    ):
        named = _NAME_BETWEEN.fullmatch(text, quantity.after, following[0].start)
        return following[0].kind == "measure" and named is not None
    if not quantity.han or quantity.kind != "count" or not following or quantity.end - quantity.start > 2:
        return False
    nxt = following[0]
    between = text[quantity.end : nxt.start]
    return nxt.kind in ("measure", "rate") and 2 <= len(between) <= 14 and not re.search(r"[，。；、：:]", between)
