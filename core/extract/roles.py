"""Role of a figure: done, planned or given for comparison, as its clause, its sentence and its section say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from core.extract.bases import base_of, set_beside
from core.extract.links import Link
from core.extract.periods import Period
from core.extract.setting import words_of_plan, words_of_result
from core.lexicon import closing, may_hold, pattern
from core.model.records import record
from core.model.report import Role, SectionRole

#: So many characters back a word of planning rules a figure.
_BACK: Final = 400
_SUMMED_UP: Final = re.compile(r"(?<!公)(?<!总)共(?![有同建享])[^，。；]{0,8}完成|累计|已(?:经)?完成|先后")
_SURELY_AIMED: Final = re.compile(r"(?:确保|力争)(?!了|过)")
#: 将|在年内建立….
_WILL: Final = re.compile("(?<![主重])[将要](?:在|于)?$")
#: 是2012年计划投资的|3倍: set against it.
_TIMES_OF: Final = re.compile("(?:是|为|相当于)[^，。；]{2,20}的$")
#: 承诺的10件实事中有2件没有完成; 3项已开工.
_TOLD_BEHIND: Final = re.compile(
    "(?:没有|尚?未|均?已经?)(?:完成|实现|达到|落实|开工|实施)(?:[，。；、]|既定|目标|任务)"
    "|(?:目标|指标|任务)*(?:整体|总体)?(?:进展|进度|完成情况|推进(?:落实)?|落实)(?:情况)?[^，。；]{0,4}[好快慢滞顺缓优超]"
    "|[^，。；0-9]{0,10}?(?:[符合快慢好优低高]{1,2}于?|达到?|滞后于?|落后于?)[^，。；0-9]{0,6}(?:预期|进度)"
)
#: 到年底，里程将达到3万公里; 预计到今年底超过140万公里, whatever tells of results around it.
_DUE: Final = re.compile(
    "(?<![较比年])[到至](?:今年|本年|年)年?[底末]，?[^。；，0-9]{0,24}(?:将|有望|可望|预计)[^，。；0-9]{0,10}$"
    "|(?:预计|力争|争取|确保)[到在]?(?:今年|本年|年)年?[底末]前?[^，。；0-9]{0,16}$"
    "|(?:计划|预计|拟)[于在]?(?:今年|年)年?[底末]前?(?:完成|建成)[^，。；0-9]{2,24}，(?:新增|增加|可|改善)[^，。；0-9]{0,8}$"
)
_DUE_REACH: Final = 60
#: 5年内形成万亿级产业3个, where no review of years is told.
_WITHIN_YEARS: Final = re.compile(
    "(?:^|[，；])(?:今后|未来|用)?[0-9一二三四五六七八九十]{1,2}年[之以]?内，?(?:将|要|全力|力争|争取)?"
    "(?:形成|建成|培育|打造|实现|达到|突破|引进|发展|新增|新建|建设|投入|完成)(?!了)(?![^。；]*(?:已|现有|累计))[^。；]*$"
)
#: 其余11项|预计年底前全部完成.
_DUE_BEHIND: Final = re.compile(
    "[^，。；0-9]{0,10}(?:预计|力争|计划|拟|将|确保)[于在到]?(?:今年|本年|年)?(?:年?[底末]|内|[0-9]{1,2}月[底末份]?)前?"
    "[^，。；0-9]{0,8}(?:完成|实现|建成|竣工|完工|投用|通车|投产|开工|交付)"
)
#: 乐园拟于11月开园，公布历史建筑60处: when the one work before will be ready aims at nothing behind it.
_ONE_DUE: Final = re.compile(
    "(?:计划|拟|预计|将)[于在到]?(?:今年|明年|[0-9]{4}年|年)?(?:[0-9]{1,2}月份?|年?[底内])[底末上中下旬]*前?[^，。；0-9]{0,14}[，；]"
)
#: 去年|粮食产量首次突破….
_REACHED_THEN: Final = re.compile("[^，。；0-9]{2,24}(?:首次|突破|达到|超过)")
#: What speaks of the year at hand.
_AT_HAND: Final = re.compile("今年|目前|截[至止]|同比|本年|[0-9]月|季度|半年")
_NOT_YET: Final = re.compile("[^，。；]{0,12}(?:没有|尚?未|不[达通足])")
#: 力争年底前开工3个, told among what was done.
_HOPED: Final = re.compile("(?:其中|并|还|再)?，?(?:力争|争取(?=[开完建实新年达]))")
#: 当前，全县城镇化率50%，比全国低16个百分点, in a plan: how things stand, until a word tells of work.
_STANDS_NOW: Final = re.compile(
    "(?:^|[，；])(?P<now>(?:截[至止])?目前|当前)，(?!要|重点|必须|应)(?:(?!完成|实施|抓好|做好|推进|启动|安排|今后|未来|力争|确保|明年|今年)[^。；])*$"
)
#: 截至目前，改水已全部完成，修建道路8公里，…, in a plan: until a word tells of what is still to be done.
_SO_FAR: Final = re.compile(
    "(?P<so_far>截[至止]到?目前)(?:为止)?，(?:(?!安排|今后|未来|力争|确保|争取|计划|明年|下一步|年底前|(?<![主重需])要|将).)*$"
)
_SURELY_DONE: Final = re.compile(
    "去年|已|完成了|实现了|达到了|建成了|新增了|截至|现有(?!的)|目前|(?<!与)实际(?:共|已|累计)*(?:完成|开工|建成|执行|到位|投入)(?!率)"
)
#: The aim stands before its figure (年初目标为增长6%), behind it (6.5%左右的预期目标), or is known by when it was set.
_AIM_BEFORE: Final = (
    "(?:(?<![完实成现额超过于比较占对照到达照])%own_target%(?:分别)?(?:定?为|是|:)?"
    "(?:%rise+fall+ge_before+le_before+about_before+to+turning%){0,4}|%set_earlier%[^，。；0-9]{0,8}"
    "|(?:[高低快慢好优]于|超过|控制在)(?:年初|年度|全年)?(?:预期|计划)的?%rise+fall%?)$"
)
#: 今年的主要预期目标是：生产总值增长6%，新增就业8000人以上: all that the sentence lists.
_AIMS_LISTED: Final = re.compile(
    "(?:预期|奋斗|主要|发展|增长)目标(?:分别)?(?:是|为)[:：，]|(?:去年|今年|上年|年初)的?(?:主要)?目标[则就]?[是为][:：“]"
    "|，目标是(?=开工|筹集|建设|新建|完成|新增|改造|供应|引进)"
    "|(?:提出|规定|确定|明确|设定)了?[^，。；0-9]{0,24}(?:目标|指标)[，:：]其中[，:：]?"
)
#: Where none of these stands in a sentence, no figure of it is an aim set earlier, and none need be asked.
_AIMS_NAMED: Final = "%own_target%|%set_earlier%|目标|任务|指标|要求|计划|预算|预期|下达的"
_AIM_BEHIND: Final = (
    "的(?:%own_target%|(?:预期|(?:年度|全年|年初)?(?:投资|建设|生产)?计划)(?=[，。；、]|$)|(?:全年|年度|年初)?(?:预期|计划|指标|目标)值?(?:以内|之内|范围))"
)
#: 全年计划完成投资5亿元, in a part on results: what was planned, beside what was done.
_PLANNED_WORK: Final = re.compile(
    "(?<![超照按度额达占出前内列造养动育升助模虚比])(?:原?计划|拟)"
    "(?:(?:达到|完成|实现|新建|改造|建设|投入|实施|培训|发放|开工|建成|新增|申请|争取|引进|招引)(?!率|情况|进度|任务|的)|在(?!内|建)|于)"
    "[^，。；0-9已实]{0,14}$|计划(?:总?投资|面积|总量|里程)(?:总?额)?(?:为|约|共)?$"
    "|(?<![完实][成现])(?:年度|全年|今年)(?:投资|建设|生产)?计划(?:为|约)?$"
    "|(?:今|[0-9]{4})年[^，。；0-9]{0,8}计划的?(?:种植|播种)[^，。；0-9]{0,8}$"
    "|[数额量]计划分别为(?:[^，。；]{1,16}[、和])*$"
)
#: 全年计划增长9%: of rates only what is planned to change or to be reached.
_PLANNED_RATE: Final = (
    "(?<![比较超与按照成])(?<![比较超][年全][初度年])(?:原?计划|拟)(?:%rise+fall%|达到?|为|控制在|保持在?)(?:约|近)?$"
)
#: 2016年至2018年: each of its years is told, none only compared with.
_SPAN_SIGN: Final = re.compile("[-—–~至到]")
#: 财政收入6亿元的目标圆满完成.
_AIM_MET: Final = re.compile(
    "的(?:奋斗|预期|年度|增长)?目标(?:任务)?(?:有望|可望|能够|可以|预计)?(?:圆满|顺利|全面|如期|提前|超额|胜利|已经?)*(?:完成|实现|达成)"
)
#: 处于7%—7.5%年度预期目标区间.
_AIM_RANGE: Final = re.compile("的?(?:年度|全年|年初|增长)*(?:预期|既定|预定)?目标(?:区间|范围)")
#: 全部投产后，预计销售收入将达到88亿元.
_ONCE_BUILT: Final = re.compile(
    "(?:投产|达产|建成|竣工|投用|投运|运营|(?:改造|建设|整治|实施)(?:完成)?)后，?[^。；]{0,24}(?:将|可|预计)[^，。；]{0,8}$"
)
#: 由2017年的51%提高到2022年的59%: the year before this is what was reached, wherever the report stands.
_RAISED_TO: Final = re.compile("[高长升加少降落小大展移进][到至为]$")
#: 92个计划新开工项目; 2个项目计划于明年6月底前完成.
_PLANNED_ONES: Final = re.compile(
    "计划新?(?:开工|建设|实施|竣工|投产)|[\u4e00-\u9fff]{0,6}(?:计划|拟|预计|力争|确保)[于在到]?"
    "(?:(?:19|20)[0-9]{2}年|明年|今年|年[内底]|[0-9]{1,2}月|[上下]半年|第?[一二三四]季度)[^，。；]{0,8}"
    "(?:完成|竣工|完工|开工|建成|投产|投用|交付|到位|销号|启动)"
)
#: 高于人代会12%的目标 names the aim by what was set against it.
_PLAIN_AIM: Final = re.compile(
    "(?:、[^，。；、0-9]{2,14}[0-9.]+%)*的(?:增长|增速|规划|发展|控制|调控|改善|减排|下降)?(?:目标|任务|指标|要求(?=还|尚|仍|有))(?![责体])"
)
_SET_AGAINST: Final = re.compile(r"(?:离|距离?|[高低快慢好优]于|超过?|超额完成|完成|达到)[^，。；0-9]{0,20}$")
#: 完成全年11%的预期目标; 确保完成… has it still to come.
_REACHED_AIM: Final = re.compile("(?<!确保)(?<!力争)(?<!争取)(?<!努力)(?<!要)(?:完成|实现)|达到?$")
#: 没有完成12%的预期目标.
_MISSED: Final = re.compile("(?:没有?|未能?)(?:完成|实现|达到)[^，。；0-9]{0,10}$")
#: 今年计划播种121万亩，全年完成121.1万亩: what was planned stands before what was done.
_PLANNED_FIRST: Final = (
    "(?:(?<![占完成达为超比较])(?:今年|年初|全年|年度|原|[0-9]{4}年)计划(?!经济|生育|的|内|外|数|情况)"
    "|(?:下达|安排)[^。；，]{0,24}(?:计划|任务)(?:为|是|:)|计划任务(?=[0-9]))(?P<since>[^。；]{0,40})$"
)
#: 今年计划完成造林2万亩；改造道路50公里；…: a list of aims, until a word tells of progress.
_PLANNED_LIST: Final = re.compile(
    "(?:今年|年初|全年)计划(?:完成|实现|达到)?(?!经济|生育|的|内|外|数|情况)(?P<since>[^。]*；[^。；，]*)$"
)
#: 比“十五”计划目标3000亿元超过1070亿元 sets a result against an aim.
_AGAINST_AIM: Final = re.compile("(?:(?<![占同环])比|[较超完距离低高快慢]|实现|达到)[^，。；]{0,10}$")
#: 处于7%—7.5%年度预期目标区间，高于全国1.2个百分点: the aim is that of the figure before it.
_AIM_OF_FIGURE: Final = re.compile("[0-9%](?:左右|以[上内])?的?(?:年度|全年|年初|增长)*$")
_DONE_SINCE: Final = re.compile("完成|实现|已|共|实际|达到?|建成|为")
_PROGRESS: Final = re.compile(_DONE_SINCE.pattern + "|开工|竣工|投产|到位|签约|目前|截至|其中|增长|下降")
#: 为预算4亿元的105%, 超额完成省下达400公里目标: the aim that the result is a share of.
_SHARE_OF_AIM: Final = re.compile("(?:预算|计划|任务|目标)[^，。；、0-9的]{0,6}[（(]?$")
#: 为年初预算61%, without 的.
_SHARE_REACHED: Final = re.compile("(?:为|占|完成|达到?)(?:年初|调整|年度|全年)+(?:预算|计划|任务|目标)数?$")
_SHARE_BEHIND: Final = re.compile("[）)]?的?(?:约|近)?[0-9.]+[%倍]")
_SET_ABOVE: Final = re.compile("(?:下达|分解|核定|确定|承诺)的?[^，。；0-9]{0,8}$")
#: 完成全年1.8万亿元投资目标任务的75%: what was fulfilled by a share.
_FULFILLED: Final = re.compile("(?:完成|占)(?:全年|年度|今年|年初)的?$")
_AIM_SHARED: Final = re.compile("[^，。；0-9]{0,8}(?:目标|任务|计划|预算)[^，。；0-9]{0,2}的(?:约|近)?[0-9.]+%")
#: 聚焦年度增长6%目标任务.
_FOCUSED: Final = re.compile("(?:聚焦|围绕|锚定|瞄准|对标|紧扣|紧盯)[^，。；]{0,24}$")
_FOCUS_BEHIND: Final = re.compile("的?(?:年度|全年|预期|增长|奋斗)?(?:目标|任务)")
#: 城市化率目标为49.5%，争取50%; 全年任务1.5亿元.
_PLAIN_AIM_BEFORE: Final = re.compile(
    "(?:下达|分解|分配|承担)[^，。；0-9]{2,30}(?:目标|任务|指标)(?:任务|值|数)?(?:增长|下降)?$|(?<=[，、；。])(?:奋斗|确保|挑战)目标(?:增长|下降)?$"
    "|(?<=”)目标任务$|目标(?:任务)?[值数]?(?:为|是|:)[^，。；0-9完已]{0,12}$|目标值?(?:为|是|:)[^，。；]{1,12}，"
    "(?:力争|争取)(?:达到|完成|实现)?$|(?<!占)(?:全年|年度|今年)的?(?:任务|目标)(?:为|是|:)?$"
    "|[比较](?:年初|年度|全年|原定)?(?:计划|预期|奋斗)目标$|(?<=[入出费金])(?:年初|全年)?预算数(?:为|是)?$"
    "|(?:^|(?<=[，。；、:]))(?:(?!完成)[^，。；、:]){0,20}"
    "(?:收入|支出|投资|产值)(?:任务(?:为|是|:)?|预期(?:为|是|:))$"
    "|控制在[^，。；0-9]{0,8}下达的$|批准的[^，。；0-9]{2,14}(?:收入|支出|预算)(?:为|是)$|(?:程序|执行中[^，。；0-9]{0,20}|预算)(?:调整|变更)[为到至]$"
    "|(?<!占)(?:年初|调整)预算(?:数?[为是]|:)?$|(?:收入|支出|[费金]|经费)(?:年初|调整)?预算数?(?:[为是]|:)?$"
)
#: 改厕任务3.8万座，完成3.9万座: what is named by its aim, and was reached.
_AIM_TOLD: Final = re.compile("(?:任务|指标|目标|计划)(?:任务)?数?(?:为|是|:)?$")
_THEN_DONE: Final = re.compile("，(?:实际|已经?|累计|全年|目前|现已)*(?:完成|实现|达到?)了?[0-9]")
#: 完成2018年度6个示范村建设: which of them, and not when.
_BATCH: Final = re.compile("(?:完成|推进|实施|启动|开展|验收)了?$")
#: 在2015年度综合评价中得分居第一: what is judged.
_JUDGED: Final = re.compile("[^，。；0-9]{0,24}(?:评价|考核|评估|评比|测评|评议)")
_AIM_NOUN: Final = re.compile("(?:的)?(?:目标|任务|计划|指标)(?!责任)")
#: What is over of a year whose second half is planned.
_HALF_OVER: Final = re.compile("H1|Q[12]|(?:01/)?0[1-6]")
_OPENS_BRACKET: Final = ("（", "(")


@record
class Setting:
    """What sections and paragraphs say about a sentence: role, years, and a year that opened the paragraph.

    `span` are the first and last year of the section; `year` is that of the results, `target_year` of the plan.
    """

    role: SectionRole
    span: tuple[int, int] | None
    year: int | None
    target_year: int | None
    carried: Period | None
    #: Whose report it is.
    place: str | None
    #: The report is given at the end of the year on which it looks back, and plans 明年.
    late: bool = False
    #: Its part tells of the year of results and of the year begun, which it calls 今年.
    begun: bool = False
    #: The year that this paragraph compared with last.
    began: str | None = None
    #: A whole part turned to what is carried, and not a sentence of it.
    settled: bool = False


def role_of(
    text: str, link: Link, starts: Sequence[int], stated: Period | None, setting: Setting
) -> tuple[Role, str, tuple[int, int] | None]:
    """The role of a figure, the rule that gave it and the words that this rests on; `stated` is its own period."""
    if link.origin:
        return "baseline", "role.origin", None
    position = link.quantity.start
    if pattern("%people_led%").match(text, link.quantity.after):
        return "actual", "role.result", None
    if base := base_of(text, link) or set_beside(text, link):
        return "baseline", "role.compared", base.span()
    clause = starts[bisect_right(starts, position) - 1]
    ahead = setting.role in ("targets", "tasks")
    latest, planned_from = setting.year, setting.span[0] if setting.span else setting.target_year
    if latest is None and ahead and planned_from is not None:
        # 会议指出，2018年…, in a text that only plans 2019.
        latest = planned_from - 1
    if stated and latest is not None:
        words = (stated.start, stated.end)
        if ahead and stated.last <= latest and text[stated.start - 1 : stated.start] in _OPENS_BRACKET:
            # 达到2.5万元（去年为2.3万元）, in a plan: what the aim is set beside.
            return "baseline", "role.earlier_year", words
        # 截至2024年6月 says how things stood, however late that is.
        stood = stated.reach and text.startswith("截", stated.start) and not ahead
        aimed = ahead or stated.reach or stated.last != setting.target_year or (
            setting.role == "other" and not words_of_result(text, clause, position)
        )
        stood = stood or (not ahead and _summed_up(text, stated, position))
        if stated.last > latest and aimed and not stood:
            return "target", "role.future_year", words
        over = stated.last < latest or setting.target_year != latest or _HALF_OVER.fullmatch(stated.part) is not None
        # 二季度完成…, where the second quarter is planned.
        over = over and not (stated.part and setting.carried and setting.carried.part == stated.part)
        sure = _SURELY_AIMED.search(text, clause, position) is not None
        # “十三五”期间 is over where the next plan tells of it; a report on its last year may still have it to do.
        dated = stated.rule != "period.plan" or (setting.span is not None and setting.span[0] < setting.span[1])
        dated = dated or (setting.target_year is not None and stated.last <= setting.target_year - 5)
        by_then = stated.reach and not text.startswith("截", stated.start)
        if ahead and stated.last <= latest and over and not (by_then or sure) and dated:
            # 去年完成… inside the plan: what was done, not what is aimed at; 确保二季度… is aimed at all the same.
            return "actual", "role.past_year", words
    plan = words_of_plan(text, clause, position)
    done = words_of_result(text, clause, position)
    begins = setting.span[0] if setting.span and setting.span[0] < setting.span[1] else None
    if ahead and begins and stated is None and plan is None and setting.carried and setting.carried.last < begins:
        # “十一五”时期，… at the head of a paragraph in the next plan: what its sentences tell was done.
        return "actual", "role.past_year", None
    planned = setting.target_year if setting.year is None else None
    if stated and not ahead and planned is not None and stated.last >= planned and not (
        done or words_of_result(text, stated.end, position)
    ):
        # “十四五”期间 in a text that tells no results and plans these years.
        return "target", "role.future_year", (stated.start, stated.end)
    plans = stated is not None and stated.rule == "period.plan" and latest is None and not (ahead or done)
    if stated and plans and text.find(f"，到{stated.last}年", position) >= 0:
        # “十一五”期间，…年均增长12%，到2010年达到50亿元: its years are those ahead.
        return "target", "role.future_year", (stated.start, stated.end)
    if still := _still_open(text, position, link.quantity.after):
        return "actual", "role.result_words", still
    if ahead:
        if not plan and "目前" in text and (so_far := _SO_FAR.search(text, 0, position)):
            return "actual", "role.result_words", so_far.span("so_far")
        if stated is None and not plan and "前，" in text and (now := _STANDS_NOW.search(text, 0, position)):
            return "actual", "role.result_words", now.span("now")
        if done and not plan and _SURELY_DONE.match(text, done.start()) and stated is None:
            return "actual", "role.result_words", done.span()
        return "target", "role.section", plan.span() if plan else None
    if counted := _PLANNED_ONES.match(text, link.quantity.after):
        return "target", "role.plan_words", counted.span()
    if aim := earlier_aim(text, link, clause):
        return "target", "role.own_target", aim
    if listed := aims_listed(text, position):
        return "target", "role.plan_words", listed.span()
    looks_back = setting.role in ("results", "problems")
    if may_hold(text, "计划|拟"):
        planning = pattern(_PLANNED_RATE) if link.quantity.kind == "rate" else _PLANNED_WORK
        if work := planning.search(text, clause, position):
            return "target", "role.plan_words", work.span()
    if once := _ONCE_BUILT.search(text, max(0, position - 44), position):
        return "target", "role.plan_words", once.span()
    if "年" in text and (due := _DUE.search(text, max(0, position - _DUE_REACH), position)):
        return "target", "role.plan_words", due.span()
    if not looks_back and "年" in text and _single(setting) and (
        within := _WITHIN_YEARS.search(text, max(0, position - _DUE_REACH), position)
    ):
        return "target", "role.plan_words", within.span()
    if _DUE_BEHIND.match(text, link.quantity.after):
        return "target", "role.plan_words", None
    if looks_back and not done and (hoped := _HOPED.match(text, clause)):
        return "target", "role.plan_words", hoped.span()
    first = None
    if looks_back and may_hold(text, _PLANNED_FIRST):
        first = pattern(_PLANNED_FIRST).search(text, max(0, position - 70), position)
    if first and not _DONE_SINCE.search(text, first.start("since"), position):
        return "target", "role.plan_words", first.span()
    if looks_back and not done and may_hold(text, "年计划|年初计划") and (
        listed := _PLANNED_LIST.search(text, 0, position)
    ) and not _PROGRESS.search(text, listed.start("since"), position):
        return "target", "role.plan_words", listed.span()
    plan = plan or words_of_plan(text, max(0, position - _BACK), position)
    if plan and plan.start() < clause and _ONE_DUE.match(text, plan.start()):
        plan = None
    if plan and (
        _AGAINST_AIM.search(text, max(0, plan.start() - 12), plan.start())
        or _AIM_OF_FIGURE.search(text, max(0, plan.start() - 12), plan.start())
    ):
        plan = None
    past = stated is not None and latest is not None and stated.last <= latest
    if plan and stated and past and (stated.start <= plan.start() < stated.end or plan.end() < stated.start - 1):
        # 到2020年末 is no plan in a text that looks back on it; 将增收，2010年收入达到1.3万元 tells what was. But
        # 将在年内建立30个 is one.
        plan = plan if _WILL.search(text, max(0, stated.start - 3), stated.start) else None
    if plan and (
        pattern("%beside_plan%").search(text, clause, position) or _TOLD_BEHIND.match(text, link.quantity.after)
        # 是2012年计划投资的3倍 sets against it.
        or (link.quantity.unit == "倍" and _TIMES_OF.search(text, clause, position))
    ):
        plan = None
    if plan and not looks_back and not _done_since(text, plan, done, clause, position):
        return "target", "role.plan_words", plan.span()
    # 到2010年，…。财政收入达到32亿元, in a text that tells no year of its own, is aimed at by then, too.
    ahead_of_all = setting.carried is not None and (
        setting.carried.reach if latest is None else setting.carried.first > latest
    )
    # 累计建成 sums up what will be there by then.
    if stated is None and ahead_of_all and (not done or done[0] == "累计") and not looks_back:
        # 今后五年要…。研发投入占比提高到2.5%: what opened the paragraph lies ahead.
        return "target", "role.future_year", None
    each = stated is not None and link.turn is not None and stated.first == stated.last and bool(
        _SPAN_SIGN.search(text, stated.start, stated.end)
    )
    reached = stated is not None and _RAISED_TO.search(text, max(0, stated.start - 4), stated.start + 1) is not None
    batch = stated is not None and text[stated.end - 1] == "度" and (
        _BATCH.search(text, 0, stated.start) is not None or _JUDGED.match(text, stated.end) is not None
    )
    own = setting.span[1] if setting.span and setting.role == "results" else setting.year
    # 6项指标已于2023年提前实现: a time behind its figure compares nothing.
    earlier = stated is not None and own is not None and stated.last < own and stated.start < position
    # 截至2024年底，…, in a text of July 2025, says how things stand, and 2021—2024年 sums up the years until now.
    earlier = earlier and not _until_now(text, stated, own)
    # 去年产量突破9万斤, in news that says nothing of this year beside it.
    earlier = earlier and not (setting.role == "other" and stated is not None and _told_alone(text, stated, own))
    if stated and earlier and _single(setting) and not (each or batch or reached):
        return "baseline", "role.earlier_year", (stated.start, stated.end)
    told = done.span() if done else None
    if told is None and stated and stated.last == latest:
        told = stated.start, stated.end
    return "actual", "role.section" if setting.role == "results" else "role.result", told


def _done_since(
    text: str, plan: re.Match[str], done: re.Match[str] | None, clause: int, position: int
) -> bool:
    """Whether behind words of a plan work done is told: 计划投资5亿元，已完成3亿元，占60%.

    力争投资10亿元，同比增长5% compares what is aimed at, and 力争累计通车30公里 sums it up.
    """
    if _SURELY_DONE.search(text, plan.end(), position):
        return True
    if done is None or done.start() < plan.start():
        return done is not None
    return done[0] != "同比" and not (done[0] == "累计" and plan.start() >= clause)


def _still_open(text: str, position: int, after: int) -> tuple[int, int] | None:
    """The words that make a figure one of how things stand, beside what is planned, too: 仍有3个村没有通公路."""
    if text[position - 2 : position] not in ("还有", "尚有", "仍有"):
        return None
    return (position - 2, position) if _NOT_YET.match(text, after) else None


def _summed_up(text: str, stated: Period, position: int) -> bool:
    """2022年7月至2023年6月，共完成审计项目294个: work that is summed up is done, however late its span ends."""
    to = stated.start > 0 and text[stated.start - 1] in "年月日" and text.startswith(("至", "到"), stated.start)
    several = stated.first < stated.last and stated.rule != "period.future"
    return (to or several) and bool(_SUMMED_UP.search(text, stated.end, position))


def _until_now(text: str, stated: Period | None, own: int | None) -> bool:
    """Whether a time that ended with the year before tells how things have come to stand."""
    if stated is None or own is None or stated.last != own - 1 or stated.part:
        return False
    return stated.first < stated.last or (stated.reach and text.startswith("截", stated.start))


def _told_alone(text: str, stated: Period, own: int | None) -> bool:
    """Whether a sentence tells what 去年 reached, and nothing of the year at hand that it could be set beside."""
    last = text.startswith("去年", stated.start) and not stated.part and stated.last == (own or 0) - 1
    return last and _REACHED_THEN.match(text, stated.end) is not None and (
        _AT_HAND.search(text) is None and f"{own}年" not in text
    )


def aims_listed(text: str, position: int) -> re.Match[str] | None:
    """The words that announce the aims which a sentence lists, where no result is told behind them."""
    listed = _AIMS_LISTED.search(text, 0, position)
    return listed if listed and not words_of_result(text, listed.end(), position) else None


def earlier_aim(text: str, link: Link, clause: int) -> tuple[int, int] | None:
    """The words that make a figure an aim set earlier, told beside the result: 高于年初确定的6.5%左右的预期目标."""
    quantity = link.quantity
    if quantity.kind in ("rank", "time") or quantity.dimension == "points" or link.compared:
        return None
    if not may_hold(text, _AIMS_NAMED):
        return None
    if quantity.kind == "rate" and closing("%of_plan%$", text, clause, quantity.start):
        # 完成预期的94%: how much of the aim was reached.
        return None
    if quantity.kind == "rate" and _SHARE_REACHED.search(text, max(clause, quantity.start - 16), quantity.start):
        return None
    if text.startswith("的", quantity.after) and (match := pattern(_AIM_BEHIND).match(text, quantity.after)):
        reached = _REACHED_AIM.search(text, max(clause, quantity.start - 6), quantity.start)
        more = text.find("超额", clause, quantity.start) >= 0 or text.find("基本", clause, quantity.start) >= 0
        missed = reached and (more or _MISSED.search(text, clause, quantity.start))
        return match.span() if missed or not reached else None
    before = text[max(clause, quantity.start - 16) : quantity.start]
    wide = text[max(0, quantity.start - 40) : quantity.start]
    if ("目标" in wide or "任务" in wide or "预算" in wide or "下达的" in wide) and _PLAIN_AIM_BEFORE.search(wide):
        return clause, quantity.start
    if _FULFILLED.search(before) and (part := _AIM_SHARED.match(text, quantity.after)):
        return part.span()
    if _FOCUSED.search(text, clause, quantity.start) and (focus := _FOCUS_BEHIND.match(text, quantity.after)):
        return focus.span()
    share = _SHARE_BEHIND.match(text, quantity.after)
    share = share if share and _SHARE_OF_AIM.search(before) else None
    if share or ((share := _AIM_NOUN.match(text, quantity.after)) and _SET_ABOVE.search(before)):
        return share.span()
    if _THEN_DONE.match(text, quantity.after) and (told := _AIM_TOLD.search(before)):
        return quantity.start - len(told[0]), quantity.start
    if met := _AIM_MET.match(text, quantity.after) or _AIM_RANGE.match(text, quantity.after):
        return met.span()
    if (plain := _PLAIN_AIM.match(text, quantity.after)) and (
        _SET_AGAINST.search(text, clause, quantity.start) or _MISSED.search(text, clause, quantity.start)
    ):
        return plain.span()
    if not may_hold(text, _AIM_BEFORE):
        return None
    match = pattern(_AIM_BEFORE).search(text, max(clause, quantity.start - 30), quantity.start)
    return match.span() if match else None


def _single(setting: Setting) -> bool:
    return setting.span is None or setting.span[0] == setting.span[1]
