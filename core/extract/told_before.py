"""Names that a figure takes from its neighbours: what was counted before, its grade, the next place or work."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from core.extract import frames
from core.extract.chain import Chain
from core.extract.links import grade
from core.extract.naming import Name
from core.extract.phrases import Phrase
from core.extract.quantity import Quantity
from core.extract.things import thing_behind
from core.lexicon import WHOLE_AREA, pattern, words

#: 及第二批, between two lots of one thing.
_NEXT_LOT: Final = re.compile("[、和及与](?:第[二三四五六七八九十]|新一|后)[批期轮]")
#: 省定, 市列: who set or keeps what is counted.
_SET_BY: Final = re.compile("(?:国家|[国省市县区])[级定列管属批办]")


def share_back(chain: Chain, quantity: Quantity, name: Name) -> None:
    """8461户、29100人脱贫: the count that opens the clause has the name of the next, of another unit."""
    before = chain.links[-1] if chain.links else None
    if before is not None and before.name is None and before.quantity.unit == quantity.unit and (
        _NEXT_LOT.fullmatch(chain.text, before.quantity.after, quantity.start)
    ):
        # 首批12项及第二批14项改革: two lots of one thing.
        chain.links[-1] = replace(before, name=replace(name, rule="indicator.neighbour"))
        return
    if before is not None and before.name is not None and before.quantity.unit == quantity.unit and (
        _side_of(before.name.text) == before.name.text
        and (own := _side_of(name.text))
        and (
            chain.text[before.name.end : quantity.start] in ("、", "和")
            or chain.text[before.quantity.after : quantity.start] in ("、" + own, "和" + own)
        )
    ):
        # 1处城市、13处村镇公墓; 88个省定和35个市列贫困村; 省级4个、市级9个项目: a side takes its noun from the next.
        if len(name.text) > len(own) + 1:
            noun = before.name.text + name.text[len(own) :]
            shared = replace(before.name, text=noun, rule="indicator.neighbour")
            chain.links[-1] = replace(before, name=shared)
        return
    if before is None or (before.name and before.name.rule != "indicator.inherited"):
        return
    one = before.quantity
    opens = chain.clauses.start_of(one.start) == one.start and chain.text[one.after : quantity.start] in ("、", "和")
    if opens and one.kind == quantity.kind == "count" and one.unit != quantity.unit:
        chain.links[-1] = replace(before, name=replace(name, rule="indicator.neighbour"))


def of_level(text: str, quantity: Quantity, left: str, thing: Phrase) -> Name | None:
    """省级4个、市级9个示范园区: of what level the `thing` behind a count is stands before the count, at `left`."""
    if quantity.kind != "count" or _SET_BY.fullmatch(left) is None:
        return None
    return Name(left + text[thing.start : thing.end], thing.start, thing.end, "indicator.right")


def _side_of(name: str) -> str:
    """The side that a name opens with: 村镇 of 村镇公益性公墓, 市列 of 市列贫困村; "" where it opens with none."""
    set_by = _SET_BY.match(name)
    return set_by[0] if set_by else max((side for side in words("side") if name.startswith(side)), key=len, default="")


def noun_elided(chain: Chain, quantity: Quantity) -> Name | None:
    """7个项目投产，3个正在建设: the thing counted before, where it is not said again; else None."""
    # 16项居前三、9项居第一: the place that was taken counts nothing.
    before = next((done for done in reversed(chain.links[-3:]) if done.quantity.kind != "rank"), None)
    if before and before.quantity.unit != quantity.unit:
        # 报告19篇，建议126条，其中8篇获批示，73条被采纳: each of its own unit.
        before = chain.told_in(quantity.unit, back=5) or before
    things = ("count", "institutions", "dwellings", "buildings", "teams")
    same = before is not None and before.quantity.kind == "count" and (
        before.quantity.unit == quantity.unit
        or (before.quantity.dimension in things and quantity.dimension in things)
    )
    return before.name if before and same and pattern("%elided%").match(chain.text, quantity.after) else None


def other_work(chain: Chain, phrase: Phrase, quantity: Quantity) -> Name | None:
    """新修公路38条、96公里，硬化21条: the thing named before, of the same unit, on which other work was done."""
    before = chain.told_in(quantity.unit, back=2)
    work = pattern("(?:%doing+acting%)").fullmatch(chain.text, phrase.start, phrase.end)
    return before.name if before and work else None


def of_next_place(chain: Chain, phrase: Phrase, quantity: Quantity) -> Name | None:
    """东部地区完成投资8亿元，增长5%；西部地区2亿元: a place alone, of the thing told of the place before it.

    甲镇、乙镇绿化率分别为41%和38%，其中甲镇…: what was told of the place itself.
    """
    said = chain.text[phrase.start : phrase.end]
    own_place = said[-1] in _PLACE_SIGNS and next((
        done.name for done in reversed(chain.links[-_LISTED:])
        if done.name and done.quantity.unit == quantity.unit and len(done.name.text) > len(said)
        and done.name.text.startswith(said)
    ), None)
    if own_place:
        return replace(own_place, rule="indicator.inherited")
    place = frames.REGION.fullmatch(chain.text, phrase.start, phrase.end)
    if place is None:
        return None
    before = chain.told_in(quantity.unit)
    if before is None or before.name is None:
        return None
    own = frames.REGION.match(before.name.text)
    if own is None and frames.REGION.match(chain.text, chain.clauses.start_of(before.quantity.start)) is None:
        return None
    thing = before.name.text[own.end() if own else 0 :]
    return Name(place["name"] + thing, phrase.start, phrase.end, "indicator.inherited") if thing else None


def bare_work(chain: Chain, phrase: Phrase, quantity: Quantity) -> Name | None:
    """谋划项目200个、新签约120个: the thing named before, of the same unit, on which more work was done.

    What the things cost may stand between: 签约项目126个，总投资682亿元；开工86个.
    """
    told = (done for done in reversed(chain.links[-3:]) if done.quantity.dimension != "money")
    # 开工168个，开工率90%；竣工72个: nor what share of them that was.
    before = next((done for done in told if done.quantity.kind != "rate"), None)
    if before is None or before.name is None:
        return None
    if before.quantity.unit != quantity.unit:
        if quantity.dimension != "dwellings" or not pattern("%homes%").search(before.name.text):
            return None
        # 棚户区改造项目11个，开工6000套: the homes of the projects.
        homes = before.name.text.removesuffix("项目")
        before = replace(before, name=replace(before.name, text=homes, canonical=None, members=()))
    return before.name if frames.BARE_WORK.fullmatch(chain.text, phrase.start, phrase.end) else None


def graded_part(chain: Chain, phrase: Phrase, quantity: Quantity) -> Name | None:
    """龙头企业22家，其中省级2家; 乡镇11个，其中超亿元的4个: the things counted before, of a grade or class.

    企业技术中心达到国家级2家: the grade stands behind its own things.
    """
    if reached := pattern(frames.REACHED_LEVEL).fullmatch(chain.text, phrase.start, phrase.end):
        return Name(reached["level"] + reached["noun"], *reached.span("noun"), "indicator.grade")
    before = chain.told_in(quantity.unit)
    level = chain.text[phrase.start : phrase.end]
    if before is None or before.name is None or not (grade().fullmatch(level) or frames.CLASS.fullmatch(level)):
        return None
    if grade().search(before.name.text) or not chain.text.startswith("其中", chain.clauses.start_of(quantity.start)):
        return None
    # 30万元以上的村占比超过六成、50万元以上的达48个: no count is one of a share.
    thing = pattern("^(?:%adding%)?").sub("", before.name.text).removesuffix("占比")
    return Name(level + thing, phrase.start, phrase.end, "indicator.grade") if len(thing) > 1 else None


def part_of_counted(chain: Chain, quantity: Quantity) -> Name | None:
    """The things counted before, where 其中 counts some of them behind another figure that they have."""
    if quantity.kind != "count" or len(chain.links) < 2 or chain.links[-1].quantity.unit == quantity.unit:
        return None
    if chain.text[chain.clauses.start_of(quantity.start) : quantity.start] not in ("其中", "其中有"):
        return None
    whole = chain.told_in(quantity.unit)
    return replace(whole.name, rule="indicator.inherited") if whole and whole.name else None


_PLACE_SIGNS: Final = frozenset("省市县区州旗镇乡村")
#: So many figures back the list may begin that told of a place.
_LISTED: Final = 12
#: 其中公办20所，其余17所: what is left of the whole.
_THE_REST: Final = re.compile("[、和，]?(?:其余|剩余|余下|剩下|其[他它])(?:的|还有|尚有|约|近)?")


def rest_of_whole(chain: Chain, index: int, start: int) -> Name | None:
    """The whole that was counted before its parts, where what is left of it is told: 320户，其中五保户85户，其余235户.

    The whole is what parts and rest sum up to, else what stands before 其中. A thing behind the rest has its own name
    where it ends as the whole does (其余3个镇).
    """
    quantity = chain.quantities[index]
    if _THE_REST.fullmatch(chain.text, start, quantity.start) is None:
        return None
    alike = [done for done in chain.links if done.quantity.unit == quantity.unit and done.name]
    summed = quantity.value
    whole = None
    for done in reversed(alike):
        if len(alike) > 1 and done.quantity.value == summed:
            whole = done
            break
        summed += done.quantity.value
    if whole is None and (parts := chain.text.rfind("其中", 0, start)) > 0:
        whole = next((done for done in reversed(alike) if done.quantity.start < parts), None)
    if whole is None or whole.name is None:
        return None
    thing = thing_behind(chain, index, quantity)
    if thing and chain.text[thing.end - 1] == whole.name.text[-1]:
        return None
    return replace(whole.name, rule="indicator.inherited")


def not_of_part(chain: Chain, head: str) -> Name:
    """新登记主体2万户，其中企业6800户，总量突破15万户: the total is none of the part that 其中 told."""
    assert chain.last is not None
    if head not in ("总量", "总数", "总额", "数量") or len(chain.links) < 2:
        return chain.last
    part = chain.text.startswith("其中", chain.clauses.start_of(chain.links[-1].quantity.start))
    return (chain.links[-2].name or chain.last) if part else chain.last


_SHARE_OF_OWN: Final = re.compile(f"(?:{WHOLE_AREA})?占比$")


def fitting(chain: Chain, name: Name, quantity: Quantity) -> Name:
    """优良天数300天，优良率85%，增加9天、提高2个百分点: a change without a name is of what has its unit."""
    if name.rule == "indicator.inherited" and quantity.unit == "%" and (share := _SHARE_OF_OWN.search(name.text)):
        # 轻工业产值占比24%，同比增长9%: what grows is the output.
        told = chain.links[-1].quantity.after if chain.links else quantity.start
        between = chain.text[told : quantity.start]
        grew = "增长" in between or "同比下降" in between
        if share.start() > 1 and grew and pattern(frames.CHANGED_BY).fullmatch(between):
            return replace(name, text=name.text[: share.start()], canonical=None)
    if name.rule == "indicator.inherited" and chain.links and _counts_beside_money(chain.links[-1].quantity, quantity):
        # 总产值达到1500亿元，新增企业80家；2024年达到1750亿元，新增100家: no count is one of money.
        alike = (one for one in reversed(chain.links[-4:]) if one.quantity.unit == quantity.unit)
        before = next((one.name for one in alike if one.name), None)
        return replace(before, rule="indicator.inherited") if before else name
    points = quantity.dimension == "points"
    if name.rule != "indicator.inherited" or quantity.unit == "%" or bool(frames.A_RATE.search(name.text)) == points:
        return name
    between = chain.text[chain.links[-1].quantity.after : quantity.start] if chain.links else ""
    if "幅" in between or "速" in between or not pattern(frames.CHANGED_BY).fullmatch(between):
        return name
    unit = "%" if points else quantity.unit
    if chain.links[-1].quantity.unit == unit:
        # 劳动生产率9.6万元，比上年增加0.5万元: the figure right before has it, whatever its name looks like.
        return name
    for one in reversed(chain.links[-3:]):
        if one.quantity.unit == unit and one.name and bool(frames.A_RATE.search(one.name.text)) == points:
            return replace(one.name, rule="indicator.inherited")
    return name


def _counts_beside_money(one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is a count and the other a sum of money."""
    return any(
        counted.kind == "count" and paid.dimension.startswith("money") for counted, paid in ((one, other), (other, one))
    )
