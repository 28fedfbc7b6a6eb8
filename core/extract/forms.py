"""The forms in which a quantity is written: an alternative of one scan for each, with the groups that tell it.

A form with a sign that it cannot do without begins with a look for that sign, which spares the engine the rest.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from core.lexicon import alternation, unit_pattern, units, where_it_begins
from core.numerals import ARABIC, BELOW, HAN, MULTIPLIER

#: 三千余, 1万多: a little more than what is written.
MORE: Final = "[余多来]"
_RANGE: Final = r"[-—–~]{1,2}|至|到"
_SIGN: Final = r"(?:(?<![0-9A-Za-z%℃元])-|(?<![减欠担背抱])负)?"
#: 人均GDP17861元: no other letters stand before a figure without being of its code.
_BEFORE_ARABIC: Final = r"(?:(?<![0-9A-Za-z.$_#])|(?<=GDP))(?<![0-9],)"

#: 百分之三十, 千分之5, 百分之二十至百分之三十.
_PARTS: Final = (
    rf"(?=[百千十万])(?<![0-9一二两三四五六七八九十百千])(?P<parts>(?:百|千|[十百]?万)分之)(?P<part>{HAN}|{ARABIC})"
    rf"(?:(?:{_RANGE})(?:(?:百|千|[十百]?万)分之)?(?P<part_to>{HAN}|{ARABIC}))?"
)
#: 三分之二.
_FRACTION: Final = "(?P<whole>[二三四五六七八九十]{1,3})分之(?P<share>[一两二三四五六七八九十]{1,3})"
#: 2/3; no date and no address.
_SLASH: Final = "(?<![0-9A-Za-z/.年月])(?P<slash>[1-9]/(?:[2-9]|10))(?![0-9A-Za-z/.万])"
#: US$5万, ￥300.
_PRICE: Final = rf"(?P<sign>(?:US|HK)?\$|[￥¥])(?P<sum>{ARABIC}{MULTIPLIER}?)(?!美?[元圆]|[0-9.$万亿])"
#: 一半 where it is a share: 超过一半, 只有全省平均水平的一半, 一半以上. The better half of a success is none.
_HALVES: Final = (
    "(?:(?<=超过)|(?<=(?<![高])超)|(?<=[将接]近)|(?<=[^附相邻]近)|(?<=不足)|(?<=不到)|(?<=占)|(?<=占了)|(?<=占到)|(?<=达到)|(?<=达)"
    "|(?<=[少降减短缩]了)|(?<=缩短)|(?<=压缩)|(?<=减少)|(?<=下降)|(?<=[平量额数率年期省市国县入值]的)|(?<=平均)|(?<=约)|(?<=完成)|(?<=完成了))"
    "(?:一半|半数)(?![是为，]?[^，。；]{0,12}一半)|(?:一半|半数)(?=以上|以下|左右)"
    # 压缩办理时限一半: behind what was lessened.
    "|(?:(?<=时[限间长])|(?<=环节)|(?<=材料)|(?<=事项)|(?<=成本)|(?<=费用)|(?<=[工周]期)|(?<=期限))一半(?=[，。；、]|$)"
)
#: 翻一番, 翻了近两番, 翻番, 翻倍; 两个翻番 counts what was doubled.
_DOUBLING: Final = (
    "(?<!个)翻了?(?P<nearly>近|将近|约|超过?)?(?P<doublings>[一两二三四]|[0-9.]+)?番(?P<over>还多|有余)?|(?<!个)翻倍(?![增式计地的])"
)
#: 三成, 2成, 三成五, 两到三成; 成立 and 成都 are words of their own.
_TENTHS: Final = (
    rf"{_BEFORE_ARABIC}(?=[半十0-9一二两三四五六七八九点.至到—~-]+成)"
    "(?:(?P<tenths_from>[一二三四五六七八]|[1-8])(?:至|到|[-—~])?(?=[二三四五六七八九2-9]))?"
    r"(?P<tenths>半|十|[一二两三四五六七八九](?:点[一二三四五六七八九])?|10|[1-9](?:\.[0-9]+)?)成"
    "(?P<rest>半(?=[，。；、,以左的多和]|$)|[一二三四五六七八九](?=[，。；、以左的多和升降提增]))?"
    "(?![立功果效为绩员本就熟年人都长套品交分型片批群网林规真活不]|行(?!政村))"
)
#: 六折, 8.5折.
_DISCOUNT: Final = (
    rf"{_BEFORE_ARABIC}(?P<discount>(?<![一二三四五六七八九十百])[一二三四五六七八九](?:点?[一二三四五六七八九])?"
    r"|[1-9](?:\.[0-9])?)折(?=[，。；、）)左以优的]|$)"
)
#: What stands before a bare multiplier that counts one of it: 突破千亿大关.
_ROUND_BEFORE: Final = (
    "(?:(?<=突破)|(?<=超过)|(?<=稳定在)|(?<=保持在)|(?<=跨越)|(?<=逼近)|(?<=达到)|(?<=超)|(?<=破)|(?<=不下)|(?<=收入过)|(?<=产值过)"
    "|(?<=[迈跨跃越]过)|(?<=规模过)|(?<=[均都已]达)|(?<=[个家户]过)|(?<=税收过)|(?<=投资过)|(?<=逾)|(?<=不足)|(?<=不到)|(?<=(?<![附亲邻])近)"
    "|(?<=(?<![以规线千])上)|(?<=(?<![节签预合制契])约))"
)
#: A round number of that sort, 百余户, 七、八家.
_ROUND: Final = (
    f"(?=[百千万亿]){_ROUND_BEFORE}(?P<round>百[万亿]?|千(?![米瓦克伏])[万亿]?|万亿?|亿)"
    "|(?<![0-9一二两三四五六七八九十百千万多余几数])(?P<some>[百千万][万亿]?)余(?P<some_of>[万亿])?"
    "|(?<![第十百千万一二三四五六七八九、])(?P<or_low>[一二三四五六七八])、(?P<or_high>[二三四五六七八九])"
)
#: 1:2.5, 10:40:50.
#: 12.5:41.0:46.5; 12.5、41.0、46.5, where a list mark parts the shares.
_RATIO: Final = (
    rf"{_BEFORE_ARABIC}(?=[0-9.]+[:∶、])(?P<ratio>[0-9]+(?:\.[0-9]+)?(?:(?:[:∶][0-9]+(?:\.[0-9]+)?)+(?![0-9.])"
    rf"|(?:、[0-9]+(?:\.[0-9]+)?){{2}}(?=[，。；]|$)))"
)
#: 5人（次）: the other classifier of a unit.
_EITHER: Final = (
    "(?P<either>[（(](?:次|只|张|件|间|套|处|户|个|羽|箱|册|卷|站|所|座|条|起|项|例|家)[)）])?"
)
#: 元/平方米.
_PER: Final = (
    "(?P<per>/(?:百|千|万|十万)?(?:人|户|亩|元|天|日|年|月|次|平方公里|公里|千瓦时|度|吨|立方米|平方米|公斤|小时|头|台|辆|公顷|床位?|工(?![人资业程]))"
    "(?![口民]))?"
)
#: 3万、5万和6万套, 2、3和4个百分点: the unit behind the last of a list is that of all.
_LENT: Final = "(?<=[万亿])(?=(?:、[0-9.]+[万亿]){{0,4}}[、和][0-9.]+[万亿](?P<lent>{wide}))"
_LENT_POINTS: Final = "(?=(?:、[0-9.]+){0,6}[、和与][0-9.]+(?P<points>个百分点))"
#: 投入1.2亿资金.
_FUND: Final = (
    "(?<=[万亿])(?P<fund>(?=[\u4e00-\u9fff]{0,4}?(?:资金|债券|贷款|经费|善款|捐款|投资(?![者人商]))))"
)
#: 突破3.1万亿, 常住人口76400，比上年: no unit at all; what is measured tells it.
_BARE: Final = (
    "(?:(?<=[万亿])|(?<=[0-9]{4})(?=，[比较同]))(?P<bare>(?=(?:以[上下内]|左右)?(?:[，。；、）]|$)|的(?:[\u4e00-\u9fff]{2}|[0-9.]+%)|大关|台阶|关口"
    "|(?:[增升降减][加长少低]?|下降|提高|发展|扩大)[到至为]))"
)


def _written(digits: str) -> str:
    return rf"{digits}(?:{MORE}?{MULTIPLIER})*{BELOW}{MORE}?"


@cache
def scan() -> re.Pattern[str]:
    """Finds the next quantity, whatever form it has."""
    arabic, han = _written(_SIGN + ARABIC), rf"(?:(?<![减欠担背抱])负)?{HAN}(?:{MORE}[百千万亿]*)*"
    wide, narrow = unit_pattern(arabic=True), unit_pattern(arabic=False)
    nouns = f"(?:{alternation('people')}|{alternation('household')})"
    # Looks ahead that only spare the engine what cannot follow: no range is tried where no sign of one is near.
    near = f".{{0,{max(map(len, units()))}}}?"
    # 3.2万农村贫困人口: people whose classifier is left out.
    people = f"(?<=[万亿余多])(?=(?:{alternation('people_side')})*(?:[^，。；、的给送向为及和与0-9]{{0,8}}?){nouns})"
    arabic_to = (
        rf"(?:(?={near}[-—–~至到和与])(?P<a_unit>{wide})?(?:{_RANGE}|[和与](?={arabic}(?:{wide})?之间))(?P<a_to>{arabic}))?"
    )
    han_to = f"(?:(?={near}[至到])(?P<h_unit>{narrow})?(?:至|到)(?P<h_to>{han}))?"
    forms = (
        _PARTS, _FRACTION, _SLASH, _PRICE, f"(?P<half>{_HALVES})", "(?P<all>百分百)", _DOUBLING, _TENTHS, _DISCOUNT,
        rf"(?:{_ROUND})(?:(?P<round_unit>{narrow})|(?<=[万亿])(?P<round_bare>(?=大关|台阶|关口|[，。；、]|$)))",
        _RATIO,
        rf"{_BEFORE_ARABIC}(?P<a>{arabic})(?:{arabic_to}(?!台阶(?!梯))(?P<u>{wide}){_EITHER}{_PER}|{people}"
        rf"|{_LENT.format(wide=wide)}|{_LENT_POINTS}|{_FUND}|(?:(?<=[万亿])[到至](?P<a_more>{arabic}))?{_BARE})",
        rf"(?<![第0-9])(?P<h>{han})(?:{han_to}(?:(?P<hu>{narrow})|(?<=[万亿])(?P<h_bare>(?=[，。；、]|$|的跨)))|{people})",
    )
    return re.compile(where_it_begins("|".join(forms)))
