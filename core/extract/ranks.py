"""Ordinal positions in a ranking: 位列全市第二, 居全国地级市第四, 首位, 前十."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from core.extract.quantities import Quantity
from core.model.report import Bound
from core.numerals import read_number

_ORDINAL: Final = re.compile(
    r"第(?P<nth>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?![一二三四五六七八九十0-9])(?P<place>位|名)?"
    r"(?!产业|书记|方阵|时间|线|要[务素]|手|届|批|期|季|轮|次|梯队|责任|动力|生产|资源|阶段|步|大|个|人民|[中小]学|医院|幼儿园|污水|号|条|款|章|节|站|市场|家|层|代|类|师|水厂|养|职|高|实验|一批)"
    r"|(?P<first>首位|榜首(?!位)|之首|冠军|桂冠|头名)"
    r"|(?P<bare>(?<![0-9前])[0-9]{1,3})位(?![于置居数])"
    r"|前(?P<top>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名|强)?(?![年天月次期季条个届日世批])"
)
#: 由第七位 before 上升到第六位 is where the change began.
_FROM: Final = re.compile(r"[由从](?:原[来先]的?|上年的?|去年的?|(?:全|我)[国省市区县]的?)*$")
_MOVED: Final = re.compile(
    r"，?(?:快速|稳步|大幅)?(?:上升|提升|跃升|前移|前进|进位|升|跃|下降|下滑|回落|退|降)[^，。；]{0,6}第"
)
_VERB: Final = (
    r"(?:位列|位居|排名|排在|排位|名列|跃居|跃升至?|升至|上升至|上升到|稳居|高居|居于|居|列|夺得|蝉联|荣获|获得?|取得|进入|跻身|保持|"
    r"连续保持|继续保持|排名[^，。；]{0,6}(?:跃升|上升|提升|前进|前移)|排|位于|跻入|迈入|达到?|"
    r"前?进位?[至到]|前移[至到]|上移[至到]|下降[至到]|回落[至到]|提升至|提升到|保持在|稳居在)(?:了|到|至|于|在)?"
)
_PLACE: Final = (
    r"(?:全[国省市区县州盟旗]|[一二两三四五六七八九十0-9]{1,3}(?:区|县|市|州|地)?[市区县]?|(?:东|西|中|南|北)部|同类|世界|全球|"
    r"[\u4e00-\u9fff]{0,6}(?:省|市|县|区|州|国|地区|城市|城区|中心城市|地级市|开发区|园区|县区|区县|县市区|市州|盟市|省会城市|新区))"
)
_WORDS: Final = "[^，。；:：、“”0-9（）()]"
_AMONG: Final = rf"[0-9]{{1,3}}个{_WORDS}{{0,7}}[省市县区州国盟旗位构门]"
_BEFORE: Final = re.compile(rf"(?P<verb>{_VERB})(?P<scope>{_WORDS}{{0,8}}(?:{_AMONG}|{_WORDS}{{0,6}}))$")
_SCOPE_ONLY: Final = re.compile(rf"(?:^|[，。；、:：]|[\u4e00-\u9fff])(?P<scope>{_PLACE}{{1,2}})$")
_WHOLE: Final = re.compile("(?:全[国省市区县州盟旗]|世界|全球)(?!.*(?:全[国省市区县州盟旗]|世界|全球)).*$")
_QUICK: Final = re.compile("[第首前冠位]|头名")
_STREAK: Final = re.compile(r"(?P<years>[0-9]{1,2}|[两二三四五六七八九十]{1,3})连冠")
_PLACED: Final = re.compile(r"(?:排名|位次|排位|名次|位居|位列|跃居|居)[^，。；、0-9]{0,10}$")
_SCOPE_TRIM: Final = re.compile(r"^(?:在|到|至|了|于)+|(?:的|中|中的|排名|排|位列|位居|列|居)+$")


def find_ranks(text: str) -> Iterator[Quantity]:
    """Every position in a ranking. 第三产业, 第一批, 第一方阵 are none; a superlative (首家) is a claim, not a rank."""
    if not _QUICK.search(text):
        return
    yield from _streaks(text)
    before: Quantity | None = None
    for match in _ORDINAL.finditer(text):
        if before and match["nth"] and text[before.end : match.start()] in ("、", "和"):
            # 分别居全市第二、第三位: one frame for all.
            number = read_number(match["nth"])
            if number:
                before = replace(before, start=match.start(), end=match.end(), after=match.end(), value=number.value)
                yield before
            continue
        left = text[max(0, match.start() - 26) : match.start()]
        if match["bare"] and not _PLACED.search(left):
            continue
        offset = match.start() - len(left)
        if match["nth"] and _FROM.search(left) and _MOVED.match(text, match.end()):
            number = read_number(match["nth"])
            if number:
                yield Quantity(
                    match.start(), match.end(), match.end(), number.value, None, "", "rank", "rank", "eq",
                    "number.rank_origin",
                )
            continue
        framed = _BEFORE.search(left)
        if framed is None and not (scope := _SCOPE_ONLY.search(left)):
            continue
        if framed is None and (match["top"] or not scope or match["first"] in ("冠军", "桂冠")):
            # 165个世界冠军 counts titles.
            continue
        found = framed or scope
        if found is None or (framed is None and match["nth"] and not _closes(text, match)):
            continue
        before = _rank(match, found, offset)
        if before:
            yield before


def _streaks(text: str) -> Iterator[Quantity]:
    """五连冠: so many years in a row at the top."""
    for match in _STREAK.finditer(text):
        number = read_number(match["years"])
        if number and number.value > 1:
            yield Quantity(
                *match.span(), match.end(), number.value, None, "", "time", "streak", "eq", "number.streak", han=True
            )


def _closes(text: str, match: re.Match[str]) -> bool:
    # 全省第一 ends a statement; 全省第一大港 goes on to a name.
    behind = text[match.end() : match.end() + 1]
    return bool(match["place"]) or not behind or behind in "，。；、）)”和及的:："


def _rank(match: re.Match[str], found: re.Match[str], offset: int) -> Quantity | None:
    bound: Bound = "eq"
    if match["first"]:
        position = Decimal(1)
    else:
        number = read_number(match["nth"] or match["bare"] or match["top"])
        if number is None:
            return None
        position = number.value
        bound = "le" if match["top"] else "eq"
    start, end = found.span("scope")
    trimmed = found["scope"]
    if whole := _WHOLE.search(trimmed):
        # 获奖数居全国, 博物馆数量全省: what stands before the set is what is ranked.
        start, trimmed = start + whole.start(), whole[0]
    start, end = start + offset, end + offset
    while trim := _SCOPE_TRIM.search(trimmed):
        if trim.start() == 0:
            start += trim.end()
            trimmed = trimmed[trim.end() :]
        else:
            end -= len(trimmed) - trim.start()
            trimmed = trimmed[: trim.start()]
    return Quantity(
        match.start(), match.end(), match.end(), position, None, "", "rank", "rank", bound, "number.rank",
        scope=(start, end) if end > start else None,
    )
