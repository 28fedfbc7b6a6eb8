"""Ordinal positions in a ranking: 位列全市第二, 居全国地级市第四, 首位, 前十."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from core.extract import frames
from core.extract.quantity import Quantity
from core.lexicon import WHOLE_AREA, alternation, one_of, words
from core.model.report import Bound
from core.numerals import read_number

_ORDINAL: Final = re.compile(
    r"第(?P<nth>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?![一二三四五六七八九十0-9])(?P<place>位|名)?"
    "(?!产业|书记|方阵|时间|线|要[务素]|信号|选择|民生|需[要求]|手|届|批|期|季|轮|次|等|档|梯队|责任|动力|生产|资源"
    "|阶段|步|大|个|人民|[中小]学|医院|幼儿园|污水|号|条|款|章|节|站|市场|家|层|代|类|师|水厂|养|职|高|实验|一批)"
    r"|(?P<first>首位|榜首(?!位)|之首|冠军|桂冠|头名)"
    r"|(?P<bare>(?<![0-9前])[0-9]{1,3})位(?![于置居数])"
    r"|前(?P<top>[一二两三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名|强)?(?![0-9.%‰年天月次期季条个届日世批])"
)
#: 由第七位 before 上升到第六位 is where the change began.
_FROM: Final = re.compile(
    "[由从](?:原[来先]的?|(?:[一二三]季度|上半年|[0-9]{1,2}月份?)的?|上年的?|去年的?|(?:19|20)[0-9]{2}年的?"
    "|位?[居列](?=[全我世东中西])|(?P<scope>(?:全|我)[国省市区县]|世界|全球|[东中西]部|同类城市)的?)*$"
)
_MOVED: Final = re.compile(
    r"，?(?:快速|稳步|大幅|进一步|持续|逐步)?(?:上升|提升|跃升|攀升|晋升|前移|上移|前进|进位|进|升|跃|下降|下滑|滑落|下跌|回落|退|降|跌|滑)(?:[^，。；]{0,8}第|[到至][0-9]{1,3}位)"
    r"|，?(?:成功|首次|一举)?(?:[跨进迈闯]入|跻身|挺进|晋级)[^，。；0-9]{0,8}(?:第|前[一二三四五六七八九十0-9]|[0-9]+强|[十百]强)"
)
#: 由第20位、第7位上升为第11位、第5位: where the others began.
_MORE: Final = re.compile("(?:[、和](?:第[一二三四五六七八九十]{1,3}|第?[0-9]{1,3})[位名])*")
_VERB: Final = (
    r"(?:位列|(?<!吨)位居|(?<=吨位)居|排名|排在|排位|名列|跃居|跃升至?|(?<![上提跃攀晋])升[至到]|上升[至到为]|稳居|高居|居于|(?<![宜定安移民新邻位跃稳高])居(?![民住家室])|"
    r"(?<![系下行前并陈位名])列(?![车入为])|夺得|[再勇喜连]夺(?!得)|蝉联|荣获|获(?![奖益批评])得?(?!益)|取得|进入|跻身|保持|"
    r"连续保持|继续保持|排(?![放水污查出险])|位于|[跻迈跨闯]入|达到?|"
    "[跌降退冲跃滑]至|[跌降冲]到|[冲跃攀登]上|冲[进入]|滑落[到至]|攀升[到至]|[升进移退降][0-9]{1,3}(?:个?位次?|名)[到至]"
    "|前?进位?[至到]|前移[至到]|上移[至到]|下降[至到]|回落[至到]|提升至|提升到|保持在|稳居在)(?:了|到|至|于|在)?"
)
_REACHED: Final = re.compile(r"(?:稳步|快速|大幅)?(?:跃升|上升|提升|前进|前移|进位?|升|下降|回落|退)?[到至在为由从]?$")
#: Whose ranking it is: 全市, 全省县区, 中部六省, 四区, 同类城市. A place's own name stands only behind a mark or 在.
_SCOPE: Final = (
    rf"(?:{WHOLE_AREA}|我[国省市]|[东西中南北]{{1,2}}部|同类|同等|世界|全球|国内|省内|市内|(?<![一二三四五六七八九十百])[一二两三四五六七八九十0-9]{{1,3}}个?"
    r"(?=区|县|市|州|地|盟|省|城|乡|镇|街))(?:[\u4e00-\u9fff]{0,6}?(?:省会城市|中心城市|地级市|城市|地区|城区|开发区|园区|高新区|新区|县市区|"
    r"县区|区县|县级市|县域(?!经济)|市州|盟市|乡镇街道|乡镇|镇街|街镇|镇办|街道|[省市区县州地盟旗乡镇](?!域|村振)))?"
)
_HAN: Final = "一二三四五六七八九十百"
_NUMERAL: Final = frozenset("0123456789" + _HAN)
_NAMED_PLACE: Final = r"(?:^|(?<=[，。；、:：在]))[\u4e00-\u9fff]{1,8}(?:省|市|县|区|州|国|地区|城市|盟)"
_WORDS: Final = "[^，。；:：、“”0-9（）()]"
_AMONG: Final = (
    rf"(?:[0-9]{{1,3}}|(?<![{_HAN}])[{_HAN}]{{2,4}})[个家]{_WORDS}{{0,10}}[省市县区州国盟旗位构门镇乡街](?:[（(][市区县旗州、]{{1,5}}[)）])?"
)
#: 全省区（县、市）: the other sorts of places stand in brackets.
_SORTS: Final = "(?:[（(][市区县旗州、]{1,5}[)）])"
_FRAME: Final = re.compile(
    rf".*(?P<verb>{_VERB})(?:(?:19|20)[0-9]{{2}}年的?)?"
    rf"(?P<scope>{_WORDS}{{0,8}}(?:{_AMONG}|{_WORDS}{{0,10}}{_SORTS}?))(?:“[^“”]{{2,20}}”(?:百强)?榜?单?)?$"
)
_SCOPE_AT: Final = re.compile(_SCOPE)
#: 全国168个重点城市: how many there are is no figure of its own.
_BEFORE_AMONG: Final = re.compile(
    f"(?:{WHOLE_AREA}|我[省市县]|(?:^|(?<=[，。；：、在居列]))(?!在)[\u4e00-\u9fff]{{2,4}}?(?<![在居列的第]))?[0-9一二三四五六七八九十]{{0,2}}$"
)
_AMONG_AT: Final = re.compile(_AMONG)
#: 在全国营商环境评价中, 全省高质量发展考核排名: what judges stands between the scope and the place.
_JUDGED: Final = f"{alternation('judging')}(?={frames.PLACES})"
_SCOPE_END: Final = re.compile(
    f"(?P<scope>(?:{_SCOPE})?{_AMONG}(?=中|{_WORDS}{{0,8}}(?:排名|排行|{alternation('judging')}))|{_SCOPE}{_SORTS}?"
    rf"|{_NAMED_PLACE}|[\u4e00-\u9fff]{{0,6}}(?:百强|百佳|[0-9]{{3}}强)[县区市镇榜]?)"
    f"{_SORTS}?(?:{_WORDS}{{0,14}}(?:{_JUDGED}|(?:{alternation('judging')})$))?(?:[中里内]|范围内)?的?(?:综合|总|整体|单项)?"
    "(?:(?:排名|排位|位次|名次)中?|并列)?(?:，?[由从](?:末位|倒数第[一二三四五六七八九十])[跃提攀]?)?(?:继续|仍然?|依然|始终|再次|持续)?$"
)
#: 全省县域经济评价中，发展水平列第2位: the scope of all that its part tells.
_JUDGED_PART: Final = re.compile(
    rf"(?:^|(?<=[，。；：在]))(?:(?:19|20)[0-9]{{2}}年度?)?(?P<scope>(?:{_SCOPE})?{_AMONG}|{_SCOPE}{_SORTS}?)"
    f"[^，。；]{{0,20}}(?:{alternation('judging')}|排名|竞赛)[^，。；0-9]{{0,4}}[中里]，"
)
#: 我县|跻身前三甲: who takes the place, and not among whom.
_WE: Final = re.compile("(?<![在居列排])我[省市县区州旗镇乡]$")
_BREAK: Final = re.compile("[；。：]")
_STREAK: Final = re.compile(r"(?P<years>[0-9]{1,2}|[两二三四五六七八九十]{1,3})连冠")
_QUICK: Final = re.compile(one_of(["[第首前冠位]", "头名"]))
#: 增速第三 is a place of its own without any verb.
_MEASURE: Final = re.compile(
    "(?:增速|[增涨降升跌]幅|幅度|改善率|占比|满意[度率]|贡献率|总量|规模|数量|得分|成绩|名次|排名|考核|评价|考评|测评)$"
)
_PLACED: Final = re.compile(
    r"(?:排名|位次|排位|名次|位居|位列|跃居|居)(?:[^，。；、0-9]{0,10}|[由从][^，。；、0-9]{0,8}[0-9]{1,3}位[^，。；、0-9]{0,4}[到至])$"
)
#: 排名较上年上升14位 tells how far, and no place.
_HOW_FAR: Final = re.compile("(?:上升|提升|跃升|晋升|前移|前进|进位|下降|下滑|回落|后移|后退|[升降进退])了?$")
#: 居前三位的行业 names those that are first: it gives nobody a place.
_THOSE_FIRST: Final = re.compile(
    "的(?:[\u4e00-\u9fff]{0,4}(?:行业|产业|大类|门类|国家|地区|伙伴|品种|单位|部门|企业|乡镇|城市|省份|园区|街道)|[省市县区镇乡村州])"
)
_POSITION_SAID: Final = re.compile(r"(?P<place>排名|位次|排位|名次)，?(?:分别|已|均|各)?$")
#: 保持货运量全省第一: what is ranked stands between the verb and the set.
_MEASURED_IN: Final = re.compile(f"(?<=[\u4e00-\u9fff][量额率值速幅入数资模])(?:{WHOLE_AREA}|全球|世界)$")
_SCOPE_TRIM: Final = re.compile(
    r"^(?:(?:今年|目前|当前|现在|去年|上年)的?|在|到|至|了|于)+|(?:的|中|中的|排名|排|位列|位居|列|居)+$"
)


def find_ranks(text: str) -> Iterator[Quantity]:
    """Every position in a ranking. 第三产业, 第一批, 第一方阵 are none; a superlative (首家) is a claim, not a rank."""
    if not _QUICK.search(text):
        return
    yield from _streaks(text)
    before: Quantity | None = None
    moved: Quantity | None = None
    for match in _ORDINAL.finditer(text):
        if before and match["nth"] and text[before.end : match.start()] in ("、", "和"):
            # 分别居全市第二、第三位: one frame for all.
            number = read_number(match["nth"])
            if number:
                before = replace(before, start=match.start(), end=match.end(), after=match.end(), value=number.value)
                yield before
            continue
        left = text[max(0, match.start() - 26) : match.start()]
        if match["bare"] and (_HOW_FAR.search(left) or not _PLACED.search(left)):
            continue
        if match["top"] and _THOSE_FIRST.match(text, match.end()):
            continue
        if left.endswith("倒数"):
            # The third from the end is no third place.
            continue
        offset = match.start() - len(left)
        origin = _FROM.search(left) if match["nth"] or match["bare"] else None
        last = _MORE.match(text, match.end()) if origin else None
        if origin and _MOVED.match(text, last.end() if last else match.end()):
            number = read_number(match["nth"] or match["bare"])
            told = origin.span("scope") if origin["scope"] else _of_position(left[: origin.start()])
            if told is None and (own := _last(_SCOPE_END, left[: origin.start()].removesuffix("，"))):
                # 在全省县域经济考核中，由第56位升至第31位.
                told = _whole(left, own)
            shared = (told[0] + offset, told[1] + offset) if told else None
            if number:
                moved = Quantity(
                    *match.span(), match.end(), number.value, None, "", "rank", "rank", "eq", "number.rank_origin",
                    scope=shared,
                )
                yield moved
                before = moved
            continue
        if match["nth"] and text.startswith("，", match.end()) and (not left or left[-1] in "，。；:：！"):
            # 第一，…; 第二，… number what follows.
            continue
        framed = _FRAME.match(left)
        scope = _scope(left, framed)
        if framed is None:
            if match["top"] or match["first"] in ("冠军", "桂冠"):
                # 165个世界冠军 counts titles.
                continue
            if scope is None and not (match["nth"] and _MEASURE.search(left)):
                continue
            if match["nth"] and not _closes(text, match):
                continue
        before = _rank(match, scope, offset)
        if before and before.scope is None and moved and not _BREAK.search(text, moved.end, match.start()):
            # 从世界第六位上升到第四位: both places are in one set.
            before = replace(before, scope=moved.scope)
        if before and before.scope is None and "中，" in text and (judged := _judged_in(text, match.start())):
            before = replace(before, scope=judged)
        if before:
            yield before


def _judged_in(text: str, position: int) -> tuple[int, int] | None:
    """The scope of the ranking that the part before `position` opens with: 在全省目标考核中，…."""
    found = list(_JUDGED_PART.finditer(text, max(0, position - 80), position))
    return found[-1].span("scope") if found and not _BREAK.search(text, found[-1].end(), position) else None


def _streaks(text: str) -> Iterator[Quantity]:
    """五连冠: so many years in a row at the top."""
    for match in _STREAK.finditer(text):
        number = read_number(match["years"])
        if number and number.value > 1:
            yield Quantity(
                *match.span(), match.end(), number.value, None, "", "time", "streak", "eq", "number.streak", han=True
            )


def _scope(left: str, framed: re.Match[str] | None) -> tuple[int, int] | None:
    """Where in `left` the ranking's own words stand: behind its verb (位列全市), else before it (全市排名)."""
    if framed is None:
        own = _last(_SCOPE_END, left)
        return _whole(left, own) if own else None
    start, end = framed.span("scope")
    if own := _SCOPE_AT.match(left, start):
        among = _AMONG_AT.match(left, own.end())
        return start, among.end() if among else own.end()
    trimmed = _SCOPE_TRIM.sub("", left[start:end])
    if measured := _MEASURED_IN.search(trimmed):
        at = left.index(trimmed, start)
        return at + measured.start(), at + measured.end()
    if trimmed and not _REACHED.fullmatch(trimmed) and not trimmed.endswith(words("judging")):
        at = left.index(trimmed, start)
        return at, at + len(trimmed)
    own = _last(_SCOPE_END, left[: framed.start("verb")])
    # 我县跻身前三甲: who took the place.
    return _whole(left, own) if own and not _WE.search(left, 0, framed.start("verb")) else None


def _of_position(left: str) -> tuple[int, int] | None:
    """全市 of 在全市的位次分别由…: the scope that is told with the word for the place."""
    said = _POSITION_SAID.search(left)
    own = _last(_SCOPE_END, left[: said.end("place")]) if said else None
    return _whole(left, own) if own else None


def _whole(left: str, own: re.Match[str]) -> tuple[int, int]:
    """The span of a scope, with all of its number and what the places lie in: 全省28个山区县."""
    start, end = own.span("scope")
    if own["scope"][0] in _NUMERAL and (more := _BEFORE_AMONG.search(left, 0, start)):
        start = more.start()
    return start, end


def _last(pattern: re.Pattern[str], left: str) -> re.Match[str] | None:
    """The match of a pattern closed with `$` that begins last: 全省 in 增幅全省, whatever may stand before."""
    found = None
    for start in range(len(left)):
        if match := pattern.match(left, start):
            found = match
    return found


def _closes(text: str, match: re.Match[str]) -> bool:
    # 全省第一 ends a statement; 全省第一大港 goes on to a name.
    behind = text[match.end() : match.end() + 1]
    return bool(match["place"]) or not behind or behind in "，。；、）)”和及的:："


def _rank(match: re.Match[str], scope: tuple[int, int] | None, offset: int) -> Quantity | None:
    bound: Bound = "eq"
    if match["first"]:
        position = Decimal(1)
    else:
        number = read_number(match["nth"] or match["bare"] or match["top"])
        if number is None:
            return None
        position = number.value
        bound = "le" if match["top"] else "eq"
    return Quantity(
        match.start(), match.end(), match.end(), position, None, "", "rank", "rank", bound, "number.rank",
        scope=(scope[0] + offset, scope[1] + offset) if scope else None,
    )
