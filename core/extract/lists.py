"""Lists of figures behind a list of names: 分别增长5%和7%, 存贷款余额7亿元、4亿元, the shares of a structure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.extract import frames
from core.extract.chain import Chain, generic
from core.extract.comparing import compared, rank_verb
from core.extract.links import REACH, Link
from core.extract.naming import Name, by_industry, named, names_of_list, share_of, total_of
from core.extract.phrases import Phrase, coordinated, name_before, split_predicate
from core.extract.quantity import Quantity
from core.lexicon import pattern
from core.numerals import read_number

#: 国家级、省级和市级: levels of one thing, before its noun.
_LEVELS: Final = re.compile("(?:[国省市县区]家?级[、和及])+[国省市县区]家?级(?=[\u4e00-\u9fff“])")
_LIST_MARKS: Final = frozenset("、和与及，,")
#: 分别|上升|10.4%.
_GREW: Final = re.compile("(?:增长|增加|上升|下降|减少|上涨)了?$")


def listed_on(chain: Chain, index: int) -> list[Quantity]:
    """The quantities that follow one another with nothing but list marks between: 0.5%、15.9%和18.5%."""
    group = [chain.quantities[index]]
    for following in chain.quantities[index + 1 : index + frames.LONGEST_LIST]:
        one_sort = (following.kind == "rank") == (group[0].kind == "rank")
        between = chain.text[group[-1].after : following.start]
        if not one_sort or not frames.LIST_JOIN.match(between):
            break
        another = (len(between) > 2 or between in "，,") and following.unit != group[0].unit
        if another and len(group) >= _names_told(chain, group[0]):
            # 分别达到3万元、2万元，增长5%、7%: a verb opens another list; so does another unit behind a comma.
            break
        group.append(following)
    return group


def _names_told(chain: Chain, first: Quantity) -> int:
    """How many names a 分别 before the figure gives out: 户数、人员、资金分别为0.6万户，4万人和26亿元; 0 without it."""
    start = chain.left(first)
    if "分别" not in chain.text[start : first.start]:
        return 0
    phrase = name_before(chain.text, start, split_predicate(chain.text, start, first.start))
    members = len(coordinated(chain.text, phrase.start, phrase.end)) if phrase else 0
    return members if members > 2 else 0


def shares_frame(chain: Chain, group: list[Quantity]) -> bool:
    """Whether the figures of a list go to the names of a list in order, or all to one."""
    left = chain.text[chain.left(group[0]) : group[0].start]
    if "分别" in left or "依次" in left or group[0].dimension == "structure" or _in_same_order(chain, group):
        return True
    if group[0].dimension == "points" and _against_each(chain, group):
        return True
    return _one_for_each(chain, group)


def _against_each(chain: Chain, group: list[Quantity]) -> tuple[re.Match[str], list[Phrase]] | None:
    """快于全国、全省2.1个和0.9个百分点: the places that the figures are set against one by one; None without them."""
    first = group[0]
    start = chain.left(first)
    against = frames.AGAINST_EACH.search(chain.text, start, first.start)
    if against and against.start() > start and len(coordinated(chain.text, start, against.start())) > 1:
        return None
    refs = coordinated(chain.text, *against.span("refs")) if against else []
    if len(refs) == 1 and chain.text.startswith("全国全", refs[0].start):
        # 高于全国全省5.9和2.9个百分点.
        refs = [Phrase(refs[0].start, refs[0].start + 2), Phrase(refs[0].start + 2, refs[0].end)]
    return (against, refs) if against and len(refs) == len(group) else None


def _one_for_each(chain: Chain, group: list[Quantity]) -> bool:
    """存贷款余额7亿元、4亿元: as many figures of one unit as the name before them stands for.

    So it is where no two are of one unit: 户数、从业人员、注册资金为2万户、9万人和256亿元.
    """
    first = group[0]
    mixed = len(group) > 1 and len({one.unit for one in group}) == len(group)
    start = chain.left(first)
    counted = first.kind == "count" and not _closed(chain, group)
    if not mixed and (any(one.unit != first.unit for one in group) or counted):
        # 国家级、省级企业5家、28家: nothing else than levels can share the noun of the last.
        levels = _LEVELS.search(chain.text, start, first.start)
        return levels is not None and levels[0].count("级") == len(group) and not any(
            one.unit != first.unit for one in group
        )
    if compared(chain.text, start, first, chain.links):
        return False
    predicate = split_predicate(chain.text, start, first.start)
    if mixed and first.kind == "count" and predicate == first.start:
        # 完成火点、矿坑治理121处、66万平方米: with no verb between they count and measure one work.
        return False
    phrase = name_before(chain.text, start, predicate)
    members = coordinated(chain.text, phrase.start, phrase.end) if phrase else []
    if (mixed or first.kind == "count") and len(members) != len(group):
        return False
    if len(members) == 1 and not _marks_between(chain, group) <= _LIST_MARKS:
        # 本外币贷款余额219亿元，增加20亿元: one thing, and by how much it grew.
        return False
    return phrase is not None and len({name.text for name in names_of_list(chain.text, phrase, len(group))}) > 1


def _closed(chain: Chain, group: list[Quantity]) -> bool:
    """高新企业、中小企业达6588家、6403家: whether no noun follows the last of a list, as the names stand before it."""
    behind = chain.text[group[-1].after : group[-1].after + 1]
    return _marks_between(chain, group) <= {"、", "和"} and behind in ("", "，", "。", "；")


def _marks_between(chain: Chain, group: list[Quantity]) -> set[str]:
    return {chain.text[one.after : other.start] for one, other in pairwise(group)}


def _in_same_order(chain: Chain, group: list[Quantity]) -> bool:
    """分别增长5%、7%，达到3万元、2万元: as many figures again, for the same indicators in the same order."""
    before = chain.links[-len(group) :]
    if _side_by_side(chain, before, group) or _changes_of_each(chain, before, group):
        return True
    if chain.links and chain.last and len(chain.last.members) == len(group) > 1 and chain.links[-1].name is chain.last:
        # 工业增加值和零售总额分别翻一番，达到4亿元和5亿元: one figure for all of the list before.
        return _goes_on(chain, chain.links[-1], group)
    if len(before) < len(group) or len({done.name.text for done in before if done.name}) < len(group):
        return False
    if any(done.name is None or done.predicate != before[0].predicate for done in before):
        return False
    return _goes_on(chain, before[-1], group)


def _goes_on(chain: Chain, before: Link, group: list[Quantity]) -> bool:
    """Whether nothing stands between a figure and a list of figures that could name these anew."""
    scope = group[0].scope
    between = chain.text[before.quantity.after : scope[0] if scope else group[0].start]
    going_on = (
        "[，、]?(?:%ranking+linking+turning+to+gt_before+about_before+base+generic_head%)*"
        "(?:[高低快慢]于[^，。；、0-9]{2,16}|(?:相当于|恢复[到至])(?:(?:19|20)[0-9]{2}年)?[^，。；、0-9]{0,8}的)?"
    )
    return bool(pattern(going_on).fullmatch(between))


def _one_by_one(chain: Chain, group: list[Quantity]) -> bool:
    """Whether the figures before a list are as many, each with a name of its own."""
    before = chain.links[-len(group) :]
    return len({done.name.text for done in before if done.name}) == len(group)


#: 接待游客9万人次，旅游收入6亿元，|恢复到上年的|85%、88%.
_SHARE_OF_EACH: Final = re.compile("[，、](?:恢复[到至]|相当于|完成|占|为)[^，。；0-9]{0,12}的")


def _changes_of_each(chain: Chain, before: list[Link], group: list[Quantity]) -> bool:
    """完成客运量4万人，货运量5万吨，同比增长6%、7%: a change for each of the amounts told before it."""
    if len(group) < 2 or len(before) < len(group) or any(one.unit not in ("%", "倍") for one in group):
        return False
    names = {done.name.text for done in before if done.name}
    if len(names) < len(group) or any(done.quantity.kind not in ("measure", "count") for done in before):
        return False
    told = chain.text[before[0].quantity.after : before[-1].quantity.start]
    between = chain.text[before[-1].quantity.after : group[0].start]
    each = pattern(frames.CHANGED_BY).fullmatch(between) or _SHARE_OF_EACH.fullmatch(between)
    return not re.search("[；。]", told) and bool(each)


def _side_by_side(chain: Chain, before: list[Link], group: list[Quantity]) -> bool:
    """存款余额9亿元、贷款余额6亿元，比上年增加5亿元和3亿元: a difference for each of the amounts listed before.

    So is what they came to: 省级企业3家、市级12家，累计达到8家和46家.
    """
    if len(group) < 2 or len(before) < len(group) or not all(done.name for done in before):
        return False
    if len({done.name.text for done in before if done.name}) < len(group) or group[0].kind not in ("measure", "count"):
        return False
    if any(
        done.quantity.unit != one.unit and not (done.quantity.unit == "%" and one.dimension == "points")
        for done, one in zip(before, group, strict=True)
    ):
        return False
    listed = chain.text[before[0].quantity.after : before[-1].quantity.start]
    between = chain.text[before[-1].quantity.after : group[0].start]
    return "、" in listed and not re.search("[，；。]", listed) and bool(
        pattern("，(?:%base+linking%)*(?:%by%)$|，(?:(?:%reaching%)(?:%linking%)*)+$").fullmatch(between)
    )


def link_respectively(chain: Chain, group: list[Quantity]) -> None:
    """Link the figures of a list, each with its own name."""
    first = group[0]
    start = chain.left(first)
    verb = rank_verb(chain.text, start, first.scope[0] if first.scope else first.start)
    set_beside = first.dimension == "points" or first.kind in ("measure", "count")
    against = compared(chain.text, start, first, chain.links) if set_beside else None
    before = against[1] if against else first.start
    predicate = split_predicate(chain.text, start, verb if first.kind == "rank" else before)
    if start > chain.used >= chain.clauses.start_of(first.start) and (
        len(coordinated(chain.text, chain.used, predicate)) == len(group)
    ):
        # 200家企业营业收入、利税分别增长…: behind what is counted the whole list begins.
        start = chain.used
    if first.kind == "rank" and (place := frames.POSITION.search(chain.text, start, predicate)):
        predicate = place.start()
    elif first.kind == "rank" and (sides := frames.SIDE_LISTED.match(chain.text, predicate)):
        # 总量和增速分别居第3位和第2位: the last of the list is no verb.
        predicate = sides.end()
    origin = bool(frames.CHANGE_FROM.search(chain.text, start, first.start))
    phrase = name_before(chain.text, start, predicate, listed=len(group))
    names_nothing = frames.TIMES_OF.search(chain.text, start, first.start) or (
        first.kind == "rate" and pattern("%of_plan%$").search(chain.text, start, first.start)
    )
    if names_nothing:
        # 分别是上期的1.8倍和1.9倍, 分别完成年度计划的106%和98%: of what the clause lists, else of what was told before.
        said = chain.text.rfind("分别", start, first.start)
        ahead = name_before(chain.text, start, said, listed=len(group)) if said > start else None
        if ahead and len(coordinated(chain.text, ahead.start, ahead.end)) == len(group):
            phrase = ahead
        elif chain.links:
            phrase = None
    each = _against_each(chain, group) if first.dimension == "points" else None
    opens = name_before(chain.text, start, each[0].start()) if each and each[0].start() > start else None
    fast = chain.clauses.how_fast(start, chain.used) if each and not opens else None
    if each and (opens or fast or chain.last):
        # 比全国、全省平均增速分别快6.5和2.6个百分点: one name, set against each of the list.
        refs_said, refs = each
        told = named(chain.text, opens, "indicator.left") if opens else fast or chain.last
        assert told is not None
        same = told if opens or fast else replace(told, rule="indicator.inherited")
        for quantity, ref in zip(group, refs, strict=True):
            chain.add(Link(quantity, same, (refs_said.start(), first.start), (ref.start, ref.end)))
        chain.used = group[-1].after
        return
    pulled = frames.EACH_PULLS.match(chain.text, phrase.start, phrase.end) if phrase else None
    if phrase and pulled:
        # 分别增长5%、7%，分别拉动增加值增长2个、3个百分点: the same names again.
        phrase = None if _one_by_one(chain, group) else Phrase(pulled.end("each"), phrase.end)
    beside = phrase and chain.text.startswith(("高于", "低于", "快于", "慢于"), phrase.start)
    if beside and _in_same_order(chain, group):
        # 分别增长5%、7%，高于全部工业增速1.2和3.2个百分点: the same names again.
        phrase = None
    stated = frames.STRUCTURE.search(chain.text, max(0, first.start - 120), first.start)
    if stated and first.dimension == "structure" and len(group) == 3:
        phrase = Phrase(stated.start(), stated.end())
    sorts = {one.dimension for one in group}
    alike = "money" not in sorts or sorts.isdisjoint(("people", "person_times"))
    grown = _grown(chain, group, start)
    names = names_of_list(chain.text, phrase, len(group), alike=alike) if phrase else (
        chain.clauses.listed(start, len(group), chain.used, alike=alike)
        or _members_before(chain, len(group), grown=grown)
    )
    if not names and (subject := chain.clauses.subject(start)):
        # 存贷款余额双双过百亿，分别达…: what the subject stands for, one by one.
        each_of_it = names_of_list(chain.text, Phrase(subject.start, subject.end), len(group))
        names = each_of_it if len({one.text for one in each_of_it}) == len(group) else [subject] * len(group)
    if phrase and (summed := frames.SO_MANY_INDICATORS.search(chain.text, phrase.start, phrase.end)) and (
        _one_by_one(chain, group)
        and (number := read_number(summed["count"])) is not None and number.value == len(group)
    ):
        # 四项指标分别下降…, behind the four.
        names = [replace(done.name, rule="indicator.respectively") for done in chain.links[-len(group) :] if done.name]
    each_share = first.kind == "rate" and not names_nothing
    if share := frames.EACH_SHARE.match(chain.text, start, first.start) if each_share else None:
        whole = Phrase(share.start("whole"), share.end("whole"))
        measure = share["measure"] or ""
        members = [replace(one, text=one.text + measure) for one in _members_before(chain, len(group))]
        names = [share_of(one, share, whole) for one in members] or names
    names = _each_with_measure(chain, start, predicate, len(group)) or _of_counted(chain, predicate, group) or names
    head = chain.text[phrase.start : phrase.end] if phrase else ""
    if head in generic():
        again = [replace(chain.last, rule="indicator.inherited")] * len(group) if chain.last else names
        if _one_by_one(chain, group) and frames.SHARE_ENDS.search(chain.text, start, predicate):
            # 涉农贷款28亿元、小微企业贷款19亿元，占比分别为44%和30%: the share of each.
            again = [
                replace(done.name, rule="indicator.inherited", canonical=done.name.text + "占比")
                for done in chain.links[-len(group) :] if done.name
            ]
        if _one_by_one(chain, group) and head in frames.SUMS and first.kind == "count":
            # 企业、项目分别新增7家、12家，总数达到31家、52家: the total of each.
            again = [total_of(done.name) for done in chain.links[-len(group) :] if done.name]
        names = chain.clauses.listed(start, len(group), chain.used, alike=alike) or again
    elif pattern("%bare_measure%").fullmatch(head):
        # 蔬菜、林果等发展迅猛，产量分别增长…: the measure of each.
        listed = chain.clauses.listed(start, len(group), chain.used, alike=alike)
        names = [one if one.text.endswith(head) else replace(one, text=one.text + head) for one in listed] or (
            _harvested(chain, head, len(group)) or names
        )
    if phrase and len({one.text for one in names}) == 1 < len(names):
        names = by_industry(names, [done.name for done in chain.links[-len(names) :]])
    if first.kind == "rank":
        names = _sides_of_one(chain, names)
    elif first.dimension == "points":
        # 省口径、市口径增幅，分别高于…: the points are those of what grew.
        names = [
            replace(one, text=one.text[: -len(side[0])]) if (side := frames.SIDE.search(one.text)) and side.start() > 1
            else one for one in names
        ]
    if pulled:
        # 贡献率分别为9%和60%，分别拉动经济增长1个和7个百分点: how much each pulls is no share.
        work = chain.text[pulled.end("each") : first.start]
        names = [replace(one, text=frames.CONTRIBUTION.sub(work, one.text), canonical=None) for one in names]
    for index, quantity in enumerate(group):
        own = group[index - 1].after + 1 if index else first.start
        verbs = (own, quantity.start) if own < quantity.start else (predicate, first.start)
        name = names[index] if index < len(names) else (names[-1] if names else None)
        chain.add(Link(quantity, name, verbs, against[0] if against else None, origin, (index, len(group))))
    chain.used = group[-1].after


def _sides_of_one(chain: Chain, names: list[Name]) -> list[Name]:
    """生产总值总量和增速分别居…: a name that only says which side is meant takes the first indicator of the list.

    Where that is only a side, too, it is one of the indicator named last.
    """
    if not names or not any(name.text in generic() for name in names):
        return names
    own = names[0] if names[0].text not in generic() else chain.last
    if own is None:
        return names
    bare = frames.SIDE.sub("", own.text) or own.text
    return [replace(own, text=bare, rule="indicator.respectively") if one.text in generic() else one for one in names]


def _each_with_measure(chain: Chain, start: int, end: int, count: int) -> list[Name]:
    """甲、乙和丙三个区分别实现生产总值1亿元、2亿元和3亿元: each of the list with the measure behind 分别."""
    said = frames.EACH_MEASURE.search(chain.text[start:end])
    phrase = name_before(chain.text, start, start + said.start(), last=True) if said else None
    if said is None or phrase is None:
        return []
    at = start + said.start("measure")
    names = names_of_list(chain.text, phrase, count)
    if len(names) != count or len({name.text for name in names}) < count:
        return []
    if names[0].rule == "indicator.structure":
        # 第一、二、三产业分别完成增加值: a measure of its own, and none that the list leaves out.
        rule, bare = "indicator.structure", [name.text.removesuffix("增加值") for name in names]
    else:
        rule, bare = "indicator.respectively", [frames.NUMBER_OF_PLACES.sub("", name.text) for name in names]
    # 分别拉动经济增长2个和3个百分点: without its verb 经济 says nothing.
    grows = said["measure"].endswith("经济") and chain.text.startswith("增长", end)
    measure = said["measure"] + ("增长" if grows else "")
    return [Name(one + measure, at, end, rule) for one in bare]


def _of_counted(chain: Chain, end: int, group: list[Quantity]) -> list[Name]:
    """甲、乙、丙3个行业增加值分别增长…: each of those counted, with the measure behind what they are."""
    before = chain.links[-1].quantity if chain.links else None
    if before is None or before.kind != "count" or before.value != len(group):
        return []
    sort = frames.SORT_COUNTED.fullmatch(chain.text, before.after, end)
    start = chain.clauses.start_of(before.start)
    listed = name_before(chain.text, start, before.start, listed=len(group)) if sort else None
    members = coordinated(chain.text, listed.start, listed.end) if listed else []
    if sort is None or len(members) != len(group):
        return []
    return [
        Name(chain.text[one.start : one.end] + sort["measure"], one.start, one.end, "indicator.respectively")
        for one in members
    ]


def _harvested(chain: Chain, head: str, count: int) -> list[Name]:
    """小麦、玉米种植面积分别达到…，单产分别提高…: the measure `head` of each crop of the list before."""
    before = [done.name for done in chain.links[-count:] if done.name]
    crops = [frames.CROP.match(name.text) for name in before] if head in frames.HARVESTS else []
    return [
        replace(name, text=crop[1] + head, rule="indicator.respectively", canonical=None)
        for name, crop in zip(before, crops, strict=True) if crop
    ] if len(crops) == count and all(crops) else []


def _grown(chain: Chain, group: list[Quantity], start: int) -> bool:
    """Whether a list tells by how much of themselves things grew: 分别上升10.4%、11.8%和8.9%."""
    return all(one.unit == "%" for one in group) and bool(_GREW.search(chain.text, start, group[0].start))


def _members_before(chain: Chain, count: int, *, grown: bool = False) -> list[Name]:
    """分别 without names of its own: those of the list named last, or of the last `count` figures.

    What has `grown` by so much of itself is no rate, where amounts were told: 受理8件，审结7件，结案率88%，分别….
    """
    if chain.last and len(chain.last.members) == count:
        return list(chain.last.members)
    named: list[Name] = []
    told = chain.links[-2 * REACH :]
    amounts = [done for done in told if done.quantity.unit != "%"]
    for done in reversed(amounts if grown and len(amounts) >= count else told):
        if done.name and all(done.name.text != one.text for one in named):
            named.insert(0, done.name)
        if len(named) == count:
            return [replace(name, rule="indicator.respectively") for name in named]
    # 粮经比由6:4调整为5:5: parts of a whole do not become what is spoken of.
    last = chain.last or (chain.links[-1].name if chain.links else None)
    return [replace(last, rule="indicator.inherited")] * count if last else []
