"""People counted by what they do or what is done with them: 带动1898人实现就业, 惠及5万人."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from core.extract.chain import Chain
from core.extract.frames import PEOPLE_ACT, TROUBLED
from core.extract.naming import Name, named
from core.extract.phrases import Phrase, name_before
from core.extract.quantity import Quantity
from core.lexicon import opening, pattern

_COUNTED: Final = frozenset(("people", "person_times", "households"))
_TRAINS: Final = re.compile(
    "[\u4e00-\u9fff（）]{0,10}?(?:班列|专列)"
    "(?=[，。；、”]|实现|常态|稳定|正式|成功|首[次列]|发展|开[行通]|通行|提质|扩容)"
)
_WORK_FOR: Final = "(?:[0-9.]+万?[户人名])?(?P<work>(?:%doing+acting%)了?[^，。；、0-9]{2,16})"
#: What the units of those who live in a place are called without a noun of their own.
_LIVING: Final = {"户": "户数", "人": "人口"}
_ALSO: Final = re.compile("[，、]?(?:共?有?|共?计|合计|总计)")
_CLOSES: Final = re.compile("[，、。；（(）)0-9]|$")
_PLACES: Final = re.compile("(?:[乡镇村组屯寨]|社区|街道|居委会|农场|居民点)$")
#: Nothing but this before people: who or what made them do it is told elsewhere.
_MOVED: Final = "(?:%lead+moving%)*(?:%gt_before+lt_before+about_before%)?"

#: 解决2.3万人（其中贫困人口7600人）饮水问题: what the bracket tells of them stands between.
_TROUBLE_BEHIND_NOTE: Final = re.compile("（[^（）]{2,40}）的?(?P<name>[一-鿿]{2,10}?(?:问题|困难|难题))")


def people_by_deed(chain: Chain, quantity: Quantity, start: int) -> Name | None:
    """The name of people who have no noun: what they do, what is done for them, or that they live there."""
    if quantity.dimension not in _COUNTED:
        return None
    bodies = chain.told_in(quantity.unit) if quantity.dimension == "households" else None
    if bodies and bodies.name and bodies.name.text.endswith(("企业", "单位", "厂")):
        # 46户企业中，已有41户完成改制: no people at all.
        return None
    if trouble := _TROUBLE_BEHIND_NOTE.match(chain.text, quantity.after):
        return Name(trouble["name"], *trouble.span("name"), "indicator.clause")
    return _what_they_do(chain, quantity, start) or _done_for(chain, quantity) or inhabitants(chain, quantity)


def _what_they_do(chain: Chain, quantity: Quantity, start: int) -> Name | None:
    """带动1898人实现就业, 有1万人次参加活动: people behind a verb that moves them are named by what they do."""
    text = chain.text
    if pattern(_MOVED).fullmatch(text, start, quantity.start) is None:
        return None
    if start != chain.clauses.start_of(quantity.start) and not text.startswith("、", start - 1):
        return None
    found = chain.clauses.rest(quantity)
    reached = opening("reaching_people").match(text, found.start, found.end) if found else None
    if found is None or reached is None or reached.end() > found.end - 2:
        return found
    return replace(found, text=text[reached.end() : found.end], start=reached.end())


def _done_for(chain: Chain, quantity: Quantity) -> Name | None:
    """为240户530人发放救助金: those for whom something is done are named by it."""
    if chain.text[quantity.start - 1 : quantity.start] not in ("为", "给", "向"):
        return None
    work = pattern(_WORK_FOR).match(chain.text, quantity.after)
    return Name(work["work"], *work.span("work"), "indicator.clause") if work else None


def inhabitants(chain: Chain, quantity: Quantity) -> Name | None:
    """辖12个村，96个村民小组，3600户，12000人: how many live in the places counted before."""
    before = chain.links[-1] if chain.links else None
    named_so = _LIVING.get(quantity.unit)
    if before is None or before.name is None or named_so is None or quantity.dimension not in _COUNTED:
        return None
    text, places = chain.text, before.name.text
    joined = _ALSO.fullmatch(text[before.quantity.after : quantity.start].removeprefix(places))
    if not joined or not _CLOSES.match(text, quantity.after):
        return None
    lives = before.quantity.kind == "count" and (_PLACES.search(places) or places in _LIVING.values())
    return Name(named_so, quantity.start, quantity.after, "indicator.neighbour") if lives else None


def people_alone(text: str, phrase: Phrase) -> Phrase:
    """The people that `phrase` counts, without what they lack or did: 2万住户|居住环境, 8万名职工|置换身份."""
    troubled = pattern(TROUBLED).match(text, phrase.start)
    if troubled:
        phrase = Phrase(phrase.start, troubled.end("who"))
    acting = pattern(PEOPLE_ACT).search(text, phrase.start, phrase.end)
    if acting and not pattern("(?:%people+household%)$").search(text, acting.end(), phrase.end):
        return Phrase(phrase.start, acting.end())
    return phrase


def place_acts(chain: Chain, phrase: Phrase, quantity: Quantity) -> bool:
    """东溪镇1.9万人参加医保: whether the name before people is the place where something was done, told behind them."""
    if quantity.dimension != "people" or chain.text[phrase.end - 1] not in "镇乡县市区省州盟旗":
        return False
    return bool(pattern("%stop%").match(chain.text, quantity.after)) and chain.clauses.rest(quantity) is not None


def counts_work(chain: Chain, quantity: Quantity, predicate: int) -> bool:
    """开设庇护点3处，…累计安置约175人: people behind a verb alone are none of the thing counted before.

    So are 惠及近3000户 behind an amount of money.
    """
    before = chain.links[-1].quantity if chain.links else None
    if before is None or quantity.dimension not in _COUNTED or before.dimension == quantity.dimension:
        return False
    if quantity.dimension != "people" and before.dimension != "money":
        return False
    opened = chain.clauses.start_of(quantity.start)
    if chain.text.startswith("、", before.after):
        # 发放补助2亿元、惠及3万人次.
        opened = before.after + 1
    return opened > before.after and bool(
        pattern("(?:%lead%|累计|共|已|先后|全年)*(?:%doing+acting%)$").fullmatch(chain.text, opened, predicate)
    )


def work_before(text: str, start: int, quantity: Quantity) -> Name | None:
    """惠及5700万人次, with nothing named anywhere: the work itself."""
    verb = pattern("(?:%doing+acting%|开行)(?=了?(?:%gt_before+lt_before+about_before%|上|达到?)?$)").search(
        text[start : quantity.start]
    )
    if verb is None or pattern("%rise+fall%").fullmatch(verb[0]):
        # 提高2个百分点 says how much, and not of what.
        return None
    if verb[0] == "开行":
        # 国际班列常态化运行，全年开行200列.
        for train in reversed(list(_TRAINS.finditer(text, 0, start))):
            which = name_before(text, *train.span(), last=True)
            if which and which.end - which.start > len("班列"):
                return named(text, which, "indicator.subject")
    return Name(verb[0], start + verb.start(), start + verb.end(), "indicator.clause")
