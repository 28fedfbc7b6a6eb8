"""What stands before a name in its phrase: leads, adverbs and verbs, and where the name begins behind them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from core.lexicon import WHOLE_AREA, Opening, alternation, closing, find_indicator, may_hold, opening, pattern, words

_HELD_BY: Final = re.compile(
    f"(?:{WHOLE_AREA}|(?:城镇|城乡|农村|城市)?(?:居民|农户|农民|农牧民))?"
    "(?:(?:平均)?每(?!年)|人均拥有|[百千万](?:户|人)(?:家庭|居民|口)?拥有(?=[\u4e00-\u9fff]))"
)
_OPEN_LIST: Final = re.compile(
    "[^，。；]+、[^，。；、]+(?<![高平均中同优上初])等(?![级次值同效额待候])[^，。；、]{2,}$"
)
_RAISING: Final = ("解决", "筹措", "筹集", "协调", "落实", "帮助", "整合", "争取", "拨付", "发放")
_BARE_HEAD: Final = re.compile(
    r"^(?:水平|标准|比例|比重|占比|力度|能力|质量|效率|效益|成本|强度|总?户数|件数|面积|里程|数量?|总量|总额|金额|人数|资金|产值|收入|投资|时间|时限|时长|次数|规模|率|亩均|户均|人均)?$"
)
_OUTPUT: Final = re.compile(
    "(?:种植|播种|收获|移栽|栽植|造林)面积|(?:工业|现价)?(?:增加值|总?产值|税收|利[税润](?:总额)?|(?:销售|营业|主营业务)收入|销售额|营业额|[客货]?运?周转量|吞吐量)"
)
_COMPOUND_HEAD: Final = re.compile(
    r"[数率量额度区类型者员]|(?:[均单总]价|资金|面积|里程|人数|次数|(?:平均)?(?:时间|时长|用时)|天数|时限|期限|周期|规模|金额|标准|单位|幅度|比重|比例|占比)$"
)
#: 推进缓慢的有3项, 完成较好的12项: how work goes is no object of it.
_HOW_IT_GOES: Final = re.compile(
    "(?:较为|比较|还?不够?|相对|明显|严重|进度|进展)?(?:缓慢|迟缓|滞后|落后|顺利|良好|正常|到位|及时|[较很偏过最][好快慢差优])"
)
#: 压缩时限六成: what was lessened stands alone.
_TIME_TAKEN: Final = ("时限", "时间", "时长", "期限", "周期", "用时")
_LESSENING: Final = ("压缩", "缩短", "压减", "减少", "缩减")
#: What makes a noun of a verb before it: 服务业, 保障性, 公开课.
_NOUN_GOES_ON: Final = "[数率量额度区类型者员性业场站点户厂处所线园地机网库证费金房村镇校班车船器品物企券群单卡课法化]"
#: 案件查处数、处罚人数: the verb is part of the first name of a list.
_COUNTING: Final = re.compile("[数率量额度](?:[、和与及]|$)")
_HOW_WELL: Final = re.compile("成功|及时|合格|满意|达标|覆盖|到位|巩固|准确|优良|优质|正确|有效")
#: What is done, behind another verb: 开展街面巡查.
_ALSO_NOUNS: Final = frozenset((
    "巡查", "检查", "走访", "慰问", "培训", "宣传", "排查", "帮扶", "救助", "整治", "督查", "指导", "服务", "改造",
    "普查", "抽查", "抽检", "回访", "演出", "展演", "评选", "审查", "调研", "调解", "演练", "考核", "处理", "治理",
    "安置", "登记", "监测", "保护", "修复", "抚育",
))
#: A name that ends so holds verbs that tell the deed: 开设赌场犯罪案件.
_CRIME: Final = re.compile("罪(?:案件?|嫌疑人|分子|人员)?$")
#: What is done with a task; any other verb before 任务 says what the task is.
_OF_TASKS: Final = (
    "完成", "下达", "承担", "落实", "分解", "布置", "接受", "执行", "认领", "交办", "安排", "明确", "新增",
)
#: What is spent on works, without which they are.
_OF_WORKS: Final = re.compile("项目|(?:工程|项目)(?:总?投资额?|建设资金|资金)")
#: 公安机关共端掉, 我镇先后争取: an adverb of doing between a subject and its verb, behind which the object stands.
_ADVERB: Final = (
    "(?<=[\u4e00-\u9fff][\u4e00-\u9fff”])(?:(?<![公中])共(?![同享青产和振富计有]|建(?![设成立]))"
    "|[均现]?已(?![有经是])|总共|共计|累计(?!结余)|主动|积极|千方百计|先后|相继|陆续|成功|大力|全力|顺利)"
    "(?=[\u4e00-\u9fff]{4})|(?<=[省市县区州镇乡局委司府])(?:还|又|也|再)?(?:将(?![军近])|拟)(?=[\u4e00-\u9fff]{2})"
)
#: Only before a verb that is known these say that something was done.
_ALREADY: Final = ("已", "均已", "现已")
_OF_AMOUNTS: Final = ("总共", "共计", "累计")
#: 提供住宿的服务机构: a clause before bodies or people says which.
_WHICH: Final = "%relative%[^，。；、0-9的]{1,12}的(?=[^，。；、0-9的]{0,12}(?:%counted_body+people%)$)"
#: 拥有发明专利的企业, 设有幼儿园的村: what they have is the nearest that is said of them.
_WHO_HAS: Final = (
    "(?:[拥设建持]?有|具[有备]|[取获]得|享受)(?!了)[^，。；、0-9的]{2,12}的(?!人(?:口|员|数)?$)"
    "(?=[^，。；、0-9的]{0,6}(?:%counted_body+people%)$)"
)
#: 未解决温饱的人口, 没有完成改造的学校: what has not been done says which they are.
_NOT_YET: Final = re.compile("(?:未|没有|尚无)(?:[稳完]定|完全|及时|如期|按时)?$")
_BODY_SIGNS: Final = re.compile("[院关警门队社委局]")
_BODY_ACTS: Final = (
    f"(?:{WHOLE_AREA}|我[省市县区]|各级)*(?:[^，。；、的0-9]{{1,3}}[省市县区])?%acting_body%"
    "(?:共|累计|已|全年|先后|依法)*(?P<does>%doing+acting%)了?(?=[^，。；]{2})"
)
_ACTOR: Final = re.compile("(?:部门|机关|单位|企业|公司|政府|街道|社区|[局委镇乡村县市区])$")


def behind_adverb(text: str, start: int, end: int) -> int:
    """Behind an adverb of doing and the verb that follows it, known or not: verbs are no closed list, adverbs are."""
    for adverb in pattern(_ADVERB).finditer(text, start, end) if may_hold(text, _ADVERB) else ():
        at = adverb.end() + (2 if text.startswith("需要", adverb.end()) else text.startswith("需", adverb.end()))
        if quoted(text, at, start, end) or find_indicator(text[at:end]):
            continue
        known = known_verb(text, at, end)
        if known is None and (adverb[0] in _OF_AMOUNTS or adverb[0] in _ALREADY):
            # 公司累计股票筹资: no verb at all.
            continue
        behind = known.end() if known and known.end() + 2 <= end else at + 2
        if _of_work(text[behind:end]):
            # 居民主动分类参与度
            continue
        if not _BARE_HEAD.match(text[behind:end]):
            start = behind
        elif _ACTOR.search(text, start, adverb.start()):
            # 民政部门累计投入资金; 水利建设共投入资金 would be bare without what stands before.
            start = at
    return start


def _of_work(rest: str) -> bool:
    """Whether what is left behind a verb is the rate of the work: 抽检|合格率, 救助|覆盖面."""
    return len(rest) < 4 and rest.endswith(("率", "覆盖面", "参与度"))


def behind_body(text: str, start: int, end: int) -> int:
    """Behind a body and the verb that says what it does: 全市法院审结一审刑事案件."""
    if _BODY_SIGNS.search(text, start, end) is None:
        return start
    acts = pattern(_BODY_ACTS).match(text, start, end)
    if acts is None or find_indicator(text[start:end]) or _COUNTING.match(text, acts.end(), end):
        return start
    # 财政部门安排资金: 资金 alone would say too little.
    return acts.start("does") if _BARE_HEAD.match(text[acts.end() : end]) else acts.end()


def behind_lead(text: str, start: int, end: int) -> int:
    """Behind all words that lead to a name: 其中, 全年全市."""
    lead = opening("lead")
    while (word := lead.match(text, start, end)) and not _tells_which(text, start, end):
        start = word.end()
    return start


def _tells_which(text: str, start: int, end: int) -> bool:
    """Whether a verb of having at `start` says which bodies or people the name is of; 有 alone may count them."""
    if text.find("的", start, end) < 0 or pattern(_WHO_HAS).match(text, start, end) is None:
        return False
    return not (text.startswith("有", start) and text[end : end + 1].isdigit())


def behind_verb(text: str, start: int, end: int, last: bool) -> int:
    """Behind the verb that opens a phrase and is no part of its name; `start` where there is none."""
    match = doing().match(text, start, end)
    if match and _tells_which(text, match.start(), end):
        return start
    if match and text.startswith("、", match.end()) and _OPEN_LIST.match(text, start, end):
        # 培训、职业介绍等补贴: what a list gives examples of are no verbs.
        return start
    if match and text.startswith("规范性", match.end() - 2) and (first := doing().match(text, start, match.end() - 2)):
        # 清理规范性文件: the second verb of two opens the name.
        match = first
    if match and not _is_kept(text, match.end(), end, last) and not _is_deed(text, match, end):
        return match.end()
    match = None if last else _soft().match(text, start, end)
    return match.end() if match and _stays_a_name(text, match.end(), end) else start


def behind_last_action(text: str, start: int, end: int, *, last: bool) -> int:
    """Behind the last verb that takes an object; names do not reach over it."""
    cut = start
    if _HELD_BY.match(text, start):
        # 每千名老年人拥有养老床位 is one name, and so is 百户家庭拥有汽车.
        return start
    for match in _acting().finditer(text, start, end):
        rest = text[match.end() : end]
        if _tells_which(text, match.start(), end):
            continue
        if "的" in rest and (which := pattern(_WHICH).match(text, match.start(), end)):
            # 拥有高中文化程度的人口: people alone are told by what they have.
            cut = cut if text[which.end() : end] in ("人口", "人员", "人数", "人") else which.end()
            continue
        if rest.startswith("性文件"):
            # 规范性文件: no verb, but of what sort it is.
            continue
        if last or _is_deed(text, match, end) or ("的" in rest and _NOT_YET.search(text, start, match.start())):
            continue
        if rest == "":
            # 开展街面巡查: what ends as a verb is the object of another.
            noun = match[0] in _ALSO_NOUNS and match.start() > cut + 1 and not text.startswith("的", end)
            return cut if noun and (cut > start or doing().match(text, start, match.start())) else end
        if rest.endswith(("比重", "比例", "占比")) and text.find("占", start + 2, match.start()) > 0:
            # 装配式建筑占新建建筑比重: what the share is of may hold a verb.
            continue
        # 抽检合格率 is the rate of a work of two words.
        of_work = _of_work(rest)
        bare = len(rest) == 1 or rest[0] in "等、费率类" or of_work or (
            # 道路新建和扩建长度: work that is listed with other work is a noun.
            rest[0] in "和与及" and match.start() > cut + 1
        )
        bare = bare or bool(_BARE_HEAD.match(rest)) or bool(_COUNTING.match(rest)) or bool(_HOW_IT_GOES.fullmatch(rest))
        # 其中新建项目33个: how far the works are tells which.
        bare = bare or (rest == "项目" and match[0] in ("新建", "改建", "扩建"))
        if match[0] == "完成" and match.start() > start + 1 and _OUTPUT.fullmatch(rest):
            # 第二产业完成增加值: whose it is stands before the verb.
            bare = True
        if bare and rest == "资金" and match[0] in _RAISING:
            # 为企业解决资金5亿元: the verb does not belong to the funds.
            bare = False
        if bare and match.start() > start + 1 and match[0] in ("带动", "拉动") and len(rest) > 1:
            # 项目建设带动投资增长: what grew is the object.
            bare = False
        if not bare and not quoted(text, match.start(), start, end):
            cut = match.end()
    return cut


def known_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    acting = opening("acting", tail="了?")
    return doing().match(text, start, end) or _soft().match(text, start, end) or acting.match(text, start, end)


def quoted(text: str, position: int, start: int, end: int) -> bool:
    """Whether a position lies in quotation marks or brackets that open and close within the phrase."""
    for opener, closer in ("“”", "（）", "()"):
        opened = text.rfind(opener, start, position)
        if opened >= 0 and text.find(closer, opened, position) < 0 and text.find(closer, position, end) >= 0:
            return True
    return False


def _stays_a_name(text: str, start: int, end: int) -> bool:
    """Whether what is left behind a verb that may open a noun is long enough, and no measure of what it does."""
    return end - start > 2 and closing("%measured_head%$", text, start, end) is None


def _is_deed(text: str, verb: re.Match[str], end: int) -> bool:
    """Whether a verb in a name that ends with 犯罪 is the crime (开设赌场犯罪案件), not work on it (查处…犯罪案件)."""
    return text[end - 1] in "罪件案人子员" and bool(_CRIME.search(text, verb.end(), end)) and (
        verb[0].removesuffix("了") not in words("prosecuting")
    )


def _is_kept(text: str, cut: int, end: int, last: bool) -> bool:
    # 建成区面积, 完成投资: the verb is part of a name that would be bare without it.
    rest = text[cut:end]
    if rest.startswith(("性", "型")):
        # 返还性收入: no verb, but of what sort it is.
        return True
    if last and not rest:
        return True
    if rest.endswith("率") and len(rest) <= 4 and (doing().match(rest, 0, len(rest)) or _HOW_WELL.match(rest)):
        # 整改完成率, 调处成功率 is the rate of a work of two words.
        return True
    if _OF_WORKS.fullmatch(rest) and text.endswith((*words("standing"), "新建", "改建", "扩建"), 0, cut):
        # 完成新改建工程投资, 其中新建项目33个: how far the works are tells which.
        return True
    if rest == "任务" and not text.endswith(_OF_TASKS, 0, cut):
        # 整改任务: what the task is.
        return True
    if _HOW_IT_GOES.fullmatch(rest):
        return True
    if rest in _TIME_TAKEN and text.endswith(_LESSENING, 0, cut):
        return False
    return len(rest) == 1 or bool(_COMPOUND_HEAD.match(rest))


@cache
def doing() -> Opening:
    return opening("doing", first=("了",))


@cache
def _soft() -> Opening:
    return opening("doing_soft", tail=f"了?(?!{_NOUN_GOES_ON})")


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(alternation("acting") + "了?")
