"""The clauses of one sentence, and the names that another clause than the figure's own gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from core.extract.frames import POSITION, TURNS
from core.extract.naming import Name, named, restored
from core.extract.phrases import Phrase, coordinated, name_before, name_behind
from core.extract.quantity import Quantity
from core.extract.shared_words import of_marks
from core.lexicon import closing, find_indicator, opening, pattern
from core.model.records import record

_CLAUSE_END: Final = re.compile(r"[，；。：！？!?;:,]")
#: A longer bracket holds clauses of its own.
_BRACKETS: Final = re.compile(r"（[^（）]{0,24}）|\([^()]{0,24}\)|“[^“”]{0,40}”")
_SUBJECT: Final = (
    "[^，。；：:]{0,24}?%subject_head%(?!以上|企业|化|较|重|例)"
    f"|[^，。；：:]{{2,16}}?(?={TURNS}[，；])"
)
_OF_WHAT: Final = re.compile("(?:同比)?(?:增[速幅]|[涨降跌]幅|增长率)")
#: 牛羊肉占肉类总产量|的比重，由…: what a measurable noun that closes no clause goes on to.
_HEAD_GOES_ON: Final = re.compile(
    "(?:[\u4e00-\u9fff]{0,4}的[\u4e00-\u9fff]{2,6}|(?:总)?(?:比重|比例|份额|占比|比率))"
    "(?=(?:过半|超半)?，(?:要|将|应|已)*(?:由|从|控制|保持|稳定|达))"
)
#: 棉花，年产量达…; 小麦，单产…: what a part is about, told alone in its first clause.
_TOPIC: Final = re.compile(
    "(?!其中|同时|此外|另外|目前|预计|今后|因此|全[国省市区县]|[剔扣]除|按)[\u4e00-\u9fff]{1,5}(?<![年月日中上下内后前时来])(?<!季度)，"
)
#: 高于规模以上工业增加值增速… names what is compared with.
_SET_AGAINST: Final = ("高于", "低于", "快于", "慢于", "好于", "优于", "高出")
_OPEN_END: Final = re.compile(r"(?<![高平均中同优上初])等(?![级次值同效额待候]).{2,}$")
#: 价格上升的有食品、衣着和居住三大类: what a list is opened and summed up by.
_LIST_OPENED: Final = re.compile(
    "[^，。；、]{0,16}?"
    "(?:(?P<measure>价格|产量|产值|销量|面积|投资|税收|收入)(?:上升|下降|上涨|下跌|增长|减少|增加)的"
    "|最[高低多少大小快慢好差]的[^，。；、]{0,10}|[^，。；、]{1,8}的)"
    "(?:主要)?(?:依次|分别)?(?:有|是|为|包括)"
)
_LIST_SUMMED: Final = re.compile(
    "(?<=[^、])[二两三四五六七八九十0-9]{1,2}"
    "(?:大?类|[个大项种家]?(?:市|县|区|镇|乡|省|国|城市|国家|地区|行业|产业|领域|方面|项|种|类)).{0,3}$"
    "|(?:同比|环比|均)*“?(?:[双三]|实现双)[升降增减提下回上][升降长少高降落]?”?$"
)
#: 连续五年保持全省首位: a place in a ranking is held, and is no name.
_PLACE_HELD: Final = re.compile(
    "[^，。；、0-9]{0,8}(?:首位|榜首|前列|前茅|领先|第[一二三四五六七八九十0-9]|前[三五十0-9])"
)
#: With these nothing begins that a figure could be named by: 与上年的217万人|相比.
_NO_NAME_BEGINS: Final = ("的", "等等", "）", ")", "相比", "相较", "实现增长", "实现正增长", "保持增长")
_WHY: Final = re.compile("因[^，。；]{4,40}?(?:而|被)(?:受到|受)?(?=[\u4e00-\u9fff]{2,10}$)")
_FARING: Final = (
    "(?:(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}(?:[-—–~至到][0-9]{1,2})?月份?|(?:19|20)[0-9]{2}年)?"
    "(?P<subject>[^，。；0-9]{2,14}?)%faring%+，?$"
)
#: 国有企业|多项经济指标 创新高，营业收入12亿元: of their measures one is told.
_MEASURES_OF_IT: Final = re.compile("(?:的|主要|各项|多项|[两三四五六七八九十几]项|经济|发展|生产|运行|效益)+指标$")
#: 工业生产, 工业经济: whose the measure is that follows.
_ITS_WORK: Final = re.compile("(?:生产|(?<=业)经济)$")
_HOW_IT_WENT: Final = re.compile("(?:全部|如期|顺利|已经?|均|都)(?=[\u4e00-\u9fff]{2,}$)")
#: What says of a figure what it is, and neither when it was nor in what list it stands.
_LABELS: Final = re.compile(
    "(?!.*(?:其中|[去今明上]年|(?:19|20)[0-9]{2}年|目标|任务|情况|进展|结果|内容|事项|单位|时间|地点|如下|特点|原因|办法|措施)$)"
    "[A-Za-z\u4e00-\u9fff“”（）()]{2,14}"
)
_BEFORE_NEXT: Final = re.compile("([\u4e00-\u9fff]{2,12}?)[和与及、][0-9]")
#: 出口增幅，居全市第三.
_HOW_FAST: Final = re.compile("(?P<name>[^，。；、和与及0-9]{2,14})(?:增[幅速]|增长速度)，")
_THOUSANDS: Final = re.compile("[0-9]{3}(?![0-9])")
#: So many clauses back a subject is looked for.
_REACH: Final = 12


@lru_cache(maxsize=8)
def clause_starts(text: str) -> list[int]:
    """Where the clauses of a flat sentence begin, 0 first; marks in brackets, quotes and numbers cut nothing."""
    covered = bytearray(len(text))
    for match in _BRACKETS.finditer(text):
        covered[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    ends = (match.start() for match in _CLAUSE_END.finditer(text))
    return [0, *(end + 1 for end in ends if not covered[end] and not _between_digits(text, end))]


@lru_cache(maxsize=8)
def _marks(text: str, marks: str) -> list[int]:
    return [match.end() for match in _any_of(marks).finditer(text)]


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{marks}]")


def behind_mark(text: str, position: int, marks: str = "，；。：") -> int:
    """Behind the last of `marks` before `position`, wherever it stands; 0 where there is none."""
    ends = _marks(text, marks)
    index = bisect_right(ends, position)
    return ends[index - 1] if index else 0


def _between_digits(text: str, position: int) -> bool:
    before, behind = text[position - 1 : position], text[position + 1 : position + 2]
    if text[position] == "," and not _THOUSANDS.match(text, position + 1):
        # 33.7,5年内上升2点: a comma of the sentence, and none of a number.
        return False
    return text[position] in ":," and before.isdigit() and behind.isdigit()


@record
class Clauses:
    """A flat sentence cut at its marks: `starts` are the beginnings of its clauses, in order, 0 first."""

    text: str
    starts: list[int]

    def start_of(self, position: int) -> int:
        """Where the clause around `position` begins."""
        return self.starts[bisect_right(self.starts, position) - 1]

    def end_of(self, position: int) -> int:
        """Behind the mark that closes the clause around `position`."""
        index = bisect_right(self.starts, position)
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def subject(self, position: int, first: int = 0) -> Name | None:
        """The measurable noun that opens a clause from `first` to before `position`: 种植面积逐年扩大，目前已达…"""
        index = bisect_left(self.starts, position)
        for start in reversed(self.starts[max(0, index - _REACH) : index]):
            if start < first:
                break
            end = self.end_of(start)
            if self.text.startswith(_SET_AGAINST, start):
                continue
            if match := pattern(_SUBJECT).match(self.text, start, end):
                whole = _HEAD_GOES_ON.match(self.text, match.end())
                phrase = name_before(self.text, start, whole.end() if whole else match.end())
                if phrase and _OF_WHAT.fullmatch(self.text, phrase.start, phrase.end):
                    # 产值187亿元，增速由负转正，增长7%: how fast, and not what.
                    continue
                if phrase:
                    return named(self.text, phrase, "indicator.subject")
        return None

    def faring(self, start: int) -> Phrase | None:
        """The subject of the clause before `start`: 非公有制经济 of 非公有制经济发展加快，占…."""
        index = bisect_left(self.starts, start) - 1
        match = pattern(_FARING).match(self.text, self.starts[index], start) if index >= 0 else None
        return Phrase(*match.span("subject")) if match else None

    def fared(self, start: int, since: int = 0) -> Name | None:
        """营商环境持续优化，居全省第5位: the subject of the clause before `start`, where it stands behind `since`."""
        subject = self.faring(start)
        if subject is None or subject.start < since:
            return None
        end = subject.end - 2 if self.text.endswith(("增速", "增幅"), subject.start, subject.end) else subject.end
        phrase = name_before(self.text, subject.start, end, last=True)
        return named(self.text, phrase, "indicator.subject") if phrase else None

    def how_fast(self, start: int, since: int = 0) -> Name | None:
        """财政收入增幅，分别高于…: what the clause before `start` names with how fast it grew, and says nothing of."""
        index = bisect_left(self.starts, start) - 1
        begin = self.starts[index] if index >= 0 and self.starts[index] >= since else -1
        match = _HOW_FAST.fullmatch(self.text, begin, start) if begin >= 0 and start in self.starts else None
        phrase = name_before(self.text, begin, match.end("name")) if match else None
        return named(self.text, phrase, "indicator.subject") if phrase else None

    def measured(self, start: int, measure: str) -> Name | None:
        """粮食生产喜获丰收，总产量56万吨: the measure at `start` of what the clause before tells how it fares."""
        told = self.fared(start) if start in self.starts else None
        whose = _ITS_WORK.sub("", told.text) if told else ""
        whose = _MEASURES_OF_IT.sub("", whose)
        if "、" in whose and (first := pattern("%bare_measure%").search(whose, 2)):
            whose = whose[: first.start()]  # 粮食总产、单产双创新高，总产19万吨: whose measures are listed
        if whose.endswith("业") and find_indicator(whose[:-1] + measure):
            whose = whose[:-1]  # 旅游业红火，总收入9亿元: the standard name is 旅游总收入
        if told is None or len(whose) < 2 or pattern("(?:%measured_head+of_nobody+bare_measure%)$").search(whose):
            return None
        return Name(whose + measure, told.start, told.start + len(whose), "indicator.subject")

    def measured_too(self, last: Name | None, start: int, measure: str) -> Name | None:
        """粮食生产喜获丰收，总产量56万吨，单产412公斤: a second measure of what the first, `last`, was told of."""
        if last is None or last.rule != "indicator.subject" or self.text.find("；", last.end, start) >= 0:
            return None
        whose = self.text[last.start : last.end]
        first = last.text.removeprefix(whose)
        if first == last.text or pattern("%bare_measure%").fullmatch(first) is None:
            return None
        return Name(whose + measure, last.start, last.end, "indicator.subject")

    def worked_on(self, start: int, end: int, *, least: int = 5) -> Name | None:
        """单行道设置不少于10条: a thing before the verb of what was done with it, in the clause at `start`.

        治安查处上升6%: with the verb it has `least` signs or more, fewer where it is told how they changed.
        """
        done = closing("(?<=[\u4e00-\u9fff]{2})(?:%acting%)$", self.text, start, end) if start in self.starts else None
        own = name_before(self.text, start, end, last=True) if done else None
        if own is None or own.end < end or own.end - own.start < least or (
            opening("doing", "acting", "lead").match(self.text, own.start, own.end)
        ):
            return None
        return named(self.text, own, "indicator.left")

    def topic(self, start: int, measure: str) -> Name | None:
        """棉花，年均产量464万吨: the measure at `start` of the thing with which its part of the sentence begins."""
        begin = behind_mark(self.text, start, "；。：")
        said = _TOPIC.match(self.text, begin, start) if begin < start else None
        if said is None or opening("doing", "acting", "faring").match(self.text, begin, said.end()):
            return None
        thing = said[0][:-1]
        return Name(thing + measure, begin, begin + len(thing), "indicator.subject")

    def side(self, start: int, phrase: Phrase, side: str) -> Name | None:
        """城乡居民恩格尔系数（…），城市为37%: the `side` at `phrase` of what the clause before names alone."""
        if start not in self.starts or not pattern("(?:%side%)").fullmatch(side):
            return None
        index = bisect_left(self.starts, start)
        if not index or self.text[start - 1] != "，":
            return None
        begin = self.starts[index - 1]
        note = self.text.find("（", begin, start)
        end = note if note > 0 else start - 1
        if not pattern("[^0-9]+%measured_head%").fullmatch(self.text, begin, end):
            return None
        of = name_before(self.text, begin, end)
        whole = self.text[of.start : of.end].removeprefix("城乡") if of else ""
        return Name(side + whole, phrase.start, phrase.end, "indicator.side") if whole else None

    def listed(self, start: int, count: int, used: int, *, alike: bool = True) -> list[Name]:
        """精简会议、文件、简报，数量分别压减…: the `count` names that the clause before `start` lists, if unused."""
        index = bisect_left(self.starts, start)
        if index < 1:
            return []
        begin, end = self.starts[index - 1], start - 1
        if self.text.endswith(("相比", "相比较"), begin, end):
            # 与去年同期和一季度相比，增幅分别下降…: what is set against names nothing.
            return []
        opened = _LIST_OPENED.match(self.text, begin, end)
        if begin < used and (opened is None or opened.end() < used):
            return []
        if (open_list := _OPEN_END.search(self.text, begin, end)) and open_list.start() > begin:
            # 蔬菜、林果等发展迅猛: what stands behind 等 is said of all of them.
            end = open_list.start()
        if fares := closing("(?:均|都|双双)*%faring%$", self.text, begin, end):
            # 吞吐量、周转量均创历史新高: how they fare names nothing.
            end = fares.start()
        begin = opened.end() if opened else begin
        if summed := _LIST_SUMMED.search(self.text, begin, end):
            end = summed.start()
        if place := POSITION.search(self.text, begin, end):
            end = place.start()
        phrase = name_before(self.text, begin, end)
        members = coordinated(self.text, phrase.start, phrase.end) if phrase else []
        if len(members) > count > 1:
            members = of_marks(self.text, members, count)
        if len(members) != count:
            return []
        names = restored(self.text, members, alike=alike)
        measure = opened["measure"] if opened else None
        return [replace(name, text=name.text + measure) for name in names] if measure else names

    def held(self, quantity: Quantity) -> Name | None:
        """连续11年被评为…优秀地区: what was held so long."""
        end = self.end_of(quantity.after - 1)
        match = pattern("%held%了?").search(self.text, quantity.after, min(end, quantity.after + 12))
        start = match.end() if match else quantity.after
        if _PLACE_HELD.match(self.text, start):
            return None
        phrase = name_behind(self.text, start, end) if start < end and not self.text[start].isdigit() else None
        return named(self.text, phrase, "indicator.streak") if phrase else None

    def rest(self, quantity: Quantity) -> Name | None:
        """All that follows in the figure's clause, if it is short and holds no other figure."""
        note = _BRACKETS.match(self.text, quantity.after)
        after = note.end() if note and note[0][0] != "“" else quantity.after
        rest = self.text[after : self.end_of(quantity.after - 1)].rstrip("，；。：,;:！？、")
        if joined := _BEFORE_NEXT.match(rest):
            # 5200人脱贫和190个村巩固: the next has a noun of its own.
            rest = joined[1]
        if how := _HOW_IT_WENT.match(rest):
            # 4.6万人全部脱贫.
            rest, after = rest[how.end() :], after + how.end()
        if (why := _WHY.match(rest)) and not re.search("[0-9]", rest):
            # 54人因违反规定而受到处分: why is told before what.
            at = after + why.end()
            return Name(rest[why.end() :], at, after + len(rest), "indicator.clause")
        if 2 <= len(rest) <= 22 and not rest.startswith(_NO_NAME_BEGINS) and not re.search(r"[0-9]", rest):
            return Name(rest, after, after + len(rest), "indicator.clause")
        return self._labelled(quantity.start)

    def _labelled(self, position: int) -> Name | None:
        """高新技术企业：126家, GDP：增长8%: the label of the clause at `position`, where nothing in it has a name."""
        start = self.start_of(position)
        if not self.text.startswith((":", "："), start - 1):
            return None
        begin = behind_mark(self.text, start - 1, "；。：，、")
        if _LABELS.fullmatch(self.text, begin, start - 1) is None:
            return None
        phrase = name_before(self.text, begin, start - 1)
        return named(self.text, phrase, "indicator.subject") if phrase else None
