"""Numbers with units in one sentence. Finding and resolving only: what they measure is another stage's work."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Final

from core.extract import frames, shares
from core.extract.forms import MORE, scan
from core.extract.indices import find_indices
from core.extract.numbers import find_numbers
from core.extract.quantity import Quantity, QuantityClass, plain
from core.lexicon import WHOLE_AREA, UnitClass, alternation, find_indicator, may_begin, may_hold, pattern, units
from core.model.records import changer
from core.model.report import Bound
from core.numerals import read_number

_with_bound = changer(Quantity, "bound", "after", "end")

_UNITLESS_LIST: Final = re.compile(
    r"(?:分别[^，。；、0-9]{0,12}|增长|下降|提高|减少|增加|上升)(?P<list>(?:[0-9]+(?:\.[0-9]+)?[、和])+)$"
)
_PLAIN_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MULTIPLIED: Final = re.compile("[0-9.]+([百千万亿]+)")
_LIST_BACK: Final = 80
#: Figures of one list differ by less than so many times.
_UNLIKE: Final = 200
#: 由2018年的|172万减少到今年年底的|43万.
_WHEN: Final = "(?:(?:19|20)[0-9]{2}年|[去今上]年|年)年?[末底]?的"
#: 高技能人才达到19万: a number of people whose classifier is left out.
_PEOPLE_NAME: Final = re.compile(
    r"(?:人才|人口|人数|人次|旅客吞吐量|农民工|党员|用户|职工|学生|游客|老人|人员|员额)(?:务工|就业|参保|从业)?(?:总数|数量|总量|规模)?"
    rf"(?:[由从](?:{_WHEN})?(?:[0-9.]+[万亿千多余]+)?)?(?:累计|[再共])?"
    r"(?:已?达到?|为|超过?|突?破|有|约|近|[增升降减]?[加长少低]?[到至]|下降到?|发展到|净?增加|净增|增长|净?减少|(?:控制|稳定|保持|维持)在)*"
    rf"(?:(?<=[到至])(?:{_WHEN}))?$"
)
_PEOPLE_BACK: Final = 30
_LEADS_TO: Final = (
    "(?:已?达到?|为|超过?|[再首]?[突冲]?破|约|近|首次|[跃迈站登跨]上|[跨迈]过|跨越|[增升]?[加长]?[到至]|实现了?|完成|[由从])*$"
)
_NAME_BEFORE: Final = re.compile("(?P<name>[\u4e00-\u9fff]{2,12}?)" + _LEADS_TO)
_YUAN: Final = frozenset(("元", "万元", "亿元", "万亿元"))
#: 生产总值突破3.1万亿: a sum of money whose 元 is left out.
_MONEY_NAME: Final = re.compile(
    r"(?:生产总值|GDP|总产值|经济(?:总量|规模)|(?:可支配|纯)收入|(?:财政|预算|总|业|营业|实现|完成)(?:收入|支出)|营收|固定资产投资|零售总额|进出口(?:总[额值])?|(?:存|贷)款余额"
    "|(?:保|助|资|奖|基|租|积|恤|慰问|偿|老|证|税|股)金|(?:专项|[国政]|一般|企业|公司)债券?|债券|补贴"
    "|经费|投入|投资|贷款|税收|收入|产值|利润|利税|货款|工程款|善款|捐款)(?:[（(][^（）()]{1,8}[)）])?"
    # 收入任务174万，完成198万.
    "(?:(?:年初|调整)?(?:任务|预算|计划)(?:[0-9.]+[万亿]，)?){0,2}(?:共|合?计|累计|实际|(?:全[国省市县区])?率先)?"
    + _LEADS_TO
)
#: 金额达1.2万亿元，首次突破|万亿大关: the sum itself was told right before.
_MONEY_BEFORE: Final = re.compile("[0-9.]+[百千万亿]*元[，,][^，。；0-9]{0,12}$")
#: 两税730万元，占全年任务|1460万的50%: of the same as the sum before.
_OF_AIM: Final = re.compile(f"元，[占为](?:{frames.PLAN_TERM}|今年)*{frames.PLAN}$")
#: 约占全省的三分之一.
_LISTED: Final = re.compile(f"[、和](?:(?:{WHOLE_AREA}|[\\u4e00-\\u9fff]{{1,4}}[省市县区])(?:平均水平)?)?")
_ABOUT_SHARE: Final = re.compile("(?:大?约|大概|大致)占[^，。；、0-9]{1,14}的?$")
#: 比三十大, 比5%低.
_AGAINST: Final = re.compile("(?:还|要|更)?(?:(?P<more>[大高多长])|[小低少短])")
#: Things come whole: before a classifier 8.12 at the start of a line is item 8 and the number 12.
_ITEM: Final = re.compile(r"[0-9]{1,2}\.(?=[1-9][0-9]*(?![0-9.万亿]))")
#: 三吨半, 两年半; 半径 and 半年 are words of their own.
_HALF: Final = re.compile("半(?![径年月天数价导成自程封岛夜山路个])")
#: 5元3角2分, 两美元又三美分: the small change of a sum.
_DIGIT: Final = "[0-9一二两三四五六七八九]"
_CHANGE: Final = re.compile(rf"又?(?:(?P<tenth>{_DIGIT})[角毛])?(?:(?P<hundredth>{_DIGIT})美?分(?!钟|之))?")
#: What a smaller unit behind a larger one counts, and how many of it make one.
_SMALLER: Final = {"公里": ("米", 1000), "千米": ("米", 1000), "小时": ("分", 60), "个小时": ("分", 60)}
_REST: Final = re.compile("(?P<count>[1-9][0-9]{0,2})(?P<unit>米(?![/每]|以[上下])|分钟?)")
#: 第二|十四条: no number begins inside an ordinal.
_ORDINAL_BEFORE: Final = re.compile("第[一二三四五六七八九十百]{1,3}$")
_BETWEEN: Final = re.compile("[0-9万亿千百][与和]$")
_CLOSED: Final = re.compile(
    "以上|左右|[增提上扩发][加高升大展][到至为]|大关|台阶|关口|人民币|的?目标|且|并(?!购|网|轨)|[，。；、）]|$"
)
_BOUND_BACK: Final = 12
#: 提高2.5个点; 设置3个点 are places.
_BY_POINTS: Final = re.compile("[高低快慢]于[^，。；、0-9]{1,16}$|[高低升降快慢多少增减涨跌落窄大][了近约]?$")
_EACH_BOUND: Final = re.compile("(?:分别|均|都)[^，。；0-9]{1,8}$|(?:突破|跨越|迈上|跃上)了?$")
_HUNDRED_MILLION: Final = 10**8
_MOST_DOUBLINGS: Final = 10
_NEARLY: Final[dict[str, Bound]] = {"": "eq", "近": "lt", "将近": "lt", "约": "about", "超": "gt", "超过": "gt"}
_CURRENCY: Final = {"￥": "元", "¥": "元", "$": "美元", "US$": "美元", "HK$": "港元"}


@cache
def _after() -> re.Pattern[str]:
    about, up, down = (alternation(group) for group in ("about_after", "up_after", "down_after"))
    bounds = rf"(?P<about>{about})|(?P<up>{up})|(?P<down>{down})"
    return re.compile(rf"(?P<more>{MORE}(?![0-9层元种式边方晶媒彩肉年云样点维项用级]|功能))?(?:{bounds})?")


@cache
def _opens_bound() -> frozenset[str] | None:
    return may_begin("|".join((MORE, *map(alternation, ("about_after", "up_after", "down_after")))))


_BOUND_BEFORE: Final = (
    "(?:(?P<ge>%ge_before%)|(?P<le>%le_before%)|(?P<gt>%gt_before%)|(?P<lt>%lt_before%)|(?P<about>%about_before%))"
    "(?:[了在到达是有为]{0,2}(?:每(?:公斤|斤|吨|亩|度|桶|头|只|担|平方米|立方米|万?[人户名]|[年月日天])){0,2}|占[^，。；0-9]{1,6}"
    # 约为2018年的两倍, 不到全省的20%.
    "|为?(?:[上去前]年|上期|同期|(?:19|20)[0-9]{2}年|全[国省市县区])(?:同期)?的)$"
)


def find_quantities(text: str, *, unitless: bool = False) -> list[Quantity]:
    """All quantities of a flat sentence in order, masks not yet applied. Linear in the sentence's length.

    With `unitless` every other number counts too, with an empty unit; ordinals (第三) are of kind `rank` then.
    """
    found: list[Quantity] = []
    position = 0
    forms = scan()
    while match := forms.search(text, position):
        position = max(match.end(), match.start() + 1)
        for quantity in _read(text, match):
            found.append(_bounded(text, quantity, found[-1] if found else None))
            position = max(position, quantity.end)
    others = [*_indices(text), *_lent(text, found), *(_numbers(text) if unitless else ())]
    found.sort(key=attrgetter("start"))
    if others:
        found = sorted([*found, *(one for one in others if _stands_free(one, found))], key=attrgetter("start"))
    return _spread_bounds(text, found)


def _lent(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """分别提高3.7、0.2个百分点: the numbers before a list's last one have its unit."""
    for last in found:
        if last.han or last.kind not in ("rate", "measure") or text[last.start - 1 : last.start] not in ("、", "和"):
            continue
        match = _UNITLESS_LIST.search(text, max(0, last.start - _LIST_BACK), last.start)
        if match is None:
            continue
        scale = _scale_of(text[last.start : last.end])
        for written in _PLAIN_NUMBER.finditer(text, *match.span("list")):
            if number := read_number(written[0]):
                # 分别为12.4、38和9.2万亩: so is what multiplies it, but for 3200、1.1万亩.
                value = number.value * scale if number.value * scale < _UNLIKE * last.value else number.value
                yield replace(
                    last, start=written.start(), end=written.end(), after=written.end(), value=value,
                    value_max=None, bound="eq",
                )


def _stands_free(one: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether none of the quantities `found`, in order, overlaps another."""
    after = bisect_left(found, one.end, key=attrgetter("start"))
    return after == 0 or found[after - 1].end <= one.start


def _numbers(text: str) -> Iterator[Quantity]:
    for one in find_numbers(text):
        kind: QuantityClass = "rank" if one.ordinal else "count"
        rule = "number.arabic" if text[one.start].isascii() else "number.han"
        made = plain(one.start, one.end, one.value, "", kind, "number", "number.range" if one.top else rule)
        yield _bounded(text, replace(made, value_max=one.top, bound="gt" if one.open else "eq"))


def _indices(text: str) -> Iterator[Quantity]:
    for start, end, unit in find_indices(text):
        if number := read_number(text[start : end - len(unit)]):
            yield _bounded(text, plain(start, end, number.value, unit, "index", "ratio", "number.index"))


def _read(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    if match["a"] or match["h"]:
        yield from _with_unit(text, match)
    elif match["parts"]:
        yield from shares.in_parts(match)
    elif match["whole"] or match["slash"]:
        yield from shares.fraction(match)
    elif match["all"]:
        yield plain(*match.span(), Decimal(100), "%", "rate", "ratio", "number.fraction")
    elif match["half"]:
        yield plain(*match.span(), Decimal(50), "%", "rate", "ratio", "number.fraction")
    elif match["sign"]:
        unit, number = units()[_CURRENCY[match["sign"]]], read_number(match["sum"])
        if number:
            yield plain(*match.span(), number.value, unit.base, "measure", unit.dimension, "number.arabic")
    elif match[0].startswith("翻"):
        times = read_number(match["doublings"] or "一")
        if times and times.value < _MOST_DOUBLINGS:
            percent = (100 * (Decimal(2) ** times.value - 1)).quantize(Decimal("0.01")).normalize()
            made = plain(match.start(), match.end(), percent, "%", "rate", "ratio", "number.doubling")
            yield replace(made, bound="gt" if match["over"] else _NEARLY[match["nearly"] or ""])
    elif match["round"] or match["some"]:
        yield from _round(text, match)
    elif match["tenths"]:
        yield from shares.tenths(match)
    elif match["discount"]:
        yield from shares.discount(match)
    elif match["or_low"]:
        unit, number = units()[match["round_unit"]], read_number(match["or_low"] + match["or_high"])
        if number and number.top:
            made = plain(*match.span(), number.value, unit.base, unit.kind, unit.dimension, "number.range")
            yield replace(made, value_max=number.top, han=True)
    elif match["ratio"]:
        yield from shares.ratio(match)


def _round(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """突破百亿元大关, 近百家, 千余名: 100, 1000 of it. 超百亿元企业 is a class; names of money lend 元."""
    bare = match["round_bare"] is not None
    people = bare and _PEOPLE_NAME.search(text, max(0, match.start() - _PEOPLE_BACK), match.start()) is not None
    if bare and not people and not (
        _named_money(text, match.start())
        or _MONEY_BEFORE.search(text, max(0, match.start() - 30), match.start())
    ):
        return
    # 常住人口突破千万: people, whose classifier is left out.
    unit = units()[match["round_unit"] or ("人" if people else "元")]
    number = read_number("一" + (match["round"] or match["some"] + (match["some_of"] or "")))
    if number is None or (match["round"] and unit.kind == "measure" and not _CLOSED.match(text, match.end())):
        return
    made = plain(match.start(), match.end(), number.value, unit.base, unit.kind, unit.dimension, "number.round")
    if match["some"]:
        yield replace(made, bound="gt", han=True)
    elif text.endswith("不下", 0, match.start()):
        yield replace(made, rule="number.han")
    else:
        # 上千名 is a thousand or more.
        yield replace(made, bound="ge") if text[match.start() - 1] == "上" else made


def _named_money(text: str, start: int) -> bool:
    """Whether what stands before a number at `start` is counted in 元 and in nothing else: 社零实现86亿."""
    if _MONEY_NAME.search(text, max(0, start - 20), start):
        return True
    before = _NAME_BEFORE.search(text, max(0, start - 20), start)
    name = before["name"] if before else ""
    entries = (find_indicator(name[index:]) for index in range(len(name) - 1))
    entry = next((one for one in entries if one), None)
    return entry is not None and _YUAN.issuperset(entry.units)


def _with_unit(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    han = match["h"] is not None
    low, high = (match["h"], match["h_to"]) if han else (match["a"], match["a_to"] or match["a_more"])
    low_start, low_end = match.span("h" if han else "a")
    if han and _ORDINAL_BEFORE.search(text, max(0, low_start - 4), low_start):
        return
    if (match["u"] or match["hu"]) == "间" and _BETWEEN.search(text, max(0, low_start - 3), low_start):
        # 1万与2万间 counts no rooms.
        return
    # 减少10.6万、3.8万、3.3万平方公里: the unit is written once, behind the last.
    lent = match["u"] or match["lent"] or match["points"]
    printed, first_unit = (match["hu"], match["h_unit"]) if han else (lent, match["a_unit"])
    unit = units()[printed] if printed else None
    base, kind, dimension = (unit.base, unit.kind, unit.dimension) if unit else ("人", "count", "people")
    if unit is None and pattern("(?:%people_side%)*%household%").match(text, match.end()):
        # 3.6万农户: the classifier is the noun's own last sign.
        base, dimension = "户", "households"
    if not han and match["either"]:
        # 119亿册（张）: two units for two sorts of one thing.
        base += match["either"]
    if not han and match["per"]:
        base, kind, dimension = base + match["per"], "measure" if kind == "rate" else kind, "density"
    if not han and match["fund"] is not None:
        # 5.3亿财政资金: 元 is left out.
        base, kind, dimension = "元", units()["元"].kind, units()["元"].dimension
    bare = match["h_bare" if han else "bare"] is not None
    people = _PEOPLE_NAME.search(text, max(0, match.start() - _PEOPLE_BACK), match.start()) if bare else None
    if people and people[0].startswith(("人次", "旅客吞吐量")):
        base = "人次"
    if bare and not people:
        # 常住人口76400，比上年…: without a multiplier only people go without their classifier.
        if low[-1].isdigit() or not (
            _named_money(text, match.start())
            or _OF_AIM.search(text, max(0, match.start() - 30), match.start())
        ):
            return
        base, kind, dimension = "元", units()["元"].kind, units()["元"].dimension
    item = _ITEM.match(text) if low_start == 0 and kind == "count" and not han else None
    if item and high is None:
        # 8.12个…: the number of a note, and what it counts.
        low, low_start = low[item.end() :], item.end()
    number = read_number(_signed(low, high))
    if number is None:
        return
    top = read_number(high) if high else None
    end = match.end()
    if printed == "个点" and "." not in low and not _BY_POINTS.search(text, max(0, low_start - 18), low_start):
        base, kind, dimension, end = "个", "count", "count", end - 1
    if printed == "个多月":
        number = replace(number, open=True)
    if printed in ("个亿", "个多亿"):
        # 20个亿: so many hundreds of millions.
        number = replace(number, value=number.value * _HUNDRED_MILLION, open=number.open or printed == "个多亿")
        top = replace(top, value=top.value * _HUNDRED_MILLION) if top else None
    made = Quantity(
        low_start, end, end, number.value, None, base, _class(kind), dimension,
        ("about" if "来" in low else "gt") if number.open else "eq", "number.han" if han else "number.arabic", han,
    )
    if high and top and first_unit and top.value < number.value and text.startswith("之间", end):
        # 下降4.4%至3.3%之间: the ends of a range, the upper one first.
        yield replace(made, value=top.value, value_max=number.value, rule="number.range")
    elif high is None or top is None:
        yield _completed(text, replace(made, value_max=number.top) if number.top else made, low)
    elif not (first_unit or number.value) and _goes_from(text, low_start, match):
        # 企业从0到46家: what there is now.
        yield replace(made, start=_place_of_top(match), value=top.value)
    elif (first_unit or bare) and (
        _goes_from(text, low_start, match)
        or (first_unit and dimension != "points" and units()[first_unit].dimension == "points")
        or (
            first_unit
            and top.value <= _same_scale(low, high, number.value, first_unit)
            and units()[first_unit].base == base
        )
    ):
        # 由100亿元增加到200亿元 without its verb: two levels, not a range; 降0.4个百分点至1.2%, 减少5人至3人 likewise.
        cut = low_end + len(first_unit or "")
        if first_unit:
            first = units()[first_unit]
            yield replace(
                made, end=cut, after=cut, unit=first.base, kind=_class(first.kind), dimension=first.dimension
            )
        else:
            # 由一千亿到两千亿: 元 is left out of both.
            yield replace(made, end=cut, after=cut)
        top_start = _place_of_top(match)
        yield replace(made, start=top_start, value=top.value)
    else:
        if first_unit == "%" and base == "倍":
            # 增长25.9%至1.2倍: a range from one unit to another.
            made, top = replace(made, unit="%"), replace(top, value=top.value * 100)
        low_value = _same_scale(low, high, number.value, first_unit)
        if top.value > low_value:
            yield replace(made, value=low_value, value_max=top.value, rule="number.range")
        else:
            yield replace(made, start=_place_of_top(match), value=top.value)


def _completed(text: str, made: Quantity, written: str) -> Quantity:
    """The quantity with what goes on behind its unit: 三吨半, 5元3角2分."""
    if made.dimension.startswith("money") and (change := _CHANGE.match(text, made.end)) and change.end() > made.end + 1:
        places = [(change["tenth"], Decimal("0.1")), (change["hundredth"], Decimal("0.01"))]
        small = [(read_number(digit), place) for digit, place in places if digit]
        value = made.value + sum(number.value * place for number, place in small if number)
        return replace(made, value=value, end=change.end(), after=change.end())
    if (smaller := _SMALLER.get(made.unit)) and made.value_max is None and (rest := _REST.match(text, made.end)):
        unit, parts = smaller
        if rest["unit"].startswith(unit) and int(rest["count"]) < parts:
            # 12公里800米, 2小时30分钟: one length.
            value = made.value + Decimal(rest["count"]) / parts
            end = rest.end()
            return replace(made, value=value, end=end, after=end)
    halved = made.kind in ("measure", "time") or made.unit == "倍"
    if halved and made.value_max is None and written[-1] not in "万亿余多来" and _HALF.match(text, made.end):
        return replace(made, value=made.value + Decimal("0.5"), end=made.end + 1, after=made.end + 1)
    return made


def _signed(low: str, high: str | None) -> str:
    # A dash before a number is a sign only where no range can be meant.
    return low.lstrip("-") if high and not low.startswith("-0") else low


def _goes_from(text: str, start: int, match: re.Match[str]) -> bool:
    between = text[match.start("a_unit") : match.start("a_to")] if match["a_unit"] else "至"
    return between[-1:] in "至到" and bool(re.search(r"[由从][^，。；]{0,12}$", text[max(0, start - 14) : start]))


def _place_of_top(match: re.Match[str]) -> int:
    """Where the upper end of a range begins, or the second of two levels."""
    return max(match.start(group) for group in ("h_to", "a_to", "a_more"))


def _same_scale(low: str, high: str, value: Decimal, first_unit: str | None) -> Decimal:
    """5-6万人 means 50,000 to 60,000: the low end takes the multiplier that only the high end prints."""
    tail = re.search(r"[百千万亿]+$", high)
    return value if first_unit or not tail or re.search(r"[百千万亿]", low) else value * (_scale(tail[0]))


def _scale_of(written: str) -> Decimal:
    """What the digits of a quantity are multiplied by: 10,000 in 9.2万亩."""
    match = _MULTIPLIED.match(written)
    return _scale(match[1]) if match else Decimal(1)


def _scale(multipliers: str) -> Decimal:
    number = read_number("1" + multipliers)
    return number.value if number else Decimal(1)


def _class(kind: UnitClass) -> QuantityClass:
    return kind


def _bounded(text: str, quantity: Quantity, last: Quantity | None = None) -> Quantity:
    opening = _opens_bound()
    bounded = opening is None or text[quantity.end : quantity.end + 1] in opening
    behind = _after().match(text, quantity.end) if bounded else None
    bound, after = quantity.bound, quantity.end
    end = quantity.end
    if behind and behind.end() > quantity.end:
        after = behind.end()
        if behind["about"]:
            bound = "about"
        elif behind["up"]:
            bound = "ge"
        elif behind["down"]:
            bound = "le"
        elif behind["more"]:
            bound, end = "about" if behind["more"] == "来" else "gt", behind.end("more")
    near = max(0, quantity.start - 18)
    if bound == "eq" and text.find("占", near, quantity.start) >= 0 and _ABOUT_SHARE.search(text, near, quantity.start):
        bound = "about"
    if text[quantity.start - 1 : quantity.start] == "比" and (against := _AGAINST.match(text, quantity.end)):
        bound = "gt" if against["more"] else "lt"
    if bound in ("eq", "gt") and may_hold(text, _BOUND_BEFORE) and (
        before := pattern(_BOUND_BEFORE).search(text, max(0, quantity.start - 14), quantity.start)
    ):
        # 约500多个 is more than 500; 比目标30亿元超过10亿元 is so much more.
        verb = last is not None and last.after == before.start() and last.unit == quantity.unit
        bound = bound if verb or (bound == "gt" and before["about"]) else _named_bound(before, bound)
    if after == quantity.end and bound == quantity.bound:
        return quantity
    return _with_bound(quantity, bound, after, end)


def _named_bound(match: re.Match[str], otherwise: Bound) -> Bound:
    for name in ("ge", "le", "gt", "lt", "about"):
        if match[name]:
            return name
    return otherwise


#: Behind a number whose noun was said before: nothing that could be counted.
_NO_NOUN: Final = re.compile("(?:以内|以下|左右)?(?:[，。；、）]|$)")
#: 下降|0.2个|、提高|0.8个百分点.
_CHANGED: Final = re.compile("(?:下降|提高|上升|增加|减少|回落|降低|提升|加快|放缓)了?$")
_CHANGED_TOO: Final = re.compile("[、，和](?:下降|提高|上升|增加|减少|回落|降低|提升|加快|放缓)了?")
#: How a change goes over to its end.
_BECAME: Final = re.compile("[\u4e00-\u9fff]{0,6}[到至为]")


def _joined(text: str, found: Sequence[Quantity], index: int) -> bool:
    """Whether a quantity follows the one before it in a list, with nothing between but its mark and another place."""
    end, start = found[index - 1].after, found[index].start
    return text.startswith(("、", "和"), end) and bool(_LISTED.fullmatch(text, end, start))


def _spread_bounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """分别增长10%、11%左右: what stands behind the last of a list bounds all of it."""
    spread = -1
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        listed = _joined(text, found, index + 1)
        points = one.unit == "个" and following.dimension == "points"
        changes = points and _CHANGED.search(text, max(0, one.start - 3), one.start) is not None
        if points and (listed or (changes and _CHANGED_TOO.fullmatch(text, one.after, following.start))):
            # 高于16.4个、1.3个百分点, 下降0.2个、提高0.8个百分点: the unit is written once.
            found[index] = one = replace(one, unit=following.unit, kind=following.kind, dimension="points")
        once = following.unit == "个" != one.unit and one.unit.startswith("个") and _NO_NOUN.match(text, following.end)
        if once and _BECAME.fullmatch(text, one.after, following.start):
            # 由81个工作日压减到45个: here, too.
            found[index + 1] = following = replace(following, unit=one.unit, kind=one.kind, dimension=one.dimension)
        ahead = listed and following.bound == "eq" and one.bound != "eq" and one.after == one.end
        if ahead and _EACH_BOUND.search(text, max(0, one.start - _BOUND_BACK), one.start):
            # 分别超过55%和60%, 突破1亿件、10亿元: the bound before the first holds for each.
            for later in range(index + 1, len(found)):
                if found[later].bound != "eq" or (later > index + 1 and not _joined(text, found, later)):
                    break
                found[later] = replace(found[later], bound=one.bound)
            following = found[index + 1]
        bounds = following.after > following.end or spread == index + 1
        if listed and bounds and one.bound == "eq" and one.unit == following.unit:
            found[index] = replace(one, bound=following.bound, shared=True)
            spread = index
    return found
