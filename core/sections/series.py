"""Lines without a mark that head text because several of them stand alike: a parallel series of headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from core.lexicon import find_indicator, opening
from core.sections.heading import Heading
from core.sections.lexicon import context_words, heading_words
from core.sections.paragraphs import Paragraph
from core.sections.parts import COUNTED, DATE, LEADS_ON, MEASURED, UNFIT_UNMARKED, echoed

#: So many characters has a heading without a number at most.
LONGEST_UNMARKED: Final = 45
#: Who wrote it, and for which paper.
REPORTER: Final = re.compile(r"(?:本报|本台|新华社|记者|通讯员|首席|特约|见习|来源|作者|责编|编辑)")
#: “蓄势”，产业转型谋发展; “稳”字当头
_QUOTED_START: Final = re.compile(r"^“[^“”]{1,8}”(?=[，\u4e00-\u9fff])")
#: Items below a line without a mark may be short; text is not.
_BULLETS: Final = tuple("●•·▪◆■○")
_SHORTEST_BODY: Final = 20
#: So many signs have two lines in common that open alike.
_OPENING: Final = 5
_QUOTES: Final = "”’」》）)—…*"
_ASKS: Final = ("？", "?")
#: 就业：支持创业，开展技能培训, a sentence under its label; 政府承诺：新建公厕20座, an aim or a result.
_TOLD_UNDER: Final = re.compile(
    "[\u4e00-\u9fff]{2,8}[:：][^，]{4,}，|[\u4e00-\u9fff]{0,4}(?:承诺|任务|目标|办理|进展|情况|结果|进度)[:：]."
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_HAN_ONLY: Final = re.compile(r"[\u3400-\u9fff]+")
#: The name of a subject: 农业, 国内商业和物价.
_PLAIN: Final = re.compile(r"[\u3400-\u9fff、“”]{2,12}")
_NAME: Final = re.compile(r"[\u3400-\u9fff“”]{2,10}")
#: 教育, 养老: names as short as cells of a table are; so many of them, or one twice, prove one another.
_SHORT_NAME: Final = 3
_ENOUGH_SHORT: Final = 3
_CELL: Final = re.compile("[合总小共累]计|其[中他它]|单位|指标|项目|年[份度]|地区|名称|序号|注[释解]?|备注|[全本]|说明")
#: What heads a part of a piece of news, and is no caption of a picture.
_HEADLINE: Final = re.compile(r"(?!图|资料|现场|上图|下图)[\u3400-\u9fff“”]{6,14}")
#: So much longer than such a line is what it heads.
_LONGER: Final = 3

#: 生态底色更加亮丽。 on a line of its own over its text.
_SAID_OVER: Final = re.compile(r"[^，。；：:！？0-9]{4,20}(?:，[^，。；：:！？0-9]{4,20})?。")
#: 这五年，我们坚持扩大开放，合作空间更加广阔。, where all of them open alike.
_SAID_ALIKE: Final = re.compile(r"[^，。；：:！？0-9]{2,20}(?:，[^，。；：:！？0-9]{4,26}){1,3}。")
_ALIKE: Final = 3
#: What is said over text is a headline from so many on that follow one another.
_PROVEN: Final = 3
#: So near, in paragraphs, the next one stands: what it heads may be broken by a page.
_NEAR: Final = 3
#: So long at least is what such a line heads.
_SHORTEST_TEXT: Final = 40

_CAPTION: Final = re.compile(
    "[超近约逾]?[0-9][0-9.,]*[^0-9，。；:：—]{1,4}(?:——|[:：])(?=[^0-9]*[\u3400-\u9fff]{4})(?:[^，。；0-9]|[0-9](?=连)){4,20}"
)


def series(chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Unmarked lines that stand as a parallel series between two marked headings."""
    found: dict[int, Heading] = {}
    follower = dict(pairwise(text))
    headed = {follower.get(index, -1) for index in chosen}
    regions = [
        [(index, paragraphs[index].words.strip("* ")) for index in region]
        for region in _regions(chosen, text, paragraphs)
    ]
    told = _told_again(regions, text, paragraphs)
    alike = [sorted({*_parallel(region), *_with_told(region, told)}) for region in regions]
    lengths = sorted(len(paragraphs[index].words) for members in alike for index in members)
    for number, (region, members) in enumerate(zip(regions, alike, strict=True)):
        # Two are too few to prove one another, unless they are as the series of another part.
        sure = members or (len(region) == 2 and lengths and _as_elsewhere(region, lengths[len(lengths) // 2]))
        # The first of two stands right below the heading of their part.
        sure = sure or (len(region) == 2 and region[0][0] in headed and _as_elsewhere(region, len(region[0][1])))
        # A page without any other heading, of which two stand over its text.
        sure = sure or (not chosen and len(region) == 2 and _between_prose(region, text, paragraphs))
        # 五年来，我们…; 五年来，我们…: what both open with.
        sure = sure or (len(region) == 2 and region[0][1][:_OPENING] == region[1][1][:_OPENING])
        for index in members or ([index for index, _ in region] if sure else []):
            words = paragraphs[index].words
            found[index] = Heading(index, f"series-{number}", None, None, len(words), words.strip("* ").rstrip("—"))
    return found


def over_figures(
    chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[int, Heading]:
    """Short lines without a figure that stand over lines with one, two and more alike: 创新驱动 / 专利由56件增至213件.

    A line that names an indicator names what is measured below it; one of two signs (教育) may be the cell of a table.
    """
    found: dict[int, Heading] = {}
    beside: dict[int, Heading] = {}
    for before, index, after in zip([-1, *text], text, text[1:], strict=False):
        plain = paragraphs[index].words.strip("* ")
        if index in chosen or not _NAME.fullmatch(plain) or find_indicator(plain) is not None:
            continue
        if len(plain) <= _SHORT_NAME and _CELL.match(plain):
            continue
        made = Heading(index, "series-over", None, None, len(paragraphs[index].words), plain)
        begins = before < 0 or before in chosen or _tells(paragraphs[before].words)
        if begins and _tells(paragraphs[after].words):
            found[index] = made
        elif (
            after not in chosen and before not in beside and len(paragraphs[after].words) > len(plain) + _LONGER
            and (before < 0 or len(paragraphs[before].words) > len(plain))
            and not opening("doing", "acting", "doing_soft").match(plain, 0, len(plain))
        ):
            beside[index] = made
    alike = [one for one in chosen.values() if one.style.startswith("series")]
    short = Counter(one.words for one in (*found.values(), *alike) if len(one.words) <= _SHORT_NAME)
    if short.total() < _ENOUGH_SHORT and max(short.values(), default=0) < 2:
        found = {index: one for index, one in found.items() if one.words not in short}
    lengths = Counter(len(one.words) for one in (*found.values(), *alike))
    enough = len(found) > 2
    proved = len(found) + len(alike)
    if enough and proved >= len(beside):
        # 民生幸福感 / 政务热线获评“十佳热线”: beside such lines others head what tells no figure.
        return found | beside
    return {index: one for index, one in found.items() if enough or lengths[len(one.words)] > 1}


def said_over(chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Short sentences on lines of their own, each over a long paragraph, where three and more follow one another."""
    runs: list[list[Heading]] = []
    part, last = 0, -_NEAR
    for position, (index, after) in enumerate(pairwise(text)):
        part += index in chosen
        words = paragraphs[index].words
        if index in chosen or after in chosen or not _says_over(words.strip("* "), paragraphs[after].words):
            continue
        made = _said(index, part, words)
        below = [paragraphs[one].words for one in text[last + 1 : position]] if position - last <= _NEAR else [""]
        goes_on = all(len(one) >= _SHORTEST_TEXT for one in below)
        if not (runs and goes_on and _goes_with(runs[-1][-1].words, made.words)):
            runs.append([])
        runs[-1].append(made)
        last = position
    proven = any(len(run) >= _PROVEN for run in runs)
    return {one.index: one for run in runs if proven and len(run) > 1 for one in run}


def _goes_with(before: str, words: str) -> bool:
    """Whether two such lines are short, or open alike: 这五年，我们…, 这五年，我们…."""
    return before[:_ALIKE] == words[:_ALIKE] or all(_SAID_OVER.fullmatch(one + "。") for one in (before, words))


def _said(index: int, part: int, words: str) -> Heading:
    return Heading(index, f"series-said-{part}", None, None, len(words), words.strip("* ").rstrip("。"))


def _says_over(plain: str, below: str) -> bool:
    """Whether a line is one short sentence that tells nothing by itself, over a paragraph of several."""
    said = _SAID_OVER.fullmatch(plain) or _SAID_ALIKE.fullmatch(plain)
    longer = len(below) > max(_SHORTEST_TEXT, 3 * len(plain) // 2)
    return said is not None and longer and could_head(plain[:-1], below) and not LEADS_ON.search(plain)


def captions(chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Figures drawn large with a motto behind them, three and more over text: 326亿元：经济总量再上新台阶."""
    found = {
        index: Heading(index, "series-captions", None, None, len(paragraphs[index].words), plain)
        for index, after in pairwise(text)
        if index not in chosen and _CAPTION.fullmatch(plain := paragraphs[index].words.strip("* "))
        and paragraphs[after].words.endswith(("。", "”")) and len(paragraphs[after].words) > len(plain)
    }
    return found if len(found) > 2 else {}


def _tells(words: str) -> bool:
    """Whether a line tells a figure with its name, and ends as no sentence does."""
    figure = MEASURED.search(words) or COUNTED.search(words)
    return figure is not None and figure.start() > 1 and len(words) <= LONGEST_UNMARKED and words[-1] not in "。；，"


def _with_told(region: Sequence[tuple[int, str]], told: frozenset[int]) -> list[int]:
    """The lines of a region that their text tells again; where two and more are, those as short beside them, too."""
    again = [(index, len(plain)) for index, plain in region if index in told]
    longest = max((length for _, length in again), default=0)
    return [
        index for index, plain in region
        if index in told or (len(again) > 1 and len(plain) <= longest and _HAN_ONLY.fullmatch(plain))
    ]


def _told_again(
    regions: Sequence[Sequence[tuple[int, str]]], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> frozenset[int]:
    """The lines that measure or count what their text tells again, where two and more do: 人均收入突破5万元."""
    at = {index: position for position, index in enumerate(text)}
    found = frozenset(
        index for region in regions for index, plain in region
        if (MEASURED.search(plain) or COUNTED.search(plain))
        and echoed(plain, "".join(paragraphs[one].words for one in text[at[index] + 1 : at[index] + 3]))
    )
    return found if len(found) > 1 else frozenset()


def _regions(
    chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> Iterator[list[int]]:
    region: list[int] = []
    for position, index in enumerate(text):
        if index in chosen:
            yield region
            region = []
            continue
        after = [paragraphs[one].words for one in text[position + 1 : position + 3]]
        if could_head(paragraphs[index].words, *after):
            region.append(index)
    yield region


def could_head(words: str, after: str = "", more: str = "") -> bool:
    """Whether a line without a mark may head the paragraph `after` it; `more` is the next one."""
    plain = words.strip("* ")
    shortest = 2 if _HAN_ONLY.fullmatch(plain) else 4
    if after[:1] == words[0] and not _HAN.match(words[0]):
        # ◆推进绿化 / ◆新增学位2万个: the next of its list is nothing that it heads.
        return False
    enough = len(words) if after[:1] in _BULLETS else max(len(words), _SHORTEST_BODY)
    if not shortest <= len(plain) <= LONGEST_UNMARKED or len(after) <= enough:
        return False
    return not (
        _TOLD_UNDER.match(plain) or UNFIT_UNMARKED.search(_QUOTED_START.sub("", plain.rstrip("—？?")))
        or REPORTER.match(plain) or DATE.search(plain) or (MEASURED.search(plain) and not echoed(plain, after + more))
        or heading_words().caption.fullmatch(plain)
        or context_words().title_word.search(plain) or not _HAN.search(plain)
        or plain.startswith("各位")
    )


def _between_prose(region: Sequence[tuple[int, str]], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether lines of one length stand between paragraphs that end as sentences do: 速度质量齐头并进."""
    if not _as_elsewhere(region, len(region[0][1])) or not all(_HEADLINE.fullmatch(plain) for _, plain in region):
        return False
    around = [text.index(index) for index, _ in region]
    return all(
        0 < at < len(text) - 1 and all(paragraphs[text[one]].words.endswith(("。", "”")) for one in (at - 1, at + 1))
        for at in around
    )


def _as_elsewhere(region: Sequence[tuple[int, str]], length: int) -> bool:
    return all(abs(len(words) - length) <= 3 and "，" not in words for _, words in region)


def _parallel(candidates: Sequence[tuple[int, str]]) -> list[int]:
    """The candidates that share an opening, an ending, or a length with at least two others.

    So are questions, of which a speech asks one or two.
    """
    asked = [index for index, words in candidates if words.endswith(_ASKS)]
    stated = _alike([one for one in candidates if not one[1].endswith(_ASKS)])
    return sorted(stated + asked) if len(asked) >= 3 else stated


def _alike(candidates: Sequence[tuple[int, str]]) -> list[int]:
    if len(candidates) < 2:
        return []
    opening = Counter(words[:2] for _, words in candidates)
    ending = Counter(words.rstrip(_QUOTES)[-2:] for _, words in candidates)
    dashed = sum(words.endswith("—") for _, words in candidates)
    lengths = sorted(len(words) for _, words in candidates)
    middle = lengths[len(lengths) // 2]
    alike = sum(abs(length - middle) <= 2 for length in lengths)
    # Couplets (扩大投资，增强后劲) may differ more in length than single phrases.
    couplets = [words for _, words in candidates if words.count("，") == 1]
    regular = len(candidates) >= 3 and all(_PLAIN.fullmatch(words) for _, words in candidates)
    paired = len(couplets) >= 3 and len(couplets) >= 0.6 * len(candidates)
    return [
        index
        for index, words in candidates
        if regular
        or opening[words[:2]] >= 3
        or ending[words.rstrip(_QUOTES)[-2:]] >= 3
        or (words.endswith("—") and dashed >= 2)
        or (alike >= 3 and alike >= 0.6 * len(candidates) and abs(len(words) - middle) <= 3)
        or (paired and alike >= 3 and words.count("，") == 1 and abs(len(words) - middle) <= 6)
    ]
