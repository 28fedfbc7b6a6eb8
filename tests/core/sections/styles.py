"""Reports of our own writing in many styles (outlines/*.txt), with the outline that a reader sees written into them.

A line that begins with `@1 `, `@2 ` … is a heading of that depth; what stands behind `|` on it is the text that follows
in the same line. `@+ ` goes on with the heading of the line above. `~` stands for a paragraph of text.
The first line of a file says what it shows. A second line `! title=…; years=2022,2023; place=…` says what the report
tells of itself; `-` is what it does not say, and what the line leaves out is not asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

_BODIES = (
    "全年坚持稳中求进，各项工作扎实推进，重点任务有序完成，群众生活持续改善，社会大局保持稳定。",
    "围绕既定方向持续用力，统筹各类资源要素，健全长效机制，推动各项部署落地见效。全镇上下一心，干部作风明显好转。",
    "认真落实上级要求，深入基层调查研究，听取群众意见，及时解决生产生活中的实际困难，工作效率有了新的提高。",
    "实施重点项目26个，完成投资18.6亿元，比上年增长9.2%。新建改建道路42公里，改造老旧管网15公里。",
    "加强队伍建设，完善规章制度，严格督查考核，形成一级抓一级、层层抓落实的工作格局，为发展提供了有力保障。",
    "粮食总产量达到12.6万吨，蔬菜种植面积3.1万亩。培育合作社34家，带动农户2600户，农民收入稳步增加。",
    "引导企业加大研发投入，支持技术改造，全年新增规模以上企业11家，产业链条不断延伸，市场竞争力逐步增强。",
    "改扩建学校5所，新增学位1800个；升级村卫生室23个，群众就近看病更加方便；发放各类救助资金860万元。",
    "坚持预防为主，开展隐患排查，压实各方责任，依法打击违法行为，全年没有发生较大事故，平安建设成效明显。",
    "综合治理大气、水和土壤，关停污染企业7家，植树造林4200亩，优良天数比例为86.3%，环境质量稳步改善。",
)


@dataclass(frozen=True)
class Style:
    """A text with the headings (depth, words without blanks) that a reader finds in it."""

    name: str
    text: str
    outline: tuple[tuple[int, str], ...]
    told: dict[str, str] = field(default_factory=dict)


def _style(name: str, marked: str) -> Style:
    told: dict[str, str] = {}
    if marked.startswith("! "):
        first, _, marked = marked.partition("\n")
        told = dict(entry.strip().split("=", 1) for entry in first[2:].split(";"))
    lines: list[str] = []
    outline: list[tuple[int, str]] = []
    bodies = 0
    for line in marked.strip("\n").split("\n"):
        if match := re.match(r"(\s*)@(\d) (.*)", line):
            indent, depth, words = match.groups()
            heading, bar, rest = words.partition("|")
            outline.append((int(depth), _bare(heading)))
            line = indent + heading + rest if bar else indent + words
        elif match := re.match(r"(\s*)@\+ (.*)", line):
            depth_before, before = outline[-1]
            heading, bar, rest = match[2].partition("|")
            outline[-1] = (depth_before, before + _bare(heading))
            line = match[1] + heading + rest if bar else match[1] + match[2]
        while "~" in line:
            line = line.replace("~", _BODIES[bodies % len(_BODIES)].replace("全年", f"第{bodies}组全年"), 1)
            bodies += 1
        lines.append(line)
    return Style(name, "\n".join(lines), tuple(outline), told)


def _bare(words: str) -> str:
    return re.sub(r"\s+", "", words).strip("*。")


def _wrapped(style: Style, width: int) -> Style:
    """The same text in lines of `width` characters, paragraphs indented by two, as a page layout breaks them."""
    lines: list[str] = []
    for paragraph in style.text.split("\n"):
        printed = ("　　" + paragraph.strip()) if paragraph.strip() else ""
        lines += [printed[at : at + width] for at in range(0, len(printed), width)] or [""]
    return replace(style, name=f"{style.name}, wrapped at {width}", text="\n".join(lines))


def _flattened(style: Style) -> Style:
    """The same text in one physical line, its paragraphs set apart by two wide blanks."""
    lines = (line.strip() for line in style.text.split("\n"))
    return replace(style, name=f"{style.name}, in one line", text="　　".join(line for line in lines if line))


def _escaped(style: Style) -> Style:
    """The same text with its line ends written out as letters, as a database gives it."""
    return replace(style, name=f"{style.name}, line ends as letters", text=style.text.replace("\n", "\\r\\n"))


def _load(file: Path) -> Style:
    first, _, rest = file.read_text("utf-8").partition("\n")
    return _style(first.removeprefix("# "), rest)


_FILES = {file.stem: _load(file) for file in sorted(Path(__file__).with_name("outlines").glob("*.txt"))}
STYLES = (
    *_FILES.values(),
    *(
        _flattened(_FILES[name]) for name in (
            "national_2010", "digest_kicker", "digest_questions", "city_plan_zhang", "county_2001_parts",
            "street_summary", "two_years", "numbering_scars", "ocr_ordinals", "wide_marks",
        )
    ),
    *(_escaped(_FILES[name]) for name in ("county_2001_parts", "budget_2023", "street_summary", "long_heads")),
    *(
        _wrapped(_FILES[name], width)
        for name, width in (
            ("national_1998", 36), ("budget", 40), ("department", 30), ("town", 42), ("long_titles", 24),
            ("national_2010", 38), ("city_1995_run_in", 34), ("plan_report_2019", 32), ("ocr_pages", 28),
            ("inspection_2023", 38),
        )
    ),
)
