"""To which side a figure belongs: to the name before it or to the thing behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from core.extract import frames
from core.extract.chain import Chain
from core.extract.clauses import behind_mark
from core.extract.naming import Name, named
from core.extract.phrases import Phrase, name_before
from core.extract.quantity import Quantity
from core.lexicon import closing, pattern

_SHORTEST_TITLE: Final = 2
_OF_PEOPLE: Final = ("people", "person_times", "households")
_PEOPLE: Final = "(?:%people+household%)$"


def takes_behind(chain: Chain, quantity: Quantity, phrase: Phrase | None, behind: Phrase) -> bool:
    """Whether a figure measures or counts what stands `behind` it, and not the name `phrase` before it."""
    if quantity.kind in ("ratio", "index", "time", "age"):
        return False
    if quantity.kind == "rate":
        if chain.text.startswith("的", quantity.after) and (
            frames.MOVED_SO_FAR.search(chain.text, chain.left(quantity), quantity.start)
        ):
            # 扭转了年初下降11%的不利局面: how far something moved is no share of what follows.
            return False
        joined = chain.text.startswith("的", quantity.after) or chain.text[quantity.start - 1] in "和及与"
        opening = pattern("(?:%gt_before+lt_before+about_before+ge_before+linking+lead+planned+doing+acting%)*")
        # 近八成财政资金投入民生: the share of what follows it.
        joined = joined or bool(opening.fullmatch(chain.text, chain.left(quantity), quantity.start))
        if phrase is None or quantity.unit != "%" or not chain.text.startswith("的", quantity.after):
            return phrase is None and quantity.unit == "%" and joined
        # 城区80%的小区: where they are is no name of the share.
        return bool(frames.WITHIN.search(chain.text, phrase.start, phrase.end))
    if phrase is None:
        return True
    others = quantity.dimension not in _OF_PEOPLE and any(
        one.start == behind.end and one.dimension in _OF_PEOPLE for one in chain.quantities
    )
    if others and pattern(_PEOPLE).search(chain.text, behind.start, behind.end):
        # 修复古井126口受益群众3万人: those who come next have a number of their own.
        return False
    if quantity.kind == "measure":
        # 完成南河3公里堤防 measures the dyke; 水面面积3平方公里的湖 the water.
        left = chain.text[phrase.start : phrase.end]
        if pattern("%capacity%").match(chain.text, quantity.after):
            return True
        makes = quantity.after == behind.start and quantity.dimension in frames.OUTPUTS
        plant = makes and pattern(frames.PLANT).match(chain.text, behind.start)
        if plant and not pattern("%subject_head+measured_head%$").search(left):
            # 恒安化工30万吨甲醇、制气项目投产: whose plant it is stands before what it makes.
            return True
        given = quantity.dimension == "money" and (
            quantity.after == behind.start or frames.SET_UP.match(chain.text, quantity.after) is not None
        )
        if given and pattern("%funds%").fullmatch(chain.text, behind.start, behind.end):
            # 中央财政安排12亿元专项资金: whoever gives it is no name.
            return pattern("(?:%subject_head+measured_head+funds%|[款金资])$").search(left) is None
        if frames.WORK_BEHIND.fullmatch(chain.text, behind.start, behind.end):
            # 高标准农田4.4万亩建设任务.
            return False
        cut = phrase.start > chain.clauses.start_of(quantity.start) or bool(frames.SITE.search(left))
        of_thing = cut and quantity.dimension in ("length", "area")
        return of_thing and not pattern("%subject_head+measured_head%$").search(left)
    if chain.text.endswith(chain.text[behind.start : behind.end], phrase.start, phrase.end):
        # 重点项目20个项目: the thing was named before.
        return False
    if not chain.text.startswith("的", quantity.after):
        # 组织困难群众1.5万人外出: the people are named, and what follows is what they did.
        return quantity.dimension not in _OF_PEOPLE or not (
            pattern(_PEOPLE).search(chain.text, phrase.start, phrase.end)
        ) or pattern(_PEOPLE).search(chain.text, behind.start, behind.end) is not None
    # 奶牛存栏20万头的畜牧大市: how much a place has says what place it is.
    return quantity.kind == "count" and not frames.PLACE_SIZED.fullmatch(chain.text, behind.start, behind.end)


def ranked(text: str, phrase: Phrase) -> Phrase | None:
    """总量在全省16个市中的位次前移两位: what went up so far, without the words for its place."""
    place = frames.POSITION.search(text, phrase.start, phrase.end)
    if place is None or not place[0].startswith(("在", "的")):
        return phrase
    return Phrase(phrase.start, place.start()) if place.start() > phrase.start else None


def beside_counted(chain: Chain, quantity: Quantity) -> bool:
    """5个环节、8个工作日: whether a length of time stands beside a count whose noun is behind it."""
    name = chain.links[-1].name if chain.links and quantity.dimension == "time" else None
    right = name is not None and name.rule in ("indicator.right", "indicator.inherited")
    return right and chain.text[chain.used : quantity.start] in ("、", "和")


def took_so_long(chain: Chain, quantity: Quantity) -> Name | None:
    """企业开办由5个环节、8个工作日压缩为1个环节、半个工作日: what takes so long stands before the change."""
    start = chain.clauses.start_of(quantity.start)
    for done in reversed(chain.links[-3:]):
        if done.quantity.start >= start and done.quantity.dimension == "time" and done.name:
            return replace(done.name, rule="indicator.inherited")
    subject = frames.BEFORE_CHANGE.match(chain.text, start, chain.links[-1].quantity.start)
    phrase = name_before(chain.text, *subject.span("name"), last=True) if subject else None
    return named(chain.text, phrase, "indicator.left") if phrase else None


def said_again(chain: Chain, quantity: Quantity) -> bool:
    """减少39万吨（7.8亿斤）: the amount before the bracket once more, in another unit."""
    before = chain.links[-1].quantity if chain.links else None
    if before is None or before.kind != "measure" or quantity.kind != "measure" or before.unit == quantity.unit:
        return False
    closes = chain.text.startswith(("）", ")"), quantity.after)
    return closes and bool(frames.SAID_AGAIN.fullmatch(chain.text, before.after, quantity.start))

_PLACE_OR_BODY: Final = re.compile("(?:分别[是为]|依次[是为]|有)?[一-鿿]{1,6}?(?:街道|公司|集团|[县区市镇乡村局委办])")


def told_in_bracket(chain: Chain, quantity: Quantity) -> Name | None:
    """连户路（2.7公里）、沟渠建设（1.4公里）已完工: a figure alone in a bracket is of the words before it."""
    text, opened = chain.text, quantity.start - 1
    alone = text.startswith(("（", "("), opened) and text.startswith(("）", ")"), quantity.after)
    if not alone or not frames.OF_BRACKET.match(text, opened - 1):
        return None
    if quantity.kind == "rate" and (place := _rate_of_place(chain, opened)):
        return place
    if quantity.kind not in ("measure", "count", "rate") or (
        quantity.kind == "rate" and not frames.A_RATE.search(text, 0, opened)
    ):
        return None
    begin = max(chain.used, behind_mark(text, opened, "，；。：、和（()）"))
    phrase = name_before(text, begin, opened, last=True) if begin < opened - 1 else None
    if phrase is None or closing("(?:%base%|期|年|月|日)$", text, begin, opened):
        return None
    if chain.last and frames.PLAN_ALONE.fullmatch(text, phrase.start, phrase.end):
        # 完成年度目标（650亿元）的48%: the aim of what was told before.
        return replace(chain.last, rule="indicator.inherited")
    return named(text, phrase, "indicator.left")


def _rate_of_place(chain: Chain, opened: int) -> Name | None:
    """投资完成率低于40%的有白水镇（36.2%）、柳河乡（31.5%）: each place has the rate that was told before."""
    begin = max(chain.used, behind_mark(chain.text, opened, "，；。：、和（()）"))
    phrase = name_before(chain.text, begin, opened, last=True) if begin < opened - 1 else None
    if phrase is None or _PLACE_OR_BODY.fullmatch(chain.text, phrase.start, phrase.end) is None:
        return None
    told = (done.name.text for done in reversed(chain.links[-12:]) if done.name and done.quantity.unit == "%")
    rate = next((text for text in told if frames.A_RATE.search(text)), "")
    own = chain.text[phrase.start : phrase.end]
    measure = rate if not rate.startswith(own) and _PLACE_OR_BODY.match(rate) is None else ""
    if not measure and (listed := _PLACE_OR_BODY.match(rate)):
        measure = rate[listed.end() :]
    return Name(own + measure, phrase.start, phrase.end, "indicator.left")


def object_of_places(chain: Chain, quantity: Quantity) -> Name | None:
    """更换燃气管道9个小区27公里: right behind the places, what was done there is measured and not they."""
    before = chain.links[-1] if chain.links else None
    if before is None or before.name is None or before.name.rule != "indicator.right":
        return None
    apart = before.name.end != quantity.start or before.quantity.unit == quantity.unit
    if apart or closing("%counted_body%$", chain.text, before.name.start, before.name.end) is None:
        return None
    start = max(chain.clauses.start_of(quantity.start), chain.links[-2].quantity.after if chain.links[1:] else 0)
    phrase = name_before(chain.text, start, before.quantity.start) if start < before.quantity.start else None
    if phrase:
        return named(chain.text, phrase, "indicator.left")
    # 新建安置房12个小区4600套，建成9个小区3100套
    same = [one.name for one in chain.links[-4:] if one.name and one.quantity.unit == quantity.unit]
    return replace(same[-1], rule="indicator.inherited") if same else None


def held_title(name: Name) -> Name:
    """双拥模范城实现“七连冠”, 蝉联…“六连冠”: what was won again and again, without the verb."""
    text = name.text
    opens = pattern("(?:%ranking%|实现|喜获)+").match(text)
    closes = pattern("(?:%ranking%|实现|喜获)+$").search(text, 2)
    start, end = opens.end() if opens else 0, closes.start() if closes else len(text)
    if end - start < _SHORTEST_TITLE or (start, end) == (0, len(text)):
        return name
    return replace(name, text=text[start:end], start=name.start + start, end=name.start + end, canonical=None)


def also_aimed(chain: Chain, quantity: Quantity) -> bool:
    """增长7%以上（确保6.5%）: another aim for what was named before the bracket."""
    before = chain.links[-1].quantity if chain.links else None
    if before is None or before.unit != quantity.unit:
        return False
    return bool(frames.ALSO_AIMED.fullmatch(chain.text, before.end, quantity.start))


def object_before(chain: Chain, verb: str, start: int) -> Name | None:
    """发行特别国债，今年先发行1万亿元: the object that the same verb had before.

    农村危房改造动态清零，累计改造4200户: the work that it ends the name of.
    """
    if not pattern("(?:%doing%)").fullmatch(verb):
        return None
    said = chain.text.rfind(verb, max(0, start - frames.OBJECT_BACK), start)
    opened = chain.clauses.start_of(said) if said > 0 else said
    if 0 <= opened < said - 1 and frames.WORK_FARES.match(chain.text, said + len(verb)):
        work = name_before(chain.text, opened, said + len(verb), last=True)
        return named(chain.text, work, "indicator.inherited") if work else None
    object_of = frames.OBJECT.match(chain.text, said + len(verb), start) if said >= 0 else None
    return Name(object_of[1], *object_of.span(1), "indicator.inherited") if object_of else None
