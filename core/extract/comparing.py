"""What a figure is set against: another body, the other places of a ranking, another side of the same indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from core.extract import frames
from core.extract.bases import mean_behind
from core.extract.links import REACH, Link
from core.extract.naming import PER_HEAD, Name, total_of
from core.extract.phrases import Phrase
from core.extract.quantity import Quantity
from core.lexicon import closing, may_hold, pattern, words
from core.model.records import changer

_inherited = changer(Name, "text", "rule")

#: 收入|任务, 支出|预算: the aim by which a figure is named.
_TASK: Final = re.compile("(?:(?:年度|全年|年初)?(?:目标|计划|任务)+|(?:(?:年度|年初|调整)|(?<=[收支][入出]))预算)数?$")
#: 具体任务 without the tasks names nothing.
_BARE: Final = re.compile("(?:具体|重点|主要|各项|中心|重大)(?:目标|计划|任务)")
_SIDE: Final = "(?:总?(?:收入|支出)|(?:年[末终])?(?:当年|本年|年|收支|滚存|累计)?结余)"
_ACCOUNT_SIDE: Final = re.compile(_SIDE)
_ACCOUNT: Final = re.compile(f"(?P<whose>.{{0,12}}(?:基金|财政|预算|保险)){_SIDE}(?:预算)?$")
#: 年初预算数, 调整预算, 决算数.
_BUDGET_SIDE: Final = re.compile("(?:(?:年初|全年|调整|当年)?预算|决算|执行|完成)数?$")
#: 会议费预算6万元，实际支出5万元: what was spent of it.
_SPENT_OF_IT: Final = re.compile("(?:实际|全年|当年|已)*(?:支出|开支|使用|执行|完成)(?:决算)?数?")
_EARNED_MORE: Final = re.compile("[增减]")
_FULFILS: Final = re.compile("(?:完成|实现|实际|达到?)")
#: 农村居民, 城市地区: no longer words name the other side alone.
_LONGEST_SIDE: Final = 4


def compared(
    text: str, start: int, quantity: Quantity, links: Sequence[Link]
) -> tuple[tuple[int, int], int] | None:
    """高于全市5.2个百分点: the body compared with, and where its words begin; None where there are none."""
    if quantity.kind not in ("rate", "measure", "count", "age"):
        return None
    match = pattern(frames.COMPARED).search(text, max(start, quantity.start - 30), quantity.start)
    if match:
        return match.span("ref"), match.start()
    if quantity.dimension == "points":
        match = frames.COMPARED_POINTS.search(text, max(start, quantity.start - 30), quantity.start)
        if match:
            return match.span("ref"), match.start()
    elif (quantity.kind != "rate" and may_hold(text, frames.OTHER_SIDE)) and (
        match := frames.COMPARED_SIDE.search(text, max(start, quantity.start - 16), quantity.start)
    ):
        return match.span("ref"), match.start()
    if links and links[-1].compared and quantity.dimension == "points":
        if text[links[-1].quantity.after : quantity.start] in ("、", "和"):
            return links[-1].compared, quantity.start
        # 高于全国2.3个、全省1.1个百分点: the verb is told once.
        again = frames.ALSO.fullmatch(text, links[-1].quantity.after, quantity.start)
        return (again.span("ref"), again.start()) if again else None
    return None


def told_of_all(text: str, start: int, left: str, quantity: Quantity) -> bool:
    """Whether a figure with only the words `left` before it is the mean of another body: 全市平均水平为6.6%."""
    if left:
        return left.startswith("平均") and left in words("compared_level")
    return mean_behind(text, start, quantity.start, quantity.after) is not None


def change_from(text: str, start: int, end: int, quantity: Quantity) -> re.Match[str] | None:
    """由上年的5%, 从月销售额3万元: the words that make a figure the beginning of a change."""
    match = frames.CHANGE_FROM.search(text, start, end)
    if match is None and frames.THEN_TO.match(text, quantity.after):
        match = frames.CHANGE_FROM_LEVEL.search(text, start, end)
    if match is None and frames.TURNED.match(text, quantity.after):
        match = pattern(frames.TURNED_FROM).search(text, start, end) or frames.FROM_LOSS.search(text, start, end)
    return match


def rank_verb(text: str, start: int, end: int) -> int:
    """Where the verb of a place in a ranking begins that ends at `end`; `end` where there is none."""
    match = closing(frames.RANKED, text, start, end)
    return match.start() if match else end


def side_of(last: Name, head: str, quantity: Quantity) -> Name:
    """The indicator `last` told from the side that `head` names: 总数, 占比, 增速."""
    if head in ("总数", "总量", "数量") and quantity.kind == "count":
        return total_of(last)
    shared = last.rule == "indicator.share" or last.text.endswith(("占比", "比重"))
    if head in ("占比", "比重", "占比重") and not shared:
        return replace(last, text=last.text + "占比", rule="indicator.side", canonical=None)
    return replace(last, rule="indicator.inherited")


def in_all(text: str, start: int, quantity: Quantity, links: Sequence[Link]) -> bool:
    """新引进院所3家、累计19家; 新增装机20万千瓦，达到90万千瓦: whether a figure is that of all with what was added."""
    if quantity.unit == "次" or frames.IN_ALL.fullmatch(text, start, quantity.start) is None:
        return False  # 累计5次提高标准: how often, and no part of what was counted before
    if links and links[-1].quantity.after == start and text[start] in "增达发":
        return False  # 由52家增加到78家: all of them both times
    apart = bool(links) and text.find("；", links[-1].quantity.after, start) >= 0
    if apart and not text.startswith(("累", "总", "共"), start):
        return False  # 企业净增66家；高新技术企业从无到有，发展到27家
    if quantity.kind == "count":
        return True
    before = links[-1] if links else None
    if before is None or before.name is None or before.quantity.unit != quantity.unit:
        return False
    return quantity.kind == "measure" and bool(pattern("%adding%").match(before.name.text))


def fulfilled(name: Name, verbs: str, rule: str = "indicator.inherited") -> Name:
    """收入任务5亿元，完成6亿元; 造林任务完成112%: what was done is no task."""
    task = _TASK.search(name.text) if _FULFILS.search(verbs) else None
    text = name.text[: task.start()] if task and task.start() > 1 and not _BARE.match(name.text) else name.text
    return _inherited(name, text, rule)


def beside_it(
    text: str, links: Sequence[Link], last: Name | None, phrase: Phrase, quantity: Quantity
) -> Name | None:
    """The name of a figure whose words at `phrase` are only another side, rate or measure of the indicator `last`."""
    left = text[phrase.start : phrase.end]
    return (
        side_of_account(last, phrase, left) or side_of_budget(last, phrase, left) or rate_of(last, phrase, left)
        or sibling(text, last, phrase, left) or each_of(text, links, phrase, quantity)
    )


def side_of_account(last: Name | None, phrase: Phrase, left: str) -> Name | None:
    """社会保险基金收入9亿元，支出8亿元，当年结余1亿元: the other sides of an account, whose it is being told once."""
    account = _ACCOUNT.match(last.text) if last and _ACCOUNT_SIDE.fullmatch(left) else None
    return Name(account["whose"] + left, phrase.start, phrase.end, "indicator.side") if account else None


def side_of_budget(last: Name | None, phrase: Phrase, left: str) -> Name | None:
    """收入预算数5亿元，决算数6亿元: the other side of what was budgeted and done, whose it is being told once.

    So is 会议费预算6万元，实际支出5万元: what was spent of the budget.
    """
    spent = last is not None and "预算" in last.text[-4:] and _SPENT_OF_IT.fullmatch(left) is not None
    side = _BUDGET_SIDE.search(last.text) if last and (spent or _BUDGET_SIDE.fullmatch(left)) else None
    if last is None or side is None or side.start() < len("支出"):
        return None
    whose = last.text[: side.start()]
    if spent and whose.endswith("收入") and "支出" in left:
        return None
    # 支出预算…，支出决算…: the word is said once in the name.
    own = left.partition("支出")[2] if whose.endswith("支出") and "支出" in left else left
    return Name(whose + own, phrase.start, phrase.end, "indicator.side", canonical=whose)


def each_of(text: str, links: Sequence[Link], phrase: Phrase, quantity: Quantity) -> Name | None:
    """实现税收8600万元，户均200万元: the share that each had in the sum told right before."""
    before, left = links[-1] if links else None, text[phrase.start : phrase.end]
    if before is None or before.name is None or left not in PER_HEAD or "均" in before.name.text:
        return None
    if quantity.dimension != "money" or before.quantity.unit != quantity.unit or (
        _EARNED_MORE.search(text, phrase.end, quantity.start)
    ):
        return None
    return Name(left + before.name.text.removeprefix(left[0]), phrase.start, phrase.end, "indicator.side")


def rate_of(last: Name | None, phrase: Phrase, left: str) -> Name | None:
    """本科上线2870人，上线率74.3%: the rate of what was counted before it."""
    counted = last is not None and left.endswith("率") and len(left) > 2 and last.text.endswith(left[:-1])
    if last is not None and last.text.endswith("不" + left[:-1]):
        return None  # 检出不合格62批次，合格率97.8%
    if last is None or not counted or pattern("(?:%lead+doing%|实际)*").fullmatch(last.text.removesuffix(left[:-1])):
        # 实际落地21个，落地率32%: nothing says whose it is.
        return None
    return Name(last.text + "率", phrase.start, phrase.end, "indicator.side")


def sibling(text: str, last: Name | None, phrase: Phrase, left: str) -> Name | None:
    """林业产值27亿元，增长6%，增加值18亿元: another measure of the trade that the part is about."""
    if last is None or text.find("；", last.end, phrase.start) >= 0:
        return None
    earned = frames.OF_EARNED.fullmatch(left) is not None
    kin = frames.EARNED if earned else frames.OUTPUT if frames.OF_OUTPUT.fullmatch(left) else None
    whose = kin.fullmatch(last.text) if kin else None
    # 企业利润总额 is 利润总额; the 增加值 of a trade is its own.
    standard = left if earned else None
    return Name(
        whose["whose"] + left, phrase.start, phrase.end, "indicator.inherited", canonical=standard
    ) if whose else None


def other_side(links: Sequence[Link], phrase: Phrase, left: str, quantity: Quantity) -> Name | None:
    """农村为39.8% behind 城镇居民恩格尔系数36.1%: the last indicator told of the side that `left` names.

    `left` are the words at `phrase`; None where they name no side, or the figures are of different units.
    """
    last = links[-1].name if links else None
    if last is None or len(left) > _LONGEST_SIDE:
        return None
    same = [one for one in links[-REACH:] if one.name and one.name.text == last.text]
    if not any(one.quantity.unit == quantity.unit for one in same):
        return None
    for here, there in _counterparts():
        if not left.startswith(here) or not last.text.startswith(there):
            continue
        tail, rest = left[len(here) :], last.text[len(there) :]
        if (not tail or rest.startswith(tail)) and len(rest) > len(tail):
            return Name(here + rest, phrase.start, phrase.end, "indicator.side")
    return None


@cache
def _counterparts() -> tuple[tuple[str, str], ...]:
    """What may be told beside what, either way round: 农村 beside 城镇, 城镇 beside 农村."""
    pairs = [(one, other) for one, _, other in (row.partition("=") for row in words("counterpart"))]
    return tuple(each for one, other in pairs for each in ((one, other), (other, one)))
