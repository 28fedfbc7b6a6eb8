"""Whether a figure in a review or a plan of several years sums them up, or says where their end stands."""

from __future__ import annotations

import re
from typing import Final

from core.extract import frames
from core.extract.clauses import behind_mark
from core.extract.links import Link
from core.lexicon import closing, pattern, words
from core.model.report import Kind, Role

_STOCK_NAME: Final = "%stock%$"
_REACHED: Final = "%reached%[^，。；]{0,4}$|%housing%[^，。；]{0,10}$"
_SUMMED: Final = re.compile(
    r"累[计积]|总共|合计|年均|每年(?=[提增新下降减压培引改])|(?<![公总])共(?![有同])[^，。；]{0,6}$|完成(?:建筑|投资|造林|改造|面积)"
)
#: 新增26个，累计达到46个: how many there are in the end.
_IN_ALL: Final = re.compile("(?:目前|现|已)?(?:累计|总数)(?:达到?|已达|增至|有)(?:了|近|超过?)?")
_OWN_YEAR: Final = re.compile(r"目前|现有(?!的)|现已|截至|年末|年底|预计(?!(?:累计|共|可)?完成)")
_YEAR_ON_YEAR: Final = re.compile("，(?:同口径)?(?:同比|[比较](?:上年|去年)(?!末))")
#: 年均增长5%、|迈上3万亿元: behind a figure of its own another is reached.
_REACHED_BESIDE: Final = re.compile(
    "[0-9](?:[%‰倍]|[^，。；、0-9]{1,4})[^，。；、0-9]{0,2}、(?P<own>(?:达到?|[迈跃登跨]上|突破|超过|跨越|[增升]至)[^、]*)$"
)
#: 是“十二五”时期的2.7倍: sums of two spans are compared.
_OF_SPAN: Final = re.compile(
    "(?:[为是]|相当于|达到?)(?:[“\"]?(?:十[一二三四]?五|[七八九]五)[”\"]?(?:时期|期间)?|(?:上|前)(?:一?个)?[三四五]年|上届(?:政府)?)"
    "[^，。；0-9末]{0,10}(?:[0-9.]+[百千万亿]*[\u4e00-\u9fff]{1,2})?的(?:[0-9.]+倍?[、和与])*$"
)
#: 由68个增加到121个，其中17个….
_AMONG_STOCK: Final = re.compile("(?:[增加长升展少][到至]|达到?|共有|现有|拥有)[^，。；]{1,16}，其中[^，。；]{0,12}$")
#: 高新企业达到1100家，中小企业近10000家: the verb holds on.
_REACHED_ON: Final = re.compile(
    "(?:达到?|[增升]至|发展到)[0-9.]+[^，。；、0-9]{1,4}[，、](?![^，。；]*(?:[新净]增|完成|实施|[新建]成|新建|投资|累计|引进|培育|投入|淘汰|改造|发放|争取|培训))"
    "[^，。；0-9]{2,14}$"
)
#: 公路里程510公里，其中高速公路15公里; 轨道里程70公里，机场24个: how much there is, without a verb.
_STOCK_ON: Final = (
    "(?:%stock%)(?:达到?|为|大?约|超过)?[0-9.]+[^，。；0-9]{1,4}，(?:其中)?"
    "(?![^，。；]*(?:[新净]增|完成|实施|[新建]成|新建|投资|累计|引进|培育|投入|淘汰|改造|发放|争取|培训))[^，。；0-9]{2,14}$"
)
#: 拥有上市公司12家、专精特新企业30家; 辖区有商场48个: how many there are.
_HELD: Final = re.compile(
    "(?:拥有|共有|已有|现有|(?:辖区|境内|[区县市镇域]内|[全我][市县区镇乡州旗])有(?![效力序望所]))(?!的)"
    "(?![^，。；]*(?:[新净]增|投入|投资))"
)
#: 投资12亿元、增长9%，比2015年末增长1.2倍: what is set against a date stands where the years end.
_SET_AGAINST_BEHIND: Final = re.compile(
    "(?:、[^，。；、0-9]{0,8}[增下提降][长降高低][0-9.]+%)?[，、](?:分别|均|已)?(?:[比较]|[为是]|相当于)"
    "(?:(?:19|20)[0-9]{2}年(?![-—–~至到])[末底]?|[“\"]?(?:十[一二三四]?五|[七八九]五)[”\"]?期?末"
    "|[三四五六七八九十]年前)(?!以来)(?:的|[^，。；、0-9]{0,3}[增下提降翻][长降高低了])"
)
#: 新增公路、铁路里程363公里和87公里: the verb stands before the first name of the list.
_ADDED_ALL: Final = "%adding%[^，。；0-9]{2,24}$"
#: 亿元企业120户，其中新增74户: how many there are, new ones among them.
_NEW_AMONG: Final = re.compile("，其中(?:今年|五年|近年来)?[新净]增")
_BESIDE: Final = re.compile("[高低快慢好优]于[^，。；]{1,24}$")
_BESIDE_ALONE: Final = re.compile("(?:分别|均|也|已|明显|[大远]幅?)*(?:[高低快慢好优]于|高出|超过|比|较)")
_GREW: Final = re.compile("年均|增长|下降|累计|增速|增幅")
#: What is counted by the year wherever its time is not told.
_YEARLY: Final = re.compile(
    "生产总值$|财政(?:总|一般预算)?收入$|预算(?:总)?收入$|(?<!累计)产值$|零售总额$|可支配收入$|纯收入$|吞吐量$|产量$|营业?收入?$|销售收入$"
    "|^年度[\u4e00-\u9fff]{2,}量$|年度?(?:旅客|货物|货邮)?(?:营业?收入?|产[值量]|销售[额量]|交易额|收入|吞吐量|处理量|客流量)$"
)
_SHARE_BACK: Final = 48
_AGAINST_DATE: Final = re.compile(
    "[比较与同](?:(?:19|20)[0-9]{2}年|[0-9一二三四五六七八九十]+年前|年初|上年|去年"
    "|[“\"]?(?:十[一二三四]?五|[七八九]五)[”\"]?期?末)"
)

_MORE_THAN: Final = re.compile("(?:已|总数|数量)*(?:超过?|逾|接?近|约)")
_SOLVED: Final = re.compile("(?:解决|安置|救助|资助|培训|搬迁)了?(?:约|近|超过)?$")


def flows(text: str, link: Link, kind: Kind, role: Role) -> bool:
    """Whether a figure sums up a span (投资3亿元) or says where its end stands (余额48.5亿元)."""
    if kind == "rank":
        return False
    if sums(text, link):
        # 年均增长9%、占生产总值比重超过13%: what share it has is told of the end.
        return kind != "rate" or frames.SHARE_ENDS.search(named(link)) is None
    of_one = "/" in link.quantity.unit or _YEAR_ON_YEAR.match(text, link.quantity.after)
    if kind == "level" and role != "target" and of_one:
        # 支出70亿元，比上年增长18%: of one year; 亩均效益1万元/亩 is no sum.
        return False
    if kind == "difference" and role != "target" and (link.compared or _BESIDE.search(clause_before(text, link))):
        # 占比达到45.4%，高于全省22.7个百分点 stands so at the end.
        begin = behind_mark(text, link.predicate[1])
        if _BESIDE_ALONE.match(text, begin):
            # 年均增长6%，高于全省1个百分点: what is compared stands in the clause before.
            begin = behind_mark(text, begin - 1)
        return _GREW.search(text, begin, link.predicate[1]) is not None
    if link.quantity.dimension == "points" and role != "target" and frames.SHARE_ENDS.search(named(link)) and (
        _AGAINST_DATE.search(_part(text, link)[-_SHARE_BACK:])
    ):
        # 一产占比较2010年下降3个百分点，二产占比上升2个百分点: against the same year.
        return False
    if kind in ("growth", "difference") and role != "target":
        # 比2006年增加2亿元 says where the end stands; 五年增加2亿元 is the work of the span.
        return not _AGAINST_DATE.search(words_before(text, link))
    if link.quantity.unit == "倍" and _OF_SPAN.search(text, max(0, link.quantity.start - 32), link.quantity.start):
        return True
    reach = max(0, link.quantity.start - 40), link.quantity.start
    if _AMONG_STOCK.search(text, *reach) or _REACHED_ON.search(text, *reach):
        return False
    if kind == "level" and role != "target" and "，" in text[slice(*reach)] and pattern(_STOCK_ON).search(text, *reach):
        return False
    if kind == "level" and role != "target" and _SOLVED.search(text, *reach):
        # 解决了38万农村人口饮水困难: work of the span, whatever it is named by.
        return True
    if kind == "level" and _HELD.search(clause_before(text, link)):
        return False
    if kind == "level" and link.quantity.unit == "次":
        # 5次调高养老金标准: how often something was done is told of all the years.
        return True
    if kind == "level" and closing("%adding%$", text, reach[0], link.quantity.start):
        # 公路里程达400公里，“十一五”期间新增66公里.
        return True
    if kind == "rate" and role != "target" and closing("%of_plan%$", text, reach[0], link.quantity.start):
        # 完成造林7万亩，占计划的137%: how much of it was fulfilled is told of the same years.
        return True
    if kind in ("rate", "duration") or _OWN_YEAR.search(_part(text, link)):
        return False
    name = named(link)
    if role == "target":
        # 减少贫困人口2万人 is the work of the years as well.
        work = kind == "level" or (kind == "difference" and link.quantity.dimension != "points")
        return work and bool(pattern("%spent%").search(clause_before(text, link)) or name.endswith("投资"))
    if kind == "level" and "人均" in name:
        return False
    if name.endswith("总投资"):
        return True
    if name.startswith((*words("adding"), *words("lessening"))):
        return True
    if link.turn and link.turn[0] and pattern(_ADDED_ALL).search(
        text, behind_mark(text, link.predicate[0]), link.predicate[0]
    ):
        return True
    if link.name and link.name.start == _begins(text, link.predicate[1]) and _MORE_THAN.fullmatch(
        text, link.name.end, link.quantity.start
    ) and link.quantity.kind == "count" and not re.search("[新净]", name):
        # 市场主体超220万户: nothing was done with them, there are so many.
        return False
    if link.name and link.name.rule == "indicator.right" and pattern("%moved%").match(text, link.name.end):
        return True
    return not pattern(_REACHED).search(words_before(text, link)) and not pattern(_STOCK_NAME).search(name)


def stands_at_end(text: str, link: Link) -> bool:
    """Whether what follows sets a figure against a date: 余额12亿元，比2015年增长一倍. Sums are those of the years."""
    told = _SET_AGAINST_BEHIND.match(text, link.quantity.after) or _NEW_AMONG.match(text, link.quantity.after)
    return told is not None and not sums(text, link)


def yearly(text: str, link: Link, kind: Kind) -> bool:
    """生产总值440亿元 in a review of five years is that of the last, unless it is summed up."""
    return kind == "level" and _YEARLY.search(named(link)) is not None and not sums(text, link)


def named(link: Link) -> str:
    """The name of a figure, empty where it has none."""
    return link.name.text if link.name else ""


def sums(text: str, link: Link) -> bool:
    """Whether the clause of a figure says that it is a sum: 累计, 共, 年均."""
    clause = clause_before(text, link)
    return bool(_SUMMED.search(clause)) and not _IN_ALL.fullmatch(clause)


def clause_before(text: str, link: Link) -> str:
    """The clause of a figure up to it."""
    return text[_begins(text, link.predicate[1]) : link.predicate[1]]


def _part(text: str, link: Link) -> str:
    return text[behind_mark(text, link.predicate[1], "；。") : link.predicate[1]]


def words_before(text: str, link: Link) -> str:
    """The words right before a figure, within its clause."""
    return text[max(_begins(text, link.predicate[1]), link.predicate[0] - 8) : link.predicate[1]]


def _begins(text: str, position: int) -> int:
    """Where the clause up to a position begins, or what is reached in it beside another figure."""
    begin = behind_mark(text, position)
    beside = _REACHED_BESIDE.search(text, begin, position)
    return beside.start("own") if beside else begin
