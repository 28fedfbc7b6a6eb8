"""What the members of a list share, and words that stand for two: 旅游总人数、总收入; 批发、零售业; 城乡居民收入."""

from __future__ import annotations

import re
from typing import Final

from core.extract import frames
from core.extract.phrases import Phrase
from core.lexicon import find_indicator, pattern, words

#: Ends of the names of places, bodies and trades: what follows one of them in the last of a list is said of all.
KIN: Final = frozenset("式型性省市县区州旗镇乡村园岛港局厅委院校厂矿站路桥河湖山林类级气电")
_PLACES: Final = frozenset("省市县区州旗镇乡村")
#: 第二、第三产业比重.
_NTH: Final = re.compile("第?[一二三]$")
#: 省级 of 国家级、省级企业.
_LEVEL: Final = re.compile("[国省市县区]家?级")
#: What goods are told by: 新能源汽车产量、销量, of one good both.
_OF_GOODS: Final = re.compile(
    "(?:总?产量|单产|产值|销量|销售[量额]|库存量?|交易[量额]|成交[量额]|出口[量额]|进口[量额]|出栏量?|存栏量?)$"
)
#: What is done with goods: 花生种植、收获机械化率, of one crop both.
WORK_ON_GOODS: Final = re.compile(
    "播种|种植|移栽|收获|采收|收割|养殖|捕捞|屠宰|加工|运输|生产|销售|消费|回收|利用|开采|冶炼|供应"
)
#: 财政收入、支出: of one account both.
_OF_ACCOUNT: Final = re.compile("(?:收入|支出|结余)$")
#: 客运总量、周转量: of one traffic both.
_OF_TRAFFIC: Final = re.compile("周转量$|总?量$")
#: 旅游接待人数、总收入: how many came, and what they spent.
_OF_VISITS: Final = re.compile("(?:接待)?总?(?:人次|人数)$")
_A_SUM: Final = "(?:[0-9.]+[百千万亿]*|[百千万亿]+)元"
_AMOUNT: Final = re.compile(_A_SUM)
#: 产值超50亿元|、10亿元的企业.
_CLASS_OPENS: Final = re.compile(f"(?P<beyond>[^0-9]+[超过逾破])(?P<amount>{_A_SUM})")
_CLASS_ENDS: Final = re.compile(f"(?P<amount>{_A_SUM})(?P<whose>的?[^0-9]+)")
_OF_SPENDING: Final = re.compile("(?:综合|总)?(?:收入|花费|消费)")
_NUMERALS: Final = frozenset("一二三四五六七八九")
#: 0-17岁, of 0-17岁、18-34岁户籍人口.
_AGE: Final = re.compile(frames.AGE)
#: 高一、高二年级及格率.
_GRADE: Final = re.compile("[高初][一二三]|[一二三四五六七八九](?=年级)")
#: 市、县政务服务大厅: the sign of a level, each alone.
_BARE_LEVELS: Final = frozenset(("国家", "省", "市", "县", "区"))
_LEVEL_SIGNS: Final = frozenset("省市县区州乡镇村")
_NUMBERED_SIDE: Final = re.compile("[一二三四五六七八九][类级期线等档](?=.{2})")
_NTH_INDUSTRY: Final = re.compile("第?[一二三]次?(产(?:业|(?=投资|增加值|占比|比重|税收)).*)")


def of_marks(text: str, members: list[Phrase], count: int) -> list[Phrase]:
    """家用设备及维修服务、医疗保健和个人用品: where 和 joins too many, only 、 and the last 和 part a list."""
    sign = text[members[-1].end - 1]
    if sign in KIN and (kin := _each_of_kin(text, members, sign)) and len(kin) == count:
        return kin
    whole: list[Phrase] = []
    for one in members:
        if whole and text[one.start - 1] in "和与及":
            whole[-1] = Phrase(whole[-1].start, one.end)
        else:
            whole.append(one)
    joints = [one for one in members[1:] if text[one.start - 1] in "和与"]
    if len(whole) == count - 1 and len(joints) == 1:
        # 衣着和娱乐用品及服务价格: 及 binds closer than 和.
        return [one for part in whole for one in (
            [Phrase(part.start, joints[0].start - 1), Phrase(joints[0].start, part.end)]
            if part.start < joints[0].start < part.end else [part]
        )]
    if len(whole) == count - 1 and whole[-1].start < members[-1].start:
        whole[-1:] = [Phrase(whole[-1].start, members[-1].start - 1), members[-1]]
    return whole


def _each_of_kin(text: str, members: list[Phrase], sign: str) -> list[Phrase]:
    """居住类、衣着类及交通和通信类: a member of such a list ends as the last does."""
    kin: list[Phrase] = []
    start: int | None = None
    for one in members:
        start = one.start if start is None else start
        if text[one.end - 1] == sign:
            kin.append(Phrase(start, one.end))
            start = None
    return kin


def classes_of(texts: list[str]) -> list[str]:
    """产值超50亿元、10亿元的企业: each class whole, with what is beyond its amount and whose it is."""
    first, last = _CLASS_OPENS.fullmatch(texts[0]), _CLASS_ENDS.fullmatch(texts[-1])
    if first is None or last is None or not all(_AMOUNT.fullmatch(text) for text in texts[1:-1]):
        return []
    amounts = [first["amount"], *texts[1:-1], last["amount"]]
    return [first["beyond"] + amount + last["whose"] for amount in amounts]


def fused_sides(text: str, *, listed: bool = False) -> list[str]:
    """城乡居民收入 behind 分别: the two names that it stands for; empty if it is one.

    With `listed` only words that hold a list mark count: 存、贷款.
    """
    for row in words("fused"):
        word, _, sides = row.partition("=")
        if word in text and ("、" in word or not listed):
            return [text.replace(word, side, 1) for side in sides.split("|")]
    return []


def shared_head(texts: list[str]) -> str:
    """旅游 of 旅游总人数、总收入: what stands before a word that the next member begins with (总, 人均, 平均)."""
    for opener in ("总", "人均", "平均", "年均"):
        position = texts[0].find(opener)
        if position > 0 and any(text.startswith(opener) for text in texts[1:]):
            return texts[0][:position]
    visits = _OF_VISITS.search(texts[0])
    if visits and visits.start() > 1 and all(_OF_SPENDING.fullmatch(text) for text in texts[1:]):
        return texts[0][: visits.start()]
    if all(text == "周转量" for text in texts[1:]) and (carried := _OF_TRAFFIC.search(texts[0])):
        return texts[0][: carried.start()]
    for said in (_OF_GOODS, WORK_ON_GOODS, _OF_ACCOUNT):
        first = said.search(texts[0])
        if first and first.end() == len(texts[0]) and first.start() > 1 and all(map(said.match, texts[1:])):
            return texts[0][: first.start()]
    return ""


def shared_tail(texts: list[str]) -> str:
    """What stands behind the last member and is said of all: 业 of 批发、零售、餐饮业."""
    tail = _side_tail(texts) or _common_tail(texts)
    # 肉、蛋、奶总产量: all of them are told in all.
    summed = tail and not tail.startswith("总") and texts[-1].endswith("总" + tail) and len(texts[-1]) > len(tail) + 1
    return "总" + tail if summed and not any("总" in text for text in texts[:-1]) else tail


def _side_tail(texts: list[str]) -> str:
    """居民人均可支配收入 of 城镇、农村居民人均可支配收入: what stands behind the side that opens the last member."""
    last = texts[-1]
    if (industry := _NTH_INDUSTRY.match(last)) and all(_NTH.match(text) for text in texts[:-1]):
        return industry[1]
    if _NUMBERED_SIDE.match(last) and all(text in _NUMERALS for text in texts[:-1]):
        # 一、二类人员补助标准.
        return last[1:]
    if last[0] in _LEVEL_SIGNS and len(last) > 3 and _LEVEL_SIGNS.issuperset(texts[:-1]):
        return last[1:]
    if (level := _LEVEL.match(last)) and _BARE_LEVELS.issuperset(texts[:-1]):
        # 国家、省、市级企业.
        return last[level.end() - 1 :]
    if (level := _LEVEL.match(last)) and all(text.endswith("级") for text in texts[:-1]):
        return last[level.end() :]
    if (grade := _GRADE.match(last)) and all(_GRADE.fullmatch(text) for text in texts[:-1]):
        return last[grade.end() :]
    if (age := _AGE.match(last)) and all(_AGE.fullmatch(text) for text in texts[:-1]):
        return last[age.end() :]
    sides = words("side")
    opened = max(filter(last.startswith, sides), key=len) if last.startswith(sides) else ""
    tail = last[len(opened) :]
    if not opened or all(text.endswith(tail) for text in texts[:-1]):
        # 干线公路和农村公路: nothing is said once for all.
        return ""
    # 城镇职工基本养老、失业保险参保人数: what stands before the side of the first is its own.
    return tail if all(text.endswith(sides) for text in texts[:-1]) else ""


def _common_tail(texts: list[str]) -> str:
    """业 of 批发、零售、住宿、餐饮业; 排放量 of 化学需氧量、氨氮排放量."""
    last = texts[-1]
    shares = last.endswith(("比重", "比例", "占比")) and not any("占" in one for one in texts[:-1])
    if shares and (at := last.find("占")) > 1:
        # 制造业、服务业占税收比重: what the shares are of is said once; so may be the measure before it.
        return _common_tail([*texts[:-1], last[:at]]) + last[at:]
    if last[1:2] == "业" and all(len(one) == 1 for one in texts[:-1]):
        # 牧、副、渔业产值.
        return last[1:]
    if kin := _tail_behind_kin(texts, least=1 if texts[0][-1] in _PLACES else 2):
        # 青石镇、桥头镇森林覆盖率: all of it is said of each place.
        return kin
    tails = words("shared_tail")
    # 进口货值、入境游客、新增企业、免税销售额: where one has a measure of its own, the last has none for all.
    told = any(text.endswith(("额", "值")) for text in texts[:-1])
    # Hardly any list ends with one of them.
    for tail in tails if not told and last.endswith(tails) else ():
        if tail.endswith("口") and any(text.endswith("口") for text in texts[:-1]):
            # 一般贸易进口、加工贸易出口: each has its own.
            continue
        if tail.startswith("服务业") and any(text.endswith("业") for text in texts[:-1]):
            # 金融业、信息服务业增加值: the first says its trade whole.
            continue
        if last.endswith(tail) and len(last) > len(tail) and not any(text.endswith(tail) for text in texts[:-1]):
            before = last[-len(tail) - 1]
            # 机械、食品工业增加值: 工业 is one word.
            return before + tail if tail.startswith("业") and before in "工产" and len(last) > len(tail) + 1 else tail
    return _tail_behind_kin(texts) or _tail_by_length(texts) or _standard_tail(texts)


def _tail_behind_kin(texts: list[str], least: int = 1) -> str:
    """建成区 of 关山工业园、临港产业园建成区: what stands behind the word that all members end with.

    The word has `least` signs or more.
    """
    for size in range(min(4, min(map(len, texts)) - 1), least - 1, -1):
        kin = texts[0][-size:]
        if (size == 1 and kin not in KIN) or not all(text.endswith(kin) for text in texts[:-1]):
            continue
        at = texts[-1].find(kin, 1)
        if at > 0 and len(texts[-1]) - at - size > 1:
            return texts[-1][at + size :]
    return ""


def _standard_tail(texts: list[str]) -> str:
    """水质优良比例 of 地表水、近岸海域水质优良比例: a standard name, where the first has no measure."""
    first, last = texts[0], texts[-1]
    alike = len(texts) == 2 and last[:2] == first[:2] and pattern("(?:率|比例|占比|比重)$").search(last, len(first) + 2)
    if alike and not pattern("(?:%measured_head%)$").search(first):
        # 美丽河湖、美丽海湾建成率: names of one sort are of one length.
        return last[len(first) :]
    if len(texts) > 2 or find_indicator(first) or find_indicator(last) or pattern("(?:%measured_head%)$").search(first):
        return ""
    return next((last[at:] for at in range(2, len(last) - 3) if find_indicator(last[at:], weak=False)), "")


def _tail_by_length(texts: list[str]) -> str:
    """生均公用经费标准 of 小学、初中、高中生均公用经费标准: a measure behind as many signs as each other member has."""
    lengths = {len(text) for text in texts[:-1]}
    if len(texts) < 3 or len(lengths) != 1:
        return ""
    tail = texts[-1][lengths.pop() :]
    measured = len(tail) > 1 and pattern("(?:%measured_head%|标准)$").search(tail)
    return tail if measured else ""
