"""Noun phrases around a quantity: the name before its verb, and the thing counted behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from core.extract import frames
from core.extract.actions import (
    behind_adverb,
    behind_body,
    behind_last_action,
    behind_lead,
    behind_verb,
    doing,
    known_verb,
    quoted,
)
from core.lexicon import WHOLE_AREA, alternation, closing, may_begin, opening, pattern, words
from core.model.records import record

_OPENERS: Final = frozenset("“《（(‘「")
_HAN: Final = re.compile(r"[\u4e00-\u9fffA-Za-z]")
_PHRASE: Final = re.compile(
    r"(?:“[^”，。；]{1,24}”|《[^》]{1,40}》|（[^（）]{1,16}）|\([^()]{1,16}\)|[^，。；：:！？、,;!?“”《》（）()…$])+"
)
_CONJUNCTION: Final = re.compile(
    r"(?:(?<=[高初]中|温饱)|(?<![共总饱缓温中柔]))和(?![谐平睦解田县静])|(?<![参给赠授])与(?![会否])|(?<![普涉以触波危惠推累])及(?![以时格早]|其(?![他它余]))|以及"
)
#: Where none of these stands, nothing is listed.
_LISTS: Final = re.compile("[、，,和与及]|”“")
#: 和, 与, 及 as parts of words, with the sign before them.
_INSIDE_WORD: Final = re.compile(
    r"(?s:.)(?:和[谐平美睦解田县静]|与[会否]|及(?:[时格早]|以[上下]|其(?![他它余])))|(?:[共总缓温柔]|(?<!温)饱|(?<![高初])中)和|[参给赠授]与|[普涉以触波危惠推累]及"
)
_AMONG_TAIL: Final = re.compile(f"在(?:{WHOLE_AREA})?[^，。；、在]{{2,8}}中$")
#: 我市在全国营商环境评价中列第38位: what the place is one of.
_JUDGED: Final = f"在(?:{WHOLE_AREA})?{frames.JUDGE}中$"
_WHICH: Final = (
    "(?:%relative%[^，。；、0-9]{1,16}|(?:达到|符合)[^，。；、]{2,16}(?:标准|条件|要求)|[\u4e00-\u9fff]{0,8}(?:不|未|没有|无)(?![锡线机公])[\u4e00-\u9fff]{1,8}"
    "|[\u4e00-\u9fff]{2,4}较?[大高强好优多广快新美丽雅洁善全明出良便]、[^，。；、0-9]{2,6}[大高强好优多广快新美丽雅洁善全明出良便])"
    "的(?=[\u4e00-\u9fff]{2})"
)
_AMONG_OPENING: Final = re.compile(
    "在?(?:第[一二三]产业|服务业|规模以上工业|[^，。；、在0-9]{0,6}(?:投资|总[量值额]|收入|支出|贷款|存款)|[^，。；、在0-9]{2,10}业单位)中"
    "(?=[\u4e00-\u9fff]{2})"
)
_FOREMOST: Final = re.compile(
    "(?:[^，。；、0-9]{0,12}最[高低多少大小快慢好差]的(?:依次|分别|主要)?|[其再]次)[是为](?=[\u4e00-\u9fff]{2})"
)
_TASK_IS: Final = re.compile(
    "[^，。；、0-9]{0,16}(?:任务|目标|重点|内容|指标安排)(?:主要)?(?:是|为|包括)(?=[\u4e00-\u9fff]{3})"
)
_TASK_SIGN: Final = re.compile("任务|目标|重点|内容|安排")
_AMONG_SIGN: Final = re.compile("中")
_FOREMOST_SIGN: Final = re.compile("[最次]")
#: 管网改造和日处理污水5万吨的新厂: what a plant does in a day or a year is told by itself.
_JOINED_PLANT: Final = re.compile("[和与及](?=(?:日|年)(?:处理|供|产|加工)[\u4e00-\u9fff]{1,6}$)")
_HELD_AT: Final = re.compile("(?:控制|稳定|保持|维持)在(?=[\u4e00-\u9fff]{2,14}$)")
#: 投资是2018年总投资的2倍.
_EQUALS: Final = re.compile("(?<=[\u4e00-\u9fff]{2})(?:是|相当于|[只仅]有|仅?为)(?=[^，。；、]{2,16}$)")
#: 投入是上个五年的2.7倍: a span of years is cut off with the predicate.
_OF_IT: Final = re.compile("(?:[两三四五六七八九十]年)?的")
#: 县（市、区）, 镇（街道）: the sorts of places beside one belong to the name.
_CLOSED_TAIL: Final = re.compile(
    r"(?<![县市区乡镇州盟旗村])（[^（）]*）$|（(?![市区县乡镇州旗村街道社场办、]+）)[^（）]*）$|\([^()]*\)$"
)
#: 公租房已开工5000套: how far the things are is no part of their name.
_DONE_TAIL: Final = (
    "(?:[均现都](?=已)|累计|(?<![公中])共|(?P<already>已)经?|先后|陆续|相继|全部|基本)*"
    "(?:建成|完成|竣工|开工|投用|新建|新改建|改扩建|完工|安装|铺设|(?(already)(?:投产|签约|启动|交付)|(?!)))(?:建设)?$"
)
#: 补贴资金兑付1.7亿元: what was done with the money.
_PAID_TAIL: Final = re.compile("(?<=[金款])(?:全部|累计)?(?:兑付|兑现|发放|拨付|下达|到位|落实)$")
_PAID: Final = ("兑付", "兑现", "发放", "拨付", "下达", "到位", "落实")
#: No name begins so: 发电机10台以及其他, 486户未通宽带.
_JOINED_ON: Final = re.compile(
    "(?:超?过|[突首]?破|超|达到?|[增减][收支]|[短超]收|[增降升涨])(?=[0-9百千万亿])"
    "(?![百千万亿]+元?(?:规模|级)?(?:项目|企业|产业|集群|园区|乡镇|工程))|(?:位?居|列|排名)(?=[前第首全])"
    "|以及|及其|按[月季年日时期]|之间|后(?=同口径|可比|实际|，)|略[低高有]|差距|之[多众巨](?=[，。；]|$)"
    "|[尚仍]?未(?!成年|婚|来|名)|没有|尚无|持平|相[比较]|相[当同](?=[，。；]|$)"
    # 医院3家|和学校5所: what is joined is counted by the next number.
    "|(?:和(?![谐平睦美解田县静])|与(?![会否])|及(?![时格早]))[^，。；、0-9]{1,20}"
    "(?:[0-9]|[一二两三四五六七八九十]{1,3}[家所个座处条项名人户件])"
)
#: 158个行政村中有贫困村103个, 12个乡镇共处置线索96件.
_TELLING_ON: Final = re.compile(
    "(?<![高初其集])中(?=[共现已还仅]?有|[均都]|[^，。；、0-9]{2,14}(?:[共现已仅]?有|占|达到?)$)|(?<![公中])共"
)
_COUNTED: Final = re.compile(r"(?<=[\u4e00-\u9fff])[一两二三四五六七八九十]{1,2}[个家座项条处所户名]、")
_NUMBERED: Final = re.compile(r"[0-9]+(?:个|届|项|家|条|所|座|处|类|种|批|户)(?!人|体|月|税|数|及?以[上下])")
_TIMES_LISTED: Final = re.compile(
    "在?(?:(?:第?[一二三四]季度|(?:[一二三][、和])+[二三四]季度|[上下]半年|前三季度|[0-9]{1,2}月份?|(?:19|20)[0-9]{2}年)[、和，]?){2,}$"
    "|在?(?:(?:[一二三][、和])*第?[一二三四]季度|[上下]半年|前三季度|(?<![0-9至—-])[0-9]{1,2}月份?)$"
    "|当[季月]$|(?<=[量额值入口率])近?[两三四五六七八九十]年$|(?:(?:元旦|春节|清明|五一|端午|中秋|国庆|暑期)(?:假期|期间|小长假|黄金周)?[、和]?){2,}$"
)
_CLOSES_TIMES: Final = (
    "当季", "季度", "半年", "月份", "月", "年", "，", "、", "和", "假期", "期间", "国庆", "中秋", "春节",
)
#: 查办发生在企业中的职务犯罪: where it lies, as a clause before the name, is none of it.
_WHERE_LIES: Final = re.compile(
    "(?:发生|存在|产生|出现|分布|集中|位于|处)在?[^，。；0-9]{1,24}?[中上内里](?:发生)?的(?=[\u4e00-\u9fff“]{2})"
)
#: 在城镇社区新增超市: where it was done is none of the name.
_WHERE: Final = re.compile(
    "在[^，。；、0-9]{2,14}?(?=新增|新建|新设|建成|设立|开设|建立|布设|投放|安装|种植|开展|实施|举办)"
)
_STRETCH: Final = re.compile(
    "(?P<name>从[^，。；、0-9]{2,8}到[^，。；、0-9]{2,8}?)(?:一?共)?(?:全程)?(?:只用|仅用|用时|历时|耗时|仅需|只需|用|仅|只)了?$"
)
#: 通过办案督促收回林地: by what means is none of the name; 通过验收的项目 passed it.
_BY_MEANS: Final = (
    "通过(?!%doing+acting%|[^，。；、0-9]{0,6}(?:验收|认定|审[批查核计定]|评[审估定]|考[核试]|认证|鉴定|备案|复核|检查|测试))"
    "[^，。；、0-9]{2,14}?(?=%doing+acting+doing_soft%)"
)
#: 在遭受特大洪灾的情况下仍比上年增产: under what circumstances is none of the name.
_UNDER: Final = re.compile("在[^，。；、0-9]{2,20}?(?:(?:情况|条件|形势|背景|压力|前提)下|基础上)")
#: 为群众挽回损失: for whom it was done is none of the name.
_FOR_WHOM: Final = re.compile(
    "(?:主动|积极|及时|依法|累计|共|已|全年)?(?:为|向|给|对|替|帮助|协助)[^，。；0-9“”]{0,16}?"
    "(?:群众|企业|国家|集体|居民|农户|市民|农民工?|学生|老人|家庭|人员|对象|职工|商户|用户"
    "|村民|儿童|困难户|贫困户|残疾人|社会|主体|人大常委会|部门|[常政]?[法纪]?委员?会?|个人)"
    "(?=(?!每|实现(?:再?就业|创业|脱贫))[\u4e00-\u9fff]{4}|(?:减税|减负|降本|让利|减费|降费|节支|增收|减免|挽损|止损)(?:降费|增效)?$)"
)
#: 其中获得高级职称的35人: what they did tells who is counted.
_WHO_ARE: Final = re.compile(r"的(?:约|近)?[0-9][0-9.,]*[百千万]?(?:余|多)?[人名](?!均)")
_DUE_IN_LIST: Final = re.compile(
    "、(?:今年|明年)?(?:年[底末]|[0-9]{1,2}月[底末]?|[上下]半年)[之以]?前?(?=[一-鿿]{2})"
)
#: 拒不履行义务的被执行人: no verb in the passive.
_PARTY: Final = re.compile("被(?:执行|申请|监护|抚养|帮扶|保险|征地)人")
_HAS_NOT: Final = re.compile("[尚均]?未(?!成年|来|婚|名|知|必|开[工发]|脱贫|达标|通)|没有(?=[一-鿿]{2})")
#: Of what sort the bodies are that a list goes on to: 国有、集体企业.
_WHOSE: Final = frozenset((
    "国有", "集体", "民营", "公办", "民办", "城镇", "农村", "国内", "省内", "内资", "外资", "省属", "市属",
))
#: Behind a name: so many of them there are.
_THERE_ARE: Final = ("有", "共有", "已有", "仅有")
#: What is done for somebody and is a name itself: 为企业减税5亿元.
_SPARED: Final = ("新增", "减负", "减税", "降本", "让利", "减费", "降费", "节支", "减免", "挽损", "止损", "追赃挽损")
_VERBAL_NOUN: Final = re.compile(
    "[新拟已]?(?:竣工投产|投产|开?复工|开工|竣工|在建|拟建|签约|落户|入驻|入库|入园|储备|参保|参训|达标|获奖|受益|受灾|监测|帮扶|续建|新建|停产半停产|半?停产|停[业工]|歇业"
    "|出列|退出|摘帽)"
    "(?:企业|项目|工程|人员|群众|家庭|农户|学生|对象|单位|机构|学校|村|县)(?=[，。；、和与及中]|$|实现|全[部面]|恢复|均|已"
    "|稳步|相继|陆续|先后|顺利|有序|正在|加快|启动|推进|开工|竣工|投产)"
)
#: 为12个社区, 给1.2万名老人, the number last.
_FOR: Final = re.compile(
    r"(?<![作成认因设])[为给向](?:[^，。；、0-9]{1,14}的)?[0-9][0-9.,百千万余多]*[\u4e00-\u9fff]{0,2}$"
)
_FOR_BACK: Final = 32
_CAUSED: Final = re.compile("(?:(?<![行大天驱促即])使|(?<![出转受忍退])让)$")
_LEVEL: Final = "(?:国家|中央|部|自治区|[国省市县区州])[级控]?"
_GIVER: Final = re.compile(f"{_LEVEL}(?:、{_LEVEL})*")
#: 6个投资10亿元以上大项目: how large they are opens the name.
_SIZED: Final = re.compile(
    "(?:固定资产)?总?(?:投资|产值|税收|营收|营业收入)额?[超过]?[0-9.]*[百千万亿]+元(?:及?以上)?的?(?=[\u4e00-\u9fff]{2})"
)
_NOTE: Final = re.compile(r"（[^（）]{1,8}）|\([^()]{1,8}\)")
_ITEM_MARK: Final = re.compile(
    r"[●■◆▲★○◇□△☆►▶•·※✦✔√➤]+|[0-9]{1,2}[.、)](?=[\u4e00-\u9fff“])|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]是"
    "|(?<![^。\\n])[一二三四五六七八九十]{1,3}、(?=[\u4e00-\u9fff]{3})"
)
#: 突破百亿元|大关, 跨越两千亿元和三千亿元|两个台阶, 跨越3个|百亿元台阶.
_PASSED: Final = re.compile("(?:[两二三四五几][个大])?(?:[十百千万亿]+元?级?)?(?:大?台阶|大关|关口)")
_TOLD_IN_QUOTES: Final = re.compile("“[^“”]{1,6}(?:办|办理|办结|通|享|审|跑动|批|见面|上网|落地|免|[升降平])”$")
_LIST_TAIL: Final = re.compile(r"(?:等|等等)$")


@record
class Phrase:
    """A noun phrase: the half-open range of a flat sentence that it covers. With its verb it begins at `outer`."""

    start: int
    end: int
    outer: int | None = None


_PREDICATE: Final = (
    "%beside_plan+linking+rise+fall+to+base+gt_before+ge_before+lt_before+le_before+about_before%+$"
)


@cache
def _opens_for_whom() -> tuple[str, ...]:
    return tuple(may_begin(_FOR_WHOM.pattern) or ("",))


@cache
def _opens_item() -> frozenset[str]:
    signs = may_begin(_ITEM_MARK.pattern)
    assert signs is not None
    return signs


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(alternation("stop"))


def split_predicate(text: str, start: int, end: int) -> int:
    """Where the predicate begins that joins a name to the number at `end`: verbs, bases of comparison, bounds."""
    match = closing(_PREDICATE, text, max(start, end - 40), end)
    return match.start() if match else end


def name_before(text: str, start: int, end: int, *, last: bool = False, listed: int = 1) -> Phrase | None:
    """The name in text[start:end], without what leads to it (其中, 全年全市, 完成) and without notes behind it.

    None where nothing is left, or the words end in an open list (德令哈路、建国路等) or a verb (已建成): then the name
    follows the number. A list of `listed` members stays whole, verbs and all. With `last` no name follows it, and
    these are the name themselves: 农作物复合种植, 招牌等.
    """
    if text.startswith(("依托", "借助", "凭借", "携手"), start) and not last:
        # 依托城投集团5亿元母基金: by whose help something is done is no name.
        return None
    if not last and text.startswith("了", end):
        # 我们卖出了3000吨大米: whoever acts, it is the object that is measured.
        return None
    if text.startswith("（", start) and (note := _NOTE.match(text, start, end)):
        # 内河涌61条（段）共195公里: a note on the figure before.
        start = note.end()
    if text[start : start + 1] in _opens_item() and (mark := _ITEM_MARK.match(text, start, end)):
        start = mark.end()
    if text.find("从", start, end) >= 0 and (stretch := _STRETCH.search(text, start, end)):
        # 从签约到投产只用8个月: what lasted.
        return Phrase(stretch.start(), stretch.end("name"))
    # What must stand at an end is looked at first: a search would go over all that stands before it.
    if text.endswith("等", start, end) and (tail := _LIST_TAIL.search(text, start, end)):
        if not last:
            return None
        end = tail.start()
    if text.endswith("中", start, end) and (judged := pattern(_JUDGED).search(text, start, end)):
        start, end = judged.span("name")
    if text.endswith("中", start, end) and (among := _AMONG_TAIL.search(text, start, end)):
        # 指数在地级市中跃升: among whom is no part of the name.
        end = among.start() if among.start() > start + 1 else end
    if text.find("在", start, end) >= 0 and (held := _HELD_AT.search(text, start, end)):
        # 农民负担控制在上年人均收入的5%以内: at what it is held is no name.
        end = held.start()
    elif _OF_IT.match(text, end) and (equals := _EQUALS.search(text, start, end)):
        end = equals.start()
    if text.endswith(("）", ")"), start, end) and (tail := _CLOSED_TAIL.search(text[start:end])):
        end = start + tail.start() if tail.start() > 0 else end
    opened = max(text.rfind("（", start, end), text.rfind("(", start, end))
    if opened >= 0 and not re.search("[）)]", text[opened:end]):
        # （其中，优良率90%）: a bracket around the figure begins its own phrase.
        start = opened + 1
    quoted = text.rfind("“", start, end)
    if quoted >= 0 and text.find("”", quoted, end) < 0 and quoted + 2 < end:
        # 承诺“户均补助不低于…”: a quotation around the figure does, too.
        start = quoted + 1
    # 第三产业中金融业, 增幅最大的是农业贷款: of what the rest is a part, and why it is told.
    # 今年的任务是新增床位: what the task is.
    for frame, sign in ((_AMONG_OPENING, _AMONG_SIGN), (_FOREMOST, _FOREMOST_SIGN), (_TASK_IS, _TASK_SIGN)):
        # 每百元营业收入中的成本 is one name.
        opens = sign.search(text, start, end) and not text.startswith("每", start)
        # 财政支出中民生占比 is a share of that spending.
        whole = frame is _AMONG_OPENING and text.endswith(("占比", "比重", "比例"), start, end)
        if opens and not whole and (among := frame.match(text, start, end)):
            start = among.end()
    if not last and text.endswith("的", start, end):
        end -= 1
    if end - start > 2 and text[end - 1] == ":":
        # 服务业比重：从45%上升到51%.
        end -= 1
    if (dash := text.rfind("——", start + 1, end - 2)) > 0:
        # 安居才能乐业——2016年住房改造: what the dash leads to is named.
        start = dash + 2
    if text.find("日", start, end) >= 0 or text.find("年", start, end) >= 0:
        plant = _JOINED_PLANT.search(text, start, end)
        start = plant.end() if plant else start
    if text.find("、", start, end) >= 0 and (counted := list(_COUNTED.finditer(text, start, end))):
        # 大型园区一个、小型园区: the number before the mark has its own name.
        start = counted[-1].end()
    if text.find("、", start, end) >= 0 and (due := _DUE_IN_LIST.search(text, start, end)):
        # 6月底前门诊楼投用、年底前完成投资: each of the list has its own term.
        start = due.end()
    if text.startswith("在", start) and (under := _UNDER.match(text, start, end)):
        start = under.end()
    if text.find("在", start, start + 3) >= 0 and (
        where := _WHERE.match(text, start, end) or _WHERE.match(text, start + 2, end)
    ):
        start = where.end()
    if text.startswith("通过", start) and (means := pattern(_BY_MEANS).match(text, start, end)):
        start = means.end()
    if "的" in text[start:end] and (lies := _WHERE_LIES.search(text, start, end)) and lies.start() <= start + 4:
        start = lies.end()
    for_whom = _FOR_WHOM.match(text, start, end) if text.startswith(_opens_for_whom(), start) else None
    if for_whom and (known_verb(text, for_whom.end(), end) or text.startswith(_SPARED, for_whom.end())):
        start = for_whom.end()
    # 企业实施改制的已达59%: who did it is part of what the share is of; 联系农户的党员有25名: so is what they do.
    which = _WHO_ARE.match(text, end) or (
        text.startswith(_THERE_ARE, end)
        and pattern("(?:%doing+acting+serving%)[^，。；、的]{2,10}的(?:%people+household%)$").match(text, start, end)
    )
    doers = which or (text.endswith("的", start, end + 1) and text.startswith(("已达", "达", "占", "已占"), end + 1))
    if not doers and (listed < 2 or len(coordinated(text, start, end)) != listed):
        acted = behind_last_action(text, behind_body(text, start, end) if listed < 2 else start, end, last=last)
        verb = closing("(?:%acting%)$", text, start, acted) if acted > start else None
        start = behind_adverb(text, acted, end)
        outer = verb.start() if verb and acted == start else start
    else:
        outer = start
    while True:
        before = start
        behind = behind_lead(text, start, end)
        if behind > start:
            outer = outer if start > outer else behind
            start = behind
        behind = start if which else behind_verb(text, start, end, last)
        # 种植、养殖、加工业产值分别…: the first of a list is no verb.
        start = start if listed > 1 and text.startswith("、", behind) else behind
        if end - start == 1 and not text.startswith("其中", before):
            # 调处成功率: 率 alone is no name. 其中优118天 is none with 其中 before it.
            start = before
        if start == before:
            break
    members = coordinated(text, start, end) if "、" in text[start:end] else []
    match = doing().match(text, members[-1].start, end) if len(members) > listed else None
    if match and match.end() + 2 <= end and text[match.end()] != "等":
        # 打击犯罪、挽回损失: the verb of the last member has its own object.
        start = outer = match.end()
    while start < end and text[start] in "）)”》、—―－，；:":
        start += 1
    numbered = _NUMBERED.match(text, start, end) if text[start : start + 1].isdigit() else None
    if numbered and numbered.end() + 2 <= end:
        # 17个行业增加值 is named without the count of the 行业.
        start = outer = numbered.end()
    if last and text.endswith("惠及", start, end) and end - start > 4:
        # 医疗救助惠及11.7万人次: whom it reached is counted behind the verb.
        end -= 2
    while end > start and text[end - 1] in "的了、和及与或“ ":
        end -= 1
    if end - start > len("闲置") and text[end - 1] == "尚" and text[end - 2] not in "高时崇风和德":
        # 闲置土地尚有620亩.
        end -= 1
    if text.endswith(("使", "让"), start, end) and _CAUSED.search(text, start, end):
        # 通过多种途径使9650人实现再就业: what was done with it is no name.
        return None
    if text.endswith(("并", "且"), start, end) and not text.endswith(("合并", "兼并", "归并", "撤并"), start, end):
        # 15所院校入驻并已有6所开工: a verb that goes on is no name.
        return None
    if text.endswith(("指标", "任务"), start, end) and (
        pattern("(?:%measured_head+subject_head%)$").search(text, start, end - 2)
    ):
        # 财政收入任务完成95%: the revenue was raised.
        end -= 2
    timed = _TIMES_LISTED.search(text[start:end]) if text.endswith(_CLOSES_TIMES, start, end) else None
    if timed and timed.start() > 1:
        # 生产总值一季度、上半年分别增长…: the times are none of the name.
        end = start + timed.start()
    if text.endswith(_PAID, start, end) and (paid := _PAID_TAIL.search(text, start, end)):
        end = paid.start()
    tail = closing(_DONE_TAIL, text, start, end)
    if tail and (last or tail["already"]) and tail.start() > start + 1:
        end = tail.start()
    return Phrase(start, end, min(outer, start)) if end > start and _HAN.search(text, start, end) else None


def name_behind(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start` (behind a number and its bound): 个小区|住宅楼本体改造|、."""
    if text.startswith(("（", "("), start) and (note := _NOTE.match(text, start, end)):
        start = note.end()
    if text.startswith("——", start):
        # 67.2亿元——全县生产总值…: a figure drawn large, and its caption.
        start += 2
    of_it = text.startswith("的", start)
    if of_it:
        start += 1
    elif clause := pattern(_WHICH).match(text, start, end):
        # 两个具有较大影响的会展: the clause says which.
        start = clause.end()
    if party := _PARTY.match(text, start, end):
        return Phrase(*party.span())
    match = _PHRASE.match(text, start, end)
    if _JOINED_ON.match(text, start):
        return None
    if match is None or text.startswith(("（", "("), start) or _PASSED.match(text, start):
        return None
    stop = match.end()
    while text.startswith("、", stop) and (text[stop - 1] in "型性式级" or text[start:stop] in _WHOSE) and (
        more := _PHRASE.match(text, stop + 1, end)
    ) and not text[stop + 1].isdigit():
        # 180个都市型、楼宇型体育场地, 46户国有、集体企业: an adjective before a list mark still wants its noun.
        stop = more.end()
    while text.startswith("、", stop) and _GIVER.fullmatch(text, start, stop) and (
        more := _PHRASE.match(text, stop + 1, end)
    ):
        # 7项国家、自治区试点任务: who gave it stands before its noun.
        stop = more.end()
    if text.startswith("”", stop - 1) and (told := _TOLD_IN_QUOTES.search(text, start + 2, stop)):
        # 1200个事项“跨省通办”: what became of them.
        stop = told.start()
    # 九成的新增就业: behind 的 no verb opens what is counted.
    if of_what := _VERBAL_NOUN.match(text, start, end):
        # 10户投产企业: a verb that says which are counted.
        return Phrase(start, of_what.end())
    if (done := text.find("了", start + 3, stop)) > 0 and text[done + 1 : done + 2] not in "解结望不":
        # 700名脱贫人口购买了保险: a verb, whatever it is.
        single = text[done - 1] in "通建修办开设盖种栽装脱圆喝吃住用走" and known_verb(text, done - 2, done) is None
        verb_at = done - 1 if single else done - 2
        stop = verb_at if verb_at > start + 1 else stop
    if (undone := _HAS_NOT.search(text, start + 2, stop)) is not None:
        # 11名委员未提交提案: what they have not done.
        stop = undone.start()
    if _FOR.search(text, max(0, start - _FOR_BACK), start) and (
        work := pattern("(?:%doing+acting%)(?=[^，。；、]{2})").search(text, start + 1, stop)
    ):
        # 为21个村安装路灯: what follows those it was done for is what was done.
        stop = work.start()
    opened = start + (4 if of_it and text.startswith("新增", start) else of_it)
    if sized := _SIZED.match(text, start, end):
        opened = sized.end()
    for verb in _stop().finditer(text, opened, min(stop + 1, end)):
        if not quoted(text, verb.start(), start, stop) and not text.startswith(("性", "型", "式"), verb.end()):
            stop = min(stop, verb.start())
            break
    if of_it and stop < match.end() <= stop + 4 and text[start:stop] in words("side"):
        # 八成以上的城镇就业: a side alone is counted by nobody.
        stop = match.end()
    for telling in _TELLING_ON.finditer(text, start + 1, end):
        if telling.start() >= stop:
            break
        if telling[0] == "中" or opening("doing", "acting").match(text, telling.end(), end):
            stop = telling.start()
            break
    for joined in _CONJUNCTION.finditer(text, start, stop):
        givers = _GIVER.fullmatch(text, start, joined.start()) or text[start : joined.start()] in _WHOSE
        if joined.start() > start + 1 and not givers and not quoted(text, joined.start(), start, stop):
            stop = joined.start()
            break
    for word in words("light_tail"):
        bare = stop - len(word)
        # 151项改革试点任务 counts the tasks, 18个整治任务 what is to be put in order.
        tasks = word in ("任务", "工作") and text.startswith("项", start - 1)
        light = bare > start + 2 and not tasks and text.endswith(word, start, stop)
        if light and not text.endswith(("年度", "目标"), start, bare):
            stop -= len(word)
    if text.endswith(("项目建设", "工程建设"), start + 2, stop):
        # 推进15个重点项目建设 counts the projects.
        stop -= 2
    while stop > start and text[stop - 1] in "的了等":
        stop -= 1
    if text[stop - 1] == "新" and stop > start + 2 and text[stop - 2] not in "创更革翻全最崭清":
        # 17种药品新纳入医保: the adverb of the verb that follows.
        stop -= 1
    if text[stop - 1] == "共" and stop > start + 2 and text[stop - 2] not in "公中":
        # 21个项目共完成…: the adverb of the verb that follows.
        stop -= 1
    if text[stop - 1] == "均" and stop > start + 1 and text[stop - 2] not in "平人户亩年月日":
        # 21个村均建成广场: what they all did.
        stop -= 1
    if text[stop - 1] == "也" and stop > start + 1:
        # 两个县区也已开工.
        stop -= 1
    if stop == end > start + 1 and text[stop - 1] in "和与及" and not _INSIDE_WORD.match(text, stop - 2):
        stop -= 1
    if text[start:stop] in ("和", "与", "及", "或", "共", "计", "依法", "依规", "依法依规"):
        # 2.5万户和256亿元, 250户共741人: nothing but what joins it to the next figure.
        return None
    if text.startswith("中，", stop - 1) and text[stop - 2 : stop] not in ("高中", "初中", "其中"):
        stop -= 1
    return Phrase(start, stop) if stop > start and _HAN.search(text, start, stop) else None


def without_examples(text: str, phrase: Phrase, *, measured: bool) -> Phrase:
    """甲、乙等国家级产业集群 without the examples of the class; what is `measured` keeps them before a measure."""
    listed = frames.OPEN_LIST.match(text, phrase.start, phrase.end)
    if listed is None or (
        measured
        and (phrase.end - listed.end() < 4 or closing("%measured_head+own_measure%$", text, listed.end(), phrase.end))
    ):
        return phrase
    return Phrase(listed.end(), phrase.end)


def coordinated(text: str, start: int, end: int) -> list[Phrase]:
    """The members of A、B和C, quotation marks and brackets respected; one phrase if there is no list."""
    if _LISTS.search(text, start, end) is None:
        return [Phrase(start, end)] if end > start else []
    members = []
    depth, begin = 0, start
    for index in range(start, end):
        sign = text[index]
        if sign == "“" and depth == 0 and index > begin and text[index - 1] == "”":
            members.append(Phrase(begin, index))
            begin = index
        if sign in _OPENERS:
            depth += 1
        elif sign in "”》）)’」":
            depth = max(0, depth - 1)
        elif depth == 0 and (sign in "、，," or (sign in "和与及" and not _INSIDE_WORD.match(text, index - 1))):
            if index > begin:
                members.append(Phrase(begin, index))
            begin = index + 1
    if end > begin:
        members.append(Phrase(begin, end))
    return members
