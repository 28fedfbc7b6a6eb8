"""Names of indicators, and lists that share a head or tail: 旅游总人数、总收入; 批发、餐饮业; 城乡居民收入."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.extract.phrases import Phrase, coordinated
from core.extract.quantity import Quantity
from core.extract.shared_words import KIN, WORK_ON_GOODS, classes_of, fused_sides, of_marks, shared_head, shared_tail
from core.lexicon import WHOLE_AREA, may_hold, pattern, words
from core.model.records import record

#: 石材、水泥、电力三大产业产值: how many the list holds.
_SUMMED: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})[二两三四五六七八九十]大(?=(?:支柱|主导|重点|优势|新兴|传统|特色)*(?:产业|行业|领域|集群))"
    "|(?<=[\u4e00-\u9fff]{2})[两三四五六七八]项(?:(?:主要|经济)*指标(?=增[速幅]|$)|(?=增[速幅]|收入|支出|税收|费用|保险|$))"
    "|(?<=[\u4e00-\u9fff]{2})[二两三四五六七八九十][大个项](?:主要|主体)?(?:税种|险种)$"
)
_THREE_INDUSTRIES: Final = re.compile(r"(?:第?一、?二、?三(?:次?产业|产(?!业))|三次产业|三个产业)(.{2,}|)$")
_GIVER: Final = re.compile("(?:国家|中央|[省市县区州])级?(?:财政)?")
_GIVEN: Final = re.compile(
    "(?P<by>(?:国家|中央|[省市县区州])级?(?:财政)?)(?:下达|下拨|安排|拨付|补助|投入|配套)(?:我[省市县区州])?(?P<what>[\u4e00-\u9fff]{2,}[金款费])$"
)
#: What has to be told with the verb behind it.
PER_HEAD: Final = frozenset((
    "户均", "人均", "村均", "亩均", "每户", "每人", "每村", "每亩", "平均每户", "平均每人", "年人均", "年户均",
    "人均年", "户均年",
))
_EARNERS: Final = ("农民", "居民", "村民", "职工", "农牧民", "群众", "农户")
_EARNED: Final = re.compile("增收[约近超达]?[0-9]")
_ECONOMY: Final = re.compile("(?:.*拉动)?经济")
#: 农田水利建设共投入资金, 老旧小区先后改造: the adverb before a verb inside a name belongs to no name.
_ADVERB_INSIDE: Final = (
    "(?<=[\u4e00-\u9fff]{2})(?:预计(?=完成|实现|新增)|(?:尚|共|还|预计)?需要?(?=投入|投资|资金)|(?:共|累计|总共|合计)(?=投入|完成|实现|安排|发放|争取|建设)"
    "|实际(?=开工|完工|竣工|投入|建成)|(?:累计(?![结盈亏])|先后|陆续|相继|总共|已经)(?=[\u4e00-\u9fff]{2}$)|(?<=[园区县市镇乡地台心])累计(?![结盈亏折])(?=[\u4e00-\u9fff]{3,}$))"
)
#: 规模以上服务业企业实现营业收入: the verb between whose it is and the measure.
_REACHED_INSIDE: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:实现|完成)(?=(?:主营业务|营业|销售|保费|经营|旅游|综合|门票|财政|总)*收入$|(?:工业|农业)?总?产值$|增加值$|利润(?:总额)?$|利税(?:总额)?$"
    "|税收$|(?:销售|零售|交易|成交|出口|进口)额$)"
)
#: 农业实现农林牧渔业总产值, 旅游业完成旅游收入: a measure that says itself whose it is.
_SAID_TWICE: Final = re.compile("^([\u4e00-\u9fff]{1,4}?)业?(?:实现|完成)(?=\\1[\u4e00-\u9fff、]{2,}$)")
#: 粮食主产区2010年粮食总产量, 粮食全年总产量: the time inside a name is told by the period.
_TIME_INSIDE: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:(?:19|20)[0-9]{2}年(?:[末底度]|全年)?|全年(?!龄)"
    "|今年|目前|当前|前三季度|[0-9]{1,2}[-—–~至][0-9]{1,2}月份?|[0-9]{1,2}月[末底](?!前)"
    "|(?<![上去前每])年[末底])(?=[\u4e00-\u9fff]{2})|(?<=率)[0-9]{1,2}月[末底]$"
)
#: 县级重点项目4大类|47个: into how many sorts they fall.
_IN_SORTS: Final = re.compile("(?<=[\u4e00-\u9fff]{2})[0-9]{1,2}大类$")
#: 市级（不包括开发区，下同）预算收入: what is said of the bounds of a name inside it.
_ASIDE: Final = re.compile("[（(][^（）()]*(?:下同|不包括|不含|不计)[^（）()]*[)）]")
#: 申请量占全市41%，占全省36%: the share in one place is no subject of the next.
_OF_PLACE: Final = re.compile(f"[^占]{{2}}占(?:{WHOLE_AREA}|[^占]{{1,3}}[省市区县州]|.+(?:比重|比例|份额))$")
#: 约占: how near the figure is belongs to its bound.
_ABOUT_SHARE: Final = re.compile("(?:大约|约|大概|大致|已经?|仅|都|(?<![平人户])均)占(?!有|用|地)")
#: Signs that end a sort of thing and its list alike.
_ENDS_OF_SORTS: Final = KIN | frozenset("业率品产金人")
#: Whose share is told in what, and names that say so themselves.
_SHARE_OF: Final = re.compile("[^占]{2}占(?![地用道比有])[^占]{2,}$")
_SHARE_SAID: Final = ("比重", "比例", "份额", "率", "占比", "之比")
_SHARE: Final = "占比"
_PORTION: Final = "比重"
_GREW: Final = re.compile("[^，。；]{0,8}(?:增|升|降|减|涨|跌)")
_GREW_ITSELF: Final = re.compile("(?:同比|比上年|较上年)?(?:增长|增加|下降|减少)")
_INDUSTRY: Final = re.compile("第[一二三]产业")
_STRUCTURE: Final = re.compile("产业(?:增加值)?(?:结构|比例|比重|构成|之?比)(?:比例?|比重)?$|^结构比例?$")
_SHORT_INDUSTRY: Final = re.compile("[一二三]产业")
#: 乡三级 behind 市、县.
_COUNTED_LEVELS: Final = re.compile(
    "(?P<level>[\u4e00-\u9fff]{1,2})(?P<count>[两三四五])级(?=[\u4e00-\u9fff]{2})"
)
#: 这5个省粮食产量, 上述四项支出.
_THESE: Final = re.compile(
    "(?:这|上述|以上|前述)(?P<count>(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?:[个项家类种大]|(?=[省市县区州旗镇乡村])))"
    "(?:[省市县区州旗镇乡村](?=[一-鿿]{3}))?的?(?P<measure>[一-鿿]{2,})"
)
#: 东岭、西河、北山三镇的森林覆盖率.
_COUNTED_PLACES: Final = re.compile(
    "(?P<place>[一-鿿]{2,5}?)(?P<count>[两二三四五六七八九])个?(?P<kind>[省市县区州旗镇乡村])的?(?=[一-鿿]{2})"
)
#: 县乡两级卫生机构.
_LEVELS_FUSED: Final = re.compile("(?P<levels>[省市县区乡镇村]{2,3})[两三]级(?P<rest>[\u4e00-\u9fff]{2,})")
_AND_SUCH: Final = re.compile("(?<![高平均中同优上初特一二三四五])等(?=[^级次值效额待候]{2})")


@record
class Name:
    """The name of an indicator. `text` may be put together; [start, end) covers the printed part.

    `canonical` is set where the standard name is not `text`: 新能源项目投资, put together for one project, is 投资.
    `members` are the names of a coordinated list, in order, for a later 分别. `with_verb` is the name with the verb
    before it where one was left out (接待游客): the catalogue may know it so.
    """

    text: str
    start: int
    end: int
    rule: str
    canonical: str | None = None
    members: tuple[Name, ...] = ()
    with_verb: str = ""


def named(text: str, phrase: Phrase, rule: str) -> Name:
    """The name that a phrase of the flat sentence `text` is, with the members of its list if it is one."""
    members = coordinated(text, phrase.start, phrase.end)
    if len(members) > 1 and pattern("%own_measure%$").match(text, members[-1].start, members[-1].end):
        # 主体工程、建筑面积10万平方米: the last member measures for itself.
        phrase, members = members[-1], members[-1:]
    listed = tuple(restored(text, members)) if len(members) > 1 else ()
    end = phrase.end
    if text.endswith("经济", phrase.start, end) and text.startswith(("增长", "增速", "增幅"), end) and (
        _ECONOMY.fullmatch(text, phrase.start, end)
    ):
        # Of all names only this one cannot do without its verb.
        end += 2
    elif text.startswith(("增收", "增支", "减负", "补助"), end) and text.endswith(tuple(PER_HEAD), phrase.start, end):
        # 户均增收3000元, 农民人均增收400元: 户均 names nothing.
        end += 2
    elif rule == "indicator.left" and text.endswith(_EARNERS, phrase.start, end) and _EARNED.match(text, end):
        # 农民增收8%: no farmer grew.
        end += 2
    outer = text[phrase.outer : end] if phrase.outer is not None and phrase.outer < phrase.start else ""
    words_of = text[phrase.start : end]
    if "不" in words_of or "下同" in words_of:
        words_of = _ASIDE.sub("", words_of)
    if "占" in words_of:
        words_of = _ABOUT_SHARE.sub("占", words_of)
    if may_hold(text, _ADVERB_INSIDE):
        words_of = pattern(_ADVERB_INSIDE).sub("", words_of)
    if "年" in words_of or "前" in words_of or "月" in words_of:
        words_of = _TIME_INSIDE.sub("", words_of)
    if "实现" in words_of or "完成" in words_of:
        words_of = _REACHED_INSIDE.sub("", _SAID_TWICE.sub("", words_of))
    words_of = _IN_SORTS.sub("", words_of)
    if these := _THESE.match(words_of):
        return Name(words_of[these.start("count") :], phrase.start, end, rule, these["measure"], listed, outer)
    return Name(words_of, phrase.start, end, rule, members=listed, with_verb=outer)


def names_of_list(text: str, phrase: Phrase, count: int, *, alike: bool = True) -> list[Name]:
    """`count` names for as many figures behind 分别: the members of the list, or the sides of a fused word.

    Figures that are not `alike` (接待游客、旅游收入分别为520万人次和31亿元) are of measures that share no tail.
    """
    words_of = text[phrase.start : phrase.end]
    if count == 3:
        rest = "占比" if _STRUCTURE.search(words_of.replace("的", "")) else None
        if rest is None and (match := _THREE_INDUSTRIES.match(words_of)):
            # Without a measure they are those of what was told before them, or of all that is produced.
            rest = match[1]
        if rest is not None:
            return [Name(f"第{nth}产业{rest}", phrase.start, phrase.end, "indicator.structure") for nth in "一二三"]
    if (fused := _LEVELS_FUSED.match(words_of)) and len(fused["levels"]) == count:
        return [
            Name(f"{level}级{fused['rest']}", phrase.start, phrase.end, "indicator.fused") for level in fused["levels"]
        ]
    members = coordinated(text, phrase.start, phrase.end)
    if len(members) == count and (levels := _of_levels(text, members) or _of_places(text, members)):
        return levels
    if count == 2 * len(members) > 2:
        # 省内外、境内外游客: two sides of each.
        taken = [(fused_sides(one.text), one) for one in restored(text, members)]
        if all(len(sides) == 2 for sides, _ in taken):
            return [Name(side, one.start, one.end, "indicator.fused") for sides, one in taken for side in sides]
    if count == 2 and len(members) == 2 and (sides := fused_sides(words_of, listed=True)):
        # 存、贷款余额: half a word is no name.
        return [Name(side, phrase.start, phrase.end, "indicator.fused") for side in sides]
    if len(members) > count > 1:
        members = of_marks(text, members, count)
    if len(members) == count > 1:
        *names, last = restored(text, members, alike=alike)
        such = _AND_SUCH.search(last.text)
        if such and all(name.text.endswith(last.text[such.end() :]) for name in names):
            # 秸秆、农膜等利用率: 等 closes the list before its head.
            last = replace(last, text=last.text[: such.start()] + last.text[such.end() :])
        return [*names, last]
    if len(members) == 1 and len(sides := fused_sides(words_of)) == count > 1:
        return [Name(side, phrase.start, phrase.end, "indicator.fused") for side in sides]
    return [named(text, phrase, "indicator.left")] * count


def _of_levels(text: str, members: list[Phrase]) -> list[Name]:
    """市、县、乡三级财政收入: the revenue of each of the levels counted behind the list; empty where none are."""
    last = _COUNTED_LEVELS.match(text, members[-1].start, members[-1].end)
    if last is None or len(members) != "两三四五".index(last["count"]) + 2:
        return []
    levels = [text[one.start : one.end] for one in members[:-1]] + [last["level"]]
    if any(len(level) > 2 for level in levels):
        return []
    tail = text[last.end() : members[-1].end]
    return [
        Name(f"{level.removesuffix('级')}级{tail}", one.start, one.end, "indicator.respectively")
        for level, one in zip(levels, members, strict=True)
    ]


def _of_places(text: str, members: list[Phrase]) -> list[Name]:
    """东岭、西河两镇的森林覆盖率: that of each of the places counted behind the list; empty where none are."""
    last = _COUNTED_PLACES.match(text, members[-1].start, members[-1].end)
    if last is None or len(members) != "零一二三四五六七八九".index(last["count"].replace("两", "二")):
        return []
    places = [text[one.start : one.end] for one in members[:-1]] + [last["place"]]
    tail = text[last.end() : members[-1].end]
    return [
        Name(f"{place.removesuffix(last['kind'])}{last['kind']}{tail}", one.start, one.end, "indicator.respectively")
        for place, one in zip(places, members, strict=True)
    ]


def by_industry(names: list[Name], before: Sequence[Name | None]) -> list[Name]:
    """第一、二、三产业增加值分别…，从业人员分别…: a second list of as many figures is by industry too."""
    heads = [_INDUSTRY.match(name.text) if name and name.rule == "indicator.structure" else None for name in before]
    if len(heads) < len(names):
        return names
    return [
        replace(name, text=head[0] + name.text, rule="indicator.structure") if head else name
        for name, head in zip(names, heads, strict=True)
    ]


def total_of(name: Name) -> Name:
    """新增企业9家，总数达到40家: the name of the total is that of the thing, not of what was added."""
    match = pattern("^%adding%").match(name.text)
    thing = name.text[match.end() :] if match else ""
    if match is None or len(thing) < 2:
        # 新引进院所3家、累计19家: one thing, two indicators.
        total = name.text if name.text.endswith(("数", "量")) else name.text + "总数"
        return replace(name, rule="indicator.inherited", canonical=total, with_verb="")
    start = min(name.start + match.end(), name.end - 1)
    return Name(thing, start, name.end, "indicator.inherited")


def other_work_on(name: Name, work: str) -> Name:
    """新修公路27公里，整治25公里: other work on one thing; a name that is work becomes the other (土地供应)."""
    done = pattern("(?<=..)(?:%doing+acting%)$").search(name.text)
    if done is None:
        return replace(name, rule="indicator.inherited")
    other = name.text[: done.start()] + work
    return replace(name, text=other, rule="indicator.inherited", canonical=None, with_verb="", members=())


def balance_of(name: Name, phrase: Phrase | None) -> Name | None:
    """新增贷款320亿元，余额达2360亿元: the balance of the loans, not of those that were added."""
    match = pattern("^(?:%adding%)?(?P<of>.*(?:贷款|存款|债务|债券|基金))(?:限额)?$").match(name.text)
    if match is None or phrase is None:
        return None
    return Name(match["of"] + "余额", phrase.start, phrase.end, "indicator.inherited")


def share_of(whole: Name, share: re.Match[str], phrase: Phrase) -> Name:
    """占全省20% behind 工业增加值: the share that the indicator named before has in something.

    `share` holds the groups `verb`, `whole` and `head` of the words at `phrase`.
    """
    head = (share["head"] or "").lstrip("的") or "比重"
    # A share named before is no subject of the next: 占…的20%，与…之比为3% speak of one thing.
    shared = whole.rule == "indicator.share" or _OF_PLACE.search(whole.text)
    subject = re.split("[占与]", whole.text)[0] if shared else whole.text
    subject = re.sub("(?<=.)(?:实现|完成)", "", subject)
    return Name(subject + share["verb"] + share["whole"] + head, phrase.start, phrase.end, "indicator.share")


def as_share(name: Name, verbs: str, quantity: Quantity) -> Name:
    """高技术产业占12%, 民营经济占经济总量60%: the standard name says that it is a share, and of what.

    What is told of the thing itself behind its share (服务业占45%，增长6%) has the name of the thing again.
    """
    if name.canonical == name.text + _SHARE:
        again = quantity.dimension != "points" and (quantity.unit != "%" or _GREW.match(verbs))
        return replace(name, canonical=None) if again else name
    if name.canonical == name.text + _PORTION and _GREW_ITSELF.match(verbs):
        own = name.text.index("占")
        return replace(name, text=name.text[:own], end=name.start + own, canonical=None)
    if quantity.unit != "%" or name.canonical or name.text.endswith(_SHARE_SAID):
        return name
    if _SHARE_OF.search(name.text):
        return replace(name, canonical=name.text + _PORTION)
    return replace(name, canonical=name.text + _SHARE) if verbs.startswith("占") else name


def project_figure(text: str, head: Phrase, left: str, thing: Phrase) -> Name:
    """投资5亿元的轻纺城: the project behind the figure with its measure, the last word of `left` at `head`."""
    match = pattern("%project_head%$").search(left)
    measure = match[0] if match else left
    whole = text[thing.start : thing.end] + measure
    return Name(whole, head.end - len(measure), head.end, "indicator.project", canonical=measure)


def restored(text: str, members: list[Phrase], *, alike: bool = True) -> list[Name]:
    """Names of a list with the head or tail they share put back: 旅游总人数、总收入; 批发、零售、餐饮业."""
    texts = [text[one.start : one.end] for one in members]
    if given := _GIVEN.match(texts[-1]):
        # 中央、省、市下达资金: who gives stands for the first of the list, the last and its noun for the rest.
        levels = [*texts[:-1], given["by"]]
        if all(_GIVER.fullmatch(level) for level in levels):
            return [
                Name(level + given["what"], one.start, one.end, "indicator.respectively")
                for level, one in zip(levels, members, strict=True)
            ]
    texts[-1] = _SUMMED.sub("", texts[-1])
    if texts[-1][0].isdigit() and (classes := classes_of(texts)):
        return [
            Name(words_of, one.start, one.end, "indicator.respectively")
            for one, words_of in zip(members, classes, strict=True)
        ]
    head, tail = shared_head(texts), shared_tail(texts) if alike else ""
    names = []
    for index, (one, words_of) in enumerate(zip(members, texts, strict=True)):
        full = (head if index and head and not words_of.startswith(head) else "") + words_of
        if index < len(texts) - 1 and words_of not in words("generic_head") and not (
            pattern("%measured_head%$").search(words_of)
        ):
            # 装备制造业、采矿业增加值: the 业 of the tail is there already; so is the 供养 of 集中供养、分散供养标准.
            there = next((size for size in (2, 1) if len(tail) > size and words_of.endswith(tail[:size])), 0)
            if there == 1 and tail[0] not in _ENDS_OF_SORTS:
                # 税收、非税收入, 播种、种植面积: the sign that both have is the name's own.
                there = 0
            if (tail.startswith(("产业", "工业")) and words_of.endswith("业")) or (
                tail.startswith("保险") and words_of.endswith("保")
            ):
                # 基本医保、养老保险参保率: 保 stands for 保险.
                there = 2
            work = WORK_ON_GOODS.match(tail)
            if work and any(words_of.endswith(one[0]) for one in WORK_ON_GOODS.finditer(words_of)):
                # 粮食播种、油料种植面积: another work on it is told.
                there = work.end()
            full += tail[there:]
        if _SHORT_INDUSTRY.match(full):
            # 第二、三产业: the last is a third one too.
            full = "第" + full
        names.append(Name(full, one.start, one.end, "indicator.respectively"))
    return names


