"""What kind of statement a figure is: growth or level, done or planned, up or down, against what, within what bound."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from core.extract.linking import Link
from core.extract.quantities import Quantity
from core.lexicon import alternation
from core.model.report import Basis, Bound, Kind, Role

_PLANNED: Final = re.compile(
    r"力争|预期目标|主要目标|奋斗目标|预期为|目标[是为]|计划(?!单列|生育|经济|投资|完成|下达|执行|外|总|内|数|的|\d)|确保(?!了)|争取(?=在|实现|达|完成|新|全年|到|年|使|再|用)|将(?=达|新|完|建|实|投|增|提|全|在|继|力|进|安|重|突|着|要|以)|拟|要(?=[完建新实达确力全在提加把抓推深落使])|"
    r"努力(?=实现|完成|达|使|把|再)|到(?:20[2-9][0-9]|2[01][0-9]{2})年|不低于|年内(?=[完建新实开投])|预计(?=到|明年)|规划(?=建设|到|新|实)|目标"
)
_DONE: Final = re.compile(
    r"(?<!要)(?:去年|上年(?!度?持平)|已(?:经)?|完成了|实现了|达到了|建成了|新增了|累计|同比|过去|以来|成功|圆满|顺利完成|取得|截至|截止|目前|现有|[一两二三四五六七八九十]年来|增长了|提高了|下降了)"
)
_TO_LEVEL: Final = re.compile(r"(?:增长|提高|上升|增加|提升|下降|降低|减少|回落|压缩|压减|缩短|缩小|扩大|扩展|拓展|调整|攀升|跃升|收窄|发展|增|降|升|减|扩|优化|改善|恢复)(?:到了?|至|为|成)")
_RATIO_TO: Final = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,14}的$")
_DENSITY: Final = re.compile(r"每[百千万十]|每[0-9]|亩均|人均(?!可|纯|消|收|生产|地区|国内|GDP)|单位(?=GDP|地区|生产|国内|面积|产品|工业|增加值)|密度")
_RATE_NAME: Final = re.compile(r"(?:率|占比|比重|比例|指数|系数|强度|度|份额|比)$")
_CHANGE_NAME: Final = re.compile(r"(?:增速|增幅|涨幅|降幅|(?<!自然)增长率|增长速度)$")
_BY: Final = re.compile(r"(?:增收|增效|增支|多增|少增|净增加?|增产|减产|减收|减少|增加|增长|下降|降低|提高|提升|缩短|压缩|压减|延长|提前|高于|低于|高出|多|少|高|低|快|慢|减|降|(?<!新)增|扩大|缩小|上升|回落|上调|下调|上涨|下跌|减轻|为企业减负|精简|核减|调减)了?(?:约|近|超过|超)?$")


@cache
def _rise() -> re.Pattern[str]:
    return re.compile(alternation("rise"))


@cache
def _fall() -> re.Pattern[str]:
    return re.compile(alternation("fall"))


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(alternation("gt_before", "ge_before", "lt_before", "le_before", "about_before"))


def _verbs(text: str, link: Link) -> str:
    """The predicate without its bounds: 不低于 holds no fall."""
    return _bounds().sub("", text[link.predicate[0] : link.predicate[1]])


def kind_of(text: str, link: Link) -> tuple[Kind, str]:
    """The kind of a figure, and the rule that says so."""
    quantity, predicate = link.quantity, _verbs(text, link)
    name = link.name.text if link.name else ""
    if quantity.kind == "rank":
        return "rank", "kind.rank"
    if quantity.dimension == "points":
        return "difference", "kind.points"
    if quantity.kind == "time":
        if _BY.search(predicate) and not _TO_LEVEL.search(predicate):
            return "difference", "kind.amount_changed"
        return ("level", "kind.amount") if name.endswith("天数") else ("duration", "kind.duration")
    if quantity.kind in ("ratio", "index"):
        return "rate", "kind.share"
    if quantity.kind == "rate":
        if quantity.unit == "倍" and _RATIO_TO.search(text[max(0, quantity.start - 20) : quantity.start]):
            return "rate", "kind.multiple"
        return ("growth", "kind.change_verb") if _changes(predicate, name, link) else ("rate", "kind.share")
    if link.name and link.name.rule == "indicator.right" and not re.search("[比较同]", predicate):
        # 增加2个岗位 counts them; 比上年增加2个 would be a difference.
        return "level", "kind.amount"
    if link.compared or (_BY.search(predicate) and not _TO_LEVEL.search(predicate)):
        return "difference", "kind.amount_changed"
    if _DENSITY.search(name):
        return "rate", "kind.density"
    return "level", "kind.amount"


def _changes(predicate: str, name: str, link: Link) -> bool:
    if link.quantity.rule == "number.doubling":
        return True
    last = _last_change(predicate)
    if last is None:
        return bool(_CHANGE_NAME.search(name))
    return not _TO_LEVEL.search(predicate[last.start() :]) and not (
        _RATE_NAME.search(name) and re.search(r"(?:达到?|为|至|到|在|保持|稳定|控制)[在到了]?$", predicate)
    )


def _last_change(predicate: str) -> re.Match[str] | None:
    found = [*_rise().finditer(predicate), *_fall().finditer(predicate)]
    return max(found, key=lambda match: match.start(), default=None)


def signed(text: str, link: Link, kind: Kind) -> tuple[int, str | None]:
    """-1 and its rule where a verb turns the figure into a fall, else 1."""
    if kind not in ("growth", "difference") or link.quantity.value < 0:
        return 1, None
    predicate = _verbs(text, link)
    if kind == "difference" and link.compared:
        behind = text[link.compared[1] : link.quantity.start]
        verb = text[max(link.predicate[0], link.compared[0] - 4) : link.compared[0]]
        lower = re.search(r"低|少|慢|落后|减", behind) or (not re.search(r"高|快|多|领先|好|优|超", behind) and re.search(r"低于|慢于|少于|落后|小于", verb))
        return (-1, "sign.fall") if lower else (1, None)
    falls = list(_fall().finditer(predicate))
    rises = list(_rise().finditer(predicate))
    if falls and (not rises or falls[-1].start() >= rises[-1].start()):
        # 降幅收窄0.5个百分点 is a fall that became smaller; its figure is given as it stands.
        return -1, "sign.fall"
    return 1, None


def basis_of(text: str, link: Link, kind: Kind) -> tuple[Basis | None, str | None]:
    """What a growth is measured against, and the rule that says so; None for what is no growth."""
    if kind != "growth":
        return None, None
    before = text[max(0, link.predicate[0] - 6) : link.predicate[1]]
    if "环比" in before or re.search(r"比上(?:月|季)", before):
        return "qoq", "basis.previous"
    if re.search(r"年均|平均每年|两年平均|年平均|复合|年递增", before):
        return "cagr", "basis.average"
    if re.search(r"(?:比|较|与)(?:(?:19|20)[0-9]{2}年|[“\"]?十?[一二三四五六七八九]五|[0-9一二三四五六七八九十]年前|[^，。上去同]{1,6}时)", before):
        return "vs", "basis.named"
    if re.search(r"累计|[三四五六七八九十]年(?:来|间|累计)?增长|翻", before) or link.quantity.rule == "number.doubling":
        return "cumulative", "basis.cumulative"
    return "yoy", "basis.year"


def settled_bound(quantity: Quantity, role: Role) -> Bound:
    """以上 includes the number in a target; in a result it says that there is more."""
    return "gt" if quantity.bound == "ge" and role != "target" else quantity.bound


def words_of_plan(text: str, start: int, position: int) -> re.Match[str] | None:
    """The words before a figure that make it one to reach."""
    found = list(_PLANNED.finditer(text, start, position))
    return found[-1] if found else None


def words_of_result(text: str, start: int, position: int) -> re.Match[str] | None:
    """The words before a figure that make it one that was reached."""
    found = list(_DONE.finditer(text, start, position))
    return found[-1] if found else None


def sign_value(value: Decimal, sign: int) -> Decimal:
    """The value with the sign of its verb."""
    return -value if sign < 0 else value
