"""Works that a sentence announces (今年，市政府将办好10件实事), and whether a paragraph goes on listing them."""

from __future__ import annotations

import re
from typing import Final

_ANNOUNCED: Final = re.compile(
    r"(?:(?:(?P<year>(?:19|20)[0-9]{2})年|今年|明年|将)[^。；]{0,40}?(?:抓好|做好|办好|兴办|实施|推进|办理|完成)[^。；]{0,16}?"
    # 建议抓好以下几个方面工作：, and not 抓好了.
    r"|(?:建议|必须|(?<![主重需简首紧])要(?!求))[^。；了]{0,24}?(?:抓好|做好|办好)[^。；了]{0,12}?"
    r"|(?:努力|全力|着力|切实)办好)"
    r"(?:[0-9一二三四五六七八九十]{1,3}(?:[件项]|大|个?方面)|以下|下列)[^。；]{0,8}(?:工作|任务|实事|项目|工程|目标)[”]?"
    # 办好十件实事，解决群众的困难。
    r"(?:，(?:解决|切实|着力|努力|不断|进一步|让|使|以)[^，。；0-9]{2,24})?[:。]?$"
)
#: 会议确定2024年重点任务，分为三类：, 提出，今年发展的主要预期目标是：, over a list with bullets.
_SET_OUT: Final = re.compile(
    "(?:提出|确定|明确|部署|公布|列出)了?，?(?:(?P<year>(?:19|20)[0-9]{2})年|今年)"
    "[^，。；0-9]{0,14}(?:目标|任务)(?:[是为有]|如下)?(?:，[^。；0-9]{0,30})?[。:：]?$"
    "|(?:^|[，。；])今年[^，。；0-9]{0,14}(?:目标|任务)(?:[是为有]|如下)?[:：]$"
)
#: What an announcement is of; most sentences need not be searched for one.
_WORKS: Final = ("工作", "任务", "实事", "项目", "工程", "目标")
#: 今后五年，全县的主要奋斗目标是：, “十三五”时期，要实现以下目标。
_AIMS_FOLLOW: Final = re.compile(
    "(?:目标|任务|指标)[^，。；0-9]{0,6}[:：]$|(?:以下|下列|如下)[^，。；0-9]{0,10}(?:目标|任务|指标)[:：。]$"
)
_LEADS: Final = frozenset(":：。")
_ITEM: Final = re.compile(
    r"[\s\u3000]*(?:[0-9]{1,2}[.、)]|[（(]?[一二三四五六七八九十]{1,3}[、)）是]|[①-⑳◆◇●○■□★☆▲△►▶◎])"
)
#: 十件实事具体内容, between the announcement and its list.
_CAPTION: Final = re.compile(r"[^。；！？，\n]{2,20}(?=\n)")


def announces(words: str) -> re.Match[str] | None:
    """The announcement that ends `words`: what follows in the paragraph and in the items below it is still to be done.

    Its group `year` is the year that it names.
    """
    found = _ANNOUNCED.search(words) if any(work in words for work in _WORKS) else None
    return found or (_SET_OUT.search(words) if "任务" in words or "目标" in words else None)


def aims_follow(words: str) -> bool:
    """Whether a sentence only leads to aims, which the paragraphs behind it list."""
    return words[-1:] in _LEADS and _AIMS_FOLLOW.search(words) is not None


def lists_on(view: str, start: int) -> bool:
    """Whether the paragraph that begins at `start` is an item of a list, or the caption of one."""
    return _ITEM.match(view, start) is not None or _CAPTION.match(view, start) is not None


def goes_over(view: str, start: int) -> bool:
    """Whether what begins a line at `start` is no item, and goes on behind a ； at the end of the line before."""
    return view[max(0, start - 8) : start].rstrip()[-1:] in ("；", ";") and _ITEM.match(view, start) is None
