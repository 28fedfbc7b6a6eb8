"""What kind of statement a figure is: growth or level, done or planned, up or down, against what, within what bound."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from core.extract.clauses import behind_mark
from core.extract.links import Link
from core.extract.quantity import Quantity
from core.lexicon import CatalogueEntry, may_hold, pattern
from core.model.report import Basis, Bound, Kind, Role

_PLANNED: Final = "%planned%"
_DONE: Final = "(?<!要)%done%"
_TO_LEVEL: Final = "%turning%(?:到了?|至|为|成)"
_LOWER: Final = re.compile(r"低|少|慢|[落滞]后|减|小于|塌|欠|差|下降|回落|收窄")
_HIGHER: Final = re.compile(r"高|快|多|领先|好|优|超|升")
_RATIO_TO: Final = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,14}的$")
_DENSITY: Final = "%density%"
_PER_PEOPLE: Final = re.compile("/[百千万十0-9]+[人户]")
_RATE_NAME: Final = re.compile(r"(?:率|占比|比重|比例|指数|系数|强度|度|份额|比)$")
_HOW_FAR: Final = "增速|增幅|涨幅|[降跌]幅|(?:增长|上涨|上升|提高|下降|降低|压[减缩降]|减少|精简)幅度"
_CHANGE_NAME: Final = re.compile(f"(?:{_HOW_FAR}|(?<!自然)增长率|增长速度|增长比例)$")
#: 投资实现29%的快速增长.
_GROWTH_OF_IT: Final = re.compile(
    "的(?:年?均|平均|较?[快高]速?|平稳|稳定|中高速|两位数|正|大幅|实际|累计){0,2}(?:增长|增速|增幅|涨幅)(?!目标|预期|任务|极)"
    "|的(?:平均)?(?:速度|幅度|速率)(?:递增|增长|上升|提高|下降|递减|减少)"
)
#: 分别按6%、9%、7.5%掌握.
_COUNTED_ON: Final = re.compile("(?:[、和及][0-9.]+%(?:左右|以上)?)*(?:来)?(?:掌握|把握|考虑|安排(?=[，。；]|$))")
_AIM_OF_RATE: Final = "的(?:%own_target%|(?:年度|全年|增长)?目标)(?=[，。；、]|$)"
#: 居全市第1位（预期目标为8.5%以上）.
_AIM_BESIDE: Final = re.compile(
    "[（(](?:(?:年度|全年|年初|增长|预期|计划)*目标|(?:年初|年度)?(?:预期|计划))值?[为是]?(?:约|不低于)?$"
)
#: 生产总值增长的预期目标为8%左右.
_GROWTH_IS: Final = re.compile("(?:增长|增[速幅])的?(?:预期|主要|年度|发展|奋斗)*目标值?(?:确定|设定|定)?[为是在]?约?$")
#: 优良天数312天，其中优118天: days that are counted by how the air was, and last no time.
_DAYS_OF: Final = re.compile("(?:天数|住院日|^[优良]|[轻中重度]污染(?:天气)?)$")
_AGAINST_AT_FIRST: Final = re.compile("(?:与|同|和|跟)(?P<base>[^，。；]{2,12})相比(?:较)?，")
_COMPARES: Final = frozenset("比较同")
_AVERAGED: Final = re.compile(
    "(?<!多)年均(?!浓度|值|气温|降[水雨]|水位)|平均每年|两年平均|(?<!多)年平均|平均年增|复合|年递增"
)
_OWN_NAME: Final = ("indicator.left", "indicator.subject")
_ENDS_THERE: Final = re.compile("(?:左右|以[上内下])?(?:[，。；、）)]|$)")
_NO_VERB: Final = re.compile("[:：—-]*")
#: What a verb of change reaches: 提高到, 下降为.
_REACHES: Final = re.compile(r"(?:达到?|为|至|到|在|保持|稳定|控制)[在到了]?$")
_OF_CHANGE: Final = re.compile(_HOW_FAR)
#: 余额8650亿元，比年初新增620亿元.
_NEW_AGAINST: Final = re.compile("[比较][^，。；0-9]{1,8}(?:新增|净增)(?:了|约|近|超)?$")
_BY: Final = "%by%了?(?:约|近|超过|超)?$"
_BOUNDS: Final = "%gt_before+ge_before+lt_before+le_before+about_before%"
_NAMED_BASE: Final = re.compile(
    "(?:比|较|与)"
    "(?:(?:19|20)[0-9]{2}年|第[一二三四五六七八]次[^，。；0-9]{0,6}普查|[^，。；0-9]{2,6}(?<!度)(?<!年)前"
    r"|[“\"]?十?[一二三四五六七八九]五|[0-9一二三四五六七八九十]年前|[^，。上去同]{1,6}时)"
)
#: A verb of change right before its object, or before the one listed ahead of it.
_LISTED_BEFORE: Final = r"了?(?:[^，。；、0-9]{2,12}[0-9.]+(?:%|个百分点)(?:以上|左右)?[、和])*$"
_LESSENED: Final = re.compile("(?:压减|精简|压缩|缩短|削减|减少|降低|缩减|下调|压降|核减|减轻)" + _LISTED_BEFORE)
_RAISED: Final = re.compile("(?:提高|增加|提升|扩大|上调|拉高)" + _LISTED_BEFORE)
#: 减少废水排放量3万吨, 增加参保人数2万人: measures that only a verb of change says to have changed by so much.
_AMOUNT_NAME: Final = re.compile(
    "(?:人数|面积|里程|余额|(?:排放|开采|用水|取水|用电|使用|施用|消费|消耗|库存|供应|供给|发电|吞吐|存栏|出栏)量|能耗|经费|开支|排放|消耗)$"
)
_AMOUNT_CHANGED: Final = re.compile("(?:增加|扩大|(?P<less>减少|压减|压降|削减|核减|调减|缩减))了?$")
#: 减少贫困人口1.2万人: there is so much less of what is not paid; 减少利息支出5亿元 tells what was spared, and so does
#: 折合减少标煤消费3万吨.
_LESS_OF_IT: Final = re.compile(
    "(?<!折合)(?<!相当于)(?<!折算)(?P<less>减少)了?"
    "(?:[^，。；、0-9]{2,12}[0-9.]+万?[\u4e00-\u9fff]{1,2}[、和])*$"
)
#: 较上年减少重污染天气4天.
_CHANGED_ON_BASE: Final = re.compile("(?:[比较](?:上年|去年)(?:同期)?|同比)(?:增加|(?P<less>减少|压减))了?$")
_LIST_BACK: Final = 60
_SEVERAL_YEARS: Final = re.compile("[0-9]{4}-[0-9]{4}")
_ON_YEAR: Final = re.compile("同比|[比较]上年|[比较]去年|逐年|每年|[涨增降]幅|增速|(?:稳定|保持|控制)在")
#: The level that a growth or a fall came to.
_CHANGE_REACHED: Final = re.compile(
    "(?:增速|增[长加]速度|增幅|涨幅|(?P<fall>[降跌减]幅))[^，。；0-9]{0,6}(?:[回放收减缩扩趋攀上下提降加反][落缓窄小大高升慢降弹]|提[高升]|加快)(?:到了?|至|为)"
)
#: 降幅由25.6%收窄至8.3%: what is left is a fall still.
_FALL_LEFT: Final = re.compile(
    "[降跌减]幅(?:[^，。；0-9]{0,8}，)?[由从][^，。；]{1,20}(?:收窄|扩大|缩小|回落|减小)[至到为][^，。；0-9]{0,4}$"
    "|[降跌减]幅[^，。；0-9]{0,8}，[由从][^，。；0-9]{0,10}$"
)
#: 同比-6.2%, 同比分别-6.2%、-19.3%: the sign tells of a change, without a verb.
_ON_BASE: Final = re.compile("(?:[同环]比|[比较](?:上年|去年)(?:同期)?)(?:分别|各)?$")
#: 净出口向下拉动生产总值0.6个百分点: what is pulled stands between verb and figure.
_PULLED_DOWN: Final = re.compile("(?:(?:向下|负)拉动|拖累|下拉)[^，。；]{0,14}$")
#: 低于人口占比4.6个百分点: below what is no place.
_SET_BELOW: Final = re.compile("(?<!不)(?:低|少|慢|落后|滞后)于[^，。；0-9]{2,14}$")
_MONTHLY: Final = re.compile("(?:其中，)?从?环比(?:看|来看)")
_PASSED_AIM: Final = re.compile(
    "[比较][^，。；0-9]{0,14}(?:目标|计划|任务|预算)数?(?:的)?[0-9.]+[百千万亿]*[^，。；、0-9]{1,3}"
    "(?:超过|超出|超额|超收|超|多|高出?|增加|少|低|减少)了?$"
)
_PASSED_ENDS: Final = frozenset("过出额收超多高加少低了")
#: 完成上级下达的组建目标: an aim that was met plans nothing.
#: 占目标任务的26% is what was done of it.
_MET: Final = re.compile(
    "(?<!要)(?<!力争)(?<!确保)(?:完成|实现|达到|超过|占)了?[^，。；]{0,40}$|为(?:全年|年度|年初|今年)[^，。；]{0,8}$"
)
_CUMULATIVE: Final = re.compile(r"累计|[三四五六七八九十]年(?:来|间|累计)?(?:增长|下降|降低|减少)|翻")


def _verbs(text: str, link: Link) -> str:
    """The predicate without its bounds (不低于 holds no fall), with the verb of a label before it (收入增长：5%)."""
    start, end = link.predicate
    label = _LABEL_VERB.search(text, max(0, start - 8), start) if text.startswith((":", "："), start - 1) else None
    return _without_bounds((label[0] if label else "") + text[start:end])


#: 地区生产总值增长|：5.5%左右.
_LABEL_VERB: Final = re.compile("(?:增长|上升|提高|下降|降低|减少)(?=\\**[:：]$)")


# The same few predicates (增长, 比上年增长, 达到) stand before most figures of a report.
@lru_cache(maxsize=1024)
def _without_bounds(predicate: str) -> str:
    return pattern(_BOUNDS).sub("", predicate)


@lru_cache(maxsize=1024)
def _by_so_much(predicate: str) -> bool:
    """Whether the verb says by how much something changed, and not to what level."""
    return pattern(_BY).search(predicate) is not None and pattern(_TO_LEVEL).search(predicate) is None


@lru_cache(maxsize=1024)
def _falls(predicate: str) -> bool:
    """Whether the last verb of change is one of falling."""
    falls = list(pattern("%fall%").finditer(predicate))
    rises = list(pattern("%rise%").finditer(predicate))
    if not falls or not rises:
        return bool(falls)
    # 多减 rises and 少增 falls: of two that end alike the longer says it.
    fall, rise = falls[-1], rises[-1]
    return (fall.end(), -fall.start()) >= (rise.end(), -rise.start())


@lru_cache(maxsize=1024)
def _last_change(predicate: str) -> int | None:
    """Where the last verb of rising or falling begins."""
    found = [*pattern("%rise%").finditer(predicate), *pattern("%fall%").finditer(predicate)]
    return max((match.start() for match in found), default=None)


def kind_of(text: str, link: Link) -> tuple[Kind, str]:
    """The kind of a figure, and the rule that says so."""
    quantity, predicate = link.quantity, _verbs(text, link)
    name = link.name.text if link.name else ""
    if quantity.kind == "rank":
        return "rank", "kind.rank"
    if quantity.dimension == "points":
        return "difference", "kind.points"
    if quantity.kind == "time":
        if _by_so_much(predicate) or _acted_on(text, link):
            return "difference", "kind.amount_changed"
        return ("level", "kind.amount") if _DAYS_OF.search(name) else ("duration", "kind.duration")
    if quantity.kind == "index" and _by_so_much(predicate):
        return "difference", "kind.amount_changed"
    if quantity.kind in ("ratio", "index"):
        return "rate", "kind.share"
    if quantity.kind == "rate":
        if quantity.unit == "倍" and _RATIO_TO.search(text[max(0, quantity.start - 20) : quantity.start]):
            return "rate", "kind.multiple"
        if quantity.unit == "分" and (link.compared or _changes(predicate, name, link)):
            # 电价下降1分, 得分提高2分: an amount, and no share of the whole.
            return "difference", "kind.amount_changed"
        grew = _changes(predicate, name, link) or _ON_BASE.search(predicate) or _acted_on(text, link) or (
            _fall_left(text, quantity) or _GROWTH_OF_IT.match(text, quantity.after)
            or _held_to(text, link, name) or _growth_aimed(text, link, name)
        )
        return ("growth", "kind.change_verb") if grew else ("rate", "kind.share")
    if link.name and link.name.rule == "indicator.right" and _COMPARES.isdisjoint(predicate):
        # 增加2个岗位 counts them; 比上年增加2个 would be a difference.
        return "level", "kind.amount"
    if link.compared or _beside_plan(text, link) or _past_aim(text, quantity) or _NEW_AGAINST.search(predicate):
        return "difference", "kind.amount_changed"
    if _by_so_much(predicate) or _acted_on(text, link) or (
        quantity.dimension.startswith("money") and name.endswith(("增收", "增支"))
    ):
        return "difference", "kind.amount_changed"
    if _PER_PEOPLE.search(quantity.unit):
        # 普及率112部/百人.
        return "rate", "kind.density"
    if pattern(_DENSITY).search(name) and not (quantity.dimension.startswith("money") and "人均" in name):
        return "rate", "kind.density"
    return "level", "kind.amount"


def grows_by(text: str, link: Link, entry: CatalogueEntry) -> bool:
    """地区生产总值：7%左右: what is told in per cent of an amount, with no verb between, is by how much it grows."""
    if link.quantity.unit != "%" or not entry.grows:
        return False
    # 财政支出70%以上用于民生 is a share of it.
    own = link.name is not None and link.name.end <= link.quantity.start and link.name.rule in _OWN_NAME
    own = own and _ENDS_THERE.match(text, link.quantity.after) is not None
    return own and _NO_VERB.fullmatch(text, link.name.end if link.name else 0, link.quantity.start) is not None


def _past_aim(text: str, quantity: Quantity) -> bool:
    """比计划目标30亿元超过10亿元: by how much an aim was passed, whose figure stands before."""
    if text[quantity.start - 1 : quantity.start] not in _PASSED_ENDS:
        return False
    return _PASSED_AIM.search(text, max(0, quantity.start - 40), quantity.start) is not None


def _beside_plan(text: str, link: Link) -> re.Match[str] | None:
    return pattern("%beside_plan%").search(text, *link.predicate) if may_hold(text, "%beside_plan%") else None


def _acted_on(text: str, link: Link) -> int:
    """-1 for 精简会议18%、文件21%, 1 for 提高补助标准10%: a verb of change whose object is the name; else 0."""
    name, quantity = link.name, link.quantity
    if name is None or name.rule == "indicator.inherited":
        return 0
    if _verbs(text, link).strip("了") or not name.start < quantity.start:
        return 0
    before = text[max(0, name.start - _LIST_BACK) : name.start]
    if quantity.unit not in ("%", "个百分点", "倍"):
        changed = (_AMOUNT_CHANGED if _AMOUNT_NAME.search(name.text) else _CHANGED_ON_BASE).search(before)
        if changed is None and not quantity.dimension.startswith("money"):
            changed = _LESS_OF_IT.search(before)
        return (-1 if changed["less"] else 1) if changed else 0
    if _LESSENED.search(before):
        return -1
    return 1 if _RAISED.search(before) and not _RATE_NAME.search(name.text) else 0


@lru_cache(maxsize=1024)
def _told(predicate: str) -> Literal["change", "level", "reached"] | None:
    """What the verbs of rising and falling in a predicate tell: how much, to what level, or with what was reached."""
    last = _last_change(predicate)
    if last is None:
        return None
    if _OF_CHANGE.search(predicate):
        # 增速回升到5.4%: the level that a growth has reached.
        return "change"
    if pattern(_TO_LEVEL).search(predicate[last:]):
        return "level"
    return "reached" if _REACHES.search(predicate) else "change"


def _changes(predicate: str, name: str, link: Link) -> bool:
    if link.quantity.rule == "number.doubling":
        return True
    told = _told(predicate)
    if told is None:
        return bool(_CHANGE_NAME.search(name))
    return told == "change" or (told == "reached" and _RATE_NAME.search(name) is None)


def _held_to(text: str, link: Link, name: str) -> bool:
    """固定资产投资按9%掌握: what a plan counts on is how much it grows, unless it is a rate itself."""
    aimed = text.find("按", max(0, link.predicate[0]), link.quantity.start) >= 0 and _COUNTED_ON.match(
        text, link.quantity.after
    )
    return bool(aimed) and _RATE_NAME.search(name) is None


def _growth_aimed(text: str, link: Link, name: str) -> bool:
    """没有完成8%的预期目标, （预期目标为8%以上）: the aim of an amount in per cent is how much it grows."""
    position, aimed = link.quantity.start, False
    if _GROWTH_IS.search(text, max(0, position - 24), position):
        return True
    if _RATE_NAME.search(name):
        return False
    if text.startswith("的", link.quantity.after):
        aimed = pattern(_AIM_OF_RATE).match(text, link.quantity.after) is not None
    elif text.startswith(("）", ")"), link.quantity.after):
        aimed = _AIM_BESIDE.search(text, max(0, position - 16), position) is not None
    return aimed and pattern("(?:%measured_head%|生产总值|经济|增加值)$").search(name) is not None


def _fall_left(text: str, quantity: Quantity) -> bool:
    near = max(0, quantity.start - 40)
    return text.find("幅", near, quantity.start) >= 0 and bool(_FALL_LEFT.search(text, near, quantity.start))


def signed(text: str, link: Link, kind: Kind) -> tuple[int, str | None]:
    """-1 and its rule where a verb turns the figure into a fall, else 1."""
    if kind not in ("growth", "difference") or link.quantity.value < 0:
        return 1, None
    predicate = _verbs(text, link)
    if kind == "difference" and link.compared:
        behind = text[link.compared[1] : link.quantity.start]
        verb = text[max(link.predicate[0], link.compared[0] - 4) : link.compared[0]]
        # 分别低于全国、全省1.1个、0.6个百分点: the verb stands before the first of the places.
        first = text[link.predicate[0] : min(link.predicate[0] + 4, link.compared[0])]
        lower = bool(_LOWER.search(behind)) or (not _HIGHER.search(behind) and bool(_LOWER.search(verb + first)))
        return (-1, "sign.fall") if lower else (1, None)
    beside = _beside_plan(text, link) if kind == "difference" else None
    if beside:
        return (-1, "sign.fall") if _LOWER.match(beside[0]) else (1, None)
    if _PULLED_DOWN.search(text, max(0, link.quantity.start - 24), link.quantity.start):
        return -1, "sign.fall"
    if _acted_on(text, link) < 0:
        return -1, "sign.fall"
    if kind == "difference" and _SET_BELOW.search(text, max(0, link.quantity.start - 24), link.quantity.start):
        return -1, "sign.fall"
    if _fall_left(text, link.quantity):
        return -1, "sign.fall"
    if (reached := _CHANGE_REACHED.search(predicate)):
        # 涨幅回落至2.5% is a growth still.
        return (-1, "sign.fall") if reached["fall"] else (1, None)
    if kind == "difference" and _told(predicate) == "level":
        # 差距缩小到4.9个百分点: what is left of it.
        return 1, None
    if _falls(predicate):
        # 降幅收窄0.5个百分点 is a fall that became smaller; its figure is given as it stands.
        return -1, "sign.fall"
    return 1, None


def basis_of(text: str, link: Link, kind: Kind, period: str | None) -> tuple[Basis | None, str | None]:
    """What a growth is measured against, and the rule that says so; None for what is no growth.

    A growth of several years (`period` 2018-2022) that names no base is that of the whole span.
    """
    if kind != "growth":
        return None, None
    before = text[max(behind_mark(text, link.predicate[0]), link.predicate[0] - 6) : link.predicate[1]]
    if link.turn and link.turn[0]:
        # 比2018年分别下降3%、上升2%: the base is told before the first of the list.
        before = text[behind_mark(text, link.predicate[0], "，；。") : link.predicate[1]]
    opening = text[behind_mark(text, link.predicate[0], "；。") : link.predicate[0]]
    if "相比" in opening and (against := _AGAINST_AT_FIRST.match(opening)):
        # 与十年前相比，低保人数减少四成.
        before = f"较{against['base']}{before}"
    if "环比" in before or _MONTHLY.match(opening) or "比上月" in before or "比上季" in before:
        return "qoq", "basis.previous"
    if _AVERAGED.search(before):
        return "cagr", "basis.average"
    if _NAMED_BASE.search(before):
        return "vs", "basis.named"
    if (_CUMULATIVE.search(before) and "同比" not in before) or link.quantity.rule == "number.doubling":
        return "cumulative", "basis.cumulative"
    if period and _SEVERAL_YEARS.fullmatch(period) and not _ON_YEAR.search(before):
        return "cumulative", "basis.cumulative"
    return "yoy", "basis.year"


def settled_bound(quantity: Quantity, role: Role, *, aim: bool = False) -> Bound:
    """以上 includes the number in a target; in a result it says that there is more."""
    if aim and quantity.bound in ("gt", "lt"):
        # 低于4.5%的控制目标 sets the result below the aim; the aim itself is 4.5%.
        return "eq"
    # 不低于40% says of a result, too, that it may be 40%; 40%以上 and 上千户 say that there is more.
    more = quantity.after > quantity.end or quantity.shared or quantity.rule == "number.round"
    return "gt" if quantity.bound == "ge" and more and role != "target" else quantity.bound


def words_of_plan(text: str, start: int, position: int) -> re.Match[str] | None:
    """The words before a figure that make it one to reach."""
    if not may_hold(text, _PLANNED):
        return None
    found = [
        match for match in pattern(_PLANNED).finditer(text, start, position)
        if not match[0].startswith(("目标", "计划"))
        or _MET.search(text, max(start, match.start() - 44), match.start()) is None
    ]
    return found[-1] if found else None


def words_of_result(text: str, start: int, position: int) -> re.Match[str] | None:
    """The words before a figure that make it one that was reached."""
    found = list(pattern(_DONE).finditer(text, start, position)) if may_hold(text, _DONE) else None
    return found[-1] if found else None


def sign_value(value: Decimal, sign: int) -> Decimal:
    """The value with the sign of its verb."""
    return -value if sign < 0 else value
