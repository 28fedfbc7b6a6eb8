"""Numbers that stand without a unit because what they measure has none: ratios, coefficients, indices, scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.lexicon import may_hold

_DECIMAL: Final = r"[0-9]+\.[0-9]+"
#: An index may be a whole number; a year never is one.
_NUMBER: Final = r"(?:[0-9]+\.[0-9]+|[1-9][0-9]{0,2})"
_FROM: Final = r"[由从](?:(?:上|去)年同?期?末?的?|(?:19|20)[0-9]{2}年的?)?"
_CHANGED_TO: Final = (
    "[由从]?(?:缩小|下降|降低|扩大|上升|提高|提升|增长|收窄|回落|[升贬]值|[降缩升增])[至到为]"
)
_BECAME: Final = f"为|是|达到?|[调管]?控制?在|保持在|稳定在|{_CHANGED_TO}"
#: 容积率不低于1.2.
_HELD: Final = "不[低高小大]于|不超过|[低高大小]于"
_SINCE: Final = (
    "(?:同比|(?:比|较)(?:上年|去年|年初|(?:19|20)[0-9]{2}年|第[一二三四五六七]次[^，。；、0-9]{2,8}普查)(?:同期|末|底)?"
    "|[与同和](?:上年|(?:19|20)[0-9]{2}年)?(?:第[一二三四五六七]次[^，。；、0-9]{2,8}普查)?(?:相比|比较)，?)"
)
_CHANGE: Final = "(?:缩小|下降|降低|扩大|上升|提高|提升|回落|收窄|减少|增加)了?"
#: 收入比由上年的2.05缩小至1.98, 基尼系数为0.31，比上年缩小0.06: only names that are pure numbers, only with decimals.
_RATIO: Final = re.compile(
    r"(?:(?:收入|消费|倍差|性别|抚养|容积|师生|生师|医护|床护)比值?|倍差|系数|汇率|之比|容积率|死亡率|伤亡率|更替率|[pP]H)(?:（[^（）]{1,24}）)?[^，。；：0-9]{0,4}?"
    rf"(?:{_FROM}(?P<from>{_DECIMAL})(?![0-9%‰:∶]))?"
    f"(?:{_SINCE}?{_CHANGE}|{_HELD}|(?<=[A-Z]）)|(?<=系数)|(?<=容积率)"
    f"|(?<=H值)|(?<=[pP]H)|(?<=倍差)|(?<=收入比)|(?<=[师生护]比)|(?<=性别比)|(?<=死亡率)|(?<=更替率)|{_BECAME})"
    rf"(?P<value>{_DECIMAL})(?=[，。；、（）()]|左右|以[内下]|$)"
    rf"(?:，{_SINCE}{_CHANGE}(?P<by>{_DECIMAL})(?=[，。；、）)]|$))?"
)
#: 价格指数分别为102.3和101, 发展指数达85，由65提高到71, 综合得分92.3，比上年提高2.1.
_INDEX: Final = re.compile(
    r"(?:指数|得分|评分)(?:（[^（）]{1,24}）)?(?:[^，。；：0-9]{0,6}?(?=[由从分均为是达控保稳缩下降扩上提增收回升]|已达))?"
    rf"(?:{_FROM}(?P<from>{_NUMBER})(?![0-9%‰:∶.]))?"
    rf"(?:(?:分别|均|已)*(?:{_BECAME})|(?<=指数)|(?<=分)|(?<=[\u4e00-\u9fffA-Z0-9]）))(?P<value>{_NUMBER})"
    rf"(?P<more>(?:[、和]{_NUMBER}(?=[，。；、和]|$))*)(?=[，。；、（）()]|左右|以[内下]|$)"
    f"(?:，(?:{_FROM}(?P<origin>{_NUMBER})(?:{_CHANGED_TO})(?P<then>{_NUMBER})"
    f"|{_SINCE}{_CHANGE}(?P<by>{_NUMBER}))(?=[，。；、）)]|$))?"
)
#: 景气指数达115.2点，比上年高出11.2点.
_POINTS: Final = re.compile(
    r"指数[^，。；0-9]{0,8}(?P<value>[0-9]+(?:\.[0-9]+)?点)(?:，[比较][^，。；0-9]{1,10}(?P<by>[0-9]+(?:\.[0-9]+)?点))?"
)
_ONE: Final = re.compile(_NUMBER)


def find_indices(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each such number of a flat sentence stands, a number with 点 behind it whole, and its unit (点 or none)."""
    if "." in text and may_hold(text, _RATIO.pattern):
        for match in _RATIO.finditer(text):
            yield from _places(match, "")
    if not may_hold(text, _INDEX.pattern):
        return
    for match in _INDEX.finditer(text):
        yield from _places(match, "")
        for one in _ONE.finditer(text, *match.span("more")):
            yield *one.span(), ""
    for match in _POINTS.finditer(text) if "点" in text else ():
        yield from _places(match, "点")


def _places(match: re.Match[str], unit: str) -> Iterator[tuple[int, int, str]]:
    for group in ("from", "value", "origin", "then", "by"):
        if group in match.re.groupindex and match[group]:
            yield *match.span(group), unit
